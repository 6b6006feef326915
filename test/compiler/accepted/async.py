async def plain(): pass

@decorated
@twice(1)
async def function(a, /, b=1, *c, d, **e) -> int:
    """Awaits."""
    await a
    x = await a.b(c)[d]
    y = -await a ** 2 + (await b) * await c
    z = not await a, await (b, c), [await d, *await e], {**await e}
    print(f'{await x!r:{await y}} {(await z)=}')
    return await x if await y else await z


class Manager:
    async def __aenter__(self): return await self.enter()
    @staticmethod
    async def __aexit__(*args): del args


async def statements(xs):
    async with a: pass
    async with a as b, c() as (d, e), f[0] as g.h:
        pass
    async with (a as b, c as d,):
        await b
    async for x in xs: await x
    async for x, *y in await xs:
        if x: break
        continue
    else:
        pass
    for x in await xs:
        while await x:
            async def inner():
                nonlocal x
                x = await xs
            await inner()
    try:
        raise await x
    except await y as e:
        return
    finally:
        await z


async def generator(n):
    if (x := await n): yield x
    y = yield
    yield await y
    await (yield y)
    async for z in generator(n - 1): yield z
    return


async def comprehensions(xs):
    a = [x async for x in xs]
    b = {x async for x in xs if await x if x}
    c = {await k: await v async for k, v in xs for await_ in k async for z in v}
    d = (x async for x in xs)
    e = (await x for x in await xs)
    f = [[y async for y in x] for x in xs]
    g = [await x for x in xs]
    h = call(x async for x in xs)
    i = [(x async for x in y) for y in xs]
    return a, b, c, d, e, f, g, h, i


outside = (x async for x in xs)
nested = (await x for x in xs)
lambda: (x async for x in xs)
