/* What the store's files share. Places are bytes from the beginning of the flash; a sector is named by its number. Functions return 0, what they
 * say, or an error of np_errors.h. */
#ifndef NP_STORE_INTERNAL_H
#define NP_STORE_INTERNAL_H

#include <string.h>

#include "np_errors.h"
#include "store.h"
#include "store_format.h"

#define NP_STORE_UNCOUNTED 0xFFFFFFFFu
#define NP_CHUNK 16u                /* words that are read or programmed at a time when a payload is copied or checked */
#define NP_AREA_SECTORS 8u          /* an area with fewer could not keep its reserve */

/* In np_store.writers: a record of the same kind and key was committed behind the one being written. */
#define NP_OVERTAKEN 1u

/* A function of its own, whose frame is gone while records are copied: the C stack is small. */
#define NP_APART __attribute__((noinline))

#define FOR_AREAS(type, a, s) for (type *a = (s)->area; a < (s)->area + 2; a++)

/* --- store_flash.c: what is done to the flash, its errors made ours */

int np_flash_read(const np_store *s, uint32_t at, void *to, uint32_t length);
int np_flash_program(np_store *s, uint32_t at, const void *from, uint32_t length);
/* Programs one word and reads it back. What a torn attempt left there is completed. */
int np_flash_mark(np_store *s, uint32_t at, uint32_t word);
/* Erases a sector unless it is blank; 1 if it did. */
int np_flash_clear(np_store *s, uint32_t sector);
/* The CRC of `length` bytes. */
int np_flash_crc(const np_store *s, uint32_t at, uint32_t length, uint32_t *crc);
/* Copies a payload; what is blank is not programmed. */
int np_flash_copy(np_store *s, uint32_t from, uint32_t to, uint32_t length);

/* --- store_walk.c: finding runs and records */

/* A walk over the records of an area in the order of writing. */
typedef struct {
    const np_store_area *area;
    uint32_t next;          /* where the next record may be; 0: a run's head comes first */
    uint32_t limit;         /* no record of this run reaches behind it */
    uint16_t sector;        /* where the next head may be */
    uint16_t left;          /* sectors that have not been looked at; 0: the end */
    uint32_t at;            /* the record, and its header */
    np_record record;
} np_walk;

/* Where a record may begin that does not fit before: at `at`, or in the next sector, because no header spans two. */
static inline uint32_t np_record_place(uint32_t at)
{
    uint32_t in_sector = at % NP_SECTOR;
    return in_sector > NP_SECTOR - sizeof(np_record) ? at + NP_SECTOR - in_sector : at;
}

static inline uint32_t np_record_end(uint32_t at, uint32_t length) { return at + (uint32_t)sizeof(np_record) + length; }
static inline uint32_t np_sectors(uint32_t bytes) { return (bytes + NP_SECTOR - 1) / NP_SECTOR; }
static inline uint64_t np_record_key(const np_record *r) { return (uint64_t)r->key_high << 32 | r->key_low; }
static inline bool np_closed(const np_head *h) { return (h->closed & 0xFFFFu) != 0 && h->closed >> 16 == (~h->closed & 0xFFFFu); }
static inline uint32_t np_closed_word(uint32_t sectors) { return ~sectors << 16 | sectors; }

/* 1 and the head if a run begins at this sector, else 0. */
int np_head_read(const np_store *s, uint32_t sector, np_head *head);
/* 1: a record's header is at `at` and the record ends at `limit` at the latest; 0: blank; 2: neither. */
int np_record_read(const np_store *s, uint32_t at, uint32_t limit, np_record *record);
/* The sector behind a run that begins at `sector`, which its head tells or its records; and where it takes a further record, 0 if nowhere. */
int np_run_measure(const np_store *s, const np_store_area *area, uint32_t sector, const np_head *head, uint32_t *end, uint32_t *at);
void np_walk_start(const np_store_area *area, np_walk *walk);
/* 1: `at` and `record` are the next record, committed or not; 0: there are no more. */
int np_walk_next(const np_store *s, np_walk *walk);
void np_record_inform(uint32_t at, const np_record *record, np_record_info *info);
/* The slot of the open writer of the record at `at`, or -1. */
int np_writer_of(const np_store *s, uint32_t at);

/* --- store_place.c: where the next record goes */

typedef struct {
    uint32_t at;            /* of the record's header */
    uint16_t first, end;    /* sectors that become part of a run by it: none if they are equal */
    bool opens;             /* a new run begins at `first` */
} np_place;

static inline bool np_wrapped(const np_store_area *a) { return !a->empty && a->newest < a->oldest; }
/* Sectors in no run. */
uint32_t np_area_gap(const np_store_area *a);
/* A run grows to so many sectors at most, unless for a single record. */
uint32_t np_area_run(const np_store_area *a);
/* Sectors that must be in no run when something new is written. */
uint32_t np_area_reserve(const np_store_area *a, bool wrapped, uint32_t span);
/* Sectors that a run needs for one record. */
uint32_t np_run_for(uint32_t length);
/* Finds a place for a record of `length` bytes. If `keep`, enough of the gap remains for collections to go on. */
bool np_place_find(const np_store_area *a, uint32_t length, bool keep, np_place *place);
/* Readies the sectors of a place and programs the record's header there. */
int np_place_take(np_store *s, np_store_area *a, const np_place *place, const np_record *record);
/* Erases the head of a run, the last of its sectors, so that half erased it is no head again. */
int np_run_erase(np_store *s, uint32_t sector);
/* Opens a new run without a record, so that what was the newest run can be collected. */
int np_run_renew(np_store *s, np_store_area *a);

/* --- store_move.c */

/* Copies a record behind all others, and commits the copy if the record is committed. `to` is its place; of `record` magic, length and key stay. */
int np_record_copy(np_store *s, np_store_area *a, uint32_t at, np_record *record, uint32_t *to);
/* Moves or drops the next record of the oldest run, which ends before the sector `end`; 0 if there is none left. */
int np_move_next(np_store *s, np_store_area *a, uint32_t end);
/* Programs the payload's CRC, then the mark that commits. */
int np_record_commit(np_store *s, uint32_t at, const np_record *record, uint32_t crc);

/* --- store_collect.c */

/* Makes room for a record of `length` bytes in an area, and finds the place. */
int np_area_room(np_store *s, np_store_area *a, uint32_t length, np_place *place);
/* One step of collecting the oldest run: a record is moved, a sector erased, or the run retired. */
int np_collect_step(np_store *s, np_store_area *a);

/* --- store_usage.c: counting what is wanted */

typedef struct {
    uint32_t live;          /* bytes of live records and headers */
    uint32_t sectors;       /* that they would take, written anew one behind the other */
    uint32_t span;          /* sectors of the largest record's run, at least a common run's */
    uint32_t fill, run;     /* bytes used of the last run so far, and its sectors */
} np_survey;

/* Counts the live records of an area and those being written. */
int np_survey_area(const np_store *s, const np_store_area *a, np_survey *survey);
/* Does so, and notes the result in the area. */
int np_area_count(const np_store *s, np_store_area *a, np_survey *survey);
/* Adds a record that is not there yet. */
void np_survey_add(const np_store_area *a, np_survey *survey, uint32_t length);
/* Whether an area can hold so many sectors of live records, when the largest run has `span`, and still be collected. */
bool np_area_holds(const np_store_area *a, uint32_t sectors, uint32_t span);

#endif
