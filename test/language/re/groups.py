import re

def show(pattern, text):
    m = re.search(pattern, text)
    print(pattern, m and (m.span(), m.groups(), m.lastindex))  # expect: (a|ab)(c|bcd)(d*) ((0, 4), ('a', 'bcd', ''), 3)
# expect: (a*)* ((0, 2), ('',), 1)
# expect: (a*)+ ((0, 0), ('',), 1)
# expect: (?:(a)|b)* ((0, 3), ('a',), 1)
# expect: (a+?)(a*) ((0, 3), ('a', 'aa'), 2)
# expect: (a??)(a?) ((0, 1), ('', 'a'), 2)
# expect: (?:a|(b)){2,3}? ((0, 2), ('b',), 1)
# expect: (x{2}|y){1,2} ((0, 3), ('y',), 1)
# expect: ((a)|(b))+ ((0, 2), ('b', 'a', 'b'), 1)
# expect: (?i:Straße) ((0, 6), (), None)
# expect: (?=(a{1,3}))a ((1, 2), ('aaa',), 1)

# what backtracking prefers, and what groups of a loop keep
show('(a|ab)(c|bcd)(d*)', 'abcd')
show('(a*)*', 'aab')
show('(a*)+', 'b')
show('(?:(a)|b)*', 'aab')
show('(a+?)(a*)', 'aaa')
show('(a??)(a?)', 'a')
show('(?:a|(b)){2,3}?', 'abab')
show('(x{2}|y){1,2}', 'xxyxx')
show('((a)|(b))+', 'ab')
show(r'(?i:Straße)', 'STRAßE')
show('(?=(a{1,3}))a', 'baaa')
