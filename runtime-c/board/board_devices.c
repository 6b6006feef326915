/* Devices of functions: what they open is theirs until they end, are suspended, removed or moved away; one that is only swapped out, or waits, keeps it. */
#include "board_state.h"

/* A function's number among the owners of devices: 0 is nobody. */
static uint32_t owner_of(uint32_t index) { return index + 1u; }

static bool runs(const np_entry *e) { return e->at != NP_NO_RECORD && (e->state == NP_STATE_READY || e->state == NP_STATE_NEW); }

int32_t np_devices_operate(np_board *b, uint32_t index, const np_device_call *call)
{
    const np_devices *d = b->port->devices;
    if (call->op == NP_DEV_INFO && call->a == 0 && b->port->reset_cause) return b->port->reset_cause;
    if (call->op >= NP_DEV_NET_STATUS && call->op <= NP_DEV_NET_ENABLE && b->port->wifi) return b->port->wifi->part->operate(b, call);
    if (!d) return NP_E_DEVICE_NONE;
    np_entry_of(b, index)->opened = 1;
    return d->operate(d->context, owner_of(index), call);
}

void np_devices_release(np_board *b, uint32_t index)
{
    np_entry *e = np_entry_of(b, index);
    if (e->opened && b->port->devices) b->port->devices->release(b->port->devices->context, owner_of(index));
    e->opened = 0;
    if (b->edge.owner == owner_of(index)) b->edge.owner = 0;
}

void np_devices_taken_up(np_board *b, uint32_t index)
{
    if (!b->port->devices || np_entry_of(b, index)->opened || np_head(&b->service)->dispatcher == NP_UNBOUND) return;
    /* without a name it is no pin's: the library opens all that have handlers */
    if (np_post(&b->service, NP_EVENT_HANDLED, "", 0, "", 0, true) == 0) np_entry_of(b, index)->opened = 1;
}

/* False: the function has to be brought into RAM first. One whose mailbox or arena is full loses the edge, as it would lose a message. */
static bool deliver(np_board *b, const np_edge *edge)
{
    uint32_t index = edge->owner - 1u;
    if (index >= b->entries || !runs(np_entry_of(b, index))) return true;
    if (!(np_entry_of(b, index)->flags & NP_IN_RESIDENT)) {
        np_entry_of(b, index)->wanted = 1;
        return false;
    }
    np_vm *vm = np_machine_of(b, index);
    np_post_edge(vm, edge->pin, edge->level, edge->handled);
    uint32_t flags = np_entry_of(b, index)->flags;
    if (flags & NP_IN_WAITING && !(flags & (NP_IN_OUTPUT | NP_IN_INPUT)) && np_wait_left(vm) == 0) np_wake(b, index);
    return true;
}

uint64_t np_devices_pump(np_board *b)
{
    const np_devices *d = b->port->devices;
    if (!d) return NP_NEVER;
    for (uint32_t i = 0; i < b->entries; i++)
        if (np_entry_of(b, i)->opened && !runs(np_entry_of(b, i))) np_devices_release(b, i);
    while (b->edge.owner || d->edge(d->context, &b->edge)) {
        if (b->edge.owner && !deliver(b, &b->edge)) return NP_NEVER;
        b->edge.owner = 0;
    }
    return d->due ? d->due(d->context) : NP_NEVER;
}
