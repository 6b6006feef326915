# what takes bytes takes arrays and views
from array import array


def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__)


view = memoryview(b'bc')
data = bytearray(b'a')
same = data
data += view
data += array('h', [1])
data[:1] = view
print(data, same is data)
print(b''.join([view, array('B', b'xy'), b'z']), b'-'.join(iter([view, b'q'])), b'<' + view, bytearray(b'<') + array('B', b'>'))
print(view in b'abcd', array('B', b'q') in b'abc', view not in bytearray(b'abc'))
print(str(view, 'utf-8'), int.from_bytes(view, 'little'), bytes(view), bytearray(view), list(bytearray(array('B', [7]))))
error(b''.join, [object()])
error(b''.join, [1])
error(lambda: object() in b'ab')
error(lambda: b'a' + [1])
# expect: bytearray(b'bcbc\x01\x00') True
# expect: b'bcxyz' b'bc-q' b'<bc' bytearray(b'<>')
# expect: True False False
# expect: bc 25442 b'bc' bytearray(b'bc') [7]
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
