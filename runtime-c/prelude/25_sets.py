# Sets and frozensets, and the operators of sets, dict views and dicts.

def set__new(iterable=(), /):
    s = _set_new(False)
    for v in iterable:
        s.add(v)
    return s

def frozenset__new(iterable=(), /):
    if isinstance(iterable, frozenset):
        return iterable
    return _frozen(set__new(iterable))

def _frozen(s):
    f = _set_new(True)
    for v in s:
        _entry_add_new(f, v)
    return f

def _entry_add_new(s, value):
    h = hash(value)
    if _lookup(s, value, h) < 0:
        _entry_add(s, h, value, None)

def set____init__(self, iterable=(), /):
    self.clear()
    _set_update(self, iterable)

def _set_update(s, iterable):
    for v in iterable:
        s.add(v)

def set__update(self, /, *others):
    for o in others:
        for v in o:
            self.add(v)

def set__discard(self, value, /):
    e = _lookup(self, value, hash(value))
    if e >= 0:
        _entry_remove(self, e)

def set__remove(self, value, /):
    e = _lookup(self, value, hash(value))
    if e < 0:
        raise KeyError(value)
    _entry_remove(self, e)

def set__pop(self, /):
    for v in self:
        set__remove(self, v)
        return v
    raise KeyError('pop from an empty set')

def _as_set(x):
    return x if isinstance(x, (set, frozenset)) else set__new(x)

def _like(x, s):
    return _frozen(s) if isinstance(x, frozenset) else s

def set__union(self, /, *others):
    s = set__new(self)
    for o in others:
        _set_update(s, o)
    return _like(self, s)

def set__intersection(self, /, *others):
    s = set__new(self)
    for o in others:
        o = _as_set(o)
        s = set__new([v for v in s if v in o])
    return _like(self, s)

def set__difference(self, /, *others):
    s = set__new(self)
    for o in others:
        for v in o:
            set__discard(s, v)
    return _like(self, s)

def set__symmetric_difference(self, other, /):
    other = _as_set(other)
    s = set__new([v for v in self if v not in other])
    for v in other:
        if v not in self:
            s.add(v)
    return _like(self, s)

def _set_replace(s, new):
    new = list(new)
    s.clear()
    for v in new:
        s.add(v)

def set__intersection_update(self, /, *others):
    _set_replace(self, set__intersection(self, *others))

def set__difference_update(self, /, *others):
    for o in others:
        for v in list(o):
            set__discard(self, v)

def set__symmetric_difference_update(self, other, /):
    _set_replace(self, set__symmetric_difference(self, other))

def set__issubset(self, other, /):
    other = _as_set(other)
    if len(self) > len(other):
        return False
    for v in self:
        if v not in other:
            return False
    return True

def set__issuperset(self, other, /):
    for v in other:
        if v not in self:
            return False
    return True

def set__isdisjoint(self, other, /):
    for v in other:
        if v in self:
            return False
    return True

def frozenset__union(self, /, *others):
    return set__union(self, *others)

def frozenset__intersection(self, /, *others):
    return set__intersection(self, *others)

def frozenset__difference(self, /, *others):
    return set__difference(self, *others)

def frozenset__symmetric_difference(self, other, /):
    return set__symmetric_difference(self, other)

def frozenset__issubset(self, other, /):
    return set__issubset(self, other)

def frozenset__issuperset(self, other, /):
    return set__issuperset(self, other)

def frozenset__isdisjoint(self, other, /):
    return set__isdisjoint(self, other)

def dict_keys__isdisjoint(self, other, /):
    return set__isdisjoint(self, other)

def dict_items__isdisjoint(self, other, /):
    return set__isdisjoint(self, other)

def _compare_sets(x, y, op):
    if not isinstance(x, (set, frozenset, dict_keys, dict_items)) or not isinstance(y, (set, frozenset, dict_keys, dict_items)):
        return False if op == 2 else True if op == 3 else NotImplemented
    x = _as_set(x)
    y = _as_set(y)
    if op == 0:
        return len(x) < len(y) and set__issubset(x, y)
    if op == 1:
        return set__issubset(x, y)
    if op == 2:
        return len(x) == len(y) and set__issubset(x, y)
    if op == 3:
        return len(x) != len(y) or not set__issubset(x, y)
    if op == 4:
        return len(x) > len(y) and set__issubset(y, x)
    return set__issubset(y, x)

def _set_binary(x, y, op, in_place):
    # operators between sets, dict views and dicts
    if isinstance(x, dict) and isinstance(y, dict) and op == 4:
        if not in_place:
            x = x.copy()
        _dict_merge(x, y)
        return x
    if isinstance(x, dict) and in_place and op == 4:
        _dict_merge(x, y)
        return x
    sets = (set, frozenset, dict_keys, dict_items)
    if isinstance(x, sets) and isinstance(y, sets):
        if not isinstance(x, (set, frozenset)):
            x = set__new(x)
            in_place = False
        r = None
        if op == 1:
            r = set__difference(x, y)
        elif op == 3:
            r = set__intersection(x, y)
        elif op == 4:
            r = set__union(x, y)
        elif op == 5:
            r = set__symmetric_difference(x, y)
        if r is not None:
            if in_place and isinstance(x, set):
                _set_replace(x, r)
                return x
            return r
    sign = ('+', '-', '*', '&', '|', '^', '<<', '>>', '//', '%', '/', '** or pow()', '@')[op]
    if in_place:
        sign = '**=' if op == 11 else sign + '='
    raise TypeError(_say("unsupported operand type(s) for $: '%' and '%'", sign, x, y))
