/* Calls: frames, binding of arguments, generators. The interpreter does the plainest calls itself; this is the general way. */
#include "call.h"
#include "attr.h"
#include "convert.h"
#include "dict.h"
#include "error.h"
#include "heap.h"
#include "object.h"
#include "quick.h"
#include "sequence.h"
#include "text.h"

#include <string.h>

/* --- asking for calls ------------------------------------------------------------------------------------------ */

np_value np_prelude_function(const np_vm *vm, uint32_t number)
{
    const uint32_t *image = vm->images[0];
    return NP_IMMEDIATE(NP_IMM_FUNCTION, image[image[NP_IMG_FUNCTIONS] + number] << 2);
}

const uint32_t *np_type_methods(const np_vm *vm, uint32_t type, uint32_t *count)
{
    const uint32_t *table = vm->images[0] + vm->images[0][NP_IMG_MODULES];
    *count = 0;
    if (type >= vm->images[0][NP_IMG_MODULE_COUNT]) return table;
    *count = table[type + 1] - table[type];
    return table + table[type];
}

np_value np_method_value(const np_vm *vm, uint32_t method)
{
    uint32_t number = np_whole(method) & (NP_METHOD_FUNCTION - 1u);
    return np_whole(method) & NP_METHOD_FUNCTION ? np_prelude_function(vm, number) : NP_BUILTIN(number);
}

np_value np_in_pairs(const uint32_t *pairs, uint32_t count, np_value name)
{
    while (count) {
        uint32_t half = count / 2;
        if (pairs[2 * half] == name) return pairs[2 * half + 1];
        if (pairs[2 * half] < name) {
            pairs += 2 * (half + 1);
            count -= half + 1;
        } else count = half;
    }
    return NP_UNBOUND;
}

const uint32_t *np_linked_methods(const np_vm *vm, uint32_t *count)
{
    const uint32_t *image = vm->images[1];
    uint32_t modules = np_whole(image[NP_IMG_MODULE_COUNT]);
    *count = modules >> NP_IMG_METHODS_SHIFT;
    return image + image[NP_IMG_MODULES] + (modules & 0xFFFFu);
}

np_value np_linked_method(const np_vm *vm, uint32_t type, uint32_t symbol)
{
    uint32_t count;
    const uint32_t *pairs = np_linked_methods(vm, &count);
    return np_in_pairs(pairs, count, type << 16 | symbol);
}

uint32_t np_type_of_method(const np_vm *vm, np_value function, uint32_t *name)
{
    for (uint32_t type = 0; type < NP_TYPE_COUNT; type++) {
        uint32_t count;
        const uint32_t *methods = np_type_methods(vm, type, &count);
        for (uint32_t i = 0; i < count; i++) {
            if (np_method_value(vm, methods[i]) != function) continue;
            *name = np_whole(methods[i]) >> 16;
            return type;
        }
    }
    uint32_t count;
    const uint32_t *linked = np_linked_methods(vm, &count);
    for (; count; count--, linked += 2) {
        if (linked[1] != function || np_whole(linked[0]) >> 16 == NP_LINKED_ENTRIES) continue;
        *name = np_whole(linked[0]) & 0xFFFFu;
        return np_whole(linked[0]) >> 16;
    }
    return NP_TYPE_COUNT;
}

np_value np_tail(np_vm *vm, np_value callee, uint32_t at, uint32_t count)
{
    vm->tail = callee;
    vm->tail_at = at;
    vm->tail_count = count;
    return NP_TAIL;
}

np_value np_delegate(np_vm *vm, uint32_t number, uint32_t at, uint32_t count)
{
    if (number >= NP_P_BASE && number < NP_P_LINKED && number >= (np_whole(vm->images[0][NP_IMG_COUNTS]) & 0xFFFFu))
        return np_raise(vm, NP_T_SystemError, "the program's prelude is older than this");
    np_value function = number < NP_P_LINKED ? np_prelude_function(vm, number) : np_linked_method(vm, NP_LINKED_ENTRIES, number - NP_P_LINKED);
    if (function == NP_UNBOUND && (number == NP_P__percent_slow || number == NP_P__bytes_percent))      /* x % 2 in a program whose texts have no % */
        return np_raise(vm, NP_T_TypeError, "not all arguments converted during %s formatting", number == NP_P__percent_slow ? "string" : "bytes");
    if (function == NP_UNBOUND) return np_raise(vm, NP_T_NotImplementedError, "the program was compiled without what this takes: see docs/differences.md");
    return np_tail(vm, function, at, count);
}

np_value np_tail3(np_vm *vm, uint32_t number, np_value a, np_value b, np_value c)
{
    np_set(vm, NP_TEMP(1), a);
    np_set(vm, NP_TEMP(2), b);
    np_set(vm, NP_TEMP(3), c);
    return np_delegate(vm, number, NP_TEMP(1), 3);
}
np_value np_tail2(np_vm *vm, uint32_t number, np_value a, np_value b)
{
    np_value v = np_tail3(vm, number, a, b, NP_UNBOUND);
    vm->tail_count = 2;
    return v;
}
np_value np_tail1(np_vm *vm, uint32_t number, np_value a)
{
    np_value v = np_tail3(vm, number, a, NP_UNBOUND, NP_UNBOUND);
    vm->tail_count = 1;
    return v;
}

/* --- frames ---------------------------------------------------------------------------------------------------- */

bool np_push_frame(np_vm *vm, np_value function, const uint32_t *record, uint32_t flags)
{
    uint32_t registers = np_rec_registers(record), bytes = 4u * (NP_FRAME_REGS + registers);
    np_arena_header *h = np_head(vm);
    if (!NP_QUICK || h->sp - h->top < bytes || h->sp < bytes + vm->stack_floor) {
        np_set(vm, NP_TEMP(7), function);
        bool room = np_reserve_frame(vm, bytes);
        h = np_head(vm);
        function = np_get(vm, NP_TEMP(7));
        np_set(vm, NP_TEMP(7), NP_UNBOUND);
        if (!room) return false;
    }
    uint32_t frame = h->sp - bytes, *w = np_at(vm, frame);
    w[NP_FRAME_PREV] = h->fp;
    w[NP_FRAME_FUNCTION] = function;
    w[NP_FRAME_STATE] = NP_STATE(0, registers, flags);
    for (uint32_t i = 0; i < registers; i++) w[NP_FRAME_REGS + i] = NP_UNBOUND;
    h->sp = h->fp = frame;
    return true;
}

void np_pop_frame(np_vm *vm)
{
    np_arena_header *h = np_head(vm);
    uint32_t *w = np_at(vm, h->fp);
    uint32_t previous = w[NP_FRAME_PREV];
    if (np_state_flags(w[NP_FRAME_STATE]) & NP_FLAG_GENERATOR) {
        uint32_t registers = np_state_registers(w[NP_FRAME_STATE]);
        w[NP_FRAME_PREV] = 0;
        w[-1] = (w[-1] & ~(3u << 7)) | (NP_GEN_ENDED << 7);
        for (uint32_t i = 0; i < registers; i++) w[NP_FRAME_REGS + i] = NP_UNBOUND;
    } else {
        h->sp = h->fp + 4u * (NP_FRAME_REGS + np_state_registers(w[NP_FRAME_STATE]));
    }
    h->fp = previous;
}

void np_leave_frames(np_vm *vm)
{
    while (np_head(vm)->fp != 0) np_pop_frame(vm);
    np_head(vm)->sp = np_head(vm)->size;
}

/* --- binding of arguments -------------------------------------------------------------------------------------- */

static np_value positional(const np_vm *vm, const np_arguments *a, uint32_t i)
{
    if (i < a->count) return np_get(vm, a->at + 4u * i);
    uint32_t count;
    const uint32_t *items;
    np_items(vm, np_get(vm, a->list_slot), &count, &items);
    return items[i - a->count];
}

static uint32_t positional_count(const np_vm *vm, const np_arguments *a)
{
    uint32_t count = 0;
    const uint32_t *items;
    if (a->list_slot) np_items(vm, np_get(vm, a->list_slot), &count, &items);
    return a->count + count;
}

static np_value param_name(const np_vm *vm, np_value function, uint32_t i)
{
    if (np_is_ref(function)) function = np_words(vm, function)[NP_FUNC_CODE];
    const uint32_t *image = vm->images[(function >> 5) & 1u];
    uint32_t names = np_rec_word(np_place(vm, function), NP_REC_PARAMS);
    return names ? image[names + i] : NP_SYMBOL(0);
}

/* How many of the positional parameters have a default. */
static uint32_t default_count(const np_vm *vm, np_value function, const uint32_t *record)
{
    np_value tuple = np_is_ref(function) ? np_words(vm, function)[NP_FUNC_DEFAULTS] : NP_UNBOUND;
    if (tuple != NP_UNBOUND) return np_h_words(*np_object(vm, tuple)) - 1;
    np_value constants = np_rec_word(record, NP_REC_DEFAULTS);
    return constants == 0 ? 0 : np_h_words(*np_object(vm, constants)) - 1 - (np_rec_flags(record) & NP_FN_KWDEFAULTS ? np_rec_kwonly(record) : 0);
}

/* The function's name as messages give it: with its class's. Opens the text. */
static bool begin_message(np_vm *vm, const uint32_t *record)
{
    bool ok = np_text_begin(vm);
    np_value owner = np_rec_word(record, NP_REC_OWNER);
    if (ok && owner) {
        np_set(vm, NP_TEMP(6), np_place(vm, owner)[NP_TPL_QUALNAME]);
        ok = np_text_slot(vm, NP_TEMP(6)) && np_text_byte(vm, '.');
    }
    return ok && np_text_symbol(vm, np_rec_name(record)) && np_text_c(vm, "() ");
}

static bool end_message(np_vm *vm, bool ok)
{
    if (!ok) return false;
    np_set(vm, NP_TEMP(5), np_text_end(vm, NP_STR));
    np_raise_with(vm, NP_T_TypeError, NP_TEMP(5));
    return false;
}

/* A wrong number of arguments for a function of the prelude, in the words of CPython's builtins. */
static bool builtin_count(np_vm *vm, np_value function, const uint32_t *record, uint32_t given, uint32_t defaults)
{
    uint32_t most = np_rec_params(record), least = most - defaults;
    np_value name = np_rec_name(record);
    uint32_t method, type = np_type_of_method(vm, function, &method);
    if (type != NP_TYPE_COUNT) {
        if (method == NP_SYM___new__) name = NP_SYMBOL(NP_TYPE_NAME(type));
        else if (given) {               /* self does not count */
            most--;
            least -= least > 0;
            given--;
        }
    }
    uint32_t limit = given < least ? least : most;
    bool exact = least == most && !(np_rec_flags(record) & NP_FN_VARARGS);
    np_raise(vm, NP_T_TypeError, "%y expected %s%d argument%s, got %d", name, exact ? "" : given < least ? "at least " : "at most ", (int32_t)limit,
             limit == 1 ? "" : "s", (int32_t)given);
    return false;
}

/* The frame whose arguments are being bound: the lowest on the stack, though not yet the one that runs. Good until the next allocation. */
static uint32_t *new_frame(const np_vm *vm) { return np_at(vm, np_head(vm)->sp); }

static bool too_many(np_vm *vm, const uint32_t *record, uint32_t given)
{
    np_value function = new_frame(vm)[NP_FRAME_FUNCTION];
    if (np_is_builtin_function(vm, function)) return builtin_count(vm, function, record, given, default_count(vm, function, record));
    uint32_t params = np_rec_params(record), defaults = default_count(vm, function, record), named = 0;
    for (uint32_t i = 0; i < np_rec_kwonly(record); i++) named += new_frame(vm)[NP_FRAME_REGS + params + i] != NP_UNBOUND;
    bool ok = begin_message(vm, record) && np_text_c(vm, "takes ");
    if (ok && defaults) ok = np_text_c(vm, "from ") && np_text_int(vm, (int32_t)(params - defaults)) && np_text_c(vm, " to ");
    ok = ok && np_text_int(vm, (int32_t)params) && np_text_c(vm, " positional argument") && ((params == 1 && !defaults) || np_text_byte(vm, 's')) &&
         np_text_c(vm, " but ") && np_text_int(vm, (int32_t)given);
    if (ok && named)
        ok = np_text_c(vm, given == 1 ? " positional argument (and " : " positional arguments (and ") && np_text_int(vm, (int32_t)named) &&
             np_text_c(vm, named == 1 ? " keyword-only argument)" : " keyword-only arguments)");
    return end_message(vm, ok && np_text_c(vm, given == 1 && !named ? " was given" : " were given"));
}

/* The parameters from..to-1 whose register is unbound: "missing 2 required … arguments: 'a' and 'b'". */
static bool missing(np_vm *vm, np_value function, const uint32_t *record, uint32_t from, uint32_t to, const char *what)
{
    uint32_t count = 0, said = 0;
    for (uint32_t i = from; i < to; i++) count += new_frame(vm)[NP_FRAME_REGS + i] == NP_UNBOUND;
    if (np_is_ref(function)) function = np_words(vm, function)[NP_FUNC_CODE];       /* which does not move */
    if (np_is_builtin_function(vm, function) && from == 0) return builtin_count(vm, function, record, to - count, np_rec_params(record) - to);
    bool ok = begin_message(vm, record) && np_text_c(vm, "missing ") && np_text_int(vm, (int32_t)count) && np_text_c(vm, " required ") &&
              np_text_c(vm, what) && np_text_c(vm, " argument") && np_text_c(vm, count == 1 ? ": " : "s: ");
    for (uint32_t i = from; ok && i < to; i++) {
        if (new_frame(vm)[NP_FRAME_REGS + i] != NP_UNBOUND) continue;
        if (said) ok = np_text_c(vm, said + 1 < count ? ", " : count == 2 ? " and " : ", and ");
        ok = ok && np_text_byte(vm, '\'') && np_text_symbol(vm, param_name(vm, function, i)) && np_text_byte(vm, '\'');
        said++;
    }
    return end_message(vm, ok);
}

static bool same_name(const np_vm *vm, np_value parameter, np_value name)
{
    return parameter == name || (np_is_str(vm, name) && np_str_equal(vm, parameter, name));
}

/* Does the call give a keyword of this name? */
static bool is_given(np_vm *vm, const np_arguments *a, np_value name)
{
    if (a->names != NP_UNBOUND)
        for (uint32_t i = 1; i < np_h_words(*np_object(vm, a->names)); i++)
            if (same_name(vm, np_object(vm, a->names)[i], name)) return true;
    return a->dict_slot && np_is_object(vm, np_get(vm, a->dict_slot), NP_DICT) && np_dict_find(vm, np_get(vm, a->dict_slot), name) >= 0;
}

/* The keyword in NP_TEMP(6) is no parameter's. */
static bool unexpected(np_vm *vm, np_value function, const uint32_t *record, const np_arguments *a)
{
    bool some = false, ok = true;
    if (np_is_ref(function)) function = np_words(vm, function)[NP_FUNC_CODE];       /* which does not move */
    uint32_t hidden = np_rec_word(record, NP_REC_PARAMS) ? np_rec_posonly(record) : 0;
    for (uint32_t i = 0; ok && i < hidden; i++) {
        np_value p = param_name(vm, function, i);
        if (!is_given(vm, a, p)) continue;
        ok = some ? np_text_c(vm, ", ") : begin_message(vm, record) && np_text_c(vm, "got some positional-only arguments passed as keyword arguments: '");
        ok = ok && np_text_symbol(vm, p);
        some = true;
    }
    if (!some) {
        np_set(vm, NP_TEMP(4), np_get(vm, NP_TEMP(6)));
        if (np_is_builtin_function(vm, function)) {
            np_raise(vm, NP_T_TypeError, "'%v' is an invalid keyword argument for %y()", NP_TEMP(4), np_rec_name(record));
            return false;
        }
        ok = begin_message(vm, record) && np_text_c(vm, "got an unexpected keyword argument '") && np_text_slot(vm, NP_TEMP(4));
    }
    return end_message(vm, ok && np_text_byte(vm, '\''));
}

/* Gives the keyword in NP_TEMP(6) the value in NP_TEMP(5). */
static bool bind_keyword(np_vm *vm, np_value function, const uint32_t *record, const np_arguments *a)
{
    uint32_t params = np_rec_params(record), all = params + np_rec_kwonly(record), flags = np_rec_flags(record);
    np_value name = np_get(vm, NP_TEMP(6));
    for (uint32_t i = np_rec_posonly(record); i < all; i++) {
        np_value p = param_name(vm, function, i);
        if (!same_name(vm, p, name)) continue;
        uint32_t *r = new_frame(vm) + NP_FRAME_REGS + i;
        if (*r == NP_UNBOUND) {
            *r = np_get(vm, NP_TEMP(5));
            return true;
        }
        bool ok = begin_message(vm, record) && np_text_c(vm, "got multiple values for argument '") && np_text_symbol(vm, p) && np_text_byte(vm, '\'');
        return end_message(vm, ok);
    }
    if (flags & NP_FN_VARKW) {
        np_set(vm, NP_TEMP(7), new_frame(vm)[NP_FRAME_REGS + all + (flags & NP_FN_VARARGS ? 1 : 0)]);
        bool ok = np_dict_put(vm, NP_TEMP(7), NP_TEMP(6), NP_TEMP(5)) == 1;
        np_set(vm, NP_TEMP(7), NP_UNBOUND);
        return ok;
    }
    return unexpected(vm, function, record, a);
}

static bool bind_keywords(np_vm *vm, const uint32_t *record, const np_arguments *a)
{
    if (a->names != NP_UNBOUND) {
        uint32_t count = np_h_words(*np_object(vm, a->names)) - 1;
        for (uint32_t i = 0; i < count; i++) {
            np_set(vm, NP_TEMP(6), np_object(vm, a->names)[1 + i]);
            np_set(vm, NP_TEMP(5), np_get(vm, a->named_at + 4u * i));
            if (!bind_keyword(vm, new_frame(vm)[NP_FRAME_FUNCTION], record, a)) return false;
        }
    }
    if (!a->dict_slot || !np_is_object(vm, np_get(vm, a->dict_slot), NP_DICT)) return true;
    for (uint32_t e = 0; e < np_dict_used(vm, np_get(vm, a->dict_slot)); e++) {
        np_value d = np_get(vm, a->dict_slot), key = np_dict_key(vm, d, e);
        if (key == NP_UNBOUND) continue;
        np_set(vm, NP_TEMP(5), np_dict_value(vm, d, e));
        if (!np_is_str(vm, key)) {
            np_raise(vm, NP_T_TypeError, "keywords must be strings");
            return false;
        }
        np_set(vm, NP_TEMP(6), np_symbol_for(vm, key));
        if (!bind_keyword(vm, new_frame(vm)[NP_FRAME_FUNCTION], record, a)) return false;
    }
    return true;
}

/* Gives unbound parameters their defaults. */
static bool bind_defaults(np_vm *vm, const uint32_t *record)
{
    np_value function = new_frame(vm)[NP_FRAME_FUNCTION];
    uint32_t params = np_rec_params(record), all = params + np_rec_kwonly(record), *r = new_frame(vm) + NP_FRAME_REGS;
    np_value of_record = np_rec_word(record, NP_REC_DEFAULTS);
    np_value tuple = np_is_ref(function) ? np_words(vm, function)[NP_FUNC_DEFAULTS] : of_record;
    if (tuple == NP_UNBOUND) tuple = of_record;
    np_value named = np_is_ref(function) ? np_words(vm, function)[NP_FUNC_KWDEFAULTS] : NP_UNBOUND;
    const uint32_t *defaults = tuple == NP_UNBOUND ? NULL : np_object(vm, tuple);
    const uint32_t *constants = of_record == 0 || !(np_rec_flags(record) & NP_FN_KWDEFAULTS) ? NULL : np_object(vm, of_record);
    uint32_t count = defaults ? np_h_words(*defaults) - 1 : 0;
    if (constants) {
        /* the last ones are the keyword-only parameters' */
        if (constants == defaults) count -= all - params;
        constants += np_h_words(*constants) - (all - params);
    }
    for (uint32_t i = 0; i < params; i++) {
        if (r[i] != NP_UNBOUND) continue;
        if (i + count < params) return missing(vm, function, record, 0, params - count, "positional");
        r[i] = defaults[1 + i + count - params];
    }
    bool lacking = false;
    for (uint32_t i = params; i < all; i++) {
        if (r[i] != NP_UNBOUND) continue;
        int32_t e = named == NP_UNBOUND ? -1 : np_dict_find(vm, named, param_name(vm, function, i));
        if (constants) r[i] = constants[i - params];
        else if (e >= 0) r[i] = np_dict_value(vm, named, (uint32_t)e);
        else lacking = true;
    }
    return lacking ? missing(vm, function, record, params, all, "keyword-only") : true;
}

static bool bind(np_vm *vm, const uint32_t *record, const np_arguments *a)
{
    uint32_t params = np_rec_params(record), all = params + np_rec_kwonly(record), flags = np_rec_flags(record);
    uint32_t given = positional_count(vm, a), here = given < params ? given : params;
    if (flags & NP_FN_VARARGS) {
        np_value rest = np_alloc(vm, NP_TUPLE, 0, 0, 1 + given - here);
        if (rest == NP_UNBOUND) return false;
        for (uint32_t i = here; i < given; i++) np_words(vm, rest)[1 + i - here] = positional(vm, a, i);
        new_frame(vm)[NP_FRAME_REGS + all] = rest;
    }
    if (flags & NP_FN_VARKW) {
        np_value d = np_dict_new(vm);
        if (d == NP_UNBOUND) return false;
        new_frame(vm)[NP_FRAME_REGS + all + (flags & NP_FN_VARARGS ? 1 : 0)] = d;
    }
    for (uint32_t i = 0; i < here; i++) new_frame(vm)[NP_FRAME_REGS + i] = positional(vm, a, i);
    if (!bind_keywords(vm, record, a)) return false;
    if (given > params && !(flags & NP_FN_VARARGS)) return too_many(vm, record, given);
    return bind_defaults(vm, record);
}

/* A call of a function record: a frame with its arguments bound, or a generator that holds one. */
static np_value enter(np_vm *vm, np_value function, const np_arguments *a, uint32_t flags)
{
    const uint32_t *record = np_record(vm, function);
    if (!np_push_frame(vm, function, record, flags)) return NP_UNBOUND;
    np_head(vm)->fp = new_frame(vm)[NP_FRAME_PREV];     /* until its arguments are bound the frame is only room on the stack */
    new_frame(vm)[NP_FRAME_PREV] = 0;       /* … and links only those frames that the collector comes to from fp */
    bool ok = bind(vm, record, a);
    if (ok && !(np_rec_flags(record) & NP_FN_GENERATOR)) {
        new_frame(vm)[NP_FRAME_PREV] = np_head(vm)->fp;
        np_head(vm)->fp = np_head(vm)->sp;
        return NP_ENTERED;
    }
    uint32_t registers = np_rec_registers(record);
    np_value g = NP_UNBOUND;
    if (ok) {
        g = np_alloc(vm, NP_GENERATOR, NP_GEN_FRESH, 0, NP_GEN_FRAME + NP_FRAME_REGS + registers);
        if (g != NP_UNBOUND) {
            uint32_t *w = np_words(vm, g) + NP_GEN_FRAME;
            memcpy(w, new_frame(vm), 4u * (NP_FRAME_REGS + registers));
            w[NP_FRAME_STATE] = NP_STATE(0, registers, NP_FLAG_GENERATOR);
        }
    }
    np_head(vm)->sp += 4u * (NP_FRAME_REGS + registers);
    return g;
}

/* --- builtins and classes --------------------------------------------------------------------------------------- */

static np_value bad_count(np_vm *vm, uint32_t number, uint32_t count)
{
    uint32_t arity = np_whole(np_natives[number].arity), least = arity & 255u, most = (arity >> 8) & 255u, method;
    uint32_t type = np_type_of_method(vm, NP_BUILTIN(number), &method);
    np_value name = NP_SYMBOL(arity >> 16);
    if (type != NP_TYPE_COUNT && method != NP_SYM___new__) {        /* self does not count */
        np_value owner = NP_SYMBOL(NP_TYPE_NAME(type));
        if (count == 0) return np_raise(vm, NP_T_TypeError, "unbound method %y.%y() needs an argument", owner, name);
        least--;
        most--;
        count--;
        if (least == most && most < 2)
            return np_raise(vm, NP_T_TypeError, "%y.%y() takes %s (%d given)", owner, name, most ? "exactly one argument" : "no arguments", (int32_t)count);
    } else if (least == most && most < 2) {
        return np_raise(vm, NP_T_TypeError, "%y() takes %s (%d given)", name, most ? "exactly one argument" : "no arguments", (int32_t)count);
    }
    if (number == NP_B_new_int || number == NP_B_new_str || number == NP_B_new_bytes || number == NP_B_new_bytearray)
        return np_raise(vm, NP_T_TypeError, "%y() takes at most %d arguments (%d given)", name, (int32_t)most, (int32_t)count);
    bool few = count < least;
    uint32_t limit = few ? least : most;
    return np_raise(vm, NP_T_TypeError, "%y expected %s%d argument%s, got %d", name, least == most ? "" : few ? "at least " : "at most ", (int32_t)limit,
                    limit == 1 ? "" : "s", (int32_t)count);
}

/* A native has raised an exception. If it does not know what to do with an argument that has a payload, it gets that: no native need look for them. */
static np_value with_payloads(np_vm *vm, uint32_t number, uint32_t at, uint32_t count)
{
    np_value v = NP_UNBOUND, given[5];
    if (count > 5 || (!(at & 1u) && at < NP_GLOBALS_AT)) return v;       /* what stood in temps is lost */
    for (uint32_t last = 0; last < count; last++) {
        np_value e = np_head(vm)->exception;
        if (v != NP_UNBOUND || !np_is_object(vm, e, NP_INSTANCE) || np_class_of(vm, e) != NP_TYPE_VALUE(NP_T_TypeError)) break;
        if (np_plain(vm, np_get(vm, at + 4 * last)) == NP_UNBOUND) continue;
        for (uint32_t i = 0; i < count; i++) {
            np_value plain = i > last ? NP_UNBOUND : np_plain(vm, np_get(vm, at + 4 * i));
            given[i] = plain == NP_UNBOUND ? np_get(vm, at + 4 * i) : plain;
        }
        for (uint32_t i = 0; i < count; i++) np_set(vm, NP_TEMP(1 + i), given[i]);
        np_head(vm)->exception = np_head(vm)->traceback = NP_UNBOUND;
        v = np_natives[number].call(vm, NP_TEMP(1), count);
    }
    return v;
}

np_value np_call_native(np_vm *vm, uint32_t number, uint32_t at, uint32_t count)
{
    uint32_t arity = np_whole(np_natives[number].arity), least = arity & 255u, most = (arity >> 8) & 255u;
    if (count < least || (count > most && most != 255)) return bad_count(vm, number, count);
    np_value v = np_natives[number].call(vm, at, count);
    return v == NP_UNBOUND ? with_payloads(vm, number, at, count) : v;
}

np_value np_instance(np_vm *vm, np_value cls, uint32_t at, uint32_t count)
{
    uint32_t slots = np_class_slots(vm, cls);
    bool exception = np_type_is_exception(np_class_root(vm, cls));
    np_set(vm, NP_TEMP(6), cls);
    np_value args = NP_UNBOUND;
    if (exception && count) {
        args = np_tuple(vm, at, count);
        if (args == NP_UNBOUND) return args;
        np_set(vm, NP_TEMP(7), args);
    }
    np_value v = np_alloc(vm, NP_INSTANCE, 0, 0, NP_INST_SLOTS + slots);
    if (v != NP_UNBOUND) {
        np_words(vm, v)[NP_INST_CLASS] = np_get(vm, NP_TEMP(6));
        if (args != NP_UNBOUND) np_words(vm, v)[NP_EXC_ARGS] = np_get(vm, NP_TEMP(7));
    }
    np_set(vm, NP_TEMP(6), NP_UNBOUND);
    np_set(vm, NP_TEMP(7), NP_UNBOUND);
    return v;
}

/* Positional arguments that stand in a list are copied behind those in slots: into temps, for callees that want them in a row. */
static bool gather(np_vm *vm, np_arguments *a)
{
    uint32_t count = positional_count(vm, a);
    if (!a->list_slot) return true;
    if (count > 5) {
        np_raise(vm, NP_T_TypeError, "too many arguments behind * for a builtin");
        return false;
    }
    np_value v[5];
    for (uint32_t i = 0; i < count; i++) v[i] = positional(vm, a, i);
    for (uint32_t i = 0; i < count; i++) np_set(vm, NP_TEMP(1 + i), v[i]);
    a->at = NP_TEMP(1);
    a->count = count;
    a->list_slot = 0;
    return true;
}

static bool has_keywords(const np_vm *vm, const np_arguments *a)
{
    if (a->names != NP_UNBOUND) return true;
    return a->dict_slot && np_is_object(vm, np_get(vm, a->dict_slot), NP_DICT) && np_dict_live(vm, np_get(vm, a->dict_slot)) > 0;
}

/* An instance of an exception class with all arguments as its args. */
static np_value new_exception(np_vm *vm, np_value cls, const np_arguments *a)
{
    np_value v = np_instance(vm, cls, a->at, a->list_slot ? 0 : a->count);
    if (v == NP_UNBOUND || !a->list_slot) return v;
    np_set(vm, NP_TEMP(6), v);
    np_value args = np_alloc(vm, NP_TUPLE, 0, 0, 1 + positional_count(vm, a));
    if (args == NP_UNBOUND) return args;
    for (uint32_t i = 0; i < positional_count(vm, a); i++) np_words(vm, args)[1 + i] = positional(vm, a, i);
    v = np_get(vm, NP_TEMP(6));
    np_set(vm, NP_TEMP(6), NP_UNBOUND);
    np_words(vm, v)[NP_EXC_ARGS] = args;
    return v;
}

/* A class whose __new__ is written in Python, or whose instances have a payload: all arguments as a tuple and a dict, for the prelude. */
static np_value construct_new(np_vm *vm, uint32_t class_slot, const np_arguments *a)
{
    np_value args = np_alloc(vm, NP_TUPLE, 0, 0, 1 + positional_count(vm, a));
    if (args == NP_UNBOUND) return args;
    for (uint32_t i = 0; i < positional_count(vm, a); i++) np_words(vm, args)[1 + i] = positional(vm, a, i);
    if (!has_keywords(vm, a)) return np_tail2(vm, NP_P__construct, np_get(vm, class_slot), args);
    np_set(vm, NP_TEMP(1), np_get(vm, class_slot));
    np_set(vm, NP_TEMP(2), args);
    np_value d = a->dict_slot ? np_dict_copy(vm, a->dict_slot) : np_dict_new(vm);
    if (d == NP_UNBOUND) return d;
    np_set(vm, NP_TEMP(3), d);
    for (uint32_t i = 0; a->names != NP_UNBOUND && i + 1 < np_h_words(*np_object(vm, a->names)); i++) {
        np_set(vm, NP_TEMP(6), np_object(vm, a->names)[1 + i]);
        if (np_dict_put(vm, NP_TEMP(3), NP_TEMP(6), a->named_at + 4u * i) != 1) return NP_UNBOUND;
    }
    return np_delegate(vm, NP_P__construct, NP_TEMP(1), 3);
}

/* Calls a class: an instance, into the slot before the arguments, then its __init__ whose result is dropped. */
static np_value construct(np_vm *vm, np_value cls, np_arguments *a)
{
    if (np_class_override(vm, cls, NP_SYMBOL(NP_SYM___new__)) != NP_UNBOUND || np_type_has_payload(np_class_root(vm, cls))) {
        np_set(vm, a->at - 4, cls);
        return construct_new(vm, a->at - 4, a);
    }
    np_value init = np_resolve(vm, cls, NP_SYMBOL(NP_SYM___init__));
    bool plain = init == NP_STOP || np_is_imm(init, NP_IMM_BUILTIN);
    bool exception = np_type_is_exception(np_class_root(vm, cls));
    if (plain && !exception && (positional_count(vm, a) || has_keywords(vm, a)))
        return np_raise(vm, NP_T_TypeError, "%y() takes no arguments", np_class_name(vm, cls));
    if (plain && exception && has_keywords(vm, a)) return np_raise(vm, NP_T_TypeError, "%y() takes no keyword arguments", np_class_name(vm, cls));
    np_value v = exception ? new_exception(vm, cls, a) : np_instance(vm, cls, a->at, 0);
    if (v == NP_UNBOUND || plain) return v;
    np_set(vm, a->at - 4, v);
    cls = np_class_of(vm, v);
    init = np_class_lookup(vm, cls, NP_SYMBOL(NP_SYM___init__));
    if (!np_is_function(vm, init) || np_is_imm(init, NP_IMM_BUILTIN)) return np_raise(vm, NP_T_TypeError, "__init__ of '%y' is no plain function", np_class_name(vm, cls));
    a->at -= 4;
    a->count++;
    return enter(vm, init, a, NP_FLAG_INIT);
}

np_value np_call_with(np_vm *vm, np_value callee, np_arguments *a)
{
    bool spent = false;         /* the one slot before the arguments has been used */
    np_value first = NP_UNBOUND;    /* … and held this */
    for (uint32_t hops = 0; hops < 16; hops++) {
        uint32_t kind = np_type_of(vm, callee);
        switch (kind) {
        case NP_FUNCTION:
        case NP_FUNC: return enter(vm, callee, a, 0);
        case NP_CLASS:
            if (spent) goto no_slot;
            return construct(vm, callee, a);
        case NP_TYPE: {
            if (np_type_is_exception(np_payload(callee))) {
                if (has_keywords(vm, a)) return np_raise(vm, NP_T_TypeError, "%y() takes no keyword arguments", np_class_name(vm, callee));
                return new_exception(vm, callee, a);
            }
            if (callee == NP_TYPE_VALUE(NP_T_object)) {
                if (positional_count(vm, a) || has_keywords(vm, a)) return np_raise(vm, NP_T_TypeError, "object() takes no arguments");
                return np_instance(vm, callee, a->at, 0);
            }
            np_value new = np_class_lookup(vm, callee, NP_SYMBOL(NP_SYM___new__));
            if (new == NP_UNBOUND) return np_raise(vm, NP_T_TypeError, "cannot create '%y' instances", np_class_name(vm, callee));
            callee = new;
            break;
        }
        case NP_BUILTIN_FN: {
            if (has_keywords(vm, a)) {
                np_value function = np_keyword_version(vm, callee);
                if (function == NP_UNBOUND) return np_raise(vm, NP_T_TypeError, "builtin takes no keyword arguments");
                return enter(vm, function, a, 0);
            }
            uint32_t before = a->at;
            if (!gather(vm, a)) return NP_UNBOUND;
            np_value v = np_call_native(vm, np_payload(callee), a->at, a->count);
            if (v == NP_AGAIN && spent) np_set(vm, before, first);     /* nothing was allocated */
            return v;
        }
        case NP_METHOD:
            if (spent) goto no_slot;
            spent = true;
            first = np_get(vm, a->at - 4);
            np_set(vm, a->at - 4, np_words(vm, callee)[NP_METHOD_SELF]);
            callee = np_words(vm, callee)[NP_METHOD_FUNC];
            a->at -= 4;
            a->count++;
            break;
        case NP_DESCRIPTOR:
            if (np_h_aux2(*np_words(vm, callee)) != 1) goto not_callable;
            callee = np_words(vm, callee)[NP_DESC_GET];
            break;
        case NP_INSTANCE: {
            np_value call = np_override(vm, callee, NP_SYM___call__);
            if (call == NP_UNBOUND) goto not_callable;
            if (np_is_function(vm, call)) {
                if (spent) goto no_slot;
                spent = true;
                first = np_get(vm, a->at - 4);
                np_set(vm, a->at - 4, callee);
                a->at -= 4;
                a->count++;
            }
            callee = call;
            /* a method of the method has no slot before it any more */
            if (np_type_of(vm, callee) == NP_METHOD || np_type_of(vm, callee) == NP_CLASS) return np_raise(vm, NP_T_TypeError, "__call__ must be a function");
            break;
        }
        default: goto not_callable;
        }
    }
no_slot:
    return np_raise_type(vm, "a bound '%y' object cannot be called", callee);
not_callable:
    return np_raise_type(vm, "'%y' object is not callable", callee);
}

np_value np_call(np_vm *vm, np_value callee, uint32_t at, uint32_t count)
{
    np_arguments a = { at, count, 0, NP_UNBOUND, 0, 0 };
    return np_call_with(vm, callee, &a);
}

np_value np_call_method(np_vm *vm, uint32_t slot, uint32_t count, np_value name)
{
    bool with_self;
    np_value f = np_get_method(vm, np_get(vm, slot), name, &with_self);
    if (f == NP_UNBOUND) return f;
    if (f == NP_TAIL) {                                 /* the attribute is computed by Python code: let the prelude do both */
        np_value list = np_list(vm, slot + 4, count);
        return list == NP_UNBOUND ? list : np_tail3(vm, NP_P__call_attribute, np_get(vm, slot), name, list);
    }
    np_value self = np_get(vm, slot);
    if (with_self) {
        np_set(vm, slot, np_receiver(vm, f, self, name));
        return np_call(vm, f, slot, count + 1);
    }
    /* list.append(x, …) acts on x's payload too */
    if (count && np_is_imm(self, NP_IMM_TYPE)) np_set(vm, slot + 4, np_receiver(vm, f, np_get(vm, slot + 4), name));
    np_set(vm, slot, f);
    np_value v = np_call(vm, f, slot + 4, count);
    if (v == NP_AGAIN) np_set(vm, slot, self);
    return v;
}

/* --- closures -------------------------------------------------------------------------------------------------- */

np_value np_captured(const np_vm *vm, np_value function, uint32_t i)
{
    if (!np_is_ref(function)) return NP_UNBOUND;
    const uint32_t *w = np_words(vm, function);
    if (NP_FUNC_CELLS + i >= np_h_words(w[0])) return NP_UNBOUND;
    return np_is_object(vm, w[NP_FUNC_CELLS + i], NP_CELL) ? w[NP_FUNC_CELLS + i] : NP_UNBOUND;
}

np_value np_closure(np_vm *vm, np_value function, uint32_t slot, uint32_t flags)
{
    const uint32_t *record = np_place(vm, function), *image = vm->images[(function >> 5) & 1u];
    uint32_t tables = np_rec_word(record, NP_REC_TABLES), captures = tables ? np_tables_captures(image + tables) : 0;
    np_value f = np_alloc(vm, NP_FUNC, 0, 0, NP_FUNC_CELLS + captures);
    if (f == NP_UNBOUND) return f;
    uint32_t *w = np_words(vm, f);
    const uint32_t *frame = np_at(vm, np_head(vm)->fp);
    w[NP_FUNC_CODE] = function;
    if ((flags & 1u) && np_type_of(vm, np_get(vm, slot)) == NP_TUPLE) w[NP_FUNC_DEFAULTS] = np_get(vm, slot);
    if ((flags & 2u) && np_is_object(vm, np_get(vm, slot + 4), NP_DICT)) w[NP_FUNC_KWDEFAULTS] = np_get(vm, slot + 4);
    for (uint32_t i = 0; i < captures; i++) {
        uint32_t capture = np_whole(image[tables + 1 + i]), index = capture & 255u;
        if (capture & 256u) w[NP_FUNC_CELLS + i] = np_captured(vm, frame[NP_FRAME_FUNCTION], index);
        else if (index < np_state_registers(frame[NP_FRAME_STATE])) w[NP_FUNC_CELLS + i] = frame[NP_FRAME_REGS + index];
    }
    return f;
}

/* --- generators ------------------------------------------------------------------------------------------------ */

uint32_t np_async_kind(const np_vm *vm, np_value generator)
{
    const uint32_t *frame = np_words(vm, generator) + NP_GEN_FRAME;
    return np_rec_flags(np_record(vm, frame[NP_FRAME_FUNCTION])) & (NP_FN_COROUTINE | NP_FN_ASYNC_GENERATOR);
}

const char *np_generator_name(const np_vm *vm, np_value function)
{
    uint32_t flags = np_rec_flags(np_record(vm, function));
    return flags & NP_FN_COROUTINE ? "coroutine" : flags & NP_FN_ASYNC_GENERATOR ? "async generator" : "generator";
}

np_value np_resume(np_vm *vm, uint32_t slot, np_value value)
{
    np_value g = np_get(vm, slot);
    uint32_t *w = np_words(vm, g), *frame = w + NP_GEN_FRAME, state = np_h_aux2(w[0]);
    if (state == NP_GEN_RUNNING) return np_raise(vm, NP_T_ValueError, "%s already executing", np_generator_name(vm, frame[NP_FRAME_FUNCTION]));
    if (state == NP_GEN_ENDED) return np_async_kind(vm, g) & NP_FN_COROUTINE ? np_raise(vm, NP_T_RuntimeError, "cannot reuse already awaited coroutine") : NP_STOP;
    if (state == NP_GEN_FRESH) {
        if (value == NP_UNBOUND) {                     /* thrown into before its first instruction */
            w[0] |= NP_GEN_ENDED << 7;
            return NP_UNBOUND;
        }
        if (value != NP_NONE) return np_raise(vm, NP_T_TypeError, "can't send non-None value to a just-started %s", np_generator_name(vm, frame[NP_FRAME_FUNCTION]));
    } else if (value != NP_UNBOUND) {
        uint32_t pc = np_state_pc(frame[NP_FRAME_STATE]);
        const uint32_t *record = np_record(vm, frame[NP_FRAME_FUNCTION]);
        frame[NP_FRAME_REGS + ((np_whole(np_rec_code(record)[pc]) >> 8) & 255u)] = value;      /* R[A] of the YIELD */
        frame[NP_FRAME_STATE] += 1u << 16;
    }
    w[0] = (w[0] & ~(3u << 7)) | (NP_GEN_RUNNING << 7);
    frame[NP_FRAME_PREV] = np_head(vm)->fp;
    np_head(vm)->fp = g + 4u * NP_GEN_FRAME;
    return NP_ENTERED;
}
