# enum: Enum, IntEnum, StrEnum
from enum import Enum, IntEnum, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def shout(self):
        return self.name + '!'

    @classmethod
    def first(cls):
        return cls.RED

    @property
    def low(self):
        return self.name.lower()


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color['BLUE'], Color.CRIMSON is Color.RED)  # expect: Color.RED <Color.RED: 1> RED 1 Color.GREEN Color.BLUE True
print(list(Color), len(Color), Color.RED in Color, [c.name for c in Color], list(reversed(Color)), Color, list(Color.__members__))  # expect: [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>] 3 True ['RED', 'GREEN', 'BLUE'] [<Color.BLUE: 3>, <Color.GREEN: 2>, <Color.RED: 1>] <enum 'Color'> ['RED', 'GREEN', 'BLUE', 'CRIMSON']
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.BLUE, Color.RED is Color(1), isinstance(Color.RED, Color), type(Color.RED) is Color)  # expect: True False True True True True
print(Color.GREEN.shout(), Color.first(), Color.RED.low, {Color.RED: 'r'}[Color(1)], f'{Color.RED:>12}', f'{Color.RED!r}', '%s' % Color.BLUE, str(Color.RED), bool(Color.RED))  # expect: GREEN! Color.RED red r    Color.RED <Color.RED: 1> Color.BLUE Color.RED True
for bad in (lambda: Color(9), lambda: Color['PINK'], lambda: Color.RED < Color.BLUE):
    try:
        bad()
    except (ValueError, KeyError, TypeError) as error:
        print(type(error).__name__, error)  # expect: ValueError 9 is not a valid Color
# expect: KeyError 'PINK'
# expect: TypeError '<' not supported between instances of 'Color' and 'Color'


class Level(IntEnum):
    LOW = 1
    HIGH = 10


print(Level.LOW, repr(Level.LOW), Level.LOW < Level.HIGH, Level.HIGH + 1, Level.LOW == 1, Level(10), f'{Level.HIGH:03d}', [10, 20, 30][Level.LOW], {1: 'one'}[Level.LOW], sorted([Level.HIGH, Level.LOW]), isinstance(Level.LOW, int), int(Level.HIGH), max(Level))  # expect: 1 <Level.LOW: 1> True 11 True 10 010 20 one [<Level.LOW: 1>, <Level.HIGH: 10>] True 10 10


class Word(StrEnum):
    HELLO = auto()
    BYE = 'bye!'


print(Word.HELLO, repr(Word.BYE), Word.HELLO == 'hello', Word.BYE.upper(), Word('hello'), 'say ' + Word.BYE, f'{Word.BYE:>6}', len(Word.BYE))  # expect: hello <Word.BYE: 'bye!'> True BYE! hello say bye!   bye! 4


class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()


print(list(Auto))  # expect: [<Auto.A: 1>, <Auto.B: 2>, <Auto.C: 10>, <Auto.D: 11>]


class Planet(Enum):
    EARTH = (5.5, 6)
    MARS = (0.5, 3)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return self.mass / self.radius


print(Planet.EARTH, Planet.MARS.radius, Planet((5.5, 6)), Planet.EARTH.density, Planet.EARTH.value)  # expect: Planet.EARTH 3 Planet.EARTH 0.9166666666666666 (5.5, 6)


class Coded(Enum):
    def __new__(cls, code, text):
        self = object.__new__(cls)
        self._value_ = code
        self.text = text
        return self

    OK = 200, 'fine'
    GONE = 410, 'gone'

    @classmethod
    def _missing_(cls, value):
        return cls.GONE if value == 404 else None


print(Coded(200), Coded.OK.text, Coded.OK.value, Coded(404), Coded['GONE'].name)  # expect: Coded.OK fine 200 Coded.GONE GONE
try:
    Coded(1)
except ValueError as error:
    print(error)  # expect: 1 is not a valid Coded


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() + str(count)

    ONE = auto()
    TWO = auto()


print(list(Named))  # expect: [<Named.ONE: 'one0'>, <Named.TWO: 'two1'>]


class Shape(str, Enum):
    SQUARE = 'sq'
    ROUND = 'ro'


print(Shape.SQUARE == 'sq', Shape('ro'), Shape.ROUND.upper(), repr(Shape.ROUND), Shape.SQUARE.value, f'{Shape.SQUARE}')  # expect: True Shape.ROUND RO <Shape.ROUND: 'ro'> sq Shape.SQUARE


@unique
class Single(Enum):
    A = 1
    B = 2


try:
    unique(Color)
except ValueError as error:
    print(error)  # expect: duplicate values found in <enum 'Color'>: CRIMSON -> RED
try:
    class More(Color):
        PINK = 4
except TypeError as error:
    print(error)  # expect: <enum 'More'> cannot extend <enum 'Color'>
Animal = Enum('Animal', 'CAT DOG')
print(Animal.CAT, list(Animal), Animal(2), Enum('Pair', {'X': 5, 'Y': 6}).Y.value, Enum('Third', ['A', 'B'], start=3).B.value)  # expect: Animal.CAT [<Animal.CAT: 1>, <Animal.DOG: 2>] Animal.DOG 6 4


class Empty(Enum):
    def hello(self):
        return 'hello ' + self.name


class Full(Empty):
    X = 1


print(Full.X.hello(), [x for x in Empty], Full.X.X)  # expect: hello X [] Full.X
match Color.GREEN:
    case Color.RED:
        print('red')
    case Color.GREEN:
        print('green')  # expect: green
