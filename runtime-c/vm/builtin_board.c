/* Where a program and what is around it meet: output and input, time, events and messages. Natives for the prelude and the library modules. */
#include "call.h"
#include "error.h"
#include "heap.h"
#include "native.h"
#include "number.h"
#include "report.h"
#include "text.h"
#include "vm.h"

#include "np_errors.h"

/* --- output ------------------------------------------------------------------------------------------------------ */

/* Whether there is room for output; if not, the answer is NP_AGAIN. */
static bool has_room(np_vm *vm, int channel, uint32_t length)
{
    if (!vm->port->room || length == 0 || vm->port->room(vm->port->context, channel, length)) return true;
    vm->halt = NP_OUTPUT;
    return false;
}

/* Bytes of the str in a slot, through a buffer: it may lie in flash, and the arena may move at each write. They are counted piece by piece: the port
 * looks there for the position of what it is given. */
static void write_part(np_vm *vm, int channel, uint32_t slot, uint32_t start, uint32_t length)
{
    union { uint32_t align; uint8_t bytes[64]; } part;
    while (length) {
        uint32_t n = length < sizeof part.bytes ? length : (uint32_t)sizeof part.bytes;
        np_copy_bytes(part.bytes, np_object(vm, np_get(vm, slot)) + NP_STR_DATA, start, n);
        vm->port->write(vm->port->context, channel, part.bytes, n);
        if (channel != NP_CH_REPORT) {
            np_arena_header *h = np_head(vm);
            h->written[0] += n;
            if (h->written[0] < n) h->written[1]++;
        }
        start += n;
        length -= n;
    }
}

static np_value not_a_str(np_vm *vm, np_value v) { return np_raise_type(vm, "a str is needed, not '%y'", v); }

/* Writes a str or bytes that is short, or the piece of it that begins at byte ARG(2): answers how many bytes that were. */
np_value np_b_write(np_vm *vm, uint32_t at, uint32_t n)
{
    if (!np_is_str(vm, ARG(1)) && np_type_of(vm, ARG(1)) != NP_BYTES) return not_a_str(vm, ARG(1));
    uint32_t length = np_str_bytes(np_object(vm, ARG(1))), start = 0;
    if (n == 3) {
        if (!np_is_int(ARG(2)) || np_to_int(ARG(2)) < 0 || (uint32_t)np_to_int(ARG(2)) >= length) return np_int(0);
        start = (uint32_t)np_to_int(ARG(2));
        length -= start;
        if (length > NP_PIECE) length = NP_PIECE;
    } else if (length > NP_PIECE) {
        return np_tail2(vm, NP_P__write_long, ARG(0), ARG(1));
    }
    int channel = ARG(0) == np_int(NP_CH_STDERR) ? NP_CH_STDERR : ARG(0) == np_int(NP_CH_REPORT) ? NP_CH_REPORT : NP_CH_STDOUT;
    if (!has_room(vm, channel, length) || !np_charge(vm, length / 16)) return NP_AGAIN;
    write_part(vm, channel, at + 4, start, length);
    return np_int((int32_t)length);
}

np_value np_b_report(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    return np_tail2(vm, NP_P__write_long, np_int(NP_CH_REPORT), ARG(0));
}

/* The line of one entry of a traceback, or of the newest of an exception's. Answers the next entry, or None. With three places more for what it
 * says, nothing is written: the answer is (next entry, function, pc, repeat count). */
np_value np_b_report_frames(np_vm *vm, uint32_t at, uint32_t n)
{
    np_value t = np_is_exception(vm, ARG(0)) ? np_words(vm, ARG(0))[NP_EXC_TRACEBACK] : ARG(0);
    if (!np_is_object(vm, t, NP_TRACEBACK)) return NP_NONE;
    const uint32_t *w = np_words(vm, t);
    uint8_t line[NP_REPORT_LINE];
    t = np_is_object(vm, w[NP_TB_NEXT], NP_TRACEBACK) ? w[NP_TB_NEXT] : NP_NONE;
    if (n == NP_TB_REPEAT) {
        np_set(vm, at, t);
        for (uint32_t i = NP_TB_FUNCTION; i <= NP_TB_REPEAT; i++) np_set(vm, at + 4 * (i - 1), w[i]);
        return np_tuple(vm, at, n);
    }
    uint32_t length = np_report_frame(line, w[NP_TB_FUNCTION], w[NP_TB_PC] >> 1, w[NP_TB_REPEAT] >> 1);
    if (!has_room(vm, NP_CH_REPORT, length)) return NP_AGAIN;
    vm->port->write(vm->port->context, NP_CH_REPORT, line, length);
    return t;
}

/* --- input ------------------------------------------------------------------------------------------------------- */

#define MOST_INPUT 64u

np_value np_b_read(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!np_is_int(ARG(0)) || np_to_int(ARG(0)) < 0) return np_raise(vm, NP_T_ValueError, "a count of bytes is needed");
    uint32_t most = (uint32_t)np_to_int(ARG(0));
    if (most > MOST_INPUT) most = MOST_INPUT;
    if (!np_reserve(vm, 4 * (NP_STR_DATA + MOST_INPUT / 4))) return np_raise_memory(vm);      /* what has been read must not be lost */
    uint8_t bytes[MOST_INPUT];
    int32_t got = vm->port->read(vm->port->context, bytes, most);
    if (got < 0) {
        vm->halt = NP_INPUT;
        return NP_AGAIN;
    }
    if ((uint32_t)got > most) got = (int32_t)most;
    np_arena_header *h = np_head(vm);
    h->read[0] += (uint32_t)got;
    if (h->read[0] < (uint32_t)got) h->read[1]++;
    return np_text_new(vm, NP_BYTES, bytes, (uint32_t)got);
}

/* --- time -------------------------------------------------------------------------------------------------------- */

np_value np_b_clock(np_vm *vm, uint32_t at, uint32_t n) { (void)at, (void)n; return np_int64(vm, (int64_t)np_clock(vm)); }

static np_value halt(np_vm *vm, np_status status)
{
    vm->halt = status;
    vm->result = NP_NONE;
    return NP_HALT;
}

/* Leaves np_run until the instance's clock says `wake`. `how`: NP_OUTCOME_WAITS, or until something is in the mailbox; NP_OUTCOME_DEEP. np_run has cleared them. */
static np_value wait_until(np_vm *vm, uint64_t wake, uint32_t how)
{
    np_arena_header *h = np_head(vm);
    h->wake[0] = (uint32_t)wake;
    h->wake[1] = (uint32_t)(wake >> 32);
    h->outcome |= how;
    return halt(vm, NP_WAIT);
}

static np_value sleep_for(np_vm *vm, np_value length, uint32_t how)
{
    int64_t us;
    if (!np_to_int64(vm, length, &us)) return np_raise(vm, NP_T_OverflowError, "sleep length is too large");
    if (us < 0) return np_raise(vm, NP_T_ValueError, "sleep length must be non-negative");
    return wait_until(vm, np_clock(vm) + (uint64_t)us, how);
}

np_value np_b_sleep(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    return sleep_for(vm, ARG(0), 0);
}

np_value np_b_deepsleep(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    return ARG(0) == NP_NONE ? wait_until(vm, UINT64_MAX, NP_OUTCOME_DEEP) : sleep_for(vm, ARG(0), NP_OUTCOME_DEEP);
}

np_value np_b_restart(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)at, (void)n;
    return halt(vm, NP_RESTART);
}

/* --- events ------------------------------------------------------------------------------------------------------ */

np_value np_b_take(np_vm *vm, uint32_t at, uint32_t n)
{
    bool handled = n == 1 && ARG(0) == NP_TRUE;
    int32_t found = np_find_event(vm, handled);
    if (found < 0) return NP_NONE;
    uint32_t *list = np_words(vm, np_head(vm)->mailbox), *items = np_words(vm, list[NP_LIST_ITEMS]) + 1;
    uint32_t waiting = (uint32_t)np_to_int(list[NP_LIST_LEN]);
    np_value event = items[found];
    for (uint32_t i = (uint32_t)found + 1; i < waiting; i++) items[i - 1] = items[i];
    items[waiting - 1] = NP_UNBOUND;
    list[NP_LIST_LEN] = np_int((int32_t)waiting - 1);
    if (handled && np_find_event(vm, true) < 0) np_head(vm)->outcome &= ~NP_OUTCOME_HANDLED;
    return event == NP_UNBOUND ? NP_NONE : event;           /* only hostile bytes have an unbound one */
}

np_value np_b_wait(np_vm *vm, uint32_t at, uint32_t n)
{
    int64_t deadline = -1;
    if (ARG(0) != NP_NONE && !np_to_int64(vm, ARG(0), &deadline)) return np_raise(vm, NP_T_OverflowError, "the deadline is too far away");
    if (ARG(0) != NP_NONE && deadline < 0) deadline = 0;
    if (n == 2 ? np_is_object(vm, ARG(1), NP_LIST) && np_list_length(vm, ARG(1)) > 0 : np_find_event(vm, false) >= 0) return NP_NONE;
    np_clock(vm);
    return wait_until(vm, ARG(0) == NP_NONE ? UINT64_MAX : (uint64_t)deadline, NP_OUTCOME_WAITS);
}

np_value np_b_on_event(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_head(vm)->dispatcher = ARG(0) == NP_NONE ? NP_UNBOUND : ARG(0);
    return NP_NONE;
}

np_value np_b_alarm(np_vm *vm, uint32_t at, uint32_t n)
{
    int64_t us = 0;
    (void)n;
    if (ARG(0) != NP_NONE && !np_to_int64(vm, ARG(0), &us)) return np_raise(vm, NP_T_OverflowError, "the time is too far away");
    if (ARG(0) != NP_NONE && us < 1) us = 1;
    np_head(vm)->alarm[0] = (uint32_t)us;
    np_head(vm)->alarm[1] = (uint32_t)((uint64_t)us >> 32);
    return halt(vm, NP_SLICE);          /* the home is to know when the next slice has to end */
}

/* The bytes of a str, bytes or bytearray; NULL for any other value. */
static const uint32_t *content(const np_vm *vm, np_value v, uint32_t *length)
{
    if (np_is_str(vm, v)) {
        const uint32_t *o = np_object(vm, v);
        *length = np_str_bytes(o);
        return o + NP_STR_DATA;
    }
    uint32_t type = np_type_of(vm, v);
    return type == NP_BYTES || type == NP_BYTEARRAY ? np_bytes(vm, v, length) : NULL;
}

np_value np_b_post(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    uint32_t name_bytes, bytes;
    if (!np_is_str(vm, ARG(0))) return not_a_str(vm, ARG(0));
    if (!content(vm, ARG(1), &bytes)) return np_raise_type(vm, "a message is str or bytes, not '%y'", ARG(1));
    if (!vm->port->send) return np_int(NP_E_BOARD_NO_FUNCTION);
    if (!np_charge(vm, bytes / 16)) return NP_AGAIN;
    const uint32_t *name = content(vm, ARG(0), &name_bytes), *words = content(vm, ARG(1), &bytes);
    return np_int(vm->port->send(vm->port->context, name, name_bytes, words, bytes, np_is_str(vm, ARG(1))));
}

np_value np_b_answer(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!np_is_str(vm, ARG(0)) || !np_is_int(ARG(1)) || !np_is_str(vm, ARG(2))) return np_raise(vm, NP_T_TypeError, "an answer is (str, int, str)");
    np_value answer = np_tuple(vm, at, 3);
    if (answer == NP_UNBOUND) return answer;
    np_head(vm)->answer = answer;
    return halt(vm, NP_SLICE);          /* the board is to see it soon */
}

/* --- devices ----------------------------------------------------------------------------------------------------- */

enum { RESULT_NUMBER, RESULT_BYTES, RESULT_ECHO };
static const uint32_t results[] = {
#define DEVICE(number, name, result, meaning) [number] = RESULT_##result,
#include "devices.def"
#undef DEVICE
};
/* Operations behind which the home may have events that it did not wait for. */
enum {
#define DEVICE(number, name, result, meaning) DEVICE_##name = (number),
#include "devices.def"
#undef DEVICE
    OPEN_PIN = DEVICE_PIN_OPEN, SET_TRIGGER = DEVICE_PIN_TRIGGER, SET_WATCHDOG = DEVICE_WATCHDOG
};
#define OPERATIONS (sizeof results / sizeof *results)

static bool is_number(np_vm *vm, np_value v, int32_t *number)
{
    int64_t wide;
    if (!np_to_int64(vm, v, &wide) || wide < INT32_MIN || wide > INT32_MAX) return false;
    *number = (int32_t)wide;
    return true;
}

np_value np_b_device(np_vm *vm, uint32_t at, uint32_t n)
{
    int32_t given[4] = { 0 };
    for (uint32_t i = 0; i < n && i < 4; i++)
        if (!is_number(vm, ARG(i), &given[i])) return np_raise(vm, NP_T_ValueError, "a number of a device's operation is too large");
    np_device_call call = { .op = (uint32_t)given[0], .a = given[1], .b = given[2], .c = given[3] };
    if (n == 5 && ARG(4) != NP_NONE && !content(vm, ARG(4), &call.out_bytes)) return np_raise_type(vm, "a device is sent bytes, not '%y'", ARG(4));
    if (!vm->port->device) return np_int(NP_E_DEVICE_NONE);
    uint32_t result = call.op < OPERATIONS ? results[call.op] : RESULT_NUMBER;
    if (!np_charge(vm, call.out_bytes / 16)) return NP_AGAIN;
    if (result != RESULT_NUMBER) {
        call.in_bytes = result == RESULT_ECHO ? call.out_bytes : (uint32_t)call.c & 0xFFFFu;
        if (!np_text_begin(vm) || !(call.in = np_text_room(vm, call.in_bytes))) return np_raise_memory(vm);
    }
    if (call.out_bytes) call.out = content(vm, ARG(4), &call.out_bytes);
    int32_t status = vm->port->device(vm->port->context, &call);
    if (result == RESULT_NUMBER && (call.op == OPEN_PIN || call.op == SET_TRIGGER || call.op == SET_WATCHDOG)) {
        np_value halted = halt(vm, NP_SLICE);           /* there may be something new to wait for, as above */
        vm->result = np_int(status);
        return halted;
    }
    if (result == RESULT_NUMBER) return np_int64(vm, status);
    np_text_take(vm, status < 0 ? 0 : (uint32_t)status);
    np_value bytes = np_text_end(vm, NP_BYTES);
    return status < 0 && bytes != NP_UNBOUND ? np_int(status) : bytes;
}
