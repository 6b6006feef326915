# differs: what needs backtracking is refused
import re

for pattern in (r'(a)\1', '(?P<a>b)(?P=a)', '(a)?(?(1)b|c)', '(?>a*)b', '(?:ab)++', '(?=(a*))b', r'\N{BULLET}'):
    try:
        re.compile(pattern)
    except re.error as e:
        print(e)
print(re.findall('a*+b', 'aab ab b'))
# expect: backreferences are not supported: they need backtracking at position 3
# expect: backreferences are not supported: they need backtracking at position 8
# expect: conditional groups are not supported: they need backtracking at position 4
# expect: atomic groups are not supported: they need backtracking at position 0
# expect: possessive repetitions of more than one character or with an upper bound are not supported: they need backtracking at position 6
# expect: groups in a lookahead of any length are not supported: they need backtracking at position 0
# expect: names of characters are not supported at position 0
# expect: ['aab', 'ab', 'b']
