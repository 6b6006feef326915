# Containers, iterators, calls, truth and text written in classes.
class Seq:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if isinstance(i, slice):
            return ("slice", i.start, i.stop, i.step)
        if isinstance(i, tuple):
            return ("tuple", i)
        if i < 0:
            i += self.n
        if not 0 <= i < self.n:
            raise IndexError("Seq index out of range")
        return i * 10


s = Seq(4)
print(list(s), len(s), s[1], s[-1], s[1:2], s[::3], s[1, 2], s[1:2, ::3], 20 in s, 25 in s, [*s], max(s), sum(s), bool(s), bool(Seq(0)))  # expect: [0, 10, 20, 30] 4 10 30 ('slice', 1, 2, None) ('slice', None, None, 3) ('tuple', (1, 2)) ('tuple', (slice(1, 2, None), slice(None, None, 3))) True False [0, 10, 20, 30] 30 60 True False
for i, v in enumerate(s):
    print(i, v)  # expect: 0 0
# expect: 1 10
# expect: 2 20
# expect: 3 30
print(list(zip(s, "abc")), list(map(str, s)), list(reversed(s)), sorted(s, reverse=True), tuple(s), set(s) == {0, 10, 20, 30})  # expect: [(0, 'a'), (10, 'b'), (20, 'c')] ['0', '10', '20', '30'] [30, 20, 10, 0] [30, 20, 10, 0] (0, 10, 20, 30) True
a, b, *c = s
print(a, b, c)  # expect: 0 10 [20, 30]


class Box:
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        print("set", k, v)  # expect: set a 1
# expect: set a 6
# expect: set slice(1, 2, None) 3
# expect: set Ellipsis 4
        self.d[str(k)] = v

    def __delitem__(self, k):
        print("del", k)  # expect: del x
# expect: del slice(None, None, 2)

    def __contains__(self, k):
        return k in self.d

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


b = Box()
b["a"] = 1
b["a"] += 5
b[1:2] = 3
b[...] = 4
del b["x"], b[::2]
print(b["a"], "a" in b, "z" in b, "z" not in b, list(b), len(b))  # expect: 6 True False True ['a', 'slice(1, 2, None)', 'Ellipsis'] 3


class Count:
    def __init__(self, n):
        self.i, self.n = 0, n

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


print(list(Count(3)), sum(Count(4)), [x for x in Count(2)], dict(zip(Count(3), "abc")), 2 in Count(3), 9 in Count(3))  # expect: [1, 2, 3] 10 [1, 2] {1: 'a', 2: 'b', 3: 'c'} True False
it = iter(Count(2))
print(next(it), next(it), next(it, "end"))  # expect: 1 2 end
try:
    next(it)
except StopIteration as e:
    print("stop", e.args)  # expect: stop ()
for x in Count(0):
    print("never")
else:
    print("else")  # expect: else


class Tree:
    def __init__(self, v, *kids):
        self.v, self.kids = v, kids

    def __iter__(self):
        yield self.v
        for k in self.kids:
            yield from k


print(list(Tree(1, Tree(2, Tree(3)), Tree(4))))  # expect: [1, 2, 3, 4]


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)  # expect: TypeError iter() returned non-iterator of type 'int'
# expect: ValueError __len__() should return >= 0
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError __len__() should return >= 0
# expect: TypeError __bool__ should return bool, returned int
# expect: TypeError __str__ returned non-string (type int)
# expect: TypeError __repr__ returned non-string (type NoneType)
# expect: TypeError __init__() should return None, not 'int'
# expect: TypeError __index__ returned non-int (type str)
# expect: TypeError iter() returned non-iterator of type 'NoNext'
# expect: TypeError 'int' object is not an iterator
# expect: TypeError 'NoNext' object is not an iterator
# expect: ValueError in iter
# expect: ZeroDivisionError in getitem
# expect: KeyError 'in call'
# expect: OSError in len
# expect: RuntimeError in bool
# expect: LookupError in contains
# expect: EOFError in repr
# expect: EOFError in repr
# expect: AssertionError in eq
# expect: ArithmeticError in hash
# expect: AssertionError in eq
# expect: AssertionError in eq


class BadIter:
    def __iter__(self):
        return 5


class BadLen:
    def __len__(self):
        return -1


class BadLen2:
    def __len__(self):
        return "x"


class BadBool:
    def __bool__(self):
        return 1


class BadStr:
    def __str__(self):
        return 1

    def __repr__(self):
        return None


class BadInit:
    def __init__(self):
        return 1


class BadIndex:
    def __index__(self):
        return "x"


class NoNext:
    def __iter__(self):
        return self


class Raises:
    def __iter__(self):
        raise ValueError("in iter")

    def __getitem__(self, k):
        raise ZeroDivisionError("in getitem")

    def __call__(self):
        raise KeyError("in call")

    def __len__(self):
        raise OSError("in len")

    def __bool__(self):
        raise RuntimeError("in bool")

    def __contains__(self, x):
        raise LookupError("in contains")

    def __repr__(self):
        raise EOFError("in repr")

    def __eq__(self, o):
        raise AssertionError("in eq")

    def __hash__(self):
        raise ArithmeticError("in hash")


err(lambda: list(BadIter()))
err(lambda: len(BadLen()))
err(lambda: len(BadLen2()))
err(lambda: bool(BadLen()))
err(lambda: bool(BadBool()))
err(lambda: str(BadStr()))
err(lambda: repr(BadStr()))
err(BadInit)
err(lambda: [1, 2][BadIndex()])
err(lambda: [x for x in NoNext()])
err(lambda: next(5))
err(lambda: next(NoNext()))
r = Raises()
err(lambda: list(r))
err(lambda: r[1])
err(r)
err(lambda: len(r))
err(lambda: not r)
err(lambda: 1 in r)
err(lambda: f"{r}")
err(lambda: [r])
err(lambda: r == 1)
err(lambda: {r: 1})
err(lambda: 1 in [r])
err(lambda: [5, r].index(7))


class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *more, **kw):
        return self.n + x + sum(more) + sum(kw.values())


add = Adder(10)
print(add(1), add(1, 2, 3), add(1, z=5), list(map(add, [1, 2])), callable(add), sorted([3, 1], key=Adder(0)))  # expect: 11 16 16 [11, 12] True [1, 3]


class Rev:
    def __reversed__(self):
        return iter("custom")

    def __iter__(self):
        return iter("plain")


print(list(reversed(Rev())), list(Rev()))  # expect: ['c', 'u', 's', 't', 'o', 'm'] ['p', 'l', 'a', 'i', 'n']


class New:
    made = []

    def __new__(cls, *args, **kw):
        self = super().__new__(cls)
        New.made.append((cls.__name__, args, kw))
        return self

    def __init__(self, x=0, y=0):
        self.x = x


print(New(1).x, New(2, y=3).x, New.made)  # expect: 1 2 [('New', (1,), {}), ('New', (2,), {'y': 3})]


class Single:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = object.__new__(cls)
        return cls.instance


print(Single() is Single())  # expect: True


class NotMine:
    def __new__(cls):
        return 42

    def __init__(self):
        print("never")


print(NotMine())  # expect: 42
o = object()
print(o == o, o == object(), type(o).__name__, isinstance(o, object))  # expect: True False object True


class Missing:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i


print(list(Missing()), 2 in Missing(), 5 in Missing(), [*Missing()])  # expect: [0, 1, 2] True False [0, 1, 2]
x, y, z = Missing()
print(x, y, z)  # expect: 0 1 2
