/* I2C as a master on two open drains: NXP UM10204, "I2C-bus specification", sections 3.1.4 to 3.1.9 (start, stop, acknowledge, clock stretching). */
#include "devices.h"

#include "line.h"
#include "np_errors.h"
#include "vm/state.h"

static void pause(const i2c_bus *b) { line_wait(b->half_ticks); }

/* Lets the clock rise, and waits for a slave that holds it down. */
static bool clock_high(const i2c_bus *b)
{
    line_release(b->scl);
    return line_await(b->scl, 1, b->stretch_us < LINE_PATIENCE_US ? b->stretch_us : LINE_PATIENCE_US);
}

/* Also a repeated start. False: the bus is held by somebody. */
static bool start(const i2c_bus *b)
{
    line_release(b->sda);
    pause(b);
    if (!clock_high(b)) return false;
    pause(b);
    line_low(b->sda);
    pause(b);
    line_low(b->scl);
    return true;
}

static void stop(const i2c_bus *b)
{
    line_low(b->sda);
    pause(b);
    clock_high(b);
    pause(b);
    line_release(b->sda);
    pause(b);
}

/* One clock: puts `out` on the line, answers what is on it; 2 where the clock does not rise. */
static uint32_t bit(const i2c_bus *b, uint32_t out)
{
    if (out) line_release(b->sda);
    else line_low(b->sda);
    pause(b);
    if (!clock_high(b)) return 2;
    pause(b);
    uint32_t in = line_level(b->sda);
    line_low(b->scl);
    return in;
}

static int32_t write_byte(const i2c_bus *b, uint32_t byte, int32_t unless)
{
    for (uint32_t i = 0; i < 8; i++)
        if (bit(b, byte >> (7 - i) & 1u) == 2) return NP_E_DEVICE_TIMEOUT;
    uint32_t answer = bit(b, 1);
    return answer == 0 ? 0 : answer == 1 ? unless : NP_E_DEVICE_TIMEOUT;
}

static int32_t read_byte(const i2c_bus *b, bool last, uint8_t *to)
{
    uint32_t byte = 0;
    for (uint32_t i = 0; i < 8; i++) {
        uint32_t in = bit(b, 1);
        if (in == 2) return NP_E_DEVICE_TIMEOUT;
        byte = byte << 1 | in;
    }
    *to = (uint8_t)byte;
    return bit(b, last) == 2 ? NP_E_DEVICE_TIMEOUT : 0;
}

static int32_t transfer(const i2c_bus *b, uint32_t address, const np_device_call *call)
{
    int32_t error = 0;
    if (!start(b)) return NP_E_DEVICE_TIMEOUT;
    if (call->out_bytes || !call->in_bytes) {
        error = write_byte(b, address << 1, NP_E_DEVICE_NO_ACK);
        for (uint32_t i = 0; i < call->out_bytes && !error; i++) error = write_byte(b, np_byte(call->out, i), NP_E_DEVICE_IO);
        if (!error && call->in_bytes && !start(b)) error = NP_E_DEVICE_TIMEOUT;
    }
    if (!error && call->in_bytes) error = write_byte(b, address << 1 | 1u, NP_E_DEVICE_NO_ACK);
    for (uint32_t i = 0; i < call->in_bytes && !error; i++) error = read_byte(b, i + 1 == call->in_bytes, call->in + i);
    return error;
}

int32_t i2c_transfer(const i2c_bus *b, uint32_t address, bool ends, const np_device_call *call)
{
    int32_t error = transfer(b, address, call);
    if (ends || error) stop(b);
    return error ? error : (int32_t)call->in_bytes;
}
