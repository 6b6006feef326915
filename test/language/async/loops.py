# async for.

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
