def generator__throw(self, kind, value=None, traceback=None, /):
    if isinstance(kind, type):
        made = kind() if value is None else value if isinstance(value, kind) else kind(*value) if isinstance(value, tuple) else kind(value)
        if _seen('def __new__'):
            _check_made(kind, made)
        kind = made
    return _throw(self, kind)

def generator__close(self, /):
    started = _started(self)
    if started is None:
        return
    if not started:
        _end_generator(self)
        return
    try:
        _throw(self, GeneratorExit())
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError('generator ignored GeneratorExit')
