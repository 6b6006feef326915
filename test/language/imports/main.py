# Modules and packages of the program's own: import in all forms, names, run once, state, cycles between functions.
import helper  # expect: helper runs once
import helper as h
import shapes  # expect: shapes package
import shapes.circle
import deep.inner.leaf
import deep.inner.leaf as leaf
from helper import double, CONSTANT as C
from shapes import Square, circle
from shapes.circle import *
from deep import inner, top_name

print(helper.double(4), double(5), C, h is helper, helper.__name__, __name__)  # expect: 8 10 42 True helper __main__
print(shapes.Square(3).area(), Square(2).area(), round(shapes.circle.area(1), 3), round(area(2), 3), circle is shapes.circle)  # expect: 9 4 3.142 12.566 True
print(leaf.VALUE, deep.inner.leaf.VALUE, inner.leaf is leaf, top_name, deep.inner.leaf.relative())  # expect: 7 7 True deep's deep ("deep's deep", 'sibling', 'deep.inner.leaf')
helper.counter += 1
print(helper.counter, helper.get(), h.counter)  # expect: 1 1 1
print(helper.bump(), helper.bump(), helper.counter)  # expect: 11 21 21


def later():
    import helper as again
    from helper import double as d

    return again is helper, d(1)


print(later())  # expect: (True, 2)
try:
    print(hidden)
except NameError as e:
    print(e)  # expect: name 'hidden' is not defined
try:
    helper.nothing
except AttributeError as e:
    print(e)  # expect: module 'helper' has no attribute 'nothing'
print(helper.uses_main_names(lambda: "from main"))  # expect: ('from main', 'helper')
import ping

print(ping.play(3))  # expect: ['ping', 'pong', 'ping']
if __name__ == "__main__":
    print("main")  # expect: main
