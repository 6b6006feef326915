from calls import call, product

texts = ('', 'a', 'abc', 'é1', '+5', '-12', '--1', 'a\tb', '\t', 'x\n\ty\t', '12\t3')
widths = (-1, 0, 1, 2, 3, 4, 5, 8, True)
for name, f in (('center', lambda s, w, *c: s.center(w, *c)), ('ljust', lambda s, w, *c: s.ljust(w, *c)), ('rjust', lambda s, w, *c: s.rjust(w, *c))):
    product(name, f, texts, widths)
    product(name, f, texts, widths, ('*', 'é'))
    product(name, f, ('a',), (5, 'x', None, 2.0), ('', 'ab', 1, b'-'))
    product(name, f, ('a',), ('x', None, 2.0))
product('zfill', lambda s, w: s.zfill(w), texts, widths + (None, '3'))
product('expandtabs', lambda s, *w: s.expandtabs(*w), texts, (0, 1, 3, 8, -1, None, 'x'))
product('expandtabs', lambda s: s.expandtabs(), texts)
product('expandtabs', lambda s: s.expandtabs(tabsize=2), texts)
chars = [chr(c) for c in range(0x180) if c not in (0x130, 0x131, 0x149, 0x17F)] + ['Σ', 'σς', '٣', '²', '½', 'Ж', 'я', '中', '\u2028', '\U0001f600', '\ud800', '']
words = ['hello world', "they're bill's", 'ABC', 'aBC dEF', 'x1y', '1st', 'ßa', 'ΑΣΑ', 'a_b', 'été', 'if', '_', '1a', 'a-b', '中a', 'A1 B2', 'Ab Cd']
for name, f in (
    ('upper', lambda s: s.upper()), ('lower', lambda s: s.lower()), ('swapcase', lambda s: s.swapcase()), ('title', lambda s: s.title()),
    ('capitalize', lambda s: s.capitalize()), ('casefold', lambda s: s.casefold()), ('isalpha', lambda s: s.isalpha()), ('isalnum', lambda s: s.isalnum()),
    ('isdigit', lambda s: s.isdigit()), ('isdecimal', lambda s: s.isdecimal()), ('isnumeric', lambda s: s.isnumeric()), ('isspace', lambda s: s.isspace()),
    ('isprintable', lambda s: s.isprintable()), ('isupper', lambda s: s.isupper()), ('islower', lambda s: s.islower()), ('istitle', lambda s: s.istitle()),
    ('isidentifier', lambda s: s.isidentifier()), ('isascii', lambda s: s.isascii()),
):
    product(name, f, words)
    product(name, f, chars)
table = str.maketrans({'a': 'xy', 98: None, 'é': 99})
call('maketrans', lambda: (table, str.maketrans('ab', 'cd'), str.maketrans('ab', 'cd', 'b'), ''.maketrans('', '')))
product('maketrans', lambda *a: str.maketrans(*a), ('ab', {'ab': 1}, 5), ('c', 'cd'))
product('maketrans', lambda *a: str.maketrans(*a), ('ab',), (7,))
product('maketrans', lambda *a: str.maketrans(*a), ({'ab': 1}, {1.5: 1}, 'a', None, {'a': 1, 2: 'b'}))
product('translate', lambda s, t: s.translate(t), ('', 'abcé', 'xyz'), (table, {}, 'ABC' * 40, {97: 0x110000}, {97: -1}, {97: 1.5}, 5, None, [None] * 98))
product('getitem', lambda s, i: s[i], ('', 'abc', 'aéb'), (0, 1, -1, 3, -4, None, 'a', 1.5, slice(1, None), slice(None, None, -1), slice(5, 0, -2), True))
product('mul', lambda s, n: (s * n, n * s), ('', 'ab', 'é'), (-1, 0, 1, 3, True))
product('mul', lambda s, n: s * n, ('ab',), (1.5, 'x', None))
product('add', lambda s, t: s + t, ('', 'ab'), ('c', 1, None, b'x'))
product('compare', lambda s, t: (s < t, s <= t, s == t, s != t, s > t, s >= t), ('', 'a', 'B', 'é', 'ab', '\U0001f600', '\uffff'), ('', 'a', 'b', 'é', 'aa'))
product('encode', lambda s, *a: s.encode(*a), ('aé\U0001f600', 'a'), ('utf-8', 'ascii', 'latin-1', 'UTF8', 'nope'), ('strict', 'ignore', 'replace', 'bad'))
product('str', lambda *a: str(*a), (b'a', b'\xff', 'a', 1), ('utf-8', 'ascii'), ('strict', 'ignore'))
