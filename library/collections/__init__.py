# CPython 3.11's collections.
import _arguments
from collections.abc import MutableMapping
from collections.abc import MutableSequence


class deque:
    # The items from number _head on; the places before it are free, so that both ends cost the same however many there are.

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError('an integer is required')
            if maxlen < 0:
                raise ValueError('maxlen must be non-negative')
        self._items = []
        self._head = 0
        self.maxlen = maxlen
        self.extend(iterable)

    def append(self, x, /):
        items = self._items
        items.append(x)
        if self.maxlen is not None and len(items) - self._head > self.maxlen:
            self.popleft()

    def appendleft(self, x, /):
        head = self._head
        if head == 0:
            self._head = head = len(self._items) // 2 + 4
            self._items = [None] * head + self._items
        self._head = head = head - 1
        self._items[head] = x
        if self.maxlen is not None and len(self._items) - head > self.maxlen:
            self.pop()

    def pop(self):
        items = self._items
        if len(items) == self._head:
            raise IndexError('pop from an empty deque')
        return items.pop()

    def popleft(self):
        items = self._items
        head = self._head
        if len(items) == head:
            raise IndexError('pop from an empty deque')
        x = items[head]
        items[head] = None
        head += 1
        if head > 15 and 2 * head > len(items):
            del items[:head]
            head = 0
        self._head = head
        return x

    def extend(self, iterable, /):
        if iterable is self:
            iterable = list(self)
        if self.maxlen is None:
            self._items.extend(iterable)
        else:
            for x in iterable:
                self.append(x)

    def extendleft(self, iterable, /):
        if iterable is self:
            iterable = list(self)
        for x in iterable:
            self.appendleft(x)

    def clear(self):
        self._items = []
        self._head = 0

    def copy(self):
        return type(self)(self, self.maxlen)

    __copy__ = copy

    def rotate(self, n=1, /):
        items = self._items[self._head:]
        if items:
            n %= len(items)
            self._items = items[-n:] + items[:-n] if n else items
            self._head = 0

    def reverse(self):
        self._items = self._items[:self._head - 1 if self._head else None:-1]
        self._head = 0

    def count(self, x, /):
        return list(self).count(x)

    def index(self, x, start=0, stop=None, /):
        try:
            return self._items[self._head:].index(x, start, len(self) if stop is None else stop)
        except ValueError:
            raise ValueError(repr(x) + ' is not in deque') from None

    def insert(self, i, x, /):
        n = len(self)
        if self.maxlen is not None and n >= self.maxlen:
            raise IndexError('deque already at its maximum size')
        self._items.insert(self._head + (min(i, n) if i >= 0 else max(i + n, 0)), x)

    def remove(self, x, /):
        del self._items[self._head + self.index(x)]

    def _at(self, i):
        if not isinstance(i, int):
            raise TypeError("sequence index must be integer, not '" + type(i).__name__ + "'")
        n = len(self._items) - self._head
        if i < 0:
            i += n
        if i < 0 or i >= n:
            raise IndexError('deque index out of range')
        return self._head + i

    def __getitem__(self, i):
        return self._items[self._at(i)]

    def __setitem__(self, i, x):
        self._items[self._at(i)] = x

    def __delitem__(self, i):
        del self._items[self._at(i)]

    def __len__(self):
        return len(self._items) - self._head

    def __iter__(self):
        return _deque_items(self, range(len(self)))

    def __reversed__(self):
        return _deque_items(self, range(len(self) - 1, -1, -1))

    def __repr__(self):
        end = ')' if self.maxlen is None else ', maxlen=' + str(self.maxlen) + ')'
        return type(self).__name__ + '(' + repr([x if x is not self else ... for x in self]) + end

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __lt__(self, other):
        return list(self) < list(other) if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return list(self) <= list(other) if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return list(self) > list(other) if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return list(self) >= list(other) if isinstance(other, deque) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "' + type(other).__name__ + '") to deque')
        new = self.copy()
        new.extend(other)
        return new

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        return type(self)(list(self) * n, self.maxlen)

    __rmul__ = __mul__

    def __imul__(self, n):
        items = list(self) * n
        self.clear()
        self.extend(items)
        return self


def _deque_items(d, numbers):
    items = d._items
    head = d._head
    size = len(items)
    for i in numbers:
        if d._items is not items or d._head != head or len(items) != size:
            raise RuntimeError('deque mutated during iteration')
        yield items[head + i]


class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        value = dict.pop(self, key)
        if last:
            _plain(self)[key] = value
            return
        items = list(dict.items(self))
        dict.clear(self)
        _plain(self)[key] = value
        dict.update(self, items)

    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        if last:
            return dict.popitem(self)
        for key in self:
            return key, dict.pop(self, key)

    def copy(self):
        return type(self)(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return list(self.items()) == list(other.items())
        return _plain(self) == other

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(other)
        new.update(self)
        return new

    def __repr__(self):
        name = type(self).__name__
        return name + '(' + repr(list(self.items())) + ')' if self else name + '()'


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **keywords):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        dict.__init__(self, *args, **keywords)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new

    def __repr__(self):
        return type(self).__name__ + '(' + repr(self.default_factory) + ', ' + repr(_plain(self)) + ')'


class Counter(dict):
    def __init__(self, iterable=None, /, **keywords):
        dict.__init__(self)
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def _add(self, iterable, keywords, sign):
        if iterable is not None:
            if hasattr(iterable, 'items'):
                for key, count in iterable.items():
                    self[key] = self.get(key, 0) + sign * count
            else:
                for key in iterable:
                    self[key] = self.get(key, 0) + sign
        for key, count in keywords.items():
            self[key] = self.get(key, 0) + sign * count

    def update(self, iterable=None, /, **keywords):
        self._add(iterable, keywords, 1)

    def subtract(self, iterable=None, /, **keywords):
        self._add(iterable, keywords, -1)

    def most_common(self, n=None):
        pairs = sorted(self.items(), key=_count_of, reverse=True)
        return pairs if n is None else pairs[:max(n, 0)]

    def elements(self):
        return (key for key, count in self.items() for _ in range(count))

    def total(self):
        return sum(self.values())

    def copy(self):
        return type(self)(self)

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def __delitem__(self, key):
        if key in self:
            del _plain(self)[key]

    def __repr__(self):
        name = type(self).__name__
        if not self:
            return name + '()'
        try:
            items = self.most_common()
        except TypeError:
            items = self.items()
        return name + '(' + repr(dict(items)) + ')'

    def __eq__(self, other):
        return _counts_all(self, other, _same) if isinstance(other, Counter) else NotImplemented

    __hash__ = None

    def __ne__(self, other):
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __le__(self, other):
        return _counts_all(self, other, _at_most) if isinstance(other, Counter) else NotImplemented

    def __lt__(self, other):
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        return other <= self if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        return other <= self and self != other if isinstance(other, Counter) else NotImplemented

    def __add__(self, other):
        return _counts(self, other, _plus) if isinstance(other, Counter) else NotImplemented

    def __sub__(self, other):
        return _counts(self, other, _minus) if isinstance(other, Counter) else NotImplemented

    def __or__(self, other):
        return _counts(self, other, max) if isinstance(other, Counter) else NotImplemented

    def __and__(self, other):
        return _counts(self, other, min) if isinstance(other, Counter) else NotImplemented

    def __pos__(self):
        return _counts(self, {}, _plus)

    def __neg__(self):
        return _counts({}, self, _minus)

    def __iadd__(self, other):
        return _counts_into(self, self + other)

    def __isub__(self, other):
        return _counts_into(self, self - other)

    def __ior__(self, other):
        return _counts_into(self, self | other)

    def __iand__(self, other):
        return _counts_into(self, self & other)


def _count_of(pair):
    return pair[1]


def _same(a, b):
    return a == b


def _at_most(a, b):
    return a <= b


def _plus(a, b):
    return a + b


def _minus(a, b):
    return a - b


def _counts_all(a, b, holds):
    for keys in (a, b):
        for key in keys:
            if not holds(a[key], b[key]):
                return False
    return True


def _counts(a, b, function):
    # A counter of what is positive, in the order of a, then of b.
    new = Counter()
    for keys in (a, b):
        for key in keys:
            if keys is a or key not in a:
                count = function(a.get(key, 0), b.get(key, 0))
                if count > 0:
                    new[key] = count
    return new


def _counts_into(counter, other):
    counter.clear()
    counter.update(other)
    return counter


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def _merged(self):
        merged = {}
        for i in range(len(self.maps) - 1, -1, -1):
            merged.update(dict.fromkeys(self.maps[i]))
        return merged

    def __len__(self):
        return len(self._merged())

    def __iter__(self):
        return iter(self._merged())

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    def __bool__(self):
        return any(self.maps)

    def keys(self):
        return self._merged().keys()

    def items(self):
        return {key: self[key] for key in self}.items()

    def values(self):
        return {key: self[key] for key in self}.values()

    def new_child(self, m=None, **keywords):
        m = {} if m is None else m
        m.update(keywords)
        return type(self)(m, *self.maps)

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def copy(self):
        return type(self)(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, *args):
        return cls(dict.fromkeys(iterable, *args))

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError('Key not found in the first mapping: ' + repr(key)) from None

    def update(self, other=(), /, **keywords):
        self.maps[0].update(other, **keywords)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        try:
            return self.maps[0].pop(key, *default)
        except KeyError:
            raise KeyError('Key not found in the first mapping: ' + repr(key)) from None

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.') from None

    def clear(self):
        self.maps[0].clear()

    def __eq__(self, other):
        if isinstance(other, (dict, ChainMap)):
            return dict(self.items()) == dict(other.items())
        return NotImplemented

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, (dict, ChainMap)):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        return type(self)({**other, **dict(self.items())})

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return type(self).__name__ + '(' + ', '.join([repr(mapping) for mapping in self.maps]) + ')'


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = [str(name) for name in field_names]
    if rename:
        for i in range(len(fields)):
            name = fields[i]
            if not _is_field(name) or name.startswith('_') or name in fields[:i]:
                fields[i] = '_' + str(i)
    for name in [typename] + fields:
        if not name.isidentifier():
            raise ValueError('Type names and field names must be valid identifiers: ' + repr(name))
        if not _is_field(name):
            raise ValueError('Type names and field names cannot be a keyword: ' + repr(name))
    for i in range(len(fields)):
        name = fields[i]
        if name.startswith('_') and not rename:
            raise ValueError('Field names cannot start with an underscore: ' + repr(name))
        if name in fields[:i]:
            raise ValueError('Encountered duplicate field name: ' + repr(name))
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > len(fields):
        raise TypeError('Got more default values than field names')

    class Named(_NamedTuple):
        pass

    Named.__name__ = Named.__qualname__ = typename
    Named.__module__ = '__main__' if module is None else module
    return _name_fields(Named, fields, dict(zip(fields[len(fields) - len(defaults):], defaults)))


_KEYWORDS = ' False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield '


def _is_field(name):
    return name.isidentifier() and ' ' + name + ' ' not in _KEYWORDS


def _name_fields(cls, fields, defaults):
    cls._fields = cls.__match_args__ = tuple(fields)
    cls._field_defaults = defaults
    for i in range(len(fields)):
        setattr(cls, fields[i], _field(i))
    return cls


def _field(i):
    return property(lambda self: self[i])


class _NamedTuple(tuple):
    def __new__(cls, /, *args, **keywords):
        if keywords or len(args) != len(cls._fields):
            values = {**cls._field_defaults, **_arguments.bind(cls.__name__ + '.__new__', cls._fields, (), cls._field_defaults, args, keywords)}
            args = [values[name] for name in cls._fields]
        return tuple.__new__(cls, args)

    @classmethod
    def _make(cls, iterable):
        items = tuple(iterable)
        if len(items) != len(cls._fields):
            raise TypeError('Expected ' + str(len(cls._fields)) + ' arguments, got ' + str(len(items)))
        return tuple.__new__(cls, items)

    def _replace(self, /, **keywords):
        items = [keywords.pop(name, value) for name, value in zip(self._fields, self)]
        if keywords:
            raise ValueError('Got unexpected field names: ' + repr(list(keywords)))
        return self._make(items)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __repr__(self):
        parts = [name + '=' + repr(value) for name, value in zip(self._fields, self)]
        return type(self).__name__ + '(' + ', '.join(parts) + ')'


class UserDict(MutableMapping):
    def __init__(self, dict=None, /, **keywords):
        self.data = {}
        if dict is not None:
            self.update(dict)
        self.update(keywords)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(type(self), '__missing__', None)
        if missing is None:
            raise KeyError(key)
        return missing(self, key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def copy(self):
        return type(self)(self.data)


class UserList(MutableSequence):
    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(initlist)

    def __repr__(self):
        return repr(self.data)

    def __eq__(self, other):
        return self.data == (other.data if isinstance(other, UserList) else other)

    __hash__ = None

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        return type(self)(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return type(self)(self.data + list(other))

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__

    def insert(self, i, item):
        self.data.insert(i, item)

    def copy(self):
        return type(self)(self.data)

    def sort(self, /, *args, **keywords):
        self.data.sort(*args, **keywords)


class UserString:
    def __init__(self, seq):
        self.data = str(seq)

    def __str__(self):
        return self.data

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __eq__(self, other):
        return self.data == str(other)

    def __hash__(self):
        return hash(self.data)

    def __getitem__(self, i):
        return type(self)(self.data[i])

    def __contains__(self, text):
        return str(text) in self.data

    def __add__(self, other):
        return type(self)(self.data + str(other))

    def __getattr__(self, name):
        method = getattr(self.data, name)

        def call(*args, **keywords):
            result = method(*args, **keywords)
            return type(self)(result) if isinstance(result, str) else result

        return call
