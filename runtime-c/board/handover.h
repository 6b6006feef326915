/* Who owns a function: the rules by which it moves from board to board, and never runs on two.
 *
 * Each board keeps one durable claim per function. These functions decide what a claim becomes when a step of a hand-over (bytecode/LINK.md,
 * "Moving a function") is asked for; they keep no state, and touch nothing. The caller makes `next` durable before it answers or acts on it. A
 * board may run the function exactly when its durable claim says NEW, READY, SUSPENDED, ENDED or FAILED ("owns it").
 *
 * It is two-phase commit with an epoch: PREPARED(e + 1) stops the source; INCOMING(e + 1) is the target's durable promise; MOVED(e + 1) on the source is the
 * point of no return; only after it GO makes the target an owner. An epoch is prepared once; given up, the source goes on with the new epoch,
 * so that an old INCOMING can be told apart for ever. test/board/handover explores all of it.
 *
 * What else the board must do:
 * - It stops running a function before it stores PREPARED; the record that it stores then has a snapshot, even if the function was NEW.
 * - It deletes only what it owns: the state becomes REMOVED, the epoch stays. A PREPARED or INCOMING one may be the only good copy; a MOVED one turned
 *   into REMOVED would tell the target that its copy was given up.
 * - It keeps MOVED and REMOVED claims for ever. A board that forgets one takes an old record for a new one. (Not REMOVED of epoch 0: that was never prepared,
 *   so no other board has a record of it.)
 * - What became READY after an ABORT or GO may be shown as SUSPENDED, if it was that before; to these rules it is the same.
 *
 * Settling: what a host does with a hand-over from source s to target t of which a request was refused or not answered in time (it may ask the same again
 * first, any number of times), or of which it finds one half: s is the board that is PREPARED, t its peer; or t is INCOMING, s its peer.
 *   1. CLAIM to t, then CLAIM to s. In this order s's claim is never older than t's. E_BOARD_NO_FUNCTION: it knows nothing. No answer of one of
 *      them: nothing can be decided; the function is safe; settle later.
 *   2. By what s says:
 *      PREPARED, peer t: if t is INCOMING of that epoch from s, and this host has END's answer for that epoch (so the CRC): COMMIT to s, and GO to t
 *          with the claim that COMMIT answers. Else ABORT to s with s's claim, then ABORT to t with the claim that s answers, whatever t said in 1
 *          (its record may have come since; E_BOARD_NO_FUNCTION is as good as done).
 *      MOVED, peer t: GO to t with s's claim.
 *      anything else that it knows, and t is INCOMING from s: ABORT to t with s's claim.
 *      else: there is nothing to settle between these two. If s knows nothing and t is INCOMING, s has lost its flash, and a person must decide.
 *   3. Refused or not answered in 2: another host is at work, or a board is down. Settle again from 1, a few times. If COMMIT is refused with
 *      E_BOARD_CRC, the record at t is another: ABORT both as above, not COMMIT again.
 * When all boards that are PREPARED or INCOMING have been settled with their peers, exactly one owner is left. It does no harm if several hosts settle.
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
