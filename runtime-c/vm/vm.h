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

/* The instance's own microseconds, brought up to date. */
uint64_t np_clock(np_vm *vm);

#endif
