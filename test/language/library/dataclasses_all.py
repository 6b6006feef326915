# dataclasses
import dataclasses
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, repr=False)
    unit: ClassVar[str] = 'mm'

    def norm(self):
        return abs(self.x) + abs(self.y)


p = Point(1)
q = Point(1, y=2, tags=['a'])
print(p, q, p == Point(1), p == q, p != q, p.norm(), Point.unit, Point.y, Point(1).tags is Point(1).tags)  # expect: Point(x=1, y=0) Point(x=1, y=2) True False True 1 mm 0 False
print(asdict(q), astuple(q), replace(q, x=5), [f.name for f in fields(p)], is_dataclass(p), is_dataclass(Point), is_dataclass(3))  # expect: {'x': 1, 'y': 2, 'tags': ['a']} (1, 2, ['a']) Point(x=5, y=2) ['x', 'y', 'tags'] True True False
p.x = 7
p.z = 1
print(p, p.z, Point.__match_args__, fields(Point)[1].default, p == (7, 0, []))  # expect: Point(x=7, y=0) 1 ('x', 'y', 'tags') 0 False
try:
    hash(p)
except TypeError as error:
    print(error)  # expect: unhashable type: 'Point'


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default='', compare=False)


a, b = Version(1, 2), Version(1, 3, 'x')
print(a < b, a <= b, a > b, a >= b, sorted([b, a]), hash(a) == hash(Version(1, 2, 'other')), {a: 1}[Version(1, 2)], max(a, b))  # expect: True True False False [Version(major=1, minor=2, note=''), Version(major=1, minor=3, note='x')] True 1 Version(major=1, minor=3, note='x')
for bad in (lambda: setattr(a, 'major', 3), lambda: a.__delattr__('minor'), lambda: Version(), lambda: Version(1, 2, 3, 4), lambda: Version(1, major=2), lambda: Version(1, foo=2), lambda: a < 3):
    try:
        bad()
    except (FrozenInstanceError, TypeError) as error:
        print(type(error).__name__, error)  # expect: FrozenInstanceError cannot assign to field 'major'
# expect: FrozenInstanceError cannot delete field 'minor'
# expect: TypeError Version.__init__() missing 1 required positional argument: 'major'
# expect: TypeError Version.__init__() takes from 2 to 4 positional arguments but 5 were given
# expect: TypeError Version.__init__() got multiple values for argument 'major'
# expect: TypeError Version.__init__() got an unexpected keyword argument 'foo'
# expect: TypeError '<' not supported between instances of 'Version' and 'int'


@dataclass
class Base:
    a: int
    b: int = 2


@dataclass
class Derived(Base):
    c: int = 3
    a: str = 'first'

    def __post_init__(self):
        self.total = self.b + self.c


print(Derived(), Derived('q', 5), Derived().total, Base(1) == Derived(1), [f.name for f in fields(Derived)])  # expect: Derived(a='first', b=2, c=3) Derived(a='q', b=5, c=3) 5 False ['a', 'b', 'c']


@dataclass
class Scaled:
    value: float
    factor: InitVar[int] = 2
    result: float = field(init=False)
    _: KW_ONLY
    name: str
    unit: str = 'm'

    def __post_init__(self, factor):
        self.result = self.value * factor


s = Scaled(1.5, name='n')
print(s, Scaled(1.5, 4, name='m', unit='k').result, replace(s, value=2.0, factor=3))  # expect: Scaled(value=1.5, result=3.0, name='n', unit='m') 6.0 Scaled(value=2.0, result=6.0, name='n', unit='m')
for bad in (lambda: Scaled(1.5), lambda: Scaled(name='n'), lambda: replace(s, result=1)):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)  # expect: TypeError Scaled.__init__() missing 1 required keyword-only argument: 'name'
# expect: TypeError Scaled.__init__() missing 1 required positional argument: 'value'
# expect: ValueError field result is declared with init=False, it cannot be specified with replace()


@dataclass(eq=False, repr=False, init=False)
class Bare:
    x: int = 1


print(Bare().x, Bare() == Bare(), repr(Bare()).startswith('<__main__.Bare object'))  # expect: 1 False True


@dataclass
class Own:
    x: int

    def __repr__(self):
        return 'own'

    def __eq__(self, other):
        return True


print(Own(1), Own(1) == Own(2))  # expect: own True


@dataclass
class Tree:
    value: int
    children: list = field(default_factory=list)
    extra: dict = field(default_factory=dict)


t = Tree(1, [Tree(2), Tree(3)], {'k': Tree(4)})
print(asdict(t))  # expect: {'value': 1, 'children': [{'value': 2, 'children': [], 'extra': {}}, {'value': 3, 'children': [], 'extra': {}}], 'extra': {'k': {'value': 4, 'children': [], 'extra': {}}}}
print(astuple(t))  # expect: (1, [(2, [], {}), (3, [], {})], {'k': (4, [], {})})
try:
    @dataclass
    class Wrong:
        x: int = 1
        y: int

    print('not reached')
except TypeError as error:
    print(error)  # expect: non-default argument 'y' follows default argument
try:
    @dataclass
    class Mutable:
        x: list = []
except ValueError as error:
    print(error)  # expect: mutable default <class 'list'> for field x is not allowed: use default_factory
try:
    @dataclass(frozen=True)
    class Frozen(Base):
        pass
except TypeError as error:
    print(error)  # expect: cannot inherit frozen dataclass from a non-frozen one
try:
    asdict(3)
except TypeError as error:
    print(error)  # expect: asdict() should be called on dataclass instances
match q:
    case Point(x, y):
        print('matched', x, y)  # expect: matched 1 2


@dataclass
class Measured:
    x: float
    unit: str = 'm'

    def __init__(self, x):
        self.x = float(x)


print(Measured(2), Measured(1) == Measured('1'))  # expect: Measured(x=2.0, unit='m') True
