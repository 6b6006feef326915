#include "stack.h"

#include "simcall.h"

enum { STACK_EXIT = 87, PAINT = 0x5A5A5A5A };

/* From the linker script. */
extern uint32_t _stack_limit[], _stack_top[];

void stack_paint(void)
{
    volatile uint32_t *word = _stack_limit, *top;      /* volatile: a call of memset would need the stack that it paints */
    __asm__ volatile("mov %0, a1" : "=r"(top));
    while (word < top) *word++ = (uint32_t)PAINT;
}

uint32_t stack_used(void)
{
    const uint32_t *word = _stack_limit;
    while (word < _stack_top && *word == (uint32_t)PAINT) word++;
    if (word == _stack_limit) simcall(SIM_EXIT, STACK_EXIT, 0, 0);
    return (uint32_t)_stack_top - (uint32_t)word;
}
