# Modules and packages of the program's own: import in all forms, names, run once, state, cycles between functions.
import helper
import helper as h
import shapes
import shapes.circle
import deep.inner.leaf
import deep.inner.leaf as leaf
from helper import double, CONSTANT as C
from shapes import Square, circle
from shapes.circle import *
from deep import inner, top_name

print(helper.double(4), double(5), C, h is helper, helper.__name__, __name__)
print(shapes.Square(3).area(), Square(2).area(), round(shapes.circle.area(1), 3), round(area(2), 3), circle is shapes.circle)
print(leaf.VALUE, deep.inner.leaf.VALUE, inner.leaf is leaf, top_name, deep.inner.leaf.relative())
helper.counter += 1
print(helper.counter, helper.get(), h.counter)
print(helper.bump(), helper.bump(), helper.counter)


def later():
    import helper as again
    from helper import double as d

    return again is helper, d(1)


print(later())
try:
    print(hidden)
except NameError as e:
    print(e)
try:
    helper.nothing
except AttributeError as e:
    print(e)
print(helper.uses_main_names(lambda: "from main"))
import ping

print(ping.play(3))
if __name__ == "__main__":
    print("main")
# expect-error: ModuleNotFoundError: No module named 'helper'
