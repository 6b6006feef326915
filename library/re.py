# Regular expressions with CPython's meaning, in time linear in the text. `_re_machine.py` runs programs, `_re_parser.py` makes them;
# what needs backtracking (backreferences, conditions, atomic groups) is refused.
from _re_machine import Program, run
from _re_parser import Parser, find_beginning
from _re_reader import error
from _re_template import fill, parts_of

NOFLAG = 0
I = IGNORECASE = 2
L = LOCALE = 4
M = MULTILINE = 8
S = DOTALL = 16
U = UNICODE = 32
X = VERBOSE = 64
DEBUG = 128
A = ASCII = 256

_ENDLESS = 0x3FFFFFFF
# So many compiled patterns are kept.
_CACHED = 4
_cache = {}


# ---------------------------------------------------------------- patterns and matches

class Pattern:
    __module__ = 're'

    def __init__(self, pattern, flags):
        parser = Parser(pattern, flags)
        code = parser.parse()
        self.pattern = pattern
        self.flags = parser.globals if parser.is_bytes or parser.globals & A else parser.globals | U
        self.groups = parser.groups
        self.groupindex = parser.names
        self._program = Program(code + [9, 0], parser.groups)
        self._looks = parser.looks
        for look in parser.looks:
            look.groups = parser.groups
        find_beginning(self._program, parser.is_bytes)

    def match(self, string, pos=0, endpos=_ENDLESS):
        return _match(self, string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=_ENDLESS):
        return _match(self, string, pos, endpos, 2)

    def search(self, string, pos=0, endpos=_ENDLESS):
        return _match(self, string, pos, endpos, 0)

    def finditer(self, string, pos=0, endpos=_ENDLESS):
        _check(self, string)
        return _iterate(self, string, pos, endpos)

    def findall(self, string, pos=0, endpos=_ENDLESS):
        _check(self, string)
        found = []
        empty = string[:0]
        for caps in _spans(self, string, pos, endpos):
            if self.groups == 0:
                found.append(string[caps[0]:caps[1]])
            else:
                texts = _texts(string, caps, empty)
                found.append(texts[0] if self.groups == 1 else texts)
        return found

    def split(self, string, maxsplit=0):
        _check(self, string)
        parts = []
        last = 0
        for caps in _spans(self, string, 0, _ENDLESS) if maxsplit >= 0 else ():
            parts.append(string[last:caps[0]])
            parts += _texts(string, caps, None)
            last = caps[1]
            maxsplit -= 1
            if maxsplit == 0:
                break
        parts.append(string[last:])
        return parts

    def sub(self, repl, string, count=0):
        return _substitute(self, repl, string, count)[0]

    def subn(self, repl, string, count=0):
        return _substitute(self, repl, string, count)

    def __repr__(self):
        flags = self.flags if isinstance(self.pattern, bytes) else self.flags & ~U
        names = []
        for bit, name in ((2, 'IGNORECASE'), (8, 'MULTILINE'), (16, 'DOTALL'), (32, 'UNICODE'), (64, 'VERBOSE'), (128, 'DEBUG'), (256, 'ASCII')):
            if flags & bit:
                names.append(', ' if not names else '|')
                names.append('re.' + name)
        return 're.compile(' + repr(self.pattern)[:200] + ''.join(names) + ')'

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.flags == other.flags

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _check(pattern, string):
    if not isinstance(string, str):
        if isinstance(string, (bytes, bytearray)) or type(string).__name__ in ('memoryview', 'array'):
            if isinstance(pattern.pattern, str):
                raise TypeError('cannot use a string pattern on a bytes-like object')
        else:
            raise TypeError("expected string or bytes-like object, got '" + type(string).__name__ + "'")
    elif not isinstance(pattern.pattern, str):
        raise TypeError('cannot use a bytes pattern on a string-like object')


def _forget(pattern):
    for look in pattern._looks:
        look.memo = None


def _region(string, pos, endpos):
    n = len(string)
    return min(max(pos, 0), n), min(max(endpos, 0), n)


def _captures(pattern, found):
    # A match's list: begin, end, begin and end of each group, number of the group that ended last or -1.
    caps, end = found
    if isinstance(caps, int):
        return [caps, end] + [-1] * (2 * pattern.groups + 1)
    caps[1] = end
    return caps


def _match(pattern, string, pos, endpos, mode):
    _check(pattern, string)
    pos, endpos = _region(string, pos, endpos)
    found = run(pattern._program, string, pos, endpos, mode, None, False) if pos <= endpos else None
    _forget(pattern)
    return None if found is None else Match(pattern, string, pos, endpos, _captures(pattern, found))


def _spans(pattern, string, pos, endpos):
    # The lists of all matches, from left to right. Behind an empty one no other empty one begins at the same place.
    pos, endpos = _region(string, pos, endpos)
    refuses = False
    while pos <= endpos:
        found = run(pattern._program, string, pos, endpos, 0, None, refuses)
        if found is None:
            break
        caps = _captures(pattern, found)
        yield caps
        pos = caps[1]
        refuses = pos == caps[0]
    _forget(pattern)


def _iterate(pattern, string, pos, endpos):
    pos, endpos = _region(string, pos, endpos)
    for caps in _spans(pattern, string, pos, endpos):
        yield Match(pattern, string, pos, endpos, caps)


def _texts(string, caps, default):
    return tuple([string[caps[i]:caps[i + 1]] if caps[i + 1] >= 0 else default for i in range(2, len(caps) - 1, 2)])


def _substitute(pattern, repl, string, count):
    _check(pattern, string)
    call = callable(repl)
    parts = () if call else parts_of(pattern, repl)
    empty = string[:0]
    texts = []
    last = n = 0
    for caps in _spans(pattern, string, 0, _ENDLESS):
        if caps[0] > last:
            texts.append(string[last:caps[0]])
        if call:
            text = repl(Match(pattern, string, 0, len(string), caps))
            if text is not None:
                texts.append(text)
        else:
            fill(texts, parts, string, caps)
        last = caps[1]
        n += 1
        if n == count:
            break
    if last < len(string):
        texts.append(string[last:])
    return empty.join(texts), n


class Match:
    __module__ = 're'

    def __init__(self, pattern, string, pos, endpos, caps):
        self.re = pattern
        self.string = string
        self.pos = pos
        self.endpos = endpos
        self._caps = caps
        last = caps[-1]
        self.lastindex = last if last > 0 else None

    @property
    def lastgroup(self):
        names = self.re.groupindex
        for name in names:
            if names[name] == self.lastindex:
                return name
        return None

    @property
    def regs(self):
        caps = self._caps
        return tuple([(caps[i], caps[i + 1]) if caps[i + 1] >= 0 else (-1, -1) for i in range(0, len(caps) - 1, 2)])

    def group(self, *groups):
        if len(groups) < 2:
            return self._text(groups[0] if groups else 0)
        return tuple([self._text(group) for group in groups])

    def __getitem__(self, group):
        return self._text(group)

    def groups(self, default=None):
        return _texts(self.string, self._caps, default)

    def groupdict(self, default=None):
        texts = _texts(self.string, self._caps, default)
        names = self.re.groupindex
        return {name: texts[names[name] - 1] for name in names}

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    def span(self, group=0):
        i = 2 * self._number(group)
        caps = self._caps
        return (caps[i], caps[i + 1]) if caps[i + 1] >= 0 else (-1, -1)

    def expand(self, template):
        texts = []
        fill(texts, parts_of(self.re, template), self.string, self._caps)
        return self.string[:0].join(texts)

    def _number(self, group):
        names = self.re.groupindex
        if isinstance(group, str):
            group = names.get(group, -1)
        elif not isinstance(group, int):
            raise IndexError('no such group')
        if group < 0 or group > self.re.groups:
            raise IndexError('no such group')
        return group

    def _text(self, group):
        start, end = self.span(group)
        return self.string[start:end] if end >= 0 else None

    def __repr__(self):
        return f'<re.Match object; span={self.span()!r}, match={self._text(0)!r}>'

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


# ---------------------------------------------------------------- functions of the module

def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    key = (isinstance(pattern, str), pattern, flags)
    compiled = _cache.get(key)
    if compiled is None:
        if isinstance(pattern, str):
            if flags & L:
                raise ValueError('cannot use LOCALE flag with a str pattern')
            if flags & A and flags & U:
                raise ValueError('ASCII and UNICODE flags are incompatible')
        elif isinstance(pattern, bytes):
            if flags & U:
                raise ValueError('cannot use UNICODE flag with a bytes pattern')
        else:
            raise TypeError('first argument must be string or compiled pattern')
        compiled = Pattern(pattern, flags)
        if len(_cache) >= _CACHED:
            del _cache[next(iter(_cache))]
        _cache[key] = compiled
    return compiled


def purge():
    _cache.clear()


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def escape(pattern):
    if isinstance(pattern, str):
        return ''.join(['\\' + c if c in _SPECIAL else c for c in pattern])
    return escape(pattern.decode('latin-1')).encode('latin-1')


_SPECIAL = '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'
