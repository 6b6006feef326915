#include "port.h"

#include "layout.h"
#include "sdk.h"

/* `context` is where the part begins. */
static uint32_t begin_of(void *context) { return (uint32_t)(uintptr_t)context; }

static int read(void *context, uint32_t at, void *to, uint32_t length)
{
    at += begin_of(context);
    if (at >= NP_AT_MAPPED || length > NP_AT_MAPPED - at) return spi_flash_read(at, to, length) == SPI_FLASH_RESULT_OK ? 0 : -1;
    const volatile uint32_t *from = (const volatile uint32_t *)(NP_AT_IROM + at);
    for (uint32_t *word = to, *end = word + length / 4; word < end;) *word++ = *from++;
    return 0;
}

static int program(void *context, uint32_t at, const void *from, uint32_t length)
{
    return spi_flash_write(at + begin_of(context), (uint32_t *)(uintptr_t)from, length) == SPI_FLASH_RESULT_OK ? 0 : -1;
}

/* About 45 ms, in which the radio waits: the watchdog must not. */
static int erase(void *context, uint32_t sector)
{
    system_soft_wdt_feed();
    return spi_flash_erase_sector((uint16)(sector + begin_of(context) / NP_AT_SECTOR)) == SPI_FLASH_RESULT_OK ? 0 : -1;
}

np_flash sdk_flash(uint32_t at, uint32_t sectors, uint32_t window)
{
    return (np_flash){ .context = (void *)(uintptr_t)at, .sectors = sectors, .window = window, .mapped = (const uint32_t *)(uintptr_t)(NP_AT_IROM + at),
                       .read = read, .program = program, .erase = erase };
}

uint32_t sdk_flash_bytes(void)
{
    enum { USUAL = 4 << 20 };
    uint32_t size = spi_flash_get_id() >> 16 & 255u;
    return size >= 18 && size <= 24 ? 1u << size : (uint32_t)USUAL;
}
