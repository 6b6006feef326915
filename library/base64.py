# base64 as CPython 3.11 has it, without files and the encodings in base 85.
from binascii import Error
from binascii import a2b_base64
from binascii import b2a_base64
from binascii import hexlify
from binascii import unhexlify


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    return bytes(s)


def _exchanged(s, old, new):
    out = bytearray(s)
    for i in range(len(out)):
        k = old.find(out[i])
        if k >= 0:
            out[i] = new[k]
    return bytes(out)


def b64encode(s, altchars=None):
    s = b2a_base64(s, newline=False)
    return s if altchars is None else _exchanged(s, b'+/', altchars)


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        s = _exchanged(s, _bytes(altchars), b'+/')
    return a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def _b32encode(s, digits):
    s = bytes(s)
    out = bytearray()
    for i in range(0, len(s), 5):
        part = s[i:i + 5]
        n = _from_bytes(part, True, False) << 8 * (5 - len(part))
        count = (8 * len(part) + 4) // 5
        for k in range(8):
            out.append(digits[n >> 35 - 5 * k & 31] if k < count else 61)
    return bytes(out)


def _b32decode(s, digits, casefold, map01):
    s = _bytes(s)
    if len(s) % 8:
        raise Error('Incorrect padding')
    if map01 is not None:
        s = s.replace(b'0', b'O').replace(b'1', _bytes(map01))
    if casefold:
        s = s.upper()
    length = len(s)
    s = s.rstrip(b'=')
    pads = length - len(s)
    if pads not in (0, 1, 3, 4, 6):
        raise Error('Incorrect padding')
    out = bytearray()
    n = 0
    bits = 0
    for c in s:
        digit = digits.find(c)
        if digit < 0:
            raise Error('Non-base32 digit found')
        n = (n << 5 | digit) & 0xfff
        bits += 5
        if bits > 7:
            bits -= 8
            out.append(n >> bits & 255)
    return bytes(out)


_BASE32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_BASE32_HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'


def b32encode(s):
    return _b32encode(s, _BASE32)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(s, _BASE32, casefold, map01)


def b32hexencode(s):
    return _b32encode(s, _BASE32_HEX)


def b32hexdecode(s, casefold=False):
    return _b32decode(s, _BASE32_HEX, casefold, None)


def b16encode(s):
    return hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    for c in s:
        if c not in b'0123456789ABCDEF':
            raise Error('Non-base16 digit found')
    return unhexlify(s)


def encodebytes(s):
    if isinstance(s, str):
        raise TypeError('expected bytes-like object, not str')
    s = bytes(s)
    return b''.join([b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
    if isinstance(s, str):
        raise TypeError('expected bytes-like object, not str')
    return a2b_base64(s)
