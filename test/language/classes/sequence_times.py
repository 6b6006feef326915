# A sequence and an object: times, plus, %.

class Plain:
    pass

class Two:
    def __index__(self):
        return 2

class Bytes:
    def __bytes__(self):
        return b'bb'

def tell(f):
    try:
        print(f())
    except TypeError as e:
        print(e)

for s in 'ab', b'a', bytearray(b'a'), [1], (1,):
    tell(lambda: s * Plain())
    tell(lambda: Plain() * s)
    tell(lambda: s * Two())
    tell(lambda: Two() * s)
    tell(lambda: s + Plain())
    tell(lambda: Plain() + s)
tell(lambda: Plain() * Plain())
tell(lambda: b'%b %%' % Bytes())
tell(lambda: b'%d' % Plain())

def times(x, y):
    x *= y
    return x

for x, y in (Plain(), [1]), (Two(), [1]), ([1], Plain()), ([1], Two()), ({}, (1,)), ({1}, 'a'), (2, 'a'), (2.5, 'a'):
    tell(lambda: times(x, y))

# A number's truth is its own, whatever length its class has.
class Long(int):
    def __len__(self):
        return 7

class Text(str):
    def __len__(self):
        return 7

print(bool(Long(0)), bool(Long(1)), bool(Text('')), not Long(0))

# int() of what has only an __index__ that is none.
class Wrong:
    def __index__(self):
        return 'text'

tell(lambda: int(Wrong()))
tell(lambda: int(Two()))
# expect: can't multiply sequence by non-int of type 'Plain'
# expect: can't multiply sequence by non-int of type 'Plain'
# expect: abab
# expect: abab
# expect: can only concatenate str (not "Plain") to str
# expect: unsupported operand type(s) for +: 'Plain' and 'str'
# expect: can't multiply sequence by non-int of type 'Plain'
# expect: can't multiply sequence by non-int of type 'Plain'
# expect: b'aa'
# expect: b'aa'
# expect: can't concat Plain to bytes
# expect: unsupported operand type(s) for +: 'Plain' and 'bytes'
# expect: can't multiply sequence by non-int of type 'Plain'
# expect: can't multiply sequence by non-int of type 'Plain'
# expect: bytearray(b'aa')
# expect: bytearray(b'aa')
# expect: can't concat Plain to bytearray
# expect: unsupported operand type(s) for +: 'Plain' and 'bytearray'
# expect: can't multiply sequence by non-int of type 'Plain'
# expect: can't multiply sequence by non-int of type 'Plain'
# expect: [1, 1]
# expect: [1, 1]
# expect: can only concatenate list (not "Plain") to list
# expect: unsupported operand type(s) for +: 'Plain' and 'list'
# expect: can't multiply sequence by non-int of type 'Plain'
# expect: can't multiply sequence by non-int of type 'Plain'
# expect: (1, 1)
# expect: (1, 1)
# expect: can only concatenate tuple (not "Plain") to tuple
# expect: unsupported operand type(s) for +: 'Plain' and 'tuple'
# expect: unsupported operand type(s) for *: 'Plain' and 'Plain'
# expect: b'bb %'
# expect: %d format: a real number is required, not Plain
# expect: unsupported operand type(s) for *=: 'Plain' and 'list'
# expect: unsupported operand type(s) for *=: 'Two' and 'list'
# expect: can't multiply sequence by non-int of type 'Plain'
# expect: [1, 1]
# expect: unsupported operand type(s) for *=: 'dict' and 'tuple'
# expect: unsupported operand type(s) for *=: 'set' and 'str'
# expect: aa
# expect: can't multiply sequence by non-int of type 'float'
# expect: False True True True
# expect: __index__ returned non-int (type str)
# expect: 2
