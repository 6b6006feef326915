# complex: read, shown and formatted
def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


for text in ('1', '1j', '1+2j', ' ( 1.5e3-2e-3j ) ', '-j', '1_0+2_0j', 'nan+infj', '', '1 + 2j', '1+2', '--1j'):
    error(complex, text)
z = complex(12345.678, -0.001)
for spec in ('', '.2f', '+.1f', '12.1e', '*^20.3g', '<25', ',', '.3'):
    print('[' + format(z, spec) + ']')
error(format, z, '020')
error(format, z, '=20')
error(format, z, 'd')
print(f'{z} {z!r} {z:.1f}', '%s' % z, [z])
print(complex(1e16, 1e-7), complex(float('inf'), float('nan')), complex(0, -0.0), complex(-0.0, -0.0))
# expect: (1+0j)
# expect: 1j
# expect: (1+2j)
# expect: (1500-0.002j)
# expect: -1j
# expect: (10+20j)
# expect: (nan+infj)
# expect: ValueError complex() arg is a malformed string
# expect: ValueError complex() arg is a malformed string
# expect: ValueError complex() arg is a malformed string
# expect: ValueError complex() arg is a malformed string
# expect: [(12345.678-0.001j)]
# expect: [12345.68-0.00j]
# expect: [+12345.7-0.0j]
# expect: [1.2e+04-1.0e-03j]
# expect: [**1.23e+04-0.001j***]
# expect: [(12345.678-0.001j)       ]
# expect: [(12,345.678-0.001j)]
# expect: [(1.23e+04-0.001j)]
# expect: ValueError Zero padding is not allowed in complex format specifier
# expect: ValueError '=' alignment flag is not allowed in complex format specifier
# expect: ValueError Unknown format code 'd' for object of type 'complex'
# expect: (12345.678-0.001j) (12345.678-0.001j) 12345.7-0.0j (12345.678-0.001j) [(12345.678-0.001j)]
# expect: (1e+16+1e-07j) (inf+nanj) -0j (-0-0j)
