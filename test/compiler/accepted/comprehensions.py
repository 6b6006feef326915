a = [x for x in y]
b = [x for x in y if x if not x]
c = [x + y for x in a for y in b if x for z in c]
d = {x for x in y}
e = {k: v for k, v in d.items()}
f = (x for x in y)
g = sum(x for x in y)
h = [[y for y in x] for x in z]
i = [x for x, in y], [x for (x, y) in z], [x for x, *y in z], [0 for a.b in c], [0 for a[0] in c]
j = [x if y else z for x in (a if b else c)]
k = [y := f(x), *[z for z in y]]
l = [last := i for i in range(5)]
m = {x: y for x in a or b if c or d}
n = [lambda: x for x in y]
o = f(a)(x for x in y)[0]
