import io

b = io.BytesIO(b'one\ntwo\nthree')
print(b.read(2), b.tell(), b.readline(), b.readlines(), b.read(), b.read1(3))  # expect: b'on' 2 b'e\n' [b'two\n', b'three'] b'' b''
print(b.seek(-5, 2), b.read(), b.seek(0), next(b), b.seek(1, 1), b.readline(2), b.seek(99), b.read())  # expect: 8 b'three' 0 b'one\n' 5 b'wo' 99 b''
print(b.seek(15), b.write(bytearray(b'xy')), b.getvalue(), b.truncate(3), b.getvalue(), b.tell())  # expect: 15 2 b'one\ntwo\nthree\x00\x00xy' 3 b'one' 17
buffer = bytearray(2)
b.seek(1)
print(b.readinto(buffer), buffer, b.seekable(), isinstance(b, io.IOBase))  # expect: 2 bytearray(b'ne') True True
for f in (lambda: b.write('x'), lambda: b.seek(-1), lambda: b.truncate(-1), lambda: b.fileno()):
    try:
        f()
    except (ValueError, TypeError, OSError) as e:
        print(type(e).__name__, e)  # expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError negative seek value -1
# expect: ValueError negative size value -1
# expect: UnsupportedOperation fileno
b.close()
try:
    b.read()
except ValueError as e:
    print(e)  # expect: I/O operation on closed file.
print(issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError))  # expect: True True
