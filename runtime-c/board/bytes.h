/* Packed little-endian fields, and copies from flash. */
#ifndef NP_BYTES_H
#define NP_BYTES_H

#include <stdint.h>

#include "vm/inline.h"

/* Copies bytes that may lie in flash, where the chip loads aligned words only. */
void np_copy_any(void *to, const void *from, uint32_t length);

/* Copies a text that may lie in flash, without its 0, `most` bytes of it at most; returns how many it copied. */
uint32_t np_copy_text(uint8_t *to, const char *text, uint32_t most);

NP_SHARED uint32_t np_get16(const uint8_t *b) { return b[0] | (uint32_t)b[1] << 8; }
NP_SHARED uint32_t np_get32(const uint8_t *b) { return np_get16(b) | np_get16(b + 2) << 16; }
NP_SHARED uint64_t np_get64(const uint8_t *b) { return np_get32(b) | (uint64_t)np_get32(b + 4) << 32; }

NP_SHARED uint8_t *np_put16(uint8_t *b, uint32_t v) { b[0] = (uint8_t)v; b[1] = (uint8_t)(v >> 8); return b + 2; }
NP_SHARED uint8_t *np_put32(uint8_t *b, uint32_t v) { return np_put16(np_put16(b, v), v >> 16); }
NP_SHARED uint8_t *np_put64(uint8_t *b, uint64_t v) { return np_put32(np_put32(b, (uint32_t)v), (uint32_t)(v >> 32)); }

#endif
