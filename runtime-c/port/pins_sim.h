/* Simulated pins: a trace says what comes from outside, a record gets what goes out. One implementation for the runners and boards of all homes. */
#ifndef PINS_SIM_H
#define PINS_SIM_H

#include "devices/owners.h"

/* Numbers of bytecode/trace.def. */
enum {
#define TRACE(number, name, id, words) PINS_##name = (number),
#include "trace.def"
#undef TRACE
    PINS_MAGIC = 0x3154504E     /* NPT1 */
};

/* What the simulated pins need of their home. */
typedef struct {
    void *context;
    /* The time of the trace, microseconds. */
    uint64_t (*now)(void *context);
    /* An operation has taken so long: homes whose clock is simulated let that time pass. */
    void (*pass)(void *context, uint64_t us);
    /* Bytes of the record: lines of JSON, in pieces. */
    void (*record)(void *context, const char *text, uint32_t length);
} pins_port;

typedef struct {
    uint8_t mode, pull, output, trigger;
    bool handled;
    uint64_t seen;              /* edges up to then have been told */
} pins_pin;

/* One-wire: what the master's next byte is. */
typedef struct {
    uint8_t pin, phase, at;
    uint16_t matches;           /* bit i: the i-th device of the pin still takes part */
    uint8_t search;             /* in a search: 0 the bit, 1 its complement, 2 the master's choice */
} pins_wire;

typedef struct {
    pins_port port;
    np_devices devices;         /* for np_board_port; the runner calls it, too */
    np_owners owners;
    uint32_t *trace;            /* NULL: nothing comes from outside */
    pins_pin pins[NP_PINS];
    pins_wire wire;
    uint64_t watchdog_us, watchdog_end;
    int64_t time_offset;        /* microseconds since 1970 at time 0 */
    bool has_time, recording;
    uint32_t frequency;
} pins_sim;

/* The operations; the context is a pins_sim. */
extern const np_devices pins_devices;

/* `trace` is `words` words, which stay the simulator's and are written to; NULL for none. False: it is no trace of this version. */
bool pins_start(pins_sim *sim, const pins_port *port, uint32_t *trace, uint32_t words);

/* The time of the next thing that comes by itself: an edge that was asked for, the watchdog, the end. UINT64_MAX: nothing does. */
uint64_t pins_next(const pins_sim *sim);

/* Whether the trace has ended, or the watchdog has reset the board, which is recorded. */
bool pins_ended(pins_sim *sim);

/* --- among the files of the simulator ------------------------------------------------------------------------- */

typedef struct {
    uint32_t *words, count;     /* words NULL: there is none */
} pins_part;

/* The part of a type and id; the one behind `last` among several (words NULL: the first). */
pins_part pins_find(const pins_sim *sim, uint32_t type, uint32_t id, pins_part last);

/* The value of a series at a time; `otherwise` before its first. */
uint32_t pins_value(pins_part series, uint32_t first, uint64_t at, uint32_t otherwise);

static inline uint64_t pins_time(const uint32_t *words) { return words[0] | (uint64_t)words[1] << 32; }

/* A line of the record: begin, its fields, end. */
void record_begin(pins_sim *sim);
void record_end(pins_sim *sim);
void record_number(pins_sim *sim, const char *name, int64_t value);
void record_text(pins_sim *sim, const char *name, const char *text);
void record_bytes(pins_sim *sim, const char *name, const uint8_t *bytes, uint32_t length);
void record_sent(pins_sim *sim, const np_device_call *call);       /* "write": what the call sends */

/* Operations of buses (pins_bus.c) and of the one-wire bus (pins_wire.c). */
int32_t pins_bus(pins_sim *sim, const np_device_call *call);
int32_t pins_one_wire(pins_sim *sim, const np_device_call *call);

static inline uint8_t pins_sent(const np_device_call *call, uint32_t i) { return (uint8_t)(call->out[i >> 2] >> (i & 3u) * 8u); }
static inline uint64_t pins_now(const pins_sim *sim) { return sim->port.now(sim->port.context); }
static inline void pins_pass(pins_sim *sim, uint64_t us) { sim->port.pass(sim->port.context, us); }

#endif
