# Numbers at the edges: of zero, of what fits.
import math

print(0 / -5, 0 / 5, -0.0, 0 * -1.0)
zero = 0
print(zero / -5, zero // -5, zero % -5)
for code in -1, 0x110000, -2**30 - 1, 2**30, 2**31, -2**31 - 1, 2**70:
    try:
        chr(code)
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
for index in 3, 2**40, -2**40, 2**70:
    try:
        range(3)[index]
    except IndexError as e:
        print(e)
    try:
        [][index]
    except IndexError as e:
        print(e)
try:
    math.prod([2, None])
except TypeError as e:
    print(e)

class Long:
    def __len__(self):
        return True

print(len(Long()), bool(Long()))

# A number that turns out to be text, in a program whose texts have no such mark.
def odd(n):
    return n % 2

try:
    odd('3')
except TypeError as e:
    print(e)

def bytes_odd(n):
    return n % 2

try:
    bytes_odd(b'3')
except TypeError as e:
    print(e)
# expect: -0.0 0.0 -0.0 -0.0
# expect: -0.0 0 0
# expect: ValueError chr() arg not in range(0x110000)
# expect: ValueError chr() arg not in range(0x110000)
# expect: ValueError chr() arg not in range(0x110000)
# expect: ValueError chr() arg not in range(0x110000)
# expect: OverflowError Python int too large to convert to C int
# expect: OverflowError Python int too large to convert to C int
# expect: OverflowError Python int too large to convert to C int
# expect: range object index out of range
# expect: list index out of range
# expect: range object index out of range
# expect: list index out of range
# expect: range object index out of range
# expect: list index out of range
# expect: range object index out of range
# expect: cannot fit 'int' into an index-sized integer
# expect: unsupported operand type(s) for *: 'int' and 'NoneType'
# expect: 1 True
# expect: not all arguments converted during string formatting
# expect: not all arguments converted during bytes formatting
