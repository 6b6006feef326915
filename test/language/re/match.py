import re

m = re.match(r'(?P<key>\w+)\s*=\s*(\d+)(x)?', 'speed = 120 km')
print(m)  # expect: <re.Match object; span=(0, 11), match='speed = 120'>
print(m.group(), m.group(1, 2, 3), m['key'], m.groups('-'), m.groupdict())  # expect: speed = 120 ('speed', '120', None) speed ('speed', '120', '-') {'key': 'speed'}
print(m.span(), m.start(2), m.end('key'), m.span(3), m.lastindex, m.lastgroup)  # expect: (0, 11) 8 5 (-1, -1) 2 None
print(m.re.groups, m.re.groupindex, m.pos, m.endpos, m.regs, m.string)  # expect: 3 {'key': 1} 0 14 ((0, 11), (0, 5), (8, 11), (-1, -1)) speed = 120 km
try:
    m.group(4)
except IndexError as e:
    print(e)  # expect: no such group
print(re.match('b', 'abc'), re.search('b', 'abc').span(), re.fullmatch('abc?', 'ab').span(), re.fullmatch('a|ab', 'ab')[0])  # expect: None (1, 2) (0, 2) ab
p = re.compile('a.c', re.S | re.I)
print(p, p.pattern, p.flags, p.match('A\nC').span(), p.search('xxabcabc', 3).span(), p.search('xabc', 0, 3))  # expect: re.compile('a.c', re.IGNORECASE|re.DOTALL) a.c 50 (0, 3) (5, 8) None
print(re.compile(b'[\x80-\xff]+').search(b'ab\xe9\xeac').group())  # expect: b'\xe9\xea'
