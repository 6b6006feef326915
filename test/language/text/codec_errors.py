# What decoding and encoding say of what is wrong: in the text, in the arguments, in attributes.

def shown(e):
    print(e)
    print(e.args, e.encoding, e.object, e.start, e.end, e.reason)

for data, codec in (b'\xff', 'utf-8'), (b'ab\xc3', 'utf-8'), (b'\xe2\x82', 'utf-8'), (b'\xe2\x28', 'utf-8'), (b'a\x80', 'ascii'), (b'\xf0\x90(', 'utf-8'):
    try:
        data.decode(codec)
    except UnicodeDecodeError as e:
        shown(e)
for text, codec in ('é', 'ascii'), ('a\u20ac', 'latin-1'), ('xéé', 'ascii'):
    try:
        text.encode(codec)
    except UnicodeError as e:
        shown(e)

# What was read so far, and the rest of a character that is still to come.
data = b'caf\xc3'
try:
    data.decode()
except UnicodeDecodeError as e:
    print(data[:e.start].decode(), data[e.start:])

try:
    raise UnicodeDecodeError('mine', b'abc', 0, 2, 'no reason')
except ValueError as e:
    shown(e)
print(UnicodeError('plain'), UnicodeError(), UnicodeError(1, 2), repr(UnicodeEncodeError('u', 'é', 0, 1, 'why')))
str(b'\xff', 'utf-8')
# expect: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: ('utf-8', b'\xff', 0, 1, 'invalid start byte') utf-8 b'\xff' 0 1 invalid start byte
# expect: 'utf-8' codec can't decode byte 0xc3 in position 2: unexpected end of data
# expect: ('utf-8', b'ab\xc3', 2, 3, 'unexpected end of data') utf-8 b'ab\xc3' 2 3 unexpected end of data
# expect: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
# expect: ('utf-8', b'\xe2\x82', 0, 2, 'unexpected end of data') utf-8 b'\xe2\x82' 0 2 unexpected end of data
# expect: 'utf-8' codec can't decode byte 0xe2 in position 0: invalid continuation byte
# expect: ('utf-8', b'\xe2(', 0, 1, 'invalid continuation byte') utf-8 b'\xe2(' 0 1 invalid continuation byte
# expect: 'ascii' codec can't decode byte 0x80 in position 1: ordinal not in range(128)
# expect: ('ascii', b'a\x80', 1, 2, 'ordinal not in range(128)') ascii b'a\x80' 1 2 ordinal not in range(128)
# expect: 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte
# expect: ('utf-8', b'\xf0\x90(', 0, 2, 'invalid continuation byte') utf-8 b'\xf0\x90(' 0 2 invalid continuation byte
# expect: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: ('ascii', 'é', 0, 1, 'ordinal not in range(128)') ascii é 0 1 ordinal not in range(128)
# expect: 'latin-1' codec can't encode character '\u20ac' in position 1: ordinal not in range(256)
# expect: ('latin-1', 'a€', 1, 2, 'ordinal not in range(256)') latin-1 a€ 1 2 ordinal not in range(256)
# expect: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)
# expect: ('ascii', 'xéé', 1, 3, 'ordinal not in range(128)') ascii xéé 1 3 ordinal not in range(128)
# expect: caf b'\xc3'
# expect: 'mine' codec can't decode bytes in position 0-1: no reason
# expect: ('mine', b'abc', 0, 2, 'no reason') mine b'abc' 0 2 no reason
# expect: plain  (1, 2) UnicodeEncodeError('u', 'é', 0, 1, 'why')
# expect-error: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
