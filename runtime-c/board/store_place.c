/* Where records go: an area's sectors are taken in turn, round and round. */
#include "store_internal.h"

#include <assert.h>

#include "vm/crc32.h"

uint32_t np_area_gap(const np_store_area *a)
{
    if (a->empty) return a->end - a->first;
    if (np_wrapped(a)) return a->oldest > a->newest_end ? a->oldest - a->newest_end : 0;
    return (uint32_t)(a->end - a->newest_end) + (a->oldest - a->first);
}

uint32_t np_area_run(const np_store_area *a)
{
    uint32_t run = (a->end - a->first) / 32u;
    return run < 1 ? 1 : run > 4 ? 4 : run;
}

uint32_t np_run_for(uint32_t length) { return np_sectors((uint32_t)(sizeof(np_head) + sizeof(np_record)) + length); }

/* Sectors of the gap that collections need. A run's records are all copied before it is erased; where they go they may take as much more as the rest
 * of the run that is open there; and if the area's end is still ahead, they may pass over all but one of the sectors that a run has. */
uint32_t np_area_reserve(const np_store_area *a, bool wrapped, uint32_t span) { return (wrapped ? span : 2 * span - 1) + np_area_run(a) + 2; }

bool np_area_holds(const np_store_area *a, uint32_t sectors, uint32_t span)
{
    return sectors + np_area_reserve(a, false, span) + np_area_run(a) <= (uint32_t)(a->end - a->first);
}

bool np_place_find(const np_store_area *a, uint32_t length, bool keep, np_place *p)
{
    uint32_t gap = np_area_gap(a), need = np_run_for(length), span = need > a->span ? need : a->span;
    bool wrapped = np_wrapped(a);
    uint32_t limit = wrapped ? a->oldest : a->end;
    /* not even into the rest of the newest run, where copies would be crowded out into another one, again and again */
    if (keep && gap < np_area_reserve(a, wrapped, span)) return false;
    if (a->at != 0) {
        uint32_t end = np_sectors(np_record_end(a->at, length));
        bool grows = end > a->newest_end;
        if (!grows || (end - a->newest <= np_area_run(a) && end <= limit && (!keep || gap >= end - a->newest_end + np_area_reserve(a, wrapped, span)))) {
            *p = (np_place){ a->at, a->newest_end, grows ? (uint16_t)end : a->newest_end, false };
            return true;
        }
    }
    uint32_t first = a->newest_end, taken = need;
    if (first + need > limit) {     /* passes over the sectors at the area's end, and begins again at its beginning */
        if (wrapped || a->empty || a->first + need > a->oldest) return false;
        taken += a->end - first;
        first = a->first;
        wrapped = true;
    }
    if (keep && gap < taken + np_area_reserve(a, wrapped, span)) return false;
    *p = (np_place){ first * NP_SECTOR + (uint32_t)sizeof(np_head), (uint16_t)first, (uint16_t)(first + need), true };
    return true;
}

int np_run_erase(np_store *s, uint32_t sector)
{
    static_assert(offsetof(np_head, closed) == 16, "what is programmed at once");
    uint32_t nothing[4] = { 0 };
    int e = np_flash_program(s, sector * NP_SECTOR, nothing, sizeof nothing);
    if (e == 0) e = np_flash_clear(s, sector);
    return e < 0 ? e : 0;
}

/* Erases the run that mounting left out: its head last, which tells what the others are. */
static int erase_stale(np_store *s, np_store_area *a)
{
    if (a->stale == a->stale_end) return 0;
    for (uint32_t sector = a->stale_end; --sector > a->stale;) {
        int e = np_flash_clear(s, sector);
        if (e < 0) return e;
    }
    a->stale_end = a->stale;
    return np_run_erase(s, a->stale);
}

/* Makes the newest run take no more records. */
static int close_newest(np_store *s, np_store_area *a)
{
    np_head head;
    int valid = np_head_read(s, a->newest, &head);
    if (valid < 0) return valid;
    a->at = 0;
    if (!valid || np_closed(&head)) return 0;
    uint32_t word = np_closed_word(a->newest_end - a->newest);
    if ((head.closed & word) != word) return 0;     /* damaged, and can't be completed: it takes no records as it is, and those in it tell its end */
    return np_flash_mark(s, a->newest * NP_SECTOR + (uint32_t)offsetof(np_head, closed), word);
}

/* Opens a run at a sector that is blank. */
static int open_run(np_store *s, np_store_area *a, uint32_t sector)
{
    if (!a->empty) {
        int e = close_newest(s, a);
        if (e < 0) return e;
    }
    np_head head = { .magic = NP_HEAD_MAGIC, .lap = a->lap + (!a->empty && sector < a->newest), .sequence = a->sequence + 1 };
    head.check = np_crc32(&head.magic, 3);
    int e = np_flash_program(s, sector * NP_SECTOR, &head, offsetof(np_head, closed));
    if (e < 0) return e;
    if (a->empty) a->oldest = (uint16_t)sector;
    a->empty = false;
    a->newest = (uint16_t)sector;
    a->newest_end = (uint16_t)(sector + 1);
    a->sequence = head.sequence;
    a->lap = head.lap;
    return 0;
}

int np_run_renew(np_store *s, np_store_area *a)
{
    np_place p;
    uint32_t at = a->at;
    a->at = 0;
    if (!np_place_find(a, 0, false, &p)) {
        a->at = at;
        return NP_E_STORE_FULL;
    }
    int e = erase_stale(s, a);
    if (e == 0) e = np_flash_clear(s, p.first);
    if (e >= 0) e = open_run(s, a, p.first);
    if (e < 0) return e;
    a->at = p.at;
    return 0;
}

int np_place_take(np_store *s, np_store_area *a, const np_place *p, const np_record *r)
{
    int e = erase_stale(s, a);
    for (uint32_t sector = p->first; sector < p->end && e >= 0; sector++) e = np_flash_clear(s, sector);
    if (e >= 0 && p->opens) e = open_run(s, a, p->first);
    a->at = 0;      /* if the header can't be programmed, the run takes no more */
    if (e >= 0) e = np_flash_program(s, p->at, r, sizeof *r);
    if (e < 0) return e;
    a->newest_end = p->end;
    a->at = np_record_place(np_record_end(p->at, r->length));
    if (p->end - a->newest > a->span) a->span = (uint16_t)(p->end - a->newest);
    a->since += (uint32_t)sizeof *r + r->length;
    return 0;
}
