/* CRC-32 as zlib computes it. */
#ifndef NP_CRC32_H
#define NP_CRC32_H

#include <stdint.h>

/* Over whole words: flash has no byte access on the ESP8266. */
uint32_t np_crc32(const uint32_t *words, uint32_t count);

/* The CRC of what has the CRC `crc` and then these words; 0 is the CRC of nothing. */
uint32_t np_crc32_more(uint32_t crc, const uint32_t *words, uint32_t count);

/* Over bytes in RAM, in pieces: begin with NP_CRC32_BEGIN, add them, end. Over bytes and their CRC (little-endian) the sum before the end is
 * NP_CRC32_GOOD, whatever the bytes are. */
#define NP_CRC32_BEGIN 0xFFFFFFFFu
#define NP_CRC32_GOOD 0xDEBB20E3u
uint32_t np_crc32_add(uint32_t sum, const uint8_t *bytes, uint32_t length);
static inline uint32_t np_crc32_end(uint32_t sum) { return ~sum; }

#endif
