# What the built-in errors say.
def err(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(type(e).__name__ + ":", e)  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError: can only concatenate str (not "int") to str
# expect: TypeError: can only concatenate list (not "tuple") to list
# expect: TypeError: can only concatenate tuple (not "list") to tuple
# expect: TypeError: unsupported operand type(s) for -: 'int' and 'NoneType'
# expect: TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
# expect: TypeError: can't multiply sequence by non-int of type 'float'
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect: TypeError: unsupported operand type(s) for +: 'dict' and 'dict'
# expect: TypeError: unsupported operand type(s) for +: 'set' and 'set'
# expect: ZeroDivisionError: division by zero
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: integer modulo by zero
# expect: ZeroDivisionError: float division by zero
# expect: ZeroDivisionError: float floor division by zero
# expect: ZeroDivisionError: float modulo
# expect: ZeroDivisionError: integer division or modulo by zero
# expect: ZeroDivisionError: float divmod()
# expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
# expect: ZeroDivisionError: 0.0 cannot be raised to a negative power
# expect: TypeError: unsupported operand type(s) for @: 'int' and 'int'
# expect: ValueError: negative shift count
# expect: ValueError: negative shift count
# expect: TypeError: unsupported operand type(s) for <<: 'float' and 'int'
# expect: TypeError: unsupported operand type(s) for &: 'float' and 'int'
# expect: TypeError: bad operand type for unary ~: 'float'
# expect: TypeError: bad operand type for unary -: 'str'
# expect: TypeError: bad operand type for unary +: 'list'
# expect: IndexError: list index out of range
# expect: IndexError: list index out of range
# expect: IndexError: tuple index out of range
# expect: IndexError: string index out of range
# expect: IndexError: index out of range
# expect: IndexError: range object index out of range
# expect: IndexError: bytearray index out of range
# expect: TypeError: list indices must be integers or slices, not str
# expect: TypeError: tuple indices must be integers or slices, not str
# expect: TypeError: string indices must be integers, not 'str'
# expect: TypeError: list indices must be integers or slices, not float
# expect: TypeError: list indices must be integers or slices, not NoneType
# expect: KeyError: 1
# expect: KeyError: 'a'
# expect: KeyError: (1, 2)
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: 'int' object is not subscriptable
# expect: TypeError: 'NoneType' object is not subscriptable
# expect: TypeError: 'function' object is not subscriptable
# expect: TypeError: 'C' object is not subscriptable
# expect: TypeError: type 'C' is not subscriptable
# expect: ValueError: invalid literal for int() with base 10: 'x'
# expect: ValueError: invalid literal for int() with base 10: ''
# expect: ValueError: invalid literal for int() with base 10: '1.5'
# expect: ValueError: int() base must be >= 2 and <= 36, or 0
# expect: ValueError: invalid literal for int() with base 8: '9'
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
# expect: TypeError: int() can't convert non-string with explicit base
# expect: ValueError: could not convert string to float: 'x'
# expect: TypeError: float() argument must be a string or a real number, not 'NoneType'
# expect: ValueError: cannot convert float NaN to integer
# expect: OverflowError: cannot convert float infinity to integer
# expect: OverflowError: int too large to convert to float
# expect: OverflowError: integer division result too large for a float
# expect: OverflowError: int too large to convert to float
# expect: OverflowError: (34, 'Numerical result out of range')
# expect: TypeError: object of type 'int' has no len()
# expect: TypeError: object of type 'NoneType' has no len()
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'NoneType' object is not iterable
# expect: TypeError: 'list' object is not an iterator
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'NoneType' object is not iterable
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError: dictionary update sequence element #0 has length 3; 2 is required
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError: sum() can't sum strings [use ''.join(seq) instead]
# expect: TypeError: max expected at least 1 argument, got 0
# expect: ValueError: max() arg is an empty sequence
# expect: ValueError: min() arg is an empty sequence
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: '>' not supported between instances of 'str' and 'int'
# expect: TypeError: '<' not supported between instances of 'str' and 'int'
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: bad operand type for abs(): 'str'
# expect: TypeError: type str doesn't define __round__ method
# expect: TypeError: ord() expected a character, but string of length 2 found
# expect: TypeError: ord() expected string of length 1, but int found
# expect: ValueError: chr() arg not in range(0x110000)
# expect: ValueError: chr() arg not in range(0x110000)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
# expect: TypeError: issubclass() arg 1 must be a class
# expect: ValueError: range() arg 3 must not be zero
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: TypeError: range expected at least 1 argument, got 0
# expect: IndexError: pop from empty list
# expect: IndexError: pop index out of range
# expect: ValueError: list.remove(x): x not in list
# expect: ValueError: 1 is not in list
# expect: ValueError: tuple.index(x): x not in tuple
# expect: KeyError: 1
# expect: KeyError: 'popitem(): dictionary is empty'
# expect: KeyError: 'pop from an empty set'
# expect: KeyError: 1
# expect: ValueError: substring not found
# expect: ValueError: subsection not found
# expect: TypeError: sequence item 0: expected str instance, int found
# expect: TypeError: can only join an iterable
# expect: TypeError: sequence item 1: expected str instance, NoneType found
# expect: ValueError: empty separator
# expect: TypeError: must be str or None, not int
# expect: TypeError: replace() argument 1 must be str, not int
# expect: TypeError: startswith first arg must be str or a tuple of str, not int
# expect: TypeError: must be str, not int
# expect: TypeError: strip arg must be None or str
# expect: TypeError: %d format: a real number is required, not str
# expect: TypeError: not enough arguments for format string
# expect: TypeError: not all arguments converted during string formatting
# expect: ValueError: unsupported format character 'z' (0x7a) at index 1
# expect: KeyError: 'a'
# expect: TypeError: %c requires int or char
# expect: IndexError: Replacement index 0 out of range for positional args tuple
# expect: KeyError: 'a'
# expect: ValueError: cannot switch from manual field specification to automatic field numbering
# expect: ValueError: Single '{' encountered in format string
# expect: ValueError: Single '}' encountered in format string
# expect: ValueError: Unknown format code 'd' for object of type 'str'
# expect: ValueError: Unknown format code 'd' for object of type 'float'
# expect: ValueError: Negative zero coercion (z) not allowed in integer format specifier
# expect: ValueError: Unknown conversion specifier x
# expect: ValueError: Unknown format code 'q' for object of type 'int'
# expect: TypeError: unsupported format string passed to list.__format__
# expect: TypeError: unsupported format string passed to NoneType.__format__
# expect: ValueError: Unknown format code 's' for object of type 'int'
# expect: ValueError: Unknown format code 'd' for object of type 'str'
# expect: ValueError: bytes must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: string argument without an encoding
# expect: ValueError: negative count
# expect: ValueError: byte must be in range(0, 256)
# expect: ValueError: byte must be in range(0, 256)
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: TypeError: can't concat str to bytes
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: TypeError: 'in <string>' requires string as left operand, not int
# expect: TypeError: argument of type 'int' is not iterable
# expect: ValueError: byte must be in range(0, 256)
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xff' in position 0: ordinal not in range(128)
# expect: LookupError: unknown encoding: nope
# expect: AttributeError: 'int' object has no attribute 'a'
# expect: AttributeError: 'int' object has no attribute 'a'
# expect: TypeError: attribute name must be string, not 'int'
# expect: AttributeError: 'C' object has no attribute 'x'
# expect: AttributeError: type object 'C' has no attribute 'x'
# expect: AttributeError: 'function' object has no attribute 'x'
# expect: AttributeError: 'function' object has no attribute 'x'
# expect: AttributeError: 'NoneType' object has no attribute 'x'
# expect: AttributeError: 'int' object has no attribute 'x'
# expect: AttributeError: 'str' object has no attribute 'nope'
# expect: TypeError: f() takes 0 positional arguments but 1 was given
# expect: TypeError: f() got an unexpected keyword argument 'a'
# expect: TypeError: C() takes no arguments
# expect: TypeError: C.m() takes 1 positional argument but 2 were given
# expect: TypeError: C.m() missing 1 required positional argument: 'self'
# expect: TypeError: 'int' object is not callable
# expect: TypeError: 'NoneType' object is not callable
# expect: TypeError: 'str' object is not callable
# expect: TypeError: 'C' object is not callable
# expect: TypeError: 'nope' is an invalid keyword argument for print()
# expect: AttributeError: type object 'int' has no attribute 'nope'
# expect: TypeError: list.append() takes exactly one argument (0 given)
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'int' object is not callable
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'int' object is not reversible
# expect: TypeError: 'set' object is not reversible
# expect: TypeError: 'int' object is not iterable
# expect: TypeError: 'NoneType' object is not iterable
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: unhashable type: 'dict'
# expect: TypeError: '<' not supported between instances of 'list' and 'int'
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
# expect: TypeError: '>' not supported between instances of 'NoneType' and 'int'
# expect: TypeError: '<' not supported between instances of 'dict' and 'dict'
# expect: TypeError: '<' not supported between instances of 'C' and 'C'
# expect: TypeError: '<' not supported between instances of 'object' and 'int'
# expect: TypeError: cannot convert 'str' object to bytes
# expect: OverflowError: int too big to convert
# expect: OverflowError: can't convert negative int to unsigned
# expect: ValueError: base is not invertible for the given modulus
# expect: ValueError: pow() 3rd argument cannot be 0
# expect: TypeError: pow() 3rd argument not allowed unless all arguments are integers
# expect: TypeError: slice expected at least 1 argument, got 0
# expect: ValueError: slice step cannot be zero
# expect: TypeError: slice indices must be integers or None or have an __index__ method
# expect: TypeError: slice indices must be integers or None or have an __index__ method


class C:
    def m(self):
        pass


def f():
    pass


for g in (
    lambda: 1 + "a",
    lambda: "a" + 1,
    lambda: [] + (),
    lambda: () + [],
    lambda: 1 - None,
    lambda: None * 2,
    lambda: [] * 1.5,
    lambda: "a" * "b",
    lambda: {} + {},
    lambda: {1} + {2},
    lambda: 1 / 0,
    lambda: 1 // 0,
    lambda: 1 % 0,
    lambda: 1.0 / 0,
    lambda: 1.0 // 0,
    lambda: 1.0 % 0,
    lambda: divmod(1, 0),
    lambda: divmod(1.0, 0),
    lambda: 0**-1,
    lambda: 0.0**-1,
    lambda: 2 @ 3,
    lambda: 1 << -1,
    lambda: 1 >> -1,
    lambda: 1.5 << 1,
    lambda: 1.5 & 1,
    lambda: ~1.5,
    lambda: -"a",
    lambda: +[],
    lambda: [1][1],
    lambda: [1][-2],
    lambda: (1,)[5],
    lambda: "a"[1],
    lambda: b"a"[1],
    lambda: range(3)[3],
    lambda: bytearray(b"")[0],
    lambda: [1]["a"],
    lambda: (1,)["a"],
    lambda: "a"["b"],
    lambda: [1][1.0],
    lambda: [1][None],
    lambda: {}[1],
    lambda: {}["a"],
    lambda: {}[(1, 2)],
    lambda: {1: 2}[[]],
    lambda: 5[0],
    lambda: None[0],
    lambda: f[0],
    lambda: C()[0],
    lambda: C[0],
    lambda: int("x"),
    lambda: int(""),
    lambda: int("1.5"),
    lambda: int("12", 40),
    lambda: int("9", 8),
    lambda: int(None),
    lambda: int([]),
    lambda: int(1, 2),
    lambda: float("x"),
    lambda: float(None),
    lambda: int(float("nan")),
    lambda: int(float("inf")),
    lambda: float(10**400),
    lambda: 10**400 / 3,
    lambda: 1e308 * 10 ** 400,
    lambda: 2.0**5000,
    lambda: len(5),
    lambda: len(None),
    lambda: iter(5),
    lambda: iter(None),
    lambda: next([]),
    lambda: list(5),
    lambda: tuple(None),
    lambda: dict(5),
    lambda: dict([1]),
    lambda: dict([(1, 2, 3)]),
    lambda: set(5),
    lambda: sum(5),
    lambda: sum(["a"]),
    lambda: sum(["a"], ""),
    lambda: max(),
    lambda: max([]),
    lambda: min(()),
    lambda: max(1),
    lambda: max(1, "a"),
    lambda: sorted([1, "a"]),
    lambda: sorted(5),
    lambda: abs("a"),
    lambda: round("a"),
    lambda: ord("ab"),
    lambda: ord(5),
    lambda: chr(-1),
    lambda: chr(0x110000),
    lambda: chr("a"),
    lambda: hex("a"),
    lambda: bin(1.5),
    lambda: isinstance(1, 5),
    lambda: issubclass(1, int),
    lambda: range(1, 2, 0),
    lambda: range("a"),
    lambda: range(1.5),
    lambda: range(),
    lambda: [].pop(),
    lambda: [1].pop(5),
    lambda: [].remove(1),
    lambda: [].index(1),
    lambda: (1,).index(2),
    lambda: {}.pop(1),
    lambda: {}.popitem(),
    lambda: set().pop(),
    lambda: set().remove(1),
    lambda: "abc".index("z"),
    lambda: b"abc".index(b"z"),
    lambda: "a".join([1]),
    lambda: "a".join(5),
    lambda: ",".join(["a", None]),
    lambda: "a".split(""),
    lambda: "a".split(1),
    lambda: "a".replace(1, 2),
    lambda: "a".startswith(1),
    lambda: "a".find(1),
    lambda: "a".strip(1),
    lambda: "%d" % "a",
    lambda: "%d %d" % (1,),
    lambda: "%d" % (1, 2),
    lambda: "%z" % 1,
    lambda: "%(a)s" % {},
    lambda: "%c" % "ab",
    lambda: "{}".format(),
    lambda: "{a}".format(),
    lambda: "{0} {}".format(1),
    lambda: "{".format(1),
    lambda: "}".format(1),
    lambda: "{:d}".format("a"),
    lambda: "{:d}".format(1.5),
    lambda: "{:z}".format(1),
    lambda: "{!x}".format(1),
    lambda: format(1, "q"),
    lambda: format([], "5"),
    lambda: f"{None:5}",
    lambda: f"{1:s}",
    lambda: f"{'a':d}",
    lambda: bytes([256]),
    lambda: bytes(["a"]),
    lambda: bytes("a"),
    lambda: bytes(-1),
    lambda: bytearray([1, 300]),
    lambda: bytearray(b"a").append(256),
    lambda: bytearray(b"a").append("a"),
    lambda: b"a" + "a",
    lambda: "a" in b"a",
    lambda: 1 in "a",
    lambda: "a" in 5,
    lambda: 300 in b"a",
    lambda: b"\xff".decode(),
    lambda: "\xff".encode("ascii"),
    lambda: "a".encode("nope"),
    lambda: setattr(5, "a", 1),
    lambda: getattr(5, "a"),
    lambda: getattr(5, 5),
    lambda: C().x,
    lambda: C.x,
    lambda: C().m.x,
    lambda: f.x,
    lambda: None.x,
    lambda: (5).x(),
    lambda: "a".nope(),
    lambda: f(1),
    lambda: f(a=1),
    lambda: C(1),
    lambda: C().m(1),
    lambda: C.m(),
    lambda: 5(),
    lambda: None(),
    lambda: "a"(),
    lambda: C()(),
    lambda: print(1, nope=2),
    lambda: int.nope,
    lambda: list.append([]),
    lambda: zip(1),
    lambda: list(map(1, [1])),
    lambda: list(zip([1], 5)),
    lambda: enumerate(5),
    lambda: reversed(5),
    lambda: reversed({1}),
    lambda: all(5),
    lambda: any(None),
    lambda: hash([]),
    lambda: {[]: 1},
    lambda: {{}: 1},
    lambda: [] < 5,
    lambda: 1 < "a",
    lambda: None > 1,
    lambda: {} < {},
    lambda: C() < C(),
    lambda: object() < 1,
    lambda: int.from_bytes("a", "big"),
    lambda: (300).to_bytes(1, "big"),
    lambda: (-1).to_bytes(1, "big"),
    lambda: pow(2, -1, 4),
    lambda: pow(2, 3, 0),
    lambda: pow(2.0, 3, 5),
    lambda: slice(),
    lambda: [1, 2, 3][:: 0],
    lambda: [1][1:"a"],
    lambda: "abc"[1:1.5],
):
    err(g)
