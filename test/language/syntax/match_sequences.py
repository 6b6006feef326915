# match: sequences and mappings, nested, with stars and rests.
def f(x):
    match x:
        case []:
            return "empty"
        case [1, y]:
            return "one", y
        case [5, *rest]:
            return "five", rest
        case [[a, b], [c, *_]] if a != c:
            return "pairs", a, b, c
        case (_, _, _, *_, "end"):
            return "end"
        case (a, *middle, b):
            return a, middle, b
        case {"k": v, **rest}:
            return "k", v, rest
        case {"a": [p, q] | {"p": p, "q": q}, "b": None}:
            return p, q
        case {1: int(n) | float(n), **others} if n:
            return n, others
        case {}:
            return "dict"
        case [_] | (_, ):
            return "single"
        case str(text) | bytes(text):
            return "text", text
    return "other"


for x in ([], (), [1, 2], (1, "b"), [5], [5, 6, 7], range(5, 8), [[1, 2], [3, 4, 5]], [[1, 2], [1]], (0, 1, 2, "end"), (0, 1, "end"),
          {"k": 1}, {"k": 2, "z": 3, "y": 4}, {"a": (1, 2), "b": None}, {"a": {"p": 3, "q": 4, "r": 5}, "b": None}, {"a": {"p": 3}, "b": None},
          {1: 5, 2: 6}, {1: 0.0}, {}, [9], "ab", b"ab", {1, 2}, 7):
    print(f(x))  # expect: empty
# expect: empty
# expect: ('one', 2)
# expect: ('one', 'b')
# expect: ('five', [])
# expect: ('five', [6, 7])
# expect: ('five', [6, 7])
# expect: ('pairs', 1, 2, 3)
# expect: ([1, 2], [], [1])
# expect: end
# expect: (0, [1], 'end')
# expect: ('k', 1, {})
# expect: ('k', 2, {'z': 3, 'y': 4})
# expect: (1, 2)
# expect: (3, 4)
# expect: dict
# expect: (5, {2: 6})
# expect: dict
# expect: dict
# expect: single
# expect: ('text', 'ab')
# expect: ('text', b'ab')
# expect: other
# expect: other


class Words(dict):
    def __missing__(self, key):
        return "missing"


class Stack(list):
    pass


print(f(Words()), f(Words(k=1)), f(Stack([1, 2])), f(Stack()))  # expect: dict ('k', 1, {}) ('one', 2) empty
match Words():
    case {"absent": x}:
        print("never")
    case {**rest}:
        print("rest", rest)  # expect: rest {}
match {"x": {"y": [1, {"z": (2, 3)}]}}:
    case {"x": {"y": [1, {"z": (b, c)}]}}:
        print(b, c)  # expect: 2 3
match 1, [2, (3, 4)]:
    case a, [b, (c, d)]:
        print(a, b, c, d)  # expect: 1 2 3 4
