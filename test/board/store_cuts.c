/* Power cuts at every operation of a scenario, in every way. */
#include "store_tests.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store_model.h"

/* Random steps on a small store that is filled first, so that collections run all the time. */
typedef struct {
    uint32_t sectors, window, keys, images, most, filling, steps, seed;
} scenario;

static const scenario scenarios[] = {
    { 12, 12, 10, 0, 7000, 150, 90, 1 },   /* small records in sectors of one's own */
    { 32, 16, 18, 3, 14000, 250, 60, 5 },   /* images apart from the rest */
    { 36, 36, 26, 3, 16000, 250, 30, 3 },   /* images among the rest */
    { 64, 64, 50, 3, 20000, 500, 40, 7 },   /* runs that records share and grow */
};

static const struct { np_cut cut; uint32_t prefix, seed; } ways[] = {
    { NP_CUT_NOT_DONE, 0, 1 }, { NP_CUT_PREFIX, 2, 1 }, { NP_CUT_PREFIX, 7, 1 }, { NP_CUT_PREFIX, 18, 1 }, { NP_CUT_PREFIX, 35, 1 },
    { NP_CUT_PREFIX, 1500, 1 }, { NP_CUT_TORN, 0, 11 }, { NP_CUT_TORN, 0, 222 }, { NP_CUT_TORN, 0, 3333 }, { NP_CUT_DONE, 0, 1 },
};

/* A model and its flash, put aside. */
typedef struct {
    model m;
    uint8_t *bytes;
    uint32_t random;
} saved;

static void save(saved *to, const model *m, uint32_t random)
{
    to->m = *m;
    to->random = random;
    memcpy(to->bytes, m->sim.bytes, (size_t)m->sim.flash.sectors * NP_SECTOR);
}

static void restore(const saved *from, model *m, uint32_t *random)
{
    *m = from->m;
    *random = from->random;
    memcpy(m->sim.bytes, from->bytes, (size_t)m->sim.flash.sectors * NP_SECTOR);
}

/* The rest of a scenario after a loss of power, with another one during it if `second` is not 0. */
static void go_on(model *m, uint32_t random, uint32_t steps, uint32_t most, uint32_t second)
{
    if (second != 0) {
        /* the writers are gone: what follows is another scenario, of which the length isn't known before */
        m->sim.cut_at = m->sim.operations + 1 + random_below(&second, 150);
        m->sim.cut = (np_cut)random_below(&second, 4);
        m->sim.cut_prefix = random_below(&second, 40);
        m->sim.seed = second;
    }
    for (uint32_t n = 0; n < steps; n++) {
        if (model_step(m, &random, most)) continue;
        np_flash_sim_power_on(&m->sim);
        model_mount(m);
    }
    np_flash_sim_power_on(&m->sim);
    model_check(m);
    model_mount(m);
}

static uint32_t run(const scenario *sc, bool twice)
{
    model m;
    saved s = { .bytes = malloc((size_t)sc->sectors * NP_SECTOR) };
    uint32_t random = sc->seed, points = 0;
    CHECK(s.bytes != NULL);
    model_open(&m, sc->sectors, sc->window, sc->keys, sc->images);
    for (uint32_t n = 0; n < sc->filling; n++) CHECK(model_step(&m, &random, sc->most));
    uint64_t erases = m.sim.erases;
    uint32_t moves = m.moves, full = m.full;
    for (uint32_t n = 0; n < sc->steps; n++) {
        save(&s, &m, random);
        for (uint64_t operation = 1;; operation++) {
            bool done = false;
            for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
                /* two cuts: a part of all combinations */
                if (twice && (way + operation) % 4 != 0 && way != 0) continue;
                restore(&s, &m, &random);
                m.sim.cut_at = m.sim.operations + operation;
                m.sim.cut = ways[way].cut;
                m.sim.cut_prefix = ways[way].prefix;
                m.sim.seed = ways[way].seed;
                done = model_step(&m, &random, sc->most);
                if (done) break;    /* the step has no such operation */
                points++;
                np_flash_sim_power_on(&m.sim);
                model_mount(&m);
                go_on(&m, random, twice ? 20 : sc->steps - n, sc->most, twice ? points * 2654435761u | 1u : 0);
            }
            if (done) break;
        }
        m.sim.cut_at = 0;
    }
    printf("%u sectors, %u mapped: %u cuts; %llu erases, %u moves, %u times full in the scenario\n", sc->sectors, sc->window, points,
           (unsigned long long)(m.sim.erases - erases), m.moves - moves, m.full - full);
    CHECK(m.sim.erases - erases >= 5 && m.moves - moves >= 5 && m.full - full <= 5);
    free(s.bytes);
    np_flash_sim_close(&m.sim);
    return points;
}

void test_cuts(uint32_t seed, bool twice)
{
    uint32_t points = 0;
    for (size_t n = 0; n < sizeof scenarios / sizeof *scenarios; n++) {
        scenario sc = scenarios[n];
        sc.seed += 1000 * (seed - 1);
        points += run(&sc, twice);
    }
    printf("%u points\n", points);
    CHECK(points > 5000);
}
