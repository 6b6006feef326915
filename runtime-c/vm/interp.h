/* The interpreter's loop and the slow ways of its instructions. */
#ifndef NP_INTERP_H
#define NP_INTERP_H

#include "state.h"

/* Rows that are not counted one by one stand at most this many in a row (the verifier's rule): so near to a slice's end the
 * interpreter counts each. */
#define NP_LONGEST_LINE 200

/* Runs until the slice is spent or the program leaves. The loop itself never calls itself, whatever it executes. */
np_status np_interpret(np_vm *vm);

/* Truth of v: 1, 0, or -1 when that takes user code. */
int np_truth(const np_vm *vm, np_value v);
/* x op y (number.h's operators). A value, NP_TAIL, NP_AGAIN or NP_UNBOUND; so are the answers below. */
np_value np_binary(np_vm *vm, uint32_t op, bool in_place, np_value x, np_value y);
np_value np_truth_value(np_vm *vm, np_value v);    /* True, False or NP_TAIL */
/* (x + y) & mask, with a mask that is a small integer. */
np_value np_add_and(np_vm *vm, np_value x, np_value y, np_value mask);
np_value np_unary(np_vm *vm, uint32_t opcode, np_value x);
/* Comparisons in the order of the rows LT LE EQ NE GT GE. */
enum { NP_LT, NP_LE, NP_EQ, NP_NE, NP_GT, NP_GE };
np_value np_compare(np_vm *vm, uint32_t comparison, np_value x, np_value y);

#endif
