/* Rounding to a double; see fpbits.h. IEEE 754-2019, 4.3.1 (roundTiesToEven) and 7.4, 7.5. */
#include "fpbits.h"

double np_d_round(uint64_t m, int e, bool sticky)
{
    int cut = 11;
    e += 63;                                            /* now the exponent of the leading bit */
    if (e > 1023) return np_d_make(NP_D_INF);
    if (e < -1022) {
        cut += -1022 - e;
        e = -1023;
    }
    if (cut > 64) return 0;
    uint64_t q = cut == 64 ? 0 : m >> cut, tail = m << (64 - cut);
    if (tail > NP_D_SIGN || (tail == NP_D_SIGN && (sticky || (q & 1)))) q++;
    /* the hidden bit raises the exponent by one; so does a carry out of the fraction */
    if (e >= -1022) q += (uint64_t)(e + 1022) << 52;
    return np_d_make(q);
}
