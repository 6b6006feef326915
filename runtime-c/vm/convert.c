/* Conversions: str(), repr(), int(), float(), bool() and the small builtins about them. What runs user code is the prelude's. */
#include "convert.h"
#include "attr.h"
#include "bigmag.h"
#include "call.h"
#include "dtoa.h"
#include "error.h"
#include "heap.h"
#include "interp.h"
#include "mathfn.h"
#include "native.h"
#include "number.h"
#include "text.h"

/* --- text of plain values -------------------------------------------------------------------------------------- */

bool np_work(np_vm *vm, uint32_t bytes) { return bytes < 64 || np_charge(vm, bytes / 4); }

bool np_text_affordable(np_vm *vm, np_value v)
{
    if (!np_is_ref(v) && !np_is_imm(v, NP_IMM_CONST)) return true;
    uint32_t n = np_h_words(*np_object(vm, v));
    return n < 8 || np_charge(vm, np_type_of(vm, v) != NP_BIGINT ? n : n > 0xFFFFu ? 0xFFFFFFFFu : n * n / 2);
}

void np_text_abandon(np_vm *vm)
{
    np_head(vm)->top = np_head(vm)->open;
    np_head(vm)->open = NP_UNBOUND;
}

bool np_text_span(np_vm *vm, uint32_t slot, uint32_t from, uint32_t length)
{
    uint8_t *to = np_text_room(vm, length);
    if (!to) return false;
    uint32_t all;
    np_copy_bytes(to, np_bytes(vm, np_get(vm, slot), &all), from, length);
    np_text_take(vm, length);
    return true;
}

static bool text_hex(np_vm *vm, uint32_t n, uint32_t digits)
{
    while (digits--) {
        uint32_t d = n >> (4 * digits) & 15u;
        if (!np_text_byte(vm, d + (d < 10 ? '0' : 'a' - 10))) return false;
    }
    return true;
}

static bool text_escape(np_vm *vm, uint32_t c)
{
    uint32_t letter = c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : c == '\'' || c == '"' || c == '\\' ? c : c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U';
    if (!np_text_byte(vm, '\\') || !np_text_byte(vm, letter)) return false;
    return letter == 'x' ? text_hex(vm, c, 2) : letter == 'u' ? text_hex(vm, c, 4) : letter == 'U' ? text_hex(vm, c, 8) : true;
}

/* repr of a str, bytes or bytearray. */
static bool text_quoted(np_vm *vm, uint32_t slot, bool ascii)
{
    uint32_t kind = np_type_of(vm, np_get(vm, slot)), length, at = 0, seen = 0, c = 0;
    const uint32_t *p = np_bytes(vm, np_get(vm, slot), &length);
    bool bytes = kind != NP_STR;
    for (uint32_t i = 0; i < length; i++) {
        c = np_byte(p, i);
        seen |= c == '\'' ? 1u : c == '"' ? 2u : 0;
    }
    uint32_t quote = seen == 1 ? '"' : '\'', escaped = kind == NP_BYTEARRAY ? '\'' : quote;
    bool ok = (kind != NP_BYTEARRAY || np_text_c(vm, "bytearray(")) && (!bytes || np_text_byte(vm, 'b')) && np_text_byte(vm, quote);
    while (ok && at < length) {
        uint32_t from = at, next = at;
        p = np_bytes(vm, np_get(vm, slot), &length);
        for (; at < length; at = next) {
            c = np_char_next(p, bytes, &next);
            if (c < 0x20 || c == escaped || c == '\\' || c == 0x7F || (c >= 0x80 && (bytes || ascii || !np_char_is(c, NP_CHAR_PRINTABLE)))) break;
        }
        if (at > from) ok = np_text_span(vm, slot, from, at - from);
        if (ok && at < length) ok = text_escape(vm, c);
        at = next;
    }
    return ok && np_text_byte(vm, quote) && (kind != NP_BYTEARRAY || np_text_byte(vm, ')'));
}

static bool text_range(np_vm *vm, uint32_t slot)
{
    bool ok = np_text_c(vm, "range(");
    uint32_t last = np_object(vm, np_get(vm, slot))[NP_RANGE_STEP] == np_int(1) ? NP_RANGE_STOP : NP_RANGE_STEP;
    for (uint32_t i = NP_RANGE_START; ok && i <= last; i++)
        ok = (i == NP_RANGE_START || np_text_c(vm, ", ")) && np_text_int(vm, np_to_int(np_object(vm, np_get(vm, slot))[i]));
    return ok && np_text_byte(vm, ')');
}

static bool text_type(np_vm *vm, uint32_t slot)
{
    return np_text_c(vm, "<class '") && np_text_symbol(vm, np_class_name(vm, np_get(vm, slot))) && np_text_c(vm, "'>");
}

bool np_is_plain(const np_vm *vm, np_value v)
{
    uint32_t kind = np_type_of(vm, v);
    return kind <= NP_BIGINT || kind == NP_SINGLETON || kind == NP_BYTEARRAY || kind == NP_RANGE || kind == NP_TYPE || kind == NP_BUILTIN_FN ||
           kind == NP_MODULE;
}

bool np_text_value(np_vm *vm, uint32_t slot, uint32_t how)
{
    np_value v = np_get(vm, slot);
    switch (np_type_of(vm, v)) {
    case NP_INT: return np_text_int(vm, np_to_int(v));
    case NP_BIGINT: return np_text_number(vm, slot, 10);
    case NP_FLOAT: {
        uint8_t *p = np_text_room(vm, 32);
        if (!p) return false;
        np_text_take(vm, (uint32_t)np_repr_double((char *)p, np_float_value(vm, np_get(vm, slot))));
        return true;
    }
    case NP_STR:
        if (how == NP_AS_STR) return np_text_slot(vm, slot);
        /* fall through */
    case NP_BYTES: case NP_BYTEARRAY: return text_quoted(vm, slot, how == NP_AS_ASCII);
    case NP_RANGE: return text_range(vm, slot);
    case NP_TYPE: return text_type(vm, slot);
    case NP_BUILTIN_FN:
        return np_text_c(vm, "<built-in function ") && np_text_symbol(vm, NP_SYMBOL(np_whole(np_natives[np_payload(v)].arity) >> 16)) && np_text_byte(vm, '>');
    case NP_MODULE: return np_text_c(vm, "<module '") && np_text_symbol(vm, np_place(vm, v)[1]) && np_text_c(vm, "'>");
    default: return np_text_c(vm, v == NP_NONE ? "None" : v == NP_TRUE ? "True" : v == NP_FALSE ? "False" : v == NP_ELLIPSIS ? "Ellipsis" : "NotImplemented");
    }
}

/* <function f at 0x…>, <generator object at 0x…> and their likes; the address is what id() gives. */
static np_value text_object(np_vm *vm, uint32_t slot, bool function)
{
    uint32_t address = np_get(vm, slot);
    if (np_is_ref(address)) {
        np_value serial = np_serial(vm, slot);
        if (serial == NP_UNBOUND) return serial;
        address = 0x10000000u + (uint32_t)np_to_int(serial) * 16u;
    }
    const uint32_t *record = function ? np_record(vm, np_get(vm, slot)) : NULL;
    bool ok = np_text_begin(vm) && np_text_byte(vm, '<') && np_text_symbol(vm, np_typename(vm, np_get(vm, slot))) && np_text_c(vm, function ? " " : " object");
    if (ok && function) {
        np_value owner = np_rec_word(record, NP_REC_OWNER);
        if (owner) {
            np_set(vm, NP_TEMP(5), np_place(vm, owner)[NP_TPL_QUALNAME]);
            ok = np_text_slot(vm, NP_TEMP(5)) && np_text_byte(vm, '.');
        }
        ok = ok && np_text_symbol(vm, np_rec_name(record));
    }
    ok = ok && np_text_c(vm, " at 0x") && text_hex(vm, address, 8) && np_text_byte(vm, '>');
    return ok ? np_text_end(vm, NP_STR) : NP_UNBOUND;
}

np_value np_to_text(np_vm *vm, uint32_t slot, uint32_t how)
{
    np_value v = np_get(vm, slot);
    if (np_is_int(v)) return np_text_begin(vm) && np_text_int(vm, np_to_int(v)) ? np_text_end(vm, NP_STR) : NP_UNBOUND;
    uint32_t kind = np_type_of(vm, v);
    if (how == NP_AS_STR && kind == NP_STR) return v;
    if (np_is_builtin_function(vm, v)) {
        bool ok = np_text_begin(vm) && np_text_c(vm, "<built-in function ") && np_text_symbol(vm, np_rec_name(np_record(vm, v))) && np_text_byte(vm, '>');
        return ok ? np_text_end(vm, NP_STR) : NP_UNBOUND;
    }
    if (kind == NP_FUNC || kind == NP_FUNCTION) return text_object(vm, slot, true);
    if (kind == NP_GENERATOR || kind == NP_ITER || kind == NP_CELL) return text_object(vm, slot, false);
    if (!np_is_plain(vm, v)) return how == NP_AS_STR ? np_tail1(vm, NP_P__str, v) : np_tail1(vm, how == NP_AS_ASCII ? NP_P__ascii : NP_P__repr, v);
    if (!np_text_affordable(vm, v)) return NP_AGAIN;
    if (!np_text_begin(vm) || !np_text_value(vm, slot, how)) return NP_UNBOUND;
    return np_text_end(vm, NP_STR);
}

np_value np_b_repr(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return np_to_text(vm, at, NP_AS_REPR); }
np_value np_b_ascii(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return np_to_text(vm, at, NP_AS_ASCII); }

/* _ascii_text(s): s with all but ASCII escaped. */
np_value np_b_ascii_text(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!np_is_str(vm, ARG(0))) return np_raise_type(vm, "must be str, not %y", ARG(0));
    if (!np_text_begin(vm)) return NP_UNBOUND;
    for (uint32_t i = 0; i < np_str_bytes(np_object(vm, ARG(0)));) {
        uint32_t c = np_str_next(np_object(vm, ARG(0)), &i);
        if (!(c < 0x80 ? np_text_byte(vm, c) : text_escape(vm, c))) return NP_UNBOUND;
    }
    return np_text_end(vm, NP_STR);
}

np_value np_new_str(np_vm *vm, uint32_t at, uint32_t n)
{
    if (n == 0) return np_text_new(vm, NP_STR, NULL, 0);
    if (n == 1) return np_to_text(vm, at, NP_AS_STR);
    return np_delegate(vm, NP_P__str_decode, at, n);
}

np_value np_new_bool(np_vm *vm, uint32_t at, uint32_t n) { return n ? np_truth_value(vm, ARG(0)) : NP_FALSE; }

/* --- numbers out of text --------------------------------------------------------------------------------------- */

static bool is_text(const np_vm *vm, np_value v)
{
    uint32_t kind = np_type_of(vm, v);
    return kind == NP_STR || kind == NP_BYTES || kind == NP_BYTEARRAY;
}

/* Ends the message begun with the repr of the text that is no number. */
static np_value bad_literal(np_vm *vm, uint32_t slot, bool ok)
{
    if (!ok || !np_text_value(vm, slot, NP_AS_REPR)) return NP_UNBOUND;
    np_set(vm, NP_TEMP(5), np_text_end(vm, NP_STR));
    return np_raise_with(vm, NP_T_ValueError, NP_TEMP(5));
}

static uint32_t digit(uint32_t c)
{
    if (c - '0' < 10u) return c - '0';
    c |= 32u;
    return c - 'a' < 26u ? c - 'a' + 10 : 99;
}

/* The text in `slot` as an int of a base from 2 to 36, or 0: as its prefix says. */
static np_value parse_int(np_vm *vm, uint32_t slot, uint32_t given)
{
    uint32_t end, at = 0, base = given;
    const uint32_t *p = np_bytes(vm, np_get(vm, slot), &end);
    bool negative = false, after_digit = false, big = false;
    np_trim(p, np_type_of(vm, np_get(vm, slot)) != NP_STR, &at, &end);
    if (at < end && (np_byte(p, at) == '-' || np_byte(p, at) == '+')) negative = np_byte(p, at++) == '-';
    bool zero = at < end && np_byte(p, at) == '0' && given == 0;
    if (at + 2 < end && np_byte(p, at) == '0') {
        uint32_t letter = np_byte(p, at + 1) | 32u, radix = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
        if (radix && (base == 0 || base == radix)) {
            base = radix;
            at += np_byte(p, at + 2) == '_' ? 3 : 2;
            zero = false;
        }
    }
    if (base == 0) base = 10;
    uint32_t value = 0, count = 0;
    for (uint32_t i = at; i < end; i++) {
        uint32_t c = np_byte(p, i), d = digit(c);
        if (c == '_' && after_digit) {
            after_digit = false;
            continue;
        }
        if (d >= base) goto bad;
        after_digit = true;
        count++;
        big |= value >= 0x1000000u;
        value = value * base + d;
    }
    if (!after_digit || (zero && value)) goto bad;
    if (!big) return np_int(negative ? -(int32_t)value : (int32_t)value);

    /* the digits are copied behind the limbs: they may lie in flash, and move */
    uint32_t limbs = (uint32_t)np_mag_limbs_room(count, base), length = end - at;
    if (limbs > 8 && !np_charge(vm, limbs > 0xFFFFu ? 0xFFFFFFFFu : limbs * limbs / 2)) return NP_AGAIN;
    np_value r = np_alloc(vm, NP_BIGINT, 0, 0, 1 + limbs + (length + 3) / 4);
    if (r == NP_UNBOUND) return r;
    uint32_t *w = np_words(vm, r) + 1, all;
    uint8_t *text = (uint8_t *)(w + limbs);
    np_copy_bytes(text, np_bytes(vm, np_get(vm, slot), &all), at, length);
    int32_t used = np_mag_from_text(w, limbs, (const char *)text, length, base);
    return np_int_finish(vm, r, used < 0 ? 0 : (uint32_t)used, negative);

bad:
    return bad_literal(vm, slot, np_text_begin(vm) && np_text_c(vm, "invalid literal for int() with base ") && np_text_int(vm, (int32_t)given) && np_text_c(vm, ": "));
}

np_value np_new_int(np_vm *vm, uint32_t at, uint32_t n)
{
    if (n == 0) return np_int(0);
    np_value v = ARG(0);
    uint32_t kind = np_type_of(vm, v);
    if (n == 2) {
        int32_t base;
        if (np_is_object(vm, ARG(1), NP_INSTANCE)) return np_delegate(vm, NP_P__int_with_base, at, 2);
        if (!np_to_index(vm, ARG(1), &base)) return NP_UNBOUND;
        if (!is_text(vm, v)) return np_raise(vm, NP_T_TypeError, "int() can't convert non-string with explicit base");
        if (base < 0 || base == 1 || base > 36) return np_raise(vm, NP_T_ValueError, "int() base must be >= 2 and <= 36, or 0");
        return parse_int(vm, at, (uint32_t)base);
    }
    if (kind == NP_INT || kind == NP_BIGINT) return v;
    if (v == NP_TRUE || v == NP_FALSE) return np_int(v == NP_TRUE);
    if (kind == NP_FLOAT) return np_int_from_double(vm, np_float_value(vm, v));
    if (is_text(vm, v)) return parse_int(vm, at, 10);
    if (kind == NP_INSTANCE) return np_tail1(vm, NP_P__int_of, v);
    return np_raise_type(vm, "int() argument must be a string, a bytes-like object or a real number, not '%y'", v);
}

np_value np_new_float(np_vm *vm, uint32_t at, uint32_t n)
{
    double x = 0;
    if (n == 0) return np_float(vm, x);
    np_value v = ARG(0);
    uint32_t kind = np_type_of(vm, v);
    if (kind == NP_FLOAT) return v;
    if (np_is_integer(vm, v)) return np_to_double(vm, v, &x) ? np_float(vm, x) : NP_UNBOUND;
    if (kind == NP_INSTANCE) return np_tail1(vm, NP_P__float_of, v);
    if (!is_text(vm, v)) return np_raise_type(vm, "float() argument must be a string or a real number, not '%y'", v);
    uint32_t from = 0, end;
    const uint32_t *p = np_bytes(vm, v, &end);
    np_trim(p, kind != NP_STR, &from, &end);
    if (!np_work(vm, 16 * (end - from))) return NP_AGAIN;
    if (!np_text_begin(vm) || !np_text_span(vm, at, from, end - from)) return NP_UNBOUND;
    uint32_t length = np_text_length(vm);
    bool ok = np_strtod((const char *)(np_words(vm, np_head(vm)->open) + NP_STR_DATA), length, &x);
    np_text_abandon(vm);
    if (ok) return np_float(vm, x);
    return bad_literal(vm, at, np_text_begin(vm) && np_text_c(vm, "could not convert string to float: "));
}

/* --- builtins about numbers ------------------------------------------------------------------------------------- */

np_value np_b_abs(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    np_value v = ARG(0);
    if (np_is_int(v)) return (int32_t)v >= 0 ? v : np_int64(vm, -(int64_t)np_to_int(v));
    if (np_type_of(vm, v) == NP_FLOAT) return np_signbit(np_float_value(vm, v)) ? np_number_neg(vm, v) : v;
    if (np_is_integer(vm, v)) return np_number_compare(vm, v, np_int(0)) < 0 ? np_number_neg(vm, v) : v == NP_TRUE || v == NP_FALSE ? np_int(v == NP_TRUE) : v;
    if (np_type_of(vm, v) == NP_INSTANCE) return np_tail1(vm, NP_P__abs, v);
    return np_raise_type(vm, "bad operand type for abs(): '%y'", v);
}

static np_value in_radix(np_vm *vm, uint32_t at, uint32_t radix, uint32_t letter)
{
    np_value v = ARG(0);
    if (np_type_of(vm, v) == NP_INSTANCE) return np_tail2(vm, NP_P__in_radix, v, np_int((int32_t)radix));
    if (!np_is_integer(vm, v)) return np_raise_type(vm, "'%y' object cannot be interpreted as an integer", v);
    if (!np_text_affordable(vm, v)) return NP_AGAIN;
    if (!np_text_begin(vm)) return NP_UNBOUND;
    if (np_number_compare(vm, ARG(0), np_int(0)) < 0) {
        /* the sign stands before the prefix: the number's own goes into the prefix's last place and is then written over */
        if (!np_text_c(vm, "-0") || !np_text_number(vm, at, radix)) return NP_UNBOUND;
        ((uint8_t *)(np_words(vm, np_head(vm)->open) + NP_STR_DATA))[2] = (uint8_t)letter;
    } else if (!np_text_byte(vm, '0') || !np_text_byte(vm, letter) || !np_text_number(vm, at, radix)) {
        return NP_UNBOUND;
    }
    return np_text_end(vm, NP_STR);
}

np_value np_b_hex(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return in_radix(vm, at, 16, 'x'); }
np_value np_b_oct(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return in_radix(vm, at, 8, 'o'); }
np_value np_b_bin(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return in_radix(vm, at, 2, 'b'); }

np_value np_b_ord(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!is_text(vm, ARG(0))) return np_raise_type(vm, "ord() expected string of length 1, but %y found", ARG(0));
    uint32_t length, next = 0, code;
    const uint32_t *p = np_bytes(vm, ARG(0), &length);
    bool bytes = np_type_of(vm, ARG(0)) != NP_STR;
    if (length) {
        code = np_char_next(p, bytes, &next);
        if (next == length) return np_int((int32_t)code);
    }
    return np_raise(vm, NP_T_TypeError, "ord() expected a character, but string of length %d found", bytes ? (int32_t)length : (int32_t)np_str_chars(np_object(vm, ARG(0))));
}

np_value np_b_chr(np_vm *vm, uint32_t at, uint32_t n)
{
    int32_t code;
    (void)n;
    if (np_type_of(vm, ARG(0)) == NP_INSTANCE) return np_tail1(vm, NP_P__chr, ARG(0));
    int64_t wide;
    if (np_type_of(vm, ARG(0)) != NP_BIGINT) {
        if (!np_to_index(vm, ARG(0), &code)) return NP_UNBOUND;
    } else if (!np_to_int64(vm, ARG(0), &wide) || (code = (int32_t)wide) != wide) {
        return np_raise(vm, NP_T_OverflowError, "Python int too large to convert to C int");
    }
    if (code < 0 || code > 0x10FFFF) return np_raise(vm, NP_T_ValueError, "chr() arg not in range(0x110000)");
    if (!np_text_begin(vm) || !np_text_char(vm, (uint32_t)code)) return NP_UNBOUND;
    return np_text_end(vm, NP_STR);
}

/* A float rounded to so many decimals: its digits, correctly rounded, are read again. */
static np_value round_to(np_vm *vm, double x, int32_t digits)
{
    if (x - x != 0 || digits > 323) return np_float(vm, x);
    if (digits < -308) return np_float(vm, np_copysign(0, x));
    if (!np_text_begin(vm)) return NP_UNBOUND;
    uint32_t room = (uint32_t)np_dtoa_room(x, NP_DTOA_FIXED, digits);
    uint8_t *p = np_text_room(vm, room + 12);
    if (!p) return NP_UNBOUND;
    int32_t point;
    double y = 0;
    uint32_t length = (uint32_t)np_dtoa(x, NP_DTOA_FIXED, digits, (char *)p, &point), count = length;
    if (length) {
        p[length++] = 'e';                      /* digits of d1d2d3 * 10^(point - count) */
        np_text_take(vm, length);
        if (!np_text_int(vm, point - (int32_t)count)) return NP_UNBOUND;
        if (!np_strtod((const char *)(np_words(vm, np_head(vm)->open) + NP_STR_DATA), np_text_length(vm), &y)) y = 0;
    }
    np_text_abandon(vm);
    if (!np_isfinite(y)) return np_raise(vm, NP_T_OverflowError, "rounded value too large to represent");
    return np_float(vm, np_copysign(y, x));
}

np_value np_b_round(np_vm *vm, uint32_t at, uint32_t n)
{
    np_value v = ARG(0);
    uint32_t kind = np_type_of(vm, v);
    int32_t digits = 0;
    bool none = n == 1 || ARG(1) == NP_NONE;
    if (kind == NP_INSTANCE) {
        np_value own = np_class_lookup(vm, np_class_of(vm, v), NP_SYMBOL(NP_SYM___round__)), plain = np_plain(vm, v);
        if (own != NP_UNBOUND) return np_tail(vm, own, at, n);
        if (plain != NP_UNBOUND) kind = np_type_of(vm, v = plain);
    }
    if (!np_is_number(vm, v)) return np_raise_type(vm, "type %y doesn't define __round__ method", v);
    if (!none && !np_to_index(vm, ARG(1), &digits)) return NP_UNBOUND;
    if (kind == NP_FLOAT) return none ? np_int_from_double(vm, np_rint(np_float_value(vm, v))) : round_to(vm, np_float_value(vm, v), digits);
    if (digits < 0) return np_tail2(vm, NP_P__round_int, v, np_int(digits));
    return v == NP_TRUE || v == NP_FALSE ? np_int(v == NP_TRUE) : v;
}

np_value np_m_int_bit_length(np_vm *vm, uint32_t at, uint32_t n)
{
    uint32_t room[1], count;
    bool negative;
    (void)n;
    if (!np_is_integer(vm, ARG(0))) return np_raise_type(vm, "descriptor 'bit_length' doesn't apply to a '%y' object", ARG(0));
    const uint32_t *l = np_limbs(vm, ARG(0), room, &count, &negative);
    return np_int((int32_t)np_mag_bits(l, count));
}

np_value np_m_float_is_integer(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (np_type_of(vm, ARG(0)) != NP_FLOAT) return np_raise_type(vm, "descriptor 'is_integer' doesn't apply to a '%y' object", ARG(0));
    double x = np_float_value(vm, ARG(0));
    return np_bool(np_isfinite(x) && np_floor(x) == x);
}

/* --- keywords --------------------------------------------------------------------------------------------------- */

np_value np_keyword_version(const np_vm *vm, np_value builtin)
{
    uint32_t function;
    switch (np_payload(builtin)) {
    case NP_B_new_int: function = NP_P__int_keywords; break;
    case NP_B_new_str: function = NP_P__str_keywords; break;
    case NP_B_new_bytes: function = NP_P__bytes_keywords; break;
    case NP_B_new_bytearray: function = NP_P__bytearray_keywords; break;
    case NP_B_str_split: case NP_B_bytes_split: function = NP_P__split_keywords; break;
    case NP_B_str_rsplit: case NP_B_bytes_rsplit: function = NP_P__rsplit_keywords; break;
    case NP_B_str_encode: function = NP_P__encode_keywords; break;
    case NP_B_bytes_decode: function = NP_P__decode_keywords; break;
    case NP_B_round: function = NP_P__round_keywords; break;
    case NP_B_new_property: function = NP_P__property_keywords; break;
    default: return NP_UNBOUND;
    }
    return np_linked_method(vm, NP_LINKED_ENTRIES, function - NP_P_LINKED);
}
