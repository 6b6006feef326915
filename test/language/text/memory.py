# Text that has no room: MemoryError, and the program goes on.
# heap: 16K
# differs: CPython has the room
def t(f):
    try:
        return len(f())
    except MemoryError:
        return 'MemoryError'
    except Exception as e:
        return type(e).__name__
s = 'abc,' * 100
for f in [lambda: '%100000000d' % 1, lambda: '%1000000000d' % 1, lambda: format(1, '1000000000'), lambda: format(1.5, '.1000000f'), lambda: s * 1000, lambda: s.replace(',', s), lambda: s.split(','), lambda: s.join([s] * 50), lambda: s.center(100000), lambda: bytes(100000), lambda: bytearray(100000), lambda: (5).to_bytes(100000, 'big'), lambda: '{:>99999}{}'.format(1, 2), lambda: f'{s:>99999}', lambda: repr(s * 30), lambda: hex(1 << 100000), lambda: str(10 ** 5000), lambda: s.encode().hex(), lambda: (s.encode() * 20).hex(), lambda: s.upper(), lambda: bytearray(s, 'ascii').decode('latin-1'), lambda: int('9' * 3000).bit_length() and 'x']:
    print(t(f))
b = bytearray()
try:
    while True:
        b += b'0123456789abcdef'
except MemoryError:
    print('full', len(b) > 1000)
b = None
print('%s-%d' % (s[:3], 5), s.count('abc'))
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: 101
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: MemoryError
# expect: 5001
# expect: 800
# expect: MemoryError
# expect: 400
# expect: 400
# expect: 1
# expect: full True
# expect: abc-5 100
