/* Updates of the firmware: it comes as an upload, and is installed by a restart. The way back is made sure of before. */
#include "board_state.h"
#include "bytes.h"

#include <string.h>

enum { PIECE = 256 };

/* A firmware on trial that has run so long without a fault is good, even if nobody has asked it anything; microseconds. */
static const uint64_t RUNS_WELL = 30000000u;

static const np_update_port *update(const np_board *b) { return b->port->update; }

void np_update_start(np_board *b) { b->on_trial = update(b) && update(b)->state(update(b)->context) == NP_UPDATE_TRIAL; }

uint64_t np_update_pump(np_board *b)
{
    if (!b->on_trial) return NP_NEVER;
    uint64_t ran = np_now(b) - b->started;
    if (!b->asked && ran < RUNS_WELL) return RUNS_WELL - ran;
    b->on_trial = update(b)->confirm(update(b)->context) < 0;
    return b->on_trial ? RUNS_WELL : NP_NEVER;
}

/* --- upload ------------------------------------------------------------------------------------------------------ */

int np_update_begin(np_board *b, uint32_t bytes)
{
    if (!update(b)) return NP_E_UPDATE_NOT_HERE;
    if (bytes > update(b)->capacity) return NP_E_UPDATE_TOO_LARGE;
    if (bytes % 4) return NP_E_UPDATE_DAMAGED;
    if (b->on_trial) return NP_E_UPDATE_TRIAL;          /* the place is that of the way back */
    if (b->leaving.stage != NP_LEAVING_NOT) return NP_E_BOARD_BUSY;
    return update(b)->forget(update(b)->context, NP_PLACE_NEW) < 0 ? NP_E_STORE_FLASH : 0;
}

int np_update_data(np_board *b, uint32_t at, const uint8_t *bytes, uint32_t length)
{
    const np_update_port *u = update(b);
    uint32_t sector = (at + length - 1u) / NP_SECTOR;
    if (b->leaving.stage != NP_LEAVING_NOT) return NP_E_BOARD_BUSY;
    /* a piece is shorter than a sector: it begins at most one */
    if ((at % NP_SECTOR == 0 || at / NP_SECTOR != sector) && length > 0 && u->erase(u->context, NP_PLACE_NEW, sector) < 0) return NP_E_STORE_FLASH;
    return length > 0 && u->program(u->context, NP_PLACE_NEW, at, bytes, length) < 0 ? NP_E_STORE_FLASH : 0;
}

int np_update_end(np_board *b, uint32_t length)
{
    np_firmware f;
    return update(b)->look(update(b)->context, NP_PLACE_NEW, &f) && f.length == length ? 0 : NP_E_UPDATE_DAMAGED;
}

/* --- install ----------------------------------------------------------------------------------------------------- */

static bool has_functions(const np_board *b)
{
    for (uint32_t i = 0; i < b->entries; i++)
        if (np_entry_of(b, i)->at != NP_NO_RECORD) return true;
    return false;
}

int np_update_install(np_board *b, uint32_t link, uint32_t request, const uint8_t *body, uint32_t length)
{
    const np_update_port *u = update(b);
    np_firmware f;
    if (!u) return NP_E_UPDATE_NOT_HERE;
    if (length != 9) return NP_E_BOARD_REQUEST;
    if (b->on_trial) return NP_E_UPDATE_TRIAL;
    if (!u->look(u->context, NP_PLACE_NEW, &f) || f.length != np_get32(body) || f.crc != np_get32(body + 4)) return NP_E_UPDATE_DAMAGED;
    bool reads = f.abi == NP_ABI_VERSION && f.image_version == NP_IMAGE_VERSION && f.snapshot_version == NP_SNAPSHOT_VERSION;
    if (!reads && !body[8] && has_functions(b)) return NP_E_UPDATE_VERSIONS;
    int error = np_power_leave(b, link, request, false);
    if (error < 0) return error;
    b->leaving.install = true;
    b->leaving.keeps_prelude = (uint32_t)f.prelude != np_whole(np_prelude[NP_IMG_BUILD]) || (uint32_t)(f.prelude >> 32) != np_whole(np_prelude[NP_IMG_BUILD + 1]);
    b->leaving.length = f.length;
    b->leaving.crc = f.crc;
    if (!u->is_kept(u->context)) {
        if (u->forget(u->context, NP_PLACE_KEPT) < 0) error = NP_E_STORE_FLASH;
        b->leaving.stage = error < 0 ? NP_LEAVING_NOT : NP_LEAVING_KEEPS;
    }
    return error;
}

/* Copies a sector of the running firmware. */
static int keep_sector(const np_update_port *u, uint32_t sector, uint32_t length)
{
    uint32_t words[PIECE / 4], at = sector * NP_SECTOR, end = length - at < NP_SECTOR ? length : at + NP_SECTOR;
    if (u->erase(u->context, NP_PLACE_KEPT, sector) < 0) return NP_E_STORE_FLASH;
    for (uint32_t n; at < end; at += n) {
        n = end - at < PIECE ? end - at : PIECE;
        if (u->read(u->context, NP_PLACE_RUNNING, at, words, n) < 0 || u->program(u->context, NP_PLACE_KEPT, at, words, n) < 0) return NP_E_STORE_FLASH;
    }
    return 0;
}

int np_update_keep(np_board *b)
{
    const np_update_port *u = update(b);
    np_firmware runs, copy;
    if (!u->look(u->context, NP_PLACE_RUNNING, &runs)) return NP_E_UPDATE_DAMAGED;
    int error = keep_sector(u, b->leaving.sector++, runs.length);
    if (error < 0 || b->leaving.sector * NP_SECTOR < runs.length) return error;
    if (!u->look(u->context, NP_PLACE_KEPT, &copy) || copy.crc != runs.crc || copy.length != runs.length) return NP_E_STORE_FLASH;
    if (u->keep(u->context) < 0) return NP_E_STORE_FLASH;
    b->leaving.stage = NP_LEAVING_STORES;
    return 0;
}

int np_update_commit(np_board *b)
{
    const np_update_port *u = update(b);
    return u->install(u->context, b->leaving.length, b->leaving.crc) < 0 ? NP_E_STORE_FLASH : 0;
}

/* --- what runs --------------------------------------------------------------------------------------------------- */

int np_update_tell(const np_board *b, uint8_t *to, uint32_t *length)
{
    const np_update_port *u = update(b);
    np_firmware f;
    if (!u) return NP_E_UPDATE_NOT_HERE;
    if (!u->look(u->context, NP_PLACE_RUNNING, &f)) return NP_E_UPDATE_DAMAGED;
    uint8_t *at = np_put32(to, (uint32_t)u->state(u->context) | (uint32_t)u->is_kept(u->context) << 8 | (uint32_t)f.flags << 16);
    at = np_put64(np_put32(np_put32(np_put32(at, u->capacity), f.length), f.crc), f.prelude);
    at = np_put16(np_put16(np_put16(np_put16(at, f.abi), f.image_version), f.snapshot_version), 0);
    uint32_t n = 0;
    while (n < sizeof f.version && f.version[n]) n++;
    *at++ = (uint8_t)n;
    memcpy(at, f.version, n);
    *length = (uint32_t)(at + n - to);
    return 0;
}
