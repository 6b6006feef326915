# What is called when a class has been made, super() in all its forms, and reading and storing attributes by hooks.

class Field:
    def __init__(self, default):
        self.default = default

    def __set_name__(self, owner, name):
        self.name = name
        print('named', owner.__name__, name)

    def __get__(self, obj, cls):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        obj.__dict__[self.name] = value * 2

    def __delete__(self, obj):
        del obj.__dict__[self.name]

class Base:
    kinds = {}

    def __init_subclass__(cls, kind=None, **more):
        super().__init_subclass__(**more)
        print('subclass', cls.__name__, kind)
        cls.kinds[kind] = cls

class Model(Base, kind='model'):
    size = Field(1)
    name = Field('?')

    def __init__(self, size=None):
        if size is not None:
            self.size = size

class Small(Model):
    extra = Field(3)

m = Model(5)
print(m.size, m.name, Model().size, type(Model.size).__name__, m.__dict__, Base.kinds[None].__name__)
del m.size
print(m.size, m.__dict__)
m.__dict__.update(a=1, b=2)
m.__dict__['c'] = 3
print(m.a, m.b, m.c, m.__dict__.pop('a'), hasattr(m, 'a'), sorted(vars(m)), m.__dict__ == {'b': 2, 'c': 3})
try:
    class Bad(Base, color=1):
        pass
except TypeError as e:
    print(e)
try:
    class Bad2(colour=1):
        pass
except TypeError as e:
    print(e)

class Broken:
    def __set_name__(self, owner, name):
        raise ValueError('no')
try:
    class Worse:
        x = Broken()
except RuntimeError as e:
    print(e, repr(e.__cause__))

class A:
    tag = 'A'

    def who(self):
        return 'A.who'

    @classmethod
    def make(cls):
        return 'made ' + cls.__name__

    def __repr__(self):
        return 'an A'

class B(A):
    tag = 'B'

    def who(self):
        s = super()
        return 'B>' + s.who() + ' ' + s.tag + ' ' + str(s)

    @classmethod
    def make(cls):
        return super(B, cls).make() + '!'

    def other(self):
        def inner(*, of=super()):
            return of.who()
        return inner()

b = B()
print(b.who(), b.make(), b.other(), super(B, b).tag, hasattr(super(B, b), 'who'), hasattr(super(B, b), 'nothing'), super(B, B).make())
print(super(B, b).__repr__(), getattr(super(B, b), 'tag'), super(B).__get__(b).who())
for f in (lambda: super(1, 1), lambda: super(B, 5), lambda: super(B, A()), lambda: setattr(super(B, b), 'x', 1), lambda: super(B, b).x):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)

class Watched:
    def __init__(self):
        self.n = 1

    def __getattribute__(self, name):
        if name.startswith('secret'):
            raise AttributeError('hidden ' + name)
        log.append(name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return 'fallback ' + name

    def method(self):
        return self.n

log = []
w = Watched()
print(w.n, w.method(), w.secret, w.nothing, log)

class Slotted:
    __slots__ = ('x', '__y')

    def __init__(self):
        self.x = 1
        self.__y = 2

    def put(self):
        self.z = 1

    def y(self):
        return self.__y

class Sub(Slotted):
    __slots__ = 'z'

class Open(Slotted):
    pass

s = Slotted()
print(s.x, s.y(), hasattr(s, "__dict__"), hasattr(b, "__dict__"))
for f in (s.put, lambda: setattr(s, 'w', 1), lambda: Sub().put() or 'stored', lambda: Open().put() or 'stored', lambda: setattr(Sub(), 'q', 1)):
    try:
        print(f())
    except AttributeError as e:
        print(e)
del s.x
try:
    s.x
except AttributeError as e:
    print('gone')

Point = type('Point', (A,), {'x': 1, 'norm': lambda self: self.x * 2})
p = Point()
p.x = 4
print(Point.__name__, p.norm(), p, isinstance(p, A), type('E', (Exception,), {})('boom').args, Point.__mro__ == (Point, A, object), Point)
Stack = type('Stack', (list,), dict(top=lambda self: self[-1]))
print(Stack([1, 2]).top(), [n for n in dir(Point) if not n.startswith('_')], 'who' in dir(b), B.__dict__['tag'], 'make' in vars(B), A.__dict__.get('zzz'))

class Gone:
    def f(self):
        return 1
    g = 2
del Gone.f, Gone.g
print(hasattr(Gone, 'f'), hasattr(Gone(), 'g'))
try:
    del Gone.f
except AttributeError:
    print('no f')
Gone.f = lambda self: 3
print(Gone().f(), b.who == b.who, b.who != B().who, hash(b.who) == hash(b.who), {b.who: 1}[b.who])
# expect: named Model size
# expect: named Model name
# expect: subclass Model model
# expect: named Small extra
# expect: subclass Small None
# expect: 10 ? 1 Field {'size': 10} Small
# expect: 1 {}
# expect: 1 2 3 1 False ['b', 'c'] True
# expect: Bad.__init_subclass__() takes no keyword arguments
# expect: Bad2.__init_subclass__() takes no keyword arguments
# expect: Error calling __set_name__ on 'Broken' instance 'x' in 'Worse' ValueError('no')
# expect: B>A.who A <super: <class 'B'>, <B object>> made B! A.who A True False made B
# expect: an A A A.who
# expect: TypeError super() argument 1 must be a type, not int
# expect: TypeError super(type, obj): obj must be an instance or subtype of type
# expect: TypeError super(type, obj): obj must be an instance or subtype of type
# expect: AttributeError 'super' object has no attribute 'x'
# expect: AttributeError 'super' object has no attribute 'x'
# expect: 1 1 fallback secret fallback nothing ['n', 'method', 'n', 'nothing']
# expect: 1 2 False True
# expect: 'Slotted' object has no attribute 'z'
# expect: 'Slotted' object has no attribute 'w'
# expect: stored
# expect: stored
# expect: 'Sub' object has no attribute 'q'
# expect: gone
# expect: Point 8 an A True ('boom',) True <class '__main__.Point'>
# expect: 2 ['make', 'norm', 'tag', 'who', 'x'] True B True None
# expect: False False
# expect: no f
# expect: 3 True True True 1
