/* Mounting: its cost, and what a flash of any content does to it. */
#include "store_tests.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store_model.h"
#include "np_errors.h"

static uint32_t told;

static void count_found(void *context, const np_record_info *record)
{
    (void)context;
    CHECK(record->at % 4 == 0 && record->stage <= 2);
    told++;
}

static bool all_live(void *context, const np_record_info *record)
{
    (void)context;
    (void)record;
    return true;
}

static void ignore_moved(void *context, const np_record_info *record, uint32_t old_at)
{
    (void)context;
    (void)record;
    (void)old_at;
}

static const np_store_owner anyone = { NULL, all_live, ignore_moved };

/* Writes a record of `length` bytes; what np_store_commit says, or an error before. */
static int32_t put(np_store *s, np_store_kind kind, uint64_t key, uint32_t length)
{
    static uint32_t payload[1024];
    np_writer w;
    int e = np_store_begin(s, &w, kind, key, length);
    for (uint32_t done = 0; e == 0 && done < length; done += length < sizeof payload ? length : (uint32_t)sizeof payload) {
        payload[0] = (uint32_t)key;
        e = np_store_append(s, &w, payload, length - done < sizeof payload ? length - done : (uint32_t)sizeof payload);
    }
    if (e < 0) {
        np_store_cancel(s, &w);
        return e;
    }
    return np_store_commit(s, &w);
}

void test_mount(void)
{
    np_flash_sim sim;
    np_store s;
    CHECK(np_flash_sim_open(&sim, 256, 0, NULL));
    CHECK(np_store_mount(&s, &sim.flash, &anyone, count_found) == 0 && told == 0);
    uint32_t records = 0;
    while (put(&s, NP_STORE_FUNCTION, records, 300) > 0) records++;
    uint64_t reads = sim.reads, bytes = sim.read_bytes;
    CHECK(np_store_mount(&s, &sim.flash, &anyone, count_found) == 0 && told == records);
    reads = sim.reads - reads;
    bytes = sim.read_bytes - bytes;
    /* 10 us a read, and 0.2 us a byte */
    printf("256 sectors, %u records of 300 bytes: mounting takes %llu reads of %llu bytes, %.1f ms\n", records, (unsigned long long)reads,
           (unsigned long long)bytes, (double)reads * 0.01 + (double)bytes * 0.0002);
    CHECK(records > 2500 && reads < records + 3 * 256);
    np_flash_sim_close(&sim);
}

/* Tries all of the interface on a flash of which nothing can be said. */
static void try_all(const np_flash *flash)
{
    np_store s;
    np_record_info info;
    np_store_usage usage;
    uint32_t words[16];
    CHECK(np_store_mount(&s, flash, &anyone, count_found) == 0);
    for (uint64_t key = 0; key < 3; key++) {
        if (np_store_find(&s, NP_STORE_FUNCTION, key, &info) != 0) continue;
        CHECK(np_store_read(&s, info.at, 0, words, info.length < sizeof words ? info.length : (uint32_t)sizeof words) == 0);
        np_store_check(&s, info.at);
        np_store_advance(&s, info.at, 1);
    }
    np_store_get_usage(&s, &usage);
    for (uint32_t n = 0; n < 12; n++) {
        int32_t at = put(&s, n % 4 == 3 ? NP_STORE_IMAGE : NP_STORE_FUNCTION, n, 400 * n);
        if (at >= 0) CHECK(np_store_info(&s, (uint32_t)at, &info) == 0 && info.key == n && np_store_check(&s, (uint32_t)at) == 0);
    }
    for (uint32_t n = 0; n < 20 && np_store_idle(&s); n++) {}
    CHECK(np_store_mount(&s, flash, &anyone, count_found) == 0);
}

/* Foreign content is an empty store. */
static void foreign(uint32_t *random)
{
    np_flash_sim sim;
    np_store s;
    CHECK(np_flash_sim_open(&sim, 24, 12, NULL));
    for (uint32_t content = 0; content < 40; content++) {
        for (uint32_t i = 0; i < 24 * NP_SECTOR; i++) sim.bytes[i] = content == 0 ? 0 : content == 1 ? 0xFF : (uint8_t)random_below(random, 256);
        told = 0;
        CHECK(np_store_mount(&s, &sim.flash, &anyone, count_found) == 0 && told == 0);
        CHECK(put(&s, NP_STORE_FUNCTION, 1, 5000) > 0 && put(&s, NP_STORE_IMAGE, 1, 9000) > 0);
        CHECK(np_store_mount(&s, &sim.flash, &anyone, count_found) == 0 && told == 2);
        try_all(&sim.flash);
        CHECK(sim.fault == NULL);
    }
    np_flash_sim_close(&sim);
}

/* One damage: bits, words, sectors copied or moved elsewhere. */
static void damage(uint8_t *bytes, uint32_t size, uint32_t *random)
{
    uint32_t at = random_below(random, size / 4) * 4, to = random_below(random, size / 4) * 4;
    uint32_t near = at / NP_SECTOR * NP_SECTOR + 4 * random_below(random, 16);     /* heads are the most interesting */
    switch (random_below(random, 8)) {
    case 0: bytes[at + 1] ^= (uint8_t)(1u << random_below(random, 8)); break;
    case 1: bytes[near + 2] ^= (uint8_t)(1u << random_below(random, 8)); break;
    case 2: memset(bytes + near, (int)random_below(random, 256), 4); break;
    case 3: memset(bytes + at / NP_SECTOR * NP_SECTOR, 0xFF, NP_SECTOR); break;
    case 4: memmove(bytes + to / NP_SECTOR * NP_SECTOR, bytes + at / NP_SECTOR * NP_SECTOR, NP_SECTOR); break;
    case 5: memset(bytes + at, 0xFF, size - at < 600 ? size - at : 600); break;
    case 6: memmove(bytes + to, bytes + at, size - (at > to ? at : to) < 64 ? size - (at > to ? at : to) : 64); break;
    default: for (uint32_t i = 0; i < 40 && at + i < size; i++) bytes[at + i] = (uint8_t)random_below(random, 256);
    }
}

void test_damage(uint32_t seed, uint32_t count)
{
    uint32_t random = seed;
    foreign(&random);
    model m;
    model_open(&m, 36, 20, 16, 2);
    uint32_t size = 36 * NP_SECTOR;
    uint8_t *sound = malloc(size);
    CHECK(sound != NULL);
    told = 0;
    for (uint32_t n = 0; n < count; n++) {
        if (n % 50 == 0) {
            for (uint32_t k = 0; k < 60; k++) CHECK(model_step(&m, &random, 6000));
            memcpy(sound, m.sim.bytes, size);
        }
        for (uint32_t k = random_below(&random, 4) + 1; k-- > 0;) damage(m.sim.bytes, size, &random);
        try_all(&m.sim.flash);
        m.sim.fault = NULL;     /* what was damaged may well want bits to be set */
        memcpy(m.sim.bytes, sound, size);
    }
    model_mount(&m);
    printf("%u damages, %u records found\n", count, told);
    CHECK(told > count);
    free(sound);
    np_flash_sim_close(&m.sim);
}
