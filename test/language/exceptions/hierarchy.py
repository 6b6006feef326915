# The whole hierarchy of exceptions, and what they know.

for name, base in (
    (IndentationError, SyntaxError), (TabError, IndentationError), (BlockingIOError, OSError),
    (ConnectionError, OSError), (BrokenPipeError, ConnectionError), (ConnectionResetError, ConnectionError), (FileNotFoundError, OSError),
    (PermissionError, OSError), (FutureWarning, Warning), (ResourceWarning, Warning), (ModuleNotFoundError, ImportError), (NotImplementedError, RuntimeError),
):
    try:
        raise name('text')
    except base as e:
        print(type(e).__name__, e, repr(e), e.args, name)  # expect: IndentationError text IndentationError('text') ('text',) <class 'IndentationError'>
# expect: TabError text TabError('text') ('text',) <class 'TabError'>
# expect: BlockingIOError text BlockingIOError('text') ('text',) <class 'BlockingIOError'>
# expect: ConnectionError text ConnectionError('text') ('text',) <class 'ConnectionError'>
# expect: BrokenPipeError text BrokenPipeError('text') ('text',) <class 'BrokenPipeError'>
# expect: ConnectionResetError text ConnectionResetError('text') ('text',) <class 'ConnectionResetError'>
# expect: FileNotFoundError text FileNotFoundError('text') ('text',) <class 'FileNotFoundError'>
# expect: PermissionError text PermissionError('text') ('text',) <class 'PermissionError'>
# expect: FutureWarning text FutureWarning('text') ('text',) <class 'FutureWarning'>
# expect: ResourceWarning text ResourceWarning('text') ('text',) <class 'ResourceWarning'>
# expect: ModuleNotFoundError text ModuleNotFoundError('text') ('text',) <class 'ModuleNotFoundError'>
# expect: NotImplementedError text NotImplementedError('text') ('text',) <class 'NotImplementedError'>
print(IOError is OSError, EnvironmentError is OSError, FileNotFoundError.__mro__[1:] == (OSError, Exception, BaseException, object))  # expect: True True True

try:
    [].nothing
except AttributeError as e:
    print(e.name, e)  # expect: nothing 'list' object has no attribute 'nothing'
try:
    nothing
except NameError as e:
    print(e.name, e)  # expect: nothing name 'nothing' is not defined
try:
    import no_such_module
except ImportError as e:
    print(e.name, e.msg, e)  # expect: no_such_module No module named 'no_such_module' No module named 'no_such_module'

def f():
    x
    x = 1
try:
    f()
except UnboundLocalError as e:
    print(type(e).__name__)  # expect: UnboundLocalError
e = OSError(2, 'missing', 'file.txt')
print(e.errno, e.strerror, OSError('x').errno, StopIteration(5).value, SystemExit(3).code, KeyError('k'), repr(KeyError('k')))  # expect: 2 missing None 5 3 'k' KeyError('k')

class Special(Exception):
    def __init__(self, code):
        super().__init__(f'code {code}', code)
        self.code = code

    def __str__(self):
        return '<' + super().__str__() + '>'

    def __repr__(self):
        return 'S' + super().__repr__()

    def __reduce__(self):
        return 'never'

try:
    raise Special(7)
except Special as s:
    print(s, repr(s), s.args, s.code)  # expect: <('code 7', 7)> SSpecial('code 7', 7) ('code 7', 7) 7
    s.args = ('new',)
    s.add_note('first')
    s.add_note('second')
    print(s.args, s.__notes__, s.with_traceback(None) is s)  # expect: ('new',) ['first', 'second'] True
print(BaseException.__str__(ValueError(1, 2)), Exception.__repr__(Special(1)), isinstance(Special(1), BaseException), issubclass(TabError, Exception))  # expect: (1, 2) Special('code 1', 1) True True

class Mixin:
    def hint(self):
        return 'hint for ' + str(self)

class Mixed(Mixin, ValueError):
    pass

try:
    raise Mixed('oops')
except ValueError as m:
    print(m.hint(), m.args, Mixed.__mro__[2] is ValueError)  # expect: hint for oops ('oops',) True

class Chained(Exception):
    pass
try:
    try:
        raise ValueError('first')
    except ValueError as first:
        raise Chained('second') from first
except Chained as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)  # expect: ValueError('first') ValueError('first') True
try:
    try:
        raise ValueError('first')
    except ValueError:
        raise Chained('third')
except Chained as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)  # expect: None ValueError('first') False
try:
    try:
        raise ValueError
    except ValueError:
        raise Chained from None
except Chained as e:
    print(e.__cause__, repr(e.__context__), e.__suppress_context__)  # expect: None ValueError() True
for bad in (lambda: (_ for _ in ()).throw(5), lambda: exec_raise(5), lambda: exec_raise(int), lambda: exec_raise_from(ValueError(), 5)):
    def exec_raise(x):
        raise x
    def exec_raise_from(x, y):
        raise x from y
    try:
        bad()
    except TypeError as e:
        print(e)  # expect: exceptions must be classes or instances deriving from BaseException, not int
# expect: exceptions must derive from BaseException
# expect: exceptions must derive from BaseException
# expect: exception causes must derive from BaseException

class NoException(BaseException):
    def __new__(cls, *args):
        return 1
try:
    raise NoException('x')
except TypeError as e:
    print(e)  # expect: exceptions must derive from BaseException

class Statics:
    @staticmethod
    def __sub__(other):
        return 'sub', other

    @classmethod
    def __add__(cls, other):
        return cls.__name__, other

    @staticmethod
    def __getitem__(key):
        return 'item', key

    @staticmethod
    def __len__():
        return 3

s = Statics()
print(s - 1, s + 2, s[3], len(s))  # expect: ('sub', 1) ('Statics', 2) ('item', 3) 3

class New:
    def __new__(cls):
        print('new')  # expect: new
# expect: new
        return super(cls, New).__new__(cls)

n = New()
print(type(n.__new__(New)) is New)  # expect: True
