def slice__indices(self, length, /):
    start, count, step = _slice_span(self, length)
    if step > 0:
        return start, start + count * step if count else start, step
    return start, start + count * step if count else start, step
