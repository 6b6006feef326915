/* Output on its way to the host: a ring of entries, the oldest overwritten unless a follower has yet to see them. Entries are numbered by the
 * functions' own counts of bytes written, so a follower prints each byte once wherever and however often it was written. */
#include "board_state.h"
#include "bytes.h"

#include <string.h>

/* An entry in the ring: uid u64, position u64, length u16, stream u8, 0, bytes. Offsets in the ring count on for ever, modulo its size. */
enum { ENTRY_HEAD = 20, MOST_IN_ENTRY = 0x7FFF, MESSAGE_HEAD = 24, WORTH_SENDING = 64, MOST_IN_MESSAGE = 192 };

typedef struct {
    uint64_t uid, position;
    uint32_t length, stream;
} log_entry;

static uint8_t *ring(const np_board *b) { return np_pool_find(&b->pool, NP_BLOCK_LOG, 0); }
static uint32_t capacity(const np_board *b) { return b->log_bytes; }

static void copy_in(np_board *b, uint32_t at, const uint8_t *bytes, uint32_t length)
{
    uint8_t *r = ring(b);
    for (uint32_t n; length > 0; at += n, bytes += n, length -= n) {
        uint32_t offset = at & (capacity(b) - 1u);
        n = length < capacity(b) - offset ? length : capacity(b) - offset;
        np_copy_any(r + offset, bytes, n);
    }
}

static void copy_out(const np_board *b, uint32_t at, uint8_t *bytes, uint32_t length)
{
    const uint8_t *r = ring(b);
    for (uint32_t n; length > 0; at += n, bytes += n, length -= n) {
        uint32_t offset = at & (capacity(b) - 1u);
        n = length < capacity(b) - offset ? length : capacity(b) - offset;
        memcpy(bytes, r + offset, n);
    }
}

static log_entry entry_at(const np_board *b, uint32_t at)
{
    uint8_t head[ENTRY_HEAD];
    copy_out(b, at, head, sizeof head);
    return (log_entry){ np_get64(head), np_get64(head + 8), np_get16(head + 16), head[18] };
}

static void put_entry(np_board *b, uint32_t at, const log_entry *e)
{
    uint8_t head[ENTRY_HEAD];
    np_put64(head, e->uid);
    np_put64(head + 8, e->position);
    np_put16(head + 16, e->length);
    head[18] = (uint8_t)e->stream;
    head[19] = 0;
    copy_in(b, at, head, sizeof head);
}

bool np_log_start(np_board *b)
{
    b->log_bytes = 256;
    while (b->log_bytes * 2u <= b->port->log_bytes) b->log_bytes *= 2u;
    b->log_head = b->log_tail = b->log_last = 0;
    return np_pool_add(&b->pool, NP_BLOCK_LOG, 0, b->log_bytes) != NULL;
}

/* Overwrites the oldest entries until so many bytes are free. */
static void drop_oldest(np_board *b, uint32_t needed)
{
    while (capacity(b) - (b->log_head - b->log_tail) < needed) {
        b->log_tail += ENTRY_HEAD + entry_at(b, b->log_tail).length;
        for (uint32_t i = 0; i < b->port->link_count; i++) {
            np_follower *f = &b->followers[i];
            if ((int32_t)(f->cursor - b->log_tail) >= 0) continue;
            f->cursor = b->log_tail;
            f->sent = 0;
        }
    }
}

void np_log_write(np_board *b, uint64_t uid, uint64_t position, uint32_t stream, const uint8_t *bytes, uint32_t length)
{
    while (length > 0) {
        uint32_t n = length < capacity(b) / 4u ? length : capacity(b) / 4u;
        drop_oldest(b, n + ENTRY_HEAD);
        bool has_last = b->log_head != b->log_tail && (int32_t)(b->log_last - b->log_tail) >= 0;
        log_entry last = has_last ? entry_at(b, b->log_last) : (log_entry){ 0 };
        uint64_t next = stream == NP_CH_REPORT ? last.position : last.position + last.length;
        if (has_last && last.uid == uid && last.stream == stream && next == position && last.length + n <= capacity(b) / 4u && last.length + n <= MOST_IN_ENTRY) {
            copy_in(b, b->log_head, bytes, n);
            last.length += n;
            put_entry(b, b->log_last, &last);
            b->log_head += n;
        } else {
            b->log_last = b->log_head;
            put_entry(b, b->log_head, &(log_entry){ uid, position, n, stream });
            copy_in(b, b->log_head + ENTRY_HEAD, bytes, n);
            b->log_head += ENTRY_HEAD + n;
        }
        bytes += n;
        length -= n;
        if (stream != NP_CH_REPORT) position += n;
    }
}

bool np_log_room(const np_board *b, uint32_t length)
{
    uint32_t unseen = 0;
    for (uint32_t i = 0; i < b->port->link_count; i++)
        if (b->followers[i].mode && b->log_head - b->followers[i].cursor > unseen) unseen = b->log_head - b->followers[i].cursor;
    return unseen == 0 || unseen + length + 2u * ENTRY_HEAD <= capacity(b);
}

uint64_t np_log_oldest(const np_board *b, uint64_t uid, uint64_t position)
{
    for (uint32_t at = b->log_tail; at != b->log_head;) {
        log_entry e = entry_at(b, at);
        if (e.uid == uid) return e.position;
        at += ENTRY_HEAD + e.length;
    }
    return position;
}

void np_log_follow(np_board *b, uint32_t link, uint32_t mode, uint64_t uid, uint64_t position)
{
    b->followers[link] = (np_follower){ (uint8_t)mode, uid, position, b->log_tail, 0 };
}

uint32_t np_log_report(const np_board *b, uint64_t uid, uint8_t *to, uint32_t room)
{
    uint32_t total = 0, length = 0, skip;
    for (uint32_t pass = 0; pass < 2; pass++) {
        skip = pass == 1 && total > room ? total - room : 0;        /* the end says what happened */
        for (uint32_t at = b->log_tail; at != b->log_head;) {
            log_entry e = entry_at(b, at);
            if (e.uid == uid && e.stream == NP_CH_REPORT) {
                uint32_t cut = skip < e.length ? skip : e.length;
                if (pass == 0) total += e.length;
                else {
                    if (to) copy_out(b, at + ENTRY_HEAD + cut, to + length, e.length - cut);
                    length += e.length - cut;
                    skip -= cut;
                }
            }
            at += ENTRY_HEAD + e.length;
        }
    }
    return length;
}

uint32_t np_log_bytes(const np_board *b) { return b->log_head - b->log_tail; }

void np_log_copy(const np_board *b, uint32_t offset, void *to, uint32_t length) { copy_out(b, b->log_tail + offset, to, length); }

bool np_log_put_back(np_board *b, const void *bytes, uint32_t length)
{
    if (length > capacity(b) - np_log_bytes(b)) return false;
    copy_in(b, b->log_head, bytes, length);
    b->log_head += length;
    return true;
}

void np_log_settle(np_board *b)
{
    uint32_t at = b->log_tail;
    while (b->log_head - at >= ENTRY_HEAD) {
        b->log_last = at;
        at += ENTRY_HEAD + entry_at(b, at).length;
        if (at - b->log_tail > np_log_bytes(b)) break;
    }
    if (at != b->log_head) b->log_head = b->log_last = b->log_tail;     /* it does not come out even: another log's */
}

/* --- to the followers ------------------------------------------------------------------------------------------- */

/* How much of the entry at the cursor the follower has seen or does not want. */
static uint32_t seen_of(const np_follower *f, const log_entry *e)
{
    if (f->mode == 1 && e->uid != f->uid) return e->length;
    if (f->mode == 1 && f->position > e->position && e->stream != NP_CH_REPORT) {
        uint64_t known = f->position - e->position;
        if (known > f->sent) return known < e->length ? (uint32_t)known : e->length;
    }
    return f->sent;
}

/* Sends a piece of the entry at the cursor; false: the link has no room. */
static bool send_piece(np_board *b, uint32_t link, np_follower *f, const log_entry *e)
{
    uint32_t room = np_link_room(&b->port->links[link]), left = e->length - f->sent;
    if (room < MESSAGE_HEAD + (left < WORTH_SENDING ? left : WORTH_SENDING)) return false;
    uint8_t head[MESSAGE_HEAD], bytes[MOST_IN_MESSAGE];
    uint32_t n = room - MESSAGE_HEAD < left ? room - MESSAGE_HEAD : left;
    if (n > sizeof bytes) n = sizeof bytes;
    memset(head, 0, sizeof head);
    np_put64(head, e->uid);
    np_put64(head + 8, e->position + (e->stream == NP_CH_REPORT ? 0 : f->sent));
    head[16] = (uint8_t)e->stream;
    copy_out(b, f->cursor + ENTRY_HEAD + f->sent, bytes, n);
    if (!np_link_send(&b->port->links[link], NP_CHANNEL_LOGS, head, sizeof head, bytes, n)) return false;
    f->sent += n;
    return true;
}

void np_log_pump(np_board *b)
{
    for (uint32_t i = 0; i < b->port->link_count; i++) {
        np_follower *f = &b->followers[i];
        while (f->mode && f->cursor != b->log_head) {
            log_entry e = entry_at(b, f->cursor);
            f->sent = seen_of(f, &e);
            if (f->sent < e.length) {
                if (!send_piece(b, i, f, &e)) break;
            } else if (f->cursor == b->log_last) {
                break;      /* it may still grow */
            } else {
                f->cursor += ENTRY_HEAD + e.length;
                f->sent = 0;
            }
        }
    }
}
