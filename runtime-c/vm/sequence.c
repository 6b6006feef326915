/* Items, slices and displays of the builtin containers. */
#include "sequence.h"
#include "attr.h"
#include "call.h"
#include "convert.h"
#include "dict.h"
#include "error.h"
#include "heap.h"
#include "number.h"
#include "text.h"

#include <string.h>

int32_t np_length(const np_vm *vm, np_value v)
{
    uint32_t n, kind = np_type_of(vm, v);
    const uint32_t *items;
    switch (kind) {
    case NP_STR: return (int32_t)np_str_chars(np_object(vm, v));
    case NP_BYTES: return (int32_t)np_str_bytes(np_object(vm, v));
    case NP_TUPLE: case NP_LIST: np_items(vm, v, &n, &items); return (int32_t)n;
    case NP_BYTEARRAY: return (int32_t)np_list_length(vm, v);
    case NP_DICT: case NP_SET: return (int32_t)np_dict_live(vm, v);
    case NP_VIEW: return (int32_t)np_dict_live(vm, np_words(vm, v)[NP_VIEW_DICT]);
    case NP_RANGE: {
        const uint32_t *w = np_object(vm, v);
        np_value count;
        if (!(w[1] & w[2] & w[3] & 1u) || !np_range_count(np_to_int(w[1]), np_to_int(w[2]), np_to_int(w[3]), &count)) return -1;
        return np_to_int(count);
    }
    default: return -1;
    }
}

/* --- ranges and slices ---------------------------------------------------------------------------------------- */

bool np_range_count(int32_t start, int32_t stop, int32_t step, np_value *count)
{
    if (step == 0) return false;
    uint32_t n = 0;
    if (step > 0 && start < stop) n = ((uint32_t)stop - (uint32_t)start - 1u) / (uint32_t)step + 1u;
    if (step < 0 && start > stop) n = ((uint32_t)start - (uint32_t)stop - 1u) / (0u - (uint32_t)step) + 1u;
    if (n > (uint32_t)NP_INT_MAX) return false;
    *count = np_int((int32_t)n);
    return true;
}

np_value np_range_new(np_vm *vm, np_value start, np_value stop, np_value step)
{
    np_value parts[3] = { start, stop, step };
    for (int i = 0; i < 3; i++) {
        if (parts[i] == NP_TRUE || parts[i] == NP_FALSE) parts[i] = np_int(parts[i] == NP_TRUE);
        if (np_is_int(parts[i])) continue;
        if (np_is_integer(vm, parts[i])) return np_raise(vm, NP_T_OverflowError, "range() works with numbers of 31 bits");
        return np_raise_type(vm, "'%y' object cannot be interpreted as an integer", parts[i]);
    }
    if (parts[2] == np_int(0)) return np_raise(vm, NP_T_ValueError, "range() arg 3 must not be zero");
    np_value r = np_alloc(vm, NP_RANGE, 0, 0, NP_RANGE_WORDS);
    if (r != NP_UNBOUND) memcpy(np_words(vm, r) + 1, parts, sizeof parts);
    return r;
}

np_value np_range_loop(np_vm *vm, uint32_t slot)
{
    bool integers = true, small = true;
    for (uint32_t i = 0; i < 3; i++) {
        np_value part = np_get(vm, slot + 4 * i);
        integers = integers && np_is_integer(vm, part);
        small = small && np_type_of(vm, part) != NP_BIGINT;
        np_set(vm, NP_TEMP(1 + i), part);
    }
    np_value it;
    if (integers && !small) {           /* a generator: only making it calls nothing */
        it = np_call(vm, np_prelude_function(vm, NP_P__range_big), NP_TEMP(1), 3);
    } else {
        it = np_range_new(vm, np_get(vm, slot), np_get(vm, slot + 4), np_get(vm, slot + 8));
        if (it != NP_UNBOUND) it = np_iter(vm, it);
    }
    if (it == NP_UNBOUND) return it;
    np_set(vm, slot, it);
    np_set(vm, slot + 4, NP_NONE);
    return NP_NONE;
}

np_value np_slice_new(np_vm *vm, uint32_t from)
{
    np_value s = np_alloc(vm, NP_SLICE_OBJ, 0, 0, NP_RANGE_WORDS);
    if (s == NP_UNBOUND) return s;
    for (uint32_t i = 0; i < 3; i++) {
        np_value v = np_get(vm, from + 4 * i);
        np_words(vm, s)[1 + i] = v == NP_UNBOUND ? NP_NONE : v;
    }
    return s;
}

/* One bound of a slice as an index of 32 bits, clamped. */
static bool bound(np_vm *vm, np_value v, int32_t if_none, int64_t *n)
{
    int32_t small;
    if (v == NP_NONE) *n = if_none;
    else if (np_is_int(v)) *n = np_to_int(v);
    else if (np_type_of(vm, v) == NP_BIGINT) *n = np_h_aux1(*np_object(vm, v)) ? -0x7FFFFFFF : 0x7FFFFFFF;
    else if (np_is_integer(vm, v)) {
        np_to_index(vm, v, &small);
        *n = small;
    } else {
        np_raise(vm, NP_T_TypeError, "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    return true;
}

bool np_slice_span(np_vm *vm, np_value slice, uint32_t length, np_span *span)
{
    const uint32_t *w = np_object(vm, slice);
    np_value parts[3] = { w[1], w[2], w[3] };
    int64_t n = length, start, stop, step;
    if (!bound(vm, parts[2], 1, &step)) return false;
    if (step == 0) {
        np_raise(vm, NP_T_ValueError, "slice step cannot be zero");
        return false;
    }
    if (!bound(vm, parts[0], step > 0 ? 0 : 0x7FFFFFFF, &start) || !bound(vm, parts[1], step > 0 ? 0x7FFFFFFF : -0x7FFFFFFF, &stop)) return false;
    int64_t low = step > 0 ? 0 : -1, high = step > 0 ? n : n - 1;
    if (start < 0) start += n;
    if (stop < 0 && parts[1] != NP_NONE) stop += n;
    if (start < low) start = low;
    if (start > high) start = high;
    if (stop < low) stop = low;
    if (stop > high) stop = high;
    int64_t count = step > 0 ? (stop - start + step - 1) / step : (start - stop - step - 1) / -step;
    span->start = (int32_t)start;
    span->stop = (int32_t)stop;
    span->count = count < 0 ? 0 : (int32_t)count;
    span->step = step > NP_INT_MAX ? NP_INT_MAX : step < -NP_INT_MAX ? -NP_INT_MAX : (int32_t)step;
    return true;
}

/* --- reading items -------------------------------------------------------------------------------------------- */

static np_value slice_of(np_vm *vm, np_value o, np_value slice)
{
    np_span s;
    uint32_t kind = np_type_of(vm, o);
    if (!np_slice_span(vm, slice, (uint32_t)np_length(vm, o), &s)) return NP_UNBOUND;
    np_set(vm, NP_TEMP(1), o);
    switch (kind) {
    case NP_STR: {
        const uint32_t *p = np_object(vm, o);
        if (s.step == 1) {
            uint32_t from = np_str_offset(p, (uint32_t)s.start), to = np_str_offset(p, (uint32_t)(s.start + s.count));
            if (to - from == np_str_bytes(p)) return o;
            if (!np_text_begin(vm) || !np_text_part(vm, NP_TEMP(1), from, to - from)) return NP_UNBOUND;
            return np_text_end(vm, NP_STR);
        }
        uint32_t at = np_str_offset(p, (uint32_t)s.start);
        if (!np_text_begin(vm)) return NP_UNBOUND;
        for (int32_t left = s.count; left > 0; left--) {
            uint32_t next = at;
            if (!np_text_char(vm, np_str_next(np_object(vm, np_get(vm, NP_TEMP(1))), &next))) return NP_UNBOUND;
            p = np_object(vm, np_get(vm, NP_TEMP(1)));
            for (int32_t i = 0; left > 1 && i < s.step; i++) np_str_next(p, &at);
            for (int32_t i = 0; left > 1 && i > s.step; i--) at = np_char_back(p + NP_STR_DATA, false, at);
        }
        return np_text_end(vm, NP_STR);
    }
    case NP_BYTES: {
        if (!np_text_begin(vm)) return NP_UNBOUND;
        uint8_t *to = np_text_room(vm, (uint32_t)s.count);
        if (!to) return NP_UNBOUND;
        const uint32_t *p = np_object(vm, np_get(vm, NP_TEMP(1))) + NP_STR_DATA;
        for (int32_t i = 0; i < s.count; i++) to[i] = (uint8_t)np_byte(p, (uint32_t)(s.start + i * s.step));
        np_text_take(vm, (uint32_t)s.count);
        return np_text_end(vm, NP_BYTES);
    }
    case NP_BYTEARRAY: {
        np_value b = np_bytearray_new(vm, (uint32_t)s.count);
        if (b == NP_UNBOUND || s.count == 0) return b;
        uint32_t n;
        const uint32_t *p = np_bytes(vm, np_get(vm, NP_TEMP(1)), &n);
        uint8_t *to = (uint8_t *)(np_words(vm, np_words(vm, b)[NP_LIST_ITEMS]) + 1);
        for (int32_t i = 0; i < s.count; i++) to[i] = (uint8_t)np_byte(p, (uint32_t)(s.start + i * s.step));
        return b;
    }
    case NP_RANGE: {
        const uint32_t *w = np_object(vm, o);
        int64_t a = np_to_int(w[1]), step = np_to_int(w[3]);
        return np_range_new(vm, np_int((int32_t)(a + s.start * step)), np_int((int32_t)(a + s.stop * step)), np_int((int32_t)(step * s.step)));
    }
    default: {          /* list, tuple */
        uint32_t n, header = kind == NP_LIST ? NP_LIST_WORDS : 0;
        const uint32_t *items;
        if (!np_reserve(vm, 4u * ((uint32_t)s.count + 1 + header))) return np_raise_memory(vm);
        np_value v = kind == NP_LIST && s.count == 0 ? NP_UNBOUND : np_alloc(vm, kind == NP_LIST ? NP_ARRAY : NP_TUPLE, 0, 0, 1 + (uint32_t)s.count);
        np_items(vm, np_get(vm, NP_TEMP(1)), &n, &items);
        for (int32_t i = 0; i < s.count; i++) np_words(vm, v)[1 + i] = items[s.start + i * s.step];
        if (kind == NP_TUPLE) return v;
        np_set(vm, NP_TEMP(2), v);
        np_value list = np_alloc(vm, NP_LIST, 0, 0, NP_LIST_WORDS);
        if (list == NP_UNBOUND) return list;
        np_words(vm, list)[NP_LIST_LEN] = np_int(s.count);
        np_words(vm, list)[NP_LIST_ITEMS] = np_get(vm, NP_TEMP(2));
        return list;
    }
    }
}

static np_value out_of_range(np_vm *vm, uint32_t kind, bool assignment)
{
    const char *what = kind == NP_LIST ? "list" : kind == NP_TUPLE ? "tuple" : kind == NP_STR ? "string" : kind == NP_RANGE ? "range object" : kind == NP_BYTEARRAY ? "bytearray" : "";
    return np_raise(vm, NP_T_IndexError, "%s%sindex out of range", what, assignment && kind == NP_LIST ? " assignment " : kind != NP_BYTES ? " " : "");
}

/* An index into `length` items, negative ones counted from the end. false: exception set. */
static bool index_of(np_vm *vm, np_value o, np_value i, uint32_t length, bool assignment, uint32_t *at)
{
    uint32_t kind = np_type_of(vm, o);
    int32_t n;
    if (!np_is_integer(vm, i)) {
        const char *what = kind == NP_LIST ? "list" : kind == NP_TUPLE ? "tuple" : kind == NP_STR ? "string" : kind == NP_RANGE ? "range" : kind == NP_BYTEARRAY ? "bytearray" : "byte";
        if (kind == NP_STR) np_raise(vm, NP_T_TypeError, "string indices must be integers, not '%y'", np_typename(vm, i));
        else np_raise(vm, NP_T_TypeError, "%s indices must be integers or slices, not %y", what, np_typename(vm, i));
        return false;
    }
    if (np_type_of(vm, i) == NP_BIGINT) {
        int64_t wide;
        if (kind == NP_RANGE || np_to_int64(vm, i, &wide)) out_of_range(vm, kind, assignment);
        else np_raise(vm, NP_T_IndexError, "cannot fit 'int' into an index-sized integer");
        return false;
    }
    if (!np_to_index(vm, i, &n)) return false;
    if (n < 0) n += (int32_t)length;
    if (n < 0 || (uint32_t)n >= length) {
        out_of_range(vm, kind, assignment);
        return false;
    }
    *at = (uint32_t)n;
    return true;
}

static np_value missing_key(np_vm *vm, np_value key)
{
    np_set(vm, NP_TEMP(5), key);
    return np_raise_with(vm, NP_T_KeyError, NP_TEMP(5));
}

/* An index, or a slice with a bound, that only its __index__ knows. */
static bool needs_index(np_vm *vm, np_value i)
{
    if (np_type_of(vm, i) != NP_SLICE_OBJ) return np_override(vm, i, NP_SYM___index__) != NP_UNBOUND || np_plain(vm, i) != NP_UNBOUND;
    const uint32_t *w = np_object(vm, i);
    for (uint32_t part = NP_RANGE_START; part < NP_RANGE_WORDS; part++)
        if (np_is_object(vm, w[part], NP_INSTANCE)) return true;
    return false;
}

np_value np_get_item(np_vm *vm, np_value o, np_value i)
{
    uint32_t kind = np_type_of(vm, o), at;
    switch (kind) {
    case NP_DICT: {
        int32_t e = np_dict_find(vm, o, i);
        if (e >= 0) return np_dict_value(vm, o, (uint32_t)e);
        if (e == NP_DICT_USER) return np_tail2(vm, NP_P__dict_getitem, o, i);
        return missing_key(vm, i);
    }
    case NP_STR: case NP_BYTES: case NP_BYTEARRAY: case NP_LIST: case NP_TUPLE: case NP_RANGE: {
        if (needs_index(vm, i)) return np_tail2(vm, NP_P__getitem_index, o, i);
        if (np_type_of(vm, i) == NP_SLICE_OBJ) {
            if (kind == NP_RANGE && np_length(vm, o) < 0) break;
            return slice_of(vm, o, i);
        }
        if (!index_of(vm, o, i, (uint32_t)np_length(vm, o), false, &at)) return NP_UNBOUND;
        const uint32_t *p = np_object(vm, o);
        uint32_t n;
        if (kind == NP_STR) {
            at = np_str_offset(p, at);
            uint8_t bytes[4];
            uint32_t count = np_utf8_put(bytes, np_str_next(p, &at));
            return np_text_new(vm, NP_STR, bytes, count);
        }
        if (kind == NP_RANGE) return np_int(np_to_int(p[1]) + (int32_t)at * np_to_int(p[3]));
        if (kind == NP_LIST || kind == NP_TUPLE) {
            np_items(vm, o, &n, &p);
            return p[at];
        }
        p = np_bytes(vm, o, &n);
        return np_int((int32_t)np_byte(p, at));
    }
    case NP_INSTANCE: {
        np_value f = np_override(vm, o, NP_SYM___getitem__), plain = np_plain(vm, o);
        if (f == NP_UNBOUND) {
            if (plain == NP_UNBOUND) break;
            if (np_override(vm, o, NP_SYM___missing__) != NP_UNBOUND && np_is_object(vm, plain, NP_DICT)) return np_tail2(vm, NP_P__dict_missing, o, i);
            return np_get_item(vm, plain, i);
        }
        np_set(vm, NP_TEMP(1), o);
        np_set(vm, NP_TEMP(2), i);
        return np_tail(vm, f, NP_TEMP(1), 2);
    }
    case NP_CLASS: case NP_TYPE: {
        np_value f = np_class_lookup(vm, o, NP_SYMBOL(NP_SYM___class_getitem__));
        if (f == NP_UNBOUND && kind == NP_TYPE) return o;              /* list[int] in an annotation */
        if (f == NP_UNBOUND) break;
        return np_tail3(vm, NP_P__class_getitem, f, o, i);
    }
    default: break;
    }
    if (kind == NP_CLASS) return np_raise(vm, NP_T_TypeError, "type '%y' is not subscriptable", np_class_name(vm, o));
    return np_raise_type(vm, "'%y' object is not subscriptable", o);
}

/* --- storing and deleting items -------------------------------------------------------------------------------- */

np_value np_set_item(np_vm *vm, np_value o, np_value i, np_value value)
{
    uint32_t kind = np_type_of(vm, o), at;
    switch (kind) {
    case NP_DICT:
        np_set(vm, NP_TEMP(1), o);
        np_set(vm, NP_TEMP(2), i);
        np_set(vm, NP_TEMP(3), value);
        switch (np_dict_put(vm, NP_TEMP(1), NP_TEMP(2), NP_TEMP(3))) {
        case 1: return NP_NONE;
        case 0: return NP_UNBOUND;
        default: return np_delegate(vm, NP_P__dict_setitem, NP_TEMP(1), 3);
        }
    case NP_LIST: case NP_BYTEARRAY: {
        if (needs_index(vm, i)) return np_tail3(vm, NP_P__setitem_index, o, i, value);
        if (np_type_of(vm, i) == NP_SLICE_OBJ) return np_tail3(vm, kind == NP_LIST ? NP_P__list_setslice : NP_P__bytearray_setslice, o, i, value);
        if (!index_of(vm, o, i, np_list_length(vm, o), true, &at)) return NP_UNBOUND;
        if (kind == NP_LIST) {
            np_words(vm, np_words(vm, o)[NP_LIST_ITEMS])[1 + at] = value;
            return NP_NONE;
        }
        int32_t byte;
        if (!np_to_index(vm, value, &byte)) return NP_UNBOUND;
        if (byte < 0 || byte > 255) return np_raise(vm, NP_T_ValueError, "byte must be in range(0, 256)");
        ((uint8_t *)(np_words(vm, np_words(vm, o)[NP_LIST_ITEMS]) + 1))[at] = (uint8_t)byte;
        return NP_NONE;
    }
    case NP_INSTANCE: {
        np_value f = np_override(vm, o, NP_SYM___setitem__), plain = np_plain(vm, o);
        if (f == NP_UNBOUND && plain != NP_UNBOUND) return np_set_item(vm, plain, i, value);
        if (f == NP_UNBOUND) break;
        np_tail3(vm, NP_P__unpack, o, i, value);
        return np_tail(vm, f, NP_TEMP(1), 3);
    }
    default: break;
    }
    return np_raise_type(vm, "'%y' object does not support item assignment", o);
}

np_value np_del_item(np_vm *vm, np_value o, np_value i)
{
    uint32_t kind = np_type_of(vm, o), at;
    switch (kind) {
    case NP_DICT: {
        int32_t e = np_dict_find(vm, o, i);
        if (e == NP_DICT_USER) return np_tail2(vm, NP_P__dict_delitem, o, i);
        if (e < 0) return missing_key(vm, i);
        np_dict_remove(vm, o, (uint32_t)e);
        return NP_NONE;
    }
    case NP_LIST: case NP_BYTEARRAY: {
        if (needs_index(vm, i)) return np_tail2(vm, NP_P__delitem_index, o, i);
        if (np_type_of(vm, i) == NP_SLICE_OBJ) return np_tail2(vm, kind == NP_LIST ? NP_P__list_delslice : NP_P__bytearray_delslice, o, i);
        uint32_t *w = np_words(vm, o), n = np_list_length(vm, o);
        if (!index_of(vm, o, i, n, true, &at)) return NP_UNBOUND;
        uint32_t *items = np_words(vm, w[NP_LIST_ITEMS]) + 1;
        if (kind == NP_LIST) {
            memmove(items + at, items + at + 1, 4u * (n - at - 1));
            items[n - 1] = NP_UNBOUND;
        } else {
            memmove((uint8_t *)items + at, (uint8_t *)items + at + 1, n - at - 1);
        }
        w[NP_LIST_LEN] = np_int((int32_t)n - 1);
        return NP_NONE;
    }
    case NP_INSTANCE: {
        np_value f = np_override(vm, o, NP_SYM___delitem__), plain = np_plain(vm, o);
        if (f == NP_UNBOUND && plain != NP_UNBOUND) return np_del_item(vm, plain, i);
        if (f == NP_UNBOUND) break;
        np_tail2(vm, NP_P__unpack, o, i);
        return np_tail(vm, f, NP_TEMP(1), 2);
    }
    default: break;
    }
    bool sequence = kind == NP_INSTANCE || kind == NP_STR || kind == NP_BYTES || kind == NP_TUPLE || kind == NP_RANGE;
    return np_raise_type(vm, sequence && np_is_integer(vm, i) ? "'%y' object doesn't support item deletion" : "'%y' object does not support item deletion", o);
}

/* --- membership ------------------------------------------------------------------------------------------------- */

/* Where `needle` first stands in `hay` from byte `from` on, or -1. Both are STR or BYTES bodies. */
int32_t np_find_bytes(const uint32_t *hay, uint32_t hay_length, const uint32_t *needle, uint32_t length, uint32_t from)
{
    if (length == 0) return from <= hay_length ? (int32_t)from : -1;
    uint32_t first = np_byte(needle, 0);
    for (uint32_t i = from; i + length <= hay_length; i++) {
        if (np_byte(hay, i) != first) continue;
        uint32_t k = 1;
        while (k < length && np_byte(hay, i + k) == np_byte(needle, k)) k++;
        if (k == length) return (int32_t)i;
    }
    return -1;
}

uint32_t np_search_cost(uint32_t hay, uint32_t needle)
{
    uint64_t cost = needle < 32 || needle > hay ? hay : (uint64_t)(hay - needle + 16) * (needle / 16);
    return cost > 0xFFFFFFFFu ? 0xFFFFFFFFu : (uint32_t)cost;
}

np_value np_contains(np_vm *vm, np_value container, np_value item, bool negate)
{
    uint32_t kind = np_type_of(vm, container), n, m;
    const uint32_t *p, *q;
    bool found = false;
    switch (kind) {
    case NP_STR:
        if (!np_is_str(vm, item)) return np_raise_type(vm, "'in <string>' requires string as left operand, not %y", item);
        p = np_object(vm, container);
        q = np_object(vm, item);
        if (!np_work(vm, np_search_cost(np_str_bytes(p), np_str_bytes(q)))) return NP_AGAIN;
        found = np_find_bytes(p + NP_STR_DATA, np_str_bytes(p), q + NP_STR_DATA, np_str_bytes(q), 0) >= 0;
        break;
    case NP_BYTES: case NP_BYTEARRAY:
        p = np_bytes(vm, container, &n);
        if (np_is_integer(vm, item)) {
            if (np_number_compare(vm, item, np_int(0)) < 0 || np_number_compare(vm, item, np_int(255)) > 0)
                return np_raise(vm, NP_T_ValueError, "byte must be in range(0, 256)");
            if (!np_is_int(item)) item = np_int(item == NP_TRUE);
            for (uint32_t i = 0; i < n && !found; i++) found = np_int((int32_t)np_byte(p, i)) == item;
        } else if (np_type_of(vm, item) == NP_BYTES || np_type_of(vm, item) == NP_BYTEARRAY) {
            q = np_bytes(vm, item, &m);
            if (!np_work(vm, np_search_cost(n, m))) return NP_AGAIN;
            found = np_find_bytes(p, n, q, m, 0) >= 0;
        } else {
            if (np_is_object(vm, item, NP_INSTANCE)) return np_tail3(vm, NP_P__contains, container, item, np_bool(negate));
            return np_raise_type(vm, "a bytes-like object is required, not '%y'", item);
        }
        break;
    case NP_LIST: case NP_TUPLE:
        np_items(vm, container, &n, &p);
        m = 256 + 4 * n;
        for (uint32_t i = 0; i < n && !found; i++) {
            int same = p[i] == item ? 1 : np_equal_within(vm, p[i], item, &m);
            if (same < 0) return np_tail3(vm, NP_P__contains, container, item, np_bool(negate));
            found = same == 1;
        }
        break;
    case NP_DICT: case NP_SET: {
        int32_t e = np_dict_find(vm, container, item);
        if (e == NP_DICT_USER) return np_tail3(vm, NP_P__contains, container, item, np_bool(negate));
        found = e >= 0;
        break;
    }
    case NP_RANGE:
        if (np_is_int(item) && np_length(vm, container) >= 0) {
            p = np_object(vm, container);
            int32_t a = np_to_int(p[1]), b = np_to_int(p[2]), step = np_to_int(p[3]), x = np_to_int(item);
            found = (step > 0 ? x >= a && x < b : x <= a && x > b) && (int32_t)(((int64_t)x - a) % step) == 0;
            break;
        }
        /* fall through */
    default: return np_tail3(vm, NP_P__contains, container, item, np_bool(negate));
    }
    return np_bool(found != negate);
}

/* --- building --------------------------------------------------------------------------------------------------- */

np_value np_build_set(np_vm *vm, uint32_t from, uint32_t count)
{
    np_value s = np_set_new(vm, false);
    if (s == NP_UNBOUND) return s;
    np_set(vm, NP_TEMP(1), s);
    for (uint32_t i = 0; i < count; i++) {
        int r = np_dict_put(vm, NP_TEMP(1), from + 4 * i, 0);
        if (r == 0) return NP_UNBOUND;
        if (r == NP_DICT_USER) {
            np_value list = np_list(vm, from, count);
            return list == NP_UNBOUND ? list : np_tail1(vm, NP_P__set_of, list);
        }
    }
    return np_get(vm, NP_TEMP(1));
}

np_value np_build_dict(np_vm *vm, uint32_t from, uint32_t pairs)
{
    np_value d = np_dict_new(vm);
    if (d == NP_UNBOUND) return d;
    np_set(vm, NP_TEMP(1), d);
    for (uint32_t i = 0; i < pairs; i++) {
        int r = np_dict_put(vm, NP_TEMP(1), from + 8 * i, from + 8 * i + 4);
        if (r == 0) return NP_UNBOUND;
        if (r == NP_DICT_USER) {
            np_value list = np_list(vm, from, 2 * pairs);
            return list == NP_UNBOUND ? list : np_tail1(vm, NP_P__dict_of, list);
        }
    }
    return np_get(vm, NP_TEMP(1));
}

np_value np_set_add(np_vm *vm, uint32_t set_slot, uint32_t value_slot)
{
    if (!np_is_object(vm, np_get(vm, set_slot), NP_SET)) return NP_NONE;
    switch (np_dict_put(vm, set_slot, value_slot, 0)) {
    case 1: return NP_NONE;
    case 0: return NP_UNBOUND;
    default: return np_tail2(vm, NP_P__set_add, np_get(vm, set_slot), np_get(vm, value_slot));
    }
}

np_value np_concat_strings(np_vm *vm, uint32_t from, uint32_t count)
{
    if (!np_text_begin(vm)) return NP_UNBOUND;
    for (uint32_t i = 0; i < count; i++)
        if (np_is_str(vm, np_get(vm, from + 4 * i)) && !np_text_slot(vm, from + 4 * i)) return NP_UNBOUND;
    return np_text_end(vm, NP_STR);
}

np_value np_concat_items(np_vm *vm, np_value a, np_value b)
{
    uint32_t na, nb, kind = np_type_of(vm, a);
    const uint32_t *p;
    np_set(vm, NP_TEMP(1), a);
    np_set(vm, NP_TEMP(2), b);
    np_items(vm, a, &na, &p);
    np_items(vm, b, &nb, &p);
    if (!np_reserve(vm, 4u * (na + nb + 1 + NP_LIST_WORDS))) return np_raise_memory(vm);
    np_value v = kind == NP_LIST && na + nb == 0 ? NP_UNBOUND : np_alloc(vm, kind == NP_LIST ? NP_ARRAY : NP_TUPLE, 0, 0, 1 + na + nb);
    np_items(vm, np_get(vm, NP_TEMP(1)), &na, &p);
    if (na) memcpy(np_words(vm, v) + 1, p, 4u * na);
    np_items(vm, np_get(vm, NP_TEMP(2)), &nb, &p);
    if (nb) memcpy(np_words(vm, v) + 1 + na, p, 4u * nb);
    if (kind == NP_TUPLE) return v;
    np_set(vm, NP_TEMP(3), v);
    np_value list = np_alloc(vm, NP_LIST, 0, 0, NP_LIST_WORDS);
    if (list == NP_UNBOUND) return list;
    np_words(vm, list)[NP_LIST_LEN] = np_int((int32_t)(na + nb));
    np_words(vm, list)[NP_LIST_ITEMS] = np_get(vm, NP_TEMP(3));
    return list;
}

np_value np_bytearray_new(np_vm *vm, uint32_t length)
{
    if (length > 4u * (NP_MAX_WORDS - 1)) return np_raise_memory(vm);
    uint32_t words = (length + 3) / 4;
    if (!np_reserve(vm, 4u * (1 + words + NP_LIST_WORDS))) return np_raise_memory(vm);
    np_value buffer = length ? np_alloc(vm, NP_BUFFER, 0, 0, 1 + words) : NP_UNBOUND;
    if (length && buffer == NP_UNBOUND) return buffer;
    np_set(vm, NP_TEMP(6), buffer);
    np_value b = np_alloc(vm, NP_BYTEARRAY, 0, 0, NP_LIST_WORDS);
    if (b != NP_UNBOUND) {
        np_words(vm, b)[NP_LIST_LEN] = np_int((int32_t)length);
        np_words(vm, b)[NP_LIST_ITEMS] = np_get(vm, NP_TEMP(6));
    }
    np_set(vm, NP_TEMP(6), NP_UNBOUND);
    return b;
}

bool np_bytearray_resize(np_vm *vm, uint32_t slot, uint32_t length)
{
    uint32_t *w = np_words(vm, np_get(vm, slot)), old = (uint32_t)np_to_int(w[NP_LIST_LEN]);
    uint32_t room = w[NP_LIST_ITEMS] ? 4u * (np_h_words(*np_words(vm, w[NP_LIST_ITEMS])) - 1) : 0;
    if (length > room) {
        if (length > 4u * (NP_MAX_WORDS - 1) - length / 4) {
            np_raise_memory(vm);
            return false;
        }
        np_value grown = np_alloc(vm, NP_BUFFER, 0, 0, 1 + (length + (old ? length / 4 : 0) + 3) / 4);
        if (grown == NP_UNBOUND) return false;
        w = np_words(vm, np_get(vm, slot));
        if (old) memcpy(np_words(vm, grown) + 1, np_words(vm, w[NP_LIST_ITEMS]) + 1, old);
        w[NP_LIST_ITEMS] = grown;
    }
    if (length > old) memset((uint8_t *)(np_words(vm, w[NP_LIST_ITEMS]) + 1) + old, 0, length - old);
    w[NP_LIST_LEN] = np_int((int32_t)length);
    return true;
}

np_value np_repeat(np_vm *vm, np_value sequence, int32_t times)
{
    uint32_t kind = np_type_of(vm, sequence), n, t = times < 0 ? 0 : (uint32_t)times;
    const uint32_t *p;
    np_set(vm, NP_TEMP(1), sequence);
    uint32_t length = kind == NP_STR ? np_str_bytes(np_object(vm, sequence)) : (uint32_t)np_length(vm, sequence);
    if (length && t > 4u * NP_MAX_WORDS / length) return np_raise_memory(vm);
    if (!np_charge(vm, length * t / 16)) return NP_AGAIN;
    if (kind == NP_STR || kind == NP_BYTES) {
        if (!np_text_begin(vm)) return NP_UNBOUND;
        uint8_t *to = np_text_room(vm, length * t);
        if (!to) return NP_UNBOUND;
        p = np_object(vm, np_get(vm, NP_TEMP(1))) + NP_STR_DATA;
        for (uint32_t i = 0; i < length && t; i++) to[i] = (uint8_t)np_byte(p, i);
        for (uint32_t i = length; i < length * t; i++) to[i] = to[i - length];
        np_text_take(vm, length * t);
        return np_text_end(vm, kind);
    }
    if (kind == NP_BYTEARRAY) {
        np_value b = np_bytearray_new(vm, length * t);
        if (b == NP_UNBOUND || length * t == 0) return b;
        p = np_bytes(vm, np_get(vm, NP_TEMP(1)), &n);
        uint8_t *to = (uint8_t *)(np_words(vm, np_words(vm, b)[NP_LIST_ITEMS]) + 1);
        for (uint32_t i = 0; i < length * t; i++) to[i] = i < length ? (uint8_t)np_byte(p, i) : to[i - length];
        return b;
    }
    if (length * t >= NP_MAX_WORDS || !np_reserve(vm, 4u * (length * t + 1 + NP_LIST_WORDS))) return np_raise_memory(vm);
    np_value v = kind == NP_LIST && length * t == 0 ? NP_UNBOUND : np_alloc(vm, kind == NP_LIST ? NP_ARRAY : NP_TUPLE, 0, 0, 1 + length * t);
    np_items(vm, np_get(vm, NP_TEMP(1)), &n, &p);
    if (v != NP_UNBOUND) {
        uint32_t *w = np_words(vm, v) + 1;
        for (uint32_t i = 0; i < length * t; i++) w[i] = i < length ? p[i] : w[i - length];
    }
    if (kind == NP_TUPLE) return v;
    np_set(vm, NP_TEMP(2), v);
    np_value list = np_alloc(vm, NP_LIST, 0, 0, NP_LIST_WORDS);
    if (list == NP_UNBOUND) return list;
    np_words(vm, list)[NP_LIST_LEN] = np_int((int32_t)(length * t));
    np_words(vm, list)[NP_LIST_ITEMS] = np_get(vm, NP_TEMP(2));
    return list;
}
