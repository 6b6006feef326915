/* What the machine asks of the board: output, input, time, memory, messages. */
#include "board_state.h"
#include "bytes.h"

#include <string.h>

enum { LONGEST_MESSAGE = 384 };

static uint64_t uid_of(const np_board *b, uint32_t index)
{
    np_record_info record;
    return np_store_info(&b->store, np_entry_of(b, index)->at, &record) == 0 ? record.key : 0;
}

static np_vm *machine(np_machine_port *p) { return p == &p->board->runs ? &p->board->vm : &p->board->service; }

static void write_output(void *context, int channel, const uint8_t *bytes, uint32_t length)
{
    np_machine_port *p = context;
    np_log_write(p->board, uid_of(p->board, p->function), np_written(machine(p)), (uint32_t)channel, bytes, length);
}

static bool room(void *context, int channel, uint32_t length)
{
    np_machine_port *p = context;
    (void)channel;
    return np_log_room(p->board, length);
}

bool np_input_for(const np_board *b, uint32_t index) { return b->input.open && b->input.uid == uid_of(b, index); }

static int32_t read_input(void *context, uint8_t *bytes, uint32_t capacity)
{
    np_machine_port *p = context;
    np_board *b = p->board;
    if (!np_input_for(b, p->function)) return -1;
    if (b->input.length == 0) return b->input.end ? 0 : -1;
    uint32_t n = capacity < b->input.length ? capacity : b->input.length;
    memcpy(bytes, b->input.bytes, n);
    b->input.length -= (uint8_t)n;
    memmove(b->input.bytes, b->input.bytes + n, b->input.length);
    b->input.consumed += n;
    return (int32_t)n;
}

static uint64_t clock_us(void *context)
{
    const np_machine_port *p = context;
    return np_now(p->board);
}

/* A larger arena, at the cost of those that wait. */
static void *grow(void *context, uint32_t wanted, uint32_t *size)
{
    np_machine_port *p = context;
    np_board *b = p->board;
    if (p->function == NP_NONE_INDEX) return NULL;      /* it is just being brought into RAM, as large as was decided */
    np_resident *r = np_resident_of(b, p->function);
    uint32_t old = r->arena_bytes, most = r->heap & ~3u;
    if (wanted > most) wanted = most;
    if (wanted <= old) return NULL;
    if (wanted - old > np_pool_room(&b->pool)) {
        /* storing others needs the other machine, and may not move the image that runs */
        if (p != &b->runs || !np_store_keeps_images(&b->store) || !np_make_room(b, wanted - old, p->function)) return NULL;
    }
    r = np_pool_resize(&b->pool, NP_BLOCK_RESIDENT, p->function, (uint32_t)sizeof(np_resident) + wanted);
    if (r == NULL) return NULL;
    r->arena_bytes = *size = wanted;
    return np_resident_arena(r);
}

/* A message to a function by its name. One that lies in flash is brought into RAM first: the sender tries again meanwhile. */
static int post(void *context, const uint32_t *name, uint32_t name_bytes, const uint32_t *words, uint32_t bytes, bool text)
{
    np_machine_port *p = context;
    np_board *b = p->board;
    uint8_t to[NP_NAME_BYTES], message[LONGEST_MESSAGE];
    np_function_head from;
    if (name_bytes >= sizeof to) return NP_E_BOARD_NO_FUNCTION;
    if (bytes > sizeof message) return NP_E_BOARD_TOO_LONG;
    np_copy_any(to, name, name_bytes);
    np_copy_any(message, words, bytes);
    uint32_t index = np_find_name(b, to, name_bytes);
    if (index == NP_NONE_INDEX) return NP_E_BOARD_NO_FUNCTION;
    np_entry *e = np_entry_of(b, index);
    if (e->state != NP_STATE_READY && e->state != NP_STATE_NEW) return NP_E_BOARD_STATE;
    if (!(e->flags & NP_IN_RESIDENT)) {
        e->wanted = 1;              /* the scheduler brings it */
        return 1;
    }
    int error = np_read_head(b, p->function, &from);
    if (error < 0) return error;
    error = np_post(np_machine_of(b, index), NP_EVENT_MESSAGE, from.name, np_name_length(from.name), message, bytes, text);
    if (error == NP_E_BOARD_FULL || error == NP_E_ARENA_TOO_SMALL) return 1;
    if (error == 0 && np_entry_of(b, index)->flags & NP_IN_EVENT) np_wake(b, index);
    return error;
}

static int32_t operate(void *context, const np_device_call *call)
{
    const np_machine_port *p = context;
    return np_devices_operate(p->board, p->function, call);
}

void np_machine_ports(np_board *b)
{
    b->runs.board = b->serves.board = b;
    b->runs.function = b->serves.function = NP_NONE_INDEX;
    b->runs.port = b->serves.port = (np_port){ .write = write_output, .read = read_input, .clock_us = clock_us, .room = room, .grow = grow, .send = post, .device = operate };
    b->runs.port.context = &b->runs;
    b->serves.port.context = &b->serves;
}
