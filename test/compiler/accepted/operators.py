a = 1 + 2 * 3 - 4 / 5 // 6 % 7 @ 8
b = -1 ** -2 ** 3
c = ~x ** y, -x.y, +x[0], - - x, not not x
d = a or b and not c or d and e
e = a < b <= c == d != e > f >= g in h not in i is j is not k
f = a | b ^ c & d << e >> f + g - h
g = (a < b) < c, a < (b < c), (a or b) or c, a or (b or c), (a and b) and c
h = x if y else z if w else v
i = (x if y else z) if w else v
j = not a == b, not a in b, (not a) in b
k = a if b or c else d and e
l = lambda: 0, lambda x: x, lambda x, *y, z=1, **w: (x, y), lambda *, a: a, lambda a, /, b: a
m = lambda x: lambda y: x + y if x else y
n = (a + b) * (c - d) ** (e)
o = 2 ** -x ** 2 * 3
p = a @ b @ c
q = ((((x))))
r = (yield_ := 5) + (z := 6)
s = -1, -1.5, -x ** 2, (-x) ** 2
