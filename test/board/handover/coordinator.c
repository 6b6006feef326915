/* What a host does: the four steps of a hand-over, and settling, as runtime-c/board/handover.h says. */
#include <string.h>

#include "world.h"
#include "np_link.h"

static void stop(coordinator *k) { memset(k, 0, sizeof *k); }

static void proceed(coordinator *k, phase next, claim about)
{
    k->phase = (uint8_t)next;
    k->claim = about;
}

void coordinator_begin(coordinator *k, phase first, uint8_t source, uint8_t target)
{
    stop(k);
    k->phase = (uint8_t)first;
    k->source = source;
    k->target = target;
    k->settling = first == ASK_TARGET;
}

message coordinator_request(const coordinator *k)
{
    message m = { .kind = REQUEST, .phase = k->phase, .claim = k->claim };
    bool to_target = k->phase == OFFER || k->phase == GO || k->phase == ASK_TARGET || k->phase == ABORT_TARGET;
    m.board = to_target ? k->target : k->source;
    if (k->phase == OFFER) m.source = k->source;
    if (k->phase == PREPARE) m.claim = (claim){ .peer = k->target };
    if (k->phase == ASK_SOURCE || k->phase == ASK_TARGET) m.claim = (claim){ 0 };
    return m;
}

/* Both have told what they know: the target first, so that what the source says is never older. */
static void decide(coordinator *k, claim at_target, claim at_source)
{
    bool incoming = at_target.state == NP_STATE_INCOMING && at_target.peer == k->source;
    bool between_these = at_source.peer == k->target;
    if (at_source.state == NP_STATE_PREPARED && between_these) {
        bool whole = incoming && at_target.epoch == at_source.epoch && k->record == at_source.epoch;
        if (breaks(HOST_COMMITS_UNSTORED)) whole = true;
        proceed(k, whole ? COMMIT : ABORT_SOURCE, at_source);
    } else if (at_source.state == NP_STATE_MOVED && between_these) {
        if (breaks(HOST_FORGETS_GO)) stop(k);
        else proceed(k, GO, at_source);
    } else if (incoming && at_source.state) {
        proceed(k, ABORT_TARGET, at_source);
    } else {
        stop(k);
    }
}

void coordinator_take(coordinator *k, bool refused, claim answer)
{
    if (refused) {
        if (k->settling) {
            stop(k);
        } else {
            k->settling = true;
            proceed(k, ASK_TARGET, (claim){ 0 });
        }
        return;
    }
    switch ((phase)k->phase) {
    case PREPARE: proceed(k, OFFER, answer); break;
    case OFFER:
        k->record = k->claim.epoch;
        proceed(k, COMMIT, k->claim);
        break;
    case COMMIT: proceed(k, GO, answer); break;
    case ASK_TARGET: proceed(k, ASK_SOURCE, answer); break;
    case ASK_SOURCE: decide(k, k->claim, answer); break;
    case ABORT_SOURCE: proceed(k, ABORT_TARGET, answer); break;
    case IDLE:
    case GO:
    case ABORT_TARGET: stop(k); break;
    }
}
