/* The UART's line on stdin and stdout, the watchdog, and what ends a start before its time. Looked at at each tick of the firmware's timer, in its interrupt. */
#include "rom.h"

enum { STDIN = 0, STDOUT = 1, GARBLED = 0x55, FIRST_RATE = 74880 };

#define WDT_CONTROL (*(volatile uint32_t *)0x60000900u)
#define WDT_FEED (*(volatile uint32_t *)0x60000914u)

static uint32_t rate, fed_at, started_at;

uint32_t rom_starts_so_far(void);
void rom_uart_div_modify(uint32_t uart, uint32_t divisor);
void rom_ets_putc(char c);
int32_t rom_stand_in_read(uint8_t *to, uint32_t capacity);
int32_t rom_stand_in_write(const uint8_t *from, uint32_t length);
void rom_stand_in_sleep(uint64_t us);

void line_reset(void)
{
    rate = FIRST_RATE;
    fed_at = started_at = cycles();
}

void rom_uart_div_modify(uint32_t uart, uint32_t divisor)
{
    if (uart != 0 || divisor == 0) refuse("uart_div_modify of no UART or rate");
    rate = 80000000u / divisor;
    tell("rate", rate);
}

static int is_garbled(void) { return options.most_rate && rate > options.most_rate; }

static void watch(void)
{
    enum { FEED = 0x73, PATIENCE_US = 6553600, ENABLED = 1 };
    if (WDT_FEED == FEED) {
        WDT_FEED = 0;
        fed_at = cycles();
    }
    if (WDT_CONTROL & ENABLED && cycles() - fed_at > (uint32_t)PATIENCE_US * CYCLES_PER_US) start_again(REASON_WATCHDOG);
}

/* What a test asked for: an exception, or standing still. */
static void end_early(void)
{
    if (cycles() - started_at < 300u * 1000u * CYCLES_PER_US) return;
    if (rom_starts_so_far() <= options.crashes) __asm__ volatile("ill");
    while (rom_starts_so_far() <= options.hangs) watch();
}

/* Bytes from stdin, without waiting. The end of it is the end of the board. */
static int32_t take(uint8_t *to, uint32_t capacity)
{
    static uint32_t time[2];
    time[0] = time[1] = 0;
    if (simcall(SIM_SELECT, STDIN, SIM_SELECT_READ, (uint32_t)time) <= 0) return 0;
    int32_t n = simcall(SIM_READ, STDIN, (uint32_t)to, capacity);
    if (n <= 0) leave(0);
    return n;
}

int32_t rom_stand_in_read(uint8_t *to, uint32_t capacity)
{
    watch();
    end_early();
    int32_t n = take(to, capacity);
    for (int32_t i = 0; i < n && is_garbled(); i++) to[i] ^= GARBLED;
    return n;
}

int32_t rom_stand_in_write(const uint8_t *from, uint32_t length)
{
    if (is_garbled()) return (int32_t)length;
    return simcall(SIM_WRITE, STDOUT, (uint32_t)from, length);
}

void rom_ets_putc(char c) { simcall(SIM_WRITE, STDOUT, (uint32_t)&c, 1); }

void rom_stand_in_sleep(uint64_t us)
{
    static uint8_t lost[64];
    static uint32_t time[2];
    tell("sleep", (uint32_t)(us / 1000));
    for (uint32_t last = cycles(); us > 0;) {
        uint64_t piece = us < 10000 ? us : 10000;
        time[0] = 0;
        time[1] = (uint32_t)piece;
        if (simcall(SIM_SELECT, STDIN, SIM_SELECT_READ, (uint32_t)time) > 0) take(lost, sizeof lost);
        uint32_t passed = (cycles() - last) / CYCLES_PER_US;
        last += passed * CYCLES_PER_US;
        us = us > passed ? us - passed : 0;
    }
    start_again(REASON_PIN);
}
