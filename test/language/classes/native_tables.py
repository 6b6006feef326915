# Classes that derive from dict, set, frozenset and bytearray.

class Default(dict):
    def __missing__(self, key):
        self[key] = v = key * 2
        return v

d = Default(a=1)
print(d['a'], d['bb'], d, len(d), 'bb' in d, 'zz' in d, d.get('zz'), list(d), sorted(d.items()))  # expect: 1 bbbb {'a': 1, 'bb': 'bbbb'} 2 True False None ['a', 'bb'] [('a', 1), ('bb', 'bbbb')]
print(d == {'a': 1, 'bb': 'bbbb'}, isinstance(d, dict), type(d.copy()) is dict, {**d}, dict(d))  # expect: True True True {'a': 1, 'bb': 'bbbb'} {'a': 1, 'bb': 'bbbb'}
d.update(Default(c=3), e=5)
del d['a']
print(d.pop('c'), d, d.setdefault('f', 6), d.keys() & {'f'}, d | {'g': 7}, (lambda **k: k)(**d))  # expect: 3 {'bb': 'bbbb', 'e': 5, 'f': 6} 6 {'f'} {'bb': 'bbbb', 'e': 5, 'f': 6, 'g': 7} {'bb': 'bbbb', 'e': 5, 'f': 6}
d |= {'h': 8}
print(type(d) is Default, d, type(d | {}) is dict)  # expect: True {'bb': 'bbbb', 'e': 5, 'f': 6, 'h': 8} True
try:
    Default()[1.5, None]
except TypeError as e:
    print(e)

class Attr(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)

    def __setattr__(self, name, value):
        self[name] = value

t = Attr(x=1)
t.y = 2
print(t.x, t.y, t, '%(x)d %(y)s' % t, '{x}{y}'.format(**t), '{0[x]}'.format(t))  # expect: 1 2 {'x': 1, 'y': 2} 1 2 12 1
try:
    t.z
except AttributeError as e:
    print('no', e)  # expect: no z

class Key(str):
    def __hash__(self):
        return hash(self.lower())

    def __eq__(self, other):
        return self.lower() == other.lower()

k = {Key('A'): 1}
k[Key('a')] = 2
print(k, k[Key('A')], Key('B') == 'b', len(k))  # expect: {'A': 2} 2 True 1

class Tags(set):
    def toggle(self, x):
        if x in self:
            self.remove(x)
        else:
            self.add(x)

g = Tags('ab')
g.toggle('a')
g.toggle('c')
print(sorted(g), len(g), 'c' in g, g == {'b', 'c'}, g & {'b'}, g <= {'b', 'c', 'd'}, Tags(), g - {'c'})  # expect: ['b', 'c'] 2 True True {'b'} True Tags() {'b'}
print(Tags([5]), type(g | {'x'}) is set, isinstance(g, set), sorted(g | {'x'}))  # expect: Tags({5}) True True ['b', 'c', 'x']
g |= {'z'}
g.update('q')
print(type(g) is Tags, sorted(g))  # expect: True ['b', 'c', 'q', 'z']

class Frozen(frozenset):
    pass

z = Frozen([1])
print(z, Frozen(), z == {1}, {z: 1}[frozenset([1])], hash(z) == hash(frozenset([1])), Frozen(Frozen([2])))  # expect: Frozen({1}) Frozen() True 1 True Frozen({2})

class Buffer(bytearray):
    def put(self, *values):
        self.extend(values)
        return self

b = Buffer(b'ab').put(99, 100)
b += b'!'
b[0] = 65
print(b, type(b) is Buffer, len(b), b[1:3], b == b'Abcd!', b.find(b'c'), bytes(b), b.decode(), b + b'?')  # expect: Buffer(b'Abcd!') True 5 bytearray(b'bc') True 2 b'Abcd!' Abcd! bytearray(b'Abcd!?')

class Raw(bytes):
    pass

r = Raw(b'xy')
print(r, r[0], len(r), r + b'z', b'' + r, r.hex(), r == b'xy', {b'xy': 1}[r], r in [b'xy'], b'y' in r, b'-'.join([r, r]))  # expect: b'xy' 120 2 b'xyz' b'xy' 7879 True 1 True True b'xy-xy'
