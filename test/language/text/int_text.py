# int() of text in every base, float() of text.
def show(f):
    try:
        return repr(f())
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


for s in ["0", "-1", "+5", " 12 ", "1_000", "_1", "1_", "1__0", "", "-", "- 1", "0x10", "0b11", "0o17", "00", "007", "1e5", "9" * 9, "9" * 10, "-" + "9" * 30, "1073741823", "1073741824", "-1073741824", "-1073741825",
          "ff", "zz", "0x", "0x_1f", "0B1", "0_7", "1 2", "\xa05\xa0", "4294967296", "16777216", "0" * 30 + "5", "0x" + "f" * 40]:
    print(repr(s), show(lambda: int(s)), [show(lambda: int(s, b)) for b in [0, 2, 8, 16, 36]])  # expect: '0' 0 ['0', '0', '0', '0', '0']
# expect: '-1' -1 ['-1', '-1', '-1', '-1', '-1']
# expect: '+5' 5 ['5', "ValueError: invalid literal for int() with base 2: '+5'", '5', '5', '5']
# expect: ' 12 ' 12 ['12', "ValueError: invalid literal for int() with base 2: ' 12 '", '10', '18', '38']
# expect: '1_000' 1000 ['1000', '8', '512', '4096', '46656']
# expect: '_1' ValueError: invalid literal for int() with base 10: '_1' ["ValueError: invalid literal for int() with base 0: '_1'", "ValueError: invalid literal for int() with base 2: '_1'", "ValueError: invalid literal for int() with base 8: '_1'", "ValueError: invalid literal for int() with base 16: '_1'", "ValueError: invalid literal for int() with base 36: '_1'"]
# expect: '1_' ValueError: invalid literal for int() with base 10: '1_' ["ValueError: invalid literal for int() with base 0: '1_'", "ValueError: invalid literal for int() with base 2: '1_'", "ValueError: invalid literal for int() with base 8: '1_'", "ValueError: invalid literal for int() with base 16: '1_'", "ValueError: invalid literal for int() with base 36: '1_'"]
# expect: '1__0' ValueError: invalid literal for int() with base 10: '1__0' ["ValueError: invalid literal for int() with base 0: '1__0'", "ValueError: invalid literal for int() with base 2: '1__0'", "ValueError: invalid literal for int() with base 8: '1__0'", "ValueError: invalid literal for int() with base 16: '1__0'", "ValueError: invalid literal for int() with base 36: '1__0'"]
# expect: '' ValueError: invalid literal for int() with base 10: '' ["ValueError: invalid literal for int() with base 0: ''", "ValueError: invalid literal for int() with base 2: ''", "ValueError: invalid literal for int() with base 8: ''", "ValueError: invalid literal for int() with base 16: ''", "ValueError: invalid literal for int() with base 36: ''"]
# expect: '-' ValueError: invalid literal for int() with base 10: '-' ["ValueError: invalid literal for int() with base 0: '-'", "ValueError: invalid literal for int() with base 2: '-'", "ValueError: invalid literal for int() with base 8: '-'", "ValueError: invalid literal for int() with base 16: '-'", "ValueError: invalid literal for int() with base 36: '-'"]
# expect: '- 1' ValueError: invalid literal for int() with base 10: '- 1' ["ValueError: invalid literal for int() with base 0: '- 1'", "ValueError: invalid literal for int() with base 2: '- 1'", "ValueError: invalid literal for int() with base 8: '- 1'", "ValueError: invalid literal for int() with base 16: '- 1'", "ValueError: invalid literal for int() with base 36: '- 1'"]
# expect: '0x10' ValueError: invalid literal for int() with base 10: '0x10' ['16', "ValueError: invalid literal for int() with base 2: '0x10'", "ValueError: invalid literal for int() with base 8: '0x10'", '16', '42804']
# expect: '0b11' ValueError: invalid literal for int() with base 10: '0b11' ['3', '3', "ValueError: invalid literal for int() with base 8: '0b11'", '2833', '14293']
# expect: '0o17' ValueError: invalid literal for int() with base 10: '0o17' ['15', "ValueError: invalid literal for int() with base 2: '0o17'", '15', "ValueError: invalid literal for int() with base 16: '0o17'", '31147']
# expect: '00' 0 ['0', '0', '0', '0', '0']
# expect: '007' 7 ["ValueError: invalid literal for int() with base 0: '007'", "ValueError: invalid literal for int() with base 2: '007'", '7', '7', '7']
# expect: '1e5' ValueError: invalid literal for int() with base 10: '1e5' ["ValueError: invalid literal for int() with base 0: '1e5'", "ValueError: invalid literal for int() with base 2: '1e5'", "ValueError: invalid literal for int() with base 8: '1e5'", '485', '1805']
# expect: '999999999' 999999999 ['999999999', "ValueError: invalid literal for int() with base 2: '999999999'", "ValueError: invalid literal for int() with base 8: '999999999'", '41231686041', '26115417429021']
# expect: '9999999999' 9999999999 ['9999999999', "ValueError: invalid literal for int() with base 2: '9999999999'", "ValueError: invalid literal for int() with base 8: '9999999999'", '659706976665', '940155027444765']
# expect: '-999999999999999999999999999999' -999999999999999999999999999999 ['-999999999999999999999999999999', "ValueError: invalid literal for int() with base 2: '-999999999999999999999999999999'", "ValueError: invalid literal for int() with base 8: '-999999999999999999999999999999'", '-797536797470949523742284236168206745', '-12567517195034380497254422013256326708312790045']
# expect: '1073741823' 1073741823 ['1073741823', "ValueError: invalid literal for int() with base 2: '1073741823'", "ValueError: invalid literal for int() with base 8: '1073741823'", '70656464931', '102115466202891']
# expect: '1073741824' 1073741824 ['1073741824', "ValueError: invalid literal for int() with base 2: '1073741824'", "ValueError: invalid literal for int() with base 8: '1073741824'", '70656464932', '102115466202892']
# expect: '-1073741824' -1073741824 ['-1073741824', "ValueError: invalid literal for int() with base 2: '-1073741824'", "ValueError: invalid literal for int() with base 8: '-1073741824'", '-70656464932', '-102115466202892']
# expect: '-1073741825' -1073741825 ['-1073741825', "ValueError: invalid literal for int() with base 2: '-1073741825'", "ValueError: invalid literal for int() with base 8: '-1073741825'", '-70656464933', '-102115466202893']
# expect: 'ff' ValueError: invalid literal for int() with base 10: 'ff' ["ValueError: invalid literal for int() with base 0: 'ff'", "ValueError: invalid literal for int() with base 2: 'ff'", "ValueError: invalid literal for int() with base 8: 'ff'", '255', '555']
# expect: 'zz' ValueError: invalid literal for int() with base 10: 'zz' ["ValueError: invalid literal for int() with base 0: 'zz'", "ValueError: invalid literal for int() with base 2: 'zz'", "ValueError: invalid literal for int() with base 8: 'zz'", "ValueError: invalid literal for int() with base 16: 'zz'", '1295']
# expect: '0x' ValueError: invalid literal for int() with base 10: '0x' ["ValueError: invalid literal for int() with base 0: '0x'", "ValueError: invalid literal for int() with base 2: '0x'", "ValueError: invalid literal for int() with base 8: '0x'", "ValueError: invalid literal for int() with base 16: '0x'", '33']
# expect: '0x_1f' ValueError: invalid literal for int() with base 10: '0x_1f' ['31', "ValueError: invalid literal for int() with base 2: '0x_1f'", "ValueError: invalid literal for int() with base 8: '0x_1f'", '31', '42819']
# expect: '0B1' ValueError: invalid literal for int() with base 10: '0B1' ['1', '1', "ValueError: invalid literal for int() with base 8: '0B1'", '177', '397']
# expect: '0_7' 7 ["ValueError: invalid literal for int() with base 0: '0_7'", "ValueError: invalid literal for int() with base 2: '0_7'", '7', '7', '7']
# expect: '1 2' ValueError: invalid literal for int() with base 10: '1 2' ["ValueError: invalid literal for int() with base 0: '1 2'", "ValueError: invalid literal for int() with base 2: '1 2'", "ValueError: invalid literal for int() with base 8: '1 2'", "ValueError: invalid literal for int() with base 16: '1 2'", "ValueError: invalid literal for int() with base 36: '1 2'"]
# expect: '\xa05\xa0' 5 ['5', "ValueError: invalid literal for int() with base 2: '\\xa05\\xa0'", '5', '5', '5']
# expect: '4294967296' 4294967296 ['4294967296', "ValueError: invalid literal for int() with base 2: '4294967296'", "ValueError: invalid literal for int() with base 8: '4294967296'", '285960729238', '412596585697578']
# expect: '16777216' 16777216 ['16777216', "ValueError: invalid literal for int() with base 2: '16777216'", '3931790', '376926742', '91860207882']
# expect: '0000000000000000000000000000005' 5 ["ValueError: invalid literal for int() with base 0: '0000000000000000000000000000005'", "ValueError: invalid literal for int() with base 2: '0000000000000000000000000000005'", '5', '5', '5']
# expect: '0xffffffffffffffffffffffffffffffffffffffff' ValueError: invalid literal for int() with base 10: '0xffffffffffffffffffffffffffffffffffffffff' ['1461501637330902918203684832716283019655932542975', "ValueError: invalid literal for int() with base 2: '0xffffffffffffffffffffffffffffffffffffffff'", "ValueError: invalid literal for int() with base 8: '0xffffffffffffffffffffffffffffffffffffffff'", '1461501637330902918203684832716283019655932542975', '5973348428223998680050742812246920683631267268910686842131429083']
for s in ["0", "-2", "  3.25\n", "1e5", "1E-5", "1e400", "-1e-400", "inf", "-Infinity", "nan", "1_0.5_0", "1_", "1._5", ".5", "5.", ".", "e5", "1e", "0x1", "", "1.7976931348623157e308", "4.9e-324", "0.1", "123456789012345678901234567890",
          "9007199254740993", "1e23", "infin", "\xa01\xa0", "1 2", "3.14159265358979323846", "1" + "0" * 60 + ".5"]:
    print(repr(s), show(lambda: float(s)), show(lambda: float(s.encode("ascii", "ignore"))))  # expect: '0' 0.0 0.0
# expect: '-2' -2.0 -2.0
# expect: '  3.25\n' 3.25 3.25
# expect: '1e5' 100000.0 100000.0
# expect: '1E-5' 1e-05 1e-05
# expect: '1e400' inf inf
# expect: '-1e-400' -0.0 -0.0
# expect: 'inf' inf inf
# expect: '-Infinity' -inf -inf
# expect: 'nan' nan nan
# expect: '1_0.5_0' 10.5 10.5
# expect: '1_' ValueError: could not convert string to float: '1_' ValueError: could not convert string to float: b'1_'
# expect: '1._5' ValueError: could not convert string to float: '1._5' ValueError: could not convert string to float: b'1._5'
# expect: '.5' 0.5 0.5
# expect: '5.' 5.0 5.0
# expect: '.' ValueError: could not convert string to float: '.' ValueError: could not convert string to float: b'.'
# expect: 'e5' ValueError: could not convert string to float: 'e5' ValueError: could not convert string to float: b'e5'
# expect: '1e' ValueError: could not convert string to float: '1e' ValueError: could not convert string to float: b'1e'
# expect: '0x1' ValueError: could not convert string to float: '0x1' ValueError: could not convert string to float: b'0x1'
# expect: '' ValueError: could not convert string to float: '' ValueError: could not convert string to float: b''
# expect: '1.7976931348623157e308' 1.7976931348623157e+308 1.7976931348623157e+308
# expect: '4.9e-324' 5e-324 5e-324
# expect: '0.1' 0.1 0.1
# expect: '123456789012345678901234567890' 1.2345678901234568e+29 1.2345678901234568e+29
# expect: '9007199254740993' 9007199254740992.0 9007199254740992.0
# expect: '1e23' 1e+23 1e+23
# expect: 'infin' ValueError: could not convert string to float: 'infin' ValueError: could not convert string to float: b'infin'
# expect: '\xa01\xa0' 1.0 1.0
# expect: '1 2' ValueError: could not convert string to float: '1 2' ValueError: could not convert string to float: b'1 2'
# expect: '3.14159265358979323846' 3.141592653589793 3.141592653589793
# expect: '1000000000000000000000000000000000000000000000000000000000000.5' 1e+60 1e+60
print(int(), int(True), int(3.99), int(-3.99), int(1e30), int(b"12"), int(bytearray(b" 7 ")), int("11", base=2), float(), float(True), float(10**30), bool(), bool("x"), bool([]), bool(0.0))  # expect: 0 1 3 -3 1000000000000000019884624838656 12 7 3 0.0 1.0 1e+30 False True False False
for f in [lambda: int("x"), lambda: int(b"x"), lambda: int("1", 1), lambda: int(1, 2), lambda: int([]), lambda: int(None), lambda: int(float("nan")), lambda: int(float("inf")), lambda: float([]), lambda: float("x"), lambda: float(b"x"), lambda: float(10**400), lambda: int("1", 40)]:
    print(show(f))  # expect: ValueError: invalid literal for int() with base 10: 'x'
# expect: ValueError: invalid literal for int() with base 10: b'x'
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
# expect: TypeError: int() can't convert non-string with explicit base
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: ValueError: cannot convert float NaN to integer
# expect: OverflowError: cannot convert float infinity to integer
# expect: TypeError: float() argument must be a string or a real number, not 'list'
# expect: ValueError: could not convert string to float: 'x'
# expect: ValueError: could not convert string to float: b'x'
# expect: OverflowError: int too large to convert to float
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
