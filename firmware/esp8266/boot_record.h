/* The boot record: what the boot loader is to do, and what it did. Shared by the loader and the firmware, each of which reads it once and then writes on.
 *
 * It is a log in two sectors of flash, used in turn. A sector begins with a head of 16 bytes, programmed last; behind it are entries of 16 bytes, each with
 * a CRC of its own, so that one at which power was lost counts as never written. The state is what the entries say one after the other. A full sector goes on
 * in the other one, which is erased, given the state, and made valid by its head with a higher number.
 *
 * A firmware's `length` and `crc` are those in its head (firmware_head.h). An update: keep a copy of the running firmware in one staging area
 * (np_boot_kept_area, np_boot_copied), put the new one in the other (np_boot_forget, np_boot_install), restart; when the new one has reported well,
 * np_boot_confirm. Where it does not, the loader puts the copy back. */
#ifndef NP_BOOT_RECORD_H
#define NP_BOOT_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "board/flash.h"
#include "geometry.h"

typedef enum {
    NP_BOOT_GOOD,           /* what is in place is to run */
    NP_BOOT_INSTALL,        /* what `area` holds is to be copied into place */
    NP_BOOT_TRIAL,          /* it was: it has to confirm within NP_BOOT_STARTS starts */
    NP_BOOT_BACK            /* what `area` holds is to be put back into place */
} np_boot_stage;

#define NP_BOOT_STARTS 3u
#define NP_BOOT_NO_AREA NP_STAGING_AREAS

/* A firmware that a staging area holds whole; length 0: none. */
typedef struct {
    uint32_t length, crc;
} np_boot_copy;

typedef struct {
    const np_flash *flash;  /* of the whole chip: sectors are numbered from its beginning */
    np_boot_stage stage;
    uint32_t area;          /* of all stages but GOOD */
    uint32_t starts;        /* of TRIAL: so many have begun */
    bool rolled_back;       /* the last installation ended with the old firmware */
    np_boot_copy copies[NP_STAGING_AREAS];
    uint32_t sequence;      /* of the sector in use; 0: none is */
    uint32_t at;            /* where the next entry goes, in bytes of flash */
} np_boot_record;

/* Reads it; a flash without one is GOOD with no copies. 0, or negative if the flash can't be read. `flash` must live as long as the record. */
int np_boot_read(np_boot_record *record, const np_flash *flash);

/* The area that holds the firmware with this length and CRC whole, or NP_BOOT_NO_AREA. */
uint32_t np_boot_kept_area(const np_boot_record *record, uint32_t length, uint32_t crc);

/* All below are durable when they return 0; negative: the flash did not take it, and the state is as before. */

/* The area is about to be written over. */
int np_boot_forget(np_boot_record *record, uint32_t area);
/* The area holds a firmware whole: it was read back and has this CRC. */
int np_boot_copied(np_boot_record *record, uint32_t area, uint32_t length, uint32_t crc);
/* The same, and it is to be installed at the next start. */
int np_boot_install(np_boot_record *record, uint32_t area, uint32_t length, uint32_t crc);
/* The running firmware has reported well: it stays. */
int np_boot_confirm(np_boot_record *record);

/* For the loader. */
int np_boot_installed(np_boot_record *record);      /* INSTALL to TRIAL */
int np_boot_started(np_boot_record *record);        /* one more start in TRIAL */
int np_boot_go_back(np_boot_record *record, uint32_t area);
int np_boot_gone_back(np_boot_record *record);      /* BACK, or an INSTALL that can't be done, to GOOD with rolled_back */

#endif
