/* Shared by the parts that make an instance: start and restore. */
#ifndef NP_VM_H
#define NP_VM_H

#include "np_errors.h"
#include "state.h"
#include "text.h"

/* Whether the program was compiled against the prelude. */
bool np_images_fit(const np_images *images);

/* Points vm at an arena, with empty caches and counters. The arena's content is not touched. */
void np_attach(np_vm *vm, const np_port *port, const np_images *images, void *arena, uint32_t size);

/* Where frames may reach, by the arena's size. */
void np_set_floor(np_vm *vm);

/* Unbinds what C code uses between two instructions only. */
void np_clear_scratch(np_vm *vm);

/* A number of two words, the lower first. */
static inline uint64_t np_pair(const uint32_t w[2]) { return w[0] | (uint64_t)w[1] << 32; }

/* The instance's own microseconds, brought up to date. */
uint64_t np_clock(np_vm *vm);

/* The number of the oldest event in the mailbox that is for a handler, or that is not; -1: there is none. */
int32_t np_find_event(const np_vm *vm, bool handled);

/* handlers.c: the wait is over. Calls the dispatcher if something for it is due; true: it is, but the prelude runs now, so ask again behind the next
 * instruction. */
bool np_interrupt(np_vm *vm);

/* The dispatcher has returned: NP_WAIT where it has interrupted a sleep up to `deadline`, which goes on, else NP_SLICE, for more may be due by now. */
np_status np_dispatched(np_vm *vm, np_value deadline);

#endif
