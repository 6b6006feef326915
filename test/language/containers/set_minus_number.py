# A set and a number, in a program without any operator between sets.
def less(x):
    return x - 1

for x in {1, 2}, frozenset([1]), 3:
    try:
        print(less(x))
    except TypeError as e:
        print(e)
try:
    x = {1}
    x -= 1
except TypeError as e:
    print(e)
# expect: unsupported operand type(s) for -: 'set' and 'int'
# expect: unsupported operand type(s) for -: 'frozenset' and 'int'
# expect: 2
# expect: unsupported operand type(s) for -=: 'set' and 'int'
