#include "starts.h"

#include <stddef.h>

#include "chip.h"
#include "iram.h"
#include "rom.h"

enum { POWER = 1, PIN = 2, SOFTWARE = 3, WATCHDOG = 4 };        /* rtc_get_reset_reason; a deep sleep ends by the reset pin */
enum { PWRON_RESET = 0, WDT_RESET = 1, SOFT_RESET = 4, DEEPSLEEP_RESET = 5, HARD_RESET = 6 };      /* library/machine.py */
#define MAGIC 0x5453504Eu               /* NPST */

typedef struct {
    uint32_t magic, failed, young, has_fault, cause, pc, address, slept_low, slept_high, check;
} starts;

static volatile starts *const kept = (volatile starts *)STARTS_AT;
static np_board_fault fault;
static bool has_fault;
static uint64_t slept_us;
static uint8_t reset_cause;

IN_IRAM(sum) static uint32_t sum(void) { return ~(kept->magic + kept->failed + kept->young + kept->has_fault + kept->cause + kept->pc + kept->address + kept->slept_low + kept->slept_high); }

bool starts_begin(void)
{
    uint32_t reason = rtc_get_reset_reason();
    bool known = kept->magic == MAGIC && kept->check == sum() && reason != POWER;
    bool excepted = known && kept->has_fault;
    has_fault = excepted || (known && reason == WATCHDOG);
    fault = (np_board_fault){ .cause = excepted ? kept->cause : NP_FAULT_WATCHDOG, .pc = excepted ? kept->pc : 0, .address = excepted ? kept->address : 0 };
    slept_us = known && reason != WATCHDOG ? (uint64_t)kept->slept_high << 32 | kept->slept_low : 0;
    reset_cause = reason == POWER ? PWRON_RESET : has_fault || reason == WATCHDOG ? WDT_RESET : slept_us ? DEEPSLEEP_RESET : reason == SOFTWARE ? SOFT_RESET : HARD_RESET;
    uint32_t failed = has_fault && kept->young ? kept->failed + 1 : 0;
    bool safe = failed >= STARTS_FAILED;
    kept->magic = MAGIC;
    kept->failed = safe ? 0 : failed;       /* any restart leaves safe mode */
    kept->young = 1;
    kept->has_fault = kept->cause = kept->pc = kept->address = kept->slept_low = kept->slept_high = 0;
    kept->check = sum();
    return safe;
}

const np_board_fault *starts_fault(void) { return has_fault ? &fault : NULL; }

uint8_t starts_reset_cause(void) { return reset_cause; }

uint64_t starts_slept_us(void) { return slept_us; }

void starts_note_sleep(uint64_t us)
{
    kept->slept_low = (uint32_t)us;
    kept->slept_high = (uint32_t)(us >> 32);
    kept->check = sum();
}

void starts_ran_long(void)
{
    kept->failed = kept->young = 0;
    kept->check = sum();
}

IN_IRAM(starts_note_fault) void starts_note_fault(uint32_t cause, uint32_t pc, uint32_t address)
{
    kept->has_fault = 1;
    kept->cause = cause;
    kept->pc = pc;
    kept->address = address;
    kept->check = sum();
}
