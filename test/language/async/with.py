# async with.

class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        yield self.value
        return self.value


def run(c):
    log = []
    try:
        while True:
            log.append(c.send(None))
    except StopIteration as e:
        print(log, e.value)
    except Exception as e:
        print(log, type(e).__name__, e)


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        await Pause('>' + self.name)
        return self.name.upper()

    async def __aexit__(self, kind, value, traceback):
        await Pause('<' + self.name)
        print('exit', self.name, kind and kind.__name__, value, traceback is None)
        return self.swallow

async def plain():
    async with Manager('a') as a, Manager('b') as (b):
        print(a, b)
        return await Pause('body')

run(plain())

async def swallowed():
    async with Manager('s', True):
        raise ValueError('swallowed')
    async with Manager('o'):
        async with Manager('i'):
            raise KeyError('seen')

run(swallowed())

async def leaving():
    for i in range(5):
        async with Manager('m%d' % i):
            if i == 1:
                continue
            if i == 2:
                break
    try:
        return 'r'
    finally:
        async with Manager('f'):
            pass

run(leaving())

class Enters:
    async def __aenter__(self):
        raise OSError('not entered')

    async def __aexit__(self, *args):
        print('never')

class NoExit:
    async def __aenter__(self):
        pass

async def enter(x):
    async with x:
        print('never')

run(enter(Enters()))
run(enter(NoExit()))
run(enter(1))

class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        print('asked')
        return self.value

class Unsure:
    def __init__(self, answer):
        self.answer = answer

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        return self.answer

async def asks(answer):
    async with Unsure(Truth(answer)):
        1 / 0
    return 'went on'

run(asks(True))
run(asks(False))
# expect: A B
# expect: exit b None None True
# expect: exit a None None True
# expect: ['>a', '>b', 'body', '<b', '<a'] body
# expect: exit s ValueError swallowed False
# expect: exit i KeyError 'seen' False
# expect: exit o KeyError 'seen' False
# expect: ['>s', '<s', '>o', '>i', '<i', '<o'] KeyError 'seen'
# expect: exit m0 None None True
# expect: exit m1 None None True
# expect: exit m2 None None True
# expect: exit f None None True
# expect: ['>m0', '<m0', '>m1', '<m1', '>m2', '<m2', '>f', '<f'] r
# expect: [] OSError not entered
# expect: [] TypeError 'NoExit' object does not support the asynchronous context manager protocol (missed __aexit__ method)
# expect: [] TypeError 'int' object does not support the asynchronous context manager protocol
# expect: asked
# expect: [] went on
# expect: asked
# expect: [] ZeroDivisionError division by zero
