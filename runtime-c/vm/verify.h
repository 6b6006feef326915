/* What the verifier of images and the checks of a snapshot share: which places in an image hold what a value may name. */
#ifndef NP_VERIFY_H
#define NP_VERIFY_H

#include "np_errors.h"
#include "state.h"

/* The constant objects that values may name, behind the symbols' strings: an object's start is found by a short walk from the first start in
 * its part of the area. */
#define NP_PLACES_PARTS 64u
typedef struct {
    const uint32_t *image;
    uint32_t from, to;                  /* word offsets */
    uint32_t shift;                     /* a part is 1 << shift words */
    uint32_t first[NP_PLACES_PARTS];    /* word offset of the first start in each; 0: none */
} np_places;

/* Begins with no objects; each is then added in the order in which they stand. */
void np_places_begin(np_places *p, const uint32_t *image, uint32_t from, uint32_t to);
static inline void np_places_add(np_places *p, uint32_t at)
{
    uint32_t *first = &p->first[(at - p->from) >> p->shift];
    if (*first == 0) *first = at;
}
/* All objects of a verified image. */
void np_places_of(np_places *p, const uint32_t *image);
/* Whether an object begins there. */
bool np_places_has(const np_places *p, uint32_t at);

/* Whether a table of ascending word offsets holds `offset`. */
bool np_table_has(const uint32_t *table, uint32_t count, uint32_t offset);

static inline uint32_t np_image_functions(const uint32_t *image) { return np_whole(image[NP_IMG_TABLES]) & 0xFFFFu; }
static inline uint32_t np_image_modules(const uint32_t *image) { return np_whole(image[NP_IMG_MODULE_COUNT]) & 0xFFFFu; }
static inline uint32_t np_image_classes(const uint32_t *image) { return np_whole(image[NP_IMG_TABLES]) >> 16; }
static inline bool np_image_has_function(const uint32_t *image, uint32_t offset)
{
    return np_table_has(image + image[NP_IMG_FUNCTIONS], np_image_functions(image), offset);
}
static inline bool np_image_has_class(const uint32_t *image, uint32_t offset)
{
    return np_table_has(image + image[NP_IMG_CLASSES], np_image_classes(image), offset);
}
static inline bool np_image_has_module(const uint32_t *image, uint32_t offset)
{
    return np_table_has(image + image[NP_IMG_MODULES], np_image_modules(image), offset);
}

/* Whether a STR's (or BYTES's) bytes, padding and flags are right; of a STR its UTF-8 too (surrogates count as characters). */
bool np_text_valid(const uint32_t *object);
/* The hash that FORMAT.md defines. */
uint32_t np_text_hash(const uint32_t *object);
/* FLOATs and BIGINTs in their one right form. */
bool np_number_valid(const uint32_t *object);

/* What is to be known of each opcode (np_tables.h). */
extern const uint32_t np_op_info[NP_OP_COUNT];

/* What a value does that comes back to the instruction w from a frame (opcodes.def). */
static inline uint32_t np_return_kind(uint32_t w) { return NP_INFO_RETURN(np_whole(np_op_info[np_whole(w) & 255u])); }

/* One verification. */
typedef struct {
    const uint32_t *image;
    const uint32_t *prelude;    /* that it was compiled against; the image itself if it is one */
    uint32_t words;             /* the image's length */
    uint32_t number;            /* 0: a prelude, 1: a program */
    uint32_t taken;             /* words of all sections met so far */
    uint32_t symbols, globals;  /* counts; symbols with the prelude's */
    uint32_t at;                /* word that was refused */
    np_places places;
} np_verifier;

/* The one way out: notes the word, gives the error. */
static inline int np_refuse(np_verifier *v, uint32_t word, int error)
{
    v->at = word;
    return error;
}

/* The one reader: `count` words at word offset `offset`, named by word `where`, lie in the image. Sections do not share words, so that all
 * of them together are as long as the image at most, and the time of verification is linear in it. */
int np_take(np_verifier *v, uint32_t where, uint32_t offset, uint32_t count);

static inline bool np_verify_symbol(const np_verifier *v, np_value x) { return np_is_imm(x, NP_IMM_SYMBOL) && np_payload(x) < v->symbols; }
bool np_verify_function_value(const np_verifier *v, np_value x);
bool np_verify_template_value(const np_verifier *v, np_value x);
/* A value of a constant table: names something that exists. */
bool np_verify_value(const np_verifier *v, np_value x);

/* verify_prelude.c: what the machine relies on in a prelude alone, its entries and the methods of the builtin types. */
int np_verify_prelude(np_verifier *v);

/* verify_code.c: the function record at a word offset, with its tables and code. */
int np_verify_function(np_verifier *v, uint32_t record);

#endif
