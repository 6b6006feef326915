/* Builtins about any object, and the prelude's windows into the machine. */
#include "attr.h"
#include "call.h"
#include "dict.h"
#include "error.h"
#include "fpbits.h"
#include "heap.h"
#include "interp.h"
#include "native.h"
#include "number.h"
#include "sequence.h"
#include "text.h"
#include "vm.h"

/* --- objects --------------------------------------------------------------------------------------------------- */

np_value np_b_len(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value v = ARG(0);
    int32_t length = np_length(vm, v);
    if (length >= 0) return np_int(length);
    if (np_override(vm, v, NP_SYM___len__) != NP_UNBOUND) return np_delegate(vm, NP_P__len, at, 1);
    length = np_length(vm, np_plain(vm, v));
    if (length >= 0) return np_int(length);
    return np_raise_type(vm, "object of type '%y' has no len()", v);
}

/* The identity of an instance: kept in the instance, so that hashing it costs no table. */
static np_value instance_serial(np_vm *vm, uint32_t slot)
{
    uint32_t *overflow = np_words(vm, np_get(vm, slot)) + NP_INST_OVERFLOW;
    if (*overflow == NP_UNBOUND) *overflow = np_int((int32_t)(np_head(vm)->next_id++ & NP_INT_MAX));
    if (np_is_int(*overflow)) return *overflow;
    np_set(vm, NP_TEMP(1), *overflow);
    int32_t e = np_dict_find_name(vm, *overflow, NP_NONE);
    if (e >= 0) return np_dict_value(vm, *overflow, (uint32_t)e);
    np_set(vm, NP_TEMP(2), NP_NONE);
    np_set(vm, NP_TEMP(3), np_int((int32_t)(np_head(vm)->next_id++ & NP_INT_MAX)));
    if (np_dict_put(vm, NP_TEMP(1), NP_TEMP(2), NP_TEMP(3)) != 1) return NP_UNBOUND;
    return np_get(vm, NP_TEMP(3));
}

np_value np_b_id(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value v = ARG(0);
    if (!np_is_ref(v)) return np_int64(vm, (int64_t)v);
    if (np_is_object(vm, v, NP_CLASS)) v = np_words(vm, v)[NP_CLASS_SERIAL];
    else v = np_is_object(vm, v, NP_INSTANCE) ? instance_serial(vm, at) : np_serial(vm, at);
    if (v == NP_UNBOUND) return v;
    return np_int64(vm, 0x10000000 + (int64_t)np_to_int(v) * 16);       /* looks like an address, and is none */
}

np_value np_b_watch(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    return np_is_ref(ARG(0)) ? np_serial(vm, at) : ARG(0);
}

np_value np_b_watched(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value v = np_watched(vm, ARG(0));
    return v == NP_UNBOUND ? NP_NONE : v;
}

np_value np_b_hash(np_vm *vm, uint32_t at, uint32_t n)
{
    uint32_t hash;
    (void)n;
    if (!np_hash(vm, ARG(0), &hash)) return np_delegate(vm, NP_P__hash_slow, at, 1);
    return np_int64(vm, (int32_t)hash);
}

static np_value is_one_of(np_vm *vm, uint32_t at, bool class_itself)
{
    np_value cls = ARG(0), wanted = ARG(1);
    uint32_t count = 1;
    const uint32_t *items = &wanted;
    if (class_itself && !np_is_class(vm, cls)) return np_raise(vm, NP_T_TypeError, "issubclass() arg 1 must be a class");
    if (!class_itself) cls = np_class_of(vm, cls);
    if (np_type_of(vm, wanted) == NP_TUPLE) np_items(vm, wanted, &count, &items);
    if (!np_bases_affordable(vm, cls, count)) return NP_AGAIN;
    for (uint32_t i = 0; i < count; i++) {
        np_value item = items[i] == NP_NONE ? NP_TYPE_VALUE(NP_T_NoneType) : items[i];      /* of int | None */
        if (np_type_of(vm, item) == NP_TUPLE) return np_delegate(vm, class_itself ? NP_P__issubclass_nested : NP_P__isinstance_nested, at, 2);
        if (!np_is_class(vm, item))
            return np_raise(vm, NP_T_TypeError, class_itself ? "issubclass() arg 2 must be a class, a tuple of classes, or a union" : "isinstance() arg 2 must be a type, a tuple of types, or a union");
        if (np_is_subclass(vm, cls, item)) return NP_TRUE;
        np_value f = class_itself ? NP_UNBOUND : np_override(vm, item, NP_SYM___instancecheck__);
        if (f == NP_UNBOUND) continue;
        if (count > 1) return np_delegate(vm, NP_P__isinstance_nested, at, 2);
        np_value x = ARG(0);
        np_set(vm, NP_TEMP(1), item);
        np_set(vm, NP_TEMP(2), x);
        return np_tail(vm, f, NP_TEMP(1), 2);
    }
    return NP_FALSE;
}
np_value np_b_isinstance(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return is_one_of(vm, at, false); }
np_value np_b_issubclass(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return is_one_of(vm, at, true); }

np_value np_b_callable(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    uint32_t kind = np_type_of(vm, ARG(0));
    if (kind == NP_INSTANCE) return np_bool(np_override(vm, ARG(0), NP_SYM___call__) != NP_UNBOUND);
    return np_bool(np_is_function(vm, ARG(0)) || kind == NP_METHOD || kind == NP_CLASS || kind == NP_TYPE || (kind == NP_DESCRIPTOR && np_h_aux2(*np_words(vm, ARG(0))) == 1));
}

/* The name in argument 1 as a symbol, where there is one; unbound: TypeError set. */
static np_value name_argument(np_vm *vm, uint32_t at)
{
    if (!np_is_str(vm, ARG(1))) return np_raise_type(vm, "attribute name must be string, not '%y'", ARG(1));
    return np_symbol_for(vm, ARG(1));
}

np_value np_b_getattr(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value name = name_argument(vm, at);
    return name == NP_UNBOUND ? name : np_get_attr(vm, ARG(0), name);
}
np_value np_b_setattr(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value name = name_argument(vm, at);
    np_set(vm, NP_TEMP(0), ARG(2));         /* the arguments may stand in temps that storing needs */
    return name == NP_UNBOUND ? name : np_set_attr(vm, ARG(0), name, NP_TEMP(0));
}
np_value np_b_delattr(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value name = name_argument(vm, at);
    return name == NP_UNBOUND ? name : np_del_attr(vm, ARG(0), name);
}
np_value np_m_object_setattr(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value name = name_argument(vm, at);
    np_set(vm, NP_TEMP(0), ARG(2));
    if (name == NP_UNBOUND) return name;
    if (!np_is_object(vm, ARG(0), NP_INSTANCE)) return np_set_attr(vm, ARG(0), name, NP_TEMP(0));
    return np_set_own_attr(vm, ARG(0), name, NP_TEMP(0));
}
np_value np_m_object_delattr(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value name = name_argument(vm, at);
    return name == NP_UNBOUND ? name : np_del_own_attr(vm, ARG(0), name);
}
np_value np_m_object_getattribute(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value name = name_argument(vm, at);
    return name == NP_UNBOUND ? name : np_get_own_attr(vm, ARG(0), name);
}
np_value np_m_object_init(np_vm *vm, uint32_t at, uint32_t n) { (void)vm, (void)at, (void)n; return NP_NONE; }
np_value np_m_BaseException_init(np_vm *vm, uint32_t at, uint32_t n)
{
    np_value args = np_tuple(vm, at + 4, n - 1);
    if (args == NP_UNBOUND) return args;
    if (np_is_exception(vm, ARG(0))) np_words(vm, ARG(0))[NP_EXC_ARGS] = args;
    return NP_NONE;
}
np_value np_b_exception_word(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (np_is_exception(vm, ARG(0)) && np_type_of(vm, ARG(1)) == NP_TUPLE) np_words(vm, ARG(0))[NP_EXC_ARGS] = ARG(1);
    return NP_NONE;
}

np_value np_new_object(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return np_instance(vm, NP_TYPE_VALUE(NP_T_object), at, 0); }
np_value np_new_type(np_vm *vm, uint32_t at, uint32_t n)
{
    if (n != 1) return np_raise(vm, NP_T_TypeError, "nanopy has no classes made at run time: type() takes 1 argument");
    return np_class_of(vm, ARG(0));
}

static np_value descriptor(np_vm *vm, uint32_t kind, uint32_t at, uint32_t n)
{
    np_value d = np_alloc(vm, NP_DESCRIPTOR, kind, 0, NP_DESC_WORDS);
    if (d == NP_UNBOUND) return d;
    for (uint32_t i = 0; i < n && i < 4; i++) np_words(vm, d)[NP_DESC_GET + i] = ARG(i) == NP_NONE ? NP_UNBOUND : ARG(i);
    return d;
}
np_value np_new_property(np_vm *vm, uint32_t at, uint32_t n) { return descriptor(vm, 0, at, n); }
np_value np_new_staticmethod(np_vm *vm, uint32_t at, uint32_t n) { return descriptor(vm, 1, at, n); }
np_value np_new_classmethod(np_vm *vm, uint32_t at, uint32_t n) { return descriptor(vm, 2, at, n); }

static np_value with_function(np_vm *vm, uint32_t at, uint32_t word)
{
    if (!np_is_object(vm, ARG(0), NP_DESCRIPTOR)) return np_raise_type(vm, "a property is needed, not '%y'", ARG(0));
    np_value d = np_alloc(vm, NP_DESCRIPTOR, 0, 0, NP_DESC_WORDS);
    if (d == NP_UNBOUND) return d;
    for (uint32_t i = 1; i < NP_DESC_WORDS; i++) np_words(vm, d)[i] = np_words(vm, ARG(0))[i];
    np_words(vm, d)[word] = ARG(1);
    return d;
}
np_value np_m_property_getter(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return with_function(vm, at, NP_DESC_GET); }
np_value np_m_property_setter(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return with_function(vm, at, NP_DESC_SET); }
np_value np_m_property_deleter(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return with_function(vm, at, NP_DESC_DELETE); }

np_value np_b_iter(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return np_iter(vm, ARG(0)); }
np_value np_b_next(np_vm *vm, uint32_t at, uint32_t n)
{
    uint32_t kind = np_type_of(vm, ARG(0));
    (void)n;
    if (kind == NP_INSTANCE ? np_override(vm, ARG(0), NP_SYM___next__) == NP_UNBOUND : kind != NP_ITER && (kind != NP_GENERATOR || np_async_kind(vm, ARG(0))))
        return np_raise_type(vm, "'%y' object is not an iterator", ARG(0));
    return np_iter_next(vm, at);
}

/* --- windows for the prelude ------------------------------------------------------------------------------------ */

np_value np_b_find(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    bool is_class = np_is_object(vm, ARG(0), NP_CLASS);
    np_value v = is_class ? np_override(vm, ARG(0), np_payload(ARG(1))) : np_class_override(vm, np_class_of(vm, ARG(0)), ARG(1));
    return v == NP_UNBOUND ? NP_NONE : v;
}
np_value np_b_defines(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value v = np_is_class(vm, ARG(0)) ? np_class_override(vm, ARG(0), ARG(1)) : NP_UNBOUND;
    return v == NP_UNBOUND ? NP_NONE : v;
}
/* The first class along the resolution order that has __hash__ or __eq__ decides: __eq__ without __hash__ makes it unhashable. */
np_value np_b_hash_method(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value cls = np_class_of(vm, ARG(0));
    uint32_t hash_level, eq_level;
    np_value hash = np_class_lookup_level(vm, cls, NP_SYMBOL(NP_SYM___hash__), &hash_level);
    np_value eq = np_class_lookup_level(vm, cls, NP_SYMBOL(NP_SYM___eq__), &eq_level);
    if (eq != NP_UNBOUND && (hash == NP_UNBOUND || eq_level < hash_level)) return NP_NONE;
    return hash == NP_UNBOUND ? NP_FALSE : hash;
}
np_value np_b_plain(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value v = np_plain(vm, ARG(0));
    return v == NP_UNBOUND ? ARG(0) : v;
}
np_value np_b_operate(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    uint32_t op = (uint32_t)np_to_int(ARG(2));
    return op > NP_MATMUL ? NP_NONE : np_binary(vm, op, ARG(3) == NP_TRUE, ARG(0), ARG(1));
}
np_value np_b_order(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    return np_compare(vm, (uint32_t)np_to_int(ARG(2)), ARG(0), ARG(1));
}
np_value np_b_bind(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return np_bind_method(vm, ARG(1), ARG(0)); }
np_value np_b_kind(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return np_int((int32_t)np_type_of(vm, ARG(0))); }
np_value np_b_scalar(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return np_bool(np_is_scalar(vm, ARG(0))); }
np_value np_b_type_name(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return np_typename(vm, ARG(0)); }

np_value np_b_say(np_vm *vm, uint32_t at, uint32_t n)
{
    if (!np_is_str(vm, ARG(0))) return np_raise_type(vm, "a text is no '%y'", ARG(0));
    bool ok = np_text_begin(vm);
    for (uint32_t i = 0, next = 1; ok && i < np_str_bytes(np_object(vm, ARG(0))); i++) {
        uint32_t c = np_byte(np_object(vm, ARG(0)) + NP_STR_DATA, i), slot = at + 4 * next;
        if ((c != '%' && c != '$') || next >= n) {
            ok = np_text_byte(vm, c);
            continue;
        }
        np_value v = np_get(vm, slot);
        next++;
        if (c == '$' && np_is_int(v)) ok = np_text_int(vm, np_to_int(v));
        else if (c == '$' && np_is_str(vm, v)) ok = np_text_slot(vm, slot);
        else ok = np_text_symbol(vm, np_typename(vm, v));
    }
    return ok ? np_text_end(vm, NP_STR) : NP_UNBOUND;
}

np_value np_b_instance_new(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!np_is_class(vm, ARG(0))) return np_raise(vm, NP_T_TypeError, "object.__new__(X): X is not a type object");
    uint32_t root = np_class_root(vm, ARG(0));
    np_value plain = np_plain(vm, ARG(1));
    if (plain == NP_UNBOUND) plain = ARG(1);
    bool exception = np_type_is_exception(root), filled = exception ? np_type_of(vm, plain) == NP_TUPLE : np_is_instance(vm, plain, NP_TYPE_VALUE(root));
    if (root != NP_T_object && !exception && !(filled && np_type_has_payload(root)))
        return np_raise(vm, NP_T_TypeError, "object.__new__(%y) is not safe, use %y.__new__()", np_class_name(vm, ARG(0)), np_class_name(vm, ARG(0)));
    np_set(vm, NP_TEMP(0), plain);
    np_value v = np_instance(vm, ARG(0), at, 0);
    if (v != NP_UNBOUND && filled && root != NP_T_object) np_words(vm, v)[NP_INST_SLOTS] = np_get(vm, NP_TEMP(0));
    return v;
}

/* The names and values of what a class, or a builtin type, itself has. */
static np_value class_dict(np_vm *vm, uint32_t at)
{
    np_value cls = ARG(0), d = np_dict_new(vm);
    if (d == NP_UNBOUND) return d;
    np_set(vm, NP_TEMP(1), d);
    uint32_t count = 0;
    const uint32_t *methods = NULL, *t = NULL;
    if (!np_is_ref(cls)) methods = np_type_methods(vm, np_payload(cls), &count);
    else if (np_words(vm, ARG(0))[NP_CLASS_TEMPLATE] != NP_UNBOUND) {
        t = np_place(vm, np_words(vm, ARG(0))[NP_CLASS_TEMPLATE]);
        count = np_tpl_methods(t);
    }
    for (uint32_t i = 0; i < count; i++) {
        np_set(vm, NP_TEMP(2), t ? t[NP_TPL_METHODS + 2 * i] : NP_SYMBOL(np_whole(methods[i]) >> 16));
        np_set(vm, NP_TEMP(3), t ? t[NP_TPL_METHODS + 2 * i + 1] : np_method_value(vm, methods[i]));
        if (np_dict_put(vm, NP_TEMP(1), NP_TEMP(2), NP_TEMP(3)) != 1) return NP_UNBOUND;
    }
    const uint32_t *linked = np_linked_methods(vm, &count);
    for (uint32_t i = 0; !np_is_ref(cls) && i < count; i++) {
        if (np_whole(linked[2 * i]) >> 16 != np_payload(cls)) continue;
        np_set(vm, NP_TEMP(2), NP_SYMBOL(np_whole(linked[2 * i]) & 0xFFFFu));
        np_set(vm, NP_TEMP(3), linked[2 * i + 1]);
        if (np_dict_put(vm, NP_TEMP(1), NP_TEMP(2), NP_TEMP(3)) != 1) return NP_UNBOUND;
    }
    np_set(vm, NP_TEMP(4), np_is_ref(cls) ? np_words(vm, ARG(0))[NP_CLASS_NAMESPACE] : NP_UNBOUND);
    for (uint32_t e = 0; np_get(vm, NP_TEMP(4)) != NP_UNBOUND && e < np_dict_used(vm, np_get(vm, NP_TEMP(4))); e++) {
        np_set(vm, NP_TEMP(2), np_dict_key(vm, np_get(vm, NP_TEMP(4)), e));
        np_set(vm, NP_TEMP(3), np_dict_value(vm, np_get(vm, NP_TEMP(4)), e));
        int32_t old = np_dict_find(vm, np_get(vm, NP_TEMP(1)), np_get(vm, NP_TEMP(2)));
        if (np_get(vm, NP_TEMP(3)) == NP_UNBOUND) {                 /* deleted */
            if (old >= 0) np_dict_remove(vm, np_get(vm, NP_TEMP(1)), (uint32_t)old);
        } else if (np_dict_put(vm, NP_TEMP(1), NP_TEMP(2), NP_TEMP(3)) != 1) return NP_UNBOUND;
    }
    return np_get(vm, NP_TEMP(1));
}

/* A new dict of what a module's names are bound to. */
static np_value module_dict(np_vm *vm, np_value module)
{
    const uint32_t *t = np_place(vm, module);
    uint32_t counts = np_whole(t[0]), globals = counts & 0xFFFFu, names = globals + (counts >> 16);
    np_value d = np_dict_new(vm);
    if (d == NP_UNBOUND) return d;
    np_set(vm, NP_TEMP(1), d);
    np_set(vm, NP_TEMP(2), NP_SYMBOL(NP_SYM___name__));
    np_set(vm, NP_TEMP(3), t[1]);
    for (uint32_t i = 0; np_dict_put(vm, NP_TEMP(1), NP_TEMP(2), NP_TEMP(3)) == 1; i++) {
        while (i < globals && np_get(vm, NP_GLOBALS_AT + 4 * t[3 + 2 * i]) == NP_UNBOUND) i++;
        if (i >= names) return np_get(vm, NP_TEMP(1));
        np_set(vm, NP_TEMP(2), t[2 + 2 * i]);
        np_set(vm, NP_TEMP(3), i < globals ? np_get(vm, NP_GLOBALS_AT + 4 * t[3 + 2 * i]) : t[3 + 2 * i]);
    }
    return NP_UNBOUND;
}

/* The names and values of an instance's, class's or module's own attributes. */
np_value np_b_instance_dict(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (np_is_imm(ARG(0), NP_IMM_MODULE)) {
        uint32_t counts = np_whole(*np_place(vm, ARG(0)));
        return np_charge(vm, (counts & 0xFFFFu) + (counts >> 16)) ? module_dict(vm, ARG(0)) : NP_AGAIN;
    }
    if (np_is_class(vm, ARG(0))) return class_dict(vm, at);
    if (!np_is_object(vm, ARG(0), NP_INSTANCE)) return np_raise(vm, NP_T_TypeError, "vars() argument must have __dict__ attribute");
    np_value cls = np_class_of(vm, ARG(0));
    if (!np_bases_affordable(vm, cls, np_h_words(*np_words(vm, ARG(0))))) return NP_AGAIN;
    np_set(vm, NP_TEMP(0), ARG(0));
    np_value d = np_dict_new(vm);
    if (d == NP_UNBOUND) return d;
    np_set(vm, NP_TEMP(1), d);
    np_set(vm, NP_TEMP(4), np_class_of(vm, np_get(vm, NP_TEMP(0))));
    /* slots in the order of their words: the bases' first */
    for (uint32_t word = NP_INST_SLOTS; word < np_h_words(*np_words(vm, np_get(vm, NP_TEMP(0)))); word++) {
        np_value value = np_words(vm, np_get(vm, NP_TEMP(0)))[word];
        if (value == NP_UNBOUND) continue;
        for (np_value c = np_get(vm, NP_TEMP(4)); np_is_ref(c); c = np_words(vm, c)[NP_CLASS_BASE]) {
            const uint32_t *w = np_words(vm, c);
            if (w[NP_CLASS_TEMPLATE] == NP_UNBOUND) continue;
            const uint32_t *t = np_place(vm, w[NP_CLASS_TEMPLATE]);
            uint32_t all = (uint32_t)np_to_int(w[NP_CLASS_SLOTS]), own = np_tpl_slots(t), i = word - NP_INST_SLOTS;
            if (i >= all || i + own < all) continue;
            np_set(vm, NP_TEMP(2), t[NP_TPL_METHODS + 2 * np_tpl_methods(t) + i + own - all]);
            np_set(vm, NP_TEMP(3), value);
            if (np_dict_put(vm, NP_TEMP(1), NP_TEMP(2), NP_TEMP(3)) != 1) return NP_UNBOUND;
            break;
        }
    }
    np_set(vm, NP_TEMP(5), np_words(vm, np_get(vm, NP_TEMP(0)))[NP_INST_OVERFLOW]);
    if (np_is_ref(np_get(vm, NP_TEMP(5))))
        for (uint32_t e = 0; e < np_dict_used(vm, np_get(vm, NP_TEMP(5))); e++) {
            np_value key = np_dict_key(vm, np_get(vm, NP_TEMP(5)), e);
            if (!np_is_str(vm, key)) continue;                  /* the serial number, or nothing */
            np_set(vm, NP_TEMP(2), key);
            np_set(vm, NP_TEMP(3), np_dict_value(vm, np_get(vm, NP_TEMP(5)), e));
            if (np_dict_put(vm, NP_TEMP(1), NP_TEMP(2), NP_TEMP(3)) != 1) return NP_UNBOUND;
        }
    return np_get(vm, NP_TEMP(1));
}

np_value np_b_class_bases(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value cls = ARG(0);
    if (np_is_object(vm, cls, NP_CLASS) && np_words(vm, cls)[NP_CLASS_BASES] != NP_UNBOUND) return np_words(vm, cls)[NP_CLASS_BASES];
    np_value base = np_is_class(vm, cls) ? np_class_base(vm, cls) : NP_UNBOUND;
    np_set(vm, NP_TEMP(1), base);
    return np_tuple(vm, NP_TEMP(1), base != NP_UNBOUND);
}
np_value np_b_class_new(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value name = np_is_str(vm, ARG(0)) ? np_symbol_for(vm, ARG(0)) : NP_UNBOUND;
    return np_class_new(vm, np_is_imm(name, NP_IMM_SYMBOL) ? name : NP_SYMBOL(NP_SYM___class__), at + 4);
}
np_value np_b_super_attr(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!np_is_class(vm, ARG(0)) || !np_is_str(vm, ARG(2))) return np_raise_type(vm, "super() argument 1 must be a type, not %y", ARG(0));
    return np_super_attr(vm, ARG(0), NP_UNBOUND, ARG(1), np_symbol_for(vm, ARG(2)));
}
np_value np_b_store(np_vm *vm, uint32_t at, uint32_t n)
{
    np_value name = name_argument(vm, at);
    if (name == NP_UNBOUND || !np_is_object(vm, ARG(0), NP_INSTANCE)) return name;
    np_set(vm, NP_TEMP(0), n == 3 ? ARG(2) : NP_UNBOUND);
    return np_store(vm, ARG(0), name, NP_TEMP(0));
}
np_value np_b_class_set_mro(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    uint32_t count;
    const uint32_t *items;
    if (!np_is_object(vm, ARG(0), NP_CLASS) || !np_is_object(vm, ARG(1), NP_TUPLE)) return NP_NONE;
    np_items(vm, ARG(1), &count, &items);
    for (uint32_t i = 0; i < count; i++)
        if (!np_is_class(vm, items[i])) return NP_NONE;
    np_words(vm, ARG(0))[NP_CLASS_MRO] = ARG(1);
    np_class_watch(vm, ARG(0));
    np_cache_clear(vm);
    return NP_NONE;
}

/* --- generators -------------------------------------------------------------------------------------------------- */

static bool is_generator(np_vm *vm, np_value v)
{
    if (np_is_object(vm, v, NP_GENERATOR)) return true;
    np_raise_type(vm, "a generator is needed, not '%y'", v);
    return false;
}
np_value np_b_started(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!is_generator(vm, ARG(0))) return NP_UNBOUND;
    uint32_t state = np_h_aux2(*np_words(vm, ARG(0)));
    return state == NP_GEN_ENDED ? NP_NONE : np_bool(state != NP_GEN_FRESH);
}
np_value np_b_end_generator(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!is_generator(vm, ARG(0))) return NP_UNBOUND;
    if (np_h_aux2(*np_words(vm, ARG(0))) != NP_GEN_RUNNING) *np_words(vm, ARG(0)) |= NP_GEN_ENDED << 7;
    return NP_NONE;
}
np_value np_b_send(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    return is_generator(vm, ARG(0)) ? np_send(vm, at, ARG(1)) : NP_UNBOUND;
}
np_value np_b_throw(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!is_generator(vm, ARG(0))) return NP_UNBOUND;
    uint32_t state = np_h_aux2(*np_words(vm, ARG(0)));
    if (!np_is_exception(vm, ARG(1))) return np_raise(vm, NP_T_TypeError, "exceptions must be classes or instances deriving from BaseException, not %y", np_typename(vm, ARG(1)));
    if (state == NP_GEN_RUNNING || (state == NP_GEN_ENDED && np_async_kind(vm, ARG(0)) == NP_FN_COROUTINE)) return np_resume(vm, at, NP_NONE);    /* raises */
    np_value e = ARG(1);        /* before the frame changes, to which the arguments may belong */
    np_value r = state == NP_GEN_ENDED ? NP_UNBOUND : np_resume(vm, at, NP_UNBOUND);
    np_head(vm)->exception = e;
    np_head(vm)->traceback = np_words(vm, e)[NP_EXC_TRACEBACK];
    return r == NP_ENTERED ? NP_THROWN : NP_UNBOUND;
}

np_value np_b_function_flags(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value f = ARG(0);
    if (np_is_object(vm, f, NP_METHOD)) f = np_words(vm, f)[NP_METHOD_FUNC];
    uint32_t kind = np_type_of(vm, f);
    return np_int(kind == NP_FUNC || kind == NP_FUNCTION ? (int32_t)np_rec_flags(np_record(vm, f)) : 0);
}

/* --- the end, and the machine ------------------------------------------------------------------------------------- */

np_value np_b_finish(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_set_exit_code(vm, np_is_int(ARG(0)) ? ARG(0) >> 1 : 255);
    vm->halt = ARG(1) == NP_TRUE ? NP_FAILED : NP_DONE;
    vm->result = NP_NONE;
    return NP_HALT;
}

np_value np_b_set_handled(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value old = np_head(vm)->handled;
    if (ARG(0) == NP_NONE || np_is_exception(vm, ARG(0))) np_head(vm)->handled = ARG(0);
    return old;
}

np_value np_b_charge(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    return np_is_int(ARG(0)) && np_to_int(ARG(0)) > 0 && !np_charge(vm, (uint32_t)np_to_int(ARG(0))) ? NP_AGAIN : NP_NONE;
}

np_value np_b_argv(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (np_head(vm)->argv != NP_UNBOUND) return np_head(vm)->argv;
    np_value list = np_list(vm, at, 0);
    return np_head(vm)->argv = list;
}

np_value np_b_collect(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)at, (void)n;
    np_collect(vm);
    return NP_NONE;
}
np_value np_b_memory(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    const np_arena_header *h = np_head(vm);
    return np_int64(vm, ARG(0) == NP_TRUE ? np_room(vm) : h->top + (h->size - h->sp));
}

np_value np_b_float_bits(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (np_type_of(vm, ARG(0)) != NP_FLOAT) return np_raise_type(vm, "must be real number, not %y", ARG(0));
    return np_int64(vm, (int64_t)np_d_bits(np_float_value(vm, ARG(0))));
}
