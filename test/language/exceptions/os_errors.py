# OSError's choice of a subclass by its number, and what exceptions made by classes with __new__ say
import errno


def kind(e):
    print(type(e).__name__, e.args[:2], '|', e, '|', e.errno, e.filename)  # expect: FileNotFoundError (2, 'no such thing') | [Errno 2] no such thing | 2 None
# expect: FileNotFoundError (2, 'no such thing') | [Errno 2] no such thing: 'a.txt' | 2 a.txt
# expect: PermissionError (13, 'closed') | [Errno 13] closed | 13 None
# expect: FileExistsError (17, 'there') | [Errno 17] there | 17 None
# expect: TimeoutError (110, 'late') | [Errno 110] late | 110 None
# expect: ConnectionResetError (104, 'reset') | [Errno 104] reset | 104 None
# expect: OSError (5, 'broken') | [Errno 5] broken | 5 None
# expect: OSError (5, 'broken') | [Errno 5] broken: 'disk' | 5 disk
# expect: OSError (5, 'broken') | [Errno 5] broken | 5 None
# expect: OSError (2,) | 2 | None None
# expect: OSError ('text',) | text | None None
# expect: OSError () |  | None None
# expect: FileNotFoundError (1, 'given') | [Errno 1] given | 1 None


kind(OSError(errno.ENOENT, 'no such thing'))
kind(OSError(2, 'no such thing', 'a.txt'))
kind(IOError(errno.EACCES, 'closed'))
kind(EnvironmentError(17, 'there'))
kind(OSError(errno.ETIMEDOUT, 'late'))
kind(OSError(errno.ECONNRESET, 'reset'))
kind(OSError(errno.EIO, 'broken'))
kind(OSError(errno.EIO, 'broken', 'disk'))
kind(OSError(5, 'broken', None))
kind(OSError(2))
kind(OSError('text'))
kind(OSError())
kind(FileNotFoundError(1, 'given'))
print(str(OSError(1, 2, 3, 4, 5, 6)))  # expect: (1, 2, 3, 4, 5, 6)

for number in (errno.EPIPE, 32):
    try:
        raise OSError(errno.EPIPE, 'gone')
    except ConnectionError as e:
        print(isinstance(e, BrokenPipeError), e)  # expect: True [Errno 32] gone
# expect: True [Errno 32] gone

try:
    raise OSError(errno.EAGAIN, 'later')
except (FileNotFoundError, BlockingIOError) as e:
    print(repr(e))  # expect: BlockingIOError(11, 'later')


class Odd(Exception):
    def __new__(cls, *args):
        return 1


def numbers():
    yield 1


for thrown in (Odd, 5, KeyError('k')):
    try:
        numbers().throw(thrown)
    except (TypeError, KeyError) as e:
        print(e)  # expect: calling <class '__main__.Odd'> should have returned an instance of BaseException, not int
# expect: exceptions must be classes or instances deriving from BaseException, not int
# expect: 'k'
print(KeyError(), KeyError('k'), KeyError('k', 2))  # expect-json: " 'k' ('k', 2)"
