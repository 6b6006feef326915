def generator__throw(self, kind, value=None, traceback=None, /):
    return _throw(self, _thrown(kind, value))

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
