/* Where an instance stands, as lines of a report: for one that is ended from outside. */
#include "vm.h"

enum { LINE_BYTES = 48 };

static uint32_t frame_count(const np_vm *vm)
{
    uint32_t n = 0;
    for (uint32_t at = np_head(vm)->fp; at != 0; at = np_at(vm, at)[NP_FRAME_PREV]) n++;
    return n;
}

static const uint32_t *frame_number(const np_vm *vm, uint32_t number)
{
    uint32_t at = np_head(vm)->fp;
    while (number-- > 0) at = np_at(vm, at)[NP_FRAME_PREV];
    return np_at(vm, at);
}

static uint32_t put_number(uint8_t *line, uint32_t length, uint32_t n, uint8_t after)
{
    uint8_t digits[10];
    uint32_t count = 0;
    do digits[count++] = (uint8_t)('0' + n % 10); while (n /= 10);
    while (count > 0) line[length++] = digits[--count];
    line[length++] = after;
    return length;
}

void np_report_stack(np_vm *vm, uint32_t most)
{
    uint32_t count = frame_count(vm);
    for (uint32_t number = count < most ? count : most; number-- > 0;) {       /* the outermost first */
        const uint32_t *frame = frame_number(vm, number);
        np_value function = frame[NP_FRAME_FUNCTION];
        if (np_is_ref(function)) function = np_at(vm, function)[NP_FUNC_CODE];
        uint8_t line[LINE_BYTES] = { 'F', ' ' };
        uint32_t length = put_number(line, 2, (function >> 5) & 1u, ' ');
        length = put_number(line, length, function >> 7, ' ');
        length = put_number(line, length, np_state_pc(frame[NP_FRAME_STATE]), ' ');
        length = put_number(line, length, 1, '\n');
        vm->port->write(vm->port->context, NP_CH_REPORT, line, length);
    }
}
