from urllib.parse import urljoin

base = 'http://a/b/c/d;p?q'
for text in ('g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', ';x', '', '.', './', '..', '../', '../g', '../../g', '../../../g', '/../g', 'g.', './../g', 'g/../h', 'http:g', 'ftp://x/y'):
    print(text, urljoin(base, text))  # expect: g http://a/b/c/g
# expect: ./g http://a/b/c/g
# expect: g/ http://a/b/c/g/
# expect: /g http://a/g
# expect: //g http://g
# expect: ?y http://a/b/c/d;p?y
# expect: g?y http://a/b/c/g?y
# expect: #s http://a/b/c/d;p?q#s
# expect: ;x http://a/b/c/;x
# expect-json: " http://a/b/c/d;p?q"
# expect: . http://a/b/c/
# expect: ./ http://a/b/c/
# expect: .. http://a/b/
# expect: ../ http://a/b/
# expect: ../g http://a/b/g
# expect: ../../g http://a/g
# expect: ../../../g http://a/g
# expect: /../g http://a/g
# expect: g. http://a/b/c/g.
# expect: ./../g http://a/b/g
# expect: g/../h http://a/b/c/h
# expect: http:g http://a/b/c/g
# expect: ftp://x/y ftp://x/y
