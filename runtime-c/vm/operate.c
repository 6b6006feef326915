/* Operators, comparisons and truth: the slow ways of the instructions. What takes user code is the prelude's. */
#include "attr.h"
#include "call.h"
#include "convert.h"
#include "error.h"
#include "heap.h"
#include "interp.h"
#include "number.h"
#include "sequence.h"
#include "text.h"

int np_truth(const np_vm *vm, np_value v)
{
    switch (np_type_of(vm, v)) {
    case NP_INT: return v != np_int(0);
    case NP_SINGLETON: return v == NP_TRUE || v == NP_ELLIPSIS || v == NP_NOT_IMPLEMENTED;
    case NP_FLOAT: return np_float_value(vm, v) != 0;
    case NP_STR: case NP_BYTES: return np_str_bytes(np_object(vm, v)) != 0;
    case NP_TUPLE: case NP_LIST: case NP_BYTEARRAY: case NP_DICT: case NP_SET: case NP_VIEW: case NP_RANGE: return np_length(vm, v) != 0;
    case NP_INSTANCE: {
        np_value plain = np_plain(vm, v);
        bool number = plain != NP_UNBOUND && np_is_number(vm, plain);       /* a number's truth is not its class's length */
        if (np_override(vm, v, NP_SYM___bool__) != NP_UNBOUND || (!number && np_override(vm, v, NP_SYM___len__) != NP_UNBOUND)) return -1;
        return plain == NP_UNBOUND ? 1 : np_truth(vm, plain);
    }
    default: return 1;
    }
}

np_value np_truth_value(np_vm *vm, np_value v)
{
    int truth = np_truth(vm, v);
    return truth < 0 ? np_tail1(vm, NP_P__truth, v) : np_bool(truth);
}

/* --- arithmetic ------------------------------------------------------------------------------------------------ */

static const char *sign_of(uint32_t op, bool in_place)
{
    switch (op) {
    case NP_ADD: return in_place ? "+=" : "+";
    case NP_SUB: return in_place ? "-=" : "-";
    case NP_MUL: return in_place ? "*=" : "*";
    case NP_AND: return in_place ? "&=" : "&";
    case NP_OR: return in_place ? "|=" : "|";
    case NP_XOR: return in_place ? "^=" : "^";
    case NP_SHL: return in_place ? "<<=" : "<<";
    case NP_SHR: return in_place ? ">>=" : ">>";
    case NP_FDIV: return in_place ? "//=" : "//";
    case NP_MOD: return in_place ? "%=" : "%";
    case NP_DIV: return in_place ? "/=" : "/";
    case NP_POW: return in_place ? "**=" : "** or pow()";
    default: return in_place ? "@=" : "@";
    }
}

static bool is_sequence(uint32_t kind) { return kind == NP_STR || kind == NP_BYTES || kind == NP_BYTEARRAY || kind == NP_LIST || kind == NP_TUPLE; }
static bool is_bytes(uint32_t kind) { return kind == NP_BYTES || kind == NP_BYTEARRAY; }

static np_value concat_bytes(np_vm *vm, np_value x, np_value y, uint32_t kind)
{
    uint32_t nx, ny;
    np_set(vm, NP_TEMP(1), x);
    np_set(vm, NP_TEMP(2), y);
    np_bytes(vm, x, &nx);
    np_bytes(vm, y, &ny);
    if (!np_text_begin(vm)) return NP_UNBOUND;
    uint8_t *to = np_text_room(vm, nx + ny);
    if (!to) return NP_UNBOUND;
    const uint32_t *p = np_bytes(vm, np_get(vm, NP_TEMP(1)), &nx);
    for (uint32_t i = 0; i < nx; i++) to[i] = (uint8_t)np_byte(p, i);
    p = np_bytes(vm, np_get(vm, NP_TEMP(2)), &ny);
    for (uint32_t i = 0; i < ny; i++) to[nx + i] = (uint8_t)np_byte(p, i);
    np_text_take(vm, nx + ny);
    np_value b = np_text_end(vm, NP_BYTES);
    if (kind == NP_BYTES) return b;
    return np_tail1(vm, NP_P__bytearray_of, b);
}

static np_value add_sequences(np_vm *vm, np_value x, np_value y, uint32_t kx, uint32_t ky)
{
    if (kx == NP_STR) {
        if (ky != NP_STR) return np_raise(vm, NP_T_TypeError, "can only concatenate str (not \"%y\") to str", np_typename(vm, y));
        np_set(vm, NP_TEMP(1), x);
        np_set(vm, NP_TEMP(2), y);
        if (np_str_bytes(np_object(vm, y)) == 0) return x;
        if (np_str_bytes(np_object(vm, x)) == 0) return y;
        return np_concat_strings(vm, NP_TEMP(1), 2);
    }
    if (is_bytes(kx)) {
        if (!is_bytes(ky)) return np_raise(vm, NP_T_TypeError, "can't concat %y to %y", np_typename(vm, y), np_typename(vm, x));
        return concat_bytes(vm, x, y, kx);
    }
    if (kx != ky) return np_raise(vm, NP_T_TypeError, "can only concatenate %s (not \"%y\") to %s", kx == NP_LIST ? "list" : "tuple", np_typename(vm, y), kx == NP_LIST ? "list" : "tuple");
    return np_concat_items(vm, x, y);
}

np_value np_binary(np_vm *vm, uint32_t op, bool in_place, np_value x, np_value y)
{
    uint32_t kx = np_type_of(vm, x), ky = np_type_of(vm, y);
    bool of_bits = op >= NP_AND && op <= NP_SHR && (kx == NP_FLOAT || ky == NP_FLOAT);
    if (op != NP_MATMUL && !of_bits && np_is_number(vm, x) && np_is_number(vm, y)) return np_number_op(vm, op, x, y);
    if (op == NP_MOD && is_bytes(kx)) return np_tail2(vm, NP_P__bytes_percent, x, y);
    if (kx == NP_INSTANCE || ky == NP_INSTANCE) {
        np_tail3(vm, NP_P__binary, x, y, np_int((int32_t)op));
        np_set(vm, NP_TEMP(4), np_bool(in_place));
        vm->tail_count = 4;
        return NP_TAIL;
    }
    if (op == NP_ADD && is_sequence(kx)) {
        if (in_place && kx == NP_LIST) return np_tail2(vm, NP_P__list_iadd, x, y);
        if (in_place && kx == NP_BYTEARRAY) return np_tail2(vm, NP_P__bytearray_iadd, x, y);
        return add_sequences(vm, x, y, kx, ky);
    }
    if (op == NP_MUL && (is_sequence(kx) || (is_sequence(ky) && !(in_place && (kx == NP_DICT || kx == NP_SET || kx == NP_RANGE))))) {
        int32_t times;
        if (!is_sequence(kx)) {
            np_value t = x;
            x = y;
            y = t;
            kx = ky;
        }
        if (!np_is_integer(vm, y)) return np_raise_type(vm, "can't multiply sequence by non-int of type '%y'", y);
        if (np_type_of(vm, y) == NP_BIGINT) {
            int64_t wide;
            if (!np_to_int64(vm, y, &wide)) return np_raise(vm, NP_T_OverflowError, "cannot fit 'int' into an index-sized integer");
            times = wide < 0 ? 0 : NP_INT_MAX;
        } else np_to_index(vm, y, &times);
        if (in_place && (kx == NP_LIST || kx == NP_BYTEARRAY)) return np_tail2(vm, NP_P__list_imul, x, np_int(times));
        return np_repeat(vm, x, times);
    }
    if (op == NP_MOD && kx == NP_STR) return np_percent(vm, x, y);
    if (kx == NP_DICT ? op == NP_OR : ((kx == NP_SET && !np_is_number(vm, y)) || kx == NP_VIEW) && (op == NP_SUB || op == NP_AND || op == NP_OR || op == NP_XOR)) {
        if (np_tail3(vm, NP_P__set_binary, x, y, np_int((int32_t)op)) == NP_UNBOUND) return NP_UNBOUND;
        np_set(vm, NP_TEMP(4), np_bool(in_place));
        vm->tail_count = 4;
        return NP_TAIL;
    }
    if (op == NP_OR && (kx == NP_TUPLE || np_is_class(vm, x)) && (y == NP_NONE || np_is_class(vm, y))) {
        np_set(vm, NP_TEMP(1), x);          /* int | None is what isinstance takes */
        np_set(vm, NP_TEMP(2), y);
        return np_tuple(vm, NP_TEMP(1), 2);
    }
    return np_raise_operands(vm, sign_of(op, in_place), x, y);
}

np_value np_add_and(np_vm *vm, np_value x, np_value y, np_value mask)
{
    if (!np_is_number(vm, x) || !np_is_number(vm, y)) return np_tail3(vm, NP_P__add_and, x, y, mask);
    np_value sum = np_number_op(vm, NP_ADD, x, y);
    if (sum == NP_UNBOUND || NP_IS_MARKER(sum)) return sum;
    return np_number_op(vm, NP_AND, sum, mask);
}

np_value np_unary(np_vm *vm, uint32_t opcode, np_value x)
{
    if (opcode == NP_OP_NOT) {
        int truth = np_truth(vm, x);
        return truth < 0 ? np_tail1(vm, NP_P__not, x) : np_bool(!truth);
    }
    if (np_type_of(vm, x) == NP_INSTANCE) return np_tail2(vm, NP_P__unary, x, np_int((int32_t)(opcode - NP_OP_NEG)));
    bool number = np_is_number(vm, x), integer = np_is_integer(vm, x);
    if (opcode == NP_OP_NEG && number) return np_number_neg(vm, x);
    if (opcode == NP_OP_POS && number) return x == NP_TRUE || x == NP_FALSE ? np_int(x == NP_TRUE) : x;
    if (opcode == NP_OP_INV && integer) return np_number_invert(vm, x);
    return np_raise(vm, NP_T_TypeError, "bad operand type for unary %s: '%y'", opcode == NP_OP_NEG ? "-" : opcode == NP_OP_POS ? "+" : "~", np_typename(vm, x));
}

/* --- comparison ------------------------------------------------------------------------------------------------- */

static bool holds(uint32_t comparison, int order)
{
    switch (comparison) {
    case NP_LT: return order < 0;
    case NP_LE: return order <= 0;
    case NP_GT: return order > 0;
    case NP_GE: return order >= 0;
    case NP_EQ: return order == 0;
    default: return order != 0;
    }
}

static np_value not_comparable(np_vm *vm, uint32_t comparison, np_value x, np_value y)
{
    const char *sign = comparison == NP_LT ? "<" : comparison == NP_LE ? "<=" : comparison == NP_GT ? ">" : ">=";
    return np_raise(vm, NP_T_TypeError, "'%s' not supported between instances of '%y' and '%y'", sign, np_typename(vm, x), np_typename(vm, y));
}

np_value np_compare(np_vm *vm, uint32_t comparison, np_value x, np_value y)
{
    bool equality = comparison == NP_EQ || comparison == NP_NE;
    uint32_t kx = np_type_of(vm, x), ky = np_type_of(vm, y);
    if (kx == NP_STR && ky == NP_STR) {
        if (equality) return np_bool(np_str_equal(vm, x, y) == (comparison == NP_EQ));
        return np_bool(holds(comparison, np_str_compare(np_object(vm, x), np_object(vm, y))));
    }
    int order = np_number_compare(vm, x, y);
    if (order == NP_UNORDERED) return np_bool(comparison == NP_NE);
    if (order != NP_NOT_NUMBERS) return np_bool(holds(comparison, order));
    if (equality && kx != NP_INSTANCE && ky != NP_INSTANCE) {
        int same = np_equal(vm, x, y);
        if (same >= 0) return np_bool(same == (comparison == NP_EQ));
    }
    if (is_bytes(kx) && is_bytes(ky)) {
        uint32_t nx, ny;
        const uint32_t *p = np_bytes(vm, x, &nx), *q = np_bytes(vm, y, &ny);
        uint32_t i = 0;
        while (i < nx && i < ny && np_byte(p, i) == np_byte(q, i)) i++;
        order = i < nx && i < ny ? (np_byte(p, i) < np_byte(q, i) ? -1 : 1) : nx < ny ? -1 : nx > ny;
        return np_bool(holds(comparison, order));
    }
    bool nested = (kx == ky && (kx == NP_LIST || kx == NP_TUPLE)) || kx == NP_SET || kx == NP_VIEW;
    if (kx == NP_INSTANCE || ky == NP_INSTANCE || nested || equality) return np_tail3(vm, NP_P__compare, x, y, np_int((int32_t)comparison));
    return not_comparable(vm, comparison, x, y);
}
