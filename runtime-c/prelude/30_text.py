# Text and numbers: what takes user code, keywords, or is too rare to be C.

# ---------------------------------------------------------------- conversions

def _ascii(x):
    return _ascii_text(repr(x))

def _int_of(x):
    m = _find(x, '__int__')
    if m is None and _plain(x) is not x:
        return int(_plain(x))
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
        return _plain(r)
    if _plain(x) is not x:
        return float(_plain(x))
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
    if m is None and _plain(x) is not x:
        return abs(_plain(x))
    if m is None:
        raise TypeError(_say("bad operand type for abs(): '%'", x))
    return m(x)

def bytearray____init__(self, *args):
    self[:] = bytearray(*args)

def _chr(x):
    return chr(_index(x))

def _in_radix(x, radix):
    x = _index(x)
    return hex(x) if radix == 16 else oct(x) if radix == 8 else bin(x)

def _round(x, *ndigits):
    m = _find(x, '__round__')
    if m is None and _plain(x) is not x:
        return round(_plain(x), *ndigits)
    if m is None:
        raise TypeError(_say("type % doesn't define __round__ method", x))
    return m(x, *ndigits)

def _round_keywords(number, ndigits=None):
    return round(number) if ndigits is None else round(number, ndigits)

def _round_int(x, ndigits):
    # to a multiple of a power of ten, ties to the even one
    unit = 10 ** -ndigits
    q, r = divmod(x, unit)
    r += r
    return (q + (r > unit or (r == unit and q & 1))) * unit

def divmod(x, y, /):
    if isinstance(x, (int, float)) and isinstance(y, (int, float)):
        if y == 0 and (isinstance(x, float) or isinstance(y, float)):
            raise ZeroDivisionError('float divmod()')
        return (x // y, x % y)
    m = _find(x, '__divmod__')
    if m is not None:
        r = m(x, y)
        if r is not NotImplemented:
            return r
    m = _find(y, '__rdivmod__')
    if m is not None:
        r = m(y, x)
        if r is not NotImplemented:
            return r
    raise TypeError(_say("unsupported operand type(s) for divmod(): '%' and '%'", x, y))

def pow(base, exp, mod=None):
    if mod is None:
        return base ** exp
    if not (isinstance(base, int) and isinstance(exp, int) and isinstance(mod, int)):
        m = _find(base, '__pow__')
        if m is not None and _kind(base) == 18:
            return m(base, exp, mod)
        if isinstance(base, (int, float)) and isinstance(exp, (int, float)) and isinstance(mod, (int, float)):
            raise TypeError('pow() 3rd argument not allowed unless all arguments are integers')
        raise TypeError(_say("unsupported operand type(s) for ** or pow(): '%', '%', '%'", base, exp, mod))
    if mod == 0:
        raise ValueError('pow() 3rd argument cannot be 0')
    if exp < 0:
        # Euclid's algorithm, for the inverse
        a, b, u, v = base % mod, mod, 1, 0
        while b:
            q = a // b
            a, b, u, v = b, a - q * b, v, u - q * v
        if a != 1 and a != -1:
            raise ValueError('base is not invertible for the given modulus')
        base = u * a
        exp = -exp
    r = 1 % mod
    base %= mod
    while exp:
        if exp & 1:
            r = r * base % mod
        exp >>= 1
        if exp:
            base = base * base % mod
    return r

def _big_end(byteorder):
    if byteorder != 'little' and byteorder != 'big':
        raise ValueError("byteorder must be either 'little' or 'big'")
    return byteorder == 'big'

def int__to_bytes(self, length=1, byteorder='big', *, signed=False):
    return _to_bytes(self, _index(length), _big_end(byteorder), True if signed else False)

def int__from_bytes(bytes, byteorder='big', *, signed=False):
    if isinstance(bytes, str):
        raise TypeError("cannot convert 'str' object to bytes")
    return _from_bytes(_bytes_of(bytes, False), _big_end(byteorder), True if signed else False)

def int__bit_count(self, /):
    return bin(self).count('1')

# ---------------------------------------------------------------- % and format

def _percent(fmt, args):
    single = not isinstance(args, tuple)
    mapping = single and not isinstance(args, str) and (_kind(_plain(args)) in (2, 7, 8, 10, 12) or _find(args, '__getitem__') is not None)
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
                letter = str(max(n, 0) if text[-1] == '.' else int(n))
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

def str__format(self, /, *args, **kw):
    r = _format_quick(self, args)
    return _format_fields(self, args, kw, [0], 2) if r is None else r

def str__format_map(self, mapping, /):
    return _format_fields(self, None, mapping, [0], 2)

def _format_fields(fmt, args, kw, count, depth):
    # count[0]: the next automatic number, or -1 behind an explicit one
    if depth == 0:
        raise ValueError('Max string recursion exceeded')
    parts = []
    i = 0
    end = len(fmt)
    while i < end:
        j = i
        while j < end and fmt[j] != '{' and fmt[j] != '}':
            j += 1
        parts.append(fmt[i:j])
        if j == end:
            break
        c = fmt[j]
        i = j + 1
        if i < end and fmt[i] == c:
            parts.append(c)
            i += 1
            continue
        if c == '}' or i == end:
            raise ValueError(_say("Single '$' encountered in format string", c))
        # the field's name ends at ! or : outside brackets
        start = i
        bracket = False
        while i < end:
            c = fmt[i]
            if c == '[':
                bracket = True
            elif c == ']':
                bracket = False
            elif c == '{':
                raise ValueError("unexpected '{' in field name")
            elif not bracket and (c == '!' or c == ':' or c == '}'):
                break
            i += 1
        if i >= end:
            raise ValueError("expected '}' before end of string")
        name = fmt[start:i]
        conversion = ''
        if c == '!':
            conversion = fmt[i + 1:i + 2]
            i += 2
            if i >= end:
                if conversion == '':
                    raise ValueError('end of string while looking for conversion specifier')
                raise ValueError("unmatched '{' in format spec")
            c = fmt[i]
            if c != ':' and c != '}':
                raise ValueError("expected ':' after conversion specifier")
        spec = ''
        if c == ':':
            start = i + 1
            open = 1
            while open:
                i += 1
                if i >= end:
                    raise ValueError("unmatched '{' in format spec" if open > 1 else "expected '}' before end of string")
                c = fmt[i]
                open += 1 if c == '{' else -1 if c == '}' else 0
            spec = fmt[start:i]
        i += 1
        value = _format_lookup(name, args, kw, count)
        if conversion == 'r':
            value = repr(value)
        elif conversion == 's':
            value = str(value)
        elif conversion == 'a':
            value = ascii(value)
        elif conversion:
            raise ValueError('Unknown conversion specifier ' + conversion)
        if '{' in spec or '}' in spec:
            spec = _format_fields(spec, args, kw, count, depth - 1)
        parts.append(format(value, spec))
    return ''.join(parts)

def _format_lookup(name, args, kw, count):
    i = 0
    end = len(name)
    while i < end and name[i] != '.' and name[i] != '[':
        i += 1
    first = name[:i]
    if first == '' or first.isdecimal():
        if first == '':
            if count[0] < 0:
                raise ValueError('cannot switch from manual field specification to automatic field numbering')
            n = count[0]
            count[0] += 1
        else:
            if count[0] > 0:
                raise ValueError('cannot switch from automatic field numbering to manual field specification')
            n = int(first)
            count[0] = -1
        if args is None:
            raise ValueError('Format string contains positional fields')
        if n >= len(args):
            raise IndexError(_say('Replacement index $ out of range for positional args tuple', n))
        value = args[n]
    else:
        value = kw[first]
    while i < end:
        c = name[i]
        i += 1
        start = i
        if c == '.':
            while i < end and name[i] != '.' and name[i] != '[':
                i += 1
            if start == i:
                raise ValueError('Empty attribute in format string')
            value = _getattr(value, name[start:i])
        elif c == '[':
            while i < end and name[i] != ']':
                i += 1
            if i >= end:
                raise ValueError("Missing ']' in format string")
            key = name[start:i]
            if key == '':
                raise ValueError('Empty attribute in format string')
            i += 1
            value = value[int(key) if key.isdecimal() else key]
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return value

# ---------------------------------------------------------------- methods of str

def _join(self, iterable):
    try:
        it = iter(iterable)
    except TypeError:
        raise TypeError('can only join an iterable') from None
    return self.join([_plain(v) for v in it])

def _split_keywords(self, sep=None, maxsplit=-1):
    return self.split(sep, maxsplit)

def _rsplit_keywords(self, sep=None, maxsplit=-1):
    return self.rsplit(sep, maxsplit)

def _splitlines_keywords(self, keepends=False):
    return self.splitlines(True if keepends else False)

def _partition(self, sep, i, left):
    if i < 0:
        empty = self[:0]
        return (self, empty, empty) if left else (empty, empty, self)
    return (self[:i], sep, self[i + len(sep):])

def str__partition(self, sep, /):
    if sep == '':
        raise ValueError('empty separator')
    return _partition(self, sep, self.find(sep), True)

def str__rpartition(self, sep, /):
    if sep == '':
        raise ValueError('empty separator')
    return _partition(self, sep, self.rfind(sep), False)

def _padding(self, width, fill):
    if not isinstance(fill, str):
        raise TypeError(_say('The fill character must be a unicode character, not %', fill))
    if len(fill) != 1:
        raise TypeError('The fill character must be exactly one character long')
    return _index(width) - len(self)

def str__ljust(self, width, fill=' ', /):
    return self + fill * _padding(self, width, fill)

def str__rjust(self, width, fill=' ', /):
    return fill * _padding(self, width, fill) + self

def str__zfill(self, width, /):
    n = _index(width) - len(self)
    if n <= 0:
        return self
    if self[:1] == '-' or self[:1] == '+':
        return self[0] + '0' * n + self[1:]
    return '0' * n + self

def str__removeprefix(self, prefix, /):
    return self[len(prefix):] if self.startswith(prefix) else self

def str__removesuffix(self, suffix, /):
    return self[:-len(suffix)] if suffix and self.endswith(suffix) else self

def str__expandtabs(self, tabsize=8):
    tabsize = _index(tabsize)
    parts = []
    column = 0
    for c in self:
        if c == '\t':
            n = tabsize - column % tabsize if tabsize > 0 else 0
            parts.append(' ' * n)
            column += n
        else:
            parts.append(c)
            column = 0 if c == '\n' or c == '\r' else column + 1
    return ''.join(parts)

def str__maketrans(x, /, *more):
    if not more:
        if not isinstance(x, dict):
            raise TypeError('if you give only one argument to maketrans it must be a dict')
        table = {}
        for k in x:
            if isinstance(k, str) and len(k) != 1:
                raise ValueError('string keys in translate table must be of length 1')
            table[ord(k) if isinstance(k, str) else k] = x[k]
        return table
    if len(x) != len(more[0]):
        raise ValueError('the first two maketrans arguments must have equal length')
    table = {}
    i = 0
    for c in x:
        table[ord(c)] = ord(more[0][i])
        i += 1
    if len(more) > 1:
        for c in more[1]:
            table[ord(c)] = None
    return table

def str__translate(self, table, /):
    parts = []
    for c in self:
        try:
            r = table[ord(c)]
        except LookupError:
            r = c
        if r is not None:
            parts.append(chr(r) if isinstance(r, int) else r)
    return ''.join(parts)

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
    if _kind(x) == 2 or _kind(x) == 8:
        return x
    m = _find(x, '__bytes__')
    if m is not None:
        x = m(x)
        if not isinstance(x, bytes):
            raise TypeError(_say('__bytes__ returned non-bytes (type %)', x))
    elif _plain(x) is not x:
        x = _plain(x)
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

def bytearray__extend(self, iterable, /):
    n = len(self)
    _splice(self, slice(n, n), bytes(iterable) if isinstance(iterable, (bytes, bytearray)) else bytearray(list(iterable)))

def bytearray__insert(self, index, value, /):
    if index < 0:
        index = max(index + len(self), 0)
    _splice(self, slice(index, index), bytearray((value,)))

def bytearray__remove(self, value, /):
    i = self.find(value)
    if i < 0:
        raise ValueError('value not found in bytearray')
    self.pop(i)

def bytearray__reverse(self, /):
    self[:] = self[::-1]

def bytearray__clear(self, /):
    _splice(self, slice(None), None)

def bytearray__copy(self, /):
    return bytearray(self)

def bytearray__fromhex(text, /):
    return bytearray(bytes.fromhex(text))

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

def bytes__partition(self, sep, /):
    return _partition(self, sep, self.find(sep), True)

def bytes__rpartition(self, sep, /):
    return _partition(self, sep, self.rfind(sep), False)

def bytes__removeprefix(self, prefix, /):
    return self[len(prefix):] if self.startswith(prefix) else self

def bytes__removesuffix(self, suffix, /):
    return self[:-len(suffix)] if suffix and self.endswith(suffix) else self

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

def bytearray__partition(self, sep, /):
    return _partition(self, bytearray(sep), self.find(sep), True)
