/* Simulated I2C, SPI and UART devices, pixels, and sensors of DHT's kind. */
#include "pins_sim.h"

#include "np_errors.h"

static const pins_part none;

static uint32_t padded_words(uint32_t bytes) { return (bytes + 3u) / 4u; }
static uint8_t byte_of(const uint32_t *words, uint32_t i) { return (uint8_t)(words[i >> 2] >> (i & 3u) * 8u); }
static void set_byte(uint32_t *words, uint32_t i, uint8_t byte) { words[i >> 2] = (words[i >> 2] & ~(255u << (i & 3u) * 8u)) | (uint32_t)byte << (i & 3u) * 8u; }

/* --- I2C ---------------------------------------------------------------------------------------------------------- */

/* Words of PINS_REGISTERS and PINS_ANSWERS. */
enum { REG_POINTER, REG_APPLIED, REG_VALUES, REG_CHANGES = REG_VALUES + 64, ANS_COUNT = 0, ANS_BYTES, ANS_LIST = ANS_BYTES + 2, MOST_ASKED = 8 };

/* Registers: the first byte written is a register's number, those behind it go there and on; reading goes on from there. */
static void use_registers(pins_sim *sim, pins_part d, const np_device_call *call)
{
    uint64_t now = pins_now(sim);
    while (REG_CHANGES + d.words[REG_APPLIED] + 3 <= d.count) {
        const uint32_t *change = d.words + REG_CHANGES + d.words[REG_APPLIED];
        uint32_t count = change[2] >> 8;
        if (pins_time(change) > now) break;
        for (uint32_t i = 0; i < count; i++) set_byte(d.words + REG_VALUES, (change[2] + i) & 255u, byte_of(change + 3, i));
        d.words[REG_APPLIED] += 3 + padded_words(count);
    }
    uint32_t at = d.words[REG_POINTER];
    for (uint32_t i = 0; i < call->out_bytes; i++) {
        if (i == 0) at = pins_sent(call, 0);
        else set_byte(d.words + REG_VALUES, at++ & 255u, pins_sent(call, i));
    }
    for (uint32_t i = 0; i < call->in_bytes; i++) call->in[i] = byte_of(d.words + REG_VALUES, at++ & 255u);
    d.words[REG_POINTER] = at & 255u;
}

/* Answers: the first that was not given yet among those asked for by what was written last; where all were, the last of them again. */
static void use_answers(pins_part d, const np_device_call *call)
{
    if (call->out_bytes) {
        d.words[ANS_COUNT] = call->out_bytes;
        for (uint32_t i = 0; i < call->out_bytes && i < MOST_ASKED; i++) set_byte(d.words + ANS_BYTES, i, pins_sent(call, i));
    }
    if (!call->in_bytes) return;
    uint32_t *chosen = NULL;
    for (uint32_t at = ANS_LIST; at + 2 <= d.count;) {
        uint32_t *answer = d.words + at, asked = answer[1] & 255u, own = answer[1] >> 8;
        bool fits = asked == 0 || (asked == d.words[ANS_COUNT] && asked <= MOST_ASKED);
        for (uint32_t i = 0; i < asked && fits; i++) fits = byte_of(answer + 2, i) == byte_of(d.words + ANS_BYTES, i);
        if (fits) chosen = answer;
        if (fits && !answer[0]) break;
        at += 2 + padded_words(asked) + padded_words(own);
    }
    for (uint32_t i = 0; i < call->in_bytes; i++) {
        const uint32_t *bytes = chosen ? chosen + 2 + padded_words(chosen[1] & 255u) : NULL;
        call->in[i] = bytes && i < chosen[1] >> 8 ? byte_of(bytes, i) : 0xFF;
    }
    if (chosen) chosen[0] = 1;
}

static int32_t i2c_transfer(pins_sim *sim, const np_device_call *call)
{
    uint32_t address = (uint32_t)call->b & 127u;
    pins_part registers = pins_find(sim, PINS_REGISTERS, address, none), answers = pins_find(sim, PINS_ANSWERS, address, none);
    bool is_there = registers.words || answers.words;
    if (is_there && registers.words) use_registers(sim, registers, call);
    else if (is_there) use_answers(answers, call);
    record_begin(sim);
    record_number(sim, "i2c", address);
    if (call->out_bytes || !call->in_bytes) record_sent(sim, call);
    if (call->in_bytes && is_there) record_bytes(sim, "read", call->in, call->in_bytes);
    if (!is_there) record_text(sim, "error", "no ack");
    record_end(sim);
    pins_pass(sim, (uint64_t)(call->out_bytes + call->in_bytes + 1) * 90u);         /* at 100 kHz */
    return is_there ? (int32_t)call->in_bytes : NP_E_DEVICE_NO_ACK;
}

/* --- SPI, UART ------------------------------------------------------------------------------------------------------ */

static int32_t spi_transfer(pins_sim *sim, const np_device_call *call)
{
    pins_part d = pins_find(sim, PINS_SPI, 0, none);
    uint32_t at = 1, used = d.words ? d.words[0]++ : 0;
    while (at < d.count && used--) at += 1 + padded_words(d.words[at]);
    for (uint32_t i = 0; i < call->in_bytes; i++) call->in[i] = at < d.count && i < d.words[at] ? byte_of(d.words + at + 1, i) : 0;
    record_begin(sim);
    record_number(sim, "spi", call->a & 255);
    record_sent(sim, call);
    record_bytes(sim, "read", call->in, call->in_bytes);
    record_end(sim);
    pins_pass(sim, call->out_bytes);
    return (int32_t)call->in_bytes;
}

/* Bytes that have come by now and were not taken; up to `most` of them are put at `to`, if that is given. */
static uint32_t uart_received(pins_sim *sim, uint32_t port, uint8_t *to, uint32_t most)
{
    pins_part d = pins_find(sim, PINS_UART, port, none);
    uint64_t now = pins_now(sim);
    uint32_t count = 0, before = 0;
    for (uint32_t at = 1; at + 3 <= d.count && pins_time(d.words + at) <= now; at += 3 + padded_words(d.words[at + 2])) {
        for (uint32_t i = 0; i < d.words[at + 2]; i++, before++) {
            if (before < d.words[0] || (to && count == most)) continue;
            if (to) to[count] = byte_of(d.words + at + 3, i);
            count++;
        }
    }
    if (to && d.words) d.words[0] += count;
    return count;
}

static int32_t open_uart(pins_sim *sim, const np_device_call *call)
{
    if (call->b <= 0) return NP_E_DEVICE_VALUE;
    record_begin(sim);
    record_number(sim, "uart", call->a);
    record_number(sim, "baudrate", call->b);
    record_end(sim);
    return 0;
}

static int32_t write_uart(pins_sim *sim, const np_device_call *call)
{
    record_begin(sim);
    record_number(sim, "uart", call->a);
    record_sent(sim, call);
    record_end(sim);
    return (int32_t)call->out_bytes;
}

/* --- pixels, DHT ------------------------------------------------------------------------------------------------- */

static int32_t pixels(pins_sim *sim, const np_device_call *call)
{
    record_begin(sim);
    record_number(sim, "neopixel", call->a);
    record_sent(sim, call);
    record_end(sim);
    pins_pass(sim, call->out_bytes * (call->b ? 10u : 20u));
    return 0;
}

/* Aosong's data sheets: DHT22 sends tenths, the sign of the temperature in its highest bit; DHT11 whole numbers. */
static int32_t dht(pins_sim *sim, const np_device_call *call)
{
    uint32_t value = pins_value(pins_find(sim, PINS_DHT, (uint32_t)call->a, none), 0, pins_now(sim), UINT32_MAX);
    if (call->in_bytes < 5 || (call->b != 11 && call->b != 22)) return NP_E_DEVICE_VALUE;
    pins_pass(sim, 25000);
    record_begin(sim);
    record_number(sim, "dht", call->a);
    if (value == UINT32_MAX) {
        record_text(sim, "error", "no answer");
        record_end(sim);
        return NP_E_DEVICE_TIMEOUT;
    }
    int32_t temperature = (int32_t)value >> 16, size = temperature < 0 ? -temperature : temperature;
    uint32_t humidity = value & 0xFFFFu, wide = (uint32_t)size | (temperature < 0 ? 0x8000u : 0);
    if (call->b == 22) {
        call->in[0] = (uint8_t)(humidity >> 8);
        call->in[1] = (uint8_t)humidity;
        call->in[2] = (uint8_t)(wide >> 8);
        call->in[3] = (uint8_t)wide;
    } else {
        call->in[0] = (uint8_t)(humidity / 10);
        call->in[2] = (uint8_t)(size / 10);
        call->in[1] = call->in[3] = 0;
    }
    call->in[4] = (uint8_t)(call->in[0] + call->in[1] + call->in[2] + call->in[3]);
    record_bytes(sim, "read", call->in, 5);
    record_end(sim);
    return 5;
}

int32_t pins_bus(pins_sim *sim, const np_device_call *call)
{
    switch (call->op) {
    case NP_DEV_I2C_OPEN: return call->b > 0 ? 0 : NP_E_DEVICE_VALUE;
    case NP_DEV_SPI_OPEN: return call->b > 0 ? 0 : NP_E_DEVICE_VALUE;
    case NP_DEV_I2C_TRANSFER: return i2c_transfer(sim, call);
    case NP_DEV_SPI_TRANSFER: return spi_transfer(sim, call);
    case NP_DEV_UART_OPEN: return open_uart(sim, call);
    case NP_DEV_UART_WRITE: return write_uart(sim, call);
    case NP_DEV_UART_READ: return (int32_t)uart_received(sim, (uint32_t)call->a, call->in, call->in_bytes);
    case NP_DEV_UART_ANY: return (int32_t)uart_received(sim, (uint32_t)call->a, NULL, 0);
    case NP_DEV_UART_CLOSE: return 0;
    case NP_DEV_PIXELS: return pixels(sim, call);
    case NP_DEV_DHT_READ: return dht(sim, call);
    default: return NP_E_DEVICE_NONE;
    }
}
