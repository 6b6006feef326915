/* Elementary functions; see mathfn.h. Logarithm and exponential are done in integers: on a machine without floating point that is
   faster than double-double, it is more precise, and no compiler can change it. */
#include "mathfn.h"
#include "fpbits.h"
#include "mathfn_tables.h"
#include "wide.h"

#define ABS(u) ((u) & ~NP_D_SIGN)

bool np_isnan(double x) { return ABS(np_d_bits(x)) > NP_D_INF; }
bool np_isfinite(double x) { return ABS(np_d_bits(x)) < NP_D_INF; }
bool np_signbit(double x) { return np_d_bits(x) >> 63; }
double np_fabs(double x) { return np_d_make(ABS(np_d_bits(x))); }
double np_copysign(double x, double sign) { return np_d_make(ABS(np_d_bits(x)) | (np_d_bits(sign) & NP_D_SIGN)); }

/* ---- to integers ---- */

enum rounding { DOWN, UP, TO_ZERO, NEAREST };

static double round_to_integer(double x, enum rounding how)
{
    uint64_t u = np_d_bits(x), sign = u & NP_D_SIGN, a = ABS(u), whole;
    int e = (int)(a >> 52) - 1023;
    if (a > NP_D_INF) return np_d_make(NP_D_NAN);
    if (e >= 52 || a == 0) return x;
    /* the bits of |x| run on from the fraction to the exponent, so adding one unit of the integer's last place carries right */
    uint64_t one = e < 0 ? 0 : UINT64_C(1) << (52 - e), half;
    bool up;
    if (e < 0) {
        whole = 0;
        half = UINT64_C(1022) << 52;                    /* 0.5 */
        up = how == NEAREST ? a > half : how == TO_ZERO ? false : (how == DOWN) == (sign != 0);
        if (up) whole = UINT64_C(1023) << 52;
        return np_d_make(sign | whole);
    }
    uint64_t tail = a & (one - 1);
    whole = a - tail;
    half = one >> 1;
    if (how == NEAREST) up = tail > half || (tail == half && (e == 0 || (whole & one)));
    else up = how != TO_ZERO && tail && (how == DOWN) == (sign != 0);
    return np_d_make(sign | (whole + (up ? one : 0)));
}

double np_floor(double x) { return round_to_integer(x, DOWN); }
double np_ceil(double x) { return round_to_integer(x, UP); }
double np_trunc(double x) { return round_to_integer(x, TO_ZERO); }
double np_rint(double x) { return round_to_integer(x, NEAREST); }

/* ---- exponents ---- */

/* |x| = m * 2^e, m of exactly 53 bits; x finite and not zero. */
static uint64_t split(double x, int *e)
{
    uint64_t a = ABS(np_d_bits(x)), m = a & NP_D_FRAC;
    int be = (int)(a >> 52);
    if (be) {
        *e = be - 1075;
        return m | NP_D_HIDDEN;
    }
    int s = np_clz64(m) - 11;
    *e = -1074 - s;
    return m << s;
}

double np_frexp(double x, int *e)
{
    *e = 0;
    if (!np_isfinite(x) || x == 0) return x;
    uint64_t m = split(x, e);
    *e += 53;
    return np_d_make((np_d_bits(x) & NP_D_SIGN) | UINT64_C(1022) << 52 | (m & NP_D_FRAC));
}

double np_ldexp(double x, int e)
{
    int ex;
    if (!np_isfinite(x) || x == 0) return x;
    uint64_t m = split(x, &ex);
    if (e > 5000) e = 5000;
    if (e < -5000) e = -5000;
    return np_copysign(np_d_round(m << 11, ex + e - 11, false), x);
}

/* ---- remainders ---- */

double np_fmod(double x, double y)
{
    int ex, ey;
    if (!np_isfinite(x) || np_isnan(y) || y == 0) return np_d_make(NP_D_NAN);
    if (!np_isfinite(y) || np_fabs(x) < np_fabs(y)) return x;
    /* long division, 11 bits of the quotient at a time */
    uint64_t mx = split(x, &ex), my = split(y, &ey);
    int n = ex - ey;
    while (n > 0) {
        int s = n < 11 ? n : 11;
        mx = (mx << s) % my;
        if (mx == 0) break;
        n -= s;
    }
    mx %= my;
    if (mx == 0) return np_copysign(0, x);
    int lz = np_clz64(mx);
    return np_copysign(np_d_round(mx << lz, ey - lz, false), x);
}

void np_float_divmod(double x, double y, double *div, double *mod)
{
    double m = np_fmod(x, y), d = (x - m) / y;          /* d is an integer but for rounding */
    if (m != 0) {
        if ((y < 0) != (m < 0)) {
            m += y;
            d -= 1;
        }
    } else m = np_copysign(0, y);
    if (d != 0) {
        double f = np_floor(d);
        if (d - f > 0.5) f += 1;
        d = f;
    } else d = np_copysign(0, x / y);
    *div = d;
    *mod = m;
}

/* ---- square root: one bit of the root a step, from the top ---- */

double np_sqrt(double x)
{
    int e;
    if (np_isnan(x) || x == 0) return x;
    if (np_signbit(x)) return np_d_make(NP_D_NAN);
    if (!np_isfinite(x)) return x;
    uint64_t m = split(x, &e), root = 0, rest = 0;
    if (e & 1) {
        m <<= 1;
        e--;
    }
    /* root = floor(sqrt(m << 54)): 54 bits, the last one decides the rounding together with the remainder */
    m <<= 10;
    for (int i = 0; i < 54; i++) {
        rest = rest << 2 | m >> 62;
        m <<= 2;
        uint64_t trial = root << 2 | 1;
        root <<= 1;
        if (rest >= trial) {
            rest -= trial;
            root |= 1;
        }
    }
    return np_d_round(root << 10, e / 2 - 37, rest != 0);
}

/* ---- powers ---- */

/* sign * (hi:lo) * 2^e; hi has its top bit set, or all is zero. */
struct big { uint64_t hi, lo; int e; bool neg; };

static void big_normalise(struct big *b)
{
    if (b->hi == 0) {
        if (b->lo == 0) return;
        b->hi = b->lo;
        b->lo = 0;
        b->e -= 64;
    }
    int s = np_clz64(b->hi);
    if (s) {
        b->hi = b->hi << s | b->lo >> (64 - s);
        b->lo <<= s;
        b->e -= s;
    }
}

/* b *= m, keeping the top 128 bits. */
static void big_mul(struct big *b, uint64_t m)
{
    uint64_t low, mid, t, h = np_umul64(b->hi, m, &mid);
    t = np_umul64(b->lo, m, &low);
    b->lo = mid + t;
    b->hi = h + (b->lo < mid);
    b->e += 64;
    big_normalise(b);
}

/* The high half of a product. */
static uint64_t mulh(uint64_t a, uint64_t b)
{
    uint64_t lo;
    return np_umul64(a, b, &lo);
}

/* log2(m * 2^e), m of 53 bits, with a relative error below 2^-68. The method is P. Tang's ("Table-driven implementation of the logarithm
   function", ACM TOMS 16, 1990): with a table's c near 1 / m, m = (1 + z) / c, and log2(m) = log2(1 / c) + log2(1 + z); here c
   has 9 bits, so that z is exact, and |z| < 2^-5. */
static struct big log2_of(uint64_t m, int e)
{
    uint32_t i = (uint32_t)(m >> 46) - 63;              /* (m - 1) * 64 + 1 for 1 <= m < 2 */
    int k = e + 52;
    i >>= 1;
    struct big r = { 0, 0, 0, false };
    int64_t z;                                          /* in units of 2^-61 */
    if (i == 32) {                                      /* near 2: 1 / c = 1 again, of m / 2 */
        k++;
        i = 0;
        z = (int64_t)(m << 8);
    } else z = (int64_t)(m * log_c[i]);
    z -= INT64_C(1) << 61;
    bool neg = z < 0;
    uint64_t az = neg ? -(uint64_t)z : (uint64_t)z, zs = az << 8;       /* |z| in units of 2^-69 */
    if (az) {
        /* log2(1 + z) = z * (1 / ln 2 - w), w = z * (1 / (2 ln 2) - z * (1 / (3 ln 2) - ...)) */
        uint64_t p = log_p[0];
        for (int n = 1; n < 12; n++) {
            uint64_t t = mulh(zs, p) >> 5;
            p = neg ? log_p[n] + t : log_p[n] - t;
        }
        uint64_t wl, wh = np_umul64(zs, p, &wl);        /* |w| in units of 2^-133 */
        wl = wl >> 6 | wh << 58;
        wh >>= 6;
        r.lo = neg ? log_c1[1] + wl : log_c1[1] - wl;
        r.hi = neg ? log_c1[0] + wh + (r.lo < wl) : log_c1[0] - wh - (log_c1[1] < wl);
        r.e = -127 - 61;
        r.neg = neg;
        big_mul(&r, az);
    }
    if (k == 0 && i == 0) return r;
    /* the sum, in units of 2^-116, two's complement */
    uint64_t tl = log_t[i][1] >> 12 | log_t[i][0] << 52, th = (log_t[i][0] >> 12) + ((uint64_t)(int64_t)k << 52);
    if (az) {
        int s = -116 - r.e;                             /* at least 16 */
        uint64_t yl = s < 64 ? r.lo >> s | r.hi << (64 - s) : s < 128 ? r.hi >> (s - 64) : 0, yh = s < 64 ? r.hi >> s : 0;
        if (neg) {
            th -= yh + (tl < yl);
            tl -= yl;
        } else {
            tl += yl;
            th += yh + (tl < yl);
        }
    }
    r.neg = th >> 63;
    if (r.neg) {
        tl = -tl;
        th = ~th + (tl == 0);
    }
    r.hi = th;
    r.lo = tl;
    r.e = -116;
    big_normalise(&r);
    return r;
}

/* 2^b rounded to a double. With b = n + j / 32 + g, 2^b = 2^n * 2^(j / 32) * (1 + (e^(g ln 2) - 1)), after P. Tang, "Table-driven
   implementation of the exponential function", ACM TOMS 15, 1989; the error before rounding is below 2^-60. */
static double exp2_of(const struct big *b)
{
    int top = b->e + 127;                               /* 2^top <= |b| < 2^(top + 1) */
    if (b->hi == 0 || top < -66) return 1;
    if (top > 11) return b->neg ? 0 : np_d_make(NP_D_INF);
    /* to units of 2^-64; the integer part has at most 12 bits */
    int s = -b->e - 64, n;
    uint64_t f;
    if (s >= 128) n = 0, f = 0;
    else if (s >= 64) n = 0, f = s == 64 ? b->hi : b->hi >> (s - 64);
    else n = (int)(b->hi >> s), f = b->hi << (64 - s) | b->lo >> s;
    if (b->neg) {
        n = -n;
        if (f) {
            n--;
            f = -f;
        }
    }
    uint64_t gs = f << 5, q = exp_p[0], m = exp_t[f >> 59], r;
    for (int i = 1; i < 9; i++) q = exp_p[i] + (mulh(gs, q) >> 5);
    r = mulh(m, mulh(gs, q)) >> 5;
    if (m + r < m) return np_d_round(NP_D_SIGN, n - 62, false);
    return np_d_round(m + r, n - 63, false);
}

/* 0 for no integer, 1 for odd, 2 for even. */
static int parity(uint64_t a)
{
    int e = (int)(a >> 52) - 1023;
    if (e < 0) return 0;
    if (e > 52) return 2;
    uint64_t one = UINT64_C(1) << (52 - e), m = (a & NP_D_FRAC) | NP_D_HIDDEN;
    if (m & (one - 1)) return 0;
    return m & one ? 1 : 2;
}

double np_pow(double x, double y)
{
    const uint64_t one = UINT64_C(1023) << 52;
    uint64_t ux = np_d_bits(x), uy = np_d_bits(y), ax = ABS(ux), ay = ABS(uy);
    bool yneg = uy >> 63;
    if (ay == 0 || ux == one) return 1;
    if (ax > NP_D_INF || ay > NP_D_INF) return np_d_make(NP_D_NAN);
    if (ay == NP_D_INF) {
        if (ax == one) return 1;
        return (ax > one) == yneg ? 0 : np_d_make(NP_D_INF);
    }
    int odd = parity(ay);
    uint64_t sign = ux >> 63 && odd == 1 ? NP_D_SIGN : 0;
    if (ax == 0 || ax == NP_D_INF) return np_d_make(sign | ((ax == 0) == yneg ? NP_D_INF : 0));
    if (ux >> 63 && odd == 0) return np_d_make(NP_D_NAN);
    if (ay == one) return yneg ? 1 / x : x;
    if (uy == UINT64_C(1022) << 52) return np_sqrt(x);
    int ex, ey;
    uint64_t mx = split(x, &ex), my = split(y, &ey);
    struct big b = log2_of(mx, ex);
    if (b.hi) {
        big_mul(&b, my << 11);
        b.e += ey - 11;
        b.neg ^= yneg;
    }
    return np_d_make(sign | np_d_bits(exp2_of(&b)));
}
