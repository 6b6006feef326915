def bytearray__extend(self, iterable, /):
    if not isinstance(iterable, (bytes, bytearray)):
        try:
            iterable = iter(iterable)
        except TypeError:
            raise TypeError(_say("can't extend bytearray with %", iterable)) from None
        iterable = bytearray(list(iterable))
    _splice(self, len(self), 0, bytes(iterable))

def bytearray__insert(self, index, value, /):
    index = _index(index)
    n = len(self)
    if index < 0:
        index += n
    _splice(self, 0 if index < 0 else n if index > n else index, 0, bytearray((_index(value),)))

def bytearray__remove(self, value, /):
    i = self.find(_index(value))
    if i < 0:
        raise ValueError('value not found in bytearray')
    self.pop(i)

def bytearray__reverse(self, /):
    self[:] = self[::-1]

def bytearray__clear(self, /):
    _splice(self, 0, len(self), b'')

def bytearray__copy(self, /):
    return bytearray(self)

def bytearray__fromhex(text, /):
    return bytearray(bytes.fromhex(text))

def bytearray__strip(self, chars=None, /):
    return bytearray(bytes(self).strip(chars))

def bytearray__lstrip(self, chars=None, /):
    return bytearray(bytes(self).lstrip(chars))

def bytearray__rstrip(self, chars=None, /):
    return bytearray(bytes(self).rstrip(chars))

def bytearray__split(self, sep=None, maxsplit=-1):
    return [bytearray(b) for b in bytes(self).split(sep, maxsplit)]

def bytearray__rsplit(self, sep=None, maxsplit=-1):
    return [bytearray(b) for b in bytes(self).rsplit(sep, maxsplit)]

def bytearray__splitlines(self, keepends=False):
    return [bytearray(b) for b in bytes(self).splitlines(keepends)]

def bytearray__join(self, iterable, /):
    return bytearray(bytes(self).join(iterable))

def bytearray__replace(self, old, new, count=-1, /):
    return bytearray(bytes(self).replace(old, new, count))

def bytearray__upper(self, /):
    return bytearray(bytes(self).upper())

def bytearray__lower(self, /):
    return bytearray(bytes(self).lower())

def bytearray__swapcase(self, /):
    return bytearray(bytes(self).swapcase())

def bytearray__title(self, /):
    return bytearray(bytes(self).title())

def bytearray__capitalize(self, /):
    return bytearray(bytes(self).capitalize())
