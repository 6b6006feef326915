/* Who owns a function: the rules by which it moves from board to board, and never runs on two.
 *
 * Each board keeps one durable claim per function. These functions decide what a claim becomes when a step of a hand-over (bytecode/LINK.md,
 * "Moving a function") is asked for; they keep no state, and touch nothing. The caller makes `next` durable before it answers or acts on it. A
 * board may run the function exactly when its durable claim says NEW, READY, SUSPENDED, ENDED or FAILED ("owns it").
 *
 * It is two-phase commit with an epoch: PREPARED(e + 1) stops the source; INCOMING(e + 1) is the target's durable promise; MOVED(e + 1) on the source is the
 * point of no return; only after it GO makes the target an owner. An epoch is prepared once; given up, the source goes on with the new epoch,
 * so that an old INCOMING can be told apart for ever. test/board explores all of it.
 */
#ifndef NP_HANDOVER_H
#define NP_HANDOVER_H

#include <stdbool.h>
#include <stdint.h>

/* As it stands in flash and on the link. */
typedef struct {
    uint64_t uid;
    uint64_t peer;              /* board id of the other side of the last hand-over; 0 before the first */
    uint32_t epoch;
    uint8_t state;              /* NP_STATE_ of link.def */
    uint8_t unused[3];
} np_claim;

/* What to do: 0 nothing, it is so already (answer with `have`); 1 make `next` durable, then answer with it; negative: refuse with this error. */
enum { NP_CLAIM_KEEP = 0, NP_CLAIM_STORE = 1 };

/* Source: stop, and prepare to move to `target`. */
int np_claim_prepare(const np_claim *have, uint64_t target, np_claim *next);
/* Target: the whole record has come. `have` is NULL where the board knows nothing of the function; `source` is the board it comes from. */
int np_claim_offer(const np_claim *have, const np_claim *offer, uint64_t self, uint64_t source, np_claim *next);
/* Source: the target says that it has stored the record with this CRC (`same_record`: it is the one that was given out). */
int np_claim_commit(const np_claim *have, const np_claim *target, bool same_record, np_claim *next);
/* Target: the source has committed; `source` is its claim. */
int np_claim_go(const np_claim *have, const np_claim *source, np_claim *next);
/* Either side: give it up. On a source `other` names epoch and target; on a target it is the source's present claim. */
int np_claim_abort(const np_claim *have, const np_claim *other, np_claim *next);

/* Whether a board with this durable claim is the function's owner. */
bool np_claim_owns(const np_claim *claim);

#endif
