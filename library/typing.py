# CPython 3.11's typing, as far as programs use it when they run: annotations are never evaluated but those of decorated classes.
# Every form can be subscripted and gives itself, Optional[int] is Optional.
import collections

TYPE_CHECKING = False
Any = object


class _Form:
    def __class_getitem__(cls, item):
        return cls


class Optional(_Form):
    pass


class Union(_Form):
    pass


class ClassVar(_Form):
    pass


class Final(_Form):
    pass


class Literal(_Form):
    pass


class Annotated(_Form):
    def __class_getitem__(cls, item):
        return item[0]


class Generic(_Form):
    pass


class Protocol(_Form):
    pass


Callable = Type = Concatenate = TypeGuard = Required = NotRequired = Unpack = _Form
Iterable = Iterator = Generator = Sequence = MutableSequence = Mapping = MutableMapping = AbstractSet = MutableSet = Collection = Container = Hashable = Sized = Reversible = _Form
Awaitable = Coroutine = AsyncIterable = AsyncIterator = AsyncGenerator = ContextManager = AsyncContextManager = _Form
SupportsInt = SupportsFloat = SupportsIndex = SupportsAbs = SupportsBytes = SupportsRound = Buffer = _Form
NoReturn = Never = Self = LiteralString = TypeAlias = _Form
Text = str
AnyStr = str
ByteString = bytes


class List(list, _Form):
    def __new__(cls, *args):
        return list(*args)
