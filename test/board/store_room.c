/* Room: a store that is full, and wear. */
#include "store_tests.h"

#include <stdio.h>
#include <stdlib.h>

#include "store_model.h"
#include "np_errors.h"

static const struct { uint32_t sectors, least, most, percent; } fills[] = {
    { 16, 300, 300, 45 }, { 64, 300, 300, 60 }, { 64, 1000, 3000, 60 }, { 128, 300, 8000, 60 }, { 256, 300, 40000, 60 }, { 256, 2052, 2052, 60 },
};

static uint32_t stored(const model *m)
{
    uint32_t bytes = 0;
    for (uint32_t i = 0; i < m->keys; i++) bytes += m->entries[i].stage != 2 && m->entries[i].version ? m->entries[i].length : 0;
    return bytes;
}

/* Writes records of new keys, then of all, until the store is full. */
static void fill(model *m, uint32_t *random, uint32_t least, uint32_t most)
{
    uint32_t full = m->full;
    for (uint32_t i = 0; m->full == full; i = (i + 1) % KEYS) {
        uint32_t length = (least + random_below(random, most - least + 1)) & ~3u;
        /* a small store is full of more records than there are keys: they grow */
        if (m->entries[i].version != 0) length = m->entries[i].length + 400;
        CHECK(model_write(m, i, length));
    }
    model_check(m);
}

void test_full(uint32_t seed)
{
    for (size_t n = 0; n < sizeof fills / sizeof *fills; n++) {
        model m;
        uint32_t random = seed, worst = 100;
        model_open(&m, fills[n].sectors, fills[n].sectors, KEYS, 0);
        for (uint32_t round = 0; round < 12; round++) {
            fill(&m, &random, fills[n].least, fills[n].most);
            uint32_t percent = (uint32_t)((uint64_t)stored(&m) * 100 / (fills[n].sectors * NP_SECTOR));
            if (percent < worst) worst = percent;

            /* being refused costs no wear, and loses nothing */
            np_store_usage usage;
            np_store_get_usage(&m.store, &usage);
            uint64_t erases = m.sim.erases;
            np_writer w;
            uint32_t free = usage.sectors_free * NP_SECTOR, most = usage.largest_record > free ? usage.largest_record : free;
            for (int again = 0; again < 5; again++) {
                int e = np_store_begin(&m.store, &w, NP_STORE_FUNCTION, key_of(0), most + 2 * NP_SECTOR);
                CHECK(e == NP_E_STORE_FULL || e == NP_E_STORE_TOO_LARGE);
            }
            CHECK(m.sim.erases == erases);
            model_mount(&m);

            /* what is said to fit does, wherever the collection stands */
            np_store_get_usage(&m.store, &usage);
            if (usage.largest_record > 0) {
                CHECK(np_store_begin(&m.store, &w, NP_STORE_FUNCTION, key_of(0), usage.largest_record) == 0);
                np_store_cancel(&m.store, &w);
            }
            for (uint32_t i = 0; i < KEYS; i++) {
                if (random_below(&random, round % 3 == 2 ? 1 : 3) == 0) CHECK(model_advance(&m, i, 2));
            }
            /* written on and on while it is nearly full, and something removed whenever there is no room: never much */
            for (uint32_t i = 0, removed = 0; i < 400; i++) {
                uint32_t refused = m.full, any = random_below(&random, KEYS);
                CHECK(model_write(&m, any, m.entries[any].version ? m.entries[any].length : fills[n].least));
                if (m.full == refused) removed = 0;
                else removed++;
                if (m.full != refused) CHECK(model_advance(&m, random_below(&random, KEYS), 2));
                CHECK(removed < KEYS / 4);
                if (i % 100 == 0) model_mount(&m);
            }
            for (uint32_t i = 0; i < KEYS; i++) {
                if (random_below(&random, 4) == 0) CHECK(model_advance(&m, i, 2));
            }
            uint32_t full = m.full;
            for (uint32_t i = 0; i < 10; i++) CHECK(model_write(&m, random_below(&random, KEYS), fills[n].least));
            CHECK(m.full == full);
            while (np_store_idle(&m.store)) CHECK(m.sim.fault == NULL);
            model_check(&m);
        }
        printf("%u sectors, records of %u to %u bytes: full at %u%% or more, %llu erases\n", fills[n].sectors, fills[n].least, fills[n].most, worst,
               (unsigned long long)m.sim.erases);
        CHECK(worst >= fills[n].percent);
        np_flash_sim_close(&m.sim);
    }
}

/* Power goes in the midst of every collection, again and again: what was half copied must not use up the room that collections need. */
void test_brownout(uint32_t seed)
{
    model m;
    uint32_t random = seed;
    model_open(&m, 64, 64, KEYS, 0);
    fill(&m, &random, 3000, 12000);
    for (uint32_t i = 0; i < KEYS; i++) {
        if (random_below(&random, 4) == 0) CHECK(model_advance(&m, i, 2));
    }
    for (uint32_t loss = 0; loss < 300; loss++) {
        m.sim.cut_at = m.sim.operations + 4 + random_below(&random, 25);
        m.sim.cut = (np_cut)random_below(&random, 4);
        m.sim.seed = random;
        for (uint32_t n = 0; n < 100 && model_write(&m, random_below(&random, KEYS), 6000); n++) {}
        np_flash_sim_power_on(&m.sim);
        model_mount(&m);
    }
    for (uint32_t i = 0, full = ~0u; full != m.full; i++) {
        CHECK(i < KEYS / 4 && model_advance(&m, random_below(&random, KEYS), 2));
        full = m.full;
        CHECK(model_write(&m, 0, 6000));
    }
    for (uint32_t i = 0; i < KEYS; i++) CHECK(model_advance(&m, i, 2));
    uint32_t full = m.full;
    for (uint32_t i = 0; i < 200; i++) CHECK(model_write(&m, i % 3, 12000));
    CHECK(m.full == full);
    model_mount(&m);
    printf("300 losses of power in collections, then written on\n");
    np_flash_sim_close(&m.sim);
}

void test_wear(uint32_t seed, uint32_t count)
{
    model m;
    uint32_t random = seed, least = ~0u, most = 0, mean = 0;
    uint64_t bytes = 0;
    model_open(&m, 64, 64, 80, 0);
    for (uint32_t i = 40; i < 80; i++) CHECK(model_write(&m, i, 1200));     /* cold: never written again */
    for (uint32_t n = 0; n < count; n++) {
        uint32_t length = 4 + 4 * random_below(&random, random_below(&random, 10) == 0 ? 2500 : 400);
        CHECK(model_write(&m, random_below(&random, 40), length));
        bytes += length;
        if (n % 3 == 0) CHECK(model_idle(&m));
    }
    model_mount(&m);
    for (uint32_t i = 0; i < 64; i++) {
        mean += m.sim.worn[i];
        if (m.sim.worn[i] < least) least = m.sim.worn[i];
        if (m.sim.worn[i] > most) most = m.sim.worn[i];
    }
    mean /= 64;
    np_store_usage usage;
    np_store_get_usage(&m.store, &usage);
    printf("%u records, %llu bytes, 64 sectors: erased %u to %u times, %u in the mean (told: %u to %u); %llu erases, %.2f bytes programmed a byte written\n", count,
           (unsigned long long)bytes, least, most, mean, usage.least_erased, usage.most_erased, (unsigned long long)m.sim.erases,
           (double)m.sim.program_bytes / (double)bytes);
    /* the sectors at the area's end are spared now and then: that harms none */
    CHECK(m.full == 0 && most - mean <= 16 && most - least <= mean / 4 && most > 100);
    CHECK(usage.most_erased + 2 >= most && usage.most_erased <= most + 2);
    np_flash_sim_close(&m.sim);
}
