import io

s = io.StringIO('one\ntwo\nthree')
print(s.read(2), s.tell(), s.readline(), s.readlines(), s.read(), s.tell())  # expect: on 2 e
# expect-json: " ['two\\n', 'three']  13"
print(s.seek(0), next(s), list(s), s.seek(0, 2), s.write('!'), s.getvalue())  # expect: 0 one
# expect-json: " ['two\\n', 'three'] 13 1 one"
# expect: two
# expect: three!
s.seek(4)
s.write('TWO')
print(s.getvalue(), s.truncate(7), s.getvalue(), s.tell(), s.readable(), s.closed)  # expect: one
# expect: TWO
# expect: three! 7 one
# expect: TWO 7 True False
s.seek(9)
print(s.write('é'), ascii(s.getvalue()))  # expect: 1 'one\nTWO\x00\x00\xe9'
with io.StringIO() as t:
    print('a', 1, sep=',', end=';', file=t)
    t.writelines(['b', 'c'])
    print(t.getvalue())  # expect: a,1;bc
print(t.closed)  # expect: True
for f in (lambda: t.read(), lambda: s.write(b'x'), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: s.seek(0, 3), lambda: io.StringIO(1), lambda: s.fileno()):
    try:
        f()
    except (ValueError, TypeError, OSError) as e:
        print(type(e).__name__, e)  # expect: ValueError I/O operation on closed file
# expect: TypeError string argument expected, got 'bytes'
# expect: ValueError Negative seek position -1
# expect: OSError Can't do nonzero cur-relative seeks
# expect: ValueError Invalid whence (3, should be 0, 1 or 2)
# expect: TypeError initial_value must be str or None, not int
# expect: UnsupportedOperation fileno
print(io.StringIO('a\r\nb\rc', None).readlines(), io.StringIO('a\r\nb\rc', '').readlines(), ascii(io.StringIO('a\n', '\r\n').getvalue()))  # expect: ['a\n', 'b\n', 'c'] ['a\r\n', 'b\r', 'c'] 'a\r\n'
