# Assignment expressions, wherever they may stand, and where their names live.
def f():
    l = [0, 1]
    while n := len(l):
        print(n, l.pop())  # expect: 2 1
# expect: 1 0
    r = [y := 5, y**2, (y := 7), y]
    print(r, y, (a := 1) + (a := 2) + a)  # expect: [5, 25, 7, 7] 7 5
    print([[z := i * j for i in range(3)] for j in range(3)], z)  # expect: [[0, 0, 0], [0, 1, 2], [0, 2, 4]] 4
    if (m := len("abc")) > 2 and (k := m + 1): print(m, k)  # expect: 3 4
    x = (q := 3) if (p := len("")) else (q := 4)
    print(x, p, q)  # expect: 4 0 4
    def g(a=(d := 5)): return a + d
    print(g())  # expect: 10
    print(f"{(w := 4)} {w}")  # expect: 4 4
    t = {(u := 1): (v := 2), **{u: v}}
    print(t, u, v)  # expect: {1: 2} 1 2
    while (c := (len(l) + 3)) and len(l) < 3: l.append(c)
    print(l, c)  # expect: [3, 4, 5] 6
    lam = lambda: (e := 5) + e
    print(lam())  # expect: 10
    return any((hit := i) % 5 == 3 for i in range(10)), hit
print(f())  # expect: (True, 3)
def mm(x):
    match len(x):
        case y if y > 3: return "long", y
        case 2: return "two"
        case y if y > 2: return y
    return y
print(mm("abcd"), mm("ab"), mm("abc"), mm(""))  # expect: ('long', 4) two 3 0

def scopes():
    def inner():
        nonlocal seen
        global everywhere
        return [(seen := i, everywhere := i * 2) for i in range(3)]
    print(inner(), seen)  # expect: [(0, 0), (1, 2), (2, 4)] 2
    seen = None

scopes()
print(everywhere)  # expect: 4
total = 0
print([total := total + v for v in range(5)], total)  # expect: [0, 1, 3, 6, 10] 10
print({(k := v): k for v in "ab"}, k, list(last := v for v in "xy"), last)  # expect: {'a': 'a', 'b': 'b'} b ['x', 'y'] y
if (n := 10) > 5 and (m := n) and not (z := 0): print(n, m, z)  # expect: 10 10 0
print((lambda: (inner := 3) + inner)())  # expect: 6
def default(a=(outer_default := 4)): return a
print(default(), outer_default)  # expect: 4 4
items = [1, 2, 3]
while (item := items.pop()) > 1: print(item)  # expect: 3
# expect: 2
print(f"{(w := 7)} {w:=5}", [y := 1, y ** 2], "abc"[(i := 1):(j := 3)], i + j)  # expect: 7     7 [1, 1] bc 4
