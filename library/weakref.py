# References that keep nothing alive. The collector alone finds what is gone, so a reference lasts until it has run: gc.collect() runs it,
# and calls the callbacks of what it found gone, the youngest first.

import gc

_refs = []
_finalizers = []


def _key(obj):
    if obj is None or obj is NotImplemented or obj is ... or type(obj) in (int, bool, float, str, bytes, bytearray, tuple, list, dict, range, slice):
        raise TypeError("cannot create weak reference to '" + type(obj).__name__ + "' object")
    return _watch(obj)


def _attend():
    if _poll not in gc._watchers:
        gc._watchers.append(_poll)


def _poll():
    # numbers of references, and finalizers, from the youngest to the oldest
    due = []
    for number in list(_refs):
        r = _watched(number)
        if r is None:
            _refs.remove(number)
        elif _watched(r._number) is None:
            _refs.remove(number)
            due.append((r._order, r._callback, (r,), {}))
    for f in list(_finalizers):
        if _watched(f._number) is None:
            _finalizers.remove(f)
            due.append((f._order, f._function, f._args, f._keywords))
    due.sort(key=_first, reverse=True)
    for _, function, args, keywords in due:
        try:
            function(*args, **keywords)
        except Exception as e:
            _report_exception(e)


def _first(entry):
    return entry[0]


class ReferenceType:
    def __init__(self, obj, callback=None):
        self._number = _key(obj)
        self._callback = callback
        if callback is not None:
            self._order = _watch(self)
            _refs.append(self._order)
            _attend()

    def __call__(self):
        return _watched(self._number)

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        a = self()
        b = other()
        return self is other if a is None or b is None else a == b

    def __hash__(self):
        obj = self()
        if obj is None:
            raise TypeError('weak object has gone away')
        return hash(obj)

    def __repr__(self):
        obj = self()
        if obj is None:
            return '<weakref at ' + hex(id(self)) + '; dead>'
        return '<weakref at ' + hex(id(self)) + "; to '" + type(obj).__name__ + "' at " + hex(id(obj)) + '>'


ref = ReferenceType


class finalize:
    def __init__(self, obj, func, /, *args, **kwargs):
        self._number = _key(obj)
        self._function = func
        self._args = args
        self._keywords = kwargs
        self._order = _watch(self)
        _finalizers.append(self)
        _attend()

    @property
    def alive(self):
        return self in _finalizers

    def peek(self):
        obj = _watched(self._number)
        if obj is not None and self in _finalizers:
            return (obj, self._function, self._args, self._keywords)

    def detach(self):
        found = self.peek()
        if found is not None:
            _finalizers.remove(self)
        return found

    def __call__(self, _=None):
        if self in _finalizers:
            _finalizers.remove(self)
            return self._function(*self._args, **self._keywords)
