pass
pass; pass
pass;
x; y; z = 1;
assert x
assert x, 'message'
assert (x, y)
raise
raise x
raise x from y
raise x from None
global g
if x: pass
if x: a; b; c
if x:
    pass
elif y:
    pass
elif (z := 1):
    pass
else:
    pass
while x: break
while x:
    continue
else:
    pass
for x in y: pass
for x, y in z, w:
    if x: break
    else: continue
else:
    pass
for x, in y: pass
for (x) in y: pass
for x.y in z: pass
for x[0], *z in a, *b: pass
for [a, b] in c: pass
for x in *a, b: pass
if x: pass
else: pass
print
"docstring"
...
x if y else z
