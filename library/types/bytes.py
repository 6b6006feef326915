def bytes__partition(self, sep, /):
    return _partition(self, sep, self.find(sep), True)

def bytes__rpartition(self, sep, /):
    return _partition(self, sep, self.rfind(sep), False)

def binary__hex(self, sep=None, width=1, /):
    text = _hex_text(self)
    if sep is None:
        return text
    if isinstance(sep, bytes):
        sep = sep.decode()
    if len(sep) != 1:
        raise ValueError('sep must be length 1.')
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
