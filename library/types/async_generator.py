# Methods of asynchronous generators. One yields tuples: of one item a value that it gives, of two what something that it awaits hands on.


def async_generator____aiter__(self, /):
    return self


def async_generator____anext__(self, /):
    return _asend(self, None)


def async_generator__asend(self, value, /):
    return _asend(self, value)


def async_generator__athrow(self, kind, value=None, traceback=None, /):
    return _athrow(self, _exception_of(kind, value))


def async_generator__aclose(self, /):
    return _aclose(self)


def _asend(g, value):
    try:
        given = yield from _hand_on(g, _send(g, value))
    except StopIteration:
        raise StopAsyncIteration from None
    return given


def _athrow(g, e):
    try:
        given = yield from _hand_on(g, _throw(g, e))
    except StopIteration:
        raise StopAsyncIteration from None
    return given


def _hand_on(g, given):
    # Hands on what the generator awaits, until it gives a value.
    while len(given) == 2:
        try:
            value = yield given[0]
        except BaseException as e:
            given = _throw(g, e)
        else:
            given = _send(g, value)
    return given[0]
