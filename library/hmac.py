# HMAC (RFC 2104), as CPython 3.11's hmac has it.
import hashlib


class HMAC:
    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError('key: expected bytes or bytearray, but got ' + repr(type(key).__name__))
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        self._inner = _made(digestmod, b'')
        self.digest_size = self._inner.digest_size
        self.block_size = self._inner.block_size
        if len(key) > self.block_size:
            key = _made(digestmod, key).digest()
        key = bytes(key) + bytes(self.block_size - len(key))
        self._outer = _made(digestmod, bytes([b ^ 0x5c for b in key]))
        self._inner.update(bytes([b ^ 0x36 for b in key]))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return 'hmac-' + self._inner.name

    def update(self, msg):
        self._inner.update(msg)

    def digest(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = HMAC.__new__(HMAC)
        other.digest_size = self.digest_size
        other.block_size = self.block_size
        other._inner = self._inner.copy()
        other._outer = self._outer.copy()
        return other


def _made(kind, data):
    if isinstance(kind, str):
        return hashlib.new(kind, data)
    return kind(data) if callable(kind) else kind.new(data)


def new(key, msg=None, digestmod=''):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    # takes as long wherever they differ
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError('comparing strings with non-ASCII characters is not supported')
        a = a.encode()
        b = b.encode()
    elif not isinstance(a, (bytes, bytearray)) or not isinstance(b, (bytes, bytearray)):
        raise TypeError('unsupported operand types(s) or combination of types: ' + repr(type(a).__name__) + ' and ' + repr(type(b).__name__))
    seen = len(a) ^ len(b)
    for i in range(len(b)):
        seen |= b[i] ^ (a[i] if i < len(a) else 0)
    return seen == 0
