/* bytes and bytearray: constructors, codecs, hex, changes in place; ints as bytes. What they have in common with str is in builtin_text.c. */
#include "bigmag.h"
#include "call.h"
#include "convert.h"
#include "error.h"
#include "heap.h"
#include "native.h"
#include "number.h"
#include "sequence.h"
#include "text.h"

#include <string.h>

static bool is_bytes(const np_vm *vm, np_value v)
{
    uint32_t kind = np_type_of(vm, v);
    return kind == NP_BYTES || kind == NP_BYTEARRAY;
}

static bool is_bytearray(np_vm *vm, np_value v)
{
    if (np_is_object(vm, v, NP_BYTEARRAY)) return true;
    np_raise_type(vm, "method doesn't apply to a '%y' object", v);
    return false;
}

/* First byte of a bytearray that is not empty. */
static uint8_t *content(np_vm *vm, np_value bytearray) { return (uint8_t *)(np_words(vm, np_words(vm, bytearray)[NP_LIST_ITEMS]) + 1); }

/* A value as a byte; false: exception set. */
static bool byte_of(np_vm *vm, np_value v, bool array, uint32_t *byte)
{
    int32_t n = -1;
    if (np_type_of(vm, v) != NP_BIGINT && !np_to_index(vm, v, &n)) return false;
    *byte = (uint32_t)n;
    if (*byte < 256) return true;
    np_raise(vm, NP_T_ValueError, array ? "byte must be in range(0, 256)" : "bytes must be in range(0, 256)");
    return false;
}

/* --- constructors ------------------------------------------------------------------------------------------------- */

/* bytes(x) or bytearray(x) for an int, bytes-like object, list or tuple; what the prelude must do otherwise. */
static np_value make(np_vm *vm, uint32_t at, uint32_t n, bool array)
{
    uint32_t length = 0, from;
    const uint32_t *items;
    np_value v = n ? ARG(0) : NP_NONE;
    if (n > 1) return np_delegate(vm, array ? NP_P__bytearray_keywords : NP_P__bytes_keywords, at, n);
    bool count = n && np_is_integer(vm, v), bytes = n && is_bytes(vm, v), row = n && np_items(vm, v, &length, &items);
    if (count) {
        int32_t size;
        if (!np_to_index(vm, v, &size)) return NP_UNBOUND;
        if (size < 0) return np_raise(vm, NP_T_ValueError, "negative count");
        length = (uint32_t)size;
    } else if (bytes) {
        np_bytes(vm, v, &length);
        if (!array && np_type_of(vm, v) == NP_BYTES) return v;
    } else if (n && !row) {
        if (np_is_str(vm, v)) return np_raise(vm, NP_T_TypeError, "string argument without an encoding");
        return np_tail2(vm, NP_P__bytes_of, v, np_bool(array));
    }
    if (!np_work(vm, length)) return NP_AGAIN;
    np_value b = NP_UNBOUND;
    uint8_t *to;
    if (array) {
        b = np_bytearray_new(vm, length);
        if (b == NP_UNBOUND || length == 0) return b;
        to = content(vm, b);
    } else {
        to = np_text_begin(vm) ? np_text_room(vm, length) : NULL;
        if (!to) return NP_UNBOUND;
        np_text_take(vm, length);
        memset(to, 0, length);
    }
    if (bytes) {
        np_copy_bytes(to, np_bytes(vm, ARG(0), &from), 0, length);
    } else if (row) {
        np_items(vm, ARG(0), &length, &items);
        for (uint32_t i = 0; i < length; i++) {
            uint32_t byte;
            if (np_is_object(vm, items[i], NP_INSTANCE)) {
                if (!array) np_text_abandon(vm);
                return np_tail2(vm, NP_P__bytes_of, ARG(0), np_bool(array));
            }
            if (!byte_of(vm, items[i], array, &byte)) return NP_UNBOUND;
            to[i] = (uint8_t)byte;
        }
    }
    return array ? b : np_text_end(vm, NP_BYTES);
}

np_value np_new_bytes(np_vm *vm, uint32_t at, uint32_t n) { return make(vm, at, n, false); }
np_value np_new_bytearray(np_vm *vm, uint32_t at, uint32_t n) { return make(vm, at, n, true); }

/* --- codecs ------------------------------------------------------------------------------------------------------- */

enum { CODEC_UTF8, CODEC_ASCII, CODEC_LATIN1 };
enum { ERRORS_STRICT, ERRORS_IGNORE, ERRORS_REPLACE };

static bool encodable(uint32_t c, uint32_t codec) { return codec == CODEC_UTF8 ? c - 0xD800u >= 0x800u : c < (codec == CODEC_ASCII ? 0x80u : 0x100u); }

static np_value text_of(np_vm *vm, const char *text) { return np_text_begin(vm) && np_text_c(vm, text) ? np_text_end(vm, NP_STR) : NP_UNBOUND; }

/* A UnicodeDecodeError or UnicodeEncodeError: its arguments are the codec, the object in the slot, where what is wrong begins and ends, and the reason. */
static np_value not_coded(np_vm *vm, uint32_t type, uint32_t codec, uint32_t slot, uint32_t start, uint32_t end, const char *reason)
{
    np_text_abandon(vm);
    np_set(vm, NP_TEMP(2), np_get(vm, slot));
    np_set(vm, NP_TEMP(3), np_int((int32_t)start));
    np_set(vm, NP_TEMP(4), np_int((int32_t)end));
    np_value made = text_of(vm, codec == CODEC_UTF8 ? "utf-8" : codec == CODEC_ASCII ? "ascii" : "latin-1");
    np_set(vm, NP_TEMP(1), made);
    if (made != NP_UNBOUND) made = text_of(vm, reason);
    np_set(vm, NP_TEMP(5), made);
    if (made != NP_UNBOUND) made = np_tuple(vm, NP_TEMP(1), 5);
    if (made == NP_UNBOUND) return NP_UNBOUND;
    np_set(vm, NP_TEMP(1), made);
    np_set(vm, NP_TEMP(2), NP_TYPE_VALUE(type));
    made = np_exception_new(vm, NP_TEMP(2), NP_TEMP(1));
    if (made == NP_UNBOUND) return NP_UNBOUND;
    np_set(vm, NP_TEMP(1), made);
    return np_raise_value(vm, NP_TEMP(1));
}

/* UnicodeEncodeError for the characters from byte i on, the first of which is number `position`. */
static np_value not_encoded(np_vm *vm, uint32_t at, uint32_t codec, uint32_t i, uint32_t position)
{
    const uint32_t *o = np_object(vm, ARG(0));
    uint32_t end = position, length = np_str_bytes(o);
    while (i < length && !encodable(np_str_next(o, &i), codec)) end++;
    return not_coded(vm, NP_T_UnicodeEncodeError, codec, at, position, end,
        codec == CODEC_UTF8 ? "surrogates not allowed" : codec == CODEC_ASCII ? "ordinal not in range(128)" : "ordinal not in range(256)");
}

/* _encode(str, codec, errors) */
np_value np_b_encode(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!np_is_str(vm, ARG(0)) || !np_is_int(ARG(1))) return np_raise_type(vm, "must be str, not %y", ARG(0));
    uint32_t codec = (uint32_t)np_to_int(ARG(1)), length = np_str_bytes(np_object(vm, ARG(0)));
    if (!np_work(vm, length)) return NP_AGAIN;
    if (!np_text_begin(vm)) return NP_UNBOUND;
    if (np_str_ascii(np_object(vm, ARG(0)))) return np_text_slot(vm, at) ? np_text_end(vm, NP_BYTES) : NP_UNBOUND;
    for (uint32_t i = 0, position = 0; i < length; position++) {
        uint32_t from = i, c = np_str_next(np_object(vm, ARG(0)), &i);
        bool ok = true;
        if (encodable(c, codec)) ok = codec == CODEC_UTF8 ? np_text_part(vm, at, from, i - from) : np_text_byte(vm, c);
        else if (ARG(2) == np_int(ERRORS_REPLACE)) ok = np_text_byte(vm, '?');
        else if (ARG(2) != np_int(ERRORS_IGNORE)) return not_encoded(vm, at, codec, from, position);
        if (!ok) return NP_UNBOUND;
    }
    return np_text_end(vm, NP_BYTES);
}

/* The bytes of one character of UTF-8 at p[i]: their count, or minus the count of those that are wrong (the longest beginning of a
 * character that they can be, at least 1). */
static int32_t utf8_length(const uint32_t *p, uint32_t i, uint32_t end)
{
    uint32_t c = np_byte(p, i), more = c < 0x80 ? 0 : c < 0xC2 ? 9 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : c < 0xF5 ? 3 : 9;
    if (more == 9) return -1;
    for (uint32_t k = 1; k <= more; k++) {
        uint32_t d = i + k < end ? np_byte(p, i + k) : 0, low = 0x80, high = 0xBF;
        if (k == 1) {
            if (c == 0xE0) low = 0xA0;
            if (c == 0xED) high = 0x9F;
            if (c == 0xF0) low = 0x90;
            if (c == 0xF4) high = 0x8F;
        }
        if (d < low || d > high) return -(int32_t)k;
    }
    return 1 + (int32_t)more;
}

/* UnicodeDecodeError for `count` bytes from i on. */
static np_value not_decoded(np_vm *vm, uint32_t at, uint32_t codec, uint32_t i, uint32_t count)
{
    uint32_t length;
    const uint32_t *p = np_bytes(vm, ARG(0), &length);
    bool begins = np_byte(p, i) - 0xC2u < 0x33u;
    return not_coded(vm, NP_T_UnicodeDecodeError, codec, at, i, i + count, codec == CODEC_ASCII ? "ordinal not in range(128)"
        : !begins ? "invalid start byte" : i + count >= length && utf8_length(p, i, length) == -(int32_t)count ? "unexpected end of data" : "invalid continuation byte");
}

/* _decode(bytes, codec, errors) */
np_value np_b_decode(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!is_bytes(vm, ARG(0)) || !np_is_int(ARG(1))) return np_raise_type(vm, "a bytes-like object is required, not '%y'", ARG(0));
    uint32_t codec = (uint32_t)np_to_int(ARG(1)), length;
    const uint32_t *p = np_bytes(vm, ARG(0), &length);
    if (!np_work(vm, length)) return NP_AGAIN;
    if (!np_text_begin(vm)) return NP_UNBOUND;
    for (uint32_t i = 0;;) {
        uint32_t from = i, bad = 0;
        for (p = np_bytes(vm, ARG(0), &length); i < length && !bad;) {
            int32_t size = np_byte(p, i) < 0x80 ? 1 : codec == CODEC_UTF8 ? utf8_length(p, i, length) : -1;
            if (size > 0) i += (uint32_t)size;
            else bad = (uint32_t)-size;
        }
        if (i > from && !np_text_span(vm, at, from, i - from)) return NP_UNBOUND;
        if (!bad) return np_text_end(vm, NP_STR);
        p = np_bytes(vm, ARG(0), &length);
        bool latin = codec == CODEC_LATIN1;
        if (!latin && ARG(2) == np_int(ERRORS_STRICT)) return not_decoded(vm, at, codec, i, bad);
        if ((latin || ARG(2) == np_int(ERRORS_REPLACE)) && !np_text_char(vm, latin ? np_byte(p, i) : 0xFFFD)) return NP_UNBOUND;
        i += bad;
    }
}

/* Where the arguments of _encode and _decode stand, for UTF-8 without any errors. */
static uint32_t as_utf8(np_vm *vm, np_value text)
{
    np_set(vm, NP_TEMP(1), text);
    np_set(vm, NP_TEMP(2), np_int(0));
    np_set(vm, NP_TEMP(3), np_int(ERRORS_STRICT));
    return NP_TEMP(1);
}

np_value np_m_str_encode(np_vm *vm, uint32_t at, uint32_t n)
{
    if (n > 1) return np_delegate(vm, NP_P__encode_keywords, at, n);
    if (np_is_str(vm, ARG(0)) && np_str_ascii(np_object(vm, ARG(0)))) return np_text_begin(vm) && np_text_slot(vm, at) ? np_text_end(vm, NP_BYTES) : NP_UNBOUND;
    return np_b_encode(vm, as_utf8(vm, ARG(0)), 3);
}

np_value np_m_bytes_decode(np_vm *vm, uint32_t at, uint32_t n)
{
    return n > 1 ? np_delegate(vm, NP_P__decode_keywords, at, n) : np_b_decode(vm, as_utf8(vm, ARG(0)), 3);
}

/* --- hex ---------------------------------------------------------------------------------------------------------- */

static uint32_t hex_digit(uint32_t d) { return d + (d < 10 ? '0' : 'a' - 10); }

/* _hex_text(bytes): two digits a byte. */
np_value np_b_hex_text(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    uint32_t length;
    if (!is_bytes(vm, ARG(0))) return np_raise_type(vm, "method doesn't apply to a '%y' object", ARG(0));
    np_bytes(vm, ARG(0), &length);
    if (!np_work(vm, 2 * length)) return NP_AGAIN;
    uint8_t *to = np_text_begin(vm) ? np_text_room(vm, 2 * length) : NULL;
    if (!to) return NP_UNBOUND;
    const uint32_t *p = np_bytes(vm, ARG(0), &length);
    for (uint32_t i = 0; i < length; i++) {
        *to++ = (uint8_t)hex_digit(np_byte(p, i) >> 4);
        *to++ = (uint8_t)hex_digit(np_byte(p, i) & 15u);
    }
    np_text_take(vm, 2 * length);
    return np_text_end(vm, NP_STR);
}

/* --- changes in place ----------------------------------------------------------------------------------------------- */

np_value np_m_bytearray_append(np_vm *vm, uint32_t at, uint32_t n)
{
    uint32_t byte;
    if (!is_bytearray(vm, ARG(0)) || !byte_of(vm, ARG(1), true, &byte)) return NP_UNBOUND;
    n = np_list_length(vm, ARG(0));
    if (!np_bytearray_resize(vm, at, n + 1)) return NP_UNBOUND;
    content(vm, ARG(0))[n] = (uint8_t)byte;
    return NP_NONE;
}

np_value np_m_bytearray_pop(np_vm *vm, uint32_t at, uint32_t n)
{
    int32_t i = -1;
    if (!is_bytearray(vm, ARG(0)) || (n > 1 && !np_to_index(vm, ARG(1), &i))) return NP_UNBOUND;
    int32_t length = (int32_t)np_list_length(vm, ARG(0));
    if (length == 0) return np_raise(vm, NP_T_IndexError, "pop from empty bytearray");
    if (i < 0) i += length;
    if (i < 0 || i >= length) return np_raise(vm, NP_T_IndexError, "pop index out of range");
    uint8_t *p = content(vm, ARG(0)) + i;
    np_value byte = np_int(*p);
    memmove(p, p + 1, (uint32_t)(length - i - 1));
    np_words(vm, ARG(0))[NP_LIST_LEN] = np_int(length - 1);
    return byte;
}

/* _splice(bytearray, start, count, bytes): these bytes in the place of so many from there. */
np_value np_b_splice(np_vm *vm, uint32_t at, uint32_t n)
{
    if (!is_bytearray(vm, ARG(0))) return NP_UNBOUND;
    if (!is_bytes(vm, ARG(3)) || !np_is_int(ARG(1)) || !np_is_int(ARG(2))) return np_raise_type(vm, "can't set bytearray slice from %y", ARG(3));
    uint32_t old = np_list_length(vm, ARG(0)), start = (uint32_t)np_to_int(ARG(1)), gone = (uint32_t)np_to_int(ARG(2)), count;
    np_bytes(vm, ARG(3), &count);
    if (start > old || gone > old - start) return np_raise(vm, NP_T_IndexError, "bytearray index out of range");
    if (!np_work(vm, old + count)) return NP_AGAIN;
    uint32_t length = old - gone + count;
    if (length > old && !np_bytearray_resize(vm, at, length)) return NP_UNBOUND;
    if (old || length) {
        uint8_t *p = content(vm, ARG(0)) + start;
        memmove(p + count, p + gone, old - start - gone);
        for (uint32_t i = 0; i < count; i++) p[i] = (uint8_t)np_byte(np_bytes(vm, ARG(3), &n), i);
    }
    np_words(vm, ARG(0))[NP_LIST_LEN] = np_int((int32_t)length);
    return NP_NONE;
}
