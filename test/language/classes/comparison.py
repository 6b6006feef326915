# Rich comparison, hash and equality in dicts and sets, chained comparisons.
class Ver:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, o):
        return self.parts == o.parts if isinstance(o, Ver) else NotImplemented

    def __lt__(self, o):
        return self.parts < o.parts if isinstance(o, Ver) else NotImplemented

    def __le__(self, o):
        return self == o or self < o

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return "v" + ".".join([str(p) for p in self.parts])


a, b, c = Ver(1, 2), Ver(1, 10), Ver(1, 2)
print(a < b, a > b, a == c, a != c, a != b, a <= c, a >= c, b >= a, a is c, a == 5, a != 5)
print(sorted([b, a, Ver(0), c, Ver(3, 1)]), max(a, b), min([b, a]), sorted([a, b], reverse=True))
print({a: 1, b: 2}[c], len({a, b, c}), c in {a}, c in [b, a], [b, a].index(c), [a, c, b].count(a), Ver(9) in {a: 1})
d = {}
for i in range(30):
    d[Ver(i % 10, i % 3)] = i
print(len(d), d[Ver(4, 1)], d.get(Ver(4, 9)), d.pop(Ver(4, 1)), Ver(4, 1) in d)
d[Ver(4, 1)] = "again"
print(list(d)[-1], len(d))
del d[Ver(0, 0)]
print(len(d), d.setdefault(Ver(1, 1), "new"), d.setdefault(Ver(7, 7), "new"))
s = set()
for i in range(20):
    s.add(Ver(i % 7))
print(len(s), Ver(3) in s)
s.discard(Ver(3))
s.remove(Ver(4))
print(len(s), Ver(3) in s, s & {Ver(1), Ver(99)})


def err(f):
    try:
        print(f())
    except (TypeError, KeyError) as e:
        print(type(e).__name__, e)


err(lambda: a < 5)
err(lambda: 5 >= a)
err(lambda: sorted([a, 5]))
err(lambda: d[Ver(42)])
err(lambda: s.remove(Ver(42)))


class OnlyEq:
    def __eq__(self, o):
        return True


err(lambda: hash(OnlyEq()))
err(lambda: {OnlyEq(): 1})
err(lambda: {OnlyEq()})
print(OnlyEq() == 1, 1 == OnlyEq(), OnlyEq() != 1, OnlyEq() in [1], [OnlyEq()] == [7], (1, OnlyEq()) == (1, None))


class NoHash:
    __hash__ = None


err(lambda: hash(NoHash()))


class BadHash:
    def __hash__(self):
        return "x"


err(lambda: hash(BadHash()))


class Child(Ver):
    pass


print(Child(1) == Ver(1), hash(Child(1)) == hash(Ver(1)))


class ChildEq(Ver):
    def __eq__(self, o):
        return super().__eq__(o)


err(lambda: hash(ChildEq(1)))


class Plain:
    pass


x, y = Plain(), Plain()
print(x == y, x == x, x != y, {x: 1}[x], y in {x: 1}, hash(x) == hash(x), x in [y, x])
err(lambda: x < y)
err(lambda: 1 < "a")
err(lambda: None < None)
err(lambda: [] < ())
err(lambda: {} < {})
err(lambda: [1, "a"] < [1, 2])
err(lambda: {[]: 1})
err(lambda: {{}})
err(lambda: {(1, [])})
err(lambda: hash({}))
err(lambda: {1: 2}[[]])
err(lambda: [] in {})
print(1 == 1.0 == True, hash(1) == hash(1.0) == hash(True), {1: "a", 1.0: "b", True: "c"}, "a" == b"a", None == 0, [1, 2] == (1, 2))
print((1, 2) < (1, 3) < (2,), [1] < [1, 0], () < (0,), "a" < "b" < "c", "Z" < "a", b"a" < b"b", "" < "a", "abc" < "abd")


class Trace:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        print("lt", self.v, o.v)
        return self.v < o.v

    def __bool__(self):
        print("bool", self.v)
        return bool(self.v)


def get(n):
    print("get", n)
    return n


print(get(1) < get(2) < get(3), get(3) < get(2) < get(1), get(1) < get(5) > get(3) != get(4))
print(get(1) in [1] == True, get(2) is get(2) is not None, not get(1) == get(2))
Trace(1) < Trace(2) < Trace(3)
if Trace(0):
    print("no")
else:
    print("else")
print(Trace(0) and 1 or 2, Trace(1) and 1 or 2)


class Weird:
    def __eq__(self, o):
        return "yes"

    def __lt__(self, o):
        return []

    def __contains__(self, o):
        return "truthy"


print(Weird() == 1, Weird() < 1, 1 in Weird(), 1 not in Weird(), Weird() != 1)
# expect: True False True False True True True True False False True
# expect: [v0, v1.2, v1.2, v1.10, v3.1] v1.10 v1.2 [v1.10, v1.2]
# expect: 1 2 True True 1 2 False
# expect: 30 4 None 4 False
# expect: v4.1 30
# expect: 29 1 new
# expect: 7 True
# expect: 5 False {v1}
# expect: TypeError '<' not supported between instances of 'Ver' and 'int'
# expect: TypeError '<' not supported between instances of 'Ver' and 'int'
# expect: TypeError '<' not supported between instances of 'int' and 'Ver'
# expect: KeyError v42
# expect: KeyError v42
# expect: TypeError unhashable type: 'OnlyEq'
# expect: TypeError unhashable type: 'OnlyEq'
# expect: TypeError unhashable type: 'OnlyEq'
# expect: True True False True True True
# expect: TypeError unhashable type: 'NoHash'
# expect: TypeError __hash__ method should return an integer
# expect: True True
# expect: TypeError unhashable type: 'ChildEq'
# expect: False True True 1 False True True
# expect: TypeError '<' not supported between instances of 'Plain' and 'Plain'
# expect: TypeError '<' not supported between instances of 'int' and 'str'
# expect: TypeError '<' not supported between instances of 'NoneType' and 'NoneType'
# expect: TypeError '<' not supported between instances of 'list' and 'tuple'
# expect: TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'dict'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'dict'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'list'
# expect: True True {1: 'c'} False False False
# expect: True True True True True True True True
# expect: get 1
# expect: get 2
# expect: get 3
# expect: get 3
# expect: get 2
# expect: get 1
# expect: get 5
# expect: get 3
# expect: get 4
# expect: True False True
# expect: get 1
# expect: get 2
# expect: get 2
# expect: get 1
# expect: get 2
# expect: False True True
# expect: lt 1 2
# expect: lt 2 3
# expect: bool 0
# expect: else
# expect: bool 0
# expect: bool 1
# expect: 2 1
# expect: yes [] True False False
