/* Raising by instructions, handlers, unwinding. */
#ifndef NP_EXCEPTION_H
#define NP_EXCEPTION_H

#include "state.h"

/* Takes the exception in the arena's header to its handler: pops frames, writes the traceback. `again`: it goes on from a handler, so this
 * frame has its line in the traceback already. With no handler it begins the prelude's report. False: that was not possible, the program has failed. */
bool np_unwind(np_vm *vm, bool again);

/* raise R [from R]: cause_slot 0 for none. NP_UNBOUND with the exception set; NP_ENTERED or NP_TAIL: a class's __init__ runs first. */
np_value np_raise_object(np_vm *vm, uint32_t slot, uint32_t cause_slot);
/* True, False, or TypeError. */
np_value np_exception_matches(np_vm *vm, np_value exception, np_value classes);
/* NameError for global number `index` of the image that `function` is from. */
np_value np_raise_global(np_vm *vm, np_value function, uint32_t index);

#endif
