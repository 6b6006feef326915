# What the programs beside this share: a call, and the line that tells what came of it.


def call(name, f, *args):
    try:
        result = ascii(f(*args))
    except Exception as e:
        result = type(e).__name__ + ': ' + ascii(str(e))
    print(name, ascii(args), '->', result)


def product(name, f, *choices):
    # All combinations, the last one running fastest.
    combinations = [()]
    for choice in choices:
        combinations = [c + (x,) for c in combinations for x in choice]
    for args in combinations:
        call(name, f, *args)
