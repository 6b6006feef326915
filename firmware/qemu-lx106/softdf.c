/* Double-precision arithmetic and 64-bit integer helpers for the lx106: the names that its libgcc leaves to the chip's boot ROM, for
   builds that run without that ROM. IEEE 754 binary64, round to nearest even, with subnormals; NaN results are quiet.

   The lx106 has 32-bit registers, shifts by a funnel register, NSAU (leading zeros), 16x16 and 32x32->32 multiplication, and no
   division. Everything on the common path is therefore done in words. Division takes a reciprocal by Newton's iteration and
   two quotient words from it (Möller and Granlund, see wide.h).

   For tests on a PC, define NP_SOFT(name) to rename the functions. */
#include <stdint.h>
#include "../../runtime-c/vm/wide.h"

#ifndef NP_SOFT
#define NP_SOFT(name) name
#endif

typedef union { double d; uint64_t u; struct { uint32_t l, h; } w; } num;
typedef union { float f; uint32_t u; } num32;

#define INF_H 0x7ff00000u
#define NAN_H 0x7ff80000u
#define SIGN 0x80000000u

#define LIKELY(x) __builtin_expect(!!(x), 1)

static inline double make(uint32_t h, uint32_t l) { num r; r.w.h = h; r.w.l = l; return r.d; }

double NP_SOFT(__adddf3)(double, double);
double NP_SOFT(__subdf3)(double, double);
double NP_SOFT(__muldf3)(double, double);
double NP_SOFT(__divdf3)(double, double);
double NP_SOFT(__floatsidf)(int32_t);
double NP_SOFT(__floatunsidf)(uint32_t);
double NP_SOFT(__floatdidf)(int64_t);
double NP_SOFT(__floatundidf)(uint64_t);
int32_t NP_SOFT(__fixdfsi)(double);
uint32_t NP_SOFT(__fixunsdfsi)(double);
int64_t NP_SOFT(__fixdfdi)(double);
uint64_t NP_SOFT(__fixunsdfdi)(double);
double NP_SOFT(__extendsfdf2)(float);
float NP_SOFT(__truncdfsf2)(double);
uint64_t NP_SOFT(__umulsidi3)(uint32_t, uint32_t);
uint64_t NP_SOFT(__muldi3)(uint64_t, uint64_t);
uint64_t NP_SOFT(__udivdi3)(uint64_t, uint64_t);
uint64_t NP_SOFT(__umoddi3)(uint64_t, uint64_t);
int64_t NP_SOFT(__divdi3)(int64_t, int64_t);
int64_t NP_SOFT(__moddi3)(int64_t, int64_t);
uint32_t NP_SOFT(__udivsi3)(uint32_t, uint32_t);
uint32_t NP_SOFT(__umodsi3)(uint32_t, uint32_t);
int32_t NP_SOFT(__divsi3)(int32_t, int32_t);
int32_t NP_SOFT(__modsi3)(int32_t, int32_t);

/* ---- rounding ---- */

/* The significand h:l has its top bit at bit 62 and 10 bits below the last place, the lowest of them sticky; e is the biased exponent.
   Only for 1 <= e <= 2046; a carry out of the significand moves on into the exponent, to infinity too. */
static inline double round_normal(uint32_t sign, int e, uint32_t h, uint32_t l)
{
    uint32_t r = l + 0x1ff + (l >> 10 & 1);
    h += r < l;
    return make(sign + ((uint32_t)(e - 1) << 20) + (h >> 10), h << 22 | r >> 10);
}

/* The same for any e. */
static __attribute__((noinline)) double round_any(uint32_t sign, int e, uint32_t h, uint32_t l)
{
    if (e >= 0x7ff) return make(sign | INF_H, 0);
    if (e < 1) {
        int s = 1 - e;
        uint32_t sticky;
        if (s >= 32) {
            sticky = l | (s < 64 ? h << 1 << (63 - s) : h);
            l = s < 64 ? h >> (s - 32) : 0;
            h = 0;
        } else {
            sticky = l << (32 - s);
            l = l >> s | h << (32 - s);
            h >>= s;
        }
        l |= sticky != 0;
        /* without a hidden bit the exponent field stays 0 */
        return round_normal(sign, 1, h, l);
    }
    return round_normal(sign, e, h, l);
}

/* ---- addition ---- */

/* a + b, |a| >= |b|, when a is not finite or b is zero or subnormal. */
static __attribute__((noinline)) double add_special(uint32_t ah, uint32_t al, uint32_t bh, uint32_t bl)
{
    uint32_t xa = ah & ~SIGN, xb = bh & ~SIGN;
    if (xa >= INF_H) {
        if (xa > INF_H || al) return make(ah | NAN_H, al);
        if (xb >= INF_H && ((ah ^ bh) & SIGN)) return make(NAN_H, 0);
        return make(ah, al);
    }
    if ((xb | bl) == 0) {
        if ((xa | al) == 0) return make(ah & bh, 0);
        return make(ah, al);
    }
    /* b is subnormal. If a is one too, or has the least normal exponent, the bit patterns add up, until a carry makes the exponent 2. */
    int e = (int)(xa >> 20);
    if (e <= 1) {
        uint64_t x = NP_PAIR(xa, al), y = NP_PAIR(xb, bl), r;
        if ((ah ^ bh) & SIGN) {
            /* both significands on the scale of exponent 1; a normal a keeps its hidden bit as the exponent's lowest */
            r = x - y;
            return r ? make((ah & SIGN) | NP_HI(r), NP_LO(r)) : 0;
        }
        r = x + y;
        if (NP_HI(r) >= 2u << 20) return round_any(ah & SIGN, 2, NP_HI(r << 9), NP_LO(r << 9));
        return make((ah & SIGN) | NP_HI(r), NP_LO(r));
    }
    /* normal a, subnormal b: on the scale of a, with 10 bits below */
    uint64_t x = NP_PAIR((xa & 0xfffff) | 0x100000, al) << 10, y = NP_PAIR(xb, bl) << 10;
    int s = e - 1;
    y = s > 62 ? 1 : y >> s | (y << (64 - s) != 0);
    x = (ah ^ bh) & SIGN ? x - y : x + y;
    s = np_clz64(x) - 1;
    if (s < 0) return round_any(ah & SIGN, e + 1, NP_HI(x) >> 1, NP_LO(x >> 1) | (NP_LO(x) & 1));
    x <<= s;
    return round_any(ah & SIGN, e - s, NP_HI(x), NP_LO(x));
}

static inline __attribute__((always_inline)) double add(uint32_t ah, uint32_t al, uint32_t bh, uint32_t bl)
{
    uint32_t xa = ah << 1, xb = bh << 1;
    if (xa < xb || (xa == xb && al < bl)) {
        uint32_t t = ah; ah = bh; bh = t;
        t = al; al = bl; bl = t;
    }
    uint32_t sign = ah & SIGN, differ = (ah ^ bh) & SIGN;
    int e = (int)(ah << 1 >> 21), d = (int)(bh << 1 >> 21);
    if (!LIKELY(d != 0 && e != 0x7ff)) return add_special(ah, al, bh, bl);
    d = e - d;
    uint32_t h = ((ah & 0xfffff) | 0x100000) << 10 | al >> 22, l = al << 10;
    uint32_t yh = ((bh & 0xfffff) | 0x100000) << 10 | bl >> 22, yl = bl << 10, sticky;
    if (d) {
        if (LIKELY(d < 32)) {
            sticky = yl << (32 - d);
            yl = yl >> d | yh << (32 - d);
            yh >>= d;
        } else if (d < 63) {
            sticky = yl | yh << 1 << (63 - d);
            yl = yh >> (d - 32);
            yh = 0;
        } else {
            sticky = 1;
            yl = yh = 0;
        }
        if (sticky) yl |= 1;
    }
    if (!differ) {
        l += yl;
        h += yh + (l < yl);
        if (h >> 31) {
            l = l >> 1 | h << 31 | (l & 1);
            h >>= 1;
            e++;
            if (e == 0x7ff) return make(sign | INF_H, 0);
        }
        return round_normal(sign, e, h, l);
    }
    h -= yh + (l < yl);
    l -= yl;
    if (h) {
        int s = np_clz(h) - 1;
        if (s) {
            h = h << s | l >> (32 - s);
            l <<= s;
            e -= s;
            if (e < 1) return round_any(sign, e, h, l);
        }
        return round_normal(sign, e, h, l);
    }
    if (l == 0) return 0;
    int s = np_clz(l);                                  /* the top bit goes to bit 30 of h */
    h = l << s >> 1;
    l = s ? 0 : l << 31;
    return round_any(sign, e - 31 - s, h, l);
}

double NP_SOFT(__adddf3)(double a, double b)
{
    num x = { a }, y = { b };
    return add(x.w.h, x.w.l, y.w.h, y.w.l);
}

double NP_SOFT(__subdf3)(double a, double b)
{
    num x = { a }, y = { b };
    return add(x.w.h, x.w.l, y.w.h ^ SIGN, y.w.l);
}

/* ---- multiplication ---- */

/* Makes x, finite and not zero, have its hidden bit; returns its biased exponent. */
static int normalise(uint32_t *h, uint32_t *l)
{
    uint32_t xh = *h & 0xfffff, xl = *l;
    int e = (int)(*h << 1 >> 21);
    if (e) {
        *h = xh | 0x100000;
        return e;
    }
    uint64_t m = NP_PAIR(xh, xl);
    int s = np_clz64(m) - 11;
    m <<= s;
    *h = NP_HI(m);
    *l = NP_LO(m);
    return 1 - s;
}

static inline __attribute__((always_inline)) double mul_finite(uint32_t sign, int e, uint32_t ah, uint32_t al, uint32_t bh, uint32_t bl, int any)
{
    /* 53 bits << 11 times 53 bits << 10: the product's top bit is 126 or 125 of 128, so the top two words are h:l or a bit less */
    ah = ah << 11 | al >> 21;
    al <<= 11;
    bh = bh << 10 | bl >> 22;
    bl <<= 10;
    uint64_t p = np_umul(ah, bh);
    uint32_t rest = 0, t;
    if (bl) {
        uint64_t q = np_umul(ah, bl);
        rest = NP_LO(q);
        p += NP_HI(q);
    }
    if (al) {
        uint64_t q = np_umul(al, bh);
        t = NP_LO(q);
        p += NP_HI(q);
        rest += t;
        p += rest < t;
        if (bl) {
            q = np_umul(al, bl);
            t = NP_HI(q);
            rest += t;
            p += rest < t;
            rest |= NP_LO(q);
        }
    }
    uint32_t h = NP_HI(p), l = NP_LO(p);
    if (h >> 30) e++;
    else {
        h = h << 1 | l >> 31;
        l = l << 1 | rest >> 31;
        rest <<= 1;
    }
    if (rest) l |= 1;
    if (LIKELY(!any && (unsigned)(e - 1) < 0x7fe)) return round_normal(sign, e, h, l);
    return round_any(sign, e, h, l);
}

static __attribute__((noinline)) double mul_special(uint32_t ah, uint32_t al, uint32_t bh, uint32_t bl)
{
    uint32_t sign = (ah ^ bh) & SIGN, xa = ah & ~SIGN, xb = bh & ~SIGN;
    if (xa > INF_H || (xa == INF_H && al)) return make(ah | NAN_H, al);
    if (xb > INF_H || (xb == INF_H && bl)) return make(bh | NAN_H, bl);
    if (xa == INF_H || xb == INF_H) {
        if ((xa | al) == 0 || (xb | bl) == 0) return make(NAN_H, 0);
        return make(sign | INF_H, 0);
    }
    if ((xa | al) == 0 || (xb | bl) == 0) return make(sign, 0);
    int e = normalise(&ah, &al);
    e += normalise(&bh, &bl) - 1023;
    return mul_finite(sign, e, ah, al, bh, bl, 1);
}

double NP_SOFT(__muldf3)(double a, double b)
{
    num x = { a }, y = { b };
    uint32_t ah = x.w.h, bh = y.w.h;
    uint32_t ea = ah << 1 >> 21, eb = bh << 1 >> 21;
    if (!LIKELY(ea - 1 < 0x7fe && eb - 1 < 0x7fe)) return mul_special(ah, x.w.l, bh, y.w.l);
    return mul_finite((ah ^ bh) & SIGN, (int)(ea + eb) - 1023, (ah & 0xfffff) | 0x100000, x.w.l, (bh & 0xfffff) | 0x100000, y.w.l, 0);
}

/* ---- reciprocal and division ---- */

/* floor((2^64 - 1) / d) - 2^32 for a d with its top bit set: Newton's r' = r + r * (1 - d * r) from a line, in 16-bit
   multiplications as long as 16 bits do, and at the end the exact remainder. */
static __attribute__((noinline)) uint32_t recip32(uint32_t d)
{
    uint32_t dh = d >> 16, dl = d & 0xffff, r, v;
    int32_t err;
    /* 48/17 - 32/17 d is within 1/17 of 1/d on [1/2, 1]; r has 15 bits after the point */
    r = 92505 - (61681 * dh >> 16);
    if (r > 65535) r = 65535;
    for (int i = 0; i < 2; i++) {
        err = (int32_t)(0x80000000u - dh * r);          /* 31 bits after the point, |err| <= 2^27 */
        r += (uint32_t)((int32_t)r * (err >> 13) >> 18);
        if (r > 65535) r = 65535;
    }
    err = (int32_t)(0x80000000u - (dh * r + (dl * r >> 16)));
    r = (r << 16) + (uint32_t)((int32_t)r * (err >> 6) >> 9);      /* now 31 bits after the point */
    err = (int32_t)(0x80000000u - NP_HI(np_umul(d, r)));
    r += (uint32_t)((int32_t)(r >> 16) * err >> 15);
    v = r >> 31 ? r << 1 : d >> 30 == 2 ? UINT32_MAX : 0;        /* the ends of the range, 2 and 1 */
    /* rest = 2^64 - 1 - (2^32 + v) * d; v is right when 0 <= rest < d */
    uint64_t rest = NP_PAIR(~d, UINT32_MAX) - np_umul(v, d);
    while ((int32_t)NP_HI(rest) < 0) {
        v--;
        rest += d;
    }
    while (rest >= d) {
        v++;
        rest -= d;
    }
    return v;
}

static __attribute__((noinline)) double div_finite(uint32_t sign, int e, uint32_t ah, uint32_t al, uint32_t bh, uint32_t bl)
{
    /* a < b with the top bits of b at 63: then the two words of a / b are exact digits of base 2^32 */
    uint64_t d = NP_PAIR(bh, bl) << 11, n = NP_PAIR(ah, al) << 11, r;
    if (n >= d) {
        n >>= 1;
        e++;
    }
    uint32_t v = np_recip3by2(NP_HI(d), NP_LO(d), recip32(NP_HI(d)));
    uint32_t q1 = np_div3by2(NP_HI(n), NP_LO(n), 0, d, v, &r);
    uint32_t q0 = np_div3by2(NP_HI(r), NP_LO(r), 0, d, v, &r);
    /* the quotient is in [1/2, 1): top bit 63; one bit goes to the sticky one */
    q0 = q0 >> 1 | q1 << 31 | (q0 & 1) | (r != 0);
    q1 >>= 1;
    if (LIKELY((unsigned)(e - 1) < 0x7fe)) return round_normal(sign, e, q1, q0);
    return round_any(sign, e, q1, q0);
}

static __attribute__((noinline)) double div_special(uint32_t ah, uint32_t al, uint32_t bh, uint32_t bl)
{
    uint32_t sign = (ah ^ bh) & SIGN, xa = ah & ~SIGN, xb = bh & ~SIGN;
    if (xa > INF_H || (xa == INF_H && al)) return make(ah | NAN_H, al);
    if (xb > INF_H || (xb == INF_H && bl)) return make(bh | NAN_H, bl);
    if (xa == INF_H) return xb == INF_H ? make(NAN_H, 0) : make(sign | INF_H, 0);
    if ((xb | bl) == 0) return (xa | al) == 0 ? make(NAN_H, 0) : make(sign | INF_H, 0);
    if (xb == INF_H || (xa | al) == 0) return make(sign, 0);
    int e = normalise(&ah, &al);
    e += 1022 - normalise(&bh, &bl);
    return div_finite(sign, e, ah, al, bh, bl);
}

double NP_SOFT(__divdf3)(double a, double b)
{
    num x = { a }, y = { b };
    uint32_t ah = x.w.h, bh = y.w.h;
    uint32_t ea = ah << 1 >> 21, eb = bh << 1 >> 21;
    if (!LIKELY(ea - 1 < 0x7fe && eb - 1 < 0x7fe)) return div_special(ah, x.w.l, bh, y.w.l);
    return div_finite((ah ^ bh) & SIGN, (int)(ea - eb) + 1022, (ah & 0xfffff) | 0x100000, x.w.l, (bh & 0xfffff) | 0x100000, y.w.l);
}

/* ---- conversions ---- */

double NP_SOFT(__floatunsidf)(uint32_t u)
{
    if (u == 0) return 0;
    int s = np_clz(u);
    u <<= s;
    return make(((uint32_t)(1023 + 30 - s) << 20) + (u >> 11), u << 21);
}

double NP_SOFT(__floatsidf)(int32_t i)
{
    num r = { NP_SOFT(__floatunsidf)(i < 0 ? -(uint32_t)i : (uint32_t)i) };
    return make(r.w.h | ((uint32_t)i & SIGN), r.w.l);
}

static double from64(uint32_t sign, uint64_t u)
{
    if (u == 0) return 0;
    int s = np_clz64(u);
    u <<= s;
    return round_normal(sign, 1023 + 63 - s, NP_HI(u) >> 1, NP_LO(u >> 1) | (NP_LO(u) & 1));
}

double NP_SOFT(__floatundidf)(uint64_t u) { return from64(0, u); }
double NP_SOFT(__floatdidf)(int64_t i) { return i < 0 ? from64(SIGN, -(uint64_t)i) : from64(0, (uint64_t)i); }

/* C leaves conversions out of range undefined; these saturate, and NaN gives 0. */
static uint64_t magnitude(num x)
{
    int e = (int)(x.w.h << 1 >> 21) - 1023;
    uint64_t m = NP_PAIR((x.w.h & 0xfffff) | 0x100000, x.w.l);
    if (e < 0 || (x.u << 1) > (uint64_t)INF_H << 33) return 0;
    if (e > 63) return UINT64_MAX;
    return e > 52 ? m << (e - 52) : m >> (52 - e);
}

int32_t NP_SOFT(__fixdfsi)(double a)
{
    num x = { a };
    uint32_t e = x.w.h << 1 >> 21;
    if (e < 1023) return 0;
    if (e < 1023 + 31) {
        uint32_t m = ((x.w.h & 0xfffff) | 0x100000) << 11 | x.w.l >> 21;
        m >>= 1023 + 31 - e;
        return (int32_t)(x.w.h & SIGN ? -m : m);
    }
    if ((x.u << 1) > (uint64_t)INF_H << 33) return 0;
    return x.w.h & SIGN ? INT32_MIN : INT32_MAX;
}

uint32_t NP_SOFT(__fixunsdfsi)(double a)
{
    num x = { a };
    uint64_t m = magnitude(x);
    if (x.w.h & SIGN) return 0;
    return m > UINT32_MAX ? UINT32_MAX : NP_LO(m);
}

int64_t NP_SOFT(__fixdfdi)(double a)
{
    num x = { a };
    uint64_t m = magnitude(x), limit = (uint64_t)INT64_MAX;
    if (x.w.h & SIGN) return m > limit ? INT64_MIN : -(int64_t)m;
    return m > limit ? INT64_MAX : (int64_t)m;
}

uint64_t NP_SOFT(__fixunsdfdi)(double a)
{
    num x = { a };
    return x.w.h & SIGN ? 0 : magnitude(x);
}

double NP_SOFT(__extendsfdf2)(float a)
{
    num32 x = { a };
    uint32_t sign = x.u & SIGN, m = x.u & ~SIGN;
    if (m >= 0x7f800000u) {
        if (m > 0x7f800000u) m |= 0x400000u;
        return make(sign | INF_H | (m & 0x7fffff) >> 3, m << 29);
    }
    if (m >= 0x800000u) return make(sign | ((m >> 3) + (896u << 20)), m << 29);
    if (m == 0) return make(sign, 0);
    int s = np_clz(m) - 8;
    m <<= s;
    return make(sign | (((uint32_t)(896 - s) << 20) + (m >> 3)), m << 29);
}

float NP_SOFT(__truncdfsf2)(double a)
{
    num x = { a };
    num32 r;
    uint32_t sign = x.w.h & SIGN, h = x.w.h & ~SIGN, m;
    int e = (int)(h >> 20) - 896;
    if (h >= INF_H) {
        r.u = sign | 0x7f800000u;
        if (h > INF_H || x.w.l) r.u |= 0x400000u | (h & 0xfffff) << 3 | x.w.l >> 29;
        return r.f;
    }
    /* 24 bits of significand and 7 below, the lowest sticky */
    m = ((h & 0xfffff) | 0x100000) << 10 | x.w.l >> 22 | ((x.w.l << 10) != 0);
    if (e >= 255) {
        r.u = sign | 0x7f800000u;
        return r.f;
    }
    if (e < 1) {
        int s = 1 - e;
        m = s > 31 ? 1 : m >> s | ((m << (32 - s)) != 0);
        e = 1;
    }
    m = (m + 0x3f + (m >> 7 & 1)) >> 7;
    r.u = sign + ((uint32_t)(e - 1) << 23) + m;
    return r.f;
}

/* ---- 64-bit integers ---- */

uint64_t NP_SOFT(__umulsidi3)(uint32_t a, uint32_t b) { return np_umul(a, b); }

uint64_t NP_SOFT(__muldi3)(uint64_t a, uint64_t b)
{
    uint64_t p = np_umul(NP_LO(a), NP_LO(b));
    return NP_PAIR(NP_HI(p) + NP_LO(a) * NP_HI(b) + NP_HI(a) * NP_LO(b), NP_LO(p));
}

uint32_t NP_SOFT(__udivsi3)(uint32_t a, uint32_t b)
{
    uint32_t q = 0;
    if (b == 0) return UINT32_MAX;
    if (a < b) return 0;
    int s = np_clz(b) - np_clz(a);
    b <<= s;
    do {
        q += q;
        if (a >= b) {
            a -= b;
            q++;
        }
        b >>= 1;
    } while (--s >= 0);
    return q;
}

uint32_t NP_SOFT(__umodsi3)(uint32_t a, uint32_t b)
{
    if (b == 0 || a < b) return a;
    int s = np_clz(b) - np_clz(a);
    b <<= s;
    do {
        if (a >= b) a -= b;
        b >>= 1;
    } while (--s >= 0);
    return a;
}

int32_t NP_SOFT(__divsi3)(int32_t a, int32_t b)
{
    uint32_t q = NP_SOFT(__udivsi3)(a < 0 ? -(uint32_t)a : (uint32_t)a, b < 0 ? -(uint32_t)b : (uint32_t)b);
    return (int32_t)((a ^ b) < 0 ? -q : q);
}

int32_t NP_SOFT(__modsi3)(int32_t a, int32_t b)
{
    uint32_t r = NP_SOFT(__umodsi3)(a < 0 ? -(uint32_t)a : (uint32_t)a, b < 0 ? -(uint32_t)b : (uint32_t)b);
    return (int32_t)(a < 0 ? -r : r);
}

/* a / b; the remainder goes to *rest. Division by zero gives all ones and a. */
static uint64_t divide(uint64_t a, uint64_t b, uint64_t *rest)
{
    *rest = a;
    if (a < b) return 0;
    if (b == 0) return UINT64_MAX;
    uint32_t a1 = NP_HI(a), a0 = NP_LO(a), v;
    if (NP_HI(b) == 0) {
        uint32_t d = NP_LO(b), q1 = 0, r = a1, q0;
        if (a1 == 0) {
            q0 = NP_SOFT(__udivsi3)(a0, d);
            *rest = a0 - q0 * d;
            return q0;
        }
        int s = np_clz(d);
        if (s) {
            d <<= s;
            r = a1 >> (32 - s);
            a1 = a1 << s | a0 >> (32 - s);
            a0 <<= s;
        } else r = 0;
        v = recip32(d);
        q1 = np_div2by1(r, a1, d, v, &r);
        q0 = np_div2by1(r, a0, d, v, &r);
        *rest = r >> s;
        return NP_PAIR(q1, q0);
    }
    int s = np_clz(NP_HI(b));
    uint32_t a2 = 0;
    uint64_t r;
    if (s) {
        a2 = a1 >> (32 - s);
        a1 = a1 << s | a0 >> (32 - s);
        a0 <<= s;
        b <<= s;
    }
    v = np_recip3by2(NP_HI(b), NP_LO(b), recip32(NP_HI(b)));
    uint32_t q = np_div3by2(a2, a1, a0, b, v, &r);
    *rest = r >> s;
    return q;
}

uint64_t NP_SOFT(__udivdi3)(uint64_t a, uint64_t b)
{
    uint64_t r;
    return divide(a, b, &r);
}

uint64_t NP_SOFT(__umoddi3)(uint64_t a, uint64_t b)
{
    uint64_t r;
    divide(a, b, &r);
    return r;
}

int64_t NP_SOFT(__divdi3)(int64_t a, int64_t b)
{
    uint64_t r, q = divide(a < 0 ? -(uint64_t)a : (uint64_t)a, b < 0 ? -(uint64_t)b : (uint64_t)b, &r);
    return (int64_t)((a ^ b) < 0 ? -q : q);
}

int64_t NP_SOFT(__moddi3)(int64_t a, int64_t b)
{
    uint64_t r;
    divide(a < 0 ? -(uint64_t)a : (uint64_t)a, b < 0 ? -(uint64_t)b : (uint64_t)b, &r);
    return (int64_t)(a < 0 ? -r : r);
}
