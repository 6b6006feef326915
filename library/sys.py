# The machine, its streams, and how a program ends.
from _io import TextIOWrapper
from _trace import gettrace
from _trace import settrace

byteorder = 'little'
hexversion = 0x030B00F0
maxsize = 0x7FFFFFFFFFFFFFFF
maxunicode = 0x10FFFF
platform = 'nanopy'
version = '3.11.0; nanopy'
argv = _argv()
path = ['']
stdin = TextIOWrapper(0)
stdout = TextIOWrapper(1)
stderr = TextIOWrapper(2)


class _VersionInfo(tuple):
    @property
    def major(self):
        return self[0]

    @property
    def minor(self):
        return self[1]

    @property
    def micro(self):
        return self[2]

    @property
    def releaselevel(self):
        return self[3]

    @property
    def serial(self):
        return self[4]

    def __repr__(self):
        return 'sys.version_info(major=%d, minor=%d, micro=%d, releaselevel=%r, serial=%d)' % tuple(self)


version_info = _VersionInfo((3, 11, 0, 'final', 0))


class _Implementation:
    name = 'micropython'
    version = (1, 24, 0, '')
    _machine = 'nanopy'

    def __repr__(self):
        return f'namespace(name={self.name!r}, version={self.version!r}, _machine={self._machine!r})'


implementation = _Implementation()


def exit(status=None):
    raise SystemExit(status) if status is not None else SystemExit()


def exc_info():
    error = _set_handled(None)
    _set_handled(error)
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


def print_exception(value, file=None):
    if _seen('exceptions as texts'):
        if file is not None:
            from traceback import print_exception

            try:
                file.write
            except AttributeError:
                raise OSError('stream operation not supported')
            print_exception(value, file=file)
            return
    elif file is not None:
        raise NotImplementedError('print_exception: the compiler saw no call with a file')
    _report_exception(value)


# memory alone bounds recursion and texts of numbers: what a program asks for is remembered
_limits = [1000, 4300]


def getrecursionlimit():
    return _limits[0]


def setrecursionlimit(limit, /):
    if limit < 1:
        raise ValueError('recursion limit must be greater or equal than 1')
    _limits[0] = limit


def get_int_max_str_digits():
    return _limits[1]


def set_int_max_str_digits(maxdigits):
    if maxdigits and maxdigits < 640:
        raise ValueError('maxdigits must be 0 or larger than 640')
    _limits[1] = maxdigits


def getsizeof(object, default=None):
    # About how many bytes it takes of the arena, without what it refers to.
    if isinstance(object, (str, bytes)):
        return 8 + (len(object) + 3) // 4 * 4
    if isinstance(object, bytearray):
        return 16 + (len(object) + 3) // 4 * 4
    if isinstance(object, (list, tuple, frozenset, set, dict)):
        return 16 + len(object) * (4 if isinstance(object, (list, tuple)) else 8 if not isinstance(object, dict) else 12)
    if isinstance(object, int):
        return 4 + (object.bit_length() + 31) // 32 * 4
    return 8 + 4 * len(getattr(object, '__dict__', ()))


def intern(string):
    if not isinstance(string, str):
        raise TypeError('intern() argument must be str, not ' + type(string).__name__)
    return string
