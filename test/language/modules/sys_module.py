# sys: streams, how a program ends, what it is.
# differs: what derives expectations takes the streams' place; this is what CPython prints
import sys
from sys import stdout as out, exit as leave

print("to stdout", file=sys.stdout)
print("and so", 1, sep="-", end="!\n", file=out)
print(out.write("a line\n"), sys.stdout is out)
sys.stdout.buffer.write(b"bytes\n")
sys.stdout.writelines(["one ", "two\n"])
print(out.fileno(), out.encoding, out.writable(), out.readable(), sys.stdin.readable(), sys.stderr.name)
print(repr(out))
sys.stderr.write("")
try:
    out.write(5)
except TypeError as e:
    print(e)
try:
    sys.stdin.write("x")
except OSError as e:
    print(e)
write = sys.stdout.write
write("bound\n")


class Upper:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text.upper())


own = Upper()
print("hidden", 2, file=own)
print("".join(own.parts) == "HIDDEN 2\n")
print(sys.version_info[:2], sys.version_info >= (3, 8), sys.version_info.major, sys.version_info.releaselevel, len(sys.version_info))
major, minor, *rest = sys.version_info
print(major, minor, isinstance(sys.version_info, tuple), "minor=11" in repr(sys.version_info))
print(sys.byteorder, sys.maxsize, type(sys.path), type(sys.argv), isinstance(sys.implementation.name, str))
print(sys.exc_info())
try:
    1 // 0
except ZeroDivisionError as e:
    print(sys.exc_info()[0], sys.exc_info()[1] is e)
print(sys.exc_info()[1], sys.intern("a b") == "a b", sys.getrecursionlimit())
print(sys.getsizeof([1, 2, 3]) > sys.getsizeof([]), sys.getsizeof("x" * 50) > 50, sys.getsizeof({1: 2}) > 0, sys.getsizeof(out) > 0)
print(hasattr(sys, "nothing"), getattr(sys, "nothing", "none"))
try:
    sys.nothing
except AttributeError as e:
    print(e)
try:
    leave(3)
except SystemExit as e:
    print("left with", e.code)
leave()
# expect: to stdout
# expect: and so-1!
# expect: a line
# expect: 7 True
# expect: bytes
# expect: one two
# expect: 1 utf-8 True False True <stderr>
# expect: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>
# expect: write() argument must be str, not int
# expect: not writable
# expect: bound
# expect: True
# expect: (3, 11) True 3 final 5
# expect: 3 11 True True
# expect: little 9223372036854775807 <class 'list'> <class 'list'> True
# expect: (None, None, None)
# expect: <class 'ZeroDivisionError'> True
# expect: None True 1000
# expect: True True True True
# expect: False none
# expect: module 'sys' has no attribute 'nothing'
# expect: left with 3
