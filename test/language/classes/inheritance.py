# Single and multiple inheritance, the method resolution order, super() in all its forms.
class Base:
    kind = "base"

    def __init__(self, name):
        self.name = name

    def hello(self):
        return "hello " + self.name

    def who(self):
        return "Base"


class Child(Base):
    kind = "child"

    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def hello(self):
        return super().hello() + " aged " + str(self.age)


class Grand(Child):
    def who(self):
        return "Grand>" + super().who()


c = Child("Ann", 3)
g = Grand("Bob", 4)
print(c.hello(), c.kind, c.who(), g.hello(), g.who(), g.kind)  # expect: hello Ann aged 3 child Base hello Bob aged 4 Grand>Base child
print(isinstance(g, Base), isinstance(c, Grand), issubclass(Grand, Child), issubclass(Base, Child), isinstance(1, (str, int)))  # expect: True False True False True
print(type(g) is Grand, type(g).__name__, Grand.__bases__, Grand.__mro__)  # expect: True Grand (<class '__main__.Child'>,) (<class '__main__.Grand'>, <class '__main__.Child'>, <class '__main__.Base'>, <class 'object'>)


class A:
    def f(self):
        return ["A"]


class B(A):
    def f(self):
        return ["B"] + super().f()


class C(A):
    def f(self):
        return ["C"] + super().f()


class D(B, C):
    def f(self):
        return ["D"] + super().f()


class E(D):
    pass


print(D().f(), E().f(), [k.__name__ for k in D.__mro__])  # expect: ['D', 'B', 'C', 'A'] ['D', 'B', 'C', 'A'] ['D', 'B', 'C', 'A', 'object']


class F(B, C):
    def f(self):
        return super(B, self).f(), super(F, self).f(), B.f(self)


print(F().f())  # expect: (['C', 'A'], ['B', 'C', 'A'], ['B', 'C', 'A'])


class X:
    pass


class Y:
    pass


class XY(X, Y):
    pass


class YX(Y, X):
    pass


try:

    class Bad(XY, YX):
        pass

except TypeError as e:
    print(e)  # expect: Cannot create a consistent method resolution
# expect: order (MRO) for bases X, Y
try:

    class Bad2(X, X):
        pass

except TypeError as e:
    print(e)  # expect: duplicate base class X
try:

    class Bad3(A, B):
        pass

except TypeError as e:
    print(e)  # expect: Cannot create a consistent method resolution
# expect: order (MRO) for bases A, B


class Root:
    def __init__(self, **kw):
        self.log = ["root"]
        if kw:
            raise TypeError(str(kw))


class Left(Root):
    def __init__(self, *, left, **kw):
        super().__init__(**kw)
        self.left = left
        self.log.append("left")


class Right(Root):
    def __init__(self, *, right, **kw):
        super().__init__(**kw)
        self.right = right
        self.log.append("right")


class Both(Left, Right):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.log.append("both")


b = Both(left=1, right=2)
print(b.log, b.left, b.right)  # expect: ['root', 'right', 'left', 'both'] 1 2


class P:
    @classmethod
    def make(cls, x):
        return cls.__name__, x

    @staticmethod
    def static():
        return "static P"

    @property
    def prop(self):
        return "prop P"


class Q(P):
    @classmethod
    def make(cls, x):
        return super().make(x + 1)

    @staticmethod
    def static():
        return "Q>" + P.static()

    @property
    def prop(self):
        return "Q>" + super().prop

    def nested(self):
        return [super(Q, self).prop for _ in range(2)]

    def in_lambda(self):
        return (lambda s: super(Q, s).prop)(self)


q = Q()
print(Q.make(1), q.make(2), Q.static(), q.prop, q.nested(), q.in_lambda())  # expect: ('Q', 2) ('Q', 3) Q>static P Q>prop P ['prop P', 'prop P'] prop P


class NoInit:
    pass


class WithInit(NoInit):
    def __init__(self):
        super().__init__()
        self.done = True


print(WithInit().done)  # expect: True
try:
    q.missing
except AttributeError as e:
    print(e)  # expect: 'Q' object has no attribute 'missing'
try:
    super(Q, q).missing
except AttributeError as e:
    print(e)  # expect: 'super' object has no attribute 'missing'


class Mixin:
    def describe(self):
        return f"{type(self).__name__}({self.value})"


class Number(Mixin):
    def __init__(self, value):
        self.value = value


class Special(Number):
    def describe(self):
        return "*" + super().describe()


print(Number(1).describe(), Special(2).describe())  # expect: Number(1) *Special(2)


def dynamic(base):
    class Made(base):
        def who(self):
            return "Made>" + super().who()

    return Made


M = dynamic(Grand)
print(M("Z", 1).who(), dynamic(M)("Y", 2).who(), M.__name__)  # expect: Made>Grand>Base Made>Made>Grand>Base Made
Alias = Base
Base.later = lambda self: "added to " + self.name
print(g.later(), c.later())  # expect: added to Bob added to Ann
Child.kind = "changed"
print(g.kind, c.kind, Base.kind)  # expect: changed changed base
del Child.kind
print(g.kind)  # expect: base
