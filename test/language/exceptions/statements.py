# Errors of assignments and deletions.
def err(f):
    try:
        f()
        print("no error")
    except Exception as e:
        print(type(e).__name__ + ":", e)


class C:
    pass


def a():
    [][0] = 1


def b():
    del [][0]


def c():
    (1,)[0] = 1


def d():
    del (1,)[0]


def e():
    "a"[0] = "b"


def f():
    del {}[1]


def g():
    5[0] = 1


def h():
    None.x = 1


def i():
    del None.x


def j():
    l = [1, 2, 3, 4]
    l[::2] = [1]


def k():
    l = [1]
    l[0:1] = 5


def l():
    C()[1] = 2


def m():
    del C()[1]


def n():
    b"a"[0] = 1


def o():
    x = bytearray(b"a")
    x[0] = 256


def p():
    x = bytearray(b"a")
    x["a"] = 1


def q():
    range(3)[0] = 1


def r():
    {}[[]] = 1


def s():
    x = 1
    x.y = 2


def t():
    for x in 5:
        pass


def u():
    x = [1]
    x["a"] = 1


def v():
    x = [1]
    del x["a"]


def w():
    x = 1
    x += "a"


def x():
    y = []
    y += 5


def y():
    z = ()
    z += []


def z():
    del C().nope


def aa():
    C.x.y = 1


def bb():
    int.x = 1


def cc():
    x = {1: 2}
    for k in x:
        x[k + 1] = 1


def dd():
    x = {1, 2}
    for k in x:
        x.add(k + 10)


def ee():
    x = [1, 2, 3]
    del x[::0]


def ff():
    x = "a"
    x -= "b"


def ii():
    x = {}
    x |= 5


def jj():
    x = {1}
    x |= [2]


def kk():
    x = (1, 2)
    x[0] += 1


def ll():
    x = ([1],)
    try:
        x[0] += [2]
    finally:
        print(x)


for fn in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd, ee, ff, ii, jj, kk, ll):
    print(fn.__name__, end=" ")
    err(fn)
# expect: a IndexError: list assignment index out of range
# expect: b IndexError: list assignment index out of range
# expect: c TypeError: 'tuple' object does not support item assignment
# expect: d TypeError: 'tuple' object doesn't support item deletion
# expect: e TypeError: 'str' object does not support item assignment
# expect: f KeyError: 1
# expect: g TypeError: 'int' object does not support item assignment
# expect: h AttributeError: 'NoneType' object has no attribute 'x'
# expect: i AttributeError: 'NoneType' object has no attribute 'x'
# expect: j ValueError: attempt to assign sequence of size 1 to extended slice of size 2
# expect: k TypeError: can only assign an iterable
# expect: l TypeError: 'C' object does not support item assignment
# expect: m TypeError: 'C' object doesn't support item deletion
# expect: n TypeError: 'bytes' object does not support item assignment
# expect: o ValueError: byte must be in range(0, 256)
# expect: p TypeError: bytearray indices must be integers or slices, not str
# expect: q TypeError: 'range' object does not support item assignment
# expect: r TypeError: unhashable type: 'list'
# expect: s AttributeError: 'int' object has no attribute 'y'
# expect: t TypeError: 'int' object is not iterable
# expect: u TypeError: list indices must be integers or slices, not str
# expect: v TypeError: list indices must be integers or slices, not str
# expect: w TypeError: unsupported operand type(s) for +=: 'int' and 'str'
# expect: x TypeError: 'int' object is not iterable
# expect: y TypeError: can only concatenate tuple (not "list") to tuple
# expect: z AttributeError: 'C' object has no attribute 'nope'
# expect: aa AttributeError: type object 'C' has no attribute 'x'
# expect: bb TypeError: cannot set 'x' attribute of immutable type 'int'
# expect: cc RuntimeError: dictionary changed size during iteration
# expect: dd RuntimeError: Set changed size during iteration
# expect: ee ValueError: slice step cannot be zero
# expect: ff TypeError: unsupported operand type(s) for -=: 'str' and 'str'
# expect: ii TypeError: 'int' object is not iterable
# expect: jj TypeError: unsupported operand type(s) for |=: 'set' and 'list'
# expect: kk TypeError: 'tuple' object does not support item assignment
# expect: ll ([1, 2],)
# expect: TypeError: 'tuple' object does not support item assignment
