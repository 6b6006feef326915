def list__index(self, value, start=0, stop=0x3FFFFFFF, /):
    i = _search_place(start, len(self))
    stop = _search_place(stop, len(self))
    while i < stop and i < len(self):
        v = self[i]
        if v is value or v == value:
            return i
        i += 1
    raise ValueError(_say('$ is not in list', repr(value)) if isinstance(self, list) else 'tuple.index(x): x not in tuple')

tuple__index = list__index

def _search_place(i, n):
    if not isinstance(i, int) and _find(i, '__index__') is None:
        raise TypeError('slice indices must be integers or have an __index__ method')
    i = +_index(i)
    return max(i + n, 0) if i < 0 else i

def row__count(self, value, /):
    n = 0
    for v in self:
        if v is value or v == value:
            n += 1
    return n

def list__remove(self, value, /):
    i = 0
    while i < len(self):
        v = self[i]
        if v is value or v == value:
            self.pop(i)
            return
        i += 1
    raise ValueError('list.remove(x): x not in list')

def list__sort(self, *, key=None, reverse=False):
    # The list is empty meanwhile: a key that changes it is told.
    a = []
    _list_take(a, self)
    try:
        _sort(a, key, True if _index(reverse) else False)
    finally:
        n = len(self)
        _list_take(self, a)
    if n:
        raise ValueError('list modified during sort')
