# homes: native wasm debug
# differs: CPython needs exponential time for these
import re

text = 'a' * 200
for pattern in ('(a*)*b', '(a|a)*b', '(?:a?){8}a{8}b', '(x+x+)+y', '(?:a+)+$b', 'a(?=(?:.*)*b)'):
    print(pattern, re.search(pattern, text))
print(re.match('(a*)*', text).span(1), re.match('(a|a)*?$', text).span(1))
# expect: (a*)*b None
# expect: (a|a)*b None
# expect: (?:a?){8}a{8}b None
# expect: (x+x+)+y None
# expect: (?:a+)+$b None
# expect: a(?=(?:.*)*b) None
# expect: (200, 200) (199, 200)
