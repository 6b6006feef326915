# array: construction, items, slices, and what does not fit
from array import array


def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


a = array('h', [1, -2, 300])
print(a, len(a), a[0], a[-1], a.typecode, a.itemsize, a.tolist(), list(a), 300 in a)
print(array('i'), array('B', b'abc'), array('d', (1, 2.5)), array('f', [0.1]), array('u', 'hé'), array('Q', [2 ** 64 - 1]), array('b', range(-1, 2)))
a[1] = 7
print(a[1:], a[::-1], a[::2], a[5:])
a[1:2] = array('h', [8, 9, 10])
print(a)
a[::2] = array('h', [0, 0, 0])
del a[1]
del a[::2]
print(a)
error(array, 'b', [128])
error(array, 'B', [-1])
error(array, 'H', [70000])
error(array, 'i', ['x'])
error(array, 'i', [1.5])
error(array, 'd', ['x'])
error(array, 'Q', [-1])
error(array, 'x')
error(array, 3)
error(array, 'i', b'abc')
error(lambda: a[9])
error(lambda: a['x'])
error(a.__setitem__, 9, 1)
error(a.__setitem__, slice(0, 1), [1])
# expect: array('h', [1, -2, 300]) 3 1 300 h 2 [1, -2, 300] [1, -2, 300] True
# expect: array('i') array('B', [97, 98, 99]) array('d', [1.0, 2.5]) array('f', [0.10000000149011612]) array('u', 'hé') array('Q', [18446744073709551615]) array('b', [-1, 0, 1])
# expect: array('h', [7, 300]) array('h', [300, 7, 1]) array('h', [1, 300]) array('h')
# expect: array('h', [1, 8, 9, 10, 300])
# expect: array('h', [0, 0])
# expect: OverflowError signed char is greater than maximum
# expect: OverflowError unsigned byte integer is less than minimum
# expect: OverflowError unsigned short is greater than maximum
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError must be real number, not str
# expect: OverflowError can't convert negative int to unsigned
# expect: ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# expect: TypeError array() argument 1 must be a unicode character, not int
# expect: ValueError bytes length not a multiple of item size
# expect: IndexError array index out of range
# expect: TypeError array indices must be integers
# expect: IndexError array assignment index out of range
# expect: TypeError can only assign array (not "list") to array slice
