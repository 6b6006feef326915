# Functions of whole numbers.
from _math_values import _root
from _math_values import _whole

def isqrt(n, /):
    n = _whole(n)
    if n < 0:
        raise ValueError('isqrt() argument must be nonnegative')
    return _root(n)

def gcd(*integers):
    a = 0
    for b in integers:
        b = _whole(b)
        while b:
            a, b = b, a % b
    return abs(a)

def lcm(*integers):
    r = 1
    for n in integers:
        n = _whole(n)
        if n == 0:
            r = 0
        elif r:
            r = abs(r // gcd(r, n) * n)
    return r

def factorial(x, /):
    x = _whole(x)
    if x < 0:
        raise ValueError('factorial() not defined for negative values')
    if x > 0x7FFFFFFFFFFFFFFF:
        raise OverflowError('factorial() argument should not exceed 9223372036854775807')
    r = 1
    while x > 1:
        r *= x
        x -= 1
    return r

def perm(n, k=None, /):
    if k is None:
        return factorial(n)
    n, k = _chosen(n, k)
    r = 1
    while k > 0 and r:
        r *= n
        n -= 1
        k -= 1
    return r

def comb(n, k, /):
    n, k = _chosen(n, k)
    if k > n - k:
        k = n - k
    r = 1 if k >= 0 else 0
    i = 0
    while i < k:
        r *= n - i
        i += 1
        r //= i
    return r

def _chosen(n, k):
    n = _whole(n)
    k = _whole(k)
    if n < 0:
        raise ValueError('n must be a non-negative integer')
    if k < 0:
        raise ValueError('k must be a non-negative integer')
    return n, k
