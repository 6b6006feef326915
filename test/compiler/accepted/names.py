match = 1
case = _ = type = print = 2
match.x = match[0]
match(x)
match, case = 1, 2
match: int = 3
match * 2
match -1
print(match)
match in x
é = ñandú = 変数 = 1
ﬁne = 1
