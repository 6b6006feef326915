# Containers: what takes user code (keys with __hash__ and __eq__, items with __eq__ or __lt__, iterables) and the rarer methods.

# ---------------------------------------------------------------- iteration

def iter(x, /, *sentinel):
    if sentinel:
        return _iter_sentinel(x, sentinel[0])
    return _iter(x)

def _iter_sentinel(f, sentinel):
    while True:
        v = f()
        if v == sentinel:
            return
        yield v

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

def next(it, /, *default):
    if not default:
        return _next(it)
    try:
        return _next(it)
    except StopIteration:
        return default[0]

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

def generator__throw(self, kind, value=None, traceback=None, /):
    if isinstance(kind, type):
        kind = kind() if value is None else value if isinstance(value, kind) else kind(*value) if isinstance(value, tuple) else kind(value)
    return _throw(self, kind)

def generator__close(self, /):
    started = _started(self)
    if started is None:
        return
    if not started:
        _end_generator(self)
        return
    try:
        _throw(self, GeneratorExit())
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError('generator ignored GeneratorExit')

def _send_to(it, value):
    return it.send(value)

def _yield_from_throw(it, e):
    # PEP 380: what happens to an exception thrown into a yield from. (done, value)
    own = _kind(it) == 19
    if isinstance(e, GeneratorExit):
        close = None if own else getattr(it, 'close', None)
        if own:
            generator__close(it)
        elif close is not None:
            close()
        raise e
    throw = None if own else getattr(it, 'throw', None)
    if throw is None and not own:
        raise e
    try:
        return False, _throw(it, e) if own else throw(e)
    except StopIteration as stop:
        return True, stop.value

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

def _unpack_ex(x, before, after):
    items = list(x if isinstance(x, list) else _iter_unpacked(x))
    n = len(items)
    if n < before + after:
        raise ValueError(_say('not enough values to unpack (expected at least $, got $)', before + after, n))
    r = items[:before]
    r.append(items[before:n - after])
    if after:
        r += items[n - after:]
    return tuple(r)

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

def _list_iadd(a, iterable):
    if not _extend(a, iterable):
        for v in iterable:
            a.append(v)
    return a

def _list_imul(a, n):
    _list_take(a, a * n)
    return a

def list__extend(self, iterable, /):
    if not _extend(self, iterable):
        for v in iterable:
            self.append(v)

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

def tuple__index(self, value, start=0, stop=0x3FFFFFFF, /):
    n = len(self)
    if start < 0:
        start = max(0, start + n)
    if stop < 0:
        stop += n
    i = start
    while i < stop and i < n:
        v = self[i]
        if v is value or v == value:
            return i
        i += 1
    raise ValueError('tuple.index(x): x not in tuple')

def list__count(self, value, /):
    n = 0
    for v in self:
        if v is value or v == value:
            n += 1
    return n

def tuple__count(self, value, /):
    return list__count(self, value)

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

def sorted(iterable, /, *, key=None, reverse=False):
    a = list(iterable)
    _sort(a, key, True if reverse else False)
    return a

def _sort(a, key, reverse):
    if key is None:
        if _sort_simple(a, None, reverse):
            return
        _list_take(a, _merge_sort(a, a, reverse))
        return
    values = a.copy()
    keys = []
    for v in values:
        keys.append(key(v))
    if not _sort_simple(keys, values, reverse):
        values = _merge_sort(keys, values, reverse)
    _list_take(a, values)

def _merge_sort(keys, values, reverse):
    # Stable and bottom-up: runs of `width` are merged from one pair of lists into another.
    n = len(keys)
    keys = keys.copy()
    values = values.copy()
    width = 1
    while width < n:
        new_keys = []
        new_values = []
        lo = 0
        while lo < n:
            mid = lo + width
            if mid > n:
                mid = n
            hi = mid + width
            if hi > n:
                hi = n
            i = lo
            j = mid
            while i < mid and j < hi:
                if (keys[i] < keys[j]) if reverse else (keys[j] < keys[i]):
                    new_keys.append(keys[j])
                    new_values.append(values[j])
                    j += 1
                else:
                    new_keys.append(keys[i])
                    new_values.append(values[i])
                    i += 1
            _extend(new_keys, keys[i:mid])
            _extend(new_values, values[i:mid])
            _extend(new_keys, keys[j:hi])
            _extend(new_values, values[j:hi])
            lo = hi
        keys = new_keys
        values = new_values
        width *= 2
    return values

def _list_setslice(a, s, value):
    if isinstance(value, (list, tuple)):
        new = value
    else:
        try:
            it = _iter(value)
        except TypeError:
            raise TypeError('can only assign an iterable' if s.step is None or s.step == 1 else 'must assign iterable to extended slice') from None
        new = list(it)
    start, count, step = _slice_span(s, len(a))
    if s.step is None or s.step == 1:
        r = a[:start]
        _extend(r, new)
        _extend(r, a[start + count:])
        _list_take(a, r)
        return
    if len(new) != count:
        raise ValueError(_say('attempt to assign sequence of size $ to extended slice of size $', len(new), count))
    if new is a:
        new = list(new)
    for v in new:
        a[start] = v
        start += step

def _list_delslice(a, s):
    start, count, step = _slice_span(s, len(a))
    if count == 0:
        return
    if step < 0:
        start += (count - 1) * step
        step = -step
    r = a[:start]
    i = start
    for k in range(count):
        if k:
            _extend(r, a[i + 1:i + step])
            i += step
    _extend(r, a[i + 1:])
    _list_take(a, r)

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

def _dict_missing(x, key):
    # an item of an instance that derives from dict and has __missing__
    d = _plain(x)
    e = _lookup(d, key, hash(key))
    return _find(x, '__missing__')(x, key) if e < 0 else _entry_value(d, e)

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

def _dict_update(d, other):
    if not isinstance(other, dict) and not hasattr(other, 'keys'):
        raise TypeError(_say("'%' object is not a mapping", other))
    _dict_merge(d, other)

def _dict_merge_kw(d, other):
    if not isinstance(other, dict) and not hasattr(other, 'keys'):
        raise TypeError(_say('argument after ** must be a mapping, not %', other))
    for k in other.keys():
        if not isinstance(k, str):
            raise TypeError('keywords must be strings')
        if k in d:
            raise TypeError(_say("got multiple values for keyword argument '$'", k))
        d[k] = other[k]

def dict__update(self, /, *args, **kw):
    if args:
        _dict_merge(self, args[0])
    for k in kw:
        self[k] = kw[k]

def dict__setdefault(self, key, default=None, /):
    h = hash(key)
    e = _lookup(self, key, h)
    if e >= 0:
        return _entry_value(self, e)
    self[key] = default
    return default

def dict__pop(self, key, /, *default):
    e = _lookup(self, key, hash(key))
    if e < 0:
        if default:
            return default[0]
        raise KeyError(key)
    v = _entry_value(self, e)
    _entry_remove(self, e)
    return v

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

def list____init__(self, iterable=(), /):
    self[:] = iterable

def dict____init__(self, /, *args, **kw):
    dict__update(self, *args, **kw)

def _view_dict(view):
    d = _dict_new()
    for k in view:
        d[k] = None
    return d
