/* A board: many functions on one machine. The port fills np_board_port, places a np_board, calls np_board_start once and np_board_step for ever.
 * A home without an operating system needs nothing else. */
#ifndef NP_BOARD_H
#define NP_BOARD_H

#include <stdbool.h>
#include <stdint.h>

#include "devices/devices.h"
#include "flash.h"
#include "link.h"
#include "update.h"
#include "wifi.h"

typedef struct np_board np_board;           /* struct in board_state.h, so that a port can place it statically */

/* An exception of the processor: the number of its cause, where in the program, and which address it was about. Or NP_FAULT_WATCHDOG. */
typedef struct {
    uint32_t cause, pc, address;
} np_board_fault;
#define NP_FAULT_WATCHDOG 256u

/* What a board needs of its home. Stays valid as long as the board. */
typedef struct {
    void *context;
    uint64_t board_id;                      /* of this device among all, not 0 */
    const char *platform;                   /* "lx106", "native", "wasm": for people */
    void *memory;                           /* all RAM for arenas and tables, 8-byte aligned */
    uint32_t memory_bytes;
    uint32_t log_bytes;                     /* of it, for output that has not been fetched */
    np_flash flash;
    np_link *links;                         /* one for each byte stream */
    const np_link_port *streams;            /* their read and write; message and session are the board's */
    uint32_t link_count;                    /* at most NP_BOARD_LINKS */
    uint64_t (*clock_us)(void *context);    /* monotonic */
    const np_wifi_port *wifi;               /* NULL: it has none */

    /* What a home may lack: NULL or 0. The next two lose RAM: the board is then started anew (np_board_start). They return only where the home does that
     * itself when np_board_step is back; it then has to do it. */
    void (*restart)(void *context);
    /* Switches the board off for `us` microseconds, or less where that is more than it can (UINT64_MAX: until somebody switches it on). Negative: not now. */
    int (*deep_sleep)(void *context, uint64_t us);
    uint64_t slept_us;                      /* it starts out of a deep sleep that took so long; 0: out of none */
    const np_update_port *update;           /* where the firmware can be updated */
    uint32_t listen_ms;                     /* how long after a start it has to be awake at least until a host can reach it */

    /* What not every home has: NULL or 0 there. */
    const np_devices *devices;              /* pins, and what hangs on them */
    uint8_t reset_cause;                    /* of this start, as machine.*_RESET has it */
    bool safe_mode;                         /* answer the links and run no function, until one is deployed or removed */
    const np_board_fault *fault;            /* how the start before this one ended, where that was an error */
    /* The link's line is to run at so many bits a second, once all that is on its way has been written. 0, or negative: it has no such rate. */
    int (*set_rate)(void *context, uint32_t link, uint32_t rate);
} np_board_port;

#define NP_BOARD_LINKS 4u

/* Mounts the store and takes up the functions it holds. 0, or an error: the flash can't be read, or memory is too small. */
int np_board_start(np_board *b, const np_board_port *port);

/* Does a piece of work: answers the links, runs one slice of one function. Returns the microseconds until it has something to do by itself (0: now,
 * UINT64_MAX: nothing but answering the links). */
uint64_t np_board_step(np_board *b);

/* Before a firmware with another prelude is installed: puts this firmware's own into the store if a stored program runs with it, so that it still does
 * then. It stays there as long as one does. 0, or the store's error. */
int np_keep_prelude(np_board *b);

#endif
