# Classes that derive from list and tuple: what they define themselves, and what acts on the plain value inside.

class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    def top(self):
        return self[-1]

s = Stack([1, 2])
s.push(3)
print(s, len(s), s.top(), s[0], s[1:], bool(s), bool(Stack()))  # expect: [1, 2, 3] 3 3 1 [2, 3] True False
print(type(s) is Stack, isinstance(s, list), issubclass(Stack, list), type(s[:]) is list)  # expect: True True True True
print(s == [1, 2, 3], [1, 2, 3] == s, s != [1], s < [2], [0] < s, s == Stack([1, 2, 3]))  # expect: True True True True True True
print([v * 2 for v in s], 2 in s, 9 in s, sum(s), max(s), sorted(s, reverse=True), list(s), tuple(s))  # expect: [2, 4, 6] True False 6 3 [3, 2, 1] [1, 2, 3] (1, 2, 3)
a, b, c = s
print(a, b, c, [*s, 0], (lambda *r: r)(*s))  # expect: 1 2 3 [1, 2, 3, 0] (1, 2, 3)
print(type(s + [4]) is list, s + [4], [0] + s, s * 2, 2 * s)  # expect: True [1, 2, 3, 4] [0, 1, 2, 3] [1, 2, 3, 1, 2, 3] [1, 2, 3, 1, 2, 3]
old = s
s += (8, 9)
print(s, type(s) is Stack, s is old)  # expect: [1, 2, 3, 8, 9] True True
s[0] = 'x'
del s[1:3]
s.extend(Stack(['e']))
s.sort(key=str)
print(s, s.index('x'), s.count(9), s.pop(), s.copy(), type(s.copy()) is list)  # expect: [8, 9, 'e'] 3 1 x [8, 9, 'e'] True
s.name = 'named'
print(s.name, s.__dict__, list(reversed(s)))  # expect: named {'name': 'named'} ['e', 9, 8]

try:
    hash(s)
except TypeError as e:
    print(e)  # expect: unhashable type: 'Stack'
try:
    s.no_such
except AttributeError as e:
    print(e)  # expect: 'Stack' object has no attribute 'no_such'

class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]

    def __add__(self, other):
        return Pair(self[0] + other[0], self[1] + other[1])

p = Pair(3, 4)
print(p, p.first, p[1], len(p), p + (1, 1), type(p + p) is Pair, p * 2, p == (3, 4), hash(p) == hash((3, 4)))  # expect: (3, 4) 3 4 2 (4, 5) True (3, 4, 3, 4) True True
print({p: 'p'}[(3, 4)], {(3, 4): 'q'}[p], p in {(3, 4)}, p < (3, 5), (1, 2) + p)  # expect: p q True True (1, 2, 3, 4)
x, y = p
print(x, y, '%d-%d' % p, isinstance(p, tuple), p.index(4), p[::-1])  # expect: 3 4 3-4 True 1 (4, 3)
class Plain(tuple):
    pass
print(Plain(), Plain('ab'), Plain([1]) + (2,), type(Plain((1,))), Plain([1]) == Plain([1]))  # expect: () ('a', 'b') (1, 2) <class '__main__.Plain'> True
print(tuple.__new__(Plain, [1, 2]), type(tuple(Plain([1]))) is tuple)  # expect: (1, 2) True
for bad in (lambda: list.__new__(Pair), lambda: tuple.__new__(5), lambda: object.__new__(Stack)):
    try:
        bad()
    except TypeError as e:
        print(e)  # expect: list.__new__(Pair): Pair is not a subtype of list
# expect: tuple.__new__(X): X is not a type object (int)
# expect: object.__new__(Stack) is not safe, use Stack.__new__()
for base in (bool, range, type(None), slice):
    try:
        class Bad(base):
            pass
    except TypeError as e:
        print(e)  # expect: type 'bool' is not an acceptable base type
# expect: type 'range' is not an acceptable base type
# expect: type 'NoneType' is not an acceptable base type
# expect: type 'slice' is not an acceptable base type
try:
    class Both(list, dict):
        pass
except TypeError as e:
    print(e)  # expect: multiple bases have instance lay-out conflict

class Mixin:
    def twice(self):
        return [x for x in self for _ in range(2)]

class Mixed(Mixin, list):
    pass

class Deep(Mixed):
    def __init__(self, n):
        Mixed.__init__(self, range(n))
        self.n = n

m = Mixed('ab')
d = Deep(2)
print(m.twice(), m, d, d.n, d.twice(), Deep.__mro__[2] is Mixin, isinstance(d, (dict, list)))  # expect: ['a', 'a', 'b', 'b'] ['a', 'b'] [0, 1] 2 [0, 0, 1, 1] True True
