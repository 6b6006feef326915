match x:
    case 1:
        pass
    case -1 | 2.5 | -3.5:
        pass
    case 1 + 2j | -1 - 2j | 3j | -3j:
        pass
    case "a" "b" | b"c" | r"\d":
        pass
    case None | True | False:
        pass
    case a.b | a.b.c:
        pass
    case [] | () | (1,) | [1, 2]:
        pass
    case (y):
        pass

match x, *y:
    case 1, *_:
        pass
    case [a, *rest, b]:
        pass
    case (a, *_, (b.c | 2)) if a > b:
        pass
    case a,:
        pass

match x,:
    case {}:
        pass
    case {"a": 1, -1: [b, *c], None: _, a.b: d, **rest}:
        pass
    case {"a": a, 1j: b,}:
        pass
    case {**rest,}:
        pass

match (x := f()):
    case A() | b.C(1, 2) | D(a=1, b=[*_]) | E(1, x=2,):
        pass
    case [A(x), B(y)] | {"p": x, "q": y} as z if (w := x + y + z):
        pass
    case (int(n) | str(n)) as m: print(n); print(m)
    case _:
        match x:
            case [match, case]:
                case = match

match {1: 2}[1]:
    case _: pass
match -x:
    case _: pass
match *a, b:
    case _: pass
match not x:
    case _: pass
match lambda: 1:
    case _: pass
match [x for x in y]:
    case _: pass
match x if y else z:
    case _: pass
match yield_:
    case case:
        pass
match (
    x
):
    case (
        1
        | 2
    ):
        pass

match = case = _ = 1
match
match + 1
match (1)
match[1]
match.x
match: int
match: int = 1
match -1
match * 2
match, case = 1, 2
match in case
match not in case
match is case
match if match else case
print(match)
case(1)
case[1]
for match in case: pass
def match(case, _): return match(case)
class case:
    match = 1
