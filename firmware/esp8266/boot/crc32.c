/* CRC-32 as vm/crc32.c computes it, with its table in RAM: a kilobyte that the loader's 4 KB of flash have no room for. */
#include "vm/crc32.h"

#include "crc32_table.h"
#include "vm/crc32_fill.h"

static uint32_t table[256];

void crc32_fill_table(void) { np_crc32_fill(table); }

uint32_t np_crc32(const uint32_t *words, uint32_t count) { return np_crc32_more(0, words, count); }

uint32_t np_crc32_more(uint32_t crc, const uint32_t *words, uint32_t count)
{
    crc = ~crc;
    while (count--) {
        crc ^= *words++;
        for (uint32_t i = 0; i < 4; i++) crc = table[crc & 255u] ^ crc >> 8;
    }
    return ~crc;
}
