/* The runner's port to Linux: requests on fd 0, answers on fd 1, memory from malloc. */
#define _POSIX_C_SOURCE 200809L
#include "runner/port.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "runner/runner.h"

const uint32_t port_slice = 1000000;

static void *blocks[AREA_COUNT];

bool port_read(void *bytes, uint32_t length) {
    uint8_t *to = bytes;
    while (length > 0) {
        ssize_t n = read(0, to, length);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        to += n;
        length -= (uint32_t)n;
    }
    return true;
}

void port_write(const void *bytes, uint32_t length) {
    const uint8_t *from = bytes;
    while (length > 0) {
        ssize_t n = write(1, from, length);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) exit(1);    /* nobody listens any more */
        from += n;
        length -= (uint32_t)n;
    }
}

/* Each block is as long as asked and new each time, so that a sanitizer sees the first byte behind it and every use of an old one. */
void *port_memory(port_area area, uint32_t length) {
    free(blocks[area]);
    blocks[area] = malloc(length);
    return blocks[area];
}

void port_release(port_area area) {
    free(blocks[area]);
    blocks[area] = NULL;
}

void port_copy(uint8_t *to, const uint8_t *from, uint32_t length) {
    memcpy(to, from, length);
}

uint64_t port_clock_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u;
}

void port_run_begins(void) {}
void port_run_ends(void) {}
void port_request_ends(void) {}
void port_stack_paint(void) {}

uint32_t port_stack_used(void) {
    return 0;
}

int main(void) {
    for (;;) {
        runner_state state = runner_step();
        if (state == RUNNER_END) return 0;
        if (state != RUNNER_SLEEP) continue;
        uint64_t us = runner_sleep_us();
        struct timespec left = {(time_t)(us / 1000000u), (long)(us % 1000000u) * 1000};
        while (nanosleep(&left, &left) != 0 && errno == EINTR) {
        }
    }
}
