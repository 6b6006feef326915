# array: methods, operators, comparison, bytes
from array import array


def error(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


a = array('i', [1, 2])
a.append(3)
a.extend([4, 5])
a.extend(array('i', [6]))
a.insert(1, 9)
print(a, a.pop(), a.pop(0), a.index(3), a.count(9))
a.remove(9)
a.reverse()
print(a, a + array('i', [0]), a * 2, 2 * array('b', [1]))
a += array('i', [7])
a.fromlist([8])
a.frombytes(b'\1\0\0\0')
print(a, array('h', [1, 258]).tobytes(), bytes(array('h', [1])), bytearray(array('H', [513])), b'x' + array('B', [65]))
a = array('h', [1, 2])
a.byteswap()
print(a, array('b', [1, 2]) == array('d', [1, 2]), array('b', [1]) == [1], array('b', [1, 2]) < array('b', [1, 3]), array('B', b'ab') != array('B', b'ab'))
error(a.pop, 9)
error(array('i').pop)
error(a.index, 5)
error(a.remove, 5)
error(lambda: a + [1])
error(a.extend, array('i', [1]))
error(a.frombytes, b'a')
error(a.frombytes, 'a')
print(bool(array('i')), bool(a), int.from_bytes(array('B', b'\1\2'), 'big'))
# expect: array('i', [9, 2, 3, 4, 5]) 6 1 2 1
# expect: array('i', [5, 4, 3, 2]) array('i', [5, 4, 3, 2, 0]) array('i', [5, 4, 3, 2, 5, 4, 3, 2]) array('b', [1, 1])
# expect: array('i', [5, 4, 3, 2, 7, 8, 1]) b'\x01\x00\x02\x01' b'\x01\x00' bytearray(b'\x01\x02') b'xA'
# expect: array('h', [256, 512]) True False True False
# expect: IndexError pop index out of range
# expect: IndexError pop from empty array
# expect: ValueError array.index(x): x not in array
# expect: ValueError array.remove(x): x not in array
# expect: TypeError can only append array (not "list") to array
# expect: TypeError can only extend with array of same kind
# expect: ValueError bytes length not a multiple of item size
# expect: TypeError a bytes-like object is required, not 'str'
# expect: False True 258
