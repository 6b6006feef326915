# Every kind of parameter, in every combination, and how each call fills them.
def pos(a, b):
    return a, b


def posonly(a, b, /):
    return a, b


def mixed(a, b=2, /, c=3, *, d, e=5):
    return a, b, c, d, e


def star(a, *rest):
    return a, rest


def kwonly(*, x, y=2):
    return x, y


def kw(a, **more):
    return a, more


def everything(p, q=1, /, r=2, *s, t, u=4, **v):
    return p, q, r, s, t, u, v


print(pos(1, 2), pos(1, b=2), pos(b=1, a=2), pos(*[1, 2]), pos(*(1,), b=3), pos(**{"a": 1, "b": 2}))
print(posonly(1, 2), posonly(*"ab"))
print(mixed(1, d=4), mixed(1, 9, d=4), mixed(1, 9, 8, d=4), mixed(1, c=7, e=6, d=4))
print(star(1), star(1, 2), star(1, 2, 3), star(*[1, 2, 3]), star(*[], *[1], *(2, 3)), star(1, *range(3)))
print(kwonly(x=1), kwonly(y=1, x=3), kwonly(**{"x": 0}))
print(kw(1), kw(1, b=2, c=3), kw(a=1), kw(**{"z": 1, "a": 2}, y=3))
print(everything(1, t=2))
print(everything(1, 2, 3, 4, 5, t=6, u=7, w=8, p=9, q=10))
print(everything(*[1, 2], *[3, 4], t=0, **{"x": 1}, **{"y": 2}))


def err(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except TypeError as e:
        print(e)


err(pos)
err(pos, 1)
err(pos, 1, 2, 3)
err(pos, 1, 2, a=3)
err(pos, 1, a=3)
err(pos, 1, 2, c=3)
err(pos, c=3)
err(pos, b=3)
err(posonly, 1, b=2)
err(posonly, a=1, b=2)
err(posonly)
err(mixed)
err(mixed, 1)
err(mixed, 1, 2, 3, 4)
err(mixed, 1, 2, 3, 4, d=5)
err(mixed, 1, d=1, z=2)
err(mixed, 1, b=2, d=3)
err(star)
err(star, b=1)
err(kwonly)
err(kwonly, 1)
err(kwonly, 1, x=2)
err(kwonly, y=2)
err(kwonly, z=2, x=1)
err(kw)
err(kw, 1, 2)
err(kw, 1, 2, b=3)
err(kw, 1, a=2)
err(everything)
err(everything, 1)
err(everything, t=1)
err(everything, 1, 2, r=2, t=2)
err(everything, 1, 2, 3, r=2, t=2)


def three(a, b, c):
    pass


def four(a, b, c, d=1):
    pass


def kw3(*, a, b, c):
    pass


def none():
    pass


err(three)
err(three, 1)
err(four)
err(four, 1, 2, 3, 4, 5)
err(kw3)
err(kw3, b=1)
err(none, 1)
err(none, a=1)
err(none, 1, 2)
err(lambda x: x)
err(lambda x: x, 1, 2)


class C:
    def m(self, a):
        return a

    @staticmethod
    def s(a):
        return a

    @classmethod
    def c(cls, a):
        return a

    def __init__(self, *ignored):
        pass


c = C()
err(c.m)
err(c.m, 1, 2)
err(c.m, 1)
err(C.m, 1)
err(C.s)
err(C.s, 1, 2)
err(c.c)
err(c.c, 1, 2)


class D:
    def __init__(self, a, b=1):
        pass


class E:
    pass


err(D)
err(D, 1, 2, 3)
err(D, c=3)
err(E, 1)
err(E, a=1)
err(int, 1, 2, 3)
err(len)
err(len, 1, 2)
err(None)
err(1, 2)
err("abc")
err(c)

try:
    pos(1, *None)
except TypeError as e:
    print(e)
try:
    kw(1, **{1: 2})
except TypeError as e:
    print(e)
# expect: (1, 2) (1, 2) (2, 1) (1, 2) (1, 3) (1, 2)
# expect: (1, 2) ('a', 'b')
# expect: (1, 2, 3, 4, 5) (1, 9, 3, 4, 5) (1, 9, 8, 4, 5) (1, 2, 7, 4, 6)
# expect: (1, ()) (1, (2,)) (1, (2, 3)) (1, (2, 3)) (1, (2, 3)) (1, (0, 1, 2))
# expect: (1, 2) (3, 1) (0, 2)
# expect: (1, {}) (1, {'b': 2, 'c': 3}) (1, {}) (2, {'z': 1, 'y': 3})
# expect: (1, 1, 2, (), 2, 4, {})
# expect: (1, 2, 3, (4, 5), 6, 7, {'w': 8, 'p': 9, 'q': 10})
# expect: (1, 2, 3, (4,), 0, 4, {'x': 1, 'y': 2})
# expect: pos() missing 2 required positional arguments: 'a' and 'b'
# expect: pos() missing 1 required positional argument: 'b'
# expect: pos() takes 2 positional arguments but 3 were given
# expect: pos() got multiple values for argument 'a'
# expect: pos() got multiple values for argument 'a'
# expect: pos() got an unexpected keyword argument 'c'
# expect: pos() got an unexpected keyword argument 'c'
# expect: pos() missing 1 required positional argument: 'a'
# expect: posonly() got some positional-only arguments passed as keyword arguments: 'b'
# expect: posonly() got some positional-only arguments passed as keyword arguments: 'a, b'
# expect: posonly() missing 2 required positional arguments: 'a' and 'b'
# expect: mixed() missing 1 required positional argument: 'a'
# expect: mixed() missing 1 required keyword-only argument: 'd'
# expect: mixed() takes from 1 to 3 positional arguments but 4 were given
# expect: mixed() takes from 1 to 3 positional arguments but 4 positional arguments (and 1 keyword-only argument) were given
# expect: mixed() got an unexpected keyword argument 'z'
# expect: mixed() got some positional-only arguments passed as keyword arguments: 'b'
# expect: star() missing 1 required positional argument: 'a'
# expect: star() got an unexpected keyword argument 'b'
# expect: kwonly() missing 1 required keyword-only argument: 'x'
# expect: kwonly() takes 0 positional arguments but 1 was given
# expect: kwonly() takes 0 positional arguments but 1 positional argument (and 1 keyword-only argument) were given
# expect: kwonly() missing 1 required keyword-only argument: 'x'
# expect: kwonly() got an unexpected keyword argument 'z'
# expect: kw() missing 1 required positional argument: 'a'
# expect: kw() takes 1 positional argument but 2 were given
# expect: kw() takes 1 positional argument but 2 were given
# expect: kw() got multiple values for argument 'a'
# expect: everything() missing 1 required positional argument: 'p'
# expect: everything() missing 1 required keyword-only argument: 't'
# expect: everything() missing 1 required positional argument: 'p'
# expect: (1, 2, 2, (), 2, 4, {})
# expect: everything() got multiple values for argument 'r'
# expect: three() missing 3 required positional arguments: 'a', 'b', and 'c'
# expect: three() missing 2 required positional arguments: 'b' and 'c'
# expect: four() missing 3 required positional arguments: 'a', 'b', and 'c'
# expect: four() takes from 3 to 4 positional arguments but 5 were given
# expect: kw3() missing 3 required keyword-only arguments: 'a', 'b', and 'c'
# expect: kw3() missing 2 required keyword-only arguments: 'a' and 'c'
# expect: none() takes 0 positional arguments but 1 was given
# expect: none() got an unexpected keyword argument 'a'
# expect: none() takes 0 positional arguments but 2 were given
# expect: <lambda>() missing 1 required positional argument: 'x'
# expect: <lambda>() takes 1 positional argument but 2 were given
# expect: C.m() missing 1 required positional argument: 'a'
# expect: C.m() takes 2 positional arguments but 3 were given
# expect: 1
# expect: C.m() missing 1 required positional argument: 'a'
# expect: C.s() missing 1 required positional argument: 'a'
# expect: C.s() takes 1 positional argument but 2 were given
# expect: C.c() missing 1 required positional argument: 'a'
# expect: C.c() takes 2 positional arguments but 3 were given
# expect: D.__init__() missing 1 required positional argument: 'a'
# expect: D.__init__() takes from 2 to 3 positional arguments but 4 were given
# expect: D.__init__() got an unexpected keyword argument 'c'
# expect: E() takes no arguments
# expect: E() takes no arguments
# expect: int() takes at most 2 arguments (3 given)
# expect: len() takes exactly one argument (0 given)
# expect: len() takes exactly one argument (2 given)
# expect: 'NoneType' object is not callable
# expect: 'int' object is not callable
# expect: 'str' object is not callable
# expect: 'C' object is not callable
# expect: Value after * must be an iterable, not NoneType
# expect: keywords must be strings
