# What module operator calls abs and pow: those names there would hide the builtin ones that they are made of.


def absolute(a, /):
    return abs(a)


def power(a, b, /):
    return a ** b
