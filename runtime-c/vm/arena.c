/* The arena's place and size. Everything in it is named by offsets, so it can be moved as it is; what lies at its end, the frames, moves
 * with that when the size changes. */
#include "arena.h"
#include "heap.h"
#include "vm.h"

#include <string.h>

#ifdef NP_DEBUG_GC
#include <stdlib.h>
#endif

void np_set_size(np_vm *vm, uint32_t size)
{
    np_arena_header *h = np_head(vm);
    uint32_t stack = h->sp, by = size - h->size, *link = &h->fp;
    memmove(np_at(vm, stack + by), np_at(vm, stack), h->size - stack);
    h->sp += by;
    h->size = size;
    np_set_floor(vm);
    while (*link != 0) {
        if (*link >= stack) *link += by;        /* the others lie in generators */
        link = np_at(vm, *link) + NP_FRAME_PREV;
    }
}

void np_set_floor(np_vm *vm)
{
    uint32_t size = np_head(vm)->size;
#ifdef NP_DEBUG_GC
    vm->stack_floor = size - (size - vm->spare) / 4 * 3;
#else
    vm->stack_floor = size - size / 4 * 3;
#endif
}

bool np_grow(np_vm *vm, uint32_t wanted)
{
    if (!vm->port->grow || wanted <= np_head(vm)->size) return false;
    np_come_home(vm);
    uint32_t size = 0;
    void *arena = vm->port->grow(vm->port->context, (wanted + 3u) & ~3u, &size);
    if (!arena) return false;
    np_relocate(vm, arena);
    return np_enlarge(vm, size & ~3u);
}

void np_relocate(np_vm *vm, void *arena)
{
#ifdef NP_DEBUG_GC
    bool away = vm->arena != vm->home;
    vm->home = arena;
    if (away) return;
#endif
    vm->arena = arena;
}

void np_relocate_images(np_vm *vm, const np_images *images)
{
    vm->images[0] = images->prelude;
    vm->images[1] = images->program;
}

bool np_enlarge(np_vm *vm, uint32_t size)
{
    if (size <= np_head(vm)->size) return false;
    np_set_size(vm, size);
    return true;
}

uint32_t np_shrink(np_vm *vm, uint32_t slack)
{
    np_clear_scratch(vm);
    np_collect(vm);
    uint32_t size = np_head(vm)->size, room = np_room(vm);
    slack = (slack + 3u) & ~3u;
    if (slack < room) np_set_size(vm, size - (room - slack));
    return np_head(vm)->size;
}

#ifdef NP_DEBUG_GC
void np_debug_move(np_vm *vm)
{
    uint32_t size = np_head(vm)->size;
    uint8_t *old = vm->arena, *block = malloc(size + NP_DEBUG_SPARE);
    memcpy(block, old, size);
    memset(old, 0xDB, old == vm->home ? size - vm->spare : size);
    free(vm->debug_block);
    vm->arena = vm->debug_block = block;
    uint32_t spare = vm->spare ? 0 : NP_DEBUG_SPARE;
    vm->spare = spare;
    np_set_size(vm, spare ? size + spare : size - NP_DEBUG_SPARE);
}

void np_come_home(np_vm *vm)
{
    if (vm->arena == vm->home) return;
    if (vm->spare) {
        vm->spare = 0;
        np_set_size(vm, np_head(vm)->size - NP_DEBUG_SPARE);
    }
    memcpy(vm->home, vm->arena, np_head(vm)->size);
    free(vm->debug_block);
    vm->debug_block = NULL;
    vm->arena = vm->home;
}
#endif
