# with: one and several managers, what is swallowed, errors in __enter__ and __exit__, jumps out of the block.
class M:
    def __init__(self, name, swallow=False, fail=None):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("enter " + self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind.__name__ if kind else None, value, tb is not None)
        if self.fail == "exit":
            raise RuntimeError("exit " + self.name)
        return self.swallow


with M("a") as a:
    print("in", a)
with M("a"), M("b") as b, M("c"):
    print("in", b)
with (M("x") as x, M("y") as y):
    print(x, y)
with (
    M("p") as p,
    M("q", swallow=True),
):
    print(p)
    raise ValueError("swallowed")
print("after")


def err(f):
    try:
        print("result", f())
    except Exception as e:
        print(type(e).__name__, e, "| context", repr(e.__context__))


def propagate():
    with M("a"):
        raise ValueError("v")


def outer_swallows():
    with M("o", swallow=True):
        with M("i"):
            raise KeyError("k")
    return "went on"


def inner_swallows():
    with M("o"), M("i", swallow=True):
        raise KeyError("k")
    return "went on"


def enter_fails():
    with M("o"), M("i", fail="enter"):
        print("never")


def exit_fails():
    with M("o"), M("i", fail="exit"):
        print("body")


def exit_fails_too():
    with M("o"), M("i", fail="exit"):
        raise ValueError("body")


def returns():
    with M("r"):
        return "value"


def loop():
    out = []
    for i in range(4):
        with M(str(i)):
            if i == 1:
                continue
            if i == 2:
                break
            out.append(i)
    return out


def with_finally():
    try:
        with M("t"):
            raise ValueError("x")
    except ValueError:
        return "caught"
    finally:
        print("finally")


def gen():
    with M("g"):
        yield 1
        yield 2


def close_gen():
    g = gen()
    next(g)
    g.close()
    return list(gen())


class NoExit:
    def __enter__(self):
        pass


class NoEnter:
    def __exit__(self, *a):
        pass


def no_exit():
    with NoExit():
        pass


def no_enter():
    with NoEnter():
        pass


def neither():
    with 5:
        pass


class Target:
    pass


def targets():
    t = Target()
    l = [0]
    with M("a") as t.x, M("b") as l[0]:
        print(t.x, l)
    with Pair() as (q, *r):
        print(q, r)


class Pair:
    def __enter__(self):
        return 1, 2, 3

    def __exit__(self, *args):
        print(args)


for f in (propagate, outer_swallows, inner_swallows, enter_fails, exit_fails, exit_fails_too, returns, loop, with_finally, close_gen, no_exit, no_enter, neither, targets):
    print("--", f.__name__)
    err(f)


class Suppress:
    def __init__(self, *kinds):
        self.kinds = kinds

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        return kind is not None and issubclass(kind, self.kinds)


with Suppress(KeyError, IndexError):
    [][1]
with Suppress(KeyError):
    with Suppress(IndexError):
        {}[1]
print("suppressed")


class Stack:
    def __init__(self):
        self.items = []

    def push(self, f):
        self.items.append(f)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        while self.items:
            self.items.pop()()


with Stack() as s:
    for i in range(3):
        s.push(lambda i=i: print("pop", i))


class ExcContext:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        try:
            raise
        except ValueError as e:
            print("bare raise in exit:", e)
        return True


with ExcContext():
    raise ValueError("current")
# expect: enter a
# expect: in A
# expect: exit a None None False
# expect: enter a
# expect: enter b
# expect: enter c
# expect: in B
# expect: exit c None None False
# expect: exit b None None False
# expect: exit a None None False
# expect: enter x
# expect: enter y
# expect: X Y
# expect: exit y None None False
# expect: exit x None None False
# expect: enter p
# expect: enter q
# expect: P
# expect: exit q ValueError swallowed True
# expect: exit p None None False
# expect: after
# expect: -- propagate
# expect: enter a
# expect: exit a ValueError v True
# expect: ValueError v | context None
# expect: -- outer_swallows
# expect: enter o
# expect: enter i
# expect: exit i KeyError 'k' True
# expect: exit o KeyError 'k' True
# expect: result went on
# expect: -- inner_swallows
# expect: enter o
# expect: enter i
# expect: exit i KeyError 'k' True
# expect: exit o None None False
# expect: result went on
# expect: -- enter_fails
# expect: enter o
# expect: enter i
# expect: exit o RuntimeError enter i True
# expect: RuntimeError enter i | context None
# expect: -- exit_fails
# expect: enter o
# expect: enter i
# expect: body
# expect: exit i None None False
# expect: exit o RuntimeError exit i True
# expect: RuntimeError exit i | context None
# expect: -- exit_fails_too
# expect: enter o
# expect: enter i
# expect: exit i ValueError body True
# expect: exit o RuntimeError exit i True
# expect: RuntimeError exit i | context ValueError('body')
# expect: -- returns
# expect: enter r
# expect: exit r None None False
# expect: result value
# expect: -- loop
# expect: enter 0
# expect: exit 0 None None False
# expect: enter 1
# expect: exit 1 None None False
# expect: enter 2
# expect: exit 2 None None False
# expect: result [0]
# expect: -- with_finally
# expect: enter t
# expect: exit t ValueError x True
# expect: finally
# expect: result caught
# expect: -- close_gen
# expect: enter g
# expect: exit g GeneratorExit  True
# expect: enter g
# expect: exit g None None False
# expect: result [1, 2]
# expect: -- no_exit
# expect: TypeError 'NoExit' object does not support the context manager protocol (missed __exit__ method) | context None
# expect: -- no_enter
# expect: TypeError 'NoEnter' object does not support the context manager protocol | context None
# expect: -- neither
# expect: TypeError 'int' object does not support the context manager protocol | context None
# expect: -- targets
# expect: enter a
# expect: enter b
# expect: A ['B']
# expect: exit b None None False
# expect: exit a None None False
# expect: 1 [2, 3]
# expect: (None, None, None)
# expect: result None
# expect: suppressed
# expect: pop 2
# expect: pop 1
# expect: pop 0
# expect: bare raise in exit: current
