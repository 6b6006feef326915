/* The store: a log of records in flash. STORE.md draws the bytes and gives the reasons.
 *
 * A record has a kind, a 64-bit key and a payload. Of the committed records of one kind and key the last one written is the truth; all
 * others are dead, and go at a collection. A record is contiguous and may span sectors; of kind NP_STORE_IMAGE it lies in the mapped window.
 * Power may be lost at any flash operation: a record is committed whole or not at all, and mounting always succeeds.
 * No function here allocates; a store's RAM is the np_store alone. All errors are numbers of np_errors.h (negative).
 */
#ifndef NP_STORE_H
#define NP_STORE_H

#include <stdbool.h>
#include <stddef.h>

#include "flash.h"

typedef enum { NP_STORE_IMAGE = 1, NP_STORE_FUNCTION = 2, NP_STORE_CONFIG = 3 } np_store_kind;

/* A committed record. `at` names it: the flash offset of its header; it changes only by a collection (see np_store_owner.moved). */
typedef struct {
    uint32_t at;
    uint8_t kind;
    uint8_t stage;              /* see np_store_advance: 0, 1 or 2 */
    uint32_t length;            /* of the payload, bytes */
    uint32_t crc;               /* CRC-32 of the payload */
    uint64_t key;
} np_record_info;

/* Whoever keeps an index of the records: the board. */
typedef struct {
    void *context;
    /* Is this record still wanted? Asked for records in a sector that is to be collected. */
    bool (*live)(void *context, const np_record_info *record);
    /* A record has a new place (committed there; the old one is still readable during the call). */
    void (*moved)(void *context, const np_record_info *record, uint32_t old_at);
} np_store_owner;

typedef struct np_store np_store;           /* struct below, so that a board can place it statically */

/* A record being written. Several may be open at a time; each is in its writer alone, and gone if that is forgotten. */
typedef struct {
    uint32_t at, length, written;
    uint32_t crc;
} np_writer;

/* Finds out what the flash holds. `found` is called for every committed record in the order they were written (so that a later one of the same
 * kind and key replaces an earlier one). Blank or foreign flash is an empty store. 0, or an error of the flash itself. */
int np_store_mount(np_store *s, const np_flash *flash, const np_store_owner *owner,
                   void (*found)(void *context, const np_record_info *record));

/* Makes room for a record of `length` payload bytes (a multiple of 4) and writes its header. May collect, erase and move records, though not
 * those for which a writer is open. */
int np_store_begin(np_store *s, np_writer *w, np_store_kind kind, uint64_t key, uint32_t length);

/* Adds payload: `bytes` in RAM, 4-byte aligned, `length` a multiple of 4. */
int np_store_append(np_store *s, np_writer *w, const void *bytes, uint32_t length);

/* Reads the payload back, compares its CRC-32, commits with one word. Returns the record's offset, or an error. */
int32_t np_store_commit(np_store *s, np_writer *w);

/* Forgets a record that was begun. */
void np_store_cancel(np_store *s, np_writer *w);

/* Moves a committed record from stage 0 to stage 1 or 2 by programming one word: a change of state without writing the payload again. 0 or an error. */
int np_store_advance(np_store *s, uint32_t at, uint32_t stage);

/* The committed record at an offset; NP_E_STORE_NOT_FOUND. */
int np_store_info(const np_store *s, uint32_t at, np_record_info *record);

/* Reads payload: offset and length are multiples of 4. */
int np_store_read(const np_store *s, uint32_t at, uint32_t offset, void *to, uint32_t length);

/* Where the payload of an image is mapped. */
const uint32_t *np_store_mapped(const np_store *s, uint32_t at);

/* The last committed record of a kind and key; NP_E_STORE_NOT_FOUND. Reads all headers: slow, for what is not in the owner's index. */
int np_store_find(const np_store *s, np_store_kind kind, uint64_t key, np_record_info *record);

/* Calls `found` for every committed record of a kind, dead ones among them, in the order of writing; ends when it returns false. */
int np_store_each(const np_store *s, np_store_kind kind, bool (*found)(void *context, const np_record_info *record), void *context);

/* One small step of tidying for idle time (erase one sector, or move one record): true while there is more to do. */
bool np_store_idle(np_store *s);

typedef struct {
    uint32_t sectors_free;      /* erased or erasable at once */
    uint32_t live_bytes, dead_bytes;
    uint32_t least_erased, most_erased;
    uint32_t erases;            /* since mounting */
    uint32_t largest_record;    /* payload bytes that np_store_begin would take now (not an image) */
} np_store_usage;

void np_store_get_usage(const np_store *s, np_store_usage *usage);

#endif
