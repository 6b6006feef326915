#include "sleep.h"

#include "chip.h"
#include "iram.h"
#include "rom.h"
#include "starts.h"
#include "uart.h"

/* The RTC's registers, of which Espressif documents none; names and order of writing are those of the SDK's system_deep_sleep, as others have read it (pvvx,
 * esp8266web, deep_sleep.c). */
#define RTC 0x60000700u
enum { CONTROL = 0x00, WAKE_AT = 0x04, ENTER = 0x08, WAIT_TIMES = 0x0C, RESET = 0x10, WAKE_BY = 0x18, COUNT = 0x1C, STATE_16 = 0x40, STATE_17 = 0x44, STATE_18 = 0x48,
       GPIO16_OUT = 0x9C, GPIO16_PAD = 0xA0 };
#define SPI_COMMAND 0x60000200u
enum { SPI_FLASH_POWER_DOWN = 1 << 21, SLEEP_NOW = 1 << 20, BY_RESET = 8, BY_TIMER = 0x10 };

#define MOST_US (3u * 3600u * UINT64_C(1000000))

static inline void set(uint32_t at, uint32_t value) { CHIP_REGISTER(RTC + at) = value; }

static void wait_us(uint32_t us)
{
    for (uint64_t end = chip_clock_us(0) + us; chip_clock_us(0) < end;) {}
}

/* Ticks of the RTC's clock in so many microseconds: it is an oscillator of about 150 kHz that drifts with temperature, and so is measured each time. */
static uint32_t ticks_of(uint64_t us)
{
    enum { MEASURED_US = 8192, SHIFT = 13 };
    uint32_t begin = CHIP_REGISTER(RTC + COUNT);
    wait_us(MEASURED_US);
    return (uint32_t)((CHIP_REGISTER(RTC + COUNT) - begin) * us >> SHIFT);
}

/* The last steps: flash is switched off first. */
IN_IRAM(go_to_sleep) static void go_to_sleep(uint32_t ticks, uint32_t by)
{
    Cache_Read_Disable();
    set(WAKE_AT, CHIP_REGISTER(RTC + COUNT) + ticks);
    set(STATE_16, 0x7F);
    set(STATE_17, 0x20);
    set(RESET, 0);
    set(WAKE_BY, by);
    CHIP_REGISTER(SPI_COMMAND) = SPI_FLASH_POWER_DOWN;
    while (CHIP_REGISTER(SPI_COMMAND)) {}
    set(ENTER, SLEEP_NOW);
    for (;;) {}
}

void chip_deep_sleep(uint64_t us)
{
    bool for_ever = us == UINT64_MAX;
    if (us > MOST_US) us = MOST_US;
    while (!uart_has_sent()) {}
    starts_note_sleep(us);
    if (!chip_is_real) stand_in_sleep(for_ever ? UINT64_MAX : us);
    uint32_t ticks = ticks_of(us);
    __asm__ volatile("wsr %0, intenable\n rsync" ::"r"(0));
    ets_wdt_disable();
    set(CONTROL, 0x30);
    set(STATE_17, 4);
    set(WAIT_TIMES, 0x10010);
    set(STATE_18, 0xFC00);
    set(STATE_18, 0x80);
    /* a first sleep of no length lets these take effect */
    set(WAKE_AT, CHIP_REGISTER(RTC + COUNT) + 136);
    set(WAKE_BY, BY_RESET);
    set(ENTER, SLEEP_NOW);
    wait_us(200);
    set(GPIO16_OUT, 0x11);
    set(GPIO16_PAD, 3);
    set(WAIT_TIMES, 0x640C8);
    set(CONTROL, 0);
    go_to_sleep(ticks, for_ever ? BY_RESET : BY_RESET | BY_TIMER);
    for (;;) {}
}
