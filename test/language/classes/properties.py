# property in all forms, staticmethod, classmethod, descriptors.
class Temp:
    def __init__(self, c):
        self._c = c

    @property
    def c(self):
        "celsius"
        return self._c

    @c.setter
    def c(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._c = value

    @c.deleter
    def c(self):
        print("deleted")
        self._c = 0

    @property
    def f(self):
        return self._c * 9 / 5 + 32

    def _get(self):
        return "got"

    def _set(self, v):
        self._c = v

    old = property(_get, _set)
    ro = property(lambda self: self._c)


t = Temp(20)
print(t.c, t.f, t.old, t.ro)
t.c = 30
t.c += 5
t.old = 40
print(t.c, t.f)
del t.c
print(t.c)


def err(f):
    try:
        print(f())
    except (AttributeError, ValueError, TypeError) as e:
        print(type(e).__name__, e)


err(lambda: setattr(t, "c", -300))
err(lambda: setattr(t, "f", 1))
err(lambda: setattr(t, "ro", 1))
err(lambda: delattr(t, "f"))
err(lambda: delattr(t, "old"))


class NoGet:
    x = property()
    y = property(fset=lambda self, v: None)


err(lambda: NoGet().x)
err(lambda: NoGet().y)


class Hot(Temp):
    @property
    def c(self):
        return super().c + 100

    @Temp.c.setter
    def k(self, v):
        self._c = v


h = Hot(1)
print(h.c, h.f)


class S:
    def __init__(self):
        self.calls = 0

    @staticmethod
    def add(a, b):
        return a + b

    @classmethod
    def create(cls, n):
        s = cls()
        s.calls = n
        return s

    plain = staticmethod(lambda x: x * 2)
    klass = classmethod(lambda cls, x: (cls.__name__, x))


class T(S):
    pass


print(S.add(1, 2), S().add(3, 4), T.create(5).calls, type(T.create(1)).__name__, S.plain(4), S().plain(5), T.klass(1), T().klass(2))


class Typed:
    def __init__(self, name, kind):
        self.name = "_" + name
        self.kind = kind

    def __get__(self, obj, cls):
        if obj is None:
            return self
        return getattr(obj, self.name, None)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError("wants " + self.kind.__name__)
        setattr(obj, self.name, value)

    def __delete__(self, obj):
        print("delete", self.name)
        setattr(obj, self.name, None)


class Person:
    name = Typed("name", str)
    age = Typed("age", int)

    def __init__(self, name, age):
        self.name = name
        self.age = age


a = Person("Ann", 3)
print(a.name, a.age, Person.age is Person.__dict__["age"] if hasattr(Person, "__dict__") else True)
err(lambda: setattr(a, "age", "old"))
del a.age
print(a.age)


class NonData:
    def __get__(self, obj, cls):
        return "from descriptor", obj is None, cls.__name__


class Holder:
    d = NonData()


o = Holder()
print(o.d, Holder.d)
o.d = "own"
print(o.d)


class Cached:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, cls):
        v = self.f(obj)
        setattr(obj, self.f.__name__, v)
        return v


class Heavy:
    @Cached
    def value(self):
        print("computing")
        return 42


y = Heavy()
print(y.value, y.value)


class WithCall:
    def __call__(self, x):
        return ("called", x)


class Uses:
    m = WithCall()
    builtin = len
    number = int


u = Uses()
print(u.m(1), u.builtin([1, 2]), u.number("7"))
u.f = lambda x: x + 1
print(u.f(1))
# expect: 20 68.0 got 20
# expect: 40 104.0
# expect: deleted
# expect: 0
# expect: ValueError too cold
# expect: AttributeError property 'f' of 'Temp' object has no setter
# expect: AttributeError property 'ro' of 'Temp' object has no setter
# expect: AttributeError property 'f' of 'Temp' object has no deleter
# expect: AttributeError property 'old' of 'Temp' object has no deleter
# expect: AttributeError property 'x' of 'NoGet' object has no getter
# expect: AttributeError property 'y' of 'NoGet' object has no getter
# expect: 101 33.8
# expect: 3 7 5 T 8 10 ('T', 1) ('T', 2)
# expect: Ann 3 True
# expect: TypeError wants int
# expect: delete _age
# expect: None
# expect: ('from descriptor', False, 'Holder') ('from descriptor', True, 'Holder')
# expect: own
# expect: computing
# expect: 42 42
# expect: ('called', 1) 2 7
# expect: 2
