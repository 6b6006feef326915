#include "geometry.h"

#include "layout.h"

_Static_assert(NP_STAGING_AREAS == NP_AT_STAGING_AREAS, "layout.def");

enum { LEAST = 512 << 10, SMALL = 1 << 20, MOST_USED = 4 << 20 };

bool np_geometry_of(uint32_t bytes, np_geometry *g)
{
    if (bytes < (uint32_t)LEAST) return false;
    if (bytes > (uint32_t)MOST_USED) bytes = MOST_USED;
    bool least = bytes < (uint32_t)SMALL, small = bytes <= (uint32_t)SMALL;
    uint32_t end = bytes - NP_AT_SDK_BYTES;
    *g = (np_geometry){ .flash_bytes = bytes, .firmware_bytes = least ? NP_AT_FIRMWARE_SMALL_BYTES : NP_AT_FIRMWARE_BYTES,
                        .store_at = least ? NP_AT_STORE_SMALL_AT : NP_AT_STORE_AT, .staging_bytes = small ? NP_AT_FIRMWARE_SMALL_BYTES : NP_AT_FIRMWARE_BYTES };
    for (uint32_t i = NP_STAGING_AREAS; !least && i-- > 0;) g->staging_at[i] = end -= g->staging_bytes;
    g->store_sectors = (end - g->store_at) / NP_AT_SECTOR;
    uint32_t mapped = end < (uint32_t)NP_AT_MAPPED ? end : NP_AT_MAPPED;
    g->window_sectors = (mapped - g->store_at) / NP_AT_SECTOR;
    return true;
}
