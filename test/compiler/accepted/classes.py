class A: pass
class B(): pass
class C(A, B): pass
class D(A, metaclass=M, x=1, *y, **z): pass
@decorator
class E:
    """docstring"""
    x = 1
    y: int = 2
    def f(self): self.x = 1
    @property
    def g(self): return super().g
    class Inner:
        z = x
class __F:
    __private = 1
    def m(self):
        self.__attr = __private
        return __F
