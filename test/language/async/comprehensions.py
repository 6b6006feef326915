# Asynchronous comprehensions, and methods that are coroutines.

class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self.value
        return self.value


def run(c):
    log = []
    try:
        while True:
            log.append(c.send(None))
    except StopIteration as e:
        print(log, e.value)
    except Exception as e:
        print(log, type(e).__name__, e)


class Count:
    def __init__(self, n, fails=None):
        self.n, self.i, self.fails = n, 0, fails

    def __aiter__(self):
        self.i = 0
        return self

    async def __anext__(self):
        if self.i == self.fails:
            raise ValueError('at %d' % self.i)
        if self.i == self.n:
            raise StopAsyncIteration
        self.i += 1
        return await Pause(self.i)


async def comprehensions(n):
    a = [x * 2 async for x in Count(n)]
    b = {x % 2 async for x in Count(n) if x != 2}
    c = {x: await Pause(-x) async for x in Count(n) if await Pause(True)}
    d = [await Pause(x) for x in range(n)]
    e = [(x, y) async for x in Count(n) for y in range(x) if y]
    f = [(x, y) for x in range(3) async for y in Count(x)]
    g = [[y async for y in Count(x)] for x in range(3)]
    h = [x for x in await Pause([7, 8])]
    k = [n + x async for x in Count(2)]
    return a, b, c, d, e, f, g, h, k

run(comprehensions(3))

async def failing_comprehension():
    return [x async for x in Count(3, fails=1)]

run(failing_comprehension())

async def closure():
    fs = [lambda: x async for x in Count(2)]
    return [f() for f in fs]

run(closure())

class Methods:
    base = 10

    async def get(self, x):
        return self.base + await Pause(x)

    @classmethod
    async def make(cls):
        return cls().base

    @staticmethod
    async def other(*args, **kw):
        return args, kw

    async def __call__(self):
        return await self.get(1)

class Sub(Methods):
    async def get(self, x):
        return await super().get(x) + 100

async def methods():
    return await Sub().get(1), await Sub.make(), await Methods.other(1, a=2), await Sub()()

run(methods())
# expect: [1, 2, 3, 1, 2, 3, 1, True, -1, 2, True, -2, 3, True, -3, 0, 1, 2, 1, 2, 3, 1, 1, 2, 1, 1, 2, [7, 8], 1, 2] ([2, 4, 6], {1}, {1: -1, 2: -2, 3: -3}, [0, 1, 2], [(2, 1), (3, 1), (3, 2)], [(1, 1), (2, 1), (2, 2)], [[], [1], [1, 2]], [7, 8], [4, 5])
# expect: [1] ValueError at 1
# expect: [1, 2] [2, 2]
# expect: [1, 1] (111, 10, ((1,), {'a': 2}), 111)
