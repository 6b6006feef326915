/* A request as it stands in memory after it was read. */
#ifndef RUNNER_REQUEST_H
#define RUNNER_REQUEST_H

#include <stdbool.h>
#include <stdint.h>

enum { FLAG_VIRTUAL_TIME = 1, FLAG_STOP_AT_LAST = 2, FLAG_QUIET = 4, FLAG_VERIFY_ONLY = 8, FLAG_RENEW_LIMIT = 16, FLAG_PINS = 32 };
/* Bits 8 to 31 of the flags: the debug build's allocation that fails. */
enum { FLAG_FAIL_IN_SHIFT = 8 };

enum {
    RUNNER_OK = 0,
    RUNNER_E_REQUEST = -9001,
    RUNNER_E_HEAP = -9002,
    RUNNER_E_IMAGE = -9003,
    RUNNER_E_SNAPSHOT = -9004,
    RUNNER_E_DRIFT = -9005
};

/* The fixed part, byte for byte as it is sent. */
typedef struct {
    uint32_t heap, flags, slice, points;
    uint64_t max_instructions, checkpoint_every;
    uint32_t image_bytes, snapshot_bytes, argv_count, argv_bytes, event_bytes, prelude_bytes, pins_bytes, input_bytes;
} request_head;

typedef struct {
    request_head head;
    const uint64_t *points;
    const uint32_t *image;
    const uint32_t *prelude;    /* NULL: the one of this build */
    const uint8_t *snapshot;
    const char *argv;
    const uint8_t *event;
    uint32_t *pins;             /* the trace: the simulated pins write to it */
    const uint8_t *input;       /* what the program reads */
} request;

/* Reads the next request. False at the end of the stream; `*error` says whether the request can be run. */
bool request_read(request *r, int *error);

#endif
