# where the names of executed texts live
x = 1


def run(code, globals=None, locals=None):
    try:
        exec(code, globals, locals)
    except Exception as e:
        print(type(e).__name__, e)


run('print(x)')
run('x = 2')
print(x)
for text in ('x += 10', 'print(x)', 'del x'):
    exec(text)
try:
    print(x)
except NameError as e:
    print(e)
run('del x')
run('del nothing', {})
d = {'x': 5}
run('y = x * 2\ndef f(n):\n    return n * y\nz = f(3)', d)
print(d['y'], d['z'], d['f'](4))
names = {}
run('a = x\nx = 7\nglobal b\nb = 8', d, names)
print(names, d['b'], d['x'])
run('def g():\n    return a\ng()', d, names)
run('print([i * x for i in range(3)], (lambda q=x: q + x)())', d)
run('print([i * a for i in range(3)])', d, names)


def inside(a):
    b = 2
    exec('print(a + b, sorted(locals()))')
    exec('b = 9; c = b')
    try:
        print(c)
    except NameError as e:
        print(b, e)
    return eval('a * b', {'a': 10, 'b': b}), eval('a', {}, {'a': 'mine'})


print(inside(3))


def count():
    exec('counter = counter + 1', globals())


counter = 0
count()
count()
print(counter)
exec('exec("p = 1", globals())\nprint(p, "q" in locals())', {}, {'q': 1})


class Body:
    n = 4
    exec('m = n + 1')


print(Body.m)
exec('def f(n):\n    return n and n + f(n - 1)\nprint(f(4))', {})
exec('total = sum([1, 2])\nprint(total)', {'sum': lambda values: 'given'})
run('def len(of):\n    return of, 1\nprint(len(2))', {})
run('print(len("abc"), abs(-1))', {'__builtins__': {'print': print, 'len': len}})


class Asked:
    def __init__(self):
        self.log = []

    def __getitem__(self, name):
        self.log.append(name)
        if name != 'z':
            raise KeyError(name)
        return 26

    def __setitem__(self, name, value):
        self.log.append((name, value))


asked = Asked()
run('y = z + len([1])', {}, asked)
print(asked.log)
# expect: 1
# expect: 1
# expect: 11
# expect: name 'x' is not defined
# expect: NameError name 'x' is not defined
# expect: NameError name 'nothing' is not defined
# expect: 10 30 40
# expect: {'a': 5, 'x': 7} 8 5
# expect: NameError name 'a' is not defined
# expect: [0, 5, 10] 10
# expect: NameError name 'a' is not defined
# expect: 5 ['a', 'b']
# expect: 2 name 'c' is not defined
# expect: (20, 'mine')
# expect: 2
# expect: 1 True
# expect: 5
# expect: 10
# expect: given
# expect: (2, 1)
# expect: NameError name 'abs' is not defined
# expect: ['z', 'len', ('y', 27)]
