# The time of an instance: its clock stands still while it is suspended.


def sleep(seconds):
    if seconds < 0:
        raise ValueError('sleep length must be non-negative')
    _sleep(int(seconds * 1000000))


def sleep_ms(ms):
    if ms > 0:
        _sleep(int(ms) * 1000)


def sleep_us(us):
    if us > 0:
        _sleep(int(us))


def ticks_ms():
    return _clock() // 1000 & 0x3FFFFFFF


def ticks_us():
    return _clock() & 0x3FFFFFFF


def ticks_cpu():
    return _clock() & 0x3FFFFFFF


def ticks_add(ticks, delta):
    return ticks + delta & 0x3FFFFFFF


def ticks_diff(ticks1, ticks2):
    return (ticks1 - ticks2 + 0x20000000 & 0x3FFFFFFF) - 0x20000000


def time():
    return _clock() / 1000000


def time_ns():
    return _clock() * 1000


def monotonic():
    return _clock() / 1000000


def monotonic_ns():
    return _clock() * 1000


def perf_counter():
    return _clock() / 1000000


def perf_counter_ns():
    return _clock() * 1000


def process_time():
    return _clock() / 1000000


def process_time_ns():
    return _clock() * 1000
