/* The verifier's part for preludes: what C code finds there by number. */
#include "verify.h"

#define CHECK(condition, word, error) do { if (!(condition)) return np_refuse(v, (word), NP_E_##error); } while (0)
#define TRY(call) do { int error = (call); if (error) return error; } while (0)

/* Its first functions are those that the machine calls. It may have more than this machine knows, and fewer than a newer one. */
static int verify_entries(np_verifier *v)
{
    const uint32_t *image = v->image;
    uint32_t count = image[NP_IMG_COUNTS] & 0xFFFFu;
    CHECK(count >= NP_P_BASE && count <= np_image_functions(image), NP_IMG_COUNTS, IMAGE_ENTRY);
    for (uint32_t i = 0; i < count && i < NP_P_COUNT; i++) {
        uint32_t at = image[image[NP_IMG_FUNCTIONS] + i], wanted = np_whole(np_entries[i]), least = wanted & 255u, most = wanted >> 8 & 255u;
        const uint32_t *r = image + at;
        uint32_t params = np_rec_params(r), flags = np_rec_flags(r), keyword = flags & NP_FN_KWDEFAULTS ? np_rec_kwonly(r) : 0;
        uint32_t tuple = np_rec_word(r, NP_REC_DEFAULTS), defaults = tuple ? np_h_words(image[tuple >> 7]) - 1 - keyword : 0;
        CHECK(params - defaults <= least && (most <= params || (flags & NP_FN_VARARGS)) && keyword == np_rec_kwonly(r), at, IMAGE_ENTRY);
        CHECK(!(flags & NP_FN_CAPTURES) && !(flags & NP_FN_GENERATOR) == !(wanted >> 16), at, IMAGE_ENTRY);
    }
    return 0;
}

/* The methods of the builtin types: where each type's begin, and end; then a word for each, sorted by symbol in each type. */
static int verify_methods(np_verifier *v)
{
    const uint32_t *image = v->image;
    uint32_t table = image[NP_IMG_MODULES], types = image[NP_IMG_MODULE_COUNT], from = types + 1;
    TRY(np_take(v, NP_IMG_MODULES, table, from));
    CHECK(image[table] == from, table, IMAGE_METHOD);
    for (uint32_t i = table + 1; i <= table + types; i++) CHECK(image[i] >= image[i - 1], i, IMAGE_METHOD);
    TRY(np_take(v, NP_IMG_MODULES, table + from, image[table + types] - from));
    for (uint32_t type = 0; type < types; type++) {
        uint32_t next = 0;
        for (uint32_t i = table + image[table + type]; i < table + image[table + type + 1]; i++) {
            uint32_t w = image[i], number = w & (NP_METHOD_FUNCTION - 1u);
            CHECK(w >> 16 >= next && w >> 16 < v->symbols, i, IMAGE_METHOD);
            CHECK(number < (w & NP_METHOD_FUNCTION ? np_image_functions(image) : NP_BUILTIN_COUNT), i, IMAGE_METHOD);
            next = (w >> 16) + 1;
        }
    }
    return 0;
}

int np_verify_prelude(np_verifier *v)
{
    TRY(verify_entries(v));
    return verify_methods(v);
}
