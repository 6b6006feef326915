/* The hardware's watchdog, which resets the chip when it is not fed for 6.5 s: for the firmware, and for the boot loader, which starts it for a firmware that may
 * not come as far. Inline, because each is a program of its own. Registers as the ROM's ets_wdt_enable writes them (eagle_soc.h of Espressif's RTOS SDK). */
#ifndef NP_WATCHDOG_H
#define NP_WATCHDOG_H

#include <stdint.h>

enum { WATCHDOG_CONTROL = 0, WATCHDOG_STAGE_0 = 1, WATCHDOG_STAGE_1 = 2, WATCHDOG_FEED = 5 };
static inline volatile uint32_t *watchdog_registers(void) { return (volatile uint32_t *)0x60000900u; }

static inline void watchdog_feed(void) { watchdog_registers()[WATCHDOG_FEED] = 0x73; }

static inline void watchdog_start(void)
{
    enum { STAGE_6_5_S = 13, STAGE_RESET = 12, ENABLE = 1, RESET_LENGTH = 0x38 };
    volatile uint32_t *r = watchdog_registers();
    r[WATCHDOG_CONTROL] &= ~(uint32_t)ENABLE;
    r[WATCHDOG_STAGE_0] = STAGE_6_5_S;      /* 0.8 ms times two to this power */
    r[WATCHDOG_STAGE_1] = STAGE_RESET;
    r[WATCHDOG_CONTROL] = (r[WATCHDOG_CONTROL] & ~6u) | RESET_LENGTH | ENABLE;
    watchdog_feed();
}

#endif
