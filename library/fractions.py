# CPython 3.11's fractions.
import math
import operator
import re
from numbers import Rational


class Fraction(Rational):
    __slots__ = ('_n', '_d')

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            n, d = _ratio(numerator)
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            n = numerator.numerator * denominator.denominator
            d = numerator.denominator * denominator.numerator
        else:
            raise TypeError('both arguments should be Rational instances')
        if d == 0:
            raise ZeroDivisionError('Fraction(' + str(n) + ', 0)')
        g = math.gcd(n, d)
        if d < 0:
            g = -g
        self._n = n // g
        self._d = d // g
        return self

    @classmethod
    def from_float(cls, f):
        return cls(f)

    @property
    def numerator(self):
        return self._n

    @property
    def denominator(self):
        return self._d

    def as_integer_ratio(self):
        return (self._n, self._d)

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._d <= max_denominator:
            return Fraction(self)
        # convergents of the continued fraction, and the last one between them
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._n, self._d
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        below = Fraction(p0 + k * p1, q0 + k * q1)
        above = Fraction(p1, q1)
        return above if abs(above - self) <= abs(below - self) else below

    def __repr__(self):
        return type(self).__name__ + '(' + str(self._n) + ', ' + str(self._d) + ')'

    def __str__(self):
        return str(self._n) if self._d == 1 else str(self._n) + '/' + str(self._d)

    def __add__(self, other):
        return _made(self, other, _sum, operator.add)

    def __radd__(self, other):
        return _made(other, self, _sum, operator.add)

    def __sub__(self, other):
        return _made(self, other, _difference, operator.sub)

    def __rsub__(self, other):
        return _made(other, self, _difference, operator.sub)

    def __mul__(self, other):
        return _made(self, other, _product, operator.mul)

    def __rmul__(self, other):
        return _made(other, self, _product, operator.mul)

    def __truediv__(self, other):
        return _made(self, other, _quotient, operator.truediv)

    def __rtruediv__(self, other):
        return _made(other, self, _quotient, operator.truediv)

    def __floordiv__(self, other):
        return _made(self, other, _floor, operator.floordiv)

    def __rfloordiv__(self, other):
        return _made(other, self, _floor, operator.floordiv)

    def __mod__(self, other):
        return _made(self, other, _rest, operator.mod)

    def __rmod__(self, other):
        return _made(other, self, _rest, operator.mod)

    def __divmod__(self, other):
        return (self // other, self % other)

    def __rdivmod__(self, other):
        return (other // self, other % self)

    def __pow__(self, other):
        if not isinstance(other, (int, Fraction)):
            return float(self) ** other
        if other.denominator != 1:
            return float(self) ** float(other)
        power = other.numerator
        if power >= 0:
            return Fraction(self._n ** power, self._d ** power)
        return Fraction(self._d ** -power, self._n ** -power)

    def __rpow__(self, other):
        if self._d == 1 and self._n >= 0:
            return other ** self._n
        return Fraction(other) ** self if isinstance(other, (int, Fraction)) else other ** float(self)

    def __pos__(self):
        return Fraction(self)

    def __neg__(self):
        return Fraction(-self._n, self._d)

    def __abs__(self):
        return Fraction(abs(self._n), self._d)

    def __int__(self):
        return -(-self._n // self._d) if self._n < 0 else self._n // self._d

    __trunc__ = __int__

    def __floor__(self):
        return self._n // self._d

    def __ceil__(self):
        return -(-self._n // self._d)

    def __round__(self, ndigits=None):
        if ndigits is not None:
            shift = 10 ** abs(ndigits)
            return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)
        floor = self._n // self._d
        twice = 2 * (self._n - floor * self._d)
        return floor + (twice > self._d or twice == self._d and floor % 2)

    def __bool__(self):
        return self._n != 0

    def __hash__(self):
        # of equal numbers the same
        if self._d == 1:
            return hash(self._n)
        if self._d & self._d - 1 == 0:
            try:
                near = float(self)
            except OverflowError:
                near = 0.0
            if near == self:
                return hash(near)
        return hash((self._n, self._d))

    def __eq__(self, other):
        return _compared(self, other, operator.eq)

    def __lt__(self, other):
        return _compared(self, other, operator.lt)

    def __le__(self, other):
        return _compared(self, other, operator.le)

    def __gt__(self, other):
        return _compared(self, other, operator.gt)

    def __ge__(self, other):
        return _compared(self, other, operator.ge)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_TEXT = r'\s*([-+]?)(?=\d|\.\d)(\d*|\d+(?:_\d+)*)(?:(?:\s*/\s*(\d+(?:_\d+)*))?|(?:\.(\d*|\d+(?:_\d+)*))?(?:[eE]([-+]?\d+(?:_\d+)*))?)\s*'


def _ratio(x):
    if isinstance(x, (int, Fraction)):
        return (x.numerator, x.denominator)
    if isinstance(x, float):
        return x.as_integer_ratio()
    if not isinstance(x, str):
        raise TypeError('argument should be a string or a Rational instance')
    found = re.fullmatch(_TEXT, x)
    if found is None:
        raise ValueError('Invalid literal for Fraction: ' + repr(x))
    sign, whole, below, decimals, power = found.groups()
    n = int(whole or '0')
    d = int(below) if below else 1
    if decimals:
        decimals = decimals.replace('_', '')
        d = 10 ** len(decimals)
        n = n * d + int(decimals)
    if power:
        if int(power) >= 0:
            n *= 10 ** int(power)
        else:
            d *= 10 ** -int(power)
    return (-n if sign == '-' else n, d)


def _made(a, b, exact, other):
    if isinstance(a, (int, Fraction)) and isinstance(b, (int, Fraction)):
        return exact(a.numerator, a.denominator, b.numerator, b.denominator)
    if isinstance(a, (float, complex)):
        return other(a, float(b))
    if isinstance(b, (float, complex)):
        return other(float(a), b)
    return NotImplemented


def _sum(n, d, m, e):
    return Fraction(n * e + m * d, d * e)


def _difference(n, d, m, e):
    return Fraction(n * e - m * d, d * e)


def _product(n, d, m, e):
    return Fraction(n * m, d * e)


def _quotient(n, d, m, e):
    return Fraction(n * e, d * m)


def _floor(n, d, m, e):
    return n * e // (d * m)


def _rest(n, d, m, e):
    return Fraction(n * e % (m * d), d * e)


def _compared(a, b, compare):
    if isinstance(b, (int, Fraction)):
        return compare(a._n * b.denominator, b.numerator * a._d)
    if isinstance(b, float):
        if math.isnan(b) or math.isinf(b):
            return compare(0.0, b)
        return compare(a, Fraction(b))
    return NotImplemented
