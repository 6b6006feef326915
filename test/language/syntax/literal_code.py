# eval and exec of texts that stand in the program
x = 20
print(eval('x + 1'))  # expect: 21
print([eval(' y * 2 \n') for y in range(3)])  # expect: [0, 2, 4]


def inner(x):
    return eval('x * 2') + eval("eval('x')")


print(inner(4))  # expect: 12
exec('z = 5\ndef twice(n):\n    return n * 2\n')
print(z, twice(z))  # expect: 5 10
for i in range(2):
    exec('print("turn", i)')  # expect: turn 0
# expect: turn 1
for text in range(1):
    try:
        eval('1 +')
    except SyntaxError:
        print('SyntaxError in eval')  # expect: SyntaxError in eval
    try:
        exec('return 3')
    except SyntaxError:
        print('SyntaxError in exec')  # expect: SyntaxError in exec
    try:
        eval('a = 3')
    except SyntaxError:
        print('a statement is no expression')  # expect: a statement is no expression
exec('')
try:
    eval('missing')
except NameError as e:
    print(e)  # expect: name 'missing' is not defined
