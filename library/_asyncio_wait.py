# Waiting for tasks: gather, wait_for, wait, as_completed, shield.
from _asyncio_loop import _CANCELLED
from _asyncio_loop import _FINISHED
from _asyncio_loop import _PENDING
from _asyncio_loop import CancelledError
from _asyncio_loop import Future
from _asyncio_loop import get_event_loop
from _asyncio_steps import _remove
from _asyncio_steps import iscoroutine
from _asyncio_run import _release
from _asyncio_run import ensure_future
from _asyncio_queues import Queue
from _asyncio import Expired as TimeoutError

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


class _Gathering(Future):

    def __init__(self, children, loop, return_exceptions):
        Future.__init__(self, loop=loop)
        self._children = children
        self._left = len(children)
        self._exceptions_too = return_exceptions
        self._asked_to_cancel = False

    def cancel(self, msg=None):
        if self._state != _PENDING:
            return False
        for child in self._children:
            if child.cancel(msg):
                self._asked_to_cancel = True
        return self._asked_to_cancel

    def _child_done(self, child):
        self._left -= 1
        child._seen = True
        if self._state != _PENDING:
            return
        if not self._exceptions_too and child._exception is not None:
            self._end(_FINISHED, None, child._exception)
        elif self._left == 0:
            if self._asked_to_cancel:
                self._end(_FINISHED, None, child._exception or CancelledError())
            else:
                self._end(_FINISHED, [_outcome(c) for c in self._children], None)


def _outcome(child):
    if child._state == _CANCELLED:
        return CancelledError(*child._exception.args or [''])
    return child._result if child._exception is None else child._exception


def gather(*aws, return_exceptions=False):
    loop = get_event_loop()
    outer = _Gathering([ensure_future(x, loop=loop) for x in aws], loop, return_exceptions)
    for child in outer._children:
        child.add_done_callback(outer._child_done)
    if not aws:
        outer.set_result([])
    return outer


def wait_for(aw, timeout):
    return _wait_for(aw, None if timeout is None else int(timeout * 1000000))


def wait_for_ms(aw, timeout):
    return _wait_for(aw, None if timeout is None else timeout * 1000)


async def _wait_for(aw, us):
    if us is None:
        return await aw
    future = ensure_future(aw)
    if us > 0:
        waiter = Future()
        loop = waiter._loop
        timer = loop._at(_clock() + us, _release, waiter)

        def finished(future):
            _release(waiter)

        future.add_done_callback(finished)
        try:
            await waiter
        except CancelledError:
            if future._state == _PENDING:
                future.remove_done_callback(finished)
                await _cancel_and_wait(future)
                raise
        finally:
            _remove(loop._timers, timer)
        future.remove_done_callback(finished)
    if future._state == _PENDING:
        await _cancel_and_wait(future)
        if future._state == _CANCELLED:
            raise TimeoutError from future._exception
    return future.result()


async def _cancel_and_wait(future):
    waiter = Future()
    future.add_done_callback(lambda future: _release(waiter))
    future.cancel()
    await waiter


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isinstance(fs, Future) or iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    fs = set(fs)
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    for future in fs:
        if not isinstance(future, Future):
            raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    waiter = Future()
    loop = waiter._loop

    def over():
        pending = [f for f in fs if f._state == _PENDING]
        return (not pending or return_when == FIRST_COMPLETED and len(pending) < len(fs)
                or return_when == FIRST_EXCEPTION and any(f._state == _FINISHED and f._exception is not None for f in fs))

    def finished(future):
        future._seen = True
        if over():
            _release(waiter)

    if not over():
        timer = None if timeout is None else loop._at(_clock() + int(timeout * 1000000), _release, waiter)
        for future in fs:
            future.add_done_callback(finished)
        try:
            await waiter
        finally:
            _remove(loop._timers, timer)
            for future in fs:
                future.remove_done_callback(finished)
    return {f for f in fs if f._state != _PENDING}, {f for f in fs if f._state == _PENDING}


def as_completed(fs, *, timeout=None):
    queue = Queue()
    futures = [ensure_future(f) for f in fs]
    timer = None
    loop = get_event_loop()

    def timed_out(argument):
        for future in futures:
            if future._state == _PENDING:
                future.remove_done_callback(queue.put_nowait)
                queue.put_nowait(None)

    async def next_one():
        future = await queue.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for future in futures:
        future.add_done_callback(queue.put_nowait)
    if timeout is not None and futures:
        loop._at(_clock() + int(timeout * 1000000), timed_out, None)
    for future in futures:
        yield next_one()


def shield(aw):
    inner = ensure_future(aw)
    if inner._state != _PENDING:
        return inner
    outer = Future(loop=inner._loop)

    def finished(inner):
        if outer._state == _PENDING:
            inner._seen = True
            outer._end(inner._state, inner._result, inner._exception)

    inner.add_done_callback(finished)
    return outer
