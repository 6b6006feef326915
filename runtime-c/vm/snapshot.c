/* Writing a snapshot: what is live, and nothing of the machine's. */
#include "snapshot.h"

#include "crc32.h"
#include "heap.h"
#include "np_errors.h"
#include "vm.h"

#include <string.h>

/* Scratch is dead between two instructions; what it holds differs between homes at best by accident. */
void np_clear_scratch(np_vm *vm)
{
    np_arena_header *h = np_head(vm);
    h->open = NP_UNBOUND;
    for (uint32_t i = 0; i < NP_TEMPS; i++) h->temps[i] = NP_UNBOUND;
}

/* Programs without handlers, most, need not carry them. */
static uint32_t head_words(const np_arena_header *h)
{
    return NP_SNAP_HEAD_WORDS + (h->dispatcher != NP_UNBOUND || np_pair(h->alarm) != 0 ? NP_SNAP_HANDLERS_WORDS : 0);
}

static uint32_t size_of(const np_vm *vm)
{
    const np_arena_header *h = np_head(vm);
    return 4u * head_words(h) + (h->top - NP_GLOBALS_AT) + (h->size - h->sp);
}

uint32_t np_snapshot_size(np_vm *vm)
{
    np_clear_scratch(vm);
    np_clock(vm);
    np_collect(vm);
    return size_of(vm);
}

int np_snapshot_stream(np_vm *vm, bool (*put)(void *context, const void *bytes, uint32_t length), void *context)
{
    const np_arena_header *h = np_head(vm);
    if (h->exception != NP_UNBOUND || h->traceback != NP_UNBOUND) return NP_E_SNAPSHOT_FULL;
    const uint32_t *objects = np_at(vm, NP_GLOBALS_AT), *frames = np_at(vm, h->sp);
    uint32_t object_bytes = h->top - NP_GLOBALS_AT, frame_bytes = h->size - h->sp, words = head_words(h), head[NP_SNAP_HEAD_WORDS + NP_SNAP_HANDLERS_WORDS];
    head[NP_SNAP_MAGIC] = NP_SNAPSHOT_MAGIC;
    head[NP_SNAP_VERSION] = NP_SNAPSHOT_VERSION | NP_ABI_VERSION << 16;
    head[NP_SNAP_LENGTH] = size_of(vm);
    for (uint32_t i = 0; i < 2; i++) {
        head[NP_SNAP_PRELUDE + i] = vm->images[0][NP_IMG_BUILD + i];
        head[NP_SNAP_IMAGE + i] = vm->images[1][NP_IMG_BUILD + i];
    }
    head[NP_SNAP_SIZE] = h->size;
    head[NP_SNAP_TOP] = h->top;
    head[NP_SNAP_FP] = h->fp;
    head[NP_SNAP_HANDLED] = h->handled;
    memcpy(head + NP_SNAP_REST, &h->ids, 4u * NP_SNAP_REST_WORDS);
    if (words > NP_SNAP_HEAD_WORDS) {
        *NP_IN_SNAPSHOT(head, outcome) |= NP_OUTCOME_HANDLERS;
        memcpy(head + NP_SNAP_HEAD_WORDS, h->alarm, 4u * NP_SNAP_HANDLERS_WORDS);
    }
    uint32_t crc = np_crc32(head + NP_SNAP_CRC + 1, words - (NP_SNAP_CRC + 1));
    crc = np_crc32_more(crc, objects, object_bytes / 4);
    head[NP_SNAP_CRC] = np_crc32_more(crc, frames, frame_bytes / 4);
    bool taken = put(context, head, 4u * words) && (object_bytes == 0 || put(context, objects, object_bytes)) &&
                 (frame_bytes == 0 || put(context, frames, frame_bytes));
    return taken ? 0 : NP_E_SNAPSHOT_FULL;
}

typedef struct {
    uint8_t *to;
    uint32_t left;
} buffer;

static bool put_in_buffer(void *context, const void *bytes, uint32_t length)
{
    buffer *b = context;
    if (length > b->left) return false;
    memcpy(b->to, bytes, length);
    b->to += length;
    b->left -= length;
    return true;
}

int32_t np_snapshot_write(np_vm *vm, uint8_t *bytes, uint32_t capacity)
{
    buffer b = { bytes, capacity };
    int error = np_snapshot_stream(vm, put_in_buffer, &b);
    return error ? error : (int32_t)(capacity - b.left);
}

int np_snapshot_needs(const uint32_t *head, uint32_t length, uint32_t *least, uint32_t *had)
{
    if (length < 4u * NP_SNAP_HEAD_WORDS || length % 4) return NP_E_SNAPSHOT_SHORT;
    if (head[NP_SNAP_MAGIC] != NP_SNAPSHOT_MAGIC) return NP_E_SNAPSHOT_MAGIC;
    if ((head[NP_SNAP_VERSION] & 0xFFFFu) != NP_SNAPSHOT_VERSION) return NP_E_SNAPSHOT_VERSION;
    if (head[NP_SNAP_VERSION] >> 16 != NP_ABI_VERSION) return NP_E_SNAPSHOT_ABI;
    if (head[NP_SNAP_LENGTH] != length) return NP_E_SNAPSHOT_LENGTH;
    uint32_t bytes = 4u * (NP_SNAP_HEAD_WORDS + (*NP_IN_SNAPSHOT(head, outcome) & NP_OUTCOME_HANDLERS ? NP_SNAP_HANDLERS_WORDS : 0));
    if (length < bytes) return NP_E_SNAPSHOT_SHORT;
    *least = NP_GLOBALS_AT + (length - bytes);
    *had = head[NP_SNAP_SIZE];
    return 0;
}

void np_snapshot_names(const uint32_t *head, uint64_t *prelude, uint64_t *image)
{
    *prelude = head[NP_SNAP_PRELUDE] | (uint64_t)head[NP_SNAP_PRELUDE + 1] << 32;
    *image = head[NP_SNAP_IMAGE] | (uint64_t)head[NP_SNAP_IMAGE + 1] << 32;
}
