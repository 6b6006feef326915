# bytes and bytearray: methods, items, slices, changes, errors.
b = b"Hello\x00\xff"
print(b, len(b), b[0], b[-1], b[1:3], b[::-1], list(b[:3]), 72 in b, b"ell" in b, b"xyz" not in b, b + b"!", b * 2, b"a" < b"b", b"a" == bytearray(b"a"), b == "Hello", hash(b"a") == hash(b"a"))
print(bytes(3), bytes([1, 2]), bytes(range(3)), bytes(b"x"), bytes("é", "utf-8"), bytes(bytearray(b"q")), bytes(), bytes((65, 66)), bytes(i for i in (1, 2)), b"a" b"b", b"\x41\n\t\\'\"", b'"')
print(b"a,b,c".split(b","), b"a b".split(), b"abc".find(b"c"), b"abc".find(99), b"abcabc".rfind(b"b"), b"abc".index(b"b"), b"aXa".count(b"a"), b"abc".startswith(b"ab"), b"abc".endswith((b"x", b"c")), b"  a ".strip(), b"xax".strip(b"x"), b"abc".replace(b"b", b"ZZ"), b",".join([b"a", b"b"]), b"abc".upper(), b"ABC".lower(), b"a=b".partition(b"="), b"abc".hex(), b"abc".hex("-"), bytes.fromhex("61 62"), b"12".isdigit(), b"ab".isalpha(), b"a\nb".splitlines(), b"abc".decode(), b"\xc3\xa9".decode("utf-8"), b"\xe9".decode("latin-1"), b"\xff".decode("utf-8", "replace"), b"a\xffb".decode("ascii", "ignore"))
print([x for x in b"ab"], sum(b"abc"), max(b"az"), sorted(b"cab"), tuple(b"a"), dict(enumerate(b"ab")), b"%d %s" % (1, b"x") if False else "", bytes(reversed(b"abc")), b"".join([]), bool(b""), int.from_bytes(b"\x01\x00", "little"))
a = bytearray(b"abc")
a.append(100)
a.extend(b"ef")
a.extend([103])
a += b"h"
a.insert(0, 65)
print(a, a.pop(), a.pop(0), a, len(a))
a[0] = 90
a[1:3] = b"12345"
a.remove(100)
a.reverse()
print(a, a.find(b"5"), a.copy() == a, a[2], a[-1], a[1:3], bytes(a), a.decode(), 90 in a, a * 2, a + b"x", b"x" + a)
del a[0], a[-1]
a *= 2
print(a, a.count(b"1"), a.startswith(b"e") or a.index(b"1"), a.hex())
a.clear()
print(a, bytearray(3), bytearray("hi", "ascii"), bytearray([1]), bytearray(b"a") == b"a", repr(bytearray()), bool(bytearray()))
buf = bytearray(10)
for i in range(10):
    buf[i] = i * i % 256
buf[2:4] = b"\xaa\xbb"
print(buf, sum(buf), buf[5:8], list(buf))


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def set_item(v):
    buf[0] = v


for f in (lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes("a"), lambda: bytes(-1), lambda: bytes(["a"]), lambda: bytes(1.5), lambda: b"a"[5], lambda: b"a" + "b", lambda: "a" + b"b", lambda: b"a".index(b"z"), lambda: b"a" < "a", lambda: bytes.fromhex("6"), lambda: bytes.fromhex("zz"), lambda: b"\xff".decode(), lambda: b"\xc3".decode(), lambda: b"a\x80".decode("ascii"), lambda: b"a".decode("nope"), lambda: set_item(256), lambda: set_item(-1), lambda: set_item("a"), lambda: bytearray().pop(), lambda: bytearray(b"a").remove(1), lambda: bytearray(b"a").append(256), lambda: bytearray(b"a").extend("x"), lambda: hash(bytearray()), lambda: b",".join(["a"]), lambda: b"a".split(","), lambda: b"abc".find("a"), lambda: b"a".replace("a", "b"), lambda: b"a".startswith("a"), lambda: bytearray(b"x")[5], lambda: "a" in b"a"):
    err(f)


def crc(data):
    c = 0xFFFF
    for x in data:
        c ^= x << 8
        for _ in range(8):
            c = (c << 1 ^ 0x1021 if c & 0x8000 else c << 1) & 0xFFFF
    return c


print(hex(crc(b"123456789")), crc(bytearray(b"abc")))
packet = bytearray()
for v in (1, 300, 70000):
    packet += v.to_bytes(4, "big")
print(packet, [int.from_bytes(packet[i : i + 4], "big") for i in range(0, len(packet), 4)])
# expect: b'Hello\x00\xff' 7 72 255 b'el' b'\xff\x00olleH' [72, 101, 108] True True True b'Hello\x00\xff!' b'Hello\x00\xffHello\x00\xff' True True False True
# expect: b'\x00\x00\x00' b'\x01\x02' b'\x00\x01\x02' b'x' b'\xc3\xa9' b'q' b'' b'AB' b'\x01\x02' b'ab' b'A\n\t\\\'"' b'"'
# expect: [b'a', b'b', b'c'] [b'a', b'b'] 2 2 4 1 2 True True b'a' b'a' b'aZZc' b'a,b' b'ABC' b'abc' (b'a', b'=', b'b') 616263 61-62-63 b'ab' True True [b'a', b'b'] abc é é � ab
# expect: [97, 98] 294 122 [97, 98, 99] (97,) {0: 97, 1: 98}  b'cba' b'' False 1
# expect: bytearray(b'abcdefg') 104 65 bytearray(b'abcdefg') 7
# expect: bytearray(b'gfe54321Z') 3 True 101 90 bytearray(b'fe') b'gfe54321Z' gfe54321Z True bytearray(b'gfe54321Zgfe54321Z') bytearray(b'gfe54321Zx') b'xgfe54321Z'
# expect: bytearray(b'fe54321fe54321') 2 6 6665353433323166653534333231
# expect: bytearray(b'') bytearray(b'\x00\x00\x00') bytearray(b'hi') bytearray(b'\x01') True bytearray(b'') False
# expect: bytearray(b'\x00\x01\xaa\xbb\x10\x19$1@Q') 629 bytearray(b'\x19$1') [0, 1, 170, 187, 16, 25, 36, 49, 64, 81]
# expect: ValueError bytes must be in range(0, 256)
# expect: ValueError bytes must be in range(0, 256)
# expect: TypeError string argument without an encoding
# expect: ValueError negative count
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError cannot convert 'float' object to bytes
# expect: IndexError index out of range
# expect: TypeError can't concat str to bytes
# expect: TypeError can only concatenate str (not "bytes") to str
# expect: ValueError subsection not found
# expect: TypeError '<' not supported between instances of 'bytes' and 'str'
# expect: ValueError non-hexadecimal number found in fromhex() arg at position 1
# expect: ValueError non-hexadecimal number found in fromhex() arg at position 0
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data
# expect: UnicodeDecodeError 'ascii' codec can't decode byte 0x80 in position 1: ordinal not in range(128)
# expect: LookupError unknown encoding: nope
# expect: ValueError byte must be in range(0, 256)
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: IndexError pop from empty bytearray
# expect: ValueError value not found in bytearray
# expect: ValueError byte must be in range(0, 256)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError unhashable type: 'bytearray'
# expect: TypeError sequence item 0: expected a bytes-like object, str found
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError argument should be integer or bytes-like object, not 'str'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError startswith first arg must be bytes or a tuple of bytes, not str
# expect: IndexError bytearray index out of range
# expect: TypeError a bytes-like object is required, not 'str'
# expect: 0x29b1 20810
# expect: bytearray(b'\x00\x00\x00\x01\x00\x00\x01,\x00\x01\x11p') [1, 300, 70000]
