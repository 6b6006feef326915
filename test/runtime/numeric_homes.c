/* Soft doubles and the numeric modules on the lx106 under QEMU: the same operands as in a run on the host, folded into a checksum. The host's
   run uses the processor's arithmetic; both must print the same number. See numeric.sh. */
#include <stdint.h>
#include "../../runtime-c/vm/dtoa.h"
#include "../../runtime-c/vm/mathfn.h"

typedef union { double d; uint64_t u; } num;

static uint64_t seed = 88172645463325252u;
static uint64_t rnd(void)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return seed;
}

static uint64_t fold(uint64_t h, double x)
{
    num n;
    n.d = x;
    if (x != x) n.u = 0x7ff8u;
    h ^= n.u;
    return (h << 7 | h >> 57) + (h << 3);
}

static uint32_t sums(int n)
{
    uint64_t h = 0;
    while (n--) {
        uint64_t u = rnd(), v = rnd();
        num x, y;
        x.u = u;
        y.u = v;
        if (n & 1) y.u = (u & 0x7ff0000000000000) + ((uint64_t)(n >> 1 & 127) << 52) - (UINT64_C(64) << 52) + (v >> 12);
        if ((n & 31) == 0) x.u = u >> 63 << 63 | u >> 12;
        volatile double a = x.d, b = y.d;
        h = fold(h, a + b);
        h = fold(h, a - b);
        h = fold(h, a * b);
        h = fold(h, a / b);
        h = fold(h, (double)(int64_t)u);
        h = fold(h, (double)(uint32_t)v);
        h = fold(h, (double)(float)a);
        volatile uint64_t p = u >> (n & 63), q = (v >> (n >> 3 & 63)) | 1;
        h += p / q + (p % q) * 3 + (uint64_t)((int64_t)p / (int64_t)q) * 5;
        volatile int32_t c = (int32_t)u, d = (int32_t)(v >> (n & 31)) | 1;
        if (d != -1) h += (uint64_t)(int64_t)(c / d) + (uint32_t)c / (uint32_t)d + (uint32_t)(c % d);
        volatile double e = (int32_t)v / 8.0;
        h += (uint64_t)(int64_t)e + (uint32_t)(int32_t)e + (a < b) + 2 * (a == b) + 4 * (a >= b);
    }
    for (n = 300; n--;) {
        num x, y;
        char text[64];
        double back, z;
        x.u = rnd();
        y.u = rnd();
        if (n & 1) {
            x.u = (x.u >> 12) | (uint64_t)(1003 + n % 60) << 52;
            y.u = (y.u >> 12) | (uint64_t)(1015 + n % 16) << 52;
        }
        h = fold(h, np_pow(x.d, y.d));
        h = fold(h, np_sqrt(x.d));
        h = fold(h, np_fmod(x.d, y.d));
        np_float_divmod(x.d, y.d, &back, &z);
        h = fold(fold(h, back), z);
        size_t len = np_repr_double(text, x.d);
        for (size_t i = 0; i < len; i++) h = h * 31 + (uint8_t)text[i];
        if (!np_strtod(text, len, &back) || (back != x.d && x.d == x.d)) h++;
        h = fold(h, back);
        len = np_format_double(text, sizeof text, y.d, 'e', n % 30, 0);
        for (size_t i = 0; i < len && len <= sizeof text; i++) h = h * 31 + (uint8_t)text[i];
    }
    return (uint32_t)(h ^ h >> 32);
}

#ifdef __XTENSA__
#include "../../firmware/qemu-lx106/simcall.h"

/* What the compiler may call. */
void *memcpy(void *to, const void *from, size_t n)
{
    uint8_t *t = to;
    for (const uint8_t *f = from; n--;) *t++ = *f++;
    return to;
}
void *memmove(void *to, const void *from, size_t n)
{
    uint8_t *t = to;
    const uint8_t *f = from;
    if (t < f) return memcpy(to, from, n);
    while (n--) t[n] = f[n];
    return to;
}
void *memset(void *to, int c, size_t n)
{
    for (uint8_t *t = to; n--;) *t++ = (uint8_t)c;
    return to;
}
/* An exception ends the run. */
void port_fault(void) { simcall(SIM_EXIT, 99, 0, 0); }

static void print(const char *s, uint32_t n) { simcall(SIM_WRITE, 1, (uint32_t)s, n); }
#else
#include <stdio.h>
static void print(const char *s, uint32_t n) { fwrite(s, 1, n, stdout); }
#endif

int main(void)
{
    char text[9];
    uint32_t sum = sums(4000);
    for (int i = 0; i < 8; i++) {
        uint32_t d = sum >> (28 - 4 * i) & 15;
        text[i] = (char)(d < 10 ? '0' + d : 'a' + d - 10);
    }
    text[8] = 10;
    print(text, 9);
    return 0;
}
