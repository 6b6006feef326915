/* What characters are: letters, digits, cases, white space, printable or not.
 *
 * ASCII, Latin-1, Latin Extended-A, Greek, Cyrillic, Armenian and Latin Extended Additional have cases; letters of other scripts are
 * known by the large blocks. Marks, symbols and rare scripts count as neither letters nor digits.
 */
#include "convert.h"
#include "object.h"

/* Ranges of characters that repr() escapes: format characters, separators, surrogates, private use, large unassigned areas. */
static const uint32_t unprintable[] = {
    0x7F, 0xA0, 0xAD, 0xAD, 0x378, 0x379, 0x380, 0x383, 0x38B, 0x38B, 0x38D, 0x38D, 0x3A2, 0x3A2, 0x530, 0x530, 0x600, 0x605, 0x61C, 0x61C, 0x6DD, 0x6DD,
    0x70E, 0x70F, 0x1680, 0x1680, 0x180E, 0x180E, 0x2000, 0x200F, 0x2028, 0x202F, 0x205F, 0x206F, 0x2072, 0x2073, 0x3000, 0x3000,
    0xA48D, 0xA48F, 0xD7FC, 0xF8FF, 0xFEFF, 0xFEFF, 0xFFF0, 0xFFFB, 0xFFFE, 0xFFFF, 0x323B0, 0xE00FF, 0xE01F0, 0x10FFFF,
};
static const uint32_t letters[] = {
    0xAA, 0xAA, 0xB5, 0xB5, 0xBA, 0xBA, 0xC0, 0xD6, 0xD8, 0xF6, 0xF8, 0x2C1, 0x370, 0x374, 0x376, 0x377, 0x37A, 0x37D, 0x37F, 0x37F,
    0x386, 0x386, 0x388, 0x38A, 0x38C, 0x38C, 0x38E, 0x3A1, 0x3A3, 0x3F5, 0x3F7, 0x481, 0x48A, 0x52F, 0x531, 0x556, 0x560, 0x588,
    0x5D0, 0x5EA, 0x620, 0x64A, 0x671, 0x6D3, 0x904, 0x939, 0xE01, 0xE30, 0x10A0, 0x10C5, 0x10D0, 0x10FA, 0x1E00, 0x1F15,
    0x3041, 0x3096, 0x30A1, 0x30FA, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xAC00, 0xD7A3, 0xFF21, 0xFF3A, 0xFF41, 0xFF5A, 0x20000, 0x2A6DF,
};
/* Digits zero to nine of other scripts, by their zero. */
static const uint32_t zeros[] = { 0x660, 0x6F0, 0x966, 0xFF10 };
/* First and last capital of a run, and how far its small letters are behind; 1: capitals and small letters take turns. */
static const uint32_t cases[] = {
    0x41, 0x5A, 32, 0xC0, 0xD6, 32, 0xD8, 0xDE, 32, 0x100, 0x12E, 1, 0x132, 0x136, 1, 0x139, 0x147, 1, 0x14A, 0x176, 1, 0x179, 0x17D, 1,
    0x386, 0x386, 38, 0x388, 0x38A, 37, 0x38C, 0x38C, 64, 0x38E, 0x38F, 63, 0x391, 0x3A1, 32, 0x3A3, 0x3AB, 32, 0x400, 0x40F, 80, 0x410, 0x42F, 32,
    0x460, 0x480, 1, 0x48A, 0x4BE, 1, 0x4D0, 0x52E, 1, 0x531, 0x556, 48, 0x1E00, 0x1E94, 1, 0x1EA0, 0x1EFE, 1, 0xFF21, 0xFF3A, 32,
};
#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static bool in_ranges(const uint32_t *pairs, uint32_t count, uint32_t c)
{
    for (uint32_t i = 0; i < count; i += 2)
        if (c <= pairs[i + 1]) return c >= pairs[i];
    return false;
}

uint32_t np_char_upper(uint32_t c)
{
    if (c < 0x80) return c - 'a' < 26u ? c - 32 : c;
    if (c == 0xB5) return 0x39C;
    if (c == 0xFF) return 0x178;
    if (c == 0x3C2) return 0x3A3;
    for (uint32_t i = 0; i < COUNT(cases); i += 3) {
        uint32_t capital = c - cases[i + 2];
        if (capital >= cases[i] && capital <= cases[i + 1] && (cases[i + 2] != 1 || !((capital ^ cases[i]) & 1u))) return capital;
    }
    return c;
}

uint32_t np_char_lower(uint32_t c)
{
    if (c < 0x80) return c - 'A' < 26u ? c + 32 : c;
    if (c == 0x178) return 0xFF;
    for (uint32_t i = 0; i < COUNT(cases); i += 3)
        if (c >= cases[i] && c <= cases[i + 1] && (cases[i + 2] != 1 || !((c ^ cases[i]) & 1u))) return c + cases[i + 2];
    return c;
}

static bool is_digit(uint32_t c)
{
    if (c - '0' < 10u) return true;
    for (uint32_t i = 0; i < COUNT(zeros); i++)
        if (c - zeros[i] < 10u) return true;
    return false;
}

static bool is_space(uint32_t c)
{
    if (c < 0x80) return c == ' ' || c - 9u < 5u || c - 0x1Cu < 4u;
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool np_char_is(uint32_t c, uint32_t what)
{
    switch (what) {
    case NP_CHAR_ALNUM:
        if (np_char_is(c, NP_CHAR_NUMERIC)) return true;
        /* fall through */
    case NP_CHAR_ALPHA:
        if (c < 0x80) return (c | 32u) - 'a' < 26u;
        return in_ranges(letters, COUNT(letters), c);
    case NP_CHAR_NUMERIC:
        if (c - 0xBCu < 3u) return true;
        /* fall through */
    case NP_CHAR_DIGIT:
        if (c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || c - 0x2074u < 6u || c - 0x2080u < 10u) return true;
        /* fall through */
    case NP_CHAR_DECIMAL: return is_digit(c);
    case NP_CHAR_SPACE: return is_space(c);
    case NP_CHAR_PRINTABLE: return c >= 0x20 && !in_ranges(unprintable, COUNT(unprintable), c);
    case NP_CHAR_UPPER: return np_char_lower(c) != c;
    default: return np_char_upper(c) != c || c == 0xDF || c == 0xAA || c == 0xBA || c == 0x138 || c == 0x149 || c == 0x17F || c == 0x390 || c == 0x3B0;
    }
}

uint32_t np_char_next(const uint32_t *body, bool bytes, uint32_t *at)
{
    uint32_t c = np_byte(body, *at);
    if (!bytes && c >= 0x80) return np_str_next(body - NP_STR_DATA, at);
    ++*at;
    return c;
}

uint32_t np_char_back(const uint32_t *body, bool bytes, uint32_t at)
{
    do at--; while (!bytes && at > 0 && (np_byte(body, at) & 0xC0u) == 0x80u);
    return at;
}

bool np_char_space(uint32_t c, bool bytes) { return is_space(c) && (!bytes || c < 0x1C || c == ' '); }

void np_trim(const uint32_t *body, bool bytes, uint32_t *from, uint32_t *to)
{
    uint32_t at;
    while (at = *from, at < *to && np_char_space(np_char_next(body, bytes, &at), bytes)) *from = at;
    while (*to > *from) {
        uint32_t begin = at = np_char_back(body, bytes, *to);
        if (!np_char_space(np_char_next(body, bytes, &at), bytes)) break;
        *to = begin;
    }
}
