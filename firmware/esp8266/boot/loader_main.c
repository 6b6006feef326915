/* The boot loader on the chip: flash by the ROM's functions, with the cache off as the ROM left it, and the jump. */
#include "../chip_id.h"
#include "../rom.h"
#include "../starts.h"
#include "../watchdog.h"
#include "crc32_table.h"
#include "loader.h"

static uint32_t buffer[NP_AT_SECTOR / 4];
static np_loader loader;

static int read(void *context, uint32_t at, void *to, uint32_t length)
{
    (void)context;
    return SPIRead(at, to, length) ? -1 : 0;
}

static int program(void *context, uint32_t at, const void *from, uint32_t length)
{
    (void)context;
    return SPIWrite(at, from, length) ? -1 : 0;
}

static int erase(void *context, uint32_t sector)
{
    (void)context;
    return SPIEraseSector(sector) ? -1 : 0;
}

static void say(const uint32_t *text, uint32_t words)
{
    for (uint32_t i = 0; i < 4 * words; i++)
        if ((uint8_t)(text[i / 4] >> i % 4 * 8)) ets_putc((char)(text[i / 4] >> i % 4 * 8));
}

void loader_main(void);
void loader_main(void)
{
    static const union { char text[48]; uint32_t words[12]; } no_firmware = { "\nnanopy: no firmware: run nanopy flash\n" };
    np_flash flash = { .read = read, .program = program, .erase = erase };
    ets_wdt_disable();          /* copying takes longer than its patience; a firmware starts it again */
    uint32_t bytes = chip_flash_bytes();
    crc32_fill_table();
    SPIParamCfg(0, bytes, 0x10000, NP_AT_SECTOR, 256, 0xFFFF);
    SPIUnlock();
    flash.sectors = bytes / NP_AT_SECTOR;
    if (np_loader_prepare(&loader, &flash, bytes, buffer) == 0) {
        void (*entry)(void) = (void (*)(void))(uintptr_t)np_loader_load(&loader);
        if (loader.went_back) *(volatile uint32_t *)STARTS_AT = 0;     /* it was the other one that failed */
        watchdog_start();
        entry();
    }
    say(no_firmware.words, sizeof no_firmware.words / 4);
    for (;;) {}
}
