/* Doubles to decimal text and back; see dtoa.h for the sources. */
#include "dtoa.h"
#include "bigmag.h"
#include "fpbits.h"
#include "wide.h"

/* A ratio r / s of two numbers, the running remainder and divisor of digit generation, and m, half the distance to the neighbour below in
   the same unit. All have n limbs; the top limb of s lies in [2^27, 2^28), so that 10 * s still fits. The largest is 5^324
   times a 55-bit significand, 808 bits, and up to 31 of alignment. */
enum { LIMBS = 28 };
struct ratio {
    size_t n;
    uint32_t r[LIMBS], s[LIMBS], m[LIMBS];
};

/* a = x * 5^p * 2^shift in LIMBS limbs, the rest zero; returns the length. */
static size_t scaled(uint32_t *a, uint64_t x, int p, int shift)
{
    a[0] = NP_LO(x);
    a[1] = NP_HI(x);
    size_t n = 2;
    while (p > 0) {
        uint32_t f = 1;
        for (int i = 0; i < 13 && p > 0; i++, p--) f *= 5;      /* 5^13 < 2^32 */
        uint32_t c = np_mag_mul1(a, n, f, 0);
        if (c) a[n++] = c;
    }
    n = np_mag_shl(a, a, n, (size_t)shift);
    for (size_t i = n; i < LIMBS; i++) a[i] = 0;
    return n;
}

/* r / s = x * 2^e / 10^k and m = half * 2^e / 10^k (half 0: not wanted). */
static void ratio_init(struct ratio *g, uint64_t x, uint32_t half, int e, int k)
{
    int two = e - k, p = k < 0 ? -k : 0;
    size_t n = scaled(g->s, 1, k > 0 ? k : 0, two < 0 ? -two : 0);
    int pad = (int)((28 - np_mag_bits(g->s, n)) % 32);
    g->n = np_mag_shl(g->s, g->s, n, (size_t)pad);
    if (two > 0) pad += two;
    scaled(g->r, x, p, pad);
    if (half) scaled(g->m, half, p, pad);
}

static int cmp_limbs(const uint32_t *a, const uint32_t *b, size_t n)
{
    while (n--)
        if (a[n] != b[n]) return a[n] < b[n] ? -1 : 1;
    return 0;
}

/* Compares a + (b << up) with c, all of n limbs. */
static int cmp_sum(const uint32_t *a, const uint32_t *b, int up, const uint32_t *c, size_t n)
{
    int64_t t = 0;
    uint32_t any = 0, low = 0;
    for (size_t i = 0; i < n; i++) {
        t += (int64_t)a[i] + (b[i] << up | low) - c[i];
        low = up ? b[i] >> 31 : 0;
        any |= (uint32_t)t;
        t >>= 32;
    }
    return t < 0 ? -1 : t > 0 || any;
}

static void times10(uint32_t *a, size_t n) { np_mag_mul1(a, n, 10, 0); }

/* r %= s; returns the quotient, 0 to 9. */
static uint32_t quotient(struct ratio *g)
{
    size_t n = g->n;
    uint32_t q = g->r[n - 1] / (g->s[n - 1] + 1);       /* right or one too small */
    for (;;) {
        uint32_t borrow = 0;
        for (size_t i = 0; q && i < n; i++) {
            uint64_t p = np_umul(g->s[i], q) + borrow;
            uint32_t x = g->r[i];
            borrow = NP_HI(p) + (x < NP_LO(p));
            g->r[i] = x - NP_LO(p);
        }
        if (cmp_limbs(g->r, g->s, n) < 0) return q;
        for (size_t i = 0, b = 0; i < n; i++) {
            uint32_t x = g->r[i], y = g->s[i], d = x - y;
            g->r[i] = d - (uint32_t)b;
            b = (x < y) | (d < b);
        }
        return q + 1;
    }
}

static bool is_zero(const struct ratio *g) { return np_mag_norm(g->r, g->n) == 0; }

/* Takes 64 bits apart: the significand, and the exponent of its lowest bit. */
static uint64_t split(double x, int *e)
{
    uint64_t u = np_d_bits(x) & ~NP_D_SIGN;
    int be = (int)(u >> 52);
    *e = (be ? be : 1) - 1075;
    return (u & NP_D_FRAC) | (be ? NP_D_HIDDEN : 0);
}

/* floor(log10(2^e)) for |e| < 1650. */
static int log10_pow2(int e) { return (int)((int32_t)e * 78913 >> 18); }

/* floor(log10(|m * 2^e|)) or one less. */
static int decimal_exponent(uint64_t m, int e) { return log10_pow2(63 - np_clz64(m) + e); }

/* Adds one to the last of n digits; a carry out of the first raises *decpt. Returns the length, trailing zeros gone. */
static size_t bump(char *buf, size_t n, int32_t *decpt)
{
    while (n && buf[n - 1] == '9') n--;
    if (n) {
        buf[n - 1]++;
        return n;
    }
    buf[0] = '1';
    ++*decpt;
    return 1;
}

/* Rounds n digits that have a remainder, which compares so with a half of the last place; and drops trailing zeros. */
static size_t finish(char *buf, size_t n, int half, int32_t *decpt)
{
    if (half > 0 || (half == 0 && n && (buf[n - 1] & 1))) return bump(buf, n, decpt);
    while (n && buf[n - 1] == '0') n--;
    if (n == 0) *decpt = 0;
    return n;
}

static uint32_t div10(uint32_t x, uint32_t *rem)
{
    uint32_t q = NP_HI(np_umul(x, UINT32_C(0xcccccccd))) >> 3;
    *rem = x - 10 * q;
    return q;
}

/* The digits of a number below 2^54, none for 0. */
static size_t integer_digits(uint64_t x, char *buf)
{
    uint32_t part[2] = { NP_LO(x), 0 };
    size_t n = 0;
    if (NP_HI(x) || NP_LO(x) >= 1000000000) {
        part[1] = (uint32_t)(x / 1000000000);
        part[0] = (uint32_t)(x - (uint64_t)part[1] * 1000000000);
    }
    for (int i = 0; i < 2; i++)
        for (int j = 0; (i == 0 && part[1]) ? j < 9 : part[i] != 0; j++) {
            uint32_t d;
            part[i] = div10(part[i], &d);
            buf[n++] = (char)('0' + d);
        }
    for (size_t i = 0; i < n / 2; i++) {
        char c = buf[i];
        buf[i] = buf[n - 1 - i];
        buf[n - 1 - i] = c;
    }
    return n;
}

/* How the digits from buf[want] on, n in all, compare with a half of the place before; more: a nonzero tail follows. */
static int tail_half(const char *buf, size_t want, size_t n, bool more)
{
    if (buf[want] != '5') return buf[want] < '5' ? -1 : 1;
    for (size_t i = want + 1; i < n; i++)
        if (buf[i] != '0') return 1;
    return more;
}

/* np_dtoa for m * 2^e, -58 <= e <= 0, m of 53 bits: an integer part and a fraction f / 2^s with s <= 60. Between neighbours at most 1
   apart, the shortest digits never end before the point unless x is an integer. */
static size_t small_digits(uint64_t m, int e, uint32_t half, int mode, int32_t ndigits, char *buf, int32_t *decpt)
{
    int s = 2 - e;
    uint64_t whole = e > -54 ? m >> -e : 0, one = UINT64_C(1) << s, f = (m << 2) & (one - 1);
    size_t n = integer_digits(whole, buf);
    int32_t point = (int32_t)n;
    if (n == 0)
        while (f * 10 < one) {
            f *= 10;
            half *= 10;
            point--;
        }
    *decpt = point;
    if (mode == NP_DTOA_SHORTEST) {
        uint64_t below = half, above = m == NP_D_HIDDEN ? 2 * below : below;
        bool even = !(m & 1);
        if (f == 0) return finish(buf, n, -1, decpt);
        for (;;) {
            f *= 10;
            below *= 10;
            above *= 10;
            uint32_t d = (uint32_t)(f >> s);
            f &= one - 1;
            bool low = even ? f <= below : f < below, high = even ? f + above >= one : f + above > one;
            if (low || high) {
                if (high && (!low || 2 * f > one || (2 * f == one && (d & 1)))) d++;
                buf[n++] = (char)('0' + d);
                return n;
            }
            buf[n++] = (char)('0' + d);
        }
    }
    int32_t want = mode == NP_DTOA_FIXED ? point + ndigits : ndigits;
    if (want < 0) return finish(buf, 0, -1, decpt);
    if ((uint32_t)want < n) return finish(buf, (size_t)want, tail_half(buf, (size_t)want, n, f != 0), decpt);
    while (n < (uint32_t)want && f) {
        f *= 10;
        buf[n++] = (char)('0' + (uint32_t)(f >> s));
        f &= one - 1;
    }
    return finish(buf, n, 2 * f < one ? -1 : 2 * f > one, decpt);
}

static int32_t clamp(int32_t ndigits)
{
    return ndigits > (1 << 30) ? 1 << 30 : ndigits < -(1 << 30) ? -(1 << 30) : ndigits;
}

size_t np_dtoa_room(double x, enum np_dtoa_mode mode, int32_t ndigits)
{
    int e;
    uint64_t m = split(x, &e);
    if (mode == NP_DTOA_SHORTEST || m == 0) return 20;
    int32_t want = clamp(ndigits) + (mode == NP_DTOA_FIXED ? decimal_exponent(m, e) + 2 : 0);
    return want < 20 ? 20 : want > 770 ? 770 : (size_t)want;
}

size_t np_dtoa(double x, enum np_dtoa_mode mode, int32_t ndigits, char *buf, int32_t *decpt)
{
    int e;
    uint64_t m = split(x, &e);
    /* in quarters of the last place: half the gap is 2, but 1 below a power of two (the least normal one excepted) */
    bool edge = m == NP_D_HIDDEN && e > -1074;
    uint32_t half = edge ? 1 : 2;
    ndigits = clamp(ndigits);
    *decpt = 0;
    if (m == 0) return 0;
    if (e <= 0 && e >= -58) return small_digits(m, e, half, mode, ndigits, buf, decpt);

    struct ratio g;
    bool shortest = mode == NP_DTOA_SHORTEST, even = !(m & 1);
    int k = decimal_exponent(m, e) + 1, up = edge;
    size_t n = 0;
    ratio_init(&g, m << 2, shortest ? half : 0, e - 2, k);
    int c = shortest ? cmp_sum(g.r, g.m, up, g.s, g.n) : cmp_limbs(g.r, g.s, g.n);
    bool started = c > 0 || (c == 0 && (even || !shortest));        /* k was one too small: r is ready for the first digit */
    if (started) k++;
    *decpt = k;
    if (shortest)
        for (;;) {
            if (!started) {
                times10(g.r, g.n);
                times10(g.m, g.n);
            }
            started = false;
            uint32_t d = quotient(&g);
            int below = cmp_limbs(g.r, g.m, g.n), above = cmp_sum(g.r, g.m, up, g.s, g.n);
            bool low = below < 0 || (even && below == 0), high = above > 0 || (even && above == 0);
            if (low || high) {
                int mid = high && low ? cmp_sum(g.r, g.r, 0, g.s, g.n) : high ? 1 : -1;
                if (mid > 0 || (mid == 0 && (d & 1))) d++;
                buf[n++] = (char)('0' + d);
                return n;
            }
            buf[n++] = (char)('0' + d);
        }
    int32_t want = mode == NP_DTOA_FIXED ? k + ndigits : ndigits;
    if (want < 0) return finish(buf, 0, -1, decpt);
    if (want == 0) {                                                /* is x more than half of 10^k? */
        if (started) {
            started = false;
            times10(g.s, g.n);
        }
        return finish(buf, 0, cmp_sum(g.r, g.r, 0, g.s, g.n), decpt);
    }
    while (n < (uint32_t)want && !is_zero(&g)) {
        if (!started) times10(g.r, g.n);
        started = false;
        buf[n++] = (char)('0' + quotient(&g));
    }
    return finish(buf, n, cmp_sum(g.r, g.r, 0, g.s, g.n), decpt);
}

/* ---- layout, as Python's format() ---- */

/* Copies a lower-case word given as bytes in a number, the first character lowest; upper: in capitals. */
static size_t put_word(char *p, uint32_t word, bool upper)
{
    size_t n = 0;
    for (; word; word >>= 8) p[n++] = (char)((word & 0xff) ^ (upper ? 32 : 0));
    return n;
}

#define WORD3(a, b, c) ((uint32_t)(a) | (uint32_t)(b) << 8 | (uint32_t)(c) << 16)

size_t np_format_double(char *out, size_t cap, double x, char code, int32_t precision, uint32_t flags)
{
    bool upper = code == 'E' || code == 'F' || code == 'G', dot0 = code == 0, use_exp = false;
    bool percent = code == '%', alt = flags & NP_FMT_ALT;
    char kind = (char)(code | 32);
    enum np_dtoa_mode mode;
    int32_t decpt, ndigits, first, last, exp10 = 0;
    size_t n, room, p = 0;

    if (precision > 1 << 30) precision = 1 << 30;
    if (code == 0) kind = precision < 0 ? 'r' : 'g';
    else if (percent) {
        kind = 'f';
        x *= 100;
    } else if (code == 'n') kind = 'g';
    else if (kind != 'e' && kind != 'f' && kind != 'g') return 0;
    if (precision < 0) precision = 6;
    if (kind == 'g' && precision == 0) precision = 1;

    uint64_t bits = np_d_bits(x);
    bool neg = bits >> 63, finite = (bits & ~NP_D_SIGN) < NP_D_INF, nan = (bits & ~NP_D_SIGN) > NP_D_INF;
    char sign = 0;
    if (!(flags & NP_FMT_NO_SIGN)) sign = neg && !nan ? '-' : flags & NP_FMT_PLUS ? '+' : flags & NP_FMT_SPACE ? ' ' : 0;

    mode = kind == 'r' ? NP_DTOA_SHORTEST : kind == 'f' ? NP_DTOA_FIXED : NP_DTOA_SIGNIFICANT;
    ndigits = kind == 'e' ? precision + 1 : precision;
    if (!finite) room = 8;
    else {
        /* the digits that are shown, or generated, whatever is more; and sign, point, zeros before or after it, exponent */
        int e;
        uint64_t m = split(x, &e);
        int32_t whole = m && kind == 'f' ? decimal_exponent(m, e) + 2 : 0;
        room = np_dtoa_room(x, mode, ndigits);
        size_t shown = kind == 'r' ? 20 : (size_t)ndigits + (size_t)(whole > 0 ? whole : 0);
        if (kind == 'g' && !alt && shown > 770) shown = 770;
        if (shown > room) room = shown;
        room += kind == 'f' ? 32 : 12;
    }
    if (cap < room) return room;

    if (sign) out[p++] = sign;
    if (!finite) {
        p += put_word(out + p, nan ? WORD3('n', 'a', 'n') : WORD3('i', 'n', 'f'), upper);
        if (percent) out[p++] = '%';
        return p;
    }
    /* the digits go to the end of the room, and from there to their places; they never have to move right */
    size_t droom = np_dtoa_room(x, mode, ndigits);
    char *d = out + (room - droom);
    n = np_dtoa(x, mode, ndigits, d, &decpt);
    if (n == 0) decpt = kind == 'f' ? 0 : 1;            /* zero: d.ddd, one digit before the point */
    last = (int32_t)n;
    if (kind == 'e') {
        use_exp = true;
        last = precision + 1;
    } else if (kind == 'f') last = decpt + precision;
    else {
        int32_t limit = kind == 'r' ? 16 : precision - dot0;
        use_exp = decpt <= -4 || decpt > limit;
        if (kind == 'g' && alt) last = precision;
    }
    if (use_exp) {
        exp10 = decpt - 1;
        decpt = 1;
    }
    /* digit i has the weight 10^(decpt - 1 - i); at least one digit before the point, and one after it if ".0" is kept */
    first = decpt <= 0 ? decpt - 1 : 0;
    int32_t least = decpt + (dot0 && !use_exp);
    if (last < least) last = least;
    for (int32_t i = first; i < last; i++) {
        if (i == decpt) out[p++] = '.';
        out[p++] = i >= 0 && (size_t)i < n ? d[i] : '0';
    }
    if (last == decpt && alt) out[p++] = '.';
    if (use_exp) {
        uint32_t a = (uint32_t)(exp10 < 0 ? -exp10 : exp10), r;
        out[p++] = upper ? 'E' : 'e';
        out[p++] = exp10 < 0 ? '-' : '+';
        if (a >= 100) {
            out[p++] = (char)('0' + a / 100);
            a %= 100;
        }
        a = div10(a, &r);
        out[p++] = (char)('0' + a);
        out[p++] = (char)('0' + r);
    }
    if (percent) out[p++] = '%';
    return p;
}

size_t np_repr_double(char *out, double x) { return np_format_double(out, 32, x, 0, -1, 0); }

/* ---- reading ---- */

/* 10^(28 j), j from -13 to 11, as 64-bit significands with the top bit set, rounded to nearest. Their binary exponents are
   floor(28 j * log2(10)) - 63. */
static const uint64_t pow10_28[25] = {
    UINT64_C(0xe1afa13afbd14d6e), UINT64_C(0xe3e27a444d8d98b8), UINT64_C(0xe61acf033d1a45df), UINT64_C(0xe858ad248f5c22ca),
    UINT64_C(0xea9c227723ee8bcb), UINT64_C(0xece53cec4a314ebe), UINT64_C(0xef340a98172aace5), UINT64_C(0xf18899b1bc3f8ca2),
    UINT64_C(0xf3e2f893dec3f126), UINT64_C(0xf64335bcf065d37d), UINT64_C(0xf8a95fcf88747d94), UINT64_C(0xfb158592be068d2f),
    UINT64_C(0xfd87b5f28300ca0e), UINT64_C(0x8000000000000000), UINT64_C(0x813f3978f8940984), UINT64_C(0x82818f1281ed44a0),
    UINT64_C(0x83c7088e1aab65db), UINT64_C(0x850fadc09923329e), UINT64_C(0x865b86925b9bc5c2), UINT64_C(0x87aa9aff79042287),
    UINT64_C(0x88fcf317f22241e2), UINT64_C(0x8a5296ffe33cc930), UINT64_C(0x8bab8eefb6409c1a), UINT64_C(0x8d07e33455637eb3),
    UINT64_C(0x8e679c2f5e44ff8f),
};

/* *m * 2^*e becomes the product with f * 2^fe, f with its top bit set, cut to 64 bits. */
static void scale64(uint64_t *m, int *e, uint64_t f, int fe)
{
    uint64_t lo, hi = np_umul64(*m, f, &lo);
    *e += fe + 64;
    if (!(hi >> 63)) {
        hi = hi << 1 | lo >> 63;
        --*e;
    }
    *m = hi;
}

/* Compares the digits at text, read as 0.ddd * 10^k, with x * 2^e; x odd. */
static int cmp_text(const char *text, const char *end, int k, uint64_t x, int e)
{
    struct ratio g;
    ratio_init(&g, x, 0, e, k);
    if (np_mag_cmp(g.r, LIMBS, g.s, g.n) >= 0) return -1;
    for (; text < end; text++) {
        uint32_t d = (uint32_t)(uint8_t)*text - '0';
        if (d > 9) continue;                            /* the point or an underscore */
        if (is_zero(&g)) {
            if (d) return 1;
            continue;
        }
        times10(g.r, g.n);
        uint32_t q = quotient(&g);
        if (q != d) return d < q ? -1 : 1;
    }
    return is_zero(&g) ? 0 : -1;
}

/* The double nearest to 0.ddd * 10^k, whose first digits are w (not 0); exact: that is all of them; w = 0.ddd * 10^used. */
static double read_digits(uint64_t w, int used, bool exact, int k, const char *text, const char *end)
{
    int lz = np_clz64(w), e = -lz, j, fine;
    uint64_t m = w << lz, five = 1;
    if (k > 310) return np_d_make(NP_D_INF);
    if (k < -330) return 0;
    int k10 = k - used;
    j = (k10 + 364) / 28;
    fine = k10 + 364 - 28 * j;
    j -= 13;
    if (fine) {
        for (int i = 0; i < fine; i++) five *= 5;
        lz = np_clz64(five);
        scale64(&m, &e, five << lz, fine - lz);
    }
    if (j) scale64(&m, &e, pow10_28[j + 13], (int)((int32_t)(28 * j) * 217706 >> 16) - 63);
    /* m is too small by less than 8 units, or 27 with digits cut off. Does the half of the last place that is kept lie there? */
    int cut = 11, lead = e + 63;
    if (lead < -1022) cut += -1022 - lead;
    if (cut > 65) return 0;
    uint64_t tail = cut == 65 ? m >> 1 : m << (64 - cut), width = cut == 65 ? 32 : UINT64_C(32) << (64 - cut);
    bool integer = exact && fine == 0 && j == 0;
    if (!integer && tail - (NP_D_SIGN - width) <= 2 * width) {
        uint64_t top = cut >= 64 ? 0 : m >> cut;
        int c = cmp_text(text, end, k, 2 * top + 1, e + cut - 1);
        if (c > 0 || (c == 0 && (top & 1))) top++;
        if (top == 0) return 0;
        lz = np_clz64(top);
        return np_d_round(top << lz, e + cut - lz, false);
    }
    return np_d_round(m, e, false);
}

/* Is text the word, in any case? The word as for put_word, in two numbers. */
static bool is_word(const char *text, size_t len, uint32_t w0, uint32_t w1)
{
    for (; len; len--, text++) {
        if (((uint32_t)(uint8_t)*text | 32) != (w0 & 0xff)) return false;
        w0 = w0 >> 8 | w1 << 24;
        w1 >>= 8;
    }
    return w0 == 0;
}

/* Counts digits and underscores of a run of digits; false when an underscore is not between digits. */
static bool skip_digits(const char **p, const char *end, int32_t *count)
{
    bool digit = false;
    for (*count = 0; *p < end; ++*p) {
        if ((uint32_t)(uint8_t)**p - '0' < 10) {
            digit = true;
            ++*count;
        } else if (**p == '_' && digit) digit = false;
        else break;
    }
    return digit || *count == 0;
}

bool np_strtod(const char *text, size_t len, double *x)
{
    const char *p = text, *end = text + len, *first, *stop;
    uint64_t sign = 0, w = 0;
    int32_t whole, fraction = 0, exp10 = 0, lead = 0, used = 0;
    bool exact = true, significant = false;

    if (p < end && (*p == '-' || *p == '+')) sign = *p++ == '-' ? NP_D_SIGN : 0;
    len = (size_t)(end - p);
    if (len == 3 && is_word(p, len, WORD3('n', 'a', 'n'), 0)) {
        *x = np_d_make(NP_D_NAN);
        return true;
    }
    if ((len == 3 || len == 8) && is_word(p, len, WORD3('i', 'n', 'f') | (len == 8 ? (uint32_t)'i' << 24 : 0), len == 8 ? WORD3('n', 'i', 't') | (uint32_t)'y' << 24 : 0)) {
        *x = np_d_make(sign | NP_D_INF);
        return true;
    }
    first = p;
    if (!skip_digits(&p, end, &whole)) return false;
    if (p < end && *p == '.') {
        p++;
        if (!skip_digits(&p, end, &fraction)) return false;
    }
    if (whole + fraction == 0) return false;
    stop = p;
    if (p < end && (*p == 'e' || *p == 'E')) {
        bool neg = false;
        int32_t n;
        p++;
        if (p < end && (*p == '-' || *p == '+')) neg = *p++ == '-';
        const char *q = p;
        if (!skip_digits(&p, end, &n) || n == 0) return false;
        for (; q < p; q++)
            if (*q != '_' && exp10 < 100000000) exp10 = exp10 * 10 + (*q - '0');
        if (neg) exp10 = -exp10;
    }
    if (p != end) return false;

    /* the first 19 significant digits; the number is 0.ddd * 10^(whole - lead + exp10), the leading zeros left out */
    const char *start = NULL;
    for (const char *q = first; q < stop; q++) {
        uint32_t d = (uint32_t)(uint8_t)*q - '0';
        if (d > 9) continue;
        if (!significant && d == 0) {
            lead++;
            continue;
        }
        if (!significant) start = q;
        significant = true;
        if (used < 19) {
            w = w * 10 + d;
            used++;
        } else if (d) exact = false;
    }
    *x = np_d_make(sign | (w ? np_d_bits(read_digits(w, used, exact, whole - lead + exp10, start, stop)) : 0));
    return true;
}
