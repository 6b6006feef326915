def sets__union(self, /, *others):
    s = set__new(self)
    for o in others:
        _set_update(s, o)
    return _like(self, s)

def sets__intersection(self, /, *others):
    s = set__new(self)
    for o in others:
        s = s & o if isinstance(o, (set, frozenset)) else set__new([v for v in o if v in s])
    return _like(self, s)

def sets__difference(self, /, *others):
    s = set__new(self)
    set__difference_update(s, *others)
    return _like(self, s)

def sets__symmetric_difference(self, other, /):
    other = _as_set(other)
    s = [v for v in self if v not in other]
    for v in other:
        if v not in self:
            s.append(v)
    return _like(self, set__new(s))

def _like(x, s):
    return _frozen(s) if isinstance(x, frozenset) else s

def set__intersection_update(self, /, *others):
    _replace(self, sets__intersection(self, *others))

def set__difference_update(self, /, *others):
    for o in others:
        for v in list(o):
            set__discard(self, v)

def set__symmetric_difference_update(self, other, /):
    _replace(self, sets__symmetric_difference(self, other))

def _replace(s, new):
    s.clear()
    for v in new:
        s.add(v)

def sets__issubset(self, other, /):
    return _compare_sets(self, _as_set(other), 1)

def sets__issuperset(self, other, /):
    for v in other:
        if v not in self:
            return False
    return True

def keyed__isdisjoint(self, other, /):
    for v in other:
        if v in self:
            return False
    return True

def set__pop(self, /):
    for v in self:
        set__discard(self, v)
        return v
    raise KeyError('pop from an empty set')

def set__remove(self, value, /):
    e = _set_place(self, value)
    if e < 0:
        raise KeyError(value)
    _entry_remove(self, e)

def _set_place(s, value):
    # A set is looked for as the frozenset that is equal to it.
    if isinstance(value, set):
        value = frozenset(value)
    return _lookup(s, value, hash(value))

def set__discard(self, value, /):
    e = _set_place(self, value)
    if e >= 0:
        _entry_remove(self, e)

def frozenset__copy(self, /):
    return self
