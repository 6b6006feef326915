# Names that are not there: the words of NameError and UnboundLocalError; del; global; attributes of functions.
def err(f):
    try:
        print(f())
    except NameError as e:
        print(type(e).__name__, e)


err(lambda: undefined_name)


def local():
    print(value)
    value = 1


def augmented():
    value += 1


def deleted():
    value = 1
    del value
    return value


def delete_unbound():
    del value
    value = 1


def loop():
    for i in []:
        pass
    return i


def branch():
    if False:
        x = 1
    return x


def except_name():
    try:
        1 / 0
    except ZeroDivisionError as e:
        pass
    return e


def with_name():
    return later


def outer():
    def inner():
        return free

    r = inner
    if r is None:
        free = 1
    return r()


for f in (local, augmented, deleted, delete_unbound, loop, branch, except_name, with_name, outer):
    err(f)
later = 1
err(with_name)
del later
err(with_name)
try:
    del later
except NameError as e:
    print(e)


def del_global():
    global shared
    del shared


shared = 1
err(del_global)
err(del_global)
err(lambda: shared)

counter = 0


def bump():
    global counter
    counter += 1
    return counter


print(bump(), bump(), counter)


def f(a, b=1):
    "The docs."
    return a


print(f.__name__, (lambda: 0).__name__, bump.__name__)
x = 1
del x
try:
    x
except NameError as e:
    print(e)
a, b, c = 1, 2, 3
del a, (b, c)
try:
    c
except NameError as e:
    print(e)


def builtin_shadow():
    try:
        return len([1])
    except UnboundLocalError as e:
        return str(e)
    len = 1


print(builtin_shadow())
len = 5
print(len)
del len
print(len([1, 2]))


class Body:
    x = 1
    y = x + 1
    del x
    try:
        z = x
    except NameError as e:
        z = str(e)
    print(y, z)


print(hasattr(Body, "x"), Body.y)
for i in range(3):
    pass
print(i)
print([i for i in range(5)], i)
# expect: NameError name 'undefined_name' is not defined
# expect: UnboundLocalError cannot access local variable 'value' where it is not associated with a value
# expect: UnboundLocalError cannot access local variable 'value' where it is not associated with a value
# expect: UnboundLocalError cannot access local variable 'value' where it is not associated with a value
# expect: UnboundLocalError cannot access local variable 'value' where it is not associated with a value
# expect: UnboundLocalError cannot access local variable 'i' where it is not associated with a value
# expect: UnboundLocalError cannot access local variable 'x' where it is not associated with a value
# expect: UnboundLocalError cannot access local variable 'e' where it is not associated with a value
# expect: NameError name 'later' is not defined
# expect: NameError cannot access free variable 'free' where it is not associated with a value in enclosing scope
# expect: 1
# expect: NameError name 'later' is not defined
# expect: name 'later' is not defined
# expect: None
# expect: NameError name 'shared' is not defined
# expect: NameError name 'shared' is not defined
# expect: 1 2 2
# expect: f <lambda> bump
# expect: name 'x' is not defined
# expect: name 'c' is not defined
# expect: cannot access local variable 'len' where it is not associated with a value
# expect: 5
# expect: 2
# expect: 2 name 'x' is not defined
# expect: False 2
# expect: 2
# expect: [0, 1, 2, 3, 4] 2
