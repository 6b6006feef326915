/* Tests of the store. store_test NAME [SEED [COUNT]] runs one of them, prints its figures, and ends with status 1 if something is wrong. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store_model.h"
#include "store_tests.h"

/* Long runs of random operations, with losses of power in between. */
void test_random(uint32_t seed, uint32_t count)
{
    static const struct { uint32_t sectors, window, keys, images, most; } shapes[] = {
        { 16, 16, 12, 3, 4000 }, { 24, 8, 20, 4, 3000 }, { 40, 16, 40, 6, 9000 }, { 96, 40, 64, 8, 20000 }, { 64, 64, 64, 8, 12000 },
    };
    uint32_t cuts = 0, full = 0;
    uint64_t erases = 0;
    for (uint32_t run = 0; run < 5; run++) {
        model m;
        uint32_t random = seed * 5 + run + 1, shape = run % 5;
        model_open(&m, shapes[shape].sectors, shapes[shape].window, shapes[shape].keys, shapes[shape].images);
        for (uint32_t n = 0; n < count / 5; n++) {
            if (random_below(&random, 200) == 0) {
                m.sim.cut_at = m.sim.operations + 1 + random_below(&random, 60);
                m.sim.cut = (np_cut)random_below(&random, 4);
                m.sim.cut_prefix = 4 * random_below(&random, 32);
                m.sim.seed = random;
            }
            if (!model_step(&m, &random, shapes[shape].most)) {
                cuts++;
                np_flash_sim_power_on(&m.sim);
                model_mount(&m);
            }
            if (n % 100 == 0) model_check(&m);
        }
        model_mount(&m);
        full += m.full;
        erases += m.sim.erases;
        np_flash_sim_close(&m.sim);
    }
    printf("%u operations, %u cuts, %u times full, %llu erases\n", count, cuts, full, (unsigned long long)erases);
    CHECK(cuts > count / 1000 && erases > count / 50);
}

int main(int count, char **arguments)
{
    const char *name = count > 1 ? arguments[1] : "";
    uint32_t seed = count > 2 ? (uint32_t)strtoul(arguments[2], NULL, 10) : 1, times = count > 3 ? (uint32_t)strtoul(arguments[3], NULL, 10) : 0;
    if (strcmp(name, "random") == 0) test_random(seed, times ? times : 20000);
    else if (strcmp(name, "cuts") == 0) test_cuts(seed, false);
    else if (strcmp(name, "double-cuts") == 0) test_cuts(seed, true);
    else if (strcmp(name, "full") == 0) test_full(seed);
    else if (strcmp(name, "brownout") == 0) test_brownout(seed);
    else if (strcmp(name, "wear") == 0) test_wear(seed, times ? times : 100000);
    else if (strcmp(name, "order") == 0) test_order(count > 2 ? arguments[2] : ".");
    else if (strcmp(name, "mount") == 0) test_mount();
    else if (strcmp(name, "damage") == 0) test_damage(seed, times ? times : 10000);
    else fail("there is no test \"%s\"", name);
    return 0;
}
