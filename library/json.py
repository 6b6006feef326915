# JSON as CPython 3.11's json module reads and writes it: RFC 8259, and NaN and Infinity. Texts of errors and their positions are CPython's.


class JSONDecodeError(ValueError):
    __module__ = 'json.decoder'

    def __init__(self, msg, doc, pos):
        line = doc.count('\n', 0, pos) + 1
        column = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, msg + ': line ' + str(line) + ' column ' + str(column) + ' (char ' + str(pos) + ')')
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = line
        self.colno = column


def load(fp, **options):
    return loads(fp.read(), **options)


def loads(s, *, cls=None, **options):
    if cls is not None:
        return cls(**options).decode(s if isinstance(s, str) else (b'' + s).decode())
    # The text is read as UTF-8, where a byte is found at once whatever stands before it.
    if isinstance(s, str):
        if s[:1] == '\ufeff':
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
        data = s.encode()
    elif isinstance(s, (bytes, bytearray)):
        data = b'' + (s[3:] if s[:3] == b'\xef\xbb\xbf' else s)
        data.decode()
    else:
        raise TypeError('the JSON object must be str, bytes or bytearray, not ' + type(s).__name__)
    return _Reader(data, **options).whole()


class JSONDecoder:
    def __init__(self, **options):
        self._options = options

    def decode(self, s):
        return _Reader(s.encode(), **self._options).whole()

    def raw_decode(self, s, idx=0):
        reader = _Reader(s.encode(), **self._options)
        reader.at = start = len(s[:idx].encode())
        if reader.skip() == 0 or reader.at != start:
            raise JSONDecodeError('Expecting value', s, idx)
        value = reader.value()
        return value, len(reader.data[:reader.at].decode())


class _Reader:
    # Reads one value after the other out of UTF-8 text; `at` is where it stands.

    def __init__(self, data, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, strict=True):
        self.data = data
        self.size = len(data)
        self.at = 0
        self.float = float if parse_float is None else parse_float
        self.int = int if parse_int is None else parse_int
        self.constant = float if parse_constant is None else parse_constant
        self.pairs = object_pairs_hook is not None
        self.hook = object_hook if object_pairs_hook is None else object_pairs_hook
        self.strict = strict

    def whole(self):
        value = self.value()
        self.skip()
        if self.at != self.size:
            self.fail('Extra data', self.at)
        return value

    def fail(self, message, at):
        # Positions are told in characters.
        raise JSONDecodeError(message, self.data.decode(), len(self.data[:at].decode()))

    def skip(self):
        # Goes over space to the next byte, and gives that; 0 at the end.
        data = self.data
        at = self.at
        size = self.size
        while at < size:
            c = data[at]
            if c > 32 or c != 32 and c != 10 and c != 13 and c != 9:
                self.at = at
                return c
            at += 1
        self.at = at
        return 0

    def value(self):
        c = self.skip()
        if c == 34:
            return self.string()
        if c == 123:
            return self.object()
        if c == 91:
            return self.array()
        if c < 48 or c > 57:
            for word, value in _WORDS:
                if self.data.startswith(word, self.at):
                    self.at += len(word)
                    return self.constant(value) if isinstance(value, str) else value
        return self.number(c)

    def digits(self, at):
        # The end of the digits that begin at `at`.
        data = self.data
        size = self.size
        while at < size and 48 <= data[at] <= 57:
            at += 1
        return at

    def number(self, c):
        data = self.data
        size = self.size
        start = self.at
        at = start + 1 if c == 45 else start
        end = at + 1 if data.startswith(b'0', at) else self.digits(at)
        if end == at:
            self.fail('Expecting value', start)
        whole = end
        c = data[end] if end < size else 0
        if c == 46:
            at = self.digits(end + 1)
            if at > end + 1:
                end = at
                c = data[end] if end < size else 0
        if c == 101 or c == 69:
            at = end + 1
            if at < size and data[at] in b'+-':
                at += 1
            last = self.digits(at)
            if last > at:
                end = last
        self.at = end
        text = _decode(data[start:end], 0, 0)
        return self.int(text) if end == whole else self.float(text)

    def string(self):
        # Stands on the opening quote.
        data = self.data
        begin = self.at
        at = begin + 1
        parts = None
        while True:
            # What is near costs less to find: a search is charged for all that it may look at.
            quote = data.find(b'"', at, at + 64)
            if quote < 0:
                quote = data.find(b'"', at)
            escape = data.find(b'\\', at, quote if quote >= 0 else self.size)
            end = escape if escape >= 0 else quote if quote >= 0 else self.size
            text = _decode(data[at:end], 0, 0)
            if self.strict and not text.isprintable():
                for c in data[at:end]:
                    if c < 32:
                        self.fail('Invalid control character at', at)
                    at += 1
            if escape < 0:
                if quote < 0:
                    self.fail('Unterminated string starting at', begin)
                self.at = quote + 1
                if parts is None:
                    return text
                parts.append(text)
                return ''.join(parts)
            if parts is None:
                parts = []
            parts.append(text)
            at = escape + 1
            if at == self.size:
                self.fail('Unterminated string starting at', begin)
            c = data[at]
            if c == 117:
                parts.append(self.unicode(at + 1))
                at = self.at
            else:
                index = b'"\\/bfnrt'.find(c)
                if index < 0:
                    self.fail('Invalid \\escape', escape)
                parts.append('"\\/\b\f\n\r\t'[index])
                at += 1

    def unicode(self, at):
        # The character of the digits at `at`, behind \u, and of a second \u that makes it a surrogate pair.
        code = self.hexadecimal(at)
        at += 4
        if 0xD800 <= code <= 0xDBFF and self.data.startswith(b'\\u', at) and at + 6 < self.size:
            low = self.hexadecimal(at + 2)
            if 0xDC00 <= low <= 0xDFFF:
                code = 0x10000 + (code - 0xD800 << 10) + low - 0xDC00
                at += 6
        self.at = at
        return chr(code)

    def hexadecimal(self, at):
        code = 0
        if at + 4 < self.size:
            for c in self.data[at:at + 4]:
                digit = b'0123456789abcdefABCDEF'.find(c)
                if digit < 0:
                    break
                code = code * 16 + (digit if digit < 16 else digit - 6)
            else:
                return code
        self.fail('Invalid \\uXXXX escape', at - 1)

    def array(self):
        self.at += 1
        items = []
        if self.skip() == 93:
            self.at += 1
            return items
        while True:
            items.append(self.value())
            c = self.skip()
            if c != 44 and c != 93:
                self.fail("Expecting ',' delimiter", self.at)
            self.at += 1
            if c == 93:
                return items

    def object(self):
        self.at += 1
        items = [] if self.pairs else {}
        c = self.skip()
        if c == 125:
            self.at += 1
            return self.made(items)
        while True:
            if c != 34:
                self.fail('Expecting property name enclosed in double quotes', self.at)
            key = self.string()
            if self.skip() != 58:
                self.fail("Expecting ':' delimiter", self.at)
            self.at += 1
            value = self.value()
            if self.pairs:
                items.append((key, value))
            else:
                items[key] = value
            c = self.skip()
            if c != 44 and c != 125:
                self.fail("Expecting ',' delimiter", self.at)
            self.at += 1
            if c == 125:
                return self.made(items)
            c = self.skip()

    def made(self, items):
        # What an object of these items becomes.
        return items if self.hook is None else self.hook(items)


# Floats that no literal can name are made of their text.
_WORDS = ((b'null', None), (b'true', True), (b'false', False), (b'NaN', 'NaN'), (b'Infinity', 'Infinity'), (b'-Infinity', '-Infinity'))


def dumps(obj, *, cls=None, **options):
    if cls is not None:
        return cls(**options).encode(obj)
    parts = []
    _Writer(parts, **options).value(obj)
    return ''.join(parts)


def dump(obj, fp, *, cls=None, **options):
    # Written as it comes: the whole text need not have room.
    if cls is None:
        _Writer(_Into(fp), **options).value(obj)
        return
    for part in cls(**options).iterencode(obj):
        fp.write(part)


class _Into:
    def __init__(self, fp):
        self.append = fp.write


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError('Object of type ' + type(o).__name__ + ' is not JSON serializable')

    def encode(self, o):
        return ''.join(self.iterencode(o))

    def iterencode(self, o):
        parts = []
        separators = (self.item_separator, self.key_separator)
        _Writer(
            parts,
            skipkeys=self.skipkeys,
            ensure_ascii=self.ensure_ascii,
            check_circular=self.check_circular,
            allow_nan=self.allow_nan,
            indent=self.indent,
            separators=separators,
            default=self.default,
            sort_keys=self.sort_keys,
        ).value(o)
        return iter(parts)


class _Writer:
    def __init__(self, parts, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, indent=None, separators=None, default=None, sort_keys=False):
        self.skips = skipkeys
        self.ascii = ensure_ascii
        self.checks = check_circular
        self.nan = allow_nan
        self.indent = None
        self.comma = ', '
        self.colon = ': '
        if indent is not None:
            self.comma = ','
            self.indent = indent if isinstance(indent, str) else ' ' * indent
        if separators is not None:
            self.comma, self.colon = separators
        self.default = default
        self.order = sorted if sort_keys else None
        self.parts = parts
        # The containers around, in which a value must not stand again.
        self.around = []
        self.newline = '\n'

    def value(self, x):
        text = self.plain(x)
        if text is not None:
            self.parts.append(text)
            return
        if self.checks:
            for y in self.around:
                if y is x:
                    raise ValueError('Circular reference detected')
        self.around.append(x)
        if isinstance(x, (list, tuple)):
            self.array(x)
        elif isinstance(x, dict):
            self.object(x)
        elif self.default is None:
            raise TypeError('Object of type ' + type(x).__name__ + ' is not JSON serializable')
        else:
            self.value(self.default(x))
        del self.around[-1]

    def plain(self, x):
        # The text of what holds no other value; None for anything else.
        if isinstance(x, str):
            return _quote(x, self.ascii)
        if x is None:
            return 'null'
        if x is True:
            return 'true'
        if x is False:
            return 'false'
        if isinstance(x, int):
            return repr(x if type(x) is int else int(x))
        if isinstance(x, float):
            if x - x == 0:
                return repr(x if type(x) is float else float(x))
            if not self.nan:
                raise ValueError('Out of range float values are not JSON compliant')
            return 'NaN' if x != x else 'Infinity' if x > 0 else '-Infinity'
        return None

    def inside(self, before, x, write):
        # The items of a container between its brackets.
        parts = self.parts
        newline = self.newline
        if self.indent is None:
            comma = self.comma
            parts.append(before)
        else:
            self.newline = newline + self.indent
            comma = self.comma + self.newline
            parts.append(before + self.newline)
        write(x, comma)
        if self.indent is not None:
            parts.append(newline)
            self.newline = newline

    def array(self, x):
        if not x:
            self.parts.append('[]')
            return
        self.inside('[', x, self.items)
        self.parts.append(']')

    def items(self, x, comma):
        parts = self.parts
        first = True
        for y in x:
            if not first:
                parts.append(comma)
            first = False
            self.value(y)

    def object(self, x):
        if not x:
            self.parts.append('{}')
            return
        self.inside('{', x, self.pairs)
        self.parts.append('}')

    def pairs(self, x, comma):
        parts = self.parts
        first = True
        for key, value in x.items() if self.order is None else self.order(x.items()):
            text = key if isinstance(key, str) else self.plain(key)
            if text is None:
                if self.skips:
                    continue
                raise TypeError('keys must be str, int, float, bool or None, not ' + type(key).__name__)
            if not first:
                parts.append(comma)
            first = False
            parts.append(_quote(text, self.ascii))
            parts.append(self.colon)
            self.value(value)


def _quote(text, ascii):
    if text.isprintable() and '"' not in text and '\\' not in text and (not ascii or text.isascii()):
        return '"' + text + '"'
    parts = ['"']
    for c in text:
        code = ord(c)
        index = '"\\\n\r\t\f\b'.find(c)
        if index >= 0:
            parts.append(('\\"', '\\\\', '\\n', '\\r', '\\t', '\\f', '\\b')[index])
        elif 32 <= code < 127 or code >= 127 and not ascii:
            parts.append(c)
        elif code < 0x10000:
            parts.append(f'\\u{code:04x}')
        else:
            code -= 0x10000
            parts.append(f'\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}')
    parts.append('"')
    return ''.join(parts)
