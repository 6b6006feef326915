# Special methods of builtin types by their names: through super(), through the type, and on plain values.

class Loud(list):
    def __init__(self, *items, tag=None):
        super().__init__(items)
        self.tag = tag

    def append(self, x):
        print('append', x)
        super().append(x)

    def __setitem__(self, i, v):
        print('set', i, v)
        list.__setitem__(self, i, v)

    def __getitem__(self, i):
        return ('item', super().__getitem__(i))

    def __len__(self):
        return 10 + super().__len__()

    def __contains__(self, x):
        return x == 'yes' or super().__contains__(x)

    def __repr__(self):
        return 'Loud(' + super().__repr__() + ')'

    def __iter__(self):
        for x in super().__iter__():
            yield x, x

    def __eq__(self, other):
        return 'equal?'

l = Loud(1, 2, tag='t')
l.append(3)
l[0] = 7
print(l, l.tag, len(l), l[1], 'yes' in l, 3 in l, 'no' in l)
print(str(l), '%s' % (l,), f'{l!r:>22}', [l])
print(list(l), l == 3, [l] == [l])
l.extend([4])
list.append(l, 5)
print(l)
class Meters(int):
    def __repr__(self):
        return super().__repr__() + ' m'

    def __add__(self, other):
        r = super().__add__(other)
        return r if r is NotImplemented else Meters(r)

    def __eq__(self, other):
        return 'eq' if super().__eq__(other) else 'ne'

    __hash__ = int.__hash__

    def __format__(self, spec):
        return '<' + super().__format__(spec) + '>'

m = Meters(5)
print(m, m + 1, m == 5, m == 6, m == 'x', hash(m) == hash(5), f'{m}', f'{m:04d}', m.__neg__(), m.__bool__(), 2 * m)
try:
    m + 'x'
except TypeError as e:
    print(str(e)[:35])

class Lower(dict):
    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __delitem__(self, key):
        dict.__delitem__(self, key.lower())

    def __contains__(self, key):
        return super().__contains__(key.lower())

    def __missing__(self, key):
        return 'no ' + key

d = Lower()
d['Ab'] = 1
d['CD'] = 2
print(d, d['aB'], d['X'], 'cd' in d, 'ef' in d, len(d), list(d))
del d['AB']
print(d, d == {'cd': 2})

class Text(str):
    def __str__(self):
        return 'T' + super().__str__()

    def __add__(self, other):
        return Text(super().__add__(other))

    def __hash__(self):
        return super().__hash__()

    def __eq__(self, other):
        return super().__eq__(other)

t = Text('ab')
print(t, t + 'c', type(t + 'c') is Text, {t: 1}['ab'], t == 'ab', t != 'ab', t == 5, repr(t))

class Bag(set):
    def __repr__(self):
        return 'bag ' + super().__repr__()

    def __or__(self, other):
        return Bag(super().__or__(other))

    def __ior__(self, other):
        print('ior')
        return super().__ior__(other)

b = Bag([1])
print(b, b | {1}, type(b | {2}) is Bag)
b |= {1}
print(b, type(b) is Bag)

setter = dict.__setitem__
setter(d, 'K', 9)
print(dict.__getitem__(d, 'K'), dict.__len__(d), list.__len__([1, 2]), str.__len__('abc'), (5).__add__(3), (5).__add__('x'), 'a'.__add__('b'), [1].__contains__(1))
print((7).__floordiv__(2), (2).__pow__(5), (1.5).__mul__(2), (3).__rsub__(10), (3).__lt__(4), (3).__eq__(3.0), 'a'.__lt__('b'), [1].__eq__((1,)), (5).__index__())
print([3, 4].__getitem__(1), {'a': 1}.__getitem__('a'), {1, 2}.__and__({2, 3}), 'x%d'.__mod__(3), [1].__iadd__([2]), (1, 2).__repr__(), 'q'.__repr__(), (1.0).__str__(), [].__str__())
print(hasattr(5, '__len__'), hasattr([], '__len__'), hasattr(object(), '__getitem__'), hasattr({}, '__getitem__'), (9).__format__('4d'), 'ab'.__hash__() == hash('ab'))

class Plain:
    def __eq__(self, other):
        return super().__eq__(other)

    def __repr__(self):
        return super().__repr__()[:16]

p = Plain()
print(p == p, p == Plain(), p != p, p, object.__ne__(p, p), object().__eq__(5))

def f(self, x):
    return self, x

print(f.__get__(1)(2), f.__call__(3, 4), len.__call__('abc'), int.__call__('5'), Plain.mro() == [Plain, object], callable(Plain.mro))
a = [1]
a.__setitem__(0, 5)
a.__delitem__(0)
print(a, list(reversed([1, 2])), list([1, 2].__reversed__()), [1, 2].__iter__().__next__(), divmod(7, 2), (7).__divmod__(2), (-7.5).__abs__(), (2.5).__floor__(), (2.5).__ceil__(), (2.5).__trunc__())
# expect: append 3
# expect: set 0 7
# expect: Loud([7, 2, 3]) t 13 ('item', 2) True True False
# expect: Loud([7, 2, 3]) Loud([7, 2, 3])        Loud([7, 2, 3]) [Loud([7, 2, 3])]
# expect: [(7, 7), (2, 2), (3, 3)] equal? True
# expect: Loud([7, 2, 3, 4, 5])
# expect: 5 m 6 m eq ne eq True <5 m> <0005> -5 True 10
# expect-json: "unsupported operand type(s) for +: "
# expect: {'ab': 1, 'cd': 2} 1 no x True False 2 ['ab', 'cd']
# expect: {'cd': 2} True
# expect: Tab Tabc True 1 True False False 'ab'
# expect: bag Bag({1}) bag Bag({1}) True
# expect: ior
# expect: bag Bag({1}) True
# expect: 9 2 2 3 8 NotImplemented ab True
# expect: 3 32 3.0 7 True NotImplemented True NotImplemented 5
# expect: 4 1 {2} x3 [1, 2] (1, 2) 'q' 1.0 []
# expect: False True False True    9 True
# expect: True False False <__main__.Plain  False NotImplemented
# expect: (1, 2) (3, 4) 3 5 True True
# expect: [] [2, 1] [2, 1] 1 (3, 1) (3, 1) 7.5 2 3 2
