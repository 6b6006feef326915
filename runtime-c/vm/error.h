/* Raising exceptions from C. All return NP_UNBOUND, which is what a function that failed returns. */
#ifndef NP_ERROR_H
#define NP_ERROR_H

#include "state.h"

/* Sets an exception of builtin type `type` (NP_T_…) with a message. In `format`: %s C string, %d int32_t, %y name (symbol), %v content
 * of the str in the slot given, %% percent. No slot of the format may be a temp above NP_TEMP(5). */
np_value np_raise(np_vm *vm, uint32_t type, const char *format, ...);

/* The same with the value in `slot` as the only argument; with slot 0 without arguments. */
np_value np_raise_with(np_vm *vm, uint32_t type, uint32_t slot);

/* Sets the exception instance (or type) in `slot`. */
np_value np_raise_value(np_vm *vm, uint32_t slot);

/* MemoryError, without allocating: its instance is made when it is caught. */
np_value np_raise_memory(np_vm *vm);

/* A new instance of an exception type or class (value in `class_slot`) with the tuple in `args_slot` (slot 0: none). */
np_value np_exception_new(np_vm *vm, uint32_t class_slot, uint32_t args_slot);

/* "TypeError: unsupported operand type(s) for +: 'int' and 'str'" and its likes. */
np_value np_raise_operands(np_vm *vm, const char *sign, np_value x, np_value y);
np_value np_raise_type(np_vm *vm, const char *format, np_value v);   /* one %y: the name of v's type */

#endif
