# math: roots, powers, exponentials and logarithms
import math


def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


print(math.sqrt(2), math.sqrt(-0.0), round(math.cbrt(27), 12), math.cbrt(-0.001))
error(math.sqrt, -1)
print(math.pow(2, 0.5), math.pow(-2, 3), math.pow(0, 0), math.pow(math.nan, 0), math.pow(0, -math.inf), math.pow(-math.inf, -3))
error(math.pow, 0, -1)
error(math.pow, -2, 0.5)
error(math.pow, 10, 400)
print(math.exp(1), math.exp(-745), math.exp(-math.inf), math.exp(0.1), math.exp2(0.5), math.expm1(1e-10), math.expm1(2.5), math.expm1(-100))
error(math.exp, 710)
print(math.log(10), math.log(0.999), math.log(8, 2), f'{math.log(10 ** 400):.13g}', math.log2(8), math.log2(10), math.log10(1000), math.log10(0.5), math.log1p(1e-15), math.log1p(3))
error(math.log, 0)
error(math.log, -1.5)
error(math.log, 3, 1)
error(math.log1p, -1)
print(math.log(math.inf), math.log(math.nan), math.exp(math.inf))
# expect: 1.4142135623730951 -0.0 3.0 -0.1
# expect: ValueError math domain error
# expect: 1.4142135623730951 -8.0 1.0 1.0 inf -0.0
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: OverflowError math range error
# expect: 2.718281828459045 5e-324 0.0 1.1051709180756477 1.4142135623730951 1.00000000005e-10 11.182493960703473 -1.0
# expect: OverflowError math range error
# expect: 2.302585092994046 -0.0010005003335835344 3.0 921.0340371976 3.0 3.321928094887362 3.0 -0.3010299956639812 9.999999999999995e-16 1.3862943611198906
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ZeroDivisionError float division by zero
# expect: ValueError math domain error
# expect: inf nan inf
