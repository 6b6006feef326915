/* What the boot loader decides and does before a firmware runs: on the chip, and in tests on a simulated flash. */
#ifndef NP_BOOT_LOADER_H
#define NP_BOOT_LOADER_H

#include "../boot_record.h"
#include "../firmware_head.h"
#include "../layout.h"
#include "board/flash.h"

typedef struct {
    const np_flash *flash;      /* of the whole chip */
    uint32_t *buffer;           /* NP_AT_SECTOR bytes */
    np_geometry geometry;
    np_boot_record record;
    bool went_back;             /* it has put another firmware back into place than the one that failed */
    np_firmware_head head;      /* of what was looked at last; after np_loader_prepare: of what is to run */
} np_loader;

/* Brings what is to run into place, as the boot record says, and checks all of it. Power may be lost at any operation of the flash: the next call goes on.
 * 0: the firmware at NP_AT_FIRMWARE_AT is whole. Negative: there is none, and no copy of one. */
int np_loader_prepare(np_loader *l, const np_flash *flash, uint32_t flash_bytes, uint32_t *buffer);

/* Loads the firmware's segments by `flash`'s read, and returns its entry. */
uint32_t np_loader_load(np_loader *l);

#endif
