/* Which flash chip there is. */
#ifndef NP_CHIP_ID_H
#define NP_CHIP_ID_H

#include <stdint.h>

enum { CHIP_FLASH_USUAL = 4 << 20 };

/* Bytes of flash, by its JEDEC id: the SPI controller of the flash reads it when bit 28 of its command register (0x60000200) is set, to its first data register
 * (0x60000240), as esptool's stub and the SDK's spi_flash_get_id do; the third byte is the size's power of two. The cache must be off. A chip that does not say
 * counts as the usual one. */
static inline __attribute__((always_inline)) uint32_t chip_flash_bytes(void)
{
    volatile uint32_t *command = (volatile uint32_t *)0x60000200u, *data = (volatile uint32_t *)0x60000240u;
    uint32_t patience = 10000;
    *command = 1u << 28;
    while (*command && --patience) {}       /* on the stand-in, which has the answer there already, nothing clears it */
    *command = 0;
    uint32_t size = *data >> 16 & 255u;
    return size >= 18 && size <= 24 ? 1u << size : (uint32_t)CHIP_FLASH_USUAL;
}

#endif
