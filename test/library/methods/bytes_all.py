from calls import call, product

kinds = (bytes, bytearray)
data = (b'', b'a', b'banana', b'\x00\xffA', b'a b  c', b' x\t\n', b'AbC1', b'-12', b'+5', b'a\tb')
parts = (b'', b'a', b'an', b'x', bytearray(b'na'))
bounds = ((), (1,), (-3,), (1, 4), (None, 3), (4, 2), (10,), (2, None))
for kind in kinds:
    objects = [kind(d) for d in data]
    for name, f in (
        ('find', lambda s, p, b: s.find(p, *b)), ('rfind', lambda s, p, b: s.rfind(p, *b)), ('index', lambda s, p, b: s.index(p, *b)),
        ('rindex', lambda s, p, b: s.rindex(p, *b)), ('count', lambda s, p, b: s.count(p, *b)),
    ):
        product(name, f, objects, parts + (97, 256, -1), bounds)
        product(name, f, objects[2:3], ('a', None, 1.5, [1]), ((),))
    product('startswith', lambda s, p, b: (s.startswith(p, *b), s.endswith(p, *b)), objects, parts + ((b'x', b'a'), ()), bounds)
    product('startswith', lambda s, p: s.startswith(p), objects[:1], ('a', 1, (1,), ('a',), None))
    product('endswith', lambda s, p: s.endswith(p), objects[:1], ('a', 1, (1,), ('a',), None))
    product('partition', lambda s, p: (s.partition(p), s.rpartition(p)), objects, parts[1:])
    product('partition', lambda s, p: s.partition(p), objects[1:2], (b'', 'a', 1, None))
    product('rpartition', lambda s, p: s.rpartition(p), objects[1:2], (b'', 'a', 1, None))
    product('split', lambda s, p, n: (s.split(p, n), s.rsplit(p, n)), objects, (None, b'a', b'an', b' ', bytearray(b'n')), (-1, 0, 1, 2))
    product('split', lambda s, p: s.split(p), objects[1:2], (b'', 'a', 1))
    product('rsplit', lambda s, p: s.rsplit(p), objects[1:2], (b'', 'a', 1))
    product('split', lambda s: (s.split(maxsplit=1), s.split(sep=b'a'), s.rsplit(maxsplit=1), s.splitlines(keepends=True)), objects)
    product('splitlines', lambda s, k: s.splitlines(k), (kind(b''), kind(b'a\r\nb\rc\n\nd'), kind(b'a\x0bb\x85')), (False, True))
    product('strip', lambda s, c: (s.strip(c), s.lstrip(c), s.rstrip(c)), objects, (None, b'', b'a', b' \n', bytearray(b'-1')))
    product('strip', lambda s, c: s.strip(c), objects[:2], ('a', 1))
    product('replace', lambda s, a, b, n: s.replace(a, b, n), objects, parts, (b'', b'xy'), (-1, 0, 1))
    product('replace', lambda s, a, b: s.replace(a, b), objects[:2], ('a', b'a'), ('b', 1))
    product('removeprefix', lambda s, p: (s.removeprefix(p), s.removesuffix(p)), objects, parts)
    product('removeprefix', lambda s, p: s.removeprefix(p), objects[:1], ('a', 1))
    product('join', lambda s, p: s.join(p), objects[:3], ([], [b'a'], (b'a', bytearray(b'b')), [1], ['a'], b'ab', 5))
    for name, f in (('center', lambda s, w, *c: s.center(w, *c)), ('ljust', lambda s, w, *c: s.ljust(w, *c)), ('rjust', lambda s, w, *c: s.rjust(w, *c))):
        product(name, f, objects, (-1, 0, 3, 6, 7))
        product(name, f, objects, (4, 7), (b'*', bytearray(b'-')))
        product(name, f, objects[1:2], (5, 'x', None), ('*', b'', b'ab', 1))
    product('zfill', lambda s, w: s.zfill(w), objects, (-1, 0, 4, 6, None))
    product('expandtabs', lambda s, w: s.expandtabs(w), objects, (0, 1, 4, 8, None))
    product('expandtabs', lambda s: (s.expandtabs(), s.expandtabs(tabsize=3)), objects)
    for name, f in (
        ('upper', lambda s: s.upper()), ('lower', lambda s: s.lower()), ('swapcase', lambda s: s.swapcase()), ('title', lambda s: s.title()),
        ('capitalize', lambda s: s.capitalize()), ('isalpha', lambda s: s.isalpha()), ('isalnum', lambda s: s.isalnum()), ('isdigit', lambda s: s.isdigit()),
        ('isspace', lambda s: s.isspace()), ('isupper', lambda s: s.isupper()), ('islower', lambda s: s.islower()), ('istitle', lambda s: s.istitle()),
        ('isascii', lambda s: s.isascii()), ('hash', lambda s: hash(s) == hash(bytes(s))), ('copy', lambda s: kind(s) == s),
    ):
        product(name, f, objects + [kind(b'Hello World'), kind(b"they're"), kind(b'\xe9\xc9'), kind(b'12'), kind(b' \t\n\r\x0b\x0c')])
    table = bytes(range(255, -1, -1))
    product('translate', lambda s, t: s.translate(t), objects, (table, None, bytearray(table)))
    product('translate', lambda s, t, d: s.translate(t, d), objects, (table, None), (b'', b'a ', bytearray(b'\xff')))
    product('translate', lambda s: s.translate(None, delete=b'ab'), objects)
    product('translate', lambda s, t: s.translate(t), objects[:2], (b'abc', 'a', 1))
    call('maketrans', lambda: [i for i, c in enumerate(kind.maketrans(b'ab', b'cd')) if i != c])
    product('maketrans', lambda a, b: kind.maketrans(a, b), (b'a', 'a'), (b'bc', 'b', 1))
    product('hex', lambda s, *a: s.hex(*a), objects)
    product('hex', lambda s, *a: s.hex(*a), objects, (':', b'-', '', 'ab', 'é', 1))
    product('hex', lambda s, *a: s.hex(*a), objects, ('_',), (1, 2, -2, 3, 0, 100))
    product('fromhex', lambda t: kind.fromhex(t), ('', 'ab', 'AB cd', ' 0 1', 'abc', 'zz', '0x12', 'a b', 'ab\ncd\t', 'é', '12 3z', b'12', 1))
    product('decode', lambda s, *a: s.decode(*a), (kind(b'a\xc3\xa9'), kind(b'\xff'), kind(b'a')), ('utf-8', 'ascii', 'latin-1', 'nope'), ('strict', 'ignore', 'replace', 'bad'))
    product('getitem', lambda s, i: s[i], objects[1:4], (0, -1, 5, None, 'a', 1.5, slice(1, None), slice(None, None, -1), True))
    product('new', lambda *a: kind(*a), (5, -1, [1, 2], [256], [-1], ['a'], (1,), 'abc', None, 1.5, range(3), b'xy', bytearray(b'z'), {1: 2}, [None]))
    product('new', lambda x, e: bytes(x, e) if kind is bytes else bytearray(x, e), ('é', b'a', 1), ('utf-8', 'ascii', 'latin-1'))
    product('add', lambda s, t: s + t, objects[:3], (b'x', bytearray(b'y'), 'a', 1, None, [1]))
    product('mul', lambda s, n: s * n, objects[:3], (-1, 0, 2, True, 1.5, 'a', None))
    product('in', lambda s, x: x in s, objects[:4], (97, b'an', 256, -1, 'a', None, b''))
    product('compare', lambda s, t: (s < t, s <= t, s == t, s != t, s > t, s >= t), objects, (b'', b'a', bytearray(b'b')))
    product('compare', lambda s, t: (s == t, s != t), objects[:2], ('a', 1, None, [97]))
    product('compare', lambda s, t: s < t, objects[:2], ('a', 1, None))
