/* Reset, exception vectors and the way to main. Nothing returns from an exception here: it is a bug, reported with its place. */

    .section .reset, "ax"           /* QEMU starts at the core's reset vector, not at the ELF's entry */
    j       1f
    .align  4
    .literal_position
1:  movi    a0, _start
    jx      a0

    .section .vectors, "ax"
    .align  256
_vectors:
    .org    0x10                    /* debug */
    j       _exception
    .org    0x20                    /* non-maskable interrupt */
    j       _exception
    .org    0x30                    /* exception in kernel mode */
    j       _exception
    .org    0x50                    /* exception in user mode */
    j       _exception
    .org    0x70                    /* exception in an exception */
    j       _exception
    .org    0x80
    .literal_position
    .align  4
_exception:
    rsr     a2, exccause
    rsr     a3, epc1
    rsr     a4, excvaddr
    movi    a1, _stack_top
    movi    a0, port_fault
    jx      a0

    .text
    .literal_position
    .align  4
    .global _start
_start:
    movi    a2, _vectors
    wsr     a2, vecbase
    movi    a2, 0x20                /* user vectors, all interrupts on */
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
2:  movi    a0, main
    callx0  a0
    mov     a3, a2                  /* exit(main()) */
    movi    a2, 1
    simcall
