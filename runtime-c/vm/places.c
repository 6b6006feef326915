/* Which values and objects are right, as FORMAT.md says: shared by the verifier and by the checks of a snapshot. */
#include "verify.h"

/* --- places ----------------------------------------------------------------------------------------------------- */

void np_places_begin(np_places *p, const uint32_t *image, uint32_t from, uint32_t to)
{
    p->image = image;
    p->from = from;
    p->to = to;
    p->shift = 0;
    while ((to - from) >> p->shift >= NP_PLACES_PARTS) p->shift++;
    for (uint32_t i = 0; i < NP_PLACES_PARTS; i++) p->first[i] = 0;
}

void np_places_of(np_places *p, const uint32_t *image)
{
    uint32_t from = image[NP_IMG_CONSTS], to = image[NP_IMG_CONSTS_END], symbols = image[NP_IMG_COUNTS] >> 16;
    if (symbols) {
        from = image[image[NP_IMG_SYMBOLS] + symbols - 1];
        from += np_h_words(image[from]);
    }
    np_places_begin(p, image, from, to);
    for (uint32_t at = from; at < to; at += np_h_words(image[at])) np_places_add(p, at);
}

bool np_places_has(const np_places *p, uint32_t at)
{
    if (at < p->from || at >= p->to) return false;
    uint32_t start = p->first[(at - p->from) >> p->shift];
    if (start == 0) return false;
    while (start < at) start += np_h_words(p->image[start]);
    return start == at;
}

bool np_table_has(const uint32_t *table, uint32_t count, uint32_t offset)
{
    while (count) {
        uint32_t half = count / 2;
        if (table[half] == offset) return true;
        if (table[half] < offset) {
            table += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return false;
}

uint32_t np_rec_word(const uint32_t *r, uint32_t which)
{
    uint32_t have = np_whole(r[NP_REC_NAME]) >> 24;
    if (!(have & which)) return 0;
    while (which >>= 1) r -= have & which ? 1 : 0;
    return r[-1];
}

/* --- objects ---------------------------------------------------------------------------------------------------- */

/* RFC 3629, but for surrogates: the shortest form, up to U+10FFFF. */
static bool utf8_valid(const uint32_t *data, uint32_t length)
{
    uint32_t i = 0;
    while (i < length) {
        uint32_t c = np_byte(data, i++), more, least;
        if (c < 0x80) continue;
        if (c < 0xC2 || c > 0xF4) return false;
        more = c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
        least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
        if (length - i < more) return false;
        c &= 0x3Fu >> more;
        for (; more; more--) {
            uint32_t next = np_byte(data, i++);
            if ((next & 0xC0u) != 0x80u) return false;
            c = (c << 6) | (next & 0x3Fu);
        }
        if (c < least || c > 0x10FFFFu) return false;
    }
    return true;
}

bool np_text_valid(const uint32_t *o)
{
    uint32_t words = np_h_words(o[0]), padding = np_h_aux2(o[0]), high = 0;
    if (words == NP_STR_DATA) {
        if (padding) return false;
    } else if (padding && o[words - 1] >> (32u - 8u * padding)) {
        return false;
    }
    if (np_h_type(o[0]) != NP_STR) return !np_h_aux1(o[0]);
    for (uint32_t i = NP_STR_DATA; i < words; i++) high |= o[i];
    bool ascii = !(high & 0x80808080u);
    if (ascii != np_h_aux1(o[0])) return false;
    return ascii || utf8_valid(o + NP_STR_DATA, 4u * (words - NP_STR_DATA) - padding);
}

uint32_t np_text_hash(const uint32_t *o)
{
    uint32_t words = np_h_words(o[0]), h = (4u * (words - NP_STR_DATA) - np_h_aux2(o[0])) * 0x85EBCA6Bu ^ 0x811C9DC5u;
    for (uint32_t i = NP_STR_DATA; i < words; i++) {
        h = (h ^ o[i]) * 0x9E3779B1u;
        h ^= h >> 15;
    }
    return h ? h : 1;
}

bool np_number_valid(const uint32_t *o)
{
    if (np_h_type(o[0]) == NP_FLOAT) {
        uint32_t high = o[2] & 0x7FFFFFFFu;
        bool is_nan = high > 0x7FF00000u || (high == 0x7FF00000u && o[1]);
        return !is_nan || (o[1] == 0 && o[2] == 0x7FF80000u);
    }
    uint32_t limbs = np_h_words(o[0]) - 1;
    if (o[limbs] == 0) return false;
    return limbs > 1 || o[1] > (uint32_t)NP_INT_MAX + np_h_aux1(o[0]);
}
