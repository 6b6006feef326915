/* What an instance waits for, told by its arena or by the head of its snapshot. */
#include "snapshot.h"
#include "vm.h"

/* The header of an arena is asked, or the same words in a snapshot's head. Where the wait has an end, handlers end it earlier. */
typedef struct {
    uint64_t wake, clock, alarm;
    uint32_t outcome;
    bool handles;               /* there is a dispatcher */
} waits;

static uint64_t left(waits w)
{
    if (w.wake == 0 || w.wake <= w.clock) return 0;
    if (w.outcome & (NP_OUTCOME_BUSY | NP_OUTCOME_DEEP)) w.handles = false;     /* it runs, or nothing is awake that would call it */
    if (w.handles && w.outcome & NP_OUTCOME_HANDLED) return 0;
    if (w.handles && w.alarm != 0 && w.alarm < w.wake) return w.alarm > w.clock ? w.alarm - w.clock : 0;
    return w.wake == UINT64_MAX ? UINT64_MAX : w.wake - w.clock;
}

uint64_t np_wait_left(const np_vm *vm)
{
    const np_arena_header *h = np_head(vm);
    return left((waits){ np_pair(h->wake), np_pair(h->clock), np_pair(h->alarm), h->outcome, h->dispatcher != NP_UNBOUND });
}

np_snapshot_wait np_snapshot_waits(const uint32_t *head)
{
    waits w = { np_pair(NP_IN_SNAPSHOT(head, wake)), np_pair(NP_IN_SNAPSHOT(head, clock)), 0, *NP_IN_SNAPSHOT(head, outcome), false };
    if (w.outcome & NP_OUTCOME_HANDLERS) {
        const uint32_t *more = head + NP_SNAP_HEAD_WORDS;
        w.alarm = np_pair(more);
        w.handles = more[NP_SNAP_HANDLERS_WORDS - 1] != NP_UNBOUND;
    }
    return (np_snapshot_wait){ left(w), (w.outcome & NP_OUTCOME_WAITS) != 0, (w.outcome & NP_OUTCOME_DEEP) != 0, w.handles };
}

void np_snapshot_counts(const uint32_t *head, uint64_t *instructions, uint64_t *written)
{
    *instructions = np_pair(NP_IN_SNAPSHOT(head, instructions));
    *written = np_pair(NP_IN_SNAPSHOT(head, written));
}
