/* softdf on the lx106 itself, under QEMU: the same operands as a run on the host, folded into a checksum. Compiled for the host it prints
   what the processor's own arithmetic gives; the two must be equal. No libc: the caller of sums() prints. See numeric.sh. */
#include <stdint.h>

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

uint32_t sums(int n)
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
    return (uint32_t)(h ^ h >> 32);
}

#ifndef __XTENSA__
#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv)
{
    printf("%08x\n", (unsigned)sums(argc > 1 ? atoi(argv[1]) : 4000));
    return 0;
}
#endif
