# Tasks that take turns in one loop. Where none has anything to do the loop waits, and the program costs nothing.
# The order in which tasks run is CPython's: first come, first served; those that waited for a time come after those that are ready.

_PENDING = 0
_CANCELLED = 1
_FINISHED = 2

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


from _asyncio import Expired as TimeoutError


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


# ---------------------------------------------------------------- futures and tasks

class Future:
    # What will have a result. `_exception` is what awaiting it raises, the CancelledError too.

    def __init__(self, *, loop=None):
        self._loop = loop or get_event_loop()
        self._state = _PENDING
        self._result = self._exception = self._callbacks = None
        self._seen = False

    def done(self):
        return self._state != _PENDING

    def cancelled(self):
        return self._state == _CANCELLED

    def result(self):
        if self._state == _PENDING:
            raise InvalidStateError('Result is not set.')
        return _get(self)

    def exception(self):
        if self._state == _PENDING:
            raise InvalidStateError('Exception is not set.')
        self._seen = True
        if self._state == _CANCELLED:
            raise self._exception
        return self._exception

    def cancel(self, msg=None):
        if self._state != _PENDING:
            return False
        self._end(_CANCELLED, None, _cancelled(msg))
        return True

    def set_result(self, result):
        if self._state != _PENDING:
            raise InvalidStateError('invalid state')
        self._end(_FINISHED, result, None)

    def set_exception(self, exception):
        if self._state != _PENDING:
            raise InvalidStateError('invalid state')
        if isinstance(exception, type):
            exception = exception()
        if isinstance(exception, StopIteration):
            raise TypeError('StopIteration interacts badly with generators and cannot be raised into a Future')
        self._end(_FINISHED, None, exception)

    def add_done_callback(self, fn, *, context=None):
        if self._state != _PENDING:
            self._loop._ready.append((fn, self))
        elif self._callbacks is None:
            self._callbacks = [fn]
        else:
            self._callbacks.append(fn)

    def remove_done_callback(self, fn):
        callbacks = self._callbacks or []
        kept = [f for f in callbacks if f != fn]
        self._callbacks = kept
        return len(callbacks) - len(kept)

    def get_loop(self):
        return self._loop

    def _end(self, state, result, exception):
        self._state = state
        self._result = result
        self._exception = exception
        if self._callbacks is not None:
            for fn in self._callbacks:
                self._loop._ready.append((fn, self))
            self._callbacks = None

    def __await__(self):
        if self._state == _PENDING:
            yield self
        if self._state == _PENDING:
            raise RuntimeError("await wasn't used with future")
        return _get(self)


def _get(future):
    future._seen = True
    if future._exception is not None:
        raise future._exception
    return future._result


class Task(Future):

    def __init__(self, coro, *, loop=None, name=None, context=None):
        if not iscoroutine(coro):
            raise TypeError(f'a coroutine was expected, got {coro!r}')
        Future.__init__(self, loop=loop)
        loop = self._loop
        self._coro = coro
        self._name = name
        self._waits_for = self._cancel_with = None
        self._cancels = 0
        if name is None:
            self._name = loop._named = loop._named + 1
        loop._tasks.append(self)
        loop._ready.append((_step, self))

    def get_coro(self):
        return self._coro

    def get_name(self):
        return f'Task-{self._name}' if isinstance(self._name, int) else self._name

    def set_name(self, name):
        self._name = str(name)

    def set_result(self, result):
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, exception):
        raise RuntimeError('Task does not support set_exception operation')

    def cancel(self, msg=None):
        if self._state != _PENDING:
            return False
        self._cancels += 1
        if self._waits_for is None or not self._waits_for.cancel(msg):
            self._cancel_with = _cancelled(msg)
        return True

    def cancelling(self):
        return self._cancels

    def uncancel(self):
        if self._cancels > 0:
            self._cancels -= 1
        return self._cancels

    def _finish(self, state, result, exception):
        _remove(self._loop._tasks, self)
        if state == _FINISHED and exception is not None and not self._callbacks:
            self._loop._failed.append(self)
        self._end(state, result, exception)

    def _wake(self, future):
        _step(self)


def _cancelled(msg):
    return CancelledError() if msg is None else CancelledError(msg)


def _step(task):
    # A task's turn: its coroutine goes on until it waits for something or ends.
    loop = task._loop
    if task._state != _PENDING:
        return
    loop._current = task
    error = task._cancel_with
    task._cancel_with = task._waits_for = None
    try:
        future = _send(task._coro, None) if error is None else _throw(task._coro, error)
    except StopIteration as e:
        if task._cancel_with is None:
            task._finish(_FINISHED, e.value, None)
        else:
            task._finish(_CANCELLED, None, task._cancel_with)
    except CancelledError as e:
        task._finish(_CANCELLED, None, e)
    except (KeyboardInterrupt, SystemExit) as e:
        task._finish(_FINISHED, None, e)
        raise
    except BaseException as e:
        task._finish(_FINISHED, None, e)
    else:
        if future is None:
            loop._ready.append((_step, task))
        elif not isinstance(future, Future):
            task._cancel_with = RuntimeError(f'Task got bad yield: {future!r}')
            loop._ready.append((_step, task))
        else:
            future.add_done_callback(task._wake)
            task._waits_for = future
            error = task._cancel_with
            if error is not None and future.cancel(*error.args):
                task._cancel_with = None
    finally:
        loop._current = None


def iscoroutine(x):
    return isinstance(x, (coroutine, generator))


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


# ---------------------------------------------------------------- the loop

class Handle:
    # A call that was asked for, as the loop's public methods give it.

    def __init__(self, loop, callback, args):
        self._loop = loop
        self._callback = callback
        self._args = args
        self._timer = None

    def cancel(self):
        self._callback = None
        _remove(self._loop._timers, self._timer)

    def cancelled(self):
        return self._callback is None

    def when(self):
        return self._timer[0] / 1000000


def _call(handle):
    if handle._callback is not None:
        handle._callback(*handle._args)


class EventLoop:
    # `_ready`: pairs of function and argument, to be called in the next turn. `_timers`: (time in us, function, argument), the earliest first.
    # `_failed`: tasks whose exception nobody has asked for yet.

    def __init__(self):
        self._ready = []
        self._timers = []
        self._tasks = []
        self._failed = []
        self._current = None
        self._named = 0
        self._stopping = self._running = self._closed = False
        self._handler = self._until = None

    def _at(self, when, fn, argument):
        timers = self._timers
        timer = when, fn, argument
        i = len(timers)
        while i and timers[i - 1][0] > when:
            i -= 1
        timers.insert(i, timer)
        return timer

    def _turn(self):
        ready = self._ready
        timers = self._timers
        if not ready:
            if self._failed:
                _report_failed(self)
            _wait(timers[0][0] if timers else None, ready)
        now = _clock()
        while timers and timers[0][0] <= now:
            ready.append(timers[0][1:])
            del timers[0]
        for i in range(len(ready)):
            fn, argument = ready[0]
            del ready[0]
            fn(argument)

    def _check(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')
        if self._running:
            raise RuntimeError('This event loop is already running')
        if _loop is not None and _loop._running:
            raise RuntimeError('Cannot run the event loop while another loop is running')

    def run_forever(self):
        self._check()
        self._forever()

    def _forever(self):
        global _loop
        outer = _loop
        _loop = self
        self._running = True
        try:
            while True:
                self._turn()
                if self._stopping:
                    break
        finally:
            self._stopping = self._running = False
            _loop = outer

    def run_until_complete(self, future):
        self._check()
        return self._run_until(ensure_future(future, loop=self))

    def _run_until(self, future):
        self._until = future
        future.add_done_callback(_stop)
        self._forever()
        if future._state == _PENDING:
            raise RuntimeError('Event loop stopped before Future completed.')
        return _get(future)

    def stop(self):
        self._stopping = True

    def close(self):
        self._closed = True

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    def time(self):
        return _clock() / 1000000

    def create_task(self, coro, *, name=None, context=None):
        return Task(coro, loop=self, name=name)

    def create_future(self):
        return Future(loop=self)

    def call_soon(self, callback, *args, context=None):
        handle = Handle(self, callback, args)
        self._ready.append((_call, handle))
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        return self.call_soon(callback, *args)

    def call_later(self, delay, callback, *args, context=None):
        handle = Handle(self, callback, args)
        handle._timer = self._at(_clock() + int(delay * 1000000), _call, handle)
        return handle

    def call_at(self, when, callback, *args, context=None):
        handle = Handle(self, callback, args)
        handle._timer = self._at(int(when * 1000000), _call, handle)
        return handle


    def set_exception_handler(self, handler):
        self._handler = handler

    def get_exception_handler(self):
        return self._handler

    def default_exception_handler(self, context):
        _tell(context['message'], context.get('exception'))

    def call_exception_handler(self, context):
        if self._handler is None:
            self.default_exception_handler(context)
        else:
            self._handler(self, context)


def _stop(future):
    if future._loop._until is future:
        future._loop._stopping = True


def _remove(items, item):
    for i in range(len(items)):
        if items[i] is item:
            del items[i]
            return


def _tell(message, e):
    _write(2, message + '\n')
    if e is not None:
        _report_exception(e)


def _report_failed(loop):
    for task in loop._failed:
        if not task._seen:
            message = 'A task has failed, and nobody has awaited it yet'
            if loop._handler is None:
                _tell(message, task._exception)
            else:
                loop._handler(loop, {'message': message, 'exception': task._exception, 'future': task})
    loop._failed.clear()


# The loop that runs, or that runs next.
_loop = None


def get_event_loop():
    global _loop
    if _loop is None:
        _loop = EventLoop()
    return _loop


def get_running_loop():
    if _loop is None or not _loop._running:
        raise RuntimeError('no running event loop')
    return _loop


def new_event_loop():
    return EventLoop()


def set_event_loop(loop):
    global _loop
    _loop = loop


def run(main, *, debug=None):
    global _loop
    if _loop is not None and _loop._running:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    if not iscoroutine(main):
        raise ValueError(f'a coroutine was expected, got {main!r}')
    loop = EventLoop() if _loop is None or _loop._closed else _loop
    try:
        return loop._run_until(Task(main, loop=loop))
    finally:
        for task in loop._tasks:
            task.cancel()
        _loop = loop
        loop._running = True
        try:
            while loop._tasks:
                loop._turn()
            _report_failed(loop)
        finally:
            loop._running = False
            loop._closed = True
            _loop = None


# ---------------------------------------------------------------- waiting

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


# ---------------------------------------------------------------- what tasks share

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
