# bool, int, float, str, bytes of each other, chr, ord, hex and their likes, all falsy and truthy values.
class T:
    pass


for v in (0, 1, -1, 0.0, -0.0, 0.1, "", "0", b"", b"0", [], [0], (), (0,), {}, {0: 0}, set(), {0}, frozenset(), range(0), range(1), None, ..., True, False, bytearray(), bytearray(1), T, T(), len, lambda: 0, 10**30, float("nan"), slice(0), {}.keys(), {1: 1}.values()):
    print(bool(v), not v, 1 if v else 0, end=" ")
print()
print(str(1), str(-1.5), str(True), str(None), str("a"), str(b"a"), str([1, "a"]), str((1,)), str({}), str({1}), str(range(3)), str(...), str(int), str(b"\xc3\xa9", "utf-8"), str())
print(repr("a'b"), repr('a"b'), repr("a'b\"c"), repr("\n\t\\\r\x00\x7f"), repr("é"), repr("\u200b"), repr("😀"), repr(b"a'\"\n\xff"), repr(bytearray(b"x")), ascii("é😀\u0100"), ascii([1, "é"]))
print(chr(65), chr(233), chr(0x1F600), ord("A"), ord("é"), ord("😀"), ord(b"a"), hex(255), hex(-255), oct(8), bin(10), bin(-1), hex(2**64), hex(True))
print(int("12"), int(" -5\n"), int("0o17", 8), int("FF", 16), int("ff", base=16), int("1010", 2), int("077"), int(12.9), float("1.5"), float(2), float("1e3"), bool("False"))
print(list("abc"), tuple("ab"), set("aa"), dict([("a", 1)]), dict(a=1, b=2), dict({"a": 1}, b=2), list({"a": 1}), list(range(3)), tuple([1]), bytes([1, 2]), bytes(3), bytes("é", "utf-8"), bytearray("ab", "ascii"), list(b"ab"), frozenset([1, 1]), dict(zip("ab", [1, 2])))
print(isinstance(True, int), isinstance(1, bool), isinstance(1.0, int), isinstance("", str), isinstance([], (list, tuple)), isinstance(T(), T), isinstance(T, type), isinstance(None, type(None)), isinstance(1, object), issubclass(bool, int), issubclass(int, object), issubclass(int, (str, int)), type(1) is int, type(True) is bool, type(T) is type, type(type) is type)
print(callable(int), callable(T), callable(T()), callable(print), callable(None), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), id(T) == id(T))
print([type(x).__name__ for x in (1, 1.0, "a", b"a", [], (), {}, set(), frozenset(), None, True, range(1), slice(1), T, T(), print, lambda: 0, len, ..., NotImplemented, {}.keys(), {}.items(), (i for i in []), bytearray(), T().__init__ if False else [].append)])
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), abs(-3), abs(-3.5), abs(True), round(2.5), round(3.14159, 2), round(1234, -2), pow(2, 10), pow(2, 10, 1000), pow(2.0, 3), sum([1, 2]), sum([1], 5), sum([[1], [2]], []))
print(f"{1}{1.5}{'a'}{None}{True}{[1]}", "%s%s%s" % (1, 1.5, None), "a" + str(1) + repr("b"))
print(int.__name__, str.__name__, [].__class__.__name__, (1).__class__, "a".__class__ is str)
print(eval_free := [int, float, str, bool, list], [c() for c in eval_free], [c(1) for c in (int, float, str, bool)])
# expect-json: "False True 0 True False 1 True False 1 False True 0 False True 0 True False 1 False True 0 True False 1 False True 0 True False 1 False True 0 True False 1 False True 0 True False 1 False True 0 True False 1 False True 0 True False 1 False True 0 False True 0 True False 1 False True 0 True False 1 True False 1 False True 0 False True 0 True False 1 True False 1 True False 1 True False 1 True False 1 True False 1 True False 1 True False 1 False True 0 True False 1 "
# expect-json: "1 -1.5 True None a b'a' [1, 'a'] (1,) {} {1} range(0, 3) Ellipsis <class 'int'> é "
# expect: "a'b" 'a"b' 'a\'b"c' '\n\t\\\r\x00\x7f' 'é' '\u200b' '😀' b'a\'"\n\xff' bytearray(b'x') '\xe9\U0001f600\u0100' [1, '\xe9']
# expect: A é 😀 65 233 128512 97 0xff -0xff 0o10 0b1010 -0b1 0x10000000000000000 0x1
# expect: 12 -5 15 255 255 10 77 12 1.5 2.0 1000.0 True
# expect: ['a', 'b', 'c'] ('a', 'b') {'a'} {'a': 1} {'a': 1, 'b': 2} {'a': 1, 'b': 2} ['a'] [0, 1, 2] (1,) b'\x01\x02' b'\x00\x00\x00' b'\xc3\xa9' bytearray(b'ab') [97, 98] frozenset({1}) {'a': 1, 'b': 2}
# expect: True False False True True True True True True True True True True True True True
# expect: True True False True False True True True
# expect: ['int', 'float', 'str', 'bytes', 'list', 'tuple', 'dict', 'set', 'frozenset', 'NoneType', 'bool', 'range', 'slice', 'type', 'T', 'builtin_function_or_method', 'function', 'builtin_function_or_method', 'ellipsis', 'NotImplementedType', 'dict_keys', 'dict_items', 'generator', 'bytearray', 'builtin_function_or_method']
# expect: (2, 1) (-3, 2) (3.0, 1.5) 3 3.5 1 2 3.14 1200 1024 24 8.0 3 6 [1, 2]
# expect: 11.5aNoneTrue[1] 11.5None a1'b'
# expect: int str list <class 'int'> True
# expect: [<class 'int'>, <class 'float'>, <class 'str'>, <class 'bool'>, <class 'list'>] [0, 0.0, '', False, []] [1, 1.0, '1', True]
