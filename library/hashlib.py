# hashlib: SHA-256 and SHA-1 (FIPS 180-4) and MD5 (RFC 1321).


class _Hash:
    block_size = 64

    def __init__(self, string=b'', *, usedforsecurity=True):
        self._state = self._start
        self._rest = b''
        self._length = 0
        self.update(string)

    def update(self, obj, /):
        if isinstance(obj, (bytes, bytearray)):
            data = self._rest + obj
        elif isinstance(obj, str):
            raise TypeError('Strings must be encoded before hashing')
        elif _find(obj, '__bytes__') is None:
            raise TypeError('object supporting the buffer API required')
        else:
            data = self._rest + bytes(obj)
        self._length += len(data) - len(self._rest)
        at = 0
        while at + 64 <= len(data):
            self._state = self._mixed(self._state, data[at:at + 64])
            at += 64
        self._rest = bytes(data[at:])

    def digest(self):
        other = self.copy()
        rest = self._rest
        other.update(b'\x80' + bytes((55 - len(rest)) % 64) + _to_bytes(8 * self._length, 8, self._big, False))
        return b''.join([_to_bytes(word, 4, self._big, False) for word in other._state])

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = type(self)()
        other._state = self._state
        other._rest = self._rest
        other._length = self._length
        return other

    def __repr__(self):
        return f'<{self.name} _hashlib.HASH object @ {hex(id(self))}>'


def _words(data, big):
    return [_from_bytes(data[i:i + 4], big, False) for i in range(0, 64, 4)]


def _sums(state, more):
    return [state[i] + more[i] & 0xffffffff for i in range(len(more))]


class sha256(_Hash):
    name = 'sha256'
    digest_size = 32
    _big = True
    # the fractions of the square roots of the first 8 primes
    _start = (0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19)

    def _mixed(self, state, block):
        w = _words(block, True)
        a, b, c, d, e, f, g, h = state
        for i in range(64):
            if i < 16:
                x = w[i]
            else:
                # a word twice over, shifted, is the word rotated
                x = w[i + 1 & 15] * 0x100000001
                y = w[i + 14 & 15] * 0x100000001
                x = w[i & 15] + ((x >> 7 ^ x >> 18) & 0xffffffff ^ w[i + 1 & 15] >> 3) + w[i + 9 & 15] + ((y >> 17 ^ y >> 19) & 0xffffffff ^ w[i + 14 & 15] >> 10) & 0xffffffff
                w[i & 15] = x
            y = e * 0x100000001
            x += h + ((y >> 6 ^ y >> 11 ^ y >> 25) & 0xffffffff) + (g ^ e & (f ^ g)) + _from_bytes(_SHA256[4 * i:4 * i + 4], True, False)
            y = a * 0x100000001
            h = g
            g = f
            f = e
            e = d + x & 0xffffffff
            x += ((y >> 2 ^ y >> 13 ^ y >> 22) & 0xffffffff) + (a & b | c & (a | b))
            d = c
            c = b
            b = a
            a = x & 0xffffffff
        return _sums(state, (a, b, c, d, e, f, g, h))


# the fractions of the cube roots of the first 64 primes
_SHA256 = (b'\x42\x8a\x2f\x98\x71\x37\x44\x91\xb5\xc0\xfb\xcf\xe9\xb5\xdb\xa5\x39\x56\xc2\x5b\x59\xf1\x11\xf1\x92\x3f\x82\xa4\xab\x1c\x5e\xd5'
           b'\xd8\x07\xaa\x98\x12\x83\x5b\x01\x24\x31\x85\xbe\x55\x0c\x7d\xc3\x72\xbe\x5d\x74\x80\xde\xb1\xfe\x9b\xdc\x06\xa7\xc1\x9b\xf1\x74'
           b'\xe4\x9b\x69\xc1\xef\xbe\x47\x86\x0f\xc1\x9d\xc6\x24\x0c\xa1\xcc\x2d\xe9\x2c\x6f\x4a\x74\x84\xaa\x5c\xb0\xa9\xdc\x76\xf9\x88\xda'
           b'\x98\x3e\x51\x52\xa8\x31\xc6\x6d\xb0\x03\x27\xc8\xbf\x59\x7f\xc7\xc6\xe0\x0b\xf3\xd5\xa7\x91\x47\x06\xca\x63\x51\x14\x29\x29\x67'
           b'\x27\xb7\x0a\x85\x2e\x1b\x21\x38\x4d\x2c\x6d\xfc\x53\x38\x0d\x13\x65\x0a\x73\x54\x76\x6a\x0a\xbb\x81\xc2\xc9\x2e\x92\x72\x2c\x85'
           b'\xa2\xbf\xe8\xa1\xa8\x1a\x66\x4b\xc2\x4b\x8b\x70\xc7\x6c\x51\xa3\xd1\x92\xe8\x19\xd6\x99\x06\x24\xf4\x0e\x35\x85\x10\x6a\xa0\x70'
           b'\x19\xa4\xc1\x16\x1e\x37\x6c\x08\x27\x48\x77\x4c\x34\xb0\xbc\xb5\x39\x1c\x0c\xb3\x4e\xd8\xaa\x4a\x5b\x9c\xca\x4f\x68\x2e\x6f\xf3'
           b'\x74\x8f\x82\xee\x78\xa5\x63\x6f\x84\xc8\x78\x14\x8c\xc7\x02\x08\x90\xbe\xff\xfa\xa4\x50\x6c\xeb\xbe\xf9\xa3\xf7\xc6\x71\x78\xf2')


class sha1(_Hash):
    name = 'sha1'
    digest_size = 20
    _big = True
    _start = (0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)

    def _mixed(self, state, block):
        w = _words(block, True)
        a, b, c, d, e = state
        for i in range(80):
            if i < 16:
                x = w[i]
            else:
                x = (w[i - 3 & 15] ^ w[i - 8 & 15] ^ w[i - 14 & 15] ^ w[i & 15]) * 0x100000001 >> 31 & 0xffffffff
                w[i & 15] = x
            if i < 20:
                x += (d ^ b & (c ^ d)) + 0x5a827999
            elif i < 40:
                x += (b ^ c ^ d) + 0x6ed9eba1
            elif i < 60:
                x += (b & c | d & (b | c)) + 0x8f1bbcdc
            else:
                x += (b ^ c ^ d) + 0xca62c1d6
            x += e + (a * 0x100000001 >> 27 & 0xffffffff)
            e = d
            d = c
            c = b * 0x100000001 >> 2 & 0xffffffff
            b = a
            a = x & 0xffffffff
        return _sums(state, (a, b, c, d, e))


class md5(_Hash):
    name = 'md5'
    digest_size = 16
    _big = False
    _start = (0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476)

    def _mixed(self, state, block):
        w = _words(block, False)
        a, b, c, d = state
        for i in range(64):
            k = i >> 4
            if k == 0:
                x = (d ^ b & (c ^ d)) + w[i]
            elif k == 1:
                x = (c ^ d & (b ^ c)) + w[5 * i + 1 & 15]
            elif k == 2:
                x = (b ^ c ^ d) + w[3 * i + 5 & 15]
            else:
                x = (c ^ (b | d ^ 0xffffffff)) + w[7 * i & 15]
            x = (x + a + _from_bytes(_MD5[4 * i:4 * i + 4], True, False) & 0xffffffff) * 0x100000001
            a = d
            d = c
            c = b
            b = b + (x >> 32 - b'\7\x0c\x11\x16\5\x09\x0e\x14\4\x0b\x10\x17\6\x0a\x0f\x15'[4 * k + (i & 3)] & 0xffffffff) & 0xffffffff
        return _sums(state, (a, b, c, d))


# the sines of 1 to 64
_MD5 = (b'\xd7\x6a\xa4\x78\xe8\xc7\xb7\x56\x24\x20\x70\xdb\xc1\xbd\xce\xee\xf5\x7c\x0f\xaf\x47\x87\xc6\x2a\xa8\x30\x46\x13\xfd\x46\x95\x01'
        b'\x69\x80\x98\xd8\x8b\x44\xf7\xaf\xff\xff\x5b\xb1\x89\x5c\xd7\xbe\x6b\x90\x11\x22\xfd\x98\x71\x93\xa6\x79\x43\x8e\x49\xb4\x08\x21'
        b'\xf6\x1e\x25\x62\xc0\x40\xb3\x40\x26\x5e\x5a\x51\xe9\xb6\xc7\xaa\xd6\x2f\x10\x5d\x02\x44\x14\x53\xd8\xa1\xe6\x81\xe7\xd3\xfb\xc8'
        b'\x21\xe1\xcd\xe6\xc3\x37\x07\xd6\xf4\xd5\x0d\x87\x45\x5a\x14\xed\xa9\xe3\xe9\x05\xfc\xef\xa3\xf8\x67\x6f\x02\xd9\x8d\x2a\x4c\x8a'
        b'\xff\xfa\x39\x42\x87\x71\xf6\x81\x6d\x9d\x61\x22\xfd\xe5\x38\x0c\xa4\xbe\xea\x44\x4b\xde\xcf\xa9\xf6\xbb\x4b\x60\xbe\xbf\xbc\x70'
        b'\x28\x9b\x7e\xc6\xea\xa1\x27\xfa\xd4\xef\x30\x85\x04\x88\x1d\x05\xd9\xd4\xd0\x39\xe6\xdb\x99\xe5\x1f\xa2\x7c\xf8\xc4\xac\x56\x65'
        b'\xf4\x29\x22\x44\x43\x2a\xff\x97\xab\x94\x23\xa7\xfc\x93\xa0\x39\x65\x5b\x59\xc3\x8f\x0c\xcc\x92\xff\xef\xf4\x7d\x85\x84\x5d\xd1'
        b'\x6f\xa8\x7e\x4f\xfe\x2c\xe6\xe0\xa3\x01\x43\x14\x4e\x08\x11\xa1\xf7\x53\x7e\x82\xbd\x3a\xf2\x35\x2a\xd7\xd2\xbb\xeb\x86\xd3\x91')


def new(name, data=b'', **keywords):
    name = name.lower()
    if name == 'sha256':
        return sha256(data)
    if name == 'sha1':
        return sha1(data)
    if name == 'md5':
        return md5(data)
    raise ValueError('unsupported hash type ' + name)


algorithms_guaranteed = {'md5', 'sha1', 'sha256'}
algorithms_available = {'md5', 'sha1', 'sha256'}
