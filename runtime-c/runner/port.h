/* What a home brings to the runner: a byte stream each way, memory, time, and what it can measure. */
#ifndef RUNNER_PORT_H
#define RUNNER_PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Blocks of memory, one for each purpose. */
typedef enum {
    AREA_IMAGE,         /* executed in place; on the chip in flash, filled by port_read alone */
    AREA_ARENA_A,       /* the instance's arena... */
    AREA_ARENA_B,       /* ...and, after a checkpoint, the other one */
    AREA_SNAPSHOT,      /* the snapshot a request brings */
    AREA_COPY,          /* a snapshot being written */
    AREA_POINTS,        /* suspend points */
    AREA_ARGV,
    AREA_EVENT,         /* the invocation a request brings */
    AREA_PRELUDE,       /* another prelude than the one of this build; in flash as the image */
    AREA_PINS,          /* the trace of pins a request brings */
    AREA_INPUT,         /* what the program reads */
    AREA_COUNT
} port_area;

/* Reads exactly `length` bytes of the request stream; false at its end. */
bool port_read(void *bytes, uint32_t length);

/* Writes to the answer stream. Takes all. */
void port_write(const void *bytes, uint32_t length);

/* A block of at least `length` bytes, 8-byte aligned, its former content lost; NULL where there is no room. */
void *port_memory(port_area area, uint32_t length);

/* Gives the block of an area back. */
void port_release(port_area area);

/* Copies bytes that may lie in flash. */
void port_copy(uint8_t *to, const uint8_t *from, uint32_t length);

/* A monotonic clock, any origin. */
uint64_t port_clock_us(void);

/* The slice where a request leaves the choice to the home. */
extern const uint32_t port_slice;

/* Called right before and after the machine runs or moves an instance at a checkpoint, so that its instructions can be counted alone, and when a
 * request ends. */
void port_run_begins(void);
void port_run_ends(void);
void port_request_ends(void);

/* Paints the unused C stack, and tells how many bytes were used since. 0 where it is not measured. */
void port_stack_paint(void);
uint32_t port_stack_used(void);

#endif
