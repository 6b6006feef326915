/* A double as its bits: no arithmetic, no libm. */
#ifndef NP_FPBITS_H
#define NP_FPBITS_H
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define NP_D_SIGN (UINT64_C(1) << 63)
#define NP_D_INF (UINT64_C(0x7ff) << 52)
#define NP_D_NAN (UINT64_C(0xfff) << 51)
#define NP_D_HIDDEN (UINT64_C(1) << 52)
#define NP_D_FRAC (NP_D_HIDDEN - 1)

static inline uint64_t np_d_bits(double x) { uint64_t u; memcpy(&u, &x, sizeof u); return u; }
static inline double np_d_make(uint64_t u) { double x; memcpy(&x, &u, sizeof x); return x; }

/* The double nearest (ties to even) to m * 2^e, m having its top bit set; sticky says that a nonzero tail below m was cut
   off. Overflow gives infinity. No sign. */
double np_d_round(uint64_t m, int e, bool sticky);
#endif
