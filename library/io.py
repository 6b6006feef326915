# Streams in memory, and what classes of streams derive from. There are no files.
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    raise FileNotFoundError(2, 'No such file or directory', file)


def _size(size, left):
    # How much read(size) may take where so much is left.
    return left if size is None or size < 0 or size > left else size


class IOBase:
    _is_closed = False
    # readlines(hint) ends behind that much, or already (1) where it is reached.
    _early = 0

    @property
    def closed(self):
        return self._is_closed

    def close(self):
        if not self._is_closed:
            try:
                self.flush()
            finally:
                self._is_closed = True

    def flush(self):
        self._check_open()

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def _refuse(self, name):
        raise UnsupportedOperation(name)

    def seek(self, offset, whence=0):
        self._refuse('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None):
        self._refuse('truncate')

    def fileno(self):
        self._refuse('fileno')

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        self._check_open()
        return False

    def writable(self):
        self._check_open()
        return False

    def seekable(self):
        self._check_open()
        return False

    def readline(self, size=-1):
        # A class that has only read() reads byte by byte.
        line = bytearray()
        while size is None or size < 0 or len(line) < size:
            byte = self.read(1)
            if not byte:
                break
            line += byte
            if byte == b'\n':
                break
        return bytes(line)

    def readlines(self, hint=None):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint < total + self._early:
                break
        return lines

    def writelines(self, lines):
        self._check_open()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, kind, value, traceback):
        self.close()


class RawIOBase(IOBase):
    def read(self, size=-1):
        if size is None or size < 0:
            return self.readall()
        data = bytearray(size)
        n = self.readinto(data)
        return None if n is None else bytes(data[:n])

    def readall(self):
        data = bytearray()
        while True:
            piece = self.read(256)
            if not piece:
                return bytes(data) if data or piece is not None else None
            data += piece

    def readinto(self, buffer):
        self._refuse('readinto')

    def write(self, data):
        self._refuse('write')


class BufferedIOBase(IOBase):
    def read(self, size=-1):
        self._refuse('read')

    def read1(self, size=-1):
        return self.read(size)

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readinto1(self, buffer):
        return self.readinto(buffer)

    def write(self, data):
        self._refuse('write')

    def detach(self):
        self._refuse('detach')


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1):
        self._refuse('read')

    def readline(self, size=-1):
        self._refuse('readline')

    def write(self, text):
        self._refuse('write')

    def detach(self):
        self._refuse('detach')


class BytesIO(BufferedIOBase):
    _early = 1

    def __init__(self, initial_bytes=b''):
        self._data = bytearray(b'' if initial_bytes is None else initial_bytes)
        self._at = 0

    def readable(self):
        self._check_open()
        return True

    def writable(self):
        return self.readable()

    def seekable(self):
        return self.readable()

    def getvalue(self):
        self._check_open()
        return bytes(self._data)

    def getbuffer(self):
        self._check_open()
        return memoryview(self._data)

    def _take(self, n):
        at = self._at
        self._at = at + n
        return bytes(self._data[at:at + n])

    def read(self, size=-1):
        self._check_open()
        return self._take(_size(size, max(len(self._data) - self._at, 0)))

    def readline(self, size=-1):
        self._check_open()
        end = self._data.find(b'\n', self._at)
        end = len(self._data) if end < 0 else end + 1
        return self._take(_size(size, max(end - self._at, 0)))

    def write(self, data):
        self._check_open()
        if isinstance(data, (str, int)):
            raise TypeError("a bytes-like object is required, not '" + type(data).__name__ + "'")
        data = bytes(data)
        n = len(data)
        if n:
            at = self._at
            missing = at - len(self._data)
            if missing > 0:
                self._data += bytes(missing)
            self._data[at:at + n] = data
            self._at = at + n
        return n

    def seek(self, offset, whence=0):
        self._check_open()
        if whence == 0:
            if offset < 0:
                raise ValueError('negative seek value ' + str(offset))
        elif whence == 1:
            offset += self._at
        elif whence == 2:
            offset += len(self._data)
        else:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        self._at = max(offset, 0)
        return self._at

    def tell(self):
        self._check_open()
        return self._at

    def truncate(self, size=None):
        self._check_open()
        if size is None:
            size = self._at
        elif size < 0:
            raise ValueError('negative size value ' + str(size))
        del self._data[size:]
        return size

    def close(self):
        self._data = bytearray()
        self._is_closed = True


class StringIO(TextIOBase):
    # What is written at the end is put together when it is read.

    def __init__(self, initial_value='', newline='\n'):
        if newline is not None and newline not in ('', '\n', '\r', '\r\n'):
            raise ValueError('illegal newline value: ' + repr(newline))
        self._newline = newline
        self._text = ''
        self._parts = []
        self._size = 0
        self._at = 0
        if initial_value is not None:
            if not isinstance(initial_value, str):
                raise TypeError('initial_value must be str or None, not ' + type(initial_value).__name__)
            self.write(initial_value)
            self._at = 0

    line_buffering = False

    def _check_open(self):
        if self._is_closed:
            raise ValueError('I/O operation on closed file')

    def readable(self):
        self._check_open()
        return True

    def writable(self):
        return self.readable()

    def seekable(self):
        return self.readable()

    def getvalue(self):
        self._check_open()
        if self._parts:
            self._text += ''.join(self._parts)
            self._parts.clear()
        return self._text

    def _take(self, n):
        at = self._at
        self._at = at + n
        return self._text[at:at + n]

    def read(self, size=-1):
        self.getvalue()
        return self._take(_size(size, max(self._size - self._at, 0)))

    def readline(self, size=-1):
        text = self.getvalue()
        mark = self._newline or '\n'
        end = text.find(mark, self._at)
        end = self._size if end < 0 else end + len(mark)
        if self._newline == '':
            other = text.find('\r', self._at, end)
            if other >= 0:
                end = other + (2 if text[other + 1:other + 2] == '\n' else 1)
        return self._take(_size(size, max(end - self._at, 0)))

    def write(self, text):
        self._check_open()
        if not isinstance(text, str):
            raise TypeError("string argument expected, got '" + type(text).__name__ + "'")
        n = len(text)
        if self._newline is None:
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        elif self._newline[:1] == '\r':
            text = text.replace('\n', self._newline)
        if text:
            at = self._at
            if at > self._size:
                self._parts.append('\0' * (at - self._size))
                self._size = at
            self._at = end = at + len(text)
            if at == self._size:
                self._parts.append(text)
            else:
                old = self.getvalue()
                self._text = old[:at] + text + old[end:]
            self._size = max(self._size, end)
        return n

    def seek(self, offset, whence=0):
        self._check_open()
        if whence == 0:
            if offset < 0:
                raise ValueError('Negative seek position ' + str(offset))
        elif whence == 1 or whence == 2:
            if offset:
                raise OSError("Can't do nonzero cur-relative seeks")
            offset = self._at if whence == 1 else self._size
        else:
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        self._at = offset
        return offset

    def tell(self):
        self._check_open()
        return self._at

    def truncate(self, size=None):
        text = self.getvalue()
        if size is None:
            size = self._at
        elif size < 0:
            raise ValueError('Negative size value ' + str(size))
        if size < self._size:
            self._text = text[:size]
            self._size = size
        return size

    def close(self):
        self._text = ''
        self._parts = []
        self._is_closed = True
