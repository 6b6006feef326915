with a: pass
with a as b: pass
with a as b, c as d: pass
with (a): pass
with (a, b): pass
with (a, b,): pass
with (a as b): pass
with (a as b, c as d): pass
with (a as b, c,): pass
with (a, b) as c: pass
with (a), (b): pass
with (a).b: pass
with (a).b as c, (d): pass
with (a or b): pass
with (x for x in y): pass
with (x := y): pass
with (x := y, z): pass
with (*a, b): pass
with (): pass
with (lambda: x): pass
with a as (b, c), d as [e, f], g as h.i, j as k[0]: pass
with a as (b): pass
with (a if b else c) as d: pass
with (open(a) as b,
      open(c) as d):
    pass
with ((a, b)): pass
with ((a), b): pass
with (a) + b as c: pass
def f():
    with (yield): pass
    with (yield x) as y: pass
