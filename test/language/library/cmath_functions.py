# cmath: its functions, on the branch cuts too
import cmath


def show(z):
    print(f'{z.real:.12g} {z.imag:.12g}')  # expect: 0.519878686008 -1.5646111275
# expect: 0.297353553873 -1.19028994968
# expect: 0 -2
# expect: 0.905358634421 -1.40581625043
# expect: 0 -1.31695789692
# expect: 0.185894508547 -0.94251411294
# expect: 0.141474403335 1.99498997321


z = complex(0.5, -1.25)
show(cmath.exp(z))
show(cmath.log(z))
show(cmath.sqrt(complex(-4, -0.0)))
show(cmath.sin(z))
show(cmath.acos(complex(2, 0)))
show(cmath.atanh(z))
show(cmath.rect(2, 1.5))
print(cmath.phase(-1), '%.12g %.12g' % cmath.polar(z), cmath.pi, cmath.infj, cmath.nanj)  # expect: 3.141592653589793 1.34629120178 -1.19028994968 3.141592653589793 infj nanj
print(cmath.isnan(cmath.nanj), cmath.isinf(cmath.infj), cmath.isfinite(z), cmath.isclose(z, z + 1e-12))  # expect: True True True True
try:
    cmath.log(0)
except ValueError as e:
    print(e)  # expect: math domain error
