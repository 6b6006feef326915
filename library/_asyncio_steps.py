# What the loop does for a task: its next step, its end, and what is told of those that failed.
from _asyncio_loop import _CANCELLED
from _asyncio_loop import _FINISHED
from _asyncio_loop import _PENDING
from _asyncio_loop import CancelledError
from _asyncio_loop import Future


def _get(future):
    future._seen = True
    if future._exception is not None:
        raise future._exception
    return future._result


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


def _call(handle):
    if handle._callback is not None:
        handle._callback(*handle._args)


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
