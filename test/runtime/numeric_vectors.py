"""Writes test vectors for numeric_test.c to standard output: python3 numeric_vectors.py [seed] [scale]

One case a line: the operation, its operands, the expected results. Integers are hexadecimal, doubles are their 16 hexadecimal digits.
Python's own int, float and format are the oracle, and decimal for powers."""
import math
import random
import struct
import sys
from decimal import Decimal, getcontext

R = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
SCALE = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)
getcontext().prec = 60


def times(n):
    return range(int(n * SCALE))


def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def d(x):
    return f"{bits(x):016x}" if x == x else "7ff8000000000000"


def dbl(u):
    return struct.unpack("<d", struct.pack("<Q", u))[0]


def say(*a):
    print(*a)


def num(limbs=None):
    """An integer of some limbs, often with long runs of ones or zeros, which is where carries go wrong."""
    n = R.choice([0, 1, 1, 2, 2, 3, 4, 5, 8, 13, 30]) if limbs is None else limbs
    kind = R.randrange(5)
    if kind == 0:
        return R.getrandbits(32 * n) if n else 0
    if kind == 1:
        return sum(R.choice([0, 0xffffffff, 1, 0x80000000, 0xfffffffe]) << 32 * i for i in range(n))
    if kind == 2:
        return max(0, (1 << R.randrange(32 * n + 1)) + R.randrange(-1, 2))
    if kind == 3:
        return abs((1 << R.randrange(32 * n + 1)) - (1 << R.randrange(32 * n + 1)))
    return R.getrandbits(R.randrange(32 * n + 1))


def to_base(x, b):
    s = ""
    while x:
        x, r = divmod(x, b)
        s = "0123456789abcdefghijklmnopqrstuvwxyz"[r] + s
    return s or "0"


def to_double(x):
    try:
        return float(x)
    except OverflowError:
        return math.inf


for _ in times(1500):
    a, b = num(), num()
    say("add", f"{a:x}", f"{b:x}", f"{a + b:x}")
    say("sub", f"{max(a, b):x}", f"{min(a, b):x}", f"{abs(a - b):x}")
    say("cmp", f"{a:x}", f"{b:x}", (a > b) - (a < b))
    say("mul", f"{a:x}", f"{b:x}", f"{a * b:x}")
    s = R.randrange(200)
    say("shl", f"{a:x}", s, f"{a << s:x}")
    s = R.randrange(a.bit_length() + 40)
    say("shr", f"{a:x}", s, f"{a >> s:x}", int(a >> s << s != a))
    say("bits", f"{a:x}", a.bit_length())
    x, y = R.choice([a, -a]), R.choice([b, -b])
    for op, z in (("and", x & y), ("or", x | y), ("xor", x ^ y)):
        say(op, f"{x:x}", f"{y:x}", f"{z:x}")
for _ in times(3000):
    a, b = num(), num()
    if R.random() < 0.3 and b:
        a = b * num() + R.choice([0, b - 1, 1])         # remainders at the edges
    if b:
        say("div", f"{a:x}", f"{b:x}", f"{a // b:x}", f"{a % b:x}")
        try:
            say("truediv", f"{a:x}", f"{b:x}", d(a / b))
        except OverflowError:
            say("truediv", f"{a:x}", f"{b:x}", d(math.inf))
    c = num(1) & 0xffffffff or 7
    say("div1", f"{a:x}", f"{c:x}", f"{a // c:x}", f"{a % c:x}")
for _ in times(400):
    # the addition back of algorithm D and quotient digits of all ones
    b = (1 << 95 | R.getrandbits(64)) >> R.randrange(31)
    q = R.choice([0xffffffff, 0xfffffffe, (1 << 64) - 1, 1 << 32])
    a = b * q + R.choice([b - 1, 0, b // 2])
    say("div", f"{a:x}", f"{b:x}", f"{a // b:x}", f"{a % b:x}")
    e = R.randrange(-60, 60)
    m = 2 * R.getrandbits(53) + 1
    b = num() or 3
    a = m * b + R.choice([0, 0, 1, -1])                  # quotients at a half
    a, b = (a << e, b) if e > 0 else (a, b << -e)
    say("truediv", f"{a:x}", f"{b:x}", d(a / b))
for _ in times(1500):
    a, radix = num(), R.choice([10, 10, 10, 2, 8, 16, 32, R.randrange(2, 37)])
    t = to_base(a, radix)
    say("text", f"{a:x}", radix, t)
    t = "".join(R.choice([c, c.upper()]) for c in t)
    if R.random() < 0.3:
        t = "00_" + t
    say("read", t, radix, f"{a:x}")
for t, radix in (("_1", 10), ("1_", 10), ("1__0", 10), ("", 10), ("12a", 10), ("2", 2), ("1 ", 10), ("@", 36), ("[", 36), ("/", 10), (":", 10), ("_", 10)):
    if t and t != "1 ":
        say("read", t, radix, "bad")
for _ in times(2000):
    a = num()
    if R.random() < 0.4:
        a = (R.getrandbits(54) << R.randrange(1000)) + R.choice([0, 1, -1, 1 << R.randrange(1000)])
        a = abs(a)
    x = to_double(a)
    say("todouble", f"{a:x}", d(x))
    if x < math.inf:
        y = R.choice([x, math.nextafter(x, math.inf), math.nextafter(x, 0), x + 0.5, R.uniform(0, 3), dbl(R.getrandbits(63) % (0x7ff << 52))])
        if y < math.inf:
            say("fromdouble", d(-y if R.random() < 0.5 else y), f"{int(y):x}")
        say("cmpdouble", f"{a:x}", d(y), (a > y) - (a < y))


def any_double():
    k = R.randrange(12)
    if k == 0:
        return dbl(R.getrandbits(63) % (0x7ff << 52))
    if k == 1:
        return dbl(R.getrandbits(R.randrange(1, 53)))
    if k == 2:
        return math.ldexp(1.0, R.randrange(-1074, 1024))
    if k == 3:
        x = math.ldexp(1.0, R.randrange(-1073, 1024))
        return math.nextafter(x, R.choice([0, math.inf]))
    if k == 4:
        return float(f"1e{R.randrange(-323, 309)}")
    if k == 5:
        x = float(f"{R.randrange(1, 10)}e{R.randrange(-323, 308)}")
        return math.nextafter(x, R.choice([0, math.inf]))
    if k == 6:
        return float(R.randrange(10 ** R.randrange(1, 18)))
    if k == 7:
        return R.randrange(10 ** R.randrange(1, 10)) / 10 ** R.randrange(1, 8)
    if k == 8:
        return R.random() * 10.0 ** R.randrange(-8, 18)
    if k == 9:
        return R.getrandbits(53) / 2.0 ** R.randrange(1, 70)
    if k == 10:
        return R.randrange(1 << 12) / 2.0 ** R.randrange(10)
    return R.choice([0.0, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 0.5, 1.5, 2.5, 9.5, 99.5, 0.05, 0.95, 9.995, 1e16, 1e15, 123456789012345680.0, 9007199254740993.0, 2.0 ** 53, 9.999999999999999, 0.99999])


def show(x, code, prec, flags, text):
    say("fmt", d(x), code or "-", prec, flags, text.replace(" ", "~"))


for _ in times(9000):
    x = any_double() * R.choice([1, -1])
    say("repr", d(x), repr(x))
for x in (math.inf, -math.inf, math.nan, -0.0):
    say("repr", d(x), repr(x))
FLAGS = [(0, ""), (0, ""), (1, "#"), (2, "+"), (4, " "), (3, "+#")]
for _ in times(9000):
    x = R.choice([any_double(), any_double(), math.inf, math.nan, 0.0]) if R.random() < 0.05 else any_double()
    x *= R.choice([1, -1])
    code, prec, (flags, f) = R.choice(["e", "E", "f", "F", "g", "G", "%", "n", "", "", "f", "g", "e"]), R.choice([-1, 0, 1, 2, 3, 5, 6, 8, 12, 15, 16, 17, 18, 20, 25, R.randrange(60)]), R.choice(FLAGS)
    if R.random() < 0.01:
        prec = R.randrange(1200)
    p = "" if prec < 0 else f".{prec}"
    show(x, code, prec, flags, format(x, f"{'+' if '+' in f else ' ' if ' ' in f else ''}{'#' if '#' in f else ''}{p}{code}"))
show(1e308, "f", 300, 0, "%.300f" % 1e308)
show(5e-324, "f", 1100, 0, "%.1100f" % 5e-324)
show(2.2250738585072014e-308, "e", 800, 0, "%.800e" % 2.2250738585072014e-308)


def read(t):
    try:
        say("strtod", t, d(float(t)))
    except ValueError:
        say("strtod", t, "bad")


for _ in times(4000):
    x = any_double()
    read(repr(x))
    read(f"{x:.{R.randrange(1, 25)}e}")
for _ in times(1500):
    # exact halves between neighbours, and one unit in some far digit beside them
    x = any_double()
    y = math.nextafter(x, math.inf)
    if y == math.inf:
        continue
    getcontext().prec = 1200
    h = (Decimal(x) + Decimal(y)) / 2
    getcontext().prec = 60
    t = f"{h:f}" if R.random() < 0.5 else f"{h:e}"
    read(t)
    m, _, e = t.partition("e")
    if "." in m:
        read(m + "0" * R.randrange(30) + "1" + (_ and "e" + e))
        read(m.rstrip("0")[:-1] + (chr(ord(m.rstrip("0")[-1]) - 1) if m.rstrip("0")[-1] not in ".0" else "") + "9" * 25 + (_ and "e" + e))
for _ in times(4000):
    t = "".join(R.choice("0123456789") for _ in range(R.choice([1, 2, 5, 10, 17, 19, 20, 21, 30, 50, 400])))
    if R.random() < 0.5:
        i = R.randrange(len(t) + 1)
        t = t[:i] + "." + t[i:]
    if R.random() < 0.7:
        t += R.choice("eE") + R.choice(["", "-", "+"]) + str(R.choice([R.randrange(30), R.randrange(350), R.randrange(330)]))
    read(R.choice(["", "", "-", "+"]) + t)
for t in ("inf", "-Infinity", "NaN", "+nan", "infinit", "in", "nano", ".", "e5", "1e", "1e+", "1_000.5_5e1_0", "1__0", "_1", "1_", "1_.5", "1._5", "1e_5", "1e5_", "+-1", "--1", "0x10", "1.5.2", "0", "-0", "0e999999999999999",
          "1e99999999999999999999", "1e-99999999999999999999", "0" * 400 + "1e-10", "0." + "0" * 400 + "1e400", "1" + "0" * 400 + "e-400", "5.", ".5", "179769313486231580793e289", "179769313486231570000e289",
          "2.4703282292062327e-324", "2.4703282292062328e-324", "2.47032822920623272e-324", "1.7976931348623158e308", "1.7976931348623159e308", "9007199254740993", "9007199254740992.99999999999999999999", "1,5", "é", "1e5x"):
    read(t)

# ---- mathfn ----


def operand():
    k = R.randrange(6)
    if k == 0:
        return dbl(R.getrandbits(64)) if R.random() < 0.5 else R.choice([0.0, -0.0, math.inf, -math.inf, math.nan, 5e-324, 1.0, -1.0, 0.5, 2.0, -0.5])
    if k == 1:
        return float(R.randrange(-50, 50))
    if k == 2:
        return R.uniform(-10, 10)
    if k == 3:
        return R.randrange(-1000, 1000) / 8
    return any_double() * R.choice([1, -1])


for _ in times(3000):
    x, y = operand(), operand()
    try:
        z = math.fmod(x, y)
    except ValueError:
        z = math.nan
    say("fmod", d(x), d(y), d(z))
    if y != 0:
        q, r = divmod(x, y)
        say("divmod", d(x), d(y), d(q), d(r))
    say("sqrt", d(x), d(math.sqrt(x) if not x < 0 else math.nan))
    if math.isfinite(x):
        f = math.copysign(math.floor(x), x) if abs(x) < 2**60 else x
        c = math.copysign(math.ceil(x), x) if abs(x) < 2**60 else x
        t = math.copysign(math.trunc(x), x) if abs(x) < 2**60 else x
        say("round", d(x), d(f), d(c), d(t), d(math.copysign(round(x), x) if abs(x) < 2**60 else x))
        m, e = math.frexp(x)
        n = R.randrange(-2200, 2200)
        try:
            y = math.ldexp(x, n)
        except OverflowError:
            y = math.copysign(math.inf, x)
        say("exponent", d(x), d(m), e, n, d(y))


def power(x, y):
    """The nearest double and how far, in units of its last place, the true value lies above it."""
    if not (math.isfinite(x) and math.isfinite(y)) or x == 0 or y == 0 or (x < 0 and y != int(y)):
        try:
            z = math.pow(x, y)
        except ValueError:
            z = math.nan if x < 0 and y != int(y) else math.copysign(math.inf, x if y % 2 == 1 else 1)
        return say("pow", d(x), d(y), d(z), "exact")
    sign = -1 if x < 0 and y % 2 == 1 else 1
    t = Decimal(y) * Decimal(abs(x)).ln()
    if t > 720 or t < -760:
        return say("pow", d(x), d(y), d(sign * (math.inf if t > 0 else 0.0)), "exact")
    t = t.exp()
    if t >= Decimal(2) ** 1024 - Decimal(2) ** 970:
        return say("pow", d(x), d(y), d(sign * math.inf), "exact")
    z = float(t)
    if abs(x) < 4096 and 0 < y < 60 and y == int(y) and x == int(x) and abs(x) ** int(y) < 2**53:
        return say("pow", d(x), d(y), d(sign * float(abs(x) ** int(y))), "exact")
    say("pow", d(x), d(y), d(sign * z), f"{(t - Decimal(z)) / Decimal(math.ulp(z)):.6f}")


for _ in times(2500):
    k = R.randrange(7)
    x, y = operand(), operand()
    if k == 1:
        x = 1 + R.choice([1, -1]) * R.random() * 2.0 ** -R.randrange(1, 53)
        y = R.uniform(-700, 700) / math.log(x) if x != 1 else 3.0
    elif k == 2:
        x, y = R.uniform(0, 100), R.choice([0.5, -0.5, 1 / 3, 2, -1, 3, 1.5, 10, -2, 100])
    elif k == 3:
        x, y = abs(any_double()) or 1.0, R.uniform(-1, 1)
    elif k == 4:
        x, y = float(R.randrange(-40, 40)), float(R.randrange(0, 20))
    elif k == 5:
        x, y = 10.0, float(R.randrange(-330, 312))
    elif k == 6:
        # near a table's interval ends, and into the subnormals
        x = R.randrange(64, 129) / 64 * 2.0 ** R.randrange(-3, 3) + R.choice([-1, 0, 1]) * 1e-14
        y = R.uniform(-1080, 1030) / math.log2(x) if x != 1 else 2.0
    power(x, float(y))
