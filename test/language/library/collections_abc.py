# collections.abc
from collections.abc import Callable, Collection, Container, Hashable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence, MutableSet, Sequence, Set, Sized

kinds = (Iterable, Iterator, Sized, Container, Collection, Hashable, Callable, Sequence, MutableSequence, Mapping, MutableMapping, Set)


class Plain:
    pass


class Both:
    def __iter__(self):
        return iter('ab')

    def __len__(self):
        return 2

    def __call__(self):
        pass

    def __eq__(self, other):
        return True


class Values(list):
    pass


def numbers():
    yield 1


for x in (1, 'a', b'a', [1], (1,), {1: 2}, {1}, range(3), numbers(), Plain(), Both(), Values(), None, print, Plain, lambda: 1, frozenset(), bytearray()):
    print(type(x).__name__, *[kind.__name__ for kind in kinds if isinstance(x, kind)])  # expect: int Hashable
# expect: str Iterable Sized Container Collection Hashable Sequence
# expect: bytes Iterable Sized Container Collection Hashable Sequence
# expect: list Iterable Sized Container Collection Sequence MutableSequence
# expect: tuple Iterable Sized Container Collection Hashable Sequence
# expect: dict Iterable Sized Container Collection Mapping MutableMapping
# expect: set Iterable Sized Container Collection Set
# expect: range Iterable Sized Container Collection Hashable Sequence
# expect: generator Iterable Iterator Hashable
# expect: Plain Hashable
# expect: Both Iterable Sized Callable
# expect: Values Iterable Sized Container Collection Sequence MutableSequence
# expect: NoneType Hashable
# expect: builtin_function_or_method Hashable Callable
# expect: type Hashable Callable
# expect: function Hashable Callable
# expect: frozenset Iterable Sized Container Collection Hashable Set
# expect: bytearray Iterable Sized Container Collection Sequence MutableSequence
print(isinstance([], (int, Mapping)), isinstance([], (int, Sequence)), isinstance({}, (Mapping, int)))  # expect: False True True


class Roll(Sequence):
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i]

    def __len__(self):
        return len(self.items)


r = Roll('x', 'y', 'x')
print(list(r), 'y' in r, 'z' in r, list(reversed(r)), r.index('y'), r.count('x'), isinstance(r, Iterable), isinstance(r, Sequence))  # expect: ['x', 'y', 'x'] True False ['x', 'y', 'x'] 1 2 True True


class Lower(MutableMapping):
    def __init__(self, *args, **kw):
        self.data = {}
        self.update(*args, **kw)

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


m = Lower({'A': 1}, B=2)
m['C'] = 3
print(m['a'], 'A' in m, m.get('Z', 9), dict(m), list(m.items()), list(m.values()), m == {'a': 1, 'b': 2, 'c': 3}, m.pop('b'), m.pop('no', 5), m.setdefault('D', 4), len(m))  # expect: 1 True 9 {'a': 1, 'b': 2, 'c': 3} [('a', 1), ('b', 2), ('c', 3)] [1, 2, 3] True 2 5 4 3
print(m.popitem(), m.clear(), dict(m), isinstance(m, Mapping))  # expect: ('a', 1) None {} True
try:
    m.pop('gone')
except KeyError as error:
    print('KeyError', error)  # expect: KeyError 'gone'


class Stack(MutableSequence):
    def __init__(self):
        self.items = []

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, x):
        self.items[i] = x

    def __delitem__(self, i):
        del self.items[i]

    def __len__(self):
        return len(self.items)

    def insert(self, i, x):
        self.items.insert(i, x)


s = Stack()
s.append(1)
s.extend([2, 3, 4])
s += [5]
s.reverse()
s.remove(4)
print(s.items, s.pop(), s.pop(0), s.items)  # expect: [3, 2] 1 5 [3, 2]


class Bag(MutableSet):
    def __init__(self, items=()):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, x):
        if x not in self.items:
            self.items.append(x)

    def discard(self, x):
        if x in self.items:
            self.items.remove(x)


a, b = Bag([1, 2, 3]), Bag([2, 3, 4])
print((a & b).items, (a | b).items, (a - b).items, (a ^ b).items, a <= b, Bag([2]) < a, a == Bag([3, 2, 1]), a.isdisjoint(b), a >= Bag())  # expect: [2, 3] [1, 2, 3, 4] [1] [1, 4] False True True False True
a |= Bag([9])
a.remove(1)
print(a.items, a.pop())  # expect: [3, 9] 2
from collections import UserDict, UserList


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __missing__(self, key):
        return 'no ' + key


u = Upper(a=1)
u['b'] = 2
print(u, u['A'], u['c'], len(u), 'A' in u, u.get('zz'), dict(u), u.copy() == u)  # expect: {'A': 1, 'B': 2} 1 no c 2 True no zz {'A': 1, 'B': 2} True
w = UserList([3, 1])
w.append(2)
w.sort()
print(w, w[0], w[1:], w + [9], len(w), w == [1, 2, 3], w * 2, list(w))  # expect: [1, 2, 3] 1 [2, 3] [1, 2, 3, 9] 3 True [1, 2, 3, 1, 2, 3] [1, 2, 3]
