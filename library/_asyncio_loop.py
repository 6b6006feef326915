# Futures, tasks and the loop that runs them.
from _asyncio_steps import _call
from _asyncio_steps import _cancelled
from _asyncio_steps import _get
from _asyncio_steps import _remove
from _asyncio_steps import _report_failed
from _asyncio_steps import _step
from _asyncio_steps import _stop
from _asyncio_steps import _tell
from _asyncio_steps import iscoroutine
from _asyncio_run import ensure_future

_PENDING = 0
_CANCELLED = 1
_FINISHED = 2


class CancelledError(BaseException):
    pass


class InvalidStateError(Exception):
    pass


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
