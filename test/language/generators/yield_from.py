# yield from: generators, iterators, plain iterables; values sent, exceptions thrown and closes passed on.
def inner():
    try:
        x = yield 1
        print("inner got", x)
        y = yield 2
        print("inner got", y)
    except ValueError as e:
        print("inner caught", e)
        yield "recovered"
    finally:
        print("inner finally")
    return "inner result"


def outer():
    r = yield from inner()
    print("outer got", r)
    r = yield from [10, 20]
    print("list gives", r)
    return "outer result"


print(list(outer()))
g = outer()
print(next(g), g.send("a"), g.send("b"), next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value)
g = outer()
next(g)
print(g.throw(ValueError("thrown")))
print(next(g))
g = outer()
next(g)
g.close()
g = outer()
next(g)
try:
    g.throw(KeyError("passes"))
except KeyError as e:
    print("out", e)


class It:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("it result")
        return self.n


class Full(It):
    def send(self, v):
        print("send", v)
        return "sent"

    def throw(self, *args):
        print("throw", len(args) > 0)
        raise StopIteration("from throw")

    def close(self):
        print("close")


def over(x):
    r = yield from x
    print("result", r)
    yield "after"


print(list(over(It())))
g = over(Full())
print(next(g), g.send(5), g.throw(ValueError("v")))
g = over(Full())
next(g)
g.close()
g = over(It())
next(g)
try:
    g.send(5)
except AttributeError as e:
    print(e)
g = over(It())
next(g)
try:
    g.throw(ValueError("no throw method"))
except ValueError as e:
    print(e)
try:
    list(over(5))
except TypeError as e:
    print(e)
print(list(over("ab")), list(over({"k": 1})), list(over(range(2))), list(over(x for x in [7])))


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(4)))


def depth(n):
    if n == 0:
        x = yield "bottom"
        return x
    return (yield from depth(n - 1)) + 1


g = depth(20)
print(next(g))
try:
    g.send(100)
except StopIteration as e:
    print(e.value)


def acc():
    total = 0
    while True:
        x = yield
        if x is None:
            return total
        total += x


def gather(out):
    while True:
        out.append((yield from acc()))


out = []
g = gather(out)
next(g)
for x in (1, 2, 3, None, 10, 20, None):
    g.send(x)
print(out)


def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)):
            yield from flatten(i)
        else:
            yield i


print(list(flatten([1, [2, (3, [4, [5]])], [], [[[6]]]])))


def catcher():
    try:
        yield from thrower()
    except KeyError as e:
        yield "caught " + repr(e)
    yield "end"


def thrower():
    yield 1
    raise KeyError("k")


print(list(catcher()))


def with_finally():
    try:
        yield from [1, 2, 3]
    finally:
        print("delegating finally")


g = with_finally()
for x in g:
    if x == 2:
        break
g.close()
print("loop left")


def chained(*its):
    for it in its:
        yield from it


print(list(chained([1], "ab", (2,), {3: 4}, tree(2))))


def self_deleg():
    yield from me


me = self_deleg()
try:
    next(me)
except ValueError as e:
    print(e)
# expect: inner got None
# expect: inner got None
# expect: inner finally
# expect: outer got inner result
# expect: list gives None
# expect: [1, 2, 10, 20]
# expect: inner got a
# expect: inner got b
# expect: inner finally
# expect: outer got inner result
# expect: 1 2 10 20
# expect: list gives None
# expect: outer result
# expect: inner caught thrown
# expect: recovered
# expect: inner finally
# expect: outer got inner result
# expect: 10
# expect: inner finally
# expect: inner finally
# expect: out 'passes'
# expect: result it result
# expect: [1, 2, 3, 'after']
# expect: send 5
# expect: throw True
# expect: result from throw
# expect: 1 sent after
# expect: close
# expect: 'It' object has no attribute 'send'
# expect: no throw method
# expect: 'int' object is not iterable
# expect: result None
# expect: result None
# expect: result None
# expect: result None
# expect: ['a', 'b', 'after'] ['k', 'after'] [0, 1, 'after'] [7, 'after']
# expect: [1, 2, 1, 3, 1, 2, 1, 4, 1, 2, 1, 3, 1, 2, 1]
# expect: bottom
# expect: 120
# expect: [6, 30]
# expect: [1, 2, 3, 4, 5, 6]
# expect: [1, "caught KeyError('k')", 'end']
# expect: delegating finally
# expect: loop left
# expect: [1, 'a', 'b', 2, 3, 1, 2, 1]
# expect: generator already executing
