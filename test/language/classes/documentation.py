"""What this module says of itself."""

print(__doc__)  # expect: What this module says of itself.

def f(x):
    """Doubles x."""
    def inner():
        'Inner.'
    return inner

def g():
    return 1

class C:
    """A class."""

    def method(self):
        """A method,
        in two lines."""
        return self

    def silent(self):
        pass

    @property
    def p(self):
        "A property."
        return 1

    @staticmethod
    def s():
        """Static."""

    class Nested:
        def m(self):
            def deep():
                pass
            return deep

class D(C):
    def method(self):
        return super().method()

print(f.__doc__, f(1).__doc__, g.__doc__, C.__doc__, D.__doc__, C.method.__doc__, C().method.__doc__, C.silent.__doc__)  # expect: Doubles x. Inner. None A class. None A method,
# expect-json: "        in two lines. A method,"
# expect-json: "        in two lines. None"
print(C.p.__doc__, C.s.__doc__, D.method.__doc__, C().__doc__, D().method().p, (lambda: 1).__doc__)  # expect: A property. Static. None A class. 1 None
print(f.__qualname__, f(1).__qualname__, C.method.__qualname__, C.Nested.__qualname__, C.Nested().m().__qualname__, f.__name__, f(1).__name__)  # expect: f f.<locals>.inner C.method C.Nested C.Nested.m.<locals>.deep f inner
f.__doc__ = 'other'
f.extra = [1]
f.extra.append(2)
print(f.__doc__, f.extra, f.__dict__ if False else 'kept', hasattr(g, 'extra'))  # expect: other [1, 2] kept False
g.__name__ = 'renamed'
print(g.__name__, [n for n in dir(C()) if not n.startswith('_')])  # expect: renamed ['Nested', 'method', 'p', 's', 'silent']
