/* The verifier of images: every word that FORMAT.md draws, once. Each check has its number in errors.def.
 *
 * Nothing here recurses or allocates. Tables of functions, classes and modules ascend, so that a value's target is found by halving; tuples
 * name only objects that stand before them, so there are no cycles. Code is verify_code.c's.
 */
#include "verify.h"

#include "crc32.h"
#include "vm.h"

#define CHECK(condition, word, error) do { if (!(condition)) return np_refuse(v, (word), NP_E_##error); } while (0)
#define TRY(call) do { int error = (call); if (error) return error; } while (0)

int np_take(np_verifier *v, uint32_t where, uint32_t offset, uint32_t count)
{
    CHECK(offset <= v->words && (offset >= NP_IMG_HEAD_WORDS || count == 0) && count <= v->words - offset, where, IMAGE_SECTION);
    CHECK(count <= v->words - NP_IMG_HEAD_WORDS - v->taken, where, IMAGE_SECTION);
    v->taken += count;
    return 0;
}

/* --- values ----------------------------------------------------------------------------------------------------- */

static uint32_t image_bits(np_value x) { return (x >> 5) & 3u; }

bool np_verify_function_value(const np_verifier *v, np_value x)
{
    if (!np_is_imm(x, NP_IMM_FUNCTION)) return false;
    if (image_bits(x) == v->number) return np_image_has_function(v->image, x >> 7);
    return image_bits(x) == 0 && np_image_has_function(v->prelude, x >> 7);
}

bool np_verify_template_value(const np_verifier *v, np_value x)
{
    return np_is_imm(x, NP_IMM_TEMPLATE) && image_bits(x) == v->number && np_image_has_class(v->image, x >> 7);
}

bool np_verify_value(const np_verifier *v, np_value x)
{
    if (np_is_int(x)) return true;
    if (!(x & 2u)) return false;
    switch ((x >> 2) & 7u) {
    case NP_IMM_SINGLETON: return np_payload(x) < NP_SINGLETONS;
    case NP_IMM_SYMBOL: return np_payload(x) < v->symbols;
    case NP_IMM_CONST: return image_bits(x) == v->number && np_places_has(&v->places, x >> 7);
    case NP_IMM_FUNCTION: return np_verify_function_value(v, x);
    case NP_IMM_BUILTIN: return np_payload(x) < NP_BUILTIN_COUNT;
    case NP_IMM_TYPE: return np_payload(x) < NP_TYPE_COUNT;
    case NP_IMM_MODULE: return image_bits(x) == v->number && np_image_has_module(v->image, x >> 7);
    default: return np_verify_template_value(v, x);
    }
}

/* --- head ------------------------------------------------------------------------------------------------------- */

static int verify_head(np_verifier *v, uint32_t length)
{
    const uint32_t *image = v->image;
    CHECK(length >= 4u * NP_IMG_HEAD_WORDS && length % 4 == 0, 0, IMAGE_SHORT);
    CHECK(image[NP_IMG_MAGIC] == NP_IMAGE_MAGIC, NP_IMG_MAGIC, IMAGE_MAGIC);
    CHECK((image[NP_IMG_VERSION] & 0xFFFFu) == NP_IMAGE_VERSION, NP_IMG_VERSION, IMAGE_VERSION);
    CHECK(image[NP_IMG_VERSION] >> 16 == NP_ABI_VERSION, NP_IMG_VERSION, IMAGE_ABI);
    CHECK(image[NP_IMG_LENGTH] == length, NP_IMG_LENGTH, IMAGE_LENGTH);
    CHECK(image[NP_IMG_CRC] == np_crc32(image + NP_IMG_PRELUDE, v->words - NP_IMG_PRELUDE), NP_IMG_CRC, IMAGE_CRC);
    CHECK(np_image_prelude(image) == (v->number ? np_image_build(v->prelude) : 0), NP_IMG_PRELUDE, IMAGE_PRELUDE);
    uint32_t first = v->number ? v->prelude[NP_IMG_COUNTS] >> 16 : 0;
    CHECK(image[NP_IMG_FIRST_SYMBOL] == first, NP_IMG_FIRST_SYMBOL, IMAGE_SYMBOL_BASE);
    v->symbols = first + (image[NP_IMG_COUNTS] >> 16);
    /* a prelude's code runs in every instance, whatever globals that has; the machine's own symbols are its first */
    v->globals = v->number ? image[NP_IMG_COUNTS] & 0xFFFFu : 0;
    CHECK(v->symbols >= NP_SYMBOLS_RESERVED, NP_IMG_COUNTS, IMAGE_SYMBOL_BASE);
    return 0;
}

/* A table of word offsets, each behind the one before it by `least` words or more. */
static int verify_table(np_verifier *v, uint32_t where, uint32_t count, uint32_t least)
{
    uint32_t table = v->image[where], before = NP_IMG_HEAD_WORDS;
    TRY(np_take(v, where, table, count));
    for (uint32_t i = table; i < table + count; i++) {
        CHECK(v->image[i] >= before && v->image[i] < v->words && v->words - v->image[i] >= least, i, IMAGE_SECTION);
        before = v->image[i] + least;
    }
    return 0;
}

/* --- constants -------------------------------------------------------------------------------------------------- */

static int verify_object(np_verifier *v, uint32_t at, uint32_t words)
{
    const uint32_t *o = v->image + at;
    uint32_t aux = o[0] & 0x380u;
    switch (np_h_type(o[0])) {
    case NP_STR:
    case NP_BYTES:
        CHECK(words >= NP_STR_DATA, at, IMAGE_OBJECT);
        CHECK(np_text_valid(o) && o[NP_STR_HASH] == np_text_hash(o), at, IMAGE_STRING);
        return 0;
    case NP_FLOAT:
        CHECK(words == 3 && aux == 0 && np_number_valid(o), at, IMAGE_OBJECT);
        return 0;
    case NP_BIGINT:
        CHECK(words >= 2 && np_h_aux2(o[0]) == 0 && np_number_valid(o), at, IMAGE_OBJECT);
        return 0;
    case NP_TUPLE:
        CHECK(aux == 0, at, IMAGE_OBJECT);
        /* only what stands before it is known yet: a tuple in itself is refused */
        for (uint32_t i = 1; i < words; i++)
            CHECK(np_verify_value(v, o[i]) && !np_is_imm(o[i], NP_IMM_TEMPLATE), at + i, IMAGE_VALUE);
        return 0;
    default:
        return np_refuse(v, at, NP_E_IMAGE_OBJECT);
    }
}

static int verify_header(np_verifier *v, uint32_t at, uint32_t to)
{
    uint32_t header = v->image[at], words = np_h_words(header);
    CHECK((header & 3u) == 1u && words > 0 && words <= to - at, at, IMAGE_OBJECT);
    return verify_object(v, at, words);
}

/* The constants' area: first the symbols' strings, in the order of their numbers, then the objects that values name. */
static int verify_constants(np_verifier *v)
{
    const uint32_t *image = v->image;
    uint32_t at = image[NP_IMG_CONSTS], to = image[NP_IMG_CONSTS_END], own = image[NP_IMG_COUNTS] >> 16, symbols = image[NP_IMG_SYMBOLS];
    CHECK(at <= to, NP_IMG_CONSTS_END, IMAGE_SECTION);
    TRY(np_take(v, NP_IMG_CONSTS, at, to - at));
    TRY(np_take(v, NP_IMG_SYMBOLS, symbols, own));
    for (uint32_t i = symbols; i < symbols + own; i++) {
        /* a prelude has the first symbol in the place of those numbers that were not given to any when it was made */
        if (!v->number && i > symbols && i < symbols + NP_SYMBOLS_RESERVED && image[i] == image[symbols]) continue;
        CHECK(at < to && image[i] == at && np_h_type(image[at]) == NP_STR, i, IMAGE_SYMBOL);
        TRY(verify_header(v, at, to));
        at += np_h_words(image[at]);
    }
    np_places_begin(&v->places, image, at, to);
    for (; at < to; at += np_h_words(image[at])) {
        v->places.to = at;
        TRY(verify_header(v, at, to));
        np_places_add(&v->places, at);
    }
    v->places.to = to;
    return 0;
}

/* --- names, classes, modules ------------------------------------------------------------------------------------ */

static int verify_global_names(np_verifier *v)
{
    uint32_t names = v->image[NP_IMG_GLOBAL_NAMES];
    TRY(np_take(v, NP_IMG_GLOBAL_NAMES, names, v->globals));
    for (uint32_t i = names; i < names + v->globals; i++) CHECK(np_verify_symbol(v, v->image[i]), i, IMAGE_NAMES);
    return 0;
}

static int verify_template(np_verifier *v, uint32_t where, uint32_t at)
{
    const uint32_t *t = v->image + at;
    TRY(np_take(v, where, at, NP_TPL_METHODS + 2 * np_tpl_methods(t) + np_tpl_slots(t)));
    CHECK(np_verify_symbol(v, t[NP_TPL_NAME]), at + NP_TPL_NAME, IMAGE_TEMPLATE);
    np_value qualified = t[NP_TPL_QUALNAME];
    bool is_text = np_is_imm(qualified, NP_IMM_CONST) && np_verify_value(v, qualified) && np_h_type(v->image[qualified >> 7]) == NP_STR;
    CHECK(is_text || np_verify_symbol(v, qualified), at + NP_TPL_QUALNAME, IMAGE_TEMPLATE);
    CHECK(np_verify_symbol(v, t[NP_TPL_MODULE]), at + NP_TPL_MODULE, IMAGE_TEMPLATE);
    uint32_t i = NP_TPL_METHODS, slots = i + 2 * np_tpl_methods(t);
    for (np_value before = 0; i < slots; i += 2) {
        CHECK(np_verify_symbol(v, t[i]) && t[i] > before, at + i, IMAGE_TEMPLATE);
        CHECK(np_verify_function_value(v, t[i + 1]), at + i + 1, IMAGE_TEMPLATE);
        before = t[i];
    }
    for (; i < slots + np_tpl_slots(t); i++) CHECK(np_verify_symbol(v, t[i]), at + i, IMAGE_TEMPLATE);
    return 0;
}

static int verify_module(np_verifier *v, uint32_t where, uint32_t at)
{
    const uint32_t *m = v->image + at;
    uint32_t globals = 2 * (m[0] & 0xFFFFu), names = globals + 2 * (m[0] >> 16);
    TRY(np_take(v, where, at, 2 + names));
    CHECK(np_verify_symbol(v, m[1]), at + 1, IMAGE_MODULE);
    for (uint32_t i = 2; i < 2 + names; i += 2) {
        CHECK(np_verify_symbol(v, m[i]), at + i, IMAGE_MODULE);
        CHECK(i < 2 + globals ? m[i + 1] < v->globals : np_verify_value(v, m[i + 1]) && !np_is_imm(m[i + 1], NP_IMM_TEMPLATE), at + i + 1, IMAGE_MODULE);
    }
    return 0;
}

/* Methods of builtin types behind the table of modules: pairs of type and symbol, and a function, sorted. */
static int verify_linked_methods(np_verifier *v)
{
    uint32_t at = v->image[NP_IMG_MODULES] + np_image_modules(v->image), before = 0;
    uint32_t count = v->image[NP_IMG_MODULE_COUNT] >> NP_IMG_METHODS_SHIFT;
    TRY(np_take(v, NP_IMG_MODULE_COUNT, at, 2 * count));
    for (uint32_t end = at + 2 * count; at < end; at += 2) {
        uint32_t key = v->image[at];
        bool known = key >> 16 == NP_LINKED_ENTRIES ? (key & 0xFFFFu) < NP_P_LINKED_END - NP_P_LINKED : key >> 16 < NP_TYPE_COUNT && (key & 0xFFFFu) < v->symbols;
        CHECK(key > before && known, at, IMAGE_METHOD);
        CHECK(np_verify_function_value(v, v->image[at + 1]), at + 1, IMAGE_METHOD);
        before = key;
    }
    return 0;
}

static int verify_main(np_verifier *v)
{
    uint32_t at = v->image[NP_IMG_MAIN];
    if (!v->number) return 0;           /* a prelude is never started */
    CHECK(np_image_has_function(v->image, at), NP_IMG_MAIN, IMAGE_MAIN);
    CHECK(v->image[at + NP_REC_SHAPE] >> 8 == 0, at, IMAGE_MAIN);
    return 0;
}

static int verify(np_verifier *v, uint32_t length)
{
    const uint32_t *image = v->image;
    TRY(verify_head(v, length));
    TRY(verify_table(v, NP_IMG_FUNCTIONS, np_image_functions(image), NP_REC_CONSTS));
    TRY(verify_table(v, NP_IMG_CLASSES, np_image_classes(image), NP_TPL_METHODS));
    CHECK(v->number || image[NP_IMG_MODULE_COUNT] <= 0xFFFFu, NP_IMG_MODULE_COUNT, IMAGE_MODULE);
    if (v->number) TRY(verify_table(v, NP_IMG_MODULES, np_image_modules(image), 2));
    if (v->number) TRY(verify_linked_methods(v));
    TRY(verify_main(v));
    TRY(verify_constants(v));
    TRY(verify_global_names(v));
    for (uint32_t i = 0; i < np_image_classes(image); i++) TRY(verify_template(v, image[NP_IMG_CLASSES] + i, image[image[NP_IMG_CLASSES] + i]));
    for (uint32_t i = 0; v->number && i < np_image_modules(image); i++) TRY(verify_module(v, image[NP_IMG_MODULES] + i, image[image[NP_IMG_MODULES] + i]));
    for (uint32_t i = 0; i < np_image_functions(image); i++) TRY(np_verify_function(v, image[image[NP_IMG_FUNCTIONS] + i]));
    return v->number ? 0 : np_verify_prelude(v);
}

static uint64_t pair(const uint32_t *w) { return w[0] | (uint64_t)w[1] << 32; }
uint64_t np_image_build(const uint32_t *image) { return pair(image + NP_IMG_BUILD); }
uint64_t np_image_prelude(const uint32_t *image) { return pair(image + NP_IMG_PRELUDE); }
bool np_images_fit(const np_images *images) { return np_image_prelude(images->program) == np_image_build(images->prelude); }

int np_image_verify(const uint32_t *prelude, const uint32_t *image, uint32_t length, uint32_t *where)
{
    np_verifier v = { .image = image, .prelude = prelude ? prelude : image, .words = length / 4, .number = prelude != NULL };
    int error = verify(&v, length);
    if (where) *where = 4u * v.at;
    return error;
}

const char *np_error_name(int error)
{
    switch (-error) {
#define ERROR(number, name, meaning) case number: return "E" #number "_" #name;
#include "errors.def"
#undef ERROR
    default: return "E0_UNKNOWN";
    }
}
