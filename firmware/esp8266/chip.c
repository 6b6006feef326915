#include "chip.h"

#include <stddef.h>

#include "chip_id.h"
#include "devices/devices.h"
#include "iram.h"
#include "layout.h"
#include "rom.h"
#include "starts.h"
#include "uart.h"
#include "watchdog.h"

bool chip_is_real;
uint32_t chip_flash_size;

static uint32_t cycles_per_us, reciprocal_shift, cycles_last;
static uint64_t clock;

enum { INTERRUPT_GPIO = 1 << 4, INTERRUPT_UART = 1 << 5, INTERRUPT_TIMER = 1 << 6, INTERRUPT_FRC1 = 1 << 9 };

/* --- start ------------------------------------------------------------------------------------ */

void chip_start(void);

IN_IRAM(chip_start) void chip_start(void)
{
    enum { PLL_BLOCK = 103, PLL_HOST = 4, CACHE_WHOLE = 1, MHZ = 80 };
    chip_is_real = rom_is_chips();
    ets_wdt_disable();
    /* 80 MHz of a crystal of 26 MHz, as the SDK sets the PLL */
    rom_i2c_writeReg(PLL_BLOCK, PLL_HOST, 1, 0x88);
    rom_i2c_writeReg(PLL_BLOCK, PLL_HOST, 2, 0x91);
    ets_update_cpu_frequency(MHZ);
    chip_flash_size = chip_flash_bytes();
    SPIParamCfg(0, chip_flash_size, 0x10000, NP_AT_SECTOR, 256, 0xFFFF);
    SPIUnlock();
    Cache_Read_Enable(0, 0, CACHE_WHOLE);
}

/* --- interrupts ------------------------------------------------------------------------------------ */

static uint32_t tick_cycles;

void chip_interrupt(void);

IN_IRAM(chip_interrupt) void chip_interrupt(void)
{
    uint32_t pending;
    __asm__ volatile("rsr %0, interrupt" : "=r"(pending));
    if (pending & INTERRUPT_TIMER) {
        uint32_t next = chip_cycles() + tick_cycles;
        __asm__ volatile("wsr %0, ccompare0\n esync" ::"r"(next));   /* also ends the request */
    }
    if (pending & INTERRUPT_GPIO) gpio_interrupt();
    if (pending & INTERRUPT_FRC1) {
        __asm__ volatile("wsr %0, intclear\n rsync" ::"r"((uint32_t)INTERRUPT_FRC1));
        pwm_interrupt();
    }
    uart_receive();
}

/* A tick of a millisecond, which ends chip_idle, and where there is no UART that interrupts, looks for bytes. */
void chip_enable_interrupts(void);
void chip_enable_interrupts(void)
{
    tick_cycles = cycles_per_us * 1000u;
    uint32_t mask = INTERRUPT_TIMER | (chip_is_real ? INTERRUPT_UART | INTERRUPT_GPIO | INTERRUPT_FRC1 : 0), next = chip_cycles() + tick_cycles;
    __asm__ volatile("wsr %0, ccompare0\n esync" ::"r"(next));
    __asm__ volatile("wsr %0, intenable\n rsync" ::"r"(mask));
}

void chip_exception(uint32_t cause, uint32_t pc, uint32_t address) __attribute__((noreturn));

IN_IRAM(say) static void say(const char *text)
{
    while (*text) ets_putc(*text++);
}

IN_IRAM(say_hex) static void say_hex(uint32_t value)
{
    for (int i = 28; i >= 0; i -= 4) ets_putc((char)((value >> i & 15u) < 10 ? '0' + (value >> i & 15u) : 'a' - 10 + (value >> i & 15u)));
}

/* Says which and where on the UART, for whoever has a terminal there, and starts again. */
IN_IRAM(chip_exception) void chip_exception(uint32_t cause, uint32_t pc, uint32_t address)
{
    static char texts[3][24] = { "\nnanopy: exception ", " at ", ", address " };       /* in RAM: flash may be off, and gives no bytes */
    starts_note_fault(cause, pc, address);
    say(texts[0]);
    say_hex(cause);
    say(texts[1]);
    say_hex(pc);
    say(texts[2]);
    say_hex(address);
    ets_putc('\n');
    chip_restart();
    for (;;) {}
}

/* --- time ------------------------------------------------------------------------------------------ */

void chip_start_clock(void);
void chip_start_clock(void)
{
    cycles_per_us = ets_get_cpu_frequency();
    reciprocal_shift = 18;                              /* 52429 / 2^18 is 1/5 for all numbers of 16 bits */
    for (uint32_t five = cycles_per_us; five > 5; five /= 2) reciprocal_shift++;
    cycles_last = chip_cycles();
}

uint64_t chip_clock_us(void *context)
{
    (void)context;
    uint32_t cycles = chip_cycles() - cycles_last;
    uint32_t us = cycles < 0x10000u ? cycles * 52429u >> reciprocal_shift : cycles / cycles_per_us;
    cycles_last += us * cycles_per_us;
    return clock += us;
}

/* --- watchdog and restart --------------------------------------------------------------------------- */

void chip_start_watchdog(void) { watchdog_start(); }

void chip_feed_watchdog(void) { watchdog_feed(); }

IN_IRAM(chip_restart) void chip_restart(void)
{
    uart_finish();
    software_reset();
    for (;;) {}
}

/* --- identity ---------------------------------------------------------------------------------------- */

/* As esptool reads it from the efuses at 0x3FF00050: words 0, 1 and 3, or, of older chips without word 3, two fixed prefixes. */
uint64_t chip_mac(void)
{
    if (!chip_is_real) return stand_in_mac();
    uint32_t w0 = CHIP_REGISTER(0x3FF00050u), w1 = CHIP_REGISTER(0x3FF00054u), w3 = CHIP_REGISTER(0x3FF0005Cu);
    uint32_t oui = w3 ? w3 & 0xFFFFFFu : (w1 >> 16 & 255u) == 0 ? 0x18FE34u : 0xACD074u;
    return (uint64_t)oui << 24 | (w1 & 0xFFFFu) << 8 | w0 >> 24;
}
