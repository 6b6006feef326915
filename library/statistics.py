# CPython 3.11's statistics. Sums are exact: a float is a fraction whose denominator is a power of two.


class StatisticsError(ValueError):
    pass


def _list(data, name, least=1):
    data = list(data)
    if len(data) < least:
        raise StatisticsError(name + ' requires at least ' + ('one data point' if least == 1 else 'two data points'))
    return data


def _fraction(x):
    # Numerator and denominator.
    d = 1
    while x != int(x):
        x *= 2
        d *= 2
    return int(x), d


def _exact(data):
    # The sum, as a fraction.
    n = 0
    d = 1
    for x in data:
        a, b = _fraction(x)
        if b > d:
            n *= b // d
            d = b
        n += a * (d // b)
    return n, d


def _divided(n, d, data):
    # A number of the type of the data: whole, or a float.
    if n % d == 0 and not any([isinstance(x, float) for x in data]):
        return n // d
    return n / d


def _sum(data):
    n, d = _exact(data)
    return _divided(n, d, data)


def mean(data):
    data = _list(data, 'mean')
    n, d = _exact(data)
    return _divided(n, d * len(data), data)


def fmean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('fmean requires at least one data point')
    if weights is None:
        return _sum([float(x) for x in data]) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    return _sum([float(x * w) for x, w in zip(data, weights)]) / _sum(weights)


def geometric_mean(data):
    data = [float(x) for x in data]
    if not data or min(data) <= 0:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers')
    import math

    return math.exp(_sum([math.log(x) for x in data]) / len(data))


def harmonic_mean(data):
    data = _list(data, 'harmonic_mean')
    if min(data) < 0:
        raise StatisticsError('harmonic mean does not support negative values')
    if 0 in data:
        return 0
    n = 0
    d = 1
    for x in data:
        a, b = _fraction(x)
        n, d = n * a + b * d, d * a
    return len(data) * d / n


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data


def median(data):
    data = _sorted(data)
    n = len(data)
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts


def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [x for x in counts if counts[x] == most]


def _squares(data, center):
    # The sum of the squares of the distances from the center, as a fraction.
    if center is not None:
        return _exact([(x - center) * (x - center) for x in data])
    # Whole numbers of 1/d: (count * the sum of squares - the square of the sum) / count.
    n, d = _exact(data)
    squares = 0
    for x in data:
        a, b = _fraction(x)
        squares += (a * (d // b)) ** 2
    return len(data) * squares - n * n, len(data) * d * d


def variance(data, xbar=None):
    data = _list(data, 'variance', 2)
    n, d = _squares(data, xbar)
    return _divided(n, d * (len(data) - 1), data)


def pvariance(data, mu=None):
    data = _list(data, 'pvariance')
    n, d = _squares(data, mu)
    return _divided(n, d * len(data), data)


def stdev(data, xbar=None):
    return variance(_list(data, 'stdev', 2), xbar) ** 0.5


def pstdev(data, mu=None):
    return pvariance(_list(data, 'pstdev'), mu) ** 0.5


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError('must have at least two data points')
    result = []
    for i in range(1, n):
        if method == 'inclusive':
            j, delta = divmod(i * (count - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        elif method == 'exclusive':
            j = min(max(i * (count + 1) // n, 1), count - 1)
            delta = i * (count + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        else:
            raise ValueError('Unknown method: ' + repr(method))
    return result


def _pairs(x, y, name):
    if len(x) != len(y):
        raise StatisticsError(name + ' requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(name + ' requires at least two data points')
    a = _sum(x) / len(x)
    b = _sum(y) / len(y)
    return a, b, _sum([(u - a) * (v - b) for u, v in zip(x, y)])


def covariance(x, y, /):
    return _pairs(x, y, 'covariance')[2] / (len(x) - 1)


def correlation(x, y, /):
    a, b, both = _pairs(x, y, 'correlation')
    product = _pairs(x, x, '')[2] * _pairs(y, y, '')[2]
    if not product:
        raise StatisticsError('at least one of the inputs is constant')
    return both / product ** 0.5


class LinearRegression(tuple):
    @property
    def slope(self):
        return self[0]

    @property
    def intercept(self):
        return self[1]

    def __repr__(self):
        return 'LinearRegression(slope=' + repr(self[0]) + ', intercept=' + repr(self[1]) + ')'


def linear_regression(x, y, /, *, proportional=False):
    a, b, both = _pairs(x, y, 'linear regression')
    if proportional:
        slope = _sum([u * v for u, v in zip(x, y)]) / _sum([u * u for u in x])
        return LinearRegression((slope, 0.0))
    spread = _pairs(x, x, '')[2]
    if not spread:
        raise StatisticsError('x is constant')
    slope = both / spread
    return LinearRegression((slope, b - slope * a))
