# names of a module that are deleted by name
import __main__

x = 5
y = 6


def forget(name):
    delattr(__main__, name)


forget('x')
try:
    print(x)
except NameError as e:
    print(e)  # expect: name 'x' is not defined
print(y)  # expect: 6
try:
    forget('x')
except AttributeError:
    print('gone already')  # expect: gone already
x = 7
print(x)  # expect: 7
forget('y')
print(hasattr(__main__, 'y'), hasattr(__main__, 'x'))  # expect: False True
