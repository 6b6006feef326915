/* The runner's port to WebAssembly. JavaScript puts a request's bytes where wasm_input() says, then calls wasm_step() until it
 * answers RUNNER_IDLE: after each slice control is back in JavaScript, where V8 can put its optimised code in the place of the first. */
#include <string.h>

#include "runner/port.h"
#include "runner/runner.h"

#define IMPORT(name) __attribute__((import_module("nanopy"), import_name(name)))
#define EXPORT(name) __attribute__((export_name(name)))

IMPORT("write") void host_write(const void *bytes, uint32_t length);
IMPORT("clock_us") double host_clock_us(void);

enum { PAGE = 65536 };

const uint32_t port_slice = 300000;

typedef struct {
    void *bytes;
    uint32_t capacity;
} block;

static block blocks[AREA_COUNT], input;
static uint32_t input_length, input_taken;

/* Makes a block large enough with new pages at the end of memory; it at least doubles, so little is left behind. */
static void *reserve(block *b, uint32_t length) {
    if (length <= b->capacity) return b->bytes;
    if (length > 0x7FFFFFFFu - PAGE) return NULL;
    uint32_t wanted = length < b->capacity * 2 ? b->capacity * 2 : length;
    size_t pages = (wanted + PAGE - 1) / PAGE;
    size_t first = __builtin_wasm_memory_grow(0, pages);
    if (first == (size_t)-1) return NULL;
    b->bytes = (void *)(first * PAGE);
    b->capacity = (uint32_t)(pages * PAGE);
    return b->bytes;
}

bool port_read(void *bytes, uint32_t length) {
    if (length > input_length - input_taken) return false;
    memcpy(bytes, (uint8_t *)input.bytes + input_taken, length);
    input_taken += length;
    return true;
}

void port_write(const void *bytes, uint32_t length) {
    host_write(bytes, length);
}

void *port_memory(port_area area, uint32_t length) {
    return reserve(&blocks[area], length);
}

void port_release(port_area area) {
    (void)area;
}

void port_copy(uint8_t *to, const uint8_t *from, uint32_t length) {
    memcpy(to, from, length);
}

uint64_t port_clock_us(void) {
    return (uint64_t)host_clock_us();
}

void port_run_begins(void) {}
void port_run_ends(void) {}
void port_request_ends(void) {}
void port_stack_paint(void) {}

uint32_t port_stack_used(void) {
    return 0;
}

/* Where the next request of `length` bytes goes; NULL where memory is out. */
EXPORT("input") void *wasm_input(uint32_t length) {
    input_length = length;
    input_taken = 0;
    return reserve(&input, length);
}

EXPORT("step") int wasm_step(void) {
    return (int)runner_step();
}

EXPORT("sleep_us") double wasm_sleep_us(void) {
    return (double)runner_sleep_us();
}
