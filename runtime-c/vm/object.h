/* What every part of the machine asks of objects: their class, name, identity, hash, equality, and small constructors. */
#ifndef NP_OBJECT_H
#define NP_OBJECT_H

#include "state.h"

/* type(v): a CLASS or a builtin type. */
np_value np_class_of(const np_vm *vm, np_value v);
/* Symbol that names a class, a builtin type, or v's type. */
np_value np_class_name(const np_vm *vm, np_value cls);
np_value np_typename(const np_vm *vm, np_value v);
/* The next class up: base of a CLASS or builtin type; NP_UNBOUND above object. Ignores mro. */
np_value np_class_base(const np_vm *vm, np_value cls);
/* The builtin type at the root of a class's bases. */
uint32_t np_class_root(const np_vm *vm, np_value cls);
/* Words of slots of its instances. */
uint32_t np_class_slots(const np_vm *vm, np_value cls);
bool np_is_class(const np_vm *vm, np_value v);
/* A function of the prelude, which programs see as a builtin. */
bool np_is_builtin_function(const np_vm *vm, np_value v);
bool np_is_subclass(const np_vm *vm, np_value cls, np_value base);
/* Pays for looking along the bases of `cls` for each of `count` classes; false: answer NP_AGAIN. */
bool np_bases_affordable(np_vm *vm, np_value cls, uint32_t count);
bool np_is_instance(const np_vm *vm, np_value v, np_value cls);
bool np_type_is_exception(uint32_t type);
/* A type whose subclasses' instances hold a plain value of it, their *payload*, in their first slot: all there is to derive from but object and exceptions. */
bool np_type_has_payload(uint32_t type);
/* The payload of an instance; unbound for whatever has none. Never an instance itself. */
np_value np_plain(const np_vm *vm, np_value v);
bool np_is_exception_class(const np_vm *vm, np_value v);
bool np_is_exception(const np_vm *vm, np_value v);

/* Length in bytes of a STR or BYTES object. */
static inline uint32_t np_str_bytes(const uint32_t *o) { return 4u * (np_h_words(o[0]) - NP_STR_DATA) - np_h_aux2(o[0]); }
static inline bool np_str_ascii(const uint32_t *o) { return np_h_aux1(o[0]); }
/* Length of a STR in code points. */
uint32_t np_str_chars(const uint32_t *o);
/* The byte at which code point `index` begins (index at most the length). */
uint32_t np_str_offset(const uint32_t *o, uint32_t index);
/* Decodes the code point at byte `*at` and steps over it. */
uint32_t np_str_next(const uint32_t *o, uint32_t *at);
uint32_t np_utf8_put(uint8_t *to, uint32_t code);      /* 1 to 4 bytes */
/* -1, 0, 1 by bytes, which is by code points. */
int np_str_compare(const uint32_t *a, const uint32_t *b);
bool np_str_equal(const np_vm *vm, np_value a, np_value b);   /* two str */
uint32_t np_str_hash(np_vm *vm, np_value v);
/* The symbol of the same text, or v itself if there is none. */
np_value np_symbol_for(np_vm *vm, np_value v);

/* Hash of a value without running user code: false when that takes user code or v is unhashable. */
bool np_hash(np_vm *vm, np_value v, uint32_t *hash);
/* Equality without user code: 1, 0, or -1 when that takes user code (or deep nesting, or much more work than there are items). */
int np_equal(np_vm *vm, np_value a, np_value b);
/* The same for items of a container, which share *most: the work they may take. */
int np_equal_within(np_vm *vm, np_value a, np_value b, uint32_t *most);
/* str(), repr(), ==, hash() and < of v run no user code and do not nest. */
bool np_is_scalar(const np_vm *vm, np_value v);

/* Floats. NaN is made canonical. */
np_value np_float(np_vm *vm, double x);
double np_float_value(const np_vm *vm, np_value v);           /* v is a FLOAT */

/* Items of a list or tuple, for readers: their count and the word at which they begin. false if v is neither. */
bool np_items(const np_vm *vm, np_value v, uint32_t *count, const uint32_t **items);
uint32_t np_list_length(const np_vm *vm, np_value list);

/* The bytes of a BYTES or BYTEARRAY. */
const uint32_t *np_bytes(const np_vm *vm, np_value v, uint32_t *length);

np_value np_tuple(np_vm *vm, uint32_t from_slot, uint32_t count);
np_value np_list(np_vm *vm, uint32_t from_slot, uint32_t count);
/* Appends the value in `value_slot` to the list in `list_slot`. */
bool np_list_add(np_vm *vm, uint32_t list_slot, uint32_t value_slot);
np_value np_cell(np_vm *vm, uint32_t slot);
/* False and an exception when the work may not be afforded. */
bool np_charge(np_vm *vm, uint32_t instructions);

#endif
