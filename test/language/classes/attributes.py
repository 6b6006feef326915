# Attributes of instances and classes: stores, deletes, overflow, __getattr__ and its family, the words of AttributeError.
class P:
    count = 0

    def __init__(self, x):
        self.x = x
        P.count += 1


p = P(1)
q = P(2)
print(P.count, p.count, p.x, q.x)
p.count = 10
print(p.count, q.count, P.count)
del p.count
print(p.count)
p.extra = "e"
p.more = ["m"]
print(p.extra, p.more, sorted(vars(p)), p.__dict__)
del p.extra
del p.x
for name in ("x", "extra", "more"):
    print(name, hasattr(p, name), getattr(p, name, "none"))


def err(f):
    try:
        print(f())
    except AttributeError as e:
        print(e)


err(lambda: p.x)
err(lambda: p.nothing)
err(lambda: P.nothing)
err(lambda: p.x.y)
err(lambda: (1).foo)
err(lambda: "s".foo)
err(lambda: None.foo)
err(lambda: [].foo())
err(lambda: len.foo)
err(lambda: err.foo)
err(lambda: (1.5).foo)
err(lambda: int.foo)
err(lambda: delattr(p, "x"))
err(lambda: delattr(P, "zzz"))
err(lambda: setattr(1, "x", 2))
err(lambda: setattr("s", "x", 2))
err(lambda: setattr([], "x", 2))
err(lambda: setattr(None, "x", 2))


class Lazy:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError("no such: " + name)
        return "lazy " + name


z = Lazy()
print(z.real, z.other, getattr(z, "third"), hasattr(z, "nope"), getattr(z, "nope", 5))
err(lambda: z.nope)


class Guard:
    def __init__(self):
        object.__setattr__(self, "log", [])
        self.a = 1

    def __setattr__(self, name, value):
        self.log.append(("set", name, value))
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        self.log.append(("del", name))
        super().__delattr__(name)


g = Guard()
g.b = 2
g.a += 5
del g.b
setattr(g, "c", 3)
delattr(g, "c")
print(g.log, g.a, hasattr(g, "b"))
err(lambda: delattr(g, "zz"))


class Proxy:
    def __init__(self, target):
        self.__dict__["_target"] = target

    def __getattr__(self, name):
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        setattr(self._target, name, value)


class Private:
    def __init__(self):
        self.__secret = 1
        self._protected = 2

    def __hidden(self):
        return self.__secret

    def get(self):
        return self.__hidden()


v = Private()
print(v.get(), v._Private__secret, sorted(vars(v)), v._Private__hidden())
err(lambda: v.__secret)

print(getattr(P, "count"), getattr(p, "nothing", None))
setattr(P, "dynamic", lambda self: "dyn")
print(q.dynamic(), P.dynamic(0))
f = q.dynamic
print(f(), f.__self__ is q, f.__func__ is P.dynamic)
print(callable(f), callable(P), callable(q), callable(print), callable(1))


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


s = Slots()
s.b = 2
print(s.a, s.b)


class Chain:
    def __init__(self):
        self.path = []

    def __getattr__(self, name):
        self.path.append(name)
        return self

    def __call__(self, *args):
        self.path.append(args)
        return self


print(Chain().a.b.c(1).d("x").path)


class Table:
    pass


t = Table()
for i in range(20):
    setattr(t, "field" + str(i), i)
print(sum(getattr(t, "field" + str(i)) for i in range(20)), len(vars(t)))
for i in range(0, 20, 2):
    delattr(t, "field" + str(i))
print(sorted(vars(t).values()))
t.__class__.shared = 1
print(t.shared, t.__class__ is Table, Table.__name__, Table.__module__, Table.__qualname__)


class Outer:
    class Inner:
        def f(self):
            pass

    inner = Inner()


print(Outer.Inner.__qualname__, Outer.inner.f.__name__, Outer.Inner.f.__qualname__)


class Doc:
    x: int = 1
    y: str


print(Doc.x, hasattr(Doc, "y"))
# expect: 2 2 1 2
# expect: 10 2 2
# expect: 2
# expect: e ['m'] ['extra', 'more', 'x'] {'x': 1, 'extra': 'e', 'more': ['m']}
# expect: x False none
# expect: extra False none
# expect: more True ['m']
# expect: 'P' object has no attribute 'x'
# expect: 'P' object has no attribute 'nothing'
# expect: type object 'P' has no attribute 'nothing'
# expect: 'P' object has no attribute 'x'
# expect: 'int' object has no attribute 'foo'
# expect: 'str' object has no attribute 'foo'
# expect: 'NoneType' object has no attribute 'foo'
# expect: 'list' object has no attribute 'foo'
# expect: 'builtin_function_or_method' object has no attribute 'foo'
# expect: 'function' object has no attribute 'foo'
# expect: 'float' object has no attribute 'foo'
# expect: type object 'int' has no attribute 'foo'
# expect: 'P' object has no attribute 'x'
# expect: type object 'P' has no attribute 'zzz'
# expect: 'int' object has no attribute 'x'
# expect: 'str' object has no attribute 'x'
# expect: 'list' object has no attribute 'x'
# expect: 'NoneType' object has no attribute 'x'
# expect: 1 lazy other lazy third False 5
# expect: no such: nope
# expect: [('set', 'a', 1), ('set', 'b', 2), ('set', 'a', 6), ('del', 'b'), ('set', 'c', 3), ('del', 'c')] 6 False
# expect: 'Guard' object has no attribute 'zz'
# expect: 1 1 ['_Private__secret', '_protected'] 1
# expect: 'Private' object has no attribute '__secret'
# expect: 2 None
# expect: dyn dyn
# expect: dyn True True
# expect: True True False True False
# expect: 1 2
# expect: ['a', 'b', 'c', (1,), 'd', ('x',)]
# expect: 190 20
# expect: [1, 3, 5, 7, 9, 11, 13, 15, 17, 19]
# expect: 1 True Table __main__ Table
# expect: Outer.Inner f Outer.Inner.f
# expect: 1 False
