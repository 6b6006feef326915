/* Firmwares for tests, with what the image writer puts into a head. */
#ifndef NP_TEST_SEALED_H
#define NP_TEST_SEALED_H

#include <stdint.h>
#include <string.h>

#include "../../firmware/esp8266/firmware_head.h"
#include "vm/crc32.h"

/* Fills `words` with `head`, content that differs by its version, and at the end `ram`, the part for RAM. Its length, where that part is and both checksums
 * get into the head. Returns the CRC of all behind it. */
static uint32_t seal(uint32_t *words, uint32_t length, np_firmware_head head, const uint32_t *ram, uint32_t ram_bytes)
{
    for (uint32_t i = 0; i < length / 4; i++) words[i] = i * 2654435761u ^ head.version[0];
    head.length = length;
    head.ram_offset = length - ram_bytes;
    memcpy(words + head.ram_offset / 4, ram, ram_bytes);
    head.crc = np_crc32(words + sizeof head / 4, (length - sizeof head) / 4);
    head.head_crc = np_crc32((const uint32_t *)(const void *)&head, sizeof head / 4 - 1);
    memcpy(words, &head, sizeof head);
    return head.crc;
}

#endif
