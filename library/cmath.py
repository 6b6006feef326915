# cmath as CPython 3.11 has it: W. Kahan's ways ("Branch cuts for complex elementary functions", 1987), by real functions. Infinities and NaN go through the
# formulas, without CPython's tables of special values.
import math
from _complex import _given, complex

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = 1e999
nan = inf - inf
infj = complex(0.0, inf)
nanj = complex(0.0, nan)

_LN2 = 0.6931471805599453
_LARGE = 4e307


def _parts(z):
    return _given(z, 'must be real number, not $')


def phase(z, /):
    x, y = _parts(z)
    return math.atan2(y, x)


def polar(z, /):
    x, y = _parts(z)
    return math.hypot(x, y), math.atan2(y, x)


def rect(r, phi, /):
    if phi == 0:
        return complex(r, float(r) * phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def isnan(z, /):
    x, y = _parts(z)
    return x != x or y != y


def isinf(z, /):
    x, y = _parts(z)
    return abs(x) == inf or abs(y) == inf


def isfinite(z, /):
    x, y = _parts(z)
    return x - x == 0 and y - y == 0


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    d = abs(a - b)
    return d <= rel_tol * abs(b) or d <= rel_tol * abs(a) or d <= abs_tol


def exp(z, /):
    x, y = _parts(z)
    if x > 708:
        return _checked(math.exp(x - 1.0), y)
    r = math.exp(x)
    return complex(r * math.cos(y), r * math.sin(y))


def _checked(r, y):
    # e r (cos y + i sin y), near the largest float
    z = complex(r * math.cos(y) * e, r * math.sin(y) * e)
    if isinf(z) and r < inf:
        raise OverflowError('math range error')
    return z


def _size(x, y):
    # the logarithm of |x + iy|
    a = abs(x)
    b = abs(y)
    if a > _LARGE or b > _LARGE:
        return math.log(math.hypot(a / 2.0, b / 2.0)) + _LN2
    if a < 1e-300 and b < 1e-300:
        return math.log(math.hypot(a * 2.0 ** 100, b * 2.0 ** 100)) - 100 * _LN2
    h = math.hypot(a, b)
    if h < 0.71 or h > 1.73:
        return math.log(h)
    if a < b:
        a, b = b, a
    return math.log1p((a - 1.0) * (a + 1.0) + b * b) / 2.0


def log(z, base=None, /):
    x, y = _parts(z)
    z = complex(_size(x, y), math.atan2(y, x))
    return z if base is None else z / log(base)


def log10(z, /):
    x, y = _parts(z)
    return complex(_size(x, y) / 2.302585092994046, math.atan2(y, x) / 2.302585092994046)


def sqrt(z, /):
    x, y = _parts(z)
    if x == 0 and y == 0:
        return complex(0.0, y)
    a = abs(x)
    b = abs(y)
    if abs(y) == inf:
        return complex(inf, y)
    if a < 1e-300 and b < 1e-300:
        a *= 2.0 ** 53
        s = math.sqrt(a + math.hypot(a, b * 2.0 ** 53)) * 2.0 ** -27
    else:
        a /= 8.0
        s = 2.0 * math.sqrt(a + math.hypot(a, b / 8.0))
    d = b / (2.0 * s)
    return complex(s, math.copysign(d, y)) if x >= 0 else complex(d, math.copysign(s, y))


def sinh(z, /):
    x, y = _parts(z)
    if abs(x) > 708:
        r = _checked(math.exp(abs(x) - 1.0) / 2.0, y)
        return r if x > 0 else complex(-r.real, r.imag)
    return complex(math.cos(y) * math.sinh(x), math.sin(y) * math.cosh(x))


def cosh(z, /):
    x, y = _parts(z)
    if abs(x) > 708:
        r = _checked(math.exp(abs(x) - 1.0) / 2.0, y)
        return r if x > 0 else complex(r.real, -r.imag)
    return complex(math.cos(y) * math.cosh(x), math.sin(y) * math.sinh(x))


def tanh(z, /):
    x, y = _parts(z)
    if abs(x) > 300:
        return complex(math.copysign(1.0, x), 4.0 * math.sin(y) * math.cos(y) * math.exp(-2.0 * abs(x)))
    s = math.tanh(x)
    t = math.tan(y)
    c = 1.0 / math.cosh(x)
    d = 1.0 + s * t * (s * t)
    return complex(s * (1.0 + t * t) / d, t / d * c * c)


def _turned(function, z):
    # -i f(iz)
    x, y = _parts(z)
    z = function(complex(-y, x))
    return complex(z.imag, -z.real)


def sin(z, /):
    return _turned(sinh, z)


def cos(z, /):
    x, y = _parts(z)
    return cosh(complex(-y, x))


def tan(z, /):
    return _turned(tanh, z)


def asin(z, /):
    return _turned(asinh, z)


def atan(z, /):
    return _turned(atanh, z)


def acos(z, /):
    x, y = _parts(z)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        return complex(math.atan2(abs(y), x), math.copysign(_size(x, y) + _LN2, -y))
    s = sqrt(complex(1.0 - x, -y))
    t = sqrt(complex(1.0 + x, y))
    return complex(2.0 * math.atan2(s.real, t.real), math.asinh(t.real * s.imag - t.imag * s.real))


def acosh(z, /):
    x, y = _parts(z)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        return complex(_size(x, y) + _LN2, math.atan2(y, x))
    s = sqrt(complex(x - 1.0, y))
    t = sqrt(complex(x + 1.0, y))
    return complex(math.asinh(s.real * t.real + s.imag * t.imag), 2.0 * math.atan2(s.imag, t.real))


def asinh(z, /):
    x, y = _parts(z)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        return complex(math.copysign(_size(x, y) + _LN2, x), math.atan2(y, abs(x)))
    s = sqrt(complex(1.0 + y, -x))
    t = sqrt(complex(1.0 - y, x))
    return complex(math.asinh(s.real * t.imag - t.real * s.imag), math.atan2(y, s.real * t.real - s.imag * t.imag))


def atanh(z, /):
    x, y = _parts(z)
    if x < 0 or x == 0 and math.copysign(1.0, x) < 0:
        z = atanh(complex(-x, -y))
        return complex(-z.real, -z.imag)
    a = abs(y)
    if x > 1e153 or a > 1e153:
        h = math.hypot(x / 2.0, a / 2.0)
        return complex(x / 4.0 / h / h, math.copysign(pi / 2.0, y))
    if x == 1 and a < 1e-153:
        if a == 0:
            raise ValueError('math domain error')
        return complex(-math.log(math.sqrt(a) / math.sqrt(math.hypot(a, 2.0))), math.copysign(math.atan2(2.0, -a) / 2.0, y))
    return complex(math.log1p(4.0 * x / ((1.0 - x) * (1.0 - x) + a * a)) / 4.0, -math.atan2(-2.0 * y, (1.0 - x) * (1.0 + x) - a * a) / 2.0)
