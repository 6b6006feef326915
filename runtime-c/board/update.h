/* Another firmware for the board: what the home has to offer. The new one is put into a place in flash that is not executed and checked there; at the next
 * start it is brought to where it runs, and is on trial until it has confirmed itself. A copy of the running one is kept, which comes back where it does not. */
#ifndef NP_BOARD_UPDATE_H
#define NP_BOARD_UPDATE_H

#include <stdbool.h>
#include <stdint.h>

/* What a firmware's head says. Versions are those of np.h. */
typedef struct {
    uint32_t length;            /* bytes of all of it */
    uint32_t crc;               /* of all behind its head */
    uint64_t prelude;           /* build id */
    uint16_t flags;             /* 1: with Wi-Fi */
    uint16_t abi, image_version, snapshot_version;
    uint8_t version[16];        /* text, padded with 0 */
} np_firmware;

typedef enum { NP_PLACE_RUNNING, NP_PLACE_NEW, NP_PLACE_KEPT } np_update_place;

typedef enum {
    NP_UPDATE_GOOD = 1,
    NP_UPDATE_TRIAL = 2,        /* what runs is new, and has to confirm itself */
    NP_UPDATE_ROLLED_BACK = 3   /* the last one that was installed did not, or could not be installed: what runs is the one before */
} np_update_state;

/* Places are erased by sectors of 4096 bytes and programmed as flash is: multiples of 4 bytes out of RAM, aligned. Numbers: 0, or negative where the flash
 * fails. Nothing is written to NP_PLACE_RUNNING. */
typedef struct {
    void *context;
    uint32_t capacity;          /* bytes of the largest firmware */
    int (*read)(void *context, np_update_place place, uint32_t at, void *to, uint32_t length);
    int (*erase)(void *context, np_update_place place, uint32_t sector);
    int (*program)(void *context, np_update_place place, uint32_t at, const void *from, uint32_t length);
    /* What is there; false where that is no firmware, or (not of the one that runs) not all of it is as it was made: all its bytes are read. */
    bool (*look)(void *context, np_update_place place, np_firmware *firmware);
    np_update_state (*state)(void *context);
    /* Whether NP_PLACE_KEPT holds what runs. */
    bool (*is_kept)(void *context);
    /* The place is about to be written over. */
    int (*forget)(void *context, np_update_place place);
    /* NP_PLACE_KEPT holds what runs from now on. */
    int (*keep)(void *context);
    /* What NP_PLACE_NEW holds whole, with this length and CRC, is to be installed at the next start. */
    int (*install)(void *context, uint32_t length, uint32_t crc);
    /* What runs has reported well. */
    int (*confirm)(void *context);
} np_update_port;

#endif
