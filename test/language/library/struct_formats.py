# struct: formats, orders, alignment; what packing refuses
import struct


def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


print(struct.pack('<bBhHiI', -1, 255, -2, 65535, -3, 4294967295), struct.pack('>qQ', -1, 2 ** 64 - 1))
print(struct.pack('bi', 1, 2), struct.pack('=bi', 1, 2), struct.pack('!hl', 1, 2), struct.pack('<3x2c', b'a', b'b'))
print(struct.pack('<efd', 1.5, -0.1, 1e300), struct.pack('>d', -0.0), struct.pack('<5s3p?', b'ab', b'wxyz', 5))
print(struct.unpack('<bBhHiI', b'\xff\xff\xfe\xff\xff\xff\xfd\xff\xff\xff\xff\xff\xff\xff'), struct.unpack('>efd', b'\x3e\x00\xbd\xcc\xcc\xcd\x7f\xf0' + bytes(6)))
print(struct.unpack('<5s3p?c', b'ab\0\0\0\2wx\1z'), struct.unpack('<e', b'\x01\x00'), struct.unpack('>f', b'\x00\x00\x00\x01'))
for form in ('', 'bhilqnP', 'qb', 'b0i', '<bhilq', '3s 2x f', '@e', 'd?d'):
    print(form, struct.calcsize(form))
error(struct.pack, '<b', 128)
error(struct.pack, '<H', 70000)
error(struct.pack, '>i', 2 ** 31)
error(struct.pack, '<q', 2 ** 63)
error(struct.pack, 'i', 'a')
error(struct.pack, 'd', 'a')
error(struct.pack, 's', 3)
error(struct.pack, 'c', b'ab')
error(struct.pack, '<e', 1e6)
error(struct.pack, '<2i', 1)
error(struct.pack, 'z', 1)
error(struct.pack, '3', 1)
error(struct.calcsize, '<n')
error(struct.unpack, '<i', b'abc')
print(struct.error.__module__, issubclass(struct.error, Exception))
# expect: b'\xff\xff\xfe\xff\xff\xff\xfd\xff\xff\xff\xff\xff\xff\xff' b'\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff'
# expect: b'\x01\x00\x00\x00\x02\x00\x00\x00' b'\x01\x02\x00\x00\x00' b'\x00\x01\x00\x00\x00\x02' b'\x00\x00\x00ab'
# expect: b'\x00>\xcd\xcc\xcc\xbd\x9cu\x00\x88<\xe47~' b'\x80\x00\x00\x00\x00\x00\x00\x00' b'ab\x00\x00\x00\x02wx\x01'
# expect: (-1, 255, -2, 65535, -3, 4294967295) (1.5, -0.10000000149011612, inf)
# expect: (b'ab\x00\x00\x00', b'wx', True, b'z') (5.960464477539063e-08,) (1.401298464324817e-45,)
# expect-json: " 0"
# expect: bhilqnP 40
# expect: qb 9
# expect: b0i 4
# expect: <bhilq 19
# expect: 3s 2x f 12
# expect: @e 2
# expect: d?d 24
# expect: error byte format requires -128 <= number <= 127
# expect: error ushort format requires 0 <= number <= 65535
# expect: error 'i' format requires -2147483648 <= number <= 2147483647
# expect: error argument out of range
# expect: error required argument is not an integer
# expect: error required argument is not a float
# expect: error argument for 's' must be a bytes object
# expect: error char format requires a bytes object of length 1
# expect: OverflowError float too large to pack with e format
# expect: error pack expected 2 items for packing (got 1)
# expect: error bad char in struct format
# expect: error repeat count given without format specifier
# expect: error bad char in struct format
# expect: error unpack requires a buffer of 4 bytes
# expect: struct True
