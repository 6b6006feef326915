# try, except, else and finally with return, break, continue and raise, nested in loops and in each other.
def order(what):
    out = []
    try:
        out.append("try")
        if what == 1:
            raise ValueError("v")
        if what == 2:
            raise KeyError("k")
        if what == 3:
            return out, "returned"
    except ValueError:
        out.append("except")
    else:
        out.append("else")
    finally:
        out.append("finally")
    return out


for i in range(5):
    try:
        print(order(i))
    except KeyError as e:
        print("out", e)


def overrides():
    try:
        return "try"
    finally:
        return "finally"


def swallow():
    try:
        1 / 0
    finally:
        return "swallowed"


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def loops():
    out = []
    for i in range(6):
        try:
            if i == 1:
                continue
            if i == 4:
                break
            out.append(i)
        finally:
            out.append("f" + str(i))
    else:
        out.append("else")
    return out


def loop_else():
    out = []
    for i in range(2):
        try:
            continue
        finally:
            out.append(i)
    else:
        out.append("else")
    return out


def break_in_finally():
    for i in range(3):
        try:
            1 / 0
        finally:
            break
    return i


def continue_in_finally():
    n = 0
    for i in range(3):
        try:
            raise ValueError
        finally:
            n += 1
            continue
    return n


def nested():
    out = []
    try:
        try:
            try:
                raise ValueError("inner")
            finally:
                out.append("f1")
        except KeyError:
            out.append("never")
        finally:
            out.append("f2")
    except ValueError as e:
        out.append(str(e))
    return out


def replace():
    try:
        try:
            raise ValueError("first")
        finally:
            raise KeyError("second")
    except KeyError as e:
        return repr(e), repr(e.__context__)


def return_in_loop():
    for i in range(3):
        for j in range(3):
            try:
                if i == 1 and j == 1:
                    return i, j
            finally:
                print("cleanup", i, j)


def while_try():
    n = 0
    while True:
        try:
            n += 1
            if n < 3:
                raise ValueError
        except ValueError:
            continue
        else:
            break
        finally:
            n += 10
    return n


def except_return():
    try:
        raise ValueError
    except ValueError:
        return "except"
    finally:
        print("then finally")


def except_break():
    for i in range(5):
        try:
            if i == 2:
                raise ValueError
        except ValueError:
            break
    return i


def except_raises():
    try:
        try:
            raise ValueError("a")
        except ValueError:
            raise TypeError("b")
        finally:
            print("cleanup")
    except TypeError as e:
        return str(e), str(e.__context__)


def else_raises():
    try:
        try:
            pass
        except ValueError:
            print("not here")
        else:
            raise ValueError("from else")
    except ValueError as e:
        return str(e)


def deep_finally(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        deep_finally(n - 1)
    finally:
        trail.append(n)


trail = []
for f in (overrides, swallow, value_kept, loops, loop_else, break_in_finally, continue_in_finally, nested, replace, return_in_loop, while_try, except_return, except_break, except_raises, else_raises):
    print(f.__name__, f())
try:
    deep_finally(4)
except ValueError as e:
    print(e, trail)


def tuples(e):
    try:
        raise e
    except (ValueError, KeyError) as got:
        return "tuple", type(got).__name__
    except ((TypeError, OSError), ArithmeticError) if False else (TypeError, OSError):
        return "second"
    except LookupError:
        return "lookup"
    except Exception:
        return "exception"
    except:
        return "bare"


print([tuples(e) for e in (ValueError(), KeyError, TypeError, OSError(), IndexError, RuntimeError("x"), KeyboardInterrupt, SystemExit)])


def gen_finally():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


g = gen_finally()
for x in g:
    print(x)
    if x == 1:
        break
g.close()


def returns_twice():
    for i in [1]:
        try:
            try:
                return "a"
            finally:
                print("inner")
        finally:
            print("outer")


print(returns_twice())


def finally_sees():
    try:
        result = "set"
        return result
    finally:
        print("sees", result)


print(finally_sees())
# expect: ['try', 'else', 'finally']
# expect: ['try', 'except', 'finally']
# expect: out 'k'
# expect: (['try', 'finally'], 'returned')
# expect: ['try', 'else', 'finally']
# expect: overrides finally
# expect: swallow swallowed
# expect: value_kept 1
# expect: loops [0, 'f0', 'f1', 2, 'f2', 3, 'f3', 'f4']
# expect: loop_else [0, 1, 'else']
# expect: break_in_finally 0
# expect: continue_in_finally 3
# expect: nested ['f1', 'f2', 'inner']
# expect: replace ("KeyError('second')", "ValueError('first')")
# expect: cleanup 0 0
# expect: cleanup 0 1
# expect: cleanup 0 2
# expect: cleanup 1 0
# expect: cleanup 1 1
# expect: return_in_loop (1, 1)
# expect: while_try 22
# expect: then finally
# expect: except_return except
# expect: except_break 2
# expect: cleanup
# expect: except_raises ('b', 'a')
# expect: else_raises from else
# expect: bottom [0, 1, 2, 3, 4]
# expect: [('tuple', 'ValueError'), ('tuple', 'KeyError'), 'second', 'second', 'lookup', 'exception', 'bare', 'bare']
# expect: 1
# expect: generator closed
# expect: inner
# expect: outer
# expect: a
# expect: sees set
# expect: set
