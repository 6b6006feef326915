/* Integers of any size and doubles: arithmetic and comparison. */
#ifndef NP_NUMBER_H
#define NP_NUMBER_H

#include "state.h"

/* The operators in the order of opcodes.def and symbols.def. */
enum { NP_ADD, NP_SUB, NP_MUL, NP_AND, NP_OR, NP_XOR, NP_SHL, NP_SHR, NP_FDIV, NP_MOD, NP_DIV, NP_POW, NP_MATMUL };

/* int, bool or float. */
bool np_is_number(const np_vm *vm, np_value v);
bool np_is_integer(const np_vm *vm, np_value v);    /* int or bool */

/* x op y for two numbers; NP_AGAIN when the work may not be afforded now. */
np_value np_number_op(np_vm *vm, uint32_t op, np_value x, np_value y);
np_value np_number_neg(np_vm *vm, np_value x);
np_value np_number_invert(np_vm *vm, np_value x);

/* -1, 0, 1; NP_UNORDERED with a NaN; NP_NOT_NUMBERS if either is none. */
enum { NP_UNORDERED = 2, NP_NOT_NUMBERS = 3 };
int np_number_compare(const np_vm *vm, np_value x, np_value y);

/* An int of 64 bits, and back (false if v does not fit or is no int). */
np_value np_int64(np_vm *vm, int64_t n);
bool np_to_int64(const np_vm *vm, np_value v, int64_t *n);
/* Any number as a double; an int too large gives false (with OverflowError set). */
bool np_to_double(np_vm *vm, np_value v, double *x);
/* An index or count: false and TypeError ("'…' object cannot be interpreted as an integer") or OverflowError. */
bool np_to_index(np_vm *vm, np_value v, int32_t *n);
/* int(x) of a finite double. */
np_value np_int_from_double(np_vm *vm, double x);
/* Digits of an int to the text under construction. */
bool np_text_number(np_vm *vm, uint32_t slot, uint32_t radix);
/* Limbs of an int: sign and magnitude. `room` holds a small one's. */
const uint32_t *np_limbs(const np_vm *vm, np_value v, uint32_t room[1], uint32_t *count, bool *negative);
/* Makes the BIGINT `ref`, the heap's last object, with `count` limbs, normal: small if it fits. */
np_value np_int_finish(np_vm *vm, np_value ref, uint32_t count, bool negative);

#endif
