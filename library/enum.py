# CPython 3.11's enum. A class's members are made when its body has been run (__init_subclass__); values are looked for one by one,
# as there are few. What the class itself does (iterating, Color['RED'], len, in) is written in EnumType.


class EnumType:
    def __iter__(cls):
        return iter(_canonical(cls))

    def __reversed__(cls):
        return iter(_canonical(cls)[::-1])

    def __len__(cls):
        return len(_canonical(cls))

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError("unsupported operand type(s) for 'in': '" + type(member).__qualname__ + "' and 'EnumType'")
        return isinstance(member, cls) and member.name in cls._member_map_

    def __repr__(cls):
        return ('<flag ' if cls._bits_ else '<enum ') + repr(cls.__name__) + '>'


EnumMeta = EnumType


class Enum:
    __metaclass__ = EnumType
    # Members by name, aliases too; an enum of bits; the __new__ and __init__ that make members.
    _member_map_ = {}
    _bits_ = False
    _make_ = _init_ = None

    def __init_subclass__(cls, boundary=None, **keywords):
        if boundary is not None:
            cls._boundary_ = boundary
        _make_members(cls, _instance_dict(cls))

    def __class_getitem__(cls, name):
        return cls._member_map_[name]

    def __new__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        return _lookup(cls, value) if names is None else _create(cls, value, names, type, start)

    def _define(self, name, value):
        self.name = name
        self.value = value
        return self

    @property
    def _name_(self):
        return self.name

    @property
    def _value_(self):
        return self.value

    @_value_.setter
    def _value_(self, value):
        self._define(None, value)

    def _generate_next_value_(name, start, count, last_values):
        for value in last_values[::-1]:
            try:
                return max(last_values) + 1
            except TypeError:
                pass
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return '<' + type(self).__name__ + '.' + self.name + ': ' + repr(self.value) + '>'

    def __str__(self):
        return type(self).__name__ + '.' + self.name

    def __format__(self, spec):
        return format(str(self), spec)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class auto:
    # A value that is found when the members are made; of `a | b` in the class body, too.

    def __init__(self, value=None, other=None):
        self.value = value
        self.other = other

    def __or__(self, other):
        return auto(self, other)

    def __ror__(self, other):
        return auto(self, other)


def _resolved(value):
    if not isinstance(value, auto):
        return value
    return value.value if value.other is None else _resolved(value.value) | _resolved(value.other)


def _canonical(cls):
    members = cls._member_map_
    return [members[name] for name in members if members[name].name == name and (not cls._bits_ or _is_bit(members[name].value))]


def _is_bit(value):
    return value > 0 and value & value - 1 == 0


def _is_member(cls, name, value):
    if name[0] == '_' and (name[-1] == '_' or name.startswith('_' + cls.__name__ + '__')):
        return False
    return not isinstance(value, (property, staticmethod, classmethod, type(_is_member))) and not hasattr(type(value), '__get__')


def _make_members(cls, namespace):
    for base in cls.__bases__:
        if getattr(base, '_member_map_', None):
            raise TypeError('<enum ' + repr(cls.__name__) + '> cannot extend ' + EnumType.__repr__(base))
    cls._member_map_ = members = {}
    cls.__members__ = members
    if '__new__' in namespace:
        cls._make_ = namespace['__new__']
    if '__init__' in namespace:
        cls._init_ = namespace['__init__']
        del cls.__init__
    cls.__new__ = Enum.__new__
    root = None
    for root in (int, str, float, tuple, bytes, None):
        if root is not None and issubclass(cls, root):
            break
    values = []
    for name, value in namespace.items():
        if not _is_member(cls, name, value):
            continue
        if isinstance(value, auto):
            if value.value is None:
                value.value = cls._generate_next_value_(name, 1, len(values), values.copy())
            value = _resolved(value)
        values.append(value)
        member = _make_member(cls, root, name, value)
        for other in members.values():
            if other.value == member.value:
                member = other
                break
        members[name] = member
        setattr(cls, name, member)


def _make_member(cls, root, name, value):
    args = value if isinstance(value, tuple) else (value,)
    if root is tuple:
        args = (args,)
    if cls._make_ is not None:
        member = cls._make_(cls, *args)
    else:
        member = object.__new__(cls) if root is None else root.__new__(cls, *args)
    member._define(name, getattr(member, 'value', value if root is None else root(*args)))
    if cls._init_ is not None:
        cls._init_(member, *args)
    return member


def _lookup(cls, value):
    if type(value) is cls:
        return value
    for member in cls._member_map_.values():
        if member.value == value:
            return member
    if not cls._member_map_:
        raise TypeError(EnumType.__repr__(cls) + ' has no members defined')
    result = cls._missing_(value)
    if result is None:
        raise ValueError(repr(value) + ' is not a valid ' + cls.__qualname__)
    if not isinstance(result, cls) and not cls._bits_:
        raise TypeError('error in ' + cls.__name__ + '._missing_: returned ' + repr(result) + ' instead of None or a valid member')
    return result


def _create(cls, name, names, root, start):
    # Enum('Color', 'RED GREEN'): a class that is not written down.
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    if hasattr(names, 'items'):
        names = names.items()
    if root is None:
        class Created(cls):
            pass
    else:
        class Created(root, cls):
            pass
    Created.__name__ = Created.__qualname__ = name
    namespace = {}
    for item in names:
        key, value = (item, None) if isinstance(item, str) else item
        if isinstance(item, str):
            value = Created._generate_next_value_(key, start, len(namespace), list(namespace.values()))
        namespace[key] = value
    _make_members(Created, namespace)
    return Created


class ReprEnum(Enum):
    def __str__(self):
        return str(self.value)

    def __format__(self, spec):
        return format(self.value, spec)


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        for value in values:
            if not isinstance(value, str):
                raise TypeError(repr(value) + ' is not a string')
        return str.__new__(cls, *values)

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


STRICT = 'strict'
CONFORM = 'conform'
EJECT = 'eject'
KEEP = 'keep'


class Flag(Enum):
    _bits_ = True
    _boundary_ = STRICT

    def _generate_next_value_(name, start, count, last_values):
        return 1 << max(last_values).bit_length() if last_values else start

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            return None
        return _combined(cls, value)

    def _number(self, other):
        # What takes part in an operation, None for what does not.
        if isinstance(other, type(self)):
            return other.value
        return other if isinstance(self, int) and isinstance(other, int) else None

    def __or__(self, other):
        number = self._number(other)
        return NotImplemented if number is None else type(self)(self.value | number)

    def __and__(self, other):
        number = self._number(other)
        return NotImplemented if number is None else type(self)(self.value & number)

    def __xor__(self, other):
        number = self._number(other)
        return NotImplemented if number is None else type(self)(self.value ^ number)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return type(self)(~self.value)
        return type(self)(_mask(type(self), True) & ~self.value)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError("unsupported operand type(s) for 'in': " + repr(type(other).__qualname__) + ' and ' + repr(type(self).__qualname__))
        return other.value & self.value == other.value

    def __iter__(self):
        return iter(_parts(type(self), self.value))

    def __len__(self):
        return self.value.bit_count()

    def __bool__(self):
        return self.value != 0

    def __repr__(self):
        name = '' if self.name is None else '.' + self.name
        return '<' + type(self).__name__ + name + ': ' + repr(self.value) + '>'

    def __str__(self):
        name = type(self).__name__
        return name + '(' + repr(self.value) + ')' if self.name is None else name + '.' + self.name


class IntFlag(int, Flag):
    _boundary_ = KEEP

    def __str__(self):
        return str(self.value)

    def __format__(self, spec):
        return format(self.value, spec)


def _mask(cls, single):
    mask = 0
    for member in cls._member_map_.values():
        if not single or _is_bit(member.value):
            mask |= member.value
    return mask


def _parts(cls, value):
    # The members of one bit that are in a value, by their bits.
    parts = [member for member in _canonical(cls) if member.value & value]
    parts.sort(key=_value_of)
    return parts


def _value_of(member):
    return member.value


def _combined(cls, value):
    mask = _mask(cls, False)
    every = (1 << mask.bit_length()) - 1
    boundary = cls._boundary_
    if not ~every <= value <= every or value & (every ^ mask):
        if boundary == STRICT:
            size = max(value.bit_length(), mask.bit_length())
            raise ValueError(EnumType.__repr__(cls) + ' invalid value ' + repr(value) + '\n    given ' + _binary(value, size) + '\n  allowed ' + _binary(mask, size))
        if boundary == CONFORM:
            value &= mask
        elif boundary == EJECT:
            return value
        elif value < 0:
            value += max(every + 1, 1 << value.bit_length())
    if value < 0:
        value += every + 1
    if '_combined_' not in _instance_dict(cls):
        cls._combined_ = {}
    for member in (*cls._member_map_.values(), *cls._combined_.values()):
        if member.value == value:
            return member
    names = [member.name for member in _parts(cls, value)]
    known = _mask(cls, True) & value
    for name, member in cls._member_map_.items():
        if member.value & ~known and member.value & value == member.value:
            names.append(name)
            known |= member.value
    if value & ~known and names:
        names.append(repr(value & ~known))
    member = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
    cls._combined_[value] = member._define('|'.join(names) or None, value)
    return member


def _binary(value, size):
    # In two's complement, its sign in front.
    digits = bin((1 << size) + value)[3:] if value >= 0 else bin((1 << size) + (value & (1 << size) - 1))[3:]
    return ('0b1 ' if value < 0 else '0b0 ') + digits.rjust(size, '1' if value < 0 else '0')


def unique(enumeration):
    duplicates = [name + ' -> ' + member.name for name, member in enumeration._member_map_.items() if name != member.name]
    if duplicates:
        raise ValueError('duplicate values found in ' + EnumType.__repr__(enumeration) + ': ' + ', '.join(duplicates))
    return enumeration
