/* The arena's place and size: both may change under a running instance. */
#ifndef NP_ARENA_H
#define NP_ARENA_H

#include "state.h"

/* Gives the arena, which lies in a block that has room for it, another size: moves the frames to its new end. `size` is a multiple of 4 that
 * leaves room for what is in it. */
void np_set_size(np_vm *vm, uint32_t size);

/* Asks the board for an arena of at least `wanted` bytes in all. Whether it has grown; it may have moved even if not. */
bool np_grow(np_vm *vm, uint32_t wanted);

/* The end of what may have allocated on behalf of the board: the debug build brings the arena back to where the board keeps it. */
#ifdef NP_DEBUG_GC
#define NP_DEBUG_SPARE 8u
void np_come_home(np_vm *vm);
/* Moves the whole arena, so that an address that outlived an allocation points into freed, poisoned memory; and its frames with its end by
 * NP_DEBUG_SPARE bytes, so that the offset of a frame shows too. */
void np_debug_move(np_vm *vm);
#else
static inline void np_come_home(np_vm *vm) { (void)vm; }
#endif

#endif
