# math: the error function and the gamma function
import math


def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


print(math.erf(0.5), math.erf(-7), math.erfc(0.5), f'{math.erfc(5):.13g}', math.erfc(30))
print(math.gamma(5), f'{math.gamma(0.5):.13g}', f'{math.gamma(-1.5):.13g}', math.lgamma(1), f'{math.lgamma(10.5):.13g}', f'{math.lgamma(-0.5):.13g}')
error(math.gamma, 0)
error(math.gamma, 200)
error(math.lgamma, -2)
print(math.lgamma(-math.inf), math.gamma(math.inf))
# expect: 0.5204998778130465 -1.0 0.4795001221869535 1.537459794428e-12 0.0
# expect: 24.0 1.772453850906 2.363271801207 0.0 13.9406252194 1.265512123485
# expect: ValueError math domain error
# expect: OverflowError math range error
# expect: ValueError math domain error
# expect: inf inf
