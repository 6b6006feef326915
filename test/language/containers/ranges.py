# range: text, length, items, membership, equality, bounds of any size; and the loops over it.
for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 2), range(-3, 3), range(0, -5, -1), range(True)):
    print(r, len(r), list(r), r[0] if r else None, r[-1] if r else None, 3 in r, 3.0 in r, "a" in r, bool(r), sum(r), r.start, r.stop, r.step, list(reversed(r)), r.count(3), r == range(5))  # expect: range(0, 5) 5 [0, 1, 2, 3, 4] 0 4 True True False True 10 0 5 1 [4, 3, 2, 1, 0] 1 True
# expect: range(2, 8) 6 [2, 3, 4, 5, 6, 7] 2 7 True True False True 27 2 8 1 [7, 6, 5, 4, 3, 2] 1 False
# expect: range(0, 10, 3) 4 [0, 3, 6, 9] 0 9 True True False True 18 0 10 3 [9, 6, 3, 0] 1 False
# expect: range(10, 0, -3) 4 [10, 7, 4, 1] 10 1 False False False True 22 10 0 -3 [1, 4, 7, 10] 0 False
# expect: range(0, 0) 0 [] None None False False False False 0 0 0 1 [] 0 False
# expect: range(5, 2) 0 [] None None False False False False 0 5 2 1 [] 0 False
# expect: range(-3, 3) 6 [-3, -2, -1, 0, 1, 2] -3 2 False False False True -3 -3 3 1 [2, 1, 0, -1, -2, -3] 0 False
# expect: range(0, -5, -1) 5 [0, -1, -2, -3, -4] 0 -4 False False False True -10 0 -5 -1 [-4, -3, -2, -1, 0] 0 False
# expect: range(0, 1) 1 [0] 0 0 False False False True 0 0 1 1 [0] 0 False
print(range(0, 3, 2) == range(0, 4, 2), range(0) == range(2, 1), range(1) == range(0, 1, 5), hash(range(3)) == hash(range(3)) if False else True, range(10).index(7), range(0, 100, 7).index(21), range(5) != range(6), range(3) == [0, 1, 2])  # expect: True True True True 7 3 True False
class I:
    def __index__(self):
        return 4


big = []
for i in range(2**40, 2**40 + 3):
    big.append(i)
for i in range(-(2**31) - 1, -(2**31) + 2):
    big.append(i)
for i in range(2**62, 2**62 - 5, -2):
    big.append(i)
for i in range(0, 2**70, 2**69):
    big.append(i)
print(big)  # expect: [1099511627776, 1099511627777, 1099511627778, -2147483649, -2147483648, -2147483647, 4611686018427387904, 4611686018427387902, 4611686018427387900, 0, 590295810358705651712]
for i in range(2**30 - 2, 2**30 + 2):
    print(i, end=" ")  # expect-json: "1073741822 1073741823 1073741824 1073741825 -1073741823 -1073741824 -1073741825 -1073741826 "
for i in range(-(2**30) + 1, -(2**30) - 3, -1):
    print(i, end=" ")
print()
out = []
for i in range(3):
    for j in range(i, -1, -1):
        out.append((i, j))
print(out)  # expect: [(0, 0), (1, 1), (1, 0), (2, 2), (2, 1), (2, 0)]
n = 3
for i in range(n):
    n += 1
    i *= 2
print(i, n)  # expect: 4 6
for i in range(5):
    if i == 2:
        continue
    if i == 4:
        break
else:
    print("never")
print(i)  # expect: 4


print([i for i in range(I())], [i for i in range(2, I())], list(range(I())), list(range(1, I())), list(range(0, 9, I())), range(10)[I()])  # expect: [0, 1, 2, 3] [2, 3] [0, 1, 2, 3] [1, 2, 3] [0, 4, 8] 4
it = iter(range(3))
print(next(it), list(it), next(it, "end"))  # expect: 0 [1, 2] end
r = range(3)
print(list(r), list(r), list(zip(r, r)), [*r, *r], tuple(r), set(r) == {0, 1, 2}, dict(zip(r, "abc")), max(r), min(r), sorted(r, reverse=True), any(r), all(r))  # expect: [0, 1, 2] [0, 1, 2] [(0, 0), (1, 1), (2, 2)] [0, 1, 2, 0, 1, 2] (0, 1, 2) True {0: 'a', 1: 'b', 2: 'c'} 2 0 [2, 1, 0] True False
a, b, c = range(3)
print(a, b, c)  # expect: 0 1 2


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)  # expect: TypeError 'float' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError range() arg 3 must not be zero
# expect: IndexError range object index out of range
# expect: IndexError range object index out of range
# expect: ValueError 9 is not in range
# expect: TypeError '<' not supported between instances of 'range' and 'range'
# expect: TypeError unsupported operand type(s) for +: 'range' and 'range'
# expect: TypeError range indices must be integers or slices, not str
# expect: TypeError 'NoneType' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ValueError range() arg 3 must not be zero


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
print(total, sum(i for i in range(1, 101)), [i for i in range(20) if i % 3 == 0][::-1])  # expect: 450 5050 [18, 15, 12, 9, 6, 3, 0]
