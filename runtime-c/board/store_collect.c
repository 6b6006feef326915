/* Collecting: the oldest run's live records are written anew behind all others, then its sectors are erased. */
#include "store_internal.h"

/* Erases one sector of a retired run, from its end, so that until the last the head tells what the others are. `scan` is the sector behind the
 * next one. */
static NP_APART int erase_next(np_store *s, np_store_area *a, uint32_t end)
{
    if (a->scan == 0) a->scan = end;
    while (a->scan > a->oldest + 1u) {
        int e = np_flash_clear(s, a->scan - 1);
        if (e >= 0) a->scan--;
        if (e != 0) return e < 0 ? e : 0;
    }
    np_head head;
    int e = np_run_erase(s, a->oldest);
    if (e < 0) return e;
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

/* The sector behind the oldest run; 1 if it is retired. */
static NP_APART int oldest_end(const np_store *s, const np_store_area *a, uint32_t *end)
{
    np_head head;
    uint32_t at;
    int valid = np_head_read(s, a->oldest, &head);
    if (valid < 0) return valid;
    if (!valid) return NP_E_STORE_FLASH;
    int e = np_run_measure(s, a, a->oldest, &head, end, &at);
    return e < 0 ? e : head.retired == 0;
}

int np_collect_step(np_store *s, np_store_area *a)
{
    uint32_t end;
    if (a->oldest == a->newest) return np_run_renew(s, a);
    int retired = oldest_end(s, a, &end);
    if (retired != 0) return retired < 0 ? retired : erase_next(s, a, end);
    int e = np_move_next(s, a, end);
    if (e != 0) return e < 0 ? e : 0;
    a->scan = 0;
    return np_flash_mark(s, a->oldest * NP_SECTOR + (uint32_t)offsetof(np_head, retired), 0);
}

/* Whether there is room for a record if only enough of what is dead is collected. */
static NP_APART int admit(const np_store *s, np_store_area *a, uint32_t length)
{
    uint32_t span = np_run_for(length);
    if (span < a->span) span = a->span;
    /* what was counted once, and a little more than has been written since */
    if (a->live != NP_STORE_UNCOUNTED && np_area_holds(a, np_sectors(a->live + a->since + a->since / 4) + np_run_for(length), span)) return 0;
    np_survey survey;
    int e = np_area_count(s, a, &survey);
    if (e < 0) return e;
    np_survey_add(a, &survey, length);
    return np_area_holds(a, survey.sectors, survey.span) ? 0 : NP_E_STORE_FULL;
}

int np_area_room(np_store *s, np_store_area *a, uint32_t length, np_place *place)
{
    if (np_place_find(a, length, true, place)) return 0;
    int e = admit(s, a, length);
    uint32_t runs = 2u * (a->end - a->first);   /* more than two laps have */
    while (e == 0 && !np_place_find(a, length, true, place)) {
        uint32_t oldest = a->oldest;
        e = runs == 0 ? NP_E_STORE_FULL : np_collect_step(s, a);
        if (a->oldest != oldest) runs--;
    }
    return e;
}

/* Whether it is worth while to collect an area now: little room is left, and a good part of the rest is dead. */
static NP_APART bool worth_while(np_store *s, np_store_area *a)
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
        uint32_t end;
        bool begun = a->scan != 0 || oldest_end(s, a, &end) == 1;
        if (begun || worth_while(s, a)) return np_collect_step(s, a) == 0;
    }
    return false;
}
