# Ranges of numbers beyond 31 bits, which the machine's own do not have.


class LongRange:
    def __init__(self, start, stop, step):
        for x in (start, stop, step):
            if not isinstance(x, int):
                raise TypeError(_say("'%' object cannot be interpreted as an integer", x))
        if step == 0:
            raise ValueError('range() arg 3 must not be zero')
        self.start = start
        self.stop = stop
        self.step = step

    def _count(self):
        return max((self.stop - self.start + self.step + (-1 if self.step > 0 else 1)) // self.step, 0)

    def __len__(self):
        n = self._count()
        if n > 0x7FFFFFFFFFFFFFFF:
            raise OverflowError('Python int too large to convert to C ssize_t')
        return n

    def __bool__(self):
        return self._count() != 0

    def __getitem__(self, i):
        n = self._count()
        if isinstance(i, slice):
            start, stop, step = slice__indices(i, n)
            return range(self.start + start * self.step, self.start + stop * self.step, self.step * step)
        if not isinstance(i, int) and _find(i, '__index__') is None:
            raise TypeError(_say('range indices must be integers or slices, not %', i))
        i = _index(i)
        if i < 0:
            i += n
        if i < 0 or i >= n:
            raise IndexError('range object index out of range')
        return self.start + i * self.step

    def __iter__(self):
        return _range_big(self.start, self.stop, self.step)

    def __reversed__(self):
        last = self.start + (self._count() - 1) * self.step
        return _range_big(last, self.start - self.step, -self.step)

    def __contains__(self, x):
        if not isinstance(x, int):
            if _kind(x) != 3 or not x.is_integer():
                return False
            x = int(x)
        return (self.start <= x < self.stop if self.step > 0 else self.start >= x > self.stop) and (x - self.start) % self.step == 0

    def index(self, x):
        if x not in self:
            if not isinstance(x, int):
                raise ValueError('sequence.index(x): x not in sequence')
            raise ValueError(_say('$ is not in range', repr(x)))
        return (int(x) - self.start) // self.step

    def count(self, x):
        return 1 if x in self else 0

    def __eq__(self, other):
        if not isinstance(other, (range, LongRange)):
            return NotImplemented
        n = self._count()
        if isinstance(other, range):
            m = len(other)
        else:
            m = other._count()
        return n == m and (n == 0 or self.start == other.start and (n == 1 or self.step == other.step))

    def __hash__(self):
        n = self._count()
        return hash((n, self.start if n else None, self.step if n > 1 else None))

    def __repr__(self):
        return f'range({self.start}, {self.stop})' if self.step == 1 else f'range({self.start}, {self.stop}, {self.step})'
