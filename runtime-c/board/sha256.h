/* SHA-256 (FIPS 180-4) of words as they lie in memory, in RAM or flash. */
#ifndef NP_SHA256_H
#define NP_SHA256_H

#include <stdint.h>

/* The first 8 bytes of the hash, as two words that lie in memory as the bytes do: a build id. */
void np_sha256_id(const uint32_t *words, uint32_t count, uint32_t id[2]);

#endif
