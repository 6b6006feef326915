# match: class patterns, by position and by keyword, and what is wrong with them.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Special(Point):
    pass


class Plain:
    a = 1

    @property
    def hidden(self):
        raise AttributeError("hidden")


class Number(int):
    pass


class NotTuple:
    __match_args__ = ["x"]


class NotText:
    __match_args__ = (1,)


class Twice:
    __match_args__ = ("x", "x")
    x = 1


def f(v):
    match v:
        case Point(0, 0):
            return "origin"
        case Special(x, y=1):
            return "special", x
        case Point(x, y) if x == y:
            return "diagonal", x
        case Point(x=[a, *_]):
            return "list", a
        case Point(y=y):
            return "point", y
        case Plain(a=1, hidden=_):
            return "never"
        case Plain(a=1):
            return "plain"
        case Number(n):
            return "number", n
        case bool(b):
            return "bool", b
        case int(n) | float(n):
            return "real", n
        case Exception(args=(a,)) | Exception(args=[a, *_]):
            return "exception", a
        case Exception():
            return "bare"
        case list([a, *_]) | tuple((a, *_)):
            return "sequence", a
    return "nothing"


for v in (Point(0, 0), Special(2, 1), Special(3, 3), Point([1, 2], 0), Point(5, 6), Plain(), Number(3), True, 4, 4.5, ValueError("x"), ValueError(),
          KeyError(1, 2), [7], (8,), None):
    print(f(v))  # expect: origin
# expect: ('special', 2)
# expect: ('diagonal', 3)
# expect: ('list', 1)
# expect: ('point', 6)
# expect: plain
# expect: ('number', 3)
# expect: ('bool', True)
# expect: ('real', 4)
# expect: ('real', 4.5)
# expect: ('exception', 'x')
# expect: bare
# expect: ('exception', 1)
# expect: ('sequence', 7)
# expect: ('sequence', 8)
# expect: nothing


def g(v, c):
    try:
        match v:
            case c(a):
                return a
    except TypeError as e:
        return str(e)


print(g(1, int), g("s", str), g({}, dict), g(1, str))  # expect: 1 s {} None
for c in (5, NotTuple, NotText, Plain, object):
    print(g(c() if isinstance(c, type) else c, c))  # expect: called match pattern must be a type
# expect: NotTuple.__match_args__ must be a tuple (got list)
# expect: __match_args__ elements must be strings (got int)
# expect: Plain() accepts 0 positional sub-patterns (1 given)
# expect: object() accepts 0 positional sub-patterns (1 given)


def h(v):
    try:
        match v:
            case Twice(a, b):
                return a, b
            case int(a, b):
                return a, b
    except TypeError as e:
        return str(e)


print(h(Twice()))  # expect: Twice() got multiple sub-patterns for attribute 'x'
print(h(1))  # expect: int() accepts 1 positional sub-pattern (2 given)
try:
    match Plain():
        case Point(x=1) | Plain(a=5): pass
        case print(): pass
except TypeError as e:
    print(e)  # expect: called match pattern must be a type
