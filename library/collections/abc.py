# CPython 3.11's collections.abc: what isinstance asks of an object by its methods, and what classes can build on.


class _Asked:
    # What a class here does as an object: an instance has its methods, or is of one of the kinds of builtin types (FORMAT.md).

    def __instancecheck__(cls, x):
        if cls.__module__ != 'collections.abc':
            return False
        if _kind(x) == 18 and cls._methods:
            for name in cls._methods:
                if _find(x, name) is None:
                    break
            else:
                return True
        return _kind(_plain(x)) in cls._kinds


class _Abstract:
    __metaclass__ = _Asked
    _methods = ()
    _kinds = ()

    def __class_getitem__(cls, item):
        return cls


class Container(_Abstract):
    _methods = ('__contains__',)
    _kinds = (1, 2, 5, 7, 8, 10, 11, 12, 24)


class _AskedHash:
    def __instancecheck__(cls, x):
        # A tuple is hashable, whatever is in it.
        if _kind(x) == 18:
            method = _hash_method(x)
            if method is not False:
                return method is not None
            x = _plain(x)
        return _kind(x) not in (7, 8, 10, 11, 13, 24) or isinstance(x, frozenset)


class Hashable:
    __metaclass__ = _AskedHash


class Iterable(_Abstract):
    _methods = ('__iter__',)
    _kinds = (1, 2, 5, 7, 8, 10, 11, 12, 19, 20, 24)


class Iterator(Iterable):
    _methods = ('__iter__', '__next__')
    _kinds = (19, 20)

    def __iter__(self):
        return self


class Generator(Iterator):
    _methods = ('__iter__', '__next__', 'send', 'throw', 'close')
    _kinds = (19,)


class Reversible(Iterable):
    _methods = ('__iter__', '__reversed__')
    _kinds = (1, 2, 5, 7, 8, 10, 12, 24)


class Sized(_Abstract):
    _methods = ('__len__',)
    _kinds = (1, 2, 5, 7, 8, 10, 11, 12, 24)


class Collection(Sized, Iterable, Container):
    _methods = ('__len__', '__iter__', '__contains__')
    _kinds = (1, 2, 5, 7, 8, 10, 11, 12, 24)


class Callable(_Abstract):
    _methods = ('__call__',)
    _kinds = (15, 16, 17, 35, 36, 37)


class Awaitable(_Abstract):
    _methods = ('__await__',)


class Coroutine(Awaitable):
    _methods = ('__await__', 'send', 'throw', 'close')


class AsyncIterable(_Abstract):
    _methods = ('__aiter__',)


class AsyncIterator(AsyncIterable):
    _methods = ('__aiter__', '__anext__')

    def __aiter__(self):
        return self


class Sequence(Collection, Reversible):
    _methods = ()
    _kinds = (1, 2, 5, 7, 8, 12)

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __reversed__(self):
        for i in range(len(self) - 1, -1, -1):
            yield self[i]

    def index(self, value, start=0, stop=None):
        n = len(self)
        start = max(n + start, 0) if start < 0 else start
        stop = n if stop is None else stop + n if stop < 0 else stop
        for i in range(start, min(stop, n)):
            if self[i] is value or self[i] == value:
                return i
        raise ValueError

    def count(self, value):
        return len([item for item in self if item is value or item == value])


class MutableSequence(Sequence):
    _kinds = (7, 8)

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


class Mapping(Collection):
    _methods = ()
    _kinds = (10,)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return dict.fromkeys(self).keys()

    def items(self):
        return {key: self[key] for key in self}.items()

    def values(self):
        return {key: self[key] for key in self}.values()

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None


class MutableMapping(Mapping):
    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **keywords):
        for key, value in dict(other, **keywords).items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]


class Set(Collection):
    _methods = ()
    _kinds = (11,)

    @classmethod
    def _from_iterable(cls, iterable):
        return cls(iterable)

    def __le__(self, other):
        return len(self) <= len(other) and all([x in other for x in self]) if isinstance(other, Set) else NotImplemented

    def __lt__(self, other):
        return len(self) < len(other) and self <= other if isinstance(other, Set) else NotImplemented

    def __ge__(self, other):
        return len(self) >= len(other) and all([x in self for x in other]) if isinstance(other, Set) else NotImplemented

    def __gt__(self, other):
        return len(self) > len(other) and self >= other if isinstance(other, Set) else NotImplemented

    def __eq__(self, other):
        return len(self) == len(other) and self <= other if isinstance(other, Set) else NotImplemented

    __hash__ = None

    def __and__(self, other):
        return self._from_iterable([x for x in other if x in self])

    __rand__ = __and__

    def __or__(self, other):
        return self._from_iterable([x for xs in (self, other) for x in xs])

    __ror__ = __or__

    def __sub__(self, other):
        return self._from_iterable([x for x in self if x not in other])

    def __rsub__(self, other):
        return self._from_iterable([x for x in other if x not in self])

    def __xor__(self, other):
        return (self - other) | (self._from_iterable(other) - self)

    __rxor__ = __xor__

    def isdisjoint(self, other):
        return not any([x in self for x in other])


class MutableSet(Set):
    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        for value in list(self):
            self.discard(value)

    def __ior__(self, other):
        for value in other:
            self.add(value)
        return self

    def __iand__(self, other):
        for value in list(self):
            if value not in other:
                self.discard(value)
        return self

    def __isub__(self, other):
        for value in list(other):
            self.discard(value)
        return self


class ByteString(Sequence):
    _kinds = (2, 8)


class MappingView(Sized):
    _methods = ()
    _kinds = (24,)


KeysView = MappingView
ItemsView = MappingView
ValuesView = MappingView
