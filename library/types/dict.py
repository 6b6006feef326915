def dict__popitem(self, /):
    last = None
    if len(self) == 0:
        raise KeyError('popitem(): dictionary is empty')
    for k in self:
        last = k
    return last, dict__pop(self, last)

def dict__fromkeys(keys, value=None, /):
    d = _dict_new()
    for k in keys:
        d[k] = value
    return d
