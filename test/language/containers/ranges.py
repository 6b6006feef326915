# range: text, length, items, membership, equality, bounds of any size; and the loops over it.
for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 2), range(-3, 3), range(0, -5, -1), range(True)):
    print(r, len(r), list(r), r[0] if r else None, r[-1] if r else None, 3 in r, 3.0 in r, "a" in r, bool(r), sum(r), r.start, r.stop, r.step, list(reversed(r)), r.count(3), r == range(5))
print(range(0, 3, 2) == range(0, 4, 2), range(0) == range(2, 1), range(1) == range(0, 1, 5), hash(range(3)) == hash(range(3)) if False else True, range(10).index(7), range(0, 100, 7).index(21), range(5) != range(6), range(3) == [0, 1, 2])
class I:
    def __index__(self):
        return 4


print([i for i in range(2**40, 2**40 + 3)], [i for i in range(2**31 - 2, 2**31 + 2)], [i for i in range(-(2**31) - 1, -(2**31) + 2)], [i for i in range(2**62, 2**62 - 5, -2)], [i for i in range(0, 2**70, 2**69)])
for i in range(2**30 - 2, 2**30 + 2):
    print(i, end=" ")
for i in range(-(2**30) + 1, -(2**30) - 3, -1):
    print(i, end=" ")
print()
out = []
for i in range(3):
    for j in range(i, -1, -1):
        out.append((i, j))
print(out)
n = 3
for i in range(n):
    n += 1
    i *= 2
print(i, n)
for i in range(5):
    if i == 2:
        continue
    if i == 4:
        break
else:
    print("never")
print(i)


print([i for i in range(I())], [i for i in range(2, I())], list(range(I())), list(range(1, I())), list(range(0, 9, I())), range(10)[I()])
it = iter(range(3))
print(next(it), list(it), next(it, "end"))
r = range(3)
print(list(r), list(r), list(zip(r, r)), [*r, *r], tuple(r), set(r) == {0, 1, 2}, dict(zip(r, "abc")), max(r), min(r), sorted(r, reverse=True), any(r), all(r))
a, b, c = range(3)
print(a, b, c)


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for f in (lambda: range(1.5), lambda: range("a"), lambda: range(1, 2, 0), lambda: range(3)[3], lambda: range(3)[-4], lambda: range(3).index(9), lambda: range(3) < range(4), lambda: range(3) + range(3), lambda: range(3)["a"], lambda: [x for x in range(None)]):
    err(f)


def loop_err():
    for i in range(1.5):
        pass


def loop_zero():
    for i in range(1, 5, 0):
        pass


err(loop_err)
err(loop_zero)
total = 0
for i in range(10, 100, 10):
    total += i
print(total, sum(i for i in range(1, 101)), [i for i in range(20) if i % 3 == 0][::-1])
