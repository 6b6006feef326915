def _bytes_wanted(x):
    if not isinstance(x, (bytes, bytearray)) and type(x).__name__ not in ('memoryview', 'array'):
        raise TypeError(_say("a bytes-like object is required, not '%'", x))
    return x

def _byte_padding(self, width, fill, name):
    # How many bytes are missing. Results are of self's type, because they begin with a piece of it.
    n = _index(width) - len(self)
    if not isinstance(fill, (bytes, bytearray)) or len(fill) != 1:
        raise TypeError(_say('$() argument 2 must be a byte string of length 1, not %', name, fill))
    return max(n, 0)

def bytes__center(self, width, fill=b' ', /):
    n = _byte_padding(self, width, fill, 'center')
    left = n // 2 + (n & _index(width) & 1)
    return self[:0] + fill * left + self + fill * (n - left)

def bytes__ljust(self, width, fill=b' ', /):
    return self + fill * _byte_padding(self, width, fill, 'ljust')

def bytes__rjust(self, width, fill=b' ', /):
    return self[:0] + fill * _byte_padding(self, width, fill, 'rjust') + self

def bytes__zfill(self, width, /):
    n = max(_index(width) - len(self), 0)
    sign = 1 if self[:1] == b'-' or self[:1] == b'+' else 0
    return self[:sign] + b'0' * n + self[sign:]

def bytes__expandtabs(self, tabsize=8):
    tabsize = _index(tabsize)
    text = self[:0]
    column = 0
    for line in bytes(self).splitlines(True):
        first = True
        column = 0
        for piece in line.split(b'\t'):
            if not first:
                n = tabsize - column % tabsize if tabsize > 0 else 0
                text += b' ' * n
                column += n
            first = False
            text += piece
            column += len(piece)
    return text

def bytes__istitle(self, /):
    any = before = False
    for c in self:
        upper = 65 <= c <= 90
        cased = upper or 97 <= c <= 122
        if cased and upper is before:
            return False
        any = any or cased
        before = cased
    return any

def bytes__isascii(self, /):
    for c in self:
        if c > 127:
            return False
    return True

def bytes__translate(self, table, /, delete=b''):
    if table is not None and len(_bytes_wanted(table)) != 256:
        raise ValueError('translation table must be 256 characters long')
    _bytes_wanted(delete)
    return self[:0] + bytes([c if table is None else table[c] for c in self if c not in delete])

def bytes__maketrans(frm, to, /):
    if len(_bytes_wanted(frm)) != len(_bytes_wanted(to)):
        raise ValueError('maketrans arguments must have same length')
    table = bytearray(range(256))
    i = 0
    for c in frm:
        table[c] = to[i]
        i += 1
    return bytes(table)

def _byte_partition(self, sep, left):
    if len(_bytes_wanted(sep)) == 0:
        raise ValueError('empty separator')
    i = self.find(sep) if left else self.rfind(sep)
    if i < 0:
        empty = self[:0]
        return (self[:], empty, empty) if left else (empty, empty, self[:])
    return self[:i], sep if isinstance(self, bytes) else bytearray(sep), self[i + len(sep):]

def bytes__partition(self, sep, /):
    return _byte_partition(self, sep, True)

def bytes__rpartition(self, sep, /):
    return _byte_partition(self, sep, False)

def bytes__removeprefix(self, prefix, /):
    return self[len(prefix):] if self.startswith(_bytes_wanted(prefix)) else self[:]

def bytes__removesuffix(self, suffix, /):
    n = len(_bytes_wanted(suffix))
    return self[:len(self) - n] if self.endswith(suffix) else self[:]

bytearray__center = bytes__center
bytearray__ljust = bytes__ljust
bytearray__rjust = bytes__rjust
bytearray__zfill = bytes__zfill
bytearray__expandtabs = bytes__expandtabs
bytearray__istitle = bytes__istitle
bytearray__isascii = bytes__isascii
bytearray__translate = bytes__translate
bytearray__maketrans = bytes__maketrans
bytearray__partition = bytes__partition
bytearray__rpartition = bytes__rpartition
bytearray__removeprefix = bytes__removeprefix
bytearray__removesuffix = bytes__removesuffix

def binary__hex(self, sep=None, width=1, /):
    text = _hex_text(self)
    if sep is None:
        return text
    if isinstance(sep, bytes):
        sep = sep.decode()
    if len(sep) != 1:
        raise ValueError('sep must be length 1.')
    if not sep.isascii():
        raise ValueError('sep must be ASCII.')
    if width == 0:
        return text
    # groups are counted from the right; from the left where width is negative
    step = 2 * abs(width)
    first = len(text) % step if width > 0 else 0
    parts = [text[:first]] if first else []
    parts.extend([text[i:i + step] for i in range(first, len(text), step)])
    return sep.join(parts)

def bytes__fromhex(string, /):
    if not isinstance(string, str):
        raise TypeError(_say('fromhex() argument must be str, not %', string))
    r = []
    i = 0
    while i < len(string):
        if string[i] in ' \t\n\r\v\f':
            i += 1
            continue
        byte = 0
        for k in (i, i + 1):
            digit = '0123456789abcdef'.find(string[k].lower()) if k < len(string) else -1
            if digit < 0:
                raise ValueError(_say('non-hexadecimal number found in fromhex() arg at position $', k))
            byte = byte * 16 + digit
        r.append(byte)
        i += 2
    return bytes(r)
