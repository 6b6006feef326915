print("helper runs once")
CONSTANT = 42
counter = 0
_private = 1


def double(x):
    return x * 2


def get():
    return counter


def bump():
    global counter
    counter += 10
    return counter


def uses_main_names(f):
    return f(), __name__
