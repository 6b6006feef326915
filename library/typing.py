# CPython 3.11's typing, as far as programs use it when they run: annotations are evaluated in decorated classes alone.
# What can be subscripted gives itself: Optional[int] is Optional, Stack[int] is Stack.
import collections

TYPE_CHECKING = False


class _Form:
    def __class_getitem__(cls, item):
        return cls


class Any:
    pass


class ClassVar(_Form):
    pass


class Annotated:
    def __class_getitem__(cls, item):
        return item[0]


class Generic(_Form):
    pass


class Protocol(_Form):
    pass


Optional = Union = Literal = Final = Callable = Concatenate = TypeGuard = Required = NotRequired = Unpack = _Form
Iterable = Iterator = Generator = Sequence = MutableSequence = Mapping = MutableMapping = AbstractSet = MutableSet = Collection = Container = Reversible = _Form
KeysView = ValuesView = ItemsView = MappingView = Pattern = Match = IO = TextIO = BinaryIO = _Form
Awaitable = Coroutine = AsyncIterable = AsyncIterator = AsyncGenerator = ContextManager = AsyncContextManager = _Form
NoReturn = Never = Self = LiteralString = TypeAlias = Hashable = Sized = SupportsInt = SupportsFloat = SupportsIndex = SupportsAbs = SupportsBytes = SupportsRound = Any
List = list
Dict = dict
Set = set
FrozenSet = frozenset
Tuple = tuple
Type = type
Text = AnyStr = str
ByteString = bytes
Deque = collections.deque
DefaultDict = collections.defaultdict
OrderedDict = collections.OrderedDict
Counter = collections.Counter
ChainMap = collections.ChainMap


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name

    def __repr__(self):
        return '~' + self.__name__


ParamSpec = TypeVarTuple = TypeVar


class NamedTuple(collections._NamedTuple):
    def __init_subclass__(cls, **keywords):
        if NamedTuple in cls.__bases__:
            own = _instance_dict(cls)
            names = list(own.get('__annotations__', ()))
            collections._name_fields(cls, names, {name: own[name] for name in names if name in own})

    def __new__(cls, /, *args, **keywords):
        if cls is NamedTuple:
            return collections.namedtuple(args[0], [name for name, _ in args[1]])
        return super().__new__(cls, *args, **keywords)


class TypedDict(dict):
    def __init_subclass__(cls, **keywords):
        pass

    def __new__(cls, /, *args, **keywords):
        return dict(*args, **keywords)


def NewType(name, tp):
    return lambda value: value


def cast(typ, val):
    return val


def overload(func):
    return func


final = no_type_check = runtime_checkable = override = overload


def get_type_hints(obj):
    return dict(getattr(obj, '__annotations__', {}))


def assert_never(arg, /):
    raise AssertionError('Expected code to be unreachable, but got: ' + repr(arg))


def assert_type(val, typ, /):
    return val
