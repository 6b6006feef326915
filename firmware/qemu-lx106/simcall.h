/* The emulator's services: reading, writing and ending, as QEMU's semihosting for Xtensa offers them. */
#ifndef SIMCALL_H
#define SIMCALL_H

#include <stdint.h>

enum { SIM_EXIT = 1, SIM_READ = 3, SIM_WRITE = 4, SIM_GETTIMEOFDAY = 1003 };

static inline int32_t simcall(int32_t number, uint32_t a, uint32_t b, uint32_t c) {
    register int32_t r2 __asm__("a2") = number;
    register uint32_t r3 __asm__("a3") = a;
    register uint32_t r4 __asm__("a4") = b;
    register uint32_t r5 __asm__("a5") = c;
    __asm__ volatile("simcall" : "+r"(r2), "+r"(r3) : "r"(r4), "r"(r5) : "memory");
    return r2;
}

#endif
