/* Double-width word arithmetic for the numeric modules: products of two words, and division of two or three words by a
   normalised divisor with a precomputed reciprocal.

   The lx106 multiplies 16x16->32 and 32x32->32 in one instruction and has neither the high half of a product nor any
   division, and its compiler would call __muldi3 for a widening product; so the products are spelled out there.

   Division: N. Möller and T. Granlund, "Improved division by invariant integers", IEEE Trans. Computers 60 (2011),
   algorithms 4 (two words by one), 5 (three by two) and 6 (the reciprocal for three by two). */
#ifndef NP_WIDE_H
#define NP_WIDE_H
#include <stdint.h>

#define NP_HI(u) ((uint32_t)((u) >> 32))
#define NP_LO(u) ((uint32_t)(u))
#define NP_PAIR(h, l) (((uint64_t)(h) << 32) | (uint32_t)(l))

/* a * b, all 64 bits. */
static inline uint64_t np_umul(uint32_t a, uint32_t b)
{
#ifdef __XTENSA__
    uint32_t al = a & 0xffff, ah = a >> 16, bl = b & 0xffff, bh = b >> 16;
    uint32_t mid = al * bh + (al * bl >> 16);
    uint32_t mid2 = ah * bl + (mid & 0xffff);
    return NP_PAIR(ah * bh + (mid >> 16) + (mid2 >> 16), a * b);
#else
    return (uint64_t)a * b;
#endif
}

/* a * b, all 128 bits: returns the high half and stores the low one. */
static inline uint64_t np_umul64(uint64_t a, uint64_t b, uint64_t *lo)
{
    uint64_t ll = np_umul(NP_LO(a), NP_LO(b)), lh = np_umul(NP_LO(a), NP_HI(b));
    uint64_t hl = np_umul(NP_HI(a), NP_LO(b)), hh = np_umul(NP_HI(a), NP_HI(b));
    uint64_t mid = lh + NP_HI(ll);                  /* cannot overflow: lh <= 2^64 - 2^33 + 1 */
    uint64_t mid2 = hl + NP_LO(mid);
    *lo = NP_PAIR(NP_LO(mid2), NP_LO(ll));
    return hh + NP_HI(mid) + NP_HI(mid2);
}

/* Leading zeros of a nonzero word or double word (one NSAU on the lx106). */
static inline int np_clz(uint32_t a) { return __builtin_clz(a); }
static inline int np_clz64(uint64_t a) { return NP_HI(a) ? np_clz(NP_HI(a)) : 32 + np_clz(NP_LO(a)); }

/* (u1:u0) / d, d with its top bit set, u1 < d, v = floor((2^64 - 1) / d) - 2^32. */
static inline uint32_t np_div2by1(uint32_t u1, uint32_t u0, uint32_t d, uint32_t v, uint32_t *rem)
{
    uint64_t q = np_umul(v, u1) + NP_PAIR(u1, u0);
    uint32_t q1 = NP_HI(q) + 1, r = u0 - q1 * d;
    if (r > NP_LO(q)) { q1--; r += d; }
    if (r >= d) { q1++; r -= d; }
    *rem = r;
    return q1;
}

/* The reciprocal for np_div3by2 of d = d1:d0 (top bit set), from that of d1 alone for np_div2by1. */
static inline uint32_t np_recip3by2(uint32_t d1, uint32_t d0, uint32_t v)
{
    uint32_t p = d1 * v + d0;
    if (p < d0) {
        v--;
        if (p >= d1) { v--; p -= d1; }
        p -= d1;
    }
    uint64_t t = np_umul(d0, v);
    p += NP_HI(t);
    if (p < NP_HI(t)) {
        v--;
        if (NP_PAIR(p, NP_LO(t)) >= NP_PAIR(d1, d0)) v--;
    }
    return v;
}

/* (u2:u1:u0) / d, d = d1:d0 with its top bit set, u2:u1 < d, v from np_recip3by2. */
static inline uint32_t np_div3by2(uint32_t u2, uint32_t u1, uint32_t u0, uint64_t d, uint32_t v, uint64_t *rem)
{
    uint64_t q = np_umul(v, u2) + NP_PAIR(u2, u1);
    uint32_t q1 = NP_HI(q);
    uint64_t r = NP_PAIR(u1 - q1 * NP_HI(d), u0) - np_umul(NP_LO(d), q1) - d;
    q1++;
    if (NP_HI(r) >= NP_LO(q)) { q1--; r += d; }
    if (r >= d) { q1++; r -= d; }
    *rem = r;
    return q1;
}
#endif
