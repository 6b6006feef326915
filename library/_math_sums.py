# Remainders, sums and lengths.
from _math_values import _minus
from _math_values import _parts
from _math_values import _real
from _math_values import _root
from _math_values import _scaled
from _math_values import copysign
from _math_values import inf
from _math_values import nan

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
