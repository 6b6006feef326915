/* Calls of the flash, with its errors made the store's. */
#include "store_internal.h"

#include "vm/crc32.h"

int np_flash_read(const np_store *s, uint32_t at, void *to, uint32_t length)
{
    return s->flash->read(s->flash->context, at, to, length) < 0 ? NP_E_STORE_FLASH : 0;
}

int np_flash_program(np_store *s, uint32_t at, const void *from, uint32_t length)
{
    return s->flash->program(s->flash->context, at, from, length) < 0 ? NP_E_STORE_FLASH : 0;
}

int np_flash_mark(np_store *s, uint32_t at, uint32_t word)
{
    uint32_t found;
    int e = np_flash_program(s, at, &word, sizeof word);
    if (e == 0) e = np_flash_read(s, at, &found, sizeof found);
    return e < 0 ? e : found == word ? 0 : NP_E_STORE_FLASH;
}

static bool all_blank(const uint32_t *words, uint32_t bytes)
{
    uint32_t i = 0;
    while (i < bytes / 4 && words[i] == NP_BLANK) i++;
    return i == bytes / 4;
}

/* 1 if a sector is blank. */
static int is_blank(const np_store *s, uint32_t sector)
{
    uint32_t chunk[NP_CHUNK];
    for (uint32_t at = 0; at < NP_SECTOR; at += sizeof chunk) {
        int e = np_flash_read(s, sector * NP_SECTOR + at, chunk, sizeof chunk);
        if (e < 0) return e;
        if (!all_blank(chunk, sizeof chunk)) return 0;
    }
    return 1;
}

int np_flash_clear(np_store *s, uint32_t sector)
{
    int blank = is_blank(s, sector);
    if (blank != 0) return blank < 0 ? blank : 0;
    if (s->flash->erase(s->flash->context, sector) < 0) return NP_E_STORE_FLASH;
    s->erases++;
    return 1;
}

int np_flash_crc(const np_store *s, uint32_t at, uint32_t length, uint32_t *crc)
{
    uint32_t chunk[NP_CHUNK];
    *crc = 0;
    for (uint32_t n; length > 0; at += n, length -= n) {
        n = length < sizeof chunk ? length : (uint32_t)sizeof chunk;
        int e = np_flash_read(s, at, chunk, n);
        if (e < 0) return e;
        *crc = np_crc32_more(*crc, chunk, n / 4);
    }
    return 0;
}

int np_flash_copy(np_store *s, uint32_t from, uint32_t to, uint32_t length)
{
    uint32_t chunk[NP_CHUNK];
    for (uint32_t n; length > 0; from += n, to += n, length -= n) {
        n = length < sizeof chunk ? length : (uint32_t)sizeof chunk;
        int e = np_flash_read(s, from, chunk, n);
        if (e < 0) return e;
        if (all_blank(chunk, n)) continue;
        e = np_flash_program(s, to, chunk, n);
        if (e < 0) return e;
    }
    return 0;
}
