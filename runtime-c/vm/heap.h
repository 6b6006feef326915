/* Allocation and the compacting collector. */
#ifndef NP_HEAP_H
#define NP_HEAP_H

#include "state.h"

/* A new object of `words` words (header included), all zero behind the header. May move every object: only slots survive.
 * NP_UNBOUND and MemoryError set when there is no room. */
np_value np_alloc(np_vm *vm, uint32_t type, uint32_t aux2, uint32_t aux1, uint32_t words);

/* Makes room for `bytes` between the objects and the frames; false (nothing set) if there is none, or if no object can be so large. May
 * move every object. Allocations right behind it that need no more do not fail. */
bool np_reserve(np_vm *vm, uint32_t bytes);

/* The same for a frame of `bytes`, which must not lie deeper than frames may. false: MemoryError or RecursionError is set. */
bool np_reserve_frame(np_vm *vm, uint32_t bytes);

/* Marks and slides: afterwards the objects are dense from the globals on. */
void np_collect(np_vm *vm);

/* First byte behind the globals: where the objects begin. */
static inline uint32_t np_heap_start(const np_vm *vm) { return NP_GLOBALS_AT + 4u * np_head(vm)->globals; }

/* Object that a reference names, as words. Valid until the next allocation. */
static inline uint32_t *np_words(const np_vm *vm, np_value ref) { return np_at(vm, ref); }

/* Forgets what attribute look-ups have found. */
void np_cache_clear(np_vm *vm);

/* The instance's serial number for id(): given on demand, never reused. NP_UNBOUND and MemoryError if the table can't grow. */
np_value np_serial(np_vm *vm, uint32_t slot);
/* The object of a serial number; unbound once it is gone. */
np_value np_watched(const np_vm *vm, np_value number);

#endif
