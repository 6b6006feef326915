# Rows that do several steps in one must do what the steps do, whatever the operands are.
class Log:
    def __init__(self, v):
        self.v = v

    def __add__(self, other):
        print("add", self.v, other)
        return Log(self.v + 1)

    def __radd__(self, other):
        print("radd", self.v, other)
        return Log(self.v + 2)

    def __and__(self, mask):
        print("and", self.v, mask)
        return self.v & mask

    def __iadd__(self, other):
        print("iadd", self.v, other)
        self.v += other
        return self

    def __lt__(self, other):
        return self.v < other

    def __setitem__(self, key, value):
        print("set", key, value)


def masked(a, b):
    a = (a + b) & 255
    return a


print(masked(200, 100))
print(masked(1073741823, 1))
print(masked(-5, 2))
print(masked(1 << 70, (1 << 65) + 77))
print(masked(True, True))
print(masked(Log(7), 1))
print(masked(3, Log(7)))
try:
    masked(1.5, 2)
except TypeError as e:
    print(e)
try:
    masked("a", 2)
except TypeError as e:
    print(e)


def count(i, n):
    turns = 0
    while i < n:
        turns += 1
        i += 1
    return turns, i


print(count(0, 5))
print(count(5, 5))
print(count(9, 5))
print(count(0.5, 3))
print(count(0, 2.5))
print(count(1073741821, 1073741823))
print(count(1073741822, 1073741826))
print(count((1 << 80) - 2, 1 << 80))
turns, last = count(Log(1), 3)
print(turns, last.v)


def skip(n):
    i = 0
    out = []
    while i < n:
        if i % 2:
            i += 1
            continue
        out.append(i)
        i += 1
    return out


print(skip(7))


def store(a, i):
    a[i] = 0


items = [1, 2, 3]
store(items, -1)
print(items)
store(Log(1), "k")
try:
    store(items, 3)
except IndexError as e:
    print(e)
d = {}
store(d, (1, 2))
print(d)
# expect: 44
# expect: 0
# expect: 253
# expect: 77
# expect: 2
# expect: add 7 1
# expect: and 8 255
# expect: 8
# expect: radd 7 3
# expect: and 9 255
# expect: 9
# expect: unsupported operand type(s) for &: 'float' and 'int'
# expect: can only concatenate str (not "int") to str
# expect: (5, 5)
# expect: (0, 5)
# expect: (0, 9)
# expect: (3, 3.5)
# expect: (3, 3)
# expect: (2, 1073741823)
# expect: (4, 1073741826)
# expect: (2, 1208925819614629174706176)
# expect: iadd 1 1
# expect: iadd 2 1
# expect: 2 3
# expect: [0, 2, 4, 6]
# expect: [1, 2, 0]
# expect: set k 0
# expect: list assignment index out of range
# expect: {(1, 2): 0}
