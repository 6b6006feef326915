# try, with, loops and functions left by return, break, continue and exceptions; finally in between.
def leave(how):
    for i in range(3):
        try:
            try:
                if how == "return": return "returned"
                if how == "break": break
                if how == "continue": continue
                if how == "raise": raise ValueError(how)
            except ValueError as e:
                return "caught", str(e)
            else:
                print("else", i)
            finally:
                print("inner", i)
        finally:
            print("outer", i)
    else:
        return "exhausted"
    return "broken"


for how in ("return", "break", "continue", "raise", "nothing"):
    print(leave(how))


def override():
    while True:
        try:
            return "body"
        finally:
            break
    try:
        raise KeyError(1)
    finally:
        return "finally"


print(override())


def nested():
    try:
        try:
            1 / 0
        finally:
            try:
                [][0]
            except IndexError as e:
                print(type(e.__context__).__name__)
    except ZeroDivisionError as e:
        print(e, e.__context__)
    try:
        try:
            raise ValueError("first")
        except ValueError as e:
            raise TypeError("second") from e
    except TypeError as e:
        print(repr(e.__cause__), e.__suppress_context__)
        err = e
    try:
        e
    except UnboundLocalError as gone:
        print(gone)
    try:
        raise err
    except (KeyError, TypeError) as again:
        print(again is err)


nested()


class Manager:
    def __init__(self, name, swallows=False):
        self.name, self.swallows = name, swallows

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__)
        return self.swallows


def managed(how):
    for i in range(2):
        with (
            Manager("a", True) as a,
            Manager("b"),
        ):
            if how == "return": return a.name
            if how == "continue": continue
            if how == "raise": raise KeyError(how)
        print("after", i)
    with Manager("c"), Manager("d"): pass
    return "end"


for how in ("return", "continue", "raise"):
    print(managed(how))
with (Manager("f")): pass
with (Manager("i")) as pair: print(pair.name)
with (yes := Manager("j")) as yes.again: print(yes.again is yes)


def generator():
    try:
        while True:
            try:
                got = yield "value"
                print("got", got)
            except ValueError as e:
                yield "handled " + str(e)
            finally:
                print("turn")
    finally:
        print("closed")


g = generator()
print(next(g), g.send(1), g.throw(ValueError("v")), next(g))
g.close()
try:
    raise
except RuntimeError as e:
    print(e)
x = y = z = [1, 2, 3]
a, (b, *c), d = 1, (2, 3, 4), 5
(e, f), [g, h] = "ij", x[:2]
*i, j = *x, 9
print(a, b, c, d, e, f, g, h, i, j, x is z)
del x[0], (a, b), [c], y[-1:]
print(z)
try:
    print(a)
except NameError as e:
    print(e)
try:
    a, b = 1, 2, 3
except ValueError as e:
    print(e)
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)
try:
    assert z == [], f"z is {z}"
except AssertionError as e:
    print(repr(e))
# expect: inner 0
# expect: outer 0
# expect: returned
# expect: inner 0
# expect: outer 0
# expect: broken
# expect: inner 0
# expect: outer 0
# expect: inner 1
# expect: outer 1
# expect: inner 2
# expect: outer 2
# expect: exhausted
# expect: inner 0
# expect: outer 0
# expect: ('caught', 'raise')
# expect: else 0
# expect: inner 0
# expect: outer 0
# expect: else 1
# expect: inner 1
# expect: outer 1
# expect: else 2
# expect: inner 2
# expect: outer 2
# expect: exhausted
# expect: finally
# expect: ZeroDivisionError
# expect: division by zero None
# expect: ValueError('first') True
# expect: cannot access local variable 'e' where it is not associated with a value
# expect: True
# expect: enter a
# expect: enter b
# expect: exit b None
# expect: exit a None
# expect: a
# expect: enter a
# expect: enter b
# expect: exit b None
# expect: exit a None
# expect: enter a
# expect: enter b
# expect: exit b None
# expect: exit a None
# expect: enter c
# expect: enter d
# expect: exit d None
# expect: exit c None
# expect: end
# expect: enter a
# expect: enter b
# expect: exit b KeyError
# expect: exit a KeyError
# expect: after 0
# expect: enter a
# expect: enter b
# expect: exit b KeyError
# expect: exit a KeyError
# expect: after 1
# expect: enter c
# expect: enter d
# expect: exit d None
# expect: exit c None
# expect: end
# expect: enter f
# expect: exit f None
# expect: enter i
# expect: i
# expect: exit i None
# expect: enter j
# expect: True
# expect: exit j None
# expect: got 1
# expect: turn
# expect: turn
# expect: value value handled v value
# expect: turn
# expect: closed
# expect: No active exception to reraise
# expect: 1 2 [3, 4] 5 i j 1 2 [1, 2, 3] 9 True
# expect: [2]
# expect: name 'a' is not defined
# expect: too many values to unpack (expected 2)
# expect: not enough values to unpack (expected at least 2, got 1)
# expect: AssertionError('z is [2]')
