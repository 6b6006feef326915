# Text and numbers: what takes user code, keywords, or is too rare to be C.

# ---------------------------------------------------------------- conversions

def _ascii(x):
    return _ascii_text(repr(x))

def _int_of(x):
    m = _find(x, '__int__')
    if m is None and _plain(x) is not x:
        return int(_plain(x))
    if m is None and _find(x, '__index__') is not None:
        return int(_index(x))
    if m is not None:
        r = m(x)
        if not isinstance(r, int):
            raise TypeError(_say('__int__ returned non-int (type %)', r))
        return int(r)
    m = _find(x, '__trunc__')
    if m is None:
        raise TypeError(_say("int() argument must be a string, a bytes-like object or a real number, not '%'", x))
    return int(m(x))

def _int_with_base(x, base):
    return int(x, _index(base))

def _float_of(x):
    m = _find(x, '__float__')
    if m is not None:
        r = m(x)
        if not isinstance(r, float):
            raise TypeError(_say('%.__float__ returned non-float (type %)', x, r))
        return _plain(r)
    if _plain(x) is not x:
        return float(_plain(x))
    if _find(x, '__index__') is None:
        raise TypeError(_say("float() argument must be a string or a real number, not '%'", x))
    return float(_index(x))

def _abs(x):
    m = _find(x, '__abs__')
    if m is None and _plain(x) is not x:
        return abs(_plain(x))
    if m is None:
        raise TypeError(_say("bad operand type for abs(): '%'", x))
    return m(x)

def bytearray____init__(self, *args):
    _splice(self, 0, len(self), bytearray(*args))

def _chr(x):
    return chr(_index(x))

def _in_radix(x, radix):
    x = _index(x)
    return hex(x) if radix == 16 else oct(x) if radix == 8 else bin(x)

# ---------------------------------------------------------------- methods of str

def _join(self, iterable):
    try:
        it = _iter(iterable)
    except TypeError:
        raise TypeError('can only join an iterable') from None
    # what has bytes has them by __bytes__
    return self.join([_bytes_like(v) if _kind(v) == 18 and _kind(self) != 1 else _plain(v) for v in it])

# ---------------------------------------------------------------- bytes and bytearray

def _bytes_like(v):
    if isinstance(v, (bytes, bytearray)):
        return bytes(v)
    if isinstance(v, (int, str)):
        raise TypeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)')
    return bytearray(v)

