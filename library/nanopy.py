# What a function on a board has to do with others: messages by name, events, and invocations of its handler.
import json


class Event:
    # Something that came from outside: `kind` is 'message', 'pin' or 'timer', `source` the name of what it came from.

    def __init__(self, kind, source, value):
        self.kind = kind
        self.source = source
        self.value = value

    def __repr__(self):
        return f'Event(kind={self.kind!r}, source={self.source!r}, value={self.value!r})'


class Context:
    # What AWS Lambda tells a function about its invocation, as far as a board knows it.

    def __init__(self, request, name, version, memory, timeout):
        self.function_name = name
        self.function_version = version
        self.memory_limit_in_mb = memory
        self.aws_request_id = request
        self._end = _clock() + timeout * 1000 if timeout else None

    def get_remaining_time_in_millis(self):
        # The time limit 0 means none.
        return 0x7FFFFFFF if self._end is None else max(0, (self._end - _clock()) // 1000)


# Events that were taken while another kind was waited for, oldest first.
_kept = []
# True while a handler is served: invocations then wait for their turn.
_serving = False


def send(name, message):
    data = bytes(message) if isinstance(message, (bytes, bytearray)) else json.dumps(message)
    pause = 1000
    while True:
        status = _post(name, data)
        if status == 0:
            return
        if status == -402:
            raise LookupError("there is no function named '" + name + "' here")
        if status == -405:
            raise ValueError("not a function's name: " + repr(name))
        if status == -417:
            raise ValueError('the message is too long: ' + str(len(data)) + (' bytes' if isinstance(data, bytes) else ' characters'))
        if status < 0:
            raise OSError(-status, "the message to '" + name + "' was refused")
        # The receiver is full.
        _sleep(pause)
        pause = min(2 * pause, 100000)


def receive(timeout=None):
    event = _next(1, timeout)
    return None if event is None else (event[1], _value(event[2]))


def events(timeout=None):
    while True:
        event = _next(0, timeout)
        if event is None:
            return
        kind, source, payload = event
        yield Event('message' if kind == 1 else 'pin' if kind == 3 else 'timer', source, _value(payload))


def _value(payload):
    # Bytes are what was sent. A text that is no JSON was not sent by send(): it is given as it is.
    if isinstance(payload, bytes):
        return payload
    try:
        return json.loads(payload)
    except ValueError:
        return payload


def _next(wanted, timeout):
    # The oldest event of a kind (0: of any but invocations) as (kind, source, payload); None when the time is over.
    end = None if timeout is None else _clock() + int(timeout * 1000000)
    for i in range(len(_kept)):
        if _kept[i][0] == wanted or wanted == 0 and _kept[i][0] != 2:
            return _kept.pop(i)
    while True:
        event = _take()
        if event is None:
            if end is not None and _clock() >= end:
                return None
            _wait(end)
        elif event[0] == wanted or wanted == 0 and event[0] != 2:
            return event
        elif event[0] != 2 or _serving:
            _kept.append(event)
        else:
            _fail(event[1], 'Runtime.HandlerNotFound', 'the function has no handler, or its module has not come to its end')


def _serve(handler):
    # Calls the handler for each invocation. While it waits, this frame and the main module's are all there is.
    global _serving
    _serving = True
    while True:
        event = _take_invocation()
        if event is None:
            _wait(None)
        else:
            _invoke(handler, event[1], event[2])
            event = None


def _take_invocation():
    # The oldest invocation, or None. Other events are kept for the handler, but only the first of many.
    for i in range(len(_kept)):
        if _kept[i][0] == 2:
            return _kept.pop(i)
    while True:
        event = _take()
        if event is None or event[0] == 2:
            return event
        if len(_kept) < 16:
            _kept.append(event)


def _invoke(handler, request, payload):
    name, version, memory, timeout, text = payload.split('\n', 4)
    try:
        event = json.loads(text)
    except ValueError as e:
        return _fail(request, 'Runtime.UnmarshalError', 'Unable to unmarshal input: ' + str(e))
    try:
        result = handler(event, Context(request, name, version, memory, int(timeout)))
    except SystemExit:
        _fail(request, 'Runtime.ExitError', 'the function has ended by sys.exit')
        raise
    except BaseException as e:
        _report_exception(e)
        try:
            message = str(e)
        except Exception:
            message = '<exception str() failed>'
        return _fail(request, type(e).__name__, message)
    try:
        text = json.dumps(result)
    except (TypeError, ValueError) as e:
        return _fail(request, 'Runtime.MarshalError', 'Unable to marshal response: ' + str(e))
    _answer(request, 0, text)


def _fail(request, kind, message):
    _answer(request, 1, json.dumps({'errorMessage': message, 'errorType': kind, 'stackTrace': []}))
