/* The board's end of the link as a program that tests drive: it answers every message below channel 8 with the same message, in order, and records what its port saw.
 * In WebAssembly a test calls it; natively it reads steps on stdin (u32 now, u32 length, bytes) and answers each on stdout (u32 due, u32 length, bytes). */
#include <string.h>

#include "link.h"

#ifdef __wasm__
#define EXPORT(name) __attribute__((export_name(#name)))
#else
#include <stdio.h>
#define EXPORT(name)
#endif

enum { LINE = 1 << 16, UNANSWERED = 8 /* channels from here on */ };

static np_link link;
static uint8_t in[LINE], out[LINE];
static uint32_t in_length, in_taken, out_length;
static uint32_t busy;           /* of 256 offers so many are refused */
static uint32_t narrow;         /* bytes that one write takes; 0: all */
static uint32_t sessions, taken;
static uint32_t state = 1;

static uint32_t random_byte(void)
{
    state = state * 1664525u + 1013904223u;
    return state >> 24;
}

static int32_t port_read(void *context, uint8_t *bytes, uint32_t capacity)
{
    (void)context;
    uint32_t left = in_length - in_taken, n = left < capacity ? left : capacity;
    memcpy(bytes, in + in_taken, n);
    in_taken += n;
    return (int32_t)n;
}

static uint32_t port_write(void *context, const uint8_t *bytes, uint32_t length)
{
    (void)context;
    if (narrow && length > narrow) length = random_byte() % narrow;
    if (length > LINE - out_length) length = LINE - out_length;
    memcpy(out + out_length, bytes, length);
    out_length += length;
    return length;
}

static bool port_message(void *context, uint32_t channel, const uint8_t *bytes, uint32_t length)
{
    (void)context;
    if (random_byte() < busy || np_link_room(&link) < length) return false;
    if (channel >= UNANSWERED) return ++taken;
    uint32_t head = length < 3 ? length : 3;
    if (!np_link_send(&link, channel, bytes, head, bytes + head, length - head)) return false;
    taken++;
    return true;
}

static void port_session(void *context, bool open)
{
    (void)context;
    sessions += open;
}

static const np_link_port port = { NULL, port_read, port_write, port_message, port_session };

EXPORT(begin) void begin(uint32_t how_busy, uint32_t how_narrow)
{
    np_link_init(&link, &port, 0x0123456789ABCDEFu, 7);
    busy = how_busy;
    narrow = how_narrow;
    sessions = taken = 0;
    state = 1;
}

/* Where to put bytes that arrive. */
EXPORT(input) uint8_t *input(void) { return in; }
EXPORT(output) uint8_t *output(void) { return out; }
EXPORT(outputs) uint32_t outputs(void) { return out_length; }
EXPORT(session_count) uint32_t session_count(void) { return sessions; }
EXPORT(taken_count) uint32_t taken_count(void) { return taken; }
EXPORT(link_bytes) uint32_t link_bytes(void) { return sizeof link; }

/* `length` bytes have arrived: polls until nothing happens, at most a few times; returns the ms until the next poll is due. */
EXPORT(step) uint32_t step(uint32_t now, uint32_t length)
{
    in_length = length;
    in_taken = out_length = 0;
    for (int i = 0; (np_link_poll(&link, now) && i < 8) || in_taken < in_length;) i++;
    return np_link_due_ms(&link, now);
}

#ifndef __wasm__
int main(void)
{
    uint32_t head[2];
    if (fread(head, sizeof head, 1, stdin) != 1) return 1;
    begin(head[0], head[1]);
    while (fread(head, sizeof head, 1, stdin) == 1) {
        if (head[1] > LINE || (head[1] > 0 && fread(in, head[1], 1, stdin) != 1)) return 1;
        uint32_t answer[2] = { step(head[0], head[1]), 0 };
        answer[1] = out_length;
        fwrite(answer, sizeof answer, 1, stdout);
        fwrite(out, 1, out_length, stdout);
    }
    return 0;
}
#endif
