# asyncio: events, locks, semaphores and conditions.
import asyncio


async def events():
    event = asyncio.Event()

    async def waiter(n):
        print('waits', n)
        print('got', n, await event.wait())

    ts = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    ts[1].cancel()
    print(event.is_set())
    event.set()
    await asyncio.gather(*ts, return_exceptions=True)
    print(event.is_set(), await event.wait())
    event.clear()
    print(event.is_set())

asyncio.run(events())


async def locks():
    lock = asyncio.Lock()

    async def user(n):
        async with lock as nothing:
            print('has', n, nothing, lock.locked())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
        print('released', n)

    ts = [asyncio.create_task(user(i)) for i in range(4)]
    await asyncio.sleep(0)
    ts[1].cancel()
    await asyncio.gather(*ts, return_exceptions=True)
    print(lock.locked(), await lock.acquire(), lock.locked())
    lock.release()
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    try:
        async with lock:
            raise ValueError('in lock')
    except ValueError:
        print(lock.locked())

asyncio.run(locks())


async def semaphores():
    s = asyncio.Semaphore(2)
    inside = 0

    async def user(n):
        nonlocal inside
        async with s:
            inside += 1
            print('in', n, inside, s.locked())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            inside -= 1

    ts = [asyncio.create_task(user(i)) for i in range(5)]
    await asyncio.sleep(0)
    ts[2].cancel()
    await asyncio.gather(*ts, return_exceptions=True)
    print(s.locked())
    b = asyncio.BoundedSemaphore(1)
    await b.acquire()
    b.release()
    try:
        b.release()
    except ValueError as e:
        print(e)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)

asyncio.run(semaphores())


async def conditions():
    c = asyncio.Condition()
    ready = []

    async def waiter(n):
        async with c:
            await c.wait_for(lambda: len(ready) > n)
            print('woken', n, ready)

    async def plain():
        async with c:
            print('plain', await c.wait())

    ts = [asyncio.create_task(waiter(i)) for i in range(2)] + [asyncio.create_task(plain())]
    await asyncio.sleep(0)
    try:
        c.notify()
    except RuntimeError as e:
        print(e)
    try:
        await c.wait()
    except RuntimeError as e:
        print(e)
    for i in range(2):
        async with c:
            ready.append(i)
            c.notify_all()
        await asyncio.sleep(0)
    async with c:
        c.notify(5)
    await asyncio.gather(*ts)

asyncio.run(conditions())
# expect: waits 0
# expect: waits 1
# expect: waits 2
# expect: False
# expect: got 0 True
# expect: got 2 True
# expect: True True
# expect: False
# expect: has 0 None True
# expect: released 0
# expect: has 2 None True
# expect: released 2
# expect: has 3 None True
# expect: released 3
# expect: False True True
# expect: Lock is not acquired.
# expect: False
# expect: in 0 1 False
# expect: in 1 2 True
# expect: in 3 1 True
# expect: in 4 2 True
# expect: False
# expect: BoundedSemaphore released too many times
# expect: Semaphore initial value must be >= 0
# expect: cannot notify on un-acquired lock
# expect: cannot wait on un-acquired lock
# expect: woken 0 [0]
# expect: plain True
# expect: woken 1 [0, 1]
