/* The boot loader and its record on a simulated flash: power is lost at every operation of an update, in every way, and once more while it goes on. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../firmware/esp8266/boot/loader.h"
#include "port/flash_sim.h"
#include "sealed.h"

enum { FLASH = 1 << 20, SECTORS = FLASH / NP_SECTOR, BYTES = 3 * NP_SECTOR + 468, FEW = 2 * NP_SECTOR + 100 };

static np_flash_sim sim;
static uint32_t buffer[NP_AT_SECTOR / 4];
static const char *scenario = "";

static void fail(const char *what)
{
    fprintf(stderr, "%s: operation %llu, way %d: %s\n", scenario, (unsigned long long)sim.operations, (int)sim.cut, what);
    exit(1);
}

static void check(int holds, const char *what)
{
    if (sim.fault) fail(sim.fault);
    if (!holds) fail(what);
}

/* --- firmware ------------------------------------------------------------------------------------- */

typedef struct {
    uint32_t words[(BYTES + 3) / 4];
    uint32_t length, crc;
} firmware;

static firmware make(uint8_t version, uint32_t length)
{
    firmware f = { .length = length };
    uint32_t ram[] = { 1, NP_AT_IRAM + 4, NP_AT_IRAM, 8, version, ~(uint32_t)version };
    f.crc = seal(f.words, length, (np_firmware_head){ .magic = NP_AT_HEAD_MAGIC, .format = NP_AT_HEAD_FORMAT, .version = { version } }, ram, sizeof ram);
    return f;
}

static firmware old, new, newer;

/* Writes one to flash, sector by sector. False when power went. */
static int store(const firmware *f, uint32_t at)
{
    for (uint32_t done = 0; done < f->length; done += NP_SECTOR) {
        uint32_t n = f->length - done < NP_SECTOR ? f->length - done : NP_SECTOR;
        if (sim.flash.erase(&sim, (at + done) / NP_SECTOR) < 0 || sim.flash.program(&sim, at + done, f->words + done / 4, n) < 0) return 0;
    }
    return 1;
}

/* --- a chip's life -------------------------------------------------------------------------------------- */

static np_loader loader;

/* A start: which firmware runs then; 0 when power went. */
static int start(void)
{
    int e = np_loader_prepare(&loader, &sim.flash, FLASH, buffer);
    if (sim.off) return 0;
    check(e == 0, "no firmware runs");
    return loader.head.version[0];
}

/* What the running firmware does to be followed by another one. False when power went. */
static int update(const firmware *running, const firmware *next)
{
    np_boot_record r;
    if (np_boot_read(&r, &sim.flash) < 0) return 0;
    uint32_t kept = np_boot_kept_area(&r, running->length, running->crc);
    if (kept == NP_BOOT_NO_AREA) {
        kept = 0;
        if (np_boot_forget(&r, kept) < 0 || !store(running, loader.geometry.staging_at[kept])) return 0;
        if (np_boot_copied(&r, kept, running->length, running->crc) < 0) return 0;
    }
    uint32_t area = 1 - kept;
    if (np_boot_forget(&r, area) < 0 || !store(next, loader.geometry.staging_at[area])) return 0;
    return np_boot_install(&r, area, next->length, next->crc) == 0;
}

static int confirm(void)
{
    np_boot_record r;
    return np_boot_read(&r, &sim.flash) == 0 && np_boot_confirm(&r) == 0;
}

static np_boot_record record_now(void)
{
    np_boot_record r;
    check(np_boot_read(&r, &sim.flash) == 0, "the record can't be read");
    return r;
}

/* Many entries, so that the record turns over within the update. */
static void wear_record(uint32_t entries)
{
    np_boot_record r = record_now();
    for (uint32_t i = 0; i < entries; i++) check((i % 2 ? np_boot_forget(&r, 1) : np_boot_copied(&r, 1, 8, i)) == 0, "the record is not written");
}

static void blank(void)
{
    memset(sim.bytes, 0xFF, FLASH);
    check(store(&old, NP_AT_FIRMWARE_AT), "the first firmware");
}

/* --- scenarios: `go` is one life until power goes or it has ended; true at its end ------------------------- */

static int reports_well(void)
{
    for (;;) {
        int runs = start();
        if (runs == 0) return 0;
        check(runs == 1 || runs == 2, "something else runs");
        np_boot_record r = record_now();
        check(runs == 2 || r.stage == NP_BOOT_GOOD, "the old one runs in the midst of an installation");
        check(!r.rolled_back, "it went back");
        if (runs == 2) return r.stage == NP_BOOT_GOOD ? 1 : confirm() && start() == 2;
        if (!update(&old, &new)) return 0;
    }
}

static int never_reports(void)
{
    for (uint32_t starts = 0;; starts++) {
        int runs = start();
        if (runs == 0) return 0;
        np_boot_record r = record_now();
        check(runs == 1 || r.stage == NP_BOOT_TRIAL, "the new one runs without a trial");
        check(starts <= NP_BOOT_STARTS + 1, "it is tried too often");
        if (runs == 1 && r.rolled_back) return 1;
        check(r.stage == NP_BOOT_GOOD || runs == 2, "the old one runs in the midst of an installation");
        if (runs == 1 && !update(&old, &new)) return 0;
    }
}

/* Two updates: the second takes the other area. */
static int twice(void)
{
    for (;;) {
        int runs = start();
        if (runs == 0 || !confirm()) return 0;
        check(!record_now().rolled_back, "it went back");
        if (runs == 3) return start() == 3;
        if (!(runs == 1 ? update(&old, &new) : update(&new, &newer))) return 0;
    }
}

/* What lies in the area is damaged before it is installed. */
static void damage_area(void)
{
    check(start() == 1 && update(&old, &new), "the update");
    sim.bytes[loader.geometry.staging_at[1] + NP_SECTOR + 5] ^= 1;
}

static int is_refused(void)
{
    int runs = start();
    if (runs == 0) return 0;
    check(runs == 1 && record_now().rolled_back && record_now().stage == NP_BOOT_GOOD, "a damaged one is installed");
    return 1;
}

/* What is in place is damaged later. */
static void damage_place(void)
{
    check(start() == 1 && update(&old, &new) && start() == 2 && confirm(), "the update");
    sim.bytes[NP_AT_FIRMWARE_AT + NP_SECTOR + 5] ^= 1;
}

static int is_mended(void)
{
    int runs = start();
    if (runs == 0) return 0;
    check(runs == 1 || runs == 2, "something else runs");
    return 1;
}

static void nothing(void) {}
static void nearly_full(void) { wear_record(252); }

static const struct {
    const char *name;
    void (*before)(void);
    int (*life)(void);
    int runs;
} scenarios[] = {
    { "reports well", nothing, reports_well, 2 },
    { "reports well, the record turns over", nearly_full, reports_well, 2 },
    { "never reports", nothing, never_reports, 1 },
    { "never reports, the record turns over", nearly_full, never_reports, 1 },
    { "twice", nothing, twice, 3 },
    { "twice, the record turns over", nearly_full, twice, 3 },
    { "damaged in its area", damage_area, is_refused, 1 },
    { "damaged in place", damage_place, is_mended, 0 },
};

static const struct { np_cut cut; uint32_t prefix, seed; } ways[] = {
    { NP_CUT_NOT_DONE, 0, 1 }, { NP_CUT_PREFIX, 6, 1 }, { NP_CUT_PREFIX, 14, 1 }, { NP_CUT_PREFIX, 1500, 1 },
    { NP_CUT_TORN, 0, 11 }, { NP_CUT_TORN, 0, 222 }, { NP_CUT_DONE, 0, 1 },
};

/* A life with losses of power at an operation, and `again` operations later (0: none). */
static void live(uint32_t number, const uint8_t *begin, uint64_t cut_at, uint32_t way, uint32_t again)
{
    memcpy(sim.bytes, begin, FLASH);
    np_flash_sim_power_on(&sim);
    sim.operations = 0;
    sim.cut_at = cut_at;
    sim.cut = ways[way].cut;
    sim.cut_prefix = ways[way].prefix;
    sim.seed = ways[way].seed;
    for (uint32_t lives = 0; !scenarios[number].life(); lives++) {
        check(sim.off, "it stopped by itself");
        check(lives < 3, "it does not go on");
        np_flash_sim_power_on(&sim);
        if (lives == 0 && again) sim.cut_at = sim.operations + again;
    }
    np_flash_sim_power_on(&sim);
    int runs = start();
    check(scenarios[number].runs == 0 || runs == scenarios[number].runs, "the wrong one runs in the end");
}

int main(void)
{
    if (!np_flash_sim_open(&sim, SECTORS, SECTORS, NULL)) return 2;
    old = make(1, BYTES);
    new = make(2, FEW);
    newer = make(3, BYTES);
    uint8_t *begin = malloc(FLASH);
    uint32_t points = 0;
    for (uint32_t n = 0; n < sizeof scenarios / sizeof *scenarios; n++) {
        scenario = scenarios[n].name;
        blank();
        scenarios[n].before();
        memcpy(begin, sim.bytes, FLASH);
        live(n, begin, 0, 0, 0);
        uint64_t operations = sim.operations;
        for (uint64_t at = 1; at <= operations; at++)
            for (uint32_t way = 0; way < sizeof ways / sizeof *ways; way++)
                for (uint32_t again = 0; again <= 10; again += 5, points++) live(n, begin, at, way, again);
    }
    /* a chip without any firmware, and one whose firmware is damaged and has no copy, run nothing */
    memset(sim.bytes, 0xFF, FLASH);
    check(np_loader_prepare(&loader, &sim.flash, FLASH, buffer) < 0, "a blank flash runs");
    blank();
    sim.bytes[NP_AT_FIRMWARE_AT + 2000] ^= 4;
    check(np_loader_prepare(&loader, &sim.flash, FLASH, buffer) < 0, "a damaged firmware runs");
    free(begin);
    np_flash_sim_close(&sim);
    printf("%u points\n", points);
    return 0;
}
