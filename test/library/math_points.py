"""Writes a program for nanopy that prints the functions of math at many points, and what they are: python3 math_points.py COUNT PROGRAM VALUES

One value a line, the double next to the true one. The oracle is decimal with far more digits than a double has: its exp and ln, and series."""
import math
import random
import sys
from decimal import Decimal as D
from decimal import getcontext
from fractions import Fraction

count = int(sys.argv[1])
R = random.Random(count)
context = getcontext()
context.prec = 90
context.Emax = 999999
context.Emin = -999999


def near(x):
    """A whole number."""
    return int(x.to_integral_value())


def arctan(x):
    """After two halvings of the angle, Gregory's series."""
    for _ in range(3):
        x = x / (1 + (1 + x * x).sqrt())
    total, power, k = D(0), x, 1
    while abs(power) > abs(x) * D(10) ** -context.prec:
        total += power / k
        power *= -x * x
        k += 2
    return 8 * total


def machin():
    total = D(0)
    for factor, k in ((16, 5), (-4, 239)):
        power, n = D(1) / k, 1
        while power > D(10) ** -(context.prec + 5):
            total += factor * power / n * (1 if n % 4 == 1 else -1)
            power /= k * k
            n += 2
    return total


def with_digits(digits, function, x):
    old = context.prec
    context.prec = digits
    try:
        return function(x)
    finally:
        context.prec = old


context.prec = 500
PI = machin()
context.prec = 90


def sine(x, turn=0):
    """The sine of x and so many quarters of a turn."""
    quarter = PI / 2
    q = near(x / quarter)
    x -= q * quarter
    q += turn
    power, k = (D(1), 0) if q & 1 else (x, 1)
    total = D(0)
    while power and abs(power) > D(10) ** -(context.prec + 5) * (abs(x) if not q & 1 else 1):
        total += power
        power *= -x * x / ((k + 1) * (k + 2))
        k += 2
    return -total if q & 2 else total


def circle(function):
    return lambda x: with_digits(480, function, x) if abs(x) > 1e20 else function(x)


def error_function(x):
    total, power, k = D(0), x, 0
    while abs(power) > D(10) ** -(context.prec + 5):
        total += power / (2 * k + 1)
        k += 1
        power *= -x * x / k
    return 2 * total / PI.sqrt()


BERNOULLI = [Fraction(1)]
for m in range(1, 61):
    BERNOULLI.append(-sum(math.comb(m + 1, k) * BERNOULLI[k] for k in range(m)) / (m + 1))


def log_gamma(x):
    """Stirling's series from 60 on."""
    product = D(1)
    while x < 60:
        product *= x
        x += 1
    total = (x - D(1) / 2) * x.ln() - x + (2 * PI).ln() / 2
    for k in range(1, 30):
        b = BERNOULLI[2 * k]
        total += D(b.numerator) / b.denominator / (2 * k * (2 * k - 1)) / x ** (2 * k - 1)
    return total - product.ln() if product > 0 else total


def gamma(x):
    return log_gamma(x).exp() if x > 0 else PI / (sine(PI * x) * log_gamma(1 - x).exp())


def log_abs_gamma(x):
    return log_gamma(x) if x > 0 else (PI / abs(sine(PI * x))).ln() - log_gamma(1 - x)


def root3(x):
    return ((abs(x).ln() / 3).exp()).copy_sign(x)


def signed(low, high):
    return lambda: R.choice((-1, 1)) * math.ldexp(R.random() + 0.5, R.randrange(low, high))


def unit():
    return R.choice((R.uniform(-1, 1), signed(-30, 0)(), R.choice((-1, 1)) * (1 - 2.0 ** -R.randrange(2, 53))))


def positive():
    return R.choice((abs(signed(-1000, 1000)()), abs(signed(-8, 8)()), 1 + R.uniform(-1, 1) * 2.0 ** -R.randrange(1, 52)))


ANY = lambda: R.choice((signed(-30, 12), signed(-30, 12), signed(12, 80), signed(80, 1024)))()
SMALL = lambda: R.choice((R.uniform(-700, 700), signed(-50, 6)(), signed(-10, 4)()))
FUNCTIONS = {
    'sin': (ANY, circle(sine)),
    'cos': (ANY, circle(lambda x: sine(x, 1))),
    'tan': (ANY, circle(lambda x: sine(x) / sine(x, 1))),
    'asin': (unit, lambda x: 2 * arctan(x / (1 + (1 - x * x).sqrt()))),
    'acos': (unit, lambda x: 2 * arctan(((1 - x) / (1 + x)).sqrt())),
    'atan': (signed(-40, 60), arctan),
    'exp': (SMALL, lambda x: x.exp()),
    'exp2': (SMALL, lambda x: (x * D(2).ln()).exp()),
    'expm1': (SMALL, lambda x: x.exp() - 1),
    'log': (positive, lambda x: x.ln()),
    'log2': (positive, lambda x: x.ln() / D(2).ln()),
    'log10': (positive, lambda x: x.log10()),
    'log1p': (lambda: R.choice((abs(signed(-55, 80)()), -R.random(), signed(-50, -2)())), lambda x: (1 + x).ln()),
    'sinh': (SMALL, lambda x: (x.exp() - (-x).exp()) / 2),
    'cosh': (SMALL, lambda x: (x.exp() + (-x).exp()) / 2),
    'tanh': (signed(-40, 5), lambda x: ((2 * x).exp() - 1) / ((2 * x).exp() + 1)),
    'asinh': (signed(-40, 500), lambda x: (abs(x) + (x * x + 1).sqrt()).ln().copy_sign(x)),
    'acosh': (lambda: 1 + abs(signed(-50, 500)()), lambda x: (x + (x * x - 1).sqrt()).ln()),
    'atanh': (unit, lambda x: ((1 + x) / (1 - x)).ln() / 2),
    'sqrt': (positive, lambda x: x.sqrt()),
    'cbrt': (signed(-1000, 1000), root3),
    'erf': (lambda: R.choice((R.uniform(-5, 5), signed(-30, 1)())), error_function),
    'erfc': (lambda: R.uniform(-3, 9), lambda x: 1 - error_function(x)),
    'gamma': (lambda: R.choice((R.uniform(0, 170), R.uniform(-9, 9))), gamma),
    'lgamma': (lambda: R.choice((abs(signed(-8, 300)()), R.uniform(-6, 6))), log_abs_gamma),
}

with open(sys.argv[2], 'w') as program, open(sys.argv[3], 'w') as values:
    program.write('import math\n')
    for name, (points, true) in FUNCTIONS.items():
        xs = []
        while len(xs) < count:
            x = points()
            if -1e308 < x < 1e308 and (name not in ('gamma', 'lgamma') or x != int(x)):
                xs.append(x)
        for x in xs:
            y = float(true(D(x)))
            values.write(f'{name} {x!r} {y!r}\n')
        program.write(f'for x in ({", ".join(map(repr, xs))},):\n    print(repr(math.{name}(x)))\n')
