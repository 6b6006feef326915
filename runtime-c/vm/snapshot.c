/* Writing a snapshot: what is live, and nothing of the machine's. */
#include "snapshot.h"

#include "crc32.h"
#include "heap.h"
#include "np_errors.h"

#include <string.h>

/* Scratch is dead between two instructions; what it holds differs between homes at best by accident. */
void np_clear_scratch(np_vm *vm)
{
    np_arena_header *h = np_head(vm);
    h->open = NP_UNBOUND;
    for (uint32_t i = 0; i < NP_TEMPS; i++) h->temps[i] = NP_UNBOUND;
}

static uint32_t size_of(const np_vm *vm)
{
    const np_arena_header *h = np_head(vm);
    return 4u * NP_SNAP_HEAD_WORDS + (h->top - NP_GLOBALS_AT) + (h->size - h->sp);
}

uint32_t np_snapshot_size(np_vm *vm)
{
    np_clear_scratch(vm);
    np_collect(vm);
    return size_of(vm);
}

int32_t np_snapshot_write(np_vm *vm, uint8_t *bytes, uint32_t capacity)
{
    const np_arena_header *h = np_head(vm);
    uint32_t length = size_of(vm), *to = (uint32_t *)(void *)bytes;
    if (h->exception != NP_UNBOUND || h->traceback != NP_UNBOUND || capacity < length) return NP_E_SNAPSHOT_FULL;
    to[NP_SNAP_MAGIC] = NP_SNAPSHOT_MAGIC;
    to[NP_SNAP_VERSION] = NP_SNAPSHOT_VERSION | NP_ABI_VERSION << 16;
    to[NP_SNAP_LENGTH] = length;
    for (uint32_t i = 0; i < 2; i++) {
        to[NP_SNAP_PRELUDE + i] = vm->images[0][NP_IMG_BUILD + i];
        to[NP_SNAP_IMAGE + i] = vm->images[1][NP_IMG_BUILD + i];
    }
    to[NP_SNAP_SIZE] = h->size;
    to[NP_SNAP_TOP] = h->top;
    to[NP_SNAP_FP] = h->fp;
    to[NP_SNAP_HANDLED] = h->handled;
    memcpy(to + NP_SNAP_REST, &h->ids, 4u * NP_SNAP_REST_WORDS);
    uint8_t *objects = (uint8_t *)(to + NP_SNAP_HEAD_WORDS);
    memcpy(objects, vm->arena + NP_GLOBALS_AT, h->top - NP_GLOBALS_AT);
    memcpy(objects + (h->top - NP_GLOBALS_AT), vm->arena + h->sp, h->size - h->sp);
    to[NP_SNAP_CRC] = np_crc32(to + NP_SNAP_CRC + 1, length / 4 - (NP_SNAP_CRC + 1));
    return (int32_t)length;
}
