def str__center(self, width, fill=' ', /):
    width = _index(width)
    n = max(_padding(self, width, fill), 0)
    left = n // 2 + (n & width & 1)
    return fill * left + self + fill * (n - left)

def str__format(self, /, *args, **kw):
    return _format_fields(self, args, kw, [0], 2)

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
            elif c == '{' and not bracket:
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
                    raise ValueError("unmatched '{' in format spec")
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

def str__partition(self, sep, /):
    if sep == '':
        raise ValueError('empty separator')
    return _partition(self, sep, self.find(sep), True)

def str__rpartition(self, sep, /):
    if sep == '':
        raise ValueError('empty separator')
    return _partition(self, sep, self.rfind(sep), False)

def str__ljust(self, width, fill=' ', /):
    width = _index(width)
    return self + fill * _padding(self, width, fill)

def str__rjust(self, width, fill=' ', /):
    width = _index(width)
    return fill * _padding(self, width, fill) + self

def str__zfill(self, width, /):
    n = _index(width) - len(self)
    if n <= 0:
        return self
    if self[:1] == '-' or self[:1] == '+':
        return self[0] + '0' * n + self[1:]
    return '0' * n + self

def str__removeprefix(self, prefix, /):
    if not isinstance(prefix, str):
        raise TypeError(_say('removeprefix() argument must be str, not $', _type_label(prefix)))
    return self[len(prefix):] if self.startswith(prefix) else self

def str__removesuffix(self, suffix, /):
    if not isinstance(suffix, str):
        raise TypeError(_say('removesuffix() argument must be str, not $', _type_label(suffix)))
    return self[:-len(suffix)] if suffix and self.endswith(suffix) else self

def _type_label(x):
    return 'None' if x is None else type(x).__name__

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
            if not isinstance(k, (str, int)):
                raise TypeError('keys in translate table must be strings or integers')
            table[ord(k) if isinstance(k, str) else k] = x[k]
        return table
    if not isinstance(x, str):
        raise TypeError('first maketrans argument must be a string if there is a second argument')
    if not isinstance(more[0], str):
        raise TypeError(_say('maketrans() argument 2 must be str, not $', _type_label(more[0])))
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
        if isinstance(r, int):
            if r < 0 or r > 0x10FFFF:
                raise ValueError('character mapping must be in range(0x110000)')
            r = chr(r)
        if isinstance(r, str):
            parts.append(r)
        elif r is not None:
            raise TypeError('character mapping must return integer, None or str')
    return ''.join(parts)

def chars__isalpha(self, /):
    return _is_all(self, 0)

def str__isdecimal(self, /):
    return _is_all(self, 1)

def chars__isdigit(self, /):
    return _is_all(self, 2)

def str__isnumeric(self, /):
    return _is_all(self, 3)

def chars__isalnum(self, /):
    return _is_all(self, 4)

def chars__isspace(self, /):
    return _is_all(self, 5)

def str__isprintable(self, /):
    return _is_all(self, 6)

def chars__isupper(self, /):
    return _is_all(self, 7)

def chars__islower(self, /):
    return _is_all(self, 8)

def text__swapcase(self, /):
    return _change_case(self, 2)

def text__title(self, /):
    return _change_case(self, 3)

def text__capitalize(self, /):
    return _change_case(self, 4)

def str__casefold(self, /):
    return _change_case(self, 5)

def str__isidentifier(self, /):
    first = True
    for c in self:
        if c != '_' and not _is_all(c, 0) and (first or not _is_all(c, 1)):
            return False
        first = False
    return not first

def str__istitle(self, /):
    inside = any = False
    for c in self:
        upper = _is_all(c, 7)
        lower = _is_all(c, 8)
        if inside if upper else lower and not inside:
            return False
        inside = upper or lower
        any = any or inside
    return any

def str__isascii(self, /):
    for c in self:
        if c > '\x7f':
            return False
    return True

def text__splitlines(self, keepends=False):
    ends = '\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029' if isinstance(self, str) else b'\n\r'
    parts = []
    i = start = 0
    end = -1
    for c in self:
        if end >= 0:
            if pair and c == ends[0]:
                i += 1
                pair = False
                continue
            parts.append(self[start:i if keepends else end])
            start = i
            end = -1
        if c in ends:
            end = i
            pair = c == ends[1]
        i += 1
    if start < i:
        parts.append(self[start:i if keepends or end < 0 else end])
    return parts
