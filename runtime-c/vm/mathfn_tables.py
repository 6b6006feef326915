"""Writes mathfn_tables.h, the constants of mathfn.c: python3 mathfn_tables.py > mathfn_tables.h

Everything is computed with 80 decimal digits and rounded to nearest."""
from decimal import Decimal, getcontext

getcontext().prec = 80
LN2 = Decimal(2).ln()


def fixed(x, bits):
    return int((x * (1 << bits)).to_integral_value(rounding="ROUND_HALF_EVEN"))


def words(x, n):
    return ", ".join(f"UINT64_C(0x{x >> 64 * i & (1 << 64) - 1:016x})" for i in reversed(range(n)))


def table(comment, kind, name, rows):
    print(f"\n/* {comment} */\nstatic const {kind} {name} = {{")
    for row in rows:
        print(f"    {row},")
    print("};")


print("/* Constants of mathfn.c, written by mathfn_tables.py. */")
c = [round(512 * 32 / (32 + i)) for i in range(32)]
table("512 / (1 + i / 32), rounded", "uint32_t", "log_c[32]", [", ".join(map(str, c[i:i + 8])) for i in range(0, 32, 8)])
table("log2(512 / log_c[i]) in units of 2^-128", "uint64_t", "log_t[32][2]",
      ["{ " + words(fixed(-(Decimal(x) / 512).ln() / LN2, 128), 2) + " }" for x in c])
table("1 / ln 2 in units of 2^-127", "uint64_t", "log_c1[2]", [words(fixed(1 / LN2, 127), 2)])
table("1 / (n ln 2), n = 13 down to 2, in units of 2^-64", "uint64_t", "log_p[12]", [words(fixed(1 / (n * LN2), 64), 1) for n in range(13, 1, -1)])
table("2^(i / 32) in units of 2^-63", "uint64_t", "exp_t[32]", [words(fixed(2 ** (Decimal(i) / 32), 63), 1) for i in range(32)])
fact, p = 1, []
for n in range(1, 10):
    fact *= n
    p.append(words(fixed(LN2 ** n / fact, 64), 1))
table("ln(2)^n / n!, n = 9 down to 1, in units of 2^-64", "uint64_t", "exp_p[9]", p[::-1])
