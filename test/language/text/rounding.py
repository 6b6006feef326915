# round(), divmod(), pow(), abs(), hex(), oct(), bin(), ord(), chr(), int's and float's methods.
def show(f):
    try:
        return repr(f())
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


for x in [0.5, 1.5, 2.5, -0.5, 2.675, 1.005, 0.15, 1e300, 12345.678, -0.04, 5e15 + 0.5, -0.0, 99.995]:
    print([round(x), round(x, 0), round(x, 1), round(x, 2), round(x, -1), round(x, -3), round(x, 20), round(x, 400), round(x, -400), round(x, None), round(x, ndigits=1)])  # expect: [0, 0.0, 0.5, 0.5, 0.0, 0.0, 0.5, 0.5, 0.0, 0, 0.5]
# expect: [2, 2.0, 1.5, 1.5, 0.0, 0.0, 1.5, 1.5, 0.0, 2, 1.5]
# expect: [2, 2.0, 2.5, 2.5, 0.0, 0.0, 2.5, 2.5, 0.0, 2, 2.5]
# expect: [0, -0.0, -0.5, -0.5, -0.0, -0.0, -0.5, -0.5, -0.0, 0, -0.5]
# expect: [3, 3.0, 2.7, 2.67, 0.0, 0.0, 2.675, 2.675, 0.0, 3, 2.7]
# expect: [1, 1.0, 1.0, 1.0, 0.0, 0.0, 1.005, 1.005, 0.0, 1, 1.0]
# expect: [0, 0.0, 0.1, 0.15, 0.0, 0.0, 0.15, 0.15, 0.0, 0, 0.1]
# expect: [1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160, 1e+300, 1e+300, 1e+300, 1e+300, 1e+300, 1e+300, 1e+300, 0.0, 1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160, 1e+300]
# expect: [12346, 12346.0, 12345.7, 12345.68, 12350.0, 12000.0, 12345.678, 12345.678, 0.0, 12346, 12345.7]
# expect: [0, -0.0, -0.0, -0.04, -0.0, -0.0, -0.04, -0.04, -0.0, 0, -0.0]
# expect: [5000000000000000, 5000000000000000.0, 5000000000000000.0, 5000000000000000.0, 5000000000000000.0, 5000000000000000.0, 5000000000000000.0, 5000000000000000.0, 0.0, 5000000000000000, 5000000000000000.0]
# expect: [0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, 0, -0.0]
# expect: [100, 100.0, 100.0, 100.0, 100.0, 0.0, 99.995, 99.995, 0.0, 100, 100.0]
for x in [0, 5, 15, 25, -15, 150, 250, 350, -12345, 10**20 + 5, True]:
    print([round(x), round(x, 1), round(x, -1), round(x, -2), round(x, -30), abs(x), abs(-x), hex(x), oct(x), bin(-x), x.bit_length(), divmod(x, 7), divmod(x, -7), float(x)])  # expect: [0, 0, 0, 0, 0, 0, 0, '0x0', '0o0', '0b0', 0, (0, 0), (0, 0), 0.0]
# expect: [5, 5, 0, 0, 0, 5, 5, '0x5', '0o5', '-0b101', 3, (0, 5), (-1, -2), 5.0]
# expect: [15, 15, 20, 0, 0, 15, 15, '0xf', '0o17', '-0b1111', 4, (2, 1), (-3, -6), 15.0]
# expect: [25, 25, 20, 0, 0, 25, 25, '0x19', '0o31', '-0b11001', 5, (3, 4), (-4, -3), 25.0]
# expect: [-15, -15, -20, 0, 0, 15, 15, '-0xf', '-0o17', '0b1111', 4, (-3, 6), (2, -1), -15.0]
# expect: [150, 150, 150, 200, 0, 150, 150, '0x96', '0o226', '-0b10010110', 8, (21, 3), (-22, -4), 150.0]
# expect: [250, 250, 250, 200, 0, 250, 250, '0xfa', '0o372', '-0b11111010', 8, (35, 5), (-36, -2), 250.0]
# expect: [350, 350, 350, 400, 0, 350, 350, '0x15e', '0o536', '-0b101011110', 9, (50, 0), (-50, 0), 350.0]
# expect: [-12345, -12345, -12340, -12300, 0, 12345, 12345, '-0x3039', '-0o30071', '0b11000000111001', 14, (-1764, 3), (1763, -4), -12345.0]
# expect: [100000000000000000005, 100000000000000000005, 100000000000000000000, 100000000000000000000, 0, 100000000000000000005, 100000000000000000005, '0x56bc75e2d63100005', '0o12657072742654304000005', '-0b1010110101111000111010111100010110101100011000100000000000000000101', 67, (14285714285714285715, 0), (-14285714285714285715, 0), 1e+20]
# expect: [1, 1, 0, 0, 0, 1, 1, '0x1', '0o1', '-0b1', 1, (0, 1), (-1, -6), 1.0]
for x in [0.0, 1.5, -2.5, 1e20, 123456789.0, float("inf")]:
    print(show(lambda: [divmod(x, 0.7), divmod(x, -3), abs(x), x.is_integer()]), show(lambda: int(x)))  # expect: [(0.0, 0.0), (-0.0, -0.0), 0.0, True] 0
# expect: [(2.0, 0.10000000000000009), (-1.0, -1.5), 1.5, False] 1
# expect: [(-4.0, 0.2999999999999998), (0.0, -2.5), 2.5, False] -2
# expect: [(1.4285714285714286e+20, 0.6315692866092049), (-3.333333333333333e+19, -2.0), 1e+20, True] 100000000000000000000
# expect: [(176366841.0, 0.3000000078322611), (-41152263.0, -0.0), 123456789.0, True] 123456789
# expect: [(nan, nan), (nan, nan), inf, False] OverflowError: cannot convert float infinity to integer
print([pow(2, 10), pow(2, -1), pow(2, 10, 7), pow(-3, 5, 7), pow(3, -1, 7), pow(2, -3, 9), pow(2, 10, -7), pow(10**20, 5, 97), pow(2.5, 2), pow(0, 0, 1)])  # expect: [1024, 0.5, 2, 2, 5, 8, -5, 9, 6.25, 0]
print([(ascii(chr(c)), ord(chr(c)), len(chr(c))) for c in [0, 65, 127, 128, 255, 0x7FF, 0x800, 0x20AC, 0xFFFF, 0x10000, 0x10FFFF]], ord(b"a"))  # expect: [("'\\x00'", 0, 1), ("'A'", 65, 1), ("'\\x7f'", 127, 1), ("'\\x80'", 128, 1), ("'\\xff'", 255, 1), ("'\\u07ff'", 2047, 1), ("'\\u0800'", 2048, 1), ("'\\u20ac'", 8364, 1), ("'\\uffff'", 65535, 1), ("'\\U00010000'", 65536, 1), ("'\\U0010ffff'", 1114111, 1)] 97
for f in [lambda: ord("ab"), lambda: ord(""), lambda: ord(1), lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: hex(1.5), lambda: round("a"), lambda: round(1.5, "a"), lambda: divmod(1, 0), lambda: divmod(1.5, 0), lambda: divmod("a", 1),
          lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: pow(2.0, 2, 3), lambda: abs("a"), lambda: round(1.7e308, -308), lambda: round(float("inf")), lambda: round(float("nan"))]:
    print(show(f))  # expect: TypeError: ord() expected a character, but string of length 2 found
# expect: TypeError: ord() expected a character, but string of length 0 found
# expect: TypeError: ord() expected string of length 1, but int found
# expect: ValueError: chr() arg not in range(0x110000)
# expect: ValueError: chr() arg not in range(0x110000)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: type str doesn't define __round__ method
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: float divmod()
# expect: TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'
# expect: ValueError: base is not invertible for the given modulus
# expect: ValueError: pow() 3rd argument cannot be 0
# expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError: bad operand type for abs(): 'str'
# expect: OverflowError: rounded value too large to represent
# expect: OverflowError: cannot convert float infinity to integer
# expect: ValueError: cannot convert float NaN to integer
for n in [0, 1, 127, 128, -1, -128, -129, 65535, 2**31, -2**31, 2**64 - 1, -2**15]:
    print([show(lambda: n.to_bytes(l, e, signed=s)) for l in [1, 2, 4, 8] for e in ["big", "little"] for s in [False, True]])  # expect: ["b'\\x00'", "b'\\x00'", "b'\\x00'", "b'\\x00'", "b'\\x00\\x00'", "b'\\x00\\x00'", "b'\\x00\\x00'", "b'\\x00\\x00'", "b'\\x00\\x00\\x00\\x00'", "b'\\x00\\x00\\x00\\x00'", "b'\\x00\\x00\\x00\\x00'", "b'\\x00\\x00\\x00\\x00'", "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'", "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'", "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'", "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'"]
# expect: ["b'\\x01'", "b'\\x01'", "b'\\x01'", "b'\\x01'", "b'\\x00\\x01'", "b'\\x00\\x01'", "b'\\x01\\x00'", "b'\\x01\\x00'", "b'\\x00\\x00\\x00\\x01'", "b'\\x00\\x00\\x00\\x01'", "b'\\x01\\x00\\x00\\x00'", "b'\\x01\\x00\\x00\\x00'", "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x01'", "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x01'", "b'\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00'", "b'\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00'"]
# expect: ["b'\\x7f'", "b'\\x7f'", "b'\\x7f'", "b'\\x7f'", "b'\\x00\\x7f'", "b'\\x00\\x7f'", "b'\\x7f\\x00'", "b'\\x7f\\x00'", "b'\\x00\\x00\\x00\\x7f'", "b'\\x00\\x00\\x00\\x7f'", "b'\\x7f\\x00\\x00\\x00'", "b'\\x7f\\x00\\x00\\x00'", "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x7f'", "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x7f'", "b'\\x7f\\x00\\x00\\x00\\x00\\x00\\x00\\x00'", "b'\\x7f\\x00\\x00\\x00\\x00\\x00\\x00\\x00'"]
# expect: ["b'\\x80'", 'OverflowError: int too big to convert', "b'\\x80'", 'OverflowError: int too big to convert', "b'\\x00\\x80'", "b'\\x00\\x80'", "b'\\x80\\x00'", "b'\\x80\\x00'", "b'\\x00\\x00\\x00\\x80'", "b'\\x00\\x00\\x00\\x80'", "b'\\x80\\x00\\x00\\x00'", "b'\\x80\\x00\\x00\\x00'", "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x80'", "b'\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x80'", "b'\\x80\\x00\\x00\\x00\\x00\\x00\\x00\\x00'", "b'\\x80\\x00\\x00\\x00\\x00\\x00\\x00\\x00'"]
# expect: ["OverflowError: can't convert negative int to unsigned", "b'\\xff'", "OverflowError: can't convert negative int to unsigned", "b'\\xff'", "OverflowError: can't convert negative int to unsigned", "b'\\xff\\xff'", "OverflowError: can't convert negative int to unsigned", "b'\\xff\\xff'", "OverflowError: can't convert negative int to unsigned", "b'\\xff\\xff\\xff\\xff'", "OverflowError: can't convert negative int to unsigned", "b'\\xff\\xff\\xff\\xff'", "OverflowError: can't convert negative int to unsigned", "b'\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff'", "OverflowError: can't convert negative int to unsigned", "b'\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff'"]
# expect: ["OverflowError: can't convert negative int to unsigned", "b'\\x80'", "OverflowError: can't convert negative int to unsigned", "b'\\x80'", "OverflowError: can't convert negative int to unsigned", "b'\\xff\\x80'", "OverflowError: can't convert negative int to unsigned", "b'\\x80\\xff'", "OverflowError: can't convert negative int to unsigned", "b'\\xff\\xff\\xff\\x80'", "OverflowError: can't convert negative int to unsigned", "b'\\x80\\xff\\xff\\xff'", "OverflowError: can't convert negative int to unsigned", "b'\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x80'", "OverflowError: can't convert negative int to unsigned", "b'\\x80\\xff\\xff\\xff\\xff\\xff\\xff\\xff'"]
# expect: ["OverflowError: can't convert negative int to unsigned", 'OverflowError: int too big to convert', "OverflowError: can't convert negative int to unsigned", 'OverflowError: int too big to convert', "OverflowError: can't convert negative int to unsigned", "b'\\xff\\x7f'", "OverflowError: can't convert negative int to unsigned", "b'\\x7f\\xff'", "OverflowError: can't convert negative int to unsigned", "b'\\xff\\xff\\xff\\x7f'", "OverflowError: can't convert negative int to unsigned", "b'\\x7f\\xff\\xff\\xff'", "OverflowError: can't convert negative int to unsigned", "b'\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x7f'", "OverflowError: can't convert negative int to unsigned", "b'\\x7f\\xff\\xff\\xff\\xff\\xff\\xff\\xff'"]
# expect: ['OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', "b'\\xff\\xff'", 'OverflowError: int too big to convert', "b'\\xff\\xff'", 'OverflowError: int too big to convert', "b'\\x00\\x00\\xff\\xff'", "b'\\x00\\x00\\xff\\xff'", "b'\\xff\\xff\\x00\\x00'", "b'\\xff\\xff\\x00\\x00'", "b'\\x00\\x00\\x00\\x00\\x00\\x00\\xff\\xff'", "b'\\x00\\x00\\x00\\x00\\x00\\x00\\xff\\xff'", "b'\\xff\\xff\\x00\\x00\\x00\\x00\\x00\\x00'", "b'\\xff\\xff\\x00\\x00\\x00\\x00\\x00\\x00'"]
# expect: ['OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', "b'\\x80\\x00\\x00\\x00'", 'OverflowError: int too big to convert', "b'\\x00\\x00\\x00\\x80'", 'OverflowError: int too big to convert', "b'\\x00\\x00\\x00\\x00\\x80\\x00\\x00\\x00'", "b'\\x00\\x00\\x00\\x00\\x80\\x00\\x00\\x00'", "b'\\x00\\x00\\x00\\x80\\x00\\x00\\x00\\x00'", "b'\\x00\\x00\\x00\\x80\\x00\\x00\\x00\\x00'"]
# expect: ["OverflowError: can't convert negative int to unsigned", 'OverflowError: int too big to convert', "OverflowError: can't convert negative int to unsigned", 'OverflowError: int too big to convert', "OverflowError: can't convert negative int to unsigned", 'OverflowError: int too big to convert', "OverflowError: can't convert negative int to unsigned", 'OverflowError: int too big to convert', "OverflowError: can't convert negative int to unsigned", "b'\\x80\\x00\\x00\\x00'", "OverflowError: can't convert negative int to unsigned", "b'\\x00\\x00\\x00\\x80'", "OverflowError: can't convert negative int to unsigned", "b'\\xff\\xff\\xff\\xff\\x80\\x00\\x00\\x00'", "OverflowError: can't convert negative int to unsigned", "b'\\x00\\x00\\x00\\x80\\xff\\xff\\xff\\xff'"]
# expect: ['OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', 'OverflowError: int too big to convert', "b'\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff'", 'OverflowError: int too big to convert', "b'\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff'", 'OverflowError: int too big to convert']
# expect: ["OverflowError: can't convert negative int to unsigned", 'OverflowError: int too big to convert', "OverflowError: can't convert negative int to unsigned", 'OverflowError: int too big to convert', "OverflowError: can't convert negative int to unsigned", "b'\\x80\\x00'", "OverflowError: can't convert negative int to unsigned", "b'\\x00\\x80'", "OverflowError: can't convert negative int to unsigned", "b'\\xff\\xff\\x80\\x00'", "OverflowError: can't convert negative int to unsigned", "b'\\x00\\x80\\xff\\xff'", "OverflowError: can't convert negative int to unsigned", "b'\\xff\\xff\\xff\\xff\\xff\\xff\\x80\\x00'", "OverflowError: can't convert negative int to unsigned", "b'\\x00\\x80\\xff\\xff\\xff\\xff\\xff\\xff'"]
for b in [b"", b"\x01", b"\xff", b"\x80\x00", b"\xff\xfe\xfd", b"\x00\x00\x00\x80", bytes(range(1, 10))]:
    print([int.from_bytes(b, e, signed=s) for e in ["big", "little"] for s in [False, True]])  # expect: [0, 0, 0, 0]
# expect: [1, 1, 1, 1]
# expect: [255, -1, 255, -1]
# expect: [32768, -32768, 128, 128]
# expect: [16776957, -259, 16645887, -131329]
# expect: [128, 128, 2147483648, -2147483648]
# expect: [18591708106338011145, 18591708106338011145, 166599134359138271745, 166599134359138271745]
print(int.from_bytes([1, 2, 3], "big"), int.from_bytes(bytearray(b"\x01\x00"), byteorder="little"), (5).to_bytes(), show(lambda: (1).to_bytes(1, "x")), (1000).bit_count())  # expect: 66051 1 b'\x05' ValueError: byteorder must be either 'little' or 'big' 6
