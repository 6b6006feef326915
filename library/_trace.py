# sys.settrace, for programs that name it: the compiler puts calls of these functions into the program's own functions (compiler/lower/trace.ts).
# A frame here is an object beside the machine's own frame, made where a function begins and handed on in a register of it.

_tracer = None
# The frame that runs, and whether the trace function does.
_current = None
_busy = False
# The StopIteration with which what ran last has left.
_stop = None
# The code objects so far, by the number of their function.
_codes = {}


class code:
    def __init__(self, spec):
        self.co_name, self.co_qualname, self.co_firstlineno, self.co_filename = spec[1:]

    def __repr__(self):
        return '<code object %s, file "%s", line %d>' % (self.co_name, self.co_filename, self.co_firstlineno)


class frame:
    f_trace_lines = True
    f_trace_opcodes = False

    def __init__(self, spec, module):
        self.f_back = _current
        self.f_trace = None
        self._spec = spec
        self._module = module
        # The line of what ran last, 0 at the beginning; and the exception that goes on, of which the frame has told.
        self._line = 0
        self._passing = None

    @property
    def f_lineno(self):
        return abs(self._line) or (0 if self._spec[1] == '<module>' else self._spec[3])

    @property
    def f_code(self):
        found = _codes.get(self._spec[0])
        if found is None:
            found = _codes[self._spec[0]] = code(self._spec)
        return found

    @property
    def f_globals(self):
        return self._module.__dict__

    def __repr__(self):
        return "<frame, file '%s', line %d, code %s>" % (self._spec[4], self.f_lineno, self._spec[1])


def settrace(function):
    global _tracer
    _tracer = function


def gettrace():
    return _tracer


def _tell(frame, function, event, arg):
    # What the function gives is asked from then on. An error in it ends the tracing.
    global _busy, _tracer
    _busy = True
    try:
        result = function(frame, event, arg)
    except BaseException:
        _tracer = frame.f_trace = None
        raise
    finally:
        _busy = False
    if result is not None:
        frame.f_trace = result


def _told(frame, event, arg):
    # An event of a frame that has been begun.
    if _tracer is not None and not _busy and frame.f_trace is not None:
        _tell(frame, frame.f_trace, event, arg)


def _begin(frame):
    global _current
    _current = frame
    if _tracer is not None and not _busy:
        try:
            _tell(frame, _tracer, 'call', None)
        except BaseException:
            _current = frame.f_back
            raise


def _enter(spec, module):
    made = frame(spec, module)
    _begin(made)
    return made


def _line(frame, line):
    if frame._line != line:
        frame._line = line
        if frame.f_trace_lines:
            _told(frame, 'line', None)


def _forget(frame):
    # What ran last was on no line, though the frame still says one.
    frame._line = -frame._line


def _again(frame, line):
    # A loop begins another turn: an event, though the line may be the same.
    global _stop
    _stop = None
    frame._line = 0
    _line(frame, line)


def _raised(frame, error):
    if frame._passing is error:
        frame._passing = None
    else:
        _told(frame, 'exception', (type(error), error, error.__traceback__))


def _left(frame, value):
    # It returns or yields. What is thrown into a generator and handed on has not resumed it.
    global _current, _stop
    _stop = None
    if _current is frame:
        try:
            _told(frame, 'return', value)
        finally:
            _current = frame.f_back


def _finished(frame, value):
    # A generator returns.
    global _stop
    _left(frame, value)
    _stop = None if value is None else StopIteration(value)


class async_generator_wrapped_value:
    pass


def _gave(frame, value):
    # An asynchronous generator has an item: who awaits it gets a StopIteration.
    global _stop
    _left(frame, async_generator_wrapped_value())
    _stop = StopIteration(value)


def _unwound(frame, error):
    global _stop
    _left(frame, None)
    _stop = error if isinstance(error, StopIteration) else None


def _handing(frame, error):
    # A generator hands on what is thrown into it: a caller, but that of what is closed.
    global _current
    frame.f_back = _current
    if not isinstance(error, GeneratorExit):
        _current = frame


def _handed(frame):
    global _current
    if _current is frame:
        _current = frame.f_back


def _resumed(frame):
    if _current is not frame:
        frame.f_back = _current
    _begin(frame)


def _ended(frame):
    # An iterator is at its end: an event where that was a StopIteration out of the program.
    global _stop
    error = _stop
    _stop = None
    if error is not None:
        _told(frame, 'exception', (StopIteration, error, error.__traceback__))
