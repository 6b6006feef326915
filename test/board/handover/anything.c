/* Hosts that do anything, in any order, any number of times: every request to every board, with every claim that any board has ever had. That covers any
 * number of faults and hosts, since a message can only carry what a board once answered. Only one thing a host must not do: COMMIT what the
 * target has never stored. Bounded by the epochs alone. */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "explore.h"
#include "np_link.h"

enum { EPOCHS = 8, CLAIMS = 10 * EPOCHS * 4 };

/* All claims that a board has had, as bits. */
typedef struct {
    uint8_t bits[CLAIMS / 8];
} claims;

typedef struct {
    claim boards[BOARDS];
    uint8_t removed;
    claims had[BOARDS];
} state;

static claim claim_of(int bit) { return (claim){ (uint8_t)(bit / (EPOCHS * 4)), (uint8_t)(bit / 4 % EPOCHS), (uint8_t)(bit % 4) }; }
static int bit_of(claim c) { return (c.state * EPOCHS + c.epoch) * 4 + c.peer; }
static bool has(const claims *set, claim c) { return set->bits[bit_of(c) / 8] >> bit_of(c) % 8 & 1; }

static void note(state *s)
{
    for (int b = 0; b < BOARDS; b++) {
        int bit = bit_of(s->boards[b]);
        if (s->boards[b].state) s->had[b].bits[bit / 8] |= (uint8_t)(1 << bit % 8);
    }
}

static world world_of(const state *s)
{
    world w = world_first(0, 0);
    memcpy(w.boards, s->boards, sizeof w.boards);
    w.removed = s->removed;
    return w;
}

static void print(const void *at)
{
    world w = world_of(at);
    world_print(&w);
}

typedef struct {
    states all;
    uint32_t from;
    state now;
    uint8_t epochs;
    exploration *result;
} search;

static void reach(search *x, const world *w, const char *action)
{
    x->result->transitions++;
    world before = world_of(&x->now);
    const char *wrong = wrong_step(&before, w);
    if (!wrong) wrong = wrong_world(w);
    if (wrong) {
        states_history(&x->all, x->from, print);
        printf("%s:\n", action);
        world_print(w);
        x->result->wrong = wrong;
        return;
    }
    state s = x->now;
    memcpy(s.boards, w->boards, sizeof s.boards);
    s.removed = w->removed;
    note(&s);
    states_add(&x->all, &s, x->from, action);
}

static void request(search *x, message m, const char *action)
{
    world w = world_of(&x->now);
    claim answer;
    m.kind = REQUEST;
    if (world_handle(&w, &m, &answer)) reach(x, &w, action);
}

/* Everything that can be asked of `board` with a claim that `teller` has had. */
static void requests(search *x, uint8_t board, uint8_t teller, claim c)
{
    request(x, (message){ .phase = OFFER, .board = board, .source = teller, .claim = c }, "OFFER");
    request(x, (message){ .phase = GO, .board = board, .claim = c }, "GO");
    request(x, (message){ .phase = ABORT_SOURCE, .board = board, .claim = c }, "ABORT");
    request(x, (message){ .phase = ABORT_TARGET, .board = board, .claim = c }, "ABORT");
    /* The target has told that it has this board's record. */
    if (c.state == NP_STATE_INCOMING && c.peer == board)
        request(x, (message){ .phase = COMMIT, .board = board, .claim = { NP_STATE_PREPARED, c.epoch, teller } }, "COMMIT");
}

static void expand(search *x)
{
    for (uint8_t board = 1; board <= BOARDS; board++) {
        claim here = x->now.boards[board - 1];
        for (uint8_t target = 1; target <= BOARDS; target++)
            if (target != board && here.epoch < x->epochs) request(x, (message){ .phase = PREPARE, .board = board, .claim = { .peer = target } }, "PREPARE");
        for (uint8_t teller = 1; teller <= BOARDS; teller++)
            for (int bit = 0; bit < CLAIMS; bit++)
                if (has(&x->now.had[teller - 1], claim_of(bit))) requests(x, board, teller, claim_of(bit));
        world w = world_of(&x->now);
        if (world_remove(&w, board)) reach(x, &w, "the function is deleted");
    }
}

exploration explore_anything(uint8_t epochs)
{
    exploration result = { 0 };
    search x = { .epochs = epochs, .result = &result };
    world first = world_first(0, 0), after;
    state s;
    if (epochs >= EPOCHS) return (exploration){ .wrong = "too many epochs to explore" };
    memset(&s, 0, sizeof s);
    memcpy(s.boards, first.boards, sizeof s.boards);
    note(&s);
    states_init(&x.all, sizeof s);
    states_add(&x.all, &s, 0, "it begins");
    for (x.from = 0; x.from < x.all.count && !result.wrong; x.from++) {
        int steps;
        memcpy(&x.now, states_at(&x.all, x.from), sizeof x.now);
        world w = world_of(&x.now);
        result.recoveries++;
        result.wrong = wrong_recovery(&w, NULL, 0, &after, &steps);
        if (result.wrong) states_history(&x.all, x.from, print);
        else expand(&x);
    }
    result.states = x.all.count;
    states_free(&x.all);
    return result;
}
