# os: what there is without files
import os
import os.path
from os.path import basename

print(os.path.join('a', 'b', 'c.txt'), os.path.join('a/', 'b'), os.path.join('a', '/b', 'c'), os.path.join('', 'b'), os.path.join('a', ''))  # expect: a/b/c.txt a/b /b/c b a/
for path in ('/a/b/c.tar.gz', 'c.py', '/c', '', '/', 'a/', '//a', 'a//b', '.profile', 'a.b/c', '/a/..x', '...', 'x.', 'a/.b.c', '/.b'):
    print(os.path.split(path), os.path.dirname(path), basename(path), os.path.splitext(path), os.path.isabs(path))  # expect: ('/a/b', 'c.tar.gz') /a/b c.tar.gz ('/a/b/c.tar', '.gz') True
# expect: ('', 'c.py')  c.py ('c', '.py') False
# expect: ('/', 'c') / c ('/c', '') True
# expect: ('', '')   ('', '') False
# expect: ('/', '') /  ('/', '') True
# expect: ('a', '') a  ('a/', '') False
# expect: ('//', 'a') // a ('//a', '') True
# expect: ('a', 'b') a b ('a//b', '') False
# expect: ('', '.profile')  .profile ('.profile', '') False
# expect: ('a.b', 'c') a.b c ('a.b/c', '') False
# expect: ('/a', '..x') /a ..x ('/a/..x', '') True
# expect: ('', '...')  ... ('...', '') False
# expect: ('', 'x.')  x. ('x', '.') False
# expect: ('a', '.b.c') a .b.c ('a/.b', '.c') False
# expect: ('/', '.b') / .b ('/.b', '') True
for path in ('a/./b', 'a/../b', '../a', '/../a', '//a/b/', '///a', '', '.', 'a/..', 'a/b/../../../c'):
    print(os.path.normpath(path))  # expect: a/b
# expect: b
# expect: ../a
# expect: /a
# expect: //a/b
# expect: /a
# expect: .
# expect: .
# expect: .
# expect: ../c
print(os.sep, os.getenv('NO_SUCH_NAME'), os.getenv('NO_SUCH_NAME', 'x'), 'NO_SUCH_NAME' in os.environ)  # expect: / None x False

u = os.uname()
print(len(u), u.machine == u[4], u.sysname == u[0], isinstance(u, tuple), str(u)[:27], str(u).find(', machine=') > 0)  # expect: 5 True True True posix.uname_result(sysname= True
