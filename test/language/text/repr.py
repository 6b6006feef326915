# repr(), str() and ascii() of scalars.
def show(f):
    try:
        return repr(f())
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


for s in ["", "a'b", 'a"b', "a'\"b", "\\n\n\r\t\0\x1b\x7f", "é\xa0\xad\x85", "€\u2028\u200b\ufeff", "\U0001f600\U000e0001\U0010ffff", "\ue000\uffff\u0378", "Ж中"]:
    print(repr(s), ascii(s), [s], repr(s.encode()), repr(bytearray(s.encode())))  # expect: '' '' [''] b'' bytearray(b'')
# expect: "a'b" "a'b" ["a'b"] b"a'b" bytearray(b"a\'b")
# expect: 'a"b' 'a"b' ['a"b'] b'a"b' bytearray(b'a"b')
# expect: 'a\'"b' 'a\'"b' ['a\'"b'] b'a\'"b' bytearray(b'a\'"b')
# expect: '\\n\n\r\t\x00\x1b\x7f' '\\n\n\r\t\x00\x1b\x7f' ['\\n\n\r\t\x00\x1b\x7f'] b'\\n\n\r\t\x00\x1b\x7f' bytearray(b'\\n\n\r\t\x00\x1b\x7f')
# expect: 'é\xa0\xad\x85' '\xe9\xa0\xad\x85' ['é\xa0\xad\x85'] b'\xc3\xa9\xc2\xa0\xc2\xad\xc2\x85' bytearray(b'\xc3\xa9\xc2\xa0\xc2\xad\xc2\x85')
# expect: '€\u2028\u200b\ufeff' '\u20ac\u2028\u200b\ufeff' ['€\u2028\u200b\ufeff'] b'\xe2\x82\xac\xe2\x80\xa8\xe2\x80\x8b\xef\xbb\xbf' bytearray(b'\xe2\x82\xac\xe2\x80\xa8\xe2\x80\x8b\xef\xbb\xbf')
# expect: '😀\U000e0001\U0010ffff' '\U0001f600\U000e0001\U0010ffff' ['😀\U000e0001\U0010ffff'] b'\xf0\x9f\x98\x80\xf3\xa0\x80\x81\xf4\x8f\xbf\xbf' bytearray(b'\xf0\x9f\x98\x80\xf3\xa0\x80\x81\xf4\x8f\xbf\xbf')
# expect: '\ue000\uffff\u0378' '\ue000\uffff\u0378' ['\ue000\uffff\u0378'] b'\xee\x80\x80\xef\xbf\xbf\xcd\xb8' bytearray(b'\xee\x80\x80\xef\xbf\xbf\xcd\xb8')
# expect: 'Ж中' '\u0416\u4e2d' ['Ж中'] b'\xd0\x96\xe4\xb8\xad' bytearray(b'\xd0\x96\xe4\xb8\xad')
for x in [1e16, 1e15, 123456789012345.6, 1e-4, 1e-5, 0.1 + 0.2, 1 / 3, 1e100, 5e-324, -0.0, 1e22, 123e5, float("inf"), float("nan")]:
    print(x, repr(x), [x], "%r" % x)  # expect: 1e+16 1e+16 [1e+16] 1e+16
# expect: 1000000000000000.0 1000000000000000.0 [1000000000000000.0] 1000000000000000.0
# expect: 123456789012345.6 123456789012345.6 [123456789012345.6] 123456789012345.6
# expect: 0.0001 0.0001 [0.0001] 0.0001
# expect: 1e-05 1e-05 [1e-05] 1e-05
# expect: 0.30000000000000004 0.30000000000000004 [0.30000000000000004] 0.30000000000000004
# expect: 0.3333333333333333 0.3333333333333333 [0.3333333333333333] 0.3333333333333333
# expect: 1e+100 1e+100 [1e+100] 1e+100
# expect: 5e-324 5e-324 [5e-324] 5e-324
# expect: -0.0 -0.0 [-0.0] -0.0
# expect: 1e+22 1e+22 [1e+22] 1e+22
# expect: 12300000.0 12300000.0 [12300000.0] 12300000.0
# expect: inf inf [inf] inf
# expect: nan nan [nan] nan
print(10**50, -(10**50), 2**30, -(2**30), 2**31, 2**63, [10**20])  # expect: 100000000000000000000000000000000000000000000000000 -100000000000000000000000000000000000000000000000000 1073741824 -1073741824 2147483648 9223372036854775808 [100000000000000000000]
print(None, True, False, ..., NotImplemented, [None, True], int, str, ValueError, [bool], range(5), range(1, 5), range(0, 9, 3), range(5, 0, -1))  # expect: None True False Ellipsis NotImplemented [None, True] <class 'int'> <class 'str'> <class 'ValueError'> [<class 'bool'>] range(0, 5) range(1, 5) range(0, 9, 3) range(5, 0, -1)
class C:
    pass
print(C, [C], type(C()), str(C)[:8])  # expect: <class '__main__.C'> [<class '__main__.C'>] <class '__main__.C'> <class '
print(ascii(["é", b"\xe9", "\u20ac"]), str(b"abc"), str(b"h\xc3\xa9", "utf-8"), str(object=5), str(b"x", encoding="ascii", errors="strict"), repr(str()))  # expect: ['\xe9', b'\xe9', '\u20ac'] b'abc' hé 5 x ''
print(show(lambda: str("a", "utf-8")), show(lambda: str(1, "a")))  # expect: TypeError: decoding str is not supported TypeError: decoding to str: need a bytes-like object, int found
