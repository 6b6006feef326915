a = b = c = 1
a, b = b, a
(a, b), [c, *d] = e
[a, b] = c
a, = b
(a) = 1
(a.b) = (c[0]) = 2
*a, b = c
a, *b, c = d
(*a, b) = c
() = []
[] = ()
a += 1; a -= 1; a *= 1; a /= 1; a //= 1; a %= 1; a @= 1; a **= 1; a <<= 1; a >>= 1; a &= 1; a ^= 1; a |= 1
a.b += 1
a[0] -= 2
(a) += 1
a: int
a: int = 1
a.b: int
a[0]: int = 2
(a): int = 3
a: tuple = 1, 2
a: x.y[z] = *b, c
def f():
    a = yield
    a = yield b
    a += yield from c
    a = b = yield 1, 2
    x: int = yield
    yield
    yield *a, b
    return *a, b
del a
del (a), [b], (c, d), (e), ()
del (a, b)
del a,
del [a, (b, c)],
