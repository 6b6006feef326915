/* The board's np_update_port on an ESP8266's flash: the staging areas of layout.def and the boot record. Portable: simulators and tests use it as well. */
#ifndef NP_STAGING_H
#define NP_STAGING_H

#include "board/update.h"
#include "boot_record.h"
#include "geometry.h"

/* Its fields are its own, but `port`, which the board is given. */
typedef struct {
    np_update_port port;
    np_boot_record record;
    np_geometry geometry;
} np_staging;

/* `flash` is all of the chip's, of `flash_bytes`, and must live as long. 0; or negative where that flash has no room for updates or can't be read: then there
 * is no port to give to the board. */
int np_staging_open(np_staging *s, const np_flash *flash, uint32_t flash_bytes);

#endif
