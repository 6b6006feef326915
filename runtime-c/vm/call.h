/* Calls: frames, arguments, generators. */
#ifndef NP_CALL_H
#define NP_CALL_H

#include "state.h"

/* A call whose arguments are spread over several places. Values are held by slots. */
typedef struct {
    uint32_t at, count;         /* positional arguments in a row of slots; the slot before is free to be overwritten */
    uint32_t list_slot;         /* more positional ones: slot of a list or tuple, or 0 */
    np_value names;             /* constant tuple of symbols for keyword values, or unbound */
    uint32_t named_at;          /* … whose values stand here */
    uint32_t dict_slot;         /* more keywords: slot of a dict, or 0 */
} np_arguments;

/* Calls `callee` with `count` arguments from slot `at` on; the slot before them is free. A value, NP_ENTERED, another marker, or NP_UNBOUND. */
np_value np_call(np_vm *vm, np_value callee, uint32_t at, uint32_t count);
np_value np_call_with(np_vm *vm, np_value callee, np_arguments *a);

/* The same of the builtin of that number. */
np_value np_call_native(np_vm *vm, uint32_t number, uint32_t at, uint32_t count);

/* Asks the interpreter for a call whose result is the answer of the C function that returns this. */
np_value np_tail(np_vm *vm, np_value callee, uint32_t at, uint32_t count);
/* The same for a function of the prelude or, from NP_P_LINKED on, of the program's image (NP_P_…) with the arguments where they stand, or in NP_TEMP(1)…. */
np_value np_delegate(np_vm *vm, uint32_t prelude_function, uint32_t at, uint32_t count);
np_value np_tail1(np_vm *vm, uint32_t prelude_function, np_value a);
np_value np_tail2(np_vm *vm, uint32_t prelude_function, np_value a, np_value b);
np_value np_tail3(np_vm *vm, uint32_t prelude_function, np_value a, np_value b, np_value c);
/* The function of that number in the instance's prelude, which has it: any below NP_P_BASE. */
np_value np_prelude_function(const np_vm *vm, uint32_t prelude_function);

/* The methods of a builtin type, `*count` words sorted by symbol (bits 16-31), good until images move; the value of one; the type that has `function` as
 * method, and its name there, NP_TYPE_COUNT where none has. */
const uint32_t *np_type_methods(const np_vm *vm, uint32_t type, uint32_t *count);
np_value np_method_value(const np_vm *vm, uint32_t method);
/* Those that the program brings along: pairs of type << 16 | symbol and a function, sorted. */
const uint32_t *np_linked_methods(const np_vm *vm, uint32_t *count);
np_value np_linked_method(const np_vm *vm, uint32_t type, uint32_t symbol);
/* The second of the pair whose first is `name`, out of pairs sorted by that; unbound if there is none. */
np_value np_in_pairs(const uint32_t *pairs, uint32_t count, np_value name);
uint32_t np_type_of_method(const np_vm *vm, np_value function, uint32_t *name);

/* obj.name(…): obj in `slot`, `count` arguments behind it. */
np_value np_call_method(np_vm *vm, uint32_t slot, uint32_t count, np_value name);

/* Cell number i that a FUNC has captured; unbound if it has not so many (only hostile bytes ask for more). */
np_value np_captured(const np_vm *vm, np_value function, uint32_t i);
/* A FUNC for the function value `function`, created by the running frame: captures as its record says; defaults in the slot (flags & 1) and the next (flags & 2). */
np_value np_closure(np_vm *vm, np_value function, uint32_t defaults_slot, uint32_t flags);

/* A bare instance of a class; an exception's args come from the slots. */
np_value np_instance(np_vm *vm, np_value cls, uint32_t at, uint32_t count);

/* Of a generator: NP_FN_COROUTINE or NP_FN_ASYNC_GENERATOR where it is one of these. */
uint32_t np_async_kind(const np_vm *vm, np_value generator);
/* What messages call the generators that a function makes. */
const char *np_generator_name(const np_vm *vm, np_value function);
/* Goes on with the generator in `slot`: sends `value`, or throws arena.exception where value is unbound. NP_ENTERED, NP_STOP (it had ended), or NP_UNBOUND. */
np_value np_resume(np_vm *vm, uint32_t slot, np_value value);

/* Pushes a frame for a record with `registers` unbound registers. false: no room (exception set). */
bool np_push_frame(np_vm *vm, np_value function, const uint32_t *record, uint32_t flags);
void np_pop_frame(np_vm *vm);
/* The program has ended: leaves no frame, and no generator that runs. */
void np_leave_frames(np_vm *vm);

#endif
