# CPython 3.11's itertools, as generators. What cannot take its iterators apart at once does it in a second function.


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable, /):
    return _cycle(iter(iterable))


def _cycle(it):
    saved = []
    for item in it:
        yield item
        saved.append(item)
    while saved:
        for item in saved:
            yield item


def repeat(object, times=None):
    return _forever(object) if times is None else (object for _ in range(times))


def _forever(object):
    while True:
        yield object


def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(it, func, total):
    if total is None:
        for total in it:
            break
        else:
            return
    yield total
    for item in it:
        total = total + item if func is None else func(total, item)
        yield total


class chain:
    def __new__(cls, *iterables):
        return _chain(iter(iterables))

    @staticmethod
    def from_iterable(iterable, /):
        return _chain(iter(iterable))


def _chain(it):
    for iterable in it:
        for item in iterable:
            yield item


def compress(data, selectors):
    return (item for item, selector in zip(data, selectors) if selector)


def dropwhile(predicate, iterable, /):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, it):
    for item in it:
        if not predicate(item):
            yield item
            break
    for item in it:
        yield item


def takewhile(predicate, iterable, /):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, it):
    for item in it:
        if not predicate(item):
            return
        yield item


def filterfalse(predicate, iterable, /):
    if predicate is None:
        return (item for item in iterable if not item)
    return (item for item in iterable if not predicate(item))


def starmap(function, iterable, /):
    return (function(*args) for args in iterable)


def pairwise(iterable, /):
    return _pairwise(iter(iterable))


def _pairwise(it):
    for last in it:
        break
    for item in it:
        yield last, item
        last = item


class groupby:
    def __init__(self, iterable, key=None):
        self._it = iter(iterable)
        self._key = key
        # The group that is given out, its key, and the key of the item that was read last.
        self._group = None
        self._wanted = self._value = object()

    def __iter__(self):
        return self

    def __next__(self):
        self._group = group = object()
        while self._value == self._wanted:
            self._read()
        self._wanted = self._value
        return self._value, self._items(group, self._value)

    def _read(self):
        self._item = item = next(self._it)
        self._value = item if self._key is None else self._key(item)

    def _items(self, group, value):
        while self._group is group and self._value == value:
            yield self._item
            try:
                self._read()
            except StopIteration:
                return


def islice(iterable, *bounds):
    if not bounds or len(bounds) > 3:
        raise TypeError('islice expected at ' + ('most 4' if bounds else 'least 2') + ' arguments, got ' + str(1 + len(bounds)))
    start = bounds[0] if len(bounds) > 1 else 0
    stop = bounds[0] if len(bounds) == 1 else bounds[1]
    step = bounds[2] if len(bounds) == 3 else 1
    start = 0 if start is None else start
    step = 1 if step is None else step
    if stop is not None and (not isinstance(stop, int) or stop < 0):
        raise ValueError(('Stop argument' if len(bounds) == 1 else 'Indices') + ' for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    if not isinstance(start, int) or start < 0:
        raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    if not isinstance(step, int) or step < 1:
        raise ValueError('Step for islice() must be a positive integer or None.')
    return _islice(iter(iterable), start, stop, step)


def _islice(it, start, stop, step):
    # Takes no more items than are counted: `at` is the number of the next one.
    at = 0
    while stop is None or start < stop:
        try:
            while at <= start:
                item = next(it)
                at += 1
        except StopIteration:
            return
        yield item
        start += step
    try:
        while at < stop:
            next(it)
            at += 1
    except StopIteration:
        return


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError('n must be >= 0')
    it = iter(iterable)
    # Items that were read and the next link, of which the last one is empty.
    link = [None, None]
    return tuple([_tee(it, link) for _ in range(n)])


def _tee(it, link):
    while True:
        if link[1] is None:
            try:
                link[0] = next(it)
            except StopIteration:
                return
            link[1] = [None, None]
        item, link = link
        yield item


def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zip_longest(its, fill):
    left = len(its)
    while left:
        row = []
        for i in range(len(its)):
            item = fill
            if its[i] is not None:
                try:
                    item = next(its[i])
                except StopIteration:
                    its[i] = None
                    left -= 1
                    if not left:
                        return
            row.append(item)
        yield tuple(row)


def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError('repeat argument cannot be negative')
    return _product([tuple(iterable) for iterable in iterables] * repeat)


def _product(pools):
    # An odometer whose last wheel turns at each step.
    n = len(pools)
    for pool in pools:
        if not pool:
            return
    at = [0] * n
    row = [pool[0] for pool in pools]
    while True:
        yield tuple(row)
        i = n - 1
        while i >= 0:
            at[i] += 1
            if at[i] < len(pools[i]):
                row[i] = pools[i][at[i]]
                break
            at[i] = 0
            row[i] = pools[i][0]
            i -= 1
        if i < 0:
            return


def _size(r):
    if not isinstance(r, int):
        raise TypeError('Expected int as r')
    if r < 0:
        raise ValueError('r must be non-negative')
    return r


def permutations(iterable, r=None):
    pool = tuple(iterable)
    return _permutations(pool, len(pool) if r is None else _size(r))


def _permutations(pool, r):
    # The first r of `order` stand in the row; left[i] says how often place i is still to change.
    n = len(pool)
    if r > n:
        return
    order = list(range(n))
    left = list(range(n, n - r, -1))
    while True:
        yield tuple([pool[i] for i in order[:r]])
        i = r - 1
        while i >= 0:
            left[i] -= 1
            if left[i]:
                j = n - left[i]
                order[i], order[j] = order[j], order[i]
                break
            order.append(order.pop(i))
            left[i] = n - i
            i -= 1
        if i < 0:
            return


def combinations(iterable, r):
    pool = tuple(iterable)
    return _combinations(pool, _size(r))


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    at = list(range(r))
    while True:
        yield tuple([pool[i] for i in at])
        i = r - 1
        while i >= 0 and at[i] == i + n - r:
            i -= 1
        if i < 0:
            return
        at[i] += 1
        for j in range(i + 1, r):
            at[j] = at[j - 1] + 1


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    return _repeated(pool, _size(r))


def _repeated(pool, r):
    n = len(pool)
    if r and not n:
        return
    at = [0] * r
    while True:
        yield tuple([pool[i] for i in at])
        i = r - 1
        while i >= 0 and at[i] == n - 1:
            i -= 1
        if i < 0:
            return
        at[i:] = [at[i] + 1] * (r - i)
