#include "check.h"

#include <string.h>

#include "np_link.h"

/* How many boards may run the function, and how many have the only good state of it: the owner; a source that has not committed; a target whose
 * source has. */
static void count_owners(const world *w, int *owners, int *holders)
{
    *owners = *holders = 0;
    for (int b = 0; b < BOARDS; b++) {
        claim c = w->boards[b];
        bool owns = world_owns(c), committed = false;
        if (c.state == NP_STATE_INCOMING) {
            claim source = w->boards[c.peer - 1];
            committed = source.state == NP_STATE_MOVED && source.epoch == c.epoch;
        }
        *owners += owns;
        *holders += owns || c.state == NP_STATE_PREPARED || committed;
    }
}

const char *wrong_world(const world *w)
{
    int owners, holders;
    count_owners(w, &owners, &holders);
    if (owners > 1) return "two boards own the function";
    if (holders != !w->removed) return holders ? "the function's state is held twice" : "the function's state is lost";
    return NULL;
}

const char *wrong_step(const world *from, const world *to)
{
    for (int b = 0; b < BOARDS; b++) {
        claim was = from->boards[b], is = to->boards[b];
        if (memcmp(&was, &is, sizeof was) == 0) continue;
        if (is.epoch < was.epoch) return "an epoch has fallen";
        /* With epochs that never fall, this is "refused once, refused for ever". */
        if ((was.state == NP_STATE_MOVED || was.state == NP_STATE_REMOVED) && is.epoch == was.epoch) return "a board goes back on an epoch that it refused";
    }
    return NULL;
}

typedef struct {
    world *w;
    const message *stray;
    int when, steps;
} recovery;

static void ask(world *w, coordinator *k)
{
    message m = coordinator_request(k);
    claim answer;
    bool ok = world_handle(w, &m, &answer);
    coordinator_take(k, !ok, answer);
}

static void stray_arrives(recovery *r)
{
    claim answer;
    world_handle(r->w, r->stray, &answer);
    r->stray = NULL;
}

/* One settling, of a board's own claim and its peer's. */
static void settle(recovery *r, uint8_t board)
{
    claim c = r->w->boards[board - 1];
    bool is_source = c.state == NP_STATE_PREPARED;
    coordinator k;
    coordinator_begin(&k, ASK_TARGET, is_source ? board : c.peer, is_source ? c.peer : board);
    while (k.phase != IDLE) {
        if (r->stray && r->steps == r->when) stray_arrives(r);
        r->steps++;
        ask(r->w, &k);
    }
}

static bool unsettled(claim c) { return c.state == NP_STATE_PREPARED || c.state == NP_STATE_INCOMING; }

static const char *recover(recovery *r)
{
    for (int round = 0; round < 8; round++) {
        bool left = false;
        for (uint8_t b = 1; b <= BOARDS; b++) {
            if (!unsettled(r->w->boards[b - 1])) continue;
            left = true;
            settle(r, b);
            const char *wrong = wrong_world(r->w);
            if (wrong) return wrong;
        }
        if (left) continue;
        if (!r->stray) {
            int owners, holders;
            count_owners(r->w, &owners, &holders);
            return owners == !r->w->removed ? NULL : "settled, and nobody owns the function";
        }
        stray_arrives(r);               /* when all is settled; and again there may be something to settle */
    }
    return "settling has no end";
}

const char *wrong_recovery(const world *from, const message *stray, int when, world *after, int *steps)
{
    *after = *from;
    recovery r = { after, stray, when, 0 };
    const char *wrong = recover(&r);
    *steps = r.steps;
    return wrong;
}

const char *wrong_undisturbed(void)
{
    world w = world_first(0, 0);
    for (uint8_t source = 1; source < BOARDS; source++) {
        coordinator k;
        coordinator_begin(&k, PREPARE, source, (uint8_t)(source + 1));
        while (k.phase != IDLE) ask(&w, &k);
        if (w.boards[source - 1].state != NP_STATE_MOVED || !world_owns(w.boards[source])) return "an undisturbed hand-over does not arrive";
    }
    return NULL;
}
