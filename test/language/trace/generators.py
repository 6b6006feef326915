# sys.settrace: generators return and are called again at each yield; coroutines too.
import sys

log = []


def tracer(frame, event, arg):
    if isinstance(arg, tuple):
        arg = arg[0].__name__
    elif not isinstance(arg, (int, str)):
        arg = type(arg).__name__
    code = frame.f_code
    log.append('%s %s+%d %s < %s' % (event, code.co_name, frame.f_lineno - code.co_firstlineno, arg, frame.f_back.f_code.co_name))
    return tracer


def flush():
    sys.settrace(None)
    print('\n'.join([str(line) for line in log]))  # expect: call run+0 NoneType < <module>
# expect: line run+1 NoneType < <module>
# expect: line run+2 NoneType < <module>
# expect: call counting+0 NoneType < run
# expect: line counting+1 NoneType < run
# expect: return counting+1 1 < run
# expect: line run+3 NoneType < <module>
# expect: call counting+1 NoneType < run
# expect: line counting+2 NoneType < run
# expect: line counting+3 NoneType < run
# expect: return counting+3 sent < run
# expect: line run+4 NoneType < <module>
# expect: call counting+3 NoneType < run
# expect: exception counting+3 KeyError < run
# expect: line counting+4 NoneType < run
# expect: line counting+5 NoneType < run
# expect: return counting+5 caught < run
# expect: line run+5 NoneType < <module>
# expect: call counting+5 NoneType < run
# expect: line counting+6 NoneType < run
# expect: return counting+6 1 < run
# expect: exception run+5 StopIteration < <module>
# expect: return run+5 NoneType < <module>
# expect: call flush+0 NoneType < <module>
# expect: line flush+1 NoneType < <module>
# expect: call drive+0 NoneType < <module>
# expect: line drive+1 NoneType < <module>
# expect: line drive+2 NoneType < <module>
# expect: call delegating+0 NoneType < drive
# expect: line delegating+1 NoneType < drive
# expect: call counting+0 NoneType < delegating
# expect: line counting+1 NoneType < delegating
# expect: return counting+1 2 < delegating
# expect: return delegating+1 2 < drive
# expect: line drive+3 NoneType < <module>
# expect: call delegating+1 NoneType < drive
# expect: call counting+1 NoneType < delegating
# expect: line counting+2 NoneType < delegating
# expect: line counting+3 NoneType < delegating
# expect: return counting+3 NoneType < delegating
# expect: return delegating+1 NoneType < drive
# expect: line drive+4 NoneType < <module>
# expect: call counting+3 NoneType < delegating
# expect: exception counting+3 KeyError < delegating
# expect: line counting+4 NoneType < delegating
# expect: line counting+5 NoneType < delegating
# expect: return counting+5 caught < delegating
# expect: line drive+5 NoneType < <module>
# expect: call delegating+1 NoneType < drive
# expect: call counting+5 NoneType < delegating
# expect: line counting+6 NoneType < delegating
# expect: return counting+6 2 < delegating
# expect: exception delegating+1 StopIteration < drive
# expect: line delegating+2 NoneType < drive
# expect: return delegating+2 2 < drive
# expect: call delegating+2 NoneType < drive
# expect: line delegating+3 NoneType < drive
# expect: call __iter__+0 NoneType < delegating
# expect: line __iter__+1 NoneType < delegating
# expect: return __iter__+1 Once < delegating
# expect: call __next__+0 NoneType < delegating
# expect: line __next__+1 NoneType < delegating
# expect: line __next__+3 NoneType < delegating
# expect: return __next__+3 NoneType < delegating
# expect: return delegating+3 NoneType < drive
# expect: call delegating+3 NoneType < drive
# expect: call __next__+0 NoneType < delegating
# expect: line __next__+1 NoneType < delegating
# expect: line __next__+2 NoneType < delegating
# expect: exception __next__+2 StopIteration < delegating
# expect: return __next__+2 NoneType < delegating
# expect: exception delegating+3 StopIteration < drive
# expect: return delegating+3 NoneType < drive
# expect: return drive+5 list < <module>
# expect: call flush+0 NoneType < <module>
# expect: line flush+1 NoneType < <module>
# expect: call closing+0 NoneType < <module>
# expect: line closing+1 NoneType < <module>
# expect: line closing+2 NoneType < <module>
# expect: call delegating+0 NoneType < closing
# expect: line delegating+1 NoneType < closing
# expect: call counting+0 NoneType < delegating
# expect: line counting+1 NoneType < delegating
# expect: return counting+1 2 < delegating
# expect: return delegating+1 2 < closing
# expect: line closing+3 NoneType < <module>
# expect: call counting+1 NoneType < closing
# expect: exception counting+1 GeneratorExit < closing
# expect: return counting+1 NoneType < closing
# expect: call delegating+1 NoneType < closing
# expect: exception delegating+1 GeneratorExit < closing
# expect: return delegating+1 NoneType < closing
# expect: line closing+4 NoneType < <module>
# expect: call <genexpr>+0 NoneType < closing
# expect: line <genexpr>+0 NoneType < closing
# expect: return <genexpr>+0 1 < closing
# expect: call <genexpr>+0 NoneType < closing
# expect: line <genexpr>+0 NoneType < closing
# expect: return <genexpr>+0 2 < closing
# expect: call <genexpr>+0 NoneType < closing
# expect: line <genexpr>+0 NoneType < closing
# expect: return <genexpr>+0 NoneType < closing
# expect: line closing+5 NoneType < <module>
# expect: line closing+4 NoneType < <module>
# expect: call __iter__+0 NoneType < closing
# expect: line __iter__+1 NoneType < closing
# expect: return __iter__+1 Once < closing
# expect: call <listcomp>+0 NoneType < closing
# expect: line <listcomp>+0 NoneType < closing
# expect: call __next__+0 NoneType < <listcomp>
# expect: line __next__+1 NoneType < <listcomp>
# expect: line __next__+3 NoneType < <listcomp>
# expect: return __next__+3 NoneType < <listcomp>
# expect: line <listcomp>+0 NoneType < closing
# expect: call __next__+0 NoneType < <listcomp>
# expect: line __next__+1 NoneType < <listcomp>
# expect: line __next__+2 NoneType < <listcomp>
# expect: exception __next__+2 StopIteration < <listcomp>
# expect: return __next__+2 NoneType < <listcomp>
# expect: exception <listcomp>+0 StopIteration < closing
# expect: return <listcomp>+0 list < closing
# expect: return closing+4 4 < <module>
# expect: call flush+0 NoneType < <module>
# expect: line flush+1 NoneType < <module>
# expect: call pump+0 NoneType < <module>
# expect: line pump+1 NoneType < <module>
# expect: line pump+2 NoneType < <module>
# expect: line pump+3 NoneType < <module>
# expect: line pump+4 NoneType < <module>
# expect: call main+0 NoneType < pump
# expect: line main+1 NoneType < pump
# expect: call __aenter__+0 NoneType < main
# expect: line __aenter__+1 NoneType < main
# expect: return __aenter__+1 1 < main
# expect: exception main+1 StopIteration < pump
# expect: line main+2 NoneType < pump
# expect: call items+0 NoneType < main
# expect: line items+1 NoneType < main
# expect: call __await__+0 NoneType < items
# expect: line __await__+1 NoneType < items
# expect: return __await__+1 1 < items
# expect: return items+1 1 < main
# expect: return main+2 1 < pump
# expect: line pump+3 NoneType < <module>
# expect: line pump+4 NoneType < <module>
# expect: call main+2 NoneType < pump
# expect: call items+1 NoneType < main
# expect: call __await__+1 NoneType < items
# expect: line __await__+2 NoneType < items
# expect: return __await__+2 2 < items
# expect: exception items+1 StopIteration < main
# expect: line items+2 NoneType < main
# expect: return items+2 async_generator_wrapped_value < main
# expect: exception main+2 StopIteration < pump
# expect: line main+3 NoneType < pump
# expect: None
# expect: line main+2 NoneType < pump
# expect: call items+2 NoneType < main
# expect: return items+2 NoneType < main
# expect: exception main+2 StopAsyncIteration < pump
# expect: line main+4 NoneType < pump
# expect: exception main+4 ValueError < pump
# expect: line main+1 NoneType < pump
# expect: call __aexit__+0 NoneType < main
# expect: line __aexit__+1 NoneType < main
# expect: return __aexit__+1 True < main
# expect: exception main+1 StopIteration < pump
# expect: line main+5 NoneType < pump
# expect: line main+6 NoneType < pump
# expect: line main+5 NoneType < pump
# expect: call <listcomp>+0 NoneType < main
# expect: line <listcomp>+0 NoneType < main
# expect: call items+0 NoneType < <listcomp>
# expect: line items+1 NoneType < <listcomp>
# expect: call __await__+0 NoneType < items
# expect: line __await__+1 NoneType < items
# expect: return __await__+1 1 < items
# expect: return items+1 1 < <listcomp>
# expect: return <listcomp>+0 1 < main
# expect: return main+5 1 < pump
# expect: line pump+3 NoneType < <module>
# expect: line pump+4 NoneType < <module>
# expect: call main+5 NoneType < pump
# expect: call <listcomp>+0 NoneType < main
# expect: call items+1 NoneType < <listcomp>
# expect: call __await__+1 NoneType < items
# expect: line __await__+2 NoneType < items
# expect: return __await__+2 2 < items
# expect: exception items+1 StopIteration < <listcomp>
# expect: line items+2 NoneType < <listcomp>
# expect: return items+2 async_generator_wrapped_value < <listcomp>
# expect: exception <listcomp>+0 StopIteration < main
# expect: line <listcomp>+0 NoneType < main
# expect: call items+2 NoneType < <listcomp>
# expect: return items+2 NoneType < <listcomp>
# expect: exception <listcomp>+0 StopAsyncIteration < main
# expect: return <listcomp>+0 list < main
# expect: exception main+5 StopIteration < pump
# expect: return main+5 list < pump
# expect: exception pump+4 StopIteration < <module>
# expect: line pump+5 NoneType < <module>
# expect: line pump+6 NoneType < <module>
# expect: return pump+6 NoneType < <module>
# expect: call flush+0 NoneType < <module>
# expect: line flush+1 NoneType < <module>
    log.clear()


def counting(n):
    got = yield n
    try:
        yield got
    except KeyError:
        yield 'caught'
    return n


def run():
    made = counting(1)
    next(made)
    made.send('sent')
    made.throw(KeyError('x'))
    for rest in made:
        pass


sys.settrace(tracer)
run()
flush()


class Once:
    done = False

    def __iter__(self):
        return self

    def __next__(self):
        if self.done:
            raise StopIteration
        self.done = True


def delegating():
    x = yield from counting(2)
    yield x
    yield from Once()


def drive():
    made = delegating()
    next(made)
    next(made)
    made.throw(KeyError)
    return list(made)


sys.settrace(tracer)
drive()
flush()


def closing():
    made = delegating()
    next(made)
    made.close()
    return sum(i for i in (1, 2)) + sum([1 for i in
                                         Once()])


sys.settrace(tracer)
closing()
flush()


class Awaitable:
    def __await__(self):
        yield 1
        return 2


class Manager:
    async def __aenter__(self):
        return 1

    async def __aexit__(self, *args):
        return True


async def items():
    await Awaitable()
    yield


async def main():
    async with Manager():
        async for item in items():
            log.append(item)
        raise ValueError
    return [i async for i in
            items()]


def pump():
    made = main()
    try:
        while True:
            made.send(None)
    except StopIteration:
        pass


sys.settrace(tracer)
pump()
flush()
