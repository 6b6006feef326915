import gc
import weakref


class Sensor:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return 'Sensor ' + self.name


def gone(r):
    print('gone', r())


def bye(*args, **keywords):
    print('bye', args, keywords)
    return 7


for value in (None, 3, 'text', (), 2.5):
    try:
        weakref.ref(value)
    except TypeError as e:
        print(e)


def main():
    s = Sensor('a')
    r = weakref.ref(s)
    same = weakref.ref(s)
    print(r(), r() is s, r == same, hash(r) == hash(s))
    watched = weakref.ref(s, gone)
    f = weakref.finalize(s, bye, 1, unit='C')
    print(f.alive, f.peek()[2:], watched() is s)
    s = None
    clean = [0, 0, 0, 0, 0, 0, 0, 0]
    gc.collect()
    print(r(), watched(), f.alive, f.peek(), f())
    t = Sensor('c')
    g = weakref.finalize(t, bye)
    print(g(), g.alive, g())
    h = weakref.finalize(t, bye, 2)
    print(h.detach()[0] is t, h.detach(), h())
    dropped = weakref.ref(t, gone)
    dropped = None
    clean = [0, 0, 0, 0, 0, 0, 0, 0]
    gc.collect()
    t = None
    clean = [0, 0, 0, 0, 0, 0, 0, 0]
    gc.collect()
    print('end')


main()
# expect: cannot create weak reference to 'NoneType' object
# expect: cannot create weak reference to 'int' object
# expect: cannot create weak reference to 'str' object
# expect: cannot create weak reference to 'tuple' object
# expect: cannot create weak reference to 'float' object
# expect: Sensor a True True True
# expect: True ((1,), {'unit': 'C'}) True
# expect: bye (1,) {'unit': 'C'}
# expect: gone None
# expect: None None False None None
# expect: bye () {}
# expect: 7 False None
# expect: True None None
# expect: end
