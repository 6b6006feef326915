def a(): pass
def b(x): return x
def c(x, y=1, *z, w, v=2, **u): pass
def d(x, /): pass
def e(x, /, y, *, z): pass
def f(x=1, /, y=2, *, z=3): pass
def g(*, x): pass
def h(*x): pass
def i(**x): pass
def j(x, y,): pass
def k(*x,): pass
def l(**x,): pass
def m(x, /,): pass
def n(x: int, y: str = 'a', *z: float, w: bool = True, **v: list) -> dict: pass
def o(*args: *Ts): pass
@decorator
def p(): pass
@a.b(c)
@d
@(lambda f: f)
@x[0]
@y := z
def q():
    """docstring"""
    def inner():
        nonlocal_ = 1
        return inner
    return

    yield
def r(x=lambda y=1: y): return lambda *a, **k: (a, k)
def s():
    return

def t(
    a,  # first

    b=(1,
       2),
):

    # comment

    pass
