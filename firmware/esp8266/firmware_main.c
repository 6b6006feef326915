/* The firmware without an SDK: starts what the chip has, and lets the board step for ever. */
#include "board/board_state.h"
#include "chip.h"
#include "chip_flash.h"
#include "devices/devices.h"
#include "geometry.h"
#include "rate.h"
#include "rom.h"
#include "sleep.h"
#include "staging.h"
#include "starts.h"
#include "uart.h"

enum { LOG_BYTES = 1024 };

/* From the linker script. */
extern uint32_t _arena_start[], _stack_limit[];

void chip_start_clock(void);
void chip_enable_interrupts(void);

static np_board board;
static np_link the_link;

static int32_t read_link(void *context, uint8_t *bytes, uint32_t capacity)
{
    (void)context;
    return (int32_t)uart_read(bytes, capacity);
}

static uint32_t write_link(void *context, const uint8_t *bytes, uint32_t length)
{
    (void)context;
    return uart_write(bytes, length);
}

static const np_link_port stream = { .read = read_link, .write = write_link };

static int set_rate(void *context, uint32_t number, uint32_t rate)
{
    (void)context;
    (void)number;
    return rate_ask(rate);
}

static void restart(void *context)
{
    (void)context;
    chip_restart();
}

static int deep_sleep(void *context, uint64_t us)
{
    (void)context;
    chip_deep_sleep(us);
}

void firmware_main(void) __attribute__((noreturn));
void firmware_main(void)
{
    static np_board_port port;
    static np_flash whole;
    static np_staging staging;
    np_geometry geometry;
    chip_start_clock();
    uart_start();
    chip_start_watchdog();
    bool is_safe = starts_begin();
    chip_enable_interrupts();
    np_geometry_of(chip_flash_size, &geometry);         /* the boot loader has done it with the same size */
    whole = chip_flash();
    bool can_update = np_staging_open(&staging, &whole, chip_flash_size) == 0;
    port = (np_board_port){ .board_id = chip_mac(), .platform = "esp8266", .memory = _arena_start,
                            .memory_bytes = (uint32_t)((uint8_t *)_stack_limit - (uint8_t *)_arena_start), .log_bytes = LOG_BYTES,
                            .flash = chip_store_flash(geometry.store_at, geometry.store_sectors, geometry.window_sectors), .links = &the_link,
                            .streams = &stream, .link_count = 1, .clock_us = chip_clock_us, .restart = restart, .deep_sleep = deep_sleep,
                            .slept_us = starts_slept_us(), .reset_cause = starts_reset_cause(), .update = can_update ? &staging.port : NULL, .set_rate = set_rate, .safe_mode = is_safe,
                            .fault = starts_fault(), .devices = &chip_devices };
    if (np_board_start(&board, &port) < 0) {
        for (const char *text = "\nnanopy: the store can't be read\n"; *text; text++) ets_putc(*text);
        chip_restart();
    }
    for (bool young = true;;) {
        chip_feed_watchdog();
        uint64_t idle = np_board_step(&board), now = chip_clock_us(NULL);
        chip_devices_step(now);
        rate_step(&the_link, (uint32_t)(now / 1000u));
        if (young && now >= STARTS_LONG_US) {
            young = false;
            starts_ran_long();
        }
        if (idle > 0 && !uart_has_received()) chip_idle();
    }
}
