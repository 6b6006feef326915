/* A line that is pulled down or let go, and time: what bit-banged protocols are written over. The pin has been made an open drain with a pull-up. */
#ifndef NP_LINE_H
#define NP_LINE_H

#include "registers.h"

#ifdef NP_MODEL
void line_low(uint32_t pin);
void line_release(uint32_t pin);
uint32_t line_level(uint32_t pin);
/* Ticks, LINE_TICKS_PER_US of them a microsecond. */
uint32_t line_ticks(void);
uint32_t line_lock(void);
void line_unlock(uint32_t state);
#define LINE_TICKS_PER_US 80u
#define IN_IRAM(name)
#else
#include "../iram.h"
#define LINE_TICKS_PER_US 80u
static inline __attribute__((always_inline)) void line_low(uint32_t pin) { reg_write(GPIO + GPIO_OUT_CLEAR, 1u << pin); }
static inline __attribute__((always_inline)) void line_release(uint32_t pin) { reg_write(GPIO + GPIO_OUT_SET, 1u << pin); }
static inline __attribute__((always_inline)) uint32_t line_level(uint32_t pin) { return reg_read(GPIO + GPIO_IN) >> pin & 1u; }
static inline __attribute__((always_inline)) uint32_t line_ticks(void)
{
    uint32_t now;
    __asm__ volatile("rsr %0, ccount" : "=r"(now));
    return now;
}
/* Nothing interrupts until the other is called with what this answered: at most 10 ms, or bytes of the link are lost. */
static inline __attribute__((always_inline)) uint32_t line_lock(void)
{
    uint32_t state;
    __asm__ volatile("rsil %0, 15" : "=r"(state)::"memory");
    return state;
}
static inline __attribute__((always_inline)) void line_unlock(uint32_t state) { __asm__ volatile("wsr %0, ps\n rsync" ::"r"(state) : "memory"); }
#endif

/* Nothing waits longer for a line: two such waits in a row end before a watchdog bites, of which the SDK's does after 3.2 s. */
#define LINE_PATIENCE_US 1500000u

static inline __attribute__((always_inline)) void line_wait(uint32_t ticks)
{
    for (uint32_t began = line_ticks(); line_ticks() - began < ticks;) {}
}
static inline __attribute__((always_inline)) void line_wait_us(uint32_t us) { line_wait(us * LINE_TICKS_PER_US); }

/* Waits until the line has this level. False: it did not within so long. */
static inline __attribute__((always_inline)) bool line_await(uint32_t pin, uint32_t level, uint32_t us)
{
    for (uint32_t began = line_ticks(); line_level(pin) != level;)
        if (line_ticks() - began > us * LINE_TICKS_PER_US) return false;
    return true;
}

#endif
