# Asynchronous generators: what async for, asend, athrow and aclose do with them.

class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        sent = yield self.value
        return self.value if sent is None else sent


def run(c, *answers):
    # Prints what comes out of a coroutine, and the end.
    log = []
    answers = list(answers)
    try:
        out = c.send(None)
        while True:
            log.append(out)
            answer = answers.pop(0) if answers else None
            out = c.throw(answer) if isinstance(answer, Exception) else c.send(answer)
    except StopIteration as e:
        print(log, e.value)
    except Exception as e:
        print(log, type(e).__name__, e)


async def count(n):
    for i in range(n):
        await Pause(-i)
        yield i
    print('end of count')

g = count(3)
print(type(g).__name__, hasattr(g, '__iter__'), hasattr(g, '__aiter__'), hasattr(g, 'asend'), g.__aiter__() is g)

async def loop():
    async for x in count(3):
        print('x', x)
    return [x async for x in count(2)], [x async for x in count(3) if x != 1]

run(loop())

async def break_off():
    async for x in (g := count(9)):
        if x == 1:
            break
    await g.aclose()
    async for x in g:
        print('never')
    return x

run(break_off())

# what await hands on is never taken for a value, whatever it is
async def odd():
    for x in (None, (), (1,), (1, 2), [3]):
        print('sent', await Pause(x))
        yield x

async def collect():
    return [x async for x in odd()]

run(collect(), 'a', ('b',), ('c', 'd'), None, 'e')

# asend, athrow, aclose
async def echo():
    got = 'start'
    try:
        while True:
            try:
                got = yield got
            except ValueError as e:
                got = 'caught ' + str(e)
    finally:
        print('echo ends')
        await Pause('last')

async def talk():
    g = echo()
    out = [await g.asend(None), await g.asend(1), await g.asend((2, 3))]
    out.append(await g.athrow(ValueError('v')))
    out.append(await g.athrow(ValueError, 'w'))
    out.append(await g.__anext__())
    await g.aclose()
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        out.append('stop')
    return out

run(talk())

async def thrown():
    g = echo()
    await g.asend(None)
    try:
        await g.athrow(KeyError('k'))
    except KeyError as e:
        print('came through', e)
    fresh = echo()
    await fresh.aclose()
    try:
        await echo().asend(5)
    except TypeError as e:
        print(e)
    return [x async for x in fresh]

run(thrown())

# an exception that comes through an await
run(loop(), None, ValueError('into await'))

async def catches():
    try:
        await Pause('wait')
    except ValueError as e:
        yield str(e)
    yield 'more'

async def all_of(g):
    return [x async for x in g]

run(all_of(catches()), ValueError('handed in'))

async def raising(e):
    yield 1
    raise e

run(all_of(raising(ValueError('inside'))))
run(all_of(raising(StopIteration('inside'))))
run(all_of(raising(StopAsyncIteration('inside'))))

async def ignores():
    try:
        yield 1
    except GeneratorExit:
        print('ignored')
    yield 2

async def close_it():
    g = ignores()
    await g.__anext__()
    await g.aclose()

run(close_it())

# generator expressions
async def expressions(n):
    g = (x * 2 async for x in count(n))
    h = (await Pause(x) for x in range(n))
    print(type(g).__name__, type(h).__name__)
    nested = (x async for x in (y async for y in count(n)) if x)
    return [x async for x in g], [x async for x in h], {x async for x in nested}

run(expressions(2))

# aiter and anext
async def builtins():
    it = aiter(count(2))
    out = [await anext(it), await anext(it), await anext(it, 'default')]
    try:
        await anext(it)
    except StopAsyncIteration:
        out.append('stop')
    for f in (aiter, anext):
        try:
            f(1)
        except TypeError as e:
            print(e)
    return out

run(builtins())

# a method, closures and recursion
class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    async def __aiter__(self):
        yield self.value
        for child in self.children:
            async for value in child:
                yield value
                await Pause('.')

async def walk(tree):
    found = []
    async def numbered():
        n = 0
        async for value in tree:
            n += 1
            yield n, value
    async for pair in numbered():
        found.append(pair)
    return found

run(walk(Tree('a', Tree('b', Tree('c')), Tree('d'))))

async def bad():
    async for x in count(1):
        await g

run(bad())
for f in (iter, next):
    try:
        f(count(1))
    except TypeError as e:
        print(e)
# expect: async_generator False True True True
# expect: x 0
# expect: x 1
# expect: x 2
# expect: end of count
# expect: end of count
# expect: end of count
# expect: [0, -1, -2, 0, -1, 0, -1, -2] ([0, 1], [0, 2])
# expect: [0, -1] 1
# expect: sent a
# expect: sent ('b',)
# expect: sent ('c', 'd')
# expect: sent (1, 2)
# expect: sent e
# expect: [None, (), (1,), (1, 2), [3]] [None, (), (1,), (1, 2), [3]]
# expect: echo ends
# expect: ['last'] ['start', 1, (2, 3), 'caught v', 'caught w', None, 'stop']
# expect: echo ends
# expect: came through 'k'
# expect: can't send non-None value to a just-started async generator
# expect: ['last'] []
# expect: x 0
# expect: [0, -1] ValueError into await
# expect: ['wait'] ['handed in', 'more']
# expect: [] ValueError inside
# expect: [] RuntimeError async generator raised StopIteration
# expect: [] RuntimeError async generator raised StopAsyncIteration
# expect: ignored
# expect: [] RuntimeError async generator ignored GeneratorExit
# expect: async_generator async_generator
# expect: end of count
# expect: end of count
# expect: [0, -1, 0, 1, 0, -1] ([0, 2], [0, 1], {1})
# expect: end of count
# expect: 'int' object is not an async iterable
# expect: 'int' object is not an async iterator
# expect: [0, -1] [0, 1, 'default', 'stop']
# expect: ['.', '.', '.', '.'] [(1, 'a'), (2, 'b'), (3, 'c'), (4, 'd')]
# expect: [0] TypeError object async_generator can't be used in 'await' expression
# expect: 'async_generator' object is not iterable
# expect: 'async_generator' object is not an iterator
