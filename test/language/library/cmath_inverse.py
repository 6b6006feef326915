# cmath: the other functions of the circle and of the hyperbola
import cmath


def show(z):
    print(f'{z.real:.12g} {z.imag:.12g}')  # expect: 0.825071366995 0.355198757891
# expect: -0.618096394806 0.72821180128
# expect: -0.736084170551 0.29089346183
# expect: -0.682203965583 0.606334999887
# expect: -0.723220666124 0.310428283077
# expect: 0.606334999887 2.25300029238
# expect: -0.0450883151745 1.10901006778


z = complex(-0.75, 0.5)
show(cmath.cos(z))
show(cmath.tan(z))
show(cmath.tanh(z))
show(cmath.asin(z))
show(cmath.atan(z))
show(cmath.acosh(z))
show(cmath.log10(z))
