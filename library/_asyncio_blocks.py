# What async with is for: time limits and groups of tasks.
from _asyncio_loop import _CANCELLED
from _asyncio_loop import _PENDING
from _asyncio_loop import CancelledError
from _asyncio_loop import Future
from _asyncio_loop import Task
from _asyncio_steps import _remove
from _asyncio_run import _release
from _asyncio_run import current_task
from _asyncio_wait import TimeoutError


class Timeout:
    # An `async with` block with an end: see timeout(). `_when` is in microseconds.

    def __init__(self, when):
        self._when = when
        self._task = self._timer = None
        self._expired = False

    def when(self):
        return None if self._when is None else self._when / 1000000

    def expired(self):
        return self._expired

    def reschedule(self, when):
        if self._task is None:
            raise RuntimeError('Timeout has not been entered')
        if self._expired:
            raise RuntimeError('Cannot change state of expiring Timeout')
        self._when = None if when is None else int(when * 1000000)
        self._start()

    def _start(self):
        loop = self._task._loop
        _remove(loop._timers, self._timer)
        self._timer = None if self._when is None else loop._at(self._when, Timeout._expire, self)

    def _expire(self):
        self._expired = True
        self._task.cancel()

    async def __aenter__(self):
        self._task = current_task()
        if self._task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._cancels = self._task._cancels
        self._start()
        return self

    async def __aexit__(self, kind, e, traceback):
        _remove(self._task._loop._timers, self._timer)
        if self._expired and self._task.uncancel() <= self._cancels and kind is CancelledError:
            raise TimeoutError from e


def timeout(delay):
    return Timeout(None if delay is None else _clock() + int(delay * 1000000))


def timeout_at(when):
    return Timeout(None if when is None else int(when * 1000000))


class TaskGroup:

    def __init__(self):
        self._tasks = []
        self._errors = []
        self._parent = self._waiter = self._base_error = None
        self._entered = self._exiting = self._aborting = self._cancels_parent = False

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f'TaskGroup {self!r} has been already entered')
        self._entered = True
        self._parent = current_task()
        return self

    async def __aexit__(self, kind, e, traceback):
        self._exiting = True
        parent = self._parent
        cancelled = e if kind is not None and issubclass(kind, CancelledError) else None
        if isinstance(e, (KeyboardInterrupt, SystemExit)) and self._base_error is None:
            self._base_error = e
        if self._cancels_parent and parent.uncancel() == 0:
            cancelled = None
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            if self._waiter is None:
                self._waiter = Future()
            try:
                await self._waiter
            except CancelledError as again:
                if not self._aborting:
                    cancelled = again
                    self._abort()
            self._waiter = None
        if self._base_error is not None:
            raise self._base_error
        if cancelled is not None and not self._errors:
            raise cancelled
        if kind is not None and kind is not CancelledError:
            self._errors.append(e)
        if self._errors:
            raise self._errors[0]

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            raise RuntimeError(f'TaskGroup {self!r} has not been entered')
        if self._exiting and not self._tasks:
            raise RuntimeError(f'TaskGroup {self!r} is finished')
        if self._aborting:
            raise RuntimeError(f'TaskGroup {self!r} is shutting down')
        task = Task(coro, name=name)
        task.add_done_callback(self._task_done)
        self._tasks.append(task)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            task.cancel()

    def _task_done(self, task):
        _remove(self._tasks, task)
        if self._waiter is not None and not self._tasks:
            _release(self._waiter)
        task._seen = True
        e = task._exception
        if e is None or task._state == _CANCELLED:
            return
        self._errors.append(e)
        if isinstance(e, (KeyboardInterrupt, SystemExit)) and self._base_error is None:
            self._base_error = e
        if not self._aborting and not self._cancels_parent and self._parent._state == _PENDING:
            self._abort()
            self._cancels_parent = True
            self._parent.cancel()
