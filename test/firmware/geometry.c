/* Prints how flashes of some sizes are divided, and fails where parts overlap. */
#include <stdio.h>

#include "../../firmware/esp8266/geometry.h"
#include "../../firmware/esp8266/layout.h"

int main(void)
{
    static const uint32_t sizes[] = { 256, 512, 1024, 2048, 4096, 16384 };
    for (unsigned i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        np_geometry g;
        printf("%u KB: ", sizes[i]);
        if (!np_geometry_of(sizes[i] << 10, &g)) {
            printf("none\n");
            continue;
        }
        uint32_t end = g.store_at + g.store_sectors * NP_AT_SECTOR;
        printf("firmware %u KB, store 0x%x + %u sectors, %u mapped, ", g.firmware_bytes >> 10, g.store_at, g.store_sectors, g.window_sectors);
        if (g.staging_at[0]) printf("staging 0x%x 0x%x of %u KB\n", g.staging_at[0], g.staging_at[1], g.staging_bytes >> 10);
        else printf("no staging\n");
        if (NP_AT_FIRMWARE_AT + g.firmware_bytes > g.store_at || g.store_at + g.window_sectors * NP_AT_SECTOR > NP_AT_MAPPED) return 1;
        if (g.staging_at[0] && (end > g.staging_at[0] || g.staging_at[0] + g.staging_bytes > g.staging_at[1])) return 2;
        if ((g.staging_at[1] ? g.staging_at[1] + g.staging_bytes : end) + NP_AT_SDK_BYTES > g.flash_bytes) return 3;
    }
    return 0;
}
