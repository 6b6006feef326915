/* The host's requests, by their numbers. Bodies are drawn in bytecode/LINK.md and link.def. */
#include "board_state.h"
#include "bytes.h"

#include <string.h>

enum { BODY_BYTES = 496, HEAD_BYTES = 4 };

typedef struct {
    np_board *b;
    uint32_t link, id;
    const uint8_t *body;
    uint32_t length;
    uint8_t *answer;            /* BODY_BYTES of room, word aligned */
    uint32_t answer_length;
    bool later;                 /* the response comes by and by, or not at all */
} request;

void np_respond(np_board *b, uint32_t link, uint32_t id, int status, const void *body, uint32_t length)
{
    uint8_t head[HEAD_BYTES];
    np_put16(np_put16(head, id), (uint32_t)status);
    np_link_send(&b->port->links[link], NP_CHANNEL_REQUESTS, head, sizeof head, body, length);
}

/* --- bodies ----------------------------------------------------------------------------------------------------- */

/* The function that the name at `offset`, the last field, means. */
static int named(const request *r, uint32_t offset, uint32_t *index)
{
    if (r->length < offset + 1u || r->length - offset - 1u < r->body[offset]) return NP_E_BOARD_REQUEST;
    *index = np_find_name(r->b, r->body + offset + 1, r->body[offset]);
    return *index == NP_NONE_INDEX ? NP_E_BOARD_NO_FUNCTION : 0;
}

static uint8_t *put_name(uint8_t *to, const uint8_t *name)
{
    uint32_t n = np_name_length(name);
    *to++ = (uint8_t)n;
    memcpy(to, name, n);
    return to + n;
}

static uint8_t *put_text(uint8_t *to, const char *text)
{
    uint32_t n = np_copy_text(to + 1, text, NP_NAME_BYTES);
    to[0] = (uint8_t)n;
    return to + 1 + n;
}

/* What a snapshot's head tells of a function that lies in flash. */
static void stored_counts(const np_board *b, const np_entry *e, uint32_t length, uint64_t *instructions, uint64_t *written)
{
    uint32_t words[NP_SNAP_HEAD_WORDS];
    *instructions = *written = 0;
    if (e->state == NP_STATE_FAILED || length < sizeof(np_function_head) + sizeof words) return;
    if (np_store_read(&b->store, e->at, sizeof(np_function_head), words, sizeof words) == 0) np_snapshot_counts(words, instructions, written);
}

static uint8_t shown_state(const np_entry *e)
{
    if (e->state != NP_STATE_READY && e->state != NP_STATE_NEW) return e->state;
    if (!(e->flags & NP_IN_WAITING)) return e->state;
    return e->flags & NP_IN_RESIDENT ? NP_STATE_WAITING : NP_STATE_SWAPPED;
}

static int put_entry(request *r, uint32_t index)
{
    const np_board *b = r->b;
    np_function_head head;
    np_record_info record;
    const np_entry *e = np_entry_of(b, index);
    int error = np_read_head(b, index, &head);
    if (error == 0) error = np_store_info(&b->store, e->at, &record);
    if (error < 0) return error;
    const np_resident *in = e->flags & NP_IN_RESIDENT ? np_resident_of(b, index) : NULL;
    uint64_t instructions, written;
    uint32_t events = 0, wakes = 0xFFFFFFFFu, flags = (in ? 1u : 0) | (e->flags & NP_IN_TIMED ? 2u : 0) | (e->flags & NP_IN_EVENT ? 4u : 0);
    if (in) {
        const np_vm *vm = np_machine_of(r->b, index);
        instructions = np_instructions(vm);
        written = np_written(vm);
        events = np_events(vm);
        e = np_entry_of(b, index);
    } else {
        stored_counts(b, e, record.length, &instructions, &written);
        if (e->state == NP_STATE_ENDED || e->state == NP_STATE_FAILED) written = head.written;
    }
    if (e->flags & NP_IN_TIMED) {
        uint64_t now = np_now(b);
        if (in) wakes = in->wake_at > now ? np_ms(in->wake_at - now) : 0;
        else wakes = (int32_t)(e->time - np_ms(now)) > 0 ? e->time - np_ms(now) : 0;
    }
    if (np_has_handler(b, head.image)) flags |= 8u;
    uint8_t *to = np_put64(np_put64(r->answer, head.claim.uid), head.image);
    to = np_put32(np_put32(to, head.version), head.claim.epoch);
    *to++ = shown_state(e);
    *to++ = (uint8_t)flags;
    to = np_put16(to, events);
    to = np_put32(np_put32(to, in ? in->arena_bytes : 0), record.length);
    to = np_put64(np_put64(to, instructions), written);
    to = np_put32(np_put32(np_put32(to, wakes), head.heap), (uint32_t)head.exit_code);
    r->answer_length = (uint32_t)(put_name(to, head.name) - r->answer);
    return 0;
}

/* --- requests --------------------------------------------------------------------------------------------------- */

static int info(request *r)
{
    enum { IS_SAFE = 1, HAS_FAULT = 2 };
    const np_board *b = r->b;
    const np_flash *flash = &b->port->flash;
    uint32_t functions = 0;
    for (uint32_t i = 0; i < b->entries; i++) functions += np_entry_of(b, i)->at != NP_NO_RECORD;
    uint8_t *to = np_put16(np_put16(np_put16(np_put16(r->answer, NP_ABI_VERSION), NP_IMAGE_VERSION), NP_SNAPSHOT_VERSION), b->boots);
    to = np_put64(to, b->port->board_id);
    to = np_put64(to, np_image_build(np_prelude));
    to = np_put32(np_put32(np_put32(np_put32(to, b->pool.bytes), np_pool_room(&b->pool)), flash->sectors), flash->window);
    to = np_put32(np_put16(np_put16(to, functions), b->port->link_count), np_ms(np_now(b)));
    to = put_text(put_name(to, b->name), b->port->platform);
    const np_board_fault *fault = b->port->fault;
    *to++ = (uint8_t)((b->safe ? IS_SAFE : 0) | (fault ? HAS_FAULT : 0));
    to = np_put32(np_put32(np_put16(to, fault ? fault->cause : 0), fault ? fault->pc : 0), fault ? fault->address : 0);
    r->answer_length = (uint32_t)(to - r->answer);
    return 0;
}

static int list(request *r)
{
    if (r->length != 2) return NP_E_BOARD_REQUEST;
    uint32_t wanted = np_get16(r->body);
    for (uint32_t i = 0; i < r->b->entries; i++)
        if (np_entry_of(r->b, i)->at != NP_NO_RECORD && wanted-- == 0) return put_entry(r, i);
    return NP_E_BOARD_NO_FUNCTION;
}

static int stat_named(request *r)
{
    uint32_t index;
    int error = named(r, 0, &index);
    return error < 0 ? error : put_entry(r, index);
}

static int change(request *r, int (*to)(np_board *b, uint32_t index))
{
    uint32_t index;
    int error = named(r, 0, &index);
    if (error == 0) error = to(r->b, index);
    if (error == 0 && to == np_remove) r->b->safe = false;
    return error < 0 || to == np_remove ? error : put_entry(r, index);
}

static int has_image(request *r)
{
    const uint32_t *image;
    uint32_t length;
    if (r->length != 8) return NP_E_BOARD_REQUEST;
    bool has = np_locate_image(r->b, np_get64(r->body), &image, &length) == 0;
    r->answer_length = (uint32_t)(np_put32(r->answer, has ? length : 0) - r->answer);
    return 0;
}

static int deploy(request *r)
{
    np_function_head head;
    int error = np_deploy(r->b, r->body, r->length, &head);
    if (error == 0) r->answer_length = (uint32_t)(np_put32(np_put64(r->answer, head.claim.uid), head.version) - r->answer);
    if (error == 0) r->b->safe = false;
    return error;
}

static int read_record(request *r)
{
    np_record_info record;
    if (r->length != 18) return NP_E_BOARD_REQUEST;
    uint32_t index = np_find_uid(r->b, np_get64(r->body)), epoch = np_get32(r->body + 8), offset = np_get32(r->body + 12), count = np_get16(r->body + 16);
    if (index == NP_NONE_INDEX) return NP_E_BOARD_NO_FUNCTION;
    np_function_head head;
    int error = np_read_head(r->b, index, &head);
    if (error == 0) error = np_store_info(&r->b->store, np_entry_of(r->b, index)->at, &record);
    if (error < 0) return error;
    if (head.claim.epoch != epoch) return NP_E_BOARD_EPOCH;
    if (head.claim.state != NP_STATE_PREPARED && head.claim.state != NP_STATE_SUSPENDED && head.claim.state != NP_STATE_FAILED) return NP_E_BOARD_STATE;
    if (offset % 4 || count % 4 || offset > record.length) return NP_E_BOARD_REQUEST;
    if (count > BODY_BYTES) count = BODY_BYTES;
    if (count > record.length - offset) count = record.length - offset;
    error = np_store_read(&r->b->store, record.at, offset, r->answer, count);
    if (error == 0) r->answer_length = count;
    return error;
}

static int read_image(request *r)
{
    const uint32_t *image;
    uint32_t length;
    if (r->length != 14) return NP_E_BOARD_REQUEST;
    uint32_t offset = np_get32(r->body + 8), count = np_get16(r->body + 12);
    if (np_locate_image(r->b, np_get64(r->body), &image, &length) < 0) return NP_E_BOARD_NO_IMAGE;
    if (offset > length) return NP_E_BOARD_REQUEST;
    if (count > BODY_BYTES) count = BODY_BYTES;
    if (count > length - offset) count = length - offset;
    np_copy_any(r->answer, (const uint8_t *)image + offset, count);
    r->answer_length = count;
    return 0;
}

static int invoke(request *r)
{
    uint32_t index;
    int error = r->length < 8 ? NP_E_BOARD_REQUEST : named(r, 8, &index);
    if (error < 0) return error;
    uint32_t from = 9u + r->body[8], bytes = np_get32(r->body + 4);
    if (bytes != r->length - from) return NP_E_BOARD_REQUEST;
    if (r->b->safe) return NP_E_BOARD_SAFE_MODE;
    error = np_call_begin(r->b, r->link, r->id, index, np_get32(r->body), bytes ? r->body + from : NULL, bytes);
    r->later = error == 0;
    return error;
}

static int answer(request *r)
{
    uint32_t index;
    int error = r->length < 4 ? NP_E_BOARD_REQUEST : named(r, 4, &index);
    return error < 0 ? error : np_call_read(r->b, r->link, index, np_get32(r->body), r->answer, BODY_BYTES, &r->answer_length);
}

static int uid_named(request *r, uint32_t offset, np_function_head *head)
{
    uint32_t index;
    int error = named(r, offset, &index);
    return error < 0 ? error : np_read_head(r->b, index, head);
}

static int follow(request *r)
{
    np_function_head head;
    if (r->length < 10) return NP_E_BOARD_REQUEST;
    uint64_t position = np_get64(r->body), uid = 0, oldest = 0;
    bool on = r->body[8], all = r->body[9] == 0;
    if (!all) {
        int error = uid_named(r, 9, &head);
        if (error < 0 && !on) error = 0;
        if (error < 0) return error;
        uid = head.claim.uid;
        oldest = np_log_oldest(r->b, uid, position);
    }
    np_log_follow(r->b, r->link, !on ? 0 : all ? 2 : 1, uid, position);
    r->answer_length = (uint32_t)(np_put64(np_put64(r->answer, uid), oldest) - r->answer);
    return 0;
}

static int attach(request *r)
{
    np_function_head head;
    if (r->length < 2) return NP_E_BOARD_REQUEST;
    int error = uid_named(r, 1, &head);
    bool on = r->body[0], mine = r->b->input.open && r->b->input.link == r->link;
    if (error == NP_E_BOARD_NO_FUNCTION && !on && mine) {       /* it has been removed meanwhile: others may attach again */
        head.claim.uid = r->b->input.uid;
        error = 0;
    }
    if (error < 0) return error;
    if (r->b->input.open && !mine) return NP_E_BOARD_BUSY;
    memset(&r->b->input, 0, sizeof r->b->input);
    r->b->input.open = on;
    r->b->input.link = (uint8_t)r->link;
    r->b->input.uid = head.claim.uid;
    r->answer_length = (uint32_t)(np_put64(r->answer, head.claim.uid) - r->answer);
    return 0;
}

static int prepare(request *r)
{
    uint32_t index;
    np_function_head head;
    np_record_info record;
    int error = r->length < 9 ? NP_E_BOARD_REQUEST : named(r, 8, &index);
    if (error == 0) error = np_move_prepare(r->b, index, np_get64(r->body), &head, &record);
    if (error < 0) return error;
    uint8_t *to = np_put32(np_put32(np_put_claim(r->answer, &head.claim), record.length), record.crc);
    const uint32_t *image;
    uint32_t bytes;
    to = np_put64(to, head.image);
    to = np_put64(to, np_locate_image(r->b, head.image, &image, &bytes) == 0 ? np_image_prelude(image) : 0);
    r->answer_length = (uint32_t)(to - r->answer);
    return 0;
}

static int move_step(request *r, uint32_t number)
{
    np_claim claim;
    int error = np_move_step(r->b, number, r->body, r->length, &claim);
    if (error == 0) r->answer_length = (uint32_t)(np_put_claim(r->answer, &claim) - r->answer);
    return error;
}

static int claim(request *r)
{
    np_claim known;
    if (r->length != 8) return NP_E_BOARD_REQUEST;
    if (!np_known_claim(r->b, np_get64(r->body), &known)) return NP_E_BOARD_NO_FUNCTION;
    r->answer_length = (uint32_t)(np_put_claim(r->answer, &known) - r->answer);
    return 0;
}

static int stats(request *r)
{
    const np_board *b = r->b;
    np_store_usage use;
    uint32_t resident = 0;
    np_store_get_usage(&b->store, &use);
    for (const np_block *block = np_pool_next(&b->pool, NULL); block; block = np_pool_next(&b->pool, block)) resident += block->kind == NP_BLOCK_RESIDENT;
    uint8_t *to = np_put32(np_put32(np_put32(r->answer, use.sectors_free), use.live_bytes), use.dead_bytes);
    to = np_put32(np_put32(np_put32(to, use.least_erased), use.most_erased), use.erases);
    to = np_put32(np_put32(np_put32(np_put32(to, b->swaps_out), b->swaps_in), resident), b->pool.peak);
    r->answer_length = (uint32_t)(np_put64(to, b->instructions) - r->answer);
    return 0;
}

static int rename_board(request *r)
{
    if (r->length < 1 || r->length != 1u + r->body[0]) return NP_E_BOARD_REQUEST;
    if (!np_name_ok(r->body + 1, r->body[0])) return NP_E_BOARD_NAME;
    uint8_t before[NP_NAME_BYTES];
    memcpy(before, r->b->name, sizeof before);
    memset(r->b->name, 0, sizeof r->b->name);
    memcpy(r->b->name, r->body + 1, r->body[0]);
    int error = np_save_config(r->b);
    if (error < 0) memcpy(r->b->name, before, sizeof before);
    return error;
}

static int restart(request *r)
{
    if (r->length != 1) return NP_E_BOARD_REQUEST;
    int error = np_power_leave(r->b, r->link, r->id, r->body[0]);
    r->later = error == 0;
    return error;
}

static int set_rate(request *r)
{
    const np_board_port *port = r->b->port;
    if (r->length != 4) return NP_E_BOARD_REQUEST;
    uint32_t rate = np_get32(r->body);
    if (port->set_rate == NULL || port->set_rate(port->context, r->link, rate) < 0) return NP_E_BOARD_RATE;
    r->answer_length = (uint32_t)(np_put32(r->answer, rate) - r->answer);
    return 0;
}

static int install(request *r)
{
    int error = np_update_install(r->b, r->link, r->id, r->body, r->length);
    r->later = error == 0;
    return error;
}

static int write_upload(request *r)
{
    uint32_t from;
    int error = np_upload_begin(r->b, r->link, r->body, r->length, &from);
    if (error == 0) r->answer_length = (uint32_t)(np_put32(r->answer, from) - r->answer);
    return error;
}

static int data(request *r)
{
    int error = np_upload_data(r->b, r->link, r->body, r->length);
    r->later = error == 0;
    return error;
}

static int handle(request *r, uint32_t number)
{
    const np_wifi_port *wifi = r->b->port->wifi;
    switch (number) {
    case NP_REQ_INFO: return info(r);
    case NP_REQ_LIST: return list(r);
    case NP_REQ_STAT: return stat_named(r);
    case NP_REQ_HAS_IMAGE: return has_image(r);
    case NP_REQ_WRITE: return write_upload(r);
    case NP_REQ_DATA: return data(r);
    case NP_REQ_END: return np_upload_end(r->b, r->link, r->body, r->length, r->answer, &r->answer_length);
    case NP_REQ_DEPLOY: return deploy(r);
    case NP_REQ_REMOVE: return change(r, np_remove);
    case NP_REQ_SUSPEND: return change(r, np_suspend);
    case NP_REQ_RESUME: return change(r, np_continue);
    case NP_REQ_READ: return read_record(r);
    case NP_REQ_READ_IMAGE: return read_image(r);
    case NP_REQ_INVOKE: return invoke(r);
    case NP_REQ_ANSWER: return answer(r);
    case NP_REQ_FOLLOW: return follow(r);
    case NP_REQ_ATTACH: return attach(r);
    case NP_REQ_PREPARE: return prepare(r);
    case NP_REQ_COMMIT:
    case NP_REQ_GO:
    case NP_REQ_ABORT: return move_step(r, number);
    case NP_REQ_CLAIM: return claim(r);
    case NP_REQ_STATS: return stats(r);
    case NP_REQ_RENAME: return rename_board(r);
    case NP_REQ_RESTART: return restart(r);
    case NP_REQ_FIRMWARE: return np_update_tell(r->b, r->answer, &r->answer_length);
    case NP_REQ_INSTALL: return install(r);
    case NP_REQ_WIFI: return wifi ? wifi->part->take(r->b, r->body, r->length) : NP_E_WIFI_NONE;
    case NP_REQ_WIFI_STATUS: return wifi ? wifi->part->tell(r->b, r->answer, &r->answer_length) : NP_E_WIFI_NONE;
    case NP_REQ_RATE: return set_rate(r);
    default: return NP_E_BOARD_UNKNOWN_REQUEST;
    }
}

/* --- messages --------------------------------------------------------------------------------------------------- */

static bool on_stdin(np_board *b, uint32_t link, const uint8_t *bytes, uint32_t length)
{
    if (length < 8 || !b->input.open || b->input.link != link || np_get64(bytes) != b->input.uid) return true;     /* nobody reads it */
    length -= 8;
    if (length == 0) b->input.end = 1;
    if (length > sizeof b->input.bytes - b->input.length) return true;      /* more than a host may send is dropped */
    memcpy(b->input.bytes + b->input.length, bytes + 8, length);
    b->input.length += (uint8_t)length;
    return true;
}

void np_input_pump(np_board *b)
{
    uint8_t message[12];
    if (!b->input.open || b->input.told == b->input.consumed) return;
    np_put32(np_put64(message, b->input.uid), b->input.consumed);
    if (np_link_send(&b->port->links[b->input.link], NP_CHANNEL_STDIN, message, sizeof message, NULL, 0)) b->input.told = b->input.consumed;
}

bool np_on_message(void *context, uint32_t channel, const uint8_t *bytes, uint32_t length)
{
    const struct np_link_context *from = context;
    np_board *b = from->board;
    if (channel == NP_CHANNEL_STDIN) return on_stdin(b, from->number, bytes, length);
    if (channel != NP_CHANNEL_REQUESTS || length < HEAD_BYTES) return true;
    const np_link *link = &b->port->links[from->number];
    if (np_link_room(link) < (link->payload < NP_LINK_PAYLOAD ? link->payload : NP_LINK_PAYLOAD)) return false;     /* first let the answers out */
    uint32_t words[BODY_BYTES / 4];
    request r = { .b = b, .link = from->number, .id = np_get16(bytes), .body = bytes + HEAD_BYTES, .length = length - HEAD_BYTES, .answer = (uint8_t *)words };
    b->asked = true;
    int status = b->leaving.stage < NP_LEAVING_STORES ? handle(&r, bytes[2]) : NP_E_BOARD_BUSY;
    if (status == 0 && r.answer_length + HEAD_BYTES > link->payload) status = NP_E_BOARD_TOO_LONG;      /* done, but the host can't be told what came of it */
    if (!r.later) np_respond(b, r.link, r.id, status, r.answer, status == 0 ? r.answer_length : 0);
    return true;
}
