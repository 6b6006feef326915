/* Bytes in any order of addresses and any kind of memory: packed little-endian numbers, and copies out of flash.
 * The numbers are read and written a byte at a time, in RAM alone: bodies on the link are packed, and the chip traps on a word at an odd address. */
#ifndef NP_BYTES_H
#define NP_BYTES_H

#include <stdint.h>
#include <string.h>

static inline uint32_t np_get16(const uint8_t *bytes) { return bytes[0] | (uint32_t)bytes[1] << 8; }
static inline uint32_t np_get32(const uint8_t *bytes) { return np_get16(bytes) | np_get16(bytes + 2) << 16; }
static inline uint64_t np_get64(const uint8_t *bytes) { return np_get32(bytes) | (uint64_t)np_get32(bytes + 4) << 32; }

/* They return the address behind what they wrote. */
static inline uint8_t *np_put16(uint8_t *bytes, uint32_t value)
{
    bytes[0] = (uint8_t)value;
    bytes[1] = (uint8_t)(value >> 8);
    return bytes + 2;
}

static inline uint8_t *np_put32(uint8_t *bytes, uint32_t value) { return np_put16(np_put16(bytes, value), value >> 16); }
static inline uint8_t *np_put64(uint8_t *bytes, uint64_t value) { return np_put32(np_put32(bytes, (uint32_t)value), (uint32_t)(value >> 32)); }

/* Copies bytes of any alignment to RAM. On the ESP8266 what lies from 0x40000000 on (flash, instruction RAM) is read by aligned words. */
static inline void np_copy_any(void *to, const void *from, uint32_t length)
{
#ifdef __XTENSA__
    uintptr_t address = (uintptr_t)from;
    uint8_t *out = to;
    if (address >= 0x40000000u) {
        while (length > 0) {
            /* volatile: the compiler may not make a byte load of it */
            uint32_t word = *(const volatile uint32_t *)(address & ~(uintptr_t)3) >> 8 * (address & 3u);
            do {
                *out++ = (uint8_t)word;
                word >>= 8;
                address++;
                length--;
            } while (length > 0 && (address & 3u) != 0);
        }
        return;
    }
#endif
    memcpy(to, from, length);
}

#endif
