#include "chip_flash.h"

#include "chip.h"
#include "iram.h"
#include "layout.h"
#include "rom.h"

/* While the ROM works on flash the cache is off, and nothing of flash can be read: these run in iram. Interrupts stay on: what they run is in iram, too.
 * Turning the cache on again forgets what it held, so that what was programmed is read. */
enum { CACHE_WHOLE = 1 };

IN_IRAM(flash_read) static int32_t flash_read(uint32_t at, uint32_t *to, uint32_t length)
{
    Cache_Read_Disable();
    int32_t e = SPIRead(at, to, length);
    Cache_Read_Enable(0, 0, CACHE_WHOLE);
    return e;
}

IN_IRAM(flash_write) static int32_t flash_write(uint32_t at, const uint32_t *from, uint32_t length)
{
    Cache_Read_Disable();
    int32_t e = SPIWrite(at, from, length);
    Cache_Read_Enable(0, 0, CACHE_WHOLE);
    return e;
}

IN_IRAM(flash_erase) static int32_t flash_erase(uint32_t sector)
{
    Cache_Read_Disable();
    int32_t e = SPIEraseSector(sector);
    Cache_Read_Enable(0, 0, CACHE_WHOLE);
    return e;
}

/* `context` is where the part begins. */
static uint32_t begin_of(void *context) { return (uint32_t)(uintptr_t)context; }

static int read(void *context, uint32_t at, void *to, uint32_t length)
{
    at += begin_of(context);
    if (at >= NP_AT_MAPPED || length > NP_AT_MAPPED - at) return flash_read(at, to, length) ? -1 : 0;
    const volatile uint32_t *from = (const volatile uint32_t *)(NP_AT_IROM + at);
    for (uint32_t *word = to, *end = word + length / 4; word < end;) *word++ = *from++;
    return 0;
}

static int program(void *context, uint32_t at, const void *from, uint32_t length) { return flash_write(at + begin_of(context), from, length) ? -1 : 0; }

/* What the board does in one step may erase many, of which each takes up to 0.4 s: the watchdog must not bite. */
static int erase(void *context, uint32_t sector)
{
    chip_feed_watchdog();
    return flash_erase(sector + begin_of(context) / NP_AT_SECTOR) ? -1 : 0;
}

np_flash chip_store_flash(uint32_t at, uint32_t sectors, uint32_t window)
{
    return (np_flash){ .context = (void *)(uintptr_t)at, .sectors = sectors, .window = window, .mapped = (const uint32_t *)(uintptr_t)(NP_AT_IROM + at),
                       .read = read, .program = program, .erase = erase };
}

np_flash chip_flash(void) { return chip_store_flash(0, chip_flash_size / NP_AT_SECTOR, NP_AT_MAPPED / NP_AT_SECTOR); }
