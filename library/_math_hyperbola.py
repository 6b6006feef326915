# Hyperbolic functions.
from _math_values import _ONE
from _math_values import _parts
from _math_values import _real
from _math_values import _root
from _math_values import _scaled
from _math_values import copysign
from _math_values import inf
from _math_powers import _exponential
from _math_powers import _logarithm

def _both(x):
    # e**|x| and e**-|x| in units of 2**-128
    if abs(x) > 711:
        raise OverflowError('math range error')
    v, k = _exponential(int(abs(x) * 3.402823669209385e+38))
    return v << k, (1 << 256) // v >> k

def sinh(x, /):
    x = _real(x)
    if x - x != 0 or abs(x) < 1e-9:
        return x
    a, b = _both(x)
    return copysign(_scaled(a - b, -129), x)

def cosh(x, /):
    x = _real(x)
    if x - x != 0:
        return abs(x)
    a, b = _both(x)
    return _scaled(a + b, -129)

def tanh(x, /):
    x = _real(x)
    if abs(x) > 25:
        return copysign(1.0, x)
    if not abs(x) > 1e-9:
        return x
    a, b = _both(x)
    return copysign((a - b) / (a + b), x)

def asinh(x, /):
    x = _real(x)
    if x - x != 0 or abs(x) < 1e-9:
        return x
    if abs(x) > 1e18:
        m, e = _parts(x)
        n = _logarithm(m, e + 1)
    else:
        n = int(abs(x) * 3.402823669209385e+38)
        n = _logarithm(n + _root(n * n + (1 << 256)), -128)
    return copysign(n / _ONE, x)

def acosh(x, /):
    x = _real(x)
    if x != x or x == inf:
        return x
    if x < 1:
        raise ValueError('math domain error')
    if x > 1e18:
        m, e = _parts(x)
        n = _logarithm(m, e + 1)
    else:
        n = int(x * 3.402823669209385e+38)
        n = _logarithm(n + _root(n * n - (1 << 256)), -128)
    return n / _ONE

def atanh(x, /):
    x = _real(x)
    if x != x or abs(x) < 1e-9:
        return x
    if abs(x) >= 1:
        raise ValueError('math domain error')
    n = int(abs(x) * 3.402823669209385e+38)
    return copysign(_logarithm((_ONE + n << 128) // (_ONE - n), -128) / (1 << 129), x)
