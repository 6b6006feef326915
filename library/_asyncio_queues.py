# Queues between tasks.
from _asyncio_locks import _queued
from _asyncio_locks import _release_first
from _asyncio_locks import Event


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class Queue:

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._items = []
        self._getters = []
        self._putters = []
        self._unfinished = 0
        self._finished = Event()
        self._finished.set()

    def qsize(self):
        return len(self._items)

    @property
    def maxsize(self):
        return self._maxsize

    def empty(self):
        return not self._items

    def full(self):
        return 0 < self._maxsize <= len(self._items)

    def _add(self, item):
        self._items.append(item)

    def _remove(self):
        return self._items.pop(0)

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self._add(item)
        self._unfinished += 1
        self._finished.clear()
        _release_first(self._getters)

    def get_nowait(self):
        if not self._items:
            raise QueueEmpty
        item = self._remove()
        _release_first(self._putters)
        return item

    async def put(self, item):
        while self.full():
            try:
                await _queued(self._putters)
            except BaseException:
                if not self.full():
                    _release_first(self._putters)
                raise
        self.put_nowait(item)

    async def get(self):
        while not self._items:
            try:
                await _queued(self._getters)
            except BaseException:
                if self._items:
                    _release_first(self._getters)
                raise
        return self.get_nowait()

    def task_done(self):
        if self._unfinished <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished -= 1
        if self._unfinished == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished > 0:
            await self._finished.wait()


class PriorityQueue(Queue):

    def _add(self, item):
        items = self._items
        i = len(items)
        while i and item < items[i - 1]:
            i -= 1
        items.insert(i, item)


class LifoQueue(Queue):

    def _remove(self):
        return self._items.pop()
