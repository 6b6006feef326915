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

def _as_set(x):
    return x if isinstance(x, (set, frozenset)) else set__new(x)

def _compare_sets(x, y, op):
    if not isinstance(x, (set, frozenset, dict_keys, dict_items)) or not isinstance(y, (set, frozenset, dict_keys, dict_items)):
        return False if op == 2 else True if op == 3 else NotImplemented
    if op > 3:
        x, y, op = y, x, op - 4
    y = _as_set(y)
    n = len(y) - len(x)
    if n < 0 or (n and op > 1) or not (n or op):
        return op == 3
    for v in x:
        if v not in y:
            return op == 3
    return op != 3

