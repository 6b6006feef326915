# CPython 3.11's queue for one thread: who waits lets handlers of pins and timers run, which may put or take items meanwhile.
import heapq
import time
from collections import deque


class Empty(Exception):
    pass


class Full(Exception):
    pass


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self._init(maxsize)

    def _init(self, maxsize):
        self.queue = deque()

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def qsize(self):
        return len(self.queue)

    def empty(self):
        return len(self.queue) == 0

    def full(self):
        return 0 < self.maxsize <= len(self.queue)

    def put(self, item, block=True, timeout=None):
        if not _wait_while(self.full, block, timeout):
            raise Full
        self._put(item)
        self.unfinished_tasks += 1

    def get(self, block=True, timeout=None):
        if not _wait_while(self.empty, block, timeout):
            raise Empty
        return self._get()

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self.unfinished_tasks -= 1

    def join(self):
        _wait_while(lambda: self.unfinished_tasks, True, None)


def _wait_while(busy, block, timeout):
    # False where it would have to wait longer
    if block and timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    end = None if timeout is None else time.monotonic() + timeout
    while busy():
        if not block or end is not None and time.monotonic() >= end:
            return False
        time.sleep(0.001)
    return True


class LifoQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heapq.heappush(self.queue, item)

    def _get(self):
        return heapq.heappop(self.queue)


class SimpleQueue:
    def __init__(self):
        self._queue = deque()

    def put(self, item, block=True, timeout=None):
        self._queue.append(item)

    def get(self, block=True, timeout=None):
        if not _wait_while(self.empty, block, timeout):
            raise Empty
        return self._queue.popleft()

    def empty(self):
        return len(self._queue) == 0

    def qsize(self):
        return len(self._queue)

    put_nowait = put

    def get_nowait(self):
        return self.get(False)
