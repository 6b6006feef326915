#include "report.h"

uint8_t *np_put_decimal(uint8_t *to, uint32_t n)
{
    uint8_t digits[10];
    uint32_t count = 0;
    do digits[count++] = (uint8_t)('0' + n % 10); while (n /= 10);
    while (count) *to++ = digits[--count];
    return to;
}

uint32_t np_report_frame(uint8_t line[NP_REPORT_LINE], np_value function, uint32_t pc, uint32_t repeat)
{
    const uint32_t fields[] = { (function >> 5) & 3u, function >> 7, pc, repeat };
    uint8_t *to = line;
    *to++ = 'F';
    for (uint32_t i = 0; i < 4; i++) {
        *to++ = ' ';
        to = np_put_decimal(to, fields[i]);
    }
    *to++ = '\n';
    return (uint32_t)(to - line);
}

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

void np_report_stack(np_vm *vm, uint32_t most)
{
    uint32_t count = frame_count(vm);
    for (uint32_t number = count < most ? count : most; number-- > 0;) {       /* the outermost first */
        const uint32_t *frame = frame_number(vm, number);
        np_value function = frame[NP_FRAME_FUNCTION];
        if (np_is_ref(function)) function = np_at(vm, function)[NP_FUNC_CODE];
        uint8_t line[NP_REPORT_LINE];
        uint32_t length = np_report_frame(line, function, np_state_pc(frame[NP_FRAME_STATE]), 1);
        vm->port->write(vm->port->context, NP_CH_REPORT, line, length);
    }
}
