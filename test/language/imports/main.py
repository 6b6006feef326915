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
import kit
import kit.tools.hammer as mallet
from kit import *
from kit.tools import hammer as same, names, teeth as count

print(public(), LIMIT, tools is kit.tools, same is mallet is kit.tools.hammer, names, count)
print(mallet.hit(3), kit.other(), kit.tools.cut(8), kit.tools.outer)
try:
    print(_hidden)
except NameError as e:
    print(e)
kit.LIMIT = 7
kit.fresh = [1]
kit.fresh.append(kit.LIMIT)
print(kit.LIMIT, LIMIT, kit.fresh, mallet.hit(), hasattr(kit, "fresh"), getattr(kit, "nothing", 0))
del kit.fresh
print(hasattr(kit, "fresh"))
for module in (kit, kit.tools, mallet):
    print(module.__name__, module.__name__.count("."), hasattr(module, "LIMIT"))


def swap():
    import helper as tool
    first = tool.__name__
    import kit as tool
    return first, tool.__name__


print(swap())
try:
    from kit import absent
except ImportError as e:
    print(str(e)[:36])
try:
    import kit.absent
except ImportError as e:
    print(e, type(e).__name__)
print(__file__[-7:], kit.__file__.replace("\\", "/")[-15:])

import lazy

print(lazy.ask('Light').on)
print(lazy.ask('Switch').light is lazy.ask('Light'))
for name in ("helper", "lazy.light", "lazy.none", "json"):
    try:
        print(__import__(name).__name__, __import__(name, fromlist=["x"]).__name__)
    except ImportError as error:
        print(type(error).__name__, error)
# expect: helper runs once
# expect: shapes package
# expect: 8 10 42 True helper __main__
# expect: 9 4 3.142 12.566 True
# expect: 7 7 True deep's deep ("deep's deep", 'sibling', 'deep.inner.leaf')
# expect: 1 1 1
# expect: 11 21 21
# expect: (True, 2)
# expect: name 'hidden' is not defined
# expect: module 'helper' has no attribute 'nothing'
# expect: ('from main', 'helper')
# expect: ['ping', 'pong', 'ping']
# expect: main
# expect: (6, 'kit', 'kit') 5 True True ['kit.tools.hammer', 'kit.tools.saw', 'kit.tools'] 24
# expect: (15, (1, 'kit.tools')) (5, (1, 'kit.tools')) (4, 'kit.tools') 5
# expect: name '_hidden' is not defined
# expect: 7 5 [1, 7] (7, (1, 'kit.tools')) True 0
# expect: False
# expect: kit 0 True
# expect: kit.tools 1 False
# expect: kit.tools.hammer 2 False
# expect: ('helper', 'kit')
# expect: cannot import name 'absent' from 'ki
# expect: No module named 'kit.absent' ModuleNotFoundError
# expect: main.py kit/__init__.py
# expect: light runs
# expect: True
# expect: switch runs
# expect: True
# expect: helper helper
# expect: lazy lazy.light
# expect: ModuleNotFoundError No module named 'lazy.none'
# expect: json json
