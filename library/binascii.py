# binascii as CPython 3.11 has it: hexadecimal digits, base 64 and checksums.


class Error(ValueError):
    __module__ = 'binascii'


def _data(data):
    if data is None or isinstance(data, (str, int, float, list, tuple)):
        raise TypeError(_say("a bytes-like object is required, not '%'", data))
    return _bytes_of(data, False)


def hexlify(data, sep=None, bytes_per_sep=1):
    data = _data(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


def unhexlify(hexstr, /):
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode('latin-1')
    if len(text) & 1:
        raise Error('Odd-length string')
    for c in text:
        if c not in '0123456789abcdefABCDEF':
            raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(text)


b2a_hex = hexlify
a2b_hex = unhexlify

_DIGITS = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def b2a_base64(data, /, *, newline=True):
    data = _data(data)
    out = bytearray()
    for i in range(0, len(data), 3):
        part = data[i:i + 3]
        n = _from_bytes(part, True, False) << 8 * (3 - len(part))
        out.append(_DIGITS[n >> 18])
        out.append(_DIGITS[n >> 12 & 63])
        out.append(_DIGITS[n >> 6 & 63] if len(part) > 1 else 61)
        out.append(_DIGITS[n & 63] if len(part) > 2 else 61)
    if newline:
        out.append(10)
    return bytes(out)


def a2b_base64(data, /, *, strict_mode=False):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        data = data.encode()
    data = _bytes_of(data, False)
    if strict_mode and data[:1] == b'=':
        raise Error('Leading padding not allowed')
    out = bytearray()
    n = 0
    count = 0
    pads = 0
    padded = False
    at = 0
    for c in data:
        at += 1
        if c == 61:
            padded = True
            if count & 2:
                pads += 1
                if (count & 3) + pads > 3:
                    if strict_mode and at < len(data):
                        raise Error('Excess data after padding')
                    return bytes(out)
            continue
        digit = _DIGITS.find(c)
        if digit < 0:
            if strict_mode:
                raise Error('Only base64 data is allowed')
            continue
        if strict_mode and padded:
            raise Error('Discontinuous padding not allowed')
        pads = 0
        n = n << 6 & 0xffff | digit
        count += 1
        if count & 3 != 1:
            out.append(n >> (6 - 2 * (count - 1 & 3)) & 255)
    if count & 3 == 1:
        raise Error(f'Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4')
    if count & 3:
        raise Error('Incorrect padding')
    return bytes(out)


# The remainders of four bits (IEEE 802.3's polynomial, reflected), as upper and lower halves: no number here grows past a small int.
_CRC_HIGH = (0x0000, 0x1db7, 0x3b6e, 0x26d9, 0x76dc, 0x6b6b, 0x4db2, 0x5005, 0xedb8, 0xf00f, 0xd6d6, 0xcb61, 0x9b64, 0x86d3, 0xa00a, 0xbdbd)
_CRC_LOW = (0x0000, 0x1064, 0x20c8, 0x30ac, 0x4190, 0x51f4, 0x6158, 0x713c, 0x8320, 0x9344, 0xa3e8, 0xb38c, 0xc2b0, 0xd2d4, 0xe278, 0xf21c)


def crc32(data, crc=0, /):
    data = _data(data)
    crc ^= 0xffffffff
    high = crc >> 16 & 0xffff
    low = crc & 0xffff
    for c in data:
        for c in (c, c >> 4):
            i = (low ^ c) & 15
            low = (low >> 4 | (high & 15) << 12) ^ _CRC_LOW[i]
            high = high >> 4 ^ _CRC_HIGH[i]
    return (high << 16 | low) ^ 0xffffffff


def crc_hqx(data, crc, /):
    # CCITT's polynomial, a byte a step
    for c in _data(data):
        c ^= crc >> 8 & 255
        c ^= c >> 4
        crc = (crc << 8 ^ c << 12 ^ c << 5 ^ c) & 0xffff
    return crc & 0xffff
