/* Aosong's DHT11 and DHT22 (AM2302 data sheet, section 7): the host pulls down, the sensor answers with 80 us low, 80 us high, then 40 bits: 50 us low, and high for
 * 26 us (0) or 70 us (1). */
#include "devices.h"

#include "line.h"
#include "np_errors.h"

enum { START_11_MS = 18, START_22_MS = 2, PATIENCE_US = 200, ONE_FROM_US = 48 };

/* In iram, interrupts off: 5 ms. */
IN_IRAM(dht_bits) static bool dht_bits(uint32_t pin, uint8_t *to)
{
    if (!line_await(pin, 0, PATIENCE_US) || !line_await(pin, 1, PATIENCE_US) || !line_await(pin, 0, PATIENCE_US)) return false;
    for (uint32_t i = 0; i < 40; i++) {
        if (!line_await(pin, 1, PATIENCE_US)) return false;
        uint32_t rose = line_ticks();
        if (!line_await(pin, 0, PATIENCE_US)) return false;
        uint32_t bit = line_ticks() - rose > ONE_FROM_US * LINE_TICKS_PER_US;
        to[i / 8] = (uint8_t)(to[i / 8] << 1 | bit);
    }
    return true;
}

IN_IRAM(dht_frame) static bool dht_frame(uint32_t pin, uint8_t *to)
{
    uint32_t state = line_lock();
    line_release(pin);
    line_wait_us(10);
    bool whole = dht_bits(pin, to);
    line_unlock(state);
    return whole;
}

int32_t dht_read(uint32_t pin, uint32_t kind, uint8_t *to)
{
    if (kind != 11 && kind != 22) return NP_E_DEVICE_VALUE;
    line_low(pin);
    line_wait_us((kind == 11 ? START_11_MS : START_22_MS) * 1000u);
    for (uint32_t i = 0; i < 5; i++) to[i] = 0;
    return dht_frame(pin, to) ? 5 : NP_E_DEVICE_TIMEOUT;
}
