# Identifiers after NFKC, line ends and continuations, tabs, numbers, strings, f-strings inside out, precedence.
ﬁ = 1
print(fi, ﬁ)
été = 2; 变量 = 3; ª = 4
print(été, 变量, a)
class Ⅷ: ﬁx = 1
print(Ⅷ.fix, VIII.__name__)
def ſ(ſx): return ſx
print(s(sx=5))
if 1:
	x = 1
	if 2:
	        y = 2
print(x, y)
z = 1 + \
    2
print(z, 1_000, 0x_ff, 0b1_0, 1e1_0, 1_0.5, .5, 5., 0_0)
print("a" "b" 'c' """d
e""", r"\n" "\n", rb"\x" b"\x41")
print(b"a" b'\x00' rb"\0", "\101\x41\u0041\U00000041", "a\
b")
if True: print(1); print(2)
class A: pass; x = 2
print(A.x)
print(f"{'a' 'b'}" f'{1}' "x{y}" rf"\n{1}")
w = 5; v = "hi"
print(f"{v!r:>{w}}|{v:{'>'}{w + 1}}|{w=}|{w = }|{v = !s}|{w=:03d}|{1,2}|{ {1: 2}[1] }|{(lambda q: q*2)(3)}|{v[0]}|{'{'}|{{}}|{w!s:*^7}|{[i for i in range(3)]}|{w if v else 2}|{w:}|{3.14159:.{2}f}|{w:{w}}")
print(f'''{
    w
    + 1
}''')
print(f"{w:%}" if 0 else f"{-w}", f"{not w}", f"{w!r}", f"{f'{1}'}")
print(0xFFFFFFFFFFFFFFFFFFFF, 0o17, 1e400, -1e400, 1e-400)
print((1 if 0 else 2), [*[1], *(2, 3)], {**{}, 'a': 1}, {*[1]}, (*[], 1), *[3], sep=",")
print(not 1 == 2, 1 < 2 < 3 > 2 != 1, 2 ** -1, -2 ** 2, (-2) ** 2, 2 ** 3 ** 2, ~-1, - - 1, 1 if 1 else 2 if 0 else 3)
print("21\N{DEGREE SIGN}C", f"\N{BULLET}{1}\N{greek small letter pi}", "\N{LF}" == "\n", r"\N{BULLET}")
# expect: 1 1
# expect: 2 3 4
# expect: 1 VIII
# expect: 5
# expect: 1 2
# expect: 3 1000 255 2 10000000000.0 10.5 0.5 5.0 0
# expect: abcd
# expect: e \n
# expect-json: " b'\\\\xA'"
# expect: b'a\x00\\0' AAAA ab
# expect: 1
# expect: 2
# expect: 2
# expect: ab1x{y}\n1
# expect-json: " 'hi'|    hi|w=5|w = 5|v = hi|w=005|(1, 2)|2|6|h|{|{}|***5***|[0, 1, 2]|5|5|3.14|    5"
# expect: 6
# expect: -5 False 5 1
# expect: 1208925819614629174706175 15 inf -inf 0.0
# expect: 2,[1, 2, 3],{'a': 1},{1},(1,),3
# expect: True True 0.5 -4 4 512 0 1 1
# expect: 21°C •1π True \N{BULLET}
