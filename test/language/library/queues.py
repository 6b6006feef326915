import queue
from queue import Queue, LifoQueue, PriorityQueue, SimpleQueue, Empty, Full

q = Queue(2)
print(q.empty(), q.full(), q.qsize())
q.put('a')
q.put_nowait('b')
print(q.full(), q.get(), q.get(timeout=1), q.empty())
for kind in (LifoQueue, PriorityQueue, SimpleQueue):
    q = kind()
    for item in (5, 2, 9):
        q.put(item)
    print(kind.__name__, [q.get() for _ in range(3)], q.qsize())
    try:
        q.get(block=False)
    except Empty as e:
        print(repr(e))
q = Queue(maxsize=1)
q.put(1)
for bad in (lambda: q.put(2, timeout=0.002), lambda: q.put_nowait(2), lambda: q.get(timeout=-1)):
    try:
        bad()
    except (Full, ValueError) as e:
        print(repr(e))
q.task_done()
q.join()
try:
    q.task_done()
except ValueError as e:
    print(e)
print(issubclass(queue.Full, Exception), q.unfinished_tasks)
# expect: True False 0
# expect: True a b True
# expect: LifoQueue [9, 2, 5] 0
# expect: Empty()
# expect: PriorityQueue [2, 5, 9] 0
# expect: Empty()
# expect: SimpleQueue [5, 2, 9] 0
# expect: Empty()
# expect: Full()
# expect: Full()
# expect: ValueError("'timeout' must be a non-negative number")
# expect: task_done() called too many times
# expect: True 0
