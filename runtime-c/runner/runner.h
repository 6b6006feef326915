/* The runner's face to a home's main loop. PROTOCOL.md has the requests and answers. */
#ifndef RUNNER_H
#define RUNNER_H

#include <stdint.h>

typedef enum {
    RUNNER_END = 0,         /* the request stream ended */
    RUNNER_IDLE = 1,        /* a request was answered; the next step reads another */
    RUNNER_BUSY = 2,        /* call runner_step again */
    RUNNER_SLEEP = 3        /* call runner_step again after runner_sleep_us() microseconds */
} runner_state;

/* Does a piece of work: reads a request, or runs a slice of the one at hand. */
runner_state runner_step(void);

uint64_t runner_sleep_us(void);

#endif
