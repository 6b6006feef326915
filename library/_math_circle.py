# Functions of angles.
from _math_values import _finite
from _math_values import _minus
from _math_values import _ODDS
from _math_values import _ONE
from _math_values import _parts
from _math_values import _PI
from _math_values import _real
from _math_values import _root
from _math_values import _series
from _math_values import copysign
from _math_values import nan
from _math_values import pi

# arc tangents of 1/2, 1/4, 1/8 and 1/16 in units of 2**-128
_ARCS = (0x76b19c1586ed3da2b7f222f65e1d4682, 0x3eb6ebf25901bac55b71e7bd7de885f9, 0x1fd5ba9aac2f6dc65912f313e7d111df, 0xffaaddb967ef4e36cb2792dc0e2e0d5)

# 1/19! to 1/3!, and 1/20! to 1/2!, in units of 2**-64
_SINES = (0x98, 0xca96, 0xd73f9f, 0xb092309d, 0x6b99159fd5, 0x2e3bc74aad8e, 0xd00d00d00d00d, 0x222222222222222, 0x2aaaaaaaaaaaaaab)
_COSINES = (0x8, 0xb41, 0xd73fa, 0xc9cba54, 0x8f76c77fc, 0x49f93edde28, 0x1a01a01a01a02, 0x5b05b05b05b05b, 0xaaaaaaaaaaaaaab, 0x8000000000000000)

def _reduced(x):
    # (q, r): x is q quarter circles and r, r from -pi/4 to pi/4 in units of 2**-160
    if abs(x) < 0.78:
        return 0, int(x * 1.461501637330903e+48)
    if abs(x) < 16777216.0:
        n = int(x * 1.461501637330903e+48)
        k = 0
    else:
        k = int(x).bit_length() + 40
        n = int(x * 1.461501637330903e+48) << k if abs(x) < 1e200 else int(x) << 160 + k
    quarter = _PI >> 1121 - k
    q = (n + (quarter >> 1)) // quarter
    return q, n - q * quarter >> k

def _sine(r):
    # in units of 2**-160: r (1 - r**2 / 3! + r**4 / 5! - …)
    z = r >> 96
    z = z * z >> 64
    return r - (r * (z * _series(z, _SINES) >> 64) >> 64)

def _cosine(r):
    z = r >> 96
    z = z * z >> 64
    return (1 << 160) - (z * _series(z, _COSINES) << 32)

def _turned(x, q):
    # sine of x and q quarter circles
    k, r = _reduced(x)
    q += k
    v = _cosine(r) if q & 1 else _sine(r)
    return (-v if q & 2 else v) / (1 << 160)

def sin(x, /):
    x = _finite(x)
    return _turned(x, 0) if abs(x) > 1e-9 else x

def cos(x, /):
    x = _finite(x)
    return _turned(x, 1) if x == x else x

def tan(x, /):
    x = _finite(x)
    if not abs(x) > 1e-9:
        return x
    q, r = _reduced(x)
    return -_cosine(r) / _sine(r) if q & 1 else _sine(r) / _cosine(r)

def _arc(y, x):
    # atan(y / x) in units of 2**-128, of integers that are not negative
    if y > x:
        return (_PI >> 1153) - _arc(x, y)
    t = (y << 128) // x
    v = 0
    i = 0
    for c in _ARCS:
        i += 1
        if t > _ONE >> i:
            t = ((t << 128) - (1 << 256 - i)) // (_ONE + (t >> i))
            v += c
    w = t >> 64
    w = w * w >> 64
    return v + t - (t * (w * _series(w, _ODDS) >> 64) >> 64)

def atan(x, /):
    return atan2(x, 1.0)

def atan2(y, x, /):
    y = _real(y)
    x = _real(x)
    if x != x or y != y:
        return nan
    back = _minus(x)
    if y == 0 or x - x != 0 and y - y == 0:
        return copysign(pi if back else 0.0, y)
    if y - y != 0:
        return copysign((pi / 2 if x - x == 0 else pi * 0.75 if back else pi / 4), y)
    n, k = _parts(y)
    m, e = _parts(x)
    if k - e > 200 or x == 0:
        return copysign(pi / 2, y)
    if e - k > 200:
        return copysign(pi, y) if back else y / x
    if k > e:
        n <<= k - e
    else:
        m <<= e - k
    if not back and n << 26 < m:
        return y / x
    v = _arc(n, m)
    return copysign(((_PI >> 1152) - v if back else v) / _ONE, y)

def _unit(x):
    # |x| and sqrt(1 - x * x) in units of 2**-128
    if abs(x) > 1:
        raise ValueError('math domain error')
    n = int(abs(x) * 3.402823669209385e+38)
    return n, _root((1 << 256) - n * n)

def asin(x, /):
    x = _real(x)
    if not abs(x) > 1e-9:
        return x
    n, m = _unit(x)
    return copysign(_arc(n, m) / _ONE, x)

def acos(x, /):
    x = _real(x)
    if x != x:
        return x
    n, m = _unit(x)
    v = _arc(m, n)
    return ((_PI >> 1152) - v if x < 0 else v) / _ONE

def degrees(x, /):
    return _real(x) * (180.0 / pi)

def radians(x, /):
    return _real(x) * (pi / 180.0)
