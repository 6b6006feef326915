/* Arithmetic on magnitudes: non-negative integers as little-endian arrays of 32-bit limbs, a[0] the least significant.

   Nothing here allocates or keeps state. The caller gives every result its room, in the sizes said below, and charges the
   work before the call; "cost" is the number of inner steps (about 30 instructions each on the lx106, a few natively).
   A length may be 0 (the number 0); pointers to zero limbs are not read. Unless it says otherwise, inputs need not be
   normalised (have leading zero limbs stripped), results are, and a result may be the same array as an input of which
   it is the image (r == a), but not overlap it otherwise. */
#ifndef NP_BIGMAG_H
#define NP_BIGMAG_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    NP_MAG_BAD_DIGIT = -1,      /* text: not a digit of the radix, or a misplaced underscore, or no digit at all */
    NP_MAG_NO_ROOM = -2         /* text: the result does not fit the capacity given */
};

/* The length of a without its leading zero limbs. Cost: zero limbs. */
size_t np_mag_norm(const uint32_t *a, size_t n);

/* -1, 0 or 1 as a < b, a == b, a > b. Cost: max(an, bn). */
int np_mag_cmp(const uint32_t *a, size_t an, const uint32_t *b, size_t bn);

/* The number of bits up to the highest set one; 0 for 0. */
size_t np_mag_bits(const uint32_t *a, size_t n);

/* r = a + b. Room: max(an, bn) + 1. r may be a or b. Returns r's length. Cost: max(an, bn). */
size_t np_mag_add(uint32_t *r, const uint32_t *a, size_t an, const uint32_t *b, size_t bn);

/* r = a - b, which must not be negative. Room: an. r may be a or b. Returns r's length. Cost: an. */
size_t np_mag_sub(uint32_t *r, const uint32_t *a, size_t an, const uint32_t *b, size_t bn);

/* a = a * m + c in place, n limbs; returns the carry out, for the caller to store as a[n]. Cost: n. */
uint32_t np_mag_mul1(uint32_t *a, size_t n, uint32_t m, uint32_t c);

/* r = a * b, schoolbook. Room: an + bn; r overlaps neither. Returns r's length. Cost: an * bn. */
size_t np_mag_mul(uint32_t *r, const uint32_t *a, size_t an, const uint32_t *b, size_t bn);

/* q = a / d, d not 0; returns the remainder. Room: n; q may be a. q's length is np_mag_norm(q, n). Cost: 2 n. */
uint32_t np_mag_divmod1(uint32_t *q, const uint32_t *a, size_t n, uint32_t d);

/* q = a / b, r = a % b, b not 0 (Knuth, TAOCP vol. 2, 4.3.1, algorithm D). Room: q an (an - bn + 1 when both are
   normalised, an >= bn >= 2), r an + 1, for it holds the shifted dividend. r may be a, if a has that room; q overlaps
   nothing. Stores the lengths of both. Cost: bn * (an - bn + 1). */
void np_mag_divmod(uint32_t *q, size_t *qn, uint32_t *r, size_t *rn, const uint32_t *a, size_t an, const uint32_t *b, size_t bn);

/* r = a << bits. Room: n + bits / 32 + 1. r may be a. Returns r's length. Cost: room. */
size_t np_mag_shl(uint32_t *r, const uint32_t *a, size_t n, size_t bits);

/* r = a >> bits; *lost (may be NULL) says whether a bit that was set went out, which rounds a negative number down.
   Room: n - bits / 32, if positive. r may be a. Returns r's length. Cost: n. */
size_t np_mag_shr(uint32_t *r, const uint32_t *a, size_t n, size_t bits, bool *lost);

/* An upper bound of the digits that n limbs have in a radix from 2 to 36. */
size_t np_mag_text_room(size_t n, uint32_t radix);

/* Writes the digits of a, lower case, most significant first, "0" for 0; no sign, prefix or terminator. cap must be
   np_mag_text_room(n, radix) or more: the digits are made from the end of that and then moved to the front. Returns their number.
   a is destroyed unless the radix is a power of two. Cost: n * n * 1.1 / 2 for radix 10, else n * 32. */
size_t np_mag_to_text(char *out, size_t cap, uint32_t *a, size_t n, uint32_t radix);

/* An upper bound of the limbs that a number of so many digits has. */
size_t np_mag_limbs_room(size_t digits, uint32_t radix);

/* Reads digits of a radix from 2 to 36 (either case; single underscores between digits are skipped, as int() does) into r,
   which has room for cap limbs. Returns the length or a negative NP_MAG_*. Cost: limbs * limbs / 2. */
int32_t np_mag_from_text(uint32_t *r, size_t cap, const char *text, size_t len, uint32_t radix);

/* a as a double, rounded half to even; false when it is too large (then *x is infinity). Cost: n. */
bool np_mag_to_double(const uint32_t *a, size_t n, double *x);

/* |x| without its fraction. With r NULL returns only the limbs needed (at most 32). x must be finite. */
size_t np_mag_from_double(uint32_t *r, double x);

/* -1, 0 or 1 as a is less than, equal to or greater than |x|, exactly, whatever fraction x has. x is not NaN. Cost: n. */
int np_mag_cmp_double(const uint32_t *a, size_t n, double x);

/* *x = a / b rounded half to even, as Python's int / int; b not 0. false when too large (then *x is infinity).
   scratch: NP_MAG_TRUEDIV_ROOM(bn) limbs. Cost: 4 * bn + an. */
#define NP_MAG_TRUEDIV_ROOM(bn) (2 * (bn) + 12)
bool np_mag_truediv(const uint32_t *a, size_t an, const uint32_t *b, size_t bn, uint32_t *scratch, double *x);

/* Python's &, | and ^ of two signed numbers as if in two's complement of endless width. Room: max(an, bn) + 1. r may be a or b.
   Stores the sign of the result (never negative zero) and returns its length. Cost: max(an, bn). */
enum np_bitop { NP_BIT_AND, NP_BIT_OR, NP_BIT_XOR };
size_t np_mag_bitop(enum np_bitop op, uint32_t *r, bool *rneg, const uint32_t *a, size_t an, bool aneg,
                    const uint32_t *b, size_t bn, bool bneg);
#endif
