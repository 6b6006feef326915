# What the functions of math take and give: numbers as whole numbers and exponents, fixed-point numbers of 128 bits behind the point.

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = 1e999
nan = inf - inf

_ONE = 1 << 128

# pi in units of 2**-1280: what reduces the largest double
_PI = 0x3243f6a8885a308d313198a2e03707344a4093822299f31d0082efa98ec4e6c89452821e638d01377be5466cf34e90c6cc0ac29b7c97c50dd3f84d5b5b54709179216d5d98979fb1bd1310ba698dfb5ac2ffd72dbd01adfb7b8e1afed6a267e96ba7c9045f12c7f9924a19947b3916cf70801f2e2858efc16636920d871574e69a458fea3f4933d7e0d95748f728eb658718bcd5882154aee7b54a41dc25a59b5

# in units of 2**-64, from the last term of a series to its first: 1/17 to 1/3
_ODDS = (0xf0f0f0f0f0f0f0f, 0x1111111111111111, 0x13b13b13b13b13b1, 0x1745d1745d1745d1, 0x1c71c71c71c71c72, 0x2492492492492492, 0x3333333333333333, 0x5555555555555555)

def _real(x):
    if isinstance(x, float):
        return x
    if not isinstance(x, int) and (isinstance(x, str) or _find(x, '__float__') is None and _find(x, '__index__') is None):
        raise TypeError('must be real number, not ' + type(x).__name__)
    return float(x)

def _whole(x):
    if isinstance(x, int):
        return int(x)
    m = _find(x, '__index__')
    if m is None or isinstance(x, float):
        raise TypeError("'" + type(x).__name__ + "' object cannot be interpreted as an integer")
    return int(m(x))

def _finite(x):
    # an argument that may be no infinity; x - x is not 0 for NaN, which is an answer of its own
    x = _real(x)
    if x - x != 0 and x == x:
        raise ValueError('math domain error')
    return x

def _parts(x):
    # (m, e): |x| = m * 2**e, of a finite x
    bits = _float_bits(x)
    m = bits & 0xfffffffffffff
    bits = bits >> 52 & 0x7ff
    return (m | 0x10000000000000, bits - 1075) if bits else (m, -1074)

def _scaled(n, e):
    # n * 2**e, rounded once
    try:
        return n / (1 << -e) if e < 0 else float(n << e)
    except OverflowError:
        raise OverflowError('math range error') from None

def _series(z, terms):
    # the sum of the terms times the powers of -z, in units of 2**-64: as much as the place behind a double's last needs
    v = 0
    for c in terms:
        v = c - (z * v >> 64)
    return v

def _minus(x):
    # true where the sign is set
    return _float_bits(x) < 0

def copysign(x, y, /):
    x = _real(x)
    return x if _minus(x) == _minus(_real(y)) else -x

def _root(n):
    # The square root rounded down: Newton's method from above, from a first guess of 52 bits.
    if n == 0:
        return 0
    k = (n.bit_length() - 103) // 2
    if k < 0:
        k = 0
    x = int(float(n >> k + k) ** 0.5) + 2 << k
    while True:
        y = (x + n // x) >> 1
        if y >= x:
            return x
        x = y
