/* Finding runs and records in flash: mounting, and walks in the order of writing. */
#include "store_internal.h"

#include "vm/crc32.h"

int np_head_read(const np_store *s, uint32_t sector, np_head *head)
{
    int e = np_flash_read(s, sector * NP_SECTOR, head, sizeof *head);
    if (e < 0) return e;
    return head->magic == NP_HEAD_MAGIC && head->check == np_crc32(&head->magic, 3);
}

int np_record_read(const np_store *s, uint32_t at, uint32_t limit, np_record *r)
{
    if (at > limit || limit - at < sizeof *r) return 0;
    int e = np_flash_read(s, at, r, sizeof *r);
    if (e < 0) return e;
    if ((r->magic & ~0xFFu) == NP_RECORD_MAGIC && r->check == np_crc32(&r->magic, 4) && r->length % 4 == 0 &&
        r->length <= limit - at - sizeof *r)
        return 1;
    const uint32_t *words = &r->magic;
    uint32_t i = 0;
    while (i < sizeof *r / 4 && words[i] == NP_BLANK) i++;
    return i == sizeof *r / 4 ? 0 : 2;
}

int np_run_measure(const np_store *s, const np_store_area *a, uint32_t sector, const np_head *head, uint32_t *end, uint32_t *at)
{
    *at = 0;
    if (np_closed(head) && (head->closed & 0xFFFFu) <= a->end - sector) {
        *end = sector + (head->closed & 0xFFFFu);
        return 0;
    }
    np_record r;
    uint32_t next = sector * NP_SECTOR + (uint32_t)sizeof *head, last = next;
    int found;
    while ((found = np_record_read(s, next, a->end * NP_SECTOR, &r)) == 1) {
        last = np_record_end(next, r.length);
        next = np_record_place(last);
    }
    if (found < 0) return found;
    *end = np_sectors(last);
    /* begun to be closed, or followed by a torn header: it takes no more */
    if (found == 0 && head->closed == NP_BLANK) *at = next;
    return 0;
}

void np_walk_start(const np_store_area *a, np_walk *w)
{
    w->area = a;
    w->next = 0;
    w->sector = a->oldest;
    w->left = a->empty ? 0 : a->end - a->first;
}

int np_walk_next(const np_store *s, np_walk *w)
{
    const np_store_area *a = w->area;
    for (;;) {
        if (w->next != 0) {
            int found = np_record_read(s, w->next, w->limit, &w->record);
            if (found < 0) return found;
            if (found == 1) {
                w->at = w->next;
                w->next = np_record_place(np_record_end(w->at, w->record.length));
                return 1;
            }
            w->next = 0;
        }
        if (w->left == 0) return 0;
        if (w->sector >= a->end) w->sector = a->first;
        np_head head;
        int valid = np_head_read(s, w->sector, &head);
        if (valid < 0) return valid;
        uint32_t sector = w->sector, end = sector + 1, at;
        if (sector == a->newest) {
            end = a->newest_end;
        } else if (valid) {
            int e = np_run_measure(s, a, sector, &head, &end, &at);
            if (e < 0) return e;
        }
        if (valid && head.retired != 0) {
            w->next = sector * NP_SECTOR + (uint32_t)sizeof head;
            w->limit = end * NP_SECTOR;
        }
        w->sector = (uint16_t)end;
        w->left = sector == a->newest || end - sector >= w->left ? 0 : (uint16_t)(w->left - (end - sector));
    }
}

void np_record_inform(uint32_t at, const np_record *r, np_record_info *info)
{
    info->at = at;
    info->kind = (uint8_t)r->magic;
    info->stage = r->stage_2 == NP_STAGE_2 ? 2 : r->stage_1 == NP_STAGE_1 ? 1 : 0;
    info->length = r->length;
    info->crc = r->crc;
    info->key = np_record_key(r);
}

int np_writer_of(const np_store *s, uint32_t at)
{
    for (uint32_t i = 0; i < NP_STORE_WRITERS; i++) {
        if ((s->writers[i] & ~NP_OVERTAKEN) == at) return (int)i;
    }
    return -1;
}

/* Finds the oldest and the newest run of an area by the heads alone, but for runs that were not closed. */
static int find_runs(const np_store *s, np_store_area *a)
{
    uint32_t least = 0, next;
    a->newest_end = a->first;
    a->empty = true;
    a->sequence = a->lap = 0;
    a->span = (uint16_t)np_area_run(a);
    for (uint32_t sector = a->first; sector < a->end; sector = next) {
        np_head head;
        uint32_t at;
        next = sector + 1;
        int valid = np_head_read(s, sector, &head);
        if (valid < 0) return valid;
        if (!valid) continue;
        int e = np_run_measure(s, a, sector, &head, &next, &at);
        if (e < 0) return e;
        if (a->stale != a->stale_end && sector == a->stale) continue;
        if (next - sector > a->span) a->span = (uint16_t)(next - sector);
        if (a->empty || head.sequence < least) {
            least = head.sequence;
            a->oldest = (uint16_t)sector;
        }
        if (a->empty || head.sequence > a->sequence) {
            a->sequence = head.sequence;
            a->lap = head.lap;
            a->newest = (uint16_t)sector;
            a->newest_end = (uint16_t)next;
            a->at = at;
        }
        a->empty = false;
    }
    return 0;
}

/* Whether the newest run holds space but no committed record, and is not the only one: 1 if so. */
static int newest_is_stale(const np_store *s, const np_store_area *a)
{
    np_head head;
    np_record r;
    uint32_t next = a->newest * NP_SECTOR + (uint32_t)sizeof head;
    if (a->empty || a->oldest == a->newest || a->at == next) return 0;
    int found = np_head_read(s, a->newest, &head);
    if (found < 0 || head.closed != NP_BLANK) return found < 0 ? found : 0;
    while ((found = np_record_read(s, next, a->newest_end * NP_SECTOR, &r)) == 1) {
        if (r.committed == NP_COMMITTED) return 0;
        next = np_record_place(np_record_end(next, r.length));
    }
    return found < 0 ? found : 1;
}

static int mount_area(np_store *s, np_store_area *a, uint32_t first, uint32_t end)
{
    a->first = (uint16_t)first;
    a->end = (uint16_t)end;
    a->live = NP_STORE_UNCOUNTED;
    int e = find_runs(s, a);
    if (e == 0) e = newest_is_stale(s, a);
    if (e != 1) return e;
    /* it belongs to the gap: else power that goes in every collection would use it up */
    a->stale = a->newest;
    a->stale_end = a->newest_end;
    return find_runs(s, a);
}

int np_store_mount(np_store *s, const np_flash *flash, const np_store_owner *owner,
                   void (*found)(void *context, const np_record_info *record))
{
    memset(s, 0, sizeof *s);
    s->flash = flash;
    s->owner = owner;
    bool two = flash->window < flash->sectors && flash->sectors - flash->window >= NP_AREA_SECTORS;
    int e = mount_area(s, &s->area[0], 0, flash->window);
    if (e == 0) e = mount_area(s, &s->area[1], flash->window, two ? flash->sectors : flash->window);
    if (e < 0) return e;
    FOR_AREAS(np_store_area, a, s) {
        np_walk w;
        np_record_info info;
        np_walk_start(a, &w);
        while ((e = np_walk_next(s, &w)) == 1) {
            if (w.record.committed != NP_COMMITTED) continue;
            np_record_inform(w.at, &w.record, &info);
            found(owner->context, &info);
        }
        if (e < 0) return e;
    }
    return 0;
}
