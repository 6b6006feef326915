# math: whole numbers out of floats, and the arithmetic of whole numbers
import math


def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


class Third:
    def __floor__(self):
        return 'floor'

    def __ceil__(self):
        return 'ceil'

    def __trunc__(self):
        return 'trunc'

    def __index__(self):
        return 12

    def __float__(self):
        return 2.25


print(math.floor(2.7), math.floor(-2.5), math.ceil(2.1), math.ceil(-2.5), math.trunc(-2.7), math.floor(5), math.floor(1e20))
print(math.floor(Third()), math.ceil(Third()), math.trunc(Third()), math.gcd(Third(), 8), math.sqrt(Third()))
error(math.floor, math.inf)
error(math.ceil, math.nan)
error(math.trunc, 'a')
print(math.gcd(), math.gcd(12, -18), math.gcd(0, 5), math.gcd(2 ** 70, 6 ** 30), math.lcm(), math.lcm(4, -6, 10), math.lcm(3, 0))
error(math.gcd, 1.5)
print(math.factorial(0), math.factorial(5), math.factorial(25), math.comb(10, 3), math.comb(3, 5), math.perm(5, 2), math.perm(4), math.comb(60, 30))
error(math.factorial, -1)
error(math.factorial, 2.0)
error(math.comb, 2, -1)
error(math.perm, -2, 1)
print(math.isqrt(0), math.isqrt(99), math.isqrt(100), math.isqrt(10 ** 40 - 1), math.isqrt(2 ** 400) == 2 ** 200)
error(math.isqrt, -1)
print(math.prod([2, 3, 4.5]), math.prod([], start=7), math.prod((1, 2), start='ab'))
# expect: 2 -3 3 -2 -2 5 100000000000000000000
# expect: floor ceil trunc 4 1.5
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError cannot convert float NaN to integer
# expect: TypeError type str doesn't define __trunc__ method
# expect: 0 6 5 1073741824 1 60 0
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: 1 120 15511210043330985984000000 120 0 20 24 118264581564861424
# expect: ValueError factorial() not defined for negative values
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ValueError k must be a non-negative integer
# expect: ValueError n must be a non-negative integer
# expect: 0 9 10 99999999999999999999 True
# expect: ValueError isqrt() argument must be nonnegative
# expect: 27.0 7 abab
