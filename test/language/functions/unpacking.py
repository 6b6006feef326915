# Stars in calls, displays, assignments, for loops and returns.
a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(5)
print(first, middle, last)
*start, end = "abc"
print(start, end)
one, *none = [1]
print(one, none)
[x, (y, *z)], w = [1, (2, 3, 4)], 5
print(x, y, z, w)
(p, q), [r, s] = "ab", {"c": 1, "d": 2}
print(p, q, r, s)
print([*range(3), *"ab", 9], (*[1], 2, *()), {*[1, 2], *{2, 3}}, {**{"a": 1}, "b": 2, **{"a": 3}})
print(*[1, 2], *"ab", sep="-")
for i, *rest in [(1, 2, 3), (4,), "xyz"]:
    print(i, rest)
for (i, j), k in [((1, 2), 3), ([4, 5], 6)]:
    print(i, j, k)


def returns():
    rest = (2, 3)
    return 1, *rest, *[4]


def gen():
    yield 0, *[1, 2]


print(returns(), *gen())
d = {}
d["a"], d["b"], *d["c"] = 1, 2, 3, 4
print(d)


class O:
    pass


o = O()
o.x, o.y = o.z = 1, 2
print(o.x, o.y, o.z)
i = 0
l = [0, 0, 0]
i, l[i] = 2, 9
print(i, l)
x = y = z = []
x.append(1)
print(y, z is x)
(a,) = [5]
[b] = (6,)
print(a, b)
() = []
print({**{}}, [*()], (*"",))


def err(text, f):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(text, type(e).__name__, e)


def few():
    a, b, c = 1, 2


def many():
    a, b = 1, 2, 3


def star_few():
    a, b, *c, d = 1, 2


def not_iterable():
    a, b = 5


def nothing():
    a, b = None


def gen_few():
    a, b, c = (i for i in range(2))


def gen_many():
    a, b = (i for i in range(5))


def str_many():
    a, b = "abc"


def dict_many():
    a, b = {1: 2, 3: 4, 5: 6}


def star_none():
    return [*None]


def star_int():
    a, *b = 5


def dstar():
    return {**[1]}


def func():
    a, b = len


class Odd:
    pass


def obj():
    a, b = Odd()


for f in (few, many, star_few, not_iterable, nothing, gen_few, gen_many, str_many, dict_many, star_none, star_int, dstar, func, obj):
    err(f.__name__, f)


def order(x):
    print("eval", x)
    return x


order([0, 0])[order(0)], order([0])[order(-1)] = order(1), order(2)
print({order("k1"): order("v1"), order("k2"): order("v2")})
order(print)(order(1), *order([2]), sep=order(","))
# expect: 2 1
# expect: 0 [1, 2, 3] 4
# expect: ['a', 'b'] c
# expect: 1 []
# expect: 1 2 [3, 4] 5
# expect: a b c d
# expect: [0, 1, 2, 'a', 'b', 9] (1, 2) {1, 2, 3} {'a': 3, 'b': 2}
# expect: 1-2-a-b
# expect: 1 [2, 3]
# expect: 4 []
# expect: x ['y', 'z']
# expect: 1 2 3
# expect: 4 5 6
# expect: (1, 2, 3, 4) (0, 1, 2)
# expect: {'a': 1, 'b': 2, 'c': [3, 4]}
# expect: 1 2 (1, 2)
# expect: 2 [0, 0, 9]
# expect: [1] True
# expect: 5 6
# expect: {} [] ()
# expect: few ValueError not enough values to unpack (expected 3, got 2)
# expect: many ValueError too many values to unpack (expected 2)
# expect: star_few ValueError not enough values to unpack (expected at least 3, got 2)
# expect: not_iterable TypeError cannot unpack non-iterable int object
# expect: nothing TypeError cannot unpack non-iterable NoneType object
# expect: gen_few ValueError not enough values to unpack (expected 3, got 2)
# expect: gen_many ValueError too many values to unpack (expected 2)
# expect: str_many ValueError too many values to unpack (expected 2)
# expect: dict_many ValueError too many values to unpack (expected 2)
# expect: star_none TypeError Value after * must be an iterable, not NoneType
# expect: star_int TypeError cannot unpack non-iterable int object
# expect: dstar TypeError 'list' object is not a mapping
# expect: func TypeError cannot unpack non-iterable builtin_function_or_method object
# expect: obj TypeError cannot unpack non-iterable Odd object
# expect: eval 1
# expect: eval 2
# expect: eval [0, 0]
# expect: eval 0
# expect: eval [0]
# expect: eval -1
# expect: eval k1
# expect: eval v1
# expect: eval k2
# expect: eval v2
# expect: {'k1': 'v1', 'k2': 'v2'}
# expect: eval <built-in function print>
# expect: eval 1
# expect: eval [2]
# expect: eval ,
# expect: 1,2
