# math as CPython 3.11 has it. Elementary functions are computed with integers, as fixed-point numbers of 128 bits and more behind the point; the one
# rounding is the integer division at the end, so that results are nearly always the double next to the true value, and the same to the bit everywhere.

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = 1e999
nan = inf - inf

_ONE = 1 << 128
# pi in units of 2**-1280: what reduces the largest double
_PI = 0x3243f6a8885a308d313198a2e03707344a4093822299f31d0082efa98ec4e6c89452821e638d01377be5466cf34e90c6cc0ac29b7c97c50dd3f84d5b5b54709179216d5d98979fb1bd1310ba698dfb5ac2ffd72dbd01adfb7b8e1afed6a267e96ba7c9045f12c7f9924a19947b3916cf70801f2e2858efc16636920d871574e69a458fea3f4933d7e0d95748f728eb658718bcd5882154aee7b54a41dc25a59b5
# logarithms of 2 and of 10 in units of 2**-192; of 3/2, 5/4, 9/8 and 17/16 in units of 2**-128
_LN2 = 0xb17217f7d1cf79abc9e3b39803f2f6af40f343267298b62e
_LN10 = 0x24d763776aaa2b05ba95b58ae0b4c28a38a3fb3e76977e43a
_LOGS = (0x67cc8fb2fe612fcada35d9bd01488606, 0x391fef8f353443584bb03de5ff734496, 0x1e27076e2af2e5e9ea87ffe1fe9e155e, 0xf85186008b15330be64b8b775997899)
# arc tangents of 1/2, 1/4, 1/8 and 1/16 in units of 2**-128
_ARCS = (0x76b19c1586ed3da2b7f222f65e1d4682, 0x3eb6ebf25901bac55b71e7bd7de885f9, 0x1fd5ba9aac2f6dc65912f313e7d111df, 0xffaaddb967ef4e36cb2792dc0e2e0d5)

# in units of 2**-64, from the last term of a series to its first: 1/17 to 1/3, 1/19! to 1/3!, 1/20! to 1/2!, 1/18! to 1/1!
_ODDS = (0xf0f0f0f0f0f0f0f, 0x1111111111111111, 0x13b13b13b13b13b1, 0x1745d1745d1745d1, 0x1c71c71c71c71c72, 0x2492492492492492, 0x3333333333333333, 0x5555555555555555)
_SINES = (0x98, 0xca96, 0xd73f9f, 0xb092309d, 0x6b99159fd5, 0x2e3bc74aad8e, 0xd00d00d00d00d, 0x222222222222222, 0x2aaaaaaaaaaaaaab)
_COSINES = (0x8, 0xb41, 0xd73fa, 0xc9cba54, 0x8f76c77fc, 0x49f93edde28, 0x1a01a01a01a02, 0x5b05b05b05b05b, 0xaaaaaaaaaaaaaab, 0x8000000000000000)
_POWERS = (0xb41, 0xca96, 0xd73fa, 0xd73f9f, 0xc9cba54, 0xb092309d, 0x8f76c77fc, 0x6b99159fd5, 0x49f93edde28, 0x2e3bc74aad8e, 0x1a01a01a01a02, 0xd00d00d00d00d, 0x5b05b05b05b05b, 0x222222222222222, 0xaaaaaaaaaaaaaab, 0x2aaaaaaaaaaaaaab, 0x8000000000000000, 0x10000000000000000)

# ---------------------------------------------------------------- arguments and results

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

# ---------------------------------------------------------------- integers out of floats

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

# ---------------------------------------------------------------- remainders, sums

def fmod(x, y, /):
    x = _real(x)
    y = _real(y)
    if x != x or y != y:
        return nan
    if x - x != 0 or y == 0:
        raise ValueError('math domain error')
    return copysign(abs(x) % abs(y), x) if y - y == 0 else x

def remainder(x, y, /):
    x = _real(x)
    y = _real(y)
    if x != x or y != y:
        return nan
    if x - x != 0 or y == 0:
        raise ValueError('math domain error')
    if y - y != 0:
        return x
    a = abs(x)
    b = abs(y)
    m = a % b
    c = b - m
    if m == c:
        m -= 2.0 * (0.5 * (a - m) % b)
    elif m > c:
        m = -c
    return m if not _minus(x) else -m

def fsum(seq, /):
    # The sum as an exact multiple of a power of two.
    total = 0
    low = 0
    special = 0.0
    for x in seq:
        x = _real(x)
        if x - x != 0:
            if special == -x:
                raise ValueError('-inf + inf in fsum')
            special += x
            continue
        m, e = _parts(x)
        if x < 0:
            m = -m
        if e < low:
            total <<= low - e
            low = e
        total += m << e - low
    if special:
        return special
    try:
        return _scaled(total, low)
    except OverflowError:
        raise OverflowError('intermediate overflow in fsum') from None

def prod(iterable, /, *, start=1):
    for x in iterable:
        start = start * x
    return start

def hypot(*coordinates):
    return _length([abs(_real(x)) for x in coordinates])

def dist(p, q, /):
    p = tuple(p)
    q = tuple(q)
    if len(p) != len(q):
        raise ValueError('both points must have the same number of dimensions')
    return _length([abs(_real(p[i]) - _real(q[i])) for i in range(len(p))])

def _length(values):
    top = 0.0
    for x in values:
        if x == inf:
            return x
        if x > top or x != x:
            top = x
    if top != top or top == 0:
        return top
    # squares in units of the largest one's last place and 80 bits below
    low = _parts(top)[1] - 80
    total = 0
    for x in values:
        m, e = _parts(x)
        if e >= low:
            m <<= e - low
        else:
            m >>= low - e
        total += m * m
    return _scaled(_root(total), low)

# ---------------------------------------------------------------- whole numbers

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

# ---------------------------------------------------------------- powers

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

# ---------------------------------------------------------------- the circle

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

# ---------------------------------------------------------------- the hyperbola

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

# ---------------------------------------------------------------- errors and factorials of any number

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
