# Methods of coroutines.


def coroutine__send(self, value, /):
    return _send(self, value)


def coroutine__throw(self, kind, value=None, traceback=None, /):
    return generator__throw(self, kind, value)


def coroutine__close(self, /):
    try:
        generator__close(self)
    except RuntimeError as e:
        if e.args == ('generator ignored GeneratorExit',):
            raise RuntimeError('coroutine ignored GeneratorExit') from None
        raise


def coroutine____await__(self, /):
    return (yield from self)
