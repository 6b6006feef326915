#include "staging.h"

#include "firmware_check.h"

#include <string.h>

enum { PIECE = 256 };

static bool running(const np_staging *s, np_firmware_head *h) { return np_firmware_has_head(s->record.flash, NP_AT_FIRMWARE_AT, h); }

/* The area that holds the running firmware, or NP_BOOT_NO_AREA. */
static uint32_t kept(const np_staging *s)
{
    np_firmware_head h;
    return running(s, &h) ? np_boot_kept_area(&s->record, h.length, h.crc) : NP_BOOT_NO_AREA;
}

/* The other one of two is for what is new; where none holds the running firmware, the first is to. */
static uint32_t area_of(const np_staging *s, np_update_place place)
{
    uint32_t area = kept(s);
    if (area == NP_BOOT_NO_AREA) area = 0;
    return place == NP_PLACE_KEPT ? area : 1u - area;
}

static uint32_t address(const np_staging *s, np_update_place place)
{
    return place == NP_PLACE_RUNNING ? NP_AT_FIRMWARE_AT : s->geometry.staging_at[area_of(s, place)];
}

static int read_place(void *context, np_update_place place, uint32_t at, void *to, uint32_t length)
{
    const np_staging *s = context;
    return s->record.flash->read(s->record.flash->context, address(s, place) + at, to, length);
}

static int erase_place(void *context, np_update_place place, uint32_t sector)
{
    const np_staging *s = context;
    return s->record.flash->erase(s->record.flash->context, address(s, place) / NP_AT_SECTOR + sector);
}

static int program_place(void *context, np_update_place place, uint32_t at, const void *from, uint32_t length)
{
    const np_staging *s = context;
    return s->record.flash->program(s->record.flash->context, address(s, place) + at, from, length);
}

static bool look(void *context, np_update_place place, np_firmware *f)
{
    const np_staging *s = context;
    np_firmware_head h;
    uint32_t buffer[PIECE / 4];
    bool whole = place == NP_PLACE_RUNNING ? running(s, &h) : np_firmware_is_whole(s->record.flash, address(s, place), s->geometry.staging_bytes, buffer, sizeof buffer, &h);
    if (!whole) return false;
    *f = (np_firmware){ .length = h.length, .crc = h.crc, .prelude = h.prelude, .flags = h.flags, .abi = h.abi, .image_version = h.image_version,
                        .snapshot_version = h.snapshot_version };
    memcpy(f->version, h.version, sizeof f->version);
    return true;
}

static np_update_state state(void *context)
{
    const np_boot_record *r = &((np_staging *)context)->record;
    return r->stage == NP_BOOT_TRIAL ? NP_UPDATE_TRIAL : r->rolled_back ? NP_UPDATE_ROLLED_BACK : NP_UPDATE_GOOD;
}

static bool is_kept(void *context) { return kept(context) != NP_BOOT_NO_AREA; }

static int forget(void *context, np_update_place place)
{
    np_staging *s = context;
    return np_boot_forget(&s->record, area_of(s, place));
}

static int keep(void *context)
{
    np_staging *s = context;
    np_firmware_head h;
    return running(s, &h) ? np_boot_copied(&s->record, area_of(s, NP_PLACE_KEPT), h.length, h.crc) : -1;
}

static int install(void *context, uint32_t length, uint32_t crc)
{
    np_staging *s = context;
    return np_boot_install(&s->record, area_of(s, NP_PLACE_NEW), length, crc);
}

static int confirm(void *context) { return np_boot_confirm(&((np_staging *)context)->record); }

int np_staging_open(np_staging *s, const np_flash *flash, uint32_t flash_bytes)
{
    if (!np_geometry_of(flash_bytes, &s->geometry) || s->geometry.staging_at[0] == 0 || np_boot_read(&s->record, flash) < 0) return -1;
    s->port = (np_update_port){ s, s->geometry.staging_bytes, read_place, erase_place, program_place, look, state, is_kept, forget, keep, install, confirm };
    return 0;
}
