/* Moving records behind all others. */
#include "store_internal.h"

/* Takes a place behind all others, and programs the header there, not committed, at the same stage. */
static NP_APART int copy_header(np_store *s, np_store_area *a, np_record *r, uint32_t *to)
{
    np_place place;
    if (!np_place_find(a, r->length, false, &place)) return NP_E_STORE_FULL;
    r->crc = r->committed = NP_BLANK;
    if (r->stage_1 != NP_STAGE_1) r->stage_1 = NP_BLANK;
    if (r->stage_2 != NP_STAGE_2) r->stage_2 = NP_BLANK;
    *to = place.at;
    return np_place_take(s, a, &place, r);
}

int np_record_copy(np_store *s, np_store_area *a, uint32_t at, np_record *r, uint32_t *to)
{
    uint32_t crc = r->crc, payload = (uint32_t)sizeof *r, was, is;
    int e = copy_header(s, a, r, to);
    if (e == 0) e = np_flash_copy(s, at + payload, *to + payload, r->length);
    if (e < 0) return e;
    int slot = np_writer_of(s, at);
    if (slot >= 0) {
        s->writers[slot] = *to;
        return 0;
    }
    e = np_flash_crc(s, at + payload, r->length, &was);
    if (e == 0) e = np_flash_crc(s, *to + payload, r->length, &is);
    if (e < 0) return e;
    /* the old CRC is kept, so that a payload that was damaged before does not become a sound one */
    return is == was ? np_record_commit(s, *to, r, crc) : NP_E_STORE_FLASH;
}

static NP_APART bool wanted(const np_store *s, uint32_t at, const np_record *r)
{
    np_record_info info;
    np_record_inform(at, r, &info);
    return s->owner->live(s->owner->context, &info);
}

static NP_APART void tell_moved(const np_store *s, uint32_t at, const np_record *r, uint32_t old_at)
{
    np_record_info info;
    np_record_inform(at, r, &info);
    s->owner->moved(s->owner->context, &info, old_at);
}

int np_move_next(np_store *s, np_store_area *a, uint32_t end)
{
    np_record r;
    if (a->scan == 0) a->scan = a->oldest * NP_SECTOR + (uint32_t)sizeof(np_head);
    for (;;) {
        uint32_t at = a->scan, to = 0;
        int e = np_record_read(s, at, end * NP_SECTOR, &r);
        if (e != 1) return e < 0 ? e : 0;
        bool open = np_writer_of(s, at) >= 0;
        if (open || (r.committed == NP_COMMITTED && wanted(s, at, &r))) {
            e = np_record_copy(s, a, at, &r, &to);
            if (e < 0) return e;
            if (!open) tell_moved(s, to, &r, at);
        }
        a->scan = np_record_place(np_record_end(at, r.length));
        if (to != 0) return 1;
    }
}
