/* CRC-32 as zlib computes it, over whole words: flash has no byte access on the ESP8266. */
#ifndef NP_CRC32_H
#define NP_CRC32_H

#include <stdint.h>

uint32_t np_crc32(const uint32_t *words, uint32_t count);

/* The CRC of what has the CRC `crc` and then these words; 0 is the CRC of nothing. */
uint32_t np_crc32_more(uint32_t crc, const uint32_t *words, uint32_t count);

#endif
