# asyncio: task groups, wait, shield, as_completed.
import asyncio


async def step(name, turns, fails=None):
    try:
        for i in range(turns):
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        print('cancelled', name)
        raise
    if fails:
        raise fails
    print('end', name)
    return name


async def groups():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(step('a', 2))
        b = group.create_task(step('b', 1))
        print('body')
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(step('long', 50))
            group.create_task(step('bad', 2, ValueError('bad')))
            await step('the body', 50)
    except Exception as e:
        # CPython's is a group of one
        print('group failed', [*getattr(e, 'exceptions', [e])])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(step('other', 50))
            await asyncio.sleep(0)
            raise KeyError('body')
    except Exception as e:
        print('group failed', [*getattr(e, 'exceptions', [e])])

    async def around():
        async with asyncio.TaskGroup() as group:
            group.create_task(step('inner', 50))
            await step('waits', 50)

    t = asyncio.create_task(around())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('around cancelled', t.cancelled())
    for late in (asyncio.TaskGroup(), group):
        c = step('late', 1)
        try:
            late.create_task(c)
        except RuntimeError as e:
            print(str(e).split()[-1])
        c.close()

asyncio.run(groups())


async def waits():
    def tasks():
        return [asyncio.create_task(step('t%d' % i, 3 * i + 1, ValueError(i) if i == 1 else None)) for i in range(3)]

    for when in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        ts = tasks()
        done, pending = await asyncio.wait(ts, return_when=when)
        print(when, [ts.index(t) for t in ts if t in done], [ts.index(t) for t in ts if t in pending])
        for t in pending:
            t.cancel()
        await asyncio.gather(*ts, return_exceptions=True)
    t = asyncio.create_task(asyncio.sleep(5))
    done, pending = await asyncio.wait([t], timeout=0.02)
    print(len(done), len(pending))
    t.cancel()
    for bad in (t, []):
        try:
            await asyncio.wait(bad)
        except (TypeError, ValueError) as e:
            print(e)

asyncio.run(waits())


async def shields():
    inner = asyncio.create_task(step('inner', 4))
    outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 5))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print('outer cancelled', inner.done())
    print(await inner, await asyncio.shield(inner))
    found = []
    for c in asyncio.as_completed([step('slow', 6), step('fast', 1), step('middle', 3)]):
        found.append(await c)
    print(found)
    try:
        for c in asyncio.as_completed([step('only', 0), asyncio.sleep(1)], timeout=0.05):
            print(await c)
    except asyncio.TimeoutError:
        print('as_completed timed out')

asyncio.run(shields())


# the loop's own methods
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(step('by hand', 1)), loop.is_running())
t = loop.create_task(step('task', 1))
loop.call_soon(print, 'called', t.done())


def stop():
    print('stops', loop.is_running(), t.done())
    loop.stop()

loop.call_later(0.02, stop)
loop.run_forever()
print(t.result(), loop.is_running(), loop.is_closed())


async def exits():
    try:
        await asyncio.sleep(0)
        raise SystemExit(3)
    finally:
        print('exits')


async def other():
    try:
        await asyncio.sleep(5)
    finally:
        print('other ends')

try:
    loop.run_until_complete(exits())
except SystemExit as e:
    print('SystemExit', e.code)
loop.close()
print(loop.is_closed())
try:
    loop.run_forever()
except RuntimeError as e:
    print(e)
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)




async def handles():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('handler', context['message'], repr(context.get('exception'))))
    loop.call_exception_handler({'message': 'mine', 'exception': ValueError(5)})
    print(loop.get_exception_handler() is None)

asyncio.run(handles())
# expect: body
# expect: end b
# expect: end a
# expect: a b
# expect: cancelled the body
# expect: cancelled long
# expect: group failed [ValueError('bad')]
# expect: cancelled other
# expect: group failed [KeyError('body')]
# expect: cancelled waits
# expect: cancelled inner
# expect: around cancelled True
# expect: entered
# expect: finished
# expect: end t0
# expect: FIRST_COMPLETED [0] [1, 2]
# expect: cancelled t1
# expect: cancelled t2
# expect: end t0
# expect: FIRST_EXCEPTION [0, 1] [2]
# expect: cancelled t2
# expect: end t0
# expect: end t2
# expect: ALL_COMPLETED [0, 1, 2] []
# expect: 0 1
# expect: expect a list of futures, not Task
# expect: Set of Tasks/Futures is empty.
# expect: end inner
# expect: outer cancelled True
# expect: inner inner
# expect: end fast
# expect: end middle
# expect: end slow
# expect: ['fast', 'middle', 'slow']
# expect: end only
# expect: only
# expect: as_completed timed out
# expect: end by hand
# expect: by hand False
# expect: called False
# expect: end task
# expect: stops True True
# expect: task False False
# expect: exits
# expect: SystemExit 3
# expect: True
# expect: Event loop is closed
# expect: no running event loop
# expect: no running event loop
# expect: handler mine ValueError(5)
# expect: False
