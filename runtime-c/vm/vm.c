/* An instance from its start to its end: the arena's lay-out, slices, counting. */
#include "arena.h"
#include "call.h"
#include "error.h"
#include "heap.h"
#include "interp.h"
#include "object.h"
#include "vm.h"

#include <string.h>

void np_adopt(np_vm *vm, const np_port *port, const np_images *images, void *arena, uint64_t clock_base)
{
    np_attach(vm, port, images, arena, ((np_arena_header *)arena)->size);
    vm->clock_base = clock_base;
}

void np_attach(np_vm *vm, const np_port *port, const np_images *images, void *arena, uint32_t size)
{
#ifdef NP_DEBUG_GC
    vm->home = arena;
    vm->debug_block = NULL;
    vm->fail_in = vm->reserved = vm->spare = 0;
    vm->shifted = false;
#endif
    vm->arena = arena;
    vm->port = port;
    np_relocate_images(vm, images);
    vm->first_symbol = images->program[NP_IMG_FIRST_SYMBOL];
    vm->budget = vm->slice = 0;
    vm->charged = 0;
    vm->running = false;
    vm->limit = UINT64_MAX;
    vm->stack_floor = size - size / 4 * 3;
    vm->halt = NP_DONE;
    vm->result = NP_NONE;
    vm->clock_base = port->clock_us(port->context);
    memset(&vm->counters, 0, sizeof vm->counters);
    np_cache_clear(vm);
}

int np_start(np_vm *vm, const np_port *port, const np_images *images, void *arena, uint32_t size)
{
    const uint32_t *image = images->program;
    uint32_t globals = np_whole(image[NP_IMG_COUNTS]) & 0xFFFFu, least = NP_GLOBALS_AT + 4u * globals;
    const uint32_t *main = image + image[NP_IMG_MAIN];
    size &= ~3u;
    if (!np_images_fit(images)) return NP_E_IMAGE_PRELUDE;
    if (size < least + 4u * (NP_FRAME_REGS + np_rec_registers(main))) return NP_E_ARENA_TOO_SMALL;
    np_attach(vm, port, images, arena, size);
    memset(vm->arena, 0, least);
    np_arena_header *h = np_head(vm);
    h->nothing = NP_NOTHING;
    h->size = size;
    h->top = least;
    h->sp = size;
    h->globals = globals;
    h->handled = NP_NONE;
    h->next_id = 1;
    h->outcome = NP_SLICE;
    bool room = np_push_frame(vm, NP_IMMEDIATE(NP_IMM_FUNCTION, (image[NP_IMG_MAIN] << 2) | 1u), main, 0);
    np_come_home(vm);
    return room ? 0 : NP_E_ARENA_TOO_SMALL;
}

static void set_pair(uint32_t w[2], uint64_t n)
{
    w[0] = (uint32_t)n;
    w[1] = (uint32_t)(n >> 32);
}

uint64_t np_instructions(const np_vm *vm) { return np_pair(np_head(vm)->instructions) + vm->charged + (uint64_t)(uint32_t)(vm->slice - vm->budget); }

/* What is left of the slice while a native works: the frame's pc has been saved at the instruction that asks, which counts. */
static int32_t budget_now(const np_vm *vm)
{
    const uint32_t *frame = np_at(vm, np_head(vm)->fp);
    const uint32_t *pc = np_rec_code(np_record(vm, frame[NP_FRAME_FUNCTION])) + np_state_pc(frame[NP_FRAME_STATE]) + 1;
    return (int32_t)((intptr_t)(vm->fence + 4 * NP_LONGEST_LINE - (uintptr_t)pc) / 4);
}

uint64_t np_instructions_now(const np_vm *vm)
{
    return vm->running ? np_pair(np_head(vm)->instructions) + vm->charged + (uint64_t)(uint32_t)(vm->slice - budget_now(vm)) : np_instructions(vm);
}

bool np_charge(np_vm *vm, uint32_t n)
{
    vm->budget = budget_now(vm);
    uint64_t used = np_instructions(vm);
    if (n > vm->limit || used > vm->limit - n) {
        vm->halt = NP_QUOTA;
        return false;
    }
    vm->charged += n;
    int32_t take = n > 0x8000000u ? 0x8000000 : (int32_t)n;
    if (vm->budget > -0x8000000) {
        vm->fence -= (uintptr_t)4 * (uint32_t)take;
        vm->slice -= take;
    }
    return true;
}
void np_set_max_instructions(np_vm *vm, uint64_t limit) { vm->limit = limit; }
uint64_t np_clock_base(const np_vm *vm) { return vm->clock_base; }
void np_advance_clock(np_vm *vm, uint64_t us) { set_pair(np_head(vm)->clock, np_pair(np_head(vm)->clock) + us); }
uint64_t np_written(const np_vm *vm) { return np_pair(np_head(vm)->written); }
int32_t np_exit_code(const np_vm *vm) { return (int32_t)(np_head(vm)->outcome >> NP_OUTCOME_EXIT); }
uint64_t np_wake_time(const np_vm *vm) { return np_pair(np_head(vm)->wake); }

uint64_t np_clock(np_vm *vm)
{
    uint64_t now = vm->port->clock_us(vm->port->context), clock = np_pair(np_head(vm)->clock) + (now - vm->clock_base);
    vm->clock_base = now;
    set_pair(np_head(vm)->clock, clock);
    return clock;
}

/* The counts of this slice go into the arena. */
static void settle(np_vm *vm)
{
    set_pair(np_head(vm)->instructions, np_instructions(vm));
    vm->charged = 0;
    vm->slice = vm->budget = 0;
}

static np_status interpret(np_vm *vm, uint32_t slice)
{
    vm->slice = vm->budget = (int32_t)slice;
    vm->running = true;
    np_status status = np_interpret(vm);
    vm->running = false;
    settle(vm);
    return status;
}

np_status np_run(np_vm *vm, uint32_t slice)
{
    if (np_outcome(vm) != NP_SLICE) return np_outcome(vm);
    uint64_t done = np_instructions(vm);
    if (done >= vm->limit) return NP_QUOTA;
    uint64_t left = vm->limit - done;
    if (slice > 0x8000000u) slice = 0x8000000u;       /* times 4 it fits the fence */
    if (slice >= left) slice = (uint32_t)left;
    if (slice == 0) return NP_SLICE;
    np_clock(vm);
    np_status status = NP_SLICE;
    for (bool blocked = np_interrupt(vm); blocked && status == NP_SLICE; blocked = np_interrupt(vm)) {
        status = interpret(vm, 1);
        uint64_t used = np_instructions(vm) - done;
        if (used >= slice || np_head(vm)->answer != NP_UNBOUND) goto out;
        slice -= (uint32_t)used;
        done += used;
    }
    if (status == NP_SLICE) status = interpret(vm, slice);
out:
    if (status == NP_DONE || status == NP_FAILED) {
        np_set_outcome(vm, status);
        np_leave_frames(vm);
    }
    np_come_home(vm);
    if (status == NP_SLICE && np_instructions(vm) >= vm->limit) return NP_QUOTA;
    return status;
}

static bool make_argv(np_vm *vm, const char *strings, uint32_t count)
{
    np_value list = np_list(vm, NP_TEMP(0), 0);
    if (list == NP_UNBOUND) return false;
    np_head(vm)->argv = list;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t length = (uint32_t)strlen(strings);
        np_value s = np_text_new(vm, NP_STR, strings, length);
        if (s == NP_UNBOUND) return false;
        np_set(vm, NP_TEMP(0), s);
        if (!np_list_add(vm, NP_SLOT(argv), NP_TEMP(0))) return false;
        np_set(vm, NP_TEMP(0), NP_UNBOUND);
        strings += length + 1;
    }
    return true;
}

int np_set_argv(np_vm *vm, const char *strings, uint32_t count)
{
    if (!(np_whole(vm->images[1][NP_IMG_MODULE_COUNT]) & NP_IMG_READS_ARGUMENTS)) return 0;
    bool made = make_argv(vm, strings, count);
    np_head(vm)->exception = NP_UNBOUND;
    np_come_home(vm);
    return made ? 0 : NP_E_ARENA_TOO_SMALL;
}

np_counters np_get_counters(np_vm *vm)
{
    np_arena_header *h = np_head(vm);
    uint32_t live = h->top + (h->size - h->sp);
    if (vm->counters.collections == 0 && live > vm->counters.peak_live_bytes) vm->counters.peak_live_bytes = live;
    return vm->counters;
}
