# Builtin functions over iterables.

def sum(iterable, /, start=0):
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    for v in iterable:
        start = start + v
    return start

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
    x = _plain(x)
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

def range__index(self, value, /):
    if value not in self:
        raise ValueError(repr(value) + ' is not in range')
    return (value - self.start) // self.step

def range__count(self, value, /):
    return 1 if value in self else 0

def slice__indices(self, length, /):
    start, count, step = _slice_span(self, length)
    if step > 0:
        return start, start + count * step if count else start, step
    return start, start + count * step if count else start, step
