# Running coroutines: tasks, and how they sleep.
from _asyncio_loop import _FINISHED
from _asyncio_loop import _PENDING
from _asyncio_loop import Future
from _asyncio_loop import get_running_loop
from _asyncio_loop import Task
from _asyncio_steps import _remove
from _asyncio_steps import iscoroutine


def iscoroutinefunction(f):
    return _function_flags(f) & 32 != 0


def isfuture(x):
    return isinstance(x, Future)


def ensure_future(x, *, loop=None):
    if isinstance(x, Future):
        return x
    if not iscoroutine(x):
        if _find(x, '__await__') is None:
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        x = _awaiting(x)
    return Task(x, loop=loop)


async def _awaiting(x):
    return await x


def create_task(coro, *, name=None, context=None):
    return Task(coro, name=name)


def current_task(loop=None):
    return (loop or get_running_loop())._current


def all_tasks(loop=None):
    return set((loop or get_running_loop())._tasks)


def _pass():
    yield


def _release(future):
    if future._state == _PENDING:
        future._end(_FINISHED, None, None)


async def _pause(us, result):
    if us <= 0:
        await _pass()
        return result
    future = Future()
    timer = future._loop._at(_clock() + us, _release, future)
    try:
        await future
    finally:
        _remove(future._loop._timers, timer)
    return result


def sleep(delay, result=None):
    return _pause(int(delay * 1000000), result)


def sleep_ms(ms, result=None):
    return _pause(ms * 1000, result)
