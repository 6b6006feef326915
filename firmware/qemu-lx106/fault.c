/* Where every exception of the processor ends: says which and where, and stops the emulator. */
#include <string.h>

#include "simcall.h"

enum { STDERR = 2, FAULT_EXIT = 85 };

static void write_hex(const char *name, uint32_t value) {
    char text[9];
    for (int i = 7; i >= 0; i--, value >>= 4) text[i] = (char)((value & 15) < 10 ? '0' + (value & 15) : 'a' + (value & 15) - 10);
    text[8] = ' ';
    simcall(SIM_WRITE, STDERR, (uint32_t)name, strlen(name));
    simcall(SIM_WRITE, STDERR, (uint32_t)text, sizeof text);
}

void port_fault(uint32_t cause, uint32_t pc, uint32_t address);
void port_fault(uint32_t cause, uint32_t pc, uint32_t address) {
    static char names[3][8] = {"cause ", "pc ", "at "};     /* in RAM: strlen reads bytes */
    write_hex(names[0], cause);
    write_hex(names[1], pc);
    write_hex(names[2], address);
    simcall(SIM_EXIT, FAULT_EXIT, 0, 0);
}
