from calls import product


def changed(f):
    def g(data, *args):
        a = bytearray(data)
        r = f(a, *args)
        return r, a
    return g


def put(a, i, v):
    a[i] = v


def cut(a, i):
    del a[i]


def add(a, v):
    a += v
    return a


def times(a, n):
    a *= n
    return a


data = (b'', b'a', b'abcdef')
product('append', changed(lambda a, v: a.append(v)), data, (0, 255, 256, -1, 'a', None, b'a', True))
product('extend', changed(lambda a, v: a.extend(v)), data, (b'xy', bytearray(b'z'), [1, 2], (3,), range(2), 'a', [256], ['a'], 1, None))
product('insert', changed(lambda a, i, v: a.insert(i, v)), data, (0, 1, -1, 9, -9, None), (65, 256, 'a'))
product('remove', changed(lambda a, v: a.remove(v)), data, (97, 1, 256, 'a', None))
product('pop', changed(lambda a, *i: a.pop(*i)), data)
product('pop', changed(lambda a, *i: a.pop(*i)), data, (0, -1, 2, 9, None))
product('reverse', changed(lambda a: (a.reverse(), a.copy(), a.clear())), data)
product('setitem', changed(put), data[1:], (0, -1, slice(1, 3), slice(None, None, 2), slice(9, 1), 'a', None), (65, 256, b'XYZ', [1, 2, 3], 'a', None, b'', 5))
product('delitem', changed(cut), data, (0, -1, 9, slice(1, 3), slice(None, None, 2), slice(None, None, -2), 'a'))
product('iadd', changed(add), data, (b'x', bytearray(b'y'), 'a', 1, [1]))
product('imul', changed(times), data, (0, 1, 3, -1, 1.5))
