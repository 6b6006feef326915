/* Handlers of events: between which two instructions the program's dispatcher is called.
 *
 * The dispatcher is a function of the library. It is called by a frame whose result is dropped, above the frame that runs, and only where that is the
 * program's own code, or waits. While it runs it is not called again, so handlers do not interrupt each other. A sleep
 * that it interrupts goes on when it returns: its argument, which stays in its first register, is when that ends.
 */
#include "call.h"
#include "heap.h"
#include "number.h"
#include "object.h"
#include "snapshot.h"
#include "vm.h"

/* What a call of it makes a frame of. */
static bool is_plain_function(const np_vm *vm, np_value f)
{
    if (np_is_object(vm, f, NP_FUNC)) f = np_words(vm, f)[NP_FUNC_CODE];
    return np_is_imm(f, NP_IMM_FUNCTION) && !(np_rec_flags(np_place(vm, f)) & NP_FN_GENERATOR);
}

static bool is_due(const np_vm *vm)
{
    const np_arena_header *h = np_head(vm);
    uint64_t alarm = np_pair(h->alarm);
    return h->dispatcher != NP_UNBOUND && !(h->outcome & NP_OUTCOME_BUSY) && (h->outcome & NP_OUTCOME_HANDLED || (alarm != 0 && alarm <= np_pair(h->clock)));
}

static bool is_own_code(const np_vm *vm)
{
    np_value f = np_at(vm, np_head(vm)->fp)[NP_FRAME_FUNCTION];
    if (np_is_ref(f)) f = np_words(vm, f)[NP_FUNC_CODE];
    return (f >> 5) & 1u;
}

/* Pushes the call. Without memory for it nothing happens: it is tried again with the next slice. */
static void call_dispatcher(np_vm *vm, uint64_t deadline)
{
    np_value f = np_head(vm)->dispatcher;
    uint32_t running = np_head(vm)->fp;
    np_set(vm, NP_TEMP(1), NP_NONE);
    if (!is_plain_function(vm, f)) {
        np_head(vm)->dispatcher = NP_UNBOUND;           /* only hostile bytes have another */
        return;
    }
    np_value wake = deadline == 0 ? NP_NONE : np_int64(vm, (int64_t)deadline);
    if (wake != NP_UNBOUND) {
        np_set(vm, NP_TEMP(1), wake);
        np_call(vm, np_head(vm)->dispatcher, NP_TEMP(1), 1);
    }
    np_arena_header *h = np_head(vm);
    h->exception = h->traceback = NP_UNBOUND;
    np_clear_scratch(vm);
    if (h->sp != h->fp || np_at(vm, h->fp)[NP_FRAME_PREV] == 0 || h->fp == running) return;
    np_at(vm, h->fp)[NP_FRAME_STATE] |= NP_FLAG_EVENT << 1;
    h->outcome |= NP_OUTCOME_BUSY;
}

bool np_interrupt(np_vm *vm)
{
    np_arena_header *h = np_head(vm);
    uint64_t wake = np_pair(h->wake), deadline = h->outcome & NP_OUTCOME_WAITS || wake <= np_pair(h->clock) ? 0 : wake;
    bool due = is_due(vm), blocked = due && wake == 0 && !is_own_code(vm);
    h->wake[0] = h->wake[1] = 0;
    h->outcome &= ~(NP_OUTCOME_WAITS | NP_OUTCOME_DEEP);
    if (due && !blocked) call_dispatcher(vm, deadline);
    return blocked;
}

np_status np_dispatched(np_vm *vm, np_value deadline)
{
    np_arena_header *h = np_head(vm);
    int64_t wake;
    h->outcome &= ~NP_OUTCOME_BUSY;
    if (deadline == NP_NONE || !np_to_int64(vm, deadline, &wake) || wake == 0 || wake < -1) return NP_SLICE;       /* -1: for ever */
    h->wake[0] = (uint32_t)wake;
    h->wake[1] = (uint32_t)((uint64_t)wake >> 32);
    return NP_WAIT;
}

uint64_t np_alarm_left(const np_vm *vm)
{
    const np_arena_header *h = np_head(vm);
    uint64_t alarm = np_pair(h->alarm), clock = np_pair(h->clock);
    return alarm == 0 || h->dispatcher == NP_UNBOUND || h->outcome & NP_OUTCOME_BUSY ? UINT64_MAX : alarm > clock ? alarm - clock : 0;
}
