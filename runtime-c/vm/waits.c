/* What an instance waits for, told by its arena or by the head of its snapshot. */
#include "snapshot.h"

static uint64_t pair(const uint32_t w[2]) { return w[0] | (uint64_t)w[1] << 32; }

static uint64_t left(uint64_t wake, uint64_t clock) { return wake == UINT64_MAX ? UINT64_MAX : wake > clock ? wake - clock : 0; }

uint64_t np_wait_left(const np_vm *vm)
{
    const np_arena_header *h = np_head(vm);
    return left(pair(h->wake), pair(h->clock));
}

/* A field of the arena's header in a snapshot's head, which has them from `ids` on. */
#define IN_SNAPSHOT(words, field) ((words) + NP_SNAP_REST + (offsetof(np_arena_header, field) - offsetof(np_arena_header, ids)) / 4u)

np_snapshot_wait np_snapshot_waits(const uint32_t *head)
{
    uint32_t outcome = *IN_SNAPSHOT(head, outcome);
    return (np_snapshot_wait){ left(pair(IN_SNAPSHOT(head, wake)), pair(IN_SNAPSHOT(head, clock))), (outcome & NP_OUTCOME_WAITS) != 0, (outcome & NP_OUTCOME_DEEP) != 0 };
}

void np_snapshot_counts(const uint32_t *head, uint64_t *instructions, uint64_t *written)
{
    *instructions = pair(IN_SNAPSHOT(head, instructions));
    *written = pair(IN_SNAPSHOT(head, written));
}
