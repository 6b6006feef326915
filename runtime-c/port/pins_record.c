/* The record of what goes out: a line of JSON each. */
#include "pins_sim.h"

static void put(pins_sim *sim, const char *text, uint32_t length) { sim->port.record(sim->port.context, text, length); }

/* Texts lie in flash on the chip's instruction set, where the record's taker may not read bytes. */
static void put_text(pins_sim *sim, const char *text)
{
    for (char c; (c = *text) != 0; text++) put(sim, &c, 1);
}

static void put_name(pins_sim *sim, const char *name)
{
    put_text(sim, ",\"");
    put_text(sim, name);
    put_text(sim, "\":");
}

static void put_number(pins_sim *sim, int64_t value)
{
    char digits[24], *end = digits + sizeof digits, *at = end;
    uint64_t n = value < 0 ? 0u - (uint64_t)value : (uint64_t)value;
    do *--at = (char)('0' + n % 10); while (n /= 10);
    if (value < 0) *--at = '-';
    put(sim, at, (uint32_t)(end - at));
}

static void put_hex(pins_sim *sim, uint8_t byte)
{
    for (uint32_t shift = 8; shift; shift -= 4) {
        uint32_t digit = byte >> (shift - 4) & 15u;
        char c = (char)(digit < 10 ? '0' + digit : 'a' - 10 + digit);
        put(sim, &c, 1);
    }
}

void record_begin(pins_sim *sim)
{
    put_text(sim, "{\"at\":");
    put_number(sim, (int64_t)pins_now(sim));
}

void record_end(pins_sim *sim) { put_text(sim, "}\n"); }

void record_number(pins_sim *sim, const char *name, int64_t value)
{
    put_name(sim, name);
    put_number(sim, value);
}

void record_text(pins_sim *sim, const char *name, const char *text)
{
    put_name(sim, name);
    put_text(sim, "\"");
    put_text(sim, text);
    put_text(sim, "\"");
}

void record_bytes(pins_sim *sim, const char *name, const uint8_t *bytes, uint32_t length)
{
    put_name(sim, name);
    put_text(sim, "\"");
    for (uint32_t i = 0; i < length; i++) put_hex(sim, bytes[i]);
    put_text(sim, "\"");
}

void record_sent(pins_sim *sim, const np_device_call *call)
{
    put_name(sim, "write");
    put_text(sim, "\"");
    for (uint32_t i = 0; i < call->out_bytes; i++) put_hex(sim, pins_sent(call, i));
    put_text(sim, "\"");
}
