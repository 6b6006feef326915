/* Methods of str, and those that bytes and bytearray have in common with it: they work on bodies of bytes, in which a str's
 * characters are code points. Offsets are bytes inside, characters where a program sees them.
 *
 * Scratch slots are NP_TEMP(4) and NP_TEMP(5): arguments may stand in the temps before them.
 */
#include "convert.h"
#include "call.h"
#include "error.h"
#include "heap.h"
#include "native.h"
#include "number.h"
#include "sequence.h"
#include "text.h"

/* A method on a body: of a str, bytes or bytearray. */
typedef struct {
    const uint32_t *p;                  /* valid until something is allocated */
    uint32_t length;
    bool bytes;
} body;

static bool is_bytes(const np_vm *vm, np_value v)
{
    uint32_t kind = np_type_of(vm, v);
    return kind == NP_BYTES || kind == NP_BYTEARRAY;
}

/* The body of self; false, with TypeError set, where a method came to a wrong object. */
static bool self_body(np_vm *vm, uint32_t at, body *b)
{
    np_value v = np_get(vm, at);
    b->bytes = is_bytes(vm, v);
    if (!b->bytes && !np_is_str(vm, v)) {
        np_raise_type(vm, "method doesn't apply to a '%y' object", v);
        return false;
    }
    b->p = np_bytes(vm, v, &b->length);
    return true;
}

/* The body of an argument of self's kind. */
static bool same_body(np_vm *vm, np_value v, const body *self, body *b, const char *message)
{
    b->bytes = self->bytes;
    if (self->bytes ? !is_bytes(vm, v) : !np_is_str(vm, v)) {
        np_raise_type(vm, self->bytes ? "a bytes-like object is required, not '%y'" : message, v);
        return false;
    }
    b->p = np_bytes(vm, v, &b->length);
    return true;
}

/* A new str or bytes out of a part of the object in `slot`; the object itself where it is all of it. */
static np_value part_of(np_vm *vm, uint32_t slot, uint32_t from, uint32_t length)
{
    np_value v = np_get(vm, slot);
    uint32_t all;
    np_bytes(vm, v, &all);
    if (from == 0 && length == all && np_type_of(vm, v) != NP_BYTEARRAY) return v;
    if (!np_text_begin(vm) || !np_text_span(vm, slot, from, length)) return NP_UNBOUND;
    return np_text_end(vm, np_type_of(vm, np_get(vm, slot)) == NP_STR ? NP_STR : NP_BYTES);
}

static bool all_ascii(const np_vm *vm, np_value v) { return np_type_of(vm, v) != NP_STR || np_str_ascii(np_object(vm, v)); }

/* --- searching --------------------------------------------------------------------------------------------------- */

/* A start or end argument, as a slice takes it: an index from 0 to count. */
static bool bound(np_vm *vm, np_value v, uint32_t count, uint32_t if_none, uint32_t *out)
{
    int32_t n;
    *out = if_none;
    if (v == NP_NONE || v == NP_UNBOUND) return true;
    if (np_type_of(vm, v) == NP_BIGINT) n = np_h_aux1(*np_object(vm, v)) ? NP_INT_MIN : NP_INT_MAX;
    else if (!np_is_integer(vm, v)) {
        np_raise(vm, NP_T_TypeError, "slice indices must be integers or None or have an __index__ method");
        return false;
    } else np_to_index(vm, v, &n);
    if (n < 0) n += (int32_t)count;
    *out = n < 0 ? 0 : (uint32_t)n > count ? count + ((uint32_t)n > count) : (uint32_t)n;
    return true;
}

/* Arguments number 2 and 3, start and end, as bytes of self. An empty window from > to where the start is behind the end. */
static bool window(np_vm *vm, uint32_t at, uint32_t n, const body *b, uint32_t *from, uint32_t *to)
{
    np_value self = np_get(vm, at);
    *from = 0;
    *to = b->length;
    if (n < 3) return true;
    bool plain = all_ascii(vm, self);
    uint32_t count = plain ? b->length : np_str_chars(np_object(vm, self));
    if (!bound(vm, ARG(2), count, 0, from) || (n > 3 && !bound(vm, ARG(3), count, count, to))) return false;
    if (n < 4) *to = count;
    if (*to > count) *to = count;
    if (*from > count) {
        *from = b->length + 1;
        *to = b->length;
    } else if (!plain) {
        *from = np_str_offset(np_object(vm, self), *from);
        *to = np_str_offset(np_object(vm, self), *to);
    }
    return true;
}

static int32_t find_last(const uint32_t *hay, uint32_t length, const uint32_t *needle, uint32_t size, uint32_t from)
{
    for (int64_t i = (int64_t)length - size; i >= (int64_t)from; i--)
        if (np_find_bytes(hay, (uint32_t)i + size, needle, size, (uint32_t)i) >= 0) return (int32_t)i;
    return -1;
}

/* The needle of find and its likes: argument 1, for bytes a number too (which then stands in `one`). */
static bool needle_of(np_vm *vm, uint32_t at, const body *self, body *needle, uint32_t *one)
{
    np_value v = ARG(1);
    if (self->bytes && np_is_int(v) && v <= np_int(255)) {
        *one = (uint32_t)np_to_int(v);
        *needle = (body){ one, 1, true };
        return true;
    }
    if (self->bytes && !is_bytes(vm, v)) {
        if (np_is_integer(vm, v)) np_raise(vm, NP_T_ValueError, "byte must be in range(0, 256)");
        else np_raise_type(vm, "argument should be integer or bytes-like object, not '%y'", v);
        return false;
    }
    return same_body(vm, v, self, needle, "must be str, not %y");
}

enum { FIND_FIRST, FIND_LAST, FIND_COUNT };

static np_value search(np_vm *vm, uint32_t at, uint32_t n, uint32_t how, bool strict)
{
    body self, needle;
    uint32_t one, from, to, count = 0;
    if (!self_body(vm, at, &self) || !needle_of(vm, at, &self, &needle, &one) || !window(vm, at, n, &self, &from, &to)) return NP_UNBOUND;
    bool ascii = all_ascii(vm, ARG(0));
    uint32_t looked_at = !ascii ? self.length : from < to ? to - from : 0;      /* characters before the place are counted, if they are of any length */
    if (!np_work(vm, np_search_cost(looked_at, needle.length))) return NP_AGAIN;
    if (how == FIND_COUNT) {
        if (needle.length == 0) {
            if (from > to) return np_int(0);
            for (uint32_t i = from; i < to; i++) count += self.bytes || (np_byte(self.p, i) & 0xC0u) != 0x80u;
            return np_int((int32_t)count + 1);
        }
        for (int32_t i; from <= to && (i = np_find_bytes(self.p, to, needle.p, needle.length, from)) >= 0; count++) from = (uint32_t)i + needle.length;
        return np_int((int32_t)count);
    }
    int32_t found = from > to ? -1 : how == FIND_LAST ? find_last(self.p, to, needle.p, needle.length, from) : np_find_bytes(self.p, to, needle.p, needle.length, from);
    if (found < 0) {
        if (!strict) return np_int(-1);
        return np_raise(vm, NP_T_ValueError, self.bytes ? "subsection not found" : "substring not found");
    }
    if (ascii) return np_int(found);
    for (uint32_t i = 0; i < (uint32_t)found; i++) count += (np_byte(self.p, i) & 0xC0u) != 0x80u;
    return np_int((int32_t)count);
}

static np_value starts(np_vm *vm, uint32_t at, uint32_t n, bool tail)
{
    body self, prefix;
    uint32_t from, to, count = 1;
    const uint32_t *items;
    np_value v = ARG(1);
    if (!self_body(vm, at, &self) || !window(vm, at, n, &self, &from, &to)) return NP_UNBOUND;
    bool tuple = np_type_of(vm, v) == NP_TUPLE;
    if (tuple) np_items(vm, v, &count, &items);
    for (uint32_t i = 0; i < count; i++) {
        np_value item = tuple ? items[i] : v;
        if (self.bytes ? !is_bytes(vm, item) : !np_is_str(vm, item)) {
            if (tuple && self.bytes) return np_raise_type(vm, "a bytes-like object is required, not '%y'", item);
            if (tuple) return np_raise(vm, NP_T_TypeError, "tuple for %s must only contain str, not %y", tail ? "endswith" : "startswith", np_typename(vm, item));
            return np_raise(vm, NP_T_TypeError, "%s first arg must be %s or a tuple of %s, not %y", tail ? "endswith" : "startswith", self.bytes ? "bytes" : "str",
                            self.bytes ? "bytes" : "str", np_typename(vm, item));
        }
        prefix.p = np_bytes(vm, item, &prefix.length);
        if (from > to || prefix.length > to - from) continue;
        if (!np_work(vm, prefix.length)) return NP_AGAIN;
        uint32_t where = tail ? to - prefix.length : from;
        if (np_find_bytes(self.p, where + prefix.length, prefix.p, prefix.length, where) >= 0) return NP_TRUE;
    }
    return NP_FALSE;
}

/* --- stripping and splitting ------------------------------------------------------------------------------------- */

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static np_value strip(np_vm *vm, uint32_t at, uint32_t n, uint32_t sides)
{
    body self, set = { 0 };
    if (!self_body(vm, at, &self)) return NP_UNBOUND;
    bool space = n < 2 || ARG(1) == NP_NONE;
    if (!space && !self.bytes && !np_is_str(vm, ARG(1)))
        return np_raise(vm, NP_T_TypeError, "%sstrip arg must be None or str", sides == STRIP_LEFT ? "l" : sides == STRIP_RIGHT ? "r" : "");
    if (!space && !same_body(vm, ARG(1), &self, &set, "")) return NP_UNBOUND;
    uint32_t from = 0, to = self.length, size;
    if (space) {
        uint32_t left = from, right = to;
        np_trim(self.p, self.bytes, &left, &right);
        if (sides & STRIP_LEFT) from = left;
        if (sides & STRIP_RIGHT) to = left == right ? from : right;
        return part_of(vm, at, from, to - from);
    }
    if (set.length > 64 && !np_work(vm, np_search_cost(self.length + set.length, set.length))) return NP_AGAIN;
    /* a character of self is in the set when its bytes are a part of the set's */
    for (uint32_t next; (sides & STRIP_LEFT) && from < to; from = next) {
        next = from;
        np_char_next(self.p, self.bytes, &next);
        uint32_t bytes[1] = { 0 };
        size = next - from;
        for (uint32_t i = 0; i < size; i++) bytes[0] |= np_byte(self.p, from + i) << (8 * i);
        if (np_find_bytes(set.p, set.length, bytes, size, 0) < 0) break;
    }
    for (uint32_t begin; (sides & STRIP_RIGHT) && from < to; to = begin) {
        begin = np_char_back(self.p, self.bytes, to);
        uint32_t bytes[1] = { 0 };
        size = to - begin;
        for (uint32_t i = 0; i < size; i++) bytes[0] |= np_byte(self.p, begin + i) << (8 * i);
        if (np_find_bytes(set.p, set.length, bytes, size, 0) < 0) break;
    }
    return part_of(vm, at, from, to - from);
}

/* Appends a part of self to the list in NP_TEMP(4). */
static bool add_part(np_vm *vm, uint32_t at, uint32_t from, uint32_t length)
{
    np_value part = part_of(vm, at, from, length);
    if (part == NP_UNBOUND) return false;
    np_set(vm, NP_TEMP(5), part);
    return np_list_add(vm, NP_TEMP(4), NP_TEMP(5));
}

static bool new_list(np_vm *vm)
{
    np_value list = np_list(vm, 0, 0);
    np_set(vm, NP_TEMP(4), list);
    return list != NP_UNBOUND;
}

/* split and rsplit. From the right the parts come in reverse order, and are turned around at the end. */
static np_value split(np_vm *vm, uint32_t at, uint32_t n, bool right)
{
    body self, sep = { 0 };
    int32_t most = -1;
    if (!self_body(vm, at, &self)) return NP_UNBOUND;
    bool space = n < 2 || ARG(1) == NP_NONE, last = false;
    if (!space && !same_body(vm, ARG(1), &self, &sep, "must be str or None, not %y")) return NP_UNBOUND;
    if (!space && sep.length == 0) return np_raise(vm, NP_T_ValueError, "empty separator");
    if (n > 2 && !np_to_index(vm, ARG(2), &most)) return NP_UNBOUND;
    uint32_t cost = np_search_cost(self.length, sep.length);
    if (!np_work(vm, cost > 0x3FFFFFFFu ? 0xFFFFFFFFu : cost * 4)) return NP_AGAIN;
    if (!new_list(vm)) return NP_UNBOUND;
    uint32_t from = 0, to = self.length;                    /* what is still to be split */
    uint32_t low = 0, high = self.length;                   /* the same without white space at the side that is not worked on */
    while (!last) {
        if (!self_body(vm, at, &self)) return NP_UNBOUND;
        uint32_t begin = from, end = to;                    /* of the part found; the next are to the right of end or left of begin */
        if (space) {
            /* drops white space at the side that is worked on, and behind the last part at the other too */
            uint32_t left = right ? low : from, stop = right ? to : high, k, probe;
            np_trim(self.p, self.bytes, &left, &stop);
            low = left;
            high = stop;
            if (left == stop) break;
            if (most == 0) {
                last = true;
                begin = right ? from : left;
                end = right ? stop : to;
            } else if (right) {
                end = begin = stop;
                while (begin > left && (probe = k = np_char_back(self.p, self.bytes, begin), !np_char_space(np_char_next(self.p, self.bytes, &probe), self.bytes))) begin = k;
                to = begin;
            } else {
                begin = end = left;
                while (end < stop && (k = end, !np_char_space(np_char_next(self.p, self.bytes, &k), self.bytes))) end = k;
                from = end;
            }
        } else {
            if (!same_body(vm, ARG(1), &self, &sep, "")) return NP_UNBOUND;
            int32_t found = most == 0 ? -1 : right ? find_last(self.p, to, sep.p, sep.length, from) : np_find_bytes(self.p, to, sep.p, sep.length, from);
            if (found < 0) last = true;
            else if (right) begin = (uint32_t)found + sep.length, to = (uint32_t)found;
            else end = (uint32_t)found, from = (uint32_t)found + sep.length;
        }
        if (most > 0) most--;
        if (!add_part(vm, at, begin, end - begin)) return NP_UNBOUND;
    }
    uint32_t *w = np_words(vm, np_get(vm, NP_TEMP(4))), count = (uint32_t)np_to_int(w[NP_LIST_LEN]);
    if (right && count) {
        w = np_words(vm, w[NP_LIST_ITEMS]) + 1;
        for (uint32_t i = 0, k = count - 1; i < k; i++, k--) {
            np_value t = w[i];
            w[i] = w[k];
            w[k] = t;
        }
    }
    return np_get(vm, NP_TEMP(4));
}

/* --- joining and replacing ---------------------------------------------------------------------------------------- */

static np_value join(np_vm *vm, uint32_t at)
{
    body self, item;
    uint32_t count, total = 0;
    const uint32_t *items;
    if (!self_body(vm, at, &self)) return NP_UNBOUND;
    if (!np_items(vm, ARG(1), &count, &items)) return np_tail2(vm, NP_P__join, ARG(0), ARG(1));
    for (uint32_t i = 0; i < count; i++) {
        if (self.bytes ? np_is_object(vm, items[i], NP_INSTANCE) : np_plain(vm, items[i]) != NP_UNBOUND) return np_tail2(vm, NP_P__join, ARG(0), ARG(1));
        if (self.bytes ? !is_bytes(vm, items[i]) : !np_is_str(vm, items[i]))
            return np_raise(vm, NP_T_TypeError, self.bytes ? "sequence item %d: expected a bytes-like object, %y found" : "sequence item %d: expected str instance, %y found",
                            (int32_t)i, np_typename(vm, items[i]));
        np_bytes(vm, items[i], &item.length);
        total += item.length;
        if (total > 4u * NP_MAX_WORDS) return np_raise_memory(vm);
    }
    if (count > NP_MAX_WORDS || (self.length && count > 4u * NP_MAX_WORDS / self.length)) return np_raise_memory(vm);
    if (!np_work(vm, total + 16 * count)) return NP_AGAIN;
    if (count == 1 && np_type_of(vm, items[0]) != NP_BYTEARRAY && np_type_of(vm, ARG(0)) != NP_BYTEARRAY) return items[0];
    uint32_t all = total + (count ? (count - 1) * self.length : 0);
    uint8_t *to = np_text_begin(vm) ? np_text_room(vm, all) : NULL;
    if (!to) return NP_UNBOUND;
    /* nothing is allocated from here on */
    self_body(vm, at, &self);
    np_items(vm, ARG(1), &count, &items);
    for (uint32_t i = 0; i < count; i++) {
        if (i && self.length) {
            np_copy_bytes(to, self.p, 0, self.length);
            to += self.length;
        }
        item.p = np_bytes(vm, items[i], &item.length);
        np_copy_bytes(to, item.p, 0, item.length);
        to += item.length;
    }
    np_text_take(vm, all);
    return np_text_end(vm, self.bytes ? NP_BYTES : NP_STR);
}

static np_value replace(np_vm *vm, uint32_t at, uint32_t n)
{
    body self, old, new;
    int32_t most = -1;
    if (!self_body(vm, at, &self)) return NP_UNBOUND;
    for (uint32_t i = 1; i < 3 && !self.bytes; i++)
        if (!np_is_str(vm, ARG(i))) return np_raise(vm, NP_T_TypeError, "replace() argument %d must be str, not %y", (int32_t)i, np_typename(vm, ARG(i)));
    if (!same_body(vm, ARG(1), &self, &old, "") || !same_body(vm, ARG(2), &self, &new, "")) return NP_UNBOUND;
    if (n > 3 && !np_to_index(vm, ARG(3), &most)) return NP_UNBOUND;
    if (!np_work(vm, np_search_cost(self.length, old.length))) return NP_AGAIN;
    if (np_find_bytes(self.p, self.length, old.p, old.length, 0) < 0) return part_of(vm, at, 0, self.length);
    uint32_t from = 0, next = 0, old_length = old.length, new_length = new.length;
    if (!np_text_begin(vm)) return NP_UNBOUND;
    for (; most != 0; most -= most > 0) {
        self_body(vm, at, &self);
        same_body(vm, ARG(1), &self, &old, "");
        int32_t found = np_find_bytes(self.p, self.length, old.p, old_length, next);
        if (found < 0) break;
        if ((uint32_t)found > from && !np_text_span(vm, at, from, (uint32_t)found - from)) return NP_UNBOUND;
        if (new_length && !np_text_span(vm, at + 8, 0, new_length)) return NP_UNBOUND;
        from = next = (uint32_t)found + old_length;
        if (old_length) continue;
        if (next >= self.length) break;
        self_body(vm, at, &self);
        np_char_next(self.p, self.bytes, &next);             /* an empty text stands between any two characters */
    }
    if (from < self.length && !np_text_span(vm, at, from, self.length - from)) return NP_UNBOUND;
    return np_text_end(vm, self.bytes ? NP_BYTES : NP_STR);
}

/* --- characters --------------------------------------------------------------------------------------------------- */

enum { CASE_UPPER, CASE_LOWER, CASE_SWAP, CASE_TITLE, CASE_CAPITAL, CASE_FOLD };

static np_value change_case(np_vm *vm, uint32_t at, uint32_t how)
{
    body self;
    if (!self_body(vm, at, &self)) return NP_UNBOUND;
    if (!np_work(vm, self.length * 8)) return NP_AGAIN;
    if (!np_text_begin(vm)) return NP_UNBOUND;
    bool inside = false;                                     /* behind a cased character */
    uint8_t *to = NULL;                                      /* where each character is a byte and stays one */
    if (all_ascii(vm, ARG(0))) {
        to = np_text_room(vm, self.length);
        if (!to) return NP_UNBOUND;
        np_text_take(vm, self.length);
        self_body(vm, at, &self);
    }
    for (uint32_t i = 0; i < self.length;) {
        if (!to) self_body(vm, at, &self);
        uint32_t c = np_char_next(self.p, self.bytes, &i), small = c, capital = c;
        if (!self.bytes || c < 0x80) small = np_char_lower(c), capital = np_char_upper(c);
        bool upper = how == CASE_UPPER || (how == CASE_SWAP && small == c) || (how >= CASE_TITLE && how != CASE_FOLD && !inside);
        bool sharp = c == 0xDF && !self.bytes && (upper || how == CASE_FOLD);
        inside = how == CASE_CAPITAL || small != c || capital != c || c == 0xDF;
        if (how == CASE_FOLD && (c == 0x3C2 || c == 0xB5)) small = c == 0xB5 ? 0x3BC : 0x3C3;
        c = upper ? capital : small;
        if (sharp) {
            if (!np_text_byte(vm, upper ? 'S' : 's')) return NP_UNBOUND;
            c = upper && how != CASE_TITLE && how != CASE_CAPITAL ? 'S' : 's';
        }
        if (to) *to++ = (uint8_t)c;
        else if (!np_text_char(vm, c)) return NP_UNBOUND;
    }
    return np_text_end(vm, self.bytes ? NP_BYTES : NP_STR);
}

/* Are all characters such, and is there one? For cases: is there one, and none of the other case. */
static np_value is_all(np_vm *vm, uint32_t at, uint32_t what)
{
    body self;
    if (!self_body(vm, at, &self)) return NP_UNBOUND;
    if (!np_work(vm, self.length * 4)) return NP_AGAIN;
    bool any = what == NP_CHAR_PRINTABLE;
    for (uint32_t i = 0; i < self.length;) {
        uint32_t c = np_char_next(self.p, self.bytes, &i);
        if (self.bytes && c >= 0x80) {
            if (what < NP_CHAR_UPPER) return NP_FALSE;
        } else if (what >= NP_CHAR_UPPER) {
            if (np_char_is(c, what == NP_CHAR_UPPER ? NP_CHAR_LOWER : NP_CHAR_UPPER)) return NP_FALSE;
            any |= np_char_is(c, what);
        } else {
            if (what == NP_CHAR_SPACE ? !np_char_space(c, self.bytes) : !np_char_is(c, what)) return NP_FALSE;
            any = true;
        }
    }
    return np_bool(any);
}

np_value np_b_change_case(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    return change_case(vm, at, (uint32_t)np_to_int(ARG(1)));
}

np_value np_b_is_all(np_vm *vm, uint32_t at, uint32_t n)
{
    (void)n;
    return is_all(vm, at, (uint32_t)np_to_int(ARG(1)));
}

/* --- the rows of builtins.def --------------------------------------------------------------------------------------- */

#define STR(name, call) np_value np_m_str_##name(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return call; }
#define BYTES(name, call) STR(name, call) np_value np_m_bytes_##name(np_vm *vm, uint32_t at, uint32_t n) { (void)n; return call; }

BYTES(find, search(vm, at, n, FIND_FIRST, false))
BYTES(rfind, search(vm, at, n, FIND_LAST, false))
BYTES(index, search(vm, at, n, FIND_FIRST, true))
BYTES(rindex, search(vm, at, n, FIND_LAST, true))
BYTES(count, search(vm, at, n, FIND_COUNT, false))
BYTES(startswith, starts(vm, at, n, false))
BYTES(endswith, starts(vm, at, n, true))
BYTES(strip, strip(vm, at, n, STRIP_LEFT | STRIP_RIGHT))
BYTES(lstrip, strip(vm, at, n, STRIP_LEFT))
BYTES(rstrip, strip(vm, at, n, STRIP_RIGHT))
BYTES(split, split(vm, at, n, false))
BYTES(rsplit, split(vm, at, n, true))
BYTES(join, join(vm, at))
BYTES(replace, replace(vm, at, n))
BYTES(upper, change_case(vm, at, CASE_UPPER))
BYTES(lower, change_case(vm, at, CASE_LOWER))
