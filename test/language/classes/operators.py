# Every operator method: forward, reflected, in place, and NotImplemented.
class V:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"V({self.x})"


names = ["add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "xor", "or"]


def forward(name):
    def op(self, other):
        return ("forward", name, self, other)

    return op


def reflected(name):
    def op(self, other):
        return ("reflected", name, self, other)

    return op


def in_place(name):
    def op(self, other):
        self.x = (name, other)
        return self

    return op


class All(V):
    pass


for n in names:
    setattr(All, "__" + n + "__", forward(n))
    setattr(All, "__r" + n + "__", reflected(n))
    setattr(All, "__i" + n + "__", in_place(n))

a = All(1)
print(a + 2, a - 2, a * 2, a @ 2, a / 2, a // 2, a % 2, a**2, a << 2, a >> 2, a & 2, a ^ 2, a | 2)
print(2 + a, 2 - a, 2 * a, 2 @ a, 2 / a, 2 // a, 2 % a, 2**a, 2 << a, 2 >> a, 2 & a, 2 ^ a, 2 | a)
a += 1
print(a)
a -= 1
print(a)
a *= 1
print(a)
a @= 1
print(a)
a /= 1
print(a)
a //= 1
print(a)
a %= 1
print(a)
a **= 1
print(a)
a <<= 1
print(a)
a >>= 1
print(a)
a &= 1
print(a)
a ^= 1
print(a)
a |= 1
print(a)


class Unary(V):
    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "inv"

    def __abs__(self):
        return "abs"

    def __int__(self):
        return 7

    def __float__(self):
        return 7.5

    def __round__(self, n=None):
        return ("round", n)

    def __index__(self):
        return 3

    def __divmod__(self, other):
        return ("divmod", other)

    def __rdivmod__(self, other):
        return ("rdivmod", other)


u = Unary(0)
print(-u, +u, ~u, abs(u), int(u), float(u), round(u), round(u, 2), divmod(u, 2), divmod(2, u))
print([0, 1, 2, 3, 4][u], "abcdef"[u:], range(u), hex(u), bin(u), oct(u), [1] * u, "ab" * u, chr(u), bytes(u), list(range(0, 9, u)))


class OnlyAdd(V):
    def __add__(self, other):
        if isinstance(other, OnlyAdd):
            return OnlyAdd(self.x + other.x)
        if isinstance(other, int):
            return OnlyAdd(self.x + other)
        return NotImplemented

    __radd__ = __add__


p = OnlyAdd(1)
print(p + p, p + 2, 2 + p)
q = p
p += 5
print(p, q)
print(sum([OnlyAdd(1), OnlyAdd(2)], OnlyAdd(0)), sum([OnlyAdd(1), OnlyAdd(2)]))


def err(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


err(lambda: p + "s")
err(lambda: "s" + p)
err(lambda: p - 1)
err(lambda: 1 - p)
err(lambda: p * p)
err(lambda: -p)
err(lambda: ~p)
err(lambda: abs(p))
err(lambda: p < p)
err(lambda: p >= 1)
err(lambda: p @ p)
err(lambda: p**2)
err(lambda: divmod(p, 1))
err(lambda: [1] + p)
err(lambda: p[0])
err(lambda: p())
err(lambda: len(p))
err(lambda: iter(p))
err(lambda: 1 in p)
err(lambda: int(p))
err(lambda: float(p))
err(lambda: round(p))
err(lambda: hex(p))
err(lambda: [1][p])
err(lambda: range(p))


def inplace_err():
    v = p
    v -= 1


def inplace_shift():
    v = 1
    v <<= "a"


def inplace_pow():
    v = "a"
    v **= 2


err(inplace_err)
err(inplace_shift)
err(inplace_pow)


class Base(V):
    def __add__(self, other):
        return "Base.add"

    def __radd__(self, other):
        return "Base.radd"

    def __eq__(self, other):
        return "Base.eq"

    def __lt__(self, other):
        return "Base.lt"

    def __gt__(self, other):
        return "Base.gt"


class Derived(Base):
    def __radd__(self, other):
        return "Derived.radd"

    def __gt__(self, other):
        return "Derived.gt"


print(Base(1) + Derived(1), Derived(1) + Base(1), Base(1) + Base(1), Base(1) < Derived(1), Base(1) == Derived(1), Base(1) != 1)


class Never(V):
    def __add__(self, other):
        print("add asked")
        return NotImplemented

    def __radd__(self, other):
        print("radd asked")
        return NotImplemented

    def __iadd__(self, other):
        print("iadd asked")
        return NotImplemented


class Other(V):
    def __radd__(self, other):
        return "other"


n = Never(1)
err(lambda: n + 1)
err(lambda: 1 + n)
err(lambda: n + n)
print(n + Other(1))


def iadd():
    m = n
    m += 1


err(iadd)
m = n
m += Other(2)
print(m)


class Str(V):
    def __str__(self):
        return "str!"

    def __format__(self, spec):
        return "fmt:" + spec

    def __bool__(self):
        return self.x > 0

    def __len__(self):
        return 5


s = Str(1)
print(s, [s], f"{s}", f"{s:>10}", f"{s!r}", f"{s!s:>6}", "%s %r" % (s, s), "{} {:x} {!r}".format(s, s, s), bool(s), bool(Str(0)), not s, len(s), str(s), repr(s))


class Vec:
    def __init__(self, *c):
        self.c = c

    def __add__(self, o):
        return Vec(*[a + b for a, b in zip(self.c, o.c)])

    def __mul__(self, k):
        if isinstance(k, Vec):
            return sum(a * b for a, b in zip(self.c, k.c))
        return Vec(*[a * k for a in self.c])

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, o):
        return self + -o

    def __eq__(self, o):
        return isinstance(o, Vec) and self.c == o.c

    def __getitem__(self, i):
        return self.c[i]

    def __iter__(self):
        return iter(self.c)

    def __repr__(self):
        return "Vec" + repr(self.c)


v = Vec(1, 2, 3)
w = Vec(4, 5, 6)
print(v + w, v * 2, 3 * v, v * w, -v, w - v, v == Vec(1, 2, 3), v != w, v[1], v[::2], list(v), (*v,), 2 in v)
# expect: ('forward', 'add', V(1), 2) ('forward', 'sub', V(1), 2) ('forward', 'mul', V(1), 2) ('forward', 'matmul', V(1), 2) ('forward', 'truediv', V(1), 2) ('forward', 'floordiv', V(1), 2) ('forward', 'mod', V(1), 2) ('forward', 'pow', V(1), 2) ('forward', 'lshift', V(1), 2) ('forward', 'rshift', V(1), 2) ('forward', 'and', V(1), 2) ('forward', 'xor', V(1), 2) ('forward', 'or', V(1), 2)
# expect: ('reflected', 'add', V(1), 2) ('reflected', 'sub', V(1), 2) ('reflected', 'mul', V(1), 2) ('reflected', 'matmul', V(1), 2) ('reflected', 'truediv', V(1), 2) ('reflected', 'floordiv', V(1), 2) ('reflected', 'mod', V(1), 2) ('reflected', 'pow', V(1), 2) ('reflected', 'lshift', V(1), 2) ('reflected', 'rshift', V(1), 2) ('reflected', 'and', V(1), 2) ('reflected', 'xor', V(1), 2) ('reflected', 'or', V(1), 2)
# expect: V(('add', 1))
# expect: V(('sub', 1))
# expect: V(('mul', 1))
# expect: V(('matmul', 1))
# expect: V(('truediv', 1))
# expect: V(('floordiv', 1))
# expect: V(('mod', 1))
# expect: V(('pow', 1))
# expect: V(('lshift', 1))
# expect: V(('rshift', 1))
# expect: V(('and', 1))
# expect: V(('xor', 1))
# expect: V(('or', 1))
# expect: neg pos inv abs 7 7.5 ('round', None) ('round', 2) ('divmod', 2) ('rdivmod', 2)
# expect-json: "3 def range(0, 3) 0x3 0b11 0o3 [1, 1, 1] ababab \u0003 b'\\x00\\x00\\x00' [0, 3, 6]"
# expect: V(2) V(3) V(3)
# expect: V(6) V(1)
# expect: V(3) V(3)
# expect: unsupported operand type(s) for +: 'OnlyAdd' and 'str'
# expect: can only concatenate str (not "OnlyAdd") to str
# expect: unsupported operand type(s) for -: 'OnlyAdd' and 'int'
# expect: unsupported operand type(s) for -: 'int' and 'OnlyAdd'
# expect: unsupported operand type(s) for *: 'OnlyAdd' and 'OnlyAdd'
# expect: bad operand type for unary -: 'OnlyAdd'
# expect: bad operand type for unary ~: 'OnlyAdd'
# expect: bad operand type for abs(): 'OnlyAdd'
# expect: '<' not supported between instances of 'OnlyAdd' and 'OnlyAdd'
# expect: '>=' not supported between instances of 'OnlyAdd' and 'int'
# expect: unsupported operand type(s) for @: 'OnlyAdd' and 'OnlyAdd'
# expect: unsupported operand type(s) for ** or pow(): 'OnlyAdd' and 'int'
# expect: unsupported operand type(s) for divmod(): 'OnlyAdd' and 'int'
# expect: can only concatenate list (not "OnlyAdd") to list
# expect: 'OnlyAdd' object is not subscriptable
# expect: 'OnlyAdd' object is not callable
# expect: object of type 'OnlyAdd' has no len()
# expect: 'OnlyAdd' object is not iterable
# expect: argument of type 'OnlyAdd' is not iterable
# expect: int() argument must be a string, a bytes-like object or a real number, not 'OnlyAdd'
# expect: float() argument must be a string or a real number, not 'OnlyAdd'
# expect: type OnlyAdd doesn't define __round__ method
# expect: 'OnlyAdd' object cannot be interpreted as an integer
# expect: list indices must be integers or slices, not OnlyAdd
# expect: 'OnlyAdd' object cannot be interpreted as an integer
# expect: unsupported operand type(s) for -=: 'OnlyAdd' and 'int'
# expect: unsupported operand type(s) for <<=: 'int' and 'str'
# expect: unsupported operand type(s) for **=: 'str' and 'int'
# expect: Derived.radd Base.add Base.add Derived.gt Base.eq False
# expect: add asked
# expect: unsupported operand type(s) for +: 'Never' and 'int'
# expect: radd asked
# expect: unsupported operand type(s) for +: 'int' and 'Never'
# expect: add asked
# expect: unsupported operand type(s) for +: 'Never' and 'Never'
# expect: add asked
# expect: other
# expect: iadd asked
# expect: add asked
# expect: unsupported operand type(s) for +=: 'Never' and 'int'
# expect: iadd asked
# expect: add asked
# expect: other
# expect: str! [V(1)] fmt: fmt:>10 V(1)   str! str! V(1) fmt: fmt:x V(1) True False False 5 str! V(1)
# expect: Vec(5, 7, 9) Vec(2, 4, 6) Vec(3, 6, 9) 32 Vec(-1, -2, -3) Vec(3, 3, 3) True True 2 (1, 3) [1, 2, 3] (1, 2, 3) True
