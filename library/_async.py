# What async for and async with do with user code. The compiler calls these functions; nobody imports them.


def _aiter(x):
    f = _find(x, '__aiter__')
    if f is None:
        raise TypeError(_say("'async for' requires an object with __aiter__ method, got %", x))
    it = f(x)
    if _find(it, '__anext__') is None:
        raise TypeError(_say("'async for' received an object from __aiter__ that does not implement __anext__: %", it))
    return it


def _anext(it):
    return _find(it, '__anext__')(it)


def _aenter(manager):
    f = _find(manager, '__aenter__')
    if f is None:
        raise TypeError(_say("'%' object does not support the asynchronous context manager protocol", manager))
    if _find(manager, '__aexit__') is None:
        raise TypeError(_say("'%' object does not support the asynchronous context manager protocol (missed __aexit__ method)", manager))
    return f(manager)


def _aexit(manager, e):
    f = _find(manager, '__aexit__')
    if e is None:
        return f(manager, None, None, None)
    return f(manager, type(e), e, e.__traceback__)
