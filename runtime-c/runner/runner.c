/* The state machine of one request: start or restore, run to the next stop, snapshot or checkpoint there, end. */
#include "runner.h"

#include <string.h>

#include "answer.h"
#include "port.h"
#include "port/pins_sim.h"
#include "request.h"
#include "vm/np.h"
#include "vm/state.h"
#include "vm/vm.h"

enum { POISON = 0xDB };

static struct {
    np_vm vm;
    request request;
    answer_end end;
    void *arena;
    port_area arena_area;
    np_images images;
    bool running, posted;
    uint32_t next_point, input_at;
    uint64_t next_checkpoint, limit;
    uint64_t virtual_us, sleep_us;
    /* With pins an instruction takes a microsecond. */
    pins_sim pins;
    uint64_t counted;           /* instructions when the machine was left last */
    /* Counters of the machines before the last checkpoint: np_counters begin anew with each. */
    np_counters before;
} run;

/* --- the machine's port --------------------------------------------------------------------- */

static bool has_pins(void) { return run.request.head.flags & FLAG_PINS; }

static void write_output(void *context, int channel, const uint8_t *bytes, uint32_t length) {
    static const uint32_t types[] = {0, 'O', 'E', 'P'};
    (void)context;
    if (!(run.request.head.flags & FLAG_QUIET)) answer_gather(types[channel], bytes, length);
}

static int32_t read_input(void *context, uint8_t *bytes, uint32_t capacity) {
    uint32_t left = run.request.head.input_bytes - run.input_at, length = left < capacity ? left : capacity;
    (void)context;
    if (length > 0) memcpy(bytes, run.request.input + run.input_at, length);
    run.input_at += length;
    return (int32_t)length;
}

static uint64_t clock_us(void *context) {
    (void)context;
    if (has_pins()) return run.virtual_us + (run.vm.running ? np_instructions_now(&run.vm) : run.counted);
    return run.request.head.flags & FLAG_VIRTUAL_TIME ? run.virtual_us : port_clock_us();
}

static void pass(void *context, uint64_t us) {
    (void)context;
    run.virtual_us += us;
}

static void record(void *context, const char *text, uint32_t length) {
    (void)context;
    if (!(run.request.head.flags & FLAG_QUIET)) answer_gather('D', (const uint8_t *)text, length);
}

static const pins_port pins_home = {NULL, clock_us, pass, record};

/* The run's program is the only one that owns anything. */
static int32_t operate(void *context, const np_device_call *call) {
    (void)context;
    return has_pins() ? run.pins.devices.operate(&run.pins, 1, call) : NP_E_DEVICE_NONE;
}

static const np_port machine_port = {.write = write_output, .read = read_input, .clock_us = clock_us, .device = operate};

/* --- start and end ---------------------------------------------------------------------------- */

/* Adds what the machine has counted so far to the counters of the whole run. */
static np_counters total_counters(void) {
    np_counters now = np_get_counters(&run.vm), total = run.before;
    total.allocated_bytes += now.allocated_bytes;
    total.collections += now.collections;
    if (now.peak_live_bytes > total.peak_live_bytes) total.peak_live_bytes = now.peak_live_bytes;
    return total;
}

static runner_state finish(int status) {
    run.end.status = status;
    if (run.running) {
        np_counters counters = total_counters();
        run.end.exit_code = np_exit_code(&run.vm);
        run.end.vm_instructions = np_instructions(&run.vm);
        run.end.allocated_bytes = counters.allocated_bytes;
        run.end.peak_live_bytes = counters.peak_live_bytes;
        run.end.collections = counters.collections;
        run.end.c_stack_bytes = port_stack_used();
    }
    run.running = false;
    port_request_ends();
    answer_finish(&run.end);
    return RUNNER_IDLE;
}

/* Checks the images: the prelude first, which the program is checked against. */
static int verify(const request *r) {
    run.images = (np_images){r->prelude ? r->prelude : np_prelude, r->image};
    int error = r->prelude ? np_image_verify(NULL, r->prelude, r->head.prelude_bytes, &run.end.error_offset) : 0;
    return error < 0 ? error : np_image_verify(run.images.prelude, r->image, r->head.image_bytes, &run.end.error_offset);
}

/* Checks the images and brings the instance to where its run begins. */
static int prepare(void) {
    const request *r = &run.request;
    int error = verify(r);
    if (error < 0) return error;
    bool restores = r->head.snapshot_bytes > 0;
    if ((r->head.flags & FLAG_VERIFY_ONLY) && !restores) return RUNNER_OK;
    run.end.arena_bytes = r->head.heap & ~3u;
    run.arena_area = AREA_ARENA_A;
    run.arena = port_memory(AREA_ARENA_A, run.end.arena_bytes);
    if (run.arena == NULL) return RUNNER_E_HEAP;
    if (restores)
        error = np_snapshot_restore(&run.vm, &machine_port, &run.images, run.arena, run.end.arena_bytes, r->snapshot, r->head.snapshot_bytes);
    else
        error = np_start(&run.vm, &machine_port, &run.images, run.arena, run.end.arena_bytes);
    if (error < 0) return error;
    run.counted = np_instructions(&run.vm);
    if (has_pins()) {
        /* the trace's time is the program's: it goes on where that stood */
        run.virtual_us = np_pair(np_head(&run.vm)->clock) - run.counted;
        run.vm.clock_base = clock_us(NULL);
        if (!pins_start(&run.pins, &pins_home, r->head.pins_bytes ? r->pins : NULL, r->head.pins_bytes / 4)) return RUNNER_E_REQUEST;
    }
    /* The snapshot's home had the pins of its handlers open, this one has none: the library opens all that have handlers. With a full mailbox they stay closed. */
    if (restores && np_head(&run.vm)->dispatcher != NP_UNBOUND) (void)np_post(&run.vm, NP_EVENT_HANDLED, "", 0, "", 0, true);
    if (!restores && r->head.argv_count > 0) error = np_set_argv(&run.vm, r->argv, r->head.argv_count);
    return error;
}

static void set_limit(uint64_t limit) {
    run.limit = limit ? limit : UINT64_MAX;
    np_set_max_instructions(&run.vm, run.limit);
}

/* The allocation that is to fail, of the debug build. */
static uint32_t get_fail_in(void) {
#ifdef NP_DEBUG_GC
    return run.vm.fail_in;
#else
    return 0;
#endif
}

static void set_fail_in(uint32_t number) {
#ifdef NP_DEBUG_GC
    run.vm.fail_in = number;
#else
    (void)number;
#endif
}

/* Hands the request's invocation to the program. */
static runner_state post_event(void) {
    static const char id[] = "event";
    int error = np_post(&run.vm, NP_EVENT_INVOCATION, id, sizeof id - 1, run.request.event, run.request.head.event_bytes, true);
    if (error < 0) return finish(error);
    run.posted = true;
    return RUNNER_BUSY;
}

/* Hands the edges that have come to the program. Where its mailbox is full or its arena too small they are lost, as on a board. */
static void post_edges(void) {
    np_edge edge;
    while (has_pins() && run.pins.devices.edge(&run.pins, &edge)) np_post_edge(&run.vm, edge.pin, edge.level, edge.handled);
}

/* Time passes up to the end of the wait, event by event. */
static runner_state sleep_with_pins(void) {
    for (;;) {
        if (pins_ended(&run.pins)) return finish(NP_WAIT);
        post_edges();
        uint64_t now = np_clock(&run.vm), left = np_wait_left(&run.vm), next = pins_next(&run.pins);
        if (left == 0) return RUNNER_BUSY;
        if (next != UINT64_MAX && next - now < left) left = next - now;
        if (left == UINT64_MAX) return finish(NP_WAIT);
        run.virtual_us += left;
    }
}

/* The instance has just looked at its clock, or it wouldn't wait. But for the request's invocation there is nobody who would send it an event. */
static runner_state go_to_sleep(void) {
    if (run.request.head.event_bytes > 0 && !run.posted && np_waits_for_event(&run.vm)) return post_event();
    if (has_pins()) return sleep_with_pins();
    const uint32_t *clock = np_head(&run.vm)->clock;
    uint64_t now = (uint64_t)clock[1] << 32 | clock[0], wake = np_wake_time(&run.vm), left = wake > now ? wake - now : 0;
    if (wake == UINT64_MAX) return finish(NP_WAIT);
    if (run.request.head.flags & FLAG_VIRTUAL_TIME) {
        run.virtual_us += left;
        return RUNNER_BUSY;
    }
    answer_flush();
    run.sleep_us = left;
    return left > 0 ? RUNNER_SLEEP : RUNNER_BUSY;
}

static runner_state begin(void) {
    int error;
    if (!request_read(&run.request, &error)) return RUNNER_END;
    run.end = (answer_end){0};
    run.before = (np_counters){0};
    run.next_point = 0;
    run.posted = false;
    run.input_at = 0;
    run.virtual_us = run.counted = 0;
    if (error == RUNNER_OK) {
        port_stack_paint();
        error = prepare();
    }
    if (error < 0) return finish(error);
    if (run.request.head.flags & FLAG_VERIFY_ONLY) return finish(NP_DONE);
    run.running = true;
    set_limit(run.request.head.max_instructions);
    set_fail_in(run.request.head.flags >> FLAG_FAIL_IN_SHIFT);
    uint64_t now = np_instructions(&run.vm);
    run.next_checkpoint = run.request.head.checkpoint_every ? now + run.request.head.checkpoint_every : UINT64_MAX;
    while (run.next_point < run.request.head.points && run.request.points[run.next_point] < now) run.next_point++;
    return np_wake_time(&run.vm) ? go_to_sleep() : RUNNER_BUSY;
}

/* --- stops --------------------------------------------------------------------------------- */

/* Writes a snapshot to the buffer for it. Its length, or a negative error. */
static int32_t write_snapshot(uint8_t **bytes) {
    uint32_t size = np_snapshot_size(&run.vm);
    *bytes = port_memory(AREA_COPY, size);
    if (*bytes == NULL) return RUNNER_E_SNAPSHOT;
    int32_t length = np_snapshot_write(&run.vm, *bytes, size);
    if (length >= 0) run.end.snapshot_bytes = (uint32_t)length;
    return length;
}

static int answer_with_snapshot(void) {
    uint8_t *bytes;
    int32_t length = write_snapshot(&bytes);
    if (length < 0) return length;
    answer_snapshot(np_instructions(&run.vm), bytes, (uint32_t)length);
    return RUNNER_OK;
}

/* Moves the instance to a new arena by way of its snapshot. */
static int checkpoint(void) {
    uint8_t *bytes;
    uint64_t instructions = np_instructions(&run.vm);
    port_run_begins();
    int32_t length = write_snapshot(&bytes);
    port_run_ends();
    if (length < 0) return length;
    run.before = total_counters();
    port_area other = run.arena_area == AREA_ARENA_A ? AREA_ARENA_B : AREA_ARENA_A;
    void *arena = port_memory(other, run.end.arena_bytes);
    if (arena == NULL) return RUNNER_E_HEAP;
    memset(run.arena, POISON, run.end.arena_bytes);
    port_release(run.arena_area);
    run.arena_area = other;
    run.arena = arena;
    uint32_t fail_in = get_fail_in();
    port_run_begins();
    int error = np_snapshot_restore(&run.vm, &machine_port, &run.images, arena, run.end.arena_bytes, bytes, (uint32_t)length);
    port_run_ends();
    if (error < 0) {
        run.running = false;    /* there is no instance any more, neither the old one nor a new one */
        run.end.vm_instructions = instructions;
        return error;
    }
    set_limit(run.limit);
    set_fail_in(fail_in);
    run.end.checkpoints++;
    run.next_checkpoint = instructions + run.request.head.checkpoint_every;
    return np_instructions(&run.vm) == instructions ? RUNNER_OK : RUNNER_E_DRIFT;
}

/* Instructions until something is to be done, at most a slice. */
static uint32_t distance(uint64_t now) {
    const request_head *head = &run.request.head;
    uint64_t left = head->slice ? head->slice : port_slice;
    if (run.next_checkpoint - now < left) left = run.next_checkpoint - now;
    if (run.next_point < head->points && run.request.points[run.next_point] - now < left) left = run.request.points[run.next_point] - now;
    if (has_pins()) {
        np_clock(&run.vm);
        uint64_t time = clock_us(NULL), next = pins_next(&run.pins), alarm = np_alarm_left(&run.vm);
        if (next != UINT64_MAX && next - time < left) left = next > time ? next - time : 1;
        if (alarm < left) left = alarm > 0 ? alarm : 1;
    }
    return (uint32_t)left;
}

/* Does what is due at this instruction; `*last` when the run ends here. */
static int at_stop(bool *last) {
    const request_head *head = &run.request.head;
    uint64_t now = np_instructions(&run.vm);
    int error = RUNNER_OK;
    while (error >= 0 && run.next_point < head->points && run.request.points[run.next_point] <= now) {
        error = answer_with_snapshot();
        run.next_point++;
        *last = run.next_point == head->points && (head->flags & FLAG_STOP_AT_LAST);
    }
    if (error >= 0 && !*last && now >= run.next_checkpoint) error = checkpoint();
    return error;
}

static void take_answer(void) {
    uint32_t status, id_bytes, bytes;
    const uint32_t *id, *text = np_answer(&run.vm, &status, &id, &id_bytes, &bytes);
    if (text == NULL) return;
    answer_invocation(status, text, bytes);
    np_answer_taken(&run.vm);
}

static runner_state run_slice(void) {
    bool last = false;
    int error = at_stop(&last);
    if (error < 0) return finish(error);
    if (last) return finish(NP_SUSPEND);
    if (has_pins() && pins_ended(&run.pins)) return finish(NP_WAIT);
    post_edges();
    uint32_t slice = distance(np_instructions(&run.vm));
    port_run_begins();
    np_status status = np_run(&run.vm, slice);
    port_run_ends();
    run.counted = np_instructions(&run.vm);
    take_answer();
    switch (status) {
    case NP_SLICE:
        if (slice == port_slice) answer_flush();    /* a long calculation shows what it has printed */
        return RUNNER_BUSY;
    case NP_WAIT:
        return go_to_sleep();
    case NP_QUOTA:
        if (!(run.request.head.flags & FLAG_RENEW_LIMIT)) return finish(status);
        set_limit(run.limit + run.request.head.max_instructions);
        return RUNNER_BUSY;
    case NP_RESTART:        /* a run has no board that could start anew */
        return RUNNER_BUSY;
    case NP_SUSPEND:
        error = answer_with_snapshot();
        return finish(error < 0 ? error : NP_SUSPEND);
    default:
        return finish(status);
    }
}

runner_state runner_step(void) {
    return run.running ? run_slice() : begin();
}

uint64_t runner_sleep_us(void) {
    return run.sleep_us;
}
