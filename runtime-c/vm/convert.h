/* Text of values that run no user code, and what conversions, formats and the text methods share. */
#ifndef NP_CONVERT_H
#define NP_CONVERT_H

#include "state.h"

enum { NP_AS_STR, NP_AS_REPR, NP_AS_ASCII };

/* Has v a text that neither runs user code nor allocates but in the text under construction? */
bool np_is_plain(const np_vm *vm, np_value v);
/* Appends str, repr or ascii of the plain value in `slot` to the text under construction. */
bool np_text_value(np_vm *vm, uint32_t slot, uint32_t how);
/* str() or repr() of the value in `slot`, whatever it is: a value or a marker. */
np_value np_to_text(np_vm *vm, uint32_t slot, uint32_t how);
/* Bytes from..from+length-1 of the str, bytes or bytearray in `slot`. */
bool np_text_span(np_vm *vm, uint32_t slot, uint32_t from, uint32_t length);
/* Gives the text under construction up. */
void np_text_abandon(np_vm *vm);

/* fmt % args, fmt a str: a value or a marker. */
np_value np_percent(np_vm *vm, np_value fmt, np_value args);

/* Pays for native work on so many bytes; false: answer NP_AGAIN. */
bool np_work(np_vm *vm, uint32_t bytes);
/* The same for the text of v. */
bool np_text_affordable(np_vm *vm, np_value v);

/* What calling the builtin does with keyword arguments: a function of the prelude, or unbound where it takes none. */
np_value np_keyword_version(const np_vm *vm, np_value builtin);

/* --- characters (chars.c) --- */
enum { NP_CHAR_ALPHA, NP_CHAR_DECIMAL, NP_CHAR_DIGIT, NP_CHAR_NUMERIC, NP_CHAR_ALNUM, NP_CHAR_SPACE, NP_CHAR_PRINTABLE, NP_CHAR_UPPER, NP_CHAR_LOWER };
bool np_char_is(uint32_t code, uint32_t what);
uint32_t np_char_upper(uint32_t code);
uint32_t np_char_lower(uint32_t code);
/* The character at byte *at of a body of bytes, stepping over it: a code point of a str, a byte of others. */
uint32_t np_char_next(const uint32_t *body, bool bytes, uint32_t *at);
/* The byte at which the character that ends before byte `at` begins. */
uint32_t np_char_back(const uint32_t *body, bool bytes, uint32_t at);
bool np_char_space(uint32_t code, bool bytes);
/* Moves *from and *to over white space at the ends. */
void np_trim(const uint32_t *body, bool bytes, uint32_t *from, uint32_t *to);

#endif
