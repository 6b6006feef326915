/* Elementary functions on doubles, the same to the bit in every home: no libm and no platform's instruction is used where they
   could differ. Special cases are those of C99 annex F; turning them into Python's exceptions is the caller's business.
   No state, no allocation, no errno. */
#ifndef NP_MATHFN_H
#define NP_MATHFN_H
#include <stdbool.h>
#include <stdint.h>

bool np_isnan(double x);
bool np_isfinite(double x);
bool np_signbit(double x);
double np_fabs(double x);
double np_copysign(double x, double sign);

/* Exact. */
double np_floor(double x);
double np_ceil(double x);
double np_trunc(double x);
double np_rint(double x);                   /* to the nearest integer, ties to even */

/* x = result * 2^*e with 0.5 <= |result| < 1; zero, infinity and NaN come back with *e = 0. Exact. */
double np_frexp(double x, int *e);

/* x * 2^e, rounded once, half to even. */
double np_ldexp(double x, int e);

/* The remainder of x / y with the sign of x, exact; NaN for x infinite or y zero. */
double np_fmod(double x, double y);

/* Correctly rounded; NaN below zero, -0.0 for -0.0. */
double np_sqrt(double x);

/* x ** y within 0.51 units in the last place, exact if the result can be. */
double np_pow(double x, double y);

/* Python's x // y and x % y of floats (as divmod()), y not zero. */
void np_float_divmod(double x, double y, double *div, double *mod);
#endif
