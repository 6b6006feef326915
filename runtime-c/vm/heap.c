/* The heap: bump allocation, and a collector that marks and slides in place.
 *
 * Sliding is Jonkers' (H. B. M. Jonkers, "A fast garbage compaction algorithm", Information Processing Letters 9(1), 1979):
 * all words that refer to an object are chained through its header, and get the new address when the scan reaches it. It needs no
 * room of its own, keeps the order of objects, and is linear. A header is odd, a chain's link is a word's offset and even.
 * Marking goes depth first with a small stack; what does not fit on it is found again by a pass over the heap.
 */
#include "heap.h"
#include "arena.h"
#include "error.h"

#include <string.h>

#define MARK_DEPTH 32u

static inline bool in_heap(const np_vm *vm, np_value v) { return (v & 3u) == 0 && v != 0 && v < np_head(vm)->top; }

void np_cache_clear(np_vm *vm)
{
    for (uint32_t i = 0; i < NP_CACHE_ENTRIES; i++) vm->cache[i].owner = NP_UNBOUND;
}

/* --- roots --------------------------------------------------------------------------------------------------- */

/* Frames that lie in generators are named by an offset inside the object. During a collection they are named by the object. */
static void shift_links(np_vm *vm, int32_t by)
{
    uint32_t *link = &np_head(vm)->fp;
    uint32_t top = np_head(vm)->top;
    while (*link != 0) {
        uint32_t frame = *link;
        uint32_t at = frame;
        if (frame < top) {
            *link = frame + (uint32_t)by;
            if (by > 0) at = *link;
        }
        link = np_at(vm, at) + NP_FRAME_PREV;
    }
}

typedef void (*visitor)(np_vm *vm, uint32_t slot, void *context);

/* Visits every slot that may hold a reference: header, globals, frames of the stack. */
static void each_root(np_vm *vm, visitor visit, void *context)
{
    np_arena_header *h = np_head(vm);
    visit(vm, NP_SLOT(fp), context);
    for (uint32_t slot = NP_SLOT(dispatcher); slot <= NP_SLOT(answer); slot += 4) visit(vm, slot, context);
    for (uint32_t i = 0; i < h->globals; i++) visit(vm, NP_GLOBALS_AT + 4u * i, context);
    /* in frames, a state word is odd and a link to the stack lies above the heap: neither is taken for a reference */
    for (uint32_t slot = h->sp; slot < h->size; slot += 4) visit(vm, slot, context);
}

/* --- mark ---------------------------------------------------------------------------------------------------- */

typedef struct {
    uint32_t object[MARK_DEPTH], next[MARK_DEPTH];
    uint32_t depth;
    bool overflow;
} mark_stack;

static bool has_values(uint32_t header)
{
    uint32_t type = np_h_type(header);
    return !((NP_RAW_TYPES >> type) & 1u) && type != NP_IDTABLE;   /* the id table is weak */
}

static void mark_from(np_vm *vm, mark_stack *s, np_value v)
{
    if (!in_heap(vm, v) || (*np_at(vm, v) & NP_MARK)) return;
    *np_at(vm, v) |= NP_MARK;
    if (!has_values(*np_at(vm, v))) return;
    s->object[0] = v;
    s->next[0] = 1;
    s->depth = 1;
    while (s->depth) {
        uint32_t object = s->object[s->depth - 1], i = s->next[s->depth - 1];
        uint32_t *words = np_at(vm, object), count = np_h_words(words[0]);
        np_value child = NP_UNBOUND;
        for (; i < count; i++) {
            child = words[i];
            if (in_heap(vm, child) && !(*np_at(vm, child) & NP_MARK)) {
                *np_at(vm, child) |= NP_MARK;
                if (has_values(*np_at(vm, child))) break;
            }
        }
        if (i >= count) {
            s->depth--;
            continue;
        }
        s->next[s->depth - 1] = ++i;
        if (i >= count) s->depth--;                     /* the last child takes its parent's place */
        if (s->depth == MARK_DEPTH) {
            s->overflow = true;                         /* marked, its words not seen: the pass over the heap finds it */
            continue;
        }
        s->object[s->depth] = child;
        s->next[s->depth] = 1;
        s->depth++;
    }
}

static void mark_root(np_vm *vm, uint32_t slot, void *stack) { mark_from(vm, stack, *np_at(vm, slot)); }

static void mark(np_vm *vm)
{
    mark_stack s;
    s.depth = 0;
    s.overflow = false;
    each_root(vm, mark_root, &s);
    while (s.overflow) {
        s.overflow = false;
        for (uint32_t p = np_heap_start(vm); p < np_head(vm)->top; p += 4u * np_h_words(*np_at(vm, p))) {
            uint32_t header = *np_at(vm, p);
            if (!(header & NP_MARK) || !has_values(header)) continue;
            for (uint32_t i = 1; i < np_h_words(header); i++) mark_from(vm, &s, np_at(vm, p)[i]);
        }
    }
}

/* Drops the id table's pairs whose object is dead. */
static void sweep_ids(np_vm *vm)
{
    np_value ids = np_head(vm)->ids;
    if (ids == NP_UNBOUND) return;
    uint32_t *w = np_at(vm, ids), count = np_h_words(w[0]), kept = 1;
    for (uint32_t i = 1; i + 1 < count; i += 2) {
        if (w[i] == NP_UNBOUND || !(*np_at(vm, w[i]) & NP_MARK)) continue;
        w[kept] = w[i];
        w[kept + 1] = w[i + 1];
        kept += 2;
    }
    for (; kept < count; kept++) w[kept] = NP_UNBOUND;
}

/* --- slide --------------------------------------------------------------------------------------------------- */

static void thread(np_vm *vm, uint32_t slot)
{
    np_value v = *np_at(vm, slot);
    if (!in_heap(vm, v)) return;
    *np_at(vm, slot) = *np_at(vm, v);
    *np_at(vm, v) = slot;
}

static void thread_root(np_vm *vm, uint32_t slot, void *context)
{
    (void)context;
    thread(vm, slot);
}

/* Gives all words chained through the header at `p` the address `to`, and puts the header back. */
static uint32_t unthread(np_vm *vm, uint32_t p, uint32_t to)
{
    uint32_t link = *np_at(vm, p);
    while (!(link & 1u)) {
        uint32_t next = *np_at(vm, link);
        *np_at(vm, link) = to;
        link = next;
    }
    *np_at(vm, p) = link;
    return link;
}

void np_collect(np_vm *vm)
{
    np_arena_header *h = np_head(vm);
    shift_links(vm, -4);
    mark(vm);
    sweep_ids(vm);
    each_root(vm, thread_root, NULL);
    uint32_t start = np_heap_start(vm), to = start;
    for (uint32_t p = start, words; p < h->top; p += 4u * words) {
        uint32_t header = unthread(vm, p, to);
        words = np_h_words(header);
        if (!(header & NP_MARK)) continue;
        if (!((NP_RAW_TYPES >> np_h_type(header)) & 1u))
            for (uint32_t i = 1; i < words; i++) thread(vm, p + 4u * i);
        to += 4u * words;
    }
    to = start;
    for (uint32_t p = start, words; p < h->top; p += 4u * words) {
        uint32_t header = unthread(vm, p, to);
        words = np_h_words(header);
        if (!(header & NP_MARK)) continue;
        *np_at(vm, p) = header & ~NP_MARK;
        if (to != p) memmove(np_at(vm, to), np_at(vm, p), 4u * words);
        to += 4u * words;
    }
    h->top = to;
    shift_links(vm, 4);
    np_cache_clear(vm);
    vm->counters.collections++;
    uint32_t live = to + (h->size - h->sp);
    if (live > vm->counters.peak_live_bytes) vm->counters.peak_live_bytes = live;
}

/* --- allocation ---------------------------------------------------------------------------------------------- */

#ifdef NP_DEBUG_GC
static void shift_value(np_vm *vm, uint32_t slot, void *context)
{
    (void)context;
    if (in_heap(vm, *np_at(vm, slot))) *np_at(vm, slot) += 4;
}

/* Moves every object up by a word, or leaves it to the collection just done that it is back down: so objects change their place at each
 * allocation, and a reference or a slot of a generator's frame that outlived one shows. */
static void debug_shift(np_vm *vm)
{
    np_arena_header *h = np_head(vm);
    uint32_t start = np_heap_start(vm);
    vm->shifted = !vm->shifted && np_room(vm) >= 4;
    if (!vm->shifted) return;
    shift_links(vm, -4);
    each_root(vm, shift_value, NULL);
    for (uint32_t p = start; p < h->top; p += 4u * np_h_words(*np_at(vm, p))) {
        uint32_t header = *np_at(vm, p);
        if ((NP_RAW_TYPES >> np_h_type(header)) & 1u) continue;
        for (uint32_t i = 1; i < np_h_words(header); i++) shift_value(vm, p + 4u * i, NULL);
    }
    memmove(np_at(vm, start + 4), np_at(vm, start), h->top - start);
    *np_at(vm, start) = NP_HEADER(NP_ARRAY, 0, 0, 1);
    h->top += 4;
    shift_links(vm, 4);
    np_cache_clear(vm);
}

/* Everything that an allocation may do, done at each; beneath a deep stack, which makes it dear, at one of sixteen. */
static void disturb(np_vm *vm)
{
    const np_arena_header *h = np_head(vm);
    if (h->size - h->sp > 8192u && (h->sp / 4u + h->top / 4u) % 16u != 0) return;
    np_collect(vm);
    debug_shift(vm);
    np_debug_move(vm);
}
#endif

static bool make_room(np_vm *vm, uint32_t bytes)
{
#ifdef NP_DEBUG_GC
    disturb(vm);
#endif
    if (np_room(vm) >= bytes) return true;
    np_collect(vm);
    uint32_t room = np_room(vm), size = np_head(vm)->size;
    if (room >= bytes && room - bytes >= size / 8) return true;
    /* with less than an eighth free it would soon be collecting all the time */
    uint32_t least = size - room + bytes, wanted = least + least / 8;
    if (wanted < size + size / 4) wanted = size + size / 4;
    np_grow(vm, wanted);
    return np_room(vm) >= bytes || (np_grow(vm, least) && np_room(vm) >= bytes);
}

bool np_reserve(np_vm *vm, uint32_t bytes)
{
#ifdef NP_DEBUG_GC
    vm->reserved = 0;
    if (vm->fail_in && --vm->fail_in == 0) return false;
    vm->reserved = bytes;
#endif
    return bytes <= 4u * NP_MAX_WORDS && make_room(vm, bytes);
}

/* Is a frame of `bytes` above the depth that frames may reach? */
static bool is_shallow(const np_vm *vm, uint32_t bytes) { return np_head(vm)->sp >= bytes + vm->stack_floor; }

bool np_reserve_frame(np_vm *vm, uint32_t bytes)
{
#ifdef NP_DEBUG_GC
    if (np_room(vm) >= bytes) disturb(vm);
#endif
    if (np_room(vm) < bytes && !np_reserve(vm, bytes)) {
        np_raise_memory(vm);
        return false;
    }
    if (is_shallow(vm, bytes)) return true;
    uint32_t size = np_head(vm)->size, least = (size - np_head(vm)->sp + bytes) / 3 * 4 + 16;
    np_grow(vm, least < size + size / 4 ? size + size / 4 : least);
    if (is_shallow(vm, bytes) || (np_grow(vm, least) && is_shallow(vm, bytes))) return true;
    np_raise(vm, NP_T_RecursionError, "maximum recursion depth exceeded");
    return false;
}

np_value np_alloc(np_vm *vm, uint32_t type, uint32_t aux2, uint32_t aux1, uint32_t words)
{
#ifdef NP_DEBUG_GC
    /* what was reserved is not refused */
    if (4u * words <= vm->reserved) vm->reserved -= 4u * words;
    else if (vm->fail_in && --vm->fail_in == 0) return np_raise_memory(vm);
#endif
    if (words > NP_MAX_WORDS || !make_room(vm, 4u * words)) return np_raise_memory(vm);
    uint32_t ref = np_head(vm)->top;
    uint32_t *w = np_at(vm, ref);
    np_head(vm)->top = ref + 4u * words;
    w[0] = NP_HEADER(type, aux2, aux1, words);
    for (uint32_t i = 1; i < words; i++) w[i] = 0;
    vm->counters.allocated_bytes += 4u * words;
    return ref;
}

/* --- serial numbers ------------------------------------------------------------------------------------------- */

np_value np_watched(const np_vm *vm, np_value number)
{
    np_value ids = np_head(vm)->ids;
    if (ids == NP_UNBOUND) return ids;
    const uint32_t *w = np_at(vm, ids);
    for (uint32_t used = 1; used < np_h_words(w[0]) && w[used] != NP_UNBOUND; used += 2)
        if (w[used + 1] == number) return w[used];
    return NP_UNBOUND;
}

np_value np_serial(np_vm *vm, uint32_t slot)
{
    np_value v = np_get(vm, slot), ids = np_head(vm)->ids;
    uint32_t used = 1, count = 1;
    if (ids != NP_UNBOUND) {
        uint32_t *w = np_at(vm, ids);
        count = np_h_words(w[0]);
        for (; used < count && w[used] != NP_UNBOUND; used += 2)
            if (w[used] == v) return w[used + 1];
    }
    if (used >= count) {
        np_value grown = np_alloc(vm, NP_IDTABLE, 0, 0, count + 8);
        if (grown == NP_UNBOUND) return NP_UNBOUND;
        ids = np_head(vm)->ids;
        used = 1;
        if (ids != NP_UNBOUND)
            for (uint32_t *w = np_at(vm, ids); used < np_h_words(w[0]) && w[used] != NP_UNBOUND; used++) np_at(vm, grown)[used] = w[used];
        np_head(vm)->ids = ids = grown;
        v = np_get(vm, slot);
    }
    uint32_t *w = np_at(vm, ids);
    w[used] = v;
    w[used + 1] = np_int((int32_t)(np_head(vm)->next_id++ & NP_INT_MAX));
    return w[used + 1];
}
