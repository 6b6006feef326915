# dict: every method, views, order, merging, keys of all kinds, changes while walking.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, len(d), list(d), "a" in d, "z" not in d, d["a"], d.get("z"), d.get("z", 0), d.get("a", 0))
print(d.keys(), d.values(), d.items(), list(d.items()), sorted(d), max(d), [k for k in d], list(reversed(d)))
del d["b"]
d["b"] = 11
print(d)
print(d.pop("a"), d.pop("zz", "default"), d.popitem(), d)
print(d.setdefault("c", 5), d.setdefault("n", []), d)
d.update({"x": 1}, y=2)
d.update([("z", 3), ["w", 4]])
d.update(c=9)
print(d)
e = d.copy()
e.clear()
print(e, d == e, d == dict(d), {1: 2, 3: 4} == {3: 4, 1: 2}, {1: 2} == {1: 3}, {} == [])
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict(a=1), dict([(1, 2)]), dict({"a": 1}, a=2, b=3), {**{"a": 1}, **{"a": 2, "b": 3}}, {"a": 1} | {"b": 2}, {1: "x"} | {1: "y"})
d = {"a": 1}
d |= {"b": 2}
d |= [("c", 3)]
print(d)
keys = {1: "int", 1.5: "float", "1": "str", b"1": "bytes", (1, 2): "tuple", None: "none", True: "true", frozenset([1]): "fs", 10**20: "big", int: "type", len: "builtin", ...: "ellipsis"}
print(len(keys), keys[1], keys[1.0], keys[True], keys[(1, 2)], keys[None], keys[frozenset([1])], keys[10**20], keys[int], keys[len], keys[b"1"], keys[...])
nested = {"a": {"b": {"c": [1, {"d": 2}]}}}
print(nested["a"]["b"]["c"][1]["d"], nested)
nested["a"]["b"]["c"][1]["d"] += 5
nested["a"]["self"] = nested
print(nested)
big = {}
for i in range(200):
    big[i * 37 % 101, i % 3] = i
print(len(big), big[(37, 1)], sum(big.values()))
for i in range(0, 200, 2):
    big.pop((i * 37 % 101, i % 3), None)
print(len(big), sum(big.values()), list(big)[:3])
for i in range(50):
    big[str(i)] = i
    del big[str(i)]
print(len(big))
k, v, it = d.keys(), d.values(), d.items()
d["later"] = 4
print(k, list(v), len(it), "later" in k, ("later", 4) in it, ("later", 5) in it, 4 in v, k & {"a", "zz"}, sorted(k | {"q"}), sorted(k - {"a"}), sorted(k ^ {"a", "q"}), k == {"a", "b", "c", "later"}, k >= {"a"}, {"a"} <= k, k.isdisjoint({"zz"}))


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


err(lambda: d["nope"])
err(lambda: d.pop("nope"))
err(lambda: {}.popitem())
err(lambda: {[]: 1})
err(lambda: d[[]])
err(lambda: dict(1))
err(lambda: dict([1]))
err(lambda: dict(["abc"]))
err(lambda: d.update(5))
err(lambda: {} < {})
err(lambda: {} + {})
err(lambda: d.nope)
err(lambda: {1: 2} | [3])


def changing():
    d = {1: 1, 2: 2}
    for k in d:
        d[k + 10] = 0


def deleting():
    d = {1: 1, 2: 2}
    for k in d.items():
        del d[k[0]]


def replacing():
    d = {1: 1, 2: 2}
    for k in d:
        d[k] += 5
    return d


err(changing)
err(deleting)
err(replacing)
d = {i: i * i for i in range(5)}
for k in list(d):
    if k % 2:
        del d[k]
print(d)
inv = {v: k for k, v in d.items()}
print(inv, {k: len(k) for k in ("a", "bb")}, dict(zip("abc", range(3))), sum(d), min(d.values()), max(d, key=d.get), sorted(d.items(), key=lambda kv: -kv[1]))
count = {}
for w in "the cat the dog the end".split():
    count[w] = count.get(w, 0) + 1
print(count, sorted(count.items(), key=lambda x: (-x[1], x[0])))
groups = {}
for w in ["apple", "bob", "cat", "avocado", "ball"]:
    groups.setdefault(w[0], []).append(w)
print(groups)
print({1: 1}.__len__(), {"a": 1}.__contains__("a"), {"a": 1}.__getitem__("a"))
m = {}
m["x"], m["y"] = 1, 2
a, b = m
print(a, b, *m, *m.values(), [*m.items()])
i = iter({"a": 1, "b": 2})
print(next(i), next(i), next(i, "end"))
print({True: 1, 1: 2, 1.0: 3}, {0: "a", False: "b", -0.0: "c"}, {(): 1}[()], {"": 2}[""])
# Nothing is looked for in an empty dict.
print({}.pop([], 'none'))
try:
    {}.pop([])
except KeyError as e:
    print(e)
# expect: {'b': 10, 'a': 2, 'c': 3} 3 ['b', 'a', 'c'] True True 2 None 0 2
# expect: dict_keys(['b', 'a', 'c']) dict_values([10, 2, 3]) dict_items([('b', 10), ('a', 2), ('c', 3)]) [('b', 10), ('a', 2), ('c', 3)] ['a', 'b', 'c'] c ['b', 'a', 'c'] ['c', 'a', 'b']
# expect: {'a': 2, 'c': 3, 'b': 11}
# expect: 2 default ('b', 11) {'c': 3}
# expect: 3 [] {'c': 3, 'n': []}
# expect: {'c': 9, 'n': [], 'x': 1, 'y': 2, 'z': 3, 'w': 4}
# expect: {} False True True False False
# expect: {'a': None, 'b': None} {1: 0, 2: 0} {'a': 1} {1: 2} {'a': 2, 'b': 3} {'a': 2, 'b': 3} {'a': 1, 'b': 2} {1: 'y'}
# expect: {'a': 1, 'b': 2, 'c': 3}
# expect: 11 true true true tuple none fs big type builtin bytes ellipsis
# expect: 2 {'a': {'b': {'c': [1, {'d': 2}]}}}
# expect: {'a': {'b': {'c': [1, {'d': 7}]}, 'self': {...}}}
# expect: 200 1 19900
# expect: 100 10000 [(37, 1), (10, 0), (84, 2)]
# expect: 100
# expect: dict_keys(['a', 'b', 'c', 'later']) [1, 2, 3, 4] 4 True True False True {'a'} ['a', 'b', 'c', 'later', 'q'] ['b', 'c', 'later'] ['b', 'c', 'later', 'q'] True True True True
# expect: KeyError 'nope'
# expect: KeyError 'nope'
# expect: KeyError 'popitem(): dictionary is empty'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'list'
# expect: TypeError 'int' object is not iterable
# expect: TypeError cannot convert dictionary update sequence element #0 to a sequence
# expect: ValueError dictionary update sequence element #0 has length 3; 2 is required
# expect: TypeError 'int' object is not iterable
# expect: TypeError '<' not supported between instances of 'dict' and 'dict'
# expect: TypeError unsupported operand type(s) for +: 'dict' and 'dict'
# expect: AttributeError 'dict' object has no attribute 'nope'
# expect: TypeError unsupported operand type(s) for |: 'dict' and 'list'
# expect: RuntimeError dictionary changed size during iteration
# expect: RuntimeError dictionary changed size during iteration
# expect: {1: 6, 2: 7}
# expect: {0: 0, 2: 4, 4: 16}
# expect: {0: 0, 4: 2, 16: 4} {'a': 1, 'bb': 2} {'a': 0, 'b': 1, 'c': 2} 6 0 4 [(4, 16), (2, 4), (0, 0)]
# expect: {'the': 3, 'cat': 1, 'dog': 1, 'end': 1} [('the', 3), ('cat', 1), ('dog', 1), ('end', 1)]
# expect: {'a': ['apple', 'avocado'], 'b': ['bob', 'ball'], 'c': ['cat']}
# expect: 1 True 1
# expect: x y x y 1 2 [('x', 1), ('y', 2)]
# expect: a b end
# expect: {True: 3} {0: 'c'} 1 2
# expect: none
# expect: []
