/* Integers of any size and doubles. Operands that are references stay in NP_TEMP(1) and NP_TEMP(2) while something is allocated. */
#include "number.h"
#include "bigmag.h"
#include "error.h"
#include "heap.h"
#include "mathfn.h"
#include "object.h"
#include "text.h"

#include <string.h>

bool np_is_integer(const np_vm *vm, np_value v)
{
    return np_is_int(v) || v == NP_TRUE || v == NP_FALSE || np_type_of(vm, v) == NP_BIGINT;
}
bool np_is_number(const np_vm *vm, np_value v) { return np_is_integer(vm, v) || np_type_of(vm, v) == NP_FLOAT; }

/* The value of a small int or bool. */
static bool small(np_value v, int32_t *n)
{
    if (np_is_int(v)) *n = np_to_int(v);
    else if (v == NP_TRUE || v == NP_FALSE) *n = v == NP_TRUE;
    else return false;
    return true;
}

const uint32_t *np_limbs(const np_vm *vm, np_value v, uint32_t room[1], uint32_t *count, bool *negative)
{
    int32_t n;
    if (small(v, &n)) {
        *negative = n < 0;
        room[0] = n < 0 ? 0u - (uint32_t)n : (uint32_t)n;
        *count = n != 0;
        return room;
    }
    const uint32_t *o = np_object(vm, v);
    *negative = np_h_aux1(o[0]);
    *count = np_h_words(o[0]) - 1;
    return o + 1;
}

np_value np_int_finish(np_vm *vm, np_value ref, uint32_t count, bool negative)
{
    uint32_t *w = np_words(vm, ref);
    count = (uint32_t)np_mag_norm(w + 1, count);
    if (count == 0 || (count == 1 && w[1] <= (uint32_t)NP_INT_MAX + negative)) {
        int32_t n = count ? (int32_t)w[1] : 0;
        np_head(vm)->top = ref;
        return np_int(negative ? -n : n);
    }
    w[0] = NP_HEADER(NP_BIGINT, 0, negative, 1 + count);
    np_head(vm)->top = ref + 4u * (1 + count);
    return ref;
}

np_value np_int64(np_vm *vm, int64_t n)
{
    if (np_fits_int(n)) return np_int((int32_t)n);
    np_value v = np_alloc(vm, NP_BIGINT, 0, 0, 3);
    if (v == NP_UNBOUND) return v;
    uint64_t m = n < 0 ? 0u - (uint64_t)n : (uint64_t)n;
    np_words(vm, v)[1] = (uint32_t)m;
    np_words(vm, v)[2] = (uint32_t)(m >> 32);
    return np_int_finish(vm, v, 2, n < 0);
}

bool np_to_int64(const np_vm *vm, np_value v, int64_t *n)
{
    uint32_t room[1], count;
    bool negative;
    if (!np_is_integer(vm, v)) return false;
    const uint32_t *l = np_limbs(vm, v, room, &count, &negative);
    if (count > 2) return false;
    uint64_t m = (count > 0 ? l[0] : 0) | (count > 1 ? (uint64_t)l[1] << 32 : 0);
    if (m > (uint64_t)INT64_MAX) return false;
    *n = negative ? -(int64_t)m : (int64_t)m;
    return true;
}

bool np_to_double(np_vm *vm, np_value v, double *x)
{
    int32_t n;
    if (small(v, &n)) *x = n;
    else if (np_type_of(vm, v) == NP_FLOAT) *x = np_float_value(vm, v);
    else {
        uint32_t room[1], count;
        bool negative;
        const uint32_t *l = np_limbs(vm, v, room, &count, &negative);
        if (!np_mag_to_double(l, count, x)) {
            np_raise(vm, NP_T_OverflowError, "int too large to convert to float");
            return false;
        }
        if (negative) *x = -*x;
    }
    return true;
}

bool np_to_index(np_vm *vm, np_value v, int32_t *n)
{
    if (small(v, n)) return true;
    if (np_is_integer(vm, v)) np_raise(vm, NP_T_OverflowError, "cannot fit 'int' into an index-sized integer");
    else np_raise_type(vm, "'%y' object cannot be interpreted as an integer", v);
    return false;
}

np_value np_int_from_double(np_vm *vm, double x)
{
    if (x != x) return np_raise(vm, NP_T_ValueError, "cannot convert float NaN to integer");
    if (x - x != 0) return np_raise(vm, NP_T_OverflowError, "cannot convert float infinity to integer");
    if (x > -1e9 && x < 1e9) return np_int((int32_t)x);
    uint32_t count = (uint32_t)np_mag_from_double(NULL, x);
    np_value v = np_alloc(vm, NP_BIGINT, 0, 0, 1 + count);
    if (v == NP_UNBOUND) return v;
    np_mag_from_double(np_words(vm, v) + 1, x);
    return np_int_finish(vm, v, count, x < 0);
}

bool np_text_number(np_vm *vm, uint32_t slot, uint32_t radix)
{
    uint32_t room[1], count, scratch[4];
    bool negative;
    np_limbs(vm, np_get(vm, slot), room, &count, &negative);
    if (negative && !np_text_byte(vm, '-')) return false;
    if (count <= 2) {
        char digits[64];
        const uint32_t *l = np_limbs(vm, np_get(vm, slot), room, &count, &negative);
        for (uint32_t i = 0; i < count; i++) scratch[i] = l[i];
        size_t n = np_mag_to_text(digits, sizeof digits, scratch, count, radix);
        return np_text_raw(vm, digits, (uint32_t)n);
    }
    /* the digits and, behind them, a copy of the limbs that the conversion uses up */
    uint32_t cap = (uint32_t)np_mag_text_room(count, radix);
    uint8_t *p = np_text_room(vm, cap + 4 * count + 4);
    if (!p) return false;
    uint32_t *copy = (uint32_t *)(((uintptr_t)p + cap + 3u) & ~(uintptr_t)3u);
    const uint32_t *l = np_limbs(vm, np_get(vm, slot), room, &count, &negative);
    memcpy(copy, l, 4u * count);
    size_t n = np_mag_to_text((char *)p, cap, copy, count, radix);
    memset(p + n, 0, cap + 4 * count + 4 - n);
    np_text_take(vm, (uint32_t)n);
    return true;
}

/* --- comparison ----------------------------------------------------------------------------------------------- */

int np_number_compare(const np_vm *vm, np_value x, np_value y)
{
    if (np_is_int(x) && np_is_int(y)) return (int32_t)x < (int32_t)y ? -1 : x != y;
    bool fx = np_type_of(vm, x) == NP_FLOAT, fy = np_type_of(vm, y) == NP_FLOAT;
    if ((!fx && !np_is_integer(vm, x)) || (!fy && !np_is_integer(vm, y))) return NP_NOT_NUMBERS;
    uint32_t rx[1], ry[1], nx, ny;
    bool sx, sy;
    if (fx && fy) {
        double a = np_float_value(vm, x), b = np_float_value(vm, y);
        return a < b ? -1 : a > b ? 1 : a == b ? 0 : NP_UNORDERED;
    }
    if (fy) {
        int r = np_number_compare(vm, y, x);
        return r == NP_UNORDERED ? r : -r;
    }
    const uint32_t *b = np_limbs(vm, y, ry, &ny, &sy);
    if (fx) {
        double a = np_float_value(vm, x);
        if (a != a) return NP_UNORDERED;
        if ((a < 0) != sy && (a != 0 || ny)) return a < 0 ? -1 : sy ? 1 : a > 0 || !ny ? 1 : -1;
        int r = -np_mag_cmp_double(b, ny, a);
        return sy ? -r : r;
    }
    const uint32_t *a = np_limbs(vm, x, rx, &nx, &sx);
    if (sx != sy) return sx ? -1 : 1;
    int r = np_mag_cmp(a, nx, b, ny);
    return sx ? -r : r;
}

/* --- doubles -------------------------------------------------------------------------------------------------- */

static np_value float_op(np_vm *vm, uint32_t op, double x, double y)
{
    double div, mod;
    switch (op) {
    case NP_ADD: return np_float(vm, x + y);
    case NP_SUB: return np_float(vm, x - y);
    case NP_MUL: return np_float(vm, x * y);
    case NP_DIV:
        if (y == 0) return np_raise(vm, NP_T_ZeroDivisionError, "float division by zero");
        return np_float(vm, x / y);
    case NP_FDIV:
    case NP_MOD:
        if (y == 0) return np_raise(vm, NP_T_ZeroDivisionError, op == NP_MOD ? "float modulo" : "float floor division by zero");
        np_float_divmod(x, y, &div, &mod);
        return np_float(vm, op == NP_MOD ? mod : div);
    default: {
        if (x == 0 && y < 0 && y - y == 0) return np_raise(vm, NP_T_ZeroDivisionError, "0.0 cannot be raised to a negative power");
        if (x < 0 && x - x == 0 && y - y == 0 && np_floor(y) != y)
            return np_raise(vm, NP_T_ValueError, "a negative number to a fractional power is complex, which nanopy does not have");
        double r = np_pow(x, y);
        if (r - r != 0 && r == r && x - x == 0 && y - y == 0)
            return np_raise(vm, NP_T_OverflowError, "(34, 'Numerical result out of range')");
        return np_float(vm, r);
    }
    }
}

/* --- integers ------------------------------------------------------------------------------------------------- */

typedef struct {
    const uint32_t *l;
    uint32_t n, room[1];
    bool negative;
} operand;

static void load(np_vm *vm, uint32_t slot, operand *o) { o->l = np_limbs(vm, np_get(vm, slot), o->room, &o->n, &o->negative); }

static np_value big_add(np_vm *vm, bool subtract)
{
    operand a, b;
    load(vm, NP_TEMP(1), &a);
    load(vm, NP_TEMP(2), &b);
    np_value r = np_alloc(vm, NP_BIGINT, 0, 0, 2 + (a.n > b.n ? a.n : b.n));
    if (r == NP_UNBOUND) return r;
    load(vm, NP_TEMP(1), &a);
    load(vm, NP_TEMP(2), &b);
    b.negative ^= subtract;
    uint32_t *w = np_words(vm, r) + 1;
    if (a.negative == b.negative) return np_int_finish(vm, r, (uint32_t)np_mag_add(w, a.l, a.n, b.l, b.n), a.negative);
    if (np_mag_cmp(a.l, a.n, b.l, b.n) >= 0) return np_int_finish(vm, r, (uint32_t)np_mag_sub(w, a.l, a.n, b.l, b.n), a.negative);
    return np_int_finish(vm, r, (uint32_t)np_mag_sub(w, b.l, b.n, a.l, a.n), b.negative);
}

static np_value big_mul(np_vm *vm)
{
    operand a, b;
    load(vm, NP_TEMP(1), &a);
    load(vm, NP_TEMP(2), &b);
    if (a.n + b.n > 8 && !np_charge(vm, a.n > 0xFFFFu || b.n > 0xFFFFu ? 0xFFFFFFFFu : a.n * b.n)) return NP_AGAIN;
    np_value r = np_alloc(vm, NP_BIGINT, 0, 0, 1 + a.n + b.n);
    if (r == NP_UNBOUND) return r;
    load(vm, NP_TEMP(1), &a);
    load(vm, NP_TEMP(2), &b);
    uint32_t n = (uint32_t)np_mag_mul(np_words(vm, r) + 1, a.l, a.n, b.l, b.n);
    return np_int_finish(vm, r, n, a.negative != b.negative);
}

/* Quotient (rounded down) or remainder (sign of the divisor). */
static np_value big_divmod(np_vm *vm, bool remainder)
{
    operand a, b;
    load(vm, NP_TEMP(1), &a);
    load(vm, NP_TEMP(2), &b);
    if (b.n == 0) return np_raise(vm, NP_T_ZeroDivisionError, remainder ? "integer modulo by zero" : "integer division or modulo by zero");
    uint64_t work = a.n > b.n ? (uint64_t)b.n * (a.n - b.n + 1) : b.n;
    if (a.n + b.n > 8 && !np_charge(vm, work > 0xFFFFFFFFu ? 0xFFFFFFFFu : (uint32_t)work)) return NP_AGAIN;
    uint32_t qroom = a.n + 1, rroom = (a.n > b.n ? a.n : b.n) + 2;
    np_value block = np_alloc(vm, NP_BIGINT, 0, 0, 1 + qroom + rroom);
    if (block == NP_UNBOUND) return block;
    load(vm, NP_TEMP(1), &a);
    load(vm, NP_TEMP(2), &b);
    uint32_t *keep = np_words(vm, block) + 1, *other = keep + (remainder ? rroom : qroom);
    uint32_t *q = remainder ? other : keep, *r = remainder ? keep : other;
    size_t qn, rn;
    np_mag_divmod(q, &qn, r, &rn, a.l, a.n, b.l, b.n);
    bool adjust = a.negative != b.negative && rn != 0;
    if (!remainder) {
        uint32_t one = 1;
        if (adjust) qn = np_mag_add(q, q, qn, &one, 1);
        return np_int_finish(vm, block, (uint32_t)qn, a.negative != b.negative);
    }
    if (adjust) rn = np_mag_sub(r, b.l, b.n, r, rn);
    return np_int_finish(vm, block, (uint32_t)rn, b.negative);
}

static np_value big_truediv(np_vm *vm)
{
    operand a, b;
    load(vm, NP_TEMP(1), &a);
    load(vm, NP_TEMP(2), &b);
    if (b.n == 0) return np_raise(vm, NP_T_ZeroDivisionError, "division by zero");
    double x;
    if (!np_charge(vm, a.n + 4 * b.n)) return NP_AGAIN;
    np_value scratch = np_alloc(vm, NP_BUFFER, 0, 0, 1 + NP_MAG_TRUEDIV_ROOM(b.n));
    if (scratch == NP_UNBOUND) return scratch;
    load(vm, NP_TEMP(1), &a);
    load(vm, NP_TEMP(2), &b);
    bool fits = np_mag_truediv(a.l, a.n, b.l, b.n, np_words(vm, scratch) + 1, &x);
    np_head(vm)->top = scratch;
    if (!fits) return np_raise(vm, NP_T_OverflowError, "integer division result too large for a float");
    return np_float(vm, a.negative != b.negative ? -x : x);
}

static np_value big_bits(np_vm *vm, enum np_bitop op)
{
    operand a, b;
    load(vm, NP_TEMP(1), &a);
    load(vm, NP_TEMP(2), &b);
    np_value r = np_alloc(vm, NP_BIGINT, 0, 0, 3 + (a.n > b.n ? a.n : b.n));
    if (r == NP_UNBOUND) return r;
    load(vm, NP_TEMP(1), &a);
    load(vm, NP_TEMP(2), &b);
    bool negative;
    uint32_t n = (uint32_t)np_mag_bitop(op, np_words(vm, r) + 1, &negative, a.l, a.n, a.negative, b.l, b.n, b.negative);
    return np_int_finish(vm, r, n, negative);
}

static np_value big_shift(np_vm *vm, bool left)
{
    operand a;
    load(vm, NP_TEMP(1), &a);
    np_value by = np_get(vm, NP_TEMP(2));
    int32_t bits = 0;
    if (!small(by, &bits)) {
        uint32_t room[1], n;
        bool negative;
        np_limbs(vm, by, room, &n, &negative);
        bits = negative ? -1 : NP_INT_MAX;
    }
    if (bits < 0) return np_raise(vm, NP_T_ValueError, "negative shift count");
    if (a.n == 0) return np_int(0);
    uint32_t words = (uint32_t)bits / 32u;
    if (left) {
        if (words > NP_MAX_WORDS - a.n - 4) return np_raise_memory(vm);
        np_value r = np_alloc(vm, NP_BIGINT, 0, 0, 2 + a.n + words);
        if (r == NP_UNBOUND) return r;
        load(vm, NP_TEMP(1), &a);
        return np_int_finish(vm, r, (uint32_t)np_mag_shl(np_words(vm, r) + 1, a.l, a.n, (uint32_t)bits), a.negative);
    }
    if (words >= a.n) return np_int(a.negative ? -1 : 0);
    np_value r = np_alloc(vm, NP_BIGINT, 0, 0, 2 + a.n - words);
    if (r == NP_UNBOUND) return r;
    load(vm, NP_TEMP(1), &a);
    uint32_t *w = np_words(vm, r) + 1, one = 1;
    bool lost;
    size_t n = np_mag_shr(w, a.l, a.n, (uint32_t)bits, &lost);
    if (a.negative && lost) n = np_mag_add(w, w, n, &one, 1);     /* rounds down */
    return np_int_finish(vm, r, (uint32_t)n, a.negative);
}

static np_value int_pow(np_vm *vm)
{
    operand a;
    int32_t e;
    np_value y = np_get(vm, NP_TEMP(2));
    double dx, dy;
    load(vm, NP_TEMP(2), &a);
    if (a.negative) {
        if (!np_to_double(vm, np_get(vm, NP_TEMP(1)), &dx) || !np_to_double(vm, y, &dy)) return NP_UNBOUND;
        return float_op(vm, NP_POW, dx, dy);
    }
    load(vm, NP_TEMP(1), &a);
    if (!small(y, &e)) {
        operand b;
        load(vm, NP_TEMP(2), &b);
        if (a.n == 0) return np_int(0);
        if (a.n == 1 && a.l[0] == 1) return np_int(a.negative && (b.l[0] & 1u) ? -1 : 1);
        return np_raise_memory(vm);
    }
    if (e == 0) return np_int(1);
    uint64_t limbs = ((uint64_t)np_mag_bits(a.l, a.n) * (uint32_t)e) / 32 + 1;
    if (a.n && !(a.n == 1 && a.l[0] == 1)) {
        if (limbs > NP_MAX_WORDS) return np_raise_memory(vm);
        if (limbs > 8 && !np_charge(vm, limbs > 0xFFFFu ? 0xFFFFFFFFu : (uint32_t)(limbs * limbs))) return NP_AGAIN;
    }
    /* left to right: the result so far in NP_TEMP(3), the base in NP_TEMP(4) */
    np_value r = np_get(vm, NP_TEMP(1));
    if (!np_is_int(r) && np_type_of(vm, r) != NP_BIGINT) r = np_int(r == NP_TRUE);
    np_set(vm, NP_TEMP(4), r);
    int bit = 30;
    while (!((uint32_t)e >> bit & 1u)) bit--;
    uint64_t charged = vm->charged;
    int32_t slice = vm->slice;
    uintptr_t fence = vm->fence;
    uint64_t limit = vm->limit;
    vm->limit = UINT64_MAX;                       /* paid for above */
    while (--bit >= 0 && r != NP_UNBOUND && r != NP_AGAIN) {
        np_set(vm, NP_TEMP(1), r);
        np_set(vm, NP_TEMP(2), r);
        r = big_mul(vm);
        if (r == NP_UNBOUND || r == NP_AGAIN || !((uint32_t)e >> bit & 1u)) continue;
        np_set(vm, NP_TEMP(1), r);
        np_set(vm, NP_TEMP(2), np_get(vm, NP_TEMP(4)));
        r = big_mul(vm);
    }
    vm->limit = limit;
    vm->charged = charged;
    vm->slice = slice;
    vm->fence = fence;
    np_set(vm, NP_TEMP(4), NP_UNBOUND);
    return r;
}

static np_value int_op(np_vm *vm, uint32_t op, int32_t x, int32_t y)
{
    switch (op) {
    case NP_ADD: return np_int64(vm, (int64_t)x + y);
    case NP_SUB: return np_int64(vm, (int64_t)x - y);
    case NP_MUL: return np_int64(vm, (int64_t)x * y);
    case NP_AND: return np_int(x & y);
    case NP_OR: return np_int(x | y);
    case NP_XOR: return np_int(x ^ y);
    case NP_SHR:
        if (y < 0) break;
        return np_int(y > 31 ? x >> 31 : x >> y);
    case NP_SHL:
        if (y < 0 || y > 31) break;
        return np_int64(vm, (int64_t)((uint64_t)(int64_t)x << y));
    case NP_FDIV:
    case NP_MOD: {
        if (y == 0) break;
        int32_t q = x / y, r = x % y;
        if (r != 0 && (r ^ y) < 0) {
            q--;
            r += y;
        }
        return op == NP_MOD ? np_int(r) : np_int64(vm, q);
    }
    case NP_DIV:
        if (y == 0) break;
        return np_float(vm, (double)x / (double)y);
    default: break;
    }
    return NP_NOT_IMPLEMENTED;
}

np_value np_number_op(np_vm *vm, uint32_t op, np_value x, np_value y)
{
    int32_t a, b;
    np_set(vm, NP_TEMP(1), x);
    np_set(vm, NP_TEMP(2), y);
    bool fx = np_type_of(vm, x) == NP_FLOAT, fy = np_type_of(vm, y) == NP_FLOAT;
    if (fx || fy) {
        static const char *const signs[] = { "&", "|", "^", "<<", ">>" };
        double dx, dy;
        if (op >= NP_AND && op <= NP_SHR) return np_raise_operands(vm, signs[op - NP_AND], x, y);
        if (!np_to_double(vm, x, &dx) || !np_to_double(vm, y, &dy)) return NP_UNBOUND;
        return float_op(vm, op, dx, dy);
    }
    if ((x == NP_TRUE || x == NP_FALSE) && (y == NP_TRUE || y == NP_FALSE)) {
        if (op == NP_AND) return np_bool(x == NP_TRUE && y == NP_TRUE);
        if (op == NP_OR) return np_bool(x == NP_TRUE || y == NP_TRUE);
        if (op == NP_XOR) return np_bool(x != y);
    }
    if (small(x, &a) && small(y, &b)) {
        np_value r = int_op(vm, op, a, b);
        if (r != NP_NOT_IMPLEMENTED) return r;
    }
    switch (op) {
    case NP_ADD: return big_add(vm, false);
    case NP_SUB: return big_add(vm, true);
    case NP_MUL: return big_mul(vm);
    case NP_AND: return big_bits(vm, NP_BIT_AND);
    case NP_OR: return big_bits(vm, NP_BIT_OR);
    case NP_XOR: return big_bits(vm, NP_BIT_XOR);
    case NP_SHL: return big_shift(vm, true);
    case NP_SHR: return big_shift(vm, false);
    case NP_FDIV: return big_divmod(vm, false);
    case NP_MOD: return big_divmod(vm, true);
    case NP_DIV: return big_truediv(vm);
    default: return int_pow(vm);
    }
}

np_value np_number_neg(np_vm *vm, np_value x)
{
    if (np_type_of(vm, x) == NP_FLOAT) {
        np_set(vm, NP_TEMP(1), x);
        return np_float(vm, -np_float_value(vm, x));
    }
    return np_number_op(vm, NP_SUB, np_int(0), x);
}

np_value np_number_invert(np_vm *vm, np_value x) { return np_number_op(vm, NP_SUB, np_int(-1), x); }
