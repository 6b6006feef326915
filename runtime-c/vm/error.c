/* Raising exceptions from C. Cold: compiled so that its texts may lie in flash. */
#include "error.h"
#include "heap.h"
#include "object.h"
#include "text.h"

#include <stdarg.h>

np_value np_raise_memory(np_vm *vm)
{
    np_head(vm)->exception = NP_TYPE_VALUE(NP_T_MemoryError);
    np_head(vm)->traceback = NP_UNBOUND;
    np_head(vm)->open = NP_UNBOUND;
    return NP_UNBOUND;
}

np_value np_raise_value(np_vm *vm, uint32_t slot)
{
    np_head(vm)->exception = np_get(vm, slot);
    np_head(vm)->traceback = NP_UNBOUND;
    return NP_UNBOUND;
}

np_value np_exception_new(np_vm *vm, uint32_t class_slot, uint32_t args_slot)
{
    uint32_t slots = np_class_slots(vm, np_get(vm, class_slot));
    np_value e = np_alloc(vm, NP_INSTANCE, 0, 0, NP_INST_SLOTS + slots);
    if (e == NP_UNBOUND) return NP_UNBOUND;
    uint32_t *w = np_words(vm, e);
    w[NP_INST_CLASS] = np_get(vm, class_slot);
    if (args_slot) w[NP_EXC_ARGS] = np_get(vm, args_slot);
    return e;
}

/* The exception slot holds the one argument (unbound: none); makes the instance there. */
static np_value instance_around(np_vm *vm, uint32_t type)
{
    uint32_t at = NP_SLOT(exception);
    if (np_get(vm, at) != NP_UNBOUND) {
        np_value args = np_alloc(vm, NP_TUPLE, 0, 0, 2);
        if (args == NP_UNBOUND) return NP_UNBOUND;
        np_words(vm, args)[1] = np_get(vm, at);
        np_set(vm, at, args);
    }
    np_set(vm, NP_TEMP(7), NP_TYPE_VALUE(type));
    np_value e = np_exception_new(vm, NP_TEMP(7), np_get(vm, at) == NP_UNBOUND ? 0 : at);
    np_set(vm, NP_TEMP(7), NP_UNBOUND);
    if (e == NP_UNBOUND) return NP_UNBOUND;
    np_set(vm, at, e);
    np_head(vm)->traceback = NP_UNBOUND;
    return NP_UNBOUND;
}

np_value np_raise_with(np_vm *vm, uint32_t type, uint32_t slot)
{
    np_head(vm)->exception = slot ? np_get(vm, slot) : NP_UNBOUND;
    return instance_around(vm, type);
}

np_value np_raise(np_vm *vm, uint32_t type, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    bool ok = np_text_begin(vm);
    np_chars chars = { .at = format };
    for (uint32_t c; ok && (c = np_next_char(&chars)) != 0;) {
        if (c != '%') {
            ok = np_text_byte(vm, c);
            continue;
        }
        switch (np_next_char(&chars)) {
        case 's': ok = np_text_c(vm, va_arg(list, const char *)); break;
        case 'd': ok = np_text_int(vm, va_arg(list, int32_t)); break;
        case 'y': ok = np_text_symbol(vm, va_arg(list, np_value)); break;
        case 'v': ok = np_text_slot(vm, va_arg(list, uint32_t)); break;
        default: ok = np_text_byte(vm, '%'); break;
        }
    }
    va_end(list);
    if (!ok) return NP_UNBOUND;
    np_value text = np_text_end(vm, NP_STR);
    np_head(vm)->exception = text;
    return instance_around(vm, type);
}

np_value np_raise_operands(np_vm *vm, const char *sign, np_value x, np_value y)
{
    return np_raise(vm, NP_T_TypeError, "unsupported operand type(s) for %s: '%y' and '%y'", sign, np_typename(vm, x), np_typename(vm, y));
}

np_value np_raise_type(np_vm *vm, const char *format, np_value v)
{
    return np_raise(vm, NP_T_TypeError, format, np_typename(vm, v));
}
