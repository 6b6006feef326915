/* The store: a log of records in flash. STORE.md draws the bytes and gives the reasons.
 *
 * A record has a kind, a 64-bit key and a payload. Of the committed records of one kind and key the last one committed is the truth; all
 * others are dead, and go at a collection, the oldest always first: when a record goes, no older one of its key is left. A record is contiguous and may span sectors; of kind NP_STORE_IMAGE it lies in the mapped window.
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

/* Whoever keeps an index of the records: the board. Its functions may read the store, and must not write to it. */
typedef struct {
    void *context;
    /* Is this record still wanted? No for one that a later record of its kind and key replaces, and for the old place of a moved one. Asked when
     * room is looked for and when sectors are collected. */
    bool (*live)(void *context, const np_record_info *record);
    /* A record has a new place (committed there; the old one is still readable during the call). */
    void (*moved)(void *context, const np_record_info *record, uint32_t old_at);
} np_store_owner;

/* A part of the flash whose sectors are written in turn, round and round. Its fields are the store's own; sectors are numbers, places bytes. */
typedef struct {
    uint16_t first, end;        /* its sectors */
    uint16_t oldest, newest;    /* heads of the oldest and the newest run */
    uint16_t newest_end;        /* the sector behind the newest run; `first` of an area without runs */
    uint16_t span;              /* no run that has to be moved is larger */
    uint16_t stale, stale_end;  /* sectors of a run that has nothing but what was never committed; none if they are equal */
    bool empty;
    uint32_t at;                /* where the newest run takes its next record; 0: it takes none */
    uint32_t scan;              /* how far the collection of the oldest run is; 0: at its beginning */
    uint32_t sequence, lap;     /* of the newest run */
    uint32_t live;              /* bytes of sectors that live records took when they were last counted; NP_STORE_UNCOUNTED */
    uint32_t since;             /* bytes written since */
} np_store_area;

#define NP_STORE_WRITERS 4u     /* that may be open at a time */

/* About a hundred bytes. Its fields are the store's own. */
typedef struct {
    const np_flash *flash;
    const np_store_owner *owner;
    np_store_area area[2];              /* of images, and of everything else; a single one if there is no room for two */
    uint32_t writers[NP_STORE_WRITERS]; /* the record that each writes, 0 if it is free */
    uint32_t erases;
} np_store;

/* A record being written. It is open until np_store_commit, np_store_cancel, or a loss of power. */
typedef struct {
    uint32_t slot;              /* its number in np_store.writers */
    uint32_t length, written;   /* bytes of payload: announced, come */
    uint32_t crc;               /* of those that have come */
} np_writer;

/* Finds out what the flash holds; only reads. `flash` and `owner` stay the caller's and must stay where they are. `found` is called for every committed record in the order they were written (so that a later one of the same
 * kind and key replaces an earlier one). Blank or foreign flash is an empty store. 0, or an error of the flash itself. */
int np_store_mount(np_store *s, const np_flash *flash, const np_store_owner *owner,
                   void (*found)(void *context, const np_record_info *record));

/* Makes room for a record of `length` payload bytes (a multiple of 4) and writes its header. May collect, erase and move records. 0, or
 * NP_E_STORE_FULL, NP_E_STORE_TOO_LARGE (also when all else is removed), NP_E_BOARD_BUSY (too many writers), NP_E_BOARD_REQUEST (length), NP_E_STORE_FLASH. */
int np_store_begin(np_store *s, np_writer *w, np_store_kind kind, uint64_t key, uint32_t length);

/* Adds payload: `bytes` in RAM, 4-byte aligned, `length` a multiple of 4. NP_E_BOARD_OFFSET if it is more than was announced. */
int np_store_append(np_store *s, np_writer *w, const void *bytes, uint32_t length);

/* Reads the payload back, compares its CRC-32, commits with one word. Returns the record's offset, or an error; the writer is closed in any case.
 * From now on it is the last record of its kind and key, whenever it was begun. (If another one of them was committed or moved meanwhile, this one
 * is first copied behind it: that may fail as np_store_begin may.) */
int32_t np_store_commit(np_store *s, np_writer *w);

/* The offset of the record that is being written, e.g. to look at an image (np_store_mapped) before it is committed. */
uint32_t np_store_writing(const np_store *s, const np_writer *w);

/* Forgets a record that was begun. */
void np_store_cancel(np_store *s, np_writer *w);

/* Moves a committed record from stage 0 to stage 1 or 2, or from 1 to 2, by programming one word: a change of state without writing the payload
 * again. 0, also if it is at that stage or a later one; or an error. */
int np_store_advance(np_store *s, uint32_t at, uint32_t stage);

/* The committed record at an offset; NP_E_STORE_NOT_FOUND. */
int np_store_info(const np_store *s, uint32_t at, np_record_info *record);

/* Reads payload: offset and length are multiples of 4. */
int np_store_read(const np_store *s, uint32_t at, uint32_t offset, void *to, uint32_t length);

/* Computes the payload's CRC-32 anew: 0, or NP_E_STORE_DAMAGED, NP_E_STORE_NOT_FOUND. */
int np_store_check(const np_store *s, uint32_t at);

/* Where the payload of an image is mapped; NULL outside the window. */
const uint32_t *np_store_mapped(const np_store *s, uint32_t at);

/* Whether images are apart from all else, so that writing functions never moves one. Not so in a flash that has no room for two areas. */
bool np_store_keeps_images(const np_store *s);

/* The last committed record of a kind and key; NP_E_STORE_NOT_FOUND. Reads all headers: slow, for what is not in the owner's index. */
int np_store_find(const np_store *s, np_store_kind kind, uint64_t key, np_record_info *record);

/* Calls `found` for every committed record of a kind, dead ones among them, in the order of writing; ends when it returns false. */
int np_store_each(const np_store *s, np_store_kind kind, bool (*found)(void *context, const np_record_info *record), void *context);

/* One small step of tidying for idle time (erase one sector, or move one record): true while there is more to do. It fails in silence: what is
 * wrong shows when something is written. */
bool np_store_idle(np_store *s);

typedef struct {
    uint32_t sectors_free;      /* in no run */
    uint32_t live_bytes;        /* of wanted records, with their headers */
    uint32_t dead_bytes;        /* the rest of the sectors that are not free */
    uint32_t least_erased, most_erased; /* by the laps that runs carry */
    uint32_t erases;            /* since mounting */
    uint32_t largest_record;    /* payload bytes that np_store_begin takes now for certain (not of an image) */
    uint32_t largest_image;     /* and of an image */
} np_store_usage;

/* Reads all headers. */
void np_store_get_usage(const np_store *s, np_store_usage *usage);

#endif
