# globals(), locals(), vars() and dir() make dicts of what is bound; modules are values with names of their own.
import sys
import time as clock

limit = 5


def names(d):
    return sorted(name for name in d if not name.startswith('__') and name not in ('a', 'names'))


print('limit' in globals(), globals()['limit'], globals().get('nothing'))
print('later' in globals())
later = 1
print('later' in globals(), '__name__' in globals(), globals()['__name__'])
del later
print('later' in globals())


def f(a, b=2, *rest):
    if a:
        c = 3
    print(names(locals()), names(vars()), dir() == sorted(locals()))
    d = 4

    def inner():
        return sorted(locals()), b
    print(inner())
    return locals()


print(names(f(0)), names(f(1, 5, 6)))


class A:
    y = 1

    def m(self):
        pass
    print('y' in locals(), locals()['y'], 'm' in locals(), 'limit' in locals())


globals()['made'] = 7
print(made)
for name in ('limit', 'made'):
    globals()[name] = name + '!'
print(limit, made)
print(locals()['limit'] == vars()['limit'], 'sys' in dir(), 'nothing' in dir())

m = sys
print(m.__name__, m is sys, type(m), callable(m), getattr(m, 'byteorder'))
print(clock.__name__, type(clock.__dict__), 'sleep' in clock.__dict__, sys.__dict__['__name__'])
print(sorted(x for x in vars(m) if x == 'exit'))
import __main__
__main__.limit = 8
print(limit, __main__.made, '__main__' in repr(__main__))
try:
    m.nothing
except AttributeError as e:
    print(e)
# expect: True 5 None
# expect: False
# expect: True True __main__
# expect: False
# expect: ['b', 'rest'] ['b', 'rest'] True
# expect: (['b'], 2)
# expect: ['b', 'c', 'rest'] ['b', 'c', 'rest'] True
# expect: (['b'], 5)
# expect: ['b', 'd', 'inner', 'rest'] ['b', 'c', 'd', 'inner', 'rest']
# expect: True 1 True False
# expect: 7
# expect: limit! made!
# expect: True True False
# expect: sys True <class 'module'> False little
# expect: time <class 'dict'> True sys
# expect: ['exit']
# expect: 8 made! True
# expect: module 'sys' has no attribute 'nothing'
