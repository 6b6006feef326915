# Where names live: module, function, class, comprehension; global, nonlocal, private names, late and unbound ones.
x = 10
class B:
    print(x)  # expect: 10
    x = 20
    print(x)  # expect: 20
    del x
    print(x)  # expect: 10
    def f(self): return x
    l = [x for a in range(1)]
print(B().f(), B.l)  # expect: 10 [10]
def outer():
    v = 1
    class C:
        try:
            print(v)
        except NameError as e:
            print(e)  # expect: name 'v' is not defined
        v = 2
        print(v)  # expect: 2
        del v
        def g(self): return v
    v = 3
    return C().g()
print(outer())  # expect: 3
def outer2():
    class C:
        nonlocal v
        v = 5
        def g(self): return v
    v = 1
    C2 = C
    return v
try: print(outer2())  # expect: 1
except Exception as e: print(type(e), e)
print((lambda: 0).__name__, (lambda: 0).__qualname__)  # expect: <lambda> <lambda>

def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        def deeper():
            nonlocal n
            n *= 10
            return n
        return deeper
    return up, lambda: n
up, get = counter()
print(up()(), up()(), get())  # expect: 10 110 110
def shared():
    global made
    made = [f for f in range(3)]
    def reader(): return made
    return reader()
print(shared(), made)  # expect: [0, 1, 2] [0, 1, 2]
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [f(i) for i, f in enumerate([lambda a, i=i: (a, i) for i in range(2)])])  # expect: [2, 2, 2] [(0, 0), (1, 1)]
def late(): return later
try: late()
except NameError as e: print(e)  # expect: name 'later' is not defined
later = 1
print(late())  # expect: 1
def unbound():
    try: print(q)
    except UnboundLocalError as e: print(e)  # expect: cannot access local variable 'q' where it is not associated with a value
    q = 1
    del q
    try: q
    except UnboundLocalError as e: print(e)  # expect: cannot access local variable 'q' where it is not associated with a value
    def inner():
        return r
    try: inner()
    except NameError as e: print(e)  # expect: cannot access free variable 'r' where it is not associated with a value in enclosing scope
    r = 1
    return inner()
print(unbound())  # expect: 1
class Mangled:
    __a = 1
    def __init__(self): self.__b = 2
    def get(self): return self.__a, self.__b, _Mangled__c, (lambda __d: __d)(4)
_Mangled__c = 3
print(Mangled().get(), sorted(k for k in vars(Mangled()) ))  # expect: (1, 2, 3, 4) ['_Mangled__b']
x = "module"
def names():
    x = "function"
    class K:
        y = x
        z = [x for _ in range(1)]
        def m(self): return x
        w = (lambda: x)()
    return K.y, K.z, K().m(), K.w
print(names())  # expect: ('function', ['function'], 'function', 'function')
for name in range(2): pass
print(name, [name for name in "ab"], name)  # expect: 1 ['a', 'b'] 1
