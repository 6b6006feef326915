/* Doubles and decimal text, exactly, in both directions.

   Printing: G. Steele and J. White, "How to print floating-point numbers accurately", PLDI 1990 (dragon4), with the
   scaling of R. Burger and R. Dybvig, "Printing floating-point numbers quickly and accurately", PLDI 1996. Numbers from 2^-6 to
   2^53 are done in 64-bit fixed point, exactly as well.
   Reading: W. Clinger, "How to read floating point numbers accurately", PLDI 1990: a 64-bit approximation decides unless it is too
   near to a half, which is then compared with the text digit by digit.
   No state, no allocation; at most about 700 bytes of C stack. */
#ifndef NP_DTOA_H
#define NP_DTOA_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum np_dtoa_mode {
    NP_DTOA_SHORTEST = 0,       /* the fewest digits that read back as x; of those the nearest to x (repr) */
    NP_DTOA_SIGNIFICANT = 2,    /* x correctly rounded (half even) to ndigits significant digits, ndigits >= 1 */
    NP_DTOA_FIXED = 3           /* x correctly rounded to ndigits digits after the point (before it, if negative) */
};

/* The digits of |x|, x finite, without trailing zeros: |x| = 0.d1d2d3... * 10^*decpt. A zero, also one by rounding, has no digits, and
   *decpt is then 0. Returns the number of digits; buf must have np_dtoa_room() bytes. */
size_t np_dtoa(double x, enum np_dtoa_mode mode, int32_t ndigits, char *buf, int32_t *decpt);

/* The bytes that np_dtoa may write: 17 for the shortest, never above 770. */
size_t np_dtoa_room(double x, enum np_dtoa_mode mode, int32_t ndigits);

/* How np_format_double writes. */
enum {
    NP_FMT_ALT = 1,             /* '#': keep the decimal point, and for g and G the trailing zeros */
    NP_FMT_PLUS = 2,            /* '+' before a positive number */
    NP_FMT_SPACE = 4,           /* ' ' before a positive number */
    NP_FMT_NO_SIGN = 8          /* no '-' either: the caller writes the sign */
};

/* Writes x as Python's format() does, without width or grouping.
   code: 'e' 'E' 'f' 'F' 'g' 'G' 'n' '%' or 0 (no code: repr(x) when precision < 0, else like g but with ".0" kept).
   precision: digits; < 0 for the default (6, or shortest for code 0). At most 2^30.
   Writes only if cap is enough and then returns the length, <= cap; else returns a capacity that is enough, > cap.
   No terminator. 32 bytes are always enough for repr. Other codes return 0. */
size_t np_format_double(char *out, size_t cap, double x, char code, int32_t precision, uint32_t flags);

/* repr(x), in at most 32 bytes. */
size_t np_repr_double(char *out, double x);

/* Reads a number as Python's float() does, but without the white space around it: an optional sign, then digits with an optional point,
   single underscores between digits, and exponent, or inf, infinity or nan in any case. The text may be of any
   length and is correctly rounded (half even); too large gives infinity, too small zero. false when it is no number. */
bool np_strtod(const char *text, size_t len, double *x);
#endif
