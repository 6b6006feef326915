def f(a):
    b = [x for x in a if x > a]
    c = [(x, y) for x in a for y in x]
    d = [[y for y in x] for x in a]
    e = [t := x for x in a]
    g = [[u := y for y in x] for x in a]
    h = (lambda: [v := x for x in a])
    return b, t, u
def g():
    global m
    [m := x for x in a]
def h():
    z = 1
    def i():
        nonlocal z
        [z := x for x in y]
[w := x for x in y]
k = {w: (lambda: w) for w in x}
l = (a for a in b for c in a)
def n():
    yield
    x = lambda: (yield)
    [i for i in (yield x)]
class C:
    a = 1
    b = [a for _ in a]
    c = [d for d in a if d]
