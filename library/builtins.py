from _aiter import aiter
from _aiter import anext
from _complex import complex
from _memoryview import memoryview
from _ranges import LongRange
from _classes import _class_made
from _classes import _make_class
from _classes import _Super
from _classes import _attributes_of
from _classes import _static_special
from _classes import _class_special
from _classes import vars
from _classes import dir
from _code import exec
from _code import eval
from _code import compile
from _exceptions import IndentationError
from _exceptions import TabError
from _exceptions import UnicodeTranslateError
from _exceptions import BlockingIOError
from io import open
from _exceptions import ChildProcessError
from _exceptions import ConnectionError
from _exceptions import BrokenPipeError
from _exceptions import ConnectionAbortedError
from _exceptions import ConnectionRefusedError
from _exceptions import ConnectionResetError
from _exceptions import FileExistsError
from _exceptions import FileNotFoundError
from _exceptions import InterruptedError
from _exceptions import IsADirectoryError
from _exceptions import NotADirectoryError
from _exceptions import PermissionError
from _exceptions import ProcessLookupError
from _exceptions import BytesWarning
from _exceptions import EncodingWarning
from _exceptions import FutureWarning
from _exceptions import ImportWarning
from _exceptions import PendingDeprecationWarning
from _exceptions import ResourceWarning
from _exceptions import SyntaxWarning
from _exceptions import UnicodeWarning

EnvironmentError = OSError
IOError = OSError

def _set_global(module, name, value):
    try:
        setattr(module, name, value)
    except AttributeError:
        # no code of the program reads it as a global
        pass

def _match_class(subject, cls, names):
    if not isinstance(cls, type):
        raise TypeError('called match pattern must be a type')
    return _match_attributes(subject, cls, names) if isinstance(subject, cls) else None

def _match_attributes(subject, cls, names):
    values = []
    for name in names:
        try:
            values.append(_getattr(subject, name))
        except AttributeError:
            return None
    return values

def _match_positional(subject, cls, names, count):
    if not isinstance(cls, type):
        raise TypeError('called match pattern must be a type')
    if not isinstance(subject, cls):
        return None
    try:
        wanted = cls.__match_args__
        if not isinstance(wanted, tuple):
            raise TypeError(cls.__name__ + '.__match_args__ must be a tuple (got ' + type(wanted).__name__ + ')')
        most = len(wanted)
    except AttributeError:
        wanted = None
        most = 1 if issubclass(cls, (bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)) else 0
    if most < count:
        raise TypeError(f'{cls.__name__}() accepts {most} positional sub-pattern{"" if most == 1 else "s"} ({count} given)')
    if wanted is None:
        rest = _match_attributes(subject, cls, names)
        return rest if rest is None else [subject, *rest]
    values = []
    names = (*wanted[:count], *names)
    for i, name in enumerate(names):
        if not isinstance(name, str):
            raise TypeError('__match_args__ elements must be strings (got ' + type(name).__name__ + ')')
        if name in names[:i]:
            raise TypeError(f'{cls.__name__}() got multiple sub-patterns for attribute {name!r}')
        value = _match_attributes(subject, cls, (name,))
        if value is None:
            return None
        values += value
    return values

def _padding(self, width, fill):
    if not isinstance(fill, str):
        raise TypeError(_say('The fill character must be a unicode character, not %', fill))
    if len(fill) != 1:
        raise TypeError('The fill character must be exactly one character long')
    return _index(width) - len(self)

def _partition(self, sep, i, left):
    if i < 0:
        empty = self[:0]
        return (self, empty, empty) if left else (empty, empty, self)
    return (self[:i], sep, self[i + len(sep):])

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

def input(prompt='', /):
    prompt = str(prompt)
    if prompt:
        _write(1, prompt)
    line = []
    while True:
        byte = _read(1)
        if byte == b'\n':
            break
        if not byte:
            if not line:
                raise EOFError('EOF when reading a line')
            break
        line.append(byte[0])
    if line and line[-1] == 13:
        line.pop()
    return bytes(line).decode()

def any(iterable, /):
    for v in iterable:
        if v:
            return True
    return False

def all(iterable, /):
    for v in iterable:
        if not v:
            return False
    return True

def sum(iterable, /, start=0):
    if isinstance(start, (bytes, bytearray)):
        raise TypeError(_say("sum() can't sum % [use b''.join(seq) instead]", start))
    if isinstance(start, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    for v in iterable:
        start = start + v
    return start

def min(*args, key=None, default=...):
    return _extreme(args, key, default, False)

def max(*args, key=None, default=...):
    return _extreme(args, key, default, True)

def _extreme(args, key, default, largest):
    if len(args) == 1:
        args = args[0]
    elif default is not ...:
        raise TypeError(_say('Cannot specify a default for $() with multiple positional arguments', 'max' if largest else 'min'))
    elif len(args) == 0:
        raise TypeError(('max' if largest else 'min') + ' expected at least 1 argument, got 0')
    first = True
    best = best_key = None
    for v in args:
        k = v if key is None else key(v)
        if first or ((k > best_key) if largest else (k < best_key)):
            best = v
            best_key = k
            first = False
    if first:
        if default is not ...:
            return default
        raise ValueError(('max' if largest else 'min') + '() arg is an empty sequence')
    return best

def enumerate(iterable, start=0):
    return _enumerate(_iter(iterable), +_index(start))

def _enumerate(it, i):
    for v in it:
        yield i, v
        i += 1

def zip(*iterables, strict=False):
    its = []
    for x in iterables:
        its.append(iter(x))
    return _zip(its, strict)

def _zip(its, strict):
    n = len(its)
    if n == 2 and not strict:
        second = its[1]
        for a in its[0]:
            try:
                b = _next(second)
            except StopIteration:
                return
            yield a, b
        return
    while n:
        row = []
        for it in its:
            try:
                row.append(_next(it))
            except StopIteration:
                if strict:
                    _zip_check(its, len(row))
                return
        yield tuple(row)

def _zip_check(its, done):
    if done:
        raise ValueError(_say('zip() argument $ is shorter than argument$', done + 1, 's 1-' + str(done) if done > 1 else ' 1'))
    i = 1
    while i < len(its):
        try:
            _next(its[i])
        except StopIteration:
            i += 1
            continue
        raise ValueError(_say('zip() argument $ is longer than argument$', i + 1, 's 1-' + str(i) if i > 1 else ' 1'))

def map(f, iterable, /, *more):
    if not more:
        return _map(f, _iter(iterable))
    return _map_many(f, zip(iterable, *more))

def _map(f, it):
    for v in it:
        yield f(v)

def _map_many(f, rows):
    for row in rows:
        yield f(*row)

def filter(f, iterable, /):
    return _filter(f, _iter(iterable))

def _filter(f, it):
    for v in it:
        if v if f is None else f(v):
            yield v

def reversed(x, /):
    m = _find(x, '__reversed__')
    if m is not None:
        return m(x)
    x = _plain(x)
    if isinstance(x, dict) or _kind(x) == 24:
        x = list(x)
    elif not isinstance(x, (list, tuple, str, bytes, bytearray, range)) and (_kind(x) != 18 or _find(x, '__getitem__') is None):
        raise TypeError(_say("'%' object is not reversible", x))
    return _reversed(x)

def _reversed(x):
    i = len(x)
    while i:
        i -= 1
        yield x[i]

def sorted(iterable, /, *, key=None, reverse=False):
    a = list(iterable)
    _sort(a, key, True if _index(reverse) else False)
    return a

def _sort(a, key, reverse):
    if key is None:
        if _sort_simple(a, None, reverse):
            return
        _list_take(a, _merge_sort(a, a, reverse))
        return
    values = a.copy()
    keys = []
    for v in values:
        keys.append(key(v))
    if not _sort_simple(keys, values, reverse):
        values = _merge_sort(keys, values, reverse)
    _list_take(a, values)

def _merge_sort(keys, values, reverse):
    # Stable. Runs of 64 are sorted by insertion, with CPython's comparisons in CPython's order, then merged from one pair of lists into another.
    step = -1 if reverse else 1
    keys = keys[::step]
    values = values[::step]
    n = len(keys)
    width = 64
    lo = 0
    while lo < n:
        hi = lo + width
        _insertion_sort(keys, values, lo, n if hi > n else hi)
        lo = hi
    while width < n:
        new_keys = []
        new_values = []
        lo = 0
        while lo < n:
            mid = lo + width
            if mid > n:
                mid = n
            hi = mid + width
            if hi > n:
                hi = n
            i = lo
            j = mid
            while i < mid and j < hi:
                if keys[j] < keys[i]:
                    new_keys.append(keys[j])
                    new_values.append(values[j])
                    j += 1
                else:
                    new_keys.append(keys[i])
                    new_values.append(values[i])
                    i += 1
            _extend(new_keys, keys[i:mid] + keys[j:hi])
            _extend(new_values, values[i:mid] + values[j:hi])
            lo = hi
        keys = new_keys
        values = new_values
        width *= 2
    return values[::step]

def _insertion_sort(keys, values, lo, hi):
    # What is in order at the beginning stays, or is turned round; each further item is placed by halving.
    i = lo + 1
    while i < hi and keys[i] < keys[lo]:
        _move(keys, values, i, lo)
        i += 1
    if i == lo + 1:
        i += 1
        while i < hi and not keys[i] < keys[i - 1]:
            i += 1
    while i < hi:
        low = lo
        high = i
        while low < high:
            mid = (low + high) >> 1
            if keys[i] < keys[mid]:
                high = mid
            else:
                low = mid + 1
        _move(keys, values, i, low)
        i += 1

def _move(keys, values, i, to):
    for a in keys, values:
        v = a[i]
        del a[i]
        a.insert(to, v)

def _str_decode(object, encoding='utf-8', errors='strict'):
    if isinstance(object, str):
        raise TypeError('decoding str is not supported')
    if not isinstance(object, (bytes, bytearray)):
        if _find(object, '__buffer__') is None:
            raise TypeError(_say('decoding to str: need a bytes-like object, % found', object))
        object = bytes(object)
    return _decode_keywords(object, encoding, errors)

def _encode_keywords(self, encoding='utf-8', errors='strict'):
    return _coded(_encode, self, encoding, errors)

def _decode_keywords(self, encoding='utf-8', errors='strict'):
    return _coded(_decode, self, encoding, errors)

def _coded(f, x, encoding, errors):
    c, e = _codec(encoding, errors)
    try:
        return f(x, c, e)
    except UnicodeError:
        if e or errors == 'strict':
            raise
    raise LookupError(_say("unknown error handler name '$'", errors))

def _round_int(x, ndigits):
    # to a multiple of a power of ten, ties to the even one
    unit = 10 ** -ndigits
    q = x // unit
    r = (x - q * unit) * 2
    return (q + (r > unit or (r == unit and q & 1))) * unit

def _int_keywords(x=0, /, base=None):
    return int(x) if base is None else int(x, base)

def _str_keywords(object='', encoding=None, errors=None):
    if encoding is None and errors is None:
        return str(object)
    return _str_decode(object, 'utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)

def _bytes_keywords(source=b'', encoding=None, errors=None):
    if encoding is None and errors is None:
        return bytes(source)
    if not isinstance(source, str):
        raise TypeError('encoding without a string argument' if encoding is not None else 'errors without a string argument')
    return _encode_keywords(source, 'utf-8' if encoding is None else encoding, 'strict' if errors is None else errors)

def _bytearray_keywords(source=b'', encoding=None, errors=None):
    return bytearray(_bytes_keywords(source, encoding, errors))

def _split_keywords(self, sep=None, maxsplit=-1):
    return self.split(sep, maxsplit)

def _rsplit_keywords(self, sep=None, maxsplit=-1):
    return self.rsplit(sep, maxsplit)

def _round_keywords(number, ndigits=None):
    return round(number) if ndigits is None else round(number, ndigits)

def _property_keywords(fget=None, fset=None, fdel=None, doc=None):
    return property(fget, fset, fdel, doc)

def _class_order(cls, whole):
    if not whole:
        return _class_bases(cls)
    return tuple(_linearize(cls))

def _class_linearize(cls):
    _class_set_mro(cls, tuple(_linearize(cls)))
    return cls

def _linearize(cls):
    # C3 (Barrett et al., "A monotonic superclass linearization for Dylan", 1996), as CPython's mro()
    bases = _class_bases(cls)
    if len(bases) == 0:
        return [cls]
    for i in range(len(bases)):
        if bases[i] in bases[:i]:
            raise TypeError('duplicate base class ' + bases[i].__name__)
    if len(bases) == 1:
        return [cls] + _linearize(bases[0])
    rows = [_linearize(b) for b in bases]
    rows.append(list(bases))
    order = [cls]
    while True:
        rows = [r for r in rows if len(r)]
        if len(rows) == 0:
            return order
        for row in rows:
            c = row[0]
            good = True
            for other in rows:
                if c in other[1:]:
                    good = False
                    break
            if good:
                break
        else:
            heads = []
            for row in rows:
                if row[0] not in heads:
                    heads.append(row[0])
            names = ', '.join([c.__name__ for c in heads])
            raise TypeError('Cannot create a consistent method resolution\norder (MRO) for bases ' + names)
        order.append(c)
        for row in rows:
            if row[0] is c:
                row.pop(0)

def _codec(encoding, errors):
    # numbers of an encoding and of what to do with errors; 0 where that is not known to the machine
    name = encoding.lower().replace('_', '-')
    e = 1 if errors == 'ignore' else 2 if errors == 'replace' else 0
    if name in ('utf-8', 'utf8'):
        return (0, e)
    if name in ('ascii', 'us-ascii'):
        return (1, e)
    if name in ('latin-1', 'latin1', 'iso-8859-1', 'iso8859-1'):
        return (2, e)
    raise LookupError('unknown encoding: ' + encoding)

def _check_made(kind, made):
    # by throw(kind, value), of a class that may give something else
    if not isinstance(made, BaseException) and issubclass(kind, BaseException):
        raise TypeError(_say('calling $ should have returned an instance of BaseException, not %', repr(kind), made))

def _with_enter(manager):
    enter = _find(manager, '__enter__')
    if enter is None:
        raise TypeError(_say("'%' object does not support the context manager protocol", manager))
    if _find(manager, '__exit__') is None:
        raise TypeError(_say("'%' object does not support the context manager protocol (missed __exit__ method)", manager))
    return enter(manager)

def _with_exit(manager, exception):
    if exception is None:
        return _find(manager, '__exit__')(manager, None, None, None)
    return True if _find(manager, '__exit__')(manager, type(exception), exception, exception.__traceback__) else False

def _aiter(x):
    f = _find(x, '__aiter__')
    if f is None:
        raise TypeError(_say("'async for' requires an object with __aiter__ method, got %", x))
    it = f(x)
    if _find(it, '__anext__') is None:
        raise TypeError(_say("'async for' received an object from __aiter__ that does not implement __anext__: %", it))
    return it

def _anext(it):
    return _find(it, '__anext__')(it)

def _aenter(manager):
    f = _find(manager, '__aenter__')
    if f is None:
        raise TypeError(_say("'%' object does not support the asynchronous context manager protocol", manager))
    if _find(manager, '__aexit__') is None:
        raise TypeError(_say("'%' object does not support the asynchronous context manager protocol (missed __aexit__ method)", manager))
    return f(manager)

def _aexit(manager, e):
    f = _find(manager, '__aexit__')
    if e is None:
        return f(manager, None, None, None)
    return f(manager, type(e), e, e.__traceback__)

def _unpack_ex(x, before, after):
    items = list(x if isinstance(x, list) else _iter_unpacked(x))
    n = len(items)
    if n < before + after:
        raise ValueError(_say('not enough values to unpack (expected at least $, got $)', before + after, n))
    r = items[:before]
    r.append(items[before:n - after])
    if after:
        r += items[n - after:]
    return tuple(r)

def _yield_from_throw(it, e):
    # PEP 380: what happens to an exception thrown into a yield from. (done, value)
    # Classes alone are asked: generators need none of their methods linked for this.
    own = _kind(it) == 19
    if isinstance(e, GeneratorExit):
        close = _defines(type(it), 'close')
        if own:
            generator__close(it)
        elif close is not None:
            close(it)
        raise e
    throw = _defines(type(it), 'throw')
    if throw is None and not own:
        raise e
    try:
        return False, _throw(it, e) if own else throw(it, e)
    except StopIteration as stop:
        return True, stop.value

def _dict_update(d, other):
    if not isinstance(other, dict) and not hasattr(other, 'keys'):
        raise TypeError(_say("'%' object is not a mapping", other))
    _dict_merge(d, other)

def _bytes_percent(fmt, args):
    text = _encode(_percent_slow(_decode(bytes(fmt), 2, 0), args, of_bytes=True), 2, 0)
    return text if isinstance(fmt, bytes) else bytearray(text)

def _byte_text(value, letter):
    # What %b and %c of bytes put in, as text of a character a byte.
    if letter == 'c':
        if isinstance(value, (bytes, bytearray)) and len(value) == 1:
            return _decode(bytes(value), 2, 0)
        if _find(value, '__index__') is None and not isinstance(value, int):
            raise TypeError('%c requires an integer in range(256) or a single byte')
        value = _index(value)
        if value < 0 or value > 255:
            raise OverflowError('%c arg not in range(256)')
        return chr(value)
    if not isinstance(value, (bytes, bytearray)):
        if _find(value, '__bytes__') is None:
            raise TypeError("%b requires a bytes-like object, or an object that implements __bytes__, not '" + type(value).__name__ + "'")
        value = _find(value, '__bytes__')(value)
    return _decode(bytes(value), 2, 0)

def _percent_slow(fmt, args, *, of_bytes=False):
    single = not isinstance(args, tuple)
    mapping = single and not isinstance(args, (bytes, bytearray) if of_bytes else str) and (_kind(_plain(args)) in (2, 7, 8, 10, 12) or _find(args, '__getitem__') is not None)
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
            key = fmt[start:i - 1]
            # what follows has this one alone
            items = (args[_encode(key, 2, 0) if of_bytes else key],)
            used = 0
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
        if used >= len(items):
            raise TypeError('not enough arguments for format string')
        value = items[used]
        used += 1
        if of_bytes and letter in 'sbcra':
            value = ascii(value) if letter in 'ra' else _byte_text(value, letter)
            letter = 's'
        elif letter == 's':
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
        raise TypeError(_say('not all arguments converted during $ formatting', 'bytes' if of_bytes else 'string'))
    return ''.join(parts)

def _range_long(start, stop=None, step=1):
    return LongRange(0, start, step) if stop is None else LongRange(start, stop, step)

def _to_bytes(n, length, big, signed):
    if length < 0:
        raise ValueError('length argument must be non-negative')
    if n < 0 and not signed:
        raise OverflowError("can't convert negative int to unsigned")
    if n and (~n if n < 0 else n).bit_length() + (1 if signed else 0) > 8 * length:
        raise OverflowError('int too big to convert')
    r = bytearray(length)
    for i in range(length):
        r[~i if big else i] = n & 255
        n >>= 8
    return bytes(r)

def _from_bytes(b, big, signed):
    if not big:
        b = b[::-1]
    n = 0
    for v in b:
        n = n << 8 | v
    if signed and b and b[0] > 127:
        n -= 1 << 8 * len(b)
    return n

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

def _bytearray_iadd(b, v):
    if not isinstance(v, (bytes, bytearray)):
        raise TypeError(_say("can't concat % to bytearray", v))
    _splice(b, len(b), 0, bytes(v))
    return b

def _bytearray_setslice(b, s, v):
    v = _bytes_like(v)
    start, count, step = _slice_span(s, len(b))
    if s.step is None or s.step == 1:
        _splice(b, start, count, v)
        return
    if not v:
        return _bytearray_delslice(b, s)
    if len(v) != count:
        raise ValueError(_say('attempt to assign bytes of size $ to extended slice of size $', len(v), count))
    for c in v:
        b[start] = c
        start += step

def _bytearray_delslice(b, s):
    rest = list(b)
    del rest[s]
    _splice(b, 0, len(b), bytes(rest))

def _list_setslice(a, s, value):
    _slice_span(s, 0)
    if isinstance(value, (list, tuple)):
        new = value
    else:
        try:
            it = _iter(value)
        except TypeError:
            raise TypeError('can only assign an iterable' if s.step is None or s.step == 1 else 'must assign iterable to extended slice') from None
        new = list(it)
    start, count, step = _slice_span(s, len(a))
    if s.step is None or s.step == 1:
        r = a[:start]
        _extend(r, new)
        _extend(r, a[start + count:])
        _list_take(a, r)
        return
    if len(new) != count:
        raise ValueError(_say('attempt to assign sequence of size $ to extended slice of size $', len(new), count))
    if new is a:
        new = list(new)
    for v in new:
        a[start] = v
        start += step

def _list_delslice(a, s):
    start, count, step = _slice_span(s, len(a))
    if count == 0:
        return
    if step < 0:
        start += (count - 1) * step
        step = -step
    r = a[:start]
    i = start
    for k in range(count):
        if k:
            _extend(r, a[i + 1:i + step])
            i += step
    _extend(r, a[i + 1:])
    _list_take(a, r)

def _construct(cls, args, keywords=None):
    # a class whose __new__ is written in Python, or that derives from a builtin type
    if keywords is None:
        keywords = {}
    obj = cls.__new__(cls, *args, **keywords)
    if isinstance(obj, cls):
        init = _find(obj, '__init__')
        if init is not None:
            r = init(obj, *args, **keywords) if keywords else init(obj, *args)
            if r is not None:
                raise TypeError(_say("__init__() should return None, not '%'", r))
    return obj

def _getattribute(obj, name):
    try:
        return _find(obj, '__getattribute__')(obj, name)
    except AttributeError:
        m = _find(obj, '__getattr__')
        if m is None:
            raise
    return m(obj, name)

def _dict_missing(x, key):
    # an item of an instance that derives from dict and has __missing__
    d = _plain(x)
    e = _lookup(d, key, hash(key))
    return _find(x, '__missing__')(x, key) if e < 0 else _entry_value(d, e)

def _descriptor_get(d, obj, cls):
    return _find(d, '__get__')(d, obj, cls)

def _descriptor_set(d, obj, value):
    m = _find(d, '__set__')
    if m is None:
        raise AttributeError('__set__')
    m(d, obj, value)

def _descriptor_delete(d, obj):
    m = _find(d, '__delete__')
    if m is None:
        raise AttributeError('__delete__')
    m(d, obj)

def next(it, /, *default):
    if not default:
        return _next(it)
    try:
        return _next(it)
    except StopIteration:
        return default[0]

def _set_binary(x, y, op, in_place):
    # operators between sets, dict views and dicts
    if isinstance(x, dict) and op == 4 and (in_place or isinstance(y, dict)):
        if not in_place:
            x = x.copy()
        _dict_merge(x, y)
        return x
    sets = (set, frozenset, dict_keys, dict_items)
    if isinstance(x, (dict_keys, dict_items)) and not isinstance(y, sets):
        y = list(y)
        sets = (set, list, dict_keys, dict_items)
    if op in (1, 3, 4, 5) and isinstance(x, sets) and isinstance(y, sets):
        if op == 4:
            r = list(x)
            r.extend(y)
        elif op == 3:
            r = [v for v in x if v in y] if len(x) < len(y) else [v for v in y if v in x]
        else:
            r = [v for v in x if v not in y]
            if op == 5:
                r.extend([v for v in y if v not in x])
        if not in_place or not isinstance(x, set):
            return frozenset__new(r) if isinstance(x, frozenset) else set__new(r)
        x.clear()
        for v in r:
            x.add(v)
        return x
    sign = ('+', '-', '*', '&', '|', '^', '<<', '>>', '//', '%', '/', '** or pow()', '@')[op]
    if in_place:
        sign = '**=' if op == 11 else sign + '='
    raise TypeError(_say("unsupported operand type(s) for $: '%' and '%'", sign, x, y))

def _import_missing(name):
    raise ModuleNotFoundError(_say("No module named '$'", name))

def iter(x, /, *sentinel):
    if sentinel:
        if not callable(x):
            raise TypeError('iter(v, w): v must be callable')
        return _iter_sentinel(x, sentinel[0])
    return _iter(x)

def _iter_sentinel(f, sentinel):
    while True:
        v = f()
        if v == sentinel:
            return
        yield v
