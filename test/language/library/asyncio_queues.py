# asyncio: queues.
import asyncio


async def main():
    q = asyncio.Queue(2)

    async def producer():
        for i in range(5):
            await q.put(i)
            print('put', i, q.qsize(), q.full())
        await q.put(None)

    async def consumer():
        while (item := await q.get()) is not None:
            print('got', item)
            await asyncio.sleep(0)
            q.task_done()
        q.task_done()
        return 'consumed'

    t = asyncio.create_task(producer())
    print(await consumer(), t.done(), q.empty())
    await q.join()
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print('empty', e.args)
    q.put_nowait(1)
    q.put_nowait(2)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull:
        print('full', q.maxsize, q.qsize())
    print(q.get_nowait(), await q.get())

    async def taker(n, q):
        print('taker', n, await q.get())

    ts = [asyncio.create_task(taker(i, q)) for i in range(3)]
    await asyncio.sleep(0)
    ts[0].cancel()
    for i in range(2):
        q.put_nowait('item %d' % i)
    await asyncio.gather(*ts, return_exceptions=True)

    async def join():
        await q.join()
        print('joined')

    t = asyncio.create_task(join())
    await asyncio.sleep(0)
    for i in range(4):
        print('task_done')
        q.task_done()
    await t
    p = asyncio.PriorityQueue()
    l = asyncio.LifoQueue()
    for i in (3, 1, 2, 1):
        p.put_nowait((i, 'x'))
        l.put_nowait(i)
    print([p.get_nowait()[0] for _ in range(4)], [l.get_nowait() for _ in range(4)])

asyncio.run(main())
# expect: put 0 1 False
# expect: put 1 2 True
# expect: got 0
# expect: put 2 2 True
# expect: got 1
# expect: put 3 2 True
# expect: got 2
# expect: put 4 2 True
# expect: got 3
# expect: got 4
# expect: consumed True True
# expect: task_done() called too many times
# expect: empty ()
# expect: full 2 2
# expect: 1 2
# expect: taker 1 item 0
# expect: taker 2 item 1
# expect: task_done
# expect: task_done
# expect: task_done
# expect: task_done
# expect: joined
# expect: [1, 1, 2, 3] [1, 2, 1, 3]
