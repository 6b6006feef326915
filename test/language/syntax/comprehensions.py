# Comprehensions and generator expressions: nesting, conditions, scopes, walrus, order of evaluation.
print([x * x for x in range(5)], {x % 3 for x in range(7)}, {x: x * x for x in range(3)}, list(x for x in "abc"))
print([x for x in range(20) if x % 2 if x % 3], [x if x % 2 else -x for x in range(5)])
print([(x, y) for x in range(3) for y in range(x)], [x for row in [[1, 2], [3], []] for x in row])
print([[y * x for y in range(3)] for x in range(3)], [[*r] for r in zip(*[[1, 2], [3, 4]])])
print({k: [v for v in range(k)] for k in range(3)}, {(a, b): a + b for a, b in [(1, 2), (3, 4)]})
print([a + b for a, b in zip("ab", "cd")], [first for first, *rest in ["abc", "de"]], [i for i, (j, k) in enumerate([(1, 2), (3, 4)]) if k > 2])
x = "outer"
print([x for x in range(3)], x, [x for _ in range(2)])
print([y := 5, y + 1], y)
print([last := n for n in range(4)], last, any((found := n) > 2 for n in range(10)), found)


def walrus():
    data = [1, 2, 3, 4]
    out = [half for n in data if (half := n // 2)]
    return out, half, n if "n" in dir_like() else "no n"


def dir_like():
    return []


print(walrus())


def closures():
    fs = [lambda: i for i in range(3)]
    gs = [lambda i=i: i for i in range(3)]
    n = 10
    hs = [(lambda: n + k)() for k in range(3)]
    return [f() for f in fs], [g() for g in gs], hs


print(closures())


def params(n, data):
    return [[n * d for d in data if d != n] for n in data], n


print(params(5, [1, 2, 3]))


class Body:
    base = [1, 2, 3]
    doubled = [b * 2 for b in base]
    try:
        bad = [base for _ in range(2)]
    except NameError as e:
        bad = str(e)


print(Body.doubled, Body.bad)


def trace(x):
    print("eval", x)
    return x


g = (trace(i) for i in trace([1, 2]))
print("made")
print(list(g))
print({trace(k): trace(v) for k, v in [("a", 1), ("b", 2)]})


def gen_in_call(*args):
    return args


print(gen_in_call(*(i for i in range(3))), sum(i for i in range(5)), max((len(w), w) for w in "the quick brown".split()), sorted(c for c in "hello")[:3])
print("".join(c.upper() for c in "abc"), dict((k, v) for k, v in ["ab", "cd"]), set(i // 2 for i in range(6)), tuple(i for i in range(3)))
rows = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in rows] for i in range(3)], [sum(col) for col in zip(*rows)])
print([i for i in range(5) if i > 1 and i < 4 or i == 0], [not i for i in range(3)], [i for i in [] if 1 / 0])
print([[[(a, b, c) for a in range(2)] for b in range(2)] for c in range(2)])
primes = [n for n in range(2, 50) if all(n % d for d in range(2, n))]
print(primes)
try:
    [1 / i for i in range(3, -1, -1)]
except ZeroDivisionError as e:
    print(e)
try:
    [i for i in 5]
except TypeError as e:
    print(e)
g = (i for i in range(3))
print(0 in g, list(g))
print({i: j for i, j in enumerate("ab")} | {5: "z"})


def yielding():
    yield [i for i in (yield)]


g = yielding()
next(g)
print(g.send([1, 2]))


def nonlocal_walrus():
    total = 0
    partial = [total := total + v for v in range(5)]
    return partial, total


print(nonlocal_walrus())
gs = [(lambda: (yield from range(i)))() for i in range(3)]
print([list(g) for g in gs])
# expect: [0, 1, 4, 9, 16] {0, 1, 2} {0: 0, 1: 1, 2: 4} ['a', 'b', 'c']
# expect: [1, 5, 7, 11, 13, 17, 19] [0, 1, -2, 3, -4]
# expect: [(1, 0), (2, 0), (2, 1)] [1, 2, 3]
# expect: [[0, 0, 0], [0, 1, 2], [0, 2, 4]] [[1, 3], [2, 4]]
# expect: {0: [], 1: [0], 2: [0, 1]} {(1, 2): 3, (3, 4): 7}
# expect: ['ac', 'bd'] ['a', 'd'] [1]
# expect: [0, 1, 2] outer ['outer', 'outer']
# expect: [5, 6] 5
# expect: [0, 1, 2, 3] 3 True 3
# expect: ([1, 1, 2], 2, 'no n')
# expect: ([2, 2, 2], [0, 1, 2], [10, 11, 12])
# expect: ([[2, 3], [2, 6], [3, 6]], 5)
# expect: [2, 4, 6] name 'base' is not defined
# expect: eval [1, 2]
# expect: made
# expect: eval 1
# expect: eval 2
# expect: [1, 2]
# expect: eval a
# expect: eval 1
# expect: eval b
# expect: eval 2
# expect: {'a': 1, 'b': 2}
# expect: (0, 1, 2) 10 (5, 'quick') ['e', 'h', 'l']
# expect: ABC {'a': 'b', 'c': 'd'} {0, 1, 2} (0, 1, 2)
# expect: [[1, 4], [2, 5], [3, 6]] [5, 7, 9]
# expect: [0, 2, 3] [True, False, False] []
# expect: [[[(0, 0, 0), (1, 0, 0)], [(0, 1, 0), (1, 1, 0)]], [[(0, 0, 1), (1, 0, 1)], [(0, 1, 1), (1, 1, 1)]]]
# expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
# expect: division by zero
# expect: 'int' object is not iterable
# expect: True [1, 2]
# expect: {0: 'a', 1: 'b', 5: 'z'}
# expect: [1, 2]
# expect: ([0, 1, 3, 6, 10], 10)
# expect: [[0, 1], [0, 1], [0, 1]]
