# Powers, exponentials and logarithms.
from _math_values import _ODDS
from _math_values import _ONE
from _math_values import _parts
from _math_values import _real
from _math_values import _scaled
from _math_values import _series
from _math_values import copysign
from _math_values import inf
from _math_floats import floor

# logarithms of 2 and of 10 in units of 2**-192; of 3/2, 5/4, 9/8 and 17/16 in units of 2**-128
_LN2 = 0xb17217f7d1cf79abc9e3b39803f2f6af40f343267298b62e
_LN10 = 0x24d763776aaa2b05ba95b58ae0b4c28a38a3fb3e76977e43a
_LOGS = (0x67cc8fb2fe612fcada35d9bd01488606, 0x391fef8f353443584bb03de5ff734496, 0x1e27076e2af2e5e9ea87ffe1fe9e155e, 0xf85186008b15330be64b8b775997899)

# 1/18! to 1/1!, in units of 2**-64
_POWERS = (0xb41, 0xca96, 0xd73fa, 0xd73f9f, 0xc9cba54, 0xb092309d, 0x8f76c77fc, 0x6b99159fd5, 0x49f93edde28, 0x2e3bc74aad8e, 0x1a01a01a01a02, 0xd00d00d00d00d, 0x5b05b05b05b05b, 0x222222222222222, 0xaaaaaaaaaaaaaab, 0x2aaaaaaaaaaaaaab, 0x8000000000000000, 0x10000000000000000)

def sqrt(x, /):
    x = _real(x)
    if x < 0:
        raise ValueError('math domain error')
    return x if x == 0 else x ** 0.5

def cbrt(x, /):
    x = _real(x)
    if x == 0 or x - x != 0:
        return x
    m, e = _parts(x)
    # one step of Newton's method doubles the first guess's 50 bits
    k = 300 - m.bit_length()
    k -= (k - e) % 3
    m <<= k
    y = int(float(m) ** (1 / 3))
    y = (y + y + m // (y * y)) // 3
    return copysign(_scaled(y, (e - k) // 3), x)

def pow(x, y, /):
    x = _real(x)
    y = _real(y)
    if x < 0 and x - x == 0 and y - y == 0 and y != int(y) or x == 0 and y < 0 and y - y == 0:
        raise ValueError('math domain error')
    if x == 0 and y < 0:
        return inf
    try:
        return x ** y
    except OverflowError:
        raise OverflowError('math range error') from None

def _exponential(n):
    # (v, k): e**(n / 2**128) is v * 2**(k - 128), v from 1 to 2
    k = n // (_LN2 >> 64)
    n = n - k * (_LN2 >> 64) >> 6
    t = v = _ONE
    i = 0
    while t:
        i += 1
        t = (t * n >> 128) // i
        v += t
    for i in range(6):
        v = v * v >> 128
    return v, k

def exp(x, /):
    x = _real(x)
    if x - x != 0:
        return x if x != -inf else 0.0
    if x > 710 or x < -750:
        if x < 0:
            return 0.0
        raise OverflowError('math range error')
    # x is k ln 2 and r; e**r = 1 + r (1 + r / 2! + r**2 / 3! + …)
    k = floor(x * 1.4426950408889634 + 0.5)
    r = int(x * 3.402823669209385e+38) - k * (_LN2 >> 64) >> 64
    v = (1 << 64) + (r * _series(-r, _POWERS) >> 64)
    return _scaled(v, k - 64)

def exp2(x, /):
    x = _real(x)
    try:
        return 2.0 ** x
    except OverflowError:
        raise OverflowError('math range error') from None

def expm1(x, /):
    x = _real(x)
    if x - x != 0:
        return x if x != -inf else -1.0
    if abs(x) < 1e-18:
        return x
    if x > 710:
        raise OverflowError('math range error')
    if x < -50:
        return -1.0
    if abs(x) < 0.001:
        # the series itself, with the smallest argument's bits behind the point
        n = int(x * 2.0 ** 192)
        t = v = n
        i = 1
        while t and t != -1:
            i += 1
            t = (t * n >> 192) // i
            v += t
        return _scaled(v, -192)
    v, k = _exponential(int(x * 3.402823669209385e+38))
    return _scaled((v << k if k >= 0 else v >> -k) - _ONE, -128)

def _logarithm(m, e):
    # the natural logarithm of m * 2**e in units of 2**-128
    k = m.bit_length() - 1
    v = m << 128 - k if k <= 128 else m >> k - 128
    total = (k + e) * (_LN2 >> 64)
    i = 0
    one = 1 << 128
    for c in _LOGS:
        i += 1
        if v - one >= one >> i:
            v = (v << i) // ((1 << i) + 1)
            total += c
    return total + 2 * _artanh(((v - one) << 128) // (v + one))

def _artanh(z):
    # in units of 2**-128, of a small one
    w = z * z >> 128
    v = 0
    i = 1
    while z:
        v += z // i
        z = z * w >> 128
        i += 2
    return v

def _quick_logarithm(m, e):
    # the same as precise as a double's rounding needs, in fewer steps
    k = m.bit_length()
    v = m << 128 - k if k <= 128 else m >> k - 128
    # from 1/2 to 1; below 0.707 it is doubled, and then what is above 1 is turned over
    k += e
    over = v < 0xb504f333f9de6484597d89b3754abe9f
    if over:
        v = (1 << 255) // v
        k -= 1
    total = 0
    i = 1
    for c in _LOGS[1:]:
        i += 1
        if v + (v >> i) <= _ONE:
            v += v >> i
            total -= c
    z = (v - _ONE << 128) // (v + _ONE)
    w = z >> 64
    w = w * w >> 64
    total += 2 * (z + (z * (w * _series(-w, _ODDS) >> 64) >> 64))
    return k * (_LN2 >> 64) + (-total if over else total)

def _log_of(x):
    # the logarithm of an int or float; None where log gives x itself
    if isinstance(x, int):
        if x > 0:
            return _quick_logarithm(x, 0)
    else:
        x = _real(x)
        if x != x or x == inf:
            return None
        if x > 0:
            m, e = _parts(x)
            return _quick_logarithm(m, e)
    raise ValueError('math domain error')

def log(x, base=None, /):
    n = _log_of(x)
    if base is None:
        return x if n is None else n / (1 << 128)
    d = _log_of(base)
    if n is None or d is None:
        return log(x) / log(base)
    if d == 0:
        raise ZeroDivisionError('float division by zero')
    return n / (1 << 128) / (d / (1 << 128))

def log2(x, /):
    if isinstance(x, int) and x > 0 and x & x - 1 == 0:
        return float(x.bit_length() - 1)
    n = _log_of(x)
    if n is None:
        return x
    # a power of two's logarithm is a multiple of ln 2, as it was computed
    return n / (_LN2 >> 64)

def log10(x, /):
    n = _log_of(x)
    return x if n is None else (n << 64) / _LN10

def log1p(x, /):
    x = _real(x)
    if x != x or x == inf or abs(x) < 1e-18:
        return x
    if x <= -1:
        raise ValueError('math domain error')
    if x > 1e17:
        return log(x)
    return _logarithm((1 << 128) + int(x * 3.402823669209385e+38), -128) / (1 << 128)
