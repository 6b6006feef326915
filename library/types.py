# What programs use of CPython 3.11's types.
import builtins


def _function():
    pass


def _generator():
    yield


def _traceback():
    try:
        raise Exception
    except Exception as e:
        return e.__traceback__


async def _coroutine():
    pass


class _AsksForMethods:
    def __instancecheck__(cls, x):
        return _kind(x) == 16


class MethodType:
    __metaclass__ = _AsksForMethods

    def __new__(cls, function, obj, /):
        return _bind(function, obj)


FunctionType = type(_function)
LambdaType = FunctionType
BuiltinFunctionType = type(len)
BuiltinMethodType = BuiltinFunctionType
GeneratorType = type(_generator())
CoroutineType = type(_coroutine())
ModuleType = type(builtins)
TracebackType = type(_traceback())
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)


class SimpleNamespace:
    def __init__(self, /, **keywords):
        for name, value in keywords.items():
            setattr(self, name, value)

    def __repr__(self):
        name = type(self).__name__
        name = 'namespace' if name == 'SimpleNamespace' else name
        return name + '(' + ', '.join([key + '=' + repr(value) for key, value in _instance_dict(self).items()]) + ')'

    def __eq__(self, other):
        return _instance_dict(self) == _instance_dict(other) if isinstance(other, SimpleNamespace) else NotImplemented

    __hash__ = None


class MappingProxyType:
    def __init__(self, mapping, /):
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __len__(self):
        return len(self._mapping)

    def __iter__(self):
        return iter(self._mapping)

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, MappingProxyType) else other)

    __hash__ = None

    def __or__(self, other):
        return self._mapping | (other._mapping if isinstance(other, MappingProxyType) else other)

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()

    def __str__(self):
        return str(self._mapping)

    def __repr__(self):
        return 'mappingproxy(' + repr(self._mapping) + ')'


def coroutine(func):
    return func


def new_class(name, bases=(), kwds=None, exec_body=None):
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    return type(name, bases, namespace)
