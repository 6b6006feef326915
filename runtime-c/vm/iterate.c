/* Iterators of the builtin containers, and the protocol for all others. */
#include "attr.h"
#include "call.h"
#include "dict.h"
#include "error.h"
#include "heap.h"
#include "sequence.h"
#include "text.h"

static np_value iterator(np_vm *vm, np_value source, uint32_t gives)
{
    np_set(vm, NP_TEMP(1), source);
    np_value it = np_alloc(vm, NP_ITER, gives, 0, NP_ITER_WORDS);
    if (it == NP_UNBOUND) return it;
    source = np_get(vm, NP_TEMP(1));
    uint32_t *w = np_words(vm, it);
    w[NP_ITER_SOURCE] = source;
    w[NP_ITER_POSITION] = np_int(0);
    w[NP_ITER_LIVE] = gives == NP_ITER_SEQUENCE ? np_int(0) : np_int((int32_t)np_dict_live(vm, source));
    return it;
}

np_value np_iter(np_vm *vm, np_value v)
{
    switch (np_type_of(vm, v)) {
    case NP_LIST: case NP_TUPLE: case NP_STR: case NP_BYTES: case NP_BYTEARRAY: case NP_RANGE: return iterator(vm, v, NP_ITER_SEQUENCE);
    case NP_DICT: case NP_SET: return iterator(vm, v, NP_ITER_KEYS);
    case NP_VIEW: return iterator(vm, np_words(vm, v)[NP_VIEW_DICT], NP_ITER_KEYS + np_h_aux2(*np_words(vm, v)));
    case NP_ITER: return v;
    case NP_GENERATOR:
        if (np_async_kind(vm, v)) break;
        return v;
    case NP_CLASS: case NP_INSTANCE: {
        np_value f = np_override(vm, v, NP_SYM___iter__), plain = np_plain(vm, v);
        if (f != NP_UNBOUND && f != NP_NONE) {
            np_set(vm, NP_TEMP(1), v);
            return np_tail(vm, f, NP_TEMP(1), 1);
        }
        if (f == NP_UNBOUND && plain != NP_UNBOUND) return np_iter(vm, plain);
        if (f == NP_UNBOUND && np_override(vm, v, NP_SYM___getitem__) != NP_UNBOUND) return np_tail1(vm, NP_P__iter_items, v);
        break;
    }
    default: break;
    }
    return np_raise_type(vm, "'%y' object is not iterable", v);
}

np_value np_await(np_vm *vm, np_value v, bool from)
{
    bool generator = np_is_object(vm, v, NP_GENERATOR);
    if (generator && np_async_kind(vm, v) != NP_FN_ASYNC_GENERATOR) return v;
    if (from) return np_iter(vm, v);
    np_value f = np_class_lookup(vm, np_class_of(vm, v), NP_SYMBOL(NP_SYM___await__));
    if (f == NP_UNBOUND) return np_raise_type(vm, "object %y can't be used in 'await' expression", v);
    np_set(vm, NP_TEMP(1), v);
    return np_tail(vm, f, NP_TEMP(1), 1);
}

static np_value pair(np_vm *vm, np_value a, np_value b)
{
    np_set(vm, NP_TEMP(1), a);
    np_set(vm, NP_TEMP(2), b);
    return np_tuple(vm, NP_TEMP(1), 2);
}

static np_value next_entry(np_vm *vm, uint32_t *w, uint32_t at)
{
    np_value d = w[NP_ITER_SOURCE];
    uint32_t gives = np_h_aux2(w[0]);
    if (np_int((int32_t)np_dict_live(vm, d)) != w[NP_ITER_LIVE]) {
        w[NP_ITER_SOURCE] = NP_NONE;
        return np_raise(vm, NP_T_RuntimeError, "%s changed size during iteration", np_is_object(vm, d, NP_SET) ? "Set" : "dictionary");
    }
    uint32_t used = np_dict_used(vm, d);
    np_value key = NP_UNBOUND;
    while (at < used && (key = np_dict_key(vm, d, at)) == NP_UNBOUND) at++;
    if (at >= used) {
        w[NP_ITER_SOURCE] = NP_NONE;
        return NP_STOP;
    }
    w[NP_ITER_POSITION] = np_int((int32_t)at + 1);
    if (gives == NP_ITER_KEYS) return key;
    np_value value = np_dict_value(vm, d, at);
    return gives == NP_ITER_VALUES ? value : pair(vm, key, value);
}

np_value np_iter_next(np_vm *vm, uint32_t slot)
{
    np_value it = np_get(vm, slot);
    switch (np_type_of(vm, it)) {
    case NP_ITER: break;
    case NP_GENERATOR: return np_resume(vm, slot, NP_NONE);
    case NP_INSTANCE: {
        np_value f = np_override(vm, it, NP_SYM___next__);
        if (f != NP_UNBOUND) {
            np_set(vm, NP_TEMP(1), it);
            return np_tail(vm, f, NP_TEMP(1), 1);
        }
        return np_raise_type(vm, "iter() returned non-iterator of type '%y'", it);
    }
    default: return np_raise_type(vm, "iter() returned non-iterator of type '%y'", it);
    }
    uint32_t *w = np_words(vm, it), at = (uint32_t)np_to_int(w[NP_ITER_POSITION]), n;
    np_value source = w[NP_ITER_SOURCE], v;
    const uint32_t *p;
    uint32_t kind = np_type_of(vm, source);
    if (kind == NP_DICT || kind == NP_SET) return next_entry(vm, w, at);
    switch (kind) {
    case NP_LIST: case NP_TUPLE:
        np_items(vm, source, &n, &p);
        if (at >= n) break;
        v = p[at];
        w[NP_ITER_POSITION] += 2;
        return v;
    case NP_BYTES: case NP_BYTEARRAY:
        p = np_bytes(vm, source, &n);
        if (at >= n) break;
        w[NP_ITER_POSITION] += 2;
        return np_int((int32_t)np_byte(p, at));
    case NP_STR: {
        p = np_object(vm, source);
        if (at >= np_str_bytes(p)) break;
        uint8_t bytes[4];
        n = np_utf8_put(bytes, np_str_next(p, &at));
        w[NP_ITER_POSITION] = np_int((int32_t)at);
        return np_text_new(vm, NP_STR, bytes, n);
    }
    case NP_RANGE: {
        int32_t length = np_length(vm, source);
        if (length < 0 || at >= (uint32_t)length) break;
        p = np_object(vm, source);
        w[NP_ITER_POSITION] += 2;
        return np_int(np_to_int(p[1]) + (int32_t)at * np_to_int(p[3]));
    }
    default: break;
    }
    w[NP_ITER_SOURCE] = NP_NONE;        /* once at its end, always at its end */
    return NP_STOP;
}

np_value np_send(np_vm *vm, uint32_t slot, np_value value)
{
    np_value it = np_get(vm, slot);
    if (np_is_object(vm, it, NP_GENERATOR)) return np_resume(vm, slot, value == NP_UNBOUND ? NP_NONE : value);
    if (value == NP_NONE) return np_iter_next(vm, slot);
    return np_tail2(vm, NP_P__send_to, it, value);
}
