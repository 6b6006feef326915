/* Simulated DS18B20 on one-wire buses: ROM commands, search, and the temperature (Maxim, DS18B20 data sheet, "ROM commands" and "function commands"). */
#include "pins_sim.h"

#include "np_errors.h"

static const pins_part none;

/* Words of PINS_WIRE. */
enum { TEMPERATURE, SETTINGS, ROM, SERIES = ROM + 2 };
enum { PHASE_NONE, PHASE_ROM, PHASE_MATCH, PHASE_FUNCTION, PHASE_SEARCH, PHASE_READ_ROM, PHASE_READ, PHASE_WRITE };
enum { SEARCH = 0xF0, READ_ROM = 0x33, MATCH = 0x55, SKIP = 0xCC, CONVERT = 0x44, READ = 0xBE, WRITE = 0x4E };
enum { AT_POWER_ON = 0x0550, SETTINGS_AT_POWER_ON = 0x7F464B, RESET_US = 960, SLOT_US = 65 };

/* The devices of a pin, by number; words NULL behind the last. */
static pins_part device(const pins_sim *sim, uint32_t pin, uint32_t number)
{
    pins_part d = none;
    do d = pins_find(sim, PINS_WIRE, pin, d); while (d.words && number--);
    return d;
}

static uint8_t rom_byte(pins_part d, uint32_t i) { return (uint8_t)(d.words[ROM + i / 4] >> i % 4 * 8); }

static uint8_t crc8(uint8_t crc, uint8_t byte)
{
    crc ^= byte;
    for (uint32_t i = 0; i < 8; i++) crc = crc & 1 ? (uint8_t)(crc >> 1 ^ 0x8C) : (uint8_t)(crc >> 1);
    return crc;
}

/* Byte i of the scratchpad of nine. */
static uint8_t scratchpad(pins_part d, uint32_t i)
{
    uint32_t temperature = d.words[TEMPERATURE] ? d.words[TEMPERATURE] & 0xFFFFu : AT_POWER_ON, settings = d.words[SETTINGS] ? d.words[SETTINGS] : SETTINGS_AT_POWER_ON;
    uint8_t bytes[8] = { (uint8_t)temperature, (uint8_t)(temperature >> 8), (uint8_t)settings, (uint8_t)(settings >> 8), (uint8_t)(settings >> 16), 0xFF, 0x0C, 0x10 };
    uint8_t crc = 0;
    if (i < 8) return bytes[i];
    for (uint32_t k = 0; k < 8; k++) crc = crc8(crc, bytes[k]);
    return i == 8 ? crc : 0xFF;
}

static bool takes_part(const pins_sim *sim, uint32_t number) { return number < 16 && sim->wire.matches >> number & 1u; }

/* The wired AND of all that take part. */
static uint8_t read_byte(pins_sim *sim, uint32_t pin)
{
    uint8_t byte = 0xFF;
    pins_part d;
    for (uint32_t n = 0; (d = device(sim, pin, n)).words; n++) {
        if (!takes_part(sim, n)) continue;
        if (sim->wire.phase == PHASE_READ_ROM && sim->wire.at < 8) byte &= rom_byte(d, sim->wire.at);
        if (sim->wire.phase == PHASE_READ) byte &= scratchpad(d, sim->wire.at);
    }
    sim->wire.at++;
    return byte;
}

static void command(pins_sim *sim, uint32_t pin, uint8_t byte)
{
    pins_part d;
    pins_wire *w = &sim->wire;
    w->at = w->search = 0;
    if (w->phase == PHASE_ROM) {
        w->phase = byte == SEARCH ? PHASE_SEARCH : byte == MATCH ? PHASE_MATCH : byte == SKIP ? PHASE_FUNCTION : byte == READ_ROM ? PHASE_READ_ROM : PHASE_NONE;
        return;
    }
    w->phase = byte == READ ? PHASE_READ : byte == WRITE ? PHASE_WRITE : PHASE_NONE;
    if (byte != CONVERT) return;
    for (uint32_t n = 0; (d = device(sim, pin, n)).words; n++)
        if (takes_part(sim, n)) d.words[TEMPERATURE] = pins_value(d, SERIES, pins_now(sim), AT_POWER_ON) | 0x10000u;
}

static void write_byte(pins_sim *sim, uint32_t pin, uint8_t byte)
{
    pins_part d;
    pins_wire *w = &sim->wire;
    switch (w->phase) {
    case PHASE_ROM: case PHASE_FUNCTION: command(sim, pin, byte); return;
    case PHASE_MATCH:
        for (uint32_t n = 0; (d = device(sim, pin, n)).words; n++)
            if (rom_byte(d, w->at) != byte) w->matches &= (uint16_t)~(1u << n);
        if (++w->at == 8) w->phase = PHASE_FUNCTION;
        return;
    case PHASE_WRITE:
        for (uint32_t n = 0; w->at < 3 && (d = device(sim, pin, n)).words; n++)
            if (takes_part(sim, n)) d.words[SETTINGS] = ((d.words[SETTINGS] ? d.words[SETTINGS] : SETTINGS_AT_POWER_ON) & ~(255u << w->at * 8)) | (uint32_t)byte << w->at * 8;
        w->at++;
        return;
    default: return;
    }
}

/* A bit of a search: read the wired AND of all bits, of their complements, then those that differ from the master's choice drop out. */
static uint32_t search_bit(pins_sim *sim, uint32_t pin, uint32_t written)
{
    pins_wire *w = &sim->wire;
    pins_part d;
    uint32_t result = 1, i = w->at;
    for (uint32_t n = 0; i < 64 && (d = device(sim, pin, n)).words; n++) {
        uint32_t bit = rom_byte(d, i / 8) >> i % 8 & 1u;
        if (!takes_part(sim, n)) continue;
        if (w->search == 2 && bit != written) w->matches &= (uint16_t)~(1u << n);
        result &= w->search == 0 ? bit : bit ^ 1u;
    }
    if (w->search == 2) w->at++;
    w->search = (uint8_t)((w->search + 1) % 3);
    return w->search == 0 ? written : result & written;
}

static int32_t reset(pins_sim *sim, uint32_t pin)
{
    bool present = device(sim, pin, 0).words;
    sim->wire = (pins_wire){ .pin = (uint8_t)pin, .phase = PHASE_ROM, .matches = 0xFFFF };
    pins_pass(sim, RESET_US);
    record_begin(sim);
    record_number(sim, "onewire", pin);
    record_number(sim, "reset", present);
    record_end(sim);
    return present;
}

int32_t pins_one_wire(pins_sim *sim, const np_device_call *call)
{
    uint32_t pin = (uint32_t)call->a, bits = 0;
    if (call->op == NP_DEV_WIRE_RESET) return reset(sim, pin);
    if (sim->wire.pin != pin) sim->wire = (pins_wire){ .pin = (uint8_t)pin };
    if (call->op == NP_DEV_WIRE_BITS) {
        for (uint32_t i = 0; i < ((uint32_t)call->b & 31u); i++)
            bits |= (sim->wire.phase == PHASE_SEARCH ? search_bit(sim, pin, (uint32_t)call->c >> i & 1u) : (uint32_t)call->c >> i & 1u) << i;
        pins_pass(sim, ((uint32_t)call->b & 31u) * SLOT_US);
        return (int32_t)bits;
    }
    pins_pass(sim, (uint64_t)(call->out_bytes + call->in_bytes) * 8u * SLOT_US);
    for (uint32_t i = 0; i < call->out_bytes; i++) write_byte(sim, pin, pins_sent(call, i));
    for (uint32_t i = 0; i < call->in_bytes; i++) call->in[i] = read_byte(sim, pin);
    record_begin(sim);
    record_number(sim, "onewire", pin);
    if (call->out_bytes) record_sent(sim, call);
    if (call->in_bytes) record_bytes(sim, "read", call->in, call->in_bytes);
    record_end(sim);
    return (int32_t)call->in_bytes;
}
