from collections import OrderedDict
from pprint import PrettyPrinter, isreadable, isrecursive, pformat, pp, pprint, saferepr

pprint([1, 2, (3,), {'b': 1, 'a': [True, None]}, set(), 'x'])  # expect: [1, 2, (3,), {'a': [True, None], 'b': 1}, set(), 'x']
data = {'name': 'a sensor with a long name', 'readings': list(range(12)), 'nested': {'deep': {'er': ['one', 'two']}, 'z': (1,)}}
pprint(data, width=40)  # expect: {'name': 'a sensor with a long name',
# expect-json: " 'nested': {'deep': {'er': ['one',"
# expect-json: "                            'two']},"
# expect-json: "            'z': (1,)},"
# expect-json: " 'readings': [0,"
# expect-json: "              1,"
# expect-json: "              2,"
# expect-json: "              3,"
# expect-json: "              4,"
# expect-json: "              5,"
# expect-json: "              6,"
# expect-json: "              7,"
# expect-json: "              8,"
# expect-json: "              9,"
# expect-json: "              10,"
# expect-json: "              11]}"
pp(data, width=50)  # expect: {'name': 'a sensor with a long name',
# expect-json: " 'readings': [0,"
# expect-json: "              1,"
# expect-json: "              2,"
# expect-json: "              3,"
# expect-json: "              4,"
# expect-json: "              5,"
# expect-json: "              6,"
# expect-json: "              7,"
# expect-json: "              8,"
# expect-json: "              9,"
# expect-json: "              10,"
# expect-json: "              11],"
# expect-json: " 'nested': {'deep': {'er': ['one', 'two']},"
# expect-json: "            'z': (1,)}}"
pprint(data, width=30, indent=4, compact=True)  # expect: {   'name': 'a sensor with a '
# expect-json: "            'long name',"
# expect-json: "    'nested': {   'deep': {   'er': [   'one',"
# expect-json: "                                        'two']},"
# expect-json: "                  'z': (1,)},"
# expect-json: "    'readings': [   0, 1, 2,"
# expect-json: "                    3, 4, 5,"
# expect-json: "                    6, 7, 8,"
# expect-json: "                    9, 10,"
# expect-json: "                    11]}"
pprint(data, depth=1)  # expect: {'name': 'a sensor with a long name', 'nested': {...}, 'readings': [...]}
print(pformat('the quick brown fox jumps over the lazy dog ' * 2, width=30))  # expect: ('the quick brown fox jumps '
# expect-json: " 'over the lazy dog the '"
# expect-json: " 'quick brown fox jumps over '"
# expect-json: " 'the lazy dog ')"
pprint({'text': 'line one\nline two is longer than it', 3: 'x'}, width=24)  # expect: {3: 'x',
# expect-json: " 'text': 'line one\\n'"
# expect-json: "         'line two is '"
# expect-json: "         'longer than '"
# expect-json: "         'it'}"
pprint({5, 3, 9, 'a'}, width=5)  # expect: {3,
# expect-json: " 5,"
# expect-json: " 9,"
# expect-json: " 'a'}"
pprint(OrderedDict(a=1, b=[1, 2]))  # expect: OrderedDict([('a', 1), ('b', [1, 2])])
loop = [1]
loop.append(loop)
print(saferepr(loop).startswith('[1, <Recursion on list with id='), isrecursive(loop), isreadable(loop), isreadable([1]))  # expect: True True False True
PrettyPrinter(width=20).pprint(('aaaaaaaa', ['bbbbbbb', 'ccccccc'], ('dddddddddddddddddddddddd',)))  # expect: ('aaaaaaaa',
# expect-json: " ['bbbbbbb',"
# expect-json: "  'ccccccc'],"
# expect-json: " ('dddddddddddddddddddddddd',))"
pprint(1234567, underscore_numbers=True)  # expect: 1_234_567
