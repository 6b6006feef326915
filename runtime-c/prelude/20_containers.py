# Containers: what takes user code (keys with __hash__ and __eq__, items with __eq__ or __lt__, iterables) and the rarer methods.

# ---------------------------------------------------------------- iteration

def _iter_items(x):
    # the old protocol: __getitem__ from 0 until IndexError
    i = 0
    get = _find(x, '__getitem__')
    while True:
        try:
            v = get(x, i)
        except (IndexError, StopIteration):
            return
        yield v
        i += 1

def iterator____next__(self, /):
    return _next(self)

def iterator____iter__(self, /):
    return self

def generator____next__(self, /):
    return _send(self, None)

def generator____iter__(self, /):
    return self

def generator__send(self, value, /):
    return _send(self, value)

def _send_to(it, value):
    return it.send(value)

def _unpack(x, n):
    # exactly n items, as a tuple
    if _kind(x) == 5 or _kind(x) == 7:
        if len(x) < n:
            raise ValueError(_say('not enough values to unpack (expected $, got $)', n, len(x)))
        raise ValueError(_say('too many values to unpack (expected $)', n))
    items = []
    for v in _iter_unpacked(x):
        if len(items) == n:
            raise ValueError(_say('too many values to unpack (expected $)', n))
        items.append(v)
    if len(items) < n:
        raise ValueError(_say('not enough values to unpack (expected $, got $)', n, len(items)))
    return tuple(items)

def _iter_unpacked(x):
    k = _kind(x)
    if (k == 18 or k == 17) and _find(x, '__iter__') is None and _find(x, '__getitem__') is None and _plain(x) is x or k not in (1, 2, 5, 7, 8, 10, 11, 12, 17, 18, 19, 20, 24):
        raise TypeError(_say('cannot unpack non-iterable % object', x))
    return _iter(x)

def _list_from(x):
    r = []
    for v in x:
        r.append(v)
    return r

def _tuple_from(x):
    return tuple(_list_from(x))

def _contains(container, item, negate):
    k = _kind(container)
    if k == 18 or k == 17:
        m = _find(container, '__contains__')
        if m is not None:
            r = True if m(container, item) else False
            return r is not negate
        p = _plain(container)
        if p is not container:
            return (item in p) is not negate
        if _find(container, '__iter__') is None and _find(container, '__getitem__') is None:
            raise TypeError(_say("argument of type '%' is not iterable", container))
    elif k == 2 or k == 8:
        p = _plain(item)
        return ((_bytes_like(item) if p is item else p) in container) is not negate
    elif k == 10 or k == 11:
        return (_lookup(container, item, hash(item)) >= 0) is not negate
    elif k == 24:
        if isinstance(container, dict_keys):
            d = _view_dict(container)
            return (_lookup(d, item, hash(item)) >= 0) is not negate
    elif k < 5 or k >= 32:
        raise TypeError(_say("argument of type '%' is not iterable", container))
    for v in container:
        if v is item or v == item:
            return not negate
    return negate

# ---------------------------------------------------------------- lists

def _list_extend(a, iterable):
    if not _extend(a, iterable):
        for v in iterable:
            a.append(v)

def _call_star(a, iterable):
    if not _extend(a, iterable):
        try:
            it = _iter(iterable)
        except TypeError:
            raise TypeError(_say('Value after * must be an iterable, not %', iterable)) from None
        for v in it:
            a.append(v)

def _dict_merge_kw(d, other):
    if not isinstance(other, dict) and not hasattr(other, 'keys'):
        raise TypeError(_say('argument after ** must be a mapping, not %', other))
    for k in other.keys():
        if not isinstance(k, str):
            raise TypeError('keywords must be strings')
        if k in d:
            raise TypeError(_say("got multiple values for keyword argument '$'", k))
        d[k] = other[k]

def _list_iadd(a, iterable):
    if not _extend(a, iterable):
        for v in iterable:
            a.append(v)
    return a

def _list_imul(a, n):
    if isinstance(a, bytearray):
        _splice(a, 0, len(a), a * n)
    else:
        _list_take(a, a * n)
    return a

def list__extend(self, iterable, /):
    if not _extend(self, iterable):
        for v in iterable:
            self.append(v)

def _item_index(i):
    # an index, or a slice with bounds, that only its __index__ knows
    if isinstance(i, slice):
        return slice(_slice_bound(i.start), _slice_bound(i.stop), _slice_bound(i.step))
    return _index(i)

def _slice_bound(v):
    v = _plain(v)
    if _kind(v) != 18:
        return v
    if _find(v, '__index__') is None:
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return _index(v)

def _getitem_index(x, i):
    return x[_item_index(i)]

def _setitem_index(x, i, value):
    x[_item_index(i)] = value

def _delitem_index(x, i):
    del x[_item_index(i)]

def _range_big(start, stop, step):
    # what a loop over a range counts whose bounds are not small
    if step == 0:
        raise ValueError('range() arg 3 must not be zero')
    while start < stop if step > 0 else start > stop:
        yield start
        start += step

def _range_of(a, *more):
    if not more:
        return range(_index(a))
    if len(more) == 1:
        return range(_index(a), _index(more[0]))
    return range(_index(a), _index(more[0]), _index(more[1]))

# ---------------------------------------------------------------- dicts and sets with keys of user classes

def _lookup(d, key, h):
    # number of the entry with this key, or -1
    e = -1
    while True:
        e = _probe(d, h, e)
        if e < 0:
            return -1
        k = _entry_key(d, e)
        if k is key or k == key:
            return e

def _dict_getitem(d, key):
    e = _lookup(d, key, hash(key))
    if e < 0:
        raise KeyError(key)
    return _entry_value(d, e)

def _dict_setitem(d, key, value):
    h = hash(key)
    e = _lookup(d, key, h)
    if e < 0:
        _entry_add(d, h, key, value)
    else:
        _entry_store(d, e, value)

def _dict_delitem(d, key):
    e = _lookup(d, key, hash(key))
    if e < 0:
        raise KeyError(key)
    _entry_remove(d, e)

def _dict_get(d, key, default=None):
    e = _lookup(d, key, hash(key))
    return default if e < 0 else _entry_value(d, e)

def _dict_of(items):
    d = {}
    i = 0
    while i < len(items):
        d[items[i]] = items[i + 1]
        i += 2
    return d

def _set_of(items):
    s = _set_new(False)
    for v in items:
        s.add(v)
    return s

def _set_add(s, value):
    h = hash(value)
    if _lookup(s, value, h) < 0:
        _entry_add(s, h, value, None)

def dict__new(*args, **kw):
    if len(args) > 1:
        raise TypeError('dict expected at most 1 argument, got ' + str(len(args)))
    d = _dict_new()
    if args:
        _dict_merge(d, args[0])
    for k in kw:
        d[k] = kw[k]
    return d

def _dict_merge(d, other):
    if isinstance(other, dict):
        for k in other:
            d[k] = other[k]
    elif hasattr(other, 'keys'):
        for k in other.keys():
            d[k] = other[k]
    else:
        i = 0
        for pair in other:
            if _kind(pair) < 1 or _kind(pair) == 3 or _kind(pair) == 4 or _kind(pair) == 32:
                raise TypeError(_say('cannot convert dictionary update sequence element #$ to a sequence', i))
            pair = list(pair)
            if len(pair) != 2:
                raise ValueError(_say('dictionary update sequence element #$ has length $; 2 is required', i, len(pair)))
            d[pair[0]] = pair[1]
            i += 1

def dict__update(self, /, *args, **kw):
    if args:
        _dict_merge(self, args[0])
    for k in kw:
        self[k] = kw[k]

def list____init__(self, iterable=(), /):
    _list_take(self, list(iterable))

def dict____init__(self, /, *args, **kw):
    dict__update(self, *args, **kw)

def _view_dict(view):
    d = _dict_new()
    for k in view:
        d[k] = None
    return d
