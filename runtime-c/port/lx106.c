/* The runner's port to the lx106 core under QEMU. The arena and the stack share the chip's DRAM; images go straight to flash. */
#include <string.h>

#include "../../firmware/qemu-lx106/simcall.h"
#include "../../firmware/qemu-lx106/stack.h"
#include "runner/port.h"
#include "runner/runner.h"

enum { STDIN = 0, STDOUT = 1, FLASH = 0x40000000 };

/* From the linker script. */
extern uint32_t _arena_start[], _stack_limit[], _images_start[], _images_end[];
extern volatile uint32_t _watch_marks[];        /* stores here tell the plugin: run begins, run ends, request ends */

#define FAR __attribute__((section(".far"), aligned(8)))

FAR static uint8_t far_arena[80 * 1024], far_snapshot[96 * 1024], far_copy[96 * 1024], far_points[8 * 1024], far_argv[8 * 1024];
FAR static uint8_t far_event[8 * 1024], far_input[8 * 1024], far_pins[64 * 1024];

/* At the end of the room for images. */
enum { PRELUDE_BYTES = 128 * 1024 };

const uint32_t port_slice = 10000000;

/* --- the byte stream -------------------------------------------------------------------------- */

bool port_read(void *bytes, uint32_t length) {
    uint32_t to = (uint32_t)bytes;
    while (length > 0) {
        int32_t n = simcall(SIM_READ, STDIN, to, length);
        if (n <= 0) return false;
        to += (uint32_t)n;
        length -= (uint32_t)n;
    }
    return true;
}

static void write_all(uint32_t fd, const void *bytes, uint32_t length) {
    uint32_t from = (uint32_t)bytes;
    while (length > 0) {
        int32_t n = simcall(SIM_WRITE, fd, from, length);
        if (n <= 0) simcall(SIM_EXIT, 1, 0, 0);
        from += (uint32_t)n;
        length -= (uint32_t)n;
    }
}

void port_write(const void *bytes, uint32_t length) {
    write_all(STDOUT, bytes, length);
}

/* --- memory -------------------------------------------------------------------------------- */

static void *within(void *block, uint32_t capacity, uint32_t length) {
    return length <= capacity ? block : NULL;
}

void *port_memory(port_area area, uint32_t length) {
    switch (area) {
    case AREA_IMAGE:
        return within(_images_start, (uint32_t)_images_end - (uint32_t)_images_start - PRELUDE_BYTES, length);
    case AREA_PRELUDE:
        return within(_images_end - PRELUDE_BYTES / 4, PRELUDE_BYTES, length);
    case AREA_ARENA_A:
        return within(_arena_start, (uint32_t)_stack_limit - (uint32_t)_arena_start, length);
    case AREA_ARENA_B:
        return within(far_arena, sizeof far_arena, length);
    case AREA_SNAPSHOT:
        return within(far_snapshot, sizeof far_snapshot, length);
    case AREA_COPY:
        return within(far_copy, sizeof far_copy, length);
    case AREA_POINTS:
        return within(far_points, sizeof far_points, length);
    case AREA_ARGV:
        return within(far_argv, sizeof far_argv, length);
    case AREA_EVENT:
        return within(far_event, sizeof far_event, length);
    case AREA_INPUT:
        return within(far_input, sizeof far_input, length);
    case AREA_PINS:
        return within(far_pins, sizeof far_pins, length);
    default:
        return NULL;
    }
}

void port_release(port_area area) {
    (void)area;
}

/* Flash gives aligned words only. */
void port_copy(uint8_t *to, const uint8_t *from, uint32_t length) {
    if ((uint32_t)from < FLASH) {
        memcpy(to, from, length);
        return;
    }
    for (uint32_t address = (uint32_t)from; length > 0; address++, length--)
        *to++ = (uint8_t)(*(const uint32_t *)(address & ~3u) >> (address & 3u) * 8);
}

/* --- time and measures ---------------------------------------------------------------------- */

/* There is no clock that tells real time from inside the emulator: sleeping takes none, and the cycle counter stands for the rest. */
uint64_t port_clock_us(void) {
    static uint32_t last, wraps;
    uint32_t now;
    __asm__ volatile("rsr %0, ccount" : "=r"(now));
    if (now < last) wraps++;
    last = now;
    return (((uint64_t)wraps << 32) | now) >> 6;
}

void port_run_begins(void) {
    _watch_marks[0] = 0;
}

void port_run_ends(void) {
    _watch_marks[1] = 0;
}

void port_request_ends(void) {
    _watch_marks[2] = 0;
}

void port_stack_paint(void) {
    stack_paint();
}

uint32_t port_stack_used(void) {
    return stack_used();
}

/* --- main ------------------------------------------------------------------------------------ */

int main(void) {
    while (runner_step() != RUNNER_END) {
    }
    return 0;
}
