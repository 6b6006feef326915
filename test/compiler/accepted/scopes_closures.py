def outer(a, b=1):
    c = 2
    def middle(d):
        nonlocal c
        def inner():
            return a + c + d + e
        c = 3
        return inner
    e = 4
    return middle
x = 1
def f():
    global x, y
    x = 2
    y = 3
    def g():
        return x, y, z
def h():
    x = 1
    class A:
        x = x
        def m(self):
            return x
    return lambda: x
def i():
    x = 1
    def j():
        global x
        def k():
            return x
        return k
def u(p):
    del p
    import a.b as c, d.e
    for q in c: pass
    with d as r: pass
    try: pass
    except E as s: pass
    return lambda: (p, q, r, s, d)
def deep():
    v = 1
    def l1():
        def l2():
            def l3():
                return v
