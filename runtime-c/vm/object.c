/* Classes, names, identity, equality and hashes of objects; small constructors. */
#include "object.h"
#include "attr.h"
#include "bigmag.h"
#include "call.h"
#include "dict.h"
#include "error.h"
#include "heap.h"
#include "mathfn.h"
#include "number.h"

#include <string.h>

/* How deep tuples and lists are compared and hashed here; deeper ones are the prelude's. */
#define NEST 4
/* The most items of all tuples in one that are hashed here, and what np_equal takes on beyond its operands' own items. */
#define FEW 256u

const uint32_t *np_symbol_object(const np_vm *vm, np_value symbol)
{
    uint32_t n = np_payload(symbol);
    const uint32_t *image = vm->images[0];
    if (n >= vm->first_symbol) {
        image = vm->images[1];
        n -= vm->first_symbol;
    }
    return image + image[image[NP_IMG_SYMBOLS] + n];
}

/* --- classes ------------------------------------------------------------------------------------------------- */

static const uint32_t type_of_kind[] = {
    [NP_INT] = NP_T_int, [NP_STR] = NP_T_str, [NP_BYTES] = NP_T_bytes, [NP_FLOAT] = NP_T_float, [NP_BIGINT] = NP_T_int,
    [NP_TUPLE] = NP_T_tuple, [NP_ARRAY] = NP_T_object, [NP_LIST] = NP_T_list, [NP_BYTEARRAY] = NP_T_bytearray, [NP_BUFFER] = NP_T_object,
    [NP_DICT] = NP_T_dict, [NP_SET] = NP_T_set, [NP_RANGE] = NP_T_range, [NP_SLICE_OBJ] = NP_T_slice, [NP_CELL] = NP_T_cell,
    [NP_FUNC] = NP_T_function, [NP_METHOD] = NP_T_method, [NP_CLASS] = NP_T_type, [NP_INSTANCE] = NP_T_object,
    [NP_GENERATOR] = NP_T_generator, [NP_ITER] = NP_T_iterator, [NP_DESCRIPTOR] = NP_T_property, [NP_TRACEBACK] = NP_T_traceback,
    [NP_INDEX] = NP_T_object, [NP_VIEW] = NP_T_dict_keys, [NP_IDTABLE] = NP_T_object, [26] = NP_T_object, [27] = NP_T_object,
    [28] = NP_T_object, [29] = NP_T_object, [30] = NP_T_object, [31] = NP_T_object, [NP_SINGLETON] = NP_T_NoneType,
    [NP_SINGLETON + NP_IMM_SYMBOL] = NP_T_str, [NP_SINGLETON + NP_IMM_CONST] = NP_T_object, [NP_FUNCTION] = NP_T_function,
    [NP_BUILTIN_FN] = NP_T_builtin, [NP_TYPE] = NP_T_type, [NP_MODULE] = NP_T_module, [NP_TEMPLATE] = NP_T_object,
};
static const uint32_t type_of_singleton[NP_SINGLETONS] = { NP_T_NoneType, NP_T_bool, NP_T_bool, NP_T_NotImplementedType, NP_T_ellipsis };

bool np_is_builtin_function(const np_vm *vm, np_value v)
{
    return np_is_imm(v, NP_IMM_FUNCTION) && (!((v >> 5) & 1u) || (np_rec_flags(np_place(vm, v)) & NP_FN_BUILTIN));
}

np_value np_class_of(const np_vm *vm, np_value v)
{
    uint32_t kind = np_type_of(vm, v);
    if (kind == NP_SINGLETON) return NP_TYPE_VALUE(np_payload(v) < NP_SINGLETONS ? type_of_singleton[np_payload(v)] : NP_T_NoneType);
    if (kind == NP_INSTANCE) return np_words(vm, v)[NP_INST_CLASS];
    if (kind == NP_METHOD) v = np_words(vm, v)[NP_METHOD_FUNC];
    if (np_is_builtin_function(vm, v) || np_is_imm(v, NP_IMM_BUILTIN)) return NP_TYPE_VALUE(NP_T_builtin);
    uint32_t type = type_of_kind[kind];
    if (kind == NP_SET && np_h_aux2(*np_object(vm, v))) type = NP_T_frozenset;
    if (kind == NP_GENERATOR) {
        uint32_t async = np_async_kind(vm, v);
        if (async) type = async == NP_FN_COROUTINE ? NP_T_coroutine : NP_T_async_generator;
    }
    if (kind == NP_DESCRIPTOR || kind == NP_VIEW) type += np_h_aux2(*np_object(vm, v));
    return NP_TYPE_VALUE(type);
}

bool np_is_class(const np_vm *vm, np_value v) { return np_is_imm(v, NP_IMM_TYPE) || np_is_object(vm, v, NP_CLASS); }

np_value np_class_name(const np_vm *vm, np_value cls)
{
    if (np_is_ref(cls)) return np_words(vm, cls)[NP_CLASS_NAME];
    return NP_SYMBOL(NP_TYPE_NAME(np_payload(cls)));
}

np_value np_typename(const np_vm *vm, np_value v) { return np_class_name(vm, np_class_of(vm, v)); }

np_value np_class_base(const np_vm *vm, np_value cls)
{
    if (np_is_ref(cls)) return np_words(vm, cls)[NP_CLASS_BASE];
    if (cls == NP_TYPE_VALUE(NP_T_object)) return NP_UNBOUND;
    return NP_TYPE_VALUE(NP_TYPE_BASE(np_payload(cls)));
}

uint32_t np_class_root(const np_vm *vm, np_value cls)
{
    while (np_is_ref(cls)) cls = np_words(vm, cls)[NP_CLASS_BASE];
    return np_payload(cls);
}

bool np_type_is_exception(uint32_t type) { return type >= NP_T_BaseException && type <= NP_T_RuntimeWarning; }
bool np_type_has_payload(uint32_t type) { return type >= NP_T_int && type <= NP_T_frozenset && type != NP_T_bool; }
bool np_is_exception_class(const np_vm *vm, np_value v) { return np_is_class(vm, v) && np_type_is_exception(np_class_root(vm, v)); }

bool np_is_exception(const np_vm *vm, np_value v)
{
    return np_is_object(vm, v, NP_INSTANCE) && np_type_is_exception(np_class_root(vm, np_words(vm, v)[NP_INST_CLASS]));
}

np_value np_plain(const np_vm *vm, np_value v)
{
    if (!np_is_object(vm, v, NP_INSTANCE) || !np_type_has_payload(np_class_root(vm, np_words(vm, v)[NP_INST_CLASS]))) return NP_UNBOUND;
    v = np_words(vm, v)[NP_INST_SLOTS];
    return np_is_object(vm, v, NP_INSTANCE) ? NP_UNBOUND : v;      /* only hostile bytes have such a one */
}

uint32_t np_class_slots(const np_vm *vm, np_value cls)
{
    if (np_is_ref(cls)) return (uint32_t)np_to_int(np_words(vm, cls)[NP_CLASS_SLOTS]);
    return np_type_is_exception(np_payload(cls)) ? NP_EXC_SLOTS : np_type_has_payload(np_payload(cls));
}

bool np_is_subclass(const np_vm *vm, np_value cls, np_value base)
{
    for (np_value c = cls; c != NP_UNBOUND; c = np_class_base(vm, c)) {
        if (c == base) return true;
        if (!np_is_ref(c)) continue;
        np_value mro = np_words(vm, c)[NP_CLASS_MRO];
        if (mro == NP_UNBOUND) continue;
        const uint32_t *w = np_words(vm, mro);
        for (uint32_t i = 1; i < np_h_words(w[0]); i++)
            if (w[i] == base) return true;
        return false;
    }
    return false;
}

bool np_bases_affordable(np_vm *vm, np_value cls, uint32_t count)
{
    uint64_t bases = 1;
    if (count < 2) return true;
    for (np_value c = cls; np_is_ref(c); c = np_words(vm, c)[NP_CLASS_BASE]) bases++;
    np_value mro = np_is_ref(cls) ? np_words(vm, cls)[NP_CLASS_MRO] : NP_UNBOUND;
    if (mro != NP_UNBOUND) bases += np_h_words(*np_words(vm, mro));
    bases *= count;
    return bases < 64 || np_charge(vm, bases > 0x3FFFFFFFFu ? 0xFFFFFFFFu : (uint32_t)(bases / 4));
}

bool np_is_instance(const np_vm *vm, np_value v, np_value cls) { return np_is_subclass(vm, np_class_of(vm, v), cls); }

bool np_is_scalar(const np_vm *vm, np_value v)
{
    uint32_t kind = np_type_of(vm, v);
    return kind <= NP_BIGINT || kind >= NP_SINGLETON || kind == NP_BYTEARRAY || kind == NP_RANGE;
}

/* --- text ---------------------------------------------------------------------------------------------------- */

uint32_t np_str_chars(const uint32_t *o)
{
    uint32_t bytes = np_str_bytes(o), n = 0;
    if (np_str_ascii(o)) return bytes;
    for (uint32_t i = 0; i < bytes; i++) n += (np_byte(o + NP_STR_DATA, i) & 0xC0u) != 0x80u;
    return n;
}

uint32_t np_str_offset(const uint32_t *o, uint32_t index)
{
    if (np_str_ascii(o)) return index;
    uint32_t bytes = np_str_bytes(o), i = 0;
    for (; i < bytes; i++)
        if ((np_byte(o + NP_STR_DATA, i) & 0xC0u) != 0x80u && index-- == 0) break;
    return i;
}

uint32_t np_str_next(const uint32_t *o, uint32_t *at)
{
    const uint32_t *d = o + NP_STR_DATA;
    uint32_t end = np_str_bytes(o), c = np_byte(d, (*at)++), more = c < 0x80 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
    if (more) c &= 0x3Fu >> more;
    for (; more && *at < end; more--) c = (c << 6) | (np_byte(d, (*at)++) & 0x3Fu);
    return c;
}

uint32_t np_utf8_put(uint8_t *p, uint32_t c)
{
    if (c < 0x80) {
        p[0] = (uint8_t)c;
        return 1;
    }
    uint32_t more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    p[0] = (uint8_t)((0xF80u >> more) | (c >> (6 * more)));
    for (uint32_t i = 1; i <= more; i++) p[i] = (uint8_t)(0x80u | ((c >> (6 * (more - i))) & 0x3Fu));
    return more + 1;
}

static uint32_t swap(uint32_t w) { return (w << 24) | ((w & 0xFF00u) << 8) | ((w >> 8) & 0xFF00u) | (w >> 24); }

int np_str_compare(const uint32_t *a, const uint32_t *b)
{
    uint32_t an = np_str_bytes(a), bn = np_str_bytes(b), n = an < bn ? an : bn;
    for (uint32_t i = 0; i < n; i += 4) {
        uint32_t x = a[NP_STR_DATA + i / 4], y = b[NP_STR_DATA + i / 4];
        if (x == y) continue;
        /* padding is zero, so a difference behind the shorter one's end is the length's */
        return swap(x) < swap(y) ? -1 : 1;
    }
    return an < bn ? -1 : an > bn;
}

static bool same_bytes(const uint32_t *a, const uint32_t *b)
{
    uint32_t n = np_h_words(a[0]);
    if (n != np_h_words(b[0]) || np_h_aux2(a[0]) != np_h_aux2(b[0])) return false;
    if (a[NP_STR_HASH] && b[NP_STR_HASH] && a[NP_STR_HASH] != b[NP_STR_HASH]) return false;
    for (uint32_t i = NP_STR_DATA; i < n; i++)
        if (a[i] != b[i]) return false;
    return true;
}

bool np_str_equal(const np_vm *vm, np_value a, np_value b)
{
    if (a == b) return true;
    if (np_is_imm(a, NP_IMM_SYMBOL) && np_is_imm(b, NP_IMM_SYMBOL)) return false;
    return same_bytes(np_object(vm, a), np_object(vm, b));
}

static uint32_t hash_words(const uint32_t *o)
{
    uint32_t h = np_str_bytes(o) * 0x85EBCA6Bu ^ 0x811C9DC5u;
    for (uint32_t i = NP_STR_DATA, n = np_h_words(o[0]); i < n; i++) {
        h = (h ^ o[i]) * 0x9E3779B1u;
        h ^= h >> 15;
    }
    return h ? h : 1;
}

uint32_t np_str_hash(np_vm *vm, np_value v)
{
    const uint32_t *o = np_object(vm, v);
    if (o[NP_STR_HASH]) return o[NP_STR_HASH];
    uint32_t h = hash_words(o);
    if (np_is_ref(v)) np_words(vm, v)[NP_STR_HASH] = h;
    return h;
}

np_value np_symbol_for(np_vm *vm, np_value v)
{
    if (np_is_imm(v, NP_IMM_SYMBOL)) return v;
    uint32_t h = np_str_hash(vm, v);
    const uint32_t *o = np_object(vm, v);
    uint32_t count = vm->first_symbol + (np_whole(vm->images[1][NP_IMG_COUNTS]) >> 16);
    for (uint32_t n = 0; n < count; n++) {
        const uint32_t *s = np_symbol_object(vm, NP_SYMBOL(n));
        if (s[NP_STR_HASH] == h && same_bytes(s, o)) return NP_SYMBOL(n);
    }
    return v;
}

/* --- hash and equality ---------------------------------------------------------------------------------------- */

/* Equal numbers have equal hashes whatever their type: integers go by their value modulo 2^31 - 1, with their sign, as CPython's do
 * modulo 2^61 - 1. */
static uint32_t hash_limbs(const uint32_t *limbs, uint32_t n, bool negative)
{
    uint32_t r = 0;
    while (n--) {
        uint64_t t = ((uint64_t)r << 32) | limbs[n];
        t = (t & 0x7FFFFFFFu) + (t >> 31);
        t = (t & 0x7FFFFFFFu) + (t >> 31);
        r = (uint32_t)(t >= 0x7FFFFFFFu ? t - 0x7FFFFFFFu : t);
    }
    return negative ? 0u - r : r;
}

static uint32_t hash_double(double x)
{
    if (x - x == 0 && np_floor(x) == x) {
        if (x >= NP_INT_MIN && x <= NP_INT_MAX) return (uint32_t)(int32_t)x;
        uint32_t limbs[32];
        return hash_limbs(limbs, (uint32_t)np_mag_from_double(limbs, x), x < 0);
    }
    uint32_t w[2];
    memcpy(w, &x, 8);
    return (w[0] ^ w[1]) * 0x9E3779B1u;
}

static bool hash_nested(np_vm *vm, np_value v, uint32_t *hash, int depth, uint32_t *most)
{
    uint32_t kind = np_type_of(vm, v);
    const uint32_t *o;
    switch (kind) {
    case NP_INT: *hash = (uint32_t)np_to_int(v); return true;
    case NP_STR: *hash = np_str_hash(vm, v); return true;
    case NP_BYTES: *hash = np_str_hash(vm, v); return true;
    case NP_FLOAT: *hash = hash_double(np_float_value(vm, v)); return true;
    case NP_BIGINT:
        o = np_object(vm, v);
        *hash = hash_limbs(o + 1, np_h_words(o[0]) - 1, np_h_aux1(o[0]));
        return true;
    case NP_TUPLE: {
        uint32_t h = 0x345678u, item, n = np_h_words(*np_object(vm, v));
        if (depth == 0 || n > *most) return false;
        *most -= n;
        for (uint32_t i = 1; i < n; i++) {
            if (!hash_nested(vm, np_object(vm, v)[i], &item, depth - 1, most)) return false;
            h = (h ^ item) * 0x9E3779B1u;
            h ^= h >> 15;
        }
        *hash = h;
        return true;
    }
    case NP_CLASS: *hash = np_words(vm, v)[NP_CLASS_SERIAL]; return true;
    case NP_INSTANCE: {
        if (np_override(vm, v, NP_SYM___eq__) || np_override(vm, v, NP_SYM___hash__)) return false;
        np_value plain = np_plain(vm, v);
        if (plain != NP_UNBOUND) return hash_nested(vm, plain, hash, depth, most);
        uint32_t *overflow = np_words(vm, v) + NP_INST_OVERFLOW;
        if (np_is_ref(*overflow)) {                                  /* its serial is the value of the key None */
            int32_t e = np_dict_find_name(vm, *overflow, NP_NONE);
            if (e < 0) return false;
            *hash = np_dict_value(vm, *overflow, (uint32_t)e);
            return true;
        }
        if (*overflow == NP_UNBOUND) *overflow = np_int((int32_t)(np_head(vm)->next_id++ & NP_INT_MAX));
        *hash = *overflow;
        return true;
    }
    default:
        if (v == NP_TRUE || v == NP_FALSE) *hash = v == NP_TRUE;
        else if (kind >= NP_SINGLETON && v != NP_UNBOUND) *hash = v * 0x9E3779B1u;
        else return false;
        return true;
    }
}

bool np_hash(np_vm *vm, np_value v, uint32_t *hash)
{
    uint32_t most = FEW;
    return hash_nested(vm, v, hash, NEST, &most);
}

/* The words that comparing two objects of these types may read, beyond the first few. */
static uint32_t long_words(const np_vm *vm, np_value a, uint32_t type)
{
    if (type == NP_STR || type == NP_BYTES || type == NP_BIGINT) return np_h_words(*np_object(vm, a)) / 64;
    return type == NP_BYTEARRAY ? np_list_length(vm, a) / 256 : 0;
}

static int equal_nested(np_vm *vm, np_value a, np_value b, int depth, uint32_t *most)
{
    if (np_is_int(a) && np_is_int(b)) return a == b;
    uint32_t ka = np_type_of(vm, a), kb = np_type_of(vm, b);
    if (ka == NP_INSTANCE || kb == NP_INSTANCE) {
        if (np_override(vm, a, NP_SYM___eq__) || np_override(vm, b, NP_SYM___eq__)) return -1;
        np_value pa = np_plain(vm, a), pb = np_plain(vm, b);
        if (ka == NP_INSTANCE ? pa == NP_UNBOUND : kb == NP_INSTANCE && pb == NP_UNBOUND) return a == b;
        if (pb == NP_UNBOUND && kb == NP_INSTANCE) return 0;
        return equal_nested(vm, pa == NP_UNBOUND ? a : pa, pb == NP_UNBOUND ? b : pb, depth, most);
    }
    if (depth < NEST) {
        uint32_t words = long_words(vm, a, ka);
        if (words > *most) return -1;
        *most -= words;
    }
    if (ka == NP_STR && kb == NP_STR) return np_str_equal(vm, a, b);
    if (ka == NP_METHOD && kb == NP_METHOD) {
        const uint32_t *x = np_words(vm, a), *y = np_words(vm, b);
        return x[NP_METHOD_SELF] == y[NP_METHOD_SELF] && x[NP_METHOD_FUNC] == y[NP_METHOD_FUNC];
    }
    int order = np_number_compare(vm, a, b);
    if (order != NP_NOT_NUMBERS) return order == 0;
    if ((ka == NP_BYTES || ka == NP_BYTEARRAY) && (kb == NP_BYTES || kb == NP_BYTEARRAY)) {
        uint32_t na, nb;
        const uint32_t *x = np_bytes(vm, a, &na), *y = np_bytes(vm, b, &nb);
        if (na != nb) return 0;
        for (uint32_t i = 0; i < na; i++)
            if (np_byte(x, i) != np_byte(y, i)) return 0;
        return 1;
    }
    if (ka != kb) return ka == NP_VIEW || kb == NP_VIEW ? -1 : 0;
    switch (ka) {
    case NP_TUPLE:
    case NP_LIST: {
        uint32_t na, nb;
        const uint32_t *x, *y;
        np_items(vm, a, &na, &x);
        np_items(vm, b, &nb, &y);
        uint32_t n = na < nb ? na : nb;
        if (depth == 0 || n > *most) return -1;
        *most -= n;
        for (uint32_t i = 0; i < n; i++) {
            int r = x[i] == y[i] ? 1 : equal_nested(vm, x[i], y[i], depth - 1, most);   /* identity is enough inside a container */
            if (r != 1) return r;
        }
        return na == nb;
    }
    case NP_METHOD: {
        const uint32_t *x = np_words(vm, a), *y = np_words(vm, b);
        return x[NP_METHOD_SELF] == y[NP_METHOD_SELF] && x[NP_METHOD_FUNC] == y[NP_METHOD_FUNC];
    }
    case NP_DICT: case NP_SET: case NP_RANGE: case NP_SLICE_OBJ: case NP_VIEW: return a == b && ka != NP_SLICE_OBJ ? 1 : -1;
    default: return a == b;
    }
}

int np_equal_within(np_vm *vm, np_value a, np_value b, uint32_t *most) { return equal_nested(vm, a, b, NEST - 1, most); }

int np_equal(np_vm *vm, np_value a, np_value b)
{
    uint32_t most = FEW, count;
    const uint32_t *items;
    if (np_items(vm, a, &count, &items)) most += 4 * count;
    return equal_nested(vm, a, b, NEST, &most);
}

/* --- constructors --------------------------------------------------------------------------------------------- */

np_value np_float(np_vm *vm, double x)
{
    np_value v = np_alloc(vm, NP_FLOAT, 0, 0, 3);
    if (v == NP_UNBOUND) return v;
    if (x != x) {
        np_words(vm, v)[2] = 0x7FF80000u;
        return v;
    }
    memcpy(np_words(vm, v) + 1, &x, 8);
    return v;
}

double np_float_value(const np_vm *vm, np_value v)
{
    const uint32_t *o = np_object(vm, v);
    double x;
    uint32_t w[2] = { o[1], o[2] };
    memcpy(&x, w, 8);
    return x;
}

bool np_items(const np_vm *vm, np_value v, uint32_t *count, const uint32_t **items)
{
    uint32_t kind = np_type_of(vm, v);
    if (kind == NP_TUPLE) {
        *items = np_object(vm, v) + 1;
        *count = np_h_words((*items)[-1]) - 1;
        return true;
    }
    if (kind != NP_LIST) return false;
    const uint32_t *w = np_words(vm, v);
    *count = (uint32_t)np_to_int(w[NP_LIST_LEN]);
    *items = w[NP_LIST_ITEMS] == NP_UNBOUND ? w : np_words(vm, w[NP_LIST_ITEMS]) + 1;
    return true;
}

uint32_t np_list_length(const np_vm *vm, np_value list) { return (uint32_t)np_to_int(np_words(vm, list)[NP_LIST_LEN]); }

const uint32_t *np_bytes(const np_vm *vm, np_value v, uint32_t *length)
{
    const uint32_t *o = np_object(vm, v);
    if (np_h_type(o[0]) != NP_BYTEARRAY) {
        *length = np_str_bytes(o);
        return o + NP_STR_DATA;
    }
    *length = (uint32_t)np_to_int(o[NP_LIST_LEN]);
    return o[NP_LIST_ITEMS] == NP_UNBOUND ? o : np_words(vm, o[NP_LIST_ITEMS]) + 1;
}

np_value np_tuple(np_vm *vm, uint32_t from, uint32_t count)
{
    np_value t = np_alloc(vm, NP_TUPLE, 0, 0, 1 + count);
    if (t == NP_UNBOUND) return t;
    for (uint32_t i = 0; i < count; i++) np_words(vm, t)[1 + i] = np_get(vm, from + 4 * i);
    return t;
}

np_value np_list(np_vm *vm, uint32_t from, uint32_t count)
{
    /* one reservation, so that the second allocation can't move the first */
    if (!np_reserve(vm, 4u * (NP_LIST_WORDS + 1 + count))) return np_raise_memory(vm);
    np_value items = count ? np_alloc(vm, NP_ARRAY, 0, 0, 1 + count) : NP_UNBOUND;
    for (uint32_t i = 0; i < count; i++) np_words(vm, items)[1 + i] = np_get(vm, from + 4 * i);
    np_set(vm, NP_TEMP(6), items);
    np_value list = np_alloc(vm, NP_LIST, 0, 0, NP_LIST_WORDS);
    if (list == NP_UNBOUND) return list;
    np_words(vm, list)[NP_LIST_LEN] = np_int((int32_t)count);
    np_words(vm, list)[NP_LIST_ITEMS] = np_get(vm, NP_TEMP(6));
    np_set(vm, NP_TEMP(6), NP_UNBOUND);
    return list;
}

bool np_list_add(np_vm *vm, uint32_t list_slot, uint32_t value_slot)
{
    uint32_t *w = np_words(vm, np_get(vm, list_slot));
    uint32_t n = (uint32_t)np_to_int(w[NP_LIST_LEN]), room = w[NP_LIST_ITEMS] ? np_h_words(*np_words(vm, w[NP_LIST_ITEMS])) - 1 : 0;
    if (n >= room) {
        np_value grown = np_alloc(vm, NP_ARRAY, 0, 0, 1 + n + n / 4 + 3);
        if (grown == NP_UNBOUND) return false;
        w = np_words(vm, np_get(vm, list_slot));
        if (n) memcpy(np_words(vm, grown) + 1, np_words(vm, w[NP_LIST_ITEMS]) + 1, 4u * n);
        w[NP_LIST_ITEMS] = grown;
    }
    np_words(vm, w[NP_LIST_ITEMS])[1 + n] = np_get(vm, value_slot);
    w[NP_LIST_LEN] = np_int((int32_t)n + 1);
    return true;
}

np_value np_cell(np_vm *vm, uint32_t slot)
{
    np_value cell = np_alloc(vm, NP_CELL, 0, 0, NP_CELL_WORDS);
    if (cell != NP_UNBOUND) np_words(vm, cell)[NP_CELL_VALUE] = np_get(vm, slot);
    return cell;
}
