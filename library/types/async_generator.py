# Methods of asynchronous generators. One yields tuples: of one item a value that it gives, of two what something that it awaits hands on.


def async_generator____aiter__(self, /):
    return self


def async_generator____anext__(self, /):
    return _drive(self, None, None)


def async_generator__asend(self, value, /):
    return _drive(self, value, None)


def async_generator__athrow(self, kind, value=None, traceback=None, /):
    if isinstance(kind, type):
        kind = kind() if value is None else kind(value)
    return _drive(self, None, kind)


def async_generator__aclose(self, /):
    return _close(self)


def _drive(g, value, error):
    # What is awaited for the next value: hands on what the generator awaits, until it gives one.
    try:
        given = _send(g, value) if error is None else _throw(g, error)
        while len(given) == 2:
            try:
                value = yield given[0]
            except BaseException as e:
                given = _throw(g, e)
            else:
                given = _send(g, value)
    except StopIteration:
        raise StopAsyncIteration from None
    except StopAsyncIteration as e:
        raise RuntimeError('async generator raised StopAsyncIteration') from e
    return given[0]


def _close(g):
    if _started(g) is not True:
        _end_generator(g)
        return
    try:
        yield from _drive(g, None, GeneratorExit())
    except (StopAsyncIteration, GeneratorExit):
        return
    raise RuntimeError('async generator ignored GeneratorExit')
