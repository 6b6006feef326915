/* Building strings at the end of the heap. While open, the object is a BUFFER whose word 1 counts its bytes. */
#include "text.h"
#include "error.h"
#include "heap.h"
#include "object.h"

#include <string.h>

bool np_text_begin(np_vm *vm)
{
    np_head(vm)->open = NP_UNBOUND;
    np_value open = np_alloc(vm, NP_BUFFER, 0, 0, NP_STR_DATA);
    np_head(vm)->open = open;
    return open != NP_UNBOUND;
}

uint8_t *np_text_room(np_vm *vm, uint32_t count)
{
    uint32_t used = np_text_length(vm);
    uint32_t words = NP_STR_DATA + (used + count + 3u) / 4u;
    uint32_t have = np_h_words(*np_words(vm, np_head(vm)->open));
    if (words > have) {
        if (count > 4u * NP_MAX_WORDS || words > NP_MAX_WORDS || !np_reserve(vm, 4u * (words - have))) {
            np_raise_memory(vm);
            return NULL;
        }
        uint32_t open = np_head(vm)->open;
        np_head(vm)->top = open + 4u * words;
        np_words(vm, open)[0] = NP_HEADER(NP_BUFFER, 0, 0, words);
        for (uint32_t i = have; i < words; i++) np_words(vm, open)[i] = 0;
    }
    return (uint8_t *)(np_words(vm, np_head(vm)->open) + NP_STR_DATA) + used;
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
    if (length) memcpy(p, bytes, length);
    np_text_take(vm, length);
    return true;
}

bool np_text_c(np_vm *vm, const char *string)
{
    for (; *string; string++)
        if (!np_text_byte(vm, (uint8_t)*string)) return false;
    return true;
}

bool np_text_int(np_vm *vm, int32_t n)
{
    char digits[12];
    uint32_t at = sizeof digits, m = n < 0 ? 0u - (uint32_t)n : (uint32_t)n;
    do digits[--at] = (char)('0' + m % 10); while (m /= 10);
    if (n < 0) digits[--at] = '-';
    return np_text_raw(vm, digits + at, sizeof digits - at);
}

/* Copies by words where both sides are aligned, else by bytes read out of words. */
static void copy_out(uint8_t *to, const uint32_t *words, uint32_t start, uint32_t length)
{
    uint32_t i = 0;
    if (!((uintptr_t)to & 3u) && !(start & 3u))
        for (; i + 4 <= length; i += 4) *(uint32_t *)(void *)(to + i) = words[(start + i) >> 2];
    for (; i < length; i++) to[i] = (uint8_t)np_byte(words, start + i);
}

bool np_text_part(np_vm *vm, uint32_t slot, uint32_t start, uint32_t length)
{
    uint8_t *p = np_text_room(vm, length);
    if (!p) return false;
    copy_out(p, np_object(vm, np_get(vm, slot)) + NP_STR_DATA, start, length);
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
    copy_out(p, o + NP_STR_DATA, 0, length);
    np_text_take(vm, length);
    return true;
}

bool np_text_char(np_vm *vm, uint32_t c)
{
    uint8_t *p = np_text_room(vm, 4);
    if (!p) return false;
    uint32_t n = np_utf8_put(p, c);
    memset(p + n, 0, 4 - n);
    np_text_take(vm, n);
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
