/* Updates of the firmware on a simulated ESP8266's flash, with the board's own code and the boot loader's: power is lost at every operation, in every way.
 * update_cuts IMAGE NAME: a program that ends well by itself runs meanwhile, and must. Prints the number of points. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board/board_state.h"
#include "board/bytes.h"
#include "port/chip_sim.h"
#include "port/flash_sim.h"
#include "vm/crc32.h"
#include "../firmware/sealed.h"

enum { FLASH = 2 << 20, LENGTH = 3 * NP_SECTOR + 468, RAM = 40960, PIECE = 504, STEP_US = 200, MOST_STARTS = 30 };
enum { OLD = 1, NEW = 2 };

static np_flash_sim sim;
static np_chip_sim chip;
static np_board board;
static np_link link;
static np_board_port port;
static uint64_t memory[RAM / 8];
static uint64_t now_us;
static bool restarts;
static const char *scenario = "";
static uint8_t *image;
static uint32_t image_bytes;

static void fail(const char *what)
{
    fprintf(stderr, "%s: cut at %llu, way %d, operation %llu: %s\n", scenario, (unsigned long long)sim.cut_at, (int)sim.cut, (unsigned long long)sim.operations, what);
    exit(1);
}

static void check(bool holds, const char *what)
{
    if (sim.fault) fail(sim.fault);
    if (!holds) fail(what);
}

/* --- a home ----------------------------------------------------------------------------------------- */

static uint64_t clock_us(void *context) { (void)context; return now_us; }
static int32_t read_link(void *context, uint8_t *bytes, uint32_t capacity) { (void)context, (void)bytes, (void)capacity; return 0; }
static uint32_t write_link(void *context, const uint8_t *bytes, uint32_t length) { (void)context, (void)bytes; return length; }
static void restart(void *context) { (void)context; restarts = true; }

/* --- firmware --------------------------------------------------------------------------------------- */

typedef struct {
    uint32_t words[LENGTH / 4], length, crc;
} firmware;
static firmware old, new;

static uint64_t own_prelude(void) { return np_prelude[NP_IMG_BUILD] | (uint64_t)np_prelude[NP_IMG_BUILD + 1] << 32; }

static firmware make(uint8_t version, uint64_t prelude)
{
    firmware f = { .length = LENGTH };
    uint32_t ram[] = { 0, NP_AT_IRAM };
    f.crc = seal(f.words, LENGTH,
                 (np_firmware_head){ .magic = NP_AT_HEAD_MAGIC, .format = NP_AT_HEAD_FORMAT, .abi = NP_ABI_VERSION, .image_version = NP_IMAGE_VERSION,
                                     .snapshot_version = NP_SNAPSHOT_VERSION, .prelude = prelude, .version = { version } },
                 ram, sizeof ram);
    return f;
}

/* --- a board's life ----------------------------------------------------------------------------------- */

/* Switches it on: which firmware is in place then; 0 where power went. Its RAM holds nothing. */
static int start(void)
{
    static const np_link_port stream = { NULL, read_link, write_link, NULL, NULL };
    memset(memory, 0xA5, sizeof memory);
    memset(&board, 0xA5, sizeof board);
    memset(&link, 0xA5, sizeof link);
    restarts = false;
    bool has = np_chip_sim_start(&chip, &sim.flash, &port);
    if (sim.off) return 0;
    check(has, "no firmware is left");
    port.flash.mapped = (const uint32_t *)(void *)(sim.bytes + chip.loader.geometry.store_at);
    port = (np_board_port){ .board_id = 7, .platform = "test", .memory = memory, .memory_bytes = RAM, .log_bytes = 1024, .flash = port.flash, .links = &link,
                            .streams = &stream, .link_count = 1, .clock_us = clock_us, .restart = restart, .update = port.update };
    int error = np_board_start(&board, &port);
    if (sim.off) return 0;
    check(error == 0, "the board does not start");
    check(port.update != NULL, "there is no room for updates");
    return chip.loader.head.version[0];
}

/* Works for so long, or until it goes off. False where power went. */
static bool work(uint64_t us)
{
    for (uint64_t end = now_us + us; now_us < end && !restarts && !sim.off;) {
        uint64_t due = np_board_step(&board);
        now_us += due == 0 ? STEP_US : due < end - now_us ? due : end - now_us;
    }
    check(true, "");
    return !sim.off;
}

/* A request's error; power may have gone in it. */
static bool done(int error)
{
    if (sim.off) return false;
    check(error == 0, np_error_name(error));
    return true;
}

static bool send(uint8_t kind, uint64_t key, const void *bytes, uint32_t length)
{
    uint8_t begin[20] = { kind }, end[12] = { kind }, answer[8];
    uint32_t piece[1 + PIECE / 4], from = 0, n, answered;
    np_put32(begin + 4, length);
    np_put64(begin + 8, key);
    np_put32(begin + 16, np_crc32_end(np_crc32_add(NP_CRC32_BEGIN, bytes, length)));
    np_put64(end + 4, key);
    if (!done(np_upload_begin(&board, 0, begin, sizeof begin, &from))) return false;
    for (uint32_t at = from; at < length; at += n) {
        n = length - at < PIECE ? length - at : PIECE;
        piece[0] = at;
        memcpy(piece + 1, (const uint8_t *)bytes + at, n);
        if (!done(np_upload_data(&board, 0, (const uint8_t *)piece, 4 + n)) || !work(1000)) return false;
    }
    return done(np_upload_end(&board, 0, end, sizeof end, answer, &answered));
}

static bool deploy(void)
{
    uint8_t body[49] = { 0 };
    np_function_head head;
    uint64_t build = (uint64_t)((uint32_t *)(void *)image)[NP_IMG_BUILD + 1] << 32 | ((uint32_t *)(void *)image)[NP_IMG_BUILD];
    np_put64(body, build);
    np_put32(body + 8, 8192);
    body[44] = 4;
    memcpy(body + 45, "life", 4);
    return send(NP_UPLOAD_IMAGE, build, image, image_bytes) && done(np_deploy(&board, body, sizeof body, &head));
}

static uint8_t state_of_function(void)
{
    uint32_t index = np_find_name(&board, (const uint8_t *)"life", 4);
    check(index != NP_NONE_INDEX, "the function is lost");
    uint8_t state = np_entry_of(&board, index)->state;
    check(state == NP_STATE_NEW || state == NP_STATE_READY || state == NP_STATE_ENDED, "the function failed");
    return state;
}

/* Sends the new firmware and asks for it. False where power went. */
static bool update(void)
{
    uint8_t body[9] = { 0 };
    np_put32(body, new.length);
    np_put32(body + 4, new.crc);
    return send(NP_UPLOAD_FIRMWARE, 0, new.words, new.length) && done(np_update_install(&board, NP_NO_LINK, 0, body, sizeof body)) && work(20000000) &&
           (check(restarts, "it does not restart"), true);
}

/* A life of many starts until the new firmware is good, or given up. `crashes`: it never comes up. */
static void live(bool crashes)
{
    uint32_t tried = 0;
    for (uint32_t starts = 0;; starts++) {
        check(starts < MOST_STARTS, "it comes to no end");
        if (sim.off) np_flash_sim_power_on(&sim);
        int runs = start();
        if (runs == 0) continue;
        check(runs == OLD || runs == NEW, "another firmware runs");
        np_update_state state = port.update->state(port.update->context);
        if (runs == NEW && crashes) {
            check(state == NP_UPDATE_TRIAL && ++tried <= NP_BOOT_STARTS + 1, "it is tried too often");
            continue;
        }
        state_of_function();
        if (runs == NEW) {
            if (!work(40000000)) continue;      /* longer than a trial is, and until the program has ended */
            state = port.update->state(port.update->context);
            check(state == NP_UPDATE_GOOD, "it has not confirmed itself");
            check(port.update->is_kept(port.update->context), "no copy is kept of it");
            break;
        }
        if (crashes && state == NP_UPDATE_ROLLED_BACK) {
            if (!work(40000000)) continue;
            break;
        }
        check(state == NP_UPDATE_GOOD, "the old one is on trial");
        update();
    }
    check(state_of_function() == NP_STATE_ENDED, "the function has not come to its end");
}

int main(int count, char **arguments)
{
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (!file) return 2;
    image = calloc(1, 65536);
    image_bytes = (uint32_t)fread(image, 1, 65536, file);
    fclose(file);
    if (!np_flash_sim_open(&sim, FLASH / NP_SECTOR, FLASH / NP_SECTOR, NULL)) return 2;
    old = make(OLD, own_prelude());
    memcpy(sim.bytes + NP_AT_FIRMWARE_AT, old.words, old.length);
    scenario = "prepare";
    check(start() == OLD && deploy() && work(1500000), "it does not begin");
    uint8_t *before = malloc(FLASH);
    memcpy(before, sim.bytes, FLASH);
    uint64_t points = 0;
    /* the third's firmware has another prelude: the old one, which the function needs, is stored before, by hundreds of operations like each other */
    static const struct { const char *name; bool crashes, keeps; uint32_t step; } scenarios[] = { { "good", false, false, 1 }, { "crashes", true, false, 1 }, { "other prelude", false, true, 37 } };
    for (uint32_t s = 0; s < 3; s++) {
        scenario = scenarios[s].name;
        new = make(NEW, own_prelude() + scenarios[s].keeps);
        uint64_t operations = 0;
        for (uint64_t at = 0; at <= operations; at += at == 0 ? 1 : scenarios[s].step) {
            for (int way = NP_CUT_NOT_DONE; way <= NP_CUT_DONE; way++) {
                memcpy(sim.bytes, before, FLASH);
                np_flash_sim_power_on(&sim);
                sim.operations = 0;
                sim.cut_at = at;
                sim.cut = (np_cut)way;
                sim.cut_prefix = 8;
                sim.seed = (uint32_t)(at * 4 + (uint64_t)way + 1);
                now_us = 0;
                live(scenarios[s].crashes);
                np_record_info kept;
                check((np_find_image(&board, own_prelude(), &kept) == 0) == scenarios[s].keeps, "the prelude is kept, or not");
                if (at == 0) {          /* nothing is cut */
                    operations = sim.operations;
                    break;
                }
                points++;
            }
        }
    }
    printf("%llu points\n", (unsigned long long)points);
    free(before);
    free(image);
    np_flash_sim_close(&sim);
    return 0;
}
