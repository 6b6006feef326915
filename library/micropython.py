# What MicroPython's programs import for its compiler's sake.


def const(value):
    return value


def native(function):
    return function


def viper(function):
    return function


def schedule(function, arg):
    # Handlers are called between two instructions, and never within each other: what they ask for may run at once.
    function(arg)


def opt_level(level=None):
    return 0 if level is None else None


def mem_info(verbose=None):
    print('mem: total=' + str(_memory(True) + _memory(False)) + ', used=' + str(_memory(False)) + ', free=' + str(_memory(True)))


def alloc_emergency_exception_buf(size):
    return None
