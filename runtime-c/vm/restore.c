/* Making an instance out of a snapshot, of which nothing is believed.
 *
 * The bytes are laid into the arena and checked there: first every header, then every value (a reference must name the start of an object, an
 * immediate something that exists), then what the machine relies on by type (validate.c), at last the frames.
 *
 * Starts of objects are known by a bitmap in the arena's free room. Where there is too little of it the heap is gone through in several
 * windows, each with a bitmap of its own: it takes longer, and no memory.
 */
#include "snapshot.h"
#include "verify.h"

#include "crc32.h"
#include "heap.h"
#include "vm.h"

#include <string.h>

#define CHECK(condition, error) do { if (!(condition)) return NP_E_SNAPSHOT_##error; } while (0)
#define TRY(call) do { int error = (call); if (error) return error; } while (0)

#define SPARE_WORDS 32u         /* bitmap on the C stack, where the arena has less */

typedef struct {
    np_vm *vm;
    uint32_t start, top;        /* of the objects */
    uint32_t old_sp, old_size;  /* of the arena that the snapshot was taken from: what links to frames are relative to */
    uint32_t symbols;
    uint32_t running;           /* generators that run */
    uint32_t id_tables;
    uint32_t *bits, from, to;   /* the window, and its bitmap */
    np_places places[2];
} restorer;

/* --- headers ---------------------------------------------------------------------------------------------------- */

/* Of each type: the least words; whether it has always so many; which auxiliary bits it may use (7-8: as a number, 9). */
#define SHAPE(least, exact, aux2, aux1) ((least) | (exact) << 8 | (aux2) << 9 | (aux1) << 11)
static const uint32_t shapes[32] = {
    [NP_STR] = SHAPE(NP_STR_DATA, 0, 3, 1), [NP_BYTES] = SHAPE(NP_STR_DATA, 0, 3, 0), [NP_FLOAT] = SHAPE(3, 1, 0, 0), [NP_BIGINT] = SHAPE(2, 0, 0, 1),
    [NP_TUPLE] = SHAPE(1, 0, 0, 0), [NP_ARRAY] = SHAPE(1, 0, 0, 0), [NP_LIST] = SHAPE(NP_LIST_WORDS, 1, 0, 0),
    [NP_BYTEARRAY] = SHAPE(NP_LIST_WORDS, 1, 0, 0), [NP_BUFFER] = SHAPE(1, 0, 0, 0), [NP_DICT] = SHAPE(NP_DICT_WORDS, 1, 0, 1),
    [NP_SET] = SHAPE(NP_DICT_WORDS, 1, 1, 1), [NP_RANGE] = SHAPE(NP_RANGE_WORDS, 1, 0, 0), [NP_SLICE_OBJ] = SHAPE(NP_RANGE_WORDS, 1, 0, 0),
    [NP_CELL] = SHAPE(NP_CELL_WORDS, 1, 0, 0), [NP_FUNC] = SHAPE(NP_FUNC_CELLS, 0, 0, 0), [NP_METHOD] = SHAPE(NP_METHOD_WORDS, 1, 0, 0),
    [NP_CLASS] = SHAPE(NP_CLASS_WORDS, 1, 3, 1), [NP_INSTANCE] = SHAPE(NP_INST_SLOTS, 0, 0, 0),
    [NP_GENERATOR] = SHAPE(NP_GEN_FRAME + NP_FRAME_REGS, 0, 3, 0), [NP_ITER] = SHAPE(NP_ITER_WORDS, 1, 3, 0),
    [NP_DESCRIPTOR] = SHAPE(NP_DESC_WORDS, 1, 2, 0), [NP_TRACEBACK] = SHAPE(NP_TB_WORDS, 1, 0, 0), [NP_INDEX] = SHAPE(2, 0, 0, 1),
    [NP_VIEW] = SHAPE(NP_VIEW_WORDS, 1, 2, 0), [NP_IDTABLE] = SHAPE(1, 0, 0, 0),
};

static bool header_ok(uint32_t header, uint32_t room)
{
    uint32_t shape = shapes[np_h_type(header)], words = np_h_words(header), least = shape & 255u;
    if ((header & 3u) != 1u || least == 0 || words < least || words > room / 4) return false;
    if ((shape >> 8 & 1u) && words != least) return false;
    return np_h_aux2(header) <= (shape >> 9 & 3u) && np_h_aux1(header) <= (shape >> 11);
}

static int check_headers(restorer *r)
{
    for (uint32_t at = r->start; at < r->top;) {
        uint32_t header = *np_at(r->vm, at), type = np_h_type(header);
        CHECK(header_ok(header, r->top - at), OBJECT);
        if (type == NP_GENERATOR) r->running += np_h_aux2(header) == NP_GEN_RUNNING;
        if (type == NP_IDTABLE) r->id_tables++;
        at += 4u * np_h_words(header);
    }
    return 0;
}

/* --- values ----------------------------------------------------------------------------------------------------- */

/* Parts of other objects, and the table of serial numbers: no value of the program's is one of these. */
#define HIDDEN ((1u << NP_ARRAY) | (1u << NP_BUFFER) | (1u << NP_INDEX) | (1u << NP_IDTABLE))
/* Objects that have such parts. */
#define OWNERS ((1u << NP_LIST) | (1u << NP_BYTEARRAY) | (1u << NP_DICT) | (1u << NP_SET))

/* A reference into the window must name a start there; `types` it may not have. */
static int check_reference(const restorer *r, np_value v, uint32_t types)
{
    CHECK(v >= r->start && v < r->top, REFERENCE);
    if (v < r->from || v >= r->to) return 0;
    uint32_t bit = (v - r->from) >> 2;
    CHECK(r->bits[bit >> 5] >> (bit & 31u) & 1u, REFERENCE);
    CHECK(!(types >> np_h_type(*np_at(r->vm, v)) & 1u), REFERENCE);
    return 0;
}

static int check_immediate(const restorer *r, np_value v, bool in_class)
{
    uint32_t number = v >> 5 & 3u, place = v >> 7, payload = np_payload(v);
    const uint32_t *image = r->vm->images[number & 1u];
    switch (v >> 2 & 7u) {
    case NP_IMM_SINGLETON: CHECK(payload < NP_SINGLETONS, VALUE); return 0;
    case NP_IMM_SYMBOL: CHECK(payload < r->symbols, VALUE); return 0;
    case NP_IMM_CONST: CHECK(number < 2 && np_places_has(&r->places[number], place), VALUE); return 0;
    case NP_IMM_FUNCTION: CHECK(number < 2 && np_image_has_function(image, place), VALUE); return 0;
    case NP_IMM_BUILTIN: CHECK(payload < NP_BUILTIN_COUNT, VALUE); return 0;
    case NP_IMM_TYPE: CHECK(payload < NP_TYPE_COUNT, VALUE); return 0;
    case NP_IMM_MODULE: CHECK(number < 2 && np_image_has_module(image, place), VALUE); return 0;
    default: CHECK(in_class && number < 2 && np_image_has_class(image, place), VALUE); return 0;
    }
}

static int check_value(const restorer *r, np_value v, uint32_t types, bool in_class)
{
    if (np_is_int(v) || v == NP_UNBOUND) return 0;
    if (!(v & 2u)) return check_reference(r, v, types);
    return r->from == r->start ? check_immediate(r, v, in_class) : 0;      /* once is enough */
}

/* The same for many, and quick where nothing is wrong. */
static int check_run(const restorer *r, const uint32_t *words, uint32_t count, uint32_t types)
{
    const uint32_t *bits = r->bits, *end = words + count;
    uint32_t from = r->from, length = r->to - from;
    const uint8_t *arena = r->vm->arena;
    for (; words < end; words++) {
        np_value v = *words;
        if (np_is_int(v) || v == NP_UNBOUND) continue;
        if (!(v & 2u) && v - from < length) {
            uint32_t bit = (v - from) >> 2;
            if ((bits[bit >> 5] >> (bit & 31u) & 1u) && !(types >> np_h_type(*(const uint32_t *)(const void *)(arena + v)) & 1u)) continue;
        }
        TRY(check_value(r, v, types, false));
    }
    return 0;
}

/* A link to the next frame: on the stack (check_frames looks where), or in a generator. */
static int check_link(const restorer *r, uint32_t link)
{
    if (link == 0) return 0;
    CHECK(!(link & 3u), FRAME);
    if (link >= r->old_sp) return 0;
    return check_reference(r, link - 4u * NP_GEN_FRAME, ~(1u << NP_GENERATOR));
}

/* The objects' values. */
static int check_objects(const restorer *r)
{
    for (uint32_t at = r->start, count; at < r->top; at += 4u * count) {
        const uint32_t *w = np_at(r->vm, at);
        uint32_t header = w[0], type = np_h_type(header);
        count = np_h_words(header);
        if (NP_RAW_TYPES >> type & 1u) continue;
        if (OWNERS >> type & 1u) {
            TRY(check_run(r, w + 1, count - 1, 1u << NP_IDTABLE));
        } else if (type == NP_CLASS) {
            TRY(check_value(r, w[NP_CLASS_TEMPLATE], ~0u, true));
            TRY(check_run(r, w + NP_CLASS_NAME, NP_CLASS_WORDS - NP_CLASS_NAME, HIDDEN));
        } else if (type == NP_GENERATOR) {
            TRY(check_link(r, w[NP_GEN_FRAME + NP_FRAME_PREV]));
            TRY(check_run(r, w + NP_GEN_FRAME + NP_FRAME_FUNCTION, count - NP_GEN_FRAME - NP_FRAME_FUNCTION, HIDDEN));
        } else {
            TRY(check_run(r, w + 1, count - 1, HIDDEN));
        }
    }
    return 0;
}

static int check_roots(const restorer *r)
{
    const np_arena_header *h = np_head(r->vm);
    TRY(check_value(r, h->handled, HIDDEN, false));
    TRY(check_value(r, h->ids, HIDDEN & ~(1u << NP_IDTABLE), false));
    TRY(check_value(r, h->argv, HIDDEN, false));
    TRY(check_value(r, h->attributes, HIDDEN, false));
    TRY(check_value(r, h->mailbox, HIDDEN, false));
    TRY(check_value(r, h->answer, HIDDEN, false));
    TRY(check_value(r, h->dispatcher, HIDDEN, false));
    TRY(check_link(r, h->fp));
    TRY(check_run(r, np_at(r->vm, NP_GLOBALS_AT), h->globals, HIDDEN));
    for (uint32_t at = h->sp; at < h->size;) {
        uint32_t room = h->size - at;
        CHECK(room >= 4u * NP_FRAME_REGS, FRAME);
        const uint32_t *frame = np_at(r->vm, at);
        uint32_t registers = np_state_registers(frame[NP_FRAME_STATE]);
        CHECK(np_is_int(frame[NP_FRAME_STATE]) && room >= 4u * (NP_FRAME_REGS + registers), FRAME);
        TRY(check_link(r, frame[NP_FRAME_PREV]));
        TRY(check_value(r, frame[NP_FRAME_FUNCTION], HIDDEN, false));
        TRY(check_run(r, frame + NP_FRAME_REGS, registers, HIDDEN));
        at += 4u * (NP_FRAME_REGS + registers);
    }
    return 0;
}

static int check_values(restorer *r)
{
    const np_arena_header *h = np_head(r->vm);
    uint32_t spare[SPARE_WORDS], room = (h->sp - h->top) / 4;
    uint32_t words = room > SPARE_WORDS ? room : SPARE_WORDS;
    r->bits = room > SPARE_WORDS ? np_at(r->vm, h->top) : spare;
    uint32_t object = r->start;
    r->from = r->start;
    do {
        uint32_t left = (r->top - r->from) / 4, covered = left / 32 < words ? left : words * 32;
        r->to = r->from + 4u * covered;
        memset(r->bits, 0, 4u * ((covered + 31u) / 32u));
        for (; object < r->to; object += 4u * np_h_words(*np_at(r->vm, object))) {
            uint32_t bit = (object - r->from) >> 2;
            r->bits[bit >> 5] |= 1u << (bit & 31u);
        }
        TRY(check_roots(r));
        TRY(check_objects(r));
        r->from = r->to;
    } while (r->from < r->top);
    return 0;
}

/* --- frames ----------------------------------------------------------------------------------------------------- */

/* Follows the frames from the one that runs. Those on the stack lie one behind the other, and there are no others; a generator's frame is
 * met once, and those met are all that run. Links to the stack get their places in this arena. */
static int check_frames(restorer *r)
{
    np_arena_header *h = np_head(r->vm);
    uint32_t at = h->sp, generators = 0, *link = &h->fp;
    np_status outcome = np_outcome(r->vm);
    bool anywhere = true;       /* it may stand at any instruction */
    CHECK(h->fp == 0 ? outcome == NP_DONE || outcome == NP_FAILED : outcome == NP_SLICE, HEADER);
    while (*link) {
        bool on_stack = *link >= r->old_sp;
        if (on_stack) {
            *link += h->size - r->old_size;
            CHECK(*link == at && at < h->size, FRAME);
        }
        uint32_t *frame = np_at(r->vm, *link), state = frame[NP_FRAME_STATE];
        if (on_stack) {
            CHECK(!(np_state_flags(state) & ~(NP_FLAG_INIT | NP_FLAG_REPORT | NP_FLAG_EVENT)), FRAME);
            at += 4u * (NP_FRAME_REGS + np_state_registers(state));
        } else {
            CHECK(np_h_aux2(frame[-1]) == NP_GEN_RUNNING && ++generators <= r->running, GENERATOR);
        }
        TRY(np_frame_check(r->vm, frame, anywhere));
        anywhere = on_stack && np_state_flags(state) & NP_FLAG_EVENT;
        link = frame + NP_FRAME_PREV;
    }
    CHECK(at == h->size && generators == r->running, FRAME);
    return 0;
}

/* --- the whole ------------------------------------------------------------------------------------------------------- */

/* What np_answer relies on. */
static bool is_answer(const np_vm *vm, np_value v)
{
    if (!np_is_object(vm, v, NP_TUPLE)) return false;
    const uint32_t *w = np_at(vm, v);
    return np_h_words(w[0]) == 4 && np_is_str(vm, w[1]) && np_is_int(w[2]) && np_is_str(vm, w[3]);
}

static int check_arena(restorer *r)
{
    np_vm *vm = r->vm;
    const np_arena_header *h = np_head(vm);
    r->start = np_heap_start(vm);
    r->top = h->top;
    r->symbols = vm->first_symbol + (vm->images[1][NP_IMG_COUNTS] >> 16);
    np_places_of(&r->places[0], vm->images[0]);
    np_places_of(&r->places[1], vm->images[1]);
    TRY(check_headers(r));
    CHECK(r->id_tables == (h->ids != NP_UNBOUND), OBJECT);
    TRY(check_values(r));
    CHECK(h->ids == NP_UNBOUND || np_is_object(vm, h->ids, NP_IDTABLE), HEADER);
    CHECK(h->argv == NP_UNBOUND || np_is_object(vm, h->argv, NP_LIST), HEADER);
    CHECK(h->attributes == NP_UNBOUND || np_is_object(vm, h->attributes, NP_DICT), HEADER);
    CHECK(h->mailbox == NP_UNBOUND || np_is_object(vm, h->mailbox, NP_LIST), HEADER);
    CHECK(h->answer == NP_UNBOUND || is_answer(vm, h->answer), HEADER);
    CHECK(!(h->outcome & ~NP_OUTCOME_BITS), HEADER);
    for (uint32_t at = r->start; at < r->top; at += 4u * np_h_words(*np_at(vm, at))) TRY(np_object_check(vm, at));
    return check_frames(r);
}

int np_snapshot_load(np_vm *vm, const np_port *port, const np_images *images, void *arena, uint32_t size,
                     bool (*get)(void *context, uint32_t at, void *to, uint32_t length), void *context, uint32_t length)
{
    const uint32_t *image = images->program, *prelude = images->prelude;
    uint32_t s[NP_SNAP_HEAD_WORDS + NP_SNAP_HANDLERS_WORDS], head = 4u * NP_SNAP_HEAD_WORDS, least, old_size;
    CHECK(length >= head, SHORT);
    CHECK(get(context, 0, s, head), SHORT);
    TRY(np_snapshot_needs(s, length, &least, &old_size));
    size &= ~3u;
    if (size < least) return NP_E_ARENA_TOO_SMALL;
    bool handles = (*NP_IN_SNAPSHOT(s, outcome) & NP_OUTCOME_HANDLERS) != 0;
    if (handles) {
        CHECK(get(context, head, s + NP_SNAP_HEAD_WORDS, sizeof s - head), SHORT);
        head = sizeof s;
    }
    uint32_t content = length - head;           /* globals, objects and frames */
    uint32_t *words = (uint32_t *)(void *)((uint8_t *)arena + NP_GLOBALS_AT);
    CHECK(content == 0 || get(context, head, words, content), SHORT);
    uint32_t crc = np_crc32(s + NP_SNAP_CRC + 1, head / 4u - (NP_SNAP_CRC + 1));
    CHECK(s[NP_SNAP_CRC] == np_crc32_more(crc, words, content / 4), CRC);
    CHECK(s[NP_SNAP_PRELUDE] == prelude[NP_IMG_BUILD] && s[NP_SNAP_PRELUDE + 1] == prelude[NP_IMG_BUILD + 1] && np_images_fit(images), PRELUDE);
    CHECK(s[NP_SNAP_IMAGE] == image[NP_IMG_BUILD] && s[NP_SNAP_IMAGE + 1] == image[NP_IMG_BUILD + 1], IMAGE);
    uint32_t globals = image[NP_IMG_COUNTS] & 0xFFFFu, start = NP_GLOBALS_AT + 4u * globals, top = s[NP_SNAP_TOP];
    CHECK(top >= start && top % 4 == 0 && top - NP_GLOBALS_AT <= content && old_size % 4 == 0, HEADER);
    uint32_t frames = content - (top - NP_GLOBALS_AT);
    CHECK(top <= old_size && frames <= old_size - top, HEADER);

    np_attach(vm, port, images, arena, size);
    memset(vm->arena, 0, NP_GLOBALS_AT);
    memmove(vm->arena + size - frames, vm->arena + top, frames);
    np_arena_header *h = np_head(vm);
    memcpy(&h->ids, s + NP_SNAP_REST, 4u * NP_SNAP_REST_WORDS);
    if (handles) memcpy(h->alarm, s + NP_SNAP_HEAD_WORDS, 4u * NP_SNAP_HANDLERS_WORDS);
    h->outcome &= ~NP_OUTCOME_HANDLERS;
    h->nothing = NP_NOTHING;
    h->size = size;
    h->top = top;
    h->sp = size - frames;
    h->fp = s[NP_SNAP_FP];
    h->globals = globals;
    h->handled = s[NP_SNAP_HANDLED];
    restorer r = { .vm = vm, .old_size = old_size, .old_sp = old_size - frames };
    return check_arena(&r);
}

static bool get_from_memory(void *context, uint32_t at, void *to, uint32_t length)
{
    memcpy(to, (const uint8_t *)context + at, length);
    return true;
}

int np_snapshot_restore(np_vm *vm, const np_port *port, const np_images *images, void *arena, uint32_t size, const uint8_t *bytes, uint32_t length)
{
    return np_snapshot_load(vm, port, images, arena, size, get_from_memory, (void *)(uintptr_t)bytes, length);
}
