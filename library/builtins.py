def _padding(self, width, fill):
    if not isinstance(fill, str):
        raise TypeError(_say('The fill character must be a unicode character, not %', fill))
    if len(fill) != 1:
        raise TypeError('The fill character must be exactly one character long')
    return _index(width) - len(self)

def _partition(self, sep, i, left):
    if i < 0:
        empty = self[:0]
        return (self, empty, empty) if left else (empty, empty, self)
    return (self[:i], sep, self[i + len(sep):])

def pow(base, exp, mod=None):
    if mod is None:
        return base ** exp
    if not (isinstance(base, int) and isinstance(exp, int) and isinstance(mod, int)):
        m = _find(base, '__pow__')
        if m is not None and _kind(base) == 18:
            return m(base, exp, mod)
        if isinstance(base, (int, float)) and isinstance(exp, (int, float)) and isinstance(mod, (int, float)):
            raise TypeError('pow() 3rd argument not allowed unless all arguments are integers')
        raise TypeError(_say("unsupported operand type(s) for ** or pow(): '%', '%', '%'", base, exp, mod))
    if mod == 0:
        raise ValueError('pow() 3rd argument cannot be 0')
    if exp < 0:
        # Euclid's algorithm, for the inverse
        a, b, u, v = base % mod, mod, 1, 0
        while b:
            q = a // b
            a, b, u, v = b, a - q * b, v, u - q * v
        if a != 1 and a != -1:
            raise ValueError('base is not invertible for the given modulus')
        base = u * a
        exp = -exp
    r = 1 % mod
    base %= mod
    while exp:
        if exp & 1:
            r = r * base % mod
        exp >>= 1
        if exp:
            base = base * base % mod
    return r

def divmod(x, y, /):
    if isinstance(x, (int, float)) and isinstance(y, (int, float)):
        if y == 0 and (isinstance(x, float) or isinstance(y, float)):
            raise ZeroDivisionError('float divmod()')
        return (x // y, x % y)
    m = _find(x, '__divmod__')
    if m is not None:
        r = m(x, y)
        if r is not NotImplemented:
            return r
    m = _find(y, '__rdivmod__')
    if m is not None:
        r = m(y, x)
        if r is not NotImplemented:
            return r
    raise TypeError(_say("unsupported operand type(s) for divmod(): '%' and '%'", x, y))

def input(prompt='', /):
    prompt = str(prompt)
    if prompt:
        _write(1, prompt)
    line = bytearray()
    while True:
        byte = _read(1)
        if byte == b'\n':
            break
        if not byte:
            if not line:
                raise EOFError('EOF when reading a line')
            break
        line += byte
    if line[-1:] == b'\r':
        line.pop()
    return line.decode()

def vars(obj, /):
    return _instance_dict(obj)

def any(iterable, /):
    for v in iterable:
        if v:
            return True
    return False

def all(iterable, /):
    for v in iterable:
        if not v:
            return False
    return True

def sum(iterable, /, start=0):
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    for v in iterable:
        start = start + v
    return start

def min(*args, key=None, default=...):
    return _extreme(args, key, default, False)

def max(*args, key=None, default=...):
    return _extreme(args, key, default, True)

def _extreme(args, key, default, largest):
    if len(args) == 1:
        args = args[0]
    elif len(args) == 0:
        raise TypeError(('max' if largest else 'min') + ' expected at least 1 argument, got 0')
    first = True
    best = best_key = None
    for v in args:
        k = v if key is None else key(v)
        if first or ((k > best_key) if largest else (k < best_key)):
            best = v
            best_key = k
            first = False
    if first:
        if default is not ...:
            return default
        raise ValueError(('max' if largest else 'min') + '() arg is an empty sequence')
    return best

def enumerate(iterable, start=0):
    return _enumerate(_iter(iterable), start)

def _enumerate(it, i):
    for v in it:
        yield i, v
        i += 1

def zip(*iterables, strict=False):
    its = []
    for x in iterables:
        its.append(iter(x))
    return _zip(its, strict)

def _zip(its, strict):
    n = len(its)
    if n == 2 and not strict:
        second = its[1]
        for a in its[0]:
            try:
                b = _next(second)
            except StopIteration:
                return
            yield a, b
        return
    while n:
        row = []
        for it in its:
            try:
                row.append(_next(it))
            except StopIteration:
                if strict:
                    _zip_check(its, len(row))
                return
        yield tuple(row)

def _zip_check(its, done):
    if done:
        raise ValueError(_say('zip() argument $ is shorter than argument$', done + 1, 's 1-' + str(done) if done > 1 else ' 1'))
    i = 1
    while i < len(its):
        try:
            _next(its[i])
        except StopIteration:
            i += 1
            continue
        raise ValueError(_say('zip() argument $ is longer than argument$', i + 1, 's 1-' + str(i) if i > 1 else ' 1'))

def map(f, iterable, /, *more):
    if not more:
        return _map(f, _iter(iterable))
    return _map_many(f, zip(iterable, *more))

def _map(f, it):
    for v in it:
        yield f(v)

def _map_many(f, rows):
    for row in rows:
        yield f(*row)

def filter(f, iterable, /):
    return _filter(f, _iter(iterable))

def _filter(f, it):
    for v in it:
        if v if f is None else f(v):
            yield v

def reversed(x, /):
    m = _find(x, '__reversed__')
    if m is not None:
        return m(x)
    if isinstance(x, dict):
        x = list(x)
    elif _kind(x) == 11 or _kind(x) == 19 or _kind(x) == 20 or _kind(x) < 1 or (_kind(x) == 18 and _find(x, '__getitem__') is None):
        raise TypeError(_say("'%' object is not reversible", x))
    return _reversed(x)

def _reversed(x):
    i = len(x)
    while i:
        i -= 1
        yield x[i]

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
