/* The cases that an instruction does by itself: small integers and doubles, without a call. */
#ifndef NP_QUICK_H
#define NP_QUICK_H

#include "state.h"

#include <string.h>

/* The debug build goes the long way at each allocation and each call, where it moves everything. */
#ifdef NP_DEBUG_GC
#define NP_QUICK false
#else
#define NP_QUICK true
#endif

#define FLOAT_HEADER NP_HEADER(NP_FLOAT, 0, 0, 3)

/* Where gcc lays out code for the lx106, what is not to stand in the way. */
#ifdef __XTENSA__
#define RARE __attribute__((cold))
#else
#define RARE
#endif

static inline bool np_both_ints(np_value x, np_value y)
{
#ifdef __XTENSA__
    /* one instruction where gcc makes two */
    __asm__ goto("bbci %0, 0, %l1" : : "r"(x & y) : : no);
    return true;
no: RARE;
    return false;
#else
    return __builtin_expect((x & y) & 1u, 1);
#endif
}

/* The FLOAT that x is, in the arena or among the constants; else NULL. */
static inline const uint32_t *float_words(const np_vm *vm, np_value x)
{
    const uint32_t *p;
    if (np_may_be_ref(x)) p = np_at(vm, x);
    else if (np_is_imm(x, NP_IMM_CONST)) p = np_place(vm, x);
    else return NULL;
    return np_whole(p[0]) == FLOAT_HEADER ? p : NULL;
}

static inline double double_at(const uint32_t *p)
{
    union { uint32_t w[2]; double x; } u = { { p[1], p[2] } };
    return u.x;
}

/* Both doubles, if x and y are FLOATs. */
static inline bool np_two_floats(const np_vm *vm, np_value x, np_value y, double *a, double *b)
{
    const uint32_t *p = float_words(vm, x), *q = float_words(vm, y);
    if (!p || !q) return false;
    *a = double_at(p);
    *b = double_at(q);
    return true;
}

/* A FLOAT where there is room without a collection; else NP_UNBOUND with nothing set. */
static inline np_value np_quick_float(np_vm *vm, double x)
{
    np_arena_header *h = np_head(vm);
    uint32_t ref = h->top;
    if (!NP_QUICK || h->sp - ref < 12 || x != x) return NP_UNBOUND;
    h->top = ref + 12;
    uint32_t *p = np_at(vm, ref);
    union { double x; uint32_t w[2]; } u = { x };
    p[0] = FLOAT_HEADER;
    p[1] = u.w[0];
    p[2] = u.w[1];
    vm->counters.allocated_bytes += 12;
    return ref;
}

static inline bool np_small_product(np_value x, np_value y, np_value *r)
{
    int32_t a = np_to_int(x), b = np_to_int(y);
#ifdef __XTENSA__
    if ((uint32_t)(a + 0x7FFF) > 0xFFFEu || (uint32_t)(b + 0x7FFF) > 0xFFFEu) return false;
    *r = np_int(a * b);
    return true;
#else
    int64_t p = (int64_t)a * b;
    *r = np_int((int32_t)p);
    return np_fits_int(p);
#endif
}

static inline bool np_small_shift(np_value x, np_value y, np_value *r)
{
    uint32_t by = y >> 1;
    if (by > 29) return false;
    int32_t a = np_to_int(x), s = (int32_t)((uint32_t)a << by);
    if (s >> by != a || s > NP_INT_MAX || s < NP_INT_MIN) return false;
    *r = np_int(s);
    return true;
}

static inline bool np_small_divmod(np_value x, np_value y, np_value *q, np_value *r)
{
    int32_t a = np_to_int(x), b = np_to_int(y);
    if (b <= 0) return false;
    int32_t d = a / b, m = a % b;
    if (m < 0) {
        m += b;
        d--;
    }
    *q = np_int(d);
    *r = np_int(m);
    return true;
}

#endif
