def list__index(self, value, start=0, stop=0x3FFFFFFF, /):
    n = len(self)
    if start < 0:
        start = max(0, start + n)
    if stop < 0:
        stop += n
    i = start + 0
    while i < stop and i < len(self):
        v = self[i]
        if v is value or v == value:
            return i
        i += 1
    raise ValueError(repr(value) + ' is not in list')

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
    _sort(self, key, True if reverse else False)
