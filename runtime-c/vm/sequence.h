/* Items, slices, iteration and building of the builtin containers. Answers are values, markers (NP_TAIL, NP_AGAIN) or NP_UNBOUND. */
#ifndef NP_SEQUENCE_H
#define NP_SEQUENCE_H

#include "object.h"
#include "state.h"

np_value np_get_item(np_vm *vm, np_value o, np_value i);
np_value np_set_item(np_vm *vm, np_value o, np_value i, np_value value);
np_value np_del_item(np_vm *vm, np_value o, np_value i);
/* Where `needle` first stands in `hay` from byte `from` on, or -1; both are words with that many bytes. */
int32_t np_find_bytes(const uint32_t *hay, uint32_t hay_length, const uint32_t *needle, uint32_t length, uint32_t from);
/* Bytes to pay for with np_work before that: a long needle may be compared in vain at each place. */
uint32_t np_search_cost(uint32_t hay, uint32_t needle);
np_value np_contains(np_vm *vm, np_value container, np_value item, bool negate);

/* Item i, a small integer, where that is a load and no more. Tagged integers compare as unsigned words as far as lengths go; negative ones are beyond. */
static inline bool np_item_quick(const np_vm *vm, np_value o, np_value i, np_value *v)
{
    if (!np_may_be_ref(o)) return false;
    const uint32_t *p = np_at(vm, o);
    switch (np_h_type(p[0])) {
    case NP_LIST:
        if (i >= p[NP_LIST_LEN]) return false;
        *v = np_at(vm, p[NP_LIST_ITEMS])[1 + (i >> 1)];
        return true;
    case NP_TUPLE:
        if ((i >> 1) >= np_h_words(p[0]) - 1) return false;
        *v = p[1 + (i >> 1)];
        return true;
    case NP_BYTEARRAY:
        if (i >= p[NP_LIST_LEN]) return false;
        *v = np_int(((const uint8_t *)(np_at(vm, p[NP_LIST_ITEMS]) + 1))[i >> 1]);
        return true;
    case NP_BYTES:
        if ((i >> 1) >= np_str_bytes(p)) return false;
        *v = np_int(((const uint8_t *)(p + NP_STR_DATA))[i >> 1]);
        return true;
    default: return false;
    }
}

static inline bool np_set_item_quick(np_vm *vm, np_value o, np_value i, np_value v)
{
    if (!np_may_be_ref(o)) return false;
    uint32_t *p = np_at(vm, o);
    switch (np_h_type(p[0])) {
    case NP_LIST:
        if (i >= p[NP_LIST_LEN]) return false;
        np_at(vm, p[NP_LIST_ITEMS])[1 + (i >> 1)] = v;
        return true;
    case NP_BYTEARRAY:
        if (i >= p[NP_LIST_LEN] || (v & ~0x1FEu) != 1u) return false;     /* an integer from 0 to 255 */
        ((uint8_t *)(np_at(vm, p[NP_LIST_ITEMS]) + 1))[i >> 1] = (uint8_t)(v >> 1);
        return true;
    default: return false;
    }
}

/* A slice of `length` items: first item, the one it stops before, count and step. false: exception set. */
typedef struct { int32_t start, stop, count, step; } np_span;
bool np_slice_span(np_vm *vm, np_value slice, uint32_t length, np_span *span);
np_value np_slice_new(np_vm *vm, uint32_t from_slot);

np_value np_range_new(np_vm *vm, np_value start, np_value stop, np_value step);
/* How many numbers a range of small ints has, as a small int; false if that does not fit or the step is 0. */
bool np_range_count(int32_t start, int32_t stop, int32_t step, np_value *count);
/* Turns the three registers at `slot` into something for FORRANGE that is not a count of small ints. */
np_value np_range_loop(np_vm *vm, uint32_t slot);

/* Length, or -1 if v has none that is known without user code. */
int32_t np_length(const np_vm *vm, np_value v);

np_value np_iter(np_vm *vm, np_value v);
/* What an await, or (from) a yield from, takes values from. */
np_value np_await(np_vm *vm, np_value v, bool from);
/* Next item of the iterator in `slot`; NP_STOP at its end. */
np_value np_iter_next(np_vm *vm, uint32_t slot);
np_value np_send(np_vm *vm, uint32_t iterator_slot, np_value value);

np_value np_build_set(np_vm *vm, uint32_t from_slot, uint32_t count);
np_value np_build_dict(np_vm *vm, uint32_t from_slot, uint32_t pairs);
np_value np_set_add(np_vm *vm, uint32_t set_slot, uint32_t value_slot);
np_value np_concat_strings(np_vm *vm, uint32_t from_slot, uint32_t count);
np_value np_format(np_vm *vm, uint32_t value_slot, uint32_t spec_slot);
/* The items of list or tuple `a` behind those of `b`, as a new one of a's type. */
np_value np_concat_items(np_vm *vm, np_value a, np_value b);
np_value np_repeat(np_vm *vm, np_value sequence, int32_t times);
/* A bytearray of `length` zero bytes. */
np_value np_bytearray_new(np_vm *vm, uint32_t length);
/* Makes the bytearray in `slot` `length` bytes long; new bytes are zero. */
bool np_bytearray_resize(np_vm *vm, uint32_t slot, uint32_t length);

#endif
