# complex: construction, arithmetic with other numbers, comparison
def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


class Given:
    def __complex__(self):
        return complex(5, 6)


z = complex(1, 2)
w = complex(-0.5, 3.25)
print(complex(), complex(3), complex(0, 1), complex(-0.0, 1), complex(Given()), complex(z, w), complex(real=1, imag=2))
print(z + w, z - w, z * w, z / w, z + 1, 1 - z, 2.5 * z, 1 / z, -z, +z)
print(z ** 2, z ** -1, z ** 0, f'{z ** 0.5:.12g}', f'{2 ** z:.12g}')
print(abs(complex(3, 4)), z.real, z.imag, z.conjugate(), bool(complex()), bool(z))
print(z == complex(1, 2), complex(1) == 1, 1 == complex(1), complex(1.5) == 1.5, z != 2, z == 'a', {z: 3}[complex(1, 2)], hash(complex(7)) == hash(7))
z += 1
z *= 2
print(z, type(z), isinstance(z, complex))
error(lambda: z < w)
error(lambda: z // w)
error(lambda: z / 0)
error(lambda: complex() ** -1)
error(lambda: z + 'a')
error(int, z)
error(float, z)
error(complex, '1', 2)
error(complex, [])
error(pow, z, 2, 3)
# expect: 0j (3+0j) 1j (-0+1j) (5+6j) (-2.25+1.5j) (1+2j)
# expect: (0.5+5.25j) (1.5-1.25j) (-7+2.25j) (0.5549132947976879-0.39306358381502887j) (2+2j) -2j (2.5+5j) (0.2-0.4j) (-1-2j) (1+2j)
# expect: (-3+4j) (0.2-0.4j) (1+0j) 1.27201964951+0.786151377757j 0.366913949487+1.96605548082j
# expect: 5.0 1.0 2.0 (1-2j) False True
# expect: True True True True True False 3 True
# expect: (4+4j) <class 'complex'> True
# expect: TypeError '<' not supported between instances of 'complex' and 'complex'
# expect: TypeError unsupported operand type(s) for //: 'complex' and 'complex'
# expect: ZeroDivisionError complex division by zero
# expect: ZeroDivisionError 0.0 to a negative or complex power
# expect: TypeError unsupported operand type(s) for +: 'complex' and 'str'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: TypeError float() argument must be a string or a real number, not 'complex'
# expect: TypeError complex() can't take second arg if first is a string
# expect: TypeError complex() first argument must be a string or a number, not 'list'
# expect: ValueError complex modulo
