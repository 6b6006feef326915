# Cells: shared between functions, one set for each call, loops that share one, nonlocal over several levels.
def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    return up, get


up, get = counter()
up2, get2 = counter()
print(up(), up(), up(5), get(), up2(), get2())  # expect: 1 2 7 7 1 1


def loop():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return [f() for f in fs]


print(loop())  # expect: [2, 2, 2]


def deep():
    x = 1

    def a():
        y = x + 1

        def b():
            nonlocal x
            x += y

            def c():
                nonlocal y
                y *= 10
                return x, y

            return c

        return b

    b = a()
    c = b()
    r = c(), c(), x
    b()
    return r, x, c()


print(deep())  # expect: (((3, 20), (3, 200), 3), 203, (203, 2000))


def params(a, *rest, k=1, **more):
    def change():
        nonlocal a, rest, k, more
        a, rest, k, more = a + 1, rest + (0,), k * 2, {**more, "new": 1}

    change()
    change()
    return a, rest, k, more


print(params(1, 2, k=3, z=4))  # expect: (3, (2, 0, 0), 12, {'z': 4, 'new': 1})


def recursive(n):
    def fact(k):
        return 1 if k < 2 else k * fact(k - 1)

    return fact(n)


print(recursive(20))  # expect: 2432902008176640000


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(even(10), odd(7), even(3))  # expect: True True False


def late():
    def f():
        return value

    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)  # expect: NameError cannot access free variable 'value' where it is not associated with a value in enclosing scope
    value = 1
    return f()


print(late())  # expect: 1


def unbound():
    try:
        print(x)
    except UnboundLocalError as e:
        print(type(e).__name__, e)  # expect: UnboundLocalError cannot access local variable 'x' where it is not associated with a value
    x = 1

    def inner():
        return x

    print(inner())  # expect: 1
    del x
    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)  # expect: NameError cannot access free variable 'x' where it is not associated with a value in enclosing scope
    try:
        x
    except NameError as e:
        print(type(e).__name__, e)  # expect: UnboundLocalError cannot access local variable 'x' where it is not associated with a value


unbound()


def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x

    return run


print(compose(lambda x: x + 1, lambda x: x * 2, str)(4))  # expect: 10
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda *a: y(y)(*a)))
print(Y(lambda fac: lambda n: 1 if n < 2 else n * fac(n - 1))(10))  # expect: 3628800


def shadow(print_=print):
    len = lambda x: 42
    return len("abc")


print(shadow(), len("abc"))  # expect: 42 3

x = "global"


def scopes():
    x = "outer"

    class Inner:
        y = x
        x = "class"
        z = x

        def method(self):
            return x

    return Inner.y, Inner.z, Inner().method()


try:
    print(scopes())  # expect: ('global', 'class', 'outer')
except NameError as e:
    print(type(e).__name__, e)


class K:
    x = "body"
    seen = x

    def f(self):
        return x


print(K.seen, K().f())  # expect: body global


def globals_():
    global made, x
    made = 1
    x = "changed"


globals_()
print(made, x)  # expect: 1 changed


def exc_scope():
    try:
        raise ValueError("v")
    except ValueError as e:
        f = lambda: e
        print(repr(f()))  # expect: ValueError('v')
    try:
        f()
    except NameError as err:
        print(err)  # expect: cannot access free variable 'e' where it is not associated with a value in enclosing scope


exc_scope()


def factory(n):
    class Made:
        def get(self):
            return n

        def put(self, v):
            nonlocal n
            n = v

    return Made()


m = factory(3)
m.put(m.get() + 1)
print(m.get(), factory(9).get())  # expect: 4 9
