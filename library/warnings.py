# What programs use of CPython 3.11's warnings: messages to stderr. There are no lines to name: those live on the host.
_ignored = []


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    for kind, error in _ignored:
        if issubclass(category, kind):
            if error:
                raise message if isinstance(message, Warning) else category(message)
            return
    _write(2, category.__name__ + ': ' + str(message) + '\n')


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action in ('ignore', 'error'):
        _ignored.insert(0, (category, action == 'error'))
    else:
        _ignored[:] = [rule for rule in _ignored if not issubclass(rule[0], category)]


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    simplefilter(action, category)


def resetwarnings():
    _ignored.clear()


class catch_warnings:
    def __init__(self, *, record=False):
        pass

    def __enter__(self):
        self._saved = _ignored[:]

    def __exit__(self, *details):
        _ignored[:] = self._saved
