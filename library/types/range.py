def range__index(self, value, /):
    if value not in self:
        if not isinstance(value, int):
            raise ValueError('sequence.index(x): x not in sequence')
        raise ValueError(repr(value) + ' is not in range')
    return (int(value) - self.start) // self.step

def range__count(self, value, /):
    return 1 if value in self else 0
