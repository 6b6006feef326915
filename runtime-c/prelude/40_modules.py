# Modules that the language brings along, as the compiler knows them (compiler/builtin-modules.ts): sys, time, gc.

def _sys_exit(code=None):
    raise SystemExit(code) if code is not None else SystemExit()

def _sys_argv():
    return _argv()

def _sys_stdout_write(text):
    return _write(1, text)

def _sys_stderr_write(text):
    return _write(2, text)

def _sys_flush():
    return None

def _sys_getrecursionlimit():
    return 1000

def _time_sleep(seconds):
    if seconds < 0:
        raise ValueError('sleep length must be non-negative')
    _sleep(int(seconds * 1000000))

def _time_sleep_ms(ms):
    if ms > 0:
        _sleep(int(ms) * 1000)

def _time_sleep_us(us):
    if us > 0:
        _sleep(int(us))

def _time_ticks_ms():
    return _clock() // 1000 & 0x3FFFFFFF

def _time_ticks_us():
    return _clock() & 0x3FFFFFFF

def _time_ticks_add(ticks, delta):
    return ticks + delta & 0x3FFFFFFF

def _time_ticks_diff(a, b):
    return ((a - b + 0x20000000) & 0x3FFFFFFF) - 0x20000000

def _time_monotonic():
    return _clock() / 1000000

def _time_perf_counter():
    return _clock() / 1000000

def _time_time():
    return _clock() / 1000000

def _time_monotonic_ns():
    return _clock() * 1000

def _gc_collect():
    _collect()
    return 0

def _gc_mem_free():
    return _memory(True)

def _gc_mem_alloc():
    return _memory(False)

def _import_from(module, name):
    try:
        return _getattr(module, name)
    except AttributeError:
        raise ImportError(_say("cannot import name '$' from '$'", name, module.__name__)) from None

def _import_missing(name):
    raise ModuleNotFoundError(_say("No module named '$'", name))
