#include "loader.h"

#include "../firmware_check.h"

enum { MOST_SEGMENTS = 8, SEGMENT_WORDS = 2, SEGMENT = 4 * SEGMENT_WORDS };

static int read(const np_loader *l, uint32_t at, void *to, uint32_t length) { return l->flash->read(l->flash->context, at, to, length); }

/* Whether the firmware may be loaded there. */
static bool is_loadable(uint32_t address, uint32_t length)
{
    uint32_t end = address + length;
    if ((address | length) & 3u || end < address) return false;
    return (address >= NP_AT_IRAM && end <= NP_AT_LOADER_IRAM) || (address >= NP_AT_DRAM && end <= NP_AT_LOADER_DRAM);
}

/* Whether its part for RAM can be loaded and fills the rest of it. */
static bool has_segments(const np_loader *l, uint32_t at)
{
    uint32_t words[SEGMENT_WORDS], from = at + l->head.ram_offset, end = at + l->head.length;
    if (read(l, from, words, SEGMENT) < 0) return false;
    uint32_t count = words[0];
    if (count > MOST_SEGMENTS || words[1] < NP_AT_IRAM || words[1] >= NP_AT_LOADER_IRAM) return false;
    for (from += SEGMENT; count > 0; count--, from += SEGMENT + words[1]) {
        if (from + SEGMENT > end || read(l, from, words, SEGMENT) < 0) return false;
        if (!is_loadable(words[0], words[1]) || words[1] > end - from - SEGMENT) return false;
    }
    return from == end;
}

/* Whether there is a firmware, undamaged; its head is in `head` then. */
static bool is_whole(np_loader *l, uint32_t at)
{
    uint32_t most = at == NP_AT_FIRMWARE_AT ? l->geometry.firmware_bytes : l->geometry.staging_bytes;
    return np_firmware_is_whole(l->flash, at, most, l->buffer, NP_AT_SECTOR, &l->head) && has_segments(l, at);
}

/* Whether an area holds the firmware that the record says it holds. */
static bool is_kept(np_loader *l, uint32_t area)
{
    const np_boot_copy *copy = &l->record.copies[area];
    if (copy->length == 0 || l->geometry.staging_at[area] == 0 || !is_whole(l, l->geometry.staging_at[area])) return false;
    return l->head.length == copy->length && l->head.crc == copy->crc;
}

/* Whether a sector in place already holds these bytes. */
static bool is_same(const np_loader *l, uint32_t at)
{
    uint32_t words[64];
    for (uint32_t done = 0; done < NP_AT_SECTOR; done += sizeof words) {
        if (read(l, at + done, words, sizeof words) < 0) return false;
        for (uint32_t i = 0; i < sizeof words / 4; i++)
            if (words[i] != l->buffer[done / 4 + i]) return false;
    }
    return true;
}

/* Copies an area into place; what is there already is left, so that it may be done again. Whether a whole firmware is in place then. */
static bool copy(np_loader *l, uint32_t area)
{
    const np_flash *f = l->flash;
    uint32_t from = l->geometry.staging_at[area], length = l->head.length;
    for (uint32_t done = 0; done < length; done += NP_AT_SECTOR) {
        uint32_t to = NP_AT_FIRMWARE_AT + done;
        if (read(l, from + done, l->buffer, NP_AT_SECTOR) < 0) return false;
        if (is_same(l, to)) continue;
        if (f->erase(f->context, to / NP_AT_SECTOR) < 0 || f->program(f->context, to, l->buffer, NP_AT_SECTOR) < 0) return false;
    }
    return is_whole(l, NP_AT_FIRMWARE_AT);
}

/* Puts the copy of an area into place, twice if need be: a worn sector may take it the second time. */
static bool put_in_place(np_loader *l, uint32_t area)
{
    for (uint32_t tries = 0; tries < 2; tries++)
        if (is_kept(l, area) && copy(l, area)) return true;
    return false;
}

static int install(np_loader *l)
{
    np_boot_record *r = &l->record;
    uint32_t old = 1u - r->area;
    if (is_kept(l, r->area)) {
        if (put_in_place(l, r->area)) return np_boot_installed(r);
    } else if (is_whole(l, NP_AT_FIRMWARE_AT)) {
        return np_boot_gone_back(r);        /* what was to be installed is damaged, and nothing is lost yet */
    }
    return is_kept(l, old) ? np_boot_go_back(r, old) : -1;
}

/* What is damaged in place is mended from a copy: of the confirmed firmware, or of any. */
static int mend(np_loader *l)
{
    for (uint32_t area = 0; area < NP_STAGING_AREAS; area++)
        if (is_kept(l, area)) return np_boot_go_back(&l->record, area);
    return -1;
}

int np_loader_prepare(np_loader *l, const np_flash *flash, uint32_t flash_bytes, uint32_t *buffer)
{
    enum { STEPS = 4 };         /* INSTALL, BACK, GOOD, and one to spare: a flash that takes no record must not keep us here */
    np_boot_record *r = &l->record;
    l->flash = flash;
    l->buffer = buffer;
    l->went_back = false;
    if (!np_geometry_of(flash_bytes, &l->geometry) || np_boot_read(r, flash) < 0) return -1;
    for (uint32_t step = 0; step < STEPS; step++) {
        int e = 0;
        switch (r->stage) {
        case NP_BOOT_GOOD:
            if (is_whole(l, NP_AT_FIRMWARE_AT)) return 0;
            e = mend(l);
            break;
        case NP_BOOT_INSTALL:
            e = install(l);
            break;
        case NP_BOOT_TRIAL:
            if (r->starts < NP_BOOT_STARTS && is_whole(l, NP_AT_FIRMWARE_AT)) return np_boot_started(r);
            e = is_kept(l, 1u - r->area) ? np_boot_go_back(r, 1u - r->area) : np_boot_confirm(r);     /* without a way back it has to do */
            break;
        case NP_BOOT_BACK:
            e = put_in_place(l, r->area) ? np_boot_gone_back(r) : -1;
            l->went_back = true;
            break;
        }
        if (e < 0) break;
    }
    return is_whole(l, NP_AT_FIRMWARE_AT) ? 0 : -1;
}

uint32_t np_loader_load(np_loader *l)
{
    uint32_t start[SEGMENT_WORDS], words[SEGMENT_WORDS], from = NP_AT_FIRMWARE_AT + l->head.ram_offset;
    read(l, from, start, SEGMENT);
    for (from += SEGMENT; start[0] > 0; start[0]--, from += SEGMENT + words[1]) {
        read(l, from, words, SEGMENT);
        if (words[1] > 0) read(l, from + SEGMENT, (void *)(uintptr_t)words[0], words[1]);
    }
    return start[1];
}
