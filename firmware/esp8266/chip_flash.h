/* The flash, by the ROM's functions. */
#ifndef NP_CHIP_FLASH_H
#define NP_CHIP_FLASH_H

#include "board/flash.h"

/* All of it, numbered from its beginning: for the boot record and staging areas. `mapped` is where its first megabyte is read. */
np_flash chip_flash(void);

/* The part of it from byte `at` on, a sector's begin, as the store sees it. */
np_flash chip_store_flash(uint32_t at, uint32_t sectors, uint32_t window);

#endif
