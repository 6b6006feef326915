/* For the C functions behind builtins.def: `np_value np_b_len(np_vm *vm, uint32_t at, uint32_t n)`.
 * Arguments stand in the slots from `at` on, `n` of them, a number that builtins.def allows. The function answers a value, a marker
 * of value.h, or NP_UNBOUND with an exception set. It may not keep an address into the arena across an allocation; arguments stay in their slots.
 */
#ifndef NP_NATIVE_H
#define NP_NATIVE_H

#include "object.h"
#include "state.h"

#define ARG(i) np_get(vm, at + 4u * (uint32_t)(i))

#endif
