# Cases, classes of characters and padding, in several scripts.
def show(f):
    try:
        return repr(f())
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


for s in ["", "Hello World", "abc1", "123", "ABC", "é", "Straße", "Αβγ", "Привет", "They're Bill's", "²½", "_x1", "1x", "ONE two", "\U0001f600a", "ÿµ", "Čeština", "ʼn"]:
    print(s, s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
    print([s.isalpha(), s.isalnum(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isspace(), s.isupper(), s.islower(), s.isidentifier(), s.isprintable(), s.istitle(), s.isascii()])
    print([[s.center(w), s.center(w, "*"), s.ljust(w, "-"), s.rjust(w, "€"), s.zfill(w)] for w in [0, 5, 8, 9]])
print("x\u2028".isprintable(), " \t\n\x1c\xa0\u3000".isspace(), ["+5".zfill(5), "-".zfill(3), "a\tb\n\tc".expandtabs(), "a\tb".expandtabs(4), "a\tbc\td".expandtabs(tabsize=2)])
print("hello".translate({104: "H", 101: None, 108: 0x20AC}), "abc".translate(str.maketrans("ab", "xy", "c")), "ab".translate(str.maketrans({"a": "1", "b": None})))
print(show(lambda: "a".center(5, "xy")), show(lambda: "a".center("x")), show(lambda: str.maketrans("a", "bc")))
# expect-json: "      "
# expect: [False, False, False, False, False, False, False, False, False, True, False, True]
# expect: [['', '', '', '', ''], ['     ', '*****', '-----', '€€€€€', '00000'], ['        ', '********', '--------', '€€€€€€€€', '00000000'], ['         ', '*********', '---------', '€€€€€€€€€', '000000000']]
# expect: Hello World HELLO WORLD hello world Hello World Hello world hELLO wORLD hello world
# expect: [False, False, False, False, False, False, False, False, False, True, True, True]
# expect: [['Hello World', 'Hello World', 'Hello World', 'Hello World', 'Hello World'], ['Hello World', 'Hello World', 'Hello World', 'Hello World', 'Hello World'], ['Hello World', 'Hello World', 'Hello World', 'Hello World', 'Hello World'], ['Hello World', 'Hello World', 'Hello World', 'Hello World', 'Hello World']]
# expect: abc1 ABC1 abc1 Abc1 Abc1 ABC1 abc1
# expect: [False, True, False, False, False, False, False, True, True, True, False, True]
# expect: [['abc1', 'abc1', 'abc1', 'abc1', 'abc1'], [' abc1', '*abc1', 'abc1-', '€abc1', '0abc1'], ['  abc1  ', '**abc1**', 'abc1----', '€€€€abc1', '0000abc1'], ['   abc1  ', '***abc1**', 'abc1-----', '€€€€€abc1', '00000abc1']]
# expect: 123 123 123 123 123 123 123
# expect: [False, True, True, True, True, False, False, False, False, True, False, True]
# expect: [['123', '123', '123', '123', '123'], [' 123 ', '*123*', '123--', '€€123', '00123'], ['  123   ', '**123***', '123-----', '€€€€€123', '00000123'], ['   123   ', '***123***', '123------', '€€€€€€123', '000000123']]
# expect: ABC ABC abc Abc Abc abc abc
# expect: [True, True, False, False, False, False, True, False, True, True, False, True]
# expect: [['ABC', 'ABC', 'ABC', 'ABC', 'ABC'], [' ABC ', '*ABC*', 'ABC--', '€€ABC', '00ABC'], ['  ABC   ', '**ABC***', 'ABC-----', '€€€€€ABC', '00000ABC'], ['   ABC   ', '***ABC***', 'ABC------', '€€€€€€ABC', '000000ABC']]
# expect: é É é É É É é
# expect: [True, True, False, False, False, False, False, True, True, True, False, False]
# expect: [['é', 'é', 'é', 'é', 'é'], ['  é  ', '**é**', 'é----', '€€€€é', '0000é'], ['   é    ', '***é****', 'é-------', '€€€€€€€é', '0000000é'], ['    é    ', '****é****', 'é--------', '€€€€€€€€é', '00000000é']]
# expect: Straße STRASSE straße Straße Straße sTRASSE strasse
# expect: [True, True, False, False, False, False, False, False, True, True, True, False]
# expect: [['Straße', 'Straße', 'Straße', 'Straße', 'Straße'], ['Straße', 'Straße', 'Straße', 'Straße', 'Straße'], [' Straße ', '*Straße*', 'Straße--', '€€Straße', '00Straße'], ['  Straße ', '**Straße*', 'Straße---', '€€€Straße', '000Straße']]
# expect: Αβγ ΑΒΓ αβγ Αβγ Αβγ αΒΓ αβγ
# expect: [True, True, False, False, False, False, False, False, True, True, True, False]
# expect: [['Αβγ', 'Αβγ', 'Αβγ', 'Αβγ', 'Αβγ'], [' Αβγ ', '*Αβγ*', 'Αβγ--', '€€Αβγ', '00Αβγ'], ['  Αβγ   ', '**Αβγ***', 'Αβγ-----', '€€€€€Αβγ', '00000Αβγ'], ['   Αβγ   ', '***Αβγ***', 'Αβγ------', '€€€€€€Αβγ', '000000Αβγ']]
# expect: Привет ПРИВЕТ привет Привет Привет пРИВЕТ привет
# expect: [True, True, False, False, False, False, False, False, True, True, True, False]
# expect: [['Привет', 'Привет', 'Привет', 'Привет', 'Привет'], ['Привет', 'Привет', 'Привет', 'Привет', 'Привет'], [' Привет ', '*Привет*', 'Привет--', '€€Привет', '00Привет'], ['  Привет ', '**Привет*', 'Привет---', '€€€Привет', '000Привет']]
# expect: They're Bill's THEY'RE BILL'S they're bill's They'Re Bill'S They're bill's tHEY'RE bILL'S they're bill's
# expect: [False, False, False, False, False, False, False, False, False, True, False, True]
# expect: [["They're Bill's", "They're Bill's", "They're Bill's", "They're Bill's", "They're Bill's"], ["They're Bill's", "They're Bill's", "They're Bill's", "They're Bill's", "They're Bill's"], ["They're Bill's", "They're Bill's", "They're Bill's", "They're Bill's", "They're Bill's"], ["They're Bill's", "They're Bill's", "They're Bill's", "They're Bill's", "They're Bill's"]]
# expect: ²½ ²½ ²½ ²½ ²½ ²½ ²½
# expect: [False, True, False, False, True, False, False, False, False, True, False, False]
# expect: [['²½', '²½', '²½', '²½', '²½'], ['  ²½ ', '**²½*', '²½---', '€€€²½', '000²½'], ['   ²½   ', '***²½***', '²½------', '€€€€€€²½', '000000²½'], ['    ²½   ', '****²½***', '²½-------', '€€€€€€€²½', '0000000²½']]
# expect: _x1 _X1 _x1 _X1 _x1 _X1 _x1
# expect: [False, False, False, False, False, False, False, True, True, True, False, True]
# expect: [['_x1', '_x1', '_x1', '_x1', '_x1'], [' _x1 ', '*_x1*', '_x1--', '€€_x1', '00_x1'], ['  _x1   ', '**_x1***', '_x1-----', '€€€€€_x1', '00000_x1'], ['   _x1   ', '***_x1***', '_x1------', '€€€€€€_x1', '000000_x1']]
# expect: 1x 1X 1x 1X 1x 1X 1x
# expect: [False, True, False, False, False, False, False, True, False, True, False, True]
# expect: [['1x', '1x', '1x', '1x', '1x'], ['  1x ', '**1x*', '1x---', '€€€1x', '0001x'], ['   1x   ', '***1x***', '1x------', '€€€€€€1x', '0000001x'], ['    1x   ', '****1x***', '1x-------', '€€€€€€€1x', '00000001x']]
# expect: ONE two ONE TWO one two One Two One two one TWO one two
# expect: [False, False, False, False, False, False, False, False, False, True, False, True]
# expect: [['ONE two', 'ONE two', 'ONE two', 'ONE two', 'ONE two'], ['ONE two', 'ONE two', 'ONE two', 'ONE two', 'ONE two'], ['ONE two ', 'ONE two*', 'ONE two-', '€ONE two', '0ONE two'], [' ONE two ', '*ONE two*', 'ONE two--', '€€ONE two', '00ONE two']]
# expect: 😀a 😀A 😀a 😀A 😀a 😀A 😀a
# expect: [False, False, False, False, False, False, False, True, False, True, False, False]
# expect: [['😀a', '😀a', '😀a', '😀a', '😀a'], ['  😀a ', '**😀a*', '😀a---', '€€€😀a', '000😀a'], ['   😀a   ', '***😀a***', '😀a------', '€€€€€€😀a', '000000😀a'], ['    😀a   ', '****😀a***', '😀a-------', '€€€€€€€😀a', '0000000😀a']]
# expect: ÿµ ŸΜ ÿµ Ÿµ Ÿµ ŸΜ ÿμ
# expect: [True, True, False, False, False, False, False, True, True, True, False, False]
# expect: [['ÿµ', 'ÿµ', 'ÿµ', 'ÿµ', 'ÿµ'], ['  ÿµ ', '**ÿµ*', 'ÿµ---', '€€€ÿµ', '000ÿµ'], ['   ÿµ   ', '***ÿµ***', 'ÿµ------', '€€€€€€ÿµ', '000000ÿµ'], ['    ÿµ   ', '****ÿµ***', 'ÿµ-------', '€€€€€€€ÿµ', '0000000ÿµ']]
# expect: Čeština ČEŠTINA čeština Čeština Čeština čEŠTINA čeština
# expect: [True, True, False, False, False, False, False, False, True, True, True, False]
# expect: [['Čeština', 'Čeština', 'Čeština', 'Čeština', 'Čeština'], ['Čeština', 'Čeština', 'Čeština', 'Čeština', 'Čeština'], ['Čeština ', 'Čeština*', 'Čeština-', '€Čeština', '0Čeština'], [' Čeština ', '*Čeština*', 'Čeština--', '€€Čeština', '00Čeština']]
# expect: ʼn ʼN ʼn ʼN ʼn ʼN ʼn
# expect: [True, True, False, False, False, False, False, True, True, True, False, False]
# expect: [['ʼn', 'ʼn', 'ʼn', 'ʼn', 'ʼn'], ['  ʼn ', '**ʼn*', 'ʼn---', '€€€ʼn', '000ʼn'], ['   ʼn   ', '***ʼn***', 'ʼn------', '€€€€€€ʼn', '000000ʼn'], ['    ʼn   ', '****ʼn***', 'ʼn-------', '€€€€€€€ʼn', '0000000ʼn']]
# expect: False True ['+0005', '-00', 'a       b\n        c', 'a   b', 'a bc  d']
# expect: H€€o xy 1
# expect: TypeError: The fill character must be exactly one character long TypeError: 'str' object cannot be interpreted as an integer ValueError: the first two maketrans arguments must have equal length
