class Celsius(float):
    pass

print((5).real, (-3).imag, True.numerator, (7).denominator, 2.5.real, 2.5.imag, Celsius(1.5).real, (10 ** 20).numerator)  # expect: 5 0 1 1 2.5 0.0 1.5 100000000000000000000
print((6).as_integer_ratio(), 0.75.as_integer_ratio(), (3).conjugate(), (2.5).conjugate(), (255).bit_count())  # expect: (6, 1) (3, 4) 3 2.5 8
print(0.1.hex(), (-2.0).hex(), float.fromhex('0x1.8p-2'), float.fromhex(' -INF '), float.fromhex('0x1p-1074'), float.fromhex('ff'))  # expect: 0x1.999999999999ap-4 -0x1.0000000000000p+1 0.375 -inf 5e-324 255.0
for f in (lambda: float('inf').as_integer_ratio(), lambda: float('nan').as_integer_ratio(), lambda: float.fromhex('0x'), lambda: float.fromhex('1p2000')):
    try:
        f()
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)  # expect: OverflowError cannot convert Infinity to integer ratio
# expect: ValueError cannot convert NaN to integer ratio
# expect: ValueError invalid hexadecimal floating-point string
# expect: OverflowError hexadecimal value too large to represent as a float
print(pow(3, -1, 7), pow(0.0, float('-inf')), '%(a)s' % {'a': 1}, '{0[a{b]}'.format({'a{b': 2}))  # expect: 5 inf 1 2
