for b in (b'-12', bytearray(b'ab\tc')):
    print(b.center(7, b'*'), b.ljust(5), b.rjust(5, b'.'), b.zfill(6), b.expandtabs(4), b.partition(b'b'), b.rpartition(b'1'))
    print(b.removeprefix(b'-'), b.removesuffix(b'c'), b.translate(None, b'a1'), b.translate(bytes.maketrans(b'ab', b'xy')), b.istitle(), b.isascii())
a = bytearray(b'aBc')
print(a.swapcase(), a.title(), a.capitalize(), a.isalpha(), a.isdigit(), a.isupper())
a *= 2
a.extend([1, 2])
a[::2] = b'WXYZ'
print(a, b'%s=%04d|%a|%-3b|%c' % (b'k', 7, 'é', b'v', 65), bytearray(b'%(n)x') % {b'n': 255})
for f in (lambda: b'a'.partition(b''), lambda: b'a'.center(5, b'xy'), lambda: b'%s' % 'x', lambda: b'a'.translate(b'b'), lambda: a.extend(5)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
# expect: b'**-12**' b'-12  ' b'..-12' b'-00012' b'-12' (b'-12', b'', b'') (b'-', b'1', b'2')
# expect: b'12' b'-12' b'-2' b'-12' False True
# expect: bytearray(b'**ab\tc*') bytearray(b'ab\tc ') bytearray(b'.ab\tc') bytearray(b'00ab\tc') bytearray(b'ab  c') (bytearray(b'a'), bytearray(b'b'), bytearray(b'\tc')) (bytearray(b''), bytearray(b''), bytearray(b'ab\tc'))
# expect: bytearray(b'ab\tc') bytearray(b'ab\t') bytearray(b'b\tc') bytearray(b'xy\tc') False True
# expect: bytearray(b'AbC') bytearray(b'Abc') bytearray(b'Abc') True False False
# expect: bytearray(b'WBXaYcZ\x02') b"k=0007|'\\xe9'|v  |A" bytearray(b'ff')
# expect: ValueError empty separator
# expect: TypeError center() argument 2 must be a byte string of length 1, not bytes
# expect: TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
# expect: ValueError translation table must be 256 characters long
# expect: TypeError can't extend bytearray with int
