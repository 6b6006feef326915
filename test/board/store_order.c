/* What the interface promises, case by case. */
#include "store_tests.h"

#include <stdio.h>
#include <string.h>

#include "board/store_format.h"
#include "store_model.h"
#include "np_errors.h"

/* Of two writers of one key the last to commit is the truth, whichever began first, and across a mount. */
static void commits_decide(void)
{
    model m;
    model_open(&m, 16, 16, 4, 0);
    CHECK(model_begin(&m, 1, 0, 600) && model_feed(&m, 1, 300));
    CHECK(model_write(&m, 0, 40));
    CHECK(model_feed(&m, 1, 300) && model_commit(&m, 1));
    CHECK(m.entries[0].length == 600);
    model_mount(&m);
    CHECK(m.entries[0].length == 600);
    np_flash_sim_close(&m.sim);
}

/* An upload goes on while all sectors are collected many times over, and keeps what has come. */
static void slow_upload(void)
{
    model m;
    uint32_t random = 1;
    model_open(&m, 24, 24, 8, 1);
    CHECK(model_begin(&m, 1, 0, 9000));
    for (uint32_t n = 0; n < 2250; n++) {
        CHECK(model_write(&m, 1 + random_below(&random, 7), 1000));
        CHECK(model_feed(&m, 1, 4));
    }
    CHECK(m.sim.erases > 300 && m.full == 0);
    CHECK(model_commit(&m, 1) && m.entries[0].length == 9000);
    model_mount(&m);
    CHECK(m.entries[0].length == 9000);
    np_flash_sim_close(&m.sim);
}

static bool write_or_remove(model *m, uint32_t *random)
{
    uint32_t i = random_below(random, m->keys);
    if (random_below(random, 3) == 0) return model_advance(m, i, 2);
    return model_write(m, i, 4 + 4 * random_below(random, 200));
}

/* When power goes while a head is erased, what says that it is retired may be blank first, and so may what says that its records are removed. */
static void half_erased_heads(void)
{
    uint32_t heads = 0;
    for (uint64_t cut = 1; cut < 2000; cut++) {
        model m;
        uint32_t random = 1;
        model_open(&m, 16, 16, 60, 0);
        m.sim.cut_at = cut;
        uint64_t erases = 0;
        do erases = m.sim.erases;
        while (m.sim.operations + 1 < cut && write_or_remove(&m, &random));
        if (!m.sim.off || m.sim.erases == erases) {
            np_flash_sim_close(&m.sim);
            continue;
        }
        for (uint32_t sector = 0; sector < 16; sector++) {
            uint32_t *retired = (uint32_t *)(void *)(m.sim.bytes + sector * NP_SECTOR + offsetof(np_head, retired));
            if (*retired != 0) continue;
            *retired = NP_BLANK;
            heads++;
            for (uint32_t at = sector * NP_SECTOR + sizeof(np_head); at < (sector + 1) * NP_SECTOR - sizeof(np_record);) {
                np_record *r = (np_record *)(void *)(m.sim.bytes + at);
                if ((r->magic & ~0xFFu) != NP_RECORD_MAGIC) break;
                r->stage_2 = NP_BLANK;
                at += (uint32_t)sizeof *r + r->length;
            }
        }
        np_flash_sim_power_on(&m.sim);
        model_mount(&m);
        np_flash_sim_close(&m.sim);
    }
    printf("%u heads half erased\n", heads);
    CHECK(heads >= 3);
}

static void refusals(void)
{
    model m;
    np_writer w[NP_STORE_WRITERS + 1];
    np_record_info info;
    uint32_t word = 0;
    model_open(&m, 32, 16, 8, 2);
    for (uint32_t i = 0; i < NP_STORE_WRITERS; i++) CHECK(np_store_begin(&m.store, &w[i], NP_STORE_FUNCTION, key_of(2), 8) == 0);
    CHECK(np_store_begin(&m.store, &w[4], NP_STORE_FUNCTION, key_of(2), 8) == NP_E_BOARD_BUSY);
    CHECK(np_store_append(&m.store, &w[4], &word, 4) == NP_E_BOARD_OFFSET);
    CHECK(np_store_commit(&m.store, &w[0]) == NP_E_BOARD_OFFSET);
    CHECK(np_store_begin(&m.store, &w[0], NP_STORE_FUNCTION, key_of(2), 8) == 0);
    for (uint32_t i = 0; i < NP_STORE_WRITERS; i++) np_store_cancel(&m.store, &w[i]);
    CHECK(np_store_begin(&m.store, &w[0], NP_STORE_FUNCTION, key_of(2), 6) == NP_E_BOARD_REQUEST);
    CHECK(np_store_begin(&m.store, &w[0], NP_STORE_IMAGE, key_of(0), 16 * NP_SECTOR) == NP_E_STORE_TOO_LARGE);
    CHECK(np_store_begin(&m.store, &w[0], NP_STORE_IMAGE, key_of(0), 0xFFFFFFFCu) == NP_E_STORE_TOO_LARGE);
    CHECK(np_store_begin(&m.store, &w[0], NP_STORE_FUNCTION, key_of(2), 4) == 0);
    CHECK(np_store_append(&m.store, &w[0], &word, 8) == NP_E_BOARD_OFFSET);
    CHECK(np_store_append(&m.store, &w[0], &word, 4) == 0);
    CHECK(np_store_find(&m.store, NP_STORE_FUNCTION, key_of(2), &info) == NP_E_STORE_NOT_FOUND);
    int32_t at = np_store_commit(&m.store, &w[0]);
    CHECK(at >= 16 * (int32_t)NP_SECTOR);   /* what is no image lies behind the window */
    CHECK(np_store_commit(&m.store, &w[0]) == NP_E_BOARD_OFFSET);
    CHECK(np_store_mapped(&m.store, (uint32_t)at) == NULL);
    CHECK(np_store_read(&m.store, (uint32_t)at, 4, &word, 4) == NP_E_BOARD_OFFSET && np_store_read(&m.store, (uint32_t)at, 4, &word, 0) == 0);
    CHECK(np_store_info(&m.store, (uint32_t)at + 4, &info) == NP_E_STORE_NOT_FOUND && np_store_info(&m.store, 0xFFFFFFFCu, &info) == NP_E_STORE_NOT_FOUND);
    CHECK(np_store_info(&m.store, (uint32_t)at + 1, &info) == NP_E_STORE_NOT_FOUND);
    CHECK(np_store_advance(&m.store, (uint32_t)at + 4, 1) == NP_E_STORE_NOT_FOUND);
    CHECK(np_store_advance(&m.store, (uint32_t)at, 2) == 0 && np_store_advance(&m.store, (uint32_t)at, 1) == 0);
    CHECK(np_store_info(&m.store, (uint32_t)at, &info) == 0 && info.stage == 2 && info.length == 4);
    /* one bit of the payload is lost in flash */
    m.sim.bytes[at + 36] ^= 16;
    CHECK(np_store_check(&m.store, (uint32_t)at) == NP_E_STORE_DAMAGED);
    np_flash_sim_close(&m.sim);
}

/* A flash that does not take what is programmed is found out before the commit. */
static void bad_flash(void)
{
    model m;
    np_writer w;
    np_record_info info;
    uint32_t word = 0x12345678;
    model_open(&m, 16, 16, 4, 0);
    CHECK(np_store_begin(&m.store, &w, NP_STORE_FUNCTION, key_of(0), 4) == 0 && np_store_append(&m.store, &w, &word, 4) == 0);
    m.sim.bytes[m.store.writers[0] + 36] &= 0xF0;
    CHECK(np_store_commit(&m.store, &w) == NP_E_STORE_FLASH);
    CHECK(np_store_find(&m.store, NP_STORE_FUNCTION, key_of(0), &info) == NP_E_STORE_NOT_FOUND);
    CHECK(model_write(&m, 0, 40));
    model_mount(&m);
    np_flash_sim_close(&m.sim);
}

/* A file keeps a simulated flash. */
static void file_backed(const char *path)
{
    np_flash_sim sim;
    remove(path);
    CHECK(np_flash_sim_open(&sim, 4, 4, path));
    uint32_t word = 0x11223344, there = 0;
    CHECK(sim.flash.program(&sim, 2 * NP_SECTOR + 8, &word, 4) == 0);
    np_flash_sim_close(&sim);
    CHECK(np_flash_sim_open(&sim, 4, 4, path));
    CHECK(sim.flash.read(&sim, 2 * NP_SECTOR + 8, &there, 4) == 0 && there == word && sim.bytes[0] == 0xFF && sim.bytes[4 * NP_SECTOR - 1] == 0xFF);
    CHECK(sim.flash.program(&sim, 2 * NP_SECTOR + 9, &word, 4) < 0 && sim.fault != NULL);
    sim.fault = NULL;
    word = 0xFFFFFFFF;
    CHECK(sim.flash.program(&sim, 2 * NP_SECTOR + 8, &word, 4) < 0 && sim.fault != NULL);
    CHECK(sim.flash.erase(&sim, 2) == 0 && sim.flash.read(&sim, 2 * NP_SECTOR + 8, &there, 4) == 0 && there == 0xFFFFFFFF);
    np_flash_sim_close(&sim);
    remove(path);
}

void test_order(const char *folder)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/flash", folder);
    commits_decide();
    slow_upload();
    half_erased_heads();
    refusals();
    bad_flash();
    file_backed(path);
    printf("the cases hold\n");
}
