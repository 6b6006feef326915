# CPython 3.11's numbers: what isinstance asks of numbers, and what classes of numbers derive from.


class _Asked:
    def __instancecheck__(cls, x):
        return cls.__module__ == 'numbers' and isinstance(x, cls._kinds)


class Number:
    __metaclass__ = _Asked
    _kinds = (int, float, complex)


class Complex(Number):
    pass


class Real(Complex):
    _kinds = (int, float)


class Rational(Real):
    _kinds = int

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    pass
