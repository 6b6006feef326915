/* WS2812: Worldsemi's data sheet, "data transfer time": a bit of 1.25 us begins high, 0.4 us for 0, 0.8 us for 1, each 0.15 us off at most; at 400 kHz all twice as
 * long. Cycle-exact in iram, with interrupts off: 30 us a pixel. */
#include "devices.h"

#include "line.h"
#include "vm/state.h"

enum { FAST = 100, FAST_0 = 32, FAST_1 = 64 };          /* cycles of 12.5 ns */
enum { RESET_US = 60 };

IN_IRAM(pixels_piece) static void pixels_piece(uint32_t mask, const uint8_t *bytes, uint32_t count, uint32_t scale)
{
    uint32_t state = line_lock(), began = line_ticks() - scale * FAST;
    for (const uint8_t *end = bytes + count; bytes != end; bytes++)
        for (uint32_t bit = 0x80; bit; bit >>= 1) {
            uint32_t high = scale * (*bytes & bit ? FAST_1 : FAST_0);
            while (line_ticks() - began < scale * FAST) {}
            began = line_ticks();
            reg_write(GPIO + GPIO_OUT_SET, mask);
            while (line_ticks() - began < high) {}
            reg_write(GPIO + GPIO_OUT_CLEAR, mask);
        }
    line_unlock(state);
}

/* Between pieces the line may rest for up to 50 us without the pixels taking it for the end: they follow each other at once. */
void pixels_write(uint32_t pin, const uint32_t *words, uint32_t bytes, bool fast)
{
    uint8_t piece[48];                  /* in RAM: flash gives words only */
    for (uint32_t at = 0, n; at < bytes; at += n) {
        n = bytes - at < sizeof piece ? bytes - at : (uint32_t)sizeof piece;
        for (uint32_t i = 0; i < n; i++) piece[i] = (uint8_t)np_byte(words, at + i);
        pixels_piece(1u << pin, piece, n, fast ? 1 : 2);
    }
    line_wait_us(RESET_US);
}
