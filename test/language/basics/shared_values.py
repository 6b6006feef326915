# A value that is bound to several names, or used again later, comes from a call.
def f(a):
    x = y = len(a)
    p = q = z = tuple(a)
    a[0] = b = w = str(x)
    return x, y, p, q, z, a, b, w


print(f([1, 2]))  # expect: (2, 2, (1, 2), (1, 2), (1, 2), ['2', 2], '2', '2')


def g(a):
    with Manager(a) as m, Manager(len(a)) as n:
        u = v = abs(n)
    return m, n, u, v


class Manager:
    def __init__(self, x):
        self.x = x

    def __enter__(self):
        return self.x

    def __exit__(self, *rest):
        print("exit", self.x)  # expect: exit 3
# expect: exit abc


print(g("abc"))  # expect: ('abc', 3, 3, 3)


def h(a):
    while n := len(a):
        print(n, a.pop(), (m := len(a)) + (m := m + 1) + m)  # expect: 2 5 5
# expect: 1 4 2
    r = [k := sum(a), k]
    return r, 1 < len("abc") < 5, len(a) or len("ab"), max(a, default=3) and len("x")


print(h([4, 5]))  # expect: ([0, 0], True, 2, 1)
