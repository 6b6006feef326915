def tuple__index(self, value, start=0, stop=0x3FFFFFFF, /):
    try:
        return list__index(self, value, start, stop)
    except ValueError:
        raise ValueError('tuple.index(x): x not in tuple') from None
