class A:
    __x = 1
    def __m(self, __p):
        self.__y = __p
        return super().__m(__class__)
    def n(self):
        def inner():
            return super(A, self).n()
        return [super for _ in self]
    @staticmethod
    def s(): return __x
    y: int
    class B:
        def m(self): return __class__
    z = [y for _ in range(3)]
class _C:
    def f(self): return __q
class __:
    def f(self): return __q
def f():
    y = 1
    class D:
        nonlocal y
        y = 2
        def m(self): return y
    class E:
        global w
        w = 1
        def m(self): return w
    class F:
        print(y)
        def m(self):
            def n(): return y
super
