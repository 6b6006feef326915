/* Collecting: the oldest run's live records are written anew behind all others, then its sectors are erased. */
#include "store_internal.h"

/* Copies a payload; what is blank need not be programmed. */
static int copy_payload(np_store *s, uint32_t from, uint32_t to, uint32_t length)
{
    uint32_t chunk[NP_CHUNK];
    for (uint32_t n; length > 0; from += n, to += n, length -= n) {
        n = length < sizeof chunk ? length : (uint32_t)sizeof chunk;
        int e = np_flash_read(s, from, chunk, n);
        if (e < 0) return e;
        uint32_t i = 0;
        while (i < n / 4 && chunk[i] == NP_BLANK) i++;
        if (i == n / 4) continue;
        e = np_flash_program(s, to, chunk, n);
        if (e < 0) return e;
    }
    return 0;
}

int np_record_copy(np_store *s, np_store_area *a, uint32_t at, const np_record *r, uint32_t *to)
{
    np_place place;
    if (!np_place_find(a, r->length, false, &place)) return NP_E_STORE_FULL;
    np_record copy = *r;
    copy.crc = copy.committed = NP_BLANK;
    copy.stage_1 = r->stage_1 == NP_STAGE_1 ? NP_STAGE_1 : NP_BLANK;
    copy.stage_2 = r->stage_2 == NP_STAGE_2 ? NP_STAGE_2 : NP_BLANK;
    int e = np_place_take(s, a, &place, &copy);
    if (e == 0) e = copy_payload(s, at + (uint32_t)sizeof *r, place.at + (uint32_t)sizeof *r, r->length);
    if (e < 0) return e;
    *to = place.at;
    int slot = np_writer_of(s, at);
    if (slot >= 0) {
        s->writers[slot] = place.at;
        return 0;
    }
    uint32_t was, is;
    e = np_flash_crc(s, at + (uint32_t)sizeof *r, r->length, &was);
    if (e == 0) e = np_flash_crc(s, place.at + (uint32_t)sizeof *r, r->length, &is);
    if (e < 0) return e;
    /* the old CRC is kept, so that a payload that was damaged before does not become a sound one */
    return is == was ? np_record_commit(s, place.at, r, r->crc) : NP_E_STORE_FLASH;
}

/* Moves or drops the next record of the oldest run; 0 if there is none left. */
static int move_next(np_store *s, np_store_area *a, uint32_t end)
{
    np_record r;
    np_record_info info;
    if (a->scan == 0) a->scan = a->oldest * NP_SECTOR + (uint32_t)sizeof(np_head);
    for (;;) {
        uint32_t at = a->scan, to = 0;
        int e = np_record_read(s, at, end * NP_SECTOR, &r);
        if (e != 1) return e < 0 ? e : 0;
        bool open = np_writer_of(s, at) >= 0;
        if (!open && r.committed == NP_COMMITTED) np_record_inform(at, &r, &info);
        if (open || (r.committed == NP_COMMITTED && s->owner->live(s->owner->context, &info))) {
            e = np_record_copy(s, a, at, &r, &to);
            if (e < 0) return e;
            if (!open) {
                info.at = to;
                s->owner->moved(s->owner->context, &info, at);
            }
        }
        a->scan = np_record_place(np_record_end(at, r.length));
        if (to != 0) return 1;
    }
}

/* Erases one sector of a retired run, from its end, so that until the last the head tells what the others are. `scan` is the sector behind the
 * next one. */
static int erase_next(np_store *s, np_store_area *a, uint32_t end)
{
    if (a->scan == 0) a->scan = end;
    while (a->scan > a->oldest + 1u) {
        int e = np_flash_clear(s, a->scan - 1);
        if (e >= 0) a->scan--;
        if (e != 0) return e < 0 ? e : 0;
    }
    /* half erased, the head must not be one again */
    static const uint32_t nothing[offsetof(np_head, closed) / 4];
    int e = np_flash_program(s, a->oldest * NP_SECTOR, nothing, sizeof nothing);
    if (e == 0) e = np_flash_clear(s, a->oldest);
    if (e < 0) return e;
    np_head head;
    uint32_t sector = end, left = a->end - a->first;
    do {
        if (sector >= a->end) sector = a->first;
        e = np_head_read(s, sector, &head);
        if (e == 1) a->oldest = (uint16_t)sector;
        sector++;
    } while (e == 0 && --left > 0);
    a->scan = 0;
    return e < 0 ? e : 0;
}

int np_collect_step(np_store *s, np_store_area *a)
{
    np_head head;
    uint32_t end, at;
    if (a->oldest == a->newest) return np_run_renew(s, a);
    int valid = np_head_read(s, a->oldest, &head);
    if (valid < 0) return valid;
    if (!valid) return NP_E_STORE_FLASH;
    int e = np_run_measure(s, a, a->oldest, &head, &end, &at);
    if (e < 0) return e;
    if (head.retired == 0) return erase_next(s, a, end);
    e = move_next(s, a, end);
    if (e != 0) return e < 0 ? e : 0;
    e = np_run_close(s, a, a->oldest, end);
    if (e < 0) return e;
    a->scan = 0;
    return np_flash_mark(s, a->oldest * NP_SECTOR + (uint32_t)offsetof(np_head, retired), 0);
}

int np_area_room(np_store *s, np_store_area *a, uint32_t length, np_place *place)
{
    if (np_place_find(a, length, true, place)) return 0;
    uint32_t span = np_run_for(length);
    if (span < a->span) span = a->span;
    /* what was counted once, and a little more than has been written since */
    uint32_t bound = a->live == NP_STORE_UNCOUNTED ? a->live : np_sectors(a->live + a->since + a->since / 4) + np_run_for(length);
    if (bound == NP_STORE_UNCOUNTED || !np_area_holds(a, bound, span)) {
        np_survey survey;
        int e = np_area_count(s, a, &survey);
        if (e < 0) return e;
        np_survey_add(a, &survey, length);
        if (!np_area_holds(a, survey.sectors, survey.span)) return NP_E_STORE_FULL;
    }
    uint32_t runs = 2u * (a->end - a->first);   /* more than two laps have */
    while (!np_place_find(a, length, true, place)) {
        uint32_t oldest = a->oldest;
        if (runs == 0) return NP_E_STORE_FULL;
        int e = np_collect_step(s, a);
        if (e < 0) return e;
        if (a->oldest != oldest) runs--;
    }
    return 0;
}

/* Whether it is worth while to collect an area now: little room is left, and a good part of the rest is dead. */
static bool worth_while(np_store *s, np_store_area *a)
{
    uint32_t sectors = a->end - a->first, gap = np_area_gap(a), part = sectors / 8 + 1;
    if (gap >= np_area_reserve(a, false, a->span) + part) return false;
    if (a->live == NP_STORE_UNCOUNTED || a->since >= part * NP_SECTOR / 2) {
        np_survey survey;
        if (np_area_count(s, a, &survey) < 0) return false;
    }
    return sectors - gap >= np_sectors(a->live + a->since) + part;
}

bool np_store_idle(np_store *s)
{
    FOR_AREAS(np_store_area, a, s) {
        if (a->empty || a->oldest == a->newest) continue;
        np_head head;
        bool begun = a->scan != 0 || (np_head_read(s, a->oldest, &head) == 1 && head.retired == 0);
        if (begun || worth_while(s, a)) return np_collect_step(s, a) == 0;
    }
    return false;
}
