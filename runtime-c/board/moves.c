/* Changes of a function's state by request: suspend, resume, deploy, remove, and the steps of a hand-over. What is answered is durable. */
#include "board_state.h"
#include "bytes.h"

#include <string.h>

enum { LEAST_HEAP = 256, CLAIM_BYTES = 24 };

static np_claim get_claim(const uint8_t *b)
{
    np_claim c = { .uid = np_get64(b), .peer = np_get64(b + 8), .epoch = np_get32(b + 16), .state = b[20] };
    return c;
}

uint8_t *np_put_claim(uint8_t *to, const np_claim *c)
{
    to = np_put32(np_put64(np_put64(to, c->uid), c->peer), c->epoch);
    return np_put32(to, c->state);
}

/* --- stop and go on --------------------------------------------------------------------------------------------- */

/* Stores what the function is now under the head's claim, and gives its arena away. */
static int store_stopped(np_board *b, uint32_t index, np_function_head *head)
{
    uint32_t flags = np_entry_of(b, index)->flags;
    np_content content = flags & NP_IN_RESIDENT ? NP_CONTENT_LIVE : flags & NP_IN_RESTART ? NP_CONTENT_NONE : NP_CONTENT_COPY;
    int error = np_store_function(b, index, head, content);
    if (error < 0) return error;
    np_calls_failed(b, index, NP_E_BOARD_STATE);
    np_drop_resident(b, index);
    np_entry_of(b, index)->flags = 0;
    return 0;
}

/* The record of one that sleeps in flash says how long it had to sleep when it was stored. Taken into RAM, it knows how much of that is over; where
 * there is no room, it will sleep longer. */
static void bring_to_date(np_board *b, uint32_t index)
{
    uint32_t flags = np_entry_of(b, index)->flags;
    if ((flags & NP_IN_SWAPPED) && (flags & NP_IN_TIMED) && !(flags & NP_IN_RESIDENT)) np_swap_in(b, index);
}

int np_suspend(np_board *b, uint32_t index)
{
    np_function_head head;
    if (np_entry_of(b, index)->state == NP_STATE_READY) bring_to_date(b, index);
    np_entry *e = np_entry_of(b, index);
    if (e->state == NP_STATE_SUSPENDED) return 0;
    if (e->state != NP_STATE_READY && e->state != NP_STATE_NEW) return NP_E_BOARD_STATE;
    int error = np_read_head(b, index, &head);
    if (error < 0) return error;
    if (!(e->flags & (NP_IN_RESIDENT | NP_IN_RESTART)) && head.claim.state == NP_STATE_READY) {
        np_claim next = head.claim;
        next.state = NP_STATE_SUSPENDED;
        error = np_change_state(b, index, &next);
        if (error == 0) {
            np_calls_failed(b, index, NP_E_BOARD_STATE);
            np_entry_of(b, index)->flags = 0;
        }
        return error;
    }
    head.claim.state = NP_STATE_SUSPENDED;
    head.flags |= NP_HEAD_SUSPENDED;
    return store_stopped(b, index, &head);
}

int np_continue(np_board *b, uint32_t index)
{
    np_function_head head;
    np_entry *e = np_entry_of(b, index);
    if (e->state == NP_STATE_READY || e->state == NP_STATE_NEW) return 0;
    if (e->state != NP_STATE_SUSPENDED && e->state != NP_STATE_FAILED) return NP_E_BOARD_STATE;
    int error = np_read_head(b, index, &head);
    if (error < 0) return error;
    if (e->state == NP_STATE_FAILED) {          /* its record could not be taken up, and is tried again */
        if (head.claim.state != NP_STATE_READY && head.claim.state != NP_STATE_NEW) return NP_E_BOARD_STATE;
        e->state = head.claim.state;
        np_take_up(b, index);
        return 0;
    }
    np_claim next = head.claim;
    next.state = NP_STATE_READY;
    error = np_change_state(b, index, &next);
    if (error == 0) np_take_up(b, index);
    return error;
}

/* --- deploy and remove ------------------------------------------------------------------------------------------ */

int np_remove(np_board *b, uint32_t index)
{
    np_function_head head;
    int error = np_read_head(b, index, &head);
    if (error < 0) return error;
    if (!np_claim_owns(&head.claim)) return NP_E_BOARD_STATE;      /* it may be the only copy: settle its hand-over first */
    np_claim next = head.claim;
    next.state = NP_STATE_REMOVED;
    error = np_change_state(b, index, &next);
    if (error == 0) np_forget(b, index);
    return error;
}

int np_deploy(np_board *b, const uint8_t *body, uint32_t length, np_function_head *head)
{
    enum { FIXED = 44 };
    np_record_info record;
    np_function_head old;
    uint32_t image_at, prelude_at;
    if (length < FIXED + 1u || length != FIXED + 1u + body[FIXED]) return NP_E_BOARD_REQUEST;
    if (!np_name_ok(body + FIXED + 1, body[FIXED])) return NP_E_BOARD_NAME;
    memset(head, 0, sizeof *head);
    head->image = np_get64(body);
    head->heap = np_get32(body + 8);
    head->slice = np_get32(body + 12);
    head->invocation_instructions = np_get64(body + 16);
    head->total_instructions = np_get64(body + 24);
    head->timeout_ms = np_get32(body + 32);
    head->checkpoint_ms = np_get32(body + 36);
    head->flags = np_get32(body + 40) & NP_HEAD_SUSPENDED;
    head->version = 1;
    memcpy(head->name, body + FIXED + 1, body[FIXED]);
    if (head->heap < LEAST_HEAP) return NP_E_ARENA_TOO_SMALL;
    int error = np_find_images(b, head->image, &image_at, &prelude_at);
    if (error < 0) return error;
    uint32_t before = np_find_name(b, head->name, body[FIXED]);
    if (before != NP_NONE_INDEX) {
        error = np_read_head(b, before, &old);
        if (error < 0) return error;
        if (!np_claim_owns(&old.claim)) return NP_E_BOARD_STATE;
        head->version = old.version + 1;
    }
    if (!np_make_room(b, 2u * (uint32_t)sizeof(np_entry), NP_NONE_INDEX)) return NP_E_BOARD_FULL;
    error = np_new_uid(b, &head->claim.uid);
    if (error < 0) return error;
    head->claim.state = head->flags & NP_HEAD_SUSPENDED ? NP_STATE_SUSPENDED : NP_STATE_NEW;
    int32_t at = np_put_record(b, NP_STORE_FUNCTION, head->claim.uid, head, sizeof *head);
    if (at < 0) return at;
    error = np_store_info(&b->store, (uint32_t)at, &record);
    if (error < 0) return error;
    uint32_t index = np_add_entry(b, &record, head);
    if (index == NP_NONE_INDEX) return NP_E_BOARD_FULL;
    if (before != NP_NONE_INDEX) {      /* from here on the new one is the truth; the next start does this if power is lost now */
        np_claim next = old.claim;
        next.state = NP_STATE_REMOVED;
        error = np_change_state(b, before, &next);
        if (error < 0) {                /* there may be but one of a name */
            next = head->claim;
            next.state = NP_STATE_REMOVED;
            if (np_change_state(b, index, &next) == 0) np_forget(b, index);
            return error;
        }
        np_forget(b, before);
    }
    return 0;
}

/* --- hand-over -------------------------------------------------------------------------------------------------- */

int np_move_prepare(np_board *b, uint32_t index, uint64_t target, np_function_head *head, np_record_info *record)
{
    np_claim next;
    if (np_entry_of(b, index)->state == NP_STATE_READY) bring_to_date(b, index);
    int error = np_read_head(b, index, head);
    if (error < 0) return error;
    np_claim have = head->claim;
    have.state = np_entry_of(b, index)->state;
    if (target == 0 || target == b->port->board_id) return NP_E_BOARD_REQUEST;
    int verdict = np_claim_prepare(&have, target, &next);
    if (verdict < 0) return verdict;
    if (verdict == NP_CLAIM_STORE) {
        if (have.state == NP_STATE_SUSPENDED) head->flags |= NP_HEAD_SUSPENDED;
        else head->flags &= ~(uint32_t)NP_HEAD_SUSPENDED;
        head->claim = next;
        error = store_stopped(b, index, head);
        if (error < 0) return error;
    }
    return np_store_info(&b->store, np_entry_of(b, index)->at, record);
}

/* Makes a verdict durable, and says what the board then knows. */
static int conclude(np_board *b, uint32_t index, int verdict, const np_claim *have, const np_claim *next, np_claim *answer)
{
    *answer = *have;
    if (verdict != NP_CLAIM_STORE) return verdict < 0 ? verdict : 0;
    int error = np_change_state(b, index, next);
    if (error < 0) return error;
    *answer = *next;
    if (np_is_tombstone(next->state)) {
        np_forget(b, index);
        return 0;
    }
    answer->state = np_entry_of(b, index)->state;
    np_take_up(b, index);
    return 0;
}

int np_move_step(np_board *b, uint32_t request, const uint8_t *body, uint32_t length, np_claim *answer)
{
    np_claim have, next, asked;
    np_record_info record;
    if (length != CLAIM_BYTES + (request == NP_REQ_COMMIT ? 4u : 0)) return NP_E_BOARD_REQUEST;
    asked = get_claim(body);
    if (!np_known_claim(b, asked.uid, &have)) return NP_E_BOARD_NO_FUNCTION;
    uint32_t index = np_find_uid(b, asked.uid);
    int verdict;
    if (request == NP_REQ_COMMIT) {
        bool same = index != NP_NONE_INDEX && np_store_info(&b->store, np_entry_of(b, index)->at, &record) == 0 && record.crc == np_get32(body + CLAIM_BYTES);
        verdict = np_claim_commit(&have, &asked, same || index == NP_NONE_INDEX, &next);
    } else if (request == NP_REQ_GO) {
        verdict = np_claim_go(&have, &asked, &next);
    } else {
        verdict = np_claim_abort(&have, &asked, &next);
    }
    if (verdict == NP_CLAIM_STORE) {
        if (index == NP_NONE_INDEX) return NP_E_BOARD_STATE;
        np_function_head head;
        int error = np_read_head(b, index, &head);
        if (error < 0) return error;
        if (next.state == NP_STATE_READY && head.flags & NP_HEAD_SUSPENDED) next.state = NP_STATE_SUSPENDED;
    }
    return conclude(b, index, verdict, &have, &next, answer);
}
