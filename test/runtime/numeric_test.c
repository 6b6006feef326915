/* Tests of bigmag, dtoa, mathfn and softdf. Reads the vectors of numeric_vectors.py from the file named, prints each failure, and ends with
   status 1 if there was one. Build it with -fsanitize=address,undefined; see numeric.sh. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../../runtime-c/vm/bigmag.h"
#include "../../runtime-c/vm/dtoa.h"
#include "../../runtime-c/vm/mathfn.h"

#define NP_SOFT(name) soft##name
#include "../../firmware/qemu-lx106/softdf.c"

static long cases, failures;
static double worst_pow;
static const char *line_text;

static void fail(const char *what)
{
    if (failures++ < 50) printf("FAIL %s: %.300s\n", what, line_text);
}
#define CHECK(c) ((c) ? (void)0 : fail(#c))

/* A number on the heap, exactly as large as it says, so that the sanitizer sees any step outside. */
struct mag { uint32_t *a; size_t n; bool neg; };

static uint32_t *room(size_t n)
{
    uint32_t *a = malloc(n ? 4 * n : 1);
    for (size_t i = 0; i < n; i++) a[i] = 0xdeadbeef;
    return a;
}

static struct mag parse(const char *hex)
{
    struct mag m = { NULL, 0, *hex == '-' };
    if (m.neg) hex++;
    size_t len = strlen(hex);
    m.n = (len + 7) / 8;
    m.a = room(m.n);
    for (size_t i = 0; i < m.n; i++) m.a[i] = 0;
    for (size_t i = 0; i < len; i++) {
        char c = hex[len - 1 - i];
        m.a[i / 8] |= (uint32_t)(c <= '9' ? c - '0' : c - 'a' + 10) << 4 * (i % 8);
    }
    m.n = np_mag_norm(m.a, m.n);
    return m;
}

static bool same(const uint32_t *a, size_t n, struct mag want)
{
    return n == want.n && (n == 0 || memcmp(a, want.a, 4 * n) == 0);
}

static double dbl(const char *hex)
{
    uint64_t u = strtoull(hex, NULL, 16);
    double x;
    memcpy(&x, &u, 8);
    return x;
}
static uint64_t bits(double x) { uint64_t u; memcpy(&u, &x, 8); return u; }
static bool same_double(double a, double b) { return bits(a) == bits(b) || (a != a && b != b); }

static void copy(uint32_t *to, struct mag m) { if (m.n) memcpy(to, m.a, 4 * m.n); }

static void big(const char *op, char **f)
{
    struct mag a = parse(f[0]), b = { 0 }, want = { 0 }, want2 = { 0 };
    if (!strcmp(op, "add") || !strcmp(op, "sub") || !strcmp(op, "mul") || !strcmp(op, "and") || !strcmp(op, "or") || !strcmp(op, "xor")) {
        b = parse(f[1]);
        want = parse(f[2]);
        size_t max = a.n > b.n ? a.n : b.n, n;
        uint32_t *r = room(a.n + b.n + 1), *r2 = room(max + 1);
        copy(r2, a);
        if (*op == 'm') CHECK(same(r, np_mag_mul(r, a.a, a.n, b.a, b.n), want));
        else if (!strcmp(op, "sub")) {
            CHECK(same(r, np_mag_sub(r, a.a, a.n, b.a, b.n), want));
            CHECK(same(r2, np_mag_sub(r2, r2, a.n, b.a, b.n), want));
        } else if (!strcmp(op, "add")) {
            n = np_mag_add(r, a.a, a.n, b.a, b.n);
            CHECK(same(r, n, want));
            CHECK(same(r2, np_mag_add(r2, r2, a.n, b.a, b.n), want));
            copy(r2, b);
            CHECK(same(r2, np_mag_add(r2, a.a, a.n, r2, b.n), want));
        } else {
            bool neg;
            enum np_bitop o = *op == 'a' ? NP_BIT_AND : *op == 'o' ? NP_BIT_OR : NP_BIT_XOR;
            n = np_mag_bitop(o, r, &neg, a.a, a.n, a.neg, b.a, b.n, b.neg);
            CHECK(same(r, n, want) && neg == want.neg);
            n = np_mag_bitop(o, r2, &neg, r2, a.n, a.neg, b.a, b.n, b.neg);
            CHECK(same(r2, n, want) && neg == want.neg);
        }
        free(r);
        free(r2);
    } else if (!strcmp(op, "cmp")) {
        b = parse(f[1]);
        CHECK(np_mag_cmp(a.a, a.n, b.a, b.n) == atoi(f[2]));
    } else if (!strcmp(op, "bits")) CHECK(np_mag_bits(a.a, a.n) == (size_t)atoi(f[1]));
    else if (!strcmp(op, "shl")) {
        size_t s = (size_t)atoi(f[1]), cap = a.n + s / 32 + 1;
        uint32_t *r = room(cap), *r2 = room(cap);
        want = parse(f[2]);
        copy(r2, a);
        CHECK(same(r, np_mag_shl(r, a.a, a.n, s), want));
        CHECK(same(r2, np_mag_shl(r2, r2, a.n, s), want));
        free(r);
        free(r2);
    } else if (!strcmp(op, "shr")) {
        size_t s = (size_t)atoi(f[1]);
        uint32_t *r = room(a.n > s / 32 ? a.n - s / 32 : 0);
        bool lost;
        want = parse(f[2]);
        CHECK(same(r, np_mag_shr(r, a.a, a.n, s, &lost), want));
        CHECK(lost == (bool)atoi(f[3]));
        free(r);
        uint32_t *r2 = room(a.n);
        copy(r2, a);
        CHECK(same(r2, np_mag_shr(r2, r2, a.n, s, &lost), want));
        CHECK(lost == (bool)atoi(f[3]));
        free(r2);
    } else if (!strcmp(op, "div")) {
        b = parse(f[1]);
        want = parse(f[2]);
        want2 = parse(f[3]);
        size_t qcap = b.n < 2 ? a.n : a.n >= b.n ? a.n - b.n + 1 : 0, qn, rn;
        uint32_t *q = room(qcap), *r = room(a.n + 1);
        np_mag_divmod(q, &qn, r, &rn, a.a, a.n, b.a, b.n);
        CHECK(same(q, qn, want) && same(r, rn, want2));
        copy(r, a);
        np_mag_divmod(q, &qn, r, &rn, r, a.n, b.a, b.n);
        CHECK(same(q, qn, want) && same(r, rn, want2));
        free(q);
        free(r);
    } else if (!strcmp(op, "div1")) {
        uint32_t *q = room(a.n), d = (uint32_t)strtoul(f[1], NULL, 16), r;
        want = parse(f[2]);
        copy(q, a);
        r = np_mag_divmod1(q, q, a.n, d);
        CHECK(same(q, np_mag_norm(q, a.n), want) && r == strtoul(f[3], NULL, 16));
        free(q);
    } else if (!strcmp(op, "truediv")) {
        b = parse(f[1]);
        uint32_t *s = room(NP_MAG_TRUEDIV_ROOM(b.n));
        double x;
        bool ok = np_mag_truediv(a.a, a.n, b.a, b.n, s, &x);
        CHECK(same_double(x, dbl(f[2])) && ok == (x < INFINITY));
        free(s);
    } else if (!strcmp(op, "text")) {
        uint32_t radix = (uint32_t)atoi(f[1]);
        size_t cap = np_mag_text_room(a.n, radix);
        char *t = malloc(cap);
        uint32_t *r = room(a.n);
        copy(r, a);
        size_t n = np_mag_to_text(t, cap, r, a.n, radix);
        CHECK(n == strlen(f[2]) && !memcmp(t, f[2], n));
        free(t);
        free(r);
    } else if (!strcmp(op, "todouble")) {
        double x;
        bool ok = np_mag_to_double(a.a, a.n, &x);
        CHECK(same_double(x, dbl(f[1])) && ok == (x < INFINITY));
    } else if (!strcmp(op, "cmpdouble")) CHECK(np_mag_cmp_double(a.a, a.n, dbl(f[1])) == atoi(f[2]));
    else fail("unknown operation");
    free(a.a);
    free(b.a);
    free(want.a);
    free(want2.a);
}

static void text(const char *op, char **f)
{
    if (!strcmp(op, "read")) {
        uint32_t radix = (uint32_t)atoi(f[1]);
        size_t len = strlen(f[0]), cap = np_mag_limbs_room(len, radix);
        uint32_t *r = room(cap);
        int32_t n = np_mag_from_text(r, cap, f[0], len, radix);
        if (!strcmp(f[2], "bad")) CHECK(n == NP_MAG_BAD_DIGIT);
        else {
            struct mag want = parse(f[2]);
            CHECK(n >= 0 && same(r, (size_t)n, want));
            if (want.n) CHECK(np_mag_from_text(r, want.n - 1, f[0], len, radix) == NP_MAG_NO_ROOM);
            free(want.a);
        }
        free(r);
    } else if (!strcmp(op, "fromdouble")) {
        struct mag want = parse(f[1]);
        double x = dbl(f[0]);
        size_t n = np_mag_from_double(NULL, x);
        uint32_t *r = room(n);
        CHECK(same(r, np_mag_from_double(r, x), want) && n == want.n);
        free(want.a);
        free(r);
    } else if (!strcmp(op, "repr")) {
        char *t = malloc(32);
        size_t n = np_repr_double(t, dbl(f[0]));
        CHECK(n == strlen(f[1]) && !memcmp(t, f[1], n));
        free(t);
    } else if (!strcmp(op, "fmt")) {
        double x = dbl(f[0]);
        char code = f[1][0] == '-' ? 0 : f[1][0];
        int32_t prec = atoi(f[2]);
        uint32_t flags = (uint32_t)atoi(f[3]);
        size_t cap = np_format_double(NULL, 0, x, code, prec, flags), n;
        char *t = malloc(cap);
        n = np_format_double(t, cap, x, code, prec, flags);
        for (size_t i = 0; i < n; i++)
            if (t[i] == ' ') t[i] = '~';
        CHECK(n <= cap && n == strlen(f[4]) && !memcmp(t, f[4], n));
        if (n <= cap && failures < 50 && (n != strlen(f[4]) || memcmp(t, f[4], n))) printf("  got %.*s\n", (int)n, t);
        free(t);
    } else {                                            /* strtod */
        size_t len = strlen(f[0]);
        char *t = malloc(len + 1);
        double x;
        memcpy(t, f[0], len);
        char *exact = realloc(t, len ? len : 1);
        bool ok = np_strtod(exact, len, &x);
        if (!strcmp(f[1], "bad")) CHECK(!ok);
        else CHECK(ok && same_double(x, dbl(f[1])));
        free(exact);
    }
}

static void math(const char *op, char **f)
{
    double x = dbl(f[0]), y = dbl(f[1]);
    if (!strcmp(op, "fmod")) CHECK(same_double(np_fmod(x, y), dbl(f[2])));
    else if (!strcmp(op, "divmod")) {
        double q, r;
        np_float_divmod(x, y, &q, &r);
        CHECK(same_double(q, dbl(f[2])) && same_double(r, dbl(f[3])));
    } else if (!strcmp(op, "sqrt")) CHECK(same_double(np_sqrt(x), y));
    else if (!strcmp(op, "round"))
        CHECK(same_double(np_floor(x), y) && same_double(np_ceil(x), dbl(f[2])) && same_double(np_trunc(x), dbl(f[3])) && same_double(np_rint(x), dbl(f[4])));
    else if (!strcmp(op, "exponent")) {
        int e;
        double m = np_frexp(x, &e);
        CHECK(same_double(m, y) && e == atoi(f[2]));
        CHECK(same_double(np_ldexp(x, atoi(f[3])), dbl(f[4])));
    } else {                                            /* pow */
        double got = np_pow(x, y), want = dbl(f[2]);
        if (!strcmp(f[3], "exact")) CHECK(same_double(got, want));
        else {
            double err = fabs((double)(int64_t)(bits(got) - bits(want)) - atof(f[3]));
            CHECK((got < 0) == (want < 0) && err < 0.51);
            if (err > worst_pow && err < 1e6) worst_pow = err;
        }
    }
}

/* ---- softdf against the processor ---- */

static uint64_t seed = 88172645463325252u;
static uint64_t rnd(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed * 0x2545f4914f6cdd1du;
}

static uint64_t soft_operand(uint64_t other)
{
    static const uint64_t special[] = {
        0, 1, 2, 0xfffffffffffff, 0xffffffffffffe, 0x10000000000000, 0x10000000000001, 0x20000000000000, 0x3fe0000000000000, 0x3ff0000000000000,
        0x3ff0000000000001, 0x3fefffffffffffff, 0x4000000000000000, 0x7fe0000000000000, 0x7fefffffffffffff, 0x7ff0000000000000,
        0x7ff8000000000000, 0x7ff0000000000001, 0x43e0000000000000, 0x41dfffffffc00000, 0x41e0000000000000, 0xffffffff, 0x100000000,
    };
    uint64_t r = rnd(), s = r << 63;
    switch (r >> 60) {
    case 0: return s | special[(r >> 8) % (sizeof special / sizeof *special)];
    case 1: return s | (rnd() >> 12);                                   /* subnormal */
    case 2: return other ^ s ^ (r >> 8 & 7);                            /* near the other: cancellation */
    case 3: return other ^ s ^ (((r >> 8) % 64) << 52);                 /* near exponents */
    case 4: return s | ((1023 + (r >> 8) % 40 - 20) << 52) | (rnd() << (rnd() % 52) & 0xfffffffffffff);
    case 5: return s | ((1023 + (r >> 8) % 128 - 64) << 52) | (((UINT64_C(1) << (r >> 20) % 53) - 1) << ((r >> 30) % 10) & 0xfffffffffffff);
    case 6: return s | ((other + (((r >> 8) % 60) << 52) - (UINT64_C(30) << 52)) & 0x7ff0000000000000);
    case 7: return s | ((2 * 1023 - (other >> 52 & 0x7ff) + (r >> 8) % 120 - 60) & 0x7ff) << 52 | rnd() >> 12;       /* products near 1 */
    case 8: return s | ((1023 - 1074 + 1023 - (other >> 52 & 0x7ff) + (r >> 8) % 120 - 60) & 0x7ff) << 52 | rnd() >> 12;  /* near the subnormals */
    default: return r ^ rnd() << 1;
    }
}

static double make_double(uint64_t u) { double x; memcpy(&x, &u, 8); return x; }

static void soft(long n)
{
    char text[200];
    uint64_t u = 1, v = 2;
    line_text = text;
    for (long i = 0; i < n; i++, cases++) {
        u = soft_operand(v);
        v = soft_operand(u);
        double x = make_double(u), y = make_double(v);
        snprintf(text, sizeof text, "softdf %016" PRIx64 " %016" PRIx64, u, v);
        CHECK(same_double(soft__adddf3(x, y), x + y));
        CHECK(same_double(soft__subdf3(x, y), x - y));
        CHECK(same_double(soft__muldf3(x, y), x * y));
        CHECK(same_double(soft__divdf3(x, y), x / y));
        CHECK(same_double(soft__floatdidf((int64_t)u), (double)(int64_t)u));
        CHECK(same_double(soft__floatundidf(v), (double)v));
        CHECK(same_double(soft__floatsidf((int32_t)u), (double)(int32_t)u));
        CHECK(same_double(soft__floatunsidf((uint32_t)v), (double)(uint32_t)v));
        int64_t narrow = (int64_t)u >> (v & 63);
        CHECK(same_double(soft__floatdidf(narrow), (double)narrow));
        double z = ldexp(x, (int)(1023 + 31 - (u >> 52 & 0x7ff)) + (int)(v % 3) * 16);
        if (fabs(z) < 0x1p63) CHECK(soft__fixdfdi(z) == (int64_t)z);
        if (fabs(z) < 0x1p31) CHECK(soft__fixdfsi(z) == (int32_t)z);
        if (z >= 0 && z < 0x1p32) CHECK(soft__fixunsdfsi(z) == (uint32_t)z);
        if (z >= 0 && z < 0x1p64) CHECK(soft__fixunsdfdi(z) == (uint64_t)z);
        float f, g;
        uint32_t w = (uint32_t)(v >> (v & 31));
        memcpy(&f, &w, 4);
        CHECK(same_double(soft__extendsfdf2(f), (double)f));
        z = i & 1 ? x : make_double((u & 0x800fffffffffffff) | ((896 + (v % 280) - 30) & 0x7ff) << 52);
        g = (float)z;
        f = soft__truncdfsf2(z);
        CHECK(memcmp(&f, &g, 4) == 0 || (f != f && g != g));
        uint64_t a = u >> (rnd() & 63), b = v >> (rnd() & 63);
        if (i % 8 == 0) b |= b << 32;
        if (i % 16 == 0) a = b * (a & 0xffff) - 1;
        CHECK(soft__muldi3(a, b) == a * b);
        CHECK(soft__umulsidi3((uint32_t)a, (uint32_t)b) == (uint64_t)(uint32_t)a * (uint32_t)b);
        if (b) {
            CHECK(soft__udivdi3(a, b) == a / b && soft__umoddi3(a, b) == a % b);
            int64_t sa = (int64_t)a, sb = (int64_t)(v & 1 ? b : -b);
            if (sa != INT64_MIN || sb != -1) CHECK(soft__divdi3(sa, sb) == sa / sb && soft__moddi3(sa, sb) == sa % sb);
        }
        uint32_t c = (uint32_t)a, d = (uint32_t)b;
        if (d) {
            CHECK(soft__udivsi3(c, d) == c / d && soft__umodsi3(c, d) == c % d);
            if (c != 0x80000000u || d != 0xffffffffu) CHECK(soft__divsi3((int32_t)c, (int32_t)d) == (int32_t)c / (int32_t)d && soft__modsi3((int32_t)c, (int32_t)d) == (int32_t)c % (int32_t)d);
        }
        d = (uint32_t)(u >> 20) | 0x80000000u;
        if (i < 64) d = 0x80000000u + (uint32_t)i;
        else if (i < 128) d = UINT32_MAX - (uint32_t)(i - 64);
        CHECK(recip32(d) == (uint32_t)((((uint64_t)~d << 32) | UINT32_MAX) / d));
    }
}

int main(int argc, char **argv)
{
    static char line[1 << 16], saved[1 << 16];
    FILE *in = argc > 1 ? fopen(argv[1], "r") : NULL;
    long softs = argc > 2 ? atol(argv[2]) : 300000;
    if (!in) {
        fprintf(stderr, "usage: numeric_test VECTORS [SOFTDF-CASES]\n");
        return 2;
    }
    while (fgets(line, sizeof line, in)) {
        char *f[8] = { 0 };
        int n = 0;
        strcpy(saved, line);
        line_text = saved;
        for (char *t = strtok(line, " \n"); t && n < 8; t = strtok(NULL, " \n")) f[n++] = t;
        if (n < 3) {
            fail("short line");
            continue;
        }
        cases++;
        const char *op = f[0];
        char word[32];
        snprintf(word, sizeof word, " %s ", op);
        if (strstr(" read fromdouble repr fmt strtod ", word)) text(op, f + 1);
        else if (strstr(" fmod divmod sqrt round exponent pow ", word)) math(op, f + 1);
        else big(op, f + 1);
    }
    fclose(in);
    soft(softs);
    printf("numeric: %ld cases, %ld failures, pow within %.4f ulp\n", cases, failures, worst_pow);
    return failures != 0;
}
