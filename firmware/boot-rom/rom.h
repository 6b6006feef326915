/* The stand-in's parts. */
#ifndef BOOT_ROM_H
#define BOOT_ROM_H

#include <stdint.h>

#include "../qemu-lx106/simcall.h"

/* Exit codes of the emulator; 85 is an exception of the processor, as in ../qemu-lx106. */
enum { EXIT_POWER_CUT = 42, EXIT_FAULT = 85, EXIT_RULE = 98 };

/* Why a start began, as rtc_get_reset_reason says it. */
enum { REASON_POWER = 1, REASON_PIN = 2, REASON_SOFTWARE = 3, REASON_WATCHDOG = 4 };

typedef struct {
    const char *flash;      /* the file */
    uint64_t mac;
    uint32_t cut;           /* power is lost within this flash operation, from 1; 0: never */
    uint32_t crashes;       /* so many starts end in an exception after 300 ms */
    uint32_t hangs;         /* so many starts stand still after 300 ms, until the watchdog */
    uint32_t most_rate;     /* of the line, bits a second; 0: any */
    uint32_t timed;         /* not 0: flash takes its time, and interrupts come meanwhile */
    uint32_t tells;         /* not 0: starts, rates and the deepest stack go to stderr */
} rom_options;

extern rom_options options;

/* Ends the emulator: something was asked for that the chip would not do. */
void refuse(const char *what) __attribute__((noreturn));
void leave(int32_t code) __attribute__((noreturn));
void tell(const char *name, uint32_t value);

/* Starts again, RTC memory kept. */
void start_again(uint32_t reason) __attribute__((noreturn));

/* flash_file.c: opens it, puts its first megabyte where it is mapped. Its length. */
uint32_t flash_open(const char *path);
void flash_get(uint32_t at, void *to, uint32_t length);
/* Whether the cache is on. */
void flash_reset(void);

/* line.c */
void line_reset(void);

uint32_t cycles(void);
void pass_us(uint32_t us);
enum { CYCLES_PER_US = 40 };    /* of the emulated core */

#endif
