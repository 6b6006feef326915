/* Images in flash: programs, and preludes that are not the one of this firmware, which are kept as long as a program names them. */
#include "board_state.h"

enum { COPY_WORDS = 32 };

static uint64_t linked_in(void) { return np_image_build(np_prelude); }

/* --- finding them --------------------------------------------------------------------------------------------- */

/* Its image, if it has one: a damaged flash may have a record that is too short, or lies where nothing is mapped. */
static const uint32_t *image_in(const np_board *b, const np_record_info *record)
{
    return record->stage != 0 || record->length < 4u * NP_IMG_HEAD_WORDS ? NULL : np_store_mapped(&b->store, record->at);
}

int np_find_image(const np_board *b, uint64_t build, np_record_info *record)
{
    int error = np_store_find(&b->store, NP_STORE_IMAGE, build, record);
    if (error < 0) return error;
    const uint32_t *image = image_in(b, record);
    if (!image) return NP_E_STORE_DAMAGED;
    return image[NP_IMG_VERSION] == (NP_IMAGE_VERSION | NP_ABI_VERSION << 16) ? 0 : NP_E_IMAGE_VERSION;
}

int np_locate_image(const np_board *b, uint64_t build, const uint32_t **words, uint32_t *length)
{
    np_record_info record;
    *words = np_prelude;
    *length = np_prelude_bytes;
    if (build == linked_in()) return 0;
    int error = np_find_image(b, build, &record);
    if (error < 0) return error;
    *words = np_store_mapped(&b->store, record.at);
    *length = record.length;
    return 0;
}

int np_find_prelude(const np_board *b, uint64_t build, uint32_t *at)
{
    np_record_info record;
    *at = 0;
    if (build == linked_in()) return 0;
    if (build == 0 || np_find_image(b, build, &record) < 0 || np_image_prelude(np_store_mapped(&b->store, record.at)) != 0) return NP_E_BOARD_PRELUDE;
    *at = record.at;
    return 0;
}

const uint32_t *np_prelude_at(const np_board *b, uint32_t at) { return at ? np_store_mapped(&b->store, at) : np_prelude; }

int np_find_images(const np_board *b, uint64_t build, uint32_t *image_at, uint32_t *prelude_at)
{
    np_record_info record;
    if (np_find_image(b, build, &record) < 0) return NP_E_BOARD_NO_IMAGE;
    *image_at = record.at;
    return np_find_prelude(b, np_image_prelude(np_store_mapped(&b->store, record.at)), prelude_at);
}

np_images np_images_at(const np_board *b, uint32_t image_at, uint32_t prelude_at)
{
    return (np_images){ np_prelude_at(b, prelude_at), np_store_mapped(&b->store, image_at) };
}

/* --- keeping them --------------------------------------------------------------------------------------------- */

/* Whether a function is here that runs the program, or it was uploaded last. */
static bool program_live(const np_board *b, uint64_t build)
{
    np_function_head head;
    if (build == b->recent_image) return true;
    for (uint32_t i = 0; i < b->entries; i++)
        if (np_entry_of(b, i)->at != NP_NO_RECORD && np_read_head(b, i, &head) == 0 && head.image == build) return true;
    return false;
}

typedef struct {
    const np_board *b;
    uint64_t prelude;
    bool named;
} naming;

static bool names_prelude(void *context, const np_record_info *record)
{
    naming *n = context;
    const uint32_t *image = image_in(n->b, record);
    n->named = image && np_image_prelude(image) == n->prelude && program_live(n->b, record->key);
    return !n->named;
}

/* Whether a stored program that is live runs with the prelude. */
static bool is_named(const np_board *b, uint64_t prelude)
{
    naming n = { b, prelude, false };
    np_store_each(&b->store, NP_STORE_IMAGE, names_prelude, &n);
    return n.named;
}

bool np_image_live(const np_board *b, const np_record_info *record)
{
    const uint32_t *image = image_in(b, record);
    if (!image) return false;
    if (np_image_prelude(image) != 0) return program_live(b, record->key);
    return record->key == b->recent_prelude || (record->key != linked_in() && is_named(b, record->key));
}

void np_image_moved(np_board *b, uint32_t from, uint32_t to)
{
    for (np_block *block = np_pool_next(&b->pool, NULL); block; block = np_pool_next(&b->pool, block)) {
        np_resident *r = np_block_content(block);
        if (block->kind != NP_BLOCK_RESIDENT || (r->image_at != from && r->prelude_at != from)) continue;
        if (r->image_at == from) r->image_at = to;
        if (r->prelude_at == from) r->prelude_at = to;
        np_images images = np_images_at(b, r->image_at, r->prelude_at);
        if (b->runs.function == block->owner) np_relocate_images(&b->vm, &images);
        if (b->serves.function == block->owner) np_relocate_images(&b->service, &images);
    }
}

/* Images are verified when they come, and run in place: one that flash has changed since would run unverified. Its stage says so, until it comes again. */
static bool check_image(void *context, const np_record_info *record)
{
    np_board *b = context;
    if (record->stage == 0 && np_store_check(&b->store, record->at) == NP_E_STORE_DAMAGED) np_store_advance(&b->store, record->at, 1);
    return true;
}

int np_check_images(np_board *b) { return np_store_each(&b->store, NP_STORE_IMAGE, check_image, b); }

int np_keep_prelude(np_board *b)
{
    np_record_info record;
    np_writer writer;
    uint32_t words[COPY_WORDS], all = np_prelude_bytes / 4;
    if (!is_named(b, linked_in())) return 0;
    b->recent_prelude = linked_in();
    if (np_find_image(b, linked_in(), &record) == 0) return 0;
    int error = np_store_begin(&b->store, &writer, NP_STORE_IMAGE, linked_in(), np_prelude_bytes);
    if (error < 0) return error;
    for (uint32_t at = 0, n; at < all && error == 0; at += n) {
        n = all - at < COPY_WORDS ? all - at : COPY_WORDS;
        for (uint32_t i = 0; i < n; i++) words[i] = np_prelude[at + i];
        error = np_store_append(&b->store, &writer, words, 4u * n);
    }
    if (error < 0) {
        np_store_cancel(&b->store, &writer);
        return error;
    }
    int32_t place = np_store_commit(&b->store, &writer);
    return place < 0 ? place : 0;
}
