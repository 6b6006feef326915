# sys.settrace: frames, what is asked for their events, and what ends the tracing.
import sys

log = []


def show(value):
    if isinstance(value, tuple):
        return value[0].__name__ + '-' + str(value[1])
    return repr(value)


def tracer(frame, event, arg):
    name = frame.f_code.co_name
    log.append('%s %s %s %d' % (event, name, show(arg), frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


def flush():
    sys.settrace(None)
    print('\n'.join(log))
    log.clear()


def inner(x):
    return 10 // x


def outer(x):
    try:
        return inner(x)
    except ZeroDivisionError:
        pass
    inner(x)


print(sys.gettrace())
sys.settrace(tracer)
is_set = sys.gettrace() is tracer
outer(2)
flush()
print(is_set)

sys.settrace(tracer)
try:
    outer(0)
except ZeroDivisionError as error:
    log.append(str(error))
flush()


# Frames know their callers, code and globals.
def look(frame, event, arg):
    names = []
    while frame and names[-1:] != ['__main__:<module>']:
        names.append('%s:%s' % (frame.f_globals['__name__'], frame.f_code.co_qualname))
        frame = frame.f_back
    log.append(event + ' ' + ' < '.join(names))


class Thing:
    def method(self):
        return (lambda: [i for i in (self.other() for j in 'a')])()

    def other(self):
        class Local:
            pass


sys.settrace(look)
Thing().method()
flush()


# None asks for no more events of a frame at its beginning, and for the same function later.
def one(frame, event, arg):
    log.append(event + ' one')


def chosen(frame, event, arg):
    log.append(event + ' chosen ' + frame.f_code.co_name)
    if frame.f_code.co_name == 'outer':
        return one


sys.settrace(chosen)
outer(3)
flush()


# A function for a frame that runs already, lines left out, and the same code every time.
def caller():
    x = 1
    x = 2
    return x


def set_back(frame, event, arg):
    codes.add(frame.f_code)
    frame.f_back.f_trace = tracer
    frame.f_trace_lines = False
    return tracer


codes = set()
sys.settrace(set_back)


def sets():
    caller()
    caller()


sets()
flush()
print(len(codes), sorted(code.co_name for code in codes))


# An error of the function is the program's, and ends the tracing.
def failing(frame, event, arg):
    if event == 'line' and frame.f_lineno == frame.f_code.co_firstlineno + 2:
        raise RuntimeError('traced')
    return failing


sys.settrace(failing)
try:
    caller()
except RuntimeError as error:
    print(error, sys.gettrace())


def fails_at_call(frame, event, arg):
    raise KeyError(event)


sys.settrace(fails_at_call)
try:
    caller()
except KeyError as error:
    print(error, sys.gettrace())

# The function is not traced itself.
def busy(frame, event, arg):
    caller()
    log.append(event)
    return busy


sys.settrace(busy)
caller()
flush()
# expect: None
# expect: call outer None 0
# expect: line outer None 1
# expect: line outer None 2
# expect: call inner None 0
# expect: line inner None 1
# expect: return inner 5 1
# expect: return outer 5 2
# expect: call flush None 0
# expect: line flush None 1
# expect: True
# expect: call outer None 0
# expect: line outer None 1
# expect: line outer None 2
# expect: call inner None 0
# expect: line inner None 1
# expect: exception inner ZeroDivisionError-integer division or modulo by zero 1
# expect: return inner None 1
# expect: exception outer ZeroDivisionError-integer division or modulo by zero 2
# expect: line outer None 3
# expect: line outer None 4
# expect: line outer None 5
# expect: call inner None 0
# expect: line inner None 1
# expect: exception inner ZeroDivisionError-integer division or modulo by zero 1
# expect: return inner None 1
# expect: exception outer ZeroDivisionError-integer division or modulo by zero 5
# expect: return outer None 5
# expect: integer division or modulo by zero
# expect: call flush None 0
# expect: line flush None 1
# expect: call __main__:Thing.method < __main__:<module>
# expect: call __main__:Thing.method.<locals>.<lambda> < __main__:Thing.method < __main__:<module>
# expect: call __main__:Thing.method.<locals>.<lambda>.<locals>.<listcomp> < __main__:Thing.method.<locals>.<lambda> < __main__:Thing.method < __main__:<module>
# expect: call __main__:Thing.method.<locals>.<lambda>.<locals>.<genexpr> < __main__:Thing.method.<locals>.<lambda>.<locals>.<listcomp> < __main__:Thing.method.<locals>.<lambda> < __main__:Thing.method < __main__:<module>
# expect: call __main__:Thing.other < __main__:Thing.method.<locals>.<lambda>.<locals>.<genexpr> < __main__:Thing.method.<locals>.<lambda>.<locals>.<listcomp> < __main__:Thing.method.<locals>.<lambda> < __main__:Thing.method < __main__:<module>
# expect: call __main__:Thing.other.<locals>.Local < __main__:Thing.other < __main__:Thing.method.<locals>.<lambda>.<locals>.<genexpr> < __main__:Thing.method.<locals>.<lambda>.<locals>.<listcomp> < __main__:Thing.method.<locals>.<lambda> < __main__:Thing.method < __main__:<module>
# expect: call __main__:Thing.method.<locals>.<lambda>.<locals>.<genexpr> < __main__:Thing.method.<locals>.<lambda>.<locals>.<listcomp> < __main__:Thing.method.<locals>.<lambda> < __main__:Thing.method < __main__:<module>
# expect: call __main__:flush < __main__:<module>
# expect: call chosen outer
# expect: line one
# expect: line one
# expect: call chosen inner
# expect: return one
# expect: call chosen flush
# expect: return caller 2 3
# expect: return caller 2 3
# expect: return sets None 2
# expect: line <module> None 114
# expect: 3 ['caller', 'flush', 'sets']
# expect: traced None
# expect: 'call' None
# expect: line <module> None 126
# expect: line <module> None 127
# expect: line <module> None 137
# expect: line <module> None 138
# expect: line <module> None 150
# expect: call
# expect: line
# expect: line
# expect: line
# expect: return
# expect: line <module> None 151
# expect: call
# expect: line
