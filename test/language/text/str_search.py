# Searching, splitting, joining and replacing.
def show(f):
    try:
        return repr(f())
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


for s in ["", "a", "ab", "  hi  ", "a,b,,c", "aXbXc", "\t\nx\r\n y", "héllo € hé", "aaaa", "\xa0x\u3000"]:
    print([s], s.split(), s.rsplit(), s.split(None, 1), s.rsplit(None, 1), s.split(None, 0), s.rsplit(maxsplit=0), s.splitlines(), s.splitlines(keepends=True))
    print([s.strip(), s.lstrip(), s.rstrip(), s.strip("a "), s.lstrip("aéh"), s.rstrip("éc,h"), s.strip("")])
    for p in ["a", "X", ",", "é", "aa", "", "hé", "zz"]:
        print(p, [s.find(p), s.rfind(p), s.count(p), s.startswith(p), s.endswith(p), s.find(p, 1), s.rfind(p, 1, -1), s.find(p, -3), s.count(p, 1, 4), s.find(p, 100), s.startswith(p, 1), s.endswith(p, 0, -1), s.startswith(p, 2, 1)],
              [s.replace(p, "<>"), s.replace(p, "", 1), s.replace(p, "€", 2), s.removeprefix(p), s.removesuffix(p)], p in s, show(lambda: [s.split(p), s.rsplit(p), s.split(p, 1), s.rsplit(p, 1)]),
              show(lambda: (s.partition(p), s.rpartition(p))), p.join([s, s, "z"]), show(lambda: s.index(p, 1)))
print("a\x0bb\x0cc\x1cd\x85e\u2028f".splitlines(), ",".join(x for x in "abc"), ",".join({"x": 1, "y": 2}), "".join(()), "-".join("abc"))
print("abc".startswith(("b", "a")), "abc".endswith(()), "abc".endswith(("bc", "x"), 1, 3))
for f in [lambda: "a".find(1), lambda: "a".startswith(1), lambda: "a".startswith(("b", 1)), lambda: "a".index("b"), lambda: "a".split(""), lambda: "a".split(1), lambda: "a".strip(1), lambda: "a".replace(1, "b"),
          lambda: "a".replace("a", 2), lambda: "a".join([1]), lambda: "a".join(5), lambda: "a".partition(""), lambda: "a".rindex("b"), lambda: "a".count(1), lambda: "a".split("b", None), lambda: "a".find("a", "x")]:
    print(show(f))
for strip in 'a'.strip, 'a'.lstrip, 'a'.rstrip:
    try:
        strip(b'a')
    except TypeError as e:
        print(e)
# expect: [''] [] [] [] [] [] [] [] []
# expect: ['', '', '', '', '', '', '']
# expect: a [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['', '', '', '', ''] False [[''], [''], [''], ['']] (('', '', ''), ('', '', '')) aaz ValueError: substring not found
# expect: X [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['', '', '', '', ''] False [[''], [''], [''], ['']] (('', '', ''), ('', '', '')) XXz ValueError: substring not found
# expect: , [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['', '', '', '', ''] False [[''], [''], [''], ['']] (('', '', ''), ('', '', '')) ,,z ValueError: substring not found
# expect: é [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['', '', '', '', ''] False [[''], [''], [''], ['']] (('', '', ''), ('', '', '')) ééz ValueError: substring not found
# expect: aa [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['', '', '', '', ''] False [[''], [''], [''], ['']] (('', '', ''), ('', '', '')) aaaaz ValueError: substring not found
# expect-json: " [0, 0, 1, True, True, -1, -1, 0, 0, -1, False, True, False] ['<>', '', '€', '', ''] True ValueError: empty separator ValueError: empty separator z ValueError: substring not found"
# expect: hé [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['', '', '', '', ''] False [[''], [''], [''], ['']] (('', '', ''), ('', '', '')) héhéz ValueError: substring not found
# expect: zz [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['', '', '', '', ''] False [[''], [''], [''], ['']] (('', '', ''), ('', '', '')) zzzzz ValueError: substring not found
# expect: ['a'] ['a'] ['a'] ['a'] ['a'] ['a'] ['a'] ['a'] ['a']
# expect: ['a', 'a', 'a', '', '', 'a', 'a']
# expect: a [0, 0, 1, True, True, -1, -1, 0, 0, -1, False, False, False] ['<>', '', '€', '', ''] True [['', ''], ['', ''], ['', ''], ['', '']] (('', 'a', ''), ('', 'a', '')) aaaaz ValueError: substring not found
# expect: X [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['a', 'a', 'a', 'a', 'a'] False [['a'], ['a'], ['a'], ['a']] (('a', '', ''), ('', '', 'a')) aXaXz ValueError: substring not found
# expect: , [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['a', 'a', 'a', 'a', 'a'] False [['a'], ['a'], ['a'], ['a']] (('a', '', ''), ('', '', 'a')) a,a,z ValueError: substring not found
# expect: é [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['a', 'a', 'a', 'a', 'a'] False [['a'], ['a'], ['a'], ['a']] (('a', '', ''), ('', '', 'a')) aéaéz ValueError: substring not found
# expect: aa [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['a', 'a', 'a', 'a', 'a'] False [['a'], ['a'], ['a'], ['a']] (('a', '', ''), ('', '', 'a')) aaaaaaz ValueError: substring not found
# expect-json: " [0, 1, 2, True, True, 1, -1, 0, 1, -1, True, True, False] ['<>a<>', 'a', '€a€', 'a', 'a'] True ValueError: empty separator ValueError: empty separator aaz 1"
# expect: hé [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['a', 'a', 'a', 'a', 'a'] False [['a'], ['a'], ['a'], ['a']] (('a', '', ''), ('', '', 'a')) ahéahéz ValueError: substring not found
# expect: zz [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['a', 'a', 'a', 'a', 'a'] False [['a'], ['a'], ['a'], ['a']] (('a', '', ''), ('', '', 'a')) azzazzz ValueError: substring not found
# expect: ['ab'] ['ab'] ['ab'] ['ab'] ['ab'] ['ab'] ['ab'] ['ab'] ['ab']
# expect: ['ab', 'ab', 'ab', 'b', 'b', 'ab', 'ab']
# expect: a [0, 0, 1, True, False, -1, -1, 0, 0, -1, False, True, False] ['<>b', 'b', '€b', 'b', 'ab'] True [['', 'b'], ['', 'b'], ['', 'b'], ['', 'b']] (('', 'a', 'b'), ('', 'a', 'b')) abaabaz ValueError: substring not found
# expect: X [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['ab', 'ab', 'ab', 'ab', 'ab'] False [['ab'], ['ab'], ['ab'], ['ab']] (('ab', '', ''), ('', '', 'ab')) abXabXz ValueError: substring not found
# expect: , [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['ab', 'ab', 'ab', 'ab', 'ab'] False [['ab'], ['ab'], ['ab'], ['ab']] (('ab', '', ''), ('', '', 'ab')) ab,ab,z ValueError: substring not found
# expect: é [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['ab', 'ab', 'ab', 'ab', 'ab'] False [['ab'], ['ab'], ['ab'], ['ab']] (('ab', '', ''), ('', '', 'ab')) abéabéz ValueError: substring not found
# expect: aa [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['ab', 'ab', 'ab', 'ab', 'ab'] False [['ab'], ['ab'], ['ab'], ['ab']] (('ab', '', ''), ('', '', 'ab')) abaaabaaz ValueError: substring not found
# expect-json: " [0, 2, 3, True, True, 1, 1, 0, 2, -1, True, True, False] ['<>a<>b<>', 'ab', '€a€b', 'ab', 'ab'] True ValueError: empty separator ValueError: empty separator ababz 1"
# expect: hé [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['ab', 'ab', 'ab', 'ab', 'ab'] False [['ab'], ['ab'], ['ab'], ['ab']] (('ab', '', ''), ('', '', 'ab')) abhéabhéz ValueError: substring not found
# expect: zz [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['ab', 'ab', 'ab', 'ab', 'ab'] False [['ab'], ['ab'], ['ab'], ['ab']] (('ab', '', ''), ('', '', 'ab')) abzzabzzz ValueError: substring not found
# expect: ['  hi  '] ['hi'] ['hi'] ['hi'] ['hi'] ['hi  '] ['  hi'] ['  hi  '] ['  hi  ']
# expect: ['hi', 'hi  ', '  hi', 'hi', '  hi  ', '  hi  ', '  hi  ']
# expect: a [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['  hi  ', '  hi  ', '  hi  ', '  hi  ', '  hi  '] False [['  hi  '], ['  hi  '], ['  hi  '], ['  hi  ']] (('  hi  ', '', ''), ('', '', '  hi  '))   hi  a  hi  az ValueError: substring not found
# expect: X [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['  hi  ', '  hi  ', '  hi  ', '  hi  ', '  hi  '] False [['  hi  '], ['  hi  '], ['  hi  '], ['  hi  ']] (('  hi  ', '', ''), ('', '', '  hi  '))   hi  X  hi  Xz ValueError: substring not found
# expect: , [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['  hi  ', '  hi  ', '  hi  ', '  hi  ', '  hi  '] False [['  hi  '], ['  hi  '], ['  hi  '], ['  hi  ']] (('  hi  ', '', ''), ('', '', '  hi  '))   hi  ,  hi  ,z ValueError: substring not found
# expect: é [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['  hi  ', '  hi  ', '  hi  ', '  hi  ', '  hi  '] False [['  hi  '], ['  hi  '], ['  hi  '], ['  hi  ']] (('  hi  ', '', ''), ('', '', '  hi  '))   hi  é  hi  éz ValueError: substring not found
# expect: aa [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['  hi  ', '  hi  ', '  hi  ', '  hi  ', '  hi  '] False [['  hi  '], ['  hi  '], ['  hi  '], ['  hi  ']] (('  hi  ', '', ''), ('', '', '  hi  '))   hi  aa  hi  aaz ValueError: substring not found
# expect-json: " [0, 6, 7, True, True, 1, 5, 3, 4, -1, True, True, False] ['<> <> <>h<>i<> <> <>', '  hi  ', '€ € hi  ', '  hi  ', '  hi  '] True ValueError: empty separator ValueError: empty separator   hi    hi  z 1"
# expect: hé [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['  hi  ', '  hi  ', '  hi  ', '  hi  ', '  hi  '] False [['  hi  '], ['  hi  '], ['  hi  '], ['  hi  ']] (('  hi  ', '', ''), ('', '', '  hi  '))   hi  hé  hi  héz ValueError: substring not found
# expect: zz [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['  hi  ', '  hi  ', '  hi  ', '  hi  ', '  hi  '] False [['  hi  '], ['  hi  '], ['  hi  '], ['  hi  ']] (('  hi  ', '', ''), ('', '', '  hi  '))   hi  zz  hi  zzz ValueError: substring not found
# expect: ['a,b,,c'] ['a,b,,c'] ['a,b,,c'] ['a,b,,c'] ['a,b,,c'] ['a,b,,c'] ['a,b,,c'] ['a,b,,c'] ['a,b,,c']
# expect: ['a,b,,c', 'a,b,,c', 'a,b,,c', ',b,,c', ',b,,c', 'a,b', 'a,b,,c']
# expect: a [0, 0, 1, True, False, -1, -1, -1, 0, -1, False, False, False] ['<>,b,,c', ',b,,c', '€,b,,c', ',b,,c', 'a,b,,c'] True [['', ',b,,c'], ['', ',b,,c'], ['', ',b,,c'], ['', ',b,,c']] (('', 'a', ',b,,c'), ('', 'a', ',b,,c')) a,b,,caa,b,,caz ValueError: substring not found
# expect: X [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['a,b,,c', 'a,b,,c', 'a,b,,c', 'a,b,,c', 'a,b,,c'] False [['a,b,,c'], ['a,b,,c'], ['a,b,,c'], ['a,b,,c']] (('a,b,,c', '', ''), ('', '', 'a,b,,c')) a,b,,cXa,b,,cXz ValueError: substring not found
# expect: , [1, 4, 3, False, False, 1, 4, 3, 2, -1, True, True, False] ['a<>b<><>c', 'ab,,c', 'a€b€,c', 'a,b,,c', 'a,b,,c'] True [['a', 'b', '', 'c'], ['a', 'b', '', 'c'], ['a', 'b,,c'], ['a,b,', 'c']] (('a', ',', 'b,,c'), ('a,b,', ',', 'c')) a,b,,c,a,b,,c,z 1
# expect: é [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['a,b,,c', 'a,b,,c', 'a,b,,c', 'a,b,,c', 'a,b,,c'] False [['a,b,,c'], ['a,b,,c'], ['a,b,,c'], ['a,b,,c']] (('a,b,,c', '', ''), ('', '', 'a,b,,c')) a,b,,céa,b,,céz ValueError: substring not found
# expect: aa [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['a,b,,c', 'a,b,,c', 'a,b,,c', 'a,b,,c', 'a,b,,c'] False [['a,b,,c'], ['a,b,,c'], ['a,b,,c'], ['a,b,,c']] (('a,b,,c', '', ''), ('', '', 'a,b,,c')) a,b,,caaa,b,,caaz ValueError: substring not found
# expect-json: " [0, 6, 7, True, True, 1, 5, 3, 4, -1, True, True, False] ['<>a<>,<>b<>,<>,<>c<>', 'a,b,,c', '€a€,b,,c', 'a,b,,c', 'a,b,,c'] True ValueError: empty separator ValueError: empty separator a,b,,ca,b,,cz 1"
# expect: hé [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['a,b,,c', 'a,b,,c', 'a,b,,c', 'a,b,,c', 'a,b,,c'] False [['a,b,,c'], ['a,b,,c'], ['a,b,,c'], ['a,b,,c']] (('a,b,,c', '', ''), ('', '', 'a,b,,c')) a,b,,chéa,b,,chéz ValueError: substring not found
# expect: zz [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['a,b,,c', 'a,b,,c', 'a,b,,c', 'a,b,,c', 'a,b,,c'] False [['a,b,,c'], ['a,b,,c'], ['a,b,,c'], ['a,b,,c']] (('a,b,,c', '', ''), ('', '', 'a,b,,c')) a,b,,czza,b,,czzz ValueError: substring not found
# expect: ['aXbXc'] ['aXbXc'] ['aXbXc'] ['aXbXc'] ['aXbXc'] ['aXbXc'] ['aXbXc'] ['aXbXc'] ['aXbXc']
# expect: ['aXbXc', 'aXbXc', 'aXbXc', 'XbXc', 'XbXc', 'aXbX', 'aXbXc']
# expect: a [0, 0, 1, True, False, -1, -1, -1, 0, -1, False, False, False] ['<>XbXc', 'XbXc', '€XbXc', 'XbXc', 'aXbXc'] True [['', 'XbXc'], ['', 'XbXc'], ['', 'XbXc'], ['', 'XbXc']] (('', 'a', 'XbXc'), ('', 'a', 'XbXc')) aXbXcaaXbXcaz ValueError: substring not found
# expect: X [1, 3, 2, False, False, 1, 3, 3, 2, -1, True, True, False] ['a<>b<>c', 'abXc', 'a€b€c', 'aXbXc', 'aXbXc'] True [['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'bXc'], ['aXb', 'c']] (('a', 'X', 'bXc'), ('aXb', 'X', 'c')) aXbXcXaXbXcXz 1
# expect: , [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['aXbXc', 'aXbXc', 'aXbXc', 'aXbXc', 'aXbXc'] False [['aXbXc'], ['aXbXc'], ['aXbXc'], ['aXbXc']] (('aXbXc', '', ''), ('', '', 'aXbXc')) aXbXc,aXbXc,z ValueError: substring not found
# expect: é [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['aXbXc', 'aXbXc', 'aXbXc', 'aXbXc', 'aXbXc'] False [['aXbXc'], ['aXbXc'], ['aXbXc'], ['aXbXc']] (('aXbXc', '', ''), ('', '', 'aXbXc')) aXbXcéaXbXcéz ValueError: substring not found
# expect: aa [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['aXbXc', 'aXbXc', 'aXbXc', 'aXbXc', 'aXbXc'] False [['aXbXc'], ['aXbXc'], ['aXbXc'], ['aXbXc']] (('aXbXc', '', ''), ('', '', 'aXbXc')) aXbXcaaaXbXcaaz ValueError: substring not found
# expect-json: " [0, 5, 6, True, True, 1, 4, 2, 4, -1, True, True, False] ['<>a<>X<>b<>X<>c<>', 'aXbXc', '€a€XbXc', 'aXbXc', 'aXbXc'] True ValueError: empty separator ValueError: empty separator aXbXcaXbXcz 1"
# expect: hé [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['aXbXc', 'aXbXc', 'aXbXc', 'aXbXc', 'aXbXc'] False [['aXbXc'], ['aXbXc'], ['aXbXc'], ['aXbXc']] (('aXbXc', '', ''), ('', '', 'aXbXc')) aXbXchéaXbXchéz ValueError: substring not found
# expect: zz [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['aXbXc', 'aXbXc', 'aXbXc', 'aXbXc', 'aXbXc'] False [['aXbXc'], ['aXbXc'], ['aXbXc'], ['aXbXc']] (('aXbXc', '', ''), ('', '', 'aXbXc')) aXbXczzaXbXczzz ValueError: substring not found
# expect: ['\t\nx\r\n y'] ['x', 'y'] ['x', 'y'] ['x', 'y'] ['\t\nx', 'y'] ['x\r\n y'] ['\t\nx\r\n y'] ['\t', 'x', ' y'] ['\t\n', 'x\r\n', ' y']
# expect: ['x\r\n y', 'x\r\n y', '\t\nx\r\n y', '\t\nx\r\n y', '\t\nx\r\n y', '\t\nx\r\n y', '\t\nx\r\n y']
# expect-json: "a [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y'] False [['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y']] (('\\t\\nx\\r\\n y', '', ''), ('', '', '\\t\\nx\\r\\n y')) \t"
# expect-json: "x\r"
# expect-json: " ya\t"
# expect-json: "x\r"
# expect-json: " yaz ValueError: substring not found"
# expect-json: "X [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y'] False [['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y']] (('\\t\\nx\\r\\n y', '', ''), ('', '', '\\t\\nx\\r\\n y')) \t"
# expect-json: "x\r"
# expect-json: " yX\t"
# expect-json: "x\r"
# expect-json: " yXz ValueError: substring not found"
# expect-json: ", [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y'] False [['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y']] (('\\t\\nx\\r\\n y', '', ''), ('', '', '\\t\\nx\\r\\n y')) \t"
# expect-json: "x\r"
# expect-json: " y,\t"
# expect-json: "x\r"
# expect-json: " y,z ValueError: substring not found"
# expect-json: "é [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y'] False [['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y']] (('\\t\\nx\\r\\n y', '', ''), ('', '', '\\t\\nx\\r\\n y')) \t"
# expect-json: "x\r"
# expect-json: " yé\t"
# expect-json: "x\r"
# expect-json: " yéz ValueError: substring not found"
# expect-json: "aa [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y'] False [['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y']] (('\\t\\nx\\r\\n y', '', ''), ('', '', '\\t\\nx\\r\\n y')) \t"
# expect-json: "x\r"
# expect-json: " yaa\t"
# expect-json: "x\r"
# expect-json: " yaaz ValueError: substring not found"
# expect-json: " [0, 7, 8, True, True, 1, 6, 4, 4, -1, True, True, False] ['<>\\t<>\\n<>x<>\\r<>\\n<> <>y<>', '\\t\\nx\\r\\n y', '€\\t€\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y'] True ValueError: empty separator ValueError: empty separator \t"
# expect-json: "x\r"
# expect-json: " y\t"
# expect-json: "x\r"
# expect-json: " yz 1"
# expect-json: "hé [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y'] False [['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y']] (('\\t\\nx\\r\\n y', '', ''), ('', '', '\\t\\nx\\r\\n y')) \t"
# expect-json: "x\r"
# expect-json: " yhé\t"
# expect-json: "x\r"
# expect-json: " yhéz ValueError: substring not found"
# expect-json: "zz [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y', '\\t\\nx\\r\\n y'] False [['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y'], ['\\t\\nx\\r\\n y']] (('\\t\\nx\\r\\n y', '', ''), ('', '', '\\t\\nx\\r\\n y')) \t"
# expect-json: "x\r"
# expect-json: " yzz\t"
# expect-json: "x\r"
# expect-json: " yzzz ValueError: substring not found"
# expect: ['héllo € hé'] ['héllo', '€', 'hé'] ['héllo', '€', 'hé'] ['héllo', '€ hé'] ['héllo €', 'hé'] ['héllo € hé'] ['héllo € hé'] ['héllo € hé'] ['héllo € hé']
# expect: ['héllo € hé', 'héllo € hé', 'héllo € hé', 'héllo € hé', 'llo € hé', 'héllo € ', 'héllo € hé']
# expect: a [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['héllo € hé', 'héllo € hé', 'héllo € hé', 'héllo € hé', 'héllo € hé'] False [['héllo € hé'], ['héllo € hé'], ['héllo € hé'], ['héllo € hé']] (('héllo € hé', '', ''), ('', '', 'héllo € hé')) héllo € héahéllo € héaz ValueError: substring not found
# expect: X [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['héllo € hé', 'héllo € hé', 'héllo € hé', 'héllo € hé', 'héllo € hé'] False [['héllo € hé'], ['héllo € hé'], ['héllo € hé'], ['héllo € hé']] (('héllo € hé', '', ''), ('', '', 'héllo € hé')) héllo € héXhéllo € héXz ValueError: substring not found
# expect: , [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['héllo € hé', 'héllo € hé', 'héllo € hé', 'héllo € hé', 'héllo € hé'] False [['héllo € hé'], ['héllo € hé'], ['héllo € hé'], ['héllo € hé']] (('héllo € hé', '', ''), ('', '', 'héllo € hé')) héllo € hé,héllo € hé,z ValueError: substring not found
# expect: é [1, 9, 2, False, True, 1, 1, 9, 1, -1, True, False, False] ['h<>llo € h<>', 'hllo € hé', 'h€llo € h€', 'héllo € hé', 'héllo € h'] True [['h', 'llo € h', ''], ['h', 'llo € h', ''], ['h', 'llo € hé'], ['héllo € h', '']] (('h', 'é', 'llo € hé'), ('héllo € h', 'é', '')) héllo € hééhéllo € hééz 1
# expect: aa [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['héllo € hé', 'héllo € hé', 'héllo € hé', 'héllo € hé', 'héllo € hé'] False [['héllo € hé'], ['héllo € hé'], ['héllo € hé'], ['héllo € hé']] (('héllo € hé', '', ''), ('', '', 'héllo € hé')) héllo € héaahéllo € héaaz ValueError: substring not found
# expect-json: " [0, 10, 11, True, True, 1, 9, 7, 4, -1, True, True, False] ['<>h<>é<>l<>l<>o<> <>€<> <>h<>é<>', 'héllo € hé', '€h€éllo € hé', 'héllo € hé', 'héllo € hé'] True ValueError: empty separator ValueError: empty separator héllo € héhéllo € héz 1"
# expect: hé [0, 8, 2, True, True, 8, -1, 8, 0, -1, False, False, False] ['<>llo € <>', 'llo € hé', '€llo € €', 'llo € hé', 'héllo € '] True [['', 'llo € ', ''], ['', 'llo € ', ''], ['', 'llo € hé'], ['héllo € ', '']] (('', 'hé', 'llo € hé'), ('héllo € ', 'hé', '')) héllo € héhéhéllo € héhéz 8
# expect: zz [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['héllo € hé', 'héllo € hé', 'héllo € hé', 'héllo € hé', 'héllo € hé'] False [['héllo € hé'], ['héllo € hé'], ['héllo € hé'], ['héllo € hé']] (('héllo € hé', '', ''), ('', '', 'héllo € hé')) héllo € hézzhéllo € hézzz ValueError: substring not found
# expect: ['aaaa'] ['aaaa'] ['aaaa'] ['aaaa'] ['aaaa'] ['aaaa'] ['aaaa'] ['aaaa'] ['aaaa']
# expect: ['aaaa', 'aaaa', 'aaaa', '', '', 'aaaa', 'aaaa']
# expect: a [0, 3, 4, True, True, 1, 2, 1, 3, -1, True, True, False] ['<><><><>', 'aaa', '€€aa', 'aaa', 'aaa'] True [['', '', '', '', ''], ['', '', '', '', ''], ['', 'aaa'], ['aaa', '']] (('', 'a', 'aaa'), ('aaa', 'a', '')) aaaaaaaaaaz 1
# expect: X [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['aaaa', 'aaaa', 'aaaa', 'aaaa', 'aaaa'] False [['aaaa'], ['aaaa'], ['aaaa'], ['aaaa']] (('aaaa', '', ''), ('', '', 'aaaa')) aaaaXaaaaXz ValueError: substring not found
# expect: , [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['aaaa', 'aaaa', 'aaaa', 'aaaa', 'aaaa'] False [['aaaa'], ['aaaa'], ['aaaa'], ['aaaa']] (('aaaa', '', ''), ('', '', 'aaaa')) aaaa,aaaa,z ValueError: substring not found
# expect: é [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['aaaa', 'aaaa', 'aaaa', 'aaaa', 'aaaa'] False [['aaaa'], ['aaaa'], ['aaaa'], ['aaaa']] (('aaaa', '', ''), ('', '', 'aaaa')) aaaaéaaaaéz ValueError: substring not found
# expect: aa [0, 2, 2, True, True, 1, 1, 1, 1, -1, True, True, False] ['<><>', 'aa', '€€', 'aa', 'aa'] True [['', '', ''], ['', '', ''], ['', 'aa'], ['aa', '']] (('', 'aa', 'aa'), ('aa', 'aa', '')) aaaaaaaaaaaaz 1
# expect-json: " [0, 4, 5, True, True, 1, 3, 1, 4, -1, True, True, False] ['<>a<>a<>a<>a<>', 'aaaa', '€a€aaa', 'aaaa', 'aaaa'] True ValueError: empty separator ValueError: empty separator aaaaaaaaz 1"
# expect: hé [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['aaaa', 'aaaa', 'aaaa', 'aaaa', 'aaaa'] False [['aaaa'], ['aaaa'], ['aaaa'], ['aaaa']] (('aaaa', '', ''), ('', '', 'aaaa')) aaaahéaaaahéz ValueError: substring not found
# expect: zz [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['aaaa', 'aaaa', 'aaaa', 'aaaa', 'aaaa'] False [['aaaa'], ['aaaa'], ['aaaa'], ['aaaa']] (('aaaa', '', ''), ('', '', 'aaaa')) aaaazzaaaazzz ValueError: substring not found
# expect: ['\xa0x\u3000'] ['x'] ['x'] ['x'] ['x'] ['x\u3000'] ['\xa0x'] ['\xa0x\u3000'] ['\xa0x\u3000']
# expect: ['x', 'x\u3000', '\xa0x', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000']
# expect: a [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000'] False [['\xa0x\u3000'], ['\xa0x\u3000'], ['\xa0x\u3000'], ['\xa0x\u3000']] (('\xa0x\u3000', '', ''), ('', '', '\xa0x\u3000'))  x　a x　az ValueError: substring not found
# expect: X [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000'] False [['\xa0x\u3000'], ['\xa0x\u3000'], ['\xa0x\u3000'], ['\xa0x\u3000']] (('\xa0x\u3000', '', ''), ('', '', '\xa0x\u3000'))  x　X x　Xz ValueError: substring not found
# expect: , [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000'] False [['\xa0x\u3000'], ['\xa0x\u3000'], ['\xa0x\u3000'], ['\xa0x\u3000']] (('\xa0x\u3000', '', ''), ('', '', '\xa0x\u3000'))  x　, x　,z ValueError: substring not found
# expect: é [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000'] False [['\xa0x\u3000'], ['\xa0x\u3000'], ['\xa0x\u3000'], ['\xa0x\u3000']] (('\xa0x\u3000', '', ''), ('', '', '\xa0x\u3000'))  x　é x　éz ValueError: substring not found
# expect: aa [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000'] False [['\xa0x\u3000'], ['\xa0x\u3000'], ['\xa0x\u3000'], ['\xa0x\u3000']] (('\xa0x\u3000', '', ''), ('', '', '\xa0x\u3000'))  x　aa x　aaz ValueError: substring not found
# expect-json: " [0, 3, 4, True, True, 1, 2, 0, 3, -1, True, True, False] ['<>\\xa0<>x<>\\u3000<>', '\\xa0x\\u3000', '€\\xa0€x\\u3000', '\\xa0x\\u3000', '\\xa0x\\u3000'] True ValueError: empty separator ValueError: empty separator  x　 x　z 1"
# expect: hé [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000'] False [['\xa0x\u3000'], ['\xa0x\u3000'], ['\xa0x\u3000'], ['\xa0x\u3000']] (('\xa0x\u3000', '', ''), ('', '', '\xa0x\u3000'))  x　hé x　héz ValueError: substring not found
# expect: zz [-1, -1, 0, False, False, -1, -1, -1, 0, -1, False, False, False] ['\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000', '\xa0x\u3000'] False [['\xa0x\u3000'], ['\xa0x\u3000'], ['\xa0x\u3000'], ['\xa0x\u3000']] (('\xa0x\u3000', '', ''), ('', '', '\xa0x\u3000'))  x　zz x　zzz ValueError: substring not found
# expect: ['a', 'b', 'c', 'd', 'e', 'f'] a,b,c x,y  a-b-c
# expect: True False True
# expect: TypeError: must be str, not int
# expect: TypeError: startswith first arg must be str or a tuple of str, not int
# expect: TypeError: tuple for startswith must only contain str, not int
# expect: ValueError: substring not found
# expect: ValueError: empty separator
# expect: TypeError: must be str or None, not int
# expect: TypeError: strip arg must be None or str
# expect: TypeError: replace() argument 1 must be str, not int
# expect: TypeError: replace() argument 2 must be str, not int
# expect: TypeError: sequence item 0: expected str instance, int found
# expect: TypeError: can only join an iterable
# expect: ValueError: empty separator
# expect: ValueError: substring not found
# expect: TypeError: must be str, not int
# expect: TypeError: 'NoneType' object cannot be interpreted as an integer
# expect: TypeError: slice indices must be integers or None or have an __index__ method
# expect: strip arg must be None or str
# expect: lstrip arg must be None or str
# expect: rstrip arg must be None or str
