import fnmatch
import html
import keyword

print(html.escape('<a href="x">\'&</a>'), html.escape('"<', quote=False))  # expect: &lt;a href=&quot;x&quot;&gt;&#x27;&amp;&lt;/a&gt; "&lt;
print(keyword.iskeyword('for'), keyword.iskeyword('match'), keyword.issoftkeyword('match'), len(keyword.kwlist))  # expect: True False True 35
names = ['main.py', 'boot.py', 'data.csv', '.hid', 'a[1].py', 'b-1.txt']
for pattern in ('*.py', '?oot*', '[md]*', '[!md]*.py', '*[[]1*', 'b[a-]1*', '[b-a]*', '[!b-a]*', '*', '[', '', '**.t?t', '[]]'):
    print(pattern, fnmatch.filter(names, pattern), fnmatch.fnmatchcase(']', pattern))  # expect: *.py ['main.py', 'boot.py', 'a[1].py'] False
# expect: ?oot* ['boot.py'] False
# expect: [md]* ['main.py', 'data.csv'] False
# expect: [!md]*.py ['boot.py', 'a[1].py'] False
# expect: *[[]1* ['a[1].py'] False
# expect: b[a-]1* ['b-1.txt'] False
# expect: [b-a]* [] False
# expect: [!b-a]* ['main.py', 'boot.py', 'data.csv', '.hid', 'a[1].py', 'b-1.txt'] True
# expect: * ['main.py', 'boot.py', 'data.csv', '.hid', 'a[1].py', 'b-1.txt'] True
# expect: [ [] False
# expect-json: " [] False"
# expect: **.t?t ['b-1.txt'] False
# expect: []] [] True
print(fnmatch.fnmatch('x\ny', 'x*'), fnmatch.fnmatch(b'ab', b'a?'), fnmatch.translate('a*b?'))  # expect: True True (?s:a.*b.)\Z
