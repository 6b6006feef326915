/* The one channel of the SAR ADC, without Espressif's phy: its registers from 0x60000D00 and the analogue block 108 as the ADC driver of the SDK's IoT demo uses
 * them. Eight samples, whose mean is scaled to 10 bits. */
#include "devices.h"

#include "../rom.h"
#include "line.h"
#include "np_errors.h"

#define SAR_CONTROL 0x60000D50u
#define SAR_TEST 0x60000D5Cu
#define SAR_SAMPLES 0x60000D80u
enum { BUSY = 7 << 24, START = 2, SAMPLES = 8, BLOCK = 108, HOST = 2, TEST_BIT = 5, PATIENCE_US = 100 };

static bool is_idle(void)
{
    for (uint32_t began = line_ticks(); reg_read(SAR_CONTROL) & BUSY;)
        if (line_ticks() - began > PATIENCE_US * LINE_TICKS_PER_US) return false;
    return true;
}

/* A sample is stored inverted; its lower part has a slope and an offset of its own. */
static uint32_t sample(uint32_t raw)
{
    uint32_t x = ~raw, low = x & 0xFFu;
    return (x & 0x700u) + (low > 21 ? (low - 21) * 279u >> 8 : 0);
}

int32_t adc_read(void)
{
    uint32_t sum = 0;
    rom_i2c_writeReg_Mask(BLOCK, HOST, 0, TEST_BIT, TEST_BIT, 1);
    reg_change(SAR_TEST, 0, 1u << 21);
    bool done = is_idle();
    reg_change(SAR_CONTROL, START, 0);
    line_wait_us(1);
    reg_change(SAR_CONTROL, 0, START);
    line_wait_us(2);
    done = done && is_idle();
    for (uint32_t i = 0; i < SAMPLES; i++) sum += sample(reg_read(SAR_SAMPLES + 4 * i));
    rom_i2c_writeReg_Mask(BLOCK, HOST, 0, TEST_BIT, TEST_BIT, 0);
    uint32_t mean = (sum + SAMPLES) / (2 * SAMPLES);    /* of 11 bits */
    return !done ? NP_E_DEVICE_IO : mean > 1024 ? 1024 : (int32_t)mean;
}
