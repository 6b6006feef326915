# heap: 64K
# Recursion a thousand deep in 64K; without end it is a RecursionError, and the program goes on.
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900))  # expect: 900


def endless(n):
    return endless(n + 1) + 1


for i in range(3):
    try:
        endless(0)
    except RecursionError as e:
        print(type(e).__name__, str(e)[:32])  # expect: RecursionError maximum recursion depth exceeded
# expect: RecursionError maximum recursion depth exceeded
# expect: RecursionError maximum recursion depth exceeded


class Deep:
    def __init__(self, n):
        self.kid = Deep(n - 1) if n else None

    def __len__(self):
        return 1 + (len(self.kid) if self.kid is not None else 0)

    def __repr__(self):
        return f"D({self.kid!r})" if self.kid is not None else "D"

    def __eq__(self, o):
        return self.kid == o.kid


d = Deep(50)
print(len(d), len(repr(d)), d == Deep(50))  # expect: 51 151 True


def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))


print(ack(2, 6))  # expect: 15


def tree(n):
    return (tree(n - 1), n, tree(n - 1)) if n else None


def total(t):
    return total(t[0]) + t[1] + total(t[2]) if t else 0


print(total(tree(7)))  # expect: 247
nested = []
for i in range(100):
    nested = [nested]
print(repr(nested)[:5], len(repr(nested)), nested == nested)  # expect: [[[[[ 202 True


def flat(x):
    return [y for i in x for y in flat(i)] if isinstance(x, list) and x else [x]


print(flat(nested))  # expect: [[]]


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


print(even(400))  # expect: True


def gen_depth(n):
    yield n
    if n:
        yield from gen_depth(n - 1)


print(sum(gen_depth(60)))  # expect: 1830
