from calls import call, product

texts = ('', 'a', 'banana', 'ßénañaé', 'a b  c', '  x\t\n', 'AbC')
parts = ('', 'a', 'an', 'na', 'x', 'é', 'banana!')
bounds = ((), (1,), (-3,), (1, 4), (None, 3), (4, 2), (-2, -1), (10,), (0, 100), (2, None))

for name, f in (
    ('find', lambda s, p, b: s.find(p, *b)), ('rfind', lambda s, p, b: s.rfind(p, *b)), ('index', lambda s, p, b: s.index(p, *b)),
    ('rindex', lambda s, p, b: s.rindex(p, *b)), ('count', lambda s, p, b: s.count(p, *b)), ('startswith', lambda s, p, b: s.startswith(p, *b)),
    ('endswith', lambda s, p, b: s.endswith(p, *b)),
):
    product(name, f, texts, parts, bounds)
product('startswith', lambda s, p: s.startswith(p), texts, ((), ('x', 'a'), ('b', ''), (1,), ['a'], None))
product('endswith', lambda s, p: s.endswith(p), texts, ((), ('x', 'a'), ('b', ''), (1,), ['a'], None))
for name, f in (('find', lambda s, p: s.find(p)), ('count', lambda s, p: s.count(p)), ('index', lambda s, p: s.index(p)), ('in', lambda s, p: p in s)):
    product(name, f, ('', 'ab'), (1, None, b'a', ['a']))
product('partition', lambda s, p: s.partition(p), texts, parts + (1,))
product('rpartition', lambda s, p: s.rpartition(p), texts, parts + (None,))
product('split', lambda s, p, n: s.split(p, n), texts + (' a  b ', '\x1ca\x85b'), parts + (None, ' ', 1), (-1, 0, 1, 2))
product('rsplit', lambda s, p, n: s.rsplit(p, n), texts + (' a  b ', '\x1ca\x85b'), parts + (None, ' ', 1), (-1, 0, 1, 2))
product('split', lambda s, n: s.split(maxsplit=n), texts, (-1, 1))
product('splitlines', lambda s, k: s.splitlines(k), ('', 'a', 'a\n', 'a\r\nb\rc\n\nd', 'a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029'), (False, True))
product('strip', lambda s, c: (s.strip(c), s.lstrip(c), s.rstrip(c)), texts + ('\x1f\u2003a\u3000',), (None, '', 'a', 'ab', 'é \n', 1, b'a'))
product('replace', lambda s, a, b, n: s.replace(a, b, n), texts, parts, ('', 'xy', 'é'), (-1, 0, 1, 2))
product('replace', lambda s, a, b: s.replace(a, b), ('ab',), (1, 'a'), ('b',))
product('removeprefix', lambda s, p: (s.removeprefix(p), s.removesuffix(p)), texts, parts)
product('removeprefix', lambda s, p: s.removeprefix(p), ('a',), (1, None))
product('removesuffix', lambda s, p: s.removesuffix(p), ('a',), (1, None))
product('join', lambda s, p: s.join(p), ('', ',', 'é'), ([], ['a'], ('a', 'b'), 'xyz', {'k': 1}, [1], ['a', b'b'], 5, None))
