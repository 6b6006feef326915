/* Exceptions: from the raise to the handler. */
#include "exception.h"
#include "call.h"
#include "error.h"
#include "heap.h"
#include "object.h"
#include "verify.h"

np_value np_raise_global(np_vm *vm, np_value function, uint32_t index)
{
    if (np_is_ref(function)) function = np_words(vm, function)[NP_FUNC_CODE];
    const uint32_t *image = vm->images[(function >> 5) & 1u];
    return np_raise(vm, NP_T_NameError, "name '%y' is not defined", image[image[NP_IMG_GLOBAL_NAMES] + index]);
}

static np_value not_an_exception(np_vm *vm) { return np_raise(vm, NP_T_TypeError, "exceptions must derive from BaseException"); }

np_value np_raise_object(np_vm *vm, uint32_t slot, uint32_t cause_slot)
{
    np_value e = np_get(vm, slot);
    if (np_is_class(vm, e)) {
        if (!np_is_exception_class(vm, e)) return not_an_exception(vm);
        np_value v = np_call(vm, e, slot + 4, 0);
        if (v == NP_UNBOUND || NP_IS_MARKER(v)) return v;
        np_set(vm, slot, v);
        e = v;
    }
    if (!np_is_exception(vm, e)) return not_an_exception(vm);
    if (cause_slot) {
        np_value cause = np_get(vm, cause_slot);
        if (np_is_exception_class(vm, cause)) {
            cause = np_instance(vm, cause, 0, 0);
            if (cause == NP_UNBOUND) return cause;
            e = np_get(vm, slot);
        } else if (cause != NP_NONE && !np_is_exception(vm, cause)) {
            return np_raise(vm, NP_T_TypeError, "exception causes must derive from BaseException");
        }
        uint32_t *w = np_words(vm, e);
        w[NP_EXC_CAUSE] = cause == NP_NONE ? NP_UNBOUND : cause;
        w[NP_EXC_SUPPRESS] = NP_TRUE;
    }
    np_head(vm)->exception = e;
    np_head(vm)->traceback = np_words(vm, e)[NP_EXC_TRACEBACK];
    return NP_UNBOUND;
}

np_value np_exception_matches(np_vm *vm, np_value exception, np_value classes)
{
    np_value cls = np_is_class(vm, exception) ? exception : np_class_of(vm, exception);
    uint32_t count = 1;
    const uint32_t *items = &classes;
    if (np_type_of(vm, classes) == NP_TUPLE) np_items(vm, classes, &count, &items);
    if (!np_bases_affordable(vm, cls, count)) return NP_AGAIN;
    bool matches = false;
    for (uint32_t i = 0; i < count && !matches; i++) {
        if (!np_is_exception_class(vm, items[i]))
            return np_raise(vm, NP_T_TypeError, "catching classes that do not inherit from BaseException is not allowed");
        matches = np_is_subclass(vm, cls, items[i]);
    }
    return np_bool(matches);
}

/* --- unwinding ------------------------------------------------------------------------------------------------ */

/* The exception that is being handled becomes the context of the new one, as CPython's _PyErr_SetObject: without cycles. */
static void set_context(np_vm *vm)
{
    np_value e = np_head(vm)->exception, handled = np_head(vm)->handled;
    if (!np_is_exception(vm, e) || !np_is_exception(vm, handled) || e == handled) return;
    np_words(vm, e)[NP_EXC_CONTEXT] = handled;
    np_value c = handled;
    for (uint32_t hops = 0; hops < 10000 && np_is_exception(vm, c); hops++) {
        np_value next = np_words(vm, c)[NP_EXC_CONTEXT];
        if (next == e) {
            np_words(vm, c)[NP_EXC_CONTEXT] = NP_UNBOUND;
            break;
        }
        if (next == handled) break;
        c = next;
    }
}

/* Adds the running frame to the traceback. Without memory the traceback is shorter, nothing else. The language's own frames are not told. */
static void add_traceback(np_vm *vm)
{
    const uint32_t *frame = np_at(vm, np_head(vm)->fp);
    np_value function = frame[NP_FRAME_FUNCTION], pc = np_int((int32_t)np_state_pc(frame[NP_FRAME_STATE]));
    if (np_is_ref(function)) function = np_words(vm, function)[NP_FUNC_CODE];
    if (np_is_builtin_function(vm, function)) return;
    np_value last = np_head(vm)->traceback;
    if (np_is_object(vm, last, NP_TRACEBACK)) {
        uint32_t *w = np_words(vm, last);
        if (w[NP_TB_FUNCTION] == function && w[NP_TB_PC] == pc && np_is_int(w[NP_TB_REPEAT]) && np_to_int(w[NP_TB_REPEAT]) < NP_INT_MAX) {
            w[NP_TB_REPEAT] += 2;
            return;
        }
    }
    np_value t = np_alloc(vm, NP_TRACEBACK, 0, 0, NP_TB_WORDS);
    if (t == NP_UNBOUND) {
        np_head(vm)->exception = np_get(vm, NP_TEMP(0));
        np_head(vm)->traceback = np_get(vm, NP_TEMP(1));
        return;
    }
    uint32_t *w = np_words(vm, t);
    w[NP_TB_NEXT] = np_head(vm)->traceback;
    w[NP_TB_FUNCTION] = function;
    w[NP_TB_PC] = pc;
    w[NP_TB_REPEAT] = np_int(1);
    np_head(vm)->traceback = t;
}

/* The exception as a handler gets it: MemoryError's instance is made here, if there is room by now. */
static np_value materialise(np_vm *vm)
{
    np_value e = np_head(vm)->exception;
    if (np_is_class(vm, e)) {
        np_value traceback = np_head(vm)->traceback;
        np_set(vm, NP_TEMP(2), traceback);
        np_set(vm, NP_TEMP(3), e);
        np_value made = np_exception_new(vm, NP_TEMP(3), 0);
        np_head(vm)->exception = made == NP_UNBOUND ? np_get(vm, NP_TEMP(3)) : made;
        np_head(vm)->traceback = np_get(vm, NP_TEMP(2));
        np_set(vm, NP_TEMP(2), NP_UNBOUND);
        e = np_head(vm)->exception;
    }
    if (np_is_exception(vm, e)) np_words(vm, e)[NP_EXC_TRACEBACK] = np_head(vm)->traceback;
    np_head(vm)->exception = np_head(vm)->traceback = NP_UNBOUND;
    return e;
}

static bool find_handler(np_vm *vm)
{
    uint32_t *frame = np_at(vm, np_head(vm)->fp);
    np_value function = frame[NP_FRAME_FUNCTION];
    if (np_is_ref(function)) function = np_words(vm, function)[NP_FUNC_CODE];
    const uint32_t *record = np_place(vm, function), *image = vm->images[(function >> 5) & 1u];
    uint32_t pc = np_state_pc(frame[NP_FRAME_STATE]);
    uint32_t tables_at = np_rec_word(record, NP_REC_TABLES);
    if (tables_at == 0) return false;
    const uint32_t *tables = image + tables_at, *range = tables + 1 + np_tables_captures(tables);
    for (uint32_t i = 0; i < np_tables_ranges(tables); i++, range += 2) {
        if (pc < (np_whole(range[0]) & 0xFFFFu) || pc >= np_whole(range[0]) >> 16) continue;
        uint32_t handler = np_whole(range[1]) & 0xFFFFu, reg = np_whole(range[1]) >> 16;
        np_value e = materialise(vm);
        frame = np_at(vm, np_head(vm)->fp);
        frame[NP_FRAME_REGS + reg] = e;
        frame[NP_FRAME_STATE] = (frame[NP_FRAME_STATE] & 0xFFFFu) | (handler << 16);
        return true;
    }
    return false;
}

/* Is the running frame's function one of the prelude's? map and its likes are generators there, and let out what CPython's do. */
static bool is_builtin(const np_vm *vm)
{
    np_value function = np_at(vm, np_head(vm)->fp)[NP_FRAME_FUNCTION];
    return np_is_builtin_function(vm, function);
}

/* A generator that lets StopIteration out raises RuntimeError instead (PEP 479). */
static void stop_in_generator(np_vm *vm)
{
    np_value e = np_head(vm)->exception;
    if (!np_is_exception(vm, e) || !np_is_instance(vm, e, NP_TYPE_VALUE(NP_T_StopIteration))) return;
    np_words(vm, e)[NP_EXC_TRACEBACK] = np_head(vm)->traceback;
    np_set(vm, NP_TEMP(4), e);
    np_raise(vm, NP_T_RuntimeError, "%s raised StopIteration", np_generator_name(vm, np_at(vm, np_head(vm)->fp)[NP_FRAME_FUNCTION]));
    e = np_head(vm)->exception;
    if (np_is_exception(vm, e)) {
        np_words(vm, e)[NP_EXC_CAUSE] = np_words(vm, e)[NP_EXC_CONTEXT] = np_get(vm, NP_TEMP(4));
        np_words(vm, e)[NP_EXC_SUPPRESS] = NP_TRUE;
    }
    np_set(vm, NP_TEMP(4), NP_UNBOUND);
}

/* StopIteration that reaches a loop or a yield from out of __next__ is its end. */
static bool ends_iteration(np_vm *vm)
{
    np_value e = np_head(vm)->exception;
    if (!np_is_exception(vm, e) || !np_is_instance(vm, e, NP_TYPE_VALUE(NP_T_StopIteration))) return false;
    uint32_t *frame = np_at(vm, np_head(vm)->fp), state = frame[NP_FRAME_STATE];
    uint32_t w = np_rec_code(np_record(vm, frame[NP_FRAME_FUNCTION]))[np_state_pc(state)], kind = np_return_kind(w);
    if (kind == NP_RETURN_ITER) {
        frame[NP_FRAME_STATE] += 1u << 16;
    } else if (kind == NP_RETURN_SEND) {
        np_value args = np_words(vm, e)[NP_EXC_ARGS];
        frame[NP_FRAME_REGS + ((w >> 8) & 255u)] = args == NP_UNBOUND || np_h_words(*np_object(vm, args)) < 2 ? NP_NONE : np_object(vm, args)[1];
        frame[NP_FRAME_STATE] += (uint32_t)(1 + ((int32_t)w >> 24)) << 16;
    } else {
        return false;
    }
    np_head(vm)->exception = np_head(vm)->traceback = NP_UNBOUND;
    return true;
}

static void write_text(np_vm *vm, const uint32_t *o)
{
    uint8_t byte;
    for (uint32_t i = 0; i < np_str_bytes(o); i++) {
        byte = (uint8_t)np_byte(o + NP_STR_DATA, i);
        vm->port->write(vm->port->context, NP_CH_REPORT, &byte, 1);
    }
}

/* Nothing of Python can run any more: the exception's name, without its traceback. */
static bool give_up(np_vm *vm)
{
    np_value e = np_head(vm)->exception;
    uint8_t head[6] = { 'R', ' ', '0', '\n', 'E', ' ' };
    vm->port->write(vm->port->context, NP_CH_REPORT, head, 6);
    write_text(vm, np_symbol_object(vm, np_class_name(vm, np_is_class(vm, e) ? e : np_class_of(vm, e))));
    head[0] = '\n';
    vm->port->write(vm->port->context, NP_CH_REPORT, head, 1);
    np_set_outcome(vm, NP_FAILED);
    np_set_exit_code(vm, 1);
    np_leave_frames(vm);
    np_head(vm)->exception = np_head(vm)->traceback = NP_UNBOUND;
    return false;
}

static bool begin_report(np_vm *vm)
{
    np_head(vm)->handled = NP_NONE;
    np_set(vm, NP_TEMP(4), np_head(vm)->exception);
    np_set(vm, NP_TEMP(5), materialise(vm));
    np_value f = np_prelude_function(vm, NP_P__uncaught);
    if (!np_push_frame(vm, f, np_place(vm, f), NP_FLAG_REPORT)) {
        np_head(vm)->exception = np_get(vm, NP_TEMP(4));
        return give_up(vm);
    }
    np_at(vm, np_head(vm)->fp)[NP_FRAME_REGS] = np_get(vm, NP_TEMP(5));
    np_set(vm, NP_TEMP(4), NP_UNBOUND);
    np_set(vm, NP_TEMP(5), NP_UNBOUND);
    return true;
}

bool np_unwind(np_vm *vm, bool again)
{
    if (np_head(vm)->exception == NP_UNBOUND) np_raise(vm, NP_T_SystemError, "an error without an exception");   /* only hostile bytes come so far */
    if (!again) set_context(vm);
    for (;; again = false) {
        np_set(vm, NP_TEMP(0), np_head(vm)->exception);
        np_set(vm, NP_TEMP(1), np_head(vm)->traceback);
        if (!again) add_traceback(vm);
        np_set(vm, NP_TEMP(0), NP_UNBOUND);
        np_set(vm, NP_TEMP(1), NP_UNBOUND);
        if (find_handler(vm)) return true;
        uint32_t flags = np_state_flags(np_at(vm, np_head(vm)->fp)[NP_FRAME_STATE]);
        if ((flags & NP_FLAG_GENERATOR) && !is_builtin(vm)) stop_in_generator(vm);
        np_pop_frame(vm);
        if (flags & NP_FLAG_EVENT) np_head(vm)->outcome &= ~NP_OUTCOME_BUSY;
        if (flags & NP_FLAG_REPORT) return give_up(vm);
        if (np_head(vm)->fp == 0) return begin_report(vm);
        if (ends_iteration(vm)) return true;
    }
}
