# statements of every kind in executed texts


class Door:
    def __enter__(self):
        return 'open'

    def __exit__(self, *error):
        print('closed')


def run(code, **names):
    try:
        exec(code, names)
    except Exception as e:
        print(type(e).__name__, e)


run('import math\nfrom math import floor as down, ceil\nprint(math.sqrt(16), down(2.5), ceil(2.5))')
run('import nosuch')
run('try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    print(e)\nfinally:\n    print("e" in globals())')
run('for i, (a, b) in enumerate([(1, 2), (3, 4)]):\n    print(i, a + b)\nelse:\n    print("done", i)')
run('with door as state:\n    print(state)', door=Door())
run('match [1, 2, 3]:\n    case [a, *rest] if len(rest) > 1:\n        print(a, rest)')
run('match {"k": 1, "m": 2}:\n    case {"k": k, **others}:\n        print(k, others)')
run('if (n := 10) > 5:\n    print(n, [m := i for i in range(3)], m)')
run('a: int = 5\nb: str\na, *c = 1, 2, 3\n[d, e] = c\nprint(a, d + e)')
run('x = [1, 2, 3]\nx[0] += 5\ndel x[1]\nprint(x)')
run('def gen():\n    global total\n    total = 0\n    for i in range(3):\n        total += i\n        yield i\nprint(list(gen()), total)')
run('def outer():\n    x = 6\n    def inner():\n        nonlocal x\n        x += 1\n        return x\n    return inner()\nprint(outer())')
run('class A:\n    x = x\n    y = [x for _ in range(1)]\nprint(A.x, A.y)', x=3)
run('class A:\n    def m(self):\n        return "A"\nclass B(A):\n    def m(self):\n        return super().m() + "B"\nprint(B().m(), B.__qualname__)')
run('def twice(f):\n    return lambda *a: (f(*a), f(*a))\n@twice\ndef s(a, b=2):\n    return a + b\nprint(s(1))')
run('async def co():\n    return 7\ntry:\n    co().send(None)\nexcept StopIteration as e:\n    print(e.value)')
run('while x:\n    x -= 1\n    if x == 2:\n        break\nprint(x)', x=5)
run('assert x == 2, "no"', x=1)
run('raise ValueError(x)', x='v')
run('print(f"{x!r:>5} {len(x)}", {*x}, {**{"a": 1}})', x='a')
run('exec("r = 5")\nprint(r, eval("r + 1"), [eval("r") for _ in range(1)])')
run('1 +')
run(' indented = 1')
run('return 5')
# expect: 4.0 2 3
# expect: ModuleNotFoundError No module named 'nosuch'
# expect: division by zero
# expect: False
# expect: 0 3
# expect: 1 7
# expect: done 1
# expect: open
# expect: closed
# expect: 1 [2, 3]
# expect: 1 {'m': 2}
# expect: 10 [0, 1, 2] 2
# expect: 1 5
# expect: [6, 3]
# expect: [0, 1, 2] 3
# expect: 7
# expect: 3 [3]
# expect: AB B
# expect: (3, 3)
# expect: 7
# expect: 2
# expect: AssertionError no
# expect: ValueError v
# expect-json: "  'a' 1 {'a'} {'a': 1}"
# expect: 5 6 [5]
# expect: SyntaxError invalid syntax (<string>, line 1)
# expect: IndentationError unexpected indent (<string>, line 1)
# expect: SyntaxError 'return' outside function (<string>, line 1)
