/* How deep the C stack has been: it is painted at the start, and looked at in the end. */
#ifndef STACK_H
#define STACK_H

#include <stdint.h>

/* Paints what lies below the caller's frame. */
void stack_paint(void);

/* Bytes of the stack that were written since. Ends the emulator with exit code 87 where all of them were: it may have grown into the arenas. */
uint32_t stack_used(void);

#endif
