/* Writing records: header, payload, commit. */
#include "store_internal.h"

#include "vm/crc32.h"

static np_store_area *area_of(np_store *s, uint32_t kind)
{
    return &s->area[kind != NP_STORE_IMAGE && s->area[1].first != s->area[1].end];
}

static NP_APART int write_header(np_store *s, np_store_area *a, const np_place *place, uint32_t kind, uint64_t key, uint32_t length)
{
    np_record r = { NP_RECORD_MAGIC | kind, length, (uint32_t)key, (uint32_t)(key >> 32), 0, NP_BLANK, NP_BLANK, NP_BLANK, NP_BLANK };
    r.check = np_crc32(&r.magic, 4);
    return np_place_take(s, a, place, &r);
}

int np_store_begin(np_store *s, np_writer *w, np_store_kind kind, uint64_t key, uint32_t length)
{
    np_store_area *a = area_of(s, kind);
    w->slot = NP_STORE_WRITERS;
    if (length % 4 != 0) return NP_E_BOARD_REQUEST;
    uint32_t span = np_area_run(a), alone = np_run_for(length);
    if (length > (uint32_t)(a->end - a->first) * NP_SECTOR || !np_area_holds(a, alone, alone > span ? alone : span)) return NP_E_STORE_TOO_LARGE;
    int slot = np_writer_of(s, 0);
    if (slot < 0) return NP_E_BOARD_BUSY;
    np_place place;
    int e = np_area_room(s, a, length, &place);
    if (e == 0) e = write_header(s, a, &place, kind, key, length);
    if (e < 0) return e;
    s->writers[slot] = place.at;
    *w = (np_writer){ (uint32_t)slot, length, 0, 0 };
    return 0;
}

int np_store_append(np_store *s, np_writer *w, const void *bytes, uint32_t length)
{
    if (w->slot >= NP_STORE_WRITERS || length % 4 != 0 || length > w->length - w->written) return NP_E_BOARD_OFFSET;
    uint32_t at = (s->writers[w->slot] & ~NP_OVERTAKEN) + (uint32_t)sizeof(np_record);
    int e = length == 0 ? 0 : np_flash_program(s, at + w->written, bytes, length);
    if (e < 0) return e;
    w->crc = np_crc32_more(w->crc, bytes, length / 4);
    w->written += length;
    return 0;
}

uint32_t np_store_writing(const np_store *s, const np_writer *w) { return s->writers[w->slot] & ~NP_OVERTAKEN; }

/* Open writers of the same kind and key have to go behind the record that was committed now. */
static NP_APART int overtake(np_store *s, const np_record *committed)
{
    for (uint32_t i = 0; i < NP_STORE_WRITERS; i++) {
        if (s->writers[i] == 0) continue;
        np_record r;
        int e = np_flash_read(s, s->writers[i] & ~NP_OVERTAKEN, &r, sizeof r);
        if (e < 0) return e;
        if (r.magic == committed->magic && np_record_key(&r) == np_record_key(committed)) s->writers[i] |= NP_OVERTAKEN;
    }
    return 0;
}

int np_record_commit(np_store *s, uint32_t at, const np_record *r, uint32_t crc)
{
    int e = np_flash_mark(s, at + (uint32_t)offsetof(np_record, crc), crc);
    if (e == 0) e = overtake(s, r);
    return e < 0 ? e : np_flash_mark(s, at + (uint32_t)offsetof(np_record, committed), NP_COMMITTED);
}

/* The header of the record of an open writer. */
static int writing(const np_store *s, uint32_t slot, uint32_t *at, np_record *r)
{
    *at = s->writers[slot] & ~NP_OVERTAKEN;
    int found = np_record_read(s, *at, s->flash->sectors * NP_SECTOR, r);
    return found < 0 ? found : found == 1 ? 0 : NP_E_STORE_FLASH;
}

static int commit(np_store *s, const np_writer *w, uint32_t *at)
{
    if (w->written != w->length) return NP_E_BOARD_OFFSET;
    np_record r;
    int e = writing(s, w->slot, at, &r);
    if (e < 0) return e;
    if (s->writers[w->slot] & NP_OVERTAKEN) {
        np_store_area *a = area_of(s, r.magic & 0xFFu);
        np_place place;
        e = np_area_room(s, a, r.length, &place);
        if (e == 0) e = writing(s, w->slot, at, &r);    /* it may have been moved to make room, and be behind them all by that */
        if (e == 0 && s->writers[w->slot] & NP_OVERTAKEN) e = np_record_copy(s, a, *at, &r, at);
        if (e < 0) return e;
    }
    uint32_t crc;
    e = np_flash_crc(s, *at + (uint32_t)sizeof r, r.length, &crc);
    if (e < 0) return e;
    if (crc != w->crc || r.length != w->length) return NP_E_STORE_FLASH;
    s->writers[w->slot] = 0;
    return np_record_commit(s, *at, &r, crc);
}

int32_t np_store_commit(np_store *s, np_writer *w)
{
    uint32_t at = 0;
    if (w->slot >= NP_STORE_WRITERS) return NP_E_BOARD_OFFSET;
    int e = commit(s, w, &at);
    np_store_cancel(s, w);
    return e < 0 ? e : (int32_t)at;
}

void np_store_cancel(np_store *s, np_writer *w)
{
    if (w->slot < NP_STORE_WRITERS) s->writers[w->slot] = 0;
    w->slot = NP_STORE_WRITERS;
}

int np_store_advance(np_store *s, uint32_t at, uint32_t stage)
{
    np_record_info info;
    int e = np_store_info(s, at, &info);
    if (e < 0 || info.stage >= stage) return e;
    return stage == 1 ? np_flash_mark(s, at + (uint32_t)offsetof(np_record, stage_1), NP_STAGE_1)
                      : np_flash_mark(s, at + (uint32_t)offsetof(np_record, stage_2), NP_STAGE_2);
}
