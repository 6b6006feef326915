# collections: OrderedDict, defaultdict, Counter, ChainMap
from collections import ChainMap, Counter, OrderedDict, defaultdict

o = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
o.move_to_end('a')
print(o, list(o), list(reversed(o)), len(o), o['b'], 'z' in o)  # expect: OrderedDict([('b', 2), ('c', 3), ('a', 1)]) ['b', 'c', 'a'] ['a', 'c', 'b'] 3 2 False
o.move_to_end('c', last=False)
print(list(o.items()), o.popitem(), o.popitem(last=False), o)  # expect: [('c', 3), ('b', 2), ('a', 1)] ('a', 1) ('c', 3) OrderedDict([('b', 2)])
print(OrderedDict(x=1, y=2) == OrderedDict(y=2, x=1), OrderedDict(x=1, y=2) == dict(y=2, x=1), OrderedDict(x=1) == {'x': 1}, OrderedDict(x=1) != OrderedDict(x=2))  # expect: False True True True
o['new'] = 5
o.update(k=6)
del o['b']
print(o, o.copy(), type(o.copy()).__name__, o.get('no', 7), o.pop('k'), o.setdefault('s', 1), o, OrderedDict.fromkeys('ab', 0), OrderedDict())  # expect: OrderedDict([('new', 5), ('s', 1)]) OrderedDict([('new', 5), ('k', 6)]) OrderedDict 7 6 1 OrderedDict([('new', 5), ('s', 1)]) OrderedDict([('a', 0), ('b', 0)]) OrderedDict()
print(OrderedDict(a=1) | {'b': 2}, {'b': 2} | OrderedDict(a=1), isinstance(o, dict))  # expect: OrderedDict([('a', 1), ('b', 2)]) OrderedDict([('b', 2), ('a', 1)]) True
for bad in (lambda: OrderedDict().popitem(), lambda: o.move_to_end('no'), lambda: o['no']):
    try:
        bad()
    except KeyError as error:
        print('KeyError', error)  # expect: KeyError 'dictionary is empty'
# expect: KeyError 'no'
# expect: KeyError 'no'

d = defaultdict(list)
d['a'].append(1)
d['a'].append(2)
d['b']
print(d, dict(d), d.get('c'), 'c' in d, d.default_factory is list)  # expect: defaultdict(<class 'list'>, {'a': [1, 2], 'b': []}) {'a': [1, 2], 'b': []} None False True
n = defaultdict(int, x=1)
for c in 'hello':
    n[c] += 1
print(n, n.copy(), defaultdict(None, {1: 2}), n == {'x': 1, 'h': 1, 'e': 1, 'l': 2, 'o': 1}, n | {'x': 5})  # expect: defaultdict(<class 'int'>, {'x': 1, 'h': 1, 'e': 1, 'l': 2, 'o': 1}) defaultdict(<class 'int'>, {'x': 1, 'h': 1, 'e': 1, 'l': 2, 'o': 1}) defaultdict(None, {1: 2}) True defaultdict(<class 'int'>, {'x': 5, 'h': 1, 'e': 1, 'l': 2, 'o': 1})
try:
    defaultdict()['no']
except KeyError as error:
    print('KeyError', error)  # expect: KeyError 'no'
try:
    defaultdict(3)
except TypeError as error:
    print(error)  # expect: first argument must be callable or None


class Zeros(defaultdict):
    def __missing__(self, key):
        return 0


print(Zeros()['a'], Zeros(int, a=2))  # expect: 0 Zeros(<class 'int'>, {'a': 2})

c = Counter('abracadabra')
print(c, c['z'], c.most_common(2), c.most_common(), c.total(), sorted(c.elements()), len(c), 'z' in c)  # expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) 0 [('a', 5), ('b', 2)] [('a', 5), ('b', 2), ('r', 2), ('c', 1), ('d', 1)] 11 ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'c', 'd', 'r', 'r'] 5 False
c.update('zz', a=2)
c.subtract({'b': 5, 'r': 2})
print(c, +c, -c, Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=2))  # expect: Counter({'a': 7, 'z': 2, 'c': 1, 'd': 1, 'r': 0, 'b': -3}) Counter({'a': 7, 'z': 2, 'c': 1, 'd': 1}) Counter({'b': 3}) Counter({'a': 4, 'c': 2, 'b': 1}) Counter({'a': 2})
print(Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3, b=1) | Counter(a=1, c=2), Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=1, b=1), Counter(a=2) > Counter(a=1), Counter(a=1) != Counter(a=2))  # expect: Counter({'a': 1, 'b': 1}) Counter({'a': 3, 'c': 2, 'b': 1}) True True True True
c = Counter(a=1)
c += Counter(b=2)
c -= Counter(a=1)
print(c, Counter(), Counter(c), c.copy(), type(c.copy()).__name__, dict(c))  # expect: Counter({'b': 2}) Counter() Counter({'b': 2}) Counter({'b': 2}) Counter {'b': 2}
del c['nothing']
try:
    Counter.fromkeys('ab')
except NotImplementedError as error:
    print(error)  # expect: Counter.fromkeys() is undefined.  Use Counter(iterable) instead.

base = {'a': 1, 'b': 2}
m = ChainMap({'b': 3}, base)
print(m['a'], m['b'], m.get('c'), m.get('c', 4), len(m), list(m), 'a' in m, dict(m), m)  # expect: 1 3 None 4 2 ['a', 'b'] True {'a': 1, 'b': 3} ChainMap({'b': 3}, {'a': 1, 'b': 2})
m['c'] = 5
m.update(d=6)
del m['b']
child = m.new_child({'a': 0})
print(m, child['a'], child.parents == m, m.maps, list(m.items()), list(m.values()), list(m.keys()), m.pop('c'), m.setdefault('a', 9), bool(ChainMap()))  # expect: ChainMap({'d': 6}, {'a': 1, 'b': 2}) 0 True [{'d': 6}, {'a': 1, 'b': 2}] [('a', 1), ('b', 2), ('c', 5), ('d', 6)] [1, 2, 5, 6] ['a', 'b', 'c', 'd'] 5 1 False
for bad in (lambda: m['no'], lambda: m.pop('no'), lambda: m.__delitem__('a')):
    try:
        bad()
    except KeyError as error:
        print('KeyError', error)  # expect: KeyError 'no'
# expect: KeyError "Key not found in the first mapping: 'no'"
# expect: KeyError "Key not found in the first mapping: 'a'"
print(ChainMap({1: 2}) | {3: 4}, {3: 4} | ChainMap({1: 2}), ChainMap.fromkeys('ab', 1), m.copy() == m)  # expect: ChainMap({1: 2, 3: 4}) ChainMap({3: 4, 1: 2}) ChainMap({'a': 1, 'b': 1}) True
