# struct: packing into buffers, unpacking out of them, Struct
import struct


def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


buffer = bytearray(8)
struct.pack_into('<hH', buffer, 2, -2, 513)
print(buffer, struct.unpack_from('<hH', buffer, 2), struct.unpack_from('<h', buffer, offset=-6))
error(struct.pack_into, '<q', buffer, 1, 5)
error(struct.pack_into, '<h', buffer, -9, 5)
error(struct.pack_into, '<h', buffer, -1, 5)
error(struct.pack_into, '<h', b'abcd', 0, 5)
error(struct.unpack_from, '<q', buffer, 1)
view = memoryview(buffer)[4:]
struct.pack_into('>H', view, 1, 0xabcd)
print(buffer, struct.unpack('<2H', view))
record = struct.Struct('<Bh')
print(record.size, record.format, record.pack(1, 2), record.unpack(b'\1\2\3'), list(record.iter_unpack(b'\1\2\3\4\5\6')))
record.pack_into(buffer, 0, 9, -1)
print(buffer, record.unpack_from(buffer))
error(struct.iter_unpack, '<i', b'abc')
# expect: bytearray(b'\x00\x00\xfe\xff\x01\x02\x00\x00') (-2, 513) (-2,)
# expect: error pack_into requires a buffer of at least 9 bytes for packing 8 bytes at offset 1 (actual buffer size is 8)
# expect: error offset -9 out of range for 8-byte buffer
# expect: error no space to pack 2 bytes at offset -1
# expect: TypeError argument must be read-write bytes-like object, not bytes
# expect: error unpack_from requires a buffer of at least 9 bytes for unpacking 8 bytes at offset 1 (actual buffer size is 8)
# expect: bytearray(b'\x00\x00\xfe\xff\x01\xab\xcd\x00') (43777, 205)
# expect: 3 <Bh b'\x01\x02\x00' (1, 770) [(1, 770), (4, 1541)]
# expect: bytearray(b'\t\xff\xff\xff\x01\xab\xcd\x00') (9, -1)
# expect: error iterative unpacking requires a buffer of a multiple of 4 bytes
