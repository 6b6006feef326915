/* Building a str or bytes at the end of the heap, byte by byte, without knowing its length beforehand.
 *
 * Between np_text_begin and np_text_end nothing else may be allocated but through these functions. All return false (or NP_UNBOUND)
 * with MemoryError set when the arena is full; the beginnings are then given up. An error raised in between gives them up too.
 */
#ifndef NP_TEXT_H
#define NP_TEXT_H

#include "state.h"

bool np_text_begin(np_vm *vm);
bool np_text_byte(np_vm *vm, uint32_t byte);
/* Bytes that do not lie in the arena. */
bool np_text_raw(np_vm *vm, const void *bytes, uint32_t length);
/* A message, as np_raise takes it too. */
bool np_text_c(np_vm *vm, const char *string);
bool np_text_int(np_vm *vm, int32_t n);
bool np_text_symbol(np_vm *vm, np_value symbol);
/* The whole str or bytes in a slot, or `length` bytes of it from byte `start`. */
bool np_text_slot(np_vm *vm, uint32_t slot);
bool np_text_part(np_vm *vm, uint32_t slot, uint32_t start, uint32_t length);
/* A code point as UTF-8 (surrogates too). */
bool np_text_char(np_vm *vm, uint32_t code);
bool np_text_fill(np_vm *vm, uint32_t byte, uint32_t count);
/* Room for `count` more bytes; their address is valid until the next call. np_text_take then counts those that were written. */
uint8_t *np_text_room(np_vm *vm, uint32_t count);
void np_text_take(np_vm *vm, uint32_t count);
/* Bytes so far. */
uint32_t np_text_length(np_vm *vm);
/* NP_STR or NP_BYTES. */
np_value np_text_end(np_vm *vm, uint32_t type);

/* Copies bytes out of words, in RAM or flash. */
void np_copy_bytes(uint8_t *to, const uint32_t *words, uint32_t start, uint32_t length);

/* Reads a message byte by byte, 0 at its end. With NP_PACKED_TEXTS strings in the machine's sources that have a blank or a '%', and no line end, are packed:
 * scripts/build/texts.ts makes the table of what bytes from NP_PAIRS_FROM on stand for, two pairs in a word. So nothing else may read such strings. */
enum { NP_PAIRS_FROM = 128, NP_PACKED_DEPTH = 8 };
typedef struct {
    const char *at;
    uint32_t depth;                     /* bytes in `more`, which come before those at `at`, the last first */
    uint8_t more[NP_PACKED_DEPTH];
} np_chars;
extern const uint32_t np_text_pairs[];
uint32_t np_next_char(np_chars *chars);

/* A finished object out of bytes that do not lie in the arena. */
np_value np_text_new(np_vm *vm, uint32_t type, const void *bytes, uint32_t length);

#endif
