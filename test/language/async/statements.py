# async for, async with and asynchronous comprehensions.

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


async def loop(n):
    total = 0
    async for x in Count(n):
        if x == 2:
            continue
        if x == 5:
            break
        total += x
    else:
        return 'else', total
    return 'break', total, x

run(loop(3))
run(loop(0))
run(loop(9))

async def nested():
    pairs = []
    async for x in Count(2):
        async for pairs_y in Count(x):
            pairs.append((x, pairs_y))
        else:
            continue
    for i in range(2):
        async for (a) in Count(3):
            if a == 2:
                break
    return pairs, a

run(nested())

async def failing():
    async for x in Count(5, fails=2):
        pass

run(failing())

async def stop_inside():
    # StopAsyncIteration of the body is no end of the loop
    async for x in Count(3):
        raise StopAsyncIteration('body')

run(stop_inside())

async def targets():
    o = Count(0)
    d = {}
    async for o.x in Count(2):
        async for d[o.x] in Count(2):
            pass
    return o.x, d

run(targets())

class Returns:
    def __aiter__(self):
        return self.given

async def over(x):
    async for y in x:
        pass

run(over([1]))
run(over(Count))
r = Returns()
r.given = 5
run(over(r))

# async with
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        await Pause('>' + self.name)
        return self.name.upper()

    async def __aexit__(self, kind, value, traceback):
        await Pause('<' + self.name)
        print('exit', self.name, kind and kind.__name__, value, traceback is None)
        return self.swallow

async def plain():
    async with Manager('a') as a, Manager('b') as (b):
        print(a, b)
        return await Pause('body')

run(plain())

async def swallowed():
    async with Manager('s', True):
        raise ValueError('swallowed')
    async with Manager('o'):
        async with Manager('i'):
            raise KeyError('seen')

run(swallowed())

async def leaving():
    for i in range(5):
        async with Manager('m%d' % i):
            if i == 1:
                continue
            if i == 2:
                break
    try:
        return 'r'
    finally:
        async with Manager('f'):
            pass

run(leaving())

class Enters:
    async def __aenter__(self):
        raise OSError('not entered')

    async def __aexit__(self, *args):
        print('never')

class NoExit:
    async def __aenter__(self):
        pass

async def enter(x):
    async with x:
        print('never')

run(enter(Enters()))
run(enter(NoExit()))
run(enter(1))

class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        print('asked')
        return self.value

class Unsure:
    def __init__(self, answer):
        self.answer = answer

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        return self.answer

async def asks(answer):
    async with Unsure(Truth(answer)):
        1 / 0
    return 'went on'

run(asks(True))
run(asks(False))

# comprehensions
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
# expect: [1, 2, 3] ('else', 4)
# expect: [] ('else', 0)
# expect: [1, 2, 3, 4, 5] ('break', 8, 5)
# expect: [1, 1, 2, 1, 2, 1, 2, 1, 2] ([(1, 1), (2, 1), (2, 2)], 2)
# expect: [1, 2] ValueError at 2
# expect: [1] StopAsyncIteration body
# expect: [1, 1, 2, 2, 1, 2] (2, {1: 2, 2: 2})
# expect: [] TypeError 'async for' requires an object with __aiter__ method, got list
# expect: [] TypeError 'async for' requires an object with __aiter__ method, got type
# expect: [] TypeError 'async for' received an object from __aiter__ that does not implement __anext__: int
# expect: A B
# expect: exit b None None True
# expect: exit a None None True
# expect: ['>a', '>b', 'body', '<b', '<a'] body
# expect: exit s ValueError swallowed False
# expect: exit i KeyError 'seen' False
# expect: exit o KeyError 'seen' False
# expect: ['>s', '<s', '>o', '>i', '<i', '<o'] KeyError 'seen'
# expect: exit m0 None None True
# expect: exit m1 None None True
# expect: exit m2 None None True
# expect: exit f None None True
# expect: ['>m0', '<m0', '>m1', '<m1', '>m2', '<m2', '>f', '<f'] r
# expect: [] OSError not entered
# expect: [] TypeError 'NoExit' object does not support the asynchronous context manager protocol (missed __aexit__ method)
# expect: [] TypeError 'int' object does not support the asynchronous context manager protocol
# expect: asked
# expect: [] went on
# expect: asked
# expect: [] ZeroDivisionError division by zero
# expect: [1, 2, 3, 1, 2, 3, 1, True, -1, 2, True, -2, 3, True, -3, 0, 1, 2, 1, 2, 3, 1, 1, 2, 1, 1, 2, [7, 8], 1, 2] ([2, 4, 6], {1}, {1: -1, 2: -2, 3: -3}, [0, 1, 2], [(2, 1), (3, 1), (3, 2)], [(1, 1), (2, 1), (2, 2)], [[], [1], [1, 2]], [7, 8], [4, 5])
# expect: [1] ValueError at 1
# expect: [1, 2] [2, 2]
# expect: [1, 1] (111, 10, ((1,), {'a': 2}), 111)
