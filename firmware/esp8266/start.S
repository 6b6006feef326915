/* Where the boot loader jumps to, and where interrupts and exceptions go. All of it in iram: an interrupt may come while flash is busy and can't be read. */

    .section .vectors, "ax"
    .align  256
_vectors:
    .org    0x10                    /* debug */
    j       _exception
    .org    0x20                    /* non-maskable interrupt */
    j       _exception
    .org    0x30                    /* exception in kernel mode: never entered but by an error */
    j       _exception
    .org    0x50                    /* exception in user mode, which all of this runs in: an interrupt of level 1 is one, too */
    j       _user
    .org    0x70                    /* exception in an exception */
    j       _exception
    .org    0x80

/* What a called function may change, and what the interrupted code does not expect to. 80 bytes below it. */
    .literal_position
    .align  4
_user:
    addi    a1, a1, -80
    s32i    a0, a1, 0
    rsr     a0, exccause
    beqi    a0, 4, 1f               /* an interrupt */
    addi    a1, a1, 80
    j       _exception
1:  s32i    a2, a1, 8
    s32i    a3, a1, 12
    s32i    a4, a1, 16
    s32i    a5, a1, 20
    s32i    a6, a1, 24
    s32i    a7, a1, 28
    s32i    a8, a1, 32
    s32i    a9, a1, 36
    s32i    a10, a1, 40
    s32i    a11, a1, 44
    rsr     a2, sar
    s32i    a2, a1, 48
    rsr     a2, epc1
    s32i    a2, a1, 52
    rsr     a2, ps
    s32i    a2, a1, 56
    movi    a2, 0x21                /* exceptions are told again, interrupts of level 1 wait */
    wsr     a2, ps
    rsync
    movi    a0, chip_interrupt
    callx0  a0
    l32i    a2, a1, 56
    wsr     a2, ps
    rsync
    l32i    a2, a1, 52
    wsr     a2, epc1
    l32i    a2, a1, 48
    wsr     a2, sar
    l32i    a2, a1, 8
    l32i    a3, a1, 12
    l32i    a4, a1, 16
    l32i    a5, a1, 20
    l32i    a6, a1, 24
    l32i    a7, a1, 28
    l32i    a8, a1, 32
    l32i    a9, a1, 36
    l32i    a10, a1, 40
    l32i    a11, a1, 44
    l32i    a0, a1, 0
    addi    a1, a1, 80
    rfe

_exception:
    rsr     a2, exccause
    rsr     a3, epc1
    rsr     a4, excvaddr
    movi    a1, _stack_top
    movi    a5, 0x2f                /* nothing interrupts any more */
    wsr     a5, ps
    rsync
    movi    a0, chip_exception
    jx      a0

    .section .iram.text.start, "ax"
    .literal_position
    .align  4
    .global _start
_start:
    movi    a2, 0
    wsr     a2, intenable
    movi    a2, _vectors
    wsr     a2, vecbase
    movi    a2, 0x20                /* user vectors; interrupts of every level, once they are enabled */
    wsr     a2, ps
    rsync
    movi    a1, _stack_top
    movi    a2, _bss_start
    movi    a3, _bss_end
    movi    a4, 0
1:  bgeu    a2, a3, 2f
    s32i    a4, a2, 0
    addi    a2, a2, 4
    j       1b
2:  movi    a0, chip_start
    callx0  a0
    movi    a0, firmware_main       /* in flash, which can be read from now on */
    jx      a0
