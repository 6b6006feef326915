# Text and numbers: what takes user code, keywords, or is too rare to be C.

# ---------------------------------------------------------------- conversions

def _ascii(x):
    return _ascii_text(repr(x))

def _int_of(x):
    m = _find(x, '__int__')
    if m is None:
        m = _find(x, '__index__')
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

def _int_keywords(x=0, /, base=None):
    return int(x) if base is None else int(x, base)

def _float_of(x):
    m = _find(x, '__float__')
    if m is not None:
        r = m(x)
        if not isinstance(r, float):
            raise TypeError(_say('%.__float__ returned non-float (type %)', x, r))
        return r
    if _find(x, '__index__') is None:
        raise TypeError(_say("float() argument must be a string or a real number, not '%'", x))
    return float(_index(x))

def _str_keywords(object='', encoding=None, errors=None):
    if encoding is None and errors is None:
        return str(object)
    return _str_decode(object, 'utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)

def _str_decode(object, encoding='utf-8', errors='strict'):
    if isinstance(object, str):
        raise TypeError('decoding str is not supported')
    if not isinstance(object, (bytes, bytearray)):
        raise TypeError(_say('decoding to str: need a bytes-like object, % found', object))
    return _decode_keywords(object, encoding, errors)

def _abs(x):
    m = _find(x, '__abs__')
    if m is None:
        raise TypeError(_say("bad operand type for abs(): '%'", x))
    return m(x)

def _chr(x):
    return chr(_index(x))

def _in_radix(x, radix):
    x = _index(x)
    return hex(x) if radix == 16 else oct(x) if radix == 8 else bin(x)

def _round(x, *ndigits):
    m = _find(x, '__round__')
    if m is None:
        raise TypeError(_say("type % doesn't define __round__ method", x))
    return m(x, *ndigits)

def _round_keywords(number, ndigits=None):
    return round(number) if ndigits is None else round(number, ndigits)

def _round_int(x, ndigits):
    # to a multiple of a power of ten, ties to the even one
    unit = 10 ** -ndigits
    q = x // unit
    r = (x - q * unit) * 2
    return (q + (r > unit or (r == unit and q & 1))) * unit

# ---------------------------------------------------------------- % and format

def _percent(fmt, args):
    single = not isinstance(args, tuple)
    mapping = single and not isinstance(args, str) and (_kind(args) in (2, 7, 8, 10, 12) or _find(args, '__getitem__') is not None)
    items = (args,) if single else args
    used = 0
    parts = []
    end = len(fmt)
    i = 0
    while True:
        j = fmt.find('%', i)
        if j < 0:
            parts.append(fmt[i:])
            break
        parts.append(fmt[i:j])
        i = j + 1
        named = False
        if fmt[i:i + 1] == '(':
            if not mapping:
                raise TypeError('format requires a mapping')
            depth = 1
            i += 1
            start = i
            while depth:
                if i >= end:
                    raise ValueError('incomplete format key')
                depth += 1 if fmt[i] == '(' else -1 if fmt[i] == ')' else 0
                i += 1
            value = args[fmt[start:i - 1]]
            named = True
        text = '%'
        letter = ''
        while i < end:
            letter = fmt[i]
            i += 1
            if letter == '*':
                if used >= len(items):
                    raise TypeError('not enough arguments for format string')
                n = items[used]
                used += 1
                if not isinstance(n, int):
                    raise TypeError('* wants int')
                letter = str(0 if n < 0 and text[-1] == '.' else int(n))
            elif letter not in '-+ #0123456789.hlL':
                break
            text += letter
            letter = ''
        if letter == '':
            raise ValueError('incomplete format')
        if letter == '%' and text == '%':
            parts.append('%')
            continue
        if not named:
            if used >= len(items):
                raise TypeError('not enough arguments for format string')
            value = items[used]
            used += 1
        if letter == 's':
            value = str(value)
        elif letter == 'r' or letter == 'a':
            value = repr(value) if letter == 'r' else ascii(value)
            letter = 's'
        elif letter in 'diuoxXc':
            try:
                if _kind(value) == 18:
                    value = _int_of(value) if letter in 'diu' else _index(value)
                elif letter in 'diu' and isinstance(value, float):
                    value = int(value)
            except TypeError:
                pass
        elif letter in 'eEfFgG':
            if _kind(value) == 18 and (_find(value, '__float__') is not None or _find(value, '__index__') is not None):
                value = _float_of(value)
        else:
            raise ValueError(_say("unsupported format character '$' (0x$) at index $", letter, hex(ord(letter))[2:], i - 1))
        parts.append(_percent_one(text + letter, value))
    if used < len(items) and not mapping:
        raise TypeError('not all arguments converted during string formatting')
    return ''.join(parts)

# ---------------------------------------------------------------- methods of str

def _join(self, iterable):
    try:
        it = iter(iterable)
    except TypeError:
        raise TypeError('can only join an iterable') from None
    return self.join(list(it))

def _split_keywords(self, sep=None, maxsplit=-1):
    return self.split(sep, maxsplit)

def _rsplit_keywords(self, sep=None, maxsplit=-1):
    return self.rsplit(sep, maxsplit)

def _splitlines_keywords(self, keepends=False):
    return self.splitlines(True if keepends else False)

# ---------------------------------------------------------------- bytes and bytearray

def _codec(encoding, errors):
    # numbers of an encoding and of what to do with errors
    name = encoding.lower().replace('_', '-')
    if errors not in ('strict', 'ignore', 'replace'):
        raise LookupError(_say("unknown error handler name '$'", errors))
    e = 0 if errors == 'strict' else 1 if errors == 'ignore' else 2
    if name in ('utf-8', 'utf8'):
        return (0, e)
    if name in ('ascii', 'us-ascii'):
        return (1, e)
    if name in ('latin-1', 'latin1', 'iso-8859-1', 'iso8859-1'):
        return (2, e)
    raise LookupError('unknown encoding: ' + encoding)

def _encode_keywords(self, encoding='utf-8', errors='strict'):
    c, e = _codec(encoding, errors)
    return _encode(self, c, e)

def _decode_keywords(self, encoding='utf-8', errors='strict'):
    c, e = _codec(encoding, errors)
    return _decode(self, c, e)

def _bytes_keywords(source=b'', encoding=None, errors=None):
    if encoding is None and errors is None:
        return bytes(source)
    if not isinstance(source, str):
        raise TypeError('encoding without a string argument' if encoding is not None else 'errors without a string argument')
    return _encode_keywords(source, 'utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)

def _bytearray_keywords(source=b'', encoding=None, errors=None):
    return bytearray(_bytes_keywords(source, encoding, errors))

def _bytes_of(x, array):
    # bytes or a bytearray of what is no int, text, bytes, list or tuple of small ints
    if isinstance(x, (bytes, bytearray)):
        return x
    m = _find(x, '__bytes__')
    if m is not None:
        x = m(x)
        if not isinstance(x, bytes):
            raise TypeError(_say('__bytes__ returned non-bytes (type %)', x))
    elif _find(x, '__index__') is not None and _find(x, '__iter__') is None:
        x = _index(x)
    else:
        try:
            it = iter(x)
        except TypeError:
            raise TypeError(_say("cannot convert '%' object to $", x, 'bytearray' if array else 'bytes')) from None
        x = [_index(v) for v in it]
    return bytearray(x) if array else bytes(x)

def _bytearray_of(b):
    return bytearray(b)

def _bytes_like(v):
    if isinstance(v, (bytes, bytearray)):
        return bytes(v)
    if isinstance(v, (int, str)):
        raise TypeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)')
    return bytearray(v)

def _bytearray_setslice(b, s, v):
    _splice(b, s, _bytes_like(v))

def _bytearray_delslice(b, s):
    _splice(b, s, None)

def _bytearray_iadd(b, v):
    if not isinstance(v, (bytes, bytearray)):
        raise TypeError(_say("can't concat % to bytearray", v))
    n = len(b)
    _splice(b, slice(n, n), bytes(v))
    return b

def _hex_groups(self, sep, width=1):
    # groups are counted from the right; from the left where width is negative
    text = self.hex()
    if isinstance(sep, bytes):
        sep = sep.decode()
    if len(sep) != 1:
        raise ValueError('sep must be length 1.')
    if width == 0:
        return text
    step = 2 * abs(width)
    first = len(text) % step if width > 0 else 0
    parts = [text[:first]] if first else []
    parts.extend([text[i:i + step] for i in range(first, len(text), step)])
    return sep.join(parts)

