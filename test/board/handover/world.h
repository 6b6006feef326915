/* A world small enough to be explored whole: three boards, two coordinators (hosts that carry a hand-over's messages), and what is on its way
 * between them. The boards' rules are the machine's own code, runtime-c/board/handover.c.
 *
 * What is left out, and why that hides nothing:
 * - A board keeps nothing volatile that the rules look at, so a crash is: it is down, and what reaches it meanwhile is lost.
 * - OFFER stands for WRITE, DATA and END: only END changes a claim.
 * - An answer that its coordinator no longer waits for is dropped, as responses carry the id of their request and a session's number; so
 *   a second copy of an answer does nothing. A request goes on its way whatever its coordinator does: it is then *stray*.
 * - A stray message need never arrive, so its loss is in the exploration without being an action. */
#ifndef NP_HANDOVER_WORLD_H
#define NP_HANDOVER_WORLD_H

#include <stdbool.h>
#include <stdint.h>

enum { BOARDS = 3, COORDINATORS = 2, MESSAGES = 9 };

/* np_claim in few bytes. Boards have the numbers 1 to 3; state 0: the board knows nothing of the function. */
typedef struct {
    uint8_t state, epoch, peer;
} claim;

typedef enum { IDLE, PREPARE, OFFER, COMMIT, GO, ASK_TARGET, ASK_SOURCE, ABORT_SOURCE, ABORT_TARGET } phase;

/* One hand-over from `source` to `target`, or the settling of one: what it waits for an answer to. */
typedef struct {
    uint8_t phase, source, target;
    uint8_t settling;           /* a failure ends it; before, a failure makes it settle */
    uint8_t record;             /* epoch of the record that it knows the target to have (it has END's answer, with the CRC); 0: of none */
    claim claim;                /* what the request in flight is about */
} coordinator;

typedef enum { REQUEST = 1, ANSWER, REFUSAL } message_kind;

typedef struct {
    uint8_t kind;
    uint8_t coordinator;        /* 1 or 2, that waits for the answer; 0: nobody */
    uint8_t phase;              /* of a request: what it asks for */
    uint8_t board;              /* of a request: who is asked */
    uint8_t source;             /* of OFFER */
    claim claim;
} message;

typedef struct {
    claim boards[BOARDS];
    uint8_t up[BOARDS];
    coordinator coordinators[COORDINATORS];
    uint8_t jobs, faults;       /* that may still come */
    uint8_t removed;            /* the function was deleted by its user */
    uint8_t messages;
    message message[MESSAGES];
} world;

/* Each breaks one rule, of a board or of a host, in this test alone: the exploration must notice, or it proves nothing. */
typedef enum {
    WHOLE, GO_WITHOUT_MOVED, GO_OF_ANY_EPOCH, ABORT_AFTER_MOVED, ABORT_KEEPS_EPOCH, ABORT_INCOMING_ALWAYS, COMMIT_OF_ANY_EPOCH, COMMIT_AFTER_ABORT,
    OFFER_OVER_TOMBSTONE, ANSWER_BEFORE_STORING, REMOVE_INCOMING, HOST_COMMITS_UNSTORED, HOST_FORGETS_GO, RULES
} rule;

/* Chooses the rule to break by its name, "" for none. False: there is no such name. */
bool break_rule(const char *name);
bool breaks(rule r);

world world_first(uint8_t jobs, uint8_t faults);

/* Sorts what has no order, so that equal worlds have equal bytes. */
void world_normalise(world *w);

/* Calls `reached` with every world that is one action away; not yet normalised. */
void world_actions(const world *w, void (*reached)(void *context, const world *next, const char *action), void *context);

/* A board does what a request asks for, at once. `answer` is what it says. False: refused. */
bool world_handle(world *w, const message *request, claim *answer);

/* The user deletes the function on a board that owns it (a number from 1); false: it does not. */
bool world_remove(world *w, uint8_t board);

bool world_owns(claim c);

/* A coordinator's steps without a network, for what must work when nothing fails any more: begin, then ask and take answers until IDLE. */
void coordinator_begin(coordinator *k, phase first, uint8_t source, uint8_t target);
message coordinator_request(const coordinator *k);
void coordinator_take(coordinator *k, bool refused, claim answer);

void world_print(const world *w);

#endif
