#include "sleep.h"

#include "chip.h"
#include "rom.h"

/* What is noted over a sleep, in the user's part of RTC memory behind what starts.c keeps there. Words only. */
typedef struct {
    uint32_t magic, low, high, check;
} note;
static volatile note *const kept = (volatile note *)0x60001240u;
#define MAGIC 0x4C53504Eu               /* NPSL */
enum { POWER = 1 };                     /* rtc_get_reset_reason */

/* The RTC's counter runs at some 175 kHz: 45 / 256 of a tick a microsecond, within a few percent, as the chip's temperature has it. */
enum { TICKS = 45, TICKS_SHIFT = 8 };
static const uint64_t LONGEST_US = 12000000000u;

/* Registers of the RTC, by their words. Espressif documents none of them; numbers and values are those that its SDK was seen to write before a deep sleep
 * (published as nk_deepsleep, in discussions of esp8266/Arduino), the names of some are in esp-open-rtos's rtc_regs.h. */
#define RTC(word) CHIP_REGISTER(0x60000700u + 4u * (word))
enum { CONTROL = 0, ALARM = 1, SLEEP = 2, WAITS = 3, WAITS_MORE = 4, WAKES_BY = 6, COUNTER = 7, POWERED = 16, RESETS = 17, PIN_16 = 39, PIN_16_ON = 40 };
enum { GO = 1 << 20, SHORT = 100, BY_NOTHING = 8, BY_COUNTER = 0x18 };

static uint32_t sum(void) { return ~(kept->magic + kept->low + kept->high); }

static void sleep_chip(uint32_t ticks)
{
    /* first a sleep too short to be one, which brings the clocks to where the next one expects them */
    RTC(WAITS_MORE) = 0;
    RTC(CONTROL) = 0;
    RTC(ALARM) = SHORT;
    RTC(WAITS) = 0x10010;
    RTC(WAKES_BY) = BY_NOTHING;
    RTC(RESETS) = 4;
    RTC(SLEEP) = GO;
    for (uint64_t until = chip_clock_us(0) + 10; chip_clock_us(0) < until;) {}
    RTC(ALARM) = RTC(COUNTER) + ticks;
    RTC(WAITS) = 0x640C8;
    RTC(WAITS_MORE) = 0;
    RTC(WAKES_BY) = BY_COUNTER;
    RTC(POWERED) = 0x7F;
    RTC(RESETS) = 0x20;
    RTC(PIN_16) = 0x11;
    RTC(PIN_16_ON) = 3;
    RTC(SLEEP) |= GO;
}

int sleep_deeply(void *context, uint64_t us)
{
    (void)context;
    if (us > LONGEST_US) us = LONGEST_US;
    kept->magic = MAGIC;
    kept->low = (uint32_t)us;
    kept->high = (uint32_t)(us >> 32);
    kept->check = sum();
    if (!chip_is_real) stand_in_sleep(us);
    sleep_chip((uint32_t)(us >> TICKS_SHIFT) * TICKS);
    for (;;) __asm__ volatile("waiti 15" ::: "memory");
}

uint64_t sleep_ended(void)
{
    bool slept = kept->magic == MAGIC && kept->check == sum() && rtc_get_reset_reason() != POWER;
    kept->magic = 0;
    return slept ? kept->low | (uint64_t)kept->high << 32 : 0;
}
