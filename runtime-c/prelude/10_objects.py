# Operators, attributes and text of objects whose classes are written in Python.
# The machine comes here when an instruction meets such an object; it has tried everything that takes no user code.

def _binary(x, y, op, in_place):
    # CPython's binary_op1 and binary_iop1: in place, then the right operand first where its class is a subclass, then left, then right.
    name = ('__add__', '__sub__', '__mul__', '__and__', '__or__', '__xor__', '__lshift__', '__rshift__', '__floordiv__', '__mod__',
            '__truediv__', '__pow__', '__matmul__')[op]
    if in_place:
        m = _find(x, ('__iadd__', '__isub__', '__imul__', '__iand__', '__ior__', '__ixor__', '__ilshift__', '__irshift__', '__ifloordiv__',
                      '__imod__', '__itruediv__', '__ipow__', '__imatmul__')[op]) if _kind(x) == 18 else None
        if m is not None:
            r = m(x, y)
            if r is not NotImplemented:
                return r
        if op == 0 and _kind(x) == 8 and _find(y, '__bytes__') is not None:
            _splice(x, len(x), 0, bytes(y))
            return x
    m = _find(x, name) if _kind(x) == 18 else None
    n = None
    if _kind(y) == 18:
        n = _find(y, ('__radd__', '__rsub__', '__rmul__', '__rand__', '__ror__', '__rxor__', '__rlshift__', '__rrshift__', '__rfloordiv__',
                      '__rmod__', '__rtruediv__', '__rpow__', '__rmatmul__')[op])
        if n is not None and type(x) is not type(y) and issubclass(type(y), type(x)):
            r = n(y, x)
            if r is not NotImplemented:
                return r
            n = None
    if m is not None:
        r = m(x, y)
        if r is not NotImplemented:
            return r
    if n is not None and type(x) is not type(y):
        r = n(y, x)
        if r is not NotImplemented:
            return r
    p = _plain(x)
    q = _plain(y)
    if op == 9 and isinstance(x, str):
        return _percent(p, y)
    if p is not x or q is not y:
        r = _operate(p, q, op, in_place)
        return x if in_place and r is p and _is_mutable(p) else r
    if op == 2:
        p, q = (x, y) if _kind(y) == 18 else (y, x)
        if isinstance(p, (str, bytes, bytearray, list, tuple)) and not (in_place and p is y):
            if _find(q, '__index__') is None:
                raise TypeError(_say("can't multiply sequence by non-int of type '%'", q))
            return p * _index(q)
    if op == 0 and in_place and isinstance(x, list):
        return _list_iadd(x, y)
    if op == 0 and isinstance(x, (str, list, tuple)):
        raise TypeError(_say('can only concatenate % (not "%") to %', x, y, x))
    if op == 0 and isinstance(x, (bytes, bytearray)):
        raise TypeError(_say("can't concat % to %", y, x))
    sign = ('+', '-', '*', '&', '|', '^', '<<', '>>', '//', '%', '/', '**', '@')[op]
    sign = sign + '=' if in_place else '** or pow()' if op == 11 else sign
    raise TypeError(_say("unsupported operand type(s) for $: '%' and '%'", sign, x, y))

def _add_and(x, y, mask):
    return (x + y) & mask

def _unary(x, op):
    m = _find(x, ('__neg__', '__pos__', '__invert__')[op])
    if m is None:
        p = _plain(x)
        if p is not x:
            return -p if op == 0 else +p if op == 1 else ~p
        raise TypeError(_say("bad operand type for unary $: '%'", ('-', '+', '~')[op], x))
    return m(x)

def _truth(x):
    m = _find(x, '__bool__')
    if m is not None:
        r = m(x)
        if r is not True and r is not False:
            raise TypeError(_say('__bool__ should return bool, returned %', r))
        return r
    m = _find(x, '__len__')
    return m is None or _checked_length(m(x)) != 0

def _not(x):
    return not _truth(x)

def _checked_length(n):
    if not isinstance(n, int):
        raise TypeError(_say("'%' object cannot be interpreted as an integer", n))
    if n < 0:
        raise ValueError('__len__() should return >= 0')
    return int(n)

def _len(x):
    return _checked_length(_find(x, '__len__')(x))

def _index(x):
    x = _plain(x)
    if isinstance(x, int):
        return x
    m = _find(x, '__index__')
    if m is None:
        raise TypeError(_say("'%' object cannot be interpreted as an integer", x))
    r = m(x)
    if not isinstance(r, int):
        raise TypeError(_say('__index__ returned non-int (type %)', r))
    return r

def _answer_of(x, y, op):
    # what x's class, where it is written in Python, says of x op y
    if _kind(x) != 18:
        return NotImplemented
    m = _find(x, ('__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__')[op])
    if m is None and op == 3:
        # __ne__ is the opposite of __eq__ unless a class says otherwise
        r = _answer_of(x, y, 2)
        return r if r is NotImplemented else not r
    return NotImplemented if m is None else m(x, y)

def _compare(x, y, op):
    # Rich comparison; op numbers < <= == != > >=.
    k = _kind(x)
    j = _kind(y)
    if k == 18 or j == 18:
        mirror = (4, 5, 2, 3, 0, 1)[op]
        derived = j == 18 and type(x) is not type(y) and issubclass(type(y), type(x))
        r = _answer_of(y, x, mirror) if derived else NotImplemented
        if r is NotImplemented:
            r = _answer_of(x, y, op)
        if r is NotImplemented and not derived:
            r = _answer_of(y, x, mirror)
        if r is not NotImplemented:
            return r
        p = _plain(x)
        q = _plain(y)
        if p is not x or q is not y:
            return _order(p, q, op)
        if op == 2:
            return x is y
        if op == 3:
            return x is not y
    elif k == j and (k == 5 or k == 7):
        return _compare_items(x, y, op)
    elif k == 11 or k == 24:
        r = _compare_sets(x, y, op)
        if r is not NotImplemented:
            return r
    elif op == 2:
        return _equal(x, y)
    elif op == 3:
        return not _equal(x, y)
    raise TypeError(_say("'$' not supported between instances of '%' and '%'", ('<', '<=', '==', '!=', '>', '>=')[op], x, y))

def _compare_items(x, y, op):
    n = len(x)
    if op == 2 and n != len(y):
        return False
    if op == 3 and n != len(y):
        return True
    i = 0
    while i < n and i < len(y):
        a = x[i]
        b = y[i]
        if a is not b and not a == b:
            if op == 2:
                return False
            if op == 3:
                return True
            return _order(a, b, op)
        i += 1
        n = len(x)
    return _order(n, len(y), op)

def _equal(x, y):
    # == of two containers of the same kind that are not lists or tuples
    k = _kind(x)
    if k != _kind(y):
        return False
    if k == 10:
        if len(x) != len(y):
            return False
        for key in x:
            if key not in y:
                return False
            a = x[key]
            b = y[key]
            if a is not b and not a == b:
                return False
        return True
    if k == 12:
        n = len(x)
        return n == len(y) and (n == 0 or (x.start == y.start and (n == 1 or x.step == y.step)))
    if k == 13:
        return x.start == y.start and x.stop == y.stop and x.step == y.step
    return x is y

def _hash_slow(x):
    k = _kind(x)
    if k == 5:
        h = 0x345678
        for v in x:
            h = ((h ^ (hash(v) & 0xFFFFFFFF)) * 0x9E3779B1) & 0xFFFFFFFF
            h ^= h >> 15
        return h - 0x100000000 if h & 0x80000000 else h
    if k == 12:
        n = len(x)
        return hash((n, x.start if n else None, x.step if n > 1 else None))
    if k == 11 and isinstance(x, frozenset):
        h = len(x)
        for v in x:
            h ^= hash(v) * 0x9E3779B1
        return (h & 0x3FFFFFFF) ^ (h >> 30 & 0x3FFFFFFF)
    if k == 18:
        m = _hash_method(x)
        p = _plain(x)
        if m is False and p is not x:
            if not _is_mutable(p):
                return hash(p)
            m = None
        if m is None:
            raise TypeError(_say("unhashable type: '%'", x))
        if m is not False:
            r = m(x)
            if not isinstance(r, int):
                raise TypeError('__hash__ method should return an integer')
            return hash(r)
    if k == 16:
        return id(x.__self__) ^ id(x.__func__)
    if k == 7 or k == 8 or k == 10 or k == 11 or k == 13 or k == 24 and not isinstance(x, dict_values):
        raise TypeError(_say("unhashable type: '%'", x))
    return id(x) >> 4

# ---------------------------------------------------------------- attributes and classes

def _instance_attributes(obj):
    return _instance_dict(obj)

def _call_attribute(obj, name, args):
    return _getattr(obj, name)(*args)

def _new_plain(base, cls, /, *args, **keywords):
    # base.__new__(cls, …) of a builtin type. What can change is left empty for an __init__
    if not isinstance(cls, type):
        raise TypeError(_say('$.__new__(X): X is not a type object (%)', base.__name__, cls))
    if not issubclass(cls, base):
        raise TypeError(_say('$.__new__($): $ is not a subtype of $', base.__name__, cls.__name__, cls.__name__, base.__name__))
    if _defines(cls, '__init__') is None or base not in (list, dict, set, bytearray):
        p = base(*args, **keywords)
    else:
        p = base()
    return p if cls is base else _instance_new(cls, p)

def _is_mutable(x):
    return _kind(x) in (7, 8, 10, 11) and not isinstance(x, frozenset)

def object____new__(cls, /, *args, **keywords):
    if (args or keywords) and not (isinstance(cls, type) and issubclass(cls, BaseException)):
        raise TypeError('object.__new__() takes exactly one argument (the type to instantiate)')
    return _instance_new(cls, args)

def _class_getitem(f, cls, item):
    if isinstance(f, classmethod):
        f = f.__func__
    return f(cls, item)

def getattr(obj, name, /, *default):
    if not default:
        return _getattr(obj, name)
    if len(default) > 1:
        raise TypeError('getattr expected at most 3 arguments, got ' + str(2 + len(default)))
    try:
        return _getattr(obj, name)
    except AttributeError:
        return default[0]

def hasattr(obj, name, /):
    try:
        _getattr(obj, name)
    except AttributeError:
        return False
    return True

def _isinstance_nested(x, classes):
    for c in classes:
        if isinstance(x, c):
            return True
    return False

def _issubclass_nested(x, classes):
    for c in classes:
        if issubclass(x, c):
            return True
    return False

# ---------------------------------------------------------------- text of objects

def _address(x):
    return hex(id(x))

def _str(x):
    if _kind(x) == 18:
        m = _find(x, '__str__')
        if m is None:
            return _plain(x) if isinstance(x, str) else _repr(x)
        r = m(x)
        if not isinstance(r, str):
            raise TypeError(_say('__str__ returned non-string (type %)', r))
        return r
    return _repr(x)

def _repr(x):
    return _repr_in(x, None)

def _class_label(cls):
    module = getattr(cls, '__module__', 'builtins')
    return cls.__qualname__ if module == 'builtins' else _say('$.$', module, cls.__qualname__)

def _repr_in(x, outer):
    # outer: the containers around x, as nested pairs, so that one that holds itself ends
    if _scalar(x):
        return repr(x)
    k = _kind(x)
    if k == 18:
        m = _find(x, '__repr__')
        if m is None and _plain(x) is not x:
            return _repr_plain(x, outer)
        if m is None:
            return _say('<$ object at $>', _class_label(type(x)), _address(x))
        r = m(x)
        if not isinstance(r, str):
            raise TypeError(_say('__repr__ returned non-string (type %)', r))
        return r
    if k == 5 or k == 7 or k == 10 or k == 11:
        o = outer
        while o is not None:
            if o[0] is x:
                return '[...]' if k == 7 else '(...)' if k == 5 else '{...}'
            o = o[1]
        outer = (x, outer)
        parts = []
        if k == 10:
            for key in x:
                parts.append(_say('$: $', _repr_in(key, outer), _repr_in(x[key], outer)))
            return _say('{$}', ', '.join(parts))
        for v in x:
            parts.append(_repr_in(v, outer))
        text = ', '.join(parts)
        if k == 7:
            return _say('[$]', text)
        if k == 5:
            return _say('($$', text, ',)' if len(parts) == 1 else ')')
        frozen = isinstance(x, frozenset)
        if not parts:
            return 'frozenset()' if frozen else 'set()'
        return _say('frozenset({$})', text) if frozen else _say('{$}', text)
    if k == 13:
        return _say('slice($, $, $)', _repr_in(x.start, outer), _repr_in(x.stop, outer), _repr_in(x.step, outer))
    if k == 17:
        m = _find(x, '__repr__')
        return m(x) if m is not None else _say("<class '$'>", _class_label(x))
    if k == 16:
        f = x.__func__
        return _say('<bound method %.$ of $>', x.__self__, getattr(f, '__name__', '?'), _repr_in(x.__self__, outer))
    if k == 24:
        return _say('$($)', type(x).__name__, _repr_in(list(x), outer))
    return _say('<% object at $>', x, _address(x))

def _repr_plain(x, outer):
    # an instance's plain value; some types show the instance's class with it
    p = _plain(x)
    text = _repr_in(p, outer)
    if p is x or not isinstance(p, (bytearray, set, frozenset)):
        return text
    if p and type(p) is set:
        return _say('$($)', type(x).__name__, text)
    return type(x).__name__ + text[text.find('('):]

def _format(x, spec):
    if _kind(x) == 18:
        m = _find(x, '__format__')
        if m is not None:
            r = m(x, spec)
            if not isinstance(r, str):
                raise TypeError(_say('__format__ must return a str, not %', r))
            return r
        p = _plain(x)
        if p is not x and spec != '':
            return format(p, spec)
    if spec != '':
        raise TypeError(_say('unsupported format string passed to %.__format__', x))
    return _str(x)

def print(*args, sep=' ', end='\n', file=None, flush=False):
    # the frame is kept small: a program stands in here whenever it prints
    if file is not None:
        return _print_to(file, args, sep, end)
    for flush in args:
        if file is not None:
            _write(1, ' ' if sep is None else sep)
        file = 1
        _write(1, str(flush))
    _write(1, '\n' if end is None else end)

def _print_to(file, args, sep, end):
    write = None if isinstance(file, int) else file.write
    first = True
    for a in args:
        if not first:
            _print_part(file, write, ' ' if sep is None else sep)
        first = False
        _print_part(file, write, str(a))
    _print_part(file, write, '\n' if end is None else end)

def _print_part(file, write, text):
    if write is None:
        _write(file, text)
    else:
        write(text)

def _write_long(channel, text):
    # in pieces that find room on a board; between them the program can be stopped
    at = 0
    while True:
        n = _write(channel, text, at)
        if n == 0:
            return at
        at += n

# ---------------------------------------------------------------- exceptions

def BaseException____str__(self, /):
    args = self.args
    n = len(args)
    return '' if n == 0 else str(args[0]) if n == 1 else repr(args)

def KeyError____str__(self, /):
    args = self.args
    return repr(args[0]) if len(args) == 1 else BaseException____str__(self)

def OSError____str__(self, /):
    args = self.args
    n = len(args)
    if n < 2 or n > 3:
        return BaseException____str__(self)
    text = _say('[Errno $] $', str(args[0]), str(args[1]))
    return text if n == 2 or args[2] is None else text + ': ' + repr(args[2])

def UnicodeError____str__(self, /):
    args = self.args
    if len(args) != 5:
        return BaseException____str__(self)
    codec, x, i, j, reason = args
    of_str = _kind(x) == 1
    place = str(i)
    if j - i == 1:
        word = ' ' + (ascii(x[i]) if of_str else hex(x[i]))
    else:
        word = 's'
        place = _say('$-$', i, j - 1)
    return _say("'$' codec can't $$ in position $: $", codec, 'encode character' if of_str else 'decode byte', word, place, reason)

def BaseException____repr__(self, /):
    args = self.args
    if len(args) == 1:
        return _say('$($)', type(self).__name__, repr(args[0]))
    return type(self).__name__ + repr(args)

def _reraise():
    e = _set_handled(None)
    _set_handled(e)
    if e is None:
        raise RuntimeError('No active exception to reraise')
    raise e

def _exception_instance(x):
    return x() if isinstance(x, type) and issubclass(x, BaseException) else x

def _uncaught(e):
    if isinstance(e, SystemExit):
        code = e.code
        if code is None:
            _finish(0, False)
        elif isinstance(code, int):
            _finish(code & 0xFF, False)
        else:
            _write(2, str(code) + '\n')
            _finish(1, False)
    _report_exception(e)
    _finish(1, True)

def _report_exception(e):
    chain = []
    while isinstance(e, BaseException):
        for c in chain:
            if c[1] is e:
                break
        else:
            cause = e.__cause__
            context = e.__context__
            if cause is not None:
                chain.append((1, e))
                e = cause
            elif context is not None and not e.__suppress_context__:
                chain.append((2, e))
                e = context
            else:
                chain.append((0, e))
                break
            continue
        break
    i = len(chain) - 1
    while i >= 0:
        relation, e = chain[i]
        _report(_say('R $\n', relation))
        entry = e
        while entry is not None:
            entry = _report_frames(entry)
        text = _class_label(type(e))
        if text[:9] == '__main__.':
            text = text[9:]
        try:
            message = str(e)
        except Exception:
            message = '<exception str() failed>'
        if message:
            text += ': ' + message
        for note in getattr(e, '__notes__', ()):
            text += '\n' + str(note)
        _report(_say('E $\n', text.replace('\\', '\\\\').replace('\n', '\\n')))
        i -= 1
    if not chain:
        _report(_say('R 0\nE $\n', e.__name__ if isinstance(e, type) else 'Exception'))
