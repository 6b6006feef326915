# contextlib, but for streams
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress


@contextmanager
def tag(name):
    print('<' + name + '>')
    try:
        yield name.upper()
    except KeyError as error:
        print('handled', error)
    finally:
        print('</' + name + '>')


with tag('a') as x:
    print(x)
with tag('b'):
    raise KeyError('k')
try:
    with tag('c'):
        raise ValueError('v')
except ValueError as error:
    print('out', error, error.__context__)


@contextmanager
def wrong(times):
    for i in range(times):
        yield i


@contextmanager
def deaf():
    try:
        yield
    except ValueError:
        pass
    yield


for make in (lambda: wrong(0), lambda: wrong(2)):
    try:
        with make() as i:
            print('in', i)
    except RuntimeError as error:
        print(error)
try:
    with deaf():
        raise ValueError
except RuntimeError as error:
    print(error)


@contextmanager
def other():
    try:
        yield
    except ValueError as error:
        raise TypeError('instead') from error


try:
    with other():
        raise ValueError('first')
except TypeError as error:
    print(error, repr(error.__cause__))
try:
    with wrong(1):
        raise StopIteration('mine')
except StopIteration as error:
    print('stop', error)


@tag('deco')
def work(n):
    print('work', n)
    return n + 1


print(work(1), work(2), work.__name__)


class File:
    def __init__(self, name):
        self.name = name

    def close(self):
        print('close', self.name)

    def __enter__(self):
        print('enter', self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print('exit', self.name, kind.__name__ if kind else None, value)
        return self.name == 'calm'


with closing(File('f')) as f:
    print(f.name)
with nullcontext(5) as n:
    print(n)
with suppress(KeyError, IndexError):
    [][1]
with suppress(ValueError):
    print('fine')
try:
    with suppress(KeyError):
        1 // 0
except ZeroDivisionError:
    print('not suppressed')
with ExitStack() as stack:
    stack.enter_context(File('one'))
    stack.callback(print, 'called', sep='')
    stack.enter_context(File('calm'))
    stack.push(lambda *details: print('pushed', details[1]))
    raise ValueError('in stack')
print('after')
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 // 0)
        raise KeyError('lost')
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__))
with ExitStack() as stack:
    stack.callback(print, 'kept')
    kept = stack.pop_all()
print('empty')
kept.close()
try:
    ExitStack().enter_context(3)
except TypeError as error:
    print(error)
# expect: <a>
# expect: A
# expect: </a>
# expect: <b>
# expect: handled 'k'
# expect: </b>
# expect: <c>
# expect: </c>
# expect: out v None
# expect: generator didn't yield
# expect: in 0
# expect: generator didn't stop
# expect: generator didn't stop after throw()
# expect: instead ValueError('first')
# expect: stop mine
# expect: <deco>
# expect: work 1
# expect: </deco>
# expect: <deco>
# expect: work 2
# expect: </deco>
# expect: 2 3 work
# expect: f
# expect: close f
# expect: 5
# expect: fine
# expect: not suppressed
# expect: enter one
# expect: enter calm
# expect: pushed in stack
# expect: exit calm ValueError in stack
# expect: called
# expect: exit one None None
# expect: after
# expect: ZeroDivisionError('integer division or modulo by zero') KeyError('lost')
# expect: empty
# expect: kept
# expect: 'builtins.int' object does not support the context manager protocol
