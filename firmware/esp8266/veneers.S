/* libgcc's functions in the ROM are too far from flash for a call instruction: each goes by these two. a8 is free at a call. */
#define ROM(name, address)
#define STAND_IN(name, address)
#define GCC(name, address) VENEER name, address

    .macro  VENEER name, address
    .section .text.veneer.\name, "ax"
    .literal_position
    .align  4
    .global \name
    .type   \name, @function
\name:
    movi    a8, \address
    jx      a8
    .endm

#include "rom.def"
