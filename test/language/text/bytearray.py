# bytearray: changes in place, slices, and methods that give new ones.
def show(f):
    try:
        return repr(f())
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


a = bytearray(b"hello")
a.append(33)
a.extend(b" w")
a.extend([1, 2])
a.extend(range(3))
a.extend(bytearray(b"!"))
print(a, len(a), a.pop(), a.pop(0), a.pop(-2), a)  # expect: bytearray(b'ello! w\x01\x02\x00\x02') 14 33 104 1 bytearray(b'ello! w\x01\x02\x00\x02')
a.insert(0, 65)
a.insert(-1, 66)
a.insert(100, 67)
a.insert(-100, 68)
a.remove(ord("l"))
a.reverse()
b = a.copy()
a.clear()
print(a, b, len(a))  # expect: bytearray(b'') bytearray(b'C\x02B\x00\x02\x01w !oleAD') 0
a = bytearray(range(10))
a[2:4] = b"xyz"
print(a)  # expect: bytearray(b'\x00\x01xyz\x04\x05\x06\x07\x08\t')
a[1:3] = []
a[5:2] = b"ins"
print(a)  # expect: bytearray(b'\x00yz\x04\x05ins\x06\x07\x08\t')
del a[1:3]
del a[::3]
print(a)  # expect: bytearray(b'\x04\x05ns\x07\x08')
del a[::-2]
a[::2] = bytes(len(a[::2]))
print(a)  # expect: bytearray(b'\x00n\x00')
a[:] = range(5)
a[-2:] = a
a += b"tail"
a *= 2
a[0] = 255
a[-1] -= 1
print(a[0], a, a[2:4], a[::-1], 255 in a, b"tail" in a)  # expect: 255 bytearray(b'\xff\x01\x02\x00\x01\x02\x03\x04tail\x00\x01\x02\x00\x01\x02\x03\x04taik') bytearray(b'\x02\x00') bytearray(b'kiat\x04\x03\x02\x01\x00\x02\x01\x00liat\x04\x03\x02\x01\x00\x02\x01\xff') True True
b = bytearray(b" a,b ")
print(b.upper(), b.strip(), b.split(b","), b.replace(b"a", b"xx"), b.find(b"b"), b.count(44), b.startswith(b" "), b.endswith((b"x", b" ")), b.hex(), b.decode(), b.partition(b","), b.join([b"x", b"y"]), bytearray("x", "ascii"), bytearray.fromhex("0a"))  # expect: bytearray(b' A,B ') bytearray(b'a,b') [bytearray(b' a'), bytearray(b'b ')] bytearray(b' xx,b ') 3 1 True True 20612c6220  a,b  (bytearray(b' a'), bytearray(b','), bytearray(b'b ')) bytearray(b'x a,b y') bytearray(b'x') bytearray(b'\n')
def store(i, v):
    a[i] = v
for f in [lambda: a.append(256), lambda: a.append("x"), lambda: a.pop(1000), lambda: a.remove(254), lambda: a.extend("abc"), lambda: a.extend([300]), lambda: bytearray().pop(), lambda: store(0, 256), lambda: store(100, 1), lambda: store(slice(0, 4, 2), b"abc"),
          lambda: store(slice(0, 1), 5), lambda: store(slice(0, 2), "ab"), lambda: store(slice(0, 2), [256]), lambda: a + "x", lambda: store("a", 1)]:
    print(show(f))  # expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: IndexError: pop index out of range
# expect: ValueError: value not found in bytearray
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: byte must be in range(0, 256)
# expect: IndexError: pop from empty bytearray
# expect: ValueError: byte must be in range(0, 256)
# expect: IndexError: bytearray index out of range
# expect: ValueError: attempt to assign bytes of size 3 to extended slice of size 2
# expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: can't concat str to bytearray
# expect: TypeError: bytearray indices must be integers or slices, not str
