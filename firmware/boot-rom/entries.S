/* The reset vector, the ROM's exception vectors, and a jump at each of its functions' addresses. */
    .section .reset, "ax"
    j       1f
    .align  4
    .literal_position
    .global _reset
_reset:
1:  movi    a2, 0
    wsr     a2, intenable
    movi    a2, _vectors
    wsr     a2, vecbase
    movi    a2, 0x20
    wsr     a2, ps
    rsync
    movi    a1, _own_stack_top
    movi    a0, rom_boot
    jx      a0

    .text
    .literal_position
    .align  4
    .global rom_reset
rom_reset:                          /* of rom_boot: a start without power lost */
    movi    a0, _reset
    jx      a0
    .align  4
    .global rom_jump
rom_jump:                           /* to a2, on the stack that the ROM leaves to what it starts */
    movi    a1, 0x3FFFFFB0
    movi    a0, 0
    jx      a2
    .align  4
_fault:
    rsr     a2, exccause
    rsr     a3, epc1
    rsr     a4, excvaddr
    movi    a1, _own_stack_top
    movi    a0, rom_fault
    jx      a0

    .section .rom, "ax"
_vectors:
    .org    0x30
    j       _fault
    .org    0x50
    j       _fault
    .org    0x70
    j       _fault

    .macro  SERVE name, address
    .org    \address - 0x40000000
    j       \name
    .endm
#define ROM(name, address) SERVE rom_##name, address
#define STAND_IN(name, address) SERVE rom_##name, address
#define GCC(name, address) SERVE name, address
#include "../esp8266/rom.def"
