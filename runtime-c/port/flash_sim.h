/* A simulated NOR flash in memory, behind which there may be a file: for the simulated boards and the tests of the store.
 *
 * It keeps the chip's rules: programming that would set a bit, and access that is not aligned or outside, is an error, and `fault` says what was
 * wrong. It counts, and can lose power at a given operation. */
#ifndef NP_FLASH_SIM_H
#define NP_FLASH_SIM_H

#include <stdbool.h>
#include <stdint.h>

#include "board/flash.h"

/* What becomes of the operation at which power is lost. */
typedef enum {
    NP_CUT_NOT_DONE,
    NP_CUT_PREFIX,          /* its first bytes are done */
    NP_CUT_TORN,            /* each bit that it would change has changed or not */
    NP_CUT_DONE
} np_cut;

typedef struct {
    np_flash flash;         /* to be given to the store: valid as long as this struct stays where it is */
    uint8_t *bytes;
    uint32_t *worn;         /* erases of each sector */
    int file;               /* that takes every change, or -1 */
    const char *fault;      /* a rule that was broken, or NULL */
    uint64_t reads, read_bytes, programs, program_bytes, erases;
    uint64_t operations;    /* programs and erases: what `cut_at` counts */
    uint64_t cut_at;        /* the operation, from 1, at which power is lost; 0: none */
    np_cut cut;
    uint32_t cut_prefix;    /* bytes of NP_CUT_PREFIX */
    uint32_t seed;          /* of NP_CUT_TORN, not 0 */
    bool off;               /* power was lost: everything fails until np_flash_sim_power_on */
} np_flash_sim;

/* A blank flash of `sectors`, the first `window` of them mapped, of which `path` (may be NULL) is the content: the file is made if it is not
 * there. False, with errno, if memory or the file can't be had. */
bool np_flash_sim_open(np_flash_sim *sim, uint32_t sectors, uint32_t window, const char *path);
void np_flash_sim_close(np_flash_sim *sim);

/* Power is back, and no cut is planned. */
void np_flash_sim_power_on(np_flash_sim *sim);

#endif
