/* Whose turn it is. Functions take turns in slices counted in instructions; one whose time has come goes before those that calculate, so that a
 * period holds within one slice and a collection whatever the others do. */
#include "board_state.h"
#include "bytes.h"

/* Most instructions in one turn, and how long a function that could run waits for RAM before those that run have to share theirs. A turn also ends
 * behind the piece in which TURN_US are over: 2000 instructions with floats take 30 ms on an ESP8266, of a loop 0.4 ms. */
enum { DEFAULT_SLICE = 2000, PATIENCE_MS = 2000, PIECE = 250, TURN_US = 1000 };

/* Of a function that is ended by a quota or a time limit: how much of its stack its report shows. */
enum { SHOWN_FRAMES = 8 };

void np_wake(np_board *b, uint32_t index)
{
    np_entry_of(b, index)->flags &= (uint8_t)~(NP_IN_WAITING | NP_IN_TIMED | NP_IN_EVENT | NP_IN_OUTPUT | NP_IN_INPUT);
    np_resident *r = np_resident_of(b, index);
    if (r) r->wake_at = NP_NEVER;
}

/* --- ends ------------------------------------------------------------------------------------------------------ */

/* Its record says that it has come to its end, one way or the other. */
static void stop(np_board *b, uint32_t index, const np_function_head *head, np_content content)
{
    /* where flash has no room for it, the function is at least stopped here; a restart of the board goes on from its last record */
    int error = np_store_function(b, index, head, content);
    if (error < 0 && content == NP_CONTENT_REPORT) error = np_store_function(b, index, head, NP_CONTENT_NONE);
    np_drop_resident(b, index);
    np_entry *e = np_entry_of(b, index);
    e->state = head->claim.state;
    e->flags = 0;
}

static uint64_t written_by(np_board *b, uint32_t index)
{
    return np_entry_of(b, index)->flags & NP_IN_RESIDENT ? np_written(np_machine_of(b, index)) : 0;
}

static void end(np_board *b, uint32_t index, uint8_t state, int32_t exit_code)
{
    np_function_head head;
    uint64_t written = written_by(b, index);
    int call_error = state == NP_STATE_FAILED ? NP_E_BOARD_FUNCTION_FAILED : NP_E_BOARD_NO_HANDLER;
    if (np_read_head(b, index, &head) == 0) {
        head.claim.state = state;
        head.exit_code = exit_code;
        head.written = written < UINT32_MAX ? (uint32_t)written : UINT32_MAX;
        stop(b, index, &head, state == NP_STATE_FAILED ? NP_CONTENT_REPORT : NP_CONTENT_NONE);
    } else {
        np_drop_resident(b, index);
        np_entry_of(b, index)->state = state;
    }
    np_calls_failed(b, index, call_error);
}

/* A line of the board's own in a function's report. */
static void report(np_board *b, uint32_t index, const char *reason)
{
    np_record_info record;
    uint8_t line[96] = { 'E', ' ' };
    uint32_t n = 2 + np_copy_text(line + 2, reason, sizeof line - 3);
    line[n++] = '\n';
    if (np_entry_of(b, index)->flags & NP_IN_RESIDENT) np_report_stack(np_machine_of(b, index), SHOWN_FRAMES);
    if (np_store_info(&b->store, np_entry_of(b, index)->at, &record) == 0) np_log_write(b, record.key, written_by(b, index), NP_CH_REPORT, line, n);
}

void np_fail(np_board *b, uint32_t index, const char *reason)
{
    report(b, index, reason);
    end(b, index, NP_STATE_FAILED, 1);
}

/* --- one slice --------------------------------------------------------------------------------------------------- */

/* A function can't be brought in from what is stored. It counts as failed until a request resumes it or the board starts anew; its record stays as it is, for
 * what is missing may come back. */
static void fail_to_load(np_board *b, uint32_t index, int error)
{
    static const char what[] = "BoardError: it can't go on from what is stored: error ";
    uint8_t line[sizeof what + 10];
    np_copy_any(line, what, sizeof what - 1);
    *np_put_decimal(line + sizeof what - 1, (uint32_t)-error) = 0;
    report(b, index, (const char *)line);
    np_entry *e = np_entry_of(b, index);
    e->state = NP_STATE_FAILED;
    e->flags = 0;
    e->wanted = 0;
    np_calls_failed(b, index, NP_E_BOARD_FUNCTION_FAILED);
}

static void wait_for(np_board *b, uint32_t index, uint32_t flags)
{
    np_entry_of(b, index)->flags |= (uint8_t)(NP_IN_WAITING | flags);
}

static void after_slice(np_board *b, uint32_t index, np_status status)
{
    np_resident *r = np_resident_of(b, index);
    uint64_t left;
    switch (status) {
    case NP_SLICE:
        break;
    case NP_WAIT:
        left = np_wait_left(&b->vm);
        r->wake_at = left == NP_NEVER ? NP_NEVER : np_now(b) + left;
        wait_for(b, index, (left == NP_NEVER ? 0 : NP_IN_TIMED) | (np_waits_for_event(&b->vm) ? NP_IN_EVENT : 0));
        np_entry_of(b, index)->deep = np_waits_deep(&b->vm);
        if (np_waits_for_event(&b->vm) && np_events(&b->vm) > 0) np_wake(b, index);
        break;
    case NP_OUTPUT:
        wait_for(b, index, NP_IN_OUTPUT);
        break;
    case NP_INPUT:
        wait_for(b, index, NP_IN_INPUT);
        break;
    case NP_DONE:
        end(b, index, NP_STATE_ENDED, np_exit_code(&b->vm));
        break;
    case NP_FAILED:
        end(b, index, NP_STATE_FAILED, 1);
        break;
    case NP_QUOTA:
        np_fail(b, index, "QuotaError: the quota of instructions is spent");
        break;
    case NP_SUSPEND:
        np_suspend(b, index);
        break;
    case NP_RESTART:            /* where that is not possible it just goes on */
        np_power_leave(b, NP_NO_LINK, 0, true);
        break;
    }
}

/* When the state of a function is to be stored, as often as its deployment says, and only if it ran since. */
static uint64_t checkpoint_due(const np_resident *r)
{
    return r->checkpoint_ms == 0 || r->turn == r->stored_turn ? NP_NEVER : r->stored_at + (uint64_t)r->checkpoint_ms * 1000u;
}

static void checkpoint(np_board *b, uint32_t index)
{
    np_function_head head;
    uint64_t due = checkpoint_due(np_resident_of(b, index)), now = due == NP_NEVER ? 0 : np_now(b);
    if (due > now || np_read_head(b, index, &head) < 0) return;
    head.claim.state = NP_STATE_READY;
    np_store_function(b, index, &head, NP_CONTENT_LIVE);        /* where flash is full the next one may find room */
    np_resident *r = np_resident_of(b, index);
    r->stored_at = now;
    r->stored_turn = r->turn;
}

/* Runs at most `slice` instructions, for about TURN_US. */
static np_status run_turn(np_board *b, uint32_t slice)
{
    uint64_t began = np_now(b), first = np_instructions(&b->vm), before, after = first;
    uint32_t piece, done;
    np_status status;
    do {
        before = after;
        done = (uint32_t)(before - first);
        piece = slice - done < PIECE ? slice - done : PIECE;
        status = np_run(&b->vm, piece);
        after = np_instructions(&b->vm);
        /* it comes back early behind an answer */
    } while (status == NP_SLICE && after - before >= piece && after - first < slice && np_now(b) - began < TURN_US);
    b->instructions += after - first;
    return status;
}

static void run(np_board *b, uint32_t index)
{
    np_switch_to(b, index);
    np_resident *r = np_resident_of(b, index);
    r->turn = ++b->turn;
    r->shrunk = 0;
    uint32_t slice = r->slice && r->slice < DEFAULT_SLICE ? r->slice : DEFAULT_SLICE;
    np_status status = run_turn(b, slice);
    np_calls_after_slice(b, index);
    after_slice(b, index, status);
    if (np_entry_of(b, index)->flags & NP_IN_RESIDENT) checkpoint(b, index);
}

/* --- whose turn ------------------------------------------------------------------------------------------------- */

/* Looks whether what a function waits for has come. */
static bool can_run(np_board *b, uint32_t index, const np_resident *r, uint64_t now)
{
    uint32_t flags = np_entry_of(b, index)->flags;
    if (!(flags & NP_IN_WAITING)) return true;
    if (flags & NP_IN_OUTPUT) return np_log_room(b, b->log_bytes / 2u);
    if (flags & NP_IN_INPUT) return np_input_for(b, index) && (b->input.length > 0 || b->input.end);
    return (flags & NP_IN_TIMED) && r->wake_at <= now;
}

typedef struct {
    uint32_t index;
    uint32_t store;             /* one that waits, and whose state is to be stored now */
    uint64_t due;               /* 0: it can run now */
} next_turn;

/* One that was passed over in so many turns, and twice as many more as there are functions in RAM, goes before all others. */
enum { PASSED_OVER = 16 };

/* Among those in RAM. Timed ones first, the earliest before; then whoever ran longest ago. But those that only say that they sleep, or have more to do than
 * there is time for, must not keep the others from calculating. */
static next_turn next_resident(np_board *b, uint64_t now)
{
    enum { CALCULATES, TIMED, STARVES };
    next_turn best = { NP_NONE_INDEX, NP_NONE_INDEX, NP_NEVER };
    uint64_t best_weight = 0;
    uint32_t best_rank = CALCULATES, residents = 0;
    for (np_block *block = np_pool_next(&b->pool, NULL); block; block = np_pool_next(&b->pool, block)) residents += block->kind == NP_BLOCK_RESIDENT;
    for (np_block *block = np_pool_next(&b->pool, NULL); block; block = np_pool_next(&b->pool, block)) {
        if (block->kind != NP_BLOCK_RESIDENT) continue;
        const np_resident *r = np_block_content(block);
        if (!can_run(b, block->owner, r, now)) {
            uint64_t due = checkpoint_due(r);
            if (due <= now) best.store = block->owner;
            if (r->wake_at < due) due = r->wake_at;
            if (best.due != 0 && due < best.due) best.due = due;
            continue;
        }
        uint32_t passed = b->turn - r->turn, rank = np_entry_of(b, block->owner)->flags & NP_IN_TIMED ? TIMED : CALCULATES;
        if (rank == CALCULATES && passed > PASSED_OVER + 2u * residents) rank = STARVES;
        uint64_t weight = rank == TIMED ? NP_NEVER - r->wake_at : passed;
        if (best.index != NP_NONE_INDEX && (rank < best_rank || (rank == best_rank && weight <= best_weight))) continue;
        best_rank = rank;
        best_weight = weight;
        best.index = block->owner;
        best.due = 0;
    }
    return best;
}

/* Whether a function in flash is to run, and how long it has waited for that, milliseconds. */
static bool overdue(const np_entry *e, uint32_t now_ms, int32_t *since)
{
    if (e->at == NP_NO_RECORD || e->flags & NP_IN_RESIDENT) return false;
    if (!(e->flags & NP_IN_RESTART) && e->state != NP_STATE_READY && e->state != NP_STATE_NEW) return false;
    *since = (int32_t)(now_ms - e->time);
    if (e->wanted || !(e->flags & NP_IN_WAITING)) {
        if (*since < 0) *since = 0;
        return true;
    }
    return e->flags & NP_IN_TIMED;
}

/* Among those in flash: brings in the one that has waited longest; where it finds no RAM, the next turns are those of the others, one after the other, so
 * that one too large for now stops nobody. When the next one's time will come. */
static uint64_t bring_due(np_board *b, uint64_t now)
{
    const np_entry *table = np_entry_of(b, 0);
    uint64_t due = NP_NEVER, soon = now + 1000u;
    uint32_t chosen = NP_NONE_INDEX, now_ms = np_ms(now);
    int32_t since, most = -1;
    for (uint32_t i = 0; i < b->entries; i++) {
        if (!overdue(&table[i], now_ms, &since)) continue;
        if (since < 0) {
            uint64_t at = now + (uint64_t)-(int64_t)since * 1000u;
            if (at < due) due = at;
        } else if (b->others == 0 ? since > most : most < 0 && i + 1u >= b->others) {
            most = since;
            chosen = i;
        }
    }
    if (chosen == NP_NONE_INDEX) {
        if (b->others == 0) return due;
        b->others = 0;          /* those that run have to finish or go to sleep first */
        return due < soon ? due : soon;
    }
    b->pressed = b->others == 0 && most >= PATIENCE_MS;
    int error = np_swap_in(b, chosen);
    b->pressed = false;
    if (error == NP_E_BOARD_FULL) b->others = b->others == 0 ? 1 : chosen + 2u;
    else if (error < 0) fail_to_load(b, chosen, error);
    return now;
}

uint64_t np_schedule(np_board *b)
{
    uint64_t now = np_now(b), due = bring_due(b, now);
    next_turn next = next_resident(b, now);
    if (next.store != NP_NONE_INDEX) checkpoint(b, next.store);
    if (next.index == NP_NONE_INDEX) {
        if (due <= now) return 0;
        uint64_t until = next.due < due ? next.due : due;
        return until == NP_NEVER ? NP_NEVER : until > now ? until - now : 0;
    }
    if (np_entry_of(b, next.index)->flags & NP_IN_WAITING) np_wake(b, next.index);
    run(b, next.index);
    return 0;
}
