/* nanopy: the machine's public face.
 *
 * One np_vm runs one instance. All of the instance's state lies in one block,
 * the arena, which the caller owns; np_vm holds only what can be rebuilt: the
 * arena's address, caches and counters. Nothing here allocates, blocks or knows
 * of files, boards or links. All lengths are bytes unless a name says words.
 */
#ifndef NP_H
#define NP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NP_ABI_VERSION 2u      /* symbols, builtins and opcodes: bytecode/FORMAT.md */
#define NP_IMAGE_VERSION 3u
#define NP_SNAPSHOT_VERSION 3u

/* What np_run returns, and why it came back. */
typedef enum {
    NP_DONE = 0,       /* the program ended; np_exit_code() is its exit code */
    NP_SLICE = 1,      /* the slice is spent; call np_run again to go on */
    NP_FAILED = 2,     /* an exception was not caught; its report went to NP_CH_REPORT */
    NP_QUOTA = 3,      /* max_instructions is reached; with a larger one the run goes on */
    NP_WAIT = 4,       /* the program waits until np_wake_time(), or for an event if np_waits_for_event() */
    NP_SUSPEND = 5,    /* the program asked to be suspended */
    NP_INPUT = 6,      /* the program waits for bytes from np_port.read */
    NP_OUTPUT = 7,     /* output has no room (np_port.room); run it again later */
    NP_RESTART = 8     /* the program asks that its home starts anew, and goes on when it is run again */
} np_status;

/* Channels of np_port.write. */
enum { NP_CH_STDOUT = 1, NP_CH_STDERR = 2, NP_CH_REPORT = 3 };

/* One operation of a device: bytecode/devices.def. */
typedef struct {
    uint32_t op;
    int32_t a, b, c;
    const uint32_t *out;        /* bytes to send: word aligned, in flash or in the arena; np_copy_any and np_byte read them */
    uint32_t out_bytes;
    uint8_t *in;                /* room for bytes received, in RAM */
    uint32_t in_bytes;
} np_device_call;

/* Everything the machine needs from its surroundings. */
typedef struct {
    void *context;                                  /* handed back to each call */
    /* Output of the program. Must take all bytes. */
    void (*write)(void *context, int channel, const uint8_t *bytes, uint32_t length);
    /* Input: puts up to `capacity` bytes at `bytes`; returns how many, 0 at end, -1 for "none yet". */
    int32_t (*read)(void *context, uint8_t *bytes, uint32_t capacity);
    /* The board's monotonic clock in microseconds, any origin. */
    uint64_t (*clock_us)(void *context);

    /* What only boards have; NULL elsewhere. Within these and write the board may move the arena (np_relocate). */

    /* Is there room for `length` bytes (at most NP_PIECE) of output? Asked before they are written; if not, np_run returns NP_OUTPUT, and the
     * instruction that asked is executed again. Without it output always has room. */
    bool (*room)(void *context, int channel, uint32_t length);
    /* Makes the arena larger, to at least `wanted` bytes in all if that can be: its content stays, its place may change. Returns its address
     * and its whole size in `*size` (a multiple of 4, less than wanted if it has to be); NULL if there is no more. Asked when a collection
     * has not brought enough. Without it an arena keeps its size. */
    void *(*grow)(void *context, uint32_t wanted, uint32_t *size);
    /* Sends a message to the function of this name (UTF-8): `bytes` bytes, text or not. Names and message are word aligned, lie in flash or in the
     * running arena, and are valid only during the call, as long as the arena is not moved. 0 sent, 1 try again later, or a negative number
     * of np_errors.h. Without it there is nobody to send to. */
    int (*send)(void *context, const uint32_t *name, uint32_t name_bytes, const uint32_t *words, uint32_t bytes, bool text);
    /* An operation of a device, done when it returns: its number, or how many bytes it has put at `in`; negative: an error of np_errors.h. Must not
     * move the arena. Without it there are no devices. */
    int32_t (*device)(void *context, const np_device_call *call);
} np_port;

/* The most bytes that np_port.room is asked for at once. */
#define NP_PIECE 256u

typedef struct np_vm np_vm;     /* struct in vm/state.h, so that a board can place it statically */

/* --- images ------------------------------------------------------------------------------- */

/* The prelude of this build, an image compiled from runtime-c/prelude and linked in (word aligned, in flash on the chip). */
extern const uint32_t np_prelude[];
extern const uint32_t np_prelude_bytes;

/* What an instance runs: a program, and the prelude that it was compiled against, which need not be the one of this build. Both are verified, stay the
 * caller's, and lie still but for np_relocate_images. */
typedef struct {
    const uint32_t *prelude, *program;
} np_images;

/* The build id of an image, and of the prelude that it was compiled against (0: it is a prelude itself). Its first NP_IMAGE_PEEK_WORDS are enough. */
uint64_t np_image_build(const uint32_t *image);
uint64_t np_image_prelude(const uint32_t *image);
#define NP_IMAGE_PEEK_WORDS 8u

/* Checks every word of an image once: of a program, given the prelude that it names, itself verified; of a prelude where `prelude` is NULL. 0, or a
 * numbered error of bytecode/errors.def (negative). `where`, if given, receives the byte offset that was refused. */
int np_image_verify(const uint32_t *prelude, const uint32_t *image, uint32_t length, uint32_t *where);

/* The name of an error number, e.g. "E104_REGISTER"; the text is on the host. */
const char *np_error_name(int error);

/* --- instances ---------------------------------------------------------------------------- */

/* Prepares `vm` for an arena of `size` bytes (a multiple of 4) at `arena` (4-byte aligned).
 * The program stands before its first instruction. 0, or a negative error (the arena is too small for the globals, or it is another prelude's program). */
int np_start(np_vm *vm, const np_port *port, const np_images *images, void *arena, uint32_t size);

/* Hands over sys.argv, to be kept if the program reads it: `count` strings, NUL-terminated, one behind the other. Once, before the first np_run. */
int np_set_argv(np_vm *vm, const char *strings, uint32_t count);

/* Runs at most `slice` instructions (0 means none). */
np_status np_run(np_vm *vm, uint32_t slice);

/* Instructions executed since the program's start; survives suspension. */
uint64_t np_instructions(const np_vm *vm);

/* The hard limit on np_instructions(); UINT64_MAX for none. Not part of the state. */
void np_set_max_instructions(np_vm *vm, uint64_t limit);

/* The program's exit code, 0 to 255. */
/* Bytes that the program has written to NP_CH_STDOUT and NP_CH_STDERR; survives suspension. */
uint64_t np_written(const np_vm *vm);

int32_t np_exit_code(const np_vm *vm);
/* Until when the program waits, in the instance's own microseconds: UINT64_MAX for ever, 0 if it does not wait. Part of the state; cleared
 * when it runs again. Its handlers' alarm and events end the wait for a while. */
uint64_t np_wake_time(const np_vm *vm);

/* --- many instances ----------------------------------------------------------------------- */

/* Points `vm` at an arena that was left between two instructions, unchecked: by np_run, np_start or a restore, through this np_vm or another. Its
 * size stands in it. `clock_base` is what np_clock_base() was when it was left: the instance's clock has gone on since. Counters begin at 0, the limit
 * on instructions is none. */
void np_adopt(np_vm *vm, const np_port *port, const np_images *images, void *arena, uint64_t clock_base);

/* The board's clock when the instance's was last brought up to date. */
uint64_t np_clock_base(const np_vm *vm);

/* Lets the instance's clock go on by `us` microseconds: for one that comes back after so long. */
void np_advance_clock(np_vm *vm, uint64_t us);

/* The board has moved the arena's bytes to `arena`, or the images' to where `images` says. The arena may move within the port's calls, images only
 * while np_run does not run. */
void np_relocate(np_vm *vm, void *arena);
void np_relocate_images(np_vm *vm, const np_images *images);

/* Collects and makes the arena smaller, to what is live and `slack` bytes more, though never larger. Returns its size: what lies behind is free. */
uint32_t np_shrink(np_vm *vm, uint32_t slack);

/* The arena's block is larger now, `size` bytes (a multiple of 4). Whether that is more than it was. */
bool np_enlarge(np_vm *vm, uint32_t size);

/* --- events -------------------------------------------------------------------------------- */

/* The most events that wait in an instance's mailbox. */
#define NP_EVENTS 16u

/* Kinds of events; what the payload of each is stands in bytecode/FORMAT.md. */
enum { NP_EVENT_MESSAGE = 1, NP_EVENT_INVOCATION = 2, NP_EVENT_PIN = 3, NP_EVENT_TIMER = 4, NP_EVENT_HANDLED = 5 };

/* Puts the event (kind, source, payload) into the mailbox (kinds: bytecode/FORMAT.md). `source` is UTF-8, and so is `payload` if it is `text`;
 * neither lies in an arena that may move. Not while np_run runs this instance. May ask for a larger arena (np_port.grow). 0, NP_E_BOARD_FULL: there
 * are NP_EVENTS already, NP_E_ARENA_TOO_SMALL, or NP_E_BOARD_REQUEST: the text is no UTF-8. */
int np_post(np_vm *vm, uint32_t kind, const void *source, uint32_t source_bytes, const void *payload, uint32_t payload_bytes, bool text);

/* Puts the edge of a pin into the mailbox: `handled` says that the program's handler is to have it. Where the mailbox is half full, an edge of a pin of
 * which one waits already changes nothing, so that a contact that bounces does not fill it. As np_post otherwise. */
int np_post_edge(np_vm *vm, uint32_t pin, uint32_t level, bool handled);

/* The microseconds of the instance's clock, as of its last look at the board's, until its handlers' alarm: UINT64_MAX where there is none. */
uint64_t np_alarm_left(const np_vm *vm);

/* np_instructions() within a call of the port, while np_run runs. */
uint64_t np_instructions_now(const np_vm *vm);

/* Makes room for an event of that size, so that the np_post that follows asks for no larger arena: for a payload that lies where an arena's growing moves it.
 * False: there is none. */
bool np_post_room(np_vm *vm, uint32_t source_bytes, uint32_t payload_bytes);

/* How many events wait, and whether one would end the wait that np_run returned NP_WAIT for. */
uint32_t np_events(const np_vm *vm);
bool np_waits_for_event(const np_vm *vm);

/* Whether the home may lose its RAM during the wait that np_run returned NP_WAIT for. */
bool np_waits_deep(const np_vm *vm);

/* The program's answer to the invocation `*id`: its text, of `*bytes` bytes, and `*status`. Text and id are word aligned, in flash or in the arena,
 * good until that changes. NULL if there is none. np_run returns NP_SLICE right behind it; np_answer_taken drops it. */
const uint32_t *np_answer(const np_vm *vm, uint32_t *status, const uint32_t **id, uint32_t *id_bytes, uint32_t *bytes);
void np_answer_taken(np_vm *vm);

/* --- snapshots ---------------------------------------------------------------------------- */

/* Collects, makes the arena dense and returns the length of its snapshot. */
uint32_t np_snapshot_size(np_vm *vm);

/* Writes the snapshot, right behind np_snapshot_size(): `bytes` is 4-byte aligned, `capacity` at least that size. Returns its length, or a
 * negative error. */
int32_t np_snapshot_write(np_vm *vm, uint8_t *bytes, uint32_t capacity);

/* Makes an instance out of a snapshot: checks every byte, then stands where it was stopped.
 * The images must be the ones it names (error otherwise). `size` may differ from the size it had.
 * `bytes`, 4-byte aligned, must not lie in the arena. 0, or a numbered error: then the arena's content is worthless. */
int np_snapshot_restore(np_vm *vm, const np_port *port, const np_images *images, void *arena, uint32_t size,
                        const uint8_t *bytes, uint32_t length);

/* The same without a buffer. Writing hands out pieces that lie in RAM, 4-byte aligned, their lengths multiples of 4, in their order; the first is the
 * head with the checksum of all. Right behind np_snapshot_size(). 0, or NP_E_SNAPSHOT_FULL if `put` answered false. */
int np_snapshot_stream(np_vm *vm, bool (*put)(void *context, const void *bytes, uint32_t length), void *context);

/* Reading asks for ranges of the `length` bytes, multiples of 4, each once and in their order: the head, then all the rest straight into the arena.
 * 0, or a numbered error as above; NP_E_SNAPSHOT_SHORT if `get` answered false. */
int np_snapshot_load(np_vm *vm, const np_port *port, const np_images *images, void *arena, uint32_t size,
                     bool (*get)(void *context, uint32_t at, void *to, uint32_t length), void *context, uint32_t length);

/* The size of the least arena that takes a snapshot of `length` bytes, and of the one that it comes from, by its first NP_SNAP_HEAD_WORDS words. 0 or an
 * error of its head. */
int np_snapshot_needs(const uint32_t *head, uint32_t length, uint32_t *least, uint32_t *had);

/* The build ids of the prelude and the image that a snapshot names. So many words of its beginning are enough. */
#define NP_SNAPSHOT_PEEK_WORDS 9u
void np_snapshot_names(const uint32_t *head, uint64_t *prelude, uint64_t *image);

/* --- what a stopped instance waits for ------------------------------------------------------ */

/* Microseconds that it still has to wait, by its own clock as of its last slice: 0 it can go on, UINT64_MAX no time ends the wait. */
uint64_t np_wait_left(const np_vm *vm);

/* The same of a snapshot, told by its first NP_SNAP_HEAD_WORDS + NP_SNAP_HANDLERS_WORDS words, whether an event ends the wait as well, and np_waits_deep. */
typedef struct {
    uint64_t left_us;
    bool for_event, deep;
    bool handles;               /* it has handlers: devices are to be opened again before it waits on */
} np_snapshot_wait;
np_snapshot_wait np_snapshot_waits(const uint32_t *head);

/* Its counts of instructions executed and bytes written. */
void np_snapshot_counts(const uint32_t *head, uint64_t *instructions, uint64_t *written);

/* Writes where the program stands to NP_CH_REPORT, as lines of a traceback: at most so many frames, the innermost. For a program that is ended from
 * outside; a line `E text` is to follow. */
void np_report_stack(np_vm *vm, uint32_t most);

/* Appends a number in decimal digits; returns the address behind them. */
uint8_t *np_put_decimal(uint8_t *to, uint32_t n);

/* --- counters (outside the arena, so not in a snapshot) ------------------------------------ */

typedef struct {
    uint64_t allocated_bytes;   /* by all allocations */
    uint32_t peak_live_bytes;   /* the most that was in use (objects, stack, header, globals) after a collection or at the end */
    uint32_t collections;
} np_counters;

np_counters np_get_counters(np_vm *vm);

#endif
