# binascii and base64
import base64
import binascii


def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


print(binascii.hexlify(b'\0\xffab'), binascii.hexlify(b'abcd', ':'), binascii.hexlify(b'abcde', '-', 2), binascii.unhexlify('00fF'))
error(binascii.unhexlify, '0')
error(binascii.unhexlify, '0g')
print(binascii.b2a_base64(b'\0\1\2'), binascii.b2a_base64(b'abcd', newline=False), binascii.a2b_base64(b'AAEC\n'), binascii.a2b_base64('!YW=Jj'))
error(binascii.a2b_base64, 'AAA')
error(binascii.a2b_base64, 'A')
print(binascii.crc32(b'hello'), binascii.crc32(b'lo', binascii.crc32(b'hel')), binascii.crc_hqx(b'123456789', 0xffff))
data = b'\xfb\xff\xfe?ab'
print(base64.b64encode(data), base64.urlsafe_b64encode(data), base64.b64decode('+//+P2Fi') == data, base64.urlsafe_b64decode('-__-P2Fi') == data)
print(base64.b32encode(b'hello!'), base64.b32decode('NBSWY3DPEE======'), base64.b32decode('nbswy3dp', True), base64.b16encode(b'\x01\xab'), base64.b16decode('01AB'))
error(base64.b64decode, 'AB!=')
error(lambda: base64.b64decode('AB!=', validate=True))
error(base64.b32decode, 'NBSWY3D1')
error(base64.b16decode, '01ab')
print(base64.encodebytes(b'abc' * 21), base64.decodebytes(b'YWJj\n'))
for what in 'a', 1, None, [1], 1.5:
    try:
        binascii.hexlify(what)
    except TypeError as e:
        print(e)
# expect: b'00ff6162' b'61:62:63:64' b'61-6263-6465' b'\x00\xff'
# expect: Error Odd-length string
# expect: Error Non-hexadecimal digit found
# expect: b'AAEC\n' b'YWJjZA==' b'\x00\x01\x02' b'abc'
# expect: Error Incorrect padding
# expect: Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect: 907060870 907060870 10673
# expect: b'+//+P2Fi' b'-__-P2Fi' True True
# expect: b'NBSWY3DPEE======' b'hello!' b'hello' b'01AB' b'\x01\xab'
# expect: Error Incorrect padding
# expect: Error Only base64 data is allowed
# expect: Error Non-base32 digit found
# expect: Error Non-base16 digit found
# expect: b'YWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJj\nYWJjYWJj\n' b'abc'
# expect: a bytes-like object is required, not 'str'
# expect: a bytes-like object is required, not 'int'
# expect: a bytes-like object is required, not 'NoneType'
# expect: a bytes-like object is required, not 'list'
# expect: a bytes-like object is required, not 'float'
