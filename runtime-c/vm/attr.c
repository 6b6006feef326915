/* Attributes. Names are symbols, or heap strings where no symbol has that text. */
#include "attr.h"
#include "call.h"
#include "dict.h"
#include "error.h"
#include "heap.h"
#include "number.h"
#include "object.h"
#include "text.h"

bool np_is_function(const np_vm *vm, np_value f)
{
    return np_is_imm(f, NP_IMM_FUNCTION) || np_is_imm(f, NP_IMM_BUILTIN) || np_is_object(vm, f, NP_FUNC);
}

np_value np_bind_method(np_vm *vm, np_value self, np_value function)
{
    if (np_is_object(vm, function, NP_METHOD)) return function;        /* bound once */
    np_set(vm, NP_TEMP(6), self);
    np_set(vm, NP_TEMP(7), function);
    np_value m = np_alloc(vm, NP_METHOD, 0, 0, NP_METHOD_WORDS);
    if (m != NP_UNBOUND) {
        np_words(vm, m)[NP_METHOD_SELF] = np_get(vm, NP_TEMP(6));
        np_words(vm, m)[NP_METHOD_FUNC] = np_get(vm, NP_TEMP(7));
    }
    np_set(vm, NP_TEMP(6), NP_UNBOUND);
    np_set(vm, NP_TEMP(7), NP_UNBOUND);
    return m;
}

/* --- look-up in one class ------------------------------------------------------------------------------------- */

static np_value in_type(const np_vm *vm, uint32_t type, uint32_t name)
{
    uint32_t count;
    const uint32_t *methods = np_type_methods(vm, type, &count);
    while (count) {
        uint32_t half = count / 2, found = np_whole(methods[half]) >> 16;
        if (found == name) return np_method_value(vm, methods[half]);
        if (found < name) {
            methods += half + 1;
            count -= half + 1;
        } else count = half;
    }
    return np_linked_method(vm, type, name);
}

static np_value in_class(const np_vm *vm, np_value cls, np_value name)
{
    if (!np_is_ref(cls)) {
        uint32_t type = np_payload(cls);
        return np_is_imm(name, NP_IMM_SYMBOL) ? in_type(vm, type, np_payload(name)) : NP_UNBOUND;
    }
    const uint32_t *w = np_words(vm, cls);
    if (w[NP_CLASS_NAMESPACE] != NP_UNBOUND) {
        int32_t e = np_dict_find_name((np_vm *)vm, w[NP_CLASS_NAMESPACE], name);
        if (e >= 0) return np_dict_value(vm, w[NP_CLASS_NAMESPACE], (uint32_t)e);
    }
    if (w[NP_CLASS_TEMPLATE] == NP_UNBOUND || !np_is_imm(name, NP_IMM_SYMBOL)) return NP_UNBOUND;
    const uint32_t *t = np_place(vm, w[NP_CLASS_TEMPLATE]);
    return np_in_pairs(t + NP_TPL_METHODS, np_tpl_methods(t), name);
}

/* Class number i of cls's resolution order, for classes with several bases; else NP_UNBOUND. */
static np_value mro_at(const np_vm *vm, np_value mro, uint32_t i)
{
    const uint32_t *w = np_words(vm, mro);
    return i + 1 < np_h_words(w[0]) ? w[i + 1] : NP_UNBOUND;
}

/* Do special methods count that this class has? Those of the builtin types before the exceptions the machine knows by itself. */
static bool is_written(np_value cls) { return np_is_ref(cls) || np_payload(cls) >= NP_T_BaseException; }

static np_value mro_of(const np_vm *vm, np_value cls) { return np_is_ref(cls) ? np_words(vm, cls)[NP_CLASS_MRO] : NP_UNBOUND; }

static np_value look_up(const np_vm *vm, np_value cls, np_value name, bool written)
{
    np_value mro = NP_UNBOUND, found = NP_UNBOUND;
    for (uint32_t i = 1; cls != NP_UNBOUND && found == NP_UNBOUND; cls = mro == NP_UNBOUND ? np_class_base(vm, cls) : mro_at(vm, mro, i++)) {
        if (mro == NP_UNBOUND) mro = mro_of(vm, cls);       /* which begins with the class itself */
        if (!written || is_written(cls)) found = in_class(vm, cls, name);
    }
    return found;
}

np_value np_class_lookup(const np_vm *vm, np_value cls, np_value name) { return look_up(vm, cls, name, false); }
np_value np_class_override(const np_vm *vm, np_value cls, np_value name) { return look_up(vm, cls, name, true); }

np_value np_override(const np_vm *vm, np_value obj, uint32_t symbol)
{
    np_value cls = NP_UNBOUND;
    if (np_is_object(vm, obj, NP_INSTANCE)) cls = np_class_of(vm, obj);
    else if (np_is_object(vm, obj, NP_CLASS)) cls = np_class_lookup(vm, obj, NP_SYMBOL(NP_SYM___metaclass__));
    return cls != NP_UNBOUND && np_is_class(vm, cls) ? np_class_override(vm, cls, NP_SYMBOL(symbol)) : NP_UNBOUND;
}

/* A walk along a class's resolution order: up its bases until one has several, then along that one's. */
typedef struct { np_value cls, mro; uint32_t at; } class_order;

static class_order order_from(const np_vm *vm, np_value cls)
{
    class_order o = { cls, mro_of(vm, cls), 0 };
    return o;
}

static np_value order_next(const np_vm *vm, class_order *o)
{
    if (o->mro != NP_UNBOUND) return o->cls = mro_at(vm, o->mro, ++o->at);
    o->cls = np_class_base(vm, o->cls);
    if (o->cls != NP_UNBOUND) o->mro = mro_of(vm, o->cls);
    return o->cls;
}

np_value np_class_lookup_level(const np_vm *vm, np_value cls, np_value name, uint32_t *level)
{
    class_order order = order_from(vm, cls);
    for (*level = 0; cls != NP_UNBOUND; cls = order_next(vm, &order), ++*level) {
        np_value found = is_written(cls) ? in_class(vm, cls, name) : NP_UNBOUND;
        if (found != NP_UNBOUND) return found;
    }
    return NP_UNBOUND;
}

np_value np_receiver(const np_vm *vm, np_value function, np_value obj, np_value name)
{
    np_value plain = np_plain(vm, obj);
    if (plain == NP_UNBOUND || !np_is_imm(name, NP_IMM_SYMBOL)) return obj;
    /* the library's special methods look for themselves: they may return obj, or ask it for __missing__ */
    if (np_payload(name) < NP_SYM_args && np_is_imm(function, NP_IMM_FUNCTION) && ((function >> 5) & 1u)) return obj;
    return in_type(vm, np_class_root(vm, np_class_of(vm, obj)), np_payload(name)) == function ? plain : obj;
}

/* Word of the slot that instances of cls have for `name`; 0 if none. Bases' slots come first. */
static uint32_t slot_word(const np_vm *vm, np_value cls, np_value name)
{
    for (; np_is_ref(cls); cls = np_words(vm, cls)[NP_CLASS_BASE]) {
        const uint32_t *w = np_words(vm, cls);
        if (w[NP_CLASS_TEMPLATE] == NP_UNBOUND) continue;
        const uint32_t *t = np_place(vm, w[NP_CLASS_TEMPLATE]);
        uint32_t own = np_tpl_slots(t), all = (uint32_t)np_to_int(w[NP_CLASS_SLOTS]);
        const uint32_t *names = t + NP_TPL_METHODS + 2 * np_tpl_methods(t);
        for (uint32_t i = 0; i < own; i++)
            if (names[i] == name) return NP_INST_SLOTS + all - own + i;
    }
    return 0;
}

static bool is_property(const np_vm *vm, np_value v) { return np_is_object(vm, v, NP_DESCRIPTOR) && np_h_aux2(*np_words(vm, v)) == 0; }

/* An instance of a user class that has __set__ or __delete__. */
static bool is_data_descriptor(const np_vm *vm, np_value v)
{
    return is_property(vm, v) || np_override(vm, v, NP_SYM___set__) != NP_UNBOUND || np_override(vm, v, NP_SYM___delete__) != NP_UNBOUND;
}

static bool has_getattribute(const np_vm *vm, np_value cls) { return np_is_ref(cls) && (np_h_aux2(*np_words(vm, cls)) & NP_CLASS_READS); }

np_value np_resolve(np_vm *vm, np_value cls, np_value name)
{
    np_cache_entry *c = np_cache_of(vm, cls, name);
    if (c->owner == cls && c->name == name) return c->found;
    np_value found = np_class_lookup(vm, cls, name);
    if (found == NP_UNBOUND || !is_data_descriptor(vm, found)) {
        uint32_t word = slot_word(vm, cls, name);
        if (word) found = np_int((int32_t)word);
        else if (found == NP_UNBOUND) found = NP_STOP;
        else if (np_is_int(found)) return NP_STOP;       /* would read as a slot: callers look into the class themselves */
    }
    /* what the loop stores by itself must not belong to a class that wants to know of stores; and it reads nothing by itself where a class wants to know of that */
    if (np_is_ref(cls) && (np_is_int(found) ? np_h_aux1(*np_words(vm, cls)) : has_getattribute(vm, cls))) return found;
    c->owner = cls;
    c->name = name;
    c->found = found;
    return found;
}

/* --- attributes that are not in any table -------------------------------------------------------------------- */

static np_value exception_word(np_value name)
{
    switch (np_payload(name)) {
    case NP_SYM_args: return NP_EXC_ARGS;
    case NP_SYM___cause__: return NP_EXC_CAUSE;
    case NP_SYM___context__: return NP_EXC_CONTEXT;
    case NP_SYM___traceback__: return NP_EXC_TRACEBACK;
    case NP_SYM___suppress_context__: return NP_EXC_SUPPRESS;
    default: return 0;
    }
}

/* Attributes that a program has given to a function: in a dict of dicts, by the functions. Unbound: none. */
static np_value function_attributes(np_vm *vm, np_value function)
{
    np_value all = np_head(vm)->attributes;
    for (uint32_t e = 0; all != NP_UNBOUND && e < np_dict_used(vm, all); e++)
        if (np_dict_key(vm, all, e) == function) return np_dict_value(vm, all, e);
    return NP_UNBOUND;
}

static np_value function_attribute(np_vm *vm, np_value function, np_value name)
{
    np_value own = function_attributes(vm, function);
    int32_t e = np_is_object(vm, own, NP_DICT) ? np_dict_find_name(vm, own, name) : -1;
    return e < 0 ? NP_UNBOUND : np_dict_value(vm, own, (uint32_t)e);
}

static np_value set_function_attribute(np_vm *vm, np_value function, np_value name, uint32_t value_slot)
{
    np_set(vm, NP_TEMP(3), function);
    np_set(vm, NP_TEMP(5), name);
    np_value own = function_attributes(vm, function);
    if (!np_is_object(vm, own, NP_DICT)) {
        if (np_head(vm)->attributes == NP_UNBOUND) {
            np_value all = np_dict_new(vm);
            if (all == NP_UNBOUND) return all;
            np_head(vm)->attributes = all;
        }
        own = np_dict_new(vm);
        if (own == NP_UNBOUND) return own;
        np_set(vm, NP_TEMP(4), own);
        /* by identity: the hash only spreads them, and nobody looks them up by it */
        uint32_t hash = np_dict_used(vm, np_head(vm)->attributes);
        if (!np_dict_append(vm, NP_SLOT(attributes), NP_TEMP(3), NP_TEMP(4), hash, true)) return NP_UNBOUND;
        own = np_get(vm, NP_TEMP(4));
    }
    np_set(vm, NP_TEMP(4), own);
    return np_dict_put(vm, NP_TEMP(4), NP_TEMP(5), value_slot) == 1 ? NP_NONE : NP_UNBOUND;
}

/* A method's name behind its class's. */
static np_value qualified_name(np_vm *vm, const uint32_t *record)
{
    np_set(vm, NP_TEMP(5), np_place(vm, np_rec_word(record, NP_REC_OWNER))[NP_TPL_QUALNAME]);
    bool ok = np_text_begin(vm) && np_text_slot(vm, NP_TEMP(5)) && np_text_byte(vm, '.') && np_text_symbol(vm, np_rec_name(record));
    return ok ? np_text_end(vm, NP_STR) : NP_UNBOUND;
}

/* Have a class's instances no attributes but slots? */
static bool is_closed(const np_vm *vm, np_value cls) { return np_is_ref(cls) && (np_h_aux2(*np_words(vm, cls)) & NP_CLASS_CLOSED); }

/* NP_STOP: no such special attribute. */
static np_value special(np_vm *vm, np_value obj, np_value name)
{
    if (!np_is_imm(name, NP_IMM_SYMBOL)) return NP_STOP;
    uint32_t symbol = np_payload(name), kind = np_type_of(vm, obj);
    if (symbol == NP_SYM___class__) return np_class_of(vm, obj);
    if (symbol == NP_SYM___doc__ && kind != NP_METHOD && kind != NP_FUNC && kind != NP_FUNCTION && kind != NP_DESCRIPTOR) return NP_NONE;   /* the image has no docstrings */
    switch (kind) {
    case NP_INSTANCE: {
        const uint32_t *w = np_words(vm, obj);
        if (symbol == NP_SYM___dict__ && !is_closed(vm, w[NP_INST_CLASS])) return np_tail1(vm, NP_P__instance_attributes, obj);
        if (!np_type_is_exception(np_class_root(vm, w[NP_INST_CLASS]))) {
            np_value plain = np_plain(vm, obj);
            return plain == NP_UNBOUND ? NP_STOP : special(vm, plain, name);
        }
        uint32_t word = exception_word(name);
        if (word) {
            if (word == NP_EXC_ARGS && w[word] == NP_UNBOUND) return np_tuple(vm, NP_TEMP(0), 0);
            if (word == NP_EXC_SUPPRESS) return np_bool(w[word] != NP_UNBOUND);
            return w[word] == NP_UNBOUND ? NP_NONE : w[word];
        }
        if ((symbol == NP_SYM_errno || symbol == NP_SYM_strerror) && np_is_instance(vm, obj, NP_TYPE_VALUE(NP_T_OSError))) {
            np_value args = w[NP_EXC_ARGS];
            if (args == NP_UNBOUND || np_h_words(*np_object(vm, args)) < 3) return NP_NONE;
            return np_object(vm, args)[symbol == NP_SYM_errno ? 1 : 2];
        }
        if ((symbol == NP_SYM_value && np_is_instance(vm, obj, NP_TYPE_VALUE(NP_T_StopIteration))) ||
            (symbol == NP_SYM_code && np_is_instance(vm, obj, NP_TYPE_VALUE(NP_T_SystemExit)))) {
            np_value args = w[NP_EXC_ARGS];
            if (args == NP_UNBOUND || np_h_words(*np_object(vm, args)) < 2) return NP_NONE;
            return symbol == NP_SYM_code && np_h_words(*np_object(vm, args)) > 2 ? args : np_object(vm, args)[1];
        }
        return NP_STOP;
    }
    case NP_CLASS: case NP_TYPE: {
        if (symbol == NP_SYM___name__ || symbol == NP_SYM___qualname__) {
            if (kind == NP_CLASS && symbol == NP_SYM___qualname__ && np_words(vm, obj)[NP_CLASS_TEMPLATE])
                return np_place(vm, np_words(vm, obj)[NP_CLASS_TEMPLATE])[NP_TPL_QUALNAME];
            return np_class_name(vm, obj);
        }
        if (symbol == NP_SYM___module__ && kind == NP_CLASS && np_words(vm, obj)[NP_CLASS_TEMPLATE])
            return np_place(vm, np_words(vm, obj)[NP_CLASS_TEMPLATE])[NP_TPL_MODULE];
        if (symbol == NP_SYM___dict__) return np_tail1(vm, NP_P__instance_attributes, obj);
        if (symbol == NP_SYM___mro__ || symbol == NP_SYM___bases__) return np_tail2(vm, NP_P__class_order, obj, np_bool(symbol == NP_SYM___mro__));
        return NP_STOP;
    }
    case NP_FUNC: case NP_FUNCTION: {
        np_value v = function_attribute(vm, obj, name);
        if (v != NP_UNBOUND) return v;
        const uint32_t *record = np_record(vm, obj);
        if (symbol == NP_SYM___name__ || (symbol == NP_SYM___qualname__ && np_rec_word(record, NP_REC_OWNER) == 0)) return np_rec_name(record);
        if (symbol == NP_SYM___qualname__) return qualified_name(vm, record);
        return symbol == NP_SYM___doc__ ? NP_NONE : NP_STOP;
    }
    case NP_BUILTIN_FN:
        if (symbol == NP_SYM___name__ || symbol == NP_SYM___qualname__) return NP_SYMBOL(np_whole(np_natives[np_payload(obj)].arity) >> 16);
        return NP_STOP;
    case NP_METHOD:
        if (symbol == NP_SYM___func__) return np_words(vm, obj)[NP_METHOD_FUNC];
        if (symbol == NP_SYM___self__) return np_words(vm, obj)[NP_METHOD_SELF];
        return special(vm, np_words(vm, obj)[NP_METHOD_FUNC], name);
    case NP_INT: case NP_BIGINT: case NP_FLOAT: case NP_SINGLETON:
        if (!np_is_number(vm, obj) || symbol < NP_SYM_real || symbol > (kind == NP_FLOAT ? NP_SYM_imag : NP_SYM_denominator)) return NP_STOP;
        if (symbol == NP_SYM_imag && kind == NP_FLOAT) return np_float(vm, 0);
        if (symbol == NP_SYM_imag || symbol == NP_SYM_denominator) return np_int(symbol == NP_SYM_denominator);
        return kind == NP_SINGLETON ? np_int(obj == NP_TRUE) : obj;
    case NP_RANGE: case NP_SLICE_OBJ:
        if (symbol >= NP_SYM_start && symbol <= NP_SYM_step) return np_object(vm, obj)[NP_RANGE_START + symbol - NP_SYM_start];
        return NP_STOP;
    case NP_DESCRIPTOR:
        if (symbol >= NP_SYM_fget && symbol <= NP_SYM_fdel) {
            np_value f = np_words(vm, obj)[NP_DESC_GET + symbol - NP_SYM_fget];
            return f == NP_UNBOUND ? NP_NONE : f;
        }
        if (symbol == NP_SYM___func__) return np_words(vm, obj)[NP_DESC_GET];
        return NP_STOP;
    default: return NP_STOP;
    }
}

static np_value no_attribute(np_vm *vm, np_value obj, np_value name)
{
    np_set(vm, NP_TEMP(5), name);
    if (np_is_class(vm, obj)) return np_raise(vm, NP_T_AttributeError, "type object '%y' has no attribute '%v'", np_class_name(vm, obj), NP_TEMP(5));
    if (np_is_imm(obj, NP_IMM_MODULE)) return np_raise(vm, NP_T_AttributeError, "module '%y' has no attribute '%v'", np_place(vm, obj)[1], NP_TEMP(5));
    if (np_is_object(vm, obj, NP_METHOD)) obj = np_words(vm, obj)[NP_METHOD_FUNC];       /* a method asks its function */
    return np_raise(vm, NP_T_AttributeError, "'%y' object has no attribute '%v'", np_typename(vm, obj), NP_TEMP(5));
}

static np_value in_module(np_vm *vm, np_value module, np_value name)
{
    const uint32_t *t = np_place(vm, module);
    if (name == NP_SYMBOL(NP_SYM___name__)) return t[1];
    if (name == NP_SYMBOL(NP_SYM___dict__)) return np_tail1(vm, NP_P__instance_attributes, module);
    uint32_t counts = np_whole(t[0]), globals = counts & 0xFFFFu, names = globals + (counts >> 16);
    for (uint32_t i = 0; i < names; i++)
        if (t[2 + 2 * i] == name) return i < globals ? np_get(vm, NP_GLOBALS_AT + 4 * t[3 + 2 * i]) : t[3 + 2 * i];
    return NP_UNBOUND;
}

/* A function that binds to the object whose class it is found in. A builtin function does not, where a program's class holds it. */
static bool binds(const np_vm *vm, np_value found, np_value cls, np_value name)
{
    if (!np_is_function(vm, found) || name == NP_SYMBOL(NP_SYM___new__)) return false;
    if (!np_is_ref(cls) || !(np_is_imm(found, NP_IMM_BUILTIN) || np_is_builtin_function(vm, found))) return true;
    return np_class_lookup(vm, NP_TYPE_VALUE(np_class_root(vm, cls)), name) == found;
}

/* A function of the library that is called where the attribute is read: its own name is get_ and the attribute's. */
static bool is_getter(const np_vm *vm, np_value found)
{
    if (!np_is_imm(found, NP_IMM_FUNCTION) || !((found >> 5) & 1u) || !np_is_builtin_function(vm, found)) return false;
    return np_symbol_object(vm, np_rec_name(np_place(vm, found)))[NP_STR_DATA] == 0x5F746567u;
}

/* What reading `found`, an attribute of obj's class `cls`, through obj gives. obj unbound: read through the class itself. */
static np_value bind(np_vm *vm, np_value found, np_value obj, np_value cls, np_value name)
{
    if (np_is_function(vm, found)) {
        if (obj != NP_UNBOUND && is_getter(vm, found)) {
            np_set(vm, NP_TEMP(1), obj);
            return np_tail(vm, found, NP_TEMP(1), 1);
        }
        if (obj != NP_UNBOUND) return binds(vm, found, cls, name) ? np_bind_method(vm, np_receiver(vm, found, obj, name), found) : found;
        if (name == NP_SYMBOL(NP_SYM___init_subclass__) || name == NP_SYMBOL(NP_SYM___class_getitem__)) return np_bind_method(vm, cls, found);
        uint32_t root = np_class_root(vm, cls);
        if (name != NP_SYMBOL(NP_SYM___new__) || !np_type_has_payload(root) || found != in_type(vm, root, NP_SYM___new__)) return found;
        return np_bind_method(vm, NP_TYPE_VALUE(root), np_prelude_function(vm, NP_P__new_plain));
    }
    uint32_t kind = np_type_of(vm, found);
    if (kind == NP_DESCRIPTOR) {
        np_value get = np_words(vm, found)[NP_DESC_GET];
        switch (np_h_aux2(*np_words(vm, found))) {
        case 1: return get == NP_UNBOUND ? NP_NONE : get;
        case 2: return np_bind_method(vm, cls, get);
        default:
            if (obj == NP_UNBOUND) return found;
            if (get == NP_UNBOUND || get == NP_NONE) {
                np_set(vm, NP_TEMP(5), name);
                return np_raise(vm, NP_T_AttributeError, "property '%v' of '%y' object has no getter", NP_TEMP(5), np_class_name(vm, cls));
            }
            np_set(vm, NP_TEMP(1), obj);
            return np_tail(vm, get, NP_TEMP(1), 1);
        }
    }
    if (np_override(vm, found, NP_SYM___get__) != NP_UNBOUND)
        return np_tail3(vm, NP_P__descriptor_get, found, obj == NP_UNBOUND ? NP_NONE : obj, cls);
    return found;
}

/* The value of an instance's own attribute, unbound if it has none. */
static np_value own(np_vm *vm, np_value obj, np_value found, np_value name)
{
    const uint32_t *w = np_words(vm, obj);
    if (np_is_int(found)) {
        uint32_t word = (uint32_t)np_to_int(found);
        if (word < np_h_words(w[0]) && w[word] != NP_UNBOUND) return w[word];
    }
    if (!np_is_ref(w[NP_INST_OVERFLOW])) return NP_UNBOUND;
    int32_t e = np_dict_find_name(vm, w[NP_INST_OVERFLOW], name);
    return e < 0 ? NP_UNBOUND : np_dict_value(vm, w[NP_INST_OVERFLOW], (uint32_t)e);
}

/* Finds obj.name. *bound: the value is the attribute itself, not something found in the class. */
static np_value find(np_vm *vm, np_value obj, np_value name, bool *bound)
{
    uint32_t kind = np_type_of(vm, obj);
    np_value found, v;
    *bound = true;
    if (kind == NP_MODULE) return in_module(vm, obj, name);
    if (kind == NP_CLASS || kind == NP_TYPE) {
        found = np_class_lookup(vm, obj, name);
        if (found != NP_UNBOUND && !(kind == NP_TYPE && np_is_imm(name, NP_IMM_SYMBOL) && np_payload(name) - NP_SYM___name__ <= NP_SYM___mro__ - NP_SYM___name__))
            return bind(vm, found, NP_UNBOUND, obj, name);
        v = special(vm, obj, name);
        if (v != NP_STOP) return v;
        if (found == NP_UNBOUND && np_is_imm(name, NP_IMM_SYMBOL)) {
            *bound = false;
            return in_type(vm, NP_T_type, np_payload(name));
        }
        return found;
    }
    np_value cls = np_class_of(vm, obj);
    found = np_resolve(vm, cls, name);
    if (kind == NP_INSTANCE) {
        if (found == NP_STOP || np_is_int(found) || !is_data_descriptor(vm, found)) {
            v = own(vm, obj, found, name);
            if (v != NP_UNBOUND) return v;
        }
    }
    if (found == NP_STOP || np_is_int(found)) {
        found = np_class_lookup(vm, cls, name);
        if (found == NP_UNBOUND) {
            v = special(vm, obj, name);
            return v == NP_STOP ? NP_UNBOUND : v;
        }
    }
    *bound = false;
    return found;
}

/* obj.name is not there: the class's __getattr__, or AttributeError. A property's own AttributeError reaches the prelude's way too. */
static np_value missing(np_vm *vm, np_value obj, np_value name)
{
    if (np_head(vm)->exception != NP_UNBOUND) return NP_UNBOUND;
    np_value f = np_override(vm, obj, NP_SYM___getattr__);
    if (f != NP_UNBOUND) {
        np_set(vm, NP_TEMP(1), obj);
        np_set(vm, NP_TEMP(2), name);
        return np_tail(vm, f, NP_TEMP(1), 2);
    }
    return no_attribute(vm, obj, name);
}

np_value np_get_own_attr(np_vm *vm, np_value obj, np_value name)
{
    bool bound;
    np_value v = find(vm, obj, name, &bound);
    if (v == NP_UNBOUND) return has_getattribute(vm, np_class_of(vm, obj)) ? no_attribute(vm, obj, name) : missing(vm, obj, name);
    return bound ? v : bind(vm, v, obj, np_class_of(vm, obj), name);
}

np_value np_get_attr(np_vm *vm, np_value obj, np_value name)
{
    return has_getattribute(vm, np_class_of(vm, obj)) ? np_tail2(vm, NP_P__getattribute, obj, name) : np_get_own_attr(vm, obj, name);
}

np_value np_get_method(np_vm *vm, np_value obj, np_value name, bool *with_self)
{
    bool bound;
    *with_self = false;
    if (has_getattribute(vm, np_class_of(vm, obj))) return np_get_attr(vm, obj, name);
    np_value v = find(vm, obj, name, &bound);
    if (v == NP_UNBOUND) return missing(vm, obj, name);
    if (bound) return v;
    if (np_is_function(vm, v) && !is_getter(vm, v)) {
        *with_self = binds(vm, v, np_class_of(vm, obj), name);
        return v;
    }
    return bind(vm, v, obj, np_class_of(vm, obj), name);
}

/* --- storing -------------------------------------------------------------------------------------------------- */

/* The instance in NP_TEMP(3) gets an overflow dict, if it has none. */
static bool need_overflow(np_vm *vm)
{
    if (np_is_ref(np_words(vm, np_get(vm, NP_TEMP(3)))[NP_INST_OVERFLOW])) return true;
    np_value d = np_dict_new(vm);
    if (d == NP_UNBOUND) return false;
    np_set(vm, NP_TEMP(4), d);
    uint32_t *w = np_words(vm, np_get(vm, NP_TEMP(3)));
    np_value serial = w[NP_INST_OVERFLOW];
    if (serial != NP_UNBOUND) {
        np_set(vm, NP_TEMP(6), NP_NONE);
        np_set(vm, NP_TEMP(7), serial);
        if (np_dict_put(vm, NP_TEMP(4), NP_TEMP(6), NP_TEMP(7)) != 1) return false;
    }
    np_words(vm, np_get(vm, NP_TEMP(3)))[NP_INST_OVERFLOW] = np_get(vm, NP_TEMP(4));
    return true;
}

static np_value store_overflow(np_vm *vm, np_value obj, np_value name, uint32_t value_slot)
{
    if (is_closed(vm, np_class_of(vm, obj))) return no_attribute(vm, obj, name);
    np_set(vm, NP_TEMP(3), obj);
    np_set(vm, NP_TEMP(5), name);
    if (!need_overflow(vm)) return NP_UNBOUND;
    np_set(vm, NP_TEMP(4), np_words(vm, np_get(vm, NP_TEMP(3)))[NP_INST_OVERFLOW]);
    return np_dict_put(vm, NP_TEMP(4), NP_TEMP(5), value_slot) == 1 ? NP_NONE : NP_UNBOUND;
}

np_value np_store(np_vm *vm, np_value obj, np_value name, uint32_t value_slot)
{
    uint32_t word = slot_word(vm, np_class_of(vm, obj), name), *w = np_words(vm, obj);
    np_value value = np_get(vm, value_slot);
    if (word && (value != NP_UNBOUND || w[word] != NP_UNBOUND)) {
        w[word] = value;
        return NP_NONE;
    }
    if (value != NP_UNBOUND) return store_overflow(vm, obj, name, value_slot);
    int32_t e = np_is_ref(w[NP_INST_OVERFLOW]) ? np_dict_find_name(vm, w[NP_INST_OVERFLOW], name) : -1;
    if (e >= 0) np_dict_remove(vm, w[NP_INST_OVERFLOW], (uint32_t)e);
    return NP_NONE;
}

static np_value set_in_class(np_vm *vm, np_value cls, np_value name, uint32_t value_slot)
{
    np_set(vm, NP_TEMP(3), cls);
    np_set(vm, NP_TEMP(5), name);
    np_cache_clear(vm);
    if (np_words(vm, cls)[NP_CLASS_NAMESPACE] == NP_UNBOUND) {
        np_value d = np_dict_new(vm);
        if (d == NP_UNBOUND) return d;
        np_words(vm, np_get(vm, NP_TEMP(3)))[NP_CLASS_NAMESPACE] = d;
    }
    np_set(vm, NP_TEMP(4), np_words(vm, np_get(vm, NP_TEMP(3)))[NP_CLASS_NAMESPACE]);
    if (np_dict_put(vm, NP_TEMP(4), NP_TEMP(5), value_slot) != 1) return NP_UNBOUND;
    np_class_watch(vm, np_get(vm, NP_TEMP(3)));
    return NP_NONE;
}

static np_value set_in_module(np_vm *vm, np_value module, np_value name, np_value value)
{
    const uint32_t *t = np_place(vm, module);
    for (uint32_t i = 0; i < (np_whole(t[0]) & 0xFFFFu); i++) {
        uint32_t at = NP_GLOBALS_AT + 4 * t[3 + 2 * i];
        if (t[2 + 2 * i] != name || (value == NP_UNBOUND && np_get(vm, at) == value)) continue;
        np_set(vm, at, value);
        return NP_NONE;
    }
    return no_attribute(vm, module, name);
}

np_value np_set_attr(np_vm *vm, np_value obj, np_value name, uint32_t value_slot)
{
    uint32_t kind = np_type_of(vm, obj);
    np_value value = np_get(vm, value_slot);
    if (kind == NP_CLASS) return set_in_class(vm, obj, name, value_slot);
    if (kind == NP_MODULE) return set_in_module(vm, obj, name, value);
    if (kind == NP_FUNC || (kind == NP_FUNCTION && !np_is_builtin_function(vm, obj))) return set_function_attribute(vm, obj, name, value_slot);
    if (kind != NP_INSTANCE) {
        if (kind == NP_TYPE) return np_raise(vm, NP_T_TypeError, "cannot set '%y' attribute of immutable type '%y'", np_is_imm(name, NP_IMM_SYMBOL) ? name : NP_SYMBOL(NP_SYM___name__), np_class_name(vm, obj));
        return no_attribute(vm, obj, name);
    }
    np_value cls = np_class_of(vm, obj), found;
    if (np_is_ref(cls) && np_h_aux1(*np_words(vm, cls))) {
        found = np_override(vm, obj, NP_SYM___setattr__);
        if (found != NP_UNBOUND) {
            np_set(vm, NP_TEMP(1), obj);
            np_set(vm, NP_TEMP(2), name);
            np_set(vm, NP_TEMP(3), value);
            return np_tail(vm, found, NP_TEMP(1), 3);
        }
    }
    return np_set_own_attr(vm, obj, name, value_slot);
}

np_value np_set_own_attr(np_vm *vm, np_value obj, np_value name, uint32_t value_slot)
{
    np_value cls = np_class_of(vm, obj), found = np_resolve(vm, cls, name), value = np_get(vm, value_slot);
    if (np_is_int(found)) {
        uint32_t *w = np_words(vm, obj), word = (uint32_t)np_to_int(found);
        if (word < np_h_words(w[0])) {
            w[word] = value;
            return NP_NONE;
        }
    }
    if (found != NP_STOP && is_property(vm, found)) {
        np_value set = np_words(vm, found)[NP_DESC_SET];
        if (set == NP_UNBOUND || set == NP_NONE) {
            np_set(vm, NP_TEMP(5), name);
            return np_raise(vm, NP_T_AttributeError, "property '%v' of '%y' object has no setter", NP_TEMP(5), np_typename(vm, obj));
        }
        np_set(vm, NP_TEMP(1), obj);
        np_set(vm, NP_TEMP(2), value);
        return np_tail(vm, set, NP_TEMP(1), 2);
    }
    if (found != NP_STOP && !np_is_int(found) && is_data_descriptor(vm, found)) return np_tail3(vm, NP_P__descriptor_set, found, obj, value);
    if (np_is_imm(name, NP_IMM_SYMBOL) && np_type_is_exception(np_class_root(vm, cls))) {
        uint32_t word = exception_word(name);
        if (word == NP_EXC_ARGS && np_type_of(vm, value) != NP_TUPLE) return np_raise(vm, NP_T_TypeError, "args of an exception must be a tuple");
        if (word == NP_EXC_CAUSE) np_words(vm, obj)[NP_EXC_SUPPRESS] = NP_TRUE;
        if (word == NP_EXC_SUPPRESS) value = value == NP_FALSE ? NP_UNBOUND : NP_TRUE;
        if (word) {
            np_words(vm, obj)[word] = value == NP_NONE ? NP_UNBOUND : value;
            return NP_NONE;
        }
    }
    return store_overflow(vm, obj, name, value_slot);
}

np_value np_del_attr(np_vm *vm, np_value obj, np_value name)
{
    np_value f = np_override(vm, obj, NP_SYM___delattr__);
    if (f != NP_UNBOUND) {
        np_set(vm, NP_TEMP(1), obj);
        np_set(vm, NP_TEMP(2), name);
        return np_tail(vm, f, NP_TEMP(1), 2);
    }
    return np_del_own_attr(vm, obj, name);
}

np_value np_del_own_attr(np_vm *vm, np_value obj, np_value name)
{
    np_value dict = NP_UNBOUND;
    bool is_class = np_is_object(vm, obj, NP_CLASS);
    if (is_class || np_is_imm(obj, NP_IMM_MODULE)) {
        if (is_class && in_class(vm, obj, name) == NP_UNBOUND) return no_attribute(vm, obj, name);
        np_set(vm, NP_TEMP(6), NP_UNBOUND);             /* in a class it hides what the template has */
        return np_set_attr(vm, obj, name, NP_TEMP(6));
    }
    if (np_is_object(vm, obj, NP_INSTANCE)) {
        np_value found = np_resolve(vm, np_class_of(vm, obj), name);
        if (found != NP_STOP && !np_is_int(found) && is_property(vm, found)) {
            np_value del = np_words(vm, found)[NP_DESC_DELETE];
            if (del != NP_UNBOUND && del != NP_NONE) {
                np_set(vm, NP_TEMP(1), obj);
                return np_tail(vm, del, NP_TEMP(1), 1);
            }
            np_set(vm, NP_TEMP(5), name);
            return np_raise(vm, NP_T_AttributeError, "property '%v' of '%y' object has no deleter", NP_TEMP(5), np_typename(vm, obj));
        }
        if (found != NP_STOP && !np_is_int(found) && is_data_descriptor(vm, found))
            return np_tail2(vm, NP_P__descriptor_delete, found, obj);
        uint32_t *w = np_words(vm, obj);
        if (np_is_int(found)) {
            uint32_t word = (uint32_t)np_to_int(found);
            if (word < np_h_words(w[0]) && w[word] != NP_UNBOUND) {
                w[word] = NP_UNBOUND;
                return NP_NONE;
            }
        }
        if (np_is_ref(w[NP_INST_OVERFLOW])) dict = w[NP_INST_OVERFLOW];
    }
    if (np_is_object(vm, obj, NP_FUNC) || np_is_imm(obj, NP_IMM_FUNCTION)) dict = function_attributes(vm, obj);
    if (np_is_object(vm, dict, NP_DICT)) {
        int32_t e = np_dict_find_name(vm, dict, name);
        if (e >= 0) {
            np_dict_remove(vm, dict, (uint32_t)e);
            return NP_NONE;
        }
    }
    return no_attribute(vm, obj, name);
}

/* --- super ---------------------------------------------------------------------------------------------------- */

static bool is_class_of(const np_vm *vm, np_value c, np_value cls, np_value owner)
{
    if (cls != NP_UNBOUND) return c == cls;
    return np_is_ref(c) && owner != NP_UNBOUND && np_words(vm, c)[NP_CLASS_TEMPLATE] == owner;
}

np_value np_super_attr(np_vm *vm, np_value cls, np_value owner, np_value self, np_value name)
{
    bool through_class = np_is_class(vm, self);
    np_value start = through_class ? self : np_class_of(vm, self), found = NP_UNBOUND;
    class_order order = order_from(vm, start);
    np_value c = start;
    while (c != NP_UNBOUND && !is_class_of(vm, c, cls, owner)) c = order_next(vm, &order);
    if (c != NP_UNBOUND)
        for (np_value d; found == NP_UNBOUND && (d = order_next(vm, &order)) != NP_UNBOUND;) found = in_class(vm, d, name);
    if (c == NP_UNBOUND) return np_raise(vm, NP_T_TypeError, "super(type, obj): obj must be an instance or subtype of type");
    if (found == NP_UNBOUND) {
        np_set(vm, NP_TEMP(5), name);
        return np_raise(vm, NP_T_AttributeError, "'super' object has no attribute '%v'", NP_TEMP(5));
    }
    return bind(vm, found, through_class ? NP_UNBOUND : self, start, name);
}

/* --- making classes ------------------------------------------------------------------------------------------- */

void np_class_watch(np_vm *vm, np_value cls)
{
    uint32_t *w = np_words(vm, cls);
    if (np_class_override(vm, cls, NP_SYMBOL(NP_SYM___setattr__)) != NP_UNBOUND) *w |= 1u << 9;
    if (np_class_override(vm, cls, NP_SYMBOL(NP_SYM___getattribute__)) != NP_UNBOUND) *w |= (1u << 9) | (NP_CLASS_READS << 7);
}

np_value np_class_new(np_vm *vm, np_value template, uint32_t bases_slot)
{
    uint32_t count, solid = 0;          /* solid: the base that lays out the instances */
    const uint32_t *t = np_is_imm(template, NP_IMM_TEMPLATE) ? np_place(vm, template) : NULL;
    bool closed = t && (np_whole(t[NP_TPL_COUNTS]) & NP_TPL_CLOSED);
    const uint32_t *bases;
    np_value base = NP_TYPE_VALUE(NP_T_object);
    if (np_type_of(vm, np_get(vm, bases_slot)) == NP_TUPLE && np_items(vm, np_get(vm, bases_slot), &count, &bases)) {
        if (count > NP_MOST_BASES) return np_raise(vm, NP_T_TypeError, "a class has at most %d bases", NP_MOST_BASES);
        for (uint32_t i = 0; i < count; i++) {
            if (!np_is_class(vm, bases[i])) return np_raise_type(vm, "a base of a class must be a class, not '%y'", bases[i]);
            uint32_t root = np_class_root(vm, bases[i]), other = np_class_root(vm, bases[solid]);
            if (root != NP_T_object && !np_type_is_exception(root) && !np_type_has_payload(root))
                return np_raise(vm, NP_T_TypeError, "type '%y' is not an acceptable base type", NP_SYMBOL(NP_TYPE_NAME(root)));
            closed = closed && (np_is_ref(bases[i]) ? np_h_aux2(*np_words(vm, bases[i])) & NP_CLASS_CLOSED : !np_type_is_exception(root));
            if (root == NP_T_object || root == other) continue;
            if (other == NP_T_object) solid = i;
            else if (np_type_has_payload(root) || np_type_has_payload(other)) return np_raise(vm, NP_T_TypeError, "multiple bases have instance lay-out conflict");
        }
    } else count = 0;
    np_value c = np_alloc(vm, NP_CLASS, 0, 0, NP_CLASS_WORDS);
    if (c == NP_UNBOUND) return c;
    if (count) base = np_object(vm, np_get(vm, bases_slot))[1 + solid];
    uint32_t *w = np_words(vm, c);
    if (closed) w[0] |= NP_CLASS_CLOSED << 7;
    if (t) w[NP_CLASS_TEMPLATE] = template;
    w[NP_CLASS_NAME] = t ? t[NP_TPL_NAME] : template;
    w[NP_CLASS_BASE] = base;
    if (count > 1) w[NP_CLASS_BASES] = np_get(vm, bases_slot);
    w[NP_CLASS_SLOTS] = np_int((int32_t)(np_class_slots(vm, base) + (t ? np_tpl_slots(t) : 0)));
    w[NP_CLASS_SERIAL] = np_int((int32_t)(np_head(vm)->next_id++ & NP_INT_MAX));
    np_value namespace = np_get(vm, bases_slot + 4);
    if (np_is_object(vm, namespace, NP_DICT)) w[NP_CLASS_NAMESPACE] = namespace;
    np_class_watch(vm, c);
    if (count > 1) return np_tail1(vm, NP_P__class_linearize, c);
    return c;
}
