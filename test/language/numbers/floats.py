# Doubles: text, division and its signs, powers, infinities, NaN, comparison with ints, rounding, parsing.
inf, nan = float("inf"), float("nan")
print(0.1, 1.0, -0.0, 1e16, 1e15, 123456789012345680.0, 1e-4, 1e-5, 0.00012345, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 1e22, 1e23, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 1e2, 12345.678)
print(inf, -inf, nan, repr(inf), str(nan), [inf, nan])
vals = [0.0, -0.0, 1.0, -1.0, 2.5, -2.5, 7.0, -7.0, 0.1, 1e300, -1e-300, inf, -inf, nan]


def show(f):
    out = []
    for a in vals:
        for b in vals:
            try:
                out.append(repr(f(a, b)))
            except (ZeroDivisionError, OverflowError) as e:
                out.append(str(e))
    print(" ".join(out))


show(lambda a, b: a + b)
show(lambda a, b: a * b)
show(lambda a, b: a / b)
show(lambda a, b: a // b)
show(lambda a, b: a % b)
print([(a < b, a == b, a >= b, a != b) for a in (1.5, inf, nan) for b in (1.5, -inf, nan)])
print([2.0**b for b in (0, 1, -1, 0.5, 10, -1074, 1023)], (-8.0) ** 2, (-8.0) ** 3, 4**0.5, 2**-0.5, 0.0**0, inf**0, nan**0, 1.0**nan, (-1.0) ** inf, 0.5**inf, 10.0**-3)
for a, b in ((1, 2.0), (2**53, 2.0**53), (2**53 + 1, 2.0**53), (10**30, 1e30), (10**400, inf), (-(10**400), -inf), (0, -0.0), (1, nan), (3, 2.9999999999999996)):
    print(a < b, a <= b, a == b, a != b, a > b, a >= b, b < a, b == a, b > a)
print(7 // 2.0, -7 // 2.0, 7 % -2.0, -7 % 2.0, 7.5 % 2, -7.5 % 2, 1e20 % 3, 5.0 // 0.1, 5.0 % 0.1, divmod(7.5, 2), divmod(-7.5, 2), divmod(7, -2.5))
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 1e20)], round(2.675, 2), round(1.005, 2), round(1234.5678, -2), round(0.15, 1), round(-1.45, 1), round(5e-324, 300), round(1e300, 2), round(2.5, None))
print(int(1e18), int(-1e18), int(2.0**60), int(1e25), float(10**25), float(2**70), float("1e5"), float(" -1.5e-3 "), float("1_0.5"), float(".5"), float("5."), float("INF"), float("-Infinity"), float("nan"), float("0x1p3") if False else 8.0, float(3), float(True), float())
print((1.5).is_integer(), (2.0).is_integer(), inf.is_integer(), abs(-1.5), abs(-0.0), -(-0.0), +1.5, not 0.0, bool(nan), bool(-0.0))
print(1 + 1.0, 1 - 0.5, 2 * 0.5, 1 / 2, 4 / 2, 2**31 * 1.0, 10**20 / 10**18, 10**400 // 10**398 / 3, (10**400) / (10**399), True / 2, 1.0 + True, 3 - 1.5, 5 % 2.5, 2**0.5)
print(sum([0.1] * 10), sum([0.1] * 3, 1), min(1, 0.5), max(1, 1.0), max(1.0, 1), sorted([3, 1.5, 2, -0.5]), min(nan, 1), max(1, nan))
print(hash(1.5) == hash(1.5), hash(inf) == hash(inf), {1.0: "a"}[1], {0.5: 1}[0.5], 0.0 == -0.0, nan == nan, nan is nan, nan in [nan], [nan] == [nan], (nan,) == (nan,))
for f in (lambda: int(nan), lambda: int(inf), lambda: 1e308 * 10, lambda: 2.0**2000, lambda: float("abc"), lambda: float(""), lambda: 1.0 / 0.0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0**-1, lambda: float(10**400), lambda: round(nan), lambda: round(inf), lambda: 1.5 << 1, lambda: (10**400) / 3.0, lambda: 10**400 + 1.0, lambda: float([]), lambda: divmod(1.0, 0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print("%.3f %.0f %e %g %g %g %.2e %G" % (1.0005, 2.5, 12345.678, 1e-5, 123456789.0, 0.0001, 0.00012345, 1e-10))
print("{:.3f} {:10.2e} {:+.1f} {:g} {:.3g} {:n} {:%} {:.1%} {:,.2f} {:012.3f} {:<10.1f}|{:^10.1f}|".format(3.14159, 31415.9, 2.0, 1e6, 1234567.0, 1.5, 0.25, 0.123, 1234567.891, -3.14159, 1.5, 1.5))
x = 1.0
for i in range(20):
    x = x * 1.1 - 0.05
print(x)
x = 0.5
for i in range(50):
    x = 3.9 * x * (1 - x)
print(x)
total = 0.0
for i in range(1, 1001):
    total += 1 / (i * i)
print(total)
x, n = 2.0, 0
while x > 1e-300:
    x /= 7
    n += 1
print(n, x)
x = 1.5
x += 1
x -= 0.25
x *= 2
x /= 3
x //= 0.5
x %= 2
x **= 2
print(x)
i = 5
i /= 2
print(i, type(i))
# expect: 0.1 1.0 -0.0 1e+16 1000000000000000.0 1.2345678901234568e+17 0.0001 1e-05 0.00012345 5e-324 1.7976931348623157e+308 2.2250738585072014e-308 1e+22 1e+23 0.30000000000000004 0.3333333333333333 0.6666666666666666 100.0 100.0 12345.678
# expect: inf -inf nan inf nan [inf, nan]
# expect: 0.0 0.0 1.0 -1.0 2.5 -2.5 7.0 -7.0 0.1 1e+300 -1e-300 inf -inf nan 0.0 -0.0 1.0 -1.0 2.5 -2.5 7.0 -7.0 0.1 1e+300 -1e-300 inf -inf nan 1.0 1.0 2.0 0.0 3.5 -1.5 8.0 -6.0 1.1 1e+300 1.0 inf -inf nan -1.0 -1.0 0.0 -2.0 1.5 -3.5 6.0 -8.0 -0.9 1e+300 -1.0 inf -inf nan 2.5 2.5 3.5 1.5 5.0 0.0 9.5 -4.5 2.6 1e+300 2.5 inf -inf nan -2.5 -2.5 -1.5 -3.5 0.0 -5.0 4.5 -9.5 -2.4 1e+300 -2.5 inf -inf nan 7.0 7.0 8.0 6.0 9.5 4.5 14.0 0.0 7.1 1e+300 7.0 inf -inf nan -7.0 -7.0 -6.0 -8.0 -4.5 -9.5 0.0 -14.0 -6.9 1e+300 -7.0 inf -inf nan 0.1 0.1 1.1 -0.9 2.6 -2.4 7.1 -6.9 0.2 1e+300 0.1 inf -inf nan 1e+300 1e+300 1e+300 1e+300 1e+300 1e+300 1e+300 1e+300 1e+300 2e+300 1e+300 inf -inf nan -1e-300 -1e-300 1.0 -1.0 2.5 -2.5 7.0 -7.0 0.1 1e+300 -2e-300 inf -inf nan inf inf inf inf inf inf inf inf inf inf inf inf nan nan -inf -inf -inf -inf -inf -inf -inf -inf -inf -inf -inf nan -inf nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan
# expect: 0.0 -0.0 0.0 -0.0 0.0 -0.0 0.0 -0.0 0.0 0.0 -0.0 nan nan nan -0.0 0.0 -0.0 0.0 -0.0 0.0 -0.0 0.0 -0.0 -0.0 0.0 nan nan nan 0.0 -0.0 1.0 -1.0 2.5 -2.5 7.0 -7.0 0.1 1e+300 -1e-300 inf -inf nan -0.0 0.0 -1.0 1.0 -2.5 2.5 -7.0 7.0 -0.1 -1e+300 1e-300 -inf inf nan 0.0 -0.0 2.5 -2.5 6.25 -6.25 17.5 -17.5 0.25 2.5e+300 -2.5e-300 inf -inf nan -0.0 0.0 -2.5 2.5 -6.25 6.25 -17.5 17.5 -0.25 -2.5e+300 2.5e-300 -inf inf nan 0.0 -0.0 7.0 -7.0 17.5 -17.5 49.0 -49.0 0.7000000000000001 7e+300 -7e-300 inf -inf nan -0.0 0.0 -7.0 7.0 -17.5 17.5 -49.0 49.0 -0.7000000000000001 -7e+300 7e-300 -inf inf nan 0.0 -0.0 0.1 -0.1 0.25 -0.25 0.7000000000000001 -0.7000000000000001 0.010000000000000002 1e+299 -1e-301 inf -inf nan 0.0 -0.0 1e+300 -1e+300 2.5e+300 -2.5e+300 7e+300 -7e+300 1e+299 inf -1.0 inf -inf nan -0.0 0.0 -1e-300 1e-300 -2.5e-300 2.5e-300 -7e-300 7e-300 -1e-301 -1.0 0.0 -inf inf nan nan nan inf -inf inf -inf inf -inf inf inf -inf inf -inf nan nan nan -inf inf -inf inf -inf inf -inf -inf inf -inf inf nan nan nan nan nan nan nan nan nan nan nan nan nan nan nan
# expect: float division by zero float division by zero 0.0 -0.0 0.0 -0.0 0.0 -0.0 0.0 0.0 -0.0 0.0 -0.0 nan float division by zero float division by zero -0.0 0.0 -0.0 0.0 -0.0 0.0 -0.0 -0.0 0.0 -0.0 0.0 nan float division by zero float division by zero 1.0 -1.0 0.4 -0.4 0.14285714285714285 -0.14285714285714285 10.0 1e-300 -9.999999999999999e+299 0.0 -0.0 nan float division by zero float division by zero -1.0 1.0 -0.4 0.4 -0.14285714285714285 0.14285714285714285 -10.0 -1e-300 9.999999999999999e+299 -0.0 0.0 nan float division by zero float division by zero 2.5 -2.5 1.0 -1.0 0.35714285714285715 -0.35714285714285715 25.0 2.5e-300 -2.4999999999999998e+300 0.0 -0.0 nan float division by zero float division by zero -2.5 2.5 -1.0 1.0 -0.35714285714285715 0.35714285714285715 -25.0 -2.5e-300 2.4999999999999998e+300 -0.0 0.0 nan float division by zero float division by zero 7.0 -7.0 2.8 -2.8 1.0 -1.0 70.0 6.999999999999999e-300 -7e+300 0.0 -0.0 nan float division by zero float division by zero -7.0 7.0 -2.8 2.8 -1.0 1.0 -70.0 -6.999999999999999e-300 7e+300 -0.0 0.0 nan float division by zero float division by zero 0.1 -0.1 0.04 -0.04 0.014285714285714287 -0.014285714285714287 1.0 1e-301 -1e+299 0.0 -0.0 nan float division by zero float division by zero 1e+300 -1e+300 4e+299 -4e+299 1.4285714285714286e+299 -1.4285714285714286e+299 1e+301 1.0 -inf 0.0 -0.0 nan float division by zero float division by zero -1e-300 1e-300 -4e-301 4e-301 -1.4285714285714285e-301 1.4285714285714285e-301 -1e-299 -0.0 1.0 -0.0 0.0 nan float division by zero float division by zero inf -inf inf -inf inf -inf inf inf -inf nan nan nan float division by zero float division by zero -inf inf -inf inf -inf inf -inf -inf inf nan nan nan float division by zero float division by zero nan nan nan nan nan nan nan nan nan nan nan nan
# expect: float floor division by zero float floor division by zero 0.0 -0.0 0.0 -0.0 0.0 -0.0 0.0 0.0 -0.0 0.0 -0.0 nan float floor division by zero float floor division by zero -0.0 0.0 -0.0 0.0 -0.0 0.0 -0.0 -0.0 0.0 -0.0 0.0 nan float floor division by zero float floor division by zero 1.0 -1.0 0.0 -1.0 0.0 -1.0 9.0 0.0 -9.999999999999999e+299 0.0 -1.0 nan float floor division by zero float floor division by zero -1.0 1.0 -1.0 0.0 -1.0 0.0 -10.0 -1.0 9.999999999999999e+299 -1.0 0.0 nan float floor division by zero float floor division by zero 2.0 -3.0 1.0 -1.0 0.0 -1.0 24.0 0.0 -2.4999999999999998e+300 0.0 -1.0 nan float floor division by zero float floor division by zero -3.0 2.0 -1.0 1.0 -1.0 0.0 -25.0 -1.0 2.4999999999999998e+300 -1.0 0.0 nan float floor division by zero float floor division by zero 7.0 -7.0 2.0 -3.0 1.0 -1.0 69.0 0.0 -7e+300 0.0 -1.0 nan float floor division by zero float floor division by zero -7.0 7.0 -3.0 2.0 -1.0 1.0 -70.0 -1.0 7e+300 -1.0 0.0 nan float floor division by zero float floor division by zero 0.0 -1.0 0.0 -1.0 0.0 -1.0 1.0 0.0 -1e+299 0.0 -1.0 nan float floor division by zero float floor division by zero 1e+300 -1e+300 4e+299 -4e+299 1.4285714285714286e+299 -1.4285714285714286e+299 1e+301 1.0 -inf 0.0 -1.0 nan float floor division by zero float floor division by zero -1.0 0.0 -1.0 0.0 -1.0 0.0 -1.0 -1.0 1.0 -1.0 0.0 nan float floor division by zero float floor division by zero nan nan nan nan nan nan nan nan nan nan nan nan float floor division by zero float floor division by zero nan nan nan nan nan nan nan nan nan nan nan nan float floor division by zero float floor division by zero nan nan nan nan nan nan nan nan nan nan nan nan
# expect: float modulo float modulo 0.0 -0.0 0.0 -0.0 0.0 -0.0 0.0 0.0 -0.0 0.0 -0.0 nan float modulo float modulo 0.0 -0.0 0.0 -0.0 0.0 -0.0 0.0 0.0 -0.0 0.0 -0.0 nan float modulo float modulo 0.0 -0.0 1.0 -1.5 1.0 -6.0 0.09999999999999995 1.0 -1.0368134719602886e-301 1.0 -inf nan float modulo float modulo 0.0 -0.0 1.5 -1.0 6.0 -1.0 5.551115123125783e-17 1e+300 -8.963186528039712e-301 inf -1.0 nan float modulo float modulo 0.5 -0.5 0.0 -0.0 2.5 -4.5 0.09999999999999987 2.5 -7.592033679900722e-301 2.5 -inf nan float modulo float modulo 0.5 -0.5 0.0 -0.0 4.5 -2.5 1.3877787807814457e-16 1e+300 -2.4079663200992787e-301 inf -2.5 nan float modulo float modulo 0.0 -0.0 2.0 -0.5 0.0 -0.0 0.09999999999999962 7.0 -7.25769430372202e-301 7.0 -inf nan float modulo float modulo 0.0 -0.0 0.5 -2.0 0.0 -0.0 3.885780586188048e-16 1e+300 -2.7423056962779803e-301 inf -7.0 nan float modulo float modulo 0.1 -0.9 0.1 -2.4 0.1 -6.9 0.0 0.1 -8.646345830473134e-301 0.1 -inf nan float modulo float modulo 0.0 -0.0 0.0 -0.0 1.0 -6.0 0.00011215964963492975 0.0 -5.108445149146398e-301 1e+300 -inf nan float modulo float modulo 1.0 -1e-300 2.5 -1e-300 7.0 -1e-300 0.1 1e+300 -0.0 inf -1e-300 nan float modulo float modulo nan nan nan nan nan nan nan nan nan nan nan nan float modulo float modulo nan nan nan nan nan nan nan nan nan nan nan nan float modulo float modulo nan nan nan nan nan nan nan nan nan nan nan nan
# expect: [(False, True, True, False), (False, False, True, True), (False, False, False, True), (False, False, True, True), (False, False, True, True), (False, False, False, True), (False, False, False, True), (False, False, False, True), (False, False, False, True)]
# expect: [1.0, 2.0, 0.5, 1.4142135623730951, 1024.0, 5e-324, 8.98846567431158e+307] 64.0 -512.0 2.0 0.7071067811865476 1.0 1.0 1.0 1.0 1.0 0.0 0.001
# expect: True True False True False False False False True
# expect: False True True False False True False True False
# expect: False False False True True True True False False
# expect: True True False True False False False False True
# expect: True True False True False False False False True
# expect: False False False True True True True False False
# expect: False True True False False True False True False
# expect: False False False True False False False False False
# expect: False False False True True True True False False
# expect: 3.0 -4.0 -1.0 1.0 1.5 0.5 1.0 49.0 0.09999999999999973 (3.0, 1.5) (-4.0, 0.5) (-3.0, -0.5)
# expect: [0, 2, 2, 0, -2, 2, 100000000000000000000] 2.67 1.0 1200.0 0.1 -1.4 0.0 1e+300 2
# expect: 1000000000000000000 -1000000000000000000 1152921504606846976 10000000000000000905969664 1e+25 1.1805916207174113e+21 100000.0 -0.0015 10.5 0.5 5.0 inf -inf nan 8.0 3.0 1.0 0.0
# expect: False True False 1.5 0.0 0.0 1.5 True True False
# expect: 2.0 0.5 1.0 0.5 2.0 2147483648.0 100.0 33.333333333333336 10.0 0.5 2.0 1.5 0.0 1.4142135623730951
# expect: 0.9999999999999999 1.3000000000000003 0.5 1 1.0 [-0.5, 1.5, 2, 3] nan 1
# expect: True True a 1 True False True True True True
# expect: ValueError cannot convert float NaN to integer
# expect: OverflowError cannot convert float infinity to integer
# expect: inf
# expect: OverflowError (34, 'Numerical result out of range')
# expect: ValueError could not convert string to float: 'abc'
# expect: ValueError could not convert string to float: ''
# expect: ZeroDivisionError float division by zero
# expect: ZeroDivisionError float floor division by zero
# expect: ZeroDivisionError float modulo
# expect: ZeroDivisionError 0.0 cannot be raised to a negative power
# expect: OverflowError int too large to convert to float
# expect: ValueError cannot convert float NaN to integer
# expect: OverflowError cannot convert float infinity to integer
# expect: TypeError unsupported operand type(s) for <<: 'float' and 'int'
# expect: OverflowError int too large to convert to float
# expect: OverflowError int too large to convert to float
# expect: TypeError float() argument must be a string or a real number, not 'list'
# expect: ZeroDivisionError float divmod()
# expect: 1.000 2 1.234568e+04 1e-05 1.23457e+08 0.0001 1.23e-04 1E-10
# expect: 3.142   3.14e+04 +2.0 1e+06 1.23e+06 1.5 25.000000% 12.3% 1,234,567.89 -0000003.142 1.5       |   1.5    |
# expect: 3.8637499746628086
# expect: 0.24135511240702046
# expect: 1.6439345666815615
# expect: 356 2.7933654072699157e-301
# expect: 1.0
# expect: 2.5 <class 'float'>
