/* Reading records. */
#include "store_internal.h"

/* The committed record at `at`. */
static int committed(const np_store *s, uint32_t at, np_record *r)
{
    uint32_t end = s->flash->sectors * NP_SECTOR;
    int found = at % 4 != 0 || at == 0 || at > end ? 0 : np_record_read(s, at, end, r);
    if (found < 0) return found;
    return found == 1 && r->committed == NP_COMMITTED ? 0 : NP_E_STORE_NOT_FOUND;
}

int np_store_info(const np_store *s, uint32_t at, np_record_info *info)
{
    np_record r;
    int e = committed(s, at, &r);
    if (e == 0) np_record_inform(at, &r, info);
    return e;
}

int np_store_read(const np_store *s, uint32_t at, uint32_t offset, void *to, uint32_t length)
{
    np_record r;
    int e = committed(s, at, &r);
    if (e < 0) return e;
    if (offset > r.length || length > r.length - offset) return NP_E_BOARD_OFFSET;
    return length == 0 ? 0 : np_flash_read(s, at + (uint32_t)sizeof r + offset, to, length);
}

int np_store_check(const np_store *s, uint32_t at)
{
    np_record r;
    uint32_t crc;
    int e = committed(s, at, &r);
    if (e == 0) e = np_flash_crc(s, at + (uint32_t)sizeof r, r.length, &crc);
    return e < 0 ? e : crc == r.crc ? 0 : NP_E_STORE_DAMAGED;
}

const uint32_t *np_store_mapped(const np_store *s, uint32_t at)
{
    uint32_t payload = at + (uint32_t)sizeof(np_record);
    return s->flash->mapped != NULL && payload < s->flash->window * NP_SECTOR ? s->flash->mapped + payload / 4 : NULL;
}

int np_store_find(const np_store *s, np_store_kind kind, uint64_t key, np_record_info *info)
{
    bool any = false, apart = np_store_keeps_images(s);
    FOR_AREAS(const np_store_area, a, s) {
        np_walk w;
        int e;
        if (apart && (a == s->area) != (kind == NP_STORE_IMAGE)) continue;
        np_walk_start(a, &w);
        while ((e = np_walk_next(s, &w)) == 1) {
            if (w.record.committed != NP_COMMITTED || (w.record.magic & 0xFFu) != kind || np_record_key(&w.record) != key) continue;
            np_record_inform(w.at, &w.record, info);
            any = true;
        }
        if (e < 0) return e;
    }
    return any ? 0 : NP_E_STORE_NOT_FOUND;
}

int np_store_each(const np_store *s, np_store_kind kind, bool (*found)(void *context, const np_record_info *record), void *context)
{
    FOR_AREAS(const np_store_area, a, s) {
        np_walk w;
        np_record_info info;
        int e;
        np_walk_start(a, &w);
        while ((e = np_walk_next(s, &w)) == 1) {
            if (w.record.committed != NP_COMMITTED || (w.record.magic & 0xFFu) != kind) continue;
            np_record_inform(w.at, &w.record, &info);
            if (!found(context, &info)) return 0;
        }
        if (e < 0) return e;
    }
    return 0;
}

bool np_store_keeps_images(const np_store *s) { return s->area[1].first != s->area[1].end; }
