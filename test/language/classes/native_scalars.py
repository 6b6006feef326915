# Classes that derive from int, float and str.

class Meters(int):
    unit = 'm'

    def __repr__(self):
        return f'{int(self)} m'

    def __add__(self, other):
        return Meters(int(self) + other)

m = Meters(5)
print(m, m + 1, type(m + 1) is Meters, 1 + m, m - 1, type(m - 1) is int, -m, ~m, abs(Meters(-3)), m * 2.5, m ** 2, 7 // m, divmod(17, m))  # expect: 5 m 6 m True 6 4 True -5 -6 3 12.5 25 1 (3, 2)
print(m == 5, 5 == m, m != 6, m < 6, 4 < m, m >= Meters(5), hash(m) == 5, {5: 'five'}[m], m in (1, 5), bool(Meters()), not m)  # expect: True True True True True True True five True False False
print(int(m), float(m), str(m), f'{m}', f'{m:03d}', '%d %s %05.1f %x' % (m, m, m, m), hex(m), bin(m), chr(Meters(65)), m.bit_length(), m.unit)  # expect: 5 5.0 5 m 5 m 005 5 5 m 005.0 5 0x5 0b101 A 3 m
print([10, 11, 12, 13, 14, 15][m], 'abcdef'[m], 'abcdefgh'[m:], list(range(m)), [0] * m, 'ab' * Meters(2), round(m), isinstance(m, int))  # expect: 15 f fgh [0, 1, 2, 3, 4] [0, 0, 0, 0, 0] abab 5 True
print(Meters('12'), Meters('ff', 16), Meters(3.9), Meters(True), int.__new__(Meters, 8), sum([m, m]), max(m, 3), sorted([Meters(3), 1, Meters(2)]))  # expect: 12 m 255 m 3 m 1 m 8 m 10 5 m [1, 2 m, 3 m]
n = m
n += 1
print(n, type(n) is Meters)  # expect: 6 m True
n -= 1
print(n, type(n) is int, m is not n)  # expect: 5 True True
big = Meters(1 << 40)
print(big, big + 1, big >> 38, big == 1 << 40, hash(big) == hash(1 << 40))  # expect: 1099511627776 m 1099511627777 m 4 True True

class Even(int):
    def __new__(cls, x, name='?'):
        self = super().__new__(cls, x - x % 2)
        self.name = name
        return self

    def __bool__(self):
        return self % 4 == 0

    def __index__(self):
        return 1

e = Even(7, 'six')
print(e, e.name, bool(e), bool(Even(8)), Even(9).name, list(range(9))[e])  # expect: 6 six False True ? 6
try:
    Even('x')
except TypeError as x:
    print(x)  # expect: not all arguments converted during string formatting

class Celsius(float):
    def __str__(self):
        return '%.1f C' % float(self)

c = Celsius('36.6')
print(c, repr(c), c + 1, round(c), c > 36, c.is_integer(), f'{c:.2f}', f'{c}', '%s %.3f' % (c, c), int(c), hash(c) == hash(36.6), -c, c == 36.6)  # expect: 36.6 C 36.6 37.6 37 True False 36.60 36.6 C 36.6 C 36.600 36 True -36.6 True

class Name(str):
    def __new__(cls, text):
        return super().__new__(cls, text.strip())

    def shout(self):
        return self.upper() + '!'

    def __getitem__(self, i):
        return '<' + str(self)[i] + '>'

s = Name('  ada ')
print(s, repr(s), s.shout(), len(s), s[0], [c for c in s], s == 'ada', 'ada' == s, s < 'b', 'd' in s, s + 'x', 'x' + s, s * 2)  # expect: ada 'ada' ADA! 3 <a> ['a', 'd', 'a'] True True True True adax xada adaada
print({'ada': 1}[s], {s: 2}['ada'], '-'.join([s, s]), s.join('ab'), 'Xada'.endswith(s), 'a,b'.split(Name(',')), f'{s:>5}|', '%s' % s, '%5s' % s)  # expect: 1 2 ada-ada aadab True ['a', 'b']   ada| ada   ada
print(isinstance(s, str), type(str(s)) is str, type(s.strip()) is str, s.replace('a', s), getattr([1, 2], Name('index'))(2), s.encode(), s.startswith(Name('a')))  # expect: True True True adadada 1 b'ada' True
print(sorted([Name('b'), 'a', Name('c')]), int(Name('12')), float(Name('1.5')), print(Name('q'), end=Name(';\n')))  # expect: q;['a', 'b', 'c'] 12 1.5 None

class Quiet(str):
    def __str__(self):
        return 'quiet'

    def __repr__(self):
        return 'Q'

    def __format__(self, spec):
        return 'F' + spec

q = Quiet('loud')
print(q, [q], f'{q}', f'{q:9}', str(q), '%s' % q, q + '')  # expect: quiet [Q] F F9 quiet quiet loud
