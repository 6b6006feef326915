# A list while it is sorted: it is empty meanwhile, keeps its items when a key raises, and what a key adds is told.

items = [3, 1, 2]

def look(v):
    print(items)  # expect: []
# expect: []
# expect: []
    return -v

items.sort(key=look)
print(items)  # expect: [3, 2, 1]

def fail(v):
    return 1 // (v - 1)

try:
    items.sort(key=fail)
except ZeroDivisionError as e:
    print(e, items)  # expect: integer division or modulo by zero [3, 2, 1]

def add(v):
    items.append(v)
    return v

try:
    items.sort(key=add)
except ValueError as e:
    print(e, items)  # expect: list modified during sort [1, 2, 3]

class Less:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        return other.v < self.v
    def __index__(self):
        return self.v

objects = [Less(1), Less(3), Less(2)]
objects.sort()
print([o.v for o in objects])  # expect: [3, 2, 1]
objects.sort(reverse=Less(1))
print([o.v for o in objects])  # expect: [1, 2, 3]
for wrong in 'a', None, 1.5:
    try:
        sorted(items, reverse=wrong)
    except TypeError as e:
        print(e)  # expect: 'str' object cannot be interpreted as an integer
# expect: 'NoneType' object cannot be interpreted as an integer
# expect: 'float' object cannot be interpreted as an integer
