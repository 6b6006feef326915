# The builtin complex: two floats, with CPython's arithmetic, text and errors.
from math import atan2, cos, exp, hypot, log, sin


def parts_of(x):
    # (real, imaginary) of a number; None for anything else
    if isinstance(x, complex):
        return x.real, x.imag
    if isinstance(x, (int, float)):
        return float(x), 0.0
    return None


class complex:
    __module__ = 'builtins'

    def __init__(self, real=0.0, imag=None):
        if isinstance(real, str):
            if imag is not None:
                raise TypeError("complex() can't take second arg if first is a string")
            self.real, self.imag = _parse(real)
            return
        if isinstance(imag, str):
            raise TypeError("complex() second arg can't be a string")
        a, b = _given(real, "complex() first argument must be a string or a number, not '$'")
        if imag is not None:
            c, d = _given(imag, "complex() second argument must be a number, not '$'")
            if isinstance(imag, complex):
                a -= d
            b = b + c if isinstance(real, complex) else c
        self.real = a
        self.imag = b

    def __complex__(self):
        return self

    def conjugate(self):
        return complex(self.real, -self.imag)

    def __bool__(self):
        return self.real != 0 or self.imag != 0

    def __neg__(self):
        return complex(-self.real, -self.imag)

    def __pos__(self):
        return self

    def __abs__(self):
        r = hypot(self.real, self.imag)
        if r == 1e999 and self.real - self.real == 0 and self.imag - self.imag == 0:
            raise OverflowError('absolute value too large')
        return r

    def __eq__(self, other):
        p = parts_of(other)
        if p is None:
            return NotImplemented
        # an int is compared exactly
        return self.imag == p[1] and self.real == (other if isinstance(other, int) else p[0])

    def __hash__(self):
        return hash(self.real) + 1000003 * hash(self.imag)

    def __add__(self, other):
        p = parts_of(other)
        return NotImplemented if p is None else complex(self.real + p[0], self.imag + p[1])

    __radd__ = __add__

    def __sub__(self, other):
        p = parts_of(other)
        return NotImplemented if p is None else complex(self.real - p[0], self.imag - p[1])

    def __rsub__(self, other):
        p = parts_of(other)
        return NotImplemented if p is None else complex(p[0] - self.real, p[1] - self.imag)

    def __mul__(self, other):
        p = parts_of(other)
        if p is None:
            return NotImplemented
        a, b = p
        return complex(self.real * a - self.imag * b, self.real * b + self.imag * a)

    __rmul__ = __mul__

    def __truediv__(self, other):
        p = parts_of(other)
        return NotImplemented if p is None else _quotient(self.real, self.imag, p[0], p[1])

    def __rtruediv__(self, other):
        p = parts_of(other)
        return NotImplemented if p is None else _quotient(p[0], p[1], self.real, self.imag)

    def __pow__(self, other, mod=None):
        p = parts_of(other)
        if mod is not None:
            raise ValueError('complex modulo')
        return NotImplemented if p is None else _power(self, p[0], p[1])

    def __rpow__(self, other):
        p = parts_of(other)
        return NotImplemented if p is None else _power(complex(p[0], p[1]), self.real, self.imag)

    def __repr__(self):
        if self.real == 0 and _float_bits(self.real) == 0:
            return _text(self.imag) + 'j'
        return '(' + _text(self.real) + _signed(_text(self.imag)) + 'j)'

    def __format__(self, spec):
        return _formatted(self, spec) if spec else repr(self)


def _given(x, message):
    # the parts of an argument
    p = parts_of(x)
    if p is not None:
        return p
    m = _find(x, '__complex__')
    if m is not None:
        x = m(x)
        if not isinstance(x, complex):
            raise TypeError('__complex__ returned non-complex (type ' + type(x).__name__ + ')')
        return x.real, x.imag
    if _find(x, '__float__') is None and _find(x, '__index__') is None:
        raise TypeError(_say(message, type(x).__name__))
    return float(x), 0.0


def _parse(text):
    s = text.strip()
    if s[:1] == '(' and s[-1:] == ')':
        s = s[1:-1].strip()
    try:
        if s[-1:] not in ('j', 'J'):
            return float(s), 0.0
        # the imaginary part begins at the last sign that is no exponent's
        i = len(s) - 2
        while i > 0 and (s[i] not in '+-' or s[i - 1] in 'eE'):
            i -= 1
        if i < 0:
            i = 0
        imag = s[i:-1]
        return float(s[:i]) if i else 0.0, float(imag + '1' if imag in ('', '+', '-') else imag)
    except ValueError:
        raise ValueError('complex() arg is a malformed string') from None


def _text(x, spec=''):
    s = format(x, spec)
    return s[:-2] if s[-2:] == '.0' else s


def _signed(s):
    return s if s[0] == '-' or s[0] == '+' else '+' + s


def _formatted(z, spec):
    # [[fill]align][rest][width][rest]: fill and width are the whole's, the rest is each part's
    fill = ' '
    align = '>'
    i = 0
    if spec[1:2] in ('<', '>', '^', '='):
        fill = spec[0]
        i = 1
    if spec[i] in '<>^=':
        align = spec[i]
        i += 1
        if align == '=':
            raise ValueError("'=' alignment flag is not allowed in complex format specifier")
    start = i
    while spec[i:i + 1] in ('+', '-', ' ', '#', 'z'):
        i += 1
    flags = spec[start:i]
    if spec[i:i + 1] == '0':
        raise ValueError('Zero padding is not allowed in complex format specifier')
    start = i
    while spec[i:i + 1].isdigit():
        i += 1
    width = spec[start:i]
    rest = spec[i:]
    kind = rest[-1:]
    if (kind.isalpha() or kind == '%') and kind not in 'eEfFgGn':
        raise ValueError("Unknown format code '" + kind + "' for object of type 'complex'")
    bare = not kind.isalpha()
    if bare and '.' in rest:
        rest += 'g'
    s = _text(z.imag, '+' + flags.strip('+- ') + rest) if bare else format(z.imag, '+' + flags.strip('+- ') + rest)
    s += 'j'
    if not bare:
        s = format(z.real, flags + rest) + s
    elif z.real != 0 or _float_bits(z.real):
        s = '(' + _text(z.real, flags + rest) + s + ')'
    elif s[0] == '+' and '+' not in flags:
        s = s[1:]
    return format(s, fill + align + width) if width else s


def _quotient(a, b, c, d):
    # Smith's way ("Algorithm 116: complex division", 1962), as CPython goes it
    if abs(c) >= abs(d):
        if c == 0:
            raise ZeroDivisionError('complex division by zero')
        r = d / c
        n = c + d * r
        return complex((a + b * r) / n, (b - a * r) / n)
    if abs(d) >= abs(c):
        r = c / d
        n = c * r + d
        return complex((a * r + b) / n, (b * r - a) / n)
    return complex(c - c + d, c - c + d)


def _power(z, c, d):
    if d == 0 and abs(c) <= 100 and c == int(c):
        return _whole_power(z, int(c))
    a = z.real
    b = z.imag
    if a == 0 and b == 0:
        if d != 0 or c < 0:
            raise ZeroDivisionError('0.0 to a negative or complex power')
        return complex(0.0, 0.0)
    try:
        size = hypot(a, b)
        length = size ** c
        angle = atan2(b, a)
        phase = angle * c
        if d != 0:
            length /= exp(angle * d)
            phase += d * log(size)
        z = complex(length * cos(phase), length * sin(phase))
    except OverflowError:
        z = None
    if z is None or abs(z.real) == 1e999 or abs(z.imag) == 1e999:
        raise OverflowError('complex exponentiation')
    return z


def _whole_power(z, n):
    r = complex(1.0, 0.0)
    p = z
    m = abs(n)
    while m:
        if m & 1:
            r = r * p
        m >>= 1
        if m:
            p = p * p
    if n < 0:
        if not r:
            raise ZeroDivisionError('0.0 to a negative or complex power')
        r = _quotient(1.0, 0.0, r.real, r.imag)
    if r.real - r.real != 0 and z.real - z.real == 0 and z.imag - z.imag == 0:
        raise OverflowError('complex exponentiation')
    return r
