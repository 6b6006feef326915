# The builtin memoryview, over bytes, bytearrays, arrays and whatever else has a __buffer__(); of one dimension.
from _elements import bits_of, load, size_of


class memoryview:
    __module__ = 'builtins'
    ndim = 1
    suboffsets = ()

    def __init__(self, object):
        self._obj = object
        self._step = 1
        self._format = 'B'
        self._start = 0
        self._readonly = isinstance(object, bytes)
        self._data = object
        if isinstance(object, (bytes, bytearray)):
            self._count = len(object)
        elif isinstance(object, memoryview):
            self._copy(object)
        else:
            m = _find(object, '__buffer__')
            if m is None:
                raise TypeError("memoryview: a bytes-like object is required, not '" + type(object).__name__ + "'")
            self._data, self._format, self._start, room = m(object)
            self._step = size_of(self._format)
            self._count = room // self._step
            self._readonly = isinstance(self._data, bytes)

    def _copy(self, other):
        self._data = other._live()
        self._obj = other._obj
        self._step = other._step
        self._start = other._start
        self._count = other._count
        self._format = other._format
        self._readonly = other._readonly

    def _live(self):
        if self._data is None:
            raise ValueError('operation forbidden on released memoryview object')
        return self._data

    def __buffer__(self):
        if not self.contiguous:
            raise BufferError('memoryview: underlying buffer is not C-contiguous')
        if self._readonly:
            return self.tobytes(), self._format, 0, self.nbytes
        return self._data, self._format, self._start, self.nbytes

    @property
    def obj(self):
        self._live()
        return self._obj

    @property
    def format(self):
        self._live()
        return self._format

    @property
    def itemsize(self):
        self._live()
        return size_of(self._format)

    @property
    def nbytes(self):
        self._live()
        return self._count * size_of(self._format)

    @property
    def readonly(self):
        self._live()
        return self._readonly

    @property
    def shape(self):
        self._live()
        return (self._count,)

    @property
    def strides(self):
        self._live()
        return (self._step,)

    @property
    def contiguous(self):
        self._live()
        return self._step == size_of(self._format) or self._count < 2

    c_contiguous = contiguous
    f_contiguous = contiguous

    def __len__(self):
        self._live()
        return self._count

    def _place(self, i):
        if isinstance(i, tuple):
            raise TypeError(f'cannot index 1-dimension view with {len(i)}-element tuple')
        if not isinstance(i, int) and _find(i, '__index__') is None:
            raise TypeError('memoryview: invalid slice key')
        i = _index(i)
        if i < 0:
            i += self._count
        if i < 0 or i >= self._count:
            raise IndexError('index out of bounds on dimension 1')
        return self._start + i * self._step

    def _slice(self, s):
        view = memoryview(self)
        start, view._count, step = _slice_span(s, self._count)
        view._start += start * self._step
        view._step *= step
        return view

    def __getitem__(self, i):
        data = self._live()
        if isinstance(i, slice):
            return self._slice(i)
        return load(data, self._place(i), self._format, size_of(self._format), False)

    def __setitem__(self, i, value):
        data = self._live()
        if self._readonly:
            raise TypeError('cannot modify read-only memory')
        size = size_of(self._format)
        if not isinstance(i, slice):
            at = self._place(i)
            data[at:at + size] = self._packed(value, size)
            return
        view = self._slice(i)
        if not isinstance(value, (bytes, bytearray, memoryview)) and _find(value, '__buffer__') is None:
            raise TypeError("a bytes-like object is required, not '" + type(value).__name__ + "'")
        value = memoryview(value)
        if value._format != self._format or value._count != view._count:
            raise ValueError('memoryview assignment: lvalue and rvalue have different structures')
        value = value.tobytes()
        at = view._start
        if view.contiguous:
            data[at:at + len(value)] = value
            return
        for i in range(0, len(value), size):
            data[at:at + size] = value[i:i + size]
            at += view._step

    def __delitem__(self, i):
        raise TypeError('cannot delete memory')

    def _packed(self, value, size):
        code = self._format
        try:
            if code in 'efd':
                if not isinstance(value, (bool, str, bytes, bytearray)):
                    return _to_bytes(bits_of(float(value), size), size, False, False)
            elif code == 'c':
                if isinstance(value, bytes):
                    if len(value) == 1:
                        return value
                    raise OverflowError
            elif code == '?':
                return b'\1' if value else b'\0'
            elif isinstance(value, int) or _find(value, '__index__') is not None and not isinstance(value, float):
                return _to_bytes(_index(value), size, False, code in 'bhilqn')
        except OverflowError:
            raise ValueError("memoryview: invalid value for format '" + code + "'") from None
        except TypeError:
            pass
        raise TypeError("memoryview: invalid type for format '" + code + "'")

    def tobytes(self, order='C'):
        data = self._live()
        at = self._start
        size = size_of(self._format)
        if self.contiguous:
            return bytes(data[at:at + self._count * size])
        parts = bytearray()
        for i in range(self._count):
            parts += data[at:at + size]
            at += self._step
        return bytes(parts)

    def __bytes__(self):
        return self.tobytes()

    def __int__(self):
        return int(self.tobytes())

    def __radd__(self, other):
        return other + self.tobytes() if isinstance(other, (bytes, bytearray)) else NotImplemented

    def tolist(self):
        return [v for v in self]

    def hex(self, *groups):
        return self.tobytes().hex(*groups)

    def toreadonly(self):
        view = memoryview(self)
        view._readonly = True
        return view

    def cast(self, format, shape=None):
        if not self.contiguous:
            raise TypeError('memoryview: casts are restricted to C-contiguous views')
        code = format[1:] if format[:1] == '@' else format
        size = size_of(code)
        if size == 0 or code in 'ue':
            raise ValueError("memoryview: destination format must be a native single character format prefixed with an optional '@'")
        if code not in 'Bbc' and self._format not in 'Bbc':
            raise TypeError('memoryview: cannot cast between two non-byte formats')
        room = self.nbytes
        if room % size:
            raise TypeError('memoryview: length is not a multiple of itemsize')
        if shape is not None and tuple(shape) != (room // size,):
            raise NotImplementedError('memoryview: views of nanopy have one dimension')
        view = memoryview(self)
        view._format = code
        view._step = size
        view._count = room // size
        return view

    def release(self):
        self._data = None

    def __enter__(self):
        self._live()
        return self

    def __exit__(self, kind, value, traceback):
        self._data = None

    def __eq__(self, other):
        if self._data is None:
            return self is other
        if not isinstance(other, (bytes, bytearray, memoryview)) and _find(other, '__buffer__') is None:
            return NotImplemented
        other = memoryview(other)
        if other._format == self._format and self._format in 'BbchHiIlLqQ':
            return self.tobytes() == other.tobytes()
        return self.tolist() == other.tolist()

    def __hash__(self):
        self._live()
        if not self._readonly:
            raise ValueError('cannot hash writable memoryview object')
        if self._format not in 'Bbc':
            raise ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
        return hash(self.tobytes())

    def __repr__(self):
        return f'<{"released memory" if self._data is None else "memory"} at {hex(id(self))}>'
