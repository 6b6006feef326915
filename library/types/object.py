# What every object has, for programs that name it: super().__repr__(), object.__eq__.

def object____repr__(self, /):
    if _kind(self) == 18 and _plain(self) is self:
        return _say('<$ object at $>', _class_label(type(self)), _address(self))
    return _repr_plain(self, None)

def object____str__(self, /):
    return _plain(self) if isinstance(self, str) else _repr(self)

def object____format__(self, spec, /):
    if spec != '' and _kind(_plain(self)) == 18:
        raise TypeError(_say('unsupported format string passed to %.__format__', self))
    return str(self) if spec == '' else format(_plain(self), spec)

def object____hash__(self, /):
    x = _plain(self)
    return hash(x) if x is not self or _kind(x) != 18 else id(x) >> 4

def _answer(self, other, comparison):
    # NotImplemented where the types do not say
    x, y = _plain(self), _plain(other)
    if _kind(x) == 18:
        return NotImplemented if comparison != 2 and comparison != 3 or x is not other else comparison == 2
    numbers = isinstance(x, float) and isinstance(y, (int, float)) or isinstance(x, int) and isinstance(y, int)
    if not numbers and not isinstance(y, type(x)) and not (isinstance(x, (set, frozenset)) and isinstance(y, (set, frozenset))):
        return NotImplemented
    return _order(x, y, comparison)

def object____lt__(self, other, /):
    return _answer(self, other, 0)

def object____le__(self, other, /):
    return _answer(self, other, 1)

def object____eq__(self, other, /):
    return _answer(self, other, 2)

def object____ne__(self, other, /):
    r = self.__eq__(other)
    return r if r is NotImplemented else not r

def object____gt__(self, other, /):
    return _answer(self, other, 4)

def object____ge__(self, other, /):
    return _answer(self, other, 5)

def object____dir__(self, /):
    return dir(self)

def object____init_subclass__(cls, /, **keywords):
    if keywords:
        raise TypeError(cls.__name__ + '.__init_subclass__() takes no keyword arguments')
