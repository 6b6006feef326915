/* The chip's drivers against models: of GPIO, pads and the timer FRC1 by their registers, and of slaves on the wires. A look at the clock or a register takes
 * 100 ns. Prints what was checked; ends with 1 at the first thing that is wrong. */
#include "../../firmware/esp8266/devices/devices.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../firmware/esp8266/devices/line.h"
#include "np_errors.h"

enum { STEP = 8, US = 80, SCL = 5, SDA = 4, WIRE = 2 };

static uint32_t ticks, checks;

static void check(int holds, const char *what, long long is)
{
    checks++;
    if (holds) return;
    printf("wrong: %s (%lld)\n", what, is);
    exit(1);
}

/* --- the chip: registers, and what drives the lines ------------------------------------------------------------- */

static uint32_t out, enable, status, pins[16], pads[17], rtc[64], frc1[4], frc1_loads, outside = ~0u, slaves_low;
static uint32_t edges_log[64], edge_count;      /* outputs as they change: ticks, then `out` */

static void slaves_see(uint32_t before, uint32_t now);

/* What is on the lines: pushed or pulled by the chip, pulled by slaves, else by resistors. */
static uint32_t levels(void)
{
    uint32_t all = 0;
    for (uint32_t pin = 0; pin < 16; pin++) {
        uint32_t drives = enable >> pin & 1u, high = out >> pin & 1u, open_drain = pins[pin] >> 2 & 1u;
        uint32_t level = drives && (!high || !open_drain) ? high : outside >> pin & 1u;
        if (slaves_low >> pin & 1u) level = 0;
        all |= level << pin;
    }
    return all;
}

static void set_out(uint32_t now)
{
    uint32_t before = levels();
    if (now != out && edge_count < 64) {
        edges_log[edge_count++] = ticks;
        edges_log[edge_count++] = now;
    }
    out = now;
    slaves_see(before, levels());
}

uint32_t reg_read(uint32_t address)
{
    uint32_t offset = address - GPIO;
    ticks += STEP;
    if (address == GPIO + GPIO_IN) {
        slaves_see(levels(), levels());
        return levels();
    }
    if (address == GPIO + GPIO_STATUS) return status;
    if (offset >= GPIO_PIN && offset < GPIO_PIN + 64) return pins[(offset - GPIO_PIN) / 4];
    if (address >= 0x60000800u && address <= 0x60000840u) return pads[(address - 0x60000800u) / 4];
    if (address >= 0x60000700u && address < 0x60000800u) return rtc[(address - 0x60000700u) / 4];
    if (address >= 0x60000600u && address < 0x60000610u) return frc1[(address - 0x60000600u) / 4];
    if (address == 0x3FF00004u) return 0;
    check(0, "an unknown register is read", address);
    return 0;
}

void reg_write(uint32_t address, uint32_t value)
{
    uint32_t offset = address - GPIO;
    ticks += STEP;
    if (address == GPIO + GPIO_OUT_SET) set_out(out | value);
    else if (address == GPIO + GPIO_OUT_CLEAR) set_out(out & ~value);
    else if (address == GPIO + GPIO_ENABLE_SET) enable |= value;
    else if (address == GPIO + GPIO_ENABLE_CLEAR) enable &= ~value;
    else if (address == GPIO + GPIO_STATUS_CLEAR) status &= ~value;
    else if (offset >= GPIO_PIN && offset < GPIO_PIN + 64) pins[(offset - GPIO_PIN) / 4] = value;
    else if (address >= 0x60000800u && address <= 0x60000840u) pads[(address - 0x60000800u) / 4] = value;
    else if (address >= 0x60000700u && address < 0x60000800u) rtc[(address - 0x60000700u) / 4] = value;
    else if (address >= 0x60000600u && address < 0x60000610u) {
        frc1[(address - 0x60000600u) / 4] = value;
        if (address == 0x60000600u) frc1_loads++;
    } else check(address == 0x3FF00004u && value == 2, "an unknown register is written", address);
}

void line_low(uint32_t pin) { reg_write(GPIO + GPIO_OUT_CLEAR, 1u << pin); }
void line_release(uint32_t pin) { reg_write(GPIO + GPIO_OUT_SET, 1u << pin); }
uint32_t line_level(uint32_t pin) { return reg_read(GPIO + GPIO_IN) >> pin & 1u; }
uint32_t line_lock(void) { return 7; }
void line_unlock(uint32_t state) { check(state == 7, "the state of interrupts is put back", state); }
uint32_t line_ticks(void)
{
    ticks += STEP;
    slaves_see(levels(), levels());
    return ticks;
}

/* --- a slave on I2C: 16 registers ---------------------------------------------------------------------------------- */

static struct {
    uint32_t address, bits, count, pointer, stretch, holds_until, starts, stops, acks_left;
    int selected, reads, acking, first;
    uint8_t registers[16];
} i2c;

static void i2c_pull(uint32_t pin, int low) { slaves_low = low ? slaves_low | 1u << pin : slaves_low & ~(1u << pin); }

static void i2c_falls(void)
{
    if (i2c.acking == 1) {                      /* behind the acknowledge */
        i2c.acking = 0;
        i2c_pull(SDA, 0);
        i2c.count = 0;
        if (i2c.selected && i2c.reads) i2c.bits = i2c.registers[i2c.pointer++ & 15u];
    }
    if (i2c.acking == 2) {                      /* the master's acknowledge was seen */
        i2c.acking = 0;
        i2c.count = 0;
        i2c.bits = i2c.registers[i2c.pointer++ & 15u];
    }
    if (!i2c.selected) return;
    if (i2c.reads && !i2c.first) {
        if (i2c.count < 8) i2c_pull(SDA, !(i2c.bits >> (7 - i2c.count) & 1u));
        else i2c_pull(SDA, 0);
        return;
    }
    if (i2c.count == 8) {                       /* a byte is whole */
        int wanted = 1;
        if (i2c.first) {
            wanted = i2c.bits >> 1 == i2c.address;
            i2c.reads = i2c.bits & 1u;
            i2c.selected = wanted;
            i2c.first = 0;
            i2c.pointer |= 0x80000000u;
        } else if (i2c.acks_left == 0) {
            wanted = 0;
        } else {
            i2c.acks_left--;
            if (i2c.pointer & 0x80000000u) i2c.pointer = i2c.bits & 255u;
            else i2c.registers[i2c.pointer++ & 15u] = (uint8_t)i2c.bits;
        }
        if (i2c.reads) i2c.pointer &= 0x7FFFFFFFu;
        i2c.acking = 1;
        i2c_pull(SDA, wanted);
        if (i2c.stretch) {
            i2c_pull(SCL, 1);
            i2c.holds_until = ticks + i2c.stretch;
        }
    }
}

static void i2c_sees(uint32_t before, uint32_t now)
{
    if (i2c.holds_until && (int32_t)(ticks - i2c.holds_until) >= 0) {
        i2c.holds_until = 0;
        uint32_t was = levels();
        i2c_pull(SCL, 0);
        i2c_sees(was, levels());
        return;
    }
    uint32_t scl = now >> SCL & 1u, sda = now >> SDA & 1u, scl_was = before >> SCL & 1u, sda_was = before >> SDA & 1u;
    if (scl && scl_was && sda_was && !sda) {
        i2c.starts++;
        i2c.selected = i2c.first = 1;
        i2c.reads = i2c.acking = 0;
        i2c.count = i2c.bits = 0;
    } else if (scl && scl_was && !sda_was && sda) {
        i2c.stops++;
        i2c.selected = 0;
    } else if (scl && !scl_was && i2c.selected && !i2c.acking) {
        if (i2c.reads && !i2c.first) {
            if (i2c.count == 8) {
                if (sda) i2c.selected = 0;      /* not acknowledged: the last one */
                else i2c.acking = 2;
            } else i2c.count++;
        } else {
            i2c.bits = (i2c.bits << 1 | sda) & 255u;
            i2c.count++;
        }
    } else if (!scl && scl_was) i2c_falls();
}

static void test_i2c(void)
{
    i2c_bus bus = { SCL, SDA, 400, 1000 };
    uint8_t in[8];
    static const uint32_t words[] = { 0x44332203u };
    check(gpio_open(SCL, 2, 1, 1) == 0 && gpio_open(SDA, 2, 1, 1) == 0, "opens", 0);
    for (uint32_t stretch = 0; stretch <= 400u * US; stretch += 200u * US) {
        memset(&i2c, 0, sizeof i2c);
        i2c.address = 0x48;
        i2c.acks_left = 99;
        i2c.stretch = stretch;
        np_device_call write = { .out = words, .out_bytes = 4 }, read = { .out = words, .out_bytes = 1, .in = in, .in_bytes = 3 };
        int32_t error = i2c_transfer(&bus, 0x48, true, &write);
        check(error == 0, "writes", error);
        check(i2c.registers[3] == 0x22 && i2c.registers[4] == 0x33 && i2c.registers[5] == 0x44, "what was written", i2c.registers[3]);
        memset(in, 0, sizeof in);
        error = i2c_transfer(&bus, 0x48, true, &read);
        check(error == 3, "reads behind a repeated start", error);
        check(in[0] == 0x22 && in[1] == 0x33 && in[2] == 0x44, "what was read", in[0] << 16 | in[1] << 8 | in[2]);
        check(i2c.starts == 3 && i2c.stops == 2, "starts and stops", i2c.starts << 8 | i2c.stops);
    }
    np_device_call none = { 0 }, write = { .out = words, .out_bytes = 4 };
    i2c.stretch = 0;
    check(i2c_transfer(&bus, 0x48, true, &none) == 0, "is found", 0);
    check(i2c_transfer(&bus, 0x49, true, &none) == NP_E_DEVICE_NO_ACK, "nobody is there", 0);
    i2c.acks_left = 2;
    check(i2c_transfer(&bus, 0x48, true, &write) == NP_E_DEVICE_IO, "a byte is refused", 0);
    i2c.stretch = 2000u * US;
    i2c.acks_left = 99;
    check(i2c_transfer(&bus, 0x48, true, &write) == NP_E_DEVICE_TIMEOUT, "the clock is held too long", 0);
    ticks += 5000u * US;
    i2c.stretch = 0;
    slaves_see(levels(), levels());
    slaves_low = 0;
    memset(&i2c, 0, sizeof i2c);
}

/* --- a slave on one wire: answers a reset, takes bits, and gives those of `says` from the 8th on ------------------- */

static struct {
    uint32_t on, fell, rose, wrote, bits, says, presence_from, presence_to, low_until, resets;
} wire;

static void wire_sees(uint32_t before, uint32_t now)
{
    uint32_t chip_low = !(out >> WIRE & 1u);
    static uint32_t was_low;
    (void)before;
    (void)now;
    if (chip_low && !was_low) {
        wire.fell = ticks;
        if (wire.bits >= 8 && wire.bits < 16 && !(wire.says >> (wire.bits - 8) & 1u)) wire.low_until = ticks + 30u * US;
    }
    if (!chip_low && was_low) {
        uint32_t low = (ticks - wire.fell) / US;
        if (low >= 480) {
            wire.resets++;
            wire.bits = wire.wrote = 0;
            wire.presence_from = ticks + 30u * US;
            wire.presence_to = ticks + 150u * US;
        } else {
            check(low < 15 || (low >= 60 && low < 120), "a slot is low for so long", low);
            if (wire.bits < 8) wire.wrote |= (uint32_t)(low < 15) << wire.bits;
            wire.bits++;
        }
    }
    was_low = chip_low;
    int pulls = (wire.presence_to && ticks >= wire.presence_from && ticks < wire.presence_to) || (wire.low_until && ticks < wire.low_until);
    slaves_low = pulls ? slaves_low | 1u << WIRE : slaves_low & ~(1u << WIRE);
}

static void test_onewire(void)
{
    check(gpio_open(WIRE, 2, 1, 1) == 0, "opens", 0);
    check(onewire_reset(WIRE) == 0, "nobody answers the reset", 0);
    memset(&wire, 0, sizeof wire);
    wire.on = 1;
    wire.says = 0xA5;
    check(onewire_reset(WIRE) == 1 && wire.resets == 1, "somebody answers the reset", wire.resets);
    uint32_t began = ticks;
    onewire_bits(WIRE, 8, 0x33);
    check(wire.wrote == 0x33, "bits are written", wire.wrote);
    uint32_t read = onewire_bits(WIRE, 8, 255);
    check(read == 0xA5, "bits are read", read);
    check((ticks - began) / US < 16 * 80 && (ticks - began) / US > 16 * 60, "slots take 60 to 80 us", (ticks - began) / US);
    memset(&wire, 0, sizeof wire);
    slaves_low = 0;
}

/* --- a DHT22: its frame as times of falling and rising edges ------------------------------------------------------- */

static struct { uint32_t on, fell, released, silent; uint8_t bytes[5]; } sensor;

static void dht_sees(void)
{
    uint32_t chip_low = !(out >> WIRE & 1u);
    static uint32_t was_low;
    if (chip_low && !was_low) sensor.fell = ticks;
    if (!chip_low && was_low && (ticks - sensor.fell) / US >= 1000) sensor.released = ticks;
    was_low = chip_low;
    if (!sensor.released || sensor.silent) return;
    uint32_t at = (ticks - sensor.released) / US, low = 0;
    if (at >= 30 && at < 110) low = 1;
    uint32_t from = 190;
    for (uint32_t i = 0; i < 40 && at >= from; i++) {
        uint32_t high = sensor.bytes[i / 8] >> (7 - i % 8) & 1u ? 70 : 26;
        if (at < from + 50) low = 1;
        from += 50 + high;
    }
    if (at >= from && at < from + 50) low = 1;
    slaves_low = low ? slaves_low | 1u << WIRE : slaves_low & ~(1u << WIRE);
}

static void test_dht(void)
{
    uint8_t got[5];
    for (uint32_t seed = 1; seed < 200; seed++) {
        memset(&sensor, 0, sizeof sensor);
        slaves_low = 0;
        sensor.on = 1;
        for (uint32_t i = 0; i < 5; i++) sensor.bytes[i] = (uint8_t)(seed * 2654435761u >> (i * 5));
        int32_t n = dht_read(WIRE, seed & 1u ? 22 : 11, got);
        check(n == 5 && memcmp(got, sensor.bytes, 5) == 0, "a frame is read", seed);
    }
    sensor.silent = 1;
    check(dht_read(WIRE, 22, got) == NP_E_DEVICE_TIMEOUT, "no sensor answers", 0);
    check(dht_read(WIRE, 21, got) == NP_E_DEVICE_VALUE, "no such sensor", 0);
    memset(&sensor, 0, sizeof sensor);
    slaves_low = 0;
}

static void slaves_see(uint32_t before, uint32_t now)
{
    static int inside;
    if (inside) return;
    inside = 1;
    if (i2c.address) i2c_sees(before, now);
    if (wire.on) wire_sees(before, now);
    if (sensor.on) dht_sees();
    inside = 0;
}

/* --- registers --------------------------------------------------------------------------------------------------------- */

static void test_gpio(void)
{
    uint32_t pin, level;
    check(!gpio_exists(1) && !gpio_exists(3) && !gpio_exists(6) && !gpio_exists(11) && gpio_exists(0) && gpio_exists(16) && !gpio_exists(17), "which pins there are", 0);
    check(gpio_open(7, 1, 0, 0) == NP_E_DEVICE_VALUE, "a pin of the flash", 0);
    check(gpio_open(13, 1, 0, 1) == 0 && enable >> 13 & 1u && out >> 13 & 1u, "an output", 0);
    check(pads[0x08 / 4] == 0x30, "the pad of pin 13 is GPIO as function 3, without a resistor", pads[0x08 / 4]);
    check(gpio_open(2, 0, 1, 2) == 0 && !(enable >> 2 & 1u) && pads[0x38 / 4] == 0x80, "an input with a resistor: function 0 of pin 2", pads[0x38 / 4]);
    check(gpio_open(2, 0, 2, 2) == NP_E_DEVICE_VALUE, "no pin but 16 can be pulled down", 0);
    check(gpio_open(14, 2, 1, 1) == 0 && pins[14] & PIN_OPEN_DRAIN && enable >> 14 & 1u, "an open drain", pins[14]);
    check(gpio_read(14) == 1, "the line is let go", 0);
    outside &= ~(1u << 14);
    check(gpio_read(14) == 0, "somebody pulls it", 0);
    outside |= 1u << 14;
    check(gpio_open(16, 1, 0, 1) == 0 && rtc[0x74 / 4] == 1 && rtc[0x68 / 4] == 1 && (rtc[0xA0 / 4] & 0x43u) == 1, "pin 16 is the RTC's", rtc[0xA0 / 4]);
    check(gpio_open(16, 0, 2, 2) == 0 && rtc[0x74 / 4] == 0 && rtc[0xA0 / 4] & 8u, "and can be pulled down", rtc[0xA0 / 4]);
    rtc[0x8C / 4] = 1;
    check(gpio_read(16) == 1, "and read", 0);
    check(gpio_trigger(16, 1) == NP_E_DEVICE_VALUE, "but does not interrupt", 0);

    check(gpio_trigger(2, 2) == 0 && (pins[2] & PIN_INTERRUPT) == 2u << 7, "falling edges", pins[2]);
    check(gpio_trigger(14, 3) == 0 && (pins[14] & PIN_INTERRUPT) == 3u << 7, "both edges", pins[14]);
    outside &= ~(1u << 2);
    status = 1u << 2 | 1u << 14;
    gpio_interrupt();
    check(status == 0, "the interrupt is ended", status);
    check(gpio_take_edge(&pin, &level) && pin == 2 && level == 0, "the first edge", pin);
    check(gpio_take_edge(&pin, &level) && pin == 14 && level == 1, "the second edge", pin);
    check(!gpio_take_edge(&pin, &level), "there are no more", pin);
    for (uint32_t i = 0; i < 40; i++) {
        status = 1u << 2;
        gpio_interrupt();
    }
    uint32_t kept = 0;
    while (gpio_take_edge(&pin, &level)) kept++;
    check(kept == 16, "a bounce does not fill memory", kept);
    gpio_close(14);
    check(!(enable >> 14 & 1u) && !(pins[14] & (PIN_INTERRUPT | PIN_OPEN_DRAIN)), "closed", pins[14]);
    outside = ~0u;
    check(gpio_pulse(2, 0, 100) == NP_E_DEVICE_TIMEOUT && gpio_pulse(2, 1, 100) == NP_E_DEVICE_TIMEOUT_LATE, "pulses that do not come or end", 0);
    uint32_t began = ticks;
    check(gpio_pulse(2, 0, 50000000) == NP_E_DEVICE_TIMEOUT && ticks - began < 1600000u * US, "a wait ends before the watchdog bites", ticks - began);
}

/* Mode 0 and 3 with the wire from mosi to miso; the lines' changes are those of the modes. */
static void test_spi(void)
{
    static const uint32_t words[] = { 0x0000C3A5u };
    uint8_t in[2];
    for (uint32_t mode = 0; mode < 8; mode++) {
        np_device_call call = { .out = words, .out_bytes = 2, .in = in, .in_bytes = 2 };
        gpio_open(14, 1, 0, mode & 1u);
        gpio_open(13, 1, 0, 0);
        spi_transfer(14, 13, 13, 0, mode, &call);
        check(in[0] == 0xA5 && in[1] == 0xC3, "what goes out comes in", mode << 16 | in[0] << 8 | in[1]);
        check((out >> 14 & 1u) == (mode & 1u), "the clock is idle as it should be", mode);
    }
    edge_count = 0;
    np_device_call one = { .out = words, .out_bytes = 1 };
    gpio_open(14, 1, 0, 0);
    gpio_write(13, 0);
    edge_count = 0;
    spi_transfer(14, 13, NP_NO_PIN, 400, 0, &one);
    uint32_t rises = 0, byte = 0;
    for (uint32_t i = 0, was = 0; i < edge_count; i += 2) {
        uint32_t now = edges_log[i + 1];
        if (now >> 14 & 1u && !(was >> 14 & 1u)) {
            rises++;
            byte = byte << 1 | (now >> 13 & 1u);
        }
        was = now;
    }
    check(rises == 8 && byte == 0xA5, "a slave that samples at the rising edge gets it", byte);
}

/* Two pixels' bytes as the times that the line is high. */
static void test_pixels(void)
{
    static const uint32_t words[] = { 0x0000A5FFu };
    for (uint32_t slow = 0; slow < 2; slow++) {
        gpio_open(15, 1, 0, 0);
        edge_count = 0;
        pixels_write(15, words, 2, !slow);
        uint32_t bits = 0, scale = slow + 1;
        for (uint32_t i = 0; i + 3 < edge_count; i += 4) {
            uint32_t high = edges_log[i + 2] - edges_log[i], one = 0xFFA5u >> (15 - bits) & 1u;
            check(high + 12 * scale > (one ? 64u : 32u) * scale && high < ((one ? 64u : 32u) + 12) * scale + 16, "a bit is high for so long", (long long)bits << 16 | high);
            if (i >= 4) check(edges_log[i] - edges_log[i - 4] + 12 >= 100 * scale && edges_log[i] - edges_log[i - 4] <= 112 * scale + 16, "a bit takes so long", edges_log[i] - edges_log[i - 4]);
            bits++;
        }
        check(bits == 16, "all bits", bits);
    }
}

/* A period of PWM, played by calling the interrupt when the timer would: how long each pin is high of 5000 ticks (1 kHz). */
static void play(uint32_t high[16])
{
    uint32_t at = 0;
    memset(high, 0, 16 * sizeof *high);
    for (uint32_t steps = 0; at < 5000 && steps < 10; steps++) {
        pwm_interrupt();
        for (uint32_t pin = 0; pin < 16; pin++) high[pin] += (out >> pin & 1u) * frc1[0];
        at += frc1[0];
    }
    check(at == 5000, "the steps make a period", at);
}

static void test_pwm(void)
{
    uint32_t high[16];
    for (uint32_t pin = 12; pin <= 15; pin++) gpio_open(pin, 1, 0, 0);
    check(pwm_set(12, 1000, 16384) == 0 && frc1[2] == (0x80 | 4), "the timer runs, by 16", frc1[2]);
    play(high);
    check(high[12] == 1250, "a quarter", high[12]);
    check(pwm_set(13, 1000, 65535) == 0 && pwm_set(14, 1000, 0) == 0 && pwm_set(15, 1000, 32768) == 0, "four pins", 0);
    play(high);
    check(high[12] == 1250 && high[13] == 5000 && high[14] == 0 && high[15] == 2500, "each its own", high[15]);
    check(pwm_set(4, 1000, 1) == NP_E_DEVICE_BUSY, "a fifth pin", 0);
    check(pwm_set(12, 1000, 32768) == 0, "the same duty twice", 0);
    play(high);
    check(high[12] == 2500 && high[15] == 2500, "both go low at once", high[12]);
    check(pwm_set(12, 0, 0) == 0 && pwm_set(4, 1000, 65000) == 0, "a place is free again", 0);
    play(high);
    check(high[12] == 0 && high[4] == (uint32_t)(5000ull * 65000 >> 16), "an other takes it", high[4]);
    for (uint32_t pin = 0; pin < 16; pin++) pwm_set(pin, 0, 0);
    pwm_interrupt();
    check(frc1[2] == 0, "the timer stands", frc1[2]);
    check(pwm_set(12, 2000, 1) == NP_E_DEVICE_VALUE && pwm_set(16, 100, 1) == NP_E_DEVICE_VALUE, "too fast, or pin 16", 0);
}

/* --- operations as functions ask for them ------------------------------------------------------------------------ */

uint64_t chip_clock_us(void *context) { (void)context; return ticks / US; }
uint64_t chip_mac(void) { return 1; }
void chip_restart(void) { exit(1); }
int32_t adc_read(void) { return 0; }
int32_t uart1_open(uint32_t rate, uint32_t frame) { return (int32_t)(rate & frame & 0); }
int32_t uart1_write(const np_device_call *call) { return (int32_t)call->out_bytes; }

static int32_t ask(uint32_t owner, uint32_t op, uint32_t a, int32_t b, int32_t c)
{
    static const uint32_t bytes[2] = { 0x01020304, 0x05060708 };
    uint8_t in[8];
    const np_device_call call = { .op = op, .a = (int32_t)a, .b = b, .c = c, .out = bytes, .out_bytes = sizeof bytes, .in = in, .in_bytes = sizeof in };
    return chip_devices.operate(chip_devices.context, owner, &call);
}

static void test_operations(void)
{
    check(ask(1, NP_DEV_PIN_OPEN, 16, 1, 0) == 0, "pin 16 is opened", 0);
    check(ask(2, NP_DEV_PIN_OPEN, 0, 1, 0) == 0 && ask(1, NP_DEV_PIN_WRITE, 0, 1, 0) == NP_E_DEVICE_BUSY, "pin 0 is another's", 0);
    uint32_t before = edge_count = 0;
    check(ask(1, NP_DEV_PIXELS, 16, 1, 0) == NP_E_DEVICE_VALUE && edge_count == before, "pixels at pin 16 do not come out at pin 0", edge_count);
    check(ask(1, NP_DEV_SPI_OPEN, 0xFFFFFFu, 100000, 0) == NP_E_DEVICE_VALUE && ask(1, NP_DEV_SPI_OPEN, 0xFF0DFFu, 100000, 0) == NP_E_DEVICE_VALUE, "SPI without a clock", 0);
    check(ask(1, NP_DEV_SPI_TRANSFER, 0xFFFFFFu, 0, 0) == NP_E_DEVICE_CLOSED, "is not there afterwards", 0);
    check(ask(1, NP_DEV_SPI_OPEN, 0xFF0D0Eu, 1, 0) == NP_E_DEVICE_VALUE && ask(1, NP_DEV_SPI_OPEN, 0xFF0D0Eu, 100000, 0) == 0, "SPI that would take minutes", 0);
    check(ask(1, NP_DEV_SPI_TRANSFER, 0xFF0D0Eu, 0, 0) == 8, "SPI", 0);
    /* any operation at any pin: the sanitizers watch */
    for (uint32_t op = 0; op < 64; op++)
        for (uint32_t pin = 0; pin < 300 && op != NP_DEV_PULSE; pin++) ask(3, op, pin | pin << 8 | pin << 16, 0, 0);
    chip_devices.release(chip_devices.context, 1);
    chip_devices.release(chip_devices.context, 3);
    check(ask(2, NP_DEV_SPI_OPEN, 0xFF0D0Eu, 100000, 0) == 0, "what was released is another's", 0);
}

int main(void)
{
    test_gpio();
    test_i2c();
    test_onewire();
    test_dht();
    test_spi();
    test_pixels();
    test_pwm();
    test_operations();
    printf("%u checks\n", checks);
    return 0;
}
