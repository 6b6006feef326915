# Slices of every type, every sign; assignment and deletion.
def show(*xs):
    print(*[repr(x) for x in xs], sep="  ")


for s in ("abcdefgh", [0, 1, 2, 3, 4, 5, 6, 7], (0, 1, 2, 3, 4, 5, 6, 7), b"abcdefgh", bytearray(b"abcdefgh"), range(8), "äbcdéfgh"):
    show(s[:], s[2:], s[:3], s[2:5], s[-3:], s[:-3], s[-5:-2], s[10:], s[:10], s[-10:], s[:-10], s[5:2])
    show(s[::2], s[1::2], s[::-1], s[::-2], s[6:1:-2], s[-1:-5:-1], s[2::-1], s[:2:-1], s[5:5], s[::10], s[::-10], s[7:0:-3])
    show(s[None:None:None], s[0:8:1], s[True:3], s[: 2**40], s[-(2**40) :], s[2 : 2**70], s[slice(1, 3)], s[slice(2)], s[slice(None, None, -1)])
print(range(10)[2:8][1:3], range(0, 20, 3)[::-1], range(10)[::2][1], list(range(10)[-3:]), range(5)[5:], range(10, 0, -2)[1:3])
l = list(range(8))
l[2:4] = ["a", "b", "c"]
show(l)
l[:0] = [-1]
show(l)
l[len(l) :] = [99]
show(l)
l[1:3] = []
show(l)
l[::2] = [0] * 5
show(l)
l[::-1] = range(len(l))
show(l)
l[2:5] = "xy"
show(l)
l[5:2] = [7]
show(l)
l[-2:] = (1, 2)
show(l)
l[:] = l + l[:2]
show(l)
l[1:1] = l
show(l)
l[:] = (i * 2 for i in range(6))
show(l)
l[1:4:2] = {"k": 1, "j": 2}
show(l)
del l[1:3]
show(l)
del l[::2]
show(l)
l = list(range(10))
del l[::3]
show(l)
del l[-1:-4:-2]
show(l)
del l[10:], l[3:1]
show(l)
del l[:]
show(l)
l[3:5] = [1]
show(l)
l += [2, 3]
l[0:2] *= 2
show(l)
b = bytearray(b"0123456789")
b[2:4] = b"abc"
show(b)
b[::2] = b"......"[: len(b[::2])]
show(b)
b[5:] = []
show(b)
b[1:1] = [65, 66]
show(b)
del b[::2]
show(b)
b[:] = b"x" * 3
b[-1] = 200
show(b)
del b[0]
show(b)


def err(f):
    try:
        f()
        print("no error")
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


def a():
    [1, 2, 3, 4][::2] = [1]


def c():
    x = [1, 2]
    x[::0] = []


def d():
    bytearray(b"abcd")[::2] = b"x"


def e():
    bytearray(b"abcd")[1:2] = "x"


def f():
    [1, 2][0:1] = 5


def g():
    (1, 2)[0:1] = (1,)


def h():
    del (1, 2)[0:1]


def i():
    [1, 2][1.0:]


def j():
    "ab"[::0]


def k():
    range(3)[::0]


def m():
    {}[1:2]


for fn in (a, c, d, e, f, g, h, i, j, k, m):
    err(fn)
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(5), slice(None).indices(3), slice(-1, None, -1).indices(4), s == slice(1, 10, 2), slice(5), slice(1, 2))


class Show:
    def __getitem__(self, k):
        return k


show(Show()[1:2], Show()[::], Show()[1:2, ...], Show()[:, 1], Show()[()], Show()[-1:], Show()["a":"b"])
nested = [[1, 2, 3], [4, 5, 6]]
show([r[1:] for r in nested], nested[0][::-1], nested[-1][-1], nested[0:1][0][1:2])
text = "hello world"
show(text[text.index("w") :], text[: text.find(" ")], text[::-1].title(), text[1:-1][1:-1], "".join(reversed(text[:5])))
# expect: 'abcdefgh'  'cdefgh'  'abc'  'cde'  'fgh'  'abcde'  'def'  ''  'abcdefgh'  'abcdefgh'  ''  ''
# expect: 'aceg'  'bdfh'  'hgfedcba'  'hfdb'  'gec'  'hgfe'  'cba'  'hgfed'  ''  'a'  'h'  'heb'
# expect: 'abcdefgh'  'abcdefgh'  'bc'  'abcdefgh'  'abcdefgh'  'cdefgh'  'bc'  'ab'  'hgfedcba'
# expect: [0, 1, 2, 3, 4, 5, 6, 7]  [2, 3, 4, 5, 6, 7]  [0, 1, 2]  [2, 3, 4]  [5, 6, 7]  [0, 1, 2, 3, 4]  [3, 4, 5]  []  [0, 1, 2, 3, 4, 5, 6, 7]  [0, 1, 2, 3, 4, 5, 6, 7]  []  []
# expect: [0, 2, 4, 6]  [1, 3, 5, 7]  [7, 6, 5, 4, 3, 2, 1, 0]  [7, 5, 3, 1]  [6, 4, 2]  [7, 6, 5, 4]  [2, 1, 0]  [7, 6, 5, 4, 3]  []  [0]  [7]  [7, 4, 1]
# expect: [0, 1, 2, 3, 4, 5, 6, 7]  [0, 1, 2, 3, 4, 5, 6, 7]  [1, 2]  [0, 1, 2, 3, 4, 5, 6, 7]  [0, 1, 2, 3, 4, 5, 6, 7]  [2, 3, 4, 5, 6, 7]  [1, 2]  [0, 1]  [7, 6, 5, 4, 3, 2, 1, 0]
# expect: (0, 1, 2, 3, 4, 5, 6, 7)  (2, 3, 4, 5, 6, 7)  (0, 1, 2)  (2, 3, 4)  (5, 6, 7)  (0, 1, 2, 3, 4)  (3, 4, 5)  ()  (0, 1, 2, 3, 4, 5, 6, 7)  (0, 1, 2, 3, 4, 5, 6, 7)  ()  ()
# expect: (0, 2, 4, 6)  (1, 3, 5, 7)  (7, 6, 5, 4, 3, 2, 1, 0)  (7, 5, 3, 1)  (6, 4, 2)  (7, 6, 5, 4)  (2, 1, 0)  (7, 6, 5, 4, 3)  ()  (0,)  (7,)  (7, 4, 1)
# expect: (0, 1, 2, 3, 4, 5, 6, 7)  (0, 1, 2, 3, 4, 5, 6, 7)  (1, 2)  (0, 1, 2, 3, 4, 5, 6, 7)  (0, 1, 2, 3, 4, 5, 6, 7)  (2, 3, 4, 5, 6, 7)  (1, 2)  (0, 1)  (7, 6, 5, 4, 3, 2, 1, 0)
# expect: b'abcdefgh'  b'cdefgh'  b'abc'  b'cde'  b'fgh'  b'abcde'  b'def'  b''  b'abcdefgh'  b'abcdefgh'  b''  b''
# expect: b'aceg'  b'bdfh'  b'hgfedcba'  b'hfdb'  b'gec'  b'hgfe'  b'cba'  b'hgfed'  b''  b'a'  b'h'  b'heb'
# expect: b'abcdefgh'  b'abcdefgh'  b'bc'  b'abcdefgh'  b'abcdefgh'  b'cdefgh'  b'bc'  b'ab'  b'hgfedcba'
# expect: bytearray(b'abcdefgh')  bytearray(b'cdefgh')  bytearray(b'abc')  bytearray(b'cde')  bytearray(b'fgh')  bytearray(b'abcde')  bytearray(b'def')  bytearray(b'')  bytearray(b'abcdefgh')  bytearray(b'abcdefgh')  bytearray(b'')  bytearray(b'')
# expect: bytearray(b'aceg')  bytearray(b'bdfh')  bytearray(b'hgfedcba')  bytearray(b'hfdb')  bytearray(b'gec')  bytearray(b'hgfe')  bytearray(b'cba')  bytearray(b'hgfed')  bytearray(b'')  bytearray(b'a')  bytearray(b'h')  bytearray(b'heb')
# expect: bytearray(b'abcdefgh')  bytearray(b'abcdefgh')  bytearray(b'bc')  bytearray(b'abcdefgh')  bytearray(b'abcdefgh')  bytearray(b'cdefgh')  bytearray(b'bc')  bytearray(b'ab')  bytearray(b'hgfedcba')
# expect: range(0, 8)  range(2, 8)  range(0, 3)  range(2, 5)  range(5, 8)  range(0, 5)  range(3, 6)  range(8, 8)  range(0, 8)  range(0, 8)  range(0, 0)  range(5, 2)
# expect: range(0, 8, 2)  range(1, 8, 2)  range(7, -1, -1)  range(7, -1, -2)  range(6, 1, -2)  range(7, 3, -1)  range(2, -1, -1)  range(7, 2, -1)  range(5, 5)  range(0, 8, 10)  range(7, -1, -10)  range(7, 0, -3)
# expect: range(0, 8)  range(0, 8)  range(1, 3)  range(0, 8)  range(0, 8)  range(2, 8)  range(1, 3)  range(0, 2)  range(7, -1, -1)
# expect: 'äbcdéfgh'  'cdéfgh'  'äbc'  'cdé'  'fgh'  'äbcdé'  'déf'  ''  'äbcdéfgh'  'äbcdéfgh'  ''  ''
# expect: 'äcég'  'bdfh'  'hgfédcbä'  'hfdb'  'géc'  'hgfé'  'cbä'  'hgféd'  ''  'ä'  'h'  'héb'
# expect: 'äbcdéfgh'  'äbcdéfgh'  'bc'  'äbcdéfgh'  'äbcdéfgh'  'cdéfgh'  'bc'  'äb'  'hgfédcbä'
# expect: range(3, 5) range(18, -3, -3) 2 [7, 8, 9] range(5, 5) range(8, 4, -2)
# expect: [0, 1, 'a', 'b', 'c', 4, 5, 6, 7]
# expect: [-1, 0, 1, 'a', 'b', 'c', 4, 5, 6, 7]
# expect: [-1, 0, 1, 'a', 'b', 'c', 4, 5, 6, 7, 99]
# expect: [-1, 'a', 'b', 'c', 4, 5, 6, 7, 99]
# expect: [0, 'a', 0, 'c', 0, 5, 0, 7, 0]
# expect: [8, 7, 6, 5, 4, 3, 2, 1, 0]
# expect: [8, 7, 'x', 'y', 3, 2, 1, 0]
# expect: [8, 7, 'x', 'y', 3, 7, 2, 1, 0]
# expect: [8, 7, 'x', 'y', 3, 7, 2, 1, 2]
# expect: [8, 7, 'x', 'y', 3, 7, 2, 1, 2, 8, 7]
# expect: [8, 8, 7, 'x', 'y', 3, 7, 2, 1, 2, 8, 7, 7, 'x', 'y', 3, 7, 2, 1, 2, 8, 7]
# expect: [0, 2, 4, 6, 8, 10]
# expect: [0, 'k', 4, 'j', 8, 10]
# expect: [0, 'j', 8, 10]
# expect: ['j', 10]
# expect: [1, 2, 4, 5, 7, 8]
# expect: [1, 2, 4, 7]
# expect: [1, 2, 4, 7]
# expect: []
# expect: [1]
# expect: [1, 2, 1, 2, 3]
# expect: bytearray(b'01abc456789')
# expect: bytearray(b'.1.b.4.6.8.')
# expect: bytearray(b'.1.b.')
# expect: bytearray(b'.AB1.b.')
# expect: bytearray(b'A1b')
# expect: bytearray(b'xx\xc8')
# expect: bytearray(b'x\xc8')
# expect: ValueError attempt to assign sequence of size 1 to extended slice of size 2
# expect: ValueError slice step cannot be zero
# expect: ValueError attempt to assign bytes of size 1 to extended slice of size 2
# expect: TypeError can assign only bytes, buffers, or iterables of ints in range(0, 256)
# expect: TypeError can only assign an iterable
# expect: TypeError 'tuple' object does not support item assignment
# expect: TypeError 'tuple' object does not support item deletion
# expect: TypeError slice indices must be integers or None or have an __index__ method
# expect: ValueError slice step cannot be zero
# expect: ValueError slice step cannot be zero
# expect: TypeError unhashable type: 'slice'
# expect: slice(1, 10, 2) 1 10 2 (1, 5, 2) (0, 3, 1) (3, -1, -1) True slice(None, 5, None) slice(1, 2, None)
# expect: slice(1, 2, None)  slice(None, None, None)  (slice(1, 2, None), Ellipsis)  (slice(None, None, None), 1)  ()  slice(-1, None, None)  slice('a', 'b', None)
# expect: [[2, 3], [5, 6]]  [3, 2, 1]  6  [2]
# expect: 'world'  'hello'  'Dlrow Olleh'  'llo wor'  'olleh'
