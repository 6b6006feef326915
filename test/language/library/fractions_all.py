from fractions import Fraction as F
import math
import numbers

a = F(6, -4)
b = F('1.25e-1')
print(a, repr(a), b, F(' -3/6 '), F(0.5), F(7), F(a), F('2_0/4'), F(F(1, 2), F(3, 4)))  # expect: -3/2 Fraction(-3, 2) 1/8 -1/2 1/2 7 -3/2 5 2/3
print(a + b, a - 1, 2 - a, a * b, a / b, 1 / a, a // b, 7 // b, a % b, 1 % a, divmod(a, b))  # expect: -11/8 -5/2 7/2 -3/16 -12 -2/3 -12 56 0 -1/2 (-12, Fraction(0, 1))
print(a + 0.5, 2.0 * b, b ** 2, b ** -2, 2 ** F(3), F(4) ** F(1, 2), 2 ** F(1, 2))  # expect: -1.0 0.25 1/64 64 8 2.0 1.4142135623730951
print(a < b, a == F(-3, 2), F(1, 2) == 0.5, F(3) == 3, a > -2, a <= -1.5, F(1, 3) == 'x', F(1, 2) < math.inf)  # expect: True True True True True True False True
print(int(a), math.floor(a), math.ceil(a), round(a), round(F(5, 2)), round(F(22, 7), 2), float(b), abs(a), -a, bool(F(0)))  # expect: -1 -2 -1 -2 2 157/50 0.125 3/2 3/2 False
print(math.pi, F(math.pi).limit_denominator(100), F('3.1415926535').limit_denominator(1000))  # expect: 3.141592653589793 311/99 355/113
print(sum([F(1, n) for n in range(1, 6)]), max(a, b), sorted([b, a]), {F(1, 2): 'half'}[0.5], hash(F(3)) == hash(3))  # expect: 137/60 1/8 [Fraction(-3, 2), Fraction(1, 8)] half True
print(isinstance(a, numbers.Rational), isinstance(3, numbers.Integral), isinstance(2.5, numbers.Integral), isinstance(2.5, numbers.Real), isinstance(1j, numbers.Number), isinstance('x', numbers.Number), isinstance(a, numbers.Integral))  # expect: True True False True True False False
print(a.numerator, a.denominator, b.as_integer_ratio(), f'{a}')  # expect: -3 2 (1, 8) -3/2
for bad in (lambda: F(1, 0), lambda: F('x'), lambda: F(1.5, 2), lambda: F([]), lambda: F(1) + 'x', lambda: F(1) / 0):
    try:
        bad()
    except (ZeroDivisionError, ValueError, TypeError) as e:
        print(type(e).__name__, e)  # expect: ZeroDivisionError Fraction(1, 0)
# expect: ValueError Invalid literal for Fraction: 'x'
# expect: TypeError both arguments should be Rational instances
# expect: TypeError argument should be a string or a Rational instance
# expect: TypeError unsupported operand type(s) for +: 'Fraction' and 'str'
# expect: ZeroDivisionError Fraction(1, 0)
