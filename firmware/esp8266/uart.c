#include "uart.h"

#include "chip.h"
#include "iram.h"
#include "rom.h"

/* ESP8266 Technical Reference, chapter 11. */
#define UART 0x60000000u
enum { FIFO = 0, ENABLED = 0xC, CLEAR = 0x10, STATUS = 0x1C, CONF0 = 0x20, CONF1 = 0x24, FIFO_BYTES = 128, FIFO_USABLE = 126 };
enum { RECEIVED = 1 << 0, OVERFLOW = 1 << 4, SILENCE = 1 << 8 };                     /* interrupts */
enum { BITS_8 = 3 << 2, STOP_1 = 1 << 4, RESET_FIFOS = 3 << 17 };                   /* CONF0 */
enum { FULL_AT = 32, SILENCE_AFTER = 2, CONF1_ON = FULL_AT | SILENCE_AFTER << 24 };   /* CONF1: bytes; times of a byte. Bit 31 lets silence interrupt */
enum { LAST_BYTE_CYCLES = 90000 };      /* 1.1 ms: a byte at the least rate, which the FIFO no longer counts while it is on the line */
enum { PIN_TX = 0x60000818, PIN_RX = 0x60000814, PIN_FUNCTION = 0x130 };

#define APB_HZ 80000000u

/* The link's window of four frames may come while flash is busy: 2.1 KB. A ring of words in iram, where there is room that is good for nothing else; the
 * interrupt puts bytes in, and is the only one to change `head`. */
enum { RING_BYTES = 4096 };
static IRAM_WORDS uint32_t ring[RING_BYTES / 4];
static volatile uint32_t head, tail;

IN_IRAM(put) static void put(uint32_t byte)
{
    if (head - tail == RING_BYTES) return;              /* the link asks for it again */
    uint32_t at = head % RING_BYTES, shift = at % 4 * 8;
    ring[at / 4] = (ring[at / 4] & ~(255u << shift)) | byte << shift;
    head++;
}

IN_IRAM(uart_receive) void uart_receive(void)
{
    if (chip_is_real) {
        while (CHIP_REGISTER(UART + STATUS) & 255u) put(CHIP_REGISTER(UART + FIFO) & 255u);
        CHIP_REGISTER(UART + CLEAR) = RECEIVED | OVERFLOW | SILENCE;
        return;
    }
    uint8_t some[16];
    for (uint32_t left = FIFO_BYTES; left > 0; left -= sizeof some) {
        int32_t n = stand_in_read(some, sizeof some);
        for (int32_t i = 0; i < n; i++) put(some[i]);
        if (n < (int32_t)sizeof some) break;
    }
}

void uart_start(void)
{
    CHIP_REGISTER(PIN_TX) &= ~(uint32_t)PIN_FUNCTION;
    CHIP_REGISTER(PIN_RX) &= ~(uint32_t)PIN_FUNCTION;
    CHIP_REGISTER(UART + CONF0) = BITS_8 | STOP_1 | RESET_FIFOS;
    CHIP_REGISTER(UART + CONF0) = BITS_8 | STOP_1;
    uart_set_rate(UART_USUAL_RATE);
    CHIP_REGISTER(UART + CONF1) = (uint32_t)CONF1_ON | 1u << 31;
    CHIP_REGISTER(UART + CLEAR) = 0x1FF;
    CHIP_REGISTER(UART + ENABLED) = RECEIVED | OVERFLOW | SILENCE;
}

bool uart_has_received(void) { return head != tail; }

uint32_t uart_read(uint8_t *to, uint32_t capacity)
{
    uint32_t n = 0;
    for (uint32_t at = tail; n < capacity && at != head; at++, n++) to[n] = (uint8_t)(ring[at % RING_BYTES / 4] >> at % 4 * 8);
    tail += n;
    return n;
}

static inline __attribute__((always_inline)) uint32_t to_be_sent(void) { return CHIP_REGISTER(UART + STATUS) >> 16 & 255u; }

uint32_t uart_write(const uint8_t *from, uint32_t length)
{
    uint32_t n = 0;
    if (!chip_is_real) {
        int32_t taken = stand_in_write(from, length);
        return taken > 0 ? (uint32_t)taken : 0;
    }
    while (n < length && to_be_sent() < FIFO_USABLE) CHIP_REGISTER(UART + FIFO) = from[n++];
    return n;
}

bool uart_has_sent(void) { return !chip_is_real || to_be_sent() == 0; }

IN_IRAM(uart_finish) void uart_finish(void)
{
    if (!chip_is_real) return;
    while (to_be_sent()) {}
    for (uint32_t began = chip_cycles(); chip_cycles() - began < LAST_BYTE_CYCLES;) {}
}

void uart_set_rate(uint32_t rate)
{
    uart_finish();
    uart_div_modify(0, APB_HZ / rate);
}
