from calls import call, product


def changed(f):
    # The result and what became of a copy of the first argument.
    def g(x, *args):
        x = x.copy()
        r = f(x, *args)
        return r, x
    return g


def put(x, i, v):
    x[i] = v


def cut(x, i):
    del x[i]


def add(x, y):
    x += y
    return x


def merge(d, o):
    d |= o


def times(x, n):
    x *= n
    return x


lists = ([], [1], [3, 1, 2], [1, 2, 1, 2.0, True])
indexes = (0, 1, -1, 5, -5, None, 'a', 1.5, True, slice(None), slice(1, None), slice(None, None, -1), slice(5, 0, -2), slice(-2, 100), slice(2, 1), slice(0, 3, 2), slice(None, None, 0), slice('a', 1))
product('getitem', lambda x, i: x[i], lists + ((1, 2, 3), range(5)), indexes)
product('setitem', changed(put), lists, indexes, (9, [7, 8], (), 'ab', None))
product('delitem', changed(cut), lists, indexes)
product('index', lambda x, *a: x.index(*a), lists + ((1, 2), ()), (1, 2, 'x'))
product('index', lambda x, *a: x.index(*a), lists, (1, 2), (0, 1, -1, -9, 9, True), (0, 2, -1, 99))
product('index', lambda x, *a: x.index(*a), lists[1:2], (1,), (None, 'a', 1.5))
product('count', lambda x, v: x.count(v), lists + ((1, True, 'a'), ()), (1, 2, 'a', None))
product('append', changed(lambda x, v: x.append(v)), lists, (1, []))
product('extend', changed(lambda x, v: x.extend(v)), lists, ([1], (2,), 'ab', range(2), {5}, {6: 7}, 1, None))
product('insert', changed(lambda x, i, v: x.insert(i, v)), lists, (0, 1, -1, 99, -99, True, None, 'a', 1.0), (5,))
product('remove', changed(lambda x, v: x.remove(v)), lists, (1, 2.0, 'a'))
product('pop', changed(lambda x, *i: x.pop(*i)), lists)
product('pop', changed(lambda x, *i: x.pop(*i)), lists[1:], (0, -1, 1, 9, -9, None, 'a', True))
product('clear', changed(lambda x: (x.reverse(), x.copy(), x.clear())), lists)
product('add', lambda x, y: x + y, ([1], (1,)), ([2], (2,), 'a', None, range(1)))
product('iadd', changed(add), lists[:2], ([2], (2,), 'a', None, 5, range(1)))
product('mul', lambda x, n: (x * n, n * x), ([1], (1,), []), (0, 2, -1, True))
product('mul', lambda x, n: x * n, ([1], (1,)), (1.0, 'a', None))
product('imul', changed(times), lists, (0, 1, 2, -1, 1.5))
product('compare', lambda x, y: (x < y, x <= y, x == y, x != y, x > y, x >= y), lists, lists)
product('compare', lambda x, y: x < y, ([1], (1,), ['a']), ([1], (1,), ['b'], None, 1))
product('sort', changed(lambda x, **k: x.sort(**k)), lists + (['b', 'a'], ['a', 1], [None, None], [[2], [1, 5], []], [(1, 'b'), (1, 'a')]))
product('sort', changed(lambda x, r: x.sort(key=lambda v: -v, reverse=r)), lists, (False, True, 1, 0))
product('sort', changed(lambda x: x.sort(key=lambda v: v % 2)), ([5, 2, 4, 3, 1],))
product('sorted', lambda x: (sorted(x), sorted(x, reverse=True), sorted(x, key=str)), ([3, 1, 2], 'banana', {3, 1}, {'b': 1, 'a': 2}, (), range(3, 0, -1)))
product('sorted', lambda x: sorted(x), (1, None, [1, 'a'], [{}, {}]))
product('in', lambda x, v: (v in x, v not in x), lists + ((), (1, 'a'), 'a', {1: 2}, {1}, range(3)), ('a',))
product('in', lambda x, v: v in x, ('abc', 5, None, {1}, {}), (1, [], None))

dicts = ({}, {'a': 1}, {'b': 2, 'a': 3}, {1: 'x', 1.5: 'y', None: 0})
product('getitem', lambda d, k: d[k], dicts, ('a', 1, True, None, [], 2.0))
product('setitem', changed(put), dicts, ('a', 1, True, []), (5,))
product('delitem', changed(cut), dicts, ('a', 1, [], 'zz'))
product('get', lambda d, k, *v: (d.get(k, *v), k in d), dicts, ('a', 1, 'zz'), (7, None))
product('get', lambda d, k: d.get(k), dicts, ('a', 'zz', []))
product('pop', changed(lambda d, *k: d.pop(*k)), dicts[1:], ('a', 'zz', []))
product('pop', changed(lambda d, *k: d.pop(*k)), dicts, ('a', 'zz'), (0, None))
product('setdefault', changed(lambda d, *k: d.setdefault(*k)), dicts, ('a', 'zz', 1, []))
product('setdefault', changed(lambda d, *k: d.setdefault(*k)), dicts, ('a', 'zz'), (0, None))
product('popitem', changed(lambda d: d.popitem()), dicts)
product('update', changed(lambda d, o: d.update(o)), dicts, ({}, {'a': 9}, [('c', 1)], [['d', 2]], ('ab', 'cd'), [1], [(1,)], [(1, 2, 3)], 5, None, 'ab', {'x'}))
product('update', changed(lambda d: d.update(z=1, a=2)), dicts)
product('update', changed(lambda d: d.update({'q': 1}, z=1)), dicts)
product('fromkeys', lambda k, *v: dict.fromkeys(k, *v), ('ab', [1, 2, 1], (), 5, [[]], {'x': 1}))
product('fromkeys', lambda k, *v: dict.fromkeys(k, *v), ('ab', ()), (0, []))
product('dict', lambda x: dict(x), ({'a': 1}, [('a', 1)], (), 5, ['ab'], [1]))
call('dict', lambda: (dict(a=1), dict({'a': 1}, b=2), dict([('x', 1)], x=2)))
product('or', lambda d, o: (d | o, o | d), dicts, ({'a': 9}, {}))
product('or', lambda d, o: d | o, dicts[:2], ([('a', 1)], None, 5, {'a'}))
product('ior', changed(merge), dicts, ({'a': 9}, [('c', 1)], [('d',)], None, 5))
product('compare', lambda d, o: (d == o, d != o), dicts, dicts + ({'a': 3, 'b': 2}, None, []))
product('compare', lambda d, o: d < o, dicts[:1], dicts[:1])
product('views', lambda d: (d.keys(), d.values(), d.items(), list(d), list(reversed(d)), list(reversed(d.keys())), list(reversed(d.values())), list(reversed(d.items())), len(d.keys()), len(d)), dicts)
keys = (set(), {'a'}, frozenset(('a', 'b')), {}.keys(), {'a': 1, 'c': 2}.keys(), {'a': 1}.items(), {('a', 1)}, ['a'], ('a', 'z'), 'a')
for name, f in (
    ('&', lambda x, y: sorted(x & y)), ('|', lambda x, y: sorted(x | y, key=str)), ('-', lambda x, y: sorted(x - y)), ('^', lambda x, y: sorted(x ^ y, key=str)),
    ('<', lambda x, y: (x < y, x <= y, x > y, x >= y)), ('==', lambda x, y: (x == y, x != y)),
):
    product('view ' + name, lambda d, y: f(d.keys(), y), dicts[:3], keys + (5, None))
    product('view ' + name, lambda d, y: f(d.items(), y), dicts[:3], keys + (5, None))
    product('view ' + name, lambda d, y: f(y, d.keys()), dicts[:3], keys[:7])
    product('set ' + name, f, keys[:3], keys + (5, None))
product('view', lambda d, y: (d.keys().isdisjoint(y), d.items().isdisjoint(y)), dicts[:3], keys)
product('view in', lambda d, v: (v in d.keys(), v in d.values(), v in d.items()), dicts, ('a', 1, ('a', 1), ('a', 2), None, ('a',)))
product('view', lambda d: hash(d.keys()), dicts[:1])
product('view', lambda d: d.values() == d.values(), dicts)
product('view', lambda d: d.keys() & d.values(), dicts)

sets = (set(), {1}, {1, 2, 3}, {'a', 1}, frozenset(), frozenset((1, 2)))
others = (set(), {1, 5}, [1, 2], (3,), 'ab', {'a': 1}, range(3), frozenset((2,)))


def inorder(s):
    return type(s).__name__, sorted(s, key=str)


for name, f in (
    ('union', lambda s, *o: inorder(s.union(*o))), ('intersection', lambda s, *o: inorder(s.intersection(*o))), ('difference', lambda s, *o: inorder(s.difference(*o))),
):
    product(name, f, sets)
    product(name, f, sets, others + (5, None, [[]]))
    product(name, f, sets[2:], others, others[:4])
product('symmetric_difference', lambda s, o: inorder(s.symmetric_difference(o)), sets, others + (5,))
product('is', lambda s, o: (s.issubset(o), s.issuperset(o), s.isdisjoint(o)), sets, others)
product('issubset', lambda s, o: s.issubset(o), sets[:2], (5, [[]]))
product('issuperset', lambda s, o: s.issuperset(o), sets[:2], (5, [[]]))
product('isdisjoint', lambda s, o: s.isdisjoint(o), sets[:2], (5, [[]]))
for name, f in (
    ('update', lambda s, o: s.update(o)), ('intersection_update', lambda s, o: s.intersection_update(o)), ('difference_update', lambda s, o: s.difference_update(o)),
    ('symmetric_difference_update', lambda s, o: s.symmetric_difference_update(o)), ('add', lambda s, o: s.add(o)), ('discard', lambda s, o: s.discard(o)), ('remove', lambda s, o: s.remove(o)),
):
    product(name, lambda s, o: inorder(changed(f)(s, o)[1]), sets[:4], others + (1, 'a', None))
product('update', lambda s: inorder(changed(lambda s: s.update([1], 'b'))(s)[1]), sets[:4])
product('pop', lambda s: changed(lambda s: s.pop())(s), sets[:2])
product('ops', lambda s, o: [inorder(x) for x in (s & o, s | o, s - o, s ^ o)], sets, sets)


def in_place(s, o):
    r = []
    for i in range(4):
        x = s.copy()
        y = x
        if i == 0:
            x &= o
        elif i == 1:
            x |= o
        elif i == 2:
            x -= o
        else:
            x ^= o
        r.append((inorder(x), x is y))
    return r


product('in place', in_place, sets, sets)
product('in place', in_place, sets[:1], ([], None, 5))
product('copy', lambda s: (inorder(s.copy()), s.copy() is s, len(s), bool(s)), sets)
product('set', lambda x: (inorder(set(x)), inorder(frozenset(x))), ('abc', [1, 1], {}, {1: 2}, 5, None, [[]]))
product('compare', lambda x, y: (x < y, x <= y, x == y, x != y, x > y, x >= y), sets, sets)
product('compare', lambda x, y: (x == y, x != y), sets, ([1], 1, None))
call('hash', lambda: (hash(frozenset((1, 2))) == hash(frozenset((2, 1))), {frozenset((1,)): 2}[frozenset((1,))], {1} in [frozenset((1,))]))
