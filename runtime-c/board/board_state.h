/* What a board keeps in RAM; for the files of this folder. */
#ifndef NP_BOARD_STATE_H
#define NP_BOARD_STATE_H

#include "board.h"
#include "handover.h"
#include "np_errors.h"
#include "np_link.h"
#include "pool.h"
#include "store.h"
#include "vm/np.h"
#include "vm/snapshot.h"
#include "vm/state.h"

#define NP_NAME_BYTES 32u
#define NP_NONE_INDEX 0xFFFFu
#define NP_NEVER UINT64_MAX

/* The head of a function's record, byte for byte as LINK.md draws it. */
typedef struct {
    np_claim claim;
    uint64_t image;
    uint32_t version, heap, slice, timeout_ms, checkpoint_ms, flags;
    uint64_t invocation_instructions, total_instructions;
    int32_t exit_code;
    uint32_t written;           /* of one that ended or failed: bytes that it had written; a new beginning goes on counting from there */
    uint8_t name[NP_NAME_BYTES];
} np_function_head;

_Static_assert(sizeof(np_function_head) == 112, "LINK.md says 112 bytes");

enum { NP_HEAD_SUSPENDED = 1 };

/* One function. All that is known of it in RAM while it lies in flash: 16 bytes. */
typedef struct {
    uint32_t at;                /* its record in flash; NP_NO_RECORD for a free entry */
    uint32_t time;              /* board milliseconds: when it is to be woken (NP_IN_TIMED), else when it was swapped out or stopped */
    uint16_t uid_hash, name_hash;
    uint8_t state;              /* NP_STATE_ of what is durable */
    uint8_t flags;              /* NP_IN_ */
    uint8_t wanted : 4;         /* somebody has an event for it: it is to be in RAM */
    uint8_t opened : 4;         /* it has used devices since it is here, and what it opened is its own */
    uint8_t deep;               /* while it waits: the board's RAM may be lost meanwhile */
} np_entry;

_Static_assert(sizeof(np_entry) == 16, "a suspended function takes 16 bytes of RAM");

#define NP_NO_RECORD 0xFFFFFFFFu

enum {
    NP_IN_RESIDENT = 1,         /* it has an arena */
    NP_IN_WAITING = 2,          /* it waits: for time (NP_IN_TIMED), an event, room for output, input */
    NP_IN_TIMED = 4,
    NP_IN_EVENT = 8,            /* an event ends the wait */
    NP_IN_OUTPUT = 16,
    NP_IN_INPUT = 32,
    NP_IN_SWAPPED = 64,         /* swapped out while it waited: its clock goes on. Otherwise the clock stopped when it was stored */
    NP_IN_RESTART = 128         /* ended or failed, and is to begin anew for an invocation */
};

/* In front of an arena in the pool. */
typedef struct {
    uint64_t clock_base;        /* of np_adopt */
    uint64_t wake_at;           /* board microseconds; NP_NEVER */
    uint64_t stored_at;         /* board microseconds of its last record */
    uint64_t limit;             /* np_set_max_instructions */
    uint64_t total;             /* of that, the quota of all its life */
    uint64_t invocation;        /* quota of one invocation; 0: none */
    uint32_t image_at;          /* record of its image */
    uint32_t prelude_at;        /* and of its prelude; 0: the firmware's */
    uint32_t heap, slice, checkpoint_ms, timeout_ms;
    uint32_t turn;              /* when it ran last, in turns */
    uint32_t shrunk;            /* not 0: nothing ran since np_shrink */
    uint32_t arena_bytes;
    uint32_t stored_turn;       /* what `turn` was at stored_at: if it still is, its record says all */
} np_resident;

_Static_assert(sizeof(np_resident) % 8 == 0, "an arena is 8-byte aligned");

static inline void *np_resident_arena(np_resident *r) { return r + 1; }

/* An invocation from its request to its answer. */
typedef enum { NP_CALL_FREE, NP_CALL_WAITS, NP_CALL_RUNS, NP_CALL_ANSWERED, NP_CALL_REFUSED } np_call_stage;
typedef struct {
    uint8_t stage;
    uint8_t link;               /* NP_NO_LINK: nobody waits for the answer, but the function's time limit counts */
    uint16_t function;
    uint16_t request;           /* its id on the link */
    int16_t error;              /* of a refused one, still to be sent */
    bool answered;              /* the response has been sent, not yet the whole answer */
    uint32_t number;            /* of the invocation, since the board started */
    uint64_t until;             /* board microseconds: the function's own time limit; then, for the rest of the answer to be fetched */
    uint64_t patience;          /* of the host */
} np_call;
#define NP_CALLS 4u

/* Events are blocks of the pool: that of a call has its number as owner, one that a link uploads this and the link's number. */
#define NP_UPLOADED_EVENT 0x100u
#define NP_NO_LINK 0xFFu

/* Bytes of input that a host may send before the function has read them. */
#define NP_INPUT_BYTES 64u

typedef struct {
    uint8_t kind;               /* NP_UPLOAD_; 0: none */
    uint8_t link;
    bool writes;                /* the writer is open */
    bool kept;                  /* of a FUNCTION that is here already */
    uint32_t length, crc, written, crc_so_far;
    uint64_t key;
    np_writer writer;
    np_claim offer;             /* of a FUNCTION: its claim as it came */
    uint64_t image;             /* of a FUNCTION or SNAPSHOT, as its head says; its name, too */
    uint8_t name[NP_NAME_BYTES];
} np_upload;

/* What a link wants to see of the functions' output. */
typedef struct {
    uint8_t mode;               /* 0 nothing, 1 of `uid`, 2 of all */
    uint64_t uid, position;
    uint32_t cursor;            /* in the log: see log.h */
    uint32_t sent;              /* bytes of the entry at the cursor that have been sent */
} np_follower;

/* Before a restart: a copy of the firmware is made while all goes on, where it is to be replaced; or, where a function restarts the board, hosts are listened to
 * as after each start, that they can remove one that does so again and again; everything is stored; then the answer goes out. */
typedef enum { NP_LEAVING_NOT, NP_LEAVING_KEEPS, NP_LEAVING_LISTENS, NP_LEAVING_STORES, NP_LEAVING_SAYS } np_leaving_stage;
typedef struct {
    uint8_t stage;
    uint8_t link;               /* that waits for the answer to `request`; NP_NO_LINK: none */
    uint16_t request;
    bool whatever;              /* also where something could not be stored */
    bool install;               /* a new firmware of this length and CRC */
    bool keeps_prelude;         /* it has another prelude, and programs need this one's */
    uint32_t length, crc;
    uint32_t sector;            /* of the copy, the next one */
    uint64_t until;             /* board microseconds: what has not been said then is not */
} np_leaving;

/* What the machine is given as port: which board, and which function. */
typedef struct {
    np_board *board;
    uint32_t function;
    np_port port;
} np_machine_port;

struct np_board {
    const np_board_port *port;
    np_pool pool;
    np_store store;
    np_store_owner owner;
    np_vm vm, service;          /* the one that runs, and one for what is done to others meanwhile */
    np_machine_port runs, serves;
    np_link_port streams[NP_BOARD_LINKS];
    struct np_link_context { np_board *board; uint32_t number; } link_contexts[NP_BOARD_LINKS];
    np_follower followers[NP_BOARD_LINKS];
    np_call calls[NP_CALLS];
    np_upload upload;
    uint32_t entries;           /* of the table, free ones among them */
    uint32_t turn;              /* slices given so far */
    uint32_t boots, invocations, uids;
    bool uncounted;             /* the flash was full: this start has not been counted there */
    uint64_t recent_image;      /* uploaded, and perhaps not named by a function yet */
    uint64_t recent_prelude;    /* uploaded, or put into the store, and perhaps not named by an image yet */
    bool safe;                  /* no function runs */
    bool pressed;               /* one that could run has waited long for RAM: those that run give way as well */
    uint32_t others;            /* the one that waits longest found no RAM: whose turn it is instead, an index + 1; 0: its own */
    uint64_t instructions;      /* of all functions, since the board started */
    uint32_t swaps_out, swaps_in;
    uint32_t log_bytes, log_head, log_tail, log_last;
    struct { uint64_t uid; uint32_t consumed, told; uint8_t link, length, end, open; uint8_t bytes[NP_INPUT_BYTES]; } input;   /* of the attached function */
    uint8_t name[NP_NAME_BYTES];
    uint64_t started;           /* board microseconds */
    bool on_trial;              /* the firmware has not confirmed itself yet */
    bool asked;                 /* a host has asked for something */
    bool wifi_changed;          /* a function has named another network, which is not stored yet */
    uint64_t awake_until;       /* no deep sleep before, board microseconds */
    np_leaving leaving;
    bool is_off;                /* the port has been told to restart or to sleep: nothing runs any more */
    np_edge edge;               /* for a function that is being brought into RAM; owner 0: none */
};

/* --- board_devices.c ------------------------------------------------------------------------------------------ */

/* An operation of a device for a function. */
int32_t np_devices_operate(np_board *b, uint32_t index, const np_device_call *call);
/* Hands edges to their functions, and takes devices from functions that do not run any more. Microseconds until there is more to do. */
uint64_t np_devices_pump(np_board *b);
/* What a function has opened is nobody's any more. */
void np_devices_release(np_board *b, uint32_t index);
/* A function goes on here that had opened devices elsewhere, or before the board started: its handlers' pins are opened again. It is in RAM. */
void np_devices_taken_up(np_board *b, uint32_t index);

/* --- functions.c: the table, and records in flash ----------------------------------------------------------- */

np_entry *np_entry_of(const np_board *b, uint32_t index);
/* NP_NONE_INDEX where there is none. */
uint32_t np_find_uid(const np_board *b, uint64_t uid);
uint32_t np_find_name(const np_board *b, const uint8_t *name, uint32_t length);
/* Of a name that is padded with 0 to NP_NAME_BYTES. */
uint32_t np_name_length(const uint8_t *name);
bool np_name_ok(const uint8_t *name, uint32_t length);
int np_read_head(const np_board *b, uint32_t index, np_function_head *head);
/* A uid that no function had before, on any board. The count of this board's starts goes into it: where that is not durable yet, it is made so; 0, or the
 * store's error. */
int np_new_uid(np_board *b, uint64_t *uid);
uint64_t np_now(const np_board *b);
static inline uint32_t np_ms(uint64_t us) { return (uint32_t)(us / 1000u); }

/* What stands behind the head of a new record. */
typedef enum { NP_CONTENT_NONE, NP_CONTENT_LIVE, NP_CONTENT_COPY, NP_CONTENT_REPORT } np_content;

/* A table entry for a function that has a record. NP_NONE_INDEX without memory. */
uint32_t np_add_entry(np_board *b, const np_record_info *record, const np_function_head *head);
/* Commits a record that lies in RAM whole: its offset, or the store's error. */
int32_t np_put_record(np_board *b, np_store_kind kind, uint64_t key, const void *bytes, uint32_t length);
/* Whether a board with this durable state keeps nothing of a function but the memory that it had it. */
bool np_is_tombstone(uint8_t state);
/* Commits a new record of the function; the old one is dead with it. The head's claim says the new state. */
int np_store_function(np_board *b, uint32_t index, const np_function_head *head, np_content content);
/* Makes a claim durable: one word in flash where the record allows, else a new record. The function is not resident. */
int np_change_state(np_board *b, uint32_t index, const np_claim *next);
/* The record is dead or a tombstone: forgets the function, frees its arena. */
void np_forget(np_board *b, uint32_t index);
/* What a stored function was doing: the time it still has to sleep begins now. */
void np_take_up(np_board *b, uint32_t index);
/* Mounts, and fills the table. */
int np_mount(np_board *b);
int np_save_config(np_board *b);
/* Keys of NP_STORE_CONFIG. */
enum { NP_CONFIG_BOARD = 1, NP_CONFIG_PAUSE = 2 };
/* The durable claim of a function, from the table or a tombstone; false where the board knows nothing of it. */
bool np_known_claim(const np_board *b, uint64_t uid, np_claim *claim);

/* --- images.c: programs and preludes ------------------------------------------------------------------------- */

/* A stored image, a program or a prelude, that was whole when the board started and that this machine runs; 0, or the store's error. */
int np_find_image(const np_board *b, uint64_t build, np_record_info *record);
/* The bytes of such a one, or of the firmware's own prelude; good until the store is written. */
int np_locate_image(const np_board *b, uint64_t build, const uint32_t **words, uint32_t *length);
/* A prelude: the record that holds it, 0 where it is the firmware's. 0, or NP_E_BOARD_PRELUDE. */
int np_find_prelude(const np_board *b, uint64_t build, uint32_t *at);
const uint32_t *np_prelude_at(const np_board *b, uint32_t at);
/* The records of a program and its prelude. 0, NP_E_BOARD_NO_IMAGE, or NP_E_BOARD_PRELUDE. */
int np_find_images(const np_board *b, uint64_t build, uint32_t *image_at, uint32_t *prelude_at);
np_images np_images_at(const np_board *b, uint32_t image_at, uint32_t prelude_at);
/* For the store: whether an image is still wanted; it was moved. */
bool np_image_live(const np_board *b, const np_record_info *record);
void np_image_moved(np_board *b, uint32_t from, uint32_t to);
/* Marks those that the flash has changed. 0, or the flash's error. */
int np_check_images(np_board *b);

/* --- residents.c: arenas ------------------------------------------------------------------------------------ */

np_resident *np_resident_of(const np_board *b, uint32_t index);
/* Brings a function into RAM, from its snapshot or from its beginning. NP_E_BOARD_FULL: no memory now. */
int np_swap_in(np_board *b, uint32_t index);
/* Stores a waiting or stopped one and gives its arena away. */
int np_swap_out(np_board *b, uint32_t index);
/* Swaps out and shrinks others until a block of `bytes` has room. */
bool np_make_room(np_board *b, uint32_t bytes, uint32_t keep);
/* Whether a function with a snapshot of that size can be brought into RAM when all others are in flash. */
bool np_fits(const np_board *b, uint32_t snapshot_bytes);
/* Gives the arena back; what was not stored is lost. */
void np_drop_resident(np_board *b, uint32_t index);
/* The machine that runs stands in this function from now on. */
void np_switch_to(np_board *b, uint32_t index);
/* The other machine, pointed at a resident function; it stays there until the next call. */
np_vm *np_service(np_board *b, uint32_t index);
/* The machine that a resident function is to be looked at with. */
np_vm *np_machine_of(np_board *b, uint32_t index);
void np_pool_has_moved(void *board);

/* --- schedule.c --------------------------------------------------------------------------------------------- */

/* Runs one slice of the function whose turn it is; microseconds until there is one, 0 if one ran. */
uint64_t np_schedule(np_board *b);
void np_wake(np_board *b, uint32_t index);
/* Ends a function in failure, with a line of the board's own as its report. */
void np_fail(np_board *b, uint32_t index, const char *reason);

/* --- calls.c: invocations ----------------------------------------------------------------------------------- */

/* Whether an image defines a handler. */
bool np_has_handler(const np_board *b, uint64_t build);
int np_call_begin(np_board *b, uint32_t link, uint32_t request, uint32_t function, uint32_t timeout_ms, const uint8_t *event, uint32_t bytes);
void np_calls_pump(np_board *b);
/* The function ended, failed or was removed: whoever waits for its answer is told. */
void np_calls_failed(np_board *b, uint32_t function, int error);
uint64_t np_calls_due(const np_board *b);
bool np_calls_want(const np_board *b, uint32_t function);
int np_call_read(np_board *b, uint32_t link, uint32_t function, uint32_t offset, uint8_t *to, uint32_t capacity, uint32_t *length);
/* A slice of the function has run: looks for an answer. */
void np_calls_after_slice(np_board *b, uint32_t function);
void np_calls_of_link_end(np_board *b, uint32_t link);

/* --- log.c -------------------------------------------------------------------------------------------------- */

bool np_log_start(np_board *b);
void np_log_write(np_board *b, uint64_t uid, uint64_t position, uint32_t stream, const uint8_t *bytes, uint32_t length);
/* Whether so much output can be taken without losing what a follower has not seen. */
bool np_log_room(const np_board *b, uint32_t length);
/* The position of the oldest byte at hand; `position` where there is none. */
uint64_t np_log_oldest(const np_board *b, uint64_t uid, uint64_t position);
void np_log_follow(np_board *b, uint32_t link, uint32_t mode, uint64_t uid, uint64_t position);
void np_log_pump(np_board *b);
/* Copies the end of a function's report, unless `to` is NULL. Returns its length. */
uint32_t np_log_report(const np_board *b, uint64_t uid, uint8_t *to, uint32_t capacity);

/* The bytes from the oldest entry on, as they are: how many, some of them; and back at the next start, one piece after the other, false where there is no room,
 * then np_log_settle. */
uint32_t np_log_bytes(const np_board *b);
void np_log_copy(const np_board *b, uint32_t offset, void *to, uint32_t length);
bool np_log_put_back(np_board *b, const void *bytes, uint32_t length);
void np_log_settle(np_board *b);

/* --- pause.c, power.c: without RAM --------------------------------------------------------------------------- */

/* Stores what only RAM knows, when all functions are in flash. 0, or the store's error. */
int np_pause_store(np_board *b);
/* Takes it up, once, when the table is filled and nothing has been written since the start. */
void np_pause_take(np_board *b);

void np_power_start(np_board *b);
/* Nothing is to be done for `next` microseconds. Sleeps deeply if that is wanted and nobody needs the board; else when it is worth to ask again. */
uint64_t np_power_sleep(np_board *b, uint64_t next);
/* Asks for a restart, with everything stored; `whatever`: even if that fails. The answer to `request` goes out on `link` (NP_NO_LINK: nobody asks). */
int np_power_leave(np_board *b, uint32_t link, uint32_t request, bool whatever);
/* A step of NP_LEAVING_KEEPS, beside all other work. */
void np_power_prepare(np_board *b);
/* In place of all other work from NP_LEAVING_LISTENS on. */
uint64_t np_power_step(np_board *b);

/* --- update.c ------------------------------------------------------------------------------------------------ */

void np_update_start(np_board *b);
/* Confirms the firmware when it has proved itself; microseconds until it has something to do. */
uint64_t np_update_pump(np_board *b);
/* An upload of a firmware: begins, goes on, has come whole. 0 or an error. */
int np_update_begin(np_board *b, uint32_t bytes);
int np_update_data(np_board *b, uint32_t at, const uint8_t *bytes, uint32_t length);
int np_update_end(np_board *b, uint32_t length);
/* INSTALL: 0 where it is under way, and is answered later. */
int np_update_install(np_board *b, uint32_t link, uint32_t request, const uint8_t *body, uint32_t length);
/* A step of NP_LEAVING_KEEPS, and of a restart with everything stored: what is new is to be installed. */
int np_update_keep(np_board *b);
int np_update_commit(np_board *b);
/* FIRMWARE's answer. */
int np_update_tell(const np_board *b, uint8_t *to, uint32_t *length);

/* --- machine_port.c: what the machine asks of the board ------------------------------------------------------ */

void np_machine_ports(np_board *b);
/* Whether a host is attached to this function. */
bool np_input_for(const np_board *b, uint32_t index);

/* --- requests.c, uploads.c, moves.c ------------------------------------------------------------------------- */

/* Tells the host how much of the input has been read, so that it may send more. */
void np_input_pump(np_board *b);
bool np_on_message(void *link_context, uint32_t channel, const uint8_t *bytes, uint32_t length);
void np_respond(np_board *b, uint32_t link, uint32_t request, int status, const void *body, uint32_t length);
int np_upload_begin(np_board *b, uint32_t link, const uint8_t *body, uint32_t length, uint32_t *from);
int np_upload_data(np_board *b, uint32_t link, const uint8_t *body, uint32_t length);
int np_upload_end(np_board *b, uint32_t link, const uint8_t *body, uint32_t length, uint8_t *answer, uint32_t *answer_length);
void np_upload_drop(np_board *b);

uint8_t *np_put_claim(uint8_t *to, const np_claim *claim);
/* Stops a function for a request; its state is durable when this is back. */
int np_suspend(np_board *b, uint32_t index);
int np_continue(np_board *b, uint32_t index);
int np_remove(np_board *b, uint32_t index);
/* DEPLOY's body; the head of the new function. */
int np_deploy(np_board *b, const uint8_t *body, uint32_t length, np_function_head *head);
int np_move_prepare(np_board *b, uint32_t index, uint64_t target, np_function_head *head, np_record_info *record);
/* COMMIT, GO and ABORT. */
int np_move_step(np_board *b, uint32_t request, const uint8_t *body, uint32_t length, np_claim *answer);

#endif
