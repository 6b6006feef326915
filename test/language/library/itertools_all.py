# itertools
from itertools import *

print(list(islice(count(3), 4)), list(islice(count(1, 0.5), 3)), list(islice('abcdefg', 1, None, 3)), list(islice('abc', None)))  # expect: [3, 4, 5, 6] [1, 1.5, 2.0] ['b', 'e'] ['a', 'b', 'c']
print(list(islice(cycle('ab'), 5)), list(cycle([])), list(repeat(7, 3)), next(repeat(1)), list(repeat(1, -1)))  # expect: ['a', 'b', 'a', 'b', 'a'] [] [7, 7, 7] 1 []
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=10)), list(accumulate([])))  # expect: [1, 3, 6, 10] [3, 3, 4] [10, 11, 13] []
print(list(chain('ab', [1], ())), list(chain.from_iterable(['ab', 'c'])), list(compress('abcd', [1, 0, 1])))  # expect: ['a', 'b', 1] ['a', 'b', 'c'] ['a', 'c']
print(list(dropwhile(lambda x: x < 3, [1, 4, 2])), list(takewhile(lambda x: x < 3, [1, 4, 2])), list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, ''])))  # expect: [4, 2] [1] [0, 2, 4] [0, '']
print(list(starmap(pow, [(2, 5), (3, 2)])), list(pairwise('abcd')), list(pairwise('a')))  # expect: [32, 9] [('a', 'b'), ('b', 'c'), ('c', 'd')] []
print([(k, list(g)) for k, g in groupby('aabbbca')], [k for k, g in groupby('aabbbca')], [(k, list(g)) for k, g in groupby([1, 3, 2, 5], key=lambda x: x % 2)])  # expect: [('a', ['a', 'a']), ('b', ['b', 'b', 'b']), ('c', ['c']), ('a', ['a'])] ['a', 'b', 'c', 'a'] [(1, [1, 3]), (0, [2]), (1, [5])]
groups = groupby('aab')
first = next(groups)[1]
second = next(groups)[1]
print(list(first), list(second), list(groups))  # expect: [] ['b'] []
a, b = tee([1, 2, 3])
print(next(a), list(b), list(a), len(tee('x', 3)))  # expect: 1 [1, 2, 3] [2, 3] 3
print(list(zip_longest('abc', [1], fillvalue='-')), list(zip_longest()))  # expect: [('a', 1), ('b', '-'), ('c', '-')] []
print(list(product('ab', [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product('a', '')))  # expect: [('a', 1), ('a', 2), ('b', 1), ('b', 2)] [(0, 0), (0, 1), (1, 0), (1, 1)] [()] []
print(list(permutations('abc')), list(permutations('abc', 2)), list(permutations('ab', 3)), list(permutations([])))  # expect: [('a', 'b', 'c'), ('a', 'c', 'b'), ('b', 'a', 'c'), ('b', 'c', 'a'), ('c', 'a', 'b'), ('c', 'b', 'a')] [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')] [] [()]
print(list(combinations('abcd', 2)), list(combinations('ab', 3)), list(combinations('ab', 0)))  # expect: [('a', 'b'), ('a', 'c'), ('a', 'd'), ('b', 'c'), ('b', 'd'), ('c', 'd')] [] [()]
print(list(combinations_with_replacement('abc', 2)), list(combinations_with_replacement('', 1)), list(combinations_with_replacement('a', 3)))  # expect: [('a', 'a'), ('a', 'b'), ('a', 'c'), ('b', 'b'), ('b', 'c'), ('c', 'c')] [] [('a', 'a', 'a')]
it = iter('abcdef')
print(list(islice(it, 1, 3)), next(it))  # expect: ['b', 'c'] d
it = iter('abcdef')
print(list(islice(it, 0, 4, 3)), next(it))  # expect: ['a', 'd'] e
for bad in (lambda: islice('a', -1), lambda: islice('a', 0, 1, 0), lambda: islice('a', 'b'), lambda: islice('a'), lambda: product('a', repeat=-1), lambda: combinations('a', -1), lambda: tee('a', -1), lambda: cycle(3), lambda: takewhile(bool, 3)):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)  # expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: ValueError Step for islice() must be a positive integer or None.
# expect: ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: TypeError islice expected at least 2 arguments, got 1
# expect: ValueError repeat argument cannot be negative
# expect: ValueError r must be non-negative
# expect: ValueError n must be >= 0
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'int' object is not iterable
