# random as CPython 3.11 has it, on a small generator: PCG XSH RR 64/32 (M. O'Neill, "PCG: a family of simple fast space-efficient statistically good
# algorithms for random number generation", 2014). Its state of 64 bits is part of the program's. A seed gives another sequence than CPython's does.
from math import cos
from math import exp
from math import log
from math import pi
from math import sqrt

# one item: the state, or None before the first seed
_shared = [None]


def _bits32(g):
    s = g[0]
    if s is None:
        # nobody has seeded it: the clock does
        s = _seeded(None)
    g[0] = s * 0x5851f42d4c957f2d + 0x14057b7ef767814f & 0xffffffffffffffff
    x = (s >> 18 ^ s) >> 27 & 0xffffffff
    return x * 0x100000001 >> (s >> 59) & 0xffffffff


def _seeded(a):
    if a is None:
        a = _clock() * 0x9e3779b97f4a7c15 + id(_shared)
    elif isinstance(a, (str, bytes, bytearray, float)):
        a = hash(bytes(a) if isinstance(a, bytearray) else a)
    elif not isinstance(a, int):
        raise TypeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.')
    a = abs(a)
    s = 0
    while True:
        s = (s + a & 0xffffffffffffffff) * 0x5851f42d4c957f2d + 0x14057b7ef767814f & 0xffffffffffffffff
        s ^= s >> 29
        a >>= 64
        if a == 0:
            return s


def _getrandbits(g, k):
    if k < 0:
        raise ValueError('number of bits must be non-negative')
    r = 0
    n = k
    while n >= 32:
        r = r << 32 | _bits32(g)
        n -= 32
    return r << n | _bits32(g) >> 32 - n if n else r


def _below(g, n):
    # 0 to n - 1, all equally likely
    k = n.bit_length()
    while True:
        r = _getrandbits(g, k)
        if r < n:
            return r


def _random(g):
    return ((_bits32(g) >> 5) * 67108864.0 + (_bits32(g) >> 6)) * 1.1102230246251565e-16


def _randrange(g, start, stop, step):
    start = _index(start)
    if stop is None:
        if start <= 0:
            raise ValueError('empty range for randrange()')
        return _below(g, start)
    stop = _index(stop)
    step = _index(step)
    if step == 0:
        raise ValueError('zero step for randrange()')
    n = (stop - start + step - (1 if step > 0 else -1)) // step
    if n <= 0:
        if step == 1:
            raise ValueError(f'empty range for randrange() ({start}, {stop}, {stop - start})')
        raise ValueError('empty range for randrange()')
    return start + step * _below(g, n)


def _choice(g, seq):
    if not len(seq):
        raise IndexError('Cannot choose from an empty sequence')
    return seq[_below(g, len(seq))]


def _choices(g, population, weights, cum_weights, k):
    n = len(population)
    if weights is not None:
        if cum_weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        total = 0
        cum_weights = []
        for w in weights:
            total += w
            cum_weights.append(total)
    if cum_weights is None:
        return [population[int(_random(g) * n)] for _ in range(k)]
    if len(cum_weights) != n:
        raise ValueError('The number of weights does not match the population')
    total = cum_weights[-1] + 0.0
    if total <= 0.0:
        raise ValueError('Total of weights must be greater than zero')
    return [population[_reached(cum_weights, _random(g) * total)] for _ in range(k)]


def _reached(sums, x):
    i = 0
    while i < len(sums) - 1 and x >= sums[i]:
        i += 1
    return i


def _shuffle(g, x):
    for i in range(len(x) - 1, 0, -1):
        j = _below(g, i + 1)
        x[i], x[j] = x[j], x[i]


def _sample(g, population, k, counts):
    if isinstance(population, (set, frozenset, dict)):
        raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
    pool = list(population)
    if counts is not None:
        pool = [pool[i] for i in range(len(pool)) for _ in range(counts[i])]
    n = len(pool)
    if k < 0 or k > n:
        raise ValueError('Sample larger than population or is negative')
    for i in range(k):
        j = i + _below(g, n - i)
        pool[i], pool[j] = pool[j], pool[i]
    return pool[:k]


def _gauss(g, mu, sigma):
    # G. Box and M. Muller, "A note on the generation of random normal deviates", 1958
    return mu + sigma * cos(2.0 * pi * _random(g)) * sqrt(-2.0 * log(1.0 - _random(g)))


def _triangular(g, low, high, mode):
    u = _random(g)
    if high == low:
        return low
    c = 0.5 if mode is None else (mode - low) / (high - low)
    if u > c:
        u = 1.0 - u
        c = 1.0 - c
        low, high = high, low
    return low + (high - low) * sqrt(u * c)


def seed(a=None, version=2):
    _shared[0] = _seeded(a)


def getstate():
    return (_shared[0],)


def setstate(state):
    _shared[0] = state[0]


def getrandbits(k, /):
    return _getrandbits(_shared, _index(k))


def randbytes(n):
    return _to_bytes(_getrandbits(_shared, 8 * n), n, False, False)


def random():
    return _random(_shared)


def uniform(a, b):
    return a + (b - a) * _random(_shared)


def randrange(start, stop=None, step=1):
    return _randrange(_shared, start, stop, step)


def randint(a, b):
    return _randrange(_shared, a, b + 1, 1)


def choice(seq):
    return _choice(_shared, seq)


def choices(population, weights=None, *, cum_weights=None, k=1):
    return _choices(_shared, population, weights, cum_weights, k)


def shuffle(x):
    _shuffle(_shared, x)


def sample(population, k, *, counts=None):
    return _sample(_shared, population, k, counts)


def triangular(low=0.0, high=1.0, mode=None):
    return _triangular(_shared, low, high, mode)


def gauss(mu=0.0, sigma=1.0):
    return _gauss(_shared, mu, sigma)


def normalvariate(mu=0.0, sigma=1.0):
    return _gauss(_shared, mu, sigma)


def lognormvariate(mu, sigma):
    return exp(_gauss(_shared, mu, sigma))


def expovariate(lambd):
    return -log(1.0 - _random(_shared)) / lambd


def paretovariate(alpha):
    return (1.0 - _random(_shared)) ** (-1.0 / alpha)


def weibullvariate(alpha, beta):
    return alpha * (-log(1.0 - _random(_shared))) ** (1.0 / beta)


class Random:
    # A generator of its own.

    def __init__(self, x=None):
        self._state = [_seeded(x)]

    def seed(self, a=None, version=2):
        self._state[0] = _seeded(a)

    def getstate(self):
        return tuple(self._state)

    def setstate(self, state):
        self._state[0] = state[0]

    def getrandbits(self, k, /):
        return _getrandbits(self._state, _index(k))

    def randbytes(self, n):
        return _to_bytes(_getrandbits(self._state, 8 * n), n, False, False)

    def random(self):
        return _random(self._state)

    def uniform(self, a, b):
        return a + (b - a) * _random(self._state)

    def randrange(self, start, stop=None, step=1):
        return _randrange(self._state, start, stop, step)

    def randint(self, a, b):
        return _randrange(self._state, a, b + 1, 1)

    def choice(self, seq):
        return _choice(self._state, seq)

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        return _choices(self._state, population, weights, cum_weights, k)

    def shuffle(self, x):
        _shuffle(self._state, x)

    def sample(self, population, k, *, counts=None):
        return _sample(self._state, population, k, counts)

    def triangular(self, low=0.0, high=1.0, mode=None):
        return _triangular(self._state, low, high, mode)

    def gauss(self, mu=0.0, sigma=1.0):
        return _gauss(self._state, mu, sigma)

    def normalvariate(self, mu=0.0, sigma=1.0):
        return _gauss(self._state, mu, sigma)

    def expovariate(self, lambd):
        return -log(1.0 - _random(self._state)) / lambd
