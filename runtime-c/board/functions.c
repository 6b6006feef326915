/* The table of functions, and their records in flash. Every lasting change of a function is one record, or one word of its record. */
#include "board_state.h"

#include <string.h>

enum { COPY_BYTES = 128, REPORT_BYTES = 512 };

/* What the board remembers of itself. */
typedef struct {
    uint32_t boots, unused;
    uint8_t name[NP_NAME_BYTES];
} board_config;

/* --- the table ----------------------------------------------------------------------------------------------- */

np_entry *np_entry_of(const np_board *b, uint32_t index)
{
    return (np_entry *)np_pool_find(&b->pool, NP_BLOCK_TABLE, 0) + index;
}

static uint16_t hash_uid(uint64_t uid) { return (uint16_t)(uid ^ uid >> 16 ^ uid >> 32 ^ uid >> 48); }

static uint16_t hash_name(const uint8_t *name, uint32_t length)
{
    uint32_t h = length;
    for (uint32_t i = 0; i < length; i++) h = h * 31u + name[i];
    return (uint16_t)(h ^ h >> 16);
}

uint32_t np_name_length(const uint8_t *name)
{
    uint32_t n = 0;
    while (n < NP_NAME_BYTES && name[n]) n++;
    return n;
}

uint32_t np_find_uid(const np_board *b, uint64_t uid)
{
    const np_entry *e = np_entry_of(b, 0);
    uint16_t hash = hash_uid(uid);
    np_record_info record;
    for (uint32_t i = 0; i < b->entries; i++)
        if (e[i].at != NP_NO_RECORD && e[i].uid_hash == hash && np_store_info(&b->store, e[i].at, &record) == 0 && record.key == uid) return i;
    return NP_NONE_INDEX;
}

uint32_t np_find_name(const np_board *b, const uint8_t *name, uint32_t length)
{
    const np_entry *e = np_entry_of(b, 0);
    uint16_t hash = hash_name(name, length);
    np_function_head head;
    for (uint32_t i = 0; i < b->entries; i++)
        if (e[i].at != NP_NO_RECORD && e[i].name_hash == hash && np_read_head(b, i, &head) == 0 && np_name_length(head.name) == length &&
            memcmp(head.name, name, length) == 0)
            return i;
    return NP_NONE_INDEX;
}

/* A name is a word of a command line, and a key of a file: no control characters, space or slash; UTF-8. */
bool np_name_ok(const uint8_t *name, uint32_t length)
{
    if (length == 0 || length >= NP_NAME_BYTES) return false;
    for (uint32_t i = 0; i < length;) {
        uint32_t c = name[i], more = c < 0x80 ? 0 : c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : 9;
        if (c <= ' ' || c == '/' || c == 0x7F || more > length - i - 1) return false;
        for (uint32_t k = 1; k <= more; k++)
            if ((name[i + k] & 0xC0) != 0x80) return false;
        i += 1 + more;
    }
    return true;
}

uint32_t np_add_entry(np_board *b, const np_record_info *record, const np_function_head *head)
{
    np_entry *e = np_entry_of(b, 0);
    uint32_t i = 0;
    while (i < b->entries && e[i].at != NP_NO_RECORD) i++;
    if (i == b->entries) {
        uint32_t bytes = (b->entries + 1u) * (uint32_t)sizeof(np_entry);
        if (i >= NP_NONE_INDEX) return NP_NONE_INDEX;
        if (np_pool_resize(&b->pool, NP_BLOCK_TABLE, 0, bytes) == NULL) {
            if (!np_make_room(b, sizeof(np_entry), NP_NONE_INDEX) || np_pool_resize(&b->pool, NP_BLOCK_TABLE, 0, bytes) == NULL) return NP_NONE_INDEX;
        }
        b->entries++;
    }
    e = np_entry_of(b, i);
    memset(e, 0, sizeof *e);
    e->at = record->at;
    e->uid_hash = hash_uid(record->key);
    e->name_hash = hash_name(head->name, np_name_length(head->name));
    e->state = head->claim.state;
    e->time = np_ms(np_now(b));
    return i;
}

void np_forget(np_board *b, uint32_t index)
{
    np_devices_release(b, index);
    np_drop_resident(b, index);
    np_calls_failed(b, index, NP_E_BOARD_NO_FUNCTION);
    np_entry_of(b, index)->at = NP_NO_RECORD;
    np_entry_of(b, index)->flags = 0;
    const np_entry *e = np_entry_of(b, 0);
    while (b->entries > 0 && e[b->entries - 1].at == NP_NO_RECORD) b->entries--;
    np_pool_resize(&b->pool, NP_BLOCK_TABLE, 0, b->entries * (uint32_t)sizeof(np_entry));
}

uint64_t np_now(const np_board *b) { return b->port->clock_us(b->port->context); }

/* A bijection of 64 bits whose outputs look random (S. Vigna's splitmix64), of what differs from board to board and from deployment to deployment. */
int np_new_uid(np_board *b, uint64_t *uid)
{
    if (b->uncounted) {
        int error = np_save_config(b);
        if (error < 0) return error;
    }
    uint64_t z = b->port->board_id + ((uint64_t)b->boots << 32) + ++b->uids * 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    z ^= z >> 31;
    *uid = z ? z : 1;
    return 0;
}

/* --- records ------------------------------------------------------------------------------------------------- */

/* What a claim's state became by the word that was programmed later: stage 1, stage 2. */
static uint8_t state_of(const np_function_head *head, uint32_t stage)
{
    uint8_t owner = head->flags & NP_HEAD_SUSPENDED ? NP_STATE_SUSPENDED : NP_STATE_READY;
    if (stage == 0) return head->claim.state;
    switch (head->claim.state) {
    case NP_STATE_PREPARED:
        return stage == 1 ? NP_STATE_MOVED : owner;
    case NP_STATE_INCOMING:
        return stage == 1 ? owner : NP_STATE_REMOVED;
    case NP_STATE_SUSPENDED:
        return stage == 1 ? NP_STATE_READY : NP_STATE_REMOVED;
    case NP_STATE_READY:
        return stage == 1 ? NP_STATE_SUSPENDED : NP_STATE_REMOVED;
    default:
        return NP_STATE_REMOVED;
    }
}

/* The stage that says `state`; 0: none does. */
static uint32_t stage_for(const np_function_head *head, uint8_t state)
{
    for (uint32_t stage = 1; stage <= 2; stage++)
        if (state_of(head, stage) == state) return stage;
    return 0;
}

static int read_head_at(const np_board *b, uint32_t at, uint32_t stage, np_function_head *head)
{
    int error = np_store_read(&b->store, at, 0, head, sizeof *head);
    if (error == 0) {
        uint8_t state = state_of(head, stage);
        head->claim.state = state;
        if (stage != 0) head->flags = state == NP_STATE_SUSPENDED ? head->flags | NP_HEAD_SUSPENDED : head->flags & ~(uint32_t)NP_HEAD_SUSPENDED;
    }
    return error;
}

int np_read_head(const np_board *b, uint32_t index, np_function_head *head)
{
    np_record_info record;
    uint32_t at = np_entry_of(b, index)->at;
    int error = np_store_info(&b->store, at, &record);
    return error < 0 ? error : read_head_at(b, at, record.stage, head);
}

int32_t np_put_record(np_board *b, np_store_kind kind, uint64_t key, const void *bytes, uint32_t length)
{
    np_writer writer;
    int error = np_store_begin(&b->store, &writer, kind, key, length);
    if (error < 0) return error;
    error = np_store_append(&b->store, &writer, bytes, length);
    if (error == 0) return np_store_commit(&b->store, &writer);
    np_store_cancel(&b->store, &writer);
    return error;
}

typedef struct {
    np_board *b;
    np_writer writer;
    int error;
} record_sink;

static bool put(void *context, const void *bytes, uint32_t length)
{
    record_sink *sink = context;
    sink->error = np_store_append(&sink->b->store, &sink->writer, bytes, length);
    return sink->error == 0;
}

/* Copies what stands behind the head of the record that is still the truth. A collection may move it: its place is looked up again. */
static int copy_content(np_board *b, uint32_t index, record_sink *sink, uint32_t length)
{
    uint32_t words[COPY_BYTES / 4];
    for (uint32_t offset = sizeof(np_function_head); offset < length; offset += COPY_BYTES) {
        uint32_t n = length - offset < COPY_BYTES ? length - offset : COPY_BYTES;
        int error = np_store_read(&b->store, np_entry_of(b, index)->at, offset, words, n);
        if (error < 0) return error;
        if (!put(sink, words, n)) return sink->error;
    }
    return 0;
}

static int stream_live(np_board *b, uint32_t index, record_sink *sink)
{
    int error = np_snapshot_stream(np_machine_of(b, index), put, sink);
    return sink->error < 0 ? sink->error : error;
}

/* Apart from the rest, so that its buffer does not lie on the stack beneath a collection of the store. */
static __attribute__((noinline)) int append_report(np_board *b, const np_function_head *head, record_sink *sink)
{
    uint32_t report[REPORT_BYTES / 4];
    uint32_t n = np_log_report(b, head->claim.uid, (uint8_t *)report, sizeof report);
    memset((uint8_t *)report + n, '\n', (4u - n) & 3u);
    return np_store_append(&b->store, &sink->writer, report, (n + 3u) & ~3u);
}

int np_store_function(np_board *b, uint32_t index, const np_function_head *head, np_content content)
{
    uint32_t length = sizeof *head;
    np_record_info old;
    if (content == NP_CONTENT_LIVE) length += np_snapshot_size(np_machine_of(b, index));
    if (content == NP_CONTENT_COPY) {
        int error = np_store_info(&b->store, np_entry_of(b, index)->at, &old);
        if (error < 0) return error;
        length = old.length;
    }
    if (content == NP_CONTENT_REPORT) length += (np_log_report(b, head->claim.uid, NULL, REPORT_BYTES) + 3u) & ~3u;
    record_sink sink = { .b = b };
    int error = np_store_begin(&b->store, &sink.writer, NP_STORE_FUNCTION, head->claim.uid, length);
    if (error < 0) return error;
    error = np_store_append(&b->store, &sink.writer, head, sizeof *head);
    if (error == 0 && content == NP_CONTENT_LIVE) error = stream_live(b, index, &sink);
    if (error == 0 && content == NP_CONTENT_COPY) error = copy_content(b, index, &sink, length);
    if (error == 0 && content == NP_CONTENT_REPORT && length > sizeof *head) error = append_report(b, head, &sink);
    if (error < 0) {
        np_store_cancel(&b->store, &sink.writer);
        return error;
    }
    int32_t at = np_store_commit(&b->store, &sink.writer);
    if (at < 0) return at;
    np_entry *e = np_entry_of(b, index);
    e->at = (uint32_t)at;
    e->state = head->claim.state;
    return 0;
}

bool np_is_tombstone(uint8_t state) { return state == NP_STATE_MOVED || state == NP_STATE_REMOVED; }

int np_change_state(np_board *b, uint32_t index, const np_claim *next)
{
    np_record_info record;
    np_function_head head, raw;
    np_entry *e = np_entry_of(b, index);
    int error = np_store_info(&b->store, e->at, &record);
    if (error == 0) error = np_store_read(&b->store, e->at, 0, &raw, sizeof raw);
    if (error < 0) return error;
    /* a word more is programmed even where the flash is full, so that what was resumed or received can be removed then, too */
    uint32_t stage = raw.claim.epoch == next->epoch ? stage_for(&raw, next->state) : 0;
    if (stage > record.stage) {
        error = np_store_advance(&b->store, e->at, stage);
        if (error < 0) return error;
        e->state = next->state;
        if (np_is_tombstone(next->state) && next->epoch > 0 && record.length > sizeof raw) {
            /* it is kept for ever, but not the snapshot behind it; without room for a short one it stays as it is */
            raw.claim = *next;
            np_store_function(b, index, &raw, NP_CONTENT_NONE);
        }
        return 0;
    }
    error = np_read_head(b, index, &head);
    if (error < 0) return error;
    head.claim.state = next->state;
    head.claim.epoch = next->epoch;
    head.claim.peer = next->peer;
    if (next->state == NP_STATE_SUSPENDED) head.flags |= NP_HEAD_SUSPENDED;
    if (next->state == NP_STATE_READY) head.flags &= ~(uint32_t)NP_HEAD_SUSPENDED;
    return np_store_function(b, index, &head, np_is_tombstone(next->state) ? NP_CONTENT_NONE : NP_CONTENT_COPY);
}

bool np_known_claim(const np_board *b, uint64_t uid, np_claim *claim)
{
    np_function_head head;
    np_record_info record;
    if (np_store_find(&b->store, NP_STORE_FUNCTION, uid, &record) < 0 || read_head_at(b, record.at, record.stage, &head) < 0) return false;
    *claim = head.claim;
    return true;
}

/* --- mounting ------------------------------------------------------------------------------------------------ */

static void found(void *context, const np_record_info *record)
{
    np_board *b = context;
    np_function_head head;
    if (record->kind == NP_STORE_CONFIG && record->key == NP_CONFIG_BOARD && record->length >= sizeof(board_config)) {
        board_config config;
        if (np_store_read(&b->store, record->at, 0, &config, sizeof config) < 0) return;
        b->boots = config.boots;
        memcpy(b->name, config.name, sizeof b->name);
    }
    if (record->kind != NP_STORE_FUNCTION || record->length < sizeof head || read_head_at(b, record->at, record->stage, &head) < 0) return;
    if (head.claim.uid != record->key) return;      /* its next record would be another one's */
    uint32_t index = np_find_uid(b, record->key);
    if (index != NP_NONE_INDEX) {
        np_entry *e = np_entry_of(b, index);
        e->at = record->at;
        e->state = head.claim.state;
        e->name_hash = hash_name(head.name, np_name_length(head.name));
        if (np_is_tombstone(head.claim.state)) np_forget(b, index);
    } else if (!np_is_tombstone(head.claim.state)) {
        np_add_entry(b, record, &head);
    }
}

static bool live(void *context, const np_record_info *record)
{
    const np_board *b = context;
    np_record_info newest;
    if (record->kind == NP_STORE_IMAGE && !np_image_live(b, record)) return false;
    if (record->kind == NP_STORE_FUNCTION) {
        np_function_head head;
        uint32_t index = np_find_uid(b, record->key);
        if (index != NP_NONE_INDEX) return np_entry_of(b, index)->at == record->at;
        /* no other board has ever heard of one that was never prepared: nobody has to be told that it was removed */
        if (read_head_at(b, record->at, record->stage, &head) == 0 && head.claim.state == NP_STATE_REMOVED && head.claim.epoch == 0) return false;
    }
    if (record->kind == NP_STORE_CONFIG && record->key == NP_CONFIG_PAUSE && record->stage != 0) return false;
    return np_store_find(&b->store, (np_store_kind)record->kind, record->key, &newest) == 0 && newest.at == record->at;
}

static void moved(void *context, const np_record_info *record, uint32_t old_at)
{
    np_board *b = context;
    if (record->kind == NP_STORE_FUNCTION) {
        for (uint32_t i = 0; i < b->entries; i++)
            if (np_entry_of(b, i)->at == old_at) np_entry_of(b, i)->at = record->at;
    }
    if (record->kind == NP_STORE_IMAGE) np_image_moved(b, old_at, record->at);
}

/* Two functions of one name: a deployment put the later one in the place of the other, and was cut off before it said so. */
static void settle_names(np_board *b)
{
    np_function_head head, other;
    for (uint32_t i = 0; i < b->entries; i++) {
        if (np_entry_of(b, i)->at == NP_NO_RECORD || np_read_head(b, i, &head) < 0) continue;
        for (uint32_t k = i + 1; k < b->entries; k++) {
            if (np_entry_of(b, k)->at == NP_NO_RECORD || np_entry_of(b, k)->name_hash != np_entry_of(b, i)->name_hash) continue;
            if (np_read_head(b, k, &other) < 0 || memcmp(head.name, other.name, NP_NAME_BYTES) != 0) continue;
            if (!np_claim_owns(&head.claim) || !np_claim_owns(&other.claim) || head.version == other.version) continue;
            uint32_t older = head.version < other.version ? i : k;
            np_claim claim = older == i ? head.claim : other.claim;
            claim.state = NP_STATE_REMOVED;
            if (np_change_state(b, older, &claim) == 0) np_forget(b, older);
            if (older == i) break;
        }
    }
}

void np_take_up(np_board *b, uint32_t index)
{
    np_entry *e = np_entry_of(b, index);
    uint32_t words[NP_SNAP_HEAD_WORDS + NP_SNAP_HANDLERS_WORDS];       /* one that waits has frames, and so at least these */
    np_record_info record;
    e->flags = 0;
    e->time = np_ms(np_now(b));
    if (e->state != NP_STATE_READY || np_store_info(&b->store, e->at, &record) < 0) return;
    if (record.length < sizeof(np_function_head) + sizeof words || np_store_read(&b->store, e->at, sizeof(np_function_head), words, sizeof words) < 0) return;
    np_snapshot_wait wait = np_snapshot_waits(words);
    e->wanted = wait.handles && b->port->devices != NULL;
    if (wait.left_us == 0) return;
    e->deep = wait.deep;
    e->flags = NP_IN_WAITING | NP_IN_SWAPPED | (wait.left_us == NP_NEVER ? 0 : NP_IN_TIMED) | (wait.for_event ? NP_IN_EVENT : 0);
    uint64_t most = (uint64_t)INT32_MAX * 1000u;
    e->time = np_ms(np_now(b) + (wait.left_us < most ? wait.left_us : most));
}

int np_save_config(np_board *b)
{
    board_config config = { b->boots, 0, { 0 } };
    memcpy(config.name, b->name, sizeof config.name);
    int32_t at = np_put_record(b, NP_STORE_CONFIG, NP_CONFIG_BOARD, &config, sizeof config);
    if (at >= 0) b->uncounted = false;
    return at < 0 ? at : 0;
}

int np_mount(np_board *b)
{
    b->owner = (np_store_owner){ b, live, moved };
    int error = np_store_mount(&b->store, &b->port->flash, &b->owner, found);
    if (error < 0) return error;
    for (uint32_t i = 0; i < b->entries; i++)
        if (np_entry_of(b, i)->at != NP_NO_RECORD) np_take_up(b, i);
    np_pause_take(b);
    error = np_check_images(b);
    if (error < 0) return error;
    settle_names(b);
    b->boots++;
    b->uncounted = true;
    int saved = np_save_config(b);
    return saved == NP_E_STORE_FULL ? 0 : saved;        /* it is what functions are removed from */
}
