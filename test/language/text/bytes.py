# bytes: constructors, methods they share with str, hex, codecs.
def show(f):
    try:
        return repr(f())
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


for b in [b"", b"abc", b"a,b,,c", b"  x y  ", b"\x00\xff\x80", b"aaa", b"AbC dE", b"it's", b"l1\nl2\r\nl3\r", b"123"]:
    print(b, len(b), b.hex(), b.upper(), b.lower(), b.split(), b.split(b","), b.strip(), b.rstrip(b" ax"), b.rsplit(None, 1), b.splitlines(), b.splitlines(True), b.isdigit(), b + b"z", b * 2, b[1:], b[::-1], list(b), b.title(), b.swapcase(), b.isalpha(), b.isupper())
    print([[b.find(p), b.rfind(p), b.count(p), p in b, show(lambda: b.index(p))] for p in [b"a", b",", b"", b"aa", 97, 255]], [show(lambda: (b.replace(p, b"<>"), b.startswith(p), b.endswith(p), b.split(p), b.rsplit(p, 1), b.partition(p))) for p in [b"a", b"aa", b"", 97]])
    print([show(lambda: b.decode(c, e)) for c in ["utf-8", "ascii", "latin-1"] for e in ["strict", "ignore", "replace"]])
for b in [b"\xe9", b"a\xe9b", b"\xe2\x82", b"\xe2\x28\xa1", b"\xf0\x9f\x98\x80", b"\xf0\x9f\x98", b"\xed\xa0\x80", b"\xc0\x80", b"\xf5\x80", b"\xe2\x82\xac\xe2", b"\xf4\x90\x80\x80", b"\xc3\xa9\xc3"]:
    print(show(lambda: b.decode()), ascii(b.decode("utf-8", "replace")), ascii(b.decode("utf-8", "ignore")), show(lambda: b.decode("ascii")))
for s in ["", "abc", "é€", "aéb", "\U0001f600", "ÿ"]:
    print(s.encode(), [show(lambda: s.encode(c, e)) for c in ["ascii", "latin-1"] for e in ["strict", "ignore", "replace"]])
for x in [5, [1, 2], (3, 4), range(3), b"q", bytearray(b"r"), {1: 2}, {9}, "x", None, 1.5, [256], [-1], ["a"], -1, True]:
    print(show(lambda: bytes(x)), show(lambda: bytearray(x)))
print(bytes(), bytes("é", "latin-1"), bytes("€", encoding="utf-8"), bytes.fromhex("00 ff\tAb12"), b",".join([b"a", bytearray(b"b")]), b"abc".hex("-"), b"abcd".hex(":", 2), b"abc".hex("_", -2), b"ab" == bytearray(b"ab"), b"a" < b"b")
for f in [lambda: b"a".find("a"), lambda: b"a".startswith("a"), lambda: b"a".index(b"b"), lambda: b"a".join([1]), lambda: b"a".strip("a"), lambda: b"abc".split(1), lambda: bytes.fromhex("0"), lambda: bytes.fromhex("0g"), lambda: b"a" + "b", lambda: "x".encode("foo"),
          lambda: b"a".find(300), lambda: b"abc"[5], lambda: bytes("a")]:
    print(show(f))
# expect: b'' 0  b'' b'' [] [b''] b'' b'' [] [] [] False b'z' b'' b'' b'' [] b'' b'' False False
# expect: [[-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found'], [0, 0, 1, True, '0'], [-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found']] ["(b'', False, False, [b''], [b''], (b'', b'', b''))", "(b'', False, False, [b''], [b''], (b'', b'', b''))", 'ValueError: empty separator', "TypeError: a bytes-like object is required, not 'int'"]
# expect: ["''", "''", "''", "''", "''", "''", "''", "''", "''"]
# expect: b'abc' 3 616263 b'ABC' b'abc' [b'abc'] [b'abc'] b'abc' b'abc' [b'abc'] [b'abc'] [b'abc'] False b'abcz' b'abcabc' b'bc' b'cba' [97, 98, 99] b'Abc' b'ABC' True False
# expect: [[0, 0, 1, True, '0'], [-1, -1, 0, False, 'ValueError: subsection not found'], [0, 3, 4, True, '0'], [-1, -1, 0, False, 'ValueError: subsection not found'], [0, 0, 1, True, '0'], [-1, -1, 0, False, 'ValueError: subsection not found']] ["(b'<>bc', True, False, [b'', b'bc'], [b'', b'bc'], (b'', b'a', b'bc'))", "(b'abc', False, False, [b'abc'], [b'abc'], (b'abc', b'', b''))", 'ValueError: empty separator', "TypeError: a bytes-like object is required, not 'int'"]
# expect: ["'abc'", "'abc'", "'abc'", "'abc'", "'abc'", "'abc'", "'abc'", "'abc'", "'abc'"]
# expect: b'a,b,,c' 6 612c622c2c63 b'A,B,,C' b'a,b,,c' [b'a,b,,c'] [b'a', b'b', b'', b'c'] b'a,b,,c' b'a,b,,c' [b'a,b,,c'] [b'a,b,,c'] [b'a,b,,c'] False b'a,b,,cz' b'a,b,,ca,b,,c' b',b,,c' b'c,,b,a' [97, 44, 98, 44, 44, 99] b'A,B,,C' b'A,B,,C' False False
# expect: [[0, 0, 1, True, '0'], [1, 4, 3, True, '1'], [0, 6, 7, True, '0'], [-1, -1, 0, False, 'ValueError: subsection not found'], [0, 0, 1, True, '0'], [-1, -1, 0, False, 'ValueError: subsection not found']] ["(b'<>,b,,c', True, False, [b'', b',b,,c'], [b'', b',b,,c'], (b'', b'a', b',b,,c'))", "(b'a,b,,c', False, False, [b'a,b,,c'], [b'a,b,,c'], (b'a,b,,c', b'', b''))", 'ValueError: empty separator', "TypeError: a bytes-like object is required, not 'int'"]
# expect: ["'a,b,,c'", "'a,b,,c'", "'a,b,,c'", "'a,b,,c'", "'a,b,,c'", "'a,b,,c'", "'a,b,,c'", "'a,b,,c'", "'a,b,,c'"]
# expect: b'  x y  ' 7 20207820792020 b'  X Y  ' b'  x y  ' [b'x', b'y'] [b'  x y  '] b'x y' b'  x y' [b'  x', b'y'] [b'  x y  '] [b'  x y  '] False b'  x y  z' b'  x y    x y  ' b' x y  ' b'  y x  ' [32, 32, 120, 32, 121, 32, 32] b'  X Y  ' b'  X Y  ' False False
# expect: [[-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found'], [0, 7, 8, True, '0'], [-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found']] ["(b'  x y  ', False, False, [b'  x y  '], [b'  x y  '], (b'  x y  ', b'', b''))", "(b'  x y  ', False, False, [b'  x y  '], [b'  x y  '], (b'  x y  ', b'', b''))", 'ValueError: empty separator', "TypeError: a bytes-like object is required, not 'int'"]
# expect: ["'  x y  '", "'  x y  '", "'  x y  '", "'  x y  '", "'  x y  '", "'  x y  '", "'  x y  '", "'  x y  '", "'  x y  '"]
# expect: b'\x00\xff\x80' 3 00ff80 b'\x00\xff\x80' b'\x00\xff\x80' [b'\x00\xff\x80'] [b'\x00\xff\x80'] b'\x00\xff\x80' b'\x00\xff\x80' [b'\x00\xff\x80'] [b'\x00\xff\x80'] [b'\x00\xff\x80'] False b'\x00\xff\x80z' b'\x00\xff\x80\x00\xff\x80' b'\xff\x80' b'\x80\xff\x00' [0, 255, 128] b'\x00\xff\x80' b'\x00\xff\x80' False False
# expect: [[-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found'], [0, 3, 4, True, '0'], [-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found'], [1, 1, 1, True, '1']] ["(b'\\x00\\xff\\x80', False, False, [b'\\x00\\xff\\x80'], [b'\\x00\\xff\\x80'], (b'\\x00\\xff\\x80', b'', b''))", "(b'\\x00\\xff\\x80', False, False, [b'\\x00\\xff\\x80'], [b'\\x00\\xff\\x80'], (b'\\x00\\xff\\x80', b'', b''))", 'ValueError: empty separator', "TypeError: a bytes-like object is required, not 'int'"]
# expect: ["UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte", "'\\x00'", "'\\x00��'", "UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 1: ordinal not in range(128)", "'\\x00'", "'\\x00��'", "'\\x00ÿ\\x80'", "'\\x00ÿ\\x80'", "'\\x00ÿ\\x80'"]
# expect: b'aaa' 3 616161 b'AAA' b'aaa' [b'aaa'] [b'aaa'] b'aaa' b'' [b'aaa'] [b'aaa'] [b'aaa'] False b'aaaz' b'aaaaaa' b'aa' b'aaa' [97, 97, 97] b'Aaa' b'AAA' True False
# expect: [[0, 2, 3, True, '0'], [-1, -1, 0, False, 'ValueError: subsection not found'], [0, 3, 4, True, '0'], [0, 1, 1, True, '0'], [0, 2, 3, True, '0'], [-1, -1, 0, False, 'ValueError: subsection not found']] ["(b'<><><>', True, True, [b'', b'', b'', b''], [b'aa', b''], (b'', b'a', b'aa'))", "(b'<>a', True, True, [b'', b'a'], [b'a', b''], (b'', b'aa', b'a'))", 'ValueError: empty separator', "TypeError: a bytes-like object is required, not 'int'"]
# expect: ["'aaa'", "'aaa'", "'aaa'", "'aaa'", "'aaa'", "'aaa'", "'aaa'", "'aaa'", "'aaa'"]
# expect: b'AbC dE' 6 416243206445 b'ABC DE' b'abc de' [b'AbC', b'dE'] [b'AbC dE'] b'AbC dE' b'AbC dE' [b'AbC', b'dE'] [b'AbC dE'] [b'AbC dE'] False b'AbC dEz' b'AbC dEAbC dE' b'bC dE' b'Ed CbA' [65, 98, 67, 32, 100, 69] b'Abc De' b'aBc De' False False
# expect: [[-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found'], [0, 6, 7, True, '0'], [-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found']] ["(b'AbC dE', False, False, [b'AbC dE'], [b'AbC dE'], (b'AbC dE', b'', b''))", "(b'AbC dE', False, False, [b'AbC dE'], [b'AbC dE'], (b'AbC dE', b'', b''))", 'ValueError: empty separator', "TypeError: a bytes-like object is required, not 'int'"]
# expect: ["'AbC dE'", "'AbC dE'", "'AbC dE'", "'AbC dE'", "'AbC dE'", "'AbC dE'", "'AbC dE'", "'AbC dE'", "'AbC dE'"]
# expect: b"it's" 4 69742773 b"IT'S" b"it's" [b"it's"] [b"it's"] b"it's" b"it's" [b"it's"] [b"it's"] [b"it's"] False b"it'sz" b"it'sit's" b"t's" b"s'ti" [105, 116, 39, 115] b"It'S" b"IT'S" False False
# expect: [[-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found'], [0, 4, 5, True, '0'], [-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found']] ['(b"it\'s", False, False, [b"it\'s"], [b"it\'s"], (b"it\'s", b\'\', b\'\'))', '(b"it\'s", False, False, [b"it\'s"], [b"it\'s"], (b"it\'s", b\'\', b\'\'))', 'ValueError: empty separator', "TypeError: a bytes-like object is required, not 'int'"]
# expect: ['"it\'s"', '"it\'s"', '"it\'s"', '"it\'s"', '"it\'s"', '"it\'s"', '"it\'s"', '"it\'s"', '"it\'s"']
# expect: b'l1\nl2\r\nl3\r' 10 6c310a6c320d0a6c330d b'L1\nL2\r\nL3\r' b'l1\nl2\r\nl3\r' [b'l1', b'l2', b'l3'] [b'l1\nl2\r\nl3\r'] b'l1\nl2\r\nl3' b'l1\nl2\r\nl3\r' [b'l1\nl2', b'l3'] [b'l1', b'l2', b'l3'] [b'l1\n', b'l2\r\n', b'l3\r'] False b'l1\nl2\r\nl3\rz' b'l1\nl2\r\nl3\rl1\nl2\r\nl3\r' b'1\nl2\r\nl3\r' b'\r3l\n\r2l\n1l' [108, 49, 10, 108, 50, 13, 10, 108, 51, 13] b'L1\nL2\r\nL3\r' b'L1\nL2\r\nL3\r' False False
# expect: [[-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found'], [0, 10, 11, True, '0'], [-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found']] ["(b'l1\\nl2\\r\\nl3\\r', False, False, [b'l1\\nl2\\r\\nl3\\r'], [b'l1\\nl2\\r\\nl3\\r'], (b'l1\\nl2\\r\\nl3\\r', b'', b''))", "(b'l1\\nl2\\r\\nl3\\r', False, False, [b'l1\\nl2\\r\\nl3\\r'], [b'l1\\nl2\\r\\nl3\\r'], (b'l1\\nl2\\r\\nl3\\r', b'', b''))", 'ValueError: empty separator', "TypeError: a bytes-like object is required, not 'int'"]
# expect: ["'l1\\nl2\\r\\nl3\\r'", "'l1\\nl2\\r\\nl3\\r'", "'l1\\nl2\\r\\nl3\\r'", "'l1\\nl2\\r\\nl3\\r'", "'l1\\nl2\\r\\nl3\\r'", "'l1\\nl2\\r\\nl3\\r'", "'l1\\nl2\\r\\nl3\\r'", "'l1\\nl2\\r\\nl3\\r'", "'l1\\nl2\\r\\nl3\\r'"]
# expect: b'123' 3 313233 b'123' b'123' [b'123'] [b'123'] b'123' b'123' [b'123'] [b'123'] [b'123'] True b'123z' b'123123' b'23' b'321' [49, 50, 51] b'123' b'123' False False
# expect: [[-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found'], [0, 3, 4, True, '0'], [-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found'], [-1, -1, 0, False, 'ValueError: subsection not found']] ["(b'123', False, False, [b'123'], [b'123'], (b'123', b'', b''))", "(b'123', False, False, [b'123'], [b'123'], (b'123', b'', b''))", 'ValueError: empty separator', "TypeError: a bytes-like object is required, not 'int'"]
# expect: ["'123'", "'123'", "'123'", "'123'", "'123'", "'123'", "'123'", "'123'", "'123'"]
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe9 in position 0: unexpected end of data '\ufffd' '' UnicodeDecodeError: 'ascii' codec can't decode byte 0xe9 in position 0: ordinal not in range(128)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe9 in position 1: invalid continuation byte 'a\ufffdb' 'ab' UnicodeDecodeError: 'ascii' codec can't decode byte 0xe9 in position 1: ordinal not in range(128)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data '\ufffd' '' UnicodeDecodeError: 'ascii' codec can't decode byte 0xe2 in position 0: ordinal not in range(128)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe2 in position 0: invalid continuation byte '\ufffd(\ufffd' '(' UnicodeDecodeError: 'ascii' codec can't decode byte 0xe2 in position 0: ordinal not in range(128)
# expect: '😀' '\U0001f600' '\U0001f600' UnicodeDecodeError: 'ascii' codec can't decode byte 0xf0 in position 0: ordinal not in range(128)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-2: unexpected end of data '\ufffd' '' UnicodeDecodeError: 'ascii' codec can't decode byte 0xf0 in position 0: ordinal not in range(128)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte '\ufffd\ufffd\ufffd' '' UnicodeDecodeError: 'ascii' codec can't decode byte 0xed in position 0: ordinal not in range(128)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte '\ufffd\ufffd' '' UnicodeDecodeError: 'ascii' codec can't decode byte 0xc0 in position 0: ordinal not in range(128)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xf5 in position 0: invalid start byte '\ufffd\ufffd' '' UnicodeDecodeError: 'ascii' codec can't decode byte 0xf5 in position 0: ordinal not in range(128)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe2 in position 3: unexpected end of data '\u20ac\ufffd' '\u20ac' UnicodeDecodeError: 'ascii' codec can't decode byte 0xe2 in position 0: ordinal not in range(128)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte '\ufffd\ufffd\ufffd\ufffd' '' UnicodeDecodeError: 'ascii' codec can't decode byte 0xf4 in position 0: ordinal not in range(128)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc3 in position 2: unexpected end of data '\xe9\ufffd' '\xe9' UnicodeDecodeError: 'ascii' codec can't decode byte 0xc3 in position 0: ordinal not in range(128)
# expect: b'' ["b''", "b''", "b''", "b''", "b''", "b''"]
# expect: b'abc' ["b'abc'", "b'abc'", "b'abc'", "b'abc'", "b'abc'", "b'abc'"]
# expect: b'\xc3\xa9\xe2\x82\xac' ["UnicodeEncodeError: 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)", "b''", "b'??'", "UnicodeEncodeError: 'latin-1' codec can't encode character '\\u20ac' in position 1: ordinal not in range(256)", "b'\\xe9'", "b'\\xe9?'"]
# expect: b'a\xc3\xa9b' ["UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 1: ordinal not in range(128)", "b'ab'", "b'a?b'", "b'a\\xe9b'", "b'a\\xe9b'", "b'a\\xe9b'"]
# expect: b'\xf0\x9f\x98\x80' ["UnicodeEncodeError: 'ascii' codec can't encode character '\\U0001f600' in position 0: ordinal not in range(128)", "b''", "b'?'", "UnicodeEncodeError: 'latin-1' codec can't encode character '\\U0001f600' in position 0: ordinal not in range(256)", "b''", "b'?'"]
# expect: b'\xc3\xbf' ["UnicodeEncodeError: 'ascii' codec can't encode character '\\xff' in position 0: ordinal not in range(128)", "b''", "b'?'", "b'\\xff'", "b'\\xff'", "b'\\xff'"]
# expect: b'\x00\x00\x00\x00\x00' bytearray(b'\x00\x00\x00\x00\x00')
# expect: b'\x01\x02' bytearray(b'\x01\x02')
# expect: b'\x03\x04' bytearray(b'\x03\x04')
# expect: b'\x00\x01\x02' bytearray(b'\x00\x01\x02')
# expect: b'q' bytearray(b'q')
# expect: b'r' bytearray(b'r')
# expect: b'\x01' bytearray(b'\x01')
# expect: b'\t' bytearray(b'\t')
# expect: TypeError: string argument without an encoding TypeError: string argument without an encoding
# expect: TypeError: cannot convert 'NoneType' object to bytes TypeError: cannot convert 'NoneType' object to bytearray
# expect: TypeError: cannot convert 'float' object to bytes TypeError: cannot convert 'float' object to bytearray
# expect: ValueError: bytes must be in range(0, 256) ValueError: byte must be in range(0, 256)
# expect: ValueError: bytes must be in range(0, 256) ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer TypeError: 'str' object cannot be interpreted as an integer
# expect: ValueError: negative count ValueError: negative count
# expect: b'\x00' bytearray(b'\x00')
# expect: b'' b'\xe9' b'\xe2\x82\xac' b'\x00\xff\xab\x12' b'a,b' 61-62-63 6162:6364 6162_63 True True
# expect: TypeError: argument should be integer or bytes-like object, not 'str'
# expect: TypeError: startswith first arg must be bytes or a tuple of bytes, not str
# expect: ValueError: subsection not found
# expect: TypeError: sequence item 0: expected a bytes-like object, int found
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
# expect: ValueError: non-hexadecimal number found in fromhex() arg at position 1
# expect: TypeError: can't concat str to bytes
# expect: LookupError: unknown encoding: foo
# expect: ValueError: byte must be in range(0, 256)
# expect: IndexError: index out of range
# expect: TypeError: string argument without an encoding
