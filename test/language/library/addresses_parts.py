from urllib.parse import urldefrag, urljoin, urlparse, urlsplit, urlunparse, urlunsplit

u = urlparse('HTTP://me:pw@Board.local:8080/a/b;v=1?x=1&y#top')
print(u)  # expect: ParseResult(scheme='http', netloc='me:pw@Board.local:8080', path='/a/b', params='v=1', query='x=1&y', fragment='top')
print(u.hostname, u.port, u.username, u.password, u.params, u.geturl())  # expect: board.local 8080 me pw v=1 http://me:pw@Board.local:8080/a/b;v=1?x=1&y#top
s = urlsplit('//[::1]:80/p?q')
print(s, s.hostname, s.port, s.username, s.netloc, s[2])  # expect: SplitResult(scheme='', netloc='[::1]:80', path='/p', query='q', fragment='') ::1 80 None [::1]:80 /p
for text in ('mailto:a@b.c', 'path/only', 'http:', '1a:b', 'x://h?q#f', ''):
    print(tuple(urlsplit(text)), urlunsplit(urlsplit(text)))  # expect: ('mailto', '', 'a@b.c', '', '') mailto:a@b.c
# expect: ('', '', 'path/only', '', '') path/only
# expect: ('http', '', '', '', '') http://
# expect: ('', '', '1a:b', '', '') 1a:b
# expect: ('x', 'h', '', 'q', 'f') x://h?q#f
# expect-json: "('', '', '', '', '') "
print(urlunparse(('http', 'h', 'p', 'x', 'q', 'f')), urldefrag('a/b?c#d'))  # expect: http://h/p;x?q#f DefragResult(url='a/b?c', fragment='d')
try:
    urlsplit('http://h:99999').port
except ValueError as e:
    print(e)  # expect: Port out of range 0-65535
