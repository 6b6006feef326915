/* The tests of store_test.c. Each prints its figures, and ends the process if something is wrong. */
#ifndef STORE_TESTS_H
#define STORE_TESTS_H

#include <stdbool.h>
#include <stdint.h>

void test_random(uint32_t seed, uint32_t count);    /* store_test.c */
void test_cuts(uint32_t seed, bool twice);          /* store_cuts.c */
void test_full(uint32_t seed);                      /* store_room.c */
void test_brownout(uint32_t seed);
void test_wear(uint32_t seed, uint32_t count);
void test_order(const char *folder);                            /* store_order.c */
void test_mount(void);                              /* store_foreign.c */
void test_damage(uint32_t seed, uint32_t count);

#endif
