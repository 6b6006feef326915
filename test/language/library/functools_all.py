# functools, but for what needs descriptors
from functools import cache, cmp_to_key, lru_cache, partial, reduce, singledispatch, total_ordering, update_wrapper, wraps

print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(max, [], 7), reduce(lambda a, b: a + b, 'abc', '>'))  # expect: 24 7 >abc
try:
    reduce(max, True)
except TypeError as e:
    print(e)  # expect: reduce() arg 2 must support iteration
try:
    reduce(max, [])
except TypeError as error:
    print(error)  # expect: reduce() of empty iterable with no initial value

p = partial(int, base=2)
print(p('101'), p.func is int, p.args, p.keywords, p('7', base=8))  # expect: 5 True () {'base': 2} 7
q = partial(partial(print, 1, sep='-'), 2)
q(3)  # expect: 1-2-3
print(q.args, q.keywords, q.func is print)  # expect: (1, 2) {'sep': '-'} True
try:
    partial(3)
except TypeError as error:
    print(error)  # expect: the first argument must be callable


def logged(f):
    @wraps(f)
    def inner(*args):
        print('call', f.__name__, args)  # expect: call double (4,)
        return f(*args)

    return inner


@logged
def double(x):
    return 2 * x


print(double(4), double.__name__, double.__qualname__, double.__wrapped__(5))  # expect: 8 double double 10
print(update_wrapper(partial(double), double).__name__)  # expect: double


@lru_cache(maxsize=2)
def square(x):
    print('square', x)  # expect: square 1
# expect: square 2
# expect: square 3
# expect: square 2
    return x * x


print(square(1), square(2), square(1), square(3), square(1), square(2))  # expect: 1 4 1 9 1 4
print(square.cache_info(), square.cache_info().hits, square.cache_info()[1], square.cache_parameters())  # expect: CacheInfo(hits=2, misses=4, maxsize=2, currsize=2) 2 4 {'maxsize': 2, 'typed': False}
square.cache_clear()
print(square.cache_info(), square.__name__)  # expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0) square


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), fib.cache_info())  # expect: 1548008755920 CacheInfo(hits=58, misses=61, maxsize=None, currsize=61)


@lru_cache
def pair(a, b=0):
    return (a, b)


print(pair(1), pair(1, b=2), pair(1, b=2), pair(a=1), pair.cache_info())  # expect: (1, 0) (1, 2) (1, 2) (1, 0) CacheInfo(hits=1, misses=3, maxsize=128, currsize=3)


@lru_cache(typed=True, maxsize=None)
def typed(x):
    return type(x).__name__


print(typed(1), typed(1.0), typed(1), typed.cache_info())  # expect: int float int CacheInfo(hits=1, misses=2, maxsize=None, currsize=2)


@lru_cache(0)
def never(x):
    return x


print(never(1), never(1), never.cache_info())  # expect: 1 1 CacheInfo(hits=0, misses=2, maxsize=0, currsize=0)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), cmp_to_key(lambda a, b: a - b)(1) >= cmp_to_key(lambda a, b: a - b)(1))  # expect: [3, 2, 1] True


def ordered(root, method):
    class Version:
        def __init__(self, n):
            self.n = n

        def __eq__(self, other):
            return self.n == other.n

    setattr(Version, root, method)
    Version = total_ordering(Version)
    a, b = Version(1), Version(2)
    return [a < b, a <= b, a > b, a >= b, a < a, a <= a, a > a, a >= a, b < a, b <= a, b > a, b >= a]


print(ordered('__lt__', lambda a, b: a.n < b.n) == ordered('__le__', lambda a, b: a.n <= b.n) == ordered('__gt__', lambda a, b: a.n > b.n))  # expect: True
print(ordered('__ge__', lambda a, b: a.n >= b.n))  # expect: [True, True, False, False, False, True, False, True, False, False, True, True]
try:
    total_ordering(type(p))
except ValueError as error:
    print(error)  # expect: must define at least one ordering operation: < > <= >=


@singledispatch
def show(x):
    return 'object ' + str(x)


@show.register(int)
def show_int(x):
    return 'int ' + str(x)


@show.register(list)
@show.register(tuple)
def show_list(x):
    return 'list ' + ', '.join(show(y) for y in x)


class Base:
    pass


class Derived(Base):
    pass


show.register(Base, lambda x: 'base')
print(show(1), show('a'), show([1, 'b', (2,)]), show(Derived()), show(True), show.dispatch(int) is show_int)  # expect: int 1 object a list int 1, object b, list int 2 base int True True
