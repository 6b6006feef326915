/* What is kept over a time without RAM: how long functions that lie in flash still wait, and output that has not been fetched. One record, written last before
 * the board goes off on purpose, and used once at the next start. */
#include "board_state.h"

enum { PIECE = 128 };

/* The record: these two words, `waiting` times two words (the function's record, and when it wakes or was swapped out, in ms from now), the log's bytes. */
typedef struct {
    uint32_t waiting, log_bytes;
} pause_head;

static bool waits_in_flash(const np_entry *e) { return e->at != NP_NO_RECORD && e->flags & NP_IN_SWAPPED; }

static int append(np_board *b, np_writer *w, const pause_head *head)
{
    uint32_t words[PIECE / 4], now_ms = np_ms(np_now(b));
    int error = np_store_append(&b->store, w, head, sizeof *head);
    for (uint32_t i = 0; i < b->entries && error == 0; i++) {
        const np_entry *e = np_entry_of(b, i);
        if (!waits_in_flash(e)) continue;
        words[0] = e->at;
        words[1] = e->time - now_ms;
        error = np_store_append(&b->store, w, words, 8);
    }
    for (uint32_t at = 0, n; at < head->log_bytes && error == 0; at += n) {
        n = head->log_bytes - at < PIECE ? head->log_bytes - at : PIECE;
        np_log_copy(b, at, words, n);
        error = np_store_append(&b->store, w, words, (n + 3u) & ~3u);
    }
    return error;
}

int np_pause_store(np_board *b)
{
    np_writer writer;
    pause_head head = { 0, np_log_bytes(b) };
    for (uint32_t i = 0; i < b->entries; i++) head.waiting += waits_in_flash(np_entry_of(b, i));
    if (head.waiting == 0 && head.log_bytes == 0) return 0;
    int error = np_store_begin(&b->store, &writer, NP_STORE_CONFIG, NP_CONFIG_PAUSE, (uint32_t)sizeof head + 8u * head.waiting + ((head.log_bytes + 3u) & ~3u));
    if (error < 0) return error;
    error = append(b, &writer, &head);
    if (error == 0) error = np_store_commit(&b->store, &writer);
    else np_store_cancel(&b->store, &writer);
    return error < 0 ? error : 0;
}

static void take_waiting(np_board *b, uint32_t at, uint32_t time)
{
    for (uint32_t i = 0; i < b->entries; i++) {
        np_entry *e = np_entry_of(b, i);
        if (e->at == at && waits_in_flash(e)) e->time = time;
    }
}

void np_pause_take(np_board *b)
{
    np_record_info record;
    pause_head head;
    uint32_t words[PIECE / 4], base = np_ms(np_now(b)) - np_ms(b->port->slept_us), at = sizeof head;
    if (np_store_find(&b->store, NP_STORE_CONFIG, NP_CONFIG_PAUSE, &record) < 0 || record.stage != 0) return;
    if (np_store_check(&b->store, record.at) == 0 && np_store_read(&b->store, record.at, 0, &head, sizeof head) == 0) {
        for (; head.waiting > 0 && np_store_read(&b->store, record.at, at, words, 8) == 0; head.waiting--, at += 8) take_waiting(b, words[0], base + words[1]);
        for (uint32_t n; head.log_bytes > 0; head.log_bytes -= n, at += n) {
            n = head.log_bytes < PIECE ? head.log_bytes : PIECE;
            if (np_store_read(&b->store, record.at, at, words, (n + 3u) & ~3u) < 0 || !np_log_put_back(b, words, n)) break;
        }
        np_log_settle(b);
    }
    np_store_advance(&b->store, record.at, 1);      /* it is of no use a second time */
}
