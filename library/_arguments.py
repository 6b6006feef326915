# Arguments of functions whose parameters are known at run time alone: constructors of named tuples and data classes.


def pair(names, args):
    values = {}
    for i in range(min(len(names), len(args))):
        values[names[i]] = args[i]
    return values


def bind(call, names, only, optional, args, keywords):
    # Values by name of what was given for `names` and, by keyword alone, `only`. Those that are not `optional` must be given.
    given = len(args)
    values = pair(names, args)
    for key in keywords:
        if key in values:
            raise TypeError(call + "() got multiple values for argument '" + key + "'")
        if key not in names and key not in only:
            raise TypeError(call + "() got an unexpected keyword argument '" + key + "'")
    if given > len(names):
        least = len([name for name in names if name not in optional]) + 1
        most = str(len(names) + 1)
        if least <= len(names):
            most = 'from ' + str(least) + ' to ' + most
        raise TypeError(call + '() takes ' + most + ' positional argument' + ('' if most == '1' else 's') + ' but ' + str(given + 1) + ' were given')
    values.update(keywords)
    _check(call, 'positional', [repr(name) for name in names if name not in values and name not in optional])
    _check(call, 'keyword-only', [repr(name) for name in only if name not in values and name not in optional])
    return values


def _check(call, kind, missing):
    n = len(missing)
    if n:
        last = missing.pop()
        shown = ', '.join(missing) + (',' if n > 2 else '') + (' and ' if n > 1 else '') + last
        raise TypeError(call + '() missing ' + str(n) + ' required ' + kind + ' argument' + ('s: ' if n > 1 else ': ') + shown)
