/* What a store must hold: a model beside a real one on a simulated flash. Each payload begins with its version, from which all of it can be
 * computed. A record that was advanced to stage 2 is removed: its owner does not want it any more. */
#ifndef STORE_MODEL_H
#define STORE_MODEL_H

#include "board/store.h"
#include "port/flash_sim.h"

#define KEYS 400u
#define MODEL_WRITERS 3u

typedef struct {
    uint32_t version, length, stage;    /* what is durable; version 0: nothing */
    uint32_t next_version, next_length; /* being committed when power went; 0: nothing */
    uint32_t next_stage;                /* being advanced to when power went */
    uint32_t at;                        /* the owner's index; 0: nothing */
} model_entry;

typedef struct {
    np_writer writer;
    uint32_t i, version, length;        /* version 0: not open */
} model_writer;

typedef struct {
    np_flash_sim sim;
    np_store store;
    np_store_owner owner;
    model_entry entries[KEYS];
    model_writer writers[MODEL_WRITERS];
    uint32_t keys;                      /* of them in use */
    uint32_t images;                    /* the first so many are images */
    uint32_t versions;                  /* given out */
    uint32_t full;                      /* times the store said so */
    uint32_t moves;                     /* of records, by collections */
} model;

/* Ends the process with status 1. */
_Noreturn void fail(const char *format, ...);
#define CHECK(condition) ((condition) ? (void)0 : fail("%s:%d: %s", __FILE__, __LINE__, #condition))

uint32_t random_below(uint32_t *seed, uint32_t below);
np_store_kind kind_of(const model *m, uint32_t i);
uint64_t key_of(uint32_t i);

void model_open(model *m, uint32_t sectors, uint32_t window, uint32_t keys, uint32_t images);
/* Mounts; false if power went. Checks all that is found against what must be there, and takes it as the truth. */
bool model_mount(model *m);
void model_check(model *m);

/* Each of these is false if power went; then nothing but model_mount after np_flash_sim_power_on is left to do. */
bool model_begin(model *m, uint32_t w, uint32_t i, uint32_t length);
bool model_feed(model *m, uint32_t w, uint32_t length);
bool model_commit(model *m, uint32_t w);
bool model_write(model *m, uint32_t i, uint32_t length);
bool model_advance(model *m, uint32_t i, uint32_t stage);
bool model_idle(model *m);

/* One operation, chosen by the seed, on records of up to `most` bytes. */
bool model_step(model *m, uint32_t *seed, uint32_t most);

#endif
