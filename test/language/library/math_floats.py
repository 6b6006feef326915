# math: the parts of floats, remainders, sums, comparison; signs of zero
import math


def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.frexp(12.5), math.frexp(-0.0), math.frexp(5e-324), math.ldexp(0.75, 5), math.ldexp(1, -1074), math.ldexp(3.0, -1075), math.ldexp(1.0, -5000))
error(math.ldexp, 1.0, 1024)
error(math.ldexp, 1.0, 2.5)
print(math.modf(3.75), math.modf(-3.0), math.modf(-math.inf), math.fabs(-2), math.copysign(3, -0.0), math.copysign(-1.5, 2))
print(math.fmod(-7, 3), math.fmod(7, -2.5), math.fmod(5, math.inf), math.fmod(-0.0, 1), math.remainder(7, 4), math.remainder(-5, 2), math.remainder(6, 4))
error(math.fmod, 1, 0)
error(math.remainder, math.inf, 1)
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308), math.isfinite(math.inf))
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(0, 1e-12), math.isclose(0, 1e-12, abs_tol=1e-9), math.isclose(math.inf, math.inf))
error(math.isclose, 1, 1)
print(math.ulp(1.0), math.ulp(0), math.ulp(-1e300), math.nextafter(1, 2), math.nextafter(1, 0), math.nextafter(0, -1), math.nextafter(1.7976931348623157e308, math.inf))
print(math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([]))
error(math.fsum, [math.inf, -math.inf])
error(math.fsum, [1e308, 1e308])
print(math.hypot(), math.hypot(3, 4), math.hypot(1, 2, 2), math.hypot(1e300, 1e300), math.hypot(math.nan, math.inf), math.dist((1, 2), [4, 6]))
error(math.dist, (1,), (1, 2))
error(math.sin, 'x')
error(math.sqrt, None)
# expect: 3.141592653589793 2.718281828459045 6.283185307179586 inf nan
# expect: (0.78125, 4) (-0.0, 0) (0.5, -1073) 24.0 5e-324 1e-323 0.0
# expect: OverflowError math range error
# expect: TypeError Expected an int as second argument to ldexp.
# expect: (0.75, 3.0) (-0.0, -3.0) (-0.0, -inf) 2.0 -3.0 1.5
# expect: -1.0 2.0 5.0 -0.0 -1.0 -1.0 -2.0
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: True True True False
# expect: True False False True True
# expect: True
# expect: 2.220446049250313e-16 5e-324 1.487016908477783e+284 1.0000000000000002 0.9999999999999999 -5e-324 inf
# expect: 1.0 1.0 0.0
# expect: ValueError -inf + inf in fsum
# expect: OverflowError intermediate overflow in fsum
# expect: 0.0 5.0 3.0 1.4142135623730952e+300 inf 5.0
# expect: ValueError both points must have the same number of dimensions
# expect: TypeError must be real number, not str
# expect: TypeError must be real number, not NoneType
