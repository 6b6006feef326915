/* The first 64 bytes of a firmware, in flash at NP_AT_FIRMWARE_AT and in a staging area alike. Behind them is what is executed in place, linked to where the
 * flash at NP_AT_FIRMWARE_AT is mapped, and at `ram_offset` what is loaded to RAM: u32 count, u32 entry, and for each segment u32 address, u32 length (both
 * multiples of 4) and its bytes. The linker puts a head of constants there; the image writer (host/firmware) fills in what it alone knows. */
#ifndef NP_FIRMWARE_HEAD_H
#define NP_FIRMWARE_HEAD_H

#include <stdint.h>

#define NP_VERSION_BYTES 16u

typedef struct {
    uint32_t magic;             /* NP_AT_HEAD_MAGIC */
    uint16_t format;            /* NP_AT_HEAD_FORMAT */
    uint16_t flags;             /* NP_AT_HEAD_FLAG_ */
    uint32_t length;            /* of all, with the head; a multiple of 4. The image writer's, as the next two */
    uint32_t ram_offset;        /* from the head's begin */
    uint32_t crc;               /* CRC-32 of all behind the head */
    uint16_t abi, image_version, snapshot_version, zero;    /* of np.h */
    uint32_t unused;
    uint64_t prelude;           /* build id */
    uint8_t version[NP_VERSION_BYTES];      /* of nanopy, padded with 0 */
    uint32_t unused2;
    uint32_t head_crc;          /* of the head's words before it: the image writer's */
} np_firmware_head;

_Static_assert(sizeof(np_firmware_head) == 64, "layout.def says 64 bytes");

#endif
