# if, while, for, else, break, continue, pass, del, augmented targets, walrus, conditional expressions, chained assignment.
def find(xs, y):
    for i, x in enumerate(xs):
        if x == y:
            break
    else:
        return "not found"
    return i


print(find([1, 2, 3], 2), find([1, 2, 3], 9), find([], 1))
n = 3
while n:
    n -= 1
    if n == 1:
        continue
    print("n", n)
else:
    print("while else")
while True:
    n += 1
    if n > 2:
        break
else:
    print("never")
print(n)
for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 2:
            break
        print(i, j)
    else:
        print("inner else", i)
for x in []:
    pass
else:
    print("empty else")
for i in range(10, 0, -3):
    print(i, end=" ")
print()
for i in range(5):
    i += 10
print(i)
l = [1, 2, 3]
for x in l:
    if x < 3:
        l.append(x + 5)
    if len(l) > 6:
        break
print(l)
a = 5
print("pos" if a > 0 else "neg" if a < 0 else "zero", 1 if [] else 2, (a and "t") or "f", not a, a or 1 / 0, 0 and 1 / 0)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 != 2, 3 > 2 >= 2 == 2, "a" in "abc" in ["abc"], 1 is 1 is not None)
if (m := a * 2) > 5:
    print("m", m)
while (k := a) > 3:
    a -= 1
    print("k", k)
d = {"x": [1, 2]}
d["x"][0] += 10
d["x"] += [3]
d["y"] = d.get("y", 0) + 1
print(d)


class O:
    n = 1


o = O()
o.n += 1
O.n *= 10
o.l = [1]
o.l += [2]
print(o.n, O.n, o.l)
x = y = z = 0
x += 1
print(x, y, z)
x, y = y, x
x, y, z = z, x, y
print(x, y, z)
l = list(range(10))
del l[0], l[-1], l[2:4]
print(l)
del d["x"], o.n
print(d, o.n)
pass
if a:
    pass
elif 1 / 0:
    pass
else:
    1 / 0
i = 7
for i in (): pass
print(i)
if 1: print("one line"); print("two")
for c in "ab": print(c)
x = 1; y = 2; print(x + y)
t = 1,
print(t, (1), (1,), ())
print(
    "continued",
    1 +
    2,
)
s = "back" \
    "slash"
print(s)
assert x == 1, \
    "msg"


def f(): return 1


def g(x): x += 1; return x


print(f(), g(1))
lst = [
    1,  # comment
    2,

    3,
]
print(lst)
result = (x
          if x > 0
          else y)
print(result)
print(1if x else 2, [1][0]if 1else 2)
print(0x1F, 0b101, 0o17, 1_000_000, 0xFF_FF, 1e3, 1E-2, .5, 5., 1_0.0_1, 00)
print("a" "b" 'c' """d""" r"\n", b"x" b"y")
print('it\'s', "tab\tx", "\x41\u0042\101", "nul\0"[-1] == chr(0), "line1\
line2", '''multi
line''')
print(r"raw\t", b"\x00\xff\n'\"", rb"\x00")
matrix = [[0] * 3 for _ in range(2)]
matrix[0][1] = matrix[1][2] = 5
print(matrix)
i = 0
a = [0, 0, 0]
for a[i] in range(3):
    i = min(i + 1, 2)
print(a)
for d["k"], d["v"] in [(1, 2)]:
    pass
print(d)


def early(n):
    if n < 0:
        return
    if n == 0:
        return None
    return n


print(early(-1), early(0), early(1))


def no_return():
    pass


print(no_return())
i = 5
while i > 0:
    i -= 1
    while True:
        i -= 1
        break
    else:
        print("no")
print(i)
global_at_module = 1
print(... is Ellipsis, NotImplemented, None, True & False, ...)
print(type(1), type("a"), type(None), type(print), type(f), type(O), type(o), type([]), type(...))
# expect: 1 not found not found
# expect: n 2
# expect: n 0
# expect: while else
# expect: 3
# expect: 0 0
# expect: 0 2
# expect: inner else 0
# expect: 1 0
# expect: 1 2
# expect: inner else 1
# expect: empty else
# expect-json: "10 7 4 1 "
# expect: 14
# expect: [1, 2, 3, 6, 7]
# expect: pos 2 t False 5 0
# expect: True False True True True True
# expect: m 10
# expect: k 5
# expect: k 4
# expect: {'x': [11, 2, 3], 'y': 1}
# expect: 2 10 [1, 2]
# expect: 1 0 0
# expect: 0 0 1
# expect: [1, 2, 5, 6, 7, 8]
# expect: {'y': 1} 10
# expect: 7
# expect: one line
# expect: two
# expect: a
# expect: b
# expect: 3
# expect: (1,) 1 (1,) ()
# expect: continued 3
# expect: backslash
# expect: 1 2
# expect: [1, 2, 3]
# expect: 1
# expect: 1 1
# expect: 31 5 15 1000000 65535 1000.0 0.01 0.5 5.0 10.01 0
# expect: abcd\n b'xy'
# expect-json: "it's tab\tx ABA True line1line2 multi"
# expect: line
# expect: raw\t b'\x00\xff\n\'"' b'\\x00'
# expect: [[0, 5, 0], [0, 0, 5]]
# expect: [0, 1, 2]
# expect: {'y': 1, 'k': 1, 'v': 2}
# expect: None None 1
# expect: None
# expect: -1
# expect: True NotImplemented None False Ellipsis
# expect: <class 'int'> <class 'str'> <class 'NoneType'> <class 'builtin_function_or_method'> <class 'function'> <class 'type'> <class '__main__.O'> <class 'list'> <class 'ellipsis'>
