/* The ESP8266 itself: clock, watchdog, restart, and what happens at an exception. Registers are those of Espressif's "ESP8266 Technical Reference" and of the
 * headers in its RTOS SDK (eagle_soc.h), where not said otherwise. */
#ifndef NP_CHIP_H
#define NP_CHIP_H

#include <stdbool.h>
#include <stdint.h>

#define CHIP_REGISTER(address) (*(volatile uint32_t *)(address))

/* Whether this is the chip, and no emulated core with a stand-in for the ROM. */
extern bool chip_is_real;

static inline __attribute__((always_inline)) uint32_t chip_cycles(void)
{
    uint32_t now;
    __asm__ volatile("rsr %0, ccount" : "=r"(now));
    return now;
}

/* Monotonic microseconds since the start. To be read at least every 50 s. */
uint64_t chip_clock_us(void *context);

/* Sleeps until the next interrupt: at most a millisecond. */
static inline void chip_idle(void) { __asm__ volatile("waiti 0" ::: "memory"); }

/* The hardware's watchdog resets the chip when it is not fed for 6.5 s. */
void chip_start_watchdog(void);
void chip_feed_watchdog(void);

/* When what was said on the UART has left. Where there is an SDK it comes back: that restarts when it has its turn. */
void chip_restart(void);

/* The station's MAC address, 48 bits, in which every chip differs. */
uint64_t chip_mac(void);

/* Bytes of flash; the same from chip_start on. */
extern uint32_t chip_flash_size;

#endif
