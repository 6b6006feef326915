/* The board's side of events: what it puts into an instance's mailbox, and the answer that it takes out. */
#include "arena.h"
#include "heap.h"
#include "object.h"
#include "text.h"
#include "verify.h"
#include "vm.h"

#include "np_errors.h"

static uint32_t mailbox_length(const np_vm *vm)
{
    np_value mailbox = np_head(vm)->mailbox;
    return mailbox == NP_UNBOUND ? 0 : np_list_length(vm, mailbox);
}

/* The kind of event number i; 0 for what only hostile bytes have in a mailbox. */
static uint32_t kind_of(const np_vm *vm, uint32_t i)
{
    np_value event = np_words(vm, np_words(vm, np_head(vm)->mailbox)[NP_LIST_ITEMS])[1 + i];
    if (!np_is_object(vm, event, NP_TUPLE) || np_h_words(*np_words(vm, event)) != 4) return 0;
    np_value kind = np_words(vm, event)[1];
    return np_is_int(kind) ? (uint32_t)np_to_int(kind) : 0;
}

int32_t np_find_event(const np_vm *vm, bool handled)
{
    for (uint32_t i = 0, n = mailbox_length(vm); i < n; i++)
        if ((kind_of(vm, i) == NP_EVENT_HANDLED) == handled) return (int32_t)i;
    return -1;
}

uint32_t np_events(const np_vm *vm)
{
    uint32_t count = 0;
    for (uint32_t i = 0, n = mailbox_length(vm); i < n; i++) count += kind_of(vm, i) != NP_EVENT_HANDLED;
    return count;
}

bool np_waits_for_event(const np_vm *vm) { return np_head(vm)->outcome & NP_OUTCOME_WAITS; }
bool np_waits_deep(const np_vm *vm) { return np_head(vm)->outcome & NP_OUTCOME_DEEP; }

/* A str or bytes in a slot. 0 or an error. */
static int make(np_vm *vm, uint32_t slot, const void *bytes, uint32_t length, bool text)
{
    np_value v = np_text_new(vm, text ? NP_STR : NP_BYTES, bytes, length);
    if (v == NP_UNBOUND) return NP_E_ARENA_TOO_SMALL;
    if (text && !np_text_valid(np_words(vm, v))) return NP_E_BOARD_REQUEST;
    np_set(vm, slot, v);
    return 0;
}

static int post(np_vm *vm, uint32_t kind, const void *source, uint32_t source_bytes, const void *payload, uint32_t payload_bytes, bool text)
{
    if (mailbox_length(vm) >= NP_EVENTS) return NP_E_BOARD_FULL;
    np_set(vm, NP_TEMP(0), np_int((int32_t)kind));
    int error = make(vm, NP_TEMP(1), source, source_bytes, true);
    if (!error) error = make(vm, NP_TEMP(2), payload, payload_bytes, text);
    if (error) return error;
    np_value event = np_tuple(vm, NP_TEMP(0), 3);
    if (event == NP_UNBOUND) return NP_E_ARENA_TOO_SMALL;
    np_set(vm, NP_TEMP(0), event);
    if (np_head(vm)->mailbox == NP_UNBOUND) {
        np_value list = np_list(vm, NP_TEMP(0), 0);
        if (list == NP_UNBOUND) return NP_E_ARENA_TOO_SMALL;
        np_head(vm)->mailbox = list;
    }
    return np_list_add(vm, NP_SLOT(mailbox), NP_TEMP(0)) ? 0 : NP_E_ARENA_TOO_SMALL;
}

bool np_post_room(np_vm *vm, uint32_t source_bytes, uint32_t payload_bytes)
{
    /* Two texts with their padding, a tuple of three, and a mailbox at its largest. */
    enum { OBJECTS = 2 * (NP_STR_DATA * 4 + 4) + 4 * 4 + NP_LIST_WORDS * 4 + 4 + 2 * NP_EVENTS * 4 };
    bool has = np_reserve(vm, source_bytes + payload_bytes + OBJECTS);
    np_come_home(vm);
    return has;
}

int np_post(np_vm *vm, uint32_t kind, const void *source, uint32_t source_bytes, const void *payload, uint32_t payload_bytes, bool text)
{
    int error = post(vm, kind, source, source_bytes, payload, payload_bytes, text);
    np_arena_header *h = np_head(vm);
    if (error == 0 && kind == NP_EVENT_HANDLED) {
        h->outcome |= NP_OUTCOME_HANDLED;
    } else if (error == 0 && h->outcome & NP_OUTCOME_WAITS) {      /* a snapshot that is taken now says so, too */
        h->outcome &= ~NP_OUTCOME_WAITS;
        h->wake[0] = h->wake[1] = 0;
    }
    np_head(vm)->exception = NP_UNBOUND;
    np_clear_scratch(vm);
    np_come_home(vm);
    return error;
}

/* An edge of this pin is in the mailbox already. */
static bool has_edge(const np_vm *vm, uint32_t kind, const uint8_t *name, uint32_t bytes)
{
    for (uint32_t i = 0, n = mailbox_length(vm); i < n; i++) {
        if (kind_of(vm, i) != kind) continue;
        np_value source = np_words(vm, np_words(vm, np_words(vm, np_head(vm)->mailbox)[NP_LIST_ITEMS])[1 + i])[2];
        if (!np_is_object(vm, source, NP_STR) || np_str_bytes(np_words(vm, source)) != bytes) continue;
        uint32_t same = 0;
        while (same < bytes && np_byte(np_words(vm, source) + NP_STR_DATA, same) == name[same]) same++;
        if (same == bytes) return true;
    }
    return false;
}

int np_post_edge(np_vm *vm, uint32_t pin, uint32_t level, bool handled)
{
    uint8_t name[12];
    uint32_t bytes = (uint32_t)(np_put_decimal(name, pin) - name), kind = handled ? NP_EVENT_HANDLED : NP_EVENT_PIN;
    if (mailbox_length(vm) >= NP_EVENTS / 2 && has_edge(vm, kind, name, bytes)) return 0;
    return np_post(vm, kind, name, bytes, level ? "1" : "0", 1, true);
}

const uint32_t *np_answer(const np_vm *vm, uint32_t *status, const uint32_t **id, uint32_t *id_bytes, uint32_t *bytes)
{
    np_value answer = np_head(vm)->answer;
    if (answer == NP_UNBOUND) return NULL;
    const uint32_t *w = np_words(vm, answer) + 1;
    const uint32_t *name = np_object(vm, w[0]), *text = np_object(vm, w[2]);
    *status = (uint32_t)np_to_int(w[1]);
    *id = name + NP_STR_DATA;
    *id_bytes = np_str_bytes(name);
    *bytes = np_str_bytes(text);
    return text + NP_STR_DATA;
}

void np_answer_taken(np_vm *vm) { np_head(vm)->answer = NP_UNBOUND; }
