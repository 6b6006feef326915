# sys.settrace: the lines of statements, of loops that begin again, of what runs on the way out, of expressions on several lines.
import sys


class Manager:
    def __init__(self, swallows=False):
        self.swallows = swallows

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return self.swallows

    def same(self, *args):
        return self


def same(first=0, *rest):
    return first


events = []


def tracer(frame, event, arg):
    if frame.f_code is code:
        events.append(event[0] + str(frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


code = None


def first(frame, event, arg):
    # The function that is asked about is the first that is called.
    global code
    code = frame.f_code
    sys.settrace(tracer)
    return tracer(frame, event, arg)


def show(function, *args):
    events.clear()
    sys.settrace(first)
    try:
        function(*args)
    except Exception as error:
        events.append(type(error).__name__)
    sys.settrace(None)
    print(function.__name__, *events)  # expect: loops c0 l1 l2 l1 l2 l1 l3 l3 l3 l4 l5 l6 l5 l6 l5 l7 l8 l8 l9 l10 l11 l13 l14 l9 l10 l11 l12 r12
# expect: ways_out c0 l1 l2 l3 l14 r14
# expect: ways_out c0 l1 l2 l4 l5 l6 l5 e5 l8 l9 l10 l14 r14
# expect: ways_out c0 l1 l2 l4 l7 l12 l14 l15 l16 e16 l18 l19 l18 l19 l18 l19 l18 r18 KeyError
# expect: managers c0 l1 l2 l3 e3 l1 l4 l5 l6 l5 l8 l5 l9 l4 r4
# expect: cases c0 l1 l2 l3 r3
# expect: cases c0 l1 l2 l4 l6 l11 l12 r12
# expect: statements c0 l4 l5 l6 l7 l8 l9 l11 l10 l9 l10 l13 l15 l16 l17 l18 l17 e17 r17 AssertionError
# expect: expressions c0 l1 l2 l3 l1 l5 l6 l7 l6 l7 l6 l8 l4 l9 l10 l9 l11 l12 l11 l13 l14 l13 l14 l11 l15 l16 l15 l17 l15 l18 l20 l22 l23 l22 l24 l24 l26 l25 r25
# expect: nothing c0 l0 r0
# expect: <lambda> c0 l0 l2 l0 r0


def loops():
    for i in range(2):
        i
    for i in 'ab': i
    n = 2
    while n:
        n -= 1
    n = 2
    while n: n -= 1
    while True:
        n += 1
        if n > 1:
            break
        elif n:
            continue
    else:
        pass


show(loops)


def ways_out(x):
    try:
        if x == 0:
            return 1
        if x == 1:
            raise ValueError(
                x)
        same()
    except ValueError as error:
        same()
        return error
    else:
        same()
    finally:
        x = 3
    try:
        raise KeyError
    finally:
        while x:
            x -= 1


show(ways_out, 0)
show(ways_out, 1)
show(ways_out, 2)


def managers(x):
    with Manager() as a, Manager(True):
        same(x)
        x.none
    with Manager():
        with Manager(
            True
        ):
            pass
        return x


show(managers, 0)


def cases(x):
    match x:
        case 0 | 1:
            pass
        case int() if x > 5:
            pass
        case [
            1,
            2,
        ]:
            pass
        case _:
            return


show(cases, 0)
show(cases, 2)


def statements(x):
    'text'
    global unused
    n: int
    if x:
        pass
    n: int = 1
    'text'
    assert x, 'no'
    @same
    def inner(
        a=x,
    ): pass
    class Inner:
        pass
    import sys
    del inner
    assert not x, same(
        'no')


show(statements, 1)


def expressions(x):
    y = same(
        x,
        1)
    y = [
        x,
        (same(2)
         + 1) * 2,
        same]
    y[0] = same(2) + \
        1
    y = x.same(
        1
    ).same(
        2).same
    if (x and
        y and
            x):
        same((1,
              2))
    y = (1 if x
         else 2)
    y = {1: x,
         2: y}
    y = (x or y) if x else 1
    return (
        y)


show(expressions, Manager())


def nothing():
    global unused


show(nothing)
show(lambda: [
    i for i in
    (1, 2)])
