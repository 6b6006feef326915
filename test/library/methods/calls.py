# What the programs beside this share: a call, and the line that tells what came of it.


def shown(x):
    # Sets have no order that counts.
    if isinstance(x, (set, frozenset)):
        return type(x).__name__ + ascii(sorted(x, key=str))
    if callable(x):
        return 'a function or class'
    return '(' + ', '.join([shown(y) for y in x]) + ')' if isinstance(x, tuple) else ascii(x)


def call(name, f, *args):
    before = shown(args)
    try:
        result = shown(f(*args))
    except Exception as e:
        result = type(e).__name__ + ': ' + ascii(str(e))
    print(name, before, '->', result)


def product(name, f, *choices):
    # All combinations, the last one running fastest.
    combinations = [()]
    for choice in choices:
        combinations = [c + (x,) for c in combinations for x in choice]
    for args in combinations:
        call(name, f, *args)
