# heap: 8K
# What is dead makes room: cycles, long strings, generators, closures.
class N:
    def __init__(self):
        self.me = self
        self.data = [0] * 20


for i in range(300):
    n = N()
    n.data.append(n)
print(len(n.data))  # expect: 21
for i in range(300):
    s = "x" * 200 + str(i)
print(len(s), s[-3:])  # expect: 203 299


def gen(k):
    data = [k] * 30
    for x in data:
        yield x


for i in range(200):
    g = gen(i)
    next(g)
print(next(g))  # expect: 199


def closure(k):
    data = [k] * 30
    return lambda: data[0]


for i in range(200):
    f = closure(i)
print(f())  # expect: 199
d = {}
for i in range(500):
    d[i % 10] = [i] * 10
print(d[9][0], len(d))  # expect: 499 10
l = []
for i in range(300):
    l.append("item %d" % i)
    if len(l) > 10:
        l.pop(0)
print(l[0], l[-1])  # expect: item 290 item 299
x = 1
for i in range(200):
    x = x * 3 % (10**40 + 7)
print(x)  # expect: 6037814813667445162521849728381872075460
for i in range(200):
    try:
        raise ValueError([i] * 20)
    except ValueError as e:
        last = e
print(last.args[0][0])  # expect: 199
