/* CRC-32 as zlib computes it. */
#ifndef NP_CRC32_H
#define NP_CRC32_H

#include <stdint.h>

/* Over whole words: flash has no byte access on the ESP8266. */
uint32_t np_crc32(const uint32_t *words, uint32_t count);

/* One byte at a time: begin with NP_CRC32_START, the CRC is the complement of what comes out. Over bytes and their CRC (little-endian) comes out
 * NP_CRC32_GOOD, whatever the bytes are. */
#define NP_CRC32_START 0xFFFFFFFFu
#define NP_CRC32_GOOD 0xDEBB20E3u
uint32_t np_crc32_byte(uint32_t crc, uint32_t byte);

/* The CRC of what has the CRC `crc` and then these words; 0 is the CRC of nothing. */
uint32_t np_crc32_more(uint32_t crc, const uint32_t *words, uint32_t count);

#endif
