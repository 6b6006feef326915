/* Where the ROM jumps to: on its own stack, which stays in use. */
    .section .entry, "ax"
    .literal_position
    .align  4
    .global _loader
_loader:
    movi    a0, loader_main
    jx      a0
