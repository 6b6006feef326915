# struct as CPython 3.11 has it. '@' lays out as CPython does on 64-bit machines, whatever the chip's own C compiler would do.
from _elements import bits_of
from _elements import load
from _elements import size_of


class error(Exception):
    __module__ = 'struct'


def _layout(format):
    # (big end first, size, [(code, offset, size)]) of a format; s and p are one field, x none
    if isinstance(format, (bytes, bytearray)):
        format = format.decode()
    elif not isinstance(format, str):
        raise TypeError('Struct() argument 1 must be a str or bytes object, not ' + type(format).__name__)
    order = format[:1]
    native = order == '@' or order not in '=<>!'
    fields = []
    at = 0
    digits = ''
    for c in format[1:] if order in '@=<>!' else format:
        if c.isspace() and not digits:
            continue
        if c.isdigit():
            digits += c
            continue
        count = int(digits) if digits else 1
        digits = ''
        if c in 'sp':
            fields.append((c, at, count))
            at += count
            continue
        if c == 'x':
            at += count
            continue
        size = size_of(c) if c != 'u' else 0
        if native:
            if size:
                at += -at % size
        elif c in 'lL':
            size = 4
        elif c in 'nNP':
            size = 0
        if size == 0:
            raise error('bad char in struct format')
        while count:
            fields.append((c, at, size))
            at += size
            count -= 1
    if digits:
        raise error('repeat count given without format specifier')
    return order in '>!' and order != '', at, fields


def calcsize(format, /):
    return _layout(format)[1]


def pack(format, /, *v):
    return _pack(_layout(format), v)


def pack_into(format, buffer, /, *more):
    _pack_into(_layout(format), buffer, more)


def unpack(format, buffer, /):
    return _unpack(_layout(format), buffer)


def unpack_from(format, /, buffer, offset=0):
    return _unpack_from(_layout(format), buffer, offset)


def iter_unpack(format, buffer, /):
    return _iter_unpack(_layout(format), buffer)


class Struct:
    __module__ = '_struct'

    def __init__(self, format):
        self._layout = _layout(format)
        self.format = format if isinstance(format, str) else format.decode()
        self.size = self._layout[1]

    def pack(self, *v):
        return _pack(self._layout, v)

    def pack_into(self, buffer, /, *more):
        _pack_into(self._layout, buffer, more)

    def unpack(self, buffer, /):
        return _unpack(self._layout, buffer)

    def unpack_from(self, buffer, offset=0):
        return _unpack_from(self._layout, buffer, offset)

    def iter_unpack(self, buffer, /):
        return _iter_unpack(self._layout, buffer)


def _pack(layout, values):
    big, length, fields = layout
    if len(values) != len(fields):
        raise error(f'pack expected {len(fields)} items for packing (got {len(values)})')
    data = bytearray(length)
    i = 0
    for code, at, size in fields:
        data[at:at + size] = _packed(code, values[i], size, big)
        i += 1
    return bytes(data)


def _packed(code, v, size, big):
    if code in 'spc':
        if not isinstance(v, (bytes, bytearray)) or code == 'c' and len(v) != 1:
            raise error('char format requires a bytes object of length 1' if code == 'c' else "argument for '" + code + "' must be a bytes object")
        if code == 'p' and size:
            v = v[:size - 1 if size < 256 else 255]
            v = bytes((len(v),)) + v
        return v[:size] + bytes(size - len(v) if size > len(v) else 0)
    if code == '?':
        return b'\1' if v else b'\0'
    if code in 'efd':
        try:
            if isinstance(v, (str, bytes, bytearray)):
                raise TypeError
            v = float(v)
        except (TypeError, OverflowError):
            raise error('required argument is not a float') from None
        n = bits_of(v, size)
        if v - v == 0 and size < 8 and n == bits_of(1e999 if v > 0 else -1e999, size):
            raise OverflowError('float too large to pack with ' + code + ' format')
        return _to_bytes(n, size, big, False)
    if not isinstance(v, int) and (isinstance(v, float) or _find(v, '__index__') is None):
        raise error('required argument is not an integer')
    v = _index(v)
    signed = code in 'bhilqn'
    try:
        return _to_bytes(v, size, big, signed)
    except OverflowError:
        raise error(_range(code, size, signed, big, v)) from None


def _range(code, size, signed, big, v):
    if size == 8:
        return 'int too large to convert' if big else 'argument out of range'
    if v < 0 and not signed and (size == 4 or size == 2 and big):
        return 'argument out of range'
    top = 1 << 8 * size - signed
    name = 'byte' if code == 'b' else 'ubyte' if code == 'B' else 'short' if code == 'h' and not big else 'ushort' if code == 'H' and not big else "'" + code + "'"
    return f'{name} format requires {-top if signed else 0} <= number <= {top - 1}'


def _bytes(buffer):
    # the bytes of anything that has some
    if isinstance(buffer, (bytes, bytearray)):
        return buffer
    if isinstance(buffer, (int, str)) or _find(buffer, '__bytes__') is None:
        raise TypeError("a bytes-like object is required, not '" + type(buffer).__name__ + "'")
    return bytes(buffer)


def _offset(offset, room, length, what):
    # an offset that is in a buffer, counted from its beginning
    if offset < 0:
        if offset + length > 0:
            raise error(f'{"no space to pack" if what else "not enough data to unpack"} {length} bytes at offset {offset}')
        if offset + room < 0:
            raise error(f'offset {offset} out of range for {room}-byte buffer')
        offset += room
    if room - offset < length:
        if what:
            what = f'pack_into requires a buffer of at least {offset + length} bytes for packing'
        else:
            what = f'unpack_from requires a buffer of at least {offset + length} bytes for unpacking'
        raise error(f'{what} {length} bytes at offset {offset} (actual buffer size is {room})')
    return offset


def _pack_into(layout, buffer, more):
    if not more:
        raise error('pack_into expected offset argument')
    begin = 0
    data = buffer
    if not isinstance(buffer, bytearray):
        m = _find(buffer, '__buffer__')
        if m is not None:
            data, _, begin, room = m(buffer)
        if not isinstance(data, bytearray):
            raise TypeError('argument must be read-write bytes-like object, not ' + type(buffer).__name__)
    else:
        room = len(buffer)
    length = layout[1]
    at = begin + _offset(_index(more[0]), room, length, True)
    data[at:at + length] = _pack(layout, more[1:])


def _unpack(layout, buffer):
    data = _bytes(buffer)
    if len(data) != layout[1]:
        raise error(f'unpack requires a buffer of {layout[1]} bytes')
    return _fields(layout, data, 0)


def _unpack_from(layout, buffer, offset):
    data = _bytes(buffer)
    return _fields(layout, data, _offset(offset, len(data), layout[1], False))


def _fields(layout, data, start):
    big, _, fields = layout
    values = []
    for code, at, size in fields:
        at += start
        if code == 's':
            values.append(bytes(data[at:at + size]))
        elif code == 'p':
            values.append(bytes(data[at + 1:at + size][:data[at]]) if size else b'')
        else:
            values.append(load(data, at, code, size, big))
    return tuple(values)


def _iter_unpack(layout, buffer):
    data = _bytes(buffer)
    length = layout[1]
    if length == 0:
        raise error('cannot iteratively unpack with a struct of length 0')
    if len(data) % length:
        raise error(f'iterative unpacking requires a buffer of a multiple of {length} bytes')
    return _each(layout, data)


def _each(layout, data):
    for at in range(0, len(data), layout[1]):
        yield _fields(layout, data, at)
