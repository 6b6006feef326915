/* The emulator's services: files, time and ending, as QEMU's semihosting for Xtensa offers them. */
#ifndef SIMCALL_H
#define SIMCALL_H

#include <stdint.h>

enum { SIM_EXIT = 1, SIM_READ = 3, SIM_WRITE = 4, SIM_OPEN = 5, SIM_SEEK = 19, SIM_SELECT = 29, SIM_ARGC = 1000, SIM_ARGV_SIZE = 1001, SIM_ARGV = 1002 };

/* Flags of SIM_OPEN and directions of SIM_SELECT, which looks at one file: 1 if it is ready, 0 when the time (seconds, microseconds) is over. */
enum { SIM_READ_WRITE = 2, SIM_SELECT_READ = 1 };

static inline int32_t simcall(int32_t number, uint32_t a, uint32_t b, uint32_t c) {
    register int32_t r2 __asm__("a2") = number;
    register uint32_t r3 __asm__("a3") = a;
    register uint32_t r4 __asm__("a4") = b;
    register uint32_t r5 __asm__("a5") = c;
    __asm__ volatile("simcall" : "+r"(r2), "+r"(r3) : "r"(r4), "r"(r5) : "memory");
    return r2;
}

#endif
