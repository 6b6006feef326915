/* The rules of a hand-over, one function a step.
 *
 * Why they are safe. An epoch is prepared at most once in a function's life: only an owner prepares, with the epoch after its own, and neither way out
 * of PREPARED lets that epoch become free again (given up, the source keeps it; committed, the target has it). So an epoch names one hand-over, with
 * one source and one target, and at any time exactly one board *holds* the function: the owner, or the source that is PREPARED, or the target
 * that is INCOMING while its source is MOVED of the same epoch. Every step below moves the hold or leaves it; test/board/handover
 * asserts just that in every state it reaches. */
#include "handover.h"

#include <stddef.h>

#include "np_errors.h"
#include "np_link.h"

_Static_assert(sizeof(np_claim) == 24, "a claim is sent and stored as it lies in memory");

bool np_claim_owns(const np_claim *claim)
{
    if (!claim) return false;
    switch (claim->state) {
    case NP_STATE_NEW:
    case NP_STATE_READY:
    case NP_STATE_SUSPENDED:
    case NP_STATE_ENDED:
    case NP_STATE_FAILED: return true;
    default: return false;
    }
}

static bool same_function(const np_claim *have, const np_claim *other) { return have && have->uid == other->uid; }

/* A request that does not fit the claim: is it of the past, or does it make no sense here? */
static int refuse(const np_claim *have, uint32_t epoch) { return epoch < have->epoch ? NP_E_BOARD_EPOCH : NP_E_BOARD_STATE; }

static int store(np_claim *next, const np_claim *have, uint8_t state)
{
    *next = (np_claim){ .uid = have->uid, .peer = have->peer, .epoch = have->epoch, .state = state };
    return NP_CLAIM_STORE;
}

int np_claim_prepare(const np_claim *have, uint64_t target, np_claim *next)
{
    if (!have) return NP_E_BOARD_NO_FUNCTION;
    switch (have->state) {
    case NP_STATE_NEW:
    case NP_STATE_READY:
    case NP_STATE_SUSPENDED: break;
    case NP_STATE_PREPARED: return have->peer == target ? NP_CLAIM_KEEP : NP_E_BOARD_STATE;
    /* It lives elsewhere, or nowhere. One that is INCOMING is here, but is not yet this board's to give. */
    case NP_STATE_MOVED:
    case NP_STATE_REMOVED: return NP_E_BOARD_NO_FUNCTION;
    default: return NP_E_BOARD_STATE;
    }
    if (target == 0 || have->epoch == UINT32_MAX) return NP_E_BOARD_STATE;      /* epochs never begin anew */
    store(next, have, NP_STATE_PREPARED);
    next->peer = target;
    next->epoch++;
    return NP_CLAIM_STORE;
}

int np_claim_offer(const np_claim *have, const np_claim *offer, uint64_t self, uint64_t source, np_claim *next)
{
    /* The record was given out by PREPARE, for this board and no other: one meant for another board has its own INCOMING there. */
    if (offer->state != NP_STATE_PREPARED || offer->peer != self || source == self || source == 0) return NP_E_BOARD_STATE;
    if (have) {
        if (have->uid != offer->uid) return NP_E_BOARD_NO_FUNCTION;
        if (offer->epoch < have->epoch) return NP_E_BOARD_EPOCH;
        if (offer->epoch == have->epoch) {
            if (have->state == NP_STATE_REMOVED) return NP_E_BOARD_EPOCH;       /* given up or deleted since, for ever */
            bool came = have->state == NP_STATE_INCOMING || np_claim_owns(have);
            return came && have->peer == source ? NP_CLAIM_KEEP : NP_E_BOARD_STATE;
        }
        /* A later epoch is prepared only by an owner, and there is none but this board while it owns the function or is PREPARED. Taking the offer
         * would drop the only good state. An older INCOMING is another matter: had its source committed, nobody could have gone on but this board. */
        if (np_claim_owns(have) || have->state == NP_STATE_PREPARED) return NP_E_BOARD_STATE;
    }
    store(next, offer, NP_STATE_INCOMING);
    next->peer = source;
    return NP_CLAIM_STORE;
}

int np_claim_commit(const np_claim *have, const np_claim *target, bool same_record, np_claim *next)
{
    if (!same_function(have, target)) return NP_E_BOARD_NO_FUNCTION;
    if (have->epoch != target->epoch) return refuse(have, target->epoch);
    if (have->peer != target->peer) return NP_E_BOARD_STATE;
    /* Committed before: the record may be gone by now, so it is not compared again. */
    if (have->state == NP_STATE_MOVED) return NP_CLAIM_KEEP;
    /* Of this epoch, and for this target, but not PREPARED: it was given up, and the epoch is spent. */
    if (np_claim_owns(have) || have->state == NP_STATE_REMOVED) return NP_E_BOARD_EPOCH;
    if (have->state != NP_STATE_PREPARED) return NP_E_BOARD_STATE;
    if (!same_record) return NP_E_BOARD_CRC;
    return store(next, have, NP_STATE_MOVED);
}

int np_claim_go(const np_claim *have, const np_claim *source, np_claim *next)
{
    if (!same_function(have, source)) return NP_E_BOARD_NO_FUNCTION;
    /* Nothing but the source's tombstone of the same epoch proves that it will never run it again. */
    if (source->state != NP_STATE_MOVED) return NP_E_BOARD_STATE;
    /* A later epoch here: this hand-over is long over, and the asker sees it in the answer. */
    if (have->epoch > source->epoch) return NP_CLAIM_KEEP;
    if (have->epoch < source->epoch) return NP_E_BOARD_STATE;
    if (np_claim_owns(have)) return NP_CLAIM_KEEP;
    if (have->state == NP_STATE_REMOVED) return NP_E_BOARD_EPOCH;
    if (have->state != NP_STATE_INCOMING) return NP_E_BOARD_STATE;
    return store(next, have, NP_STATE_READY);
}

/* On the target: the source's claim must show that it will never commit this epoch. A later epoch does: had the source committed this one, only
 * this board could have made later ones, and it is still INCOMING. So does an owner of the same epoch, since it has given up, and REMOVED, since only
 * an owner is deleted. PREPARED may still be committed, and MOVED has been: then this copy is the only one. */
static int abort_incoming(const np_claim *have, const np_claim *source, np_claim *next)
{
    if (source->epoch < have->epoch) return NP_E_BOARD_EPOCH;
    bool given_up = source->epoch > have->epoch || np_claim_owns(source) || source->state == NP_STATE_REMOVED;
    return given_up ? store(next, have, NP_STATE_REMOVED) : NP_E_BOARD_STATE;
}

int np_claim_abort(const np_claim *have, const np_claim *other, np_claim *next)
{
    if (!same_function(have, other)) return NP_E_BOARD_NO_FUNCTION;
    bool this_one = have->epoch == other->epoch && have->peer == other->peer;
    switch (have->state) {
    case NP_STATE_INCOMING: return abort_incoming(have, other, next);
    case NP_STATE_REMOVED: return NP_CLAIM_KEEP;        /* nothing is left to give up */
    /* The epoch stays raised: the one that was given up is never prepared again, so nothing of it can be taken for the next. */
    case NP_STATE_PREPARED: return this_one ? store(next, have, NP_STATE_READY) : refuse(have, other->epoch);
    default:
        /* An owner of this epoch whose peer is the same target gave it up before. A target that owns it has the source as its peer: too late. */
        return this_one && np_claim_owns(have) ? NP_CLAIM_KEEP : refuse(have, other->epoch);
    }
}
