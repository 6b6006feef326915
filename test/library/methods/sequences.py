from calls import call, product

bounds = (0, 1, 5, -3, 2 ** 31, -2 ** 40, 10 ** 20)
steps = (1, 2, -1, -3, 10 ** 19)


def big(r):
    # len() of a long one is refused.
    return r.start, r.stop, r.step, bool(r), r == range(r.start, r.stop, r.step), r[:1], r[:2] == r[0:2]


product('range', lambda a, b, c: big(range(a, b, c)), bounds, bounds, steps)
product('range', lambda *a: range(*a), (0, 5, -1, True, 'a', None, 1.5))
product('range', lambda *a: range(*a), (0, 1), (5, None), (0, 1, 2.0))
ranges = (range(0), range(5), range(2, 10, 3), range(5, -5, -2), range(10 ** 20, 10 ** 20 + 5), range(0, 2 ** 40, 2 ** 38), range(2 ** 31, -1, -2 ** 30), range(-1, -10 ** 10, -10 ** 10))
product('list', lambda r: (list(r), len(r), list(reversed(r)), r), ranges)
product('getitem', lambda r, i: r[i], ranges, (0, 1, -1, 4, 99, -99, None, 'a', slice(None), slice(1, 3), slice(None, None, -1), slice(-2, None), slice(None, None, 2), slice(5, 1, -1), slice(0, 10 ** 20), slice(None, None, 0)))
product('index', lambda r, v: (v in r, r.count(v), r.index(v)), ranges, (0, 2, 5, 2.0, 10 ** 20 + 1, 2 ** 38, 'a', None, -1, True))
product('==', lambda r, s: (r == s, r != s), ranges + (range(3, 3), range(0, 5, 9)), ranges + (range(0, 1, 2), [], None))
product('hash', lambda r: hash(r) == hash(range(r.start, r.stop, r.step)), ranges)
call('hash', lambda: (hash(range(0, 3, 2)) == hash(range(0, 4, 2)), len({range(3), range(0, 3), range(1)}), hash(range(0)) == hash(range(5, 5))))
product('len', lambda r: len(r), (range(2 ** 31), range(10 ** 20), range(-10 ** 18, 10 ** 18, 10 ** 15)))
product('for', lambda r: [x for x, _ in zip(r, 'abc')], (range(10 ** 20, 10 ** 21), range(2 ** 30, 2 ** 40, 2 ** 35)))
product('attribute', lambda r, n: getattr(r, n), ranges[:2], ('start', 'stop', 'step', 'nope'))
product('slice', lambda *a: slice(*a), (1, None), (2, 'a'), (3,))
product('indices', lambda a, b, c, n: slice(a, b, c).indices(n), (None, 0, 2, -2, 99, -99, 10 ** 20), (None, 0, 3, -1, 99, -10 ** 20), (None, 1, 2, -1, -3), (0, 1, 5, 8))
product('indices', lambda s, n: s.indices(n), (slice(None), slice(None, None, 0), slice('a'), slice(1.5)), (5, -1, 'a', None))
product('slice', lambda s: (s.start, s.stop, s.step, s == slice(s.start, s.stop, s.step)), (slice(1), slice(1, 2), slice(1, 2, 3)))
product('slice', lambda s: hash(s), (slice(1),))
product('sum', lambda x: (sum(x), sum(x, 10), sum(x, start=2.5)), ([], [1, 2], (1.5, 2), range(5), {1, 2}, [True]))
product('sum', lambda x, *s: sum(x, *s), ('ab', ['a'], [[1], [2]], [1]), ('', [], b'', bytearray(b''), None, 0))
for name, f in (('min', min), ('max', max)):
    product(name, lambda *a: f(*a), ([1, 3, 2], 'banana', (), {2, 1}, 5, [1, 'a'], [1, 1.0], [float('nan'), 1]))
    product(name, lambda *a: f(*a), (1, 'a'), (2, 'b'), (0, 'c'))
    product(name, lambda x: (f(x, default=7), f(x, key=lambda v: -v)), ([], [1, 2]))
    product(name, lambda *a: f(*a, default=1), (1,), (2,))
    call(name, lambda: f(['bb', 'a', 'cc'], key=len))
    call(name, lambda: f(3, 1, key=None))
product('enumerate', lambda x, *s: list(enumerate(x, *s)), ('ab', []), (0, 5, -1, 10 ** 20, 'a', None, True))
product('enumerate', lambda x: list(enumerate(x, start=2)), ('ab',))
product('zip', lambda *a: list(zip(*a)), ('ab', [1, 2, 3], (), 5), ('xyz', [1], {}, None))
product('zip', lambda *a: list(zip(*a, strict=True)), ('ab', 'a'), ('xy', 'x', ''), ([1, 2], [1]))
call('zip', lambda: (list(zip()), list(zip('ab')), list(zip(strict=True))))
product('map', lambda f, x: list(map(f, x)), (str, lambda v: v * 2, None, 5), ('ab', [1, 2], 5))
product('map', lambda f, *x: list(map(f, *x)), (lambda a, b: (a, b), max), ('abc', 'x'), ('12', ''))
product('filter', lambda f, x: list(filter(f, x)), (None, lambda v: v != 'a', 5), ('ab', [0, 1, '', None], 5))
product('reversed', lambda x: list(reversed(x)), ('ab', [1, 2], (), range(3), {1: 2, 3: 4}, {1}, 5, None))
product('any', lambda x: (any(x), all(x)), ([], [0], [1], [0, 1], 'a', {}, {0: 1}))
product('any', lambda x: any(x), (5, None))
product('all', lambda x: all(x), (5, None))
product('tuple', lambda x: (tuple(x), list(x)), ('ab', [1], {1: 2}, range(2), (), 5, None))


def source():
    values = [1, 2, 3, 0, 5]
    return lambda: values.pop(0)


call('iter', lambda: list(iter(source(), 0)))
product('iter', lambda x, *s: iter(x, *s), (5, 'a'), (1,))
product('next', lambda x, *a: next(iter(x), *a), ([], 'a'), (7,))
product('next', lambda x: next(x), (5, [1]))
call('next', lambda: next(iter('a')))
product('len', lambda x: len(x), ('é', b'ab', [], (1,), {1: 2}, {3}, range(9), 5, None, {}.keys(), slice(1)))
product('isinstance', lambda x, c: isinstance(x, c), (1, True, 'a', 1.5, None), (int, (int, str), (), ((float,), bool), 5, (5,), type(None)))
product('issubclass', lambda x, c: issubclass(x, c), (int, bool, 5), (int, (str, object), 5))
product('callable', lambda x: callable(x), (len, 5, int, lambda: 0, 'a', str.upper))
product('bool', lambda x: bool(x), ([], [0], '', 'a', 0, 0.0, None, {}, range(0), range(1), b'', ()))
product('hash', lambda x: hash(x), ([], {}, {1}, ([],), bytearray()))
