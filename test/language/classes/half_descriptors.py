# Descriptors that can only be stored into, or only be deleted.

class Stored:
    def __get__(self, obj, cls):
        return 'read'
    def __set__(self, obj, value):
        print('stored', value)

class Deleted:
    def __get__(self, obj, cls):
        return 'read'
    def __delete__(self, obj):
        print('deleted')

class Owner:
    s = Stored()
    d = Deleted()

o = Owner()
o.s = 1
print(o.s, o.d)
del o.d
try:
    del o.s
except AttributeError as e:
    print(e)
try:
    o.d = 1
except AttributeError as e:
    print(e)
print(o.d, vars(o))
# expect: stored 1
# expect: read read
# expect: deleted
# expect: __delete__
# expect: __set__
# expect: read {}
