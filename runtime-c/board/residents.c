/* Functions that have an arena: in and out of RAM, and who gives way when it is short. */
#include "board_state.h"

#include <string.h>

/* An arena begins with so much beyond what it needs, and is made so much larger than what is live when it is shrunk. */
enum { FIRST_ARENA = 512, SLACK = 256 };

/* Swapping wears the flash: at first only those are swapped out that sleep at least so long, milliseconds. */
enum { WORTH_SWAPPING_MS = 10000 };

np_resident *np_resident_of(const np_board *b, uint32_t index) { return np_pool_find(&b->pool, NP_BLOCK_RESIDENT, index); }

/* --- the two machines ----------------------------------------------------------------------------------------- */

void np_pool_has_moved(void *board)
{
    np_board *b = board;
    np_resident *r;
    if (b->runs.function != NP_NONE_INDEX && (r = np_resident_of(b, b->runs.function))) np_relocate(&b->vm, np_resident_arena(r));
    if (b->serves.function != NP_NONE_INDEX && (r = np_resident_of(b, b->serves.function))) np_relocate(&b->service, np_resident_arena(r));
}

/* Leaves the function in which a machine stands. */
static void leave(np_board *b, np_machine_port *p, np_vm *vm)
{
    np_resident *r = p->function == NP_NONE_INDEX ? NULL : np_resident_of(b, p->function);
    if (r) r->clock_base = np_clock_base(vm);
    p->function = NP_NONE_INDEX;
}

static void enter(np_board *b, np_machine_port *p, np_vm *vm, uint32_t index)
{
    np_resident *r = np_resident_of(b, index);
    np_images images = np_images_at(b, r->image_at, r->prelude_at);
    np_adopt(vm, &p->port, &images, np_resident_arena(r), r->clock_base);
    np_set_max_instructions(vm, r->limit);
    p->function = index;
}

void np_switch_to(np_board *b, uint32_t index)
{
    if (b->runs.function == index) return;
    if (b->serves.function == index) leave(b, &b->serves, &b->service);
    leave(b, &b->runs, &b->vm);
    enter(b, &b->runs, &b->vm, index);
}

np_vm *np_service(np_board *b, uint32_t index)
{
    if (b->serves.function == index) return &b->service;
    leave(b, &b->serves, &b->service);
    enter(b, &b->serves, &b->service, index);
    return &b->service;
}

np_vm *np_machine_of(np_board *b, uint32_t index) { return b->runs.function == index ? &b->vm : np_service(b, index); }

/* --- out ------------------------------------------------------------------------------------------------------ */

void np_drop_resident(np_board *b, uint32_t index)
{
    if (b->runs.function == index) b->runs.function = NP_NONE_INDEX;
    if (b->serves.function == index) b->serves.function = NP_NONE_INDEX;
    np_pool_remove(&b->pool, NP_BLOCK_RESIDENT, index);
    np_entry_of(b, index)->flags &= (uint8_t)~(NP_IN_RESIDENT | NP_IN_OUTPUT | NP_IN_INPUT);
}

int np_swap_out(np_board *b, uint32_t index)
{
    np_function_head head;
    int error = np_read_head(b, index, &head);
    if (error < 0) return error;
    np_resident *r = np_resident_of(b, index);
    uint64_t now = np_now(b), wake = r->wake_at;
    head.claim.state = NP_STATE_READY;
    head.flags &= ~(uint32_t)NP_HEAD_SUSPENDED;
    error = np_store_function(b, index, &head, NP_CONTENT_LIVE);
    if (error < 0) return error;
    np_drop_resident(b, index);
    np_entry *e = np_entry_of(b, index);
    uint64_t most = now + (uint64_t)INT32_MAX * 1000u;      /* a longer sleep is looked at again then */
    if (!(e->flags & (NP_IN_TIMED | NP_IN_EVENT))) e->flags &= (uint8_t)~NP_IN_WAITING;     /* for input or output it asks again */
    if (e->flags & NP_IN_WAITING) e->flags |= NP_IN_SWAPPED;
    e->time = np_ms(e->flags & NP_IN_TIMED ? (wake < most ? wake : most) : now);
    b->swaps_out++;
    return 0;
}

/* Gives a waiting arena's free room back. */
static void shrink(np_board *b, uint32_t index)
{
    np_resident *r = np_resident_of(b, index);
    if (r->shrunk) return;
    uint32_t size = np_shrink(np_machine_of(b, index), SLACK);
    r = np_resident_of(b, index);
    r->shrunk = 1;
    r->arena_bytes = size;
    np_pool_resize(&b->pool, NP_BLOCK_RESIDENT, index, (uint32_t)sizeof(np_resident) + size);
}

/* Whether a resident may be swapped out. */
static bool may_go(const np_board *b, uint32_t index)
{
    return (b->pressed || np_entry_of(b, index)->flags & (NP_IN_TIMED | NP_IN_EVENT)) && !np_calls_want(b, index);
}

/* The resident that ran longest ago among those that wait and will for `least_us`. */
static uint32_t victim(const np_board *b, uint32_t keep, uint64_t least_us, bool unshrunk)
{
    uint32_t best = NP_NONE_INDEX, oldest = 0;
    uint64_t now = np_now(b);
    for (np_block *block = np_pool_next(&b->pool, NULL); block; block = np_pool_next(&b->pool, block)) {
        if (block->kind != NP_BLOCK_RESIDENT || block->owner == keep) continue;
        const np_resident *r = np_block_content(block);
        if (unshrunk ? r->shrunk != 0 : !may_go(b, block->owner)) continue;
        if (!unshrunk && r->wake_at != NP_NEVER && r->wake_at < now + least_us) continue;
        if (best == NP_NONE_INDEX || b->turn - r->turn > oldest) {
            best = block->owner;
            oldest = b->turn - r->turn;
        }
    }
    return best;
}

/* What could be had at the most: all that waits and is not called, and all of an arena that may still be shrunk. Nobody is swapped out in vain. */
static bool could_have_room(const np_board *b, uint32_t bytes, uint32_t keep)
{
    uint64_t room = np_pool_room(&b->pool);
    for (np_block *block = np_pool_next(&b->pool, NULL); block; block = np_pool_next(&b->pool, block)) {
        if (block->kind != NP_BLOCK_RESIDENT || block->owner == keep) continue;
        const np_resident *r = np_block_content(block);
        if (!r->shrunk || may_go(b, block->owner)) room += block->bytes;
    }
    return room >= bytes;
}

bool np_make_room(np_board *b, uint32_t bytes, uint32_t keep)
{
    if (!could_have_room(b, bytes, keep)) return false;
    uint64_t least_us = (uint64_t)WORTH_SWAPPING_MS * 1000u;
    uint32_t other;
    while (np_pool_room(&b->pool) < bytes) {
        if ((other = victim(b, keep, 0, true)) != NP_NONE_INDEX) {
            shrink(b, other);
        } else if ((other = victim(b, keep, least_us, false)) != NP_NONE_INDEX) {
            if (np_swap_out(b, other) < 0) return false;
        } else if (least_us > 0) {
            least_us = 0;       /* nobody sleeps long: wear is better than standing still */
        } else {
            return false;
        }
    }
    return true;
}

bool np_fits(const np_board *b, uint32_t snapshot_bytes)
{
    uint32_t room = np_pool_room(&b->pool);
    for (const np_block *block = np_pool_next(&b->pool, NULL); block; block = np_pool_next(&b->pool, block))
        if (block->kind == NP_BLOCK_RESIDENT || block->kind == NP_BLOCK_EVENT) room += block->bytes;
    return snapshot_bytes <= room && room - snapshot_bytes >= sizeof(np_resident) + SLACK;
}

/* --- in ------------------------------------------------------------------------------------------------------- */

typedef struct {
    np_board *b;
    uint32_t index;
} record_source;

static bool get(void *context, uint32_t at, void *to, uint32_t length)
{
    const record_source *s = context;
    return np_store_read(&s->b->store, np_entry_of(s->b, s->index)->at, (uint32_t)sizeof(np_function_head) + at, to, length) == 0;
}

/* The records of what a function runs. */
typedef struct {
    uint32_t image, prelude;
} places;

/* A block for the arena. Making room may collect the store, and move images: they are looked up behind it. */
static int new_block(np_board *b, uint32_t index, uint64_t build, uint32_t size, np_resident **r, places *at)
{
    uint32_t bytes = (uint32_t)sizeof(np_resident) + size;
    if (size > b->pool.bytes || !np_make_room(b, bytes, NP_NONE_INDEX)) return NP_E_BOARD_FULL;
    leave(b, &b->serves, &b->service);      /* it may have stood in one that gave way, and is about to be used for this one */
    int error = np_find_images(b, build, &at->image, &at->prelude);
    if (error < 0) return error;
    *r = np_pool_add(&b->pool, NP_BLOCK_RESIDENT, index, bytes);
    return *r ? 0 : NP_E_BOARD_FULL;
}

/* An arena for a program at its beginning: as small as it takes. */
static int start(np_board *b, uint32_t index, uint64_t build, uint32_t heap, uint32_t *size, places *at)
{
    for (*size = heap < FIRST_ARENA ? heap & ~3u : FIRST_ARENA;; *size = *size * 2 < heap ? *size * 2 : heap & ~3u) {
        np_resident *r;
        int error = new_block(b, index, build, *size, &r, at);
        if (error < 0) return error;
        np_images images = np_images_at(b, at->image, at->prelude);
        error = np_start(&b->service, &b->serves.port, &images, np_resident_arena(r), *size);
        if (error == 0 || *size >= (heap & ~3u)) return error;
        np_pool_remove(&b->pool, NP_BLOCK_RESIDENT, index);
    }
}

static int restore(np_board *b, uint32_t index, uint64_t build, uint32_t heap, uint32_t length, uint32_t *size, places *at)
{
    np_resident *r;
    uint32_t words[NP_SNAP_HEAD_WORDS], least, had;
    record_source source = { b, index };
    if (length < sizeof words || !get(&source, 0, words, sizeof words)) return NP_E_STORE_DAMAGED;
    int error = np_snapshot_needs(words, length, &least, &had);
    if (error < 0) return error;
    /* a bit for each word, which the checks of a snapshot use where there is room: else they go over it several times */
    uint32_t wanted = least + SLACK + ((length / 32u + 3u) & ~3u);
    *size = wanted < heap ? wanted : heap & ~3u;
    if (*size < least) return NP_E_ARENA_TOO_SMALL;
    error = new_block(b, index, build, *size, &r, at);
    if (error < 0) return error;
    np_images images = np_images_at(b, at->image, at->prelude);
    return np_snapshot_load(&b->service, &b->serves.port, &images, np_resident_arena(r), *size, get, &source, length);
}

/* Time that went by while it lay in flash, where its clock went on. */
static uint64_t time_away(const np_entry *e, const np_vm *vm, uint64_t now)
{
    if (!(e->flags & NP_IN_SWAPPED)) return 0;
    int64_t away = (int64_t)(int32_t)(np_ms(now) - e->time) * 1000;     /* since the time that the entry names: when it went, or when it wakes */
    if (e->flags & NP_IN_TIMED) away += (int64_t)np_wait_left(vm);
    return away > 0 ? (uint64_t)away : 0;
}

int np_swap_in(np_board *b, uint32_t index)
{
    np_function_head head;
    np_record_info record;
    uint32_t size = 0;
    places at = { 0, 0 };
    int error = np_read_head(b, index, &head);
    if (error == 0) error = np_store_info(&b->store, np_entry_of(b, index)->at, &record);
    if (error < 0) return error;
    uint32_t length = record.length - (uint32_t)sizeof head;
    bool begins = length == 0 || np_entry_of(b, index)->flags & NP_IN_RESTART;
    error = begins ? start(b, index, head.image, head.heap, &size, &at) : restore(b, index, head.image, head.heap, length, &size, &at);
    if (error < 0) {
        np_pool_remove(&b->pool, NP_BLOCK_RESIDENT, index);
        return error;
    }
    uint64_t now = np_now(b);
    np_entry *e = np_entry_of(b, index);
    if (!begins) np_advance_clock(&b->service, time_away(e, &b->service, now));
    np_resident *r = np_resident_of(b, index);
    uint64_t total = head.total_instructions ? head.total_instructions : NP_NEVER;
    *r = (np_resident){ .clock_base = np_clock_base(&b->service), .wake_at = NP_NEVER, .stored_at = now, .limit = total, .total = total,
                        .invocation = head.invocation_instructions, .image_at = at.image, .prelude_at = at.prelude, .heap = head.heap, .slice = head.slice,
                        .checkpoint_ms = head.checkpoint_ms, .timeout_ms = head.timeout_ms, .turn = b->turn, .shrunk = 1, .arena_bytes = size, .stored_turn = b->turn };
    if (begins) np_head(&b->service)->written[0] = head.written;
    np_set_max_instructions(&b->service, total);
    b->serves.function = index;
    e->wanted = 0;
    if (!begins) b->swaps_in++;
    e->flags = (uint8_t)((e->flags & ~(NP_IN_SWAPPED | NP_IN_RESTART)) | NP_IN_RESIDENT);
    if (!begins) np_devices_taken_up(b, index);
    r = np_resident_of(b, index);
    uint64_t left = np_wait_left(&b->service);
    if (e->flags & NP_IN_WAITING) {
        r->wake_at = left == NP_NEVER ? NP_NEVER : now + left;
        if (left == 0) np_wake(b, index);
    }
    return 0;
}
