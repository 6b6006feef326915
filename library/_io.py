# The standard streams. Numbers of channels are those of files: 0 input, 1 output, 2 errors.


class TextIOWrapper:
    encoding = 'utf-8'
    errors = 'strict'
    newlines = None
    closed = False
    line_buffering = True

    def __init__(self, channel):
        self._channel = channel

    @property
    def buffer(self):
        return BufferedStream(self._channel)

    @property
    def name(self):
        return ('<stdin>', '<stdout>', '<stderr>')[self._channel]

    @property
    def mode(self):
        return 'w' if self._channel else 'r'

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding='utf-8'>"

    def fileno(self):
        return self._channel

    def isatty(self):
        return False

    def readable(self):
        return self._channel == 0

    def writable(self):
        return self._channel != 0

    def seekable(self):
        return False

    def flush(self):
        return None

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError('write() argument must be str, not ' + type(text).__name__)
        _check(self._channel, False)
        _write(self._channel, text)
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def read(self, size=-1):
        _check(self._channel, True)
        if size is None or size < 0:
            return _text(_read_bytes(-1))
        data = bytearray()
        for _ in range(size):
            first = _read(1)
            if not first:
                break
            data += first
            c = first[0]
            if c >= 0xC0:
                data += _read_bytes(1 if c < 0xE0 else 2 if c < 0xF0 else 3)
        return _text(data)

    def readline(self, size=-1):
        _check(self._channel, True)
        return _text(_read_line(size))

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None


class BufferedStream:
    # The same stream, in bytes.
    closed = False

    def __init__(self, channel):
        self._channel = channel

    @property
    def name(self):
        return ('<stdin>', '<stdout>', '<stderr>')[self._channel]

    def fileno(self):
        return self._channel

    def isatty(self):
        return False

    def readable(self):
        return self._channel == 0

    def writable(self):
        return self._channel != 0

    def seekable(self):
        return False

    def flush(self):
        return None

    def write(self, data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        _check(self._channel, False)
        data = bytes(data)
        _write(self._channel, data)
        return len(data)

    def read(self, size=-1):
        _check(self._channel, True)
        return bytes(_read_bytes(-1 if size is None else size))

    def readinto(self, buffer):
        _check(self._channel, True)
        data = _read_bytes(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1):
        _check(self._channel, True)
        return bytes(_read_line(size))

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


def _check(channel, expected):
    if (channel == 0) is not expected:
        raise OSError('not readable' if expected else 'not writable')


def _text(data):
    return data.decode().replace('\r\n', '\n')


def _read_bytes(size):
    # So many bytes, or all that come where it is negative; fewer at the end.
    data = bytearray()
    while size != 0:
        part = _read(64 if size < 0 or size > 64 else size)
        if not part:
            break
        data += part
        if size > 0:
            size -= len(part)
    return data


def _read_line(size):
    line = bytearray()
    while size != 0:
        byte = _read(1)
        line += byte
        if not byte or byte == b'\n':
            break
        size -= 1
    return line
