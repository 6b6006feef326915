/* The rules one by one: which error or answer each claim gives, and what no rule may ever do. */
#include <stdio.h>
#include <string.h>

#include "board/handover.h"
#include "np_errors.h"
#include "np_link.h"

enum { UID = 7, HERE = 1, THERE = 2, ELSEWHERE = 3 };
typedef enum { PREPARE, OFFER, COMMIT, COMMIT_OTHER_RECORD, GO, ABORT, RULES } rule;

typedef struct {
    rule asked;
    np_claim have, other;       /* PREPARE looks at other.peer alone */
    int status;
    uint8_t state;              /* of what is stored */
    uint32_t epoch;
} row;

#define C(name, number, other) { .uid = UID, .state = NP_STATE_##name, .epoch = number, .peer = other }

static const row rows[] = {
    { PREPARE, C(NEW, 1, 0), C(NEW, 0, THERE), NP_CLAIM_STORE, NP_STATE_PREPARED, 2 },
    { PREPARE, C(SUSPENDED, 4, ELSEWHERE), C(NEW, 0, THERE), NP_CLAIM_STORE, NP_STATE_PREPARED, 5 },
    { PREPARE, C(PREPARED, 2, THERE), C(NEW, 0, THERE), NP_CLAIM_KEEP, 0, 0 },
    { PREPARE, C(PREPARED, 2, ELSEWHERE), C(NEW, 0, THERE), NP_E_BOARD_STATE, 0, 0 },
    { PREPARE, C(INCOMING, 2, ELSEWHERE), C(NEW, 0, THERE), NP_E_BOARD_STATE, 0, 0 },
    { PREPARE, C(ENDED, 2, 0), C(NEW, 0, THERE), NP_E_BOARD_STATE, 0, 0 },
    { PREPARE, C(FAILED, 2, 0), C(NEW, 0, THERE), NP_E_BOARD_STATE, 0, 0 },
    { PREPARE, C(MOVED, 2, ELSEWHERE), C(NEW, 0, THERE), NP_E_BOARD_NO_FUNCTION, 0, 0 },
    { PREPARE, C(REMOVED, 2, 0), C(NEW, 0, THERE), NP_E_BOARD_NO_FUNCTION, 0, 0 },
    { PREPARE, C(READY, UINT32_MAX, 0), C(NEW, 0, THERE), NP_E_BOARD_STATE, 0, 0 },
    { PREPARE, C(READY, 1, 0), C(NEW, 0, 0), NP_E_BOARD_STATE, 0, 0 },

    { OFFER, C(MOVED, 2, THERE), C(PREPARED, 3, HERE), NP_CLAIM_STORE, NP_STATE_INCOMING, 3 },
    { OFFER, C(REMOVED, 2, THERE), C(PREPARED, 3, HERE), NP_CLAIM_STORE, NP_STATE_INCOMING, 3 },
    { OFFER, C(INCOMING, 2, ELSEWHERE), C(PREPARED, 3, HERE), NP_CLAIM_STORE, NP_STATE_INCOMING, 3 },
    { OFFER, C(INCOMING, 3, THERE), C(PREPARED, 3, HERE), NP_CLAIM_KEEP, 0, 0 },
    { OFFER, C(READY, 3, THERE), C(PREPARED, 3, HERE), NP_CLAIM_KEEP, 0, 0 },
    { OFFER, C(ENDED, 3, THERE), C(PREPARED, 3, HERE), NP_CLAIM_KEEP, 0, 0 },
    { OFFER, C(INCOMING, 3, ELSEWHERE), C(PREPARED, 3, HERE), NP_E_BOARD_STATE, 0, 0 },
    { OFFER, C(MOVED, 3, THERE), C(PREPARED, 3, HERE), NP_E_BOARD_STATE, 0, 0 },
    { OFFER, C(PREPARED, 3, THERE), C(PREPARED, 3, HERE), NP_E_BOARD_STATE, 0, 0 },
    { OFFER, C(REMOVED, 3, THERE), C(PREPARED, 3, HERE), NP_E_BOARD_EPOCH, 0, 0 },
    { OFFER, C(MOVED, 4, ELSEWHERE), C(PREPARED, 3, HERE), NP_E_BOARD_EPOCH, 0, 0 },
    { OFFER, C(READY, 2, 0), C(PREPARED, 3, HERE), NP_E_BOARD_STATE, 0, 0 },
    { OFFER, C(PREPARED, 2, ELSEWHERE), C(PREPARED, 3, HERE), NP_E_BOARD_STATE, 0, 0 },
    { OFFER, C(MOVED, 2, THERE), C(READY, 3, HERE), NP_E_BOARD_STATE, 0, 0 },
    { OFFER, C(MOVED, 2, THERE), C(PREPARED, 3, ELSEWHERE), NP_E_BOARD_STATE, 0, 0 },

    { COMMIT, C(PREPARED, 2, THERE), C(PREPARED, 2, THERE), NP_CLAIM_STORE, NP_STATE_MOVED, 2 },
    { COMMIT, C(MOVED, 2, THERE), C(PREPARED, 2, THERE), NP_CLAIM_KEEP, 0, 0 },
    { COMMIT, C(READY, 2, THERE), C(PREPARED, 2, THERE), NP_E_BOARD_EPOCH, 0, 0 },
    { COMMIT, C(REMOVED, 2, THERE), C(PREPARED, 2, THERE), NP_E_BOARD_EPOCH, 0, 0 },
    { COMMIT, C(PREPARED, 4, THERE), C(PREPARED, 2, THERE), NP_E_BOARD_EPOCH, 0, 0 },
    { COMMIT, C(READY, 1, 0), C(PREPARED, 2, THERE), NP_E_BOARD_STATE, 0, 0 },
    { COMMIT, C(PREPARED, 2, ELSEWHERE), C(PREPARED, 2, THERE), NP_E_BOARD_STATE, 0, 0 },
    { COMMIT, C(INCOMING, 2, THERE), C(PREPARED, 2, THERE), NP_E_BOARD_STATE, 0, 0 },
    { COMMIT_OTHER_RECORD, C(PREPARED, 2, THERE), C(PREPARED, 2, THERE), NP_E_BOARD_CRC, 0, 0 },
    { COMMIT_OTHER_RECORD, C(MOVED, 2, THERE), C(PREPARED, 2, THERE), NP_CLAIM_KEEP, 0, 0 },

    { GO, C(INCOMING, 2, THERE), C(MOVED, 2, HERE), NP_CLAIM_STORE, NP_STATE_READY, 2 },
    { GO, C(INCOMING, 2, THERE), C(PREPARED, 2, HERE), NP_E_BOARD_STATE, 0, 0 },
    { GO, C(INCOMING, 2, THERE), C(READY, 2, HERE), NP_E_BOARD_STATE, 0, 0 },
    { GO, C(INCOMING, 2, THERE), C(MOVED, 3, HERE), NP_E_BOARD_STATE, 0, 0 },
    { GO, C(SUSPENDED, 2, THERE), C(MOVED, 2, HERE), NP_CLAIM_KEEP, 0, 0 },
    { GO, C(MOVED, 3, THERE), C(MOVED, 2, HERE), NP_CLAIM_KEEP, 0, 0 },
    { GO, C(REMOVED, 2, THERE), C(MOVED, 2, HERE), NP_E_BOARD_EPOCH, 0, 0 },
    { GO, C(MOVED, 2, THERE), C(MOVED, 2, HERE), NP_E_BOARD_STATE, 0, 0 },

    { ABORT, C(PREPARED, 2, THERE), C(PREPARED, 2, THERE), NP_CLAIM_STORE, NP_STATE_READY, 2 },
    { ABORT, C(PREPARED, 3, THERE), C(PREPARED, 2, THERE), NP_E_BOARD_EPOCH, 0, 0 },
    { ABORT, C(PREPARED, 2, THERE), C(PREPARED, 2, ELSEWHERE), NP_E_BOARD_STATE, 0, 0 },
    { ABORT, C(READY, 2, THERE), C(PREPARED, 2, THERE), NP_CLAIM_KEEP, 0, 0 },
    { ABORT, C(READY, 2, THERE), C(READY, 2, HERE), NP_E_BOARD_STATE, 0, 0 },
    { ABORT, C(MOVED, 2, THERE), C(PREPARED, 2, THERE), NP_E_BOARD_STATE, 0, 0 },
    { ABORT, C(MOVED, 4, THERE), C(PREPARED, 2, THERE), NP_E_BOARD_EPOCH, 0, 0 },
    { ABORT, C(REMOVED, 2, THERE), C(READY, 2, HERE), NP_CLAIM_KEEP, 0, 0 },
    { ABORT, C(INCOMING, 2, THERE), C(READY, 2, HERE), NP_CLAIM_STORE, NP_STATE_REMOVED, 2 },
    { ABORT, C(INCOMING, 2, THERE), C(REMOVED, 2, HERE), NP_CLAIM_STORE, NP_STATE_REMOVED, 2 },
    { ABORT, C(INCOMING, 2, THERE), C(PREPARED, 3, ELSEWHERE), NP_CLAIM_STORE, NP_STATE_REMOVED, 2 },
    { ABORT, C(INCOMING, 2, THERE), C(PREPARED, 2, HERE), NP_E_BOARD_STATE, 0, 0 },
    { ABORT, C(INCOMING, 2, THERE), C(MOVED, 2, HERE), NP_E_BOARD_STATE, 0, 0 },
    { ABORT, C(INCOMING, 2, THERE), C(INCOMING, 2, HERE), NP_E_BOARD_STATE, 0, 0 },
    { ABORT, C(INCOMING, 2, THERE), C(MOVED, 1, HERE), NP_E_BOARD_EPOCH, 0, 0 },
};

static int ask(rule asked, const np_claim *have, const np_claim *other, np_claim *next)
{
    switch (asked) {
    case PREPARE: return np_claim_prepare(have, other->peer, next);
    case OFFER: return np_claim_offer(have, other, HERE, THERE, next);
    case COMMIT: return np_claim_commit(have, other, true, next);
    case COMMIT_OTHER_RECORD: return np_claim_commit(have, other, false, next);
    case GO: return np_claim_go(have, other, next);
    default: return np_claim_abort(have, other, next);
    }
}

static unsigned failures;
static void expect(int ok, const char *what, size_t number)
{
    if (ok) return;
    failures++;
    printf("rules: %s, case %zu\n", what, number);
}

static void check_rows(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const row *r = &rows[i];
        np_claim next = { 0 };
        int status = ask(r->asked, &r->have, &r->other, &next);
        expect(status == r->status, "another answer than expected", i);
        expect(next.state == r->state && next.epoch == r->epoch, "another claim than expected", i);
        if (r->asked == OFFER && status == NP_CLAIM_STORE) expect(next.peer == THERE, "the source is not the peer", i);
        if (r->asked == PREPARE && status == NP_CLAIM_STORE) expect(next.peer == r->other.peer, "the target is not the peer", i);
    }
}

/* All small claims, sensible or not: what holds whatever is asked. */
static size_t check_all(void)
{
    size_t number = 0;
    const np_claim nothing = { 0 };
    for (unsigned n = 0; n < RULES * 12u * 12u * 3u * 3u * 4u * 4u; n++) {
        unsigned x = n;
        np_claim have = { .uid = UID }, other = { .uid = UID }, next = { 0 };
        rule asked = (rule)(x % RULES);
        x /= RULES;
        have.state = (uint8_t)(x % 12u), x /= 12u;
        other.state = (uint8_t)(x % 12u), x /= 12u;
        have.epoch = x % 3u, x /= 3u;
        other.epoch = x % 3u, x /= 3u;
        have.peer = x % 4u, x /= 4u;
        other.peer = x % 4u;
        int status = ask(asked, &have, &other, &next);
        if (status == NP_CLAIM_STORE) {
            expect(next.uid == UID && next.epoch >= have.epoch, "another function or an older epoch", n);
            expect(next.epoch > have.epoch || (have.state != NP_STATE_MOVED && have.state != NP_STATE_REMOVED), "a refused epoch is taken back", n);
            expect(!np_claim_owns(&next) || have.state == NP_STATE_INCOMING || have.state == NP_STATE_PREPARED, "an owner from nothing", n);
            np_claim again = { 0 };
            if (asked != OFFER || other.epoch != have.epoch) expect(ask(asked, &next, &other, &again) == NP_CLAIM_KEEP, "done again it does more", n);
        } else {
            expect(memcmp(&next, &nothing, sizeof next) == 0, "a claim without being stored", n);
            expect(status == NP_CLAIM_KEEP || (status <= NP_E_BOARD_REQUEST && status >= NP_E_BOARD_QUOTA), "not an error of boards", n);
        }
        np_claim foreign = other;
        foreign.uid++;
        if (asked != PREPARE) expect(ask(asked, &have, &foreign, &next) < 0, "another function's claim is taken", n);
        number++;
    }
    return number;
}

/* Who may run it. States that are in answers only are no claims. */
static void check_owners(void)
{
    static const uint8_t owners[] = { NP_STATE_NEW, NP_STATE_READY, NP_STATE_SUSPENDED, NP_STATE_ENDED, NP_STATE_FAILED };
    for (unsigned state = 0; state < 256; state++) {
        const np_claim c = { .uid = UID, .state = (uint8_t)state };
        bool owns = memchr(owners, (int)state, sizeof owners) != NULL;
        expect(np_claim_owns(&c) == owns, "another owner than expected", state);
    }
    expect(!np_claim_owns(NULL), "nothing is an owner", 0);
}

/* A board that knows nothing. */
static void check_unknown(void)
{
    const np_claim offer = C(PREPARED, 2, HERE), moved = C(MOVED, 2, HERE);
    np_claim next = { 0 };
    expect(np_claim_prepare(NULL, THERE, &next) == NP_E_BOARD_NO_FUNCTION, "PREPARE of nothing", 0);
    expect(np_claim_commit(NULL, &offer, true, &next) == NP_E_BOARD_NO_FUNCTION, "COMMIT of nothing", 0);
    expect(np_claim_go(NULL, &moved, &next) == NP_E_BOARD_NO_FUNCTION, "GO of nothing", 0);
    expect(np_claim_abort(NULL, &offer, &next) == NP_E_BOARD_NO_FUNCTION, "ABORT of nothing", 0);
    expect(np_claim_offer(NULL, &offer, HERE, HERE, &next) == NP_E_BOARD_STATE, "an offer from itself", 0);
    expect(np_claim_offer(NULL, &offer, HERE, THERE, &next) == NP_CLAIM_STORE && next.state == NP_STATE_INCOMING, "an offer", 0);
}

int main(void)
{
    check_rows();
    check_owners();
    check_unknown();
    size_t all = check_all();
    printf("rules: %zu rows, %zu combinations, %u failures\n", sizeof rows / sizeof *rows, all, failures);
    return failures != 0;
}
