# memoryview: reading and writing through it, slices, steps
from array import array


def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


data = bytearray(b'abcdef')
m = memoryview(data)
print(len(m), m[0], m[-1], m[1:3].tobytes(), list(m[::2]), bytes(m[::-1]), m.tolist(), 98 in m)
m[0] = 65
m[2:4] = b'XY'
m[::5] = b'12'
print(data, m[1:][1:][0], bytes(m[4:1:-2]))
error(lambda: m[6])
error(lambda: m['a'])
error(m.__setitem__, 0, 300)
error(m.__setitem__, 0, 'a')
error(m.__setitem__, slice(0, 2), b'abc')
error(m.__setitem__, slice(0, 2), 5)
error(memoryview(b'abc').__setitem__, 0, 1)
error(memoryview, 'abc')
a = array('i', [1, 2, 3, 4])
v = memoryview(a)
v[1:3] = memoryview(array('i', [-1, -2]))
print(a, v[1], v[::2].tolist(), v.itemsize, v.format, v.nbytes, len(v))
error(v.__setitem__, slice(0, 1), b'abcd')
error(v.__setitem__, 0, 1.5)
d = memoryview(array('d', [1.5]))
d[0] = 2
print(d.tolist(), d.tobytes())
# expect: 6 97 102 b'bc' [97, 99, 101] b'fedcba' [97, 98, 99, 100, 101, 102] True
# expect: bytearray(b'1bXYe2') 88 b'eX'
# expect: IndexError index out of bounds on dimension 1
# expect: TypeError memoryview: invalid slice key
# expect: ValueError memoryview: invalid value for format 'B'
# expect: TypeError memoryview: invalid type for format 'B'
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: TypeError a bytes-like object is required, not 'int'
# expect: TypeError cannot modify read-only memory
# expect: TypeError memoryview: a bytes-like object is required, not 'str'
# expect: array('i', [1, -1, -2, 4]) -1 [1, -2] 4 i 16 4
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: TypeError memoryview: invalid type for format 'i'
# expect: [2.0] b'\x00\x00\x00\x00\x00\x00\x00@'
