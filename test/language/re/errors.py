import re

for pattern in ('(a', 'a)', '[a', 'a**', '*a', 'a{2,1}', '(?P<1>a)', '(?<a)', '[b-a]', r'\q', r'\x1', r'\1', '(?P<a>x)(?P<a>y)', '(?<=a*)b', 'a\n(', 'a(?i)'):
    try:
        re.compile(pattern)
    except re.error as e:
        print(repr(pattern), e.msg, e.pos, e.lineno, e.colno, '|', e)  # expect: '(a' missing ), unterminated subpattern 0 1 1 | missing ), unterminated subpattern at position 0
# expect: 'a)' unbalanced parenthesis 1 1 2 | unbalanced parenthesis at position 1
# expect: '[a' unterminated character set 0 1 1 | unterminated character set at position 0
# expect: 'a**' multiple repeat 2 1 3 | multiple repeat at position 2
# expect: '*a' nothing to repeat 0 1 1 | nothing to repeat at position 0
# expect: 'a{2,1}' min repeat greater than max repeat 2 1 3 | min repeat greater than max repeat at position 2
# expect: '(?P<1>a)' bad character in group name '1' 4 1 5 | bad character in group name '1' at position 4
# expect: '(?<a)' unknown extension ?<a 1 1 2 | unknown extension ?<a at position 1
# expect: '[b-a]' bad character range b-a 1 1 2 | bad character range b-a at position 1
# expect: '\\q' bad escape \q 0 1 1 | bad escape \q at position 0
# expect: '\\x1' incomplete escape \x1 0 1 1 | incomplete escape \x1 at position 0
# expect: '\\1' invalid group reference 1 1 1 2 | invalid group reference 1 at position 1
# expect: '(?P<a>x)(?P<a>y)' redefinition of group name 'a' as group 2; was group 1 12 1 13 | redefinition of group name 'a' as group 2; was group 1 at position 12
# expect: '(?<=a*)b' look-behind requires fixed-width pattern None None None | look-behind requires fixed-width pattern
# expect: 'a\n(' missing ), unterminated subpattern 2 2 1 | missing ), unterminated subpattern at position 2 (line 2, column 1)
# expect: 'a(?i)' global flags not at the start of the expression 1 1 2 | global flags not at the start of the expression at position 1
for pattern, text in (('a', b'a'), (b'a', 'a'), ('a', 1), (1, 'a')):
    try:
        re.match(pattern, text)
    except TypeError as e:
        print(e)  # expect: cannot use a string pattern on a bytes-like object
# expect: cannot use a bytes pattern on a string-like object
# expect: expected string or bytes-like object, got 'int'
# expect: first argument must be string or compiled pattern
p = re.compile('ab')
print(re.compile(p) is p, re.compile('ab') is p, re.compile('ab') == p)  # expect: True True True
re.purge()
print(re.compile('ab') is p, re.compile('ab') == p)  # expect: False True
try:
    re.compile(p, re.I)
except ValueError as e:
    print(e)  # expect: cannot process flags argument with a compiled pattern
