/* What characters are: letters, digits, cases, white space, printable or not.
 *
 * ASCII, Latin-1, Latin Extended-A, Greek, Cyrillic, Armenian and Latin Extended Additional have cases; letters of other scripts are
 * known by the large blocks. Marks, symbols and rare scripts count as neither letters nor digits.
 */
#include "convert.h"
#include "object.h"

/* First and last of a range, in one word. */
#define R(first, last) ((first) | (uint32_t)(last) << 16)

/* Ranges of characters that repr() escapes: format characters, separators, surrogates, private use, large unassigned areas. */
static const uint32_t unprintable[] = {
    R(0x7F, 0xA0), R(0xAD, 0xAD), R(0x378, 0x379), R(0x380, 0x383), R(0x38B, 0x38B), R(0x38D, 0x38D), R(0x3A2, 0x3A2), R(0x530, 0x530),
    R(0x600, 0x605), R(0x61C, 0x61C), R(0x6DD, 0x6DD), R(0x70E, 0x70F), R(0x1680, 0x1680), R(0x180E, 0x180E), R(0x2000, 0x200F), R(0x2028, 0x202F),
    R(0x205F, 0x206F), R(0x2072, 0x2073), R(0x3000, 0x3000), R(0xA48D, 0xA48F), R(0xD7FC, 0xF8FF), R(0xFEFF, 0xFEFF), R(0xFFF0, 0xFFFB),
    R(0xFFFE, 0xFFFF),
};
static const uint32_t letters[] = {
    R(0xAA, 0xAA), R(0xB5, 0xB5), R(0xBA, 0xBA), R(0xC0, 0xD6), R(0xD8, 0xF6), R(0xF8, 0x2C1), R(0x370, 0x374), R(0x376, 0x377), R(0x37A, 0x37D),
    R(0x37F, 0x37F), R(0x386, 0x386), R(0x388, 0x38A), R(0x38C, 0x38C), R(0x38E, 0x3A1), R(0x3A3, 0x3F5), R(0x3F7, 0x481), R(0x48A, 0x52F),
    R(0x531, 0x556), R(0x560, 0x588), R(0x5D0, 0x5EA), R(0x620, 0x64A), R(0x671, 0x6D3), R(0x904, 0x939), R(0xE01, 0xE30), R(0x10A0, 0x10C5),
    R(0x10D0, 0x10FA), R(0x1E00, 0x1F15), R(0x3041, 0x3096), R(0x30A1, 0x30FA), R(0x3400, 0x4DBF), R(0x4E00, 0x9FFF), R(0xAC00, 0xD7A3),
    R(0xFF21, 0xFF3A), R(0xFF41, 0xFF5A),
};
/* Digits zero to nine of other scripts, by their zero. */
static const uint32_t zeros[] = { 0x660, 0x6F0, 0x966, 0xFF10 };
/* First and last capital of a run, at most 127 apart, and how far its small letters are behind; 1: capitals and small letters take turns. */
#define C(first, last, by) ((first) | (uint32_t)((last) - (first)) << 16 | (uint32_t)(by) << 24)
static const uint32_t cases[] = {
    C(0x41, 0x5A, 32), C(0xC0, 0xD6, 32), C(0xD8, 0xDE, 32), C(0x100, 0x12E, 1), C(0x132, 0x136, 1), C(0x139, 0x147, 1), C(0x14A, 0x176, 1),
    C(0x179, 0x17D, 1), C(0x386, 0x386, 38), C(0x388, 0x38A, 37), C(0x38C, 0x38C, 64), C(0x38E, 0x38F, 63), C(0x391, 0x3A1, 32),
    C(0x3A3, 0x3AB, 32), C(0x400, 0x40F, 80), C(0x410, 0x42F, 32), C(0x460, 0x480, 1), C(0x48A, 0x4BE, 1), C(0x4D0, 0x52E, 1), C(0x531, 0x556, 48),
    C(0x1E00, 0x1E94, 1), C(0x1EA0, 0x1EFE, 1), C(0xFF21, 0xFF3A, 32),
};
#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static bool in_ranges(const uint32_t *ranges, uint32_t count, uint32_t c)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t range = np_whole(ranges[i]);
        if (c <= range >> 16) return c >= (range & 0xFFFFu);
    }
    return false;
}

/* The partner of a letter that has one, or c: a capital's small letter (to_lower) or the other way round. */
static uint32_t partner(uint32_t c, bool to_lower)
{
    for (uint32_t i = 0; i < COUNT(cases); i++) {
        uint32_t run = np_whole(cases[i]), first = run & 0xFFFFu, last = first + (run >> 16 & 255u), by = run >> 24, capital = to_lower ? c : c - by;
        if (capital >= first && capital <= last && (by != 1 || !((capital ^ first) & 1u))) return to_lower ? c + by : capital;
    }
    return c;
}

uint32_t np_char_upper(uint32_t c)
{
    if (c < 0x80) return c - 'a' < 26u ? c - 32 : c;
    if (c == 0xB5) return 0x39C;
    if (c == 0xFF) return 0x178;
    if (c == 0x3C2) return 0x3A3;
    return partner(c, false);
}

uint32_t np_char_lower(uint32_t c)
{
    if (c < 0x80) return c - 'A' < 26u ? c + 32 : c;
    if (c == 0x178) return 0xFF;
    return partner(c, true);
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
        return in_ranges(letters, COUNT(letters), c) || c - 0x20000u < 0xA6E0u;
    case NP_CHAR_NUMERIC:
        if (c - 0xBCu < 3u) return true;
        /* fall through */
    case NP_CHAR_DIGIT:
        if (c == 0xB2 || c == 0xB3 || c == 0xB9 || c == 0x2070 || c - 0x2074u < 6u || c - 0x2080u < 10u) return true;
        /* fall through */
    case NP_CHAR_DECIMAL: return is_digit(c);
    case NP_CHAR_SPACE: return is_space(c);
    case NP_CHAR_PRINTABLE: return c >= 0x20 && !in_ranges(unprintable, COUNT(unprintable), c) && (c < 0x323B0 || c - 0xE0100u < 0xF0u);
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
