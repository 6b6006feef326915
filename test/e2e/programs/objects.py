# Classes, inheritance, closures and cycles of objects: state in an object graph that moves.
class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        self.neighbours = []
        Shape.count += 1

    def area(self):
        return 0

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, self.name)

    def __lt__(self, other):
        return self.area() < other.area()


class Rectangle(Shape):
    def __init__(self, name, width, height):
        super().__init__(name)
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height


class Square(Rectangle):
    def __init__(self, name, side):
        super().__init__(name, side, side)


def counter():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n

    return step


step = counter()
shapes = []
for i in range(12):
    shape = Square(i, i % 5) if i % 2 else Rectangle(i, step(), 3)
    for other in shapes[-3:]:
        shape.neighbours.append(other)
        other.neighbours.append(shape)
    shapes.append(shape)
shapes.sort()
for shape in shapes:
    print(shape, shape.area(), shape.neighbours)
print(Shape.count, step(), max(shapes), min(shapes))
