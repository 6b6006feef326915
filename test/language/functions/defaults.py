# Defaults are computed once, when the def runs, from left to right; they are shared between calls.
def log(x):
    print("default", x)  # expect: default 1
# expect: default 2
# expect: default 3
    return x


def f(a=log(1), b=log(2), *, c=log(3)):
    return a, b, c


print(f(), f(7), f(b=8), f(c=9))  # expect: (1, 2, 3) (7, 2, 3) (1, 8, 3) (1, 2, 9)


def append(x, to=[]):
    to.append(x)
    return to


print(append(1), append(2))  # expect: [1, 2] [1, 2]
print(append(3) is append(4), append(5, [0]))  # expect: True [0, 5]

n = 10


def late(x=n):
    return x, n


n = 20
print(late(), late(1))  # expect: (10, 20) (1, 20)

fs = [lambda i=i: i * i for i in range(4)]
print([g() for g in fs], fs[2](9))  # expect: [0, 1, 4, 9] 81


def nested(a, b=None, *args, c=(), d={}, **kw):
    def inner(x=a, *, y=b):
        return x, y, args, c, d, kw

    return inner


print(nested(1)(), nested(1, 2, 3, c=4, z=5)(y=6))  # expect: (1, None, (), (), {}, {}) (1, 6, (3,), 4, {}, {'z': 5})
print((lambda a, b=2, /, *c, d=4, **e: (a, b, c, d, e))(1, 5, 6, d=7, f=8))  # expect: (1, 5, (6,), 7, {'f': 8})

for k in range(3):

    def made(v=k, *, w=k + 1):
        return v, w

    print(made(), made(10), made(w=5))  # expect: (0, 1) (10, 1) (0, 5)
# expect: (1, 2) (10, 2) (1, 5)
# expect: (2, 3) (10, 3) (2, 5)


class Config:
    size = 4

    def grow(self, by=size, factor=size * 2):
        return by + factor


print(Config().grow(), Config().grow(1), Config().grow(factor=0))  # expect: 12 9 4
