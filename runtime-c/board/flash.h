/* What the store needs of a NOR flash. Programming clears bits and never sets them; erasing a sector sets all its bits. Power may be lost in the
 * midst of either. */
#ifndef NP_FLASH_H
#define NP_FLASH_H

#include <stdint.h>

#define NP_SECTOR 4096u

typedef struct {
    void *context;
    uint32_t sectors;           /* that the store owns, numbered from 0 */
    uint32_t window;            /* the first so many are mapped to memory; images go only there, so that they execute in place */
    const uint32_t *mapped;     /* where sector 0 is mapped; reading it is reading flash (word loads only on the chip) */
    /* `at` and `length` in bytes, multiples of 4; `to` and `from` are in RAM, 4-byte aligned. 0, or negative if the flash failed. */
    int (*read)(void *context, uint32_t at, void *to, uint32_t length);
    int (*program)(void *context, uint32_t at, const void *from, uint32_t length);
    int (*erase)(void *context, uint32_t sector);
} np_flash;

#endif
