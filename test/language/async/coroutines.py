# Coroutines: generators that only await drives, and what their driver sees.

class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        sent = yield self.value
        return sent


def drive(c, *answers):
    # Sends each answer, prints what comes out, and the end.
    try:
        print('out', c.send(None))
        for answer in answers:
            if isinstance(answer, BaseException):
                print('out', c.throw(answer))
            else:
                print('out', c.send(answer))
    except StopIteration as e:
        print('end', e.value)
    except Exception as e:
        print('raised', type(e).__name__, e)


async def plain():
    return 1

c = plain()
print(type(c).__name__, hasattr(c, '__iter__'), hasattr(c, '__next__'), hasattr(c, 'send'))
drive(c)
drive(c)

async def twice(x):
    a = await Pause(x)
    b = await Pause(a)
    return a + b

drive(twice(1), 2, 3)
drive(twice(1))

async def outer(x):
    try:
        return await twice(x) + await twice(x * 10)
    except ValueError as e:
        print('caught', e)
        return await Pause('again')
    finally:
        print('finally')

drive(outer(1), 2, 3, 4, 5)
drive(outer(1), ValueError('one'), 7)
drive(outer(1), KeyError('two'))

# in every place of an expression
async def everywhere(d):
    x = [await Pause(1), *(await Pause(2))]
    d[await Pause('key')] = await Pause('value')
    y = await Pause(0) or await Pause('or')
    z = f'{await Pause("f")!r:>{await Pause("width")}}|'
    assert await Pause('assert'), 'no'
    del d[await Pause('del')]
    return x, y, z, -await Pause('neg') ** 2, (w := await Pause('named')), w, [1, 2, 3][await Pause('index')]

drive(everywhere({'a': 1}), 1, (3, 4), 'k', 'v', 0, 'other', 'text', 8, True, 'a', 3, 5, 1)

# while an exception is handled, the driver's own stays its own
async def handling():
    try:
        1 / 0
    except ZeroDivisionError:
        await Pause('handling')
        raise

c = handling()
try:
    raise KeyError('mine')
except KeyError:
    c.send(None)
    try:
        raise
    except KeyError as e:
        print('bare raise gives', repr(e))
try:
    c.send(None)
except ZeroDivisionError as e:
    print(e, repr(e.__context__))

# close and throw
async def closing():
    try:
        await Pause('open')
    finally:
        print('closed')

c = closing()
c.send(None)
c.close()
c.close()
fresh = closing()
fresh.close()
drive(fresh)
try:
    closing().throw(ValueError('fresh'))
except ValueError as e:
    print('thrown', e)

# what may not be
async def stops():
    raise StopIteration('x')

drive(stops())

async def bad(x):
    await x

for x in (1, None, [1], 'a', {}, object, bad):
    drive(bad(x))

try:
    plain().send(1)
except TypeError as e:
    print(e)
for f in (iter, next, list, tuple, sorted):
    try:
        f(plain())
    except TypeError as e:
        print(e)
try:
    for x in plain():
        pass
except TypeError as e:
    print(e)

async def itself():
    me.send(None)

me = itself()
drive(me)

class NotIterator:
    def __await__(self):
        return 1

async def awaits_bad():
    await NotIterator()

try:
    awaits_bad().send(None)
except TypeError:
    print('TypeError')

# __await__ of another
class Through:
    def __init__(self, c):
        self.c = c

    def __await__(self):
        return self.c.__await__()

async def through():
    return 'got', await Through(twice(5))

drive(through(), 6, 7)
it = twice(8).__await__()
print(next(it), it.send(1))
# expect: coroutine False False True
# expect: end 1
# expect: raised RuntimeError cannot reuse already awaited coroutine
# expect: out 1
# expect: out 2
# expect: end 5
# expect: out 1
# expect: out 1
# expect: out 2
# expect: out 10
# expect: out 4
# expect: finally
# expect: end 14
# expect: out 1
# expect: caught one
# expect: out again
# expect: finally
# expect: end 7
# expect: out 1
# expect: finally
# expect: raised KeyError 'two'
# expect: out 1
# expect: out 2
# expect: out value
# expect: out key
# expect: out 0
# expect: out or
# expect: out f
# expect: out width
# expect: out assert
# expect: out del
# expect: out neg
# expect: out named
# expect: out index
# expect: end ([1, 3, 4], 'other', "  'text'|", -9, 5, 5, 2)
# expect: bare raise gives KeyError('mine')
# expect: division by zero KeyError('mine')
# expect: closed
# expect: raised RuntimeError cannot reuse already awaited coroutine
# expect: thrown fresh
# expect: raised RuntimeError coroutine raised StopIteration
# expect: raised TypeError object int can't be used in 'await' expression
# expect: raised TypeError object NoneType can't be used in 'await' expression
# expect: raised TypeError object list can't be used in 'await' expression
# expect: raised TypeError object str can't be used in 'await' expression
# expect: raised TypeError object dict can't be used in 'await' expression
# expect: raised TypeError object type can't be used in 'await' expression
# expect: raised TypeError object function can't be used in 'await' expression
# expect: can't send non-None value to a just-started coroutine
# expect: 'coroutine' object is not iterable
# expect: 'coroutine' object is not an iterator
# expect: 'coroutine' object is not iterable
# expect: 'coroutine' object is not iterable
# expect: 'coroutine' object is not iterable
# expect: 'coroutine' object is not iterable
# expect: raised ValueError coroutine already executing
# expect: TypeError
# expect: out 5
# expect: out 6
# expect: end ('got', 13)
# expect: 8 1
