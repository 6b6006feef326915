/* Whether a part of flash holds a whole firmware: for the boot loader, and for a firmware that looks at what it was sent. Inline, because each is a program
 * of its own. */
#ifndef NP_FIRMWARE_CHECK_H
#define NP_FIRMWARE_CHECK_H

#include <stdbool.h>

#include "board/flash.h"
#include "firmware_head.h"
#include "layout.h"
#include "vm/crc32.h"

/* The head at `at`: whether it is one, and undamaged. */
static inline bool np_firmware_has_head(const np_flash *flash, uint32_t at, np_firmware_head *h)
{
    if (flash->read(flash->context, at, h, sizeof *h) < 0 || h->magic != NP_AT_HEAD_MAGIC || h->format != NP_AT_HEAD_FORMAT) return false;
    return h->head_crc == np_crc32((const uint32_t *)(const void *)h, sizeof *h / 4 - 1);
}

/* All of it, of at most `most` bytes, by way of a buffer of so many bytes. */
static inline bool np_firmware_is_whole(const np_flash *flash, uint32_t at, uint32_t most, uint32_t *buffer, uint32_t buffer_bytes, np_firmware_head *h)
{
    enum { RAM_HEAD = 8 };
    uint32_t crc = 0;
    if (!np_firmware_has_head(flash, at, h)) return false;
    if (h->length > most || h->ram_offset < sizeof *h || h->ram_offset + RAM_HEAD > h->length || (h->length | h->ram_offset) & 3u) return false;
    for (uint32_t done = sizeof *h, n; done < h->length; done += n) {
        n = h->length - done < buffer_bytes ? h->length - done : buffer_bytes;
        if (flash->read(flash->context, at + done, buffer, n) < 0) return false;
        crc = np_crc32_more(crc, buffer, n / 4);
    }
    return crc == h->crc;
}

#endif
