def int__to_bytes(self, length=1, byteorder='big', *, signed=False):
    return _to_bytes(self, _index(length), _big_end(byteorder), True if signed else False)

def int__from_bytes(bytes, byteorder='big', *, signed=False):
    big = _big_end(byteorder)
    if isinstance(bytes, str):
        raise TypeError("cannot convert 'str' object to bytes")
    return _from_bytes(_bytes_of(bytes, False), big, True if signed else False)

def int__bit_count(self, /):
    return bin(self).count('1')

def int__as_integer_ratio(self, /):
    return +self, 1

def int__conjugate(self, /):
    return +self

def _big_end(byteorder):
    if byteorder != 'little' and byteorder != 'big':
        raise ValueError("byteorder must be either 'little' or 'big'")
    return byteorder == 'big'
