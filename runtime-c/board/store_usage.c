/* Counting what is wanted. */
#include "store_internal.h"

void np_survey_add(const np_store_area *a, np_survey *v, uint32_t length)
{
    uint32_t need = np_run_for(length), end = np_record_end(np_record_place(v->fill), length), sectors = np_sectors(end);
    if (v->span < need) v->span = need;
    v->live += (uint32_t)sizeof(np_record) + length;
    if (v->run != 0 && (sectors <= v->run || sectors <= np_area_run(a))) {
        v->fill = end;
    } else {
        v->fill = np_record_end((uint32_t)sizeof(np_head), length);
        v->run = 0;
        sectors = need;
    }
    if (sectors > v->run) {
        v->sectors += sectors - v->run;
        v->run = sectors;
    }
}

int np_survey_area(const np_store *s, const np_store_area *a, np_survey *v)
{
    np_walk w;
    np_record_info info;
    int e;
    *v = (np_survey){ .span = np_area_run(a) };
    np_walk_start(a, &w);
    while ((e = np_walk_next(s, &w)) == 1) {
        np_record_inform(w.at, &w.record, &info);
        bool committed = w.record.committed == NP_COMMITTED;
        if (committed ? s->owner->live(s->owner->context, &info) : np_writer_of(s, w.at) >= 0) np_survey_add(a, v, w.record.length);
    }
    return e;
}

int np_area_count(const np_store *s, np_store_area *a, np_survey *v)
{
    int e = np_survey_area(s, a, v);
    if (e < 0) return e;
    a->live = v->sectors * NP_SECTOR;
    a->since = 0;
    a->span = (uint16_t)v->span;
    return 0;
}

/* The largest payload that np_store_begin would take, given what is live. */
static uint32_t largest(const np_store_area *a, const np_survey *v)
{
    uint32_t sectors = 0;
    while (np_area_holds(a, v->sectors + sectors + 1, sectors + 1 > v->span ? sectors + 1 : v->span)) sectors++;
    return sectors == 0 ? 0 : sectors * NP_SECTOR - (uint32_t)(sizeof(np_head) + sizeof(np_record));
}

void np_store_get_usage(const np_store *s, np_store_usage *usage)
{
    memset(usage, 0, sizeof *usage);
    usage->erases = s->erases;
    usage->least_erased = NP_BLANK;
    FOR_AREAS(const np_store_area, a, s) {
        np_survey v;
        np_head head;
        if (a->first == a->end || np_survey_area(s, a, &v) < 0) continue;
        uint32_t gap = np_area_gap(a), room = largest(a, &v), least = a->lap, most = a->lap;
        usage->sectors_free += gap;
        usage->live_bytes += v.live;
        usage->dead_bytes += (a->end - a->first - gap) * NP_SECTOR - v.live;
        if (a == s->area) usage->largest_image = room;
        usage->largest_record = room;
        /* a lap behind are the oldest run's sectors; a lap ahead those that were erased behind it and before the newest run's place */
        if (!a->empty && np_head_read(s, a->oldest, &head) == 1) least = head.lap;
        if (!a->empty && !np_wrapped(a) && a->oldest > a->first) most++;
        if (least < usage->least_erased) usage->least_erased = least;
        if (most > usage->most_erased) usage->most_erased = most;
    }
    if (usage->least_erased == NP_BLANK) usage->least_erased = 0;
}
