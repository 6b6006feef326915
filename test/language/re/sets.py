import re

text = 'Ab_1 é\u0663\u2003-]^\n'
for pattern in (r'\w', r'\W', r'\d', r'\s', r'\S', '.', '[^a-zé]', '[]^-]', r'[\w-]', r'[^\W\d]', r'[\x41\u00e9\n]', '[a-]', r'\141'):
    print(pattern, ascii(''.join(re.findall(pattern, text))))  # expect: \w 'Ab_1\xe9\u0663'
# expect: \W ' \u2003-]^\n'
# expect: \d '1\u0663'
# expect: \s ' \u2003\n'
# expect: \S 'Ab_1\xe9\u0663-]^'
# expect: . 'Ab_1 \xe9\u0663\u2003-]^'
# expect: [^a-zé] 'A_1 \u0663\u2003-]^\n'
# expect: []^-] '-]^'
# expect: [\w-] 'Ab_1\xe9\u0663-'
# expect: [^\W\d] 'Ab_\xe9'
# expect: [\x41\u00e9\n] 'A\xe9\n'
# expect: [a-] '-'
# expect: \141 ''
print(re.findall(r'(?a)\w+', 'aé1'), re.findall('[é-ü]', 'ÉéÜ', re.I), re.findall('k', 'kKl', re.I), re.findall('[k-m]', 'KaL', re.I))  # expect: ['a', '1'] ['É', 'é', 'Ü'] ['k', 'K'] ['K', 'L']
print(re.findall(rb'\w+', b'a1 \xe9b'), re.findall('(?x) a  # one\n [ ] b', 'a b'))  # expect: [b'a1', b'b'] ['a b']
