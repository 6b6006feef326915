# Any statement in a class body, nested classes and functions, their names.
class A:
    x = 1
    y = [x for _ in range(2)] if False else [1]
    z = [i for i in range(x)]
    for i in range(3):
        if i == 1: continue
        w = i
    else:
        e = "else"
    try:
        1 / 0
    except ZeroDivisionError as err:
        msg = str(err)
    finally:
        fin = 1
    if x: a = b = 2
    while a < 5: a += 1
    del b
    global gg
    gg = 7
    def gfun(self): return self.x, gg
    global gfun2
    def gfun2(): return 2
    class In:
        x = 5
        def q(self): return __class__.__qualname__, In2 if False else 0
        def loc(self):
            class L:
                def m(self): pass
            def k(): pass
            return L.__qualname__, L.m.__qualname__, k.__qualname__, (lambda: 0).__qualname__
    x, *r = 1, 2, 3
    (n := 4)
    lst = [1, 2]
    lst[0] = 9
    lst[1] += 1
    f = lambda self: self.x
    assert x == 1
    @property
    def p(self): return self.x + 1
    @staticmethod
    def s(v=x): return v
    @classmethod
    def c(cls): return cls.x
    ann: int = 3
    ann2: "str"
    def __x(self): return 1
    def callx(self): return self.__x()
    __priv = 3
print(A.x, A.y, A.z, A.i, A.w, A.e, A.msg, A.fin, A.a, hasattr(A, 'b'), gg, A().gfun(), gfun2(), A.r, A.n, A.lst, A().f(), A().p, A.s(), A.c(), A.ann, hasattr(A,'ann2'), A().callx(), A._A__priv, hasattr(A, 'err'), hasattr(A, 'gfun2'))  # expect: 1 [1] [0] 2 2 else division by zero 1 5 False 7 (1, 7) 2 [2, 3] 4 [9, 3] 1 2 1 1 3 False 1 3 False False
print(A.In().q(), A.In().loc(), A.In.loc.__qualname__)  # expect: ('A.In', 0) ('A.In.loc.<locals>.L', 'A.In.loc.<locals>.L.m', 'A.In.loc.<locals>.k', 'A.In.loc.<locals>.<lambda>') A.In.loc
