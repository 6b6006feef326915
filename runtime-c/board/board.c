/* Start, and the one step that is repeated for ever. */
#include "board.h"

#include "board_state.h"
#include "bytes.h"

#include <string.h>

static void on_session(void *context, bool open)
{
    struct np_link_context *link = context;
    np_board *b = link->board;
    (void)open;                 /* a session that begins anew has ended before */
    np_log_follow(b, link->number, 0, 0, 0);
    np_calls_of_link_end(b, link->number);
    if (b->input.open && b->input.link == link->number) b->input.open = 0;
}

/* A stream as the port gave it, with the board's own ends. */
static int32_t read_stream(void *context, uint8_t *bytes, uint32_t capacity)
{
    const struct np_link_context *link = context;
    const np_link_port *stream = &link->board->port->streams[link->number];
    return stream->read(stream->context, bytes, capacity);
}

static uint32_t write_stream(void *context, const uint8_t *bytes, uint32_t length)
{
    const struct np_link_context *link = context;
    const np_link_port *stream = &link->board->port->streams[link->number];
    return stream->write(stream->context, bytes, length);
}

int np_board_start(np_board *b, const np_board_port *port)
{
    memset(b, 0, sizeof *b);
    b->port = port;
    b->safe = port->safe_mode;
    np_pool_init(&b->pool, port->memory, port->memory_bytes, np_pool_has_moved, b);
    np_machine_ports(b);
    if (np_pool_add(&b->pool, NP_BLOCK_TABLE, 0, 0) == NULL || !np_log_start(b)) return NP_E_BOARD_FULL;
    int error = np_mount(b);
    if (error < 0) return error;
    if (port->wifi) port->wifi->part->start(b);
    np_power_start(b);
    np_update_start(b);
    for (uint32_t i = 0; i < port->link_count; i++) {
        b->link_contexts[i] = (struct np_link_context){ b, i };
        b->streams[i] = (np_link_port){ &b->link_contexts[i], read_stream, write_stream, np_on_message, on_session };
        np_link_init(&port->links[i], &b->streams[i], port->board_id, b->boots * NP_BOARD_LINKS + i);
    }
    return 0;
}

uint64_t np_board_step(np_board *b)
{
    bool busy = false;
    if (b->is_off) return NP_NEVER;
    if (b->leaving.stage >= NP_LEAVING_LISTENS) return np_power_step(b);
    uint64_t now = np_now(b), due = NP_NEVER;
    for (uint32_t i = 0; i < b->port->link_count; i++) {
        busy |= np_link_poll(&b->port->links[i], np_ms(now));
        uint32_t in_ms = np_link_due_ms(&b->port->links[i], np_ms(now));
        if (in_ms != UINT32_MAX && (uint64_t)in_ms * 1000u < due) due = (uint64_t)in_ms * 1000u;
    }
    uint64_t trial = np_update_pump(b);
    if (trial < due) due = trial;
    if (b->leaving.stage == NP_LEAVING_KEEPS) {
        np_power_prepare(b);
        busy = true;
    }
    uint64_t edge = np_devices_pump(b);
    if (edge < due) due = edge;
    np_calls_pump(b);
    uint64_t next = b->safe ? NP_NEVER : np_schedule(b);
    if (b->port->wifi) b->port->wifi->part->pump(b);
    np_calls_pump(b);
    np_log_pump(b);
    np_input_pump(b);
    if (busy || next == 0) return 0;
    if (np_store_idle(&b->store)) return 0;
    uint64_t sleep = np_power_sleep(b, next);
    if (sleep < next) next = sleep;
    uint64_t call = np_calls_due(b);
    if (call != NP_NEVER && (call > now ? call - now : 0) < due) due = call > now ? call - now : 0;
    return next < due ? next : due;
}
