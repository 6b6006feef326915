/* The one-wire bus: Maxim, DS18B20 data sheet, "1-Wire bus system" (reset and time slots). A slot runs in iram with interrupts off, for its times are short. */
#include "devices.h"

#include "line.h"

enum { RESET_LOW = 480, PRESENCE_AT = 70, RESET_REST = 410, WRITE_0_LOW = 60, WRITE_0_REST = 10, READ_LOW = 3, READ_AT = 9, READ_REST = 55 };

IN_IRAM(onewire_sample) static uint32_t onewire_sample(uint32_t pin)
{
    uint32_t state = line_lock();
    line_release(pin);
    line_wait_us(PRESENCE_AT);
    uint32_t level = line_level(pin);
    line_unlock(state);
    return level;
}

uint32_t onewire_reset(uint32_t pin)
{
    line_low(pin);
    line_wait_us(RESET_LOW);
    uint32_t level = onewire_sample(pin);
    line_wait_us(RESET_REST);
    return level == 0;
}

/* A 1 is a read slot: it is let go early enough for both. */
IN_IRAM(onewire_slot) static uint32_t onewire_slot(uint32_t pin, uint32_t bit)
{
    uint32_t state = line_lock(), level = 0;
    line_low(pin);
    if (bit) {
        line_wait_us(READ_LOW);
        line_release(pin);
        line_wait_us(READ_AT);
        level = line_level(pin);
        line_wait_us(READ_REST);
    } else {
        line_wait_us(WRITE_0_LOW);
        line_release(pin);
        line_wait_us(WRITE_0_REST);
    }
    line_unlock(state);
    return level;
}

uint32_t onewire_bits(uint32_t pin, uint32_t count, uint32_t bits)
{
    uint32_t read = 0;
    for (uint32_t i = 0; i < count; i++) read |= onewire_slot(pin, bits >> i & 1u) << i;
    return read;
}
