# Events, locks, semaphores and conditions.
from _asyncio_loop import _FINISHED
from _asyncio_loop import _PENDING
from _asyncio_loop import CancelledError
from _asyncio_loop import Future
from _asyncio_loop import get_event_loop
from _asyncio_steps import _remove
from _asyncio_run import _release


class Event:

    def __init__(self):
        self._value = False
        self._waiters = []

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            for future in self._waiters:
                _release(future)

    def clear(self):
        self._value = False

    async def wait(self):
        if not self._value:
            await _queued(self._waiters)
        return True


async def _queued(waiters):
    # Waits in a queue until somebody releases the future.
    future = Future()
    waiters.append(future)
    try:
        await future
    finally:
        _remove(waiters, future)


def _release_first(waiters):
    for future in waiters:
        if future._state == _PENDING:
            future._end(_FINISHED, None, None)
            return True
    return False


class ThreadSafeFlag:
    # An event for one task, which a handler of a pin or a timer may set at any moment.

    def __init__(self):
        self._loop = get_event_loop()
        self._value = False
        self._waiter = None

    def set(self):
        if self._value:
            return
        self._value = True
        self._loop._ready.append((ThreadSafeFlag._wake, self))

    def _wake(self):
        if self._waiter is not None:
            _release(self._waiter)

    def clear(self):
        self._value = False

    async def wait(self):
        self._loop = get_event_loop()
        if not self._value:
            self._waiter = Future()
            try:
                await self._waiter
            finally:
                self._waiter = None
        self._value = False


class _Locking:

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, e, traceback):
        self.release()


class Lock(_Locking):

    def __init__(self):
        self._locked = False
        self._waiters = []

    def locked(self):
        return self._locked

    async def acquire(self):
        if self._locked or not all([f.cancelled() for f in self._waiters]):
            try:
                await _queued(self._waiters)
            except CancelledError:
                if not self._locked:
                    _release_next(self._waiters)
                raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        _release_next(self._waiters)


def _release_next(waiters):
    if waiters:
        _release(waiters[0])


class Semaphore(_Locking):

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._value = value
        self._waiters = []

    def locked(self):
        return self._value == 0 or any([not f.cancelled() for f in self._waiters])

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        future = Future()
        self._waiters.append(future)
        try:
            try:
                await future
            finally:
                _remove(self._waiters, future)
        except CancelledError:
            if not future.cancelled():
                self._value += 1
                self._wake_next()
            raise
        if self._value > 0:
            self._wake_next()
        return True

    def release(self):
        self._value += 1
        self._wake_next()

    def _wake_next(self):
        if _release_first(self._waiters):
            self._value -= 1


class BoundedSemaphore(Semaphore):

    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._bound = value

    def release(self):
        if self._value >= self._bound:
            raise ValueError('BoundedSemaphore released too many times')
        Semaphore.release(self)


class Condition(_Locking):

    def __init__(self, lock=None):
        self._lock = lock = lock or Lock()
        self._waiters = []
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release

    async def wait(self):
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
        self.release()
        try:
            await _queued(self._waiters)
        finally:
            cancelled = None
            while True:
                try:
                    await self.acquire()
                    break
                except CancelledError as e:
                    cancelled = e
            if cancelled is not None:
                raise cancelled
        return True

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        for i in range(n):
            if not _release_first(self._waiters):
                return

    def notify_all(self):
        self.notify(len(self._waiters))
