# __qualname__ and __annotations__, which are there because this module speaks of them.
def f():
    def g(): pass
    g.__qualname__ = "f.<locals>.g"
    class K:
        def m(self):
            def n(): pass
            return n
        @staticmethod
        def s(): pass
        @property
        def p(self): pass
        l = lambda self: 1
    return g, K, lambda: 0
g, K, l = f()
print(g.__qualname__, g.__name__, l.__qualname__, K.__qualname__, K.m.__qualname__, K().m().__qualname__, K.s.__qualname__, K.l.__qualname__, K.p.fget.__qualname__)  # expect: f.<locals>.g g f.<locals>.<lambda> f.<locals>.K f.<locals>.K.m f.<locals>.K.m.<locals>.n f.<locals>.K.s f.<locals>.K.<lambda> f.<locals>.K.p
x: int = 1
y: "str"
def ann(a: int, b: str = "x", /, c: list = None, *args: int, d: float, **kw: dict) -> bool: return a
def bare(): pass
print(ann.__annotations__, bare.__annotations__)  # expect: {'c': <class 'list'>, 'a': <class 'int'>, 'b': <class 'str'>, 'args': <class 'int'>, 'd': <class 'float'>, 'kw': <class 'dict'>, 'return': <class 'bool'>} {}
print(__annotations__)  # expect: {'x': <class 'int'>, 'y': 'str'}
class AC:
    z: int = 1
    (w): int = 2
    def m(self, q: int): pass
print(AC.__annotations__, AC.m.__annotations__, AC.m.__qualname__)  # expect: {'z': <class 'int'>} {'q': <class 'int'>} AC.m
def gl():
    global gf, GC
    def gf(): pass
    class GC:
        def m(self): pass
gl()
print(gf.__qualname__, GC.__qualname__, GC.m.__qualname__)  # expect: gf GC GC.m
