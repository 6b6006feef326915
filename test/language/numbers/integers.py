# Integers of any size: every operator with every sign, across the border of small ones, shifts, text.
values = [0, 1, -1, 2, -2, 7, -7, 255, -256, (1 << 30) - 1, 1 << 30, -(1 << 30), -(1 << 30) - 1, 2**31, -(2**31), 2**32 - 1, 2**32, -(2**32), 2**63, -(2**63), 2**64 + 12345678901234567, -(10**30), 3**70]


def check(name, op):
    total = 0
    for a in values:
        for b in values:
            try:
                r = op(a, b)
            except (ZeroDivisionError, ValueError, OverflowError) as e:
                total = (total * 31 + len(str(e))) % 1000000007
                continue
            total = (total * 31 + (r if isinstance(r, int) else hash(str(r)) * 0 + len(str(r)))) % 1000000007
    print(name, total)  # expect: + 776401465
# expect: - 764713368
# expect: * 144706772
# expect: // 711119667
# expect: % 528879995
# expect: / 337392244
# expect: & 344869395
# expect: | 431532070
# expect: ^ 86662675
# expect: divmod 421391463
# expect: identity 924341111
# expect: < 575461191
# expect: <= 573274879
# expect: == 997813695
# expect: != 667440802
# expect: > 91979611
# expect: >= 89793299
# expect: << 494795392
# expect: >> 346293189
# expect: ** small 82731127
# expect: pow3 883851050


check("+", lambda a, b: a + b)
check("-", lambda a, b: a - b)
check("*", lambda a, b: a * b)
check("//", lambda a, b: a // b)
check("%", lambda a, b: a % b)
check("/", lambda a, b: a / b)
check("&", lambda a, b: a & b)
check("|", lambda a, b: a | b)
check("^", lambda a, b: a ^ b)
check("divmod", lambda a, b: divmod(a, b)[0] * 7 + divmod(a, b)[1])
check("identity", lambda a, b: a - (a // b * b + a % b))
check("<", lambda a, b: a < b)
check("<=", lambda a, b: a <= b)
check("==", lambda a, b: a == b)
check("!=", lambda a, b: a != b)
check(">", lambda a, b: a > b)
check(">=", lambda a, b: a >= b)
check("<<", lambda a, b: a << (abs(b) % 70))
check(">>", lambda a, b: a >> (abs(b) % 70))
check("** small", lambda a, b: a ** (abs(b) % 5))
check("pow3", lambda a, b: pow(a, abs(b) % 50, 1000003))
print([-a for a in values])  # expect: [0, -1, 1, -2, 2, -7, 7, -255, 256, -1073741823, -1073741824, 1073741824, 1073741825, -2147483648, 2147483648, -4294967295, -4294967296, 4294967296, -9223372036854775808, 9223372036854775808, -18459089752610786183, 1000000000000000000000000000000, -2503155504993241601315571986085849]
print([~a for a in values])  # expect: [-1, -2, 0, -3, 1, -8, 6, -256, 255, -1073741824, -1073741825, 1073741823, 1073741824, -2147483649, 2147483647, -4294967296, -4294967297, 4294967295, -9223372036854775809, 9223372036854775807, -18459089752610786184, 999999999999999999999999999999, -2503155504993241601315571986085850]
print([abs(a) for a in values])  # expect: [0, 1, 1, 2, 2, 7, 7, 255, 256, 1073741823, 1073741824, 1073741824, 1073741825, 2147483648, 2147483648, 4294967295, 4294967296, 4294967296, 9223372036854775808, 9223372036854775808, 18459089752610786183, 1000000000000000000000000000000, 2503155504993241601315571986085849]
print([a.bit_length() for a in values])  # expect: [0, 1, 1, 2, 2, 3, 3, 8, 9, 30, 31, 31, 31, 32, 32, 32, 33, 33, 64, 64, 65, 100, 111]
print([hex(a) for a in values[9:16]], [oct(a) for a in values[5:9]], [bin(a) for a in values[5:9]])  # expect: ['0x3fffffff', '0x40000000', '-0x40000000', '-0x40000001', '0x80000000', '-0x80000000', '0xffffffff'] ['0o7', '-0o7', '0o377', '-0o400'] ['0b111', '-0b111', '0b11111111', '-0b100000000']
print([int(str(a)) == a and int(hex(a), 16) == a and int(bin(a), 0) == a for a in values])  # expect: [True, True, True, True, True, True, True, True, True, True, True, True, True, True, True, True, True, True, True, True, True, True, True]
print(2**200, -(3**50), 10**25 // 7, -(10**25) // 7, 10**25 % -7, (10**25) >> 20, -(10**25) >> 20, (-1) >> 100, 1 << 100)  # expect: 1606938044258990275541962092341162602522202993782792835301376 -717897987691852588770249 1428571428571428571428571 -1428571428571428571428572 -4 9536743164062500000 -9536743164062500000 -1 1267650600228229401496703205376
x = 1
for i in range(1, 31):
    x *= i
print(x, len(str(x)), x // (x // 12345), x % 1000007)  # expect: 265252859812191058636308480000000 33 12345 790627
for i in range(30, 0, -1):
    x //= i
print(x)  # expect: 1
x = (1 << 30) - 1
x += 1
print(x, x - 1, -x - 1, -x)  # expect: 1073741824 1073741823 -1073741825 -1073741824
x -= 1
print(x)  # expect: 1073741823
x = 5
x <<= 40
x >>= 38
x |= 1 << 35
x ^= 3
x &= 0xFFFFFFFFF
x **= 2
x %= 10**9
x //= -3
print(x)  # expect: -319756294
print(True + True, True * 5, -True, ~True, True & 1, True | 2, True ^ True, True & False, True << 3, True == 1, True + 1.5, False**False, divmod(True, 2), abs(True), sum([True] * 3), int(True), [1, 2][True])  # expect: 2 5 -1 -2 1 3 False False 8 True 2.5 1 (0, 1) 1 3 1 2
print(type(True & True), type(True & 1), type(True + 0), type(-True), type(+True))  # expect: <class 'bool'> <class 'int'> <class 'int'> <class 'int'> <class 'int'>
print(int("  42 "), int("-0x1f", 16), int("0b101", 0), int("1_000"), int("z", 36), int("+7"), int(3.99), int(-3.99), int(1e20), int("9" * 30), int(b"12"), int(True), int())  # expect: 42 -31 5 1000 35 7 3 -3 100000000000000000000 999999999999999999999999999999 12 1 0
print(0 == -0, 10**20 == 10**20, 10**20 is None, 1 == 1.0, 2**53 == float(2**53), 2**53 + 1 == float(2**53), 10**400 > 1e308, -(10**400) < -1e308, 10**400 == float("inf"), 10**400 < float("inf"))  # expect: True True False True True False True True False True
print((5).bit_length(), (255).bit_count(), (1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 2], "little"))  # expect: 3 8 b'\x04\x00' b'\x00\x04\x00\x00' b'\xff\xfe' 1024 -2 513
print(round(15, -1), round(25, -1), round(-15, -1), round(1234, -2), round(5), round(149, -2), round(150, -2), round(10**20 + 5, -1))  # expect: 20 20 -20 1200 5 100 200 100000000000000000000
print(pow(3, -1, 7), pow(2, 100, 101), pow(-3, 3, 5), pow(7, 0, 1), pow(5, 3), pow(2, -2), 2**-1, (-2) ** -3, 0**0, (-2) ** 63, 7 ** 30)  # expect: 5 1 3 0 125 0.25 0.5 -0.125 1 -9223372036854775808 22539340290692258087863249
print(max(10**20, 5), min(-(10**20), 5), sorted([10**20, -5, 2**31, 3, -(2**40)]), sum([2**30] * 5), sum(range(100000)))  # expect: 100000000000000000000 -100000000000000000000 [-1099511627776, -5, 3, 2147483648, 100000000000000000000] 5368709120 4999950000
print((1 << 64) % 1000, -(1 << 64) % 1000, (1 << 64) // -1000, divmod(-(1 << 64), 1000), divmod(1 << 64, -1000), divmod(-7, 2), divmod(7, -2), divmod(-7, -2))  # expect: 616 384 -18446744073709552 (-18446744073709552, 384) (-18446744073709552, -384) (-4, 1) (-4, -1) (3, -1)
print(hash(5) == hash(5.0), hash(2**40) == hash(float(2**40)), hash(-(2**61)) == hash(float(-(2**61))), {2**40: 1}[float(2**40)], {10**20: "x"}[10**20])  # expect: True True True 1 x
print(123456789 * 987654321, -123456789 * 987654321, 99999 * 99999, 46341 * 46341, 1073741823 * 2, -1073741824 * -1, 1073741824 // -1)  # expect: 121932631112635269 -121932631112635269 9999800001 2147488281 2147483646 1073741824 -1073741824
a, b = 0, 1
for _ in range(150):
    a, b = b, a + b
print(a)  # expect: 9969216677189303386214405760200


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(2**60 * 3**20, 6**25), gcd(10**30, 15**15))  # expect: 116997070082015232 30517578125


def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x, y = y, (y + n // y) // 2
    return x


print(isqrt(10**40), isqrt(2 * 10**40))  # expect: 100000000000000000000 141421356237309504880
