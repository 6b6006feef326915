# What operators and builtin functions do, as methods by their special names. A name before the two underscores may stand for several types (compiler/environment.ts).
# self may be an instance that derives from the type: it is asked for its plain value.

def sized____len__(self, /):
    return len(_plain(self))

def sized____iter__(self, /):
    return _iter(_plain(self))

def sized____contains__(self, item, /):
    return item in _plain(self)

def sequence____getitem__(self, index, /):
    return _plain(self)[index]

def dict____getitem__(self, key, /):
    items = _plain(self)
    missing = _find(self, '__missing__')
    if missing is None or items is self or key in items:
        return items[key]
    return missing(self, key)

def mutable____setitem__(self, key, value, /):
    _plain(self)[key] = value

def mutable____delitem__(self, key, /):
    del _plain(self)[key]

def ordered____reversed__(self, /):
    return reversed(_plain(self))

def sequence____add__(self, other, /):
    return _plain(self) + other

def sequence____mul__(self, count, /):
    return _plain(self) * count

def sequence____rmul__(self, count, /):
    return _plain(self) * count

def str____mod__(self, args, /):
    return _plain(self) % args

def growing____iadd__(self, other, /):
    items = _plain(self)
    items += other
    return self

def list____imul__(self, count, /):
    items = _plain(self)
    items *= count
    return self

def _operate_sets(self, other, op, reflected=False):
    x, y = _plain(self), _plain(other)
    if not isinstance(y, dict if isinstance(x, dict) else (set, frozenset)):
        return NotImplemented
    return _operate(y, x, op, False) if reflected else _operate(x, y, op, False)

def _change_set(self, other, op):
    if not isinstance(other, (set, frozenset)):
        return NotImplemented
    _operate(_plain(self), _plain(other), op, True)
    return self

def either____or__(self, other, /):
    return _operate_sets(self, other, 4)

def either____ror__(self, other, /):
    return _operate_sets(self, other, 4, True)

def sets____and__(self, other, /):
    return _operate_sets(self, other, 3)

def sets____rand__(self, other, /):
    return _operate_sets(self, other, 3, True)

def sets____sub__(self, other, /):
    return _operate_sets(self, other, 1)

def sets____rsub__(self, other, /):
    return _operate_sets(self, other, 1, True)

def sets____xor__(self, other, /):
    return _operate_sets(self, other, 5)

def sets____rxor__(self, other, /):
    return _operate_sets(self, other, 5, True)

def set____ior__(self, other, /):
    return _change_set(self, other, 4)

def set____iand__(self, other, /):
    return _change_set(self, other, 3)

def set____isub__(self, other, /):
    return _change_set(self, other, 1)

def set____ixor__(self, other, /):
    return _change_set(self, other, 5)

def dict____ior__(self, other, /):
    _plain(self).update(other)
    return self

def _operate_numbers(self, other, op, reflected=False):
    x, y = _plain(self), _plain(other)
    if not isinstance(y, (int, float)) or isinstance(y, float) and not isinstance(x, float):
        return NotImplemented
    return _operate(y, x, op, False) if reflected else _operate(x, y, op, False)

def number____add__(self, other, /):
    return _operate_numbers(self, other, 0)

def number____radd__(self, other, /):
    return _operate_numbers(self, other, 0, True)

def number____sub__(self, other, /):
    return _operate_numbers(self, other, 1)

def number____rsub__(self, other, /):
    return _operate_numbers(self, other, 1, True)

def number____mul__(self, other, /):
    return _operate_numbers(self, other, 2)

def number____rmul__(self, other, /):
    return _operate_numbers(self, other, 2, True)

def int____and__(self, other, /):
    return _operate_numbers(self, other, 3)

def int____rand__(self, other, /):
    return _operate_numbers(self, other, 3, True)

def int____or__(self, other, /):
    return _operate_numbers(self, other, 4)

def int____ror__(self, other, /):
    return _operate_numbers(self, other, 4, True)

def int____xor__(self, other, /):
    return _operate_numbers(self, other, 5)

def int____rxor__(self, other, /):
    return _operate_numbers(self, other, 5, True)

def int____lshift__(self, other, /):
    return _operate_numbers(self, other, 6)

def int____rlshift__(self, other, /):
    return _operate_numbers(self, other, 6, True)

def int____rshift__(self, other, /):
    return _operate_numbers(self, other, 7)

def int____rrshift__(self, other, /):
    return _operate_numbers(self, other, 7, True)

def number____floordiv__(self, other, /):
    return _operate_numbers(self, other, 8)

def number____rfloordiv__(self, other, /):
    return _operate_numbers(self, other, 8, True)

def number____mod__(self, other, /):
    return _operate_numbers(self, other, 9)

def number____rmod__(self, other, /):
    return _operate_numbers(self, other, 9, True)

def number____truediv__(self, other, /):
    return _operate_numbers(self, other, 10)

def number____rtruediv__(self, other, /):
    return _operate_numbers(self, other, 10, True)

def number____pow__(self, other, modulo=None, /):
    return _operate_numbers(self, other, 11) if modulo is None else pow(_plain(self), other, modulo)

def number____rpow__(self, other, /):
    return _operate_numbers(self, other, 11, True)

def number____divmod__(self, other, /):
    return divmod(_plain(self), _plain(other)) if isinstance(other, (int, float)) else NotImplemented

def number____rdivmod__(self, other, /):
    return divmod(_plain(other), _plain(self)) if isinstance(other, (int, float)) else NotImplemented

def number____neg__(self, /):
    return -_plain(self)

def number____pos__(self, /):
    return +_plain(self)

def int____invert__(self, /):
    return ~_plain(self)

def number____abs__(self, /):
    return abs(_plain(self))

def number____bool__(self, /):
    return bool(_plain(self))

def number____int__(self, /):
    return int(_plain(self))

def number____trunc__(self, /):
    return int(_plain(self))

def number____floor__(self, /):
    return int(_plain(self) // 1)

def number____ceil__(self, /):
    return -int(-_plain(self) // 1)

def number____float__(self, /):
    return float(_plain(self))

def number____round__(self, *digits):
    return round(_plain(self), *digits)

def int____index__(self, /):
    return int(_plain(self))

def function____get__(self, obj, cls=None, /):
    return self if obj is None else _bind(self, obj)

def property____get__(self, obj, cls=None, /):
    return self if obj is None else self.fget(obj)

def property__get___doc__(self):
    return self.fget.__doc__

def property____set__(self, obj, value, /):
    self.fset(obj, value)

def property____delete__(self, obj, /):
    self.fdel(obj)

def staticmethod____get__(self, obj, cls=None, /):
    return self.__func__

def classmethod____get__(self, obj, cls=None, /):
    return _bind(self.__func__, type(obj) if cls is None else cls)

def callable____call__(self, /, *args, **keywords):
    return self(*args, **keywords)

def type__mro(self, /):
    return list(self.__mro__)
