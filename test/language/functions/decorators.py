# Decorators of functions, methods and classes; with arguments, stacked, replacing by something else.
def trace(f):
    def wrapper(*args, **kwargs):
        print("call", f.__name__, args, sorted(kwargs.items()))
        r = f(*args, **kwargs)
        print("done", r)
        return r

    wrapper.__name__ = f.__name__
    return wrapper


@trace
def add(a, b=1):
    return a + b


print(add(1), add(1, b=5), add.__name__)


def times(n):
    print("times", n)

    def decorate(f):
        print("decorate", n)

        def wrapper(*a):
            return [f(*a) for _ in range(n)]

        return wrapper

    return decorate


@times(2)
@times(3)
def hi(x):
    return x


print(hi("a"))


class Memo:
    def __init__(self, f):
        self.f = f
        self.known = {}

    def __call__(self, *args):
        if args not in self.known:
            self.known[args] = self.f(*args)
        return self.known[args]


@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), len(fib.known))

registry = {}


def register(cls):
    registry[cls.__name__] = cls
    cls.tag = cls.__name__.lower()
    return cls


def named(name):
    def decorate(cls):
        cls.name = name
        return cls

    return decorate


@register
@named("first")
class A:
    pass


@register
class B(A):
    @trace
    def method(self, x):
        return x * 2

    @staticmethod
    @trace
    def static(x):
        return x + 1

    @classmethod
    def make(cls, *a):
        return cls.__name__, a


print(sorted(registry), A.tag, B.tag, A.name, B().name)
b = B()
print(B.static(1), b.static(2), B.make(1), b.make())


def seven(f):
    return 7


@seven
def gone():
    pass


print(gone)


@lambda f: f()
def called():
    return "at once"


print(called)

handlers = []


class App:
    def route(self, path):
        def decorate(f):
            handlers.append((path, f))
            return f

        return decorate


app = App()


@app.route("/")
def index():
    return "index"


@app.route("/x")
def other():
    return "other"


print([(p, f()) for p, f in handlers], index())


def attributes():
    pass


attributes.count = 1
attributes.count += 1
print(attributes.count, hasattr(attributes, "nothing"))
# expect: call add (1,) []
# expect: done 2
# expect: call add (1,) [('b', 5)]
# expect: done 6
# expect: 2 6 add
# expect: times 2
# expect: times 3
# expect: decorate 3
# expect: decorate 2
# expect: [['a', 'a', 'a'], ['a', 'a', 'a']]
# expect: 1548008755920 61
# expect: ['A', 'B'] a b first first
# expect: call static (1,) []
# expect: done 2
# expect: call static (2,) []
# expect: done 3
# expect: 2 3 ('B', (1,)) ('B', ())
# expect: 7
# expect: at once
# expect: [('/', 'index'), ('/x', 'other')] index
# expect: 2 False
