# format() of text and of other objects, f-strings and str.format().
def show(f):
    try:
        return repr(f())
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


for v in ["", "a", "héllo €", "\U0001f600x"]:
    print([show(lambda: format(v, a + r)) for a in ["", "<", ">", "^", "*<", "€^"] for r in ["", "s", "6", ".2", "7.3s", "05"]])  # expect: ["''", "''", "'      '", "''", "'       '", "'00000'", "''", "''", "'      '", "''", "'       '", "'00000'", "''", "''", "'      '", "''", "'       '", "'00000'", "''", "''", "'      '", "''", "'       '", "'00000'", "''", "''", "'******'", "''", "'*******'", "'*****'", "''", "''", "'€€€€€€'", "''", "'€€€€€€€'", "'€€€€€'"]
# expect: ["'a'", "'a'", "'a     '", "'a'", "'a      '", "'a0000'", "'a'", "'a'", "'a     '", "'a'", "'a      '", "'a0000'", "'a'", "'a'", "'     a'", "'a'", "'      a'", "'0000a'", "'a'", "'a'", "'  a   '", "'a'", "'   a   '", "'00a00'", "'a'", "'a'", "'a*****'", "'a'", "'a******'", "'a****'", "'a'", "'a'", "'€€a€€€'", "'a'", "'€€€a€€€'", "'€€a€€'"]
# expect: ["'héllo €'", "'héllo €'", "'héllo €'", "'hé'", "'hél    '", "'héllo €'", "'héllo €'", "'héllo €'", "'héllo €'", "'hé'", "'hél    '", "'héllo €'", "'héllo €'", "'héllo €'", "'héllo €'", "'hé'", "'    hél'", "'héllo €'", "'héllo €'", "'héllo €'", "'héllo €'", "'hé'", "'  hél  '", "'héllo €'", "'héllo €'", "'héllo €'", "'héllo €'", "'hé'", "'hél****'", "'héllo €'", "'héllo €'", "'héllo €'", "'héllo €'", "'hé'", "'€€hél€€'", "'héllo €'"]
# expect: ["'😀x'", "'😀x'", "'😀x    '", "'😀x'", "'😀x     '", "'😀x000'", "'😀x'", "'😀x'", "'😀x    '", "'😀x'", "'😀x     '", "'😀x000'", "'😀x'", "'😀x'", "'    😀x'", "'😀x'", "'     😀x'", "'000😀x'", "'😀x'", "'😀x'", "'  😀x  '", "'😀x'", "'  😀x   '", "'0😀x00'", "'😀x'", "'😀x'", "'😀x****'", "'😀x'", "'😀x*****'", "'😀x***'", "'😀x'", "'😀x'", "'€€😀x€€'", "'😀x'", "'€€😀x€€€'", "'€😀x€€'"]
for spec in ["z", "+s", "x", "=5", "#", ",", "10.2xx", " 3", "_"]:
    print(spec, show(lambda: format("abc", spec)))  # expect: z ValueError: Negative zero coercion (z) not allowed in string format specifier
# expect: +s ValueError: Sign not allowed in string format specifier
# expect: x ValueError: Unknown format code 'x' for object of type 'str'
# expect: =5 ValueError: '=' alignment not allowed in string format specifier
# expect: # ValueError: Alternate form (#) not allowed in string format specifier
# expect: , ValueError: Cannot specify ',' with 's'.
# expect: 10.2xx ValueError: Invalid format specifier '10.2xx' for object of type 'str'
# expect-json: " 3 ValueError: Space not allowed in string format specifier"
# expect: _ ValueError: Cannot specify '_' with 's'.
for v in [None, [1], (1, "a"), {"k": 1.5}, {1}, range(3), b"a", ..., NotImplemented, int]:
    print(format(v), f"{v}", f"{v!r:>14}|", show(lambda: format(v, "5")))  # expect: None None           None| TypeError: unsupported format string passed to NoneType.__format__
# expect: [1] [1]            [1]| TypeError: unsupported format string passed to list.__format__
# expect: (1, 'a') (1, 'a')       (1, 'a')| TypeError: unsupported format string passed to tuple.__format__
# expect: {'k': 1.5} {'k': 1.5}     {'k': 1.5}| TypeError: unsupported format string passed to dict.__format__
# expect: {1} {1}            {1}| TypeError: unsupported format string passed to set.__format__
# expect: range(0, 3) range(0, 3)    range(0, 3)| TypeError: unsupported format string passed to range.__format__
# expect: b'a' b'a'           b'a'| TypeError: unsupported format string passed to bytes.__format__
# expect: Ellipsis Ellipsis       Ellipsis| TypeError: unsupported format string passed to ellipsis.__format__
# expect: NotImplemented NotImplemented NotImplemented| TypeError: unsupported format string passed to NotImplementedType.__format__
# expect: <class 'int'> <class 'int'>  <class 'int'>| TypeError: unsupported format string passed to type.__format__
x, w, p = 3.14159, 9, 3
print(f"{x:{w}.{p}f}|{x:<{w}}|{'é'!a}|{w + 1:03d}|{{}}|{w!r:^5}|{'a' 'b':>{p}}")  # expect-json: "    3.142|3.14159  |'\\xe9'|010|{}|  9  | ab"
print("{} {} {}".format(1, "a", 2.5), "{1}{0}{1}".format("a", "b"), "{a}{b!r}{0}".format(0, a=1, b="x"), "{:>{}}|{:{w}.{p}f}".format("r", 4, 2.5, w=7, p=2))  # expect: 1 a 2.5 bab 1'x'0    r|   2.50
print("{0[1]}{0[0]}{a[x]}{a[y]}".format("ab", a={"x": 5, "y": [1]}), "{{{}}}".format(1), "{!r:>5}{!s}{!a}".format("q", "r", "é"), "{a}".format_map({"a": 1}))  # expect: ba5[1] {1}   'q'r'\xe9' 1
for t in ["{", "}", "{}", "{a}", "{0}{}", "{!x}", "{!}", "{!rx}", "{0.a}", "{a[}", "{:{}{}}", "{:{:{}}}", "{0", "{!r", "{]", "a}b", "{0[}", "{:d}", "{0:s}"]:
    print(t, show(lambda: t.format(*(1,)[:len(t) - 1])), show(lambda: t.format(1, 2, 3)))  # expect: { ValueError: Single '{' encountered in format string ValueError: Single '{' encountered in format string
# expect: } ValueError: Single '}' encountered in format string ValueError: Single '}' encountered in format string
# expect: {} '1' '1'
# expect: {a} KeyError: 'a' KeyError: 'a'
# expect: {0}{} ValueError: cannot switch from manual field specification to automatic field numbering ValueError: cannot switch from manual field specification to automatic field numbering
# expect: {!x} ValueError: Unknown conversion specifier x ValueError: Unknown conversion specifier x
# expect: {!} ValueError: unmatched '{' in format spec ValueError: unmatched '{' in format spec
# expect: {!rx} ValueError: expected ':' after conversion specifier ValueError: expected ':' after conversion specifier
# expect: {0.a} AttributeError: 'int' object has no attribute 'a' AttributeError: 'int' object has no attribute 'a'
# expect: {a[} ValueError: expected '}' before end of string ValueError: expected '}' before end of string
# expect: {:{}{}} IndexError: Replacement index 1 out of range for positional args tuple '                      1'
# expect: {:{:{}}} IndexError: Replacement index 1 out of range for positional args tuple ValueError: Max string recursion exceeded
# expect: {0 ValueError: expected '}' before end of string ValueError: expected '}' before end of string
# expect: {!r ValueError: unmatched '{' in format spec ValueError: unmatched '{' in format spec
# expect: {] ValueError: expected '}' before end of string ValueError: expected '}' before end of string
# expect: a}b ValueError: Single '}' encountered in format string ValueError: Single '}' encountered in format string
# expect: {0[} ValueError: expected '}' before end of string ValueError: expected '}' before end of string
# expect: {:d} '1' '1'
# expect: {0:s} ValueError: Unknown format code 's' for object of type 'int' ValueError: Unknown format code 's' for object of type 'int'
