# abc and typing
from abc import ABC, ABCMeta, abstractmethod
from typing import TYPE_CHECKING, Any, Callable, Dict, Generic, List, NamedTuple, Optional, Protocol, Tuple, TypedDict, TypeVar, Union, cast

if TYPE_CHECKING:
    from nowhere import nothing


class Shape(ABC):
    @abstractmethod
    def area(self):
        return 0

    @property
    @abstractmethod
    def name(self):
        pass

    def show(self):
        return f'{self.name} {self.area()}'


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return super().area() + self.side ** 2

    @property
    def name(self):
        return 'square'


class Half(Shape):
    name = 'half'


class Meta(metaclass=ABCMeta):
    @abstractmethod
    def go(self):
        pass


print(Square(3).show(), isinstance(Square(1), Shape), sorted(Shape.__abstractmethods__), Square.__abstractmethods__)  # expect: square 9 True ['area', 'name'] frozenset()
for make in (Shape, Half, Meta):
    try:
        make()
    except TypeError as error:
        print(error)  # expect: Can't instantiate abstract class Shape with abstract methods area, name
# expect: Can't instantiate abstract class Half with abstract method area
# expect: Can't instantiate abstract class Meta with abstract method go

T = TypeVar('T')
Vector = List[float]
Handler = Callable[[int, str], Optional[Dict[str, Any]]]
Either = Union[int, str]


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


class Flies(Protocol):
    def fly(self) -> str: ...


class Duck(Flies):
    def fly(self) -> str:
        return 'flap'


class Employee(NamedTuple):
    name: str
    id: int = 3

    def greet(self):
        return 'hi ' + self.name


class Movie(TypedDict):
    title: str
    year: int


stack = Stack[int]()
stack.push(1)
print(stack.items, Duck().fly(), Employee('Ann'), Employee('Bob', 4).greet(), Employee._fields, Employee._field_defaults, Employee('A')._replace(id=9), Movie(title='x', year=1), cast(int, 'a'))  # expect: [1] flap Employee(name='Ann', id=3) hi Bob ('name', 'id') {'id': 3} Employee(name='A', id=9) {'title': 'x', 'year': 1} a
n, i = Employee('Z')
print(n, i, Employee('Q') == ('Q', 3))  # expect: Z 3 True
