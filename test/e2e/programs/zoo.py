"""Objects of every type at once, for snapshots and those who damage them."""
class Base:
    def __init__(self, n):
        self.n = n
        self.keep = [n]
    def __eq__(self, other):
        return isinstance(other, Base) and self.n == other.n
    def __hash__(self):
        return self.n
    def __add__(self, other):
        return Base(self.n + other.n)
    def __iter__(self):
        return iter(self.keep)
class Side:
    kind = "side"
    @property
    def half(self):
        return self.n // 2
    @classmethod
    def make(cls, n):
        return cls(n)
    @staticmethod
    def twice(n):
        return n * 2
class Both(Base, Side):
    def __init__(self, n):
        super().__init__(n)
        self.extra = (n, n + 1)
    def __getattr__(self, name):
        return name
class MyError(ValueError):
    def __init__(self, what, n):
        self.what = what
        self.n = n
def counter():
    total = 0
    def add(n, *rest, step=1, **more):
        nonlocal total
        total += n * step
        for r in rest:
            total += r
        return total
    return add
def inner(n):
    for i in range(n):
        got = yield i
        if got:
            yield got
def outer(n):
    r = yield from inner(n)
    try:
        yield r
    finally:
        yield -1
def deep(n):
    if n == 0:
        raise MyError("deep", n)
    return deep(n - 1)
def work(rounds):
    add = counter()
    d = {}
    wide = {}
    s = set()
    keep = []
    b = bytearray(8)
    g = outer(4)
    for k in range(rounds):
        d[k] = (k, str)
        d["key"] = d.get(k)
        wide[Both(k % 5)] = k
        s.add(k % 7)
        b[k % 8] = k & 255
        keep.append(Base(k) + Base(1))
        keep.append(1.5 * k)
        keep.append(123456789012345678901234567890 + k)
        keep.append(add(k, 1, 2, step=2, other=k))
        keep.append(Side.twice)
        keep.append(Both.make(k).half)
        keep.append(keep[-1:0:-1][:3])
        keep.append(d.items())
        keep.append(iter(d))
        keep.append(id(keep))
        keep.append(Both(3).make)
        try:
            keep.append(next(g))
        except StopIteration as e:
            keep.append(e)
            g = outer(3)
        try:
            deep(5)
        except MyError as e:
            keep.append(e)
        try:
            try:
                {}[k]
            except KeyError as e:
                raise RuntimeError("no") from e
        except RuntimeError as e:
            keep.append(e)
        if len(keep) > 40:
            keep = sorted([x for x in range(10)], key=lambda x: -x)
        if k % 3 == 0:
            del d[k]
    return keep
for count in (3, 9):
    print(len(work(count)))
