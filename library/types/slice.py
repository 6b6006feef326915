def slice__indices(self, length, /):
    # Of any size, as CPython's PySlice_GetLongIndices.
    length = _index(length)
    if length < 0:
        raise ValueError('length should not be negative')
    step = 1 if self.step is None else _slice_number(self.step)
    if step == 0:
        raise ValueError('slice step cannot be zero')
    low = 0 if step > 0 else -1
    high = length if step > 0 else length - 1
    start = (low if step > 0 else high) if self.start is None else _slice_place(self.start, length, low, high)
    stop = (high if step > 0 else low) if self.stop is None else _slice_place(self.stop, length, low, high)
    return start, stop, step

def _slice_number(x):
    if not isinstance(x, int) and _find(x, '__index__') is None:
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return _index(x)

def _slice_place(x, length, low, high):
    x = _slice_number(x)
    return max(x + length, low) if x < 0 else min(x, high)
