# memoryview: casts, attributes, equality, hash, release, where bytes are wanted
from array import array


def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


m = memoryview(bytearray(b'abcdefgh'))
print(m.format, m.itemsize, m.nbytes, m.readonly, m.shape, m.strides, m.ndim, m.contiguous, m[::2].contiguous, m[::-2].strides, type(m.obj))
print(m.cast('H').tolist(), m[:4].cast('i')[0], m.cast('c')[1], m.cast('H').cast('B')[7], m.toreadonly().readonly)
error(m[::2].cast, 'B')
error(m[:5].cast, 'i')
error(m.cast, 'z')
error(m.cast('H').cast, 'i')
print(m == b'abcdefgh', b'abcdefgh' == m, m == bytearray(b'x'), m == 'abcdefgh', memoryview(array('h', [1, 2])) == array('i', [1, 2]), m[:2] != m[2:4])
print(hash(memoryview(b'abc')) == hash(b'abc'))
error(hash, m)
print(m.hex(), m[:4].hex(':'), bytes(m[:2]), bytearray(m[:2]), b'x' + m[:1], int.from_bytes(m[:2], 'big'), int(memoryview(b'12')), type(m))
data = bytearray(4)
data[1:3] = m[6:]
print(data)
with memoryview(b'xy') as v:
    print(v[0])
error(lambda: v[0])
error(len, v)
error(lambda: m.itemsize.__class__(m[99]))
error(lambda: m + b'a')
# expect: B 1 8 False (8,) (1,) 1 True False (-2,) <class 'bytearray'>
# expect: [25185, 25699, 26213, 26727] 1684234849 b'b' 104 True
# expect: TypeError memoryview: casts are restricted to C-contiguous views
# expect: TypeError memoryview: length is not a multiple of itemsize
# expect: ValueError memoryview: destination format must be a native single character format prefixed with an optional '@'
# expect: TypeError memoryview: cannot cast between two non-byte formats
# expect: True True False False True True
# expect: True
# expect: ValueError cannot hash writable memoryview object
# expect: 6162636465666768 61:62:63:64 b'ab' bytearray(b'ab') b'xa' 24930 12 <class 'memoryview'>
# expect: bytearray(b'\x00gh\x00')
# expect: 120
# expect: ValueError operation forbidden on released memoryview object
# expect: ValueError operation forbidden on released memoryview object
# expect: IndexError index out of bounds on dimension 1
# expect: TypeError unsupported operand type(s) for +: 'memoryview' and 'bytes'
