# match: literals, None/True/False, alternatives, captures, guards, names that are compared, soft keywords.
class Colour:
    RED = "red"
    class Deep:
        BLUE = 7


def kind(x):
    match x:
        case 0 | 1 | -1:
            return "small"
        case 2.5 | -0.5:
            return "float"
        case "a" | b"b" | "long" "er":
            return "text"
        case None:
            return "none"
        case True | False:
            return "bool"
        case Colour.RED | Colour.Deep.BLUE:
            return "colour"
        case (10 | 20) as tens if tens > 10:
            return "tens", tens
        case y if y == 10:
            return "guarded", y
    return "nothing", y


for x in (0, 1, -1, 2.5, -0.5, "a", b"b", "longer", None, True, False, 1.0, "red", 7, 20, 10, "zz", ()):
    print(kind(x))


# A pattern rebinds its own subject, and the next case still sees the old value.
def rebind(x):
    match x:
        case x if False:
            return "never"
        case 3:
            return "three", x
        case x:
            return "any", x


print(rebind(3), rebind(4))
match = case = type = 1
match[0] if False else None
print(match * 2, -match, match in (case,), [match
    for case in (1, 2)])
match (case):
    case 1 | 2: print("soft", match)
match match, case:
    case _, 2: print("two")
    case 1, _: print("one")


def unbound(v):
    match v:
        case 1:
            w = "one"
        case 2:
            pass
    try:
        return w
    except UnboundLocalError as e:
        return str(e)


print(unbound(1), unbound(2))
for q in range(6):
    match q:
        case 1: continue
        case 4: break
        case z if z % 2 == 0 and (half := z // 2): print("even", z, half)
    print(q)


class Body:
    match [1, 2, 3]:
        case [first, *others]:
            total = first + sum(others)


print(Body.first, Body.others, Body.total)


def closure(v):
    def inner():
        return y
    match v:
        case {"y": y} | [y]:
            return inner()


print(closure({"y": 1}), closure([2]))
match len("abc"):
    case n if n > 3: print("long", n)
    case 3: print("three", n)
# expect: small
# expect: small
# expect: small
# expect: float
# expect: float
# expect: text
# expect: text
# expect: text
# expect: none
# expect: small
# expect: small
# expect: small
# expect: colour
# expect: colour
# expect: ('tens', 20)
# expect: ('guarded', 10)
# expect: ('nothing', 'zz')
# expect: ('nothing', ())
# expect: ('three', 3) ('any', 4)
# expect: 2 -1 True [1, 1]
# expect: soft 1
# expect: one
# expect: one cannot access local variable 'w' where it is not associated with a value
# expect: 0
# expect: even 2 1
# expect: 2
# expect: 3
# expect: 1 [2, 3] 6
# expect: 1 2
# expect: three 3
