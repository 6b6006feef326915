table = "".maketrans("ab", "xy")
print("cab".translate(table))  # expect: cxy
print(b"cab".translate(b"".maketrans(b"ab", b"xy")))  # expect: b'cxy'
print({}.fromkeys("ab", 1))  # expect: {'a': 1, 'b': 1}
print((0).from_bytes(b"\x01\x02", "big"))  # expect: 258
print(b"".fromhex("0aff"), 0.0.fromhex("0x1.8p1"))  # expect: b'\n\xff' 3.0
