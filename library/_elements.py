# Numbers as the bytes of arrays, views and structures, and back. A code is a letter of the struct module; sizes are those of CPython on 64-bit machines.

def size_of(code):
    # 0: no code
    i = 'bB?chHeiIufFlLqQnNPd'.find(code)
    return b'\1\1\1\1\2\2\2\4\4\4\4\0\x08\x08\x08\x08\x08\x08\x08\x08'[i] if i >= 0 and len(code) == 1 else 0

def load(data, at, code, size, big):
    part = data[at:at + size]
    if code in 'bhilqn':
        return _from_bytes(part, big, True)
    n = _from_bytes(part, big, False)
    if code in 'efd':
        return float_of(n, size)
    if code == '?':
        return n != 0
    if code == 'u':
        return chr(n)
    return bytes(part) if code == 'c' else n

def float_of(n, size):
    # the float in an IEEE 754 number of 2, 4 or 8 bytes
    bits = 10 if size == 2 else 23 if size == 4 else 52
    top = (1 << 8 * size - 1 - bits) - 1
    e = n >> bits & top
    x = n & (1 << bits) - 1
    if e == top:
        x = float('nan') if x else 1e999
    else:
        if e:
            x |= 1 << bits
            e -= 1
        x = x * 2.0 ** (e + 1 - bits - (top >> 1))
    return -x if n >> 8 * size - 1 else x

def bits_of(x, size):
    # the float's number in 2, 4 or 8 bytes, rounded half to even; infinity where it is too large
    n = _float_bits(x)
    if size == 8:
        return n & 0xffffffffffffffff
    bits = 10 if size == 2 else 23
    bias = (1 << 8 * size - 2 - bits) - 1
    infinity = (bias + bias + 1) << bits
    e = n >> 52 & 0x7ff
    m = n & 0xfffffffffffff
    if e == 0x7ff:
        m = infinity | (1 << bits - 1 if m else 0)
    else:
        if e:
            m |= 0x10000000000000
        e -= 1023 - bias
        cut = 52 - bits
        if e < 1:
            cut += 1 - e
            e = 1
        # half to even: a carry goes on into the exponent
        m = (m + (1 << cut - 1) - 1 + (m >> cut & 1) >> cut) + (e - 1 << bits)
        if m > infinity:
            m = infinity
    return m | 1 << 8 * size - 1 if n < 0 else m
