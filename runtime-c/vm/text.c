/* Building strings at the end of the heap. While open, the object is a BUFFER whose word 1 counts its bytes. */
#include "text.h"
#include "error.h"
#include "heap.h"
#include "object.h"

#include <string.h>

/* Room that a text begins with, where the arena has it: enough for most. */
#define FIRST_WORDS (NP_STR_DATA + 8u)

bool np_text_begin(np_vm *vm)
{
    np_head(vm)->open = NP_UNBOUND;
    if (!np_reserve(vm, 4 * NP_STR_DATA)) {
        np_raise_memory(vm);
        return false;
    }
    np_arena_header *h = np_head(vm);
    uint32_t open = h->top, words = np_room(vm) / 4, *w = np_at(vm, open);
    if (words > FIRST_WORDS) words = FIRST_WORDS;
    w[0] = NP_HEADER(NP_BUFFER, 0, 0, words);
    w[1] = 0;
    h->top = open + 4 * words;
    h->open = open;
    vm->counters.allocated_bytes += 4 * NP_STR_DATA;
    return true;
}

static __attribute__((noinline)) uint8_t *grow(np_vm *vm, uint32_t count)
{
    uint32_t used = np_text_length(vm), have = np_h_words(*np_words(vm, np_head(vm)->open));
    uint32_t words = NP_STR_DATA + (used + count + 3u) / 4u;
    if (count > 4u * NP_MAX_WORDS || words > NP_MAX_WORDS || !np_reserve(vm, 4u * (words - have))) {
        np_raise_memory(vm);
        return NULL;
    }
    uint32_t open = np_head(vm)->open;
    np_head(vm)->top = open + 4u * words;
    np_words(vm, open)[0] = NP_HEADER(NP_BUFFER, 0, 0, words);
    return (uint8_t *)(np_words(vm, open) + NP_STR_DATA) + used;
}

/* What lies behind the bytes written is anything: np_text_end clears the padding. */
uint8_t *np_text_room(np_vm *vm, uint32_t count)
{
    uint32_t *w = np_words(vm, np_head(vm)->open);
    if (count > 4u * (np_h_words(w[0]) - NP_STR_DATA) - w[1]) return grow(vm, count);
    return (uint8_t *)(w + NP_STR_DATA) + w[1];
}

void np_text_take(np_vm *vm, uint32_t count) { np_words(vm, np_head(vm)->open)[1] += count; }
uint32_t np_text_length(np_vm *vm) { return np_words(vm, np_head(vm)->open)[1]; }

bool np_text_byte(np_vm *vm, uint32_t byte)
{
    uint8_t *p = np_text_room(vm, 1);
    if (!p) return false;
    *p = (uint8_t)byte;
    np_text_take(vm, 1);
    return true;
}

bool np_text_raw(np_vm *vm, const void *bytes, uint32_t length)
{
    uint8_t *p = np_text_room(vm, length);
    if (!p) return false;
    for (uint32_t i = 0; i < length; i++) p[i] = ((const uint8_t *)bytes)[i];
    np_text_take(vm, length);
    return true;
}

uint32_t np_next_char(np_chars *chars)
{
#ifdef NP_PACKED_TEXTS
    uint32_t c = chars->depth ? chars->more[--chars->depth] : (uint8_t)*chars->at++;
    while (c >= NP_PAIRS_FROM) {
        uint32_t pair = np_text_pairs[(c - NP_PAIRS_FROM) >> 1] >> (c & 1u) * 16u;
        chars->more[chars->depth++] = (uint8_t)(pair >> 8);
        c = pair & 255u;
    }
    return c;
#else
    return (uint8_t)*chars->at++;
#endif
}

bool np_text_c(np_vm *vm, const char *string)
{
    np_chars chars = { .at = string };
    for (uint32_t c; (c = np_next_char(&chars)) != 0;)
        if (!np_text_byte(vm, c)) return false;
    return true;
}

bool np_text_int(np_vm *vm, int32_t n)
{
    uint8_t digits[12], *end = digits + sizeof digits, *p = end;
    uint32_t m = n < 0 ? 0u - (uint32_t)n : (uint32_t)n;
    while (m > 9) {
        /* m / 10 by shifts, for the lx106 has no division (H. Warren, Hacker's Delight, 2nd ed., figure 10-13) */
        uint32_t q = (m >> 1) + (m >> 2), r;
        q += q >> 4;
        q += q >> 8;
        q += q >> 16;
        q >>= 3;
        r = m - q * 10;
        if (r > 9) {
            r -= 10;
            q++;
        }
        *--p = (uint8_t)('0' + r);
        m = q;
    }
    *--p = (uint8_t)('0' + m);
    if (n < 0) *--p = '-';
    return np_text_raw(vm, p, (uint32_t)(end - p));
}

void np_copy_bytes(uint8_t *to, const uint32_t *words, uint32_t start, uint32_t length)
{
    words += start >> 2;
    start &= 3u;
    if (!start && !((uintptr_t)to & 3u))
        for (; length >= 4; length -= 4, to += 4) *(uint32_t *)(void *)to = *words++;
    if (!length) return;
    for (uint32_t word = *words >> (8 * start);;) {
        *to++ = (uint8_t)word;
        if (!--length) return;
        word >>= 8;
        if (++start == 4) {
            start = 0;
            word = *++words;
        }
    }
}

bool np_text_part(np_vm *vm, uint32_t slot, uint32_t start, uint32_t length)
{
    uint8_t *p = np_text_room(vm, length);
    if (!p) return false;
    np_copy_bytes(p, np_object(vm, np_get(vm, slot)) + NP_STR_DATA, start, length);
    np_text_take(vm, length);
    return true;
}

bool np_text_slot(np_vm *vm, uint32_t slot) { return np_text_part(vm, slot, 0, np_str_bytes(np_object(vm, np_get(vm, slot)))); }

bool np_text_symbol(np_vm *vm, np_value symbol)
{
    const uint32_t *o = np_symbol_object(vm, symbol);
    uint32_t length = np_str_bytes(o);
    uint8_t *p = np_text_room(vm, length);
    if (!p) return false;
    np_copy_bytes(p, o + NP_STR_DATA, 0, length);
    np_text_take(vm, length);
    return true;
}

bool np_text_char(np_vm *vm, uint32_t c)
{
    uint8_t *p = np_text_room(vm, 4);
    if (!p) return false;
    np_text_take(vm, np_utf8_put(p, c));
    return true;
}

bool np_text_fill(np_vm *vm, uint32_t byte, uint32_t count)
{
    uint8_t *p = np_text_room(vm, count);
    if (!p) return false;
    memset(p, (int)byte, count);
    np_text_take(vm, count);
    return true;
}

np_value np_text_end(np_vm *vm, uint32_t type)
{
    np_value v = np_head(vm)->open;
    uint32_t *w = np_words(vm, v);
    uint32_t length = w[1], words = NP_STR_DATA + (length + 3u) / 4u, high = 0;
    np_head(vm)->open = NP_UNBOUND;
    np_head(vm)->top = v + 4u * words;
    if (length & 3u) w[words - 1] &= 0xFFFFFFFFu >> (8u * (4u - (length & 3u)));
    for (uint32_t i = NP_STR_DATA; i < words; i++) high |= w[i];
    w[0] = NP_HEADER(type, (0u - length) & 3u, type == NP_STR && !(high & 0x80808080u), words);
    w[NP_STR_HASH] = 0;
    vm->counters.allocated_bytes += 4u * (words - NP_STR_DATA);
    return v;
}

np_value np_text_new(np_vm *vm, uint32_t type, const void *bytes, uint32_t length)
{
    if (!np_text_begin(vm) || !np_text_raw(vm, bytes, length)) return NP_UNBOUND;
    return np_text_end(vm, type);
}
