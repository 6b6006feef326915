# The collector runs when memory is needed, whatever a program says: it cannot be switched off.

_enabled = True
_least = -1
# What is to be called behind a collection that the program asked for.
_watchers = []


def collect(generation=2):
    _collect()
    for watcher in _watchers:
        watcher()
    return 0


def isenabled():
    return _enabled


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def threshold(amount=None):
    global _least
    if amount is None:
        return _least
    _least = -1 if amount < 0 else 0


def mem_free():
    return _memory(True)


def mem_alloc():
    return _memory(False)
