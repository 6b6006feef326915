a = f''
b = f'{x}'
c = f'a{x}b{y!r}c{z!s:>10}d{w!a:{width}.{prec}f}'
d = f'{{}} {{x}} {x} }}{{'
e = f'{x=}' f'{x = }' f'{x=!r}' f'{x=:>5}' f'{ x + 1 = }'
f = f"{d['key']} {f(a, b=1)} {[i for i in x]} {(lambda y: y)(1)} {{1, 2}}"
g = f'''{
    x
    + 1
} tail'''
h = 'plain' f'{x}' 'more' f'{y}'
i = rf'\d{x}\{y}' fr"\n{z}"
j = f'{x!r:^{w}}' f'{x:%H:%M}' f'{x:{"a"}b{c}d}'
k = f'{a != b} {a == b} {a <= b} {a >= b} {a < b} {a > b}'
l = f'{x:}' f'{*a, b}' f'{a, b}' f'{ {1: 2}[1] }'
m = f'\x41{x}\n' f'no fields'
n = f'{x:\x41}' f'{"a" "b"}'
def o():
    f'{yield}' f'{(yield 1)}'
p = f"{x if y else z}" f"{not x}" f'{x:{y}}' f'{x:{y!r}}' f'{"}"}' f"{'{'}"
q = F'{x!s}' f"{x:=5}" f'{(x:=5)}'
