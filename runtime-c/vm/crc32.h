/* CRC-32 as zlib computes it, over whole words: flash has no byte access on the ESP8266. */
#ifndef NP_CRC32_H
#define NP_CRC32_H

#include <stdint.h>

uint32_t np_crc32(const uint32_t *words, uint32_t count);

/* The same of words that come in pieces: `crc` is that of all before, 0 at the beginning. */
uint32_t np_crc32_more(uint32_t crc, const uint32_t *words, uint32_t count);

#endif
