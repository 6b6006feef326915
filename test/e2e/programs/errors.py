# Exceptions, finally and with: state in handlers and on the way through them.
class Lock:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None)
        return isinstance(value, KeyError)


class Refused(ValueError):
    pass


def step(n):
    with Lock(n):
        if n % 3 == 1:
            raise KeyError(n)
        if n % 3 == 2:
            try:
                return 10 // (n - n)
            except ZeroDivisionError as e:
                raise Refused("step %d" % n) from e
            finally:
                print("finally", n)
        return n


for n in range(12):
    try:
        print("result", step(n))
    except Refused as e:
        print("refused", e, repr(e.__cause__))
    else:
        print("fine", n)
