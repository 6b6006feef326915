# Objects whose text and numbers are Python code.
def show(f):
    try:
        return repr(f())
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


class K:
    x = 3
    def __str__(self):
        return "str!"
    def __repr__(self):
        return "rep!é"
    def __format__(self, spec):
        return "<" + spec + ">"
    def __int__(self):
        return 42
    def __index__(self):
        return 7
    def __float__(self):
        return 2.5
    def __getitem__(self, k):
        return "item " + str(k)
    def __abs__(self):
        return "abs"
    def __round__(self, n=None):
        return ("round", n)
    def __divmod__(self, other):
        return "divmod"
    def __rdivmod__(self, other):
        return "rdivmod"
    def __bytes__(self):
        return b"bytes"
    def __bool__(self):
        return False
k = K()
print("%s %r %d %x %5.1f %c %a" % (k, k, k, k, k, k, k), "%(a)s" % k, "%s" % [k], "{} {!r} {:abc} {!s:>6} {.x} {[q]}".format(k, k, k, k, k, k), f"{k} {k!r:>8} {k:zz} {k!a}")  # expect-json: "str! rep!é 42 7   2.5 \u0007 rep!\\xe9 item a [rep!é] <> rep!é <abc>   str! 3 item q <>    rep!é <zz> rep!\\xe9"
print(str(k), repr(k), [k], ascii(k), format(k), format(k, "q"), int(k), float(k), abs(k), round(k), round(k, 2), divmod(k, 1), divmod(1, k), bytes(k), bool(k), chr(k), hex(k), bin(k), oct(k), int("11", k), "abc".center(k) + "|", "%*d" % (True, 1))  # expect-json: "str! rep!é [rep!é] rep!\\xe9 <> <q> 42 2.5 abs ('round', None) ('round', 2) divmod rdivmod b'bytes' False \u0007 0x7 0b111 0o7 8   abc  | 1"
class Bad:
    def __str__(self):
        return 5
    def __format__(self, spec):
        return None
    def __int__(self):
        return "x"
    def __float__(self):
        return 1
    def __bool__(self):
        return 2
b = Bad()
for f in [lambda: str(b), lambda: "%s" % b, lambda: f"{b}", lambda: format(b, "x"), lambda: int(b), lambda: float(b), lambda: bool(b), lambda: "%d" % b, lambda: hex(b), lambda: abs(b), lambda: round(b), lambda: "x".join([b]), lambda: chr(b), lambda: bytes([b])]:
    print(show(f))  # expect: TypeError: __str__ returned non-string (type int)
# expect: TypeError: __str__ returned non-string (type int)
# expect: TypeError: __format__ must return a str, not NoneType
# expect: TypeError: __format__ must return a str, not NoneType
# expect: TypeError: __int__ returned non-int (type str)
# expect: TypeError: Bad.__float__ returned non-float (type int)
# expect: TypeError: __bool__ should return bool, returned int
# expect: TypeError: %d format: a real number is required, not Bad
# expect: TypeError: 'Bad' object cannot be interpreted as an integer
# expect: TypeError: bad operand type for abs(): 'Bad'
# expect: TypeError: type Bad doesn't define __round__ method
# expect: TypeError: sequence item 0: expected str instance, Bad found
# expect: TypeError: 'Bad' object cannot be interpreted as an integer
# expect: TypeError: 'Bad' object cannot be interpreted as an integer
class Raises:
    def __repr__(self):
        raise KeyError("no text")
for f in [lambda: repr(Raises()), lambda: "%r" % Raises(), lambda: str([Raises()]), lambda: "{}".format(Raises())]:
    print(show(f))  # expect: KeyError: 'no text'
# expect: KeyError: 'no text'
# expect: KeyError: 'no text'
# expect: KeyError: 'no text'
class OnlyIndex:
    def __index__(self):
        return 5
print(int(OnlyIndex()), float(OnlyIndex()), "%d" % OnlyIndex(), bytes([OnlyIndex()]), (3).to_bytes(OnlyIndex(), "big"), "ab" * OnlyIndex())  # expect: 5 5.0 5 b'\x05' b'\x00\x00\x00\x00\x03' ababababab
class Plain:
    pass
for f in [lambda: int(Plain()), lambda: float(Plain()), lambda: "%d" % Plain(), lambda: "%f" % Plain(), lambda: format(Plain(), "5"), lambda: hex(Plain()), lambda: abs(Plain()), lambda: round(Plain()), lambda: divmod(Plain(), 1), lambda: bytes(Plain())]:
    print(show(f))  # expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'Plain'
# expect: TypeError: float() argument must be a string or a real number, not 'Plain'
# expect: TypeError: %d format: a real number is required, not Plain
# expect: TypeError: must be real number, not Plain
# expect: TypeError: unsupported format string passed to Plain.__format__
# expect: TypeError: 'Plain' object cannot be interpreted as an integer
# expect: TypeError: bad operand type for abs(): 'Plain'
# expect: TypeError: type Plain doesn't define __round__ method
# expect: TypeError: unsupported operand type(s) for divmod(): 'Plain' and 'int'
# expect: TypeError: cannot convert 'Plain' object to bytes
