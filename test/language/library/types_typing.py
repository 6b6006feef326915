import sys
import types
import typing


async def nothing():
    pass


x = nothing()
print(isinstance(x, types.CoroutineType), isinstance(sys, types.ModuleType), isinstance(1, types.ModuleType))  # expect: True True False
x.close()
try:
    1 / 0
except ZeroDivisionError as e:
    print(isinstance(e.__traceback__, types.TracebackType))  # expect: True
limit = sys.getrecursionlimit()
sys.setrecursionlimit(5000)
print(limit, sys.getrecursionlimit(), sys.get_int_max_str_digits())  # expect: 1000 5000 4300
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print(e)  # expect: recursion limit must be greater or equal than 1
d: typing.Deque[int] = typing.Deque([1])
print(d, typing.OrderedDict(a=1), typing.Counter('aab').most_common(1), typing.KeysView[int] is None)  # expect: deque([1]) OrderedDict([('a', 1)]) [('a', 2)] False
