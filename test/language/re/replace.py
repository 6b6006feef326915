import re

print(re.sub('b+', '<>', 'abbcb'), re.sub('b*', '-', 'abc'), re.sub('x', 'y', 'abc'), re.sub('a', 'b', 'aaa', 2))
print(re.sub(r'(\w)(\d)?', r'\2\1\n', 'a1b'), re.sub('(?P<c>a)', r'[\g<c>\g<1>\g<0>]', 'ba'), re.subn('[ab]', '', 'cabd'))
print(re.sub('[a-c]', lambda m: m[0].upper() + str(m.start()), 'abcd'), re.sub(b'a', rb'\\', b'ab'))
print(re.split(r'\W+', 'a, b;c'), re.split(r'(\W)', 'a,b'), re.split('', 'ab'), re.split(',', 'a,b,c', 1), re.split('b*', 'abc'))
print(re.findall('a(b)?', 'aab'), re.findall('(a)(b)?', 'aab'), re.findall('a*', 'baac'))
print(re.match('(a)(b)?', 'a').expand(r'\1-\2-\g<0>'), re.escape('a.b*é-'), re.escape(b'1+1'))
for repl in (r'\2', r'\g<x', r'\q', r'\g<x>', '\\'):
    try:
        print(re.sub('(a)', repl, 'a'))
    except (re.error, IndexError) as e:
        print(type(e).__name__, e)
# expect: a<>c<> -a--c- abc bba
# expect: 1a
# expect: b
# expect-json: " b[aaa] ('cd', 2)"
# expect: A0B1C2d b'\\b'
# expect: ['a', 'b', 'c'] ['a', ',', 'b'] ['', 'a', 'b', ''] ['a', 'b,c'] ['', 'a', '', 'c', '']
# expect: ['', 'b'] [('a', ''), ('a', 'b')] ['', 'aa', '', '']
# expect: a--a a\.b\*é\- b'1\\+1'
# expect: error invalid group reference 2 at position 1
# expect: error missing >, unterminated name at position 3
# expect: error bad escape \q at position 0
# expect: IndexError unknown group name 'x'
# expect: error bad escape (end of pattern) at position 0
