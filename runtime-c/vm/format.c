/* format(), the % operator and str.format(): everything that runs no user code. The rest is the prelude's.
 *
 * A number or text is written at the end of the text under construction as it is; signs, prefixes, zeros, separators and padding are
 * then put in by opening gaps.
 */
#include "convert.h"
#include "call.h"
#include "dtoa.h"
#include "error.h"
#include "heap.h"
#include "mathfn.h"
#include "native.h"
#include "number.h"
#include "text.h"

#include <string.h>

/* A format specification: of format() or, without fill, grouping and z, of a % conversion. */
typedef struct {
    uint32_t fill, type;                /* code points; type 0: none */
    int32_t width, precision;           /* -1: none */
    uint8_t align, sign, group;         /* characters, 0: none */
    bool alternate, no_negative_zero, aligned;
} np_spec;

#define MOST 0x3FFFFFFF

/* --- layout ----------------------------------------------------------------------------------------------------- */

/* Puts `times` times the character `code` in at byte `at` of the text under construction. */
static bool insert(np_vm *vm, uint32_t at, uint32_t code, uint32_t times)
{
    uint8_t bytes[4];
    uint32_t size = np_utf8_put(bytes, code), total = times;
    if (times > 4u * NP_MAX_WORDS) {
        np_raise_memory(vm);
        return false;
    }
    uint8_t *end = np_text_room(vm, size * times);
    if (!end) return false;
    uint32_t behind = np_text_length(vm) - at;
    uint8_t *p = end - behind;
    memmove(p + size * times, p, behind);
    for (; times; times--)
        for (uint32_t i = 0; i < size; i++) *p++ = bytes[i];
    np_text_take(vm, size * total);
    return true;
}

static uint8_t *written(np_vm *vm) { return (uint8_t *)(np_words(vm, np_head(vm)->open) + NP_STR_DATA); }

/* Pads what stands from byte `start` on, `length` characters, to the width; '=' pads at byte `inner`. */
static bool pad(np_vm *vm, uint32_t start, uint32_t inner, uint32_t length, const np_spec *s)
{
    if (s->width <= (int32_t)length) return true;
    uint32_t n = (uint32_t)s->width - length, left = s->align == '<' ? 0 : s->align == '^' ? n / 2 : n;
    if (left && !insert(vm, s->align == '=' ? inner : start, s->fill, left)) return false;
    return n == left || insert(vm, np_text_length(vm), s->fill, n - left);
}

/* Sign, zeros, separators and padding of the number from byte `start` on, whose integer part has its digits from `digits` on. */
static bool finish_number(np_vm *vm, uint32_t start, uint32_t digits, const np_spec *s)
{
    uint32_t length = np_text_length(vm), count = 0, want, each = s->type == 'b' || s->type == 'o' || (s->type | 32u) == 'x' ? 4 : 3;
    bool zeros = s->align == '=' && s->fill == '0';
    if ((!zeros && !s->group) || (zeros && !s->group && s->width <= (int32_t)(length - start))) return pad(vm, start, digits, length - start, s);
    for (const uint8_t *p = written(vm) + digits; digits + count < length && (*p - (uint32_t)'0' < 10 || (each == 4 && (*p | 32u) - 'a' < 6)); p++) count++;
    if (!count) return pad(vm, start, digits, length - start, s);                                  /* inf, nan */
    int32_t least = zeros ? s->width - (int32_t)(length - start - count) : 0;
    want = count;
    if (least > (int32_t)want) want = s->group ? (uint32_t)least / (each + 1) * each : (uint32_t)least;
    if (want < count) want = count;
    if (s->group) while ((int32_t)(want + (want - 1) / each) < least) want++;
    if (want > count && !insert(vm, digits, '0', want - count)) return false;
    uint32_t separators = s->group ? (want - 1) / each : 0;
    if (separators) {
        if (!insert(vm, digits, s->group, separators)) return false;
        uint8_t *to = written(vm) + digits, *from = to + separators;
        for (uint32_t left = want - separators * each; to != from;) {
            *to++ = *from++;
            if (--left == 0 && to != from) {
                *to++ = s->group;
                left = each;
            }
        }
    }
    return pad(vm, start, digits, np_text_length(vm) - start, s);
}

/* --- numbers ---------------------------------------------------------------------------------------------------- */

/* The int or bool in `slot`; a precision is a least number of digits. */
static bool put_int(np_vm *vm, uint32_t slot, const np_spec *s)
{
    uint32_t start = np_text_length(vm), digits = start, type = s->type, radix = type == 'b' ? 2 : type == 'o' ? 8 : (type | 32u) == 'x' ? 16 : 10;
    np_value v = np_get(vm, slot);
    if (!(np_is_int(v) && radix == 10 ? np_text_int(vm, np_to_int(v)) : np_text_number(vm, slot, radix))) return false;
    if (s->width < 0 && !s->sign && radix == 10 && s->precision < 0 && !s->group) return true;
    if (written(vm)[start] == '-') digits++;
    else if (s->sign) {
        if (!insert(vm, digits++, s->sign, 1)) return false;
    }
    if (type == 'X')
        for (uint8_t *p = written(vm) + digits, *end = written(vm) + np_text_length(vm); p < end; p++) *p -= *p >= 'a' ? 32 : 0;
    int32_t count = (int32_t)(np_text_length(vm) - digits);
    if (s->precision > count && !insert(vm, digits, '0', (uint32_t)(s->precision - count))) return false;
    if (s->alternate && radix != 10) {
        if (!insert(vm, digits, type, 1) || !insert(vm, digits, '0', 1)) return false;
        digits += 2;
    }
    return finish_number(vm, start, digits, s);
}

/* The number in `slot` as a float. */
static bool put_float(np_vm *vm, uint32_t slot, const np_spec *s)
{
    uint32_t start = np_text_length(vm), flags = NP_FMT_NO_SIGN | (s->alternate ? NP_FMT_ALT : 0);
    double x;
    if (!np_to_double(vm, np_get(vm, slot), &x)) return false;
    size_t room = 32, used;
    for (;;) {
        uint8_t *p = np_text_room(vm, (uint32_t)room);
        if (!p) return false;
        used = np_format_double((char *)p, room, x, (char)s->type, s->precision, flags);
        if (used <= room) break;
        room = used;
    }
    np_text_take(vm, (uint32_t)used);
    uint32_t sign = np_signbit(x) && x == x ? '-' : s->sign;
    if (sign == '-' && s->no_negative_zero && np_isfinite(x)) {
        bool zero = true;
        const uint8_t *p = written(vm) + start;
        for (size_t i = 0; i < used && (p[i] | 32) != 'e'; i++) zero &= p[i] < '1' || p[i] > '9';
        if (zero) sign = s->sign;
    }
    if (sign && !insert(vm, start, sign, 1)) return false;
    return finish_number(vm, start, start + (sign != 0), s);
}

/* The text of the plain value in `slot`, or of a str, cut to the precision. */
static bool put_text(np_vm *vm, uint32_t slot, const np_spec *s, uint32_t how)
{
    uint32_t start = np_text_length(vm), chars = 0, i = start;
    if (!np_text_value(vm, slot, how)) return false;
    if (s->width < 0 && s->precision < 0) return true;
    const uint8_t *p = written(vm);
    uint32_t end = np_text_length(vm);
    for (; i < end; i++) {
        if ((p[i] & 0xC0) == 0x80) continue;
        if (s->precision >= 0 && chars == (uint32_t)s->precision) break;
        chars++;
    }
    np_text_take(vm, i - end);                      /* gives back what is cut off */
    return pad(vm, start, start, chars, s);
}

static bool put_char(np_vm *vm, uint32_t code, const np_spec *s)
{
    uint32_t start = np_text_length(vm);
    if (code > 0x10FFFF) {
        np_raise(vm, NP_T_OverflowError, "%%c arg not in range(0x110000)");
        return false;
    }
    return np_text_char(vm, code) && pad(vm, start, start, 1, s);
}

/* --- the specification of format() ------------------------------------------------------------------------------ */

/* The next character, 0 at the end. */
static uint32_t peek(const uint32_t *o, uint32_t at, uint32_t end) { return at < end ? np_str_next(o, &at) : 0; }

static bool is_align(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

/* A number in decimal, -1 without digits, MOST + 1 when it is too large. */
static int32_t decimal(const uint32_t *o, uint32_t *at, uint32_t end)
{
    int32_t n = -1;
    for (; *at < end; ++*at) {
        uint32_t d = np_byte(o + NP_STR_DATA, *at) - '0';
        if (d > 9) break;
        n = n < 0 ? (int32_t)d : n > MOST / 10 - 1 ? MOST + 1 : n * 10 + (int32_t)d;
        if (n > MOST) n = MOST + 1;
    }
    return n;
}

/* Reads bytes at..end-1 of str o. NULL, or the message; one with %v names the whole specification and, with %y, a type. */
static const char *parse_spec(const uint32_t *o, uint32_t at, uint32_t end, np_spec *s)
{
    memset(s, 0, sizeof *s);
    s->fill = ' ';
    s->width = s->precision = -1;
    if (at >= end) return NULL;
    uint32_t next = at, c = np_str_next(o, &next), d;
    bool filled = false;
    if (is_align(peek(o, next, end))) {
        s->fill = c;
        s->align = (uint8_t)peek(o, next, end);
        at = next + 1;
        filled = true;
    } else if (is_align(c)) {
        s->align = (uint8_t)c;
        at = next;
    }
    s->aligned = s->align != 0;
    c = peek(o, at, end);
    if (c == '+' || c == '-' || c == ' ') {
        s->sign = (uint8_t)c;
        at++;
    }
    if (peek(o, at, end) == 'z') {
        s->no_negative_zero = true;
        at++;
    }
    if (peek(o, at, end) == '#') {
        s->alternate = true;
        at++;
    }
    if (!filled && peek(o, at, end) == '0') {
        s->fill = '0';
        if (!s->align) s->align = '=';
        at++;
    }
    s->width = decimal(o, &at, end);
    c = peek(o, at, end);
    if (c == ',' || c == '_') {
        s->group = (uint8_t)c;
        d = peek(o, ++at, end);
        if (d != c && (d == ',' || d == '_')) return "Cannot specify both ',' and '_'.";
    }
    if (peek(o, at, end) == '.') {
        at++;
        s->precision = decimal(o, &at, end);
        if (s->precision < 0) return "Format specifier missing precision";
    }
    if (s->width > MOST || s->precision > MOST) return "Too many decimal digits in format string";
    if (at < end) s->type = np_str_next(o, &at);
    if (at < end) return "Invalid format specifier '%v' for object of type '%y'";
    return NULL;
}

/* How a value is written. */
enum { PUT_INT, PUT_FLOAT, PUT_TEXT, PUT_CHAR, PUT_NONE };

/* What a type letter is for; PUT_NONE: nothing. */
static uint32_t letter_way(uint32_t letter)
{
    uint32_t small = letter | 32u;                   /* no switch: it would become a table of bytes */
    if (letter == 's') return PUT_TEXT;
    if (letter == 'c') return PUT_CHAR;
    if (small - 'e' < 3u || letter == '%') return PUT_FLOAT;
    return letter == 'd' || letter == 'n' || letter == 'b' || letter == 'o' || small == 'x' ? PUT_INT : PUT_NONE;
}

/* Is the specification right for v? The way to write it, PUT_NONE with an exception set. */
static uint32_t check_spec(np_vm *vm, np_value v, np_spec *s)
{
    uint32_t kind = np_type_of(vm, v), t = s->type, own = kind == NP_STR ? PUT_TEXT : kind == NP_FLOAT ? PUT_FLOAT : PUT_INT, way = t ? letter_way(t) : own;
    uint8_t name[5] = { 0 };
    np_utf8_put(name, t ? t : 's');
    bool group_fits = s->group == '_' ? t != 'n' : way == PUT_FLOAT || t == 'd' || !t;
    const char *wrong = NULL, *with = "in", *where = own == PUT_TEXT ? "string format specifier" : "integer format specifier";
    if (s->group && (!group_fits || way == PUT_TEXT || way == PUT_CHAR || way == PUT_NONE)) {
        np_raise(vm, NP_T_ValueError, "Cannot specify '%s' with '%s'.", s->group == ',' ? "," : "_", (const char *)name);
        return PUT_NONE;
    }
    if (t == 'n' && own == PUT_FLOAT) way = PUT_FLOAT;
    if (way == PUT_NONE || (own == PUT_TEXT) != (way == PUT_TEXT) || (own == PUT_FLOAT && way != PUT_FLOAT)) {
        np_raise(vm, NP_T_ValueError, "Unknown format code '%s' for object of type '%y'", (const char *)name, np_typename(vm, v));
        return PUT_NONE;
    }
    if (way == PUT_TEXT) {
        if (!s->align || (s->align == '=' && !s->aligned)) s->align = '<';
        wrong = s->sign ? (s->sign == ' ' ? "Space" : "Sign") : s->no_negative_zero ? "Negative zero coercion (z)" : s->alternate ? "Alternate form (#)" : s->align == '=' ? "'=' alignment" : NULL;
    } else {
        if (way != PUT_FLOAT && (s->precision >= 0 || s->no_negative_zero)) wrong = s->precision >= 0 ? "Precision" : "Negative zero coercion (z)";
        else if (way == PUT_CHAR) {
            wrong = s->sign ? "Sign" : s->alternate ? "Alternate form (#)" : NULL;
            with = "with";
            where = "integer format specifier 'c'";
        }
        if (!s->align) s->align = '>';
        if (s->sign == '-') s->sign = 0;
    }
    if (!wrong) return way;
    np_raise(vm, NP_T_ValueError, "%s not allowed %s %s", wrong, with, where);
    return PUT_NONE;
}

static bool put(np_vm *vm, uint32_t slot, uint32_t way, const np_spec *s)
{
    np_value v = np_get(vm, slot);
    switch (way) {
    case PUT_INT: return put_int(vm, slot, s);
    case PUT_FLOAT: return put_float(vm, slot, s);
    case PUT_CHAR: return put_char(vm, np_is_int(v) ? (uint32_t)np_to_int(v) : v == NP_TRUE ? 1 : v == NP_FALSE ? 0 : 0x110000, s);
    default: return put_text(vm, slot, s, NP_AS_STR);
    }
}

np_value np_format(np_vm *vm, uint32_t slot, uint32_t spec_slot)
{
    np_value v = np_get(vm, slot), spec = np_get(vm, spec_slot);
    if (!np_is_str(vm, spec)) return np_raise_type(vm, "format() argument 2 must be str, not %y", spec);
    uint32_t kind = np_type_of(vm, v), length = np_str_bytes(np_object(vm, spec));
    if (kind == NP_INSTANCE) return np_tail2(vm, NP_P__format, v, spec);
    if (length == 0) return np_to_text(vm, slot, NP_AS_STR);
    if (!np_is_number(vm, v) && kind != NP_STR) return np_raise_type(vm, "unsupported format string passed to %y.__format__", v);
    np_spec s;
    const char *message = parse_spec(np_object(vm, spec), 0, length, &s);
    if (message) {
        np_set(vm, NP_TEMP(4), spec);
        return s.type ? np_raise(vm, NP_T_ValueError, message, NP_TEMP(4), np_typename(vm, v)) : np_raise(vm, NP_T_ValueError, message);
    }
    uint32_t way = check_spec(vm, v, &s);
    if (way == PUT_NONE) return NP_UNBOUND;
    if (!np_text_affordable(vm, v)) return NP_AGAIN;
    if (!np_text_begin(vm) || !put(vm, slot, way, &s)) return NP_UNBOUND;
    return np_text_end(vm, NP_STR);
}

np_value np_b_format(np_vm *vm, uint32_t at, uint32_t n)
{
    if (n == 2) return np_format(vm, at, at + 4);
    if (np_type_of(vm, ARG(0)) != NP_INSTANCE) return np_to_text(vm, at, NP_AS_STR);
    np_value empty = np_text_new(vm, NP_STR, NULL, 0);
    return empty == NP_UNBOUND ? empty : np_tail2(vm, NP_P__format, ARG(0), empty);
}

/* --- % ----------------------------------------------------------------------------------------------------------- */

/* Reads a conversion from behind its '%' on: flags, width, precision, length, letter. false: `*`, a mapping key, or no end. */
static bool parse_percent(const uint32_t *o, uint32_t *at, uint32_t end, np_spec *s)
{
    memset(s, 0, sizeof *s);
    s->fill = ' ';
    s->align = '>';
    s->precision = -1;
    bool zero = false;
    for (; *at < end; ++*at) {
        uint32_t c = np_byte(o + NP_STR_DATA, *at);
        if (c == '-') s->align = '<';
        else if (c == '+' || (c == ' ' && !s->sign)) s->sign = (uint8_t)c;
        else if (c == '#') s->alternate = true;
        else if (c == '0') zero = true;
        else if (c != ' ') break;
    }
    s->width = decimal(o, at, end);
    if (peek(o, *at, end) == '.') {
        ++*at;
        s->precision = decimal(o, at, end);
        if (s->precision < 0) s->precision = 0;
    }
    uint32_t c = peek(o, *at, end);
    if (c == 'l' || c == 'h' || c == 'L') ++*at;
    if (*at >= end || s->width > MOST || s->precision > MOST) return false;
    s->type = np_str_next(o, at);
    if (zero && s->align == '>' && s->type != 's' && s->type != 'r' && s->type != 'a' && s->type != 'c') {
        s->align = '=';
        s->fill = '0';
    }
    return s->type != '(' && s->type != '*';
}

/* Writes the value in `slot` by a conversion: 1 done, 0 exception set, -1 not for this one. */
static int put_percent(np_vm *vm, uint32_t slot, const np_spec *s)
{
    np_value v = np_get(vm, slot);
    uint32_t kind = np_type_of(vm, v);
    switch (s->type) {
    case 's': return np_is_plain(vm, v) ? put_text(vm, slot, s, NP_AS_STR) : -1;
    case 'r': return np_is_plain(vm, v) ? put_text(vm, slot, s, NP_AS_REPR) : -1;
    case 'a': return np_is_plain(vm, v) ? put_text(vm, slot, s, NP_AS_ASCII) : -1;
    case 'c': {
        if (np_is_integer(vm, v)) return put(vm, slot, PUT_CHAR, s);
        if (kind != NP_STR || np_str_chars(np_object(vm, v)) != 1) return -1;
        uint32_t at = 0;
        return put_char(vm, np_str_next(np_object(vm, v), &at), s);
    }
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X': return np_is_integer(vm, v) ? put_int(vm, slot, s) : -1;
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': return np_is_number(vm, v) ? put_float(vm, slot, s) : -1;
    default: return -1;
    }
}

/* _percent_one(conversion, x): one conversion, as "%-5.2d", of a value that the prelude has made fit. */
np_value np_b_percent_one(np_vm *vm, uint32_t at, uint32_t n)
{
    np_spec s;
    uint32_t from = 1;
    np_value v = ARG(1);
    (void)n;
    if (!np_is_str(vm, ARG(0)) || !parse_percent(np_object(vm, ARG(0)), &from, np_str_bytes(np_object(vm, ARG(0))), &s)) return np_raise(vm, NP_T_ValueError, "incomplete format");
    if (!np_text_affordable(vm, v)) return NP_AGAIN;
    if (!np_text_begin(vm)) return NP_UNBOUND;
    int done = put_percent(vm, at + 4, &s);
    if (done > 0) return np_text_end(vm, NP_STR);
    if (done == 0) return NP_UNBOUND;
    char letter[2] = { (char)s.type, 0 };
    v = ARG(1);
    switch (s.type) {
    case 'c': return np_raise(vm, NP_T_TypeError, "%%c requires int or char");
    case 'd': case 'i': case 'u': return np_raise(vm, NP_T_TypeError, "%%%s format: a real number is required, not %y", letter, np_typename(vm, v));
    case 'o': case 'x': case 'X': return np_raise(vm, NP_T_TypeError, "%%%s format: an integer is required, not %y", letter, np_typename(vm, v));
    default: return np_raise_type(vm, "must be real number, not %y", v);
    }
}

static np_value give_up(np_vm *vm)
{
    np_text_abandon(vm);
    return NP_NONE;
}

/* A number whose text costs no more than its bytes. */
static bool cheap(np_vm *vm, np_value v) { return np_type_of(vm, v) != NP_BIGINT || np_h_words(*np_object(vm, v)) < 8; }

/* Byte of the next '%' or, with braces, '{' or '}' from `at` on; `end` if there is none. */
static uint32_t next_mark(const uint32_t *o, uint32_t at, uint32_t end, bool braces)
{
    for (; at < end; at++) {
        uint32_t c = np_byte(o + NP_STR_DATA, at);
        if (braces ? c == '{' || c == '}' : c == '%') break;
    }
    return at;
}

/* fmt % args, which stand in NP_TEMP(1) and NP_TEMP(2), where that needs no user code and goes well; else None. */
static np_value percent_quick(np_vm *vm)
{
    np_value args = np_get(vm, NP_TEMP(2));
    bool tuple = np_type_of(vm, args) == NP_TUPLE;
    uint32_t count = 1, used = 0, i = 0, length = np_str_bytes(np_object(vm, np_get(vm, NP_TEMP(1))));
    const uint32_t *items;
    if (tuple) np_items(vm, args, &count, &items);
    if (!np_work(vm, length)) return NP_AGAIN;
    if (!np_text_begin(vm)) return NP_UNBOUND;
    for (;;) {
        const uint32_t *o = np_object(vm, np_get(vm, NP_TEMP(1)));
        uint32_t mark = next_mark(o, i, length, false);
        if (mark > i) {
            if (!np_text_part(vm, NP_TEMP(1), i, mark - i)) return NP_UNBOUND;
            o = np_object(vm, np_get(vm, NP_TEMP(1)));
        }
        if (mark == length) return used == count ? np_text_end(vm, NP_STR) : give_up(vm);
        i = mark + 1;
        uint32_t letter = i < length ? np_byte(o + NP_STR_DATA, i) : 0;
        if (letter == '%') {
            if (!np_text_byte(vm, '%')) return NP_UNBOUND;
            i++;
            continue;
        }
        if (used == count) return give_up(vm);
        np_value v = np_get(vm, NP_TEMP(2));
        if (tuple) v = np_object(vm, v)[1 + used];
        used++;
        np_set(vm, NP_TEMP(4), v);
        bool bare = letter == 's' || letter == 'd';
        if (bare && np_is_int(v)) {
            if (!np_text_int(vm, np_to_int(v))) return NP_UNBOUND;
            i++;
        } else if (letter == 's' && np_is_str(vm, v)) {
            if (!np_text_slot(vm, NP_TEMP(4))) return NP_UNBOUND;
            i++;
        } else {
            np_spec s;
            if (!parse_percent(o, &i, length, &s) || !cheap(vm, v)) return give_up(vm);
            int done = put_percent(vm, NP_TEMP(4), &s);
            if (done < 0) return give_up(vm);
            if (!done) return NP_UNBOUND;
        }
    }
}

np_value np_percent(np_vm *vm, np_value fmt, np_value args)
{
    np_set(vm, NP_TEMP(1), fmt);
    np_set(vm, NP_TEMP(2), args);
    np_value text = percent_quick(vm);
    return text == NP_NONE ? np_delegate(vm, NP_P__percent_slow, NP_TEMP(1), 2) : text;
}

np_value np_b_percent(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    if (!np_is_str(vm, ARG(0))) return np_raise_type(vm, "must be str, not %y", ARG(0));
    return np_percent(vm, ARG(0), ARG(1));
}
