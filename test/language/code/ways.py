# ways that texts take to exec, eval and compile
from textwrap import dedent

table = {'add': 'a + b', 'bad': 'a +', 'set': 'a = 1', 'name': 'c'}


def evaluate(op, a, b):
    try:
        return eval(table[op])
    except Exception as e:
        return type(e).__name__, str(e)


for op in table:
    print(op, evaluate(op, 3, 4))  # expect: add 7
# expect: bad ('SyntaxError', 'invalid syntax (<string>, line 1)')
# expect: set ('SyntaxError', 'invalid syntax (<string>, line 1)')
# expect: name ('NameError', "name 'c' is not defined")


class Rule:
    def __init__(self, condition, action):
        self.condition = compile(condition, '<rule>', 'eval')
        self.action = action

    def fire(self, **names):
        if eval(self.condition, names):
            exec(self.action, {}, names)  # expect: off 19
        return names.get('fan')


rules = [Rule('t > 20', 'fan = True'), Rule(action="fan = False\nprint('off', t)", condition='t <= 20')]
for t in (19, 25):
    print([rule.fire(t=t) for rule in rules])  # expect: [None, False]
# expect: [True, None]
print(list(map(eval, ['1 + 1', '2 * 3'])))  # expect: [2, 6]
run = exec
run("print('by another name')")  # expect: by another name
queue = []
queue.append("print('queued')")
exec(queue.pop())  # expect: queued
for kind, (code, times) in {'k': ("print('nested')", 1)}.items():
    exec(code)  # expect: nested


def text():
    return "print('returned')"


def all_of(*codes):
    return [eval(code) for code in codes]


exec(text())  # expect: returned
print(all_of('1', "'two'", ' [3] '))  # expect: [1, 'two', [3]]
exec(b"print('bytes')")  # expect: bytes
exec(bytearray(b"print('bytearray')"))  # expect: bytearray
print(eval(memoryview(b'2 + 2')))  # expect: 4
exec(  # expect: dedented 0
# expect: dedented 1
    dedent("""
    for i in range(2):
        print('dedented', i)
    """)
)
exec('\n'.join(["print('joined')"]) if len(table) == 0 else "print('chosen')\n")  # expect: chosen
exec("print('one, '" + "'two')")  # expect: one, two
c = compile('q = 1\nq + 1', 'file.py', 'exec')
print(exec(c), eval(c), q, type(c).__name__, c.co_filename)  # expect: None None 1 code file.py
exec(compile('for i in range(2):\n    i', 'f', 'single'))  # expect: 0
# expect: 1
print(exec('def made(): return 42'), made())  # expect: None 42
for bad in ("print('a", 'x = = 1', 'if x:\npass'):
    try:
        compile(bad, 'bad.py', 'exec')
    except SyntaxError as e:
        print(type(e).__name__, e)  # expect: SyntaxError unterminated string literal (detected at line 1) (bad.py, line 1)
# expect: SyntaxError invalid syntax (bad.py, line 1)
# expect: IndentationError expected an indented block after 'if' statement on line 1 (bad.py, line 2)
for wrong in (lambda: eval('1', 5), lambda: exec('1', {}, 5), lambda: exec(5), lambda: compile('1', 'f', 'other')):
    try:
        wrong()
    except (TypeError, ValueError) as e:
        print(e)  # expect: globals must be a dict
# expect: locals must be a mapping or None, not int
# expect: exec() arg 1 must be a string, bytes or code object
# expect: compile() mode must be 'exec', 'eval' or 'single'
