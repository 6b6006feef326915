class Spans:
    def __getitem__(self, key):
        return key

spans = Spans()
print(spans[2:7:-2].indices(10), spans[::].indices(3), spans[-2:].indices(10 ** 20), spans[:-10 ** 20:-1].indices(4))  # expect: (2, 7, -2) (0, 3, 1) (99999999999999999998, 100000000000000000000, 1) (3, -1, -1)
r = range(10 ** 20, 10 ** 20 + 50, 20)
print(r, len(r), list(r)[-1] - 10 ** 20, r[-1] - r[0], 10 ** 20 + 20 in r, r.index(10 ** 20 + 40), r[1:] == range(r[1], r.stop, 20), bool(r[:0]))  # expect: range(100000000000000000000, 100000000000000000050, 20) 3 40 40 True 2 True False
print(list(reversed(range(-1, -2 ** 33, -2 ** 31))), hash(r) == hash(range(r.start, r.stop, r.step)), range(0, 3, 2) in {range(0, 4, 2)})  # expect: [-6442450945, -4294967297, -2147483649, -1] True True
try:
    r[3]
except IndexError as e:
    print(e)  # expect: range object index out of range
d = {'a': 1, 'b': 2}
print(d.keys() & ['a', 'z'], sorted(d.keys() | 'c'), d.items() - [('a', 1)], sorted(d.keys() ^ ('a', 'q')), list(reversed(d.items())), d.keys().isdisjoint('xy'))  # expect: {'a'} ['a', 'b', 'c'] {('b', 2)} ['b', 'q'] [('b', 2), ('a', 1)] True
s = {frozenset((1,)), 2}
s.discard({1})
print(s, [1, 2, 1].index(1, True), (1, 2).index(2, -1))  # expect: {2} 2 1
