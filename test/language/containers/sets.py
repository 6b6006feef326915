# set and frozenset: every method and operator, errors, hash.
def s(x):
    return sorted(x, key=str)


a, b = {1, 2, 3}, {3, 4}
print(s(a | b), s(a & b), s(a - b), s(a ^ b), a < b, a <= a, a > {1}, a >= {1, 2}, a == {3, 2, 1}, a != b, {1} < {1}, a.isdisjoint({9}), a.issubset({1, 2, 3, 4}), a.issuperset([1]))  # expect: [1, 2, 3, 4] [3] [1, 2] [1, 2, 4] False True True True True True False True True True
print(s(a.union(b, [9], "x")), s(a.intersection(b, [3])), s(a.difference(b, [1])), s(a.symmetric_difference([3, 7])), s(a.union()), s(set().union(*[[1], [2]])))  # expect: [1, 2, 3, 4, 9, 'x'] [3] [2] [1, 2, 7] [1, 2, 3] [1, 2]
c = a.copy()
c.add(5)
c.add(5)
c.discard(1)
c.discard(99)
c.remove(2)
print(s(c), len(c), 5 in c, 1 not in c)  # expect: [3, 5] 2 True True
c |= {10}
c &= {10, 5, 3}
c -= {3}
c ^= {5, 6}
print(s(c))  # expect: [10, 6]
c.update([1, 2], (3,), "a")
c.intersection_update([1, 2, 3, 99])
c.difference_update([3])
c.symmetric_difference_update([1, 7])
print(s(c))  # expect: [2, 7]
x = c.pop()
print(x in (2, 7), len(c))  # expect: True 1
c.clear()
print(c, len(c), bool(c), set(), {1}, frozenset(), frozenset([1]), {*()} == set(), repr({"a"}), repr({(1, 2)}))  # expect: set() 0 False set() {1} frozenset() frozenset({1}) True {'a'} {(1, 2)}
f = frozenset([1, 2])
print(f | {3} == frozenset({1, 2, 3}), type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f: "v"}[frozenset([2, 1])], f in {f}, s(f & {1}), s(f - {1}), f.copy() is f, frozenset(f) is f)  # expect: True frozenset set True True v True [1] [2] True True
print(set("hello") == {"h", "e", "l", "o"}, len(set([1, 1.0, True, 2])), s({x % 3 for x in range(9)}), s({1, "a", None, (1,), 2.5, b"x", True}))  # expect: True 2 [0, 1, 2] [(1,), 1, 2.5, None, 'a', b'x']
big = set()
for i in range(300):
    big.add(i * 7 % 100)
for i in range(0, 100, 3):
    big.discard(i)
print(len(big), sum(big), 7 in big, 9 in big, min(big), max(big))  # expect: 66 3267 True False 1 98


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)  # expect: KeyError 2
# expect: KeyError 'pop from an empty set'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'dict'
# expect: TypeError unsupported operand type(s) for |: 'set' and 'list'
# expect: TypeError unsupported operand type(s) for +: 'set' and 'set'
# expect: TypeError '<' not supported between instances of 'set' and 'list'
# expect: TypeError 'set' object is not subscriptable
# expect: TypeError 'int' object is not iterable
# expect: AttributeError 'frozenset' object has no attribute 'add'
# expect: TypeError unhashable type: 'set'
# expect: TypeError 'int' object is not iterable
# expect: TypeError unsupported operand type(s) for &: 'set' and 'int'
# expect: TypeError set expected at most 1 argument, got 2
# expect: RuntimeError Set changed size during iteration


err(lambda: {1}.remove(2))
err(lambda: set().pop())
err(lambda: {[]})
err(lambda: {1}.add({}))
err(lambda: {1} | [2])
err(lambda: {1} + {2})
err(lambda: {1} < [1])
err(lambda: {1}[0])
err(lambda: set(5))
err(lambda: frozenset([1]).add(2))
err(lambda: hash({1}))
err(lambda: {1}.union(5))
err(lambda: {1} & 5)
err(lambda: set([1], [2]))


def changing():
    t = {1, 2}
    for x in t:
        t.add(x + 10)


err(changing)
seen = set()
print([x for x in [3, 1, 3, 2, 1] if not (x in seen or seen.add(x))], {1, 2} == frozenset([1, 2]), {frozenset(): 1}, set([(1, 2), (1, 2)]))  # expect: [3, 1, 2] True {frozenset(): 1} {(1, 2)}
print({1, 2}.__contains__(1) if False else 1 in {1, 2}, all(x in {1, 2, 3} for x in [1, 2]), any(x in {5} for x in [1]), sum({1, 2, 3}), sorted({3, 1, 2}, reverse=True), len({i for i in range(10) if i % 2}), list({7}), tuple({8}), max({1, 5}))  # expect: True True False 6 [3, 2, 1] 5 [7] (8,) 5
