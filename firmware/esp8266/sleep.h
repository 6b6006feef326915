/* Deep sleep: all is off but the RTC with its memory. At the end it pulls GPIO16 low, which a wire leads to RST. */
#ifndef NP_SLEEP_H
#define NP_SLEEP_H

#include <stdint.h>

/* Sleeps for `us`, at most three hours (UINT64_MAX: until somebody resets the chip), and starts again. */
void chip_deep_sleep(uint64_t us) __attribute__((noreturn));

#endif
