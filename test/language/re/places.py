import re

def spans(pattern, text, flags=0):
    print(pattern, [m.span() for m in re.finditer(pattern, text, flags)])  # expect: ^ [(0, 0)]
# expect: (?m)^ [(0, 0), (2, 2), (4, 4)]
# expect: $ [(3, 3), (4, 4)]
# expect: (?m)$ [(1, 1), (3, 3), (4, 4)]
# expect: \bé\w* [(0, 3), (6, 9)]
# expect: \B [(1, 1)]
# expect: \A|\Z [(0, 0), (2, 2)]
# expect: (?<=a)b|(?<!a)c [(1, 2), (2, 3), (4, 5)]
# expect: b(?!c) [(3, 4), (6, 7)]
# expect: a(?=.*z) [(0, 1), (2, 3)]
# expect: (?<=^a.)b [(2, 3), (6, 7)]

spans('^', 'a\nb\n')
spans('(?m)^', 'a\nb\n')
spans('$', 'a\nb\n')
spans('(?m)$', 'a\nb\n')
spans(r'\bé\w*', 'été l\'été')
spans(r'\B', 'ab c')
spans(r'\A|\Z', 'ab')
spans('(?<=a)b|(?<!a)c', 'abc c')
spans('b(?!c)', 'bc bd b')
spans('a(?=.*z)', 'a a z a')
spans('(?<=^a.)b', 'aab\naab', re.M)
