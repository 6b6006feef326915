# What math knows of a float: its kind, its parts, its neighbours.
from _math_values import _parts
from _math_values import _real
from _math_values import _scaled
from _math_values import copysign
from _math_values import inf
from _math_values import nan

def fabs(x, /):
    return abs(_real(x))

def isnan(x, /):
    x = _real(x)
    return x != x

def isinf(x, /):
    x = _real(x)
    return x - x != 0 and x == x

def isfinite(x, /):
    x = _real(x)
    return x - x == 0

def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a = _real(a)
    b = _real(b)
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    d = abs(a - b)
    return d <= rel_tol * abs(a) or d <= rel_tol * abs(b) or d <= abs_tol

def floor(x, /):
    if not isinstance(x, float):
        m = _find(x, '__floor__')
        if m is not None:
            return m(x)
        if isinstance(x, int):
            return int(x)
        x = _real(x)
    n = int(x)
    return n - 1 if n > x else n

def ceil(x, /):
    if not isinstance(x, float):
        m = _find(x, '__ceil__')
        if m is not None:
            return m(x)
        if isinstance(x, int):
            return int(x)
        x = _real(x)
    n = int(x)
    return n + 1 if n < x else n

def trunc(x, /):
    if isinstance(x, (float, int)):
        return int(x)
    m = _find(x, '__trunc__')
    if m is None:
        raise TypeError('type ' + type(x).__name__ + " doesn't define __trunc__ method")
    return m(x)

def modf(x, /):
    x = _real(x)
    if x - x != 0:
        return (copysign(0.0, x) if x == x else x, x)
    whole = copysign(float(int(x)), x)
    return (copysign(x - whole, x), whole)

def frexp(x, /):
    x = _real(x)
    if x == 0 or x - x != 0:
        return (x, 0)
    m, e = _parts(x)
    n = m.bit_length()
    return (copysign(m / (1 << n), x), e + n)

def ldexp(x, i, /):
    x = _real(x)
    if not isinstance(i, int):
        raise TypeError('Expected an int as second argument to ldexp.')
    if x == 0 or x - x != 0 or i < -2200:
        return copysign(0.0, x) if x - x == 0 else x
    if i > 2200:
        raise OverflowError('math range error')
    m, e = _parts(x)
    return copysign(_scaled(m, e + i), x)

def ulp(x, /):
    x = abs(_real(x))
    return x if x - x != 0 else _scaled(1, _parts(x)[1])

def nextafter(x, y, /):
    x = _real(x)
    y = _real(y)
    if x != x or y != y:
        return nan
    if x == y:
        return y
    if x == 0:
        return copysign(5e-324, y)
    if x - x != 0:
        return copysign(1.7976931348623157e+308, x)
    m, e = _parts(x)
    if (y > x) == (x > 0):
        m += 1
    elif m == 0x10000000000000 and e > -1074:
        m += m - 1
        e -= 1
    else:
        m -= 1
    return copysign(m * 2.0 ** e if m < 0x20000000000000 or e < 971 else inf, x)
