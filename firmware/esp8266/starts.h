/* How starts end, in RTC memory, which keeps its content while the chip has power: three in a row that fail lead to safe mode. A start fails that ends by an
 * exception or the watchdog before it has run for 10 s. */
#ifndef NP_STARTS_H
#define NP_STARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "board/board.h"

/* Where the count is: the user's part of RTC memory (Espressif, "ESP8266 Low Power Solutions": 512 bytes) begins here. Words only; the first one, set to 0,
 * forgets it all. */
#define STARTS_AT 0x60001200u
#define STARTS_LONG_US 10000000u
#define STARTS_FAILED 3u

/* Counts this start. True: the board is to answer the link and to run nothing. */
bool starts_begin(void);

/* How the start before this one ended, if by an exception or the watchdog; NULL: it ended well. */
const np_board_fault *starts_fault(void);

/* Why this start began, as machine.*_RESET has it; an exception counts as the watchdog. */
uint8_t starts_reset_cause(void);

/* How long the deep sleep was that this start ends; 0: it ends none. */
uint64_t starts_slept_us(void);

/* A deep sleep of so long begins now. */
void starts_note_sleep(uint64_t us);

/* This start has not failed. */
void starts_ran_long(void);

/* Of the exception handler alone. */
void starts_note_fault(uint32_t cause, uint32_t pc, uint32_t address);

#endif
