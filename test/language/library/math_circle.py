# math: the circle's functions, huge arguments too, and the hyperbola's
import math


def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


print(math.sin(1), math.cos(1), math.tan(1), math.sin(-0.0), math.sin(1e-300), math.sin(1e22), math.cos(1e300))
error(math.sin, math.inf)
print(math.asin(0.5), math.asin(1), math.acos(-1), math.acos(0.3), math.atan(2), math.atan(-1e-9), math.atan(math.inf))
error(math.asin, 1.5)
print(math.atan2(1, -1), math.atan2(-0.0, -1), math.atan2(0, 1), math.atan2(-2, 0), math.atan2(math.inf, -math.inf), math.atan2(1e-300, 1))
print(math.degrees(math.pi), math.radians(90))
print(math.sinh(1), math.cosh(1), math.tanh(0.5), math.tanh(30), math.sinh(-1e-10), math.cosh(math.inf))
error(math.sinh, 800)
print(math.asinh(1), math.acosh(3), math.atanh(0.25), math.asinh(-1e200))
error(math.acosh, 0.5)
error(math.atanh, 1)
# expect: 0.8414709848078965 0.5403023058681398 1.5574077246549023 -0.0 1e-300 -0.8522008497671888 -0.5753861119575491
# expect: ValueError math domain error
# expect: 0.5235987755982989 1.5707963267948966 3.141592653589793 1.2661036727794992 1.1071487177940904 -1e-09 1.5707963267948966
# expect: ValueError math domain error
# expect: 2.356194490192345 -3.141592653589793 0.0 -1.5707963267948966 2.356194490192345 1e-300
# expect: 180.0 1.5707963267948966
# expect: 1.1752011936438014 1.5430806348152437 0.46211715726000974 1.0 -1e-10 inf
# expect: OverflowError math range error
# expect: 0.881373587019543 1.762747174039086 0.25541281188299536 -461.2101657793691
# expect: ValueError math domain error
# expect: ValueError math domain error
