/* Going off on purpose: deep sleep and restarts. RAM is lost in both; before, everything is stored. */
#include "board_state.h"

/* A sleep of fewer microseconds is not worth a start and the wear of flash. */
static const uint64_t WORTH_SLEEPING = 1000000u;
/* After a start the board is awake at least so long, for hosts that wait for it, microseconds: they say HELLO every 250 ms. */
static const uint64_t LISTENS = 2000000u, LISTENS_AFTER_SLEEP = 500000u;
/* And so long after flash had no room for what has to be stored first. */
static const uint64_t TRIES_AGAIN = 60000000u;
/* What is still to be said on the links may take so long. */
static const uint64_t SAYS_GOODBYE = 1000000u;

void np_power_start(np_board *b)
{
    uint64_t listens = b->port->slept_us ? LISTENS_AFTER_SLEEP : LISTENS;
    if (listens < (uint64_t)b->port->listen_ms * 1000u) listens = (uint64_t)b->port->listen_ms * 1000u;
    b->started = np_now(b);
    b->awake_until = b->started + listens;
}

/* Each function in RAM goes to flash as it stands, then what only RAM knows. The first error. */
static int store_all(np_board *b)
{
    for (np_block *block = np_pool_next(&b->pool, NULL); block;) {
        if (block->kind != NP_BLOCK_RESIDENT) {
            block = np_pool_next(&b->pool, block);
            continue;
        }
        int error = np_swap_out(b, block->owner);
        if (error < 0) return error;
        block = np_pool_next(&b->pool, NULL);
    }
    return np_pause_store(b);
}

/* --- deep sleep -------------------------------------------------------------------------------------------------- */

/* Whether a function sleeps deeply. That all wait is known before. */
static bool is_wanted(const np_board *b)
{
    const np_entry *e = np_entry_of(b, 0);
    for (uint32_t i = 0; i < b->entries; i++)
        if (e[i].at != NP_NO_RECORD && (e[i].state == NP_STATE_READY || e[i].state == NP_STATE_NEW) && e[i].deep && e[i].flags & NP_IN_WAITING) return true;
    return false;
}

/* Whether somebody has to do with the board: a host on a link, an invocation; or whether it has to prove itself. */
static bool is_needed(const np_board *b, uint64_t now)
{
    for (uint32_t i = 0; i < b->port->link_count; i++)
        if (np_link_heard(&b->port->links[i], np_ms(now))) return true;
    for (uint32_t i = 0; i < NP_CALLS; i++)
        if (b->calls[i].stage != NP_CALL_FREE) return true;
    return b->on_trial;         /* a wake-up would count as a start that it did not survive */
}

uint64_t np_power_sleep(np_board *b, uint64_t next)
{
    uint64_t now = np_now(b), wake = next == NP_NEVER ? NP_NEVER : now + next;
    if (b->port->deep_sleep == NULL || b->safe || next < WORTH_SLEEPING || !is_wanted(b)) return NP_NEVER;
    if (is_needed(b, now)) return WORTH_SLEEPING;
    if (now < b->awake_until) return b->awake_until - now;
    int error = store_all(b);
    if (error == 0) {
        now = np_now(b);
        error = b->port->deep_sleep(b->port->context, wake == NP_NEVER ? NP_NEVER : wake > now ? wake - now : 1);
        b->is_off = error == 0;
    }
    b->awake_until = np_now(b) + TRIES_AGAIN;
    return NP_NEVER;
}

/* --- restart ----------------------------------------------------------------------------------------------------- */

int np_power_leave(np_board *b, uint32_t link, uint32_t request, bool whatever)
{
    if (b->port->restart == NULL) return NP_E_BOARD_CANT_RESTART;
    if (b->leaving.stage != NP_LEAVING_NOT) return NP_E_BOARD_BUSY;
    b->leaving = (np_leaving){ .stage = link == NP_NO_LINK ? NP_LEAVING_LISTENS : NP_LEAVING_STORES, .link = (uint8_t)link, .request = (uint16_t)request, .whatever = whatever };
    return 0;
}

/* All is stored, or it can't be. */
static void answer(np_board *b, int error)
{
    if (b->leaving.link != NP_NO_LINK) np_respond(b, b->leaving.link, b->leaving.request, error, NULL, 0);
    b->leaving.stage = error < 0 ? NP_LEAVING_NOT : NP_LEAVING_SAYS;
    b->leaving.until = np_now(b) + SAYS_GOODBYE;
}

void np_power_prepare(np_board *b)
{
    int error = np_update_keep(b);
    if (error < 0) answer(b, error);
}

uint64_t np_power_step(np_board *b)
{
    bool silent = true;
    uint64_t now = np_now(b);
    for (uint32_t i = 0; i < b->port->link_count; i++) {
        np_link_poll(&b->port->links[i], np_ms(now));
        silent &= np_link_silent(&b->port->links[i]);
    }
    if (b->leaving.stage == NP_LEAVING_LISTENS) {
        np_update_pump(b);
        if (now < b->awake_until || b->on_trial) return 1000;        /* a firmware on trial has proved itself first */
        b->leaving.stage = NP_LEAVING_STORES;
    }
    if (b->leaving.stage == NP_LEAVING_STORES) {
        int error = b->leaving.keeps_prelude ? np_keep_prelude(b) : 0;
        if (error == 0) error = store_all(b);
        if (error == 0 && b->leaving.install) error = np_update_commit(b);
        answer(b, b->leaving.whatever ? 0 : error);
        return 0;
    }
    if (!silent && now < b->leaving.until) return 1000;
    b->is_off = true;
    b->port->restart(b->port->context);
    return NP_NEVER;
}
