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

def dict__pop(self, key, /, *default):
    e = _lookup(self, key, hash(key)) if len(self) else -1
    if e < 0:
        if default:
            return default[0]
        raise KeyError(key)
    v = _entry_value(self, e)
    _entry_remove(self, e)
    return v

def dict__setdefault(self, key, default=None, /):
    h = hash(key)
    e = _lookup(self, key, h)
    if e >= 0:
        return _entry_value(self, e)
    self[key] = default
    return default
