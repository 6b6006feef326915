# operator
import operator as op
from operator import attrgetter, itemgetter, methodcaller

print([f(7, 2) for f in (op.add, op.sub, op.mul, op.truediv, op.floordiv, op.mod, op.pow, op.lshift, op.rshift, op.and_, op.or_, op.xor)])  # expect: [9, 5, 14, 3.5, 3, 1, 49, 28, 1, 2, 7, 5]
print([f(1, 2) for f in (op.lt, op.le, op.eq, op.ne, op.ge, op.gt, op.is_, op.is_not)])  # expect: [True, True, False, True, False, False, False, True]
print(op.neg(3), op.pos(-3), op.abs(-4), op.invert(5), op.inv(0), op.not_(0), op.truth([]), op.index(7))  # expect: -3 -3 4 -6 -1 True False 7
print(op.concat('a', 'b'), op.contains([1], 1), op.countOf([1, 2, 1], 1), op.indexOf('abc', 'c'), op.getitem([4, 5], 1))  # expect: ab True 2 2 5
a = [1, 2, 3]
op.setitem(a, 0, 9)
op.delitem(a, 1)
print(a, op.iadd(a, [7]), a, op.imul(3, 4), op.ior({1}, {2}), op.iconcat([1], [2]), op.ipow(2, 5))  # expect: [9, 3, 7] [9, 3, 7] [9, 3, 7] 12 {1, 2} [1, 2] 32
print(itemgetter(1)('abc'), itemgetter(2, 0)('abc'), itemgetter('k')({'k': 5}), itemgetter(slice(1, 3))('abcd'))  # expect: b ('c', 'a') 5 bc


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, dx, dy=0):
        return self.x + dx, self.y + dy


class Line:
    start = Point(1, 2)

    def __length_hint__(self):
        return 5


print(attrgetter('x')(Point(3, 4)), attrgetter('x', 'y')(Point(3, 4)), attrgetter('start.y')(Line()))  # expect: 3 (3, 4) 2
print(methodcaller('moved', 1, dy=2)(Point(3, 4)), methodcaller('upper')('ab'))  # expect: (4, 6) AB
print(sorted([(1, 'b'), (2, 'a')], key=itemgetter(1)), op.length_hint([1]), op.length_hint(Line()), op.length_hint(3, 8), op.call(max, 3, 4))  # expect: [(2, 'a'), (1, 'b')] 1 5 8 4
print(itemgetter(1, 2), attrgetter('a.b'), methodcaller('m', 1, k=2))  # expect: operator.itemgetter(1, 2) operator.attrgetter('a.b') operator.methodcaller('m', 1, k=2)
for bad in (lambda: op.concat(1, 2), lambda: op.indexOf([], 1), lambda: attrgetter(1), lambda: op.add(1, 'a'), lambda: methodcaller(3)):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)  # expect: TypeError 'int' object can't be concatenated
# expect: ValueError sequence.index(x): x not in sequence
# expect: TypeError attribute name must be a string
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError method name must be a string
