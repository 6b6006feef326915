# CPython 3.11's dataclasses. The compiler leaves the annotations of a decorated class in its namespace; methods go through the list of
# fields, as no code can be made at run time.
import _arguments


class MISSING:
    pass


class KW_ONLY:
    pass


class InitVar:
    def __class_getitem__(cls, item):
        return cls


class FrozenInstanceError(AttributeError):
    pass


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only
        # It only goes through __init__, to __post_init__.
        self._passes = False


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    if order and not eq:
        raise ValueError('eq must be true if order is true')

    def process(cls):
        found = _fields_of(cls, kw_only)
        _check_bases(cls, frozen)
        cls.__dataclass_fields__ = found
        cls._frozen_fields_ = frozen
        own = _instance_dict(cls)
        if init and '__init__' not in own:
            cls.__init__ = _init_of(cls, found)
        if repr and '__repr__' not in own:
            cls.__repr__ = _repr_of(found)
        if eq and '__eq__' not in own:
            cls.__eq__ = _compare_of(found, 0)
        if order:
            _order(cls, found)
        if frozen:
            _freeze(cls, found)
        if unsafe_hash or eq and frozen and '__hash__' not in own:
            cls.__hash__ = _hash_of(found)
        elif eq and '__hash__' not in own:
            cls.__hash__ = None
        if match_args and '__match_args__' not in own:
            cls.__match_args__ = tuple([f.name for f in found.values() if f.init and not f.kw_only])
        return cls

    return process if cls is None else process(cls)


def _is(kind, name):
    # True for an annotation of a special kind, or its text.
    if isinstance(kind, str):
        return kind.split('[')[0].split('.')[-1] == name
    return getattr(kind, '__name__', None) == name and getattr(kind, '__module__', None) in ('typing', 'dataclasses')


def _fields_of(cls, kw_only):
    found = {}
    for base in cls.__mro__[:0:-1]:
        found.update(getattr(base, '__dataclass_fields__', {}))
    annotations = _instance_dict(cls).get('__annotations__', {})
    for name, kind in annotations.items():
        if _is(kind, 'KW_ONLY'):
            kw_only = True
        elif not _is(kind, 'ClassVar'):
            found[name] = _field_of(cls, name, kind, kw_only)
    for name, value in _instance_dict(cls).items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(repr(name) + ' is a field but has no type annotation')
    last = None
    for f in found.values():
        if f.init and not f.kw_only:
            if _has_default(f):
                last = f
            elif last is not None:
                raise TypeError('non-default argument ' + repr(f.name) + ' follows default argument')
    return found


def _field_of(cls, name, kind, kw_only):
    f = getattr(cls, name, MISSING)
    if not isinstance(f, Field):
        f = Field(f, MISSING, True, True, None, True, None, MISSING)
    elif f.default is MISSING:
        delattr(cls, name)
    else:
        setattr(cls, name, f.default)
    f.name = name
    f.type = kind
    f._passes = _is(kind, 'InitVar')
    if f.kw_only is MISSING:
        f.kw_only = kw_only
    if isinstance(f.default, (list, dict, set)):
        raise ValueError('mutable default ' + repr(type(f.default)) + ' for field ' + name + ' is not allowed: use default_factory')
    return f


def _has_default(f):
    return f.default is not MISSING or f.default_factory is not MISSING


def _check_bases(cls, frozen):
    for base in cls.__mro__[1:]:
        if hasattr(base, '__dataclass_fields__') and base._frozen_fields_ != frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one' if base._frozen_fields_ else 'cannot inherit frozen dataclass from a non-frozen one')


def _init_of(cls, found):
    call = cls.__qualname__ + '.__init__'
    taken = [f for f in found.values() if f.init]
    names = [f.name for f in taken if not f.kw_only]
    only = [f.name for f in taken if f.kw_only]
    optional = [f.name for f in taken if _has_default(f)]

    def __init__(self, /, *args, **keywords):
        if keywords or len(args) != len(names) or only:
            values = _arguments.bind(call, names, only, optional, args, keywords)
        else:
            values = _arguments.pair(names, args)
        passed = []
        for name, f in found.items():
            value = values.get(name, MISSING)
            if value is MISSING:
                if f.default_factory is not MISSING:
                    value = f.default_factory()
                elif f.default is not MISSING:
                    value = f.default
                else:
                    continue
            if f._passes:
                passed.append(value)
            else:
                object.__setattr__(self, name, value)
        after = getattr(self, '__post_init__', None)
        if after is not None:
            after(*passed)

    return __init__


def _shown(found):
    return [f.name for f in found.values() if f.repr and not f._passes]


def _repr_of(found):
    names = _shown(found)

    def __repr__(self):
        return type(self).__qualname__ + '(' + ', '.join([name + '=' + repr(getattr(self, name)) for name in names]) + ')'

    return __repr__


def _values(obj, names):
    return tuple([getattr(obj, name) for name in names])


def _compared(found):
    return [f.name for f in found.values() if f.compare and not f._passes]


def _compare_of(found, op):
    names = _compared(found)

    def compare(self, other):
        if type(other) is not type(self):
            return NotImplemented
        a = _values(self, names)
        b = _values(other, names)
        return a == b if op == 0 else a < b if op == 1 else a <= b if op == 2 else a > b if op == 3 else a >= b

    return compare


def _order(cls, found):
    op = 1
    for name in ('__lt__', '__le__', '__gt__', '__ge__'):
        if name in _instance_dict(cls):
            raise TypeError('Cannot overwrite attribute ' + name + ' in class ' + cls.__name__ + '. Consider using functools.total_ordering')
        setattr(cls, name, _compare_of(found, op))
        op += 1


def _hash_of(found):
    names = [f.name for f in found.values() if not f._passes and (f.compare if f.hash is None else f.hash)]
    return lambda self: hash(_values(self, names))


def _freeze(cls, found):
    def __setattr__(self, name, value):
        if type(self) is cls or name in found:
            raise FrozenInstanceError('cannot assign to field ' + repr(name))
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in found:
            raise FrozenInstanceError('cannot delete field ' + repr(name))
        object.__delattr__(self, name)

    cls.__setattr__ = __setattr__
    cls.__delattr__ = __delattr__


def fields(class_or_instance):
    found = getattr(class_or_instance, '__dataclass_fields__', None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple([f for f in found.values() if not f._passes])


def is_dataclass(obj):
    return hasattr(obj, '__dataclass_fields__')


def _instance(obj, name):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError(name + '() should be called on dataclass instances')


def asdict(obj, *, dict_factory=dict):
    _instance(obj, 'asdict')
    return _inside(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    _instance(obj, 'astuple')
    return _inside(obj, None, tuple_factory)


def _inside(obj, make_dict, make_tuple=None):
    if is_dataclass(obj) and not isinstance(obj, type):
        if make_dict is None:
            return make_tuple([_inside(getattr(obj, f.name), None, make_tuple) for f in fields(obj)])
        return make_dict([(f.name, _inside(getattr(obj, f.name), make_dict)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_inside(item, make_dict, make_tuple) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_inside(item, make_dict, make_tuple) for item in obj])
    if isinstance(obj, dict):
        return type(obj)([(_inside(key, make_dict, make_tuple), _inside(value, make_dict, make_tuple)) for key, value in obj.items()])
    if isinstance(obj, (set, bytearray)):
        return obj.copy()
    method = getattr(type(obj), '__deepcopy__', None)
    return obj if method is None else method(obj, {})


def replace(obj, /, **changes):
    _instance(obj, 'replace')
    for f in obj.__dataclass_fields__.values():
        if not f.init:
            if f.name in changes:
                raise ValueError('field ' + f.name + ' is declared with init=False, it cannot be specified with replace()')
        elif f.name not in changes:
            if f._passes and f.default is MISSING:
                raise ValueError('InitVar ' + repr(f.name) + ' must be specified with replace()')
            if not f._passes:
                changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)
