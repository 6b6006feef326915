# Every method of list and tuple, their operators, equality and order, lists changed while they are walked.
l = [3, 1, 2]
l.append(4)
l.extend([5, 6])
l.extend("ab")
l.extend(i for i in range(2))
l += (7,)
l.insert(0, "first")
l.insert(-1, "before last")
l.insert(100, "end")
l.insert(-100, "start")
print(l)  # expect: ['start', 'first', 3, 1, 2, 4, 5, 6, 'a', 'b', 0, 1, 'before last', 7, 'end']
print(l.pop(), l.pop(0), l.pop(-2), l.pop(1), l)  # expect: end start before last 3 ['first', 1, 2, 4, 5, 6, 'a', 'b', 0, 1, 7]
l.remove("a")
print(l.index(4), l.index(1, 2), l.index(0, -3), l.count(1), l.count("zz"), 4 in l, "zz" not in l, len(l))  # expect: 3 8 7 2 0 True True 10
l.reverse()
print(l)  # expect: [7, 1, 0, 'b', 6, 5, 4, 2, 1, 'first']
c = l.copy()
c.clear()
print(c, l != c, l == l[:], l is l[:])  # expect: [] True True False
print([1, 2] + [3], [0] * 3, 2 * [1, 2], [1] * 0, [1] * -1, [[0]] * 2, (1, 2) + (3,), (0,) * 3, () * 5, (1,) * -1)  # expect: [1, 2, 3] [0, 0, 0] [1, 2, 1, 2] [] [] [[0], [0]] (1, 2, 3) (0, 0, 0) () ()
a = [[0]] * 2
a[0].append(1)
print(a)  # expect: [[0, 1], [0, 1]]
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 9], [1, 2] <= [1, 2], [1, [2, 3]] == [1, [2, 3]], [1] == [True], [1.0] == [1], (1, 2) >= (1,), ("a", 1) < ("a", 2), [None] == [None])  # expect: True True True True True True True True True True True
l = [5, 3, 8, 1]
l.sort()
print(l, sorted(l, reverse=True), sorted("banana"), sorted({3: 1, 1: 2}), sorted((2, 1)), sorted([]), sorted([1]))  # expect: [1, 3, 5, 8] [8, 5, 3, 1] ['a', 'a', 'a', 'b', 'n', 'n'] [1, 3] [1, 2] [] [1]
l.sort(key=lambda x: -x)
print(l)  # expect: [8, 5, 3, 1]
words = ["bb", "a", "ccc", "dd", "e", "AA"]
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=str.lower), sorted(words, key=lambda w: (len(w), w)))  # expect: ['a', 'e', 'bb', 'dd', 'AA', 'ccc'] ['ccc', 'bb', 'dd', 'AA', 'a', 'e'] ['a', 'AA', 'bb', 'ccc', 'dd', 'e'] ['a', 'e', 'AA', 'bb', 'dd', 'ccc']
pairs = [(1, "b"), (0, "z"), (1, "a"), (0, "y")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))  # expect: [(0, 'y'), (0, 'z'), (1, 'a'), (1, 'b')] [(0, 'z'), (0, 'y'), (1, 'b'), (1, 'a')] [(1, 'b'), (1, 'a'), (0, 'z'), (0, 'y')]
print(sorted([3, 1.5, True, 2**40, -1]), sorted([[2], [1, 5], [1]]), sorted(["10", "9", "1"], key=int), sorted([b"b", b"a"]))  # expect: [-1, True, 1.5, 3, 1099511627776] [[1], [1, 5], [2]] ['1', '9', '10'] [b'a', b'b']
l = list(range(20))
for i in range(20):
    l[i] = (i * 7) % 20
l.sort()
print(l)  # expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]


class K:
    def __init__(self, v, n):
        self.v, self.n = v, n

    def __lt__(self, o):
        return self.v < o.v

    def __repr__(self):
        return f"{self.v}{self.n}"


ks = [K(v, n) for n, v in enumerate([3, 1, 2, 1, 3, 2, 1, 0, 3])]
print(sorted(ks), sorted(ks, reverse=True), min(ks), max(ks))  # expect: [07, 11, 13, 16, 22, 25, 30, 34, 38] [30, 34, 38, 22, 25, 11, 13, 16, 07] 07 30
ks.sort(key=lambda k: k.n % 3)
print(ks)  # expect: [30, 13, 16, 11, 34, 07, 22, 25, 38]
for x in (lambda: sorted([1, "a"]), lambda: sorted([1, None]), lambda: sorted([K(1, 1), 2]), lambda: [3, 2].sort(key=5), lambda: sorted([1, 2], key=lambda x: 1 / 0)):
    try:
        x()
    except Exception as e:
        print(type(e).__name__, e)  # expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: TypeError '<' not supported between instances of 'NoneType' and 'int'
# expect: TypeError '<' not supported between instances of 'int' and 'K'
# expect: TypeError 'int' object is not callable
# expect: ZeroDivisionError division by zero
l = [1, 2, 3, 4, 5]
for x in l:
    if x % 2:
        l.remove(x)
print(l)  # expect: [2, 4]
l = [1]
for x in l:
    if x < 5:
        l.append(x + 1)
print(l)  # expect: [1, 2, 3, 4, 5]
l = [1, 2, 3]
it = iter(l)
next(it)
l.clear()
print(list(it))  # expect: []
l.append(9)
print(list(it))  # expect: []
l = [1, 2, 3]
l.append(l)
print(l, l[3] is l, len(l))  # expect: [1, 2, 3, [...]] True 4
t = ([],)
t[0].append(t)
print(t)  # expect: ([(...)],)
print(tuple([1, 2]).index(2), (1, 1, 2).count(1), (1, 2)[-1], (1,) + (2,), len(()), 3 in (1, 2, 3), (1, 2) == tuple([1, 2]), hash((1, 2)) == hash((1, 2)))  # expect: 1 2 2 (1, 2) 0 True True True
x = [0] * 100
x[50] = 5
print(sum(x), x.index(5), max(x), len(x))  # expect: 5 50 5 100
s = []
for i in range(1000):
    s.append(i)
while len(s) > 10:
    s.pop()
print(s)  # expect: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
q = list(range(5))
for i in range(20):
    q.append(q.pop(0))
print(q)  # expect: [0, 1, 2, 3, 4]
grid = [[(i, j) for j in range(3)] for i in range(2)]
print(grid, [list(r) for r in zip(*grid)])  # expect: [[(0, 0), (0, 1), (0, 2)], [(1, 0), (1, 1), (1, 2)]] [[(0, 0), (1, 0)], [(0, 1), (1, 1)], [(0, 2), (1, 2)]]
print(list(reversed([1, 2, 3])), list(enumerate("ab", 1)), list(zip([1, 2], "ab", (True, False))), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))  # expect: [3, 2, 1] [(1, 'a'), (2, 'b')] [(1, 'a', True), (2, 'b', False)] [4, 6] [1, 'a'] [2, 3]
print(any([0, "", None]), any([0, 1]), all([]), all([1, 0]), sum([1.5, 2]), min([3, 1, 2]), max("abc"), min(3, 1, 2), max([], default="none"), min([[2], [1]], key=lambda x: x[0]), max(1, 2, 3, key=lambda x: -x), min("b", "a"), max({1: 2, 3: 0}))  # expect: False True True False 3.5 1 c 1 none [1] 1 a 3
print(list(zip()), list(zip([1])), list(zip([1, 2], [3], strict=False)), list(map(str, [])), dict(enumerate("ab")), list(range(3)) == [0, 1, 2])  # expect: [] [(1,)] [(1, 3)] [] {0: 'a', 1: 'b'} True
try:
    list(zip([1, 2], [3], strict=True))
except ValueError as e:
    print(e)  # expect: zip() argument 2 is shorter than argument 1
try:
    list(zip([1], [3, 4], [5], strict=True))
except ValueError as e:
    print(e)  # expect: zip() argument 2 is longer than argument 1
n = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(n), 0)), next(n), next(n, "end"), next(n, None))  # expect: [1, 2, 3] 4 end None
for x in ([print, len], [int, str], [None, None]):
    try:
        x.sort()
    except TypeError as e:
        print(e)
# expect: '<' not supported between instances of 'builtin_function_or_method' and 'builtin_function_or_method'
# expect: '<' not supported between instances of 'type' and 'type'
# expect: '<' not supported between instances of 'NoneType' and 'NoneType'
