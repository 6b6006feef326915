def range__index(self, value, /):
    if value not in self:
        raise ValueError(repr(value) + ' is not in range')
    return (value - self.start) // self.step

def range__count(self, value, /):
    return 1 if value in self else 0
