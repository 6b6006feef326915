# str: every method and operator, Unicode, errors.
t = "Hello, World"
print(t.upper(), t.lower(), t.swapcase(), t.title(), "hELLO wORLD".capitalize(), "they're bill's".title(), t.casefold(), "ß".casefold(), "ÀÉ".lower(), "straße".upper())  # expect: HELLO, WORLD hello, world hELLO, wORLD Hello, World Hello world They'Re Bill'S hello, world ss àé STRASSE
print(t.find("o"), t.find("o", 5), t.find("z"), t.find("", 3), t.find("o", -5, -1), t.rfind("o"), t.rfind("o", 0, 8), t.index("W"), t.rindex("l"), t.count("l"), t.count(""), t.count("o", 5), "aaaa".count("aa"), "".find(""), "abc".find("c", 5))  # expect: 4 8 -1 3 8 8 4 7 10 3 13 1 2 0 -1
print(t.startswith("Hell"), t.startswith("World", 7), t.startswith(("x", "H")), t.startswith(""), t.endswith("ld"), t.endswith(("x", "d")), t.endswith("Hello", 0, 5), t.startswith(()))  # expect: True True True True True True True False
print(repr("  a b ".strip()), repr("  a ".lstrip()), repr("  a ".rstrip()), "xxaxx".strip("x"), "abcba".strip("ab"), "abc".lstrip("ba"), "abc".rstrip("cb"), repr("\t\n a\r\f\v".strip()), "a".strip("a") == "")  # expect: 'a b' 'a ' '  a' a c c a 'a' True
print("a,b,,c".split(","), "a b  c ".split(), "  ".split(), "".split(), "".split(","), "a,b,c".split(",", 1), "a b c".split(None, 1), "a--b--c".split("--"), " a  b ".split(" "), "a,b,c".rsplit(",", 1), "a b c".rsplit(None, 1), "a b c d".rsplit(maxsplit=2), "abc".split("abc"), "x".split(sep="y", maxsplit=3))  # expect: ['a', 'b', '', 'c'] ['a', 'b', 'c'] [] [] [''] ['a', 'b,c'] ['a', 'b c'] ['a', 'b', 'c'] ['', 'a', '', 'b', ''] ['a,b', 'c'] ['a b', 'c'] ['a b', 'c', 'd'] ['', ''] ['x']
print("a\nb\r\nc\rd".splitlines(), "a\n".splitlines(), "".splitlines(), "a\nb".splitlines(True), "\n\n".splitlines(), "a\x0bb\x0cc\x1cd\u2028e".splitlines())  # expect: ['a', 'b', 'c', 'd'] ['a'] [] ['a\n', 'b'] ['', ''] ['a', 'b', 'c', 'd', 'e']
print("a=b=c".partition("="), "abc".partition("x"), "a=b=c".rpartition("="), "abc".rpartition("x"))  # expect: ('a', '=', 'b=c') ('abc', '', '') ('a=b', '=', 'c') ('', '', 'abc')
print(",".join(["a", "b"]), "".join([]), "-".join("abc"), ", ".join(str(i) for i in range(3)), "x".join(("1",)), " ".join({"k": 1}))  # expect: a,b  a-b-c 0, 1, 2 1 k
print(t.replace("l", "L"), t.replace("l", "L", 2), t.replace("", "-")[:7], t.replace("z", "y"), "aaa".replace("aa", "b"), "abc".replace("b", ""), "aa".replace("a", "aa"), "ab".replace("a", "é"))  # expect: HeLLo, WorLd HeLLo, World -H-e-l- Hello, World ba ac aaaa éb
print("a".center(5) + "|", "ab".center(5, "*"), "a".ljust(3, ".") + "|", "a".rjust(3) + "|", "42".zfill(5), "-42".zfill(5), "+1".zfill(4), "".zfill(2), "abc".zfill(2), "abc".center(2), "a".center(4, "x"), "ab".center(7, "x"))  # expect-json: "  a  | **ab* a..|   a| 00042 -0042 +001 00 abc abc xaxx xxxabxx"
print("abc".isalpha(), "ab1".isalpha(), "".isalpha(), "123".isdigit(), "12a".isdigit(), "²".isdigit(), "²".isdecimal(), "½".isnumeric(), "ab1".isalnum(), " \t".isspace(), "".isspace(), "abc".islower(), "aB".islower(), "ABC".isupper(), "1".isupper(), "Abc Def".istitle(), "abc".isidentifier(), "1a".isidentifier(), "a b".isidentifier(), "é".isidentifier(), "a\n".isprintable(), "abc é".isprintable(), "é".isascii(), "a".isascii(), "é".isalpha())  # expect: True False False True False True False True True True False True False True False True True False False True False True False True True
print("a\tb\tc".expandtabs(), "a\tb".expandtabs(4), "abc\t|".expandtabs(2), "prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "abc".removeprefix("b"), "abc".translate({97: "x", 98: None, 99: 100}), "abc".translate(str.maketrans("ab", "xy", "c")), "abc".translate(str.maketrans({"a": "1", "b": None})))  # expect: a       b       c a   b abc | x x abc xd xy 1c
u = "aé☃😀z"
print(len(u), u[1], u[2], u[3], u[-1], u[1:4], u[::-1], u.index("☃"), u.find("z"), "😀" in u, u.upper(), [c for c in u], u * 2, u + "!", sorted(u), u.encode(), u.encode().decode() == u, len(u.encode("utf-8")), ord(u[3]), u == "a\xe9\u2603\U0001f600z", u < "b", u.split("☃"), u.replace("é", "e"), u.center(9, "·"))  # expect: 5 é ☃ 😀 z é☃😀 z😀☃éa 2 4 True AÉ☃😀Z ['a', 'é', '☃', '😀', 'z'] aé☃😀zaé☃😀z aé☃😀z! ['a', 'z', 'é', '☃', '😀'] b'a\xc3\xa9\xe2\x98\x83\xf0\x9f\x98\x80z' True 11 128512 True True ['aé', '😀z'] ae☃😀z ··aé☃😀z··
print("abc" < "abd", "a" < "B", "abc" == "abc", "a" * 3, 3 * "ab", "a" * 0, "ab" * -1, "a" "b", "a" in "abc", "" in "abc", "ac" in "abc", "abc"[1], "abc"[-1], max("hello"), min("hello"), list("ab"), tuple("ab"), set("aa"), len(""), "a" != "b", hash("abc") == hash("ab" + "c"))  # expect: True False True aaa ababab   ab True True False b c o e ['a', 'b'] ('a', 'b') {'a'} 0 True True
s = ""
for i in range(50):
    s += chr(97 + i % 26)
print(s, len(s))  # expect: abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwx 50
w = "word"
w += "s"
w *= 2
print(w)  # expect: wordswords
print("%s and %r" % ("a", "b"), "%5s|%-5s|" % ("a", "b"), "{:>4}|{:<4}|{:^4}|".format("a", "b", "c"), "{0}{1}{0}".format("a", "b"), "{x}".format(x=1), "{:*^9}".format("mid"), "{!r:>5}".format("a"))  # expect: a and 'b'     a|b    |    a|b   | c  | aba 1 ***mid***   'a'


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)  # expect: TypeError can only concatenate str (not "int") to str
# expect: IndexError string index out of range
# expect: TypeError can't multiply sequence by non-int of type 'str'
# expect: ValueError substring not found
# expect: ValueError substring not found
# expect: ValueError empty separator
# expect: TypeError sequence item 0: expected str instance, int found
# expect: TypeError sequence item 1: expected str instance, int found
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError The fill character must be exactly one character long
# expect: TypeError The fill character must be a unicode character, not int
# expect: ValueError empty separator
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: TypeError 'in <string>' requires string as left operand, not int
# expect: TypeError can't concat str to bytes
# expect: UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: AttributeError 'str' object has no attribute 'nope'
# expect: TypeError replace expected at least 2 arguments, got 1
# expect: TypeError ord() expected a character, but string of length 0 found
# expect: TypeError startswith first arg must be str or a tuple of str, not int
# expect: TypeError endswith first arg must be str or a tuple of str, not list
# expect: TypeError 'int' object is not subscriptable
# expect: ValueError the first two maketrans arguments must have equal length
# expect: TypeError must be str, not int
# expect: TypeError 'str' object cannot be interpreted as an integer


for f in (lambda: "a" + 1, lambda: "a"[5], lambda: "a" * "b", lambda: "abc".index("z"), lambda: "abc".rindex("z"), lambda: "a".split(""), lambda: "".join([1]), lambda: ",".join(["a", 1]), lambda: "a".center("x"), lambda: "a".center(5, "xx"), lambda: "a".ljust(5, 1), lambda: "a".partition(""), lambda: "a" < 1, lambda: 1 in "a", lambda: "a".encode("ascii") + "b", lambda: "é".encode("ascii"), lambda: b"\xff\xfe".decode(), lambda: "a".nope(), lambda: "a".replace("b"), lambda: ord(""), lambda: "abc".startswith(1), lambda: "abc".endswith([1]), lambda: "a".translate(5), lambda: str.maketrans("a", "bc"), lambda: "abc".count(1), lambda: "a".zfill("x")):
    err(f)
print(str.upper("abc"), str.join(",", ["a", "b"]), list(map(str.strip, [" a ", "b "])), sorted(["b", "A"], key=str.lower), "".join(map(chr, [72, 105])), "abc".__len__() if False else len("abc"))  # expect: ABC a,b ['a', 'b'] ['A', 'b'] Hi 3
text = """The quick brown fox
jumps over
the lazy dog."""
print([len(line.split()) for line in text.splitlines()], text.lower().count("the"), {c: text.count(c) for c in "aeiou"}, " ".join(w[::-1] for w in text.split()), text.title().split("\n")[1])  # expect: [4, 2, 3] 2 {'a': 1, 'e': 3, 'i': 1, 'o': 4, 'u': 2} ehT kciuq nworb xof spmuj revo eht yzal .god Jumps Over


def caesar(s, k):
    return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)


print(caesar("hello, world", 3), caesar(caesar("hello, world", 3), -3))  # expect: khoor, zruog hello, world


def is_palindrome(s):
    s = [c.lower() for c in s if c.isalnum()]
    return s == s[::-1]


print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("no"))  # expect: True False
