# The builtins aiter and anext.

def aiter(x, /):
    f = _find(x, '__aiter__')
    if f is None:
        raise TypeError(_say("'%' object is not an async iterable", x))
    it = f(x)
    if _find(it, '__anext__') is None:
        raise TypeError(_say("aiter() returned not an async iterator of type '%'", it))
    return it


def anext(it, /, *default):
    f = _find(it, '__anext__')
    if f is None:
        raise TypeError(_say("'%' object is not an async iterator", it))
    return _anext_or(f(it), default[0]) if default else f(it)


async def _anext_or(item, default):
    try:
        return await item
    except StopAsyncIteration:
        return default
