/* The table of CRC-32 where it lies in RAM: the machine's on the chip, and the boot loader's, which is a program of its own. */
#ifndef NP_CRC32_FILL_H
#define NP_CRC32_FILL_H

#include <stdint.h>

static inline void np_crc32_fill(uint32_t table[256])
{
    for (uint32_t n = 0; n < 256; n++) {
        uint32_t crc = n;
        for (uint32_t bit = 0; bit < 8; bit++) crc = crc & 1u ? crc >> 1 ^ 0xEDB88320u : crc >> 1;
        table[n] = crc;
    }
}

#endif
