# The error function, and factorials of any number.
from _math_values import _ONE
from _math_values import _parts
from _math_values import _PI
from _math_values import _real
from _math_values import _root
from _math_values import _scaled
from _math_values import copysign
from _math_values import inf
from _math_floats import floor
from _math_powers import _exponential
from _math_powers import _logarithm
from _math_powers import log
from _math_circle import _cosine
from _math_circle import _sine

def erf(x, /):
    x = _real(x)
    if abs(x) > 6:
        return copysign(1.0, x)
    if not abs(x) > 1e-9:
        if x == 0 or x != x:
            return x
        m, e = _parts(x)
        return copysign(_scaled((m << 400) // _root(_PI >> 960), e - 239), x)
    return copysign(_error(abs(x)) / (1 << 160), x)

def _error(x):
    # erf in units of 2**-160: 2 / sqrt(pi) e**-xx x (1 + 2xx / 3 + (2xx)**2 / 15 + …)
    n = int(x * 2.0 ** 160)
    w = n * n >> 159
    t = v = n
    i = 1
    while t:
        i += 2
        t = (t * w >> 160) // i
        v += t
    return v * _bell(n) // _root(_PI >> 960)

def _bell(n):
    # 2 e**-xx in units of 2**-160, of x in these units
    v, k = _exponential(-(n * n >> 192))
    return v << 33 >> -k

def erfc(x, /):
    x = _real(x)
    if x < 2 or x != x:
        return 1.0 - erf(x) if not abs(x) > 1e-9 else ((1 << 160) - _error(x) if x > 0 else (1 << 160) + _error(-x if x > -7 else 7.0)) / (1 << 160)
    if x > 27.3:
        return 0.0
    # The continued fraction of Laplace, x + (1 / 2) / (x + (2 / 2) / (x + (3 / 2) / (x + …))), from far enough inside.
    n = int(x * 3.402823669209385e+38)
    v = n
    for i in range(int(600 / (x * x)) + 20, 0, -1):
        v = n + (i << 255) // v
    b, k = _exponential(-(n * n >> 128))
    return _scaled((b << 256) // (v * _root(_PI >> 1024) >> 64), k - 192)

def gamma(x, /):
    x = _real(x)
    if x != x or x == inf:
        return x
    if _is_pole(x):
        raise ValueError('math domain error')
    if abs(x) < 1e-20:
        if abs(x) < 5.6e-309:
            raise OverflowError('math range error')
        return 1.0 / x
    if x > 172:
        raise OverflowError('math range error')
    if x < -185:
        return 0.0 if floor(x) & 1 == 0 else -0.0
    if x > 0:
        v, k = _exponential(_stirling(int(x * 3.402823669209385e+38)))
        return _scaled(v, k - 128)
    # Euler's reflection: gamma(x) gamma(1 - x) = pi / sin(pi x)
    v, k = _exponential(_stirling(_ONE + int(-x * 3.402823669209385e+38)))
    v = _scaled((_PI >> 752) // (v * _sine_of_turn(x)), -240 - k)
    return -v if floor(x) & 1 else v

def lgamma(x, /):
    x = _real(x)
    if x - x != 0:
        return abs(x)
    if _is_pole(x):
        raise ValueError('math domain error')
    if x == 1 or x == 2:
        return 0.0
    if abs(x) < 1e-20:
        return -log(abs(x))
    if x > 1e300:
        if x > 2.55e305:
            raise OverflowError('math range error')
        return x * (log(x) - 1.0)
    if x > 0:
        return _stirling(int(x * 3.402823669209385e+38) if x < 1e200 else int(x) << 128) / _ONE
    return (_logarithm(_PI >> 1152, -128) - _logarithm(_sine_of_turn(x), -160) - _stirling(_ONE + int(-x * 3.402823669209385e+38))) / _ONE

def _is_pole(x):
    return x <= 0 and (x == -inf or x == int(x))

def _sine_of_turn(x):
    # |sin(pi x)| in units of 2**-160
    n = int(abs(x) * 2.0 ** 160) & (1 << 160) - 1
    if n >> 159:
        n = (1 << 160) - n
    n = n * (_PI >> 1152) >> 128
    return _sine(n) if n >> 159 == 0 else _cosine((_PI >> 1121) - n)

def _stirling(n):
    # The logarithm of gamma by Stirling's series, all in units of 2**-128; small arguments are led up to where it is precise enough.
    v = _logarithm(_PI, -1279) >> 1
    product = _ONE
    if n < _ONE:
        v -= _logarithm(n, -128)
        n += _ONE
    while n < 40 << 128:
        product = product * n >> 128
        n += _ONE
    v += ((n - (_ONE >> 1)) * _logarithm(n, -128) >> 128) - n - _logarithm(product, -128)
    w = (1 << 256) // n
    t = w
    w = w * w >> 128
    for p, q in _STIRLING:
        v += t * p // q
        t = t * w >> 128
    return v

_STIRLING = ((1, 12), (-1, 360), (1, 1260), (-1, 1680), (1, 1188), (-691, 360360), (1, 156), (-3617, 122400), (43867, 244188), (-174611, 125400),
             (77683, 5796), (-236364091, 1506960), (657931, 300))
