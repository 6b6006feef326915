# send, throw, close, return values, finally, and what a generator says when it is misused.
def echo():
    got = []
    try:
        while True:
            x = yield got
            got = [x]
    except ValueError as e:
        yield "caught " + str(e)
    finally:
        print("finally")


g = echo()
print(next(g), g.send(1), g.send("a"), next(g))
print(g.throw(ValueError("v")))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
print(next(g, "ended"))


def err(f):
    try:
        print("no error:", f())
    except BaseException as e:
        print(type(e).__name__ + ":", e)


def ret():
    yield 1
    return "value"


def empty():
    return 5
    yield


g = ret()
next(g)
try:
    next(g)
except StopIteration as e:
    print(e.value, e.args)
err(lambda: next(g))
err(lambda: g.send(None))
err(lambda: g.throw(KeyError("after")))
g.close()
err(lambda: next(empty()))
g = ret()
err(lambda: g.send(5))
print(g.send(None))
g = ret()
err(lambda: g.throw(ValueError))
err(lambda: next(g))
g = ret()
err(lambda: g.throw(ValueError("x")))
g = ret()
err(lambda: g.throw(5))
g.close()
err(lambda: next(g))
g = ret()
next(g)
g.close()
g.close()
err(lambda: next(g))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
err(g.close)


def clean():
    try:
        yield 1
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("cleaned")


g = clean()
next(g)
g.close()


def returns_on_close():
    try:
        yield 1
    except GeneratorExit:
        return 5


g = returns_on_close()
next(g)
print(g.close())


def raises_on_close():
    try:
        yield 1
    finally:
        raise KeyError("in close")


g = raises_on_close()
next(g)
err(g.close)


def reentrant():
    yield next(me)


me = reentrant()
err(lambda: next(me))
err(lambda: next(me))


def stops():
    yield 1
    raise StopIteration(5)


err(lambda: list(stops()))


def stops_inside():
    yield next(iter([]))


try:
    list(stops_inside())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def handled():
    try:
        yield 1
    except KeyError:
        yield "key"
    yield "end"


g = handled()
next(g)
print(g.throw(KeyError), next(g))
err(lambda: next(g))
print(list(g))


def args(a, *b, c=1, **d):
    yield a
    yield b
    yield c
    yield d


print(list(args(1, 2, 3, c=4, e=5)))
err(lambda: args())


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fib()
print([next(f) for _ in range(15)])


def take(n, it):
    for x in it:
        if n == 0:
            return
        n -= 1
        yield x


print(list(take(5, fib())), sum(take(10, fib())))


def two():
    x = yield
    y = yield x
    return x, y


g = two()
print(next(g), g.send("x"))
try:
    g.send("y")
except StopIteration as e:
    print(e.value)


def expr():
    x = (yield 1) + (yield 2)
    print("x", x)
    print((yield 3), (yield 4))
    l = [(yield 5), (yield 6)]
    return {"l": l, "t": ((yield),)}


g = expr()
print(g.send(None))
for i in range(7):
    try:
        print(g.send(i))
    except StopIteration as e:
        print(e.value)
        break


class Gen:
    def __init__(self, n):
        self.n = n

    def items(self):
        for i in range(self.n):
            yield self, i

    def __iter__(self):
        for _, i in self.items():
            yield i * 2


print(list(Gen(3)), [i for _, i in Gen(2).items()])
g = (x for x in range(3))
print(next(g), list(g), list(g), type(g).__name__, iter(g) is g)


def context():
    try:
        1 / 0
    except ZeroDivisionError:
        yield "in handler"
        try:
            raise
        except ZeroDivisionError as e:
            yield "re-raised " + str(e)


for x in context():
    print(x)


def outer_handler():
    try:
        {}["k"]
    except KeyError:
        for x in context():
            print(x)
        try:
            raise
        except KeyError as e:
            print("still", repr(e))


outer_handler()
# expect: [] [1] ['a'] [None]
# expect: caught v
# expect: finally
# expect: stop None
# expect: ended
# expect: value ('value',)
# expect-json: "StopIteration: "
# expect-json: "StopIteration: "
# expect: KeyError: 'after'
# expect: StopIteration: 5
# expect: TypeError: can't send non-None value to a just-started generator
# expect: 1
# expect-json: "ValueError: "
# expect-json: "StopIteration: "
# expect: ValueError: x
# expect: TypeError: exceptions must be classes or instances deriving from BaseException, not int
# expect-json: "StopIteration: "
# expect-json: "StopIteration: "
# expect: RuntimeError: generator ignored GeneratorExit
# expect: exit
# expect: cleaned
# expect: None
# expect: KeyError: 'in close'
# expect: ValueError: generator already executing
# expect-json: "StopIteration: "
# expect: RuntimeError: generator raised StopIteration
# expect: generator raised StopIteration StopIteration()
# expect: key end
# expect-json: "StopIteration: "
# expect: []
# expect: [1, (2, 3), 4, {'e': 5}]
# expect: TypeError: args() missing 1 required positional argument: 'a'
# expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377]
# expect: [0, 1, 1, 2, 3] 88
# expect: None x
# expect: ('x', 'y')
# expect: 1
# expect: 2
# expect: x 1
# expect: 3
# expect: 4
# expect: 2 3
# expect: 5
# expect: 6
# expect: None
# expect: {'l': [4, 5], 't': (6,)}
# expect: [0, 2, 4] [0, 1]
# expect: 0 [1, 2] [] generator True
# expect: in handler
# expect: re-raised division by zero
# expect: in handler
# expect: re-raised division by zero
# expect: still KeyError('k')
