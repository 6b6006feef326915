# asyncio: waiting for times, with an end.
import asyncio


async def after(delay, what):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print('cancelled', what)
        raise
    print(what)
    return what


async def sleeps():
    print(await asyncio.gather(after(0.12, 'c'), after(0.04, 'a'), after(0.08, 'b'), after(0, '0'), after(-1, '-')))

asyncio.run(sleeps())


async def ends():
    print(await asyncio.wait_for(after(0.01, 'in time'), 1))
    print(await asyncio.wait_for(after(0.01, 'without end'), None))
    for delay in (0.02, 0, -1):
        try:
            await asyncio.wait_for(after(5, 'late'), delay)
        except asyncio.TimeoutError as e:
            print('TimeoutError', e.args, type(e.__cause__).__name__)
    t = asyncio.create_task(after(0, 'done'))
    await t
    print(await asyncio.wait_for(t, 0))

    async def raises():
        raise KeyError('k')

    try:
        await asyncio.wait_for(raises(), 1)
    except KeyError as e:
        print('raised', e)
    t = asyncio.create_task(asyncio.wait_for(after(5, 'inner'), 5))
    await asyncio.sleep(0.01)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('outer cancelled')

asyncio.run(ends())


async def blocks():
    async with asyncio.timeout(1) as t:
        await asyncio.sleep(0)
    print(t.expired())
    try:
        async with asyncio.timeout(0.02) as t:
            await after(5, 'block')
            print('never')
    except TimeoutError:
        print('timed out', t.expired(), asyncio.current_task().cancelling())
    async with asyncio.timeout(None) as t:
        print(t.when())
        t.reschedule(asyncio.get_running_loop().time() + 5)
        t.reschedule(None)
        await asyncio.sleep(0)
    try:
        async with asyncio.timeout(None) as t:
            t.reschedule(asyncio.get_running_loop().time() + 0.02)
            try:
                await after(5, 'rescheduled')
            finally:
                try:
                    t.reschedule(None)
                except RuntimeError as e:
                    print(e)
    except TimeoutError:
        print('rescheduled to its end')
    try:
        asyncio.timeout(1).reschedule(1)
    except RuntimeError as e:
        print(e)
    try:
        async with asyncio.timeout(0.02):
            async with asyncio.timeout(5):
                await after(5, 'nested')
    except TimeoutError:
        print('outer timed out')
    try:
        async with asyncio.timeout(5):
            raise ValueError('through')
    except ValueError as e:
        print(e)

asyncio.run(blocks())


async def calls():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    loop.call_later(0.08, done.set_result, 'set')
    loop.call_later(0.04, print, 'later', 1)
    loop.call_soon(print, 'soon', 2)
    loop.call_at(loop.time() + 0.06, print, 'at', 3)
    handle = loop.call_later(0.02, print, 'never')
    handle.cancel()
    soon = loop.call_soon(print, 'never')
    soon.cancel()
    print(handle.cancelled(), soon.cancelled())
    before = loop.time()
    print(await done, 0.05 < loop.time() - before < 5)

asyncio.run(calls())
# expect: 0
# expect: -
# expect: a
# expect: b
# expect: c
# expect: ['c', 'a', 'b', '0', '-']
# expect: in time
# expect: in time
# expect: without end
# expect: without end
# expect: cancelled late
# expect: TimeoutError () CancelledError
# expect: TimeoutError () CancelledError
# expect: TimeoutError () CancelledError
# expect: done
# expect: done
# expect: raised 'k'
# expect: cancelled inner
# expect: outer cancelled
# expect: False
# expect: cancelled block
# expect: timed out True 0
# expect: None
# expect: cancelled rescheduled
# expect: Cannot change state of expiring Timeout
# expect: rescheduled to its end
# expect: Timeout has not been entered
# expect: cancelled nested
# expect: outer timed out
# expect: through
# expect: True True
# expect: soon 2
# expect: later 1
# expect: at 3
# expect: set True
