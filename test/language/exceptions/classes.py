# Exception classes, their args, text and hierarchy; raise in every form; chaining.
class AppError(Exception):
    pass


class Detailed(AppError):
    def __init__(self, code, text="none"):
        super().__init__(code, text)
        self.code = code
        self.text = text


class Silent(AppError):
    def __init__(self, a):
        self.a = a


class Worded(AppError):
    def __str__(self):
        return "worded " + repr(self.args)


class Two(AppError, KeyError):
    pass


for e in (AppError(), AppError("x"), AppError("x", 1), Detailed(5), Detailed(6, text="t"), Silent(3), Worded(1), Two("k"), KeyError("k"), KeyError(), KeyError(1, 2), OSError(5, "gone"), OSError("x"), StopIteration(4), SystemExit(3), ValueError(None), ValueError("a\n'b'"), IndexError([1])):
    print(str(e), "|", repr(e), "|", e.args)  # expect-json: " | AppError() | ()"
# expect: x | AppError('x') | ('x',)
# expect: ('x', 1) | AppError('x', 1) | ('x', 1)
# expect: (5, 'none') | Detailed(5, 'none') | (5, 'none')
# expect: (6, 't') | Detailed(6, 't') | (6, 't')
# expect: 3 | Silent(3) | (3,)
# expect: worded (1,) | Worded(1) | (1,)
# expect: 'k' | Two('k') | ('k',)
# expect: 'k' | KeyError('k') | ('k',)
# expect-json: " | KeyError() | ()"
# expect: (1, 2) | KeyError(1, 2) | (1, 2)
# expect: [Errno 5] gone | OSError(5, 'gone') | (5, 'gone')
# expect: x | OSError('x') | ('x',)
# expect: 4 | StopIteration(4) | (4,)
# expect: 3 | SystemExit(3) | (3,)
# expect: None | ValueError(None) | (None,)
# expect: a
# expect: 'b' | ValueError("a\n'b'") | ("a\n'b'",)
# expect: [1] | IndexError([1]) | ([1],)
try:
    raise Detailed(7, "seven")
except AppError as e:
    print(e.code, e.text, e.args, e, isinstance(e, Exception), type(e).__name__)  # expect: 7 seven (7, 'seven') (7, 'seven') True Detailed
try:
    raise Two("k")
except KeyError as e:
    print("as KeyError", e)  # expect: as KeyError 'k'
try:
    raise AppError
except AppError as e:
    print(repr(e), e.args)  # expect: AppError() ()
print(StopIteration(4).value, StopIteration().value, SystemExit(3).code, SystemExit().code, OSError(5, "x").errno, OSError(5, "x").strerror, OSError("q").errno)  # expect: 4 None 3 None 5 x None


def err(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e, "| cause", repr(e.__cause__), "| context", repr(e.__context__), e.__suppress_context__)  # expect: TypeError exceptions must derive from BaseException | cause None | context None False
# expect: TypeError exceptions must derive from BaseException | cause None | context None False
# expect: TypeError exceptions must derive from BaseException | cause None | context None False
# expect: TypeError exceptions must derive from BaseException | cause None | context None False
# expect: ValueError new | cause None | context ZeroDivisionError('division by zero') True
# expect: ValueError new | cause ZeroDivisionError('division by zero') | context ZeroDivisionError('division by zero') True
# expect: ValueError new | cause KeyError() | context None True
# expect: TypeError exception causes must derive from BaseException | cause None | context None False
# expect: ValueError new | cause None | context ZeroDivisionError('division by zero') False
# expect: KeyError 'k' | cause None | context None False
# expect: RuntimeError No active exception to reraise | cause None | context None False
# expect: RuntimeError No active exception to reraise | cause None | context None False
# expect: ValueError kept | cause None | context None False
# expect: ValueError kept | cause None | context None False
# expect: TypeError catching classes that do not inherit from BaseException is not allowed | cause None | context ValueError() False
# expect: TypeError catching classes that do not inherit from BaseException is not allowed | cause None | context ValueError() False
# expect: TypeError Detailed.__init__() missing 1 required positional argument: 'code' | cause None | context None False
# expect: KeyError 'b' | cause None | context ValueError('a') False
# expect: ZeroDivisionError division by zero | cause None | context None False


def raise_int():
    raise 5


def raise_class():
    raise int


def raise_none():
    raise None


def raise_str():
    raise "text"


def from_none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("new") from None


def from_e():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("new") from e


def from_class():
    raise ValueError("new") from KeyError


def from_bad():
    raise ValueError("new") from 5


def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("new")


def bare():
    try:
        {}["k"]
    except KeyError:
        raise


def bare_none():
    raise


def bare_later():
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    raise


def again(e=ValueError("kept")):
    raise e


def catch_int():
    try:
        raise ValueError
    except 5:
        pass


def catch_tuple():
    try:
        raise ValueError
    except (int, 5):
        pass


def bad_init():
    raise Detailed


def finally_context():
    try:
        raise ValueError("a")
    finally:
        {}["b"]


def called_in_handler():
    def inner():
        raise

    try:
        1 / 0
    except ZeroDivisionError:
        inner()


for f in (raise_int, raise_class, raise_none, raise_str, from_none, from_e, from_class, from_bad, implicit, bare, bare_none, bare_later, again, again, catch_int, catch_tuple, bad_init, finally_context, called_in_handler):
    err(f)

try:
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise KeyError(2)
        except KeyError:
            raise IndexError(3)
except IndexError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))  # expect: IndexError(3) KeyError(2) ValueError(1)
try:
    try:
        raise ValueError("a")
    except ValueError as a:
        try:
            raise KeyError("b")
        except KeyError:
            pass
        raise
except ValueError as e:
    print(repr(e), repr(e.__context__))  # expect: ValueError('a') None
e = ValueError("manual")
e.__cause__ = KeyError("c")
print(repr(e.__cause__), e.__suppress_context__)  # expect: KeyError('c') True
e.note = "own attribute"
print(e.note, vars(e))  # expect: own attribute {'note': 'own attribute'}
e.args = (1, 2)
print(repr(e), e)  # expect: ValueError(1, 2) (1, 2)
e.add_note("n1")
print(e.__notes__)  # expect: ['n1']
print(issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError), issubclass(UnicodeError, ValueError), issubclass(SystemExit, Exception), issubclass(NotImplementedError, RuntimeError), issubclass(ModuleNotFoundError, ImportError), issubclass(RecursionError, RuntimeError), IOError is OSError, EnvironmentError is OSError)  # expect: True True True False True True True True True
print(ValueError("x") == ValueError("x"), {ValueError: 1}[ValueError], ValueError.__name__, ValueError, AppError)  # expect: False 1 ValueError <class 'ValueError'> <class '__main__.AppError'>
assert True
assert 1, "not shown"
try:
    assert False
except AssertionError as e:
    print(repr(e))  # expect: AssertionError()
try:
    assert 0, "the " + "reason"
except AssertionError as e:
    print(e)  # expect: the reason
try:
    assert (), [1]
except AssertionError as e:
    print(e.args)  # expect: ([1],)
try:
    raise ValueError("x").with_traceback(None)
except ValueError as e:
    print(e)  # expect: x


class Base(BaseException):
    pass


try:
    try:
        raise Base("b")
    except Exception:
        print("never")
except Base as b:
    print(repr(b))  # expect: Base('b')
try:
    print(b)
except NameError as e:
    print(e)  # expect: name 'b' is not defined


class WithNew(Exception):
    def __new__(cls, *args):
        self = super().__new__(cls, *args)
        self.made = True
        return self


try:
    raise WithNew(1, 2)
except WithNew as e:
    print(e.made, e.args)  # expect: True (1, 2)


class Prop(Exception):
    @property
    def message(self):
        return "m:" + self.args[0]


try:
    raise Prop("x")
except Prop as e:
    print(e.message)  # expect: m:x
