/* list, tuple, dict, set, range and slice: what has to be quick or needs the machine; the rest of their methods is in the prelude. */
#include "call.h"
#include "dict.h"
#include "error.h"
#include "heap.h"
#include "native.h"
#include "number.h"
#include "sequence.h"

#include <string.h>

static bool is_list(np_vm *vm, np_value v)
{
    if (np_is_object(vm, v, NP_LIST)) return true;
    np_raise_type(vm, "a list is needed, not '%y'", v);
    return false;
}
static bool is_table(np_vm *vm, np_value v, uint32_t type)
{
    if (np_is_object(vm, v, type)) return true;
    np_raise_type(vm, type == NP_DICT ? "a dict is needed, not '%y'" : "a set is needed, not '%y'", v);
    return false;
}

/* --- list and tuple ------------------------------------------------------------------------------------------------ */

np_value np_new_list(np_vm *vm, uint32_t at, uint32_t n)
{
    uint32_t count;
    const uint32_t *items;
    if (n == 0) return np_list(vm, at, 0);
    if (!np_items(vm, ARG(0), &count, &items)) return np_delegate(vm, NP_P__list_from, at, 1);
    np_set(vm, NP_TEMP(5), np_list(vm, at, 0));
    if (np_get(vm, NP_TEMP(5)) == NP_UNBOUND) return NP_UNBOUND;
    return np_concat_items(vm, np_get(vm, NP_TEMP(5)), ARG(0));
}

np_value np_new_tuple(np_vm *vm, uint32_t at, uint32_t n)
{
    uint32_t count = 0;
    const uint32_t *items;
    if (n && np_type_of(vm, ARG(0)) == NP_TUPLE) return ARG(0);
    if (n && !np_items(vm, ARG(0), &count, &items)) return np_delegate(vm, NP_P__tuple_from, at, 1);
    np_value t = np_alloc(vm, NP_TUPLE, 0, 0, 1 + count);
    if (t == NP_UNBOUND || !count) return t;
    np_items(vm, ARG(0), &count, &items);
    memcpy(np_words(vm, t) + 1, items, 4u * count);
    return t;
}

np_value np_m_list_append(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!is_list(vm, ARG(0))) return NP_UNBOUND;
    return np_list_add(vm, at, at + 4) ? NP_NONE : NP_UNBOUND;
}

/* The position that an index argument means; false: exception set. */
static bool position(np_vm *vm, np_value v, uint32_t length, int32_t *i)
{
    if (!np_to_index(vm, v, i)) return false;
    if (*i < 0) *i += (int32_t)length;
    return true;
}

np_value np_m_list_pop(np_vm *vm, uint32_t at, uint32_t n)
{
    int32_t i;
    if (!is_list(vm, ARG(0))) return NP_UNBOUND;
    uint32_t length = np_list_length(vm, ARG(0));
    if (length == 0) return np_raise(vm, NP_T_IndexError, "pop from empty list");
    if (!position(vm, n > 1 ? ARG(1) : np_int(-1), length, &i)) return NP_UNBOUND;
    if (i < 0 || (uint32_t)i >= length) return np_raise(vm, NP_T_IndexError, "pop index out of range");
    uint32_t *w = np_words(vm, ARG(0)), *items = np_words(vm, w[NP_LIST_ITEMS]) + 1;
    np_value v = items[i];
    memmove(items + i, items + i + 1, 4u * (length - (uint32_t)i - 1));
    items[length - 1] = NP_UNBOUND;
    w[NP_LIST_LEN] = np_int((int32_t)length - 1);
    return v;
}

np_value np_m_list_insert(np_vm *vm, uint32_t at, uint32_t n)
{
    int32_t i;
    (void)n;
    if (!is_list(vm, ARG(0))) return NP_UNBOUND;
    uint32_t length = np_list_length(vm, ARG(0));
    if (!position(vm, ARG(1), length, &i)) return NP_UNBOUND;
    if (i < 0) i = 0;
    if (i > (int32_t)length) i = (int32_t)length;
    if (!np_list_add(vm, at, at + 8)) return NP_UNBOUND;
    uint32_t *items = np_words(vm, np_words(vm, ARG(0))[NP_LIST_ITEMS]) + 1;
    memmove(items + i + 1, items + i, 4u * (length - (uint32_t)i));
    items[i] = ARG(2);
    return NP_NONE;
}

np_value np_m_list_reverse(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!is_list(vm, ARG(0))) return NP_UNBOUND;
    uint32_t *w = np_words(vm, ARG(0)), length = np_list_length(vm, ARG(0));
    if (length < 2) return NP_NONE;
    uint32_t *items = np_words(vm, w[NP_LIST_ITEMS]) + 1;
    for (uint32_t i = 0, k = length - 1; i < k; i++, k--) {
        np_value t = items[i];
        items[i] = items[k];
        items[k] = t;
    }
    return NP_NONE;
}

np_value np_m_list_clear(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!is_list(vm, ARG(0))) return NP_UNBOUND;
    np_words(vm, ARG(0))[NP_LIST_LEN] = np_int(0);
    np_words(vm, ARG(0))[NP_LIST_ITEMS] = NP_UNBOUND;
    return NP_NONE;
}

np_value np_m_list_copy(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    return is_list(vm, ARG(0)) ? np_new_list(vm, at, 1) : NP_UNBOUND;
}

np_value np_b_extend(np_vm *vm, uint32_t at, uint32_t n)
{
    uint32_t count, items_before, room;
    const uint32_t *items;
    (void)n;
    if (!is_list(vm, ARG(0))) return NP_UNBOUND;
    if (!np_items(vm, ARG(1), &count, &items)) return NP_FALSE;
    uint32_t *w = np_words(vm, ARG(0));
    items_before = np_list_length(vm, ARG(0));
    room = w[NP_LIST_ITEMS] ? np_h_words(*np_words(vm, w[NP_LIST_ITEMS])) - 1 : 0;
    if (items_before + count > room) {
        np_value grown = np_alloc(vm, NP_ARRAY, 0, 0, 1 + items_before + count);
        if (grown == NP_UNBOUND) return NP_UNBOUND;
        w = np_words(vm, ARG(0));
        if (items_before) memcpy(np_words(vm, grown) + 1, np_words(vm, w[NP_LIST_ITEMS]) + 1, 4u * items_before);
        w[NP_LIST_ITEMS] = grown;
    }
    np_items(vm, ARG(1), &count, &items);
    /* by words: a constant's items lie in flash */
    for (uint32_t i = 0; i < count; i++) np_words(vm, w[NP_LIST_ITEMS])[1 + items_before + i] = items[i];
    w[NP_LIST_LEN] = np_int((int32_t)(items_before + count));
    return NP_TRUE;
}

np_value np_b_list_take(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!is_list(vm, ARG(0)) || !is_list(vm, ARG(1))) return NP_UNBOUND;
    uint32_t *w = np_words(vm, ARG(0));
    const uint32_t *other = np_words(vm, ARG(1));
    w[NP_LIST_LEN] = other[NP_LIST_LEN];
    w[NP_LIST_ITEMS] = other[NP_LIST_ITEMS];
    return np_m_list_clear(vm, at + 4, 1) == NP_UNBOUND ? NP_UNBOUND : NP_NONE;
}

/* --- range and slice -------------------------------------------------------------------------------------------------- */

np_value np_new_range(np_vm *vm, uint32_t at, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (np_is_object(vm, ARG(i), NP_INSTANCE)) return np_delegate(vm, NP_P__range_of, at, n);
    for (uint32_t i = 0; i < n; i++)
        if (np_type_of(vm, ARG(i)) == NP_BIGINT) return np_delegate(vm, NP_P__range_long, at, n);
    return np_range_new(vm, n == 1 ? np_int(0) : ARG(0), n == 1 ? ARG(0) : ARG(1), n == 3 ? ARG(2) : np_int(1));
}

np_value np_new_slice(np_vm *vm, uint32_t at, uint32_t n)
{
    np_value start = n == 1 ? NP_NONE : ARG(0), stop = n == 1 ? ARG(0) : ARG(1), step = n == 3 ? ARG(2) : NP_NONE;
    np_set(vm, NP_TEMP(1), start);
    np_set(vm, NP_TEMP(2), stop);
    np_set(vm, NP_TEMP(3), step);
    return np_slice_new(vm, NP_TEMP(1));
}

np_value np_b_slice_span(np_vm *vm, uint32_t at, uint32_t n)
{
    np_span s;
    (void)n;
    if (np_type_of(vm, ARG(0)) != NP_SLICE_OBJ || !np_is_int(ARG(1)) || np_to_int(ARG(1)) < 0) return np_raise(vm, NP_T_TypeError, "a slice and a length are needed");
    if (!np_slice_span(vm, ARG(0), (uint32_t)np_to_int(ARG(1)), &s)) return NP_UNBOUND;
    np_set(vm, NP_TEMP(1), np_int(s.start));
    np_set(vm, NP_TEMP(2), np_int(s.count));
    np_set(vm, NP_TEMP(3), np_int(s.step));
    return np_tuple(vm, NP_TEMP(1), 3);
}

/* --- dict and set ------------------------------------------------------------------------------------------------------ */

np_value np_b_dict_new(np_vm *vm, uint32_t at, uint32_t n) { (void)at, (void)n; return np_dict_new(vm); }
np_value np_b_set_new(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return np_set_new(vm, ARG(0) == NP_TRUE); }

np_value np_m_dict_get(np_vm *vm, uint32_t at, uint32_t n)
{
    if (!is_table(vm, ARG(0), NP_DICT)) return NP_UNBOUND;
    int32_t e = np_dict_find(vm, ARG(0), ARG(1));
    if (e >= 0) return np_dict_value(vm, ARG(0), (uint32_t)e);
    if (e == NP_DICT_USER) return np_delegate(vm, NP_P__dict_get, at, n);
    return n > 2 ? ARG(2) : NP_NONE;
}

static np_value view(np_vm *vm, uint32_t at, uint32_t kind)
{
    if (!is_table(vm, ARG(0), NP_DICT)) return NP_UNBOUND;
    np_value v = np_alloc(vm, NP_VIEW, kind, 0, NP_VIEW_WORDS);
    if (v != NP_UNBOUND) np_words(vm, v)[NP_VIEW_DICT] = ARG(0);
    return v;
}
np_value np_m_dict_keys(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return view(vm, at, 0); }
np_value np_m_dict_values(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return view(vm, at, 1); }
np_value np_m_dict_items(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return view(vm, at, 2); }

static np_value clear(np_vm *vm, uint32_t at, uint32_t type)
{
    if (!is_table(vm, ARG(0), type)) return NP_UNBOUND;
    np_dict_clear(vm, ARG(0));
    return NP_NONE;
}
np_value np_m_dict_clear(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return clear(vm, at, NP_DICT); }
np_value np_m_set_clear(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return clear(vm, at, NP_SET); }
np_value np_m_dict_copy(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return is_table(vm, ARG(0), NP_DICT) ? np_dict_copy(vm, at) : NP_UNBOUND; }
np_value np_m_set_copy(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return is_table(vm, ARG(0), NP_SET) ? np_dict_copy(vm, at) : NP_UNBOUND; }

np_value np_m_set_add(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    return is_table(vm, ARG(0), NP_SET) ? np_set_add(vm, at, at + 4) : NP_UNBOUND;
}

/* Tables by entry number, for the prelude's ways through user code. */
static bool table_entry(np_vm *vm, uint32_t at)
{
    if (!np_is_object(vm, ARG(0), NP_DICT) && !np_is_object(vm, ARG(0), NP_SET)) return false;
    return np_is_int(ARG(1)) && np_to_int(ARG(1)) >= 0 && (uint32_t)np_to_int(ARG(1)) < np_dict_used(vm, ARG(0));
}
np_value np_b_probe(np_vm *vm, uint32_t at, uint32_t n)
{
    int64_t hash;
    (void)n;
    if (!np_is_object(vm, ARG(0), NP_DICT) && !np_is_object(vm, ARG(0), NP_SET)) return np_int(-1);
    if (!np_to_int64(vm, ARG(1), &hash) || !np_is_int(ARG(2))) return np_int(-1);
    return np_int(np_dict_probe(vm, ARG(0), (uint32_t)hash, np_to_int(ARG(2))));
}
np_value np_b_entry_key(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value key = table_entry(vm, at) ? np_dict_key(vm, ARG(0), (uint32_t)np_to_int(ARG(1))) : NP_UNBOUND;
    return key == NP_UNBOUND ? NP_NONE : key;
}
np_value np_b_entry_value(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value value = table_entry(vm, at) ? np_dict_value(vm, ARG(0), (uint32_t)np_to_int(ARG(1))) : NP_UNBOUND;
    return value == NP_UNBOUND ? NP_NONE : value;
}
np_value np_b_entry_store(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (table_entry(vm, at) && np_dict_key(vm, ARG(0), (uint32_t)np_to_int(ARG(1))) != NP_UNBOUND) np_dict_store(vm, ARG(0), (uint32_t)np_to_int(ARG(1)), ARG(2));
    return NP_NONE;
}
np_value np_b_entry_add(np_vm *vm, uint32_t at, uint32_t n)
{
    int64_t hash;
    (void)n;
    if (!np_is_object(vm, ARG(0), NP_DICT) && !np_is_object(vm, ARG(0), NP_SET)) return NP_NONE;
    if (!np_to_int64(vm, ARG(1), &hash) || ARG(2) == NP_UNBOUND) return NP_NONE;
    return np_dict_append(vm, at, at + 8, at + 12, (uint32_t)hash, true) ? NP_NONE : NP_UNBOUND;
}
np_value np_b_entry_remove(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (table_entry(vm, at) && np_dict_key(vm, ARG(0), (uint32_t)np_to_int(ARG(1))) != NP_UNBOUND) np_dict_remove(vm, ARG(0), (uint32_t)np_to_int(ARG(1)));
    return NP_NONE;
}

/* --- sorting ------------------------------------------------------------------------------------------------------------ */

/* a after b? Both are numbers without NaN, or both str. */
static bool after(np_vm *vm, np_value a, np_value b, bool text, bool reverse)
{
    int order = text ? np_str_compare(np_object(vm, a), np_object(vm, b)) : np_number_compare(vm, a, b);
    return reverse ? order < 0 : order > 0;
}

/* Bottom-up merge sort, stable: runs of `width` from one half of a scratch array to the other. Nothing is allocated while it sorts. */
np_value np_b_sort_simple(np_vm *vm, uint32_t at, uint32_t n)
{
    uint32_t count, other;
    const uint32_t *items;
    (void)n;
    if (!is_list(vm, ARG(0))) return NP_UNBOUND;
    bool paired = np_is_object(vm, ARG(1), NP_LIST), reverse = ARG(2) == NP_TRUE, text = false;
    np_items(vm, ARG(0), &count, &items);
    if (paired && (np_items(vm, ARG(1), &other, &items), other != count)) return NP_FALSE;
    if (count < 2) return NP_TRUE;
    np_items(vm, ARG(0), &count, &items);
    uint64_t work = count;
    for (uint32_t i = 0; i < count; i++) {
        bool str = np_is_str(vm, items[i]);
        if (i == 0) text = str;
        if (str != text) return NP_FALSE;
        if (!str && !np_is_number(vm, items[i])) return NP_FALSE;
        if (np_type_of(vm, items[i]) < NP_SINGLETON && !np_is_int(items[i])) work += np_h_words(*np_object(vm, items[i])) / 16;     /* neither a bool */
        if (str) continue;
        if (np_type_of(vm, items[i]) == NP_FLOAT && np_float_value(vm, items[i]) != np_float_value(vm, items[i])) return NP_FALSE;
    }
    uint32_t levels = 0;
    while (count >> levels) levels++;
    work *= levels;
    if (!np_charge(vm, work > 0xFFFFFFFFu ? 0xFFFFFFFFu : (uint32_t)work)) return NP_AGAIN;
    uint32_t streams = paired ? 2 : 1;
    if (count >= NP_MAX_WORDS / 2) return np_raise_memory(vm);
    np_value scratch = np_alloc(vm, NP_ARRAY, 0, 0, 1 + count * streams);
    if (scratch == NP_UNBOUND) return scratch;
    uint32_t *keys = np_words(vm, np_words(vm, ARG(0))[NP_LIST_ITEMS]) + 1;
    uint32_t *values = paired ? np_words(vm, np_words(vm, ARG(1))[NP_LIST_ITEMS]) + 1 : keys;
    uint32_t *to_keys = np_words(vm, scratch) + 1, *to_values = paired ? to_keys + count : to_keys;
    for (uint32_t width = 1; width < count; width *= 2) {
        for (uint32_t lo = 0; lo < count; lo += 2 * width) {
            uint32_t mid = count - lo > width ? lo + width : count, hi = count - mid > width ? mid + width : count;
            for (uint32_t i = lo, k = mid, out = lo; out < hi; out++) {
                bool left = i < mid && (k >= hi || !after(vm, keys[i], keys[k], text, reverse));
                uint32_t from = left ? i++ : k++;
                to_values[out] = values[from];
                to_keys[out] = keys[from];
            }
        }
        uint32_t *t = keys;
        keys = to_keys;
        to_keys = t;
        t = values;
        values = to_values;
        to_values = t;
    }
    if (keys == np_words(vm, scratch) + 1) {
        memcpy(to_keys, keys, 4u * count);
        if (paired) memcpy(to_values, values, 4u * count);
    }
    return NP_TRUE;
}
