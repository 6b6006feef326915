/* Functions of the boot ROM (rom.def). Those of the flash are called from iram only, with the cache off. They return 0 when they did it. */
#ifndef NP_ROM_H
#define NP_ROM_H

#include <stdint.h>

int32_t SPIRead(uint32_t at, uint32_t *to, uint32_t length);
int32_t SPIWrite(uint32_t at, const uint32_t *from, uint32_t length);
int32_t SPIEraseSector(uint32_t sector);
int32_t SPIUnlock(void);
int32_t SPIParamCfg(uint32_t id, uint32_t chip, uint32_t block, uint32_t sector, uint32_t page, uint32_t status_mask);
void Cache_Read_Enable(uint32_t odd, uint32_t megabyte, uint32_t whole);    /* whole: 32 KB of iram are its own, not 16 */
void Cache_Read_Disable(void);
uint32_t rtc_get_reset_reason(void);    /* 1 power, 2 reset pin (a wake from deep sleep too), 3 software, 4 watchdog */
void software_reset(void);
void ets_putc(char c);                  /* to UART0, waits */
void ets_update_cpu_frequency(uint32_t mhz);
uint32_t ets_get_cpu_frequency(void);
void ets_wdt_disable(void);
void uart_div_modify(uint32_t uart, uint32_t divisor);
void rom_i2c_writeReg(uint32_t block, uint32_t host, uint32_t reg, uint32_t value);
void rom_i2c_writeReg_Mask(uint32_t block, uint32_t host, uint32_t reg, uint32_t highest, uint32_t lowest, uint32_t value);     /* bits of it */

/* The stand-in's own. */
int32_t stand_in_read(uint8_t *to, uint32_t capacity);
int32_t stand_in_write(const uint8_t *from, uint32_t length);
uint64_t stand_in_mac(void);
void stand_in_sleep(uint64_t us);       /* does not return: it starts again, with RTC memory kept */

/* On every ESP8266 the ROM has this word there. */
static inline uint32_t rom_is_chips(void) { return *(const volatile uint32_t *)0x40001000u == 0xFFF0C101u; }

#endif
