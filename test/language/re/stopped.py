# Short, so that it is stopped at every instruction in the middle of a match.
import re

print(re.search('(a|b)*c', 'xabc').groups())  # expect: ('b',)
