/* Invocations: an event goes into the function's mailbox, its answer waits in the function's arena until the host has fetched it. A function
 * answers one at a time. */
#include "board_state.h"
#include "bytes.h"

#include <string.h>

enum { PREFIX_BYTES = 80, ID_BYTES = 16, FIRST_PART = 384 };

static const uint64_t PATIENCE_AFTER_ANSWER = 10u * 1000000u;

static void put_id(const np_board *b, const np_call *call, uint8_t id[ID_BYTES])
{
    uint64_t n = (uint64_t)b->boots << 32 | call->number;
    for (uint32_t i = 0; i < ID_BYTES; i++) {
        uint32_t digit = (uint32_t)(n >> (60u - 4u * i)) & 15u;
        id[i] = (uint8_t)(digit < 10 ? '0' + digit : 'a' + digit - 10);
    }
}

static uint8_t *put_number(uint8_t *to, uint32_t n)
{
    to = np_put_decimal(to, n);
    *to++ = '\n';
    return to;
}

/* What goes before the event's JSON: what the handler's context shows. */
static uint32_t put_prefix(uint8_t *to, const np_function_head *head)
{
    uint32_t name = np_name_length(head->name);
    uint8_t *at = to + name;
    memcpy(to, head->name, name);
    *at++ = '\n';
    at = put_number(at, head->version);
    at = put_number(at, (head->heap + (1u << 20) - 1u) >> 20);
    at = put_number(at, head->timeout_ms);
    return (uint32_t)(at - to);
}

static uint32_t block_of(const np_call *call, const np_board *b) { return (uint32_t)(call - b->calls); }

static void release(np_board *b, np_call *call)
{
    np_pool_remove(&b->pool, NP_BLOCK_EVENT, block_of(call, b));
    call->stage = NP_CALL_FREE;
}

bool np_has_handler(const np_board *b, uint64_t build)
{
    np_record_info image;
    if (np_find_image(b, build, &image) < 0) return false;
    return np_whole(np_store_mapped(&b->store, image.at)[NP_IMG_MODULE_COUNT]) & NP_IMG_HAS_HANDLER;
}

/* The response is an error; it goes out when the link has room. */
static void refuse(np_board *b, np_call *call, int error)
{
    release(b, call);
    call->stage = NP_CALL_REFUSED;
    call->function = NP_NONE_INDEX;
    call->error = (int16_t)error;
    call->until = call->patience = NP_NEVER;
}

/* The handler goes on. Its time limit still counts, else one that hangs would never be stopped. */
static void nobody_waits(np_board *b, np_call *call)
{
    call->link = NP_NO_LINK;
    call->patience = NP_NEVER;
    if (call->until == NP_NEVER) release(b, call);
}

int np_call_begin(np_board *b, uint32_t link, uint32_t request, uint32_t function, uint32_t timeout_ms, const uint8_t *event, uint32_t bytes)
{
    np_function_head head;
    uint8_t prefix[PREFIX_BYTES];
    uint32_t slot = 0;
    while (slot < NP_CALLS && b->calls[slot].stage != NP_CALL_FREE) slot++;
    if (slot == NP_CALLS) return NP_E_BOARD_BUSY;
    int error = np_read_head(b, function, &head);
    if (error < 0) return error;
    if (!np_has_handler(b, head.image)) return NP_E_BOARD_NO_HANDLER;
    np_entry *e = np_entry_of(b, function);
    bool restart = e->state == NP_STATE_FAILED || e->state == NP_STATE_ENDED;
    if (!restart && e->state != NP_STATE_READY && e->state != NP_STATE_NEW) return NP_E_BOARD_STATE;
    const uint8_t *uploaded = event ? NULL : np_pool_find(&b->pool, NP_BLOCK_EVENT, NP_UPLOADED_EVENT + link);
    if (!event && !uploaded) return NP_E_BOARD_REQUEST;
    if (uploaded) bytes = np_get32(uploaded);
    if (uploaded && bytes == 0) return NP_E_BOARD_REQUEST;      /* it has not come whole */
    uint32_t prefix_bytes = put_prefix(prefix, &head), all = 4u + prefix_bytes + bytes;
    if (!np_make_room(b, all, function)) return NP_E_BOARD_FULL;
    uint8_t *block = np_pool_add(&b->pool, NP_BLOCK_EVENT, slot, all);
    if (block == NULL) return NP_E_BOARD_FULL;
    np_put32(block, prefix_bytes + bytes);
    memcpy(block + 4, prefix, prefix_bytes);
    if (!event) event = (const uint8_t *)np_pool_find(&b->pool, NP_BLOCK_EVENT, NP_UPLOADED_EVENT + link) + 4;
    memcpy(block + 4 + prefix_bytes, event, bytes);
    np_pool_remove(&b->pool, NP_BLOCK_EVENT, NP_UPLOADED_EVENT + link);
    uint64_t now = np_now(b);
    if (restart) {              /* a cold start: what was in its memory is gone */
        e = np_entry_of(b, function);
        e->state = NP_STATE_NEW;
        e->flags = NP_IN_RESTART;
        e->time = np_ms(now);
    }
    b->calls[slot] = (np_call){ .stage = NP_CALL_WAITS, .link = (uint8_t)link, .function = (uint16_t)function, .request = (uint16_t)request,
                                .number = ++b->invocations, .patience = timeout_ms ? now + (uint64_t)timeout_ms * 1000u : NP_NEVER, .until = NP_NEVER };
    return 0;
}

/* Puts the event into the mailbox, as soon as the function is in RAM and has answered the one before. */
static void deliver(np_board *b, np_call *call)
{
    uint8_t id[ID_BYTES];
    for (uint32_t i = 0; i < NP_CALLS; i++)
        if (b->calls[i].function == call->function && (b->calls[i].stage == NP_CALL_RUNS || b->calls[i].stage == NP_CALL_ANSWERED)) return;
    np_entry *e = np_entry_of(b, call->function);
    if (!(e->flags & NP_IN_RESIDENT)) {
        e->wanted = 1;              /* the scheduler brings it */
        return;
    }
    if (!(e->flags & NP_IN_EVENT)) return;              /* it is still busy, perhaps with its module's body */
    put_id(b, call, id);
    np_vm *vm = np_machine_of(b, call->function);
    /* The event lies in the pool: where the arena grows for it, it moves. */
    uint32_t bytes = np_get32(np_pool_find(&b->pool, NP_BLOCK_EVENT, block_of(call, b)));
    bool has_room = np_post_room(vm, sizeof id, bytes);
    const uint8_t *block = np_pool_find(&b->pool, NP_BLOCK_EVENT, block_of(call, b));
    int error = has_room ? np_post(vm, NP_EVENT_INVOCATION, id, sizeof id, block + 4, bytes, true) : NP_E_ARENA_TOO_SMALL;
    if (error == NP_E_BOARD_FULL) return;
    if (error < 0) {
        refuse(b, call, error == NP_E_ARENA_TOO_SMALL ? NP_E_BOARD_TOO_LONG : error);
        return;
    }
    np_pool_remove(&b->pool, NP_BLOCK_EVENT, block_of(call, b));
    np_resident *r = np_resident_of(b, call->function);
    if (r->invocation) {
        uint64_t limit = np_instructions(vm) + r->invocation;
        r->limit = limit < r->total ? limit : r->total;
        np_set_max_instructions(vm, r->limit);
    }
    call->until = r->timeout_ms ? np_now(b) + (uint64_t)r->timeout_ms * 1000u : NP_NEVER;
    call->stage = NP_CALL_RUNS;
    np_wake(b, call->function);
}

/* Sends the answer, or its beginning. */
static void answer(np_board *b, np_call *call)
{
    uint8_t body[8 + FIRST_PART];
    const uint32_t *id;
    uint32_t status, id_bytes, bytes;
    np_vm *vm = np_machine_of(b, call->function);
    const uint32_t *text = np_answer(vm, &status, &id, &id_bytes, &bytes);
    if (call->link == NP_NO_LINK) {
        np_answer_taken(vm);
        release(b, call);
        return;
    }
    const np_link *link = &b->port->links[call->link];
    uint32_t part = bytes < FIRST_PART ? bytes : FIRST_PART;
    if (part > link->payload - 12u) part = link->payload - 12u;
    if (text == NULL || np_link_room(link) < part + 12u) return;
    memset(body, 0, 8);
    body[0] = status == 0;
    np_put32(body + 4, bytes);
    np_copy_any(body + 8, text, part);
    np_respond(b, call->link, call->request, 0, body, 8 + part);
    call->answered = true;
    call->until = np_now(b) + PATIENCE_AFTER_ANSWER;
    if (part < bytes) return;
    np_answer_taken(vm);
    release(b, call);
}

int np_call_read(np_board *b, uint32_t link, uint32_t function, uint32_t offset, uint8_t *to, uint32_t capacity, uint32_t *length)
{
    const uint32_t *id;
    uint32_t status, id_bytes, bytes;
    for (np_call *call = b->calls; call < b->calls + NP_CALLS; call++) {
        if (call->stage != NP_CALL_ANSWERED || !call->answered || call->function != function || call->link != link) continue;
        np_vm *vm = np_machine_of(b, function);
        const uint32_t *text = np_answer(vm, &status, &id, &id_bytes, &bytes);
        if (text == NULL || offset > bytes) return NP_E_BOARD_OFFSET;
        *length = bytes - offset < capacity ? bytes - offset : capacity;
        np_copy_any(to, (const uint8_t *)text + offset, *length);
        if (offset + *length == bytes) {
            np_answer_taken(vm);
            release(b, call);
        } else {
            call->until = np_now(b) + PATIENCE_AFTER_ANSWER;
        }
        return 0;
    }
    return NP_E_BOARD_STATE;
}

void np_calls_after_slice(np_board *b, uint32_t function)
{
    uint8_t mine[ID_BYTES], its[ID_BYTES];
    const uint32_t *id;
    uint32_t status, id_bytes, bytes;
    if (np_answer(&b->vm, &status, &id, &id_bytes, &bytes) == NULL) return;
    np_resident *r = np_resident_of(b, function);
    r->limit = r->total;
    np_set_max_instructions(&b->vm, r->limit);
    if (id_bytes == ID_BYTES) {
        np_copy_any(its, id, ID_BYTES);
        for (np_call *call = b->calls; call < b->calls + NP_CALLS; call++) {
            if (call->function != function || (call->stage != NP_CALL_RUNS && call->stage != NP_CALL_ANSWERED)) continue;
            put_id(b, call, mine);
            if (memcmp(mine, its, ID_BYTES) != 0) continue;
            if (call->stage == NP_CALL_RUNS) {
                call->stage = NP_CALL_ANSWERED;
                call->answered = false;
                call->until = NP_NEVER;
            }
            return;
        }
    }
    np_answer_taken(&b->vm);        /* nobody waits for it any more */
}

/* Nobody fetches the rest of an answer. A function that was swapped out with it offers it anew when it comes back, and goes on then. */
static void leave_answer(np_board *b, const np_call *call)
{
    if (np_resident_of(b, call->function)) np_answer_taken(np_machine_of(b, call->function));
}

void np_calls_pump(np_board *b)
{
    uint64_t now = np_now(b);
    for (np_call *call = b->calls; call < b->calls + NP_CALLS; call++) {
        if (call->stage == NP_CALL_WAITS) deliver(b, call);
        if (call->stage == NP_CALL_ANSWERED && !call->answered) answer(b, call);
        if (call->stage == NP_CALL_REFUSED && np_link_room(&b->port->links[call->link]) >= 4u) {
            np_respond(b, call->link, call->request, call->error, NULL, 0);
            release(b, call);
        }
        if (call->stage == NP_CALL_FREE || call->stage == NP_CALL_REFUSED) continue;
        if (call->stage == NP_CALL_RUNS && now >= call->until) {
            np_fail(b, call->function, "TimeoutError: the invocation took longer than the function's time limit");
        } else if (call->stage == NP_CALL_ANSWERED && now >= call->until) {     /* the rest of the answer was not fetched */
            leave_answer(b, call);
            release(b, call);
        } else if (call->stage == NP_CALL_WAITS && now >= call->patience) {
            refuse(b, call, NP_E_BOARD_TIMEOUT);
        } else if (call->stage == NP_CALL_RUNS && now >= call->patience && np_link_room(&b->port->links[call->link]) >= 4u) {
            np_respond(b, call->link, call->request, NP_E_BOARD_TIMEOUT, NULL, 0);
            nobody_waits(b, call);
        }
    }
}

void np_calls_failed(np_board *b, uint32_t function, int error)
{
    uint64_t now = np_now(b);
    for (np_call *call = b->calls; call < b->calls + NP_CALLS; call++) {
        if (call->stage == NP_CALL_FREE || call->stage == NP_CALL_REFUSED || call->function != function) continue;
        if (call->answered || call->link == NP_NO_LINK) release(b, call);
        else refuse(b, call, call->until <= now ? NP_E_BOARD_TIMEOUT : error);
    }
}

void np_calls_of_link_end(np_board *b, uint32_t link)
{
    if (b->upload.kind == NP_UPLOAD_EVENT && b->upload.link == link) np_upload_drop(b);
    np_pool_remove(&b->pool, NP_BLOCK_EVENT, NP_UPLOADED_EVENT + link);
    for (np_call *call = b->calls; call < b->calls + NP_CALLS; call++) {
        if (call->stage == NP_CALL_FREE || call->link != link) continue;
        if (call->stage == NP_CALL_RUNS) {
            nobody_waits(b, call);
            continue;
        }
        if (call->stage == NP_CALL_ANSWERED) leave_answer(b, call);
        release(b, call);
    }
}

bool np_calls_want(const np_board *b, uint32_t function)
{
    for (const np_call *call = b->calls; call < b->calls + NP_CALLS; call++)
        if (call->stage != NP_CALL_FREE && call->function == function) return true;
    return false;
}

uint64_t np_calls_due(const np_board *b)
{
    uint64_t due = NP_NEVER;
    for (const np_call *call = b->calls; call < b->calls + NP_CALLS; call++) {
        if (call->stage == NP_CALL_FREE) continue;
        if (call->until < due) due = call->until;
        if (call->patience < due) due = call->patience;
    }
    return due;
}
