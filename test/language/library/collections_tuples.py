# collections.namedtuple
from collections import namedtuple

Point = namedtuple('Point', 'x y')
p = Point(1, y=2)
print(p, p.x, p.y, p[0], p[-1], len(p), list(p), p == (1, 2), p == Point(1, 2), p < (1, 3), hash(p) == hash((1, 2)), {p: 1}[(1, 2)])  # expect: Point(x=1, y=2) 1 2 1 2 2 [1, 2] True True True True 1
x, y = p
print(x, y, p + (3,), p[:1], p * 2, 2 in p, p.index(2), p.count(1), isinstance(p, tuple), isinstance(p, Point), str(p))  # expect: 1 2 (1, 2, 3) (1,) (1, 2, 1, 2) True 1 1 True True Point(x=1, y=2)
print(Point._fields, p._asdict(), p._replace(x=9), Point._make([5, 6]), Point(*[7, 8]), Point(**{'x': 1, 'y': 0}))  # expect: ('x', 'y') {'x': 1, 'y': 2} Point(x=9, y=2) Point(x=5, y=6) Point(x=7, y=8) Point(x=1, y=0)
print(Point.__name__, Point.__doc__ is None or True, type(p) is Point, Point._field_defaults, Point.__match_args__)  # expect: Point True True {} ('x', 'y')
Named = namedtuple('Named', ['a', 'b', 'c'], defaults=(2, 3))
print(Named(1), Named(1, c=5), Named._field_defaults, namedtuple('Empty', '')())  # expect: Named(a=1, b=2, c=3) Named(a=1, b=2, c=5) {'b': 2, 'c': 3} Empty()
print(namedtuple('R', ['a', 'def', 'a', '_x', 'ok'], rename=True)._fields, namedtuple('C', 'a, b, c')._fields)  # expect: ('a', '_1', '_2', '_3', 'ok') ('a', 'b', 'c')


class Vector(namedtuple('Vector', 'dx dy')):
    __slots__ = ()

    def __add__(self, other):
        return Vector(self.dx + other.dx, self.dy + other.dy)

    @property
    def length(self):
        return (self.dx ** 2 + self.dy ** 2) ** 0.5


v = Vector(3, 4)
print(v, v.length, v + v, v._replace(dx=0), v == (3, 4))  # expect: Vector(dx=3, dy=4) 5.0 Vector(dx=6, dy=8) Vector(dx=0, dy=4) True
print(sorted([Point(2, 1), Point(1, 5), Point(1, 2)]), max([Point(2, 1), Point(1, 5)], key=lambda q: q.y))  # expect: [Point(x=1, y=2), Point(x=1, y=5), Point(x=2, y=1)] Point(x=1, y=5)
print('%s and %s' % p, '{0.x} {1}'.format(p, p.y), f'{p!r:>20}')  # expect: 1 and 2 1 2      Point(x=1, y=2)
for bad in (
    lambda: Point(1),
    lambda: Point(1, 2, 3),
    lambda: Point(),
    lambda: Named(),
    lambda: namedtuple('T', 'a b c')(),
    lambda: Point(1, x=2),
    lambda: Point(1, z=2),
    lambda: Named(1, 2, 3, 4),
    lambda: p._replace(z=1),
    lambda: Point._make([1]),
    lambda: namedtuple('T', 'a a'),
    lambda: namedtuple('T', '_a'),
    lambda: namedtuple('T', 'a-b'),
    lambda: namedtuple('T', 'a', defaults=(1, 2)),
    lambda: namedtuple('T', 'class'),
):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)  # expect: TypeError Point.__new__() missing 1 required positional argument: 'y'
# expect: TypeError Point.__new__() takes 3 positional arguments but 4 were given
# expect: TypeError Point.__new__() missing 2 required positional arguments: 'x' and 'y'
# expect: TypeError Named.__new__() missing 1 required positional argument: 'a'
# expect: TypeError T.__new__() missing 3 required positional arguments: 'a', 'b', and 'c'
# expect: TypeError Point.__new__() got multiple values for argument 'x'
# expect: TypeError Point.__new__() got an unexpected keyword argument 'z'
# expect: TypeError Named.__new__() takes from 2 to 4 positional arguments but 5 were given
# expect: ValueError Got unexpected field names: ['z']
# expect: TypeError Expected 2 arguments, got 1
# expect: ValueError Encountered duplicate field name: 'a'
# expect: ValueError Field names cannot start with an underscore: '_a'
# expect: ValueError Type names and field names must be valid identifiers: 'a-b'
# expect: TypeError Got more default values than field names
# expect: ValueError Type names and field names cannot be a keyword: 'class'
try:
    p.x = 5
except AttributeError as error:
    print('AttributeError')  # expect: AttributeError
