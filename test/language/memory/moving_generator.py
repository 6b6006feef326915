# heap: 8K
# A generator moves when what lies below it dies: what its instructions were doing goes on in its new place.
def work(n):
    junk = [None] * 40
    for i in range(n):
        t = (i, i + 1, i + 2)
        l = [i, i + 1, i + 2]
        d = {i: i + 1, "k": i}
        s = {i, i + 1}
        junk.append([i] * 3)
        if len(junk) > 30:
            junk = []
        if t != (i, i + 1, i + 2) or l != [i, i + 1, i + 2] or d != {i: i + 1, "k": i} or s != {i, i + 1}:
            yield "bad", i, t, l, d, s
            return
    yield "good"


def run():
    results = []
    for k in range(60):
        below = ["x" * (k * 7 % 50)] * (k % 13)
        g = work(60)
        below = None
        results.append(next(g))
    return [r for r in results if r != "good"][:3]


print(run())  # expect: []
