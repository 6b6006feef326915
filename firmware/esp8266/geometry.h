/* How a flash of some size is divided, of layout.def's places: the same for the boot loader, every firmware, and tests. */
#ifndef NP_GEOMETRY_H
#define NP_GEOMETRY_H

#include <stdbool.h>
#include <stdint.h>

#define NP_STAGING_AREAS 2u

typedef struct {
    uint32_t flash_bytes;
    uint32_t firmware_bytes;                /* the most a firmware in place may have */
    uint32_t store_at, store_sectors;       /* in bytes; in sectors */
    uint32_t window_sectors;                /* of the store: the first so many are mapped to memory */
    uint32_t staging_at[NP_STAGING_AREAS];  /* 0: there is none */
    uint32_t staging_bytes;                 /* of each */
} np_geometry;

/* For a flash of `bytes`, 512 KB to 16 MB; what is beyond 4 MB is left alone. False where no firmware can live on it. */
bool np_geometry_of(uint32_t bytes, np_geometry *g);

#endif
