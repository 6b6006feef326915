# array as CPython 3.11 has it; the elements lie in a bytearray. Files (fromfile, tofile) are left out.
from _elements import bits_of
from _elements import load
from _elements import size_of


def _packed(code, v):
    # an element as bytes
    size = size_of(code)
    if code in 'fd':
        if not isinstance(v, (float, int)) and (isinstance(v, str) or _find(v, '__float__') is None and _find(v, '__index__') is None):
            raise TypeError('must be real number, not ' + type(v).__name__)
        return _to_bytes(bits_of(float(v), size), size, False, False)
    if code == 'u':
        if not isinstance(v, str) or len(v) != 1:
            raise TypeError('array item must be unicode character')
        return _to_bytes(ord(v), 4, False, False)
    v = _index(v)
    try:
        return _to_bytes(v, size, False, code in 'bhilq')
    except OverflowError:
        if code in 'qQ':
            raise
        raise OverflowError(_range(code, v < 0)) from None


def _range(code, low):
    # what CPython says of an element that does not fit
    if code in 'lI' and (code == 'l' or low) or code == 'L':
        return "can't convert negative value to unsigned int" if low and code != 'l' else 'Python int too large to convert to C ' + ('long' if code == 'l' else 'unsigned long')
    name = ('signed char', 'unsigned byte integer', 'signed short integer', 'unsigned short', 'signed integer', 'unsigned int')['bBhHiI'.find(code)]
    return name + (' is less than minimum' if low else ' is greater than maximum')


class array:
    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not ' + type(typecode).__name__)
        if typecode not in 'bBuhHiIlLqQfd':
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        self.typecode = typecode
        self.itemsize = size_of(typecode)
        self._data = bytearray()
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
            return
        if isinstance(initializer, str) and typecode != 'u':
            raise TypeError("cannot use a str to initialize an array with typecode '" + typecode + "'")
        for v in initializer:
            self.append(v)

    def _new(self, data):
        r = array(self.typecode)
        r._data = data
        return r

    def __buffer__(self):
        # what views and structures work on: the bytes, the elements' code, where they begin and how many bytes they are
        return self._data, self.typecode, 0, len(self._data)

    def __bytes__(self):
        return bytes(self._data)

    def tobytes(self):
        return bytes(self._data)

    def __len__(self):
        return len(self._data) // self.itemsize

    def _place(self, i, message):
        if not isinstance(i, int) and _find(i, '__index__') is None:
            raise TypeError('array indices must be integers')
        i = _index(i)
        n = len(self)
        if i < 0:
            i += n
        if i < 0 or i >= n:
            raise IndexError(message)
        return i * self.itemsize

    def _part(self, s):
        # (start, count, step) of a slice, in bytes
        start, count, step = _slice_span(s, len(self))
        return start * self.itemsize, count, step * self.itemsize

    def __getitem__(self, i):
        size = self.itemsize
        if not isinstance(i, slice):
            return load(self._data, self._place(i, 'array index out of range'), self.typecode, size, False)
        at, count, step = self._part(i)
        if step == size:
            return self._new(self._data[at:at + count * size])
        data = bytearray()
        while count:
            data += self._data[at:at + size]
            at += step
            count -= 1
        return self._new(data)

    def __setitem__(self, i, value):
        size = self.itemsize
        if not isinstance(i, slice):
            at = self._place(i, 'array assignment index out of range')
            self._data[at:at + size] = _packed(self.typecode, value)
            return
        if not isinstance(value, array):
            raise TypeError('can only assign array (not "' + type(value).__name__ + '") to array slice')
        self._same(value)
        at, count, step = self._part(i)
        data = bytes(value._data)
        if step == size:
            self._data[at:at + count * size] = data
            return
        if len(value) != count:
            raise ValueError(f'attempt to assign array of size {len(value)} to extended slice of size {count}')
        for i in range(0, len(data), size):
            self._data[at:at + size] = data[i:i + size]
            at += step

    def __delitem__(self, i):
        size = self.itemsize
        if not isinstance(i, slice):
            at = self._place(i, 'array assignment index out of range')
            del self._data[at:at + size]
            return
        at, count, step = self._part(i)
        if step < 0:
            at += (count - 1) * step
            step = -step
        if step == size:
            del self._data[at:at + count * size]
            return
        while count:
            del self._data[at:at + size]
            at += step - size
            count -= 1

    def _same(self, other):
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')

    def append(self, v, /):
        self._data += _packed(self.typecode, v)

    def extend(self, iterable, /):
        if isinstance(iterable, array):
            if iterable.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._data += bytes(iterable._data)
            return
        for v in iterable:
            self.append(v)

    def fromlist(self, list, /):
        if type(list) is not type([]):
            raise TypeError('arg must be list')
        self._data += array(self.typecode, list)._data

    def frombytes(self, buffer, /):
        if isinstance(buffer, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        buffer = bytes(buffer)
        if len(buffer) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        self._data += buffer

    def tolist(self):
        return [v for v in self]

    def fromunicode(self, s, /):
        self._unicode()
        self.extend(s)

    def tounicode(self):
        self._unicode()
        return ''.join(self.tolist())

    def _unicode(self):
        if self.typecode != 'u':
            raise ValueError('only arrays of type u have to do with unicode')

    def insert(self, i, v, /):
        n = len(self)
        if i < 0:
            i += n
        at = (0 if i < 0 else i if i < n else n) * self.itemsize
        self._data[at:at] = _packed(self.typecode, v)

    def pop(self, i=-1, /):
        if not self._data:
            raise IndexError('pop from empty array')
        at = self._place(i, 'pop index out of range')
        v = self[i]
        del self._data[at:at + self.itemsize]
        return v

    def index(self, v, start=0, stop=0x3FFFFFFF, /):
        n = len(self)
        if start < 0:
            start = start + n if start > -n else 0
        if stop < 0:
            stop += n
        for i in range(start, stop if stop < n else n):
            if self[i] == v:
                return i
        raise ValueError('array.index(x): x not in array')

    def remove(self, v, /):
        for i in range(len(self)):
            if self[i] == v:
                del self[i]
                return
        raise ValueError('array.remove(x): x not in array')

    def count(self, v, /):
        return self.tolist().count(v)

    def reverse(self):
        self._data = self[::-1]._data

    def byteswap(self):
        data = self._data[::-1]
        self._data = self._new(data)[::-1]._data

    def buffer_info(self):
        return id(self._data), len(self)

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only append array (not "' + type(other).__name__ + '") to array')
        self._same(other)
        return self._new(self._data + other._data)

    def __radd__(self, other):
        return other + bytes(self._data) if isinstance(other, (bytes, bytearray)) else NotImplemented

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only extend array with array (not "' + type(other).__name__ + '")')
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._new(self._data * n)

    def __rmul__(self, n):
        return self._new(self._data * n)

    def __imul__(self, n):
        self._data *= n
        return self

    def __eq__(self, other):
        if isinstance(other, array):
            return self.tolist() == other.tolist()
        return self._data == other if isinstance(other, bytearray) else NotImplemented

    def __lt__(self, other):
        return self.tolist() < other.tolist() if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self.tolist() <= other.tolist() if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self.tolist() > other.tolist() if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self.tolist() >= other.tolist() if isinstance(other, array) else NotImplemented

    def __copy__(self):
        return self[:]

    def __deepcopy__(self, memo, /):
        return self[:]

    def __repr__(self):
        if not self._data:
            return "array('" + self.typecode + "')"
        return "array('" + self.typecode + "', " + repr(self.tounicode() if self.typecode == 'u' else self.tolist()) + ')'


ArrayType = array
typecodes = 'bBuhHiIlLqQfd'
