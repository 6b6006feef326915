#include "boot_record.h"

#include "layout.h"
#include "vm/crc32.h"

enum { WORDS = 4, ENTRY = 16, TRIES = 3, MARK = 0x4E50 };
#define MAGIC 0x5242504Eu       /* NPBR */
#define BLANK 0xFFFFFFFFu

/* kind | area << 8 | MARK << 16, length, CRC, CRC-32 of these three words */
typedef enum { COPY = 1, INSTALL, TRIAL, START, GOOD, BACK, GONE_BACK } kind;

static uint32_t sector_at(uint32_t sequence) { return NP_AT_RECORD_AT + sequence % NP_AT_RECORD_SECTORS * NP_AT_SECTOR; }

static bool is_sound(const uint32_t *words) { return words[3] == np_crc32(words, WORDS - 1); }

static bool is_blank(const uint32_t *words) { return (words[0] & words[1] & words[2] & words[3]) == BLANK; }

static int read(const np_boot_record *r, uint32_t at, uint32_t *words) { return r->flash->read(r->flash->context, at, words, ENTRY); }

/* Programs 16 bytes and reads them back. */
static int program(np_boot_record *r, uint32_t at, uint32_t *words)
{
    uint32_t found[WORDS];
    words[3] = np_crc32(words, WORDS - 1);
    if (r->flash->program(r->flash->context, at, words, ENTRY) < 0 || read(r, at, found) < 0) return -1;
    for (uint32_t i = 0; i < WORDS; i++)
        if (found[i] != words[i]) return -1;
    return 0;
}

/* What an entry makes of the state. */
static void apply(np_boot_record *r, const uint32_t *words)
{
    uint32_t area = words[0] >> 8 & 255u;
    if (words[0] >> 16 != MARK || area >= NP_STAGING_AREAS) return;
    switch (words[0] & 255u) {
    case INSTALL:
        r->stage = NP_BOOT_INSTALL;
        r->area = area;
        r->rolled_back = false;
        /* fall through */
    case COPY:
        r->copies[area] = (np_boot_copy){ words[1], words[2] };
        break;
    case TRIAL:
        r->stage = NP_BOOT_TRIAL;
        r->area = area;
        r->starts = words[1];
        break;
    case START:
        r->starts++;
        break;
    case GOOD:
        r->stage = NP_BOOT_GOOD;
        r->rolled_back = false;
        break;
    case BACK:
        r->stage = NP_BOOT_BACK;
        r->area = area;
        break;
    case GONE_BACK:
        r->stage = NP_BOOT_GOOD;
        r->rolled_back = true;
        break;
    default:
        break;
    }
}

int np_boot_read(np_boot_record *r, const np_flash *flash)
{
    uint32_t words[WORDS];
    *r = (np_boot_record){ .flash = flash };
    for (uint32_t i = 0; i < NP_AT_RECORD_SECTORS; i++) {
        if (read(r, sector_at(i), words) < 0) return -1;
        if (words[0] == MAGIC && is_sound(words) && words[1] % NP_AT_RECORD_SECTORS == i && words[1] > r->sequence) r->sequence = words[1];
    }
    if (r->sequence == 0) return 0;
    uint32_t end = sector_at(r->sequence) + NP_AT_SECTOR;
    for (r->at = sector_at(r->sequence) + ENTRY; r->at < end; r->at += ENTRY) {
        if (read(r, r->at, words) < 0) return -1;
        if (is_blank(words)) break;
        if (is_sound(words)) apply(r, words);
    }
    return 0;
}

static int put(np_boot_record *r, uint32_t *at, kind what, uint32_t area, uint32_t length, uint32_t crc)
{
    uint32_t words[WORDS] = { (uint32_t)what | area << 8 | (uint32_t)MARK << 16, length, crc, 0 };
    uint32_t from = *at;
    *at += ENTRY;
    return program(r, from, words);
}

/* Goes on in the other sector, where the state is one that later entries build on. */
static int turn_over(np_boot_record *r)
{
    uint32_t sequence = r->sequence + 1, begin = sector_at(sequence), at = begin + ENTRY, head[WORDS] = { MAGIC, sequence, 0, 0 };
    if (r->flash->erase(r->flash->context, begin / NP_AT_SECTOR) < 0) return -1;
    for (uint32_t i = 0; i < NP_STAGING_AREAS; i++)
        if (r->copies[i].length && put(r, &at, COPY, i, r->copies[i].length, r->copies[i].crc) < 0) return -1;
    np_boot_copy copy = r->copies[r->area];
    int e = 0;
    if (r->stage == NP_BOOT_INSTALL) e = put(r, &at, INSTALL, r->area, copy.length, copy.crc);
    else if (r->stage == NP_BOOT_TRIAL) e = put(r, &at, TRIAL, r->area, r->starts, 0);
    else if (r->stage == NP_BOOT_BACK) e = put(r, &at, BACK, r->area, 0, 0);
    else if (r->rolled_back) e = put(r, &at, GONE_BACK, 0, 0, 0);
    if (e < 0 || program(r, begin, head) < 0) return -1;
    r->sequence = sequence;
    r->at = at;
    return 0;
}

/* Writes an entry, and does what it says; an entry that does not read back is left behind, and written again further on. */
static int append(np_boot_record *r, kind what, uint32_t area, uint32_t length, uint32_t crc)
{
    for (uint32_t tries = 0; tries < TRIES; tries++) {
        if (r->sequence == 0 || r->at % NP_AT_SECTOR == 0) {
            if (turn_over(r) < 0) continue;
        }
        if (put(r, &r->at, what, area, length, crc) < 0) continue;
        apply(r, (const uint32_t[WORDS]){ (uint32_t)what | area << 8 | (uint32_t)MARK << 16, length, crc, 0 });
        return 0;
    }
    return -1;
}

uint32_t np_boot_kept_area(const np_boot_record *r, uint32_t length, uint32_t crc)
{
    uint32_t area = 0;
    while (area < NP_STAGING_AREAS && (r->copies[area].length != length || r->copies[area].crc != crc)) area++;
    return area;
}

int np_boot_forget(np_boot_record *r, uint32_t area) { return r->copies[area].length ? append(r, COPY, area, 0, 0) : 0; }
int np_boot_copied(np_boot_record *r, uint32_t area, uint32_t length, uint32_t crc) { return append(r, COPY, area, length, crc); }
int np_boot_install(np_boot_record *r, uint32_t area, uint32_t length, uint32_t crc) { return append(r, INSTALL, area, length, crc); }
int np_boot_confirm(np_boot_record *r) { return r->stage == NP_BOOT_TRIAL ? append(r, GOOD, 0, 0, 0) : 0; }
int np_boot_installed(np_boot_record *r) { return append(r, TRIAL, r->area, 0, 0); }
int np_boot_started(np_boot_record *r) { return append(r, START, 0, 0, 0); }
int np_boot_go_back(np_boot_record *r, uint32_t area) { return append(r, BACK, area, 0, 0); }
int np_boot_gone_back(np_boot_record *r) { return append(r, GONE_BACK, 0, 0, 0); }
