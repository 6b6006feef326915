/* Magnitude arithmetic; see bigmag.h. Knuth, "The Art of Computer Programming", vol. 2, section 4.3.1. */
#include "bigmag.h"
#include "fpbits.h"
#include "wide.h"

size_t np_mag_norm(const uint32_t *a, size_t n)
{
    while (n && a[n - 1] == 0) n--;
    return n;
}

int np_mag_cmp(const uint32_t *a, size_t an, const uint32_t *b, size_t bn)
{
    an = np_mag_norm(a, an);
    bn = np_mag_norm(b, bn);
    if (an != bn) return an < bn ? -1 : 1;
    while (an--)
        if (a[an] != b[an]) return a[an] < b[an] ? -1 : 1;
    return 0;
}

size_t np_mag_bits(const uint32_t *a, size_t n)
{
    n = np_mag_norm(a, n);
    return n ? 32 * n - (size_t)np_clz(a[n - 1]) : 0;
}

size_t np_mag_add(uint32_t *r, const uint32_t *a, size_t an, const uint32_t *b, size_t bn)
{
    if (an < bn) {
        const uint32_t *t = a; a = b; b = t;
        size_t n = an; an = bn; bn = n;
    }
    uint32_t carry = 0;
    for (size_t i = 0; i < an; i++) {
        uint32_t y = i < bn ? b[i] : 0, s = a[i] + carry;
        carry = s < carry;
        s += y;
        carry += s < y;
        r[i] = s;
    }
    r[an] = carry;
    return np_mag_norm(r, an + 1);
}

size_t np_mag_sub(uint32_t *r, const uint32_t *a, size_t an, const uint32_t *b, size_t bn)
{
    uint32_t borrow = 0;
    for (size_t i = 0; i < an; i++) {
        uint32_t x = a[i], y = i < bn ? b[i] : 0, d = x - y;
        uint32_t out = (x < y) | (d < borrow);
        r[i] = d - borrow;
        borrow = out;
    }
    return np_mag_norm(r, an);
}

uint32_t np_mag_mul1(uint32_t *a, size_t n, uint32_t m, uint32_t c)
{
    for (size_t i = 0; i < n; i++) {
        uint64_t p = np_umul(a[i], m) + c;
        a[i] = NP_LO(p);
        c = NP_HI(p);
    }
    return c;
}

size_t np_mag_mul(uint32_t *r, const uint32_t *a, size_t an, const uint32_t *b, size_t bn)
{
    for (size_t i = 0; i < an + bn; i++) r[i] = 0;
    for (size_t j = 0; j < bn; j++) {
        uint32_t m = b[j], c = 0;
        if (m == 0) continue;
        for (size_t i = 0; i < an; i++) {
            uint64_t p = np_umul(a[i], m) + r[i + j] + c;
            r[i + j] = NP_LO(p);
            c = NP_HI(p);
        }
        r[an + j] = c;
    }
    return np_mag_norm(r, an + bn);
}

/* floor((2^64 - 1) / d) - 2^32 for a d with its top bit set. */
static uint32_t reciprocal(uint32_t d) { return NP_LO(NP_PAIR(~d, UINT32_MAX) / d); }

uint32_t np_mag_divmod1(uint32_t *q, const uint32_t *a, size_t n, uint32_t d)
{
    int s = np_clz(d);
    uint32_t v, r = 0;
    d <<= s;
    v = reciprocal(d);
    if (n) r = (a[n - 1] >> 1) >> (31 - s);
    for (size_t i = n; i--;) {
        uint32_t u = a[i] << s | (i && s ? a[i - 1] >> (32 - s) : 0);
        q[i] = np_div2by1(r, u, d, v, &r);
    }
    return r >> s;
}

/* Limb i of b shifted left by s bits, 0 <= s < 32. */
static inline uint32_t shifted(const uint32_t *b, size_t i, int s) { return b[i] << s | (i ? (b[i - 1] >> 1) >> (31 - s) : 0); }

void np_mag_divmod(uint32_t *q, size_t *qn, uint32_t *r, size_t *rn, const uint32_t *a, size_t an, const uint32_t *b, size_t bn)
{
    an = np_mag_norm(a, an);
    bn = np_mag_norm(b, bn);
    if (an < bn) {
        if (r != a && an) memcpy(r, a, an * sizeof *a);
        *qn = 0;
        *rn = an;
        return;
    }
    if (bn == 1) {
        r[0] = np_mag_divmod1(q, a, an, b[0]);
        *qn = np_mag_norm(q, an);
        *rn = np_mag_norm(r, 1);
        return;
    }
    /* D1: normalise, so that the divisor's top bit is set; the divisor is shifted as it is read */
    int s = np_clz(b[bn - 1]);
    uint64_t d = NP_PAIR(shifted(b, bn - 1, s), shifted(b, bn - 2, s));
    uint32_t v = np_recip3by2(NP_HI(d), NP_LO(d), reciprocal(NP_HI(d)));
    uint32_t top = (a[an - 1] >> 1) >> (31 - s);
    for (size_t i = an; i--;) r[i] = shifted(a, i, s);
    r[an] = top;
    for (size_t j = an - bn + 1; j--;) {
        /* D3: the quotient of the top three limbs by the top two is right or one too large */
        uint32_t *u = r + j, t = u[bn], qj, carry = 0, prev = 0;
        uint64_t rest;
        if (NP_PAIR(t, u[bn - 1]) >= d) qj = UINT32_MAX;
        else qj = np_div3by2(t, u[bn - 1], u[bn - 2], d, v, &rest);
        /* D4: multiply and subtract */
        for (size_t i = 0; i < bn; i++) {
            uint32_t bi = b[i], x = u[i];
            uint64_t p = np_umul(qj, bi << s | prev) + carry;
            prev = (bi >> 1) >> (31 - s);
            carry = NP_HI(p) + (x < NP_LO(p));
            u[i] = x - NP_LO(p);
        }
        u[bn] = t - carry;
        if (t < carry) {                    /* D6: add back */
            qj--;
            carry = 0;
            for (size_t i = 0; i < bn; i++) {
                uint64_t p = (uint64_t)u[i] + shifted(b, i, s) + carry;
                u[i] = NP_LO(p);
                carry = NP_HI(p);
            }
            u[bn] += carry;
        }
        q[j] = qj;
    }
    *qn = np_mag_norm(q, an - bn + 1);
    *rn = np_mag_shr(r, r, bn, (size_t)s, NULL);
}

size_t np_mag_shl(uint32_t *r, const uint32_t *a, size_t n, size_t bits)
{
    size_t w = bits / 32;
    int s = (int)(bits % 32);
    n = np_mag_norm(a, n);
    if (n == 0) return 0;
    uint32_t top = (a[n - 1] >> 1) >> (31 - s);
    for (size_t i = n; i--;) r[i + w] = shifted(a, i, s);
    for (size_t i = 0; i < w; i++) r[i] = 0;
    if (top == 0) return n + w;
    r[n + w] = top;
    return n + w + 1;
}

size_t np_mag_shr(uint32_t *r, const uint32_t *a, size_t n, size_t bits, bool *lost)
{
    size_t w = bits / 32;
    int s = (int)(bits % 32);
    n = np_mag_norm(a, n);
    if (lost) {
        uint32_t out = 0;
        for (size_t i = 0; i < w && i < n; i++) out |= a[i];
        if (w < n) out |= a[w] & ((UINT32_C(1) << s) - 1);
        *lost = out != 0;
    }
    if (w >= n) return 0;
    for (size_t i = w; i < n; i++) r[i - w] = a[i] >> s | (i + 1 < n ? (a[i + 1] << 1) << (31 - s) : 0);
    return np_mag_norm(r, n - w);
}

/* The largest power of the radix below 2^32, and its exponent. */
static uint32_t chunk_of(uint32_t radix, uint32_t *digits)
{
    uint32_t c = radix, n = 1;
    for (;;) {
        uint64_t p = np_umul(c, radix);
        if (NP_HI(p)) break;
        c = NP_LO(p);
        n++;
    }
    *digits = n;
    return c;
}

size_t np_mag_text_room(size_t n, uint32_t radix)
{
    uint32_t digits, chunk = chunk_of(radix, &digits);
    size_t bits = 31 - (size_t)np_clz(chunk);           /* each chunk takes at least so many bits off */
    return n ? (32 * n + bits - 1) / bits * digits : 1;
}

size_t np_mag_limbs_room(size_t count, uint32_t radix)
{
    uint32_t digits;
    chunk_of(radix, &digits);
    return (count + digits - 1) / digits;
}

static char digit_char(uint32_t d) { return (char)(d < 10 ? '0' + d : 'a' + (d - 10)); }

size_t np_mag_to_text(char *out, size_t cap, uint32_t *a, size_t n, uint32_t radix)
{
    size_t p = cap;
    n = np_mag_norm(a, n);
    if (n == 0) {
        out[0] = '0';
        return 1;
    }
    if ((radix & (radix - 1)) == 0) {
        int step = 31 - np_clz(radix);
        size_t bits = np_mag_bits(a, n);
        for (size_t i = 0; i < bits; i += (size_t)step) {
            size_t w = i / 32;
            int s = (int)(i % 32);
            uint32_t d = a[w] >> s | (w + 1 < n ? (a[w + 1] << 1) << (31 - s) : 0);
            out[--p] = digit_char(d & (radix - 1));
        }
    } else {
        uint32_t digits, chunk = chunk_of(radix, &digits), inverse = (uint32_t)((UINT64_C(1) << 32) / radix);
        while (n) {
            uint32_t r = np_mag_divmod1(a, a, n, chunk);
            n = np_mag_norm(a, n);
            for (uint32_t i = 0; i < digits && (n || r); i++) {
                uint32_t q = NP_HI(np_umul(r, inverse)), d = r - q * radix;     /* q is right or one too small */
                if (d >= radix) { d -= radix; q++; }
                out[--p] = digit_char(d);
                r = q;
            }
        }
    }
    memmove(out, out + p, cap - p);
    return cap - p;
}

int32_t np_mag_from_text(uint32_t *r, size_t cap, const char *text, size_t len, uint32_t radix)
{
    uint32_t digits, acc = 0, scale = 1;
    uint32_t chunk = chunk_of(radix, &digits);
    size_t n = 0;
    bool was_digit = false;
    for (size_t i = 0; i < len; i++) {
        uint32_t c = (uint8_t)text[i], d;
        if (c == '_' && was_digit) {
            was_digit = false;
            continue;
        }
        if (c - '0' < 10) d = c - '0';
        else if ((c | 32) - 'a' < 26) d = (c | 32) - 'a' + 10;
        else return NP_MAG_BAD_DIGIT;
        if (d >= radix) return NP_MAG_BAD_DIGIT;
        was_digit = true;
        acc = acc * radix + d;
        scale *= radix;
        if (scale == chunk || i + 1 == len) {
            uint32_t carry = np_mag_mul1(r, n, scale, acc);
            if (carry) {
                if (n == cap) return NP_MAG_NO_ROOM;
                r[n++] = carry;
            }
            acc = 0;
            scale = 1;
        }
    }
    return was_digit ? (int32_t)n : NP_MAG_BAD_DIGIT;
}

/* The top 64 bits of a (not 0), normalised; *e is the exponent of their lowest, *sticky whether a lower bit is set. */
static uint64_t top64(const uint32_t *a, size_t n, int *e, bool *sticky)
{
    size_t bits = np_mag_bits(a, n), low = bits > 64 ? bits - 64 : 0;
    uint64_t m = 0;
    n = np_mag_norm(a, n);
    for (size_t i = 0; i < 3 && i < n; i++) {
        uint32_t x = a[n - 1 - i];
        int s = 64 - (int)(32 - (uint32_t)np_clz(a[n - 1])) - 32 * (int)i;
        m |= s >= 0 ? (uint64_t)x << s : s > -32 ? x >> -s : 0;
    }
    *sticky = false;
    for (size_t i = 0; i < low / 32; i++)
        if (a[i]) *sticky = true;
    if (low && a[low / 32] << 1 << (31 - low % 32)) *sticky = true;
    *e = (int)bits - 64;
    return m;
}

bool np_mag_to_double(const uint32_t *a, size_t n, double *x)
{
    int e;
    bool sticky;
    n = np_mag_norm(a, n);
    if (n == 0) {
        *x = 0;
        return true;
    }
    if (n > 32) {
        *x = np_d_make(NP_D_INF);
        return false;
    }
    uint64_t m = top64(a, n, &e, &sticky);
    *x = np_d_round(m, e, sticky);
    return np_d_bits(*x) != NP_D_INF;
}

size_t np_mag_from_double(uint32_t *r, double x)
{
    uint64_t u = np_d_bits(x) & ~NP_D_SIGN, m = (u & NP_D_FRAC) | NP_D_HIDDEN;
    int e = (int)(u >> 52) - 1075;
    if (e < -52) return 0;
    if (e <= 0) {
        m >>= -e;
        e = 0;
    }
    size_t n = (size_t)(64 - np_clz64(m) + e + 31) / 32;
    if (r == NULL) return n;
    for (size_t i = 0; i < n; i++) r[i] = 0;
    size_t w = (size_t)e / 32;
    int s = e % 32;
    uint32_t top = (NP_HI(m) >> 1) >> (31 - s);
    r[w] = NP_LO(m << s);
    if (w + 1 < n) r[w + 1] = NP_HI(m << s);
    if (top) r[w + 2] = top;
    return n;
}

int np_mag_cmp_double(const uint32_t *a, size_t n, double x)
{
    uint64_t u = np_d_bits(x) & ~NP_D_SIGN;
    int ea, ex = (int)(u >> 52) - 1075;
    bool sticky;
    n = np_mag_norm(a, n);
    if (n == 0) return u == 0 ? 0 : -1;
    if (u >= NP_D_INF || n > 32) return u >= NP_D_INF ? -1 : 1;
    if (ex < -52) return 1;                             /* |x| < 1 <= a */
    uint64_t mx = ((u & NP_D_FRAC) | NP_D_HIDDEN) << 11, ma = top64(a, n, &ea, &sticky);
    ex -= 11;
    if (ea != ex) return ea < ex ? -1 : 1;
    if (ma != mx) return ma < mx ? -1 : 1;
    return sticky;
}

bool np_mag_truediv(const uint32_t *a, size_t an, const uint32_t *b, size_t bn, uint32_t *scratch, double *x)
{
    an = np_mag_norm(a, an);
    bn = np_mag_norm(b, bn);
    if (an == 0) {
        *x = 0;
        return true;
    }
    /* Scale the dividend so that the quotient has 65 or 66 bits; the rest is sticky. scratch: quotient, dividend. */
    size_t abits = np_mag_bits(a, an), want = np_mag_bits(b, bn) + 65, qn, rn, n;
    uint32_t *q = scratch, *r = scratch + bn + 6;
    bool lost = false, sticky;
    int e;
    if (abits > want + 1100) {
        *x = np_d_make(NP_D_INF);
        return false;
    }
    if (want > abits + 1200) {
        *x = 0;
        return true;
    }
    if (abits > want) n = np_mag_shr(r, a, an, abits - want, &lost);
    else n = np_mag_shl(r, a, an, want - abits);
    np_mag_divmod(q, &qn, r, &rn, r, n, b, bn);
    uint64_t m = top64(q, qn, &e, &sticky);
    *x = np_d_round(m, e + ((int)abits - (int)want), sticky || lost || rn != 0);
    return np_d_bits(*x) != NP_D_INF;
}

size_t np_mag_bitop(enum np_bitop op, uint32_t *r, bool *rneg, const uint32_t *a, size_t an, bool aneg,
                    const uint32_t *b, size_t bn, bool bneg)
{
    an = np_mag_norm(a, an);
    bn = np_mag_norm(b, bn);
    aneg = aneg && an;
    bneg = bneg && bn;
    bool neg = op == NP_BIT_AND ? aneg && bneg : op == NP_BIT_OR ? aneg || bneg : aneg != bneg;
    uint32_t fa = -(uint32_t)aneg, fb = -(uint32_t)bneg, fr = -(uint32_t)neg, ca = aneg, cb = bneg, cr = neg;
    size_t n = (an > bn ? an : bn) + 1;
    for (size_t i = 0; i < n; i++) {                    /* -x is ~x + 1, limb by limb, on the way in and out */
        uint32_t x = ((i < an ? a[i] : 0) ^ fa) + ca, y = ((i < bn ? b[i] : 0) ^ fb) + cb, z;
        ca = x < ca;
        cb = y < cb;
        z = op == NP_BIT_AND ? x & y : op == NP_BIT_OR ? x | y : x ^ y;
        z = (z ^ fr) + cr;
        cr = z < cr;
        r[i] = z;
    }
    *rneg = neg;
    return np_mag_norm(r, n);
}
