# asyncio: tasks, the order in which they run, what they give and how they are cancelled.
import asyncio


async def count(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name * 2


async def order():
    a = asyncio.create_task(count('a', 3))
    b = asyncio.create_task(count('b', 1))
    print('created', a.done())
    print(await count('m', 2))
    print(await a, await b, a.done(), a.result(), a.exception(), a.cancelled())
    print(await a)
    return 'order ends'

print(asyncio.run(order()))


async def fails(e):
    await asyncio.sleep(0)
    raise e


async def results():
    print(await asyncio.gather(count('x', 1), count('y', 2), asyncio.sleep(0, 'slept')))
    print(await asyncio.gather())
    print(await asyncio.gather(fails(ValueError(1)), count('z', 0), fails(KeyError('k')), return_exceptions=True))
    try:
        await asyncio.gather(count('u', 3), fails(ValueError('first')))
    except ValueError as e:
        print('gather raised', e)
    t = asyncio.create_task(fails(OSError('late')))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(t.done(), repr(t.exception()))
    try:
        t.result()
    except OSError as e:
        print('result raised', e)

asyncio.run(results())


async def patient(name, again=False):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError as e:
        print(name, 'cancelled', e.args)
        if not again:
            raise
        await asyncio.sleep(0)
        return 'stays'
    finally:
        print(name, 'finally')


async def cancels():
    t = asyncio.create_task(patient('one'))
    fresh = asyncio.create_task(patient('never begins'))
    print(fresh.cancel(), t.cancel('too early'))
    await asyncio.sleep(0)
    print(t.cancelled(), t.done(), fresh.cancelled(), t.cancel())
    t = asyncio.create_task(patient('two'))
    await asyncio.sleep(0)
    print(t.cancel('why'), t.cancelling(), t.cancelled())
    try:
        await t
    except asyncio.CancelledError as e:
        print('awaited', e.args, t.cancelled())
    try:
        t.exception()
    except asyncio.CancelledError:
        print('exception() raises')
    t = asyncio.create_task(patient('three', True))
    await asyncio.sleep(0)
    t.cancel()
    print(await t, t.cancelled(), t.uncancel())
    t = asyncio.create_task(patient('four'))
    g = asyncio.gather(t, patient('five', True), return_exceptions=True)
    await asyncio.sleep(0)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print('gather cancelled', t.cancelled())

    async def around():
        await asyncio.gather(patient('six'), patient('seven'))

    t = asyncio.create_task(around())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('around cancelled')

asyncio.run(cancels())


async def callbacks():
    t = asyncio.create_task(count('c', 1))
    t.add_done_callback(lambda f: print('callback', f is t, f.result()))
    removed = lambda f: print('never')
    t.add_done_callback(removed)
    print(t.remove_done_callback(removed))
    await t
    t.add_done_callback(lambda f: print('at once, in the next turn'))
    print('before')
    await asyncio.sleep(0)
    f = asyncio.get_running_loop().create_future()
    print(f.done(), asyncio.isfuture(f), isinstance(t, asyncio.Future))
    asyncio.get_running_loop().call_soon(f.set_result, 7)
    print(await f)
    try:
        f.set_result(8)
    except asyncio.InvalidStateError as e:
        print('invalid', e)
    g = asyncio.Future()
    try:
        g.result()
    except asyncio.InvalidStateError as e:
        print('invalid', e)
    g.set_exception(ValueError)
    try:
        await g
    except ValueError:
        print('future raised')
    me = asyncio.current_task()
    print(me in asyncio.all_tasks(), len(asyncio.all_tasks()), me.get_name()[:5])
    named = asyncio.create_task(asyncio.sleep(0), name='named')
    print(named.get_name(), asyncio.iscoroutinefunction(count), asyncio.iscoroutinefunction(print), asyncio.iscoroutine(named))

asyncio.run(callbacks())


# what is left when the main task ends is cancelled
async def leaves():
    asyncio.create_task(patient('left'))
    await asyncio.sleep(0)
    return 'left it'

print(asyncio.run(leaves()))


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return 'awaitable'


async def awaitables():
    print(await Awaitable(), await asyncio.gather(Awaitable()), await asyncio.ensure_future(Awaitable()))
    for x in (1, print, 'a'):
        try:
            asyncio.create_task(x)
        except TypeError as e:
            print(e)
    try:
        asyncio.ensure_future(1)
    except TypeError as e:
        print(e)

    class Odd:
        def __await__(self):
            yield 5

    try:
        await Odd()
    except RuntimeError as e:
        print(e)
    c = count('nested run', 1)
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
        c.close()

asyncio.run(awaitables())
try:
    asyncio.run(5)
except ValueError as e:
    print(e)
try:
    asyncio.run(fails(ValueError('out of run')))
except ValueError as e:
    print(e)
# expect: created False
# expect: m 0
# expect: a 0
# expect: b 0
# expect: m 1
# expect: a 1
# expect: mm
# expect: a 2
# expect: aa bb True aa None False
# expect: aa
# expect: order ends
# expect: x 0
# expect: y 0
# expect: y 1
# expect: ['xx', 'yy', 'slept']
# expect: []
# expect: [ValueError(1), 'zz', KeyError('k')]
# expect: u 0
# expect: u 1
# expect: u 2
# expect: gather raised first
# expect: True OSError('late')
# expect: result raised late
# expect: True True
# expect: True True True False
# expect: True 1 False
# expect: two cancelled ('why',)
# expect: two finally
# expect: awaited ('why',) True
# expect: exception() raises
# expect: three cancelled ()
# expect: three finally
# expect: stays False 0
# expect: four cancelled ()
# expect: four finally
# expect: five cancelled ()
# expect: five finally
# expect: gather cancelled True
# expect: six cancelled ()
# expect: six finally
# expect: seven cancelled ()
# expect: seven finally
# expect: around cancelled
# expect: 1
# expect: c 0
# expect: callback True cc
# expect: before
# expect: at once, in the next turn
# expect: False True True
# expect: 7
# expect: invalid invalid state
# expect: invalid Result is not set.
# expect: future raised
# expect: True 1 Task-
# expect: named True False False
# expect: left cancelled ()
# expect: left finally
# expect: left it
# expect: awaitable ['awaitable'] awaitable
# expect: a coroutine was expected, got 1
# expect: a coroutine was expected, got <built-in function print>
# expect: a coroutine was expected, got 'a'
# expect: An asyncio.Future, a coroutine or an awaitable is required
# expect: Task got bad yield: 5
# expect: asyncio.run() cannot be called from a running event loop
# expect: a coroutine was expected, got 5
# expect: out of run
