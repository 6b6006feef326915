#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board/handover.h"
#include "np_link.h"

enum { UID = 42 };

static const char *const names[RULES] = {
    "", "go-without-moved", "go-of-any-epoch", "abort-after-moved", "abort-keeps-epoch", "abort-incoming-always", "commit-of-any-epoch", "commit-after-abort",
    "offer-over-tombstone", "answer-before-storing", "remove-incoming", "host-commits-unstored", "host-forgets-go",
};
static rule broken = WHOLE;

bool break_rule(const char *name)
{
    for (int i = 0; i < RULES; i++)
        if (strcmp(names[i], name) == 0) {
            broken = (rule)i;
            return true;
        }
    return false;
}

bool breaks(rule r) { return broken == r; }

static np_claim wide(claim c) { return (np_claim){ .uid = UID, .peer = c.peer, .epoch = c.epoch, .state = c.state }; }
static claim narrow(const np_claim *c) { return (claim){ c->state, (uint8_t)c->epoch, (uint8_t)c->peer }; }

bool world_owns(claim c)
{
    np_claim all = wide(c);
    return np_claim_owns(c.state ? &all : NULL);
}

static int become(np_claim *next, const np_claim *have, uint8_t state)
{
    *next = *have;
    next->state = state;
    return NP_CLAIM_STORE;
}

/* What a broken rule stores where the real one would not, or would store something else; NP_CLAIM_KEEP: the real one is asked. */
static int ask_broken(phase asked, const np_claim *have, const np_claim *other, np_claim *next)
{
    if (!have) return NP_CLAIM_KEEP;
    bool now = have->epoch == other->epoch;
    switch (broken) {
    case GO_WITHOUT_MOVED: return asked == GO && have->state == NP_STATE_INCOMING && now ? become(next, have, NP_STATE_READY) : 0;
    case GO_OF_ANY_EPOCH: return asked == GO && have->state == NP_STATE_INCOMING ? become(next, have, NP_STATE_READY) : 0;
    case ABORT_AFTER_MOVED: return asked == ABORT_SOURCE && have->state == NP_STATE_MOVED && now ? become(next, have, NP_STATE_READY) : 0;
    case ABORT_KEEPS_EPOCH:
        if (asked != ABORT_SOURCE || have->state != NP_STATE_PREPARED || !now) return 0;
        become(next, have, NP_STATE_READY);
        next->epoch--;
        return NP_CLAIM_STORE;
    case ABORT_INCOMING_ALWAYS: return asked == ABORT_TARGET && have->state == NP_STATE_INCOMING ? become(next, have, NP_STATE_REMOVED) : 0;
    case COMMIT_OF_ANY_EPOCH: return asked == COMMIT && have->state == NP_STATE_PREPARED ? become(next, have, NP_STATE_MOVED) : 0;
    case COMMIT_AFTER_ABORT: return asked == COMMIT && np_claim_owns(have) && now && have->peer == other->peer ? become(next, have, NP_STATE_MOVED) : 0;
    default: return 0;
    }
}

/* A rule that is broken before the real one is asked: the tombstone is forgotten. */
static bool forgotten(phase asked, claim c)
{
    return broken == OFFER_OVER_TOMBSTONE && asked == OFFER && (c.state == NP_STATE_MOVED || c.state == NP_STATE_REMOVED);
}

static int ask(const world *w, const message *m, np_claim *next)
{
    claim here = w->boards[m->board - 1];
    np_claim all = wide(here), other = wide(m->claim);
    const np_claim *have = here.state && !forgotten((phase)m->phase, here) ? &all : NULL;
    int broke = ask_broken((phase)m->phase, have, &other, next);
    if (broke) return broke;
    switch ((phase)m->phase) {
    case PREPARE: return np_claim_prepare(have, m->claim.peer, next);
    case OFFER: return np_claim_offer(have, &other, m->board, m->source, next);
    case COMMIT: return np_claim_commit(have, &other, true, next);
    case GO: return np_claim_go(have, &other, next);
    case ABORT_SOURCE:
    case ABORT_TARGET: return np_claim_abort(have, &other, next);
    default: return NP_CLAIM_KEEP;
    }
}

/* As world_handle; `stored` tells whether the claim has changed. */
static bool handle(world *w, const message *m, claim *answer, bool *stored)
{
    np_claim next;
    int status = ask(w, m, &next);
    *stored = status == NP_CLAIM_STORE;
    if (*stored) w->boards[m->board - 1] = narrow(&next);
    *answer = w->boards[m->board - 1];
    return status >= 0;
}

bool world_handle(world *w, const message *request, claim *answer)
{
    bool stored;
    return handle(w, request, answer, &stored);
}

bool world_remove(world *w, uint8_t board)
{
    claim *here = &w->boards[board - 1];
    bool owns = world_owns(*here);
    if (!owns && !(broken == REMOVE_INCOMING && here->state == NP_STATE_INCOMING)) return false;
    here->state = NP_STATE_REMOVED;
    w->removed |= owns;
    return true;
}

world world_first(uint8_t jobs, uint8_t faults)
{
    world w;
    memset(&w, 0, sizeof w);
    w.boards[0] = (claim){ NP_STATE_NEW, 1, 0 };
    memset(w.up, 1, sizeof w.up);
    w.jobs = jobs;
    w.faults = faults;
    return w;
}

static void put(world *w, message m)
{
    if (w->messages == MESSAGES) {
        fprintf(stderr, "handover: more than %d messages in flight\n", MESSAGES);
        exit(2);
    }
    w->message[w->messages++] = m;
}

static void take(world *w, int i)
{
    w->message[i] = w->message[--w->messages];
    memset(&w->message[w->messages], 0, sizeof(message));
}

/* A coordinator waits no longer for what it has asked: requests go on as strays, unless they change nothing; answers are dropped. */
static void forget(world *w, uint8_t number)
{
    for (int i = w->messages - 1; i >= 0; i--) {
        message *m = &w->message[i];
        if (m->coordinator != number) continue;
        if (m->kind == REQUEST && m->phase != ASK_SOURCE && m->phase != ASK_TARGET) m->coordinator = 0;
        else take(w, i);
    }
}

static void send(world *w, uint8_t number)
{
    const coordinator *k = &w->coordinators[number - 1];
    if (k->phase == IDLE) return;
    message m = coordinator_request(k);
    m.coordinator = number;
    put(w, m);
}

static int by_bytes(const void *a, const void *b) { return memcmp(a, b, sizeof(message)); }

void world_normalise(world *w)
{
    coordinator *k = w->coordinators;
    if (memcmp(&k[0], &k[1], sizeof *k) > 0) {
        coordinator first = k[0];
        k[0] = k[1];
        k[1] = first;
        for (int i = 0; i < w->messages; i++)
            if (w->message[i].coordinator) w->message[i].coordinator = (uint8_t)(3 - w->message[i].coordinator);
    }
    qsort(w->message, w->messages, sizeof(message), by_bytes);
}

typedef struct {
    const world *from;
    void (*reached)(void *context, const world *next, const char *action);
    void *context;
} explorer;

static void arrive(const explorer *e, const world *next, const char *action) { e->reached(e->context, next, action); }

/* A copy of the world with one fault less. */
static bool fault(const explorer *e, world *next)
{
    *next = *e->from;
    if (next->faults == 0) return false;
    next->faults--;
    return true;
}

static void crash(world *w, uint8_t board) { w->up[board - 1] = 0; }

static void reply(world *w, const message *m, bool ok, claim answer)
{
    if (!m->coordinator) return;
    put(w, (message){ .kind = ok ? ANSWER : REFUSAL, .coordinator = m->coordinator, .claim = ok ? answer : (claim){ 0 } });
}

static void deliver_request(const explorer *e, int i)
{
    const message m = e->from->message[i];
    bool stored;
    claim answer;
    world next = *e->from;
    take(&next, i);
    if (!next.up[m.board - 1]) {
        arrive(e, &next, "a request reaches a board that is down");
        return;
    }
    bool ok = handle(&next, &m, &answer, &stored);
    world done = next;
    reply(&next, &m, ok, answer);
    arrive(e, &next, "a request is done");

    if (!fault(e, &next)) return;
    take(&next, i);
    crash(&next, m.board);
    arrive(e, &next, "a board crashes before it stores");
    if (!stored) return;
    if (broken == ANSWER_BEFORE_STORING) {
        reply(&next, &m, ok, answer);
        arrive(e, &next, "a board crashes after its answer, before it stores");
    }
    done.faults--;
    crash(&done, m.board);
    arrive(e, &done, "a board crashes after it has stored, before it answers");
}

static void deliver_answer(const explorer *e, int i)
{
    const message m = e->from->message[i];
    world next = *e->from;
    forget(&next, m.coordinator);
    coordinator_take(&next.coordinators[m.coordinator - 1], m.kind == REFUSAL, m.claim);
    send(&next, m.coordinator);
    arrive(e, &next, "an answer arrives");
}

static void message_actions(const explorer *e)
{
    const world *w = e->from;
    world next;
    for (int i = 0; i < w->messages; i++) {
        const message *m = &w->message[i];
        if (i > 0 && memcmp(m, m - 1, sizeof *m) == 0) continue;
        if (m->kind == REQUEST) deliver_request(e, i);
        else deliver_answer(e, i);
        if (m->coordinator && fault(e, &next)) {
            take(&next, i);
            arrive(e, &next, "a message is lost");
        }
        if (m->kind == REQUEST && m->phase != ASK_SOURCE && m->phase != ASK_TARGET && fault(e, &next)) {
            put(&next, *m);
            arrive(e, &next, "a request is duplicated");
        }
    }
}

static bool waits_in_vain(const world *w, uint8_t number)
{
    for (int i = 0; i < w->messages; i++)
        if (w->message[i].coordinator == number) return false;
    return true;
}

static void coordinator_actions(const explorer *e, uint8_t number)
{
    static const uint8_t pairs[][2] = { { 1, 2 }, { 2, 1 }, { 2, 3 } };
    const coordinator *k = &e->from->coordinators[number - 1];
    world next = *e->from;
    if (k->phase == IDLE) {
        /* One idle coordinator is like the other. */
        if (next.jobs == 0 || (number == 2 && next.coordinators[0].phase == IDLE)) return;
        next.jobs--;
        for (int p = 0; p < 3; p++)
            for (int settle = 0; settle < 2; settle++) {
                world begun = next;
                coordinator_begin(&begun.coordinators[number - 1], settle ? ASK_TARGET : PREPARE, pairs[p][0], pairs[p][1]);
                send(&begun, number);
                arrive(e, &begun, settle ? "settling begins" : "a hand-over begins");
            }
        return;
    }
    /* Silence: what was lost is noticed in time, that is no further fault; what is only late is one. */
    if (waits_in_vain(e->from, number) || fault(e, &next)) {
        forget(&next, number);
        world again = next;
        send(&again, number);
        arrive(e, &again, "a coordinator asks again");
        coordinator_take(&next.coordinators[number - 1], true, (claim){ 0 });
        send(&next, number);
        arrive(e, &next, k->settling ? "a coordinator gives up settling" : "a coordinator begins to settle");
    }
    if (fault(e, &next)) {
        forget(&next, number);
        memset(&next.coordinators[number - 1], 0, sizeof(coordinator));
        arrive(e, &next, "a coordinator is gone");
    }
}

static void board_actions(const explorer *e, uint8_t board)
{
    world next;
    if (!e->from->up[board - 1]) {
        next = *e->from;
        next.up[board - 1] = 1;
        arrive(e, &next, "a board starts again");
        return;
    }
    if (fault(e, &next)) {
        crash(&next, board);
        arrive(e, &next, "a board crashes");
    }
    next = *e->from;
    if (world_remove(&next, board)) arrive(e, &next, "the function is deleted");
}

void world_actions(const world *w, void (*reached)(void *context, const world *next, const char *action), void *context)
{
    const explorer e = { w, reached, context };
    message_actions(&e);
    for (uint8_t k = 1; k <= COORDINATORS; k++) coordinator_actions(&e, k);
    for (uint8_t b = 1; b <= BOARDS; b++) board_actions(&e, b);
}

static const char *state_name(uint8_t state)
{
    static const char *const all[] = { "-", "NEW", "READY", "SUSPENDED", "PREPARED", "MOVED", "INCOMING", "ENDED", "FAILED", "REMOVED" };
    return all[state];
}

void world_print(const world *w)
{
    static const char *const phases[] = { "IDLE", "PREPARE", "OFFER", "COMMIT", "GO", "CLAIM of target", "CLAIM of source", "ABORT", "ABORT of target" };
    for (int b = 0; b < BOARDS; b++)
        printf("  %c%s %s(%u, %c)", 'A' + b, w->up[b] ? "" : " down", state_name(w->boards[b].state), w->boards[b].epoch, "-ABC"[w->boards[b].peer]);
    for (int i = 0; i < w->messages; i++) {
        const message *m = &w->message[i];
        if (m->kind != REQUEST) printf("  [to host %u: %s", m->coordinator, m->kind == REFUSAL ? "refused" : "done");
        else printf("  [from host %u to %c: %s", m->coordinator, "-ABC"[m->board], phases[m->phase]);
        printf(" %s(%u, %c)]", state_name(m->claim.state), m->claim.epoch, "-ABC"[m->claim.peer]);
    }
    printf("\n");
}
