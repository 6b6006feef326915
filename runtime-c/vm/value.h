/* Values and objects, as bytecode/FORMAT.md draws them.
 *
 * A value is one word: a small integer (…1), a reference (…00, an offset into the arena) or an immediate (…10).
 * An object is a header word and the words behind it. Objects lie in the arena or, as constants, in an image; a
 * reader does not care which, as long as it goes by words: flash has no byte access on the ESP8266.
 */
#ifndef NP_VALUE_H
#define NP_VALUE_H

#include "inline.h"

#include <stdbool.h>
#include <stdint.h>

typedef uint32_t np_value;

/* A word that may have come from flash, where the ESP8266 loads whole words only: keeps the compiler from loading just the byte that is used. */
NP_INLINE uint32_t np_whole(uint32_t w)
{
#ifdef __XTENSA__
    __asm__("" : "+r"(w));
#endif
    return w;
}

enum { NP_IMM_SINGLETON, NP_IMM_SYMBOL, NP_IMM_CONST, NP_IMM_FUNCTION, NP_IMM_BUILTIN, NP_IMM_TYPE, NP_IMM_MODULE, NP_IMM_TEMPLATE };

#define NP_IMMEDIATE(kind, payload) ((np_value)(((uint32_t)(payload) << 5) | ((uint32_t)(kind) << 2) | 2u))

#define NP_UNBOUND ((np_value)0)
#define NP_NONE NP_IMMEDIATE(NP_IMM_SINGLETON, 0)
#define NP_FALSE NP_IMMEDIATE(NP_IMM_SINGLETON, 1)
#define NP_TRUE NP_IMMEDIATE(NP_IMM_SINGLETON, 2)
#define NP_NOT_IMPLEMENTED NP_IMMEDIATE(NP_IMM_SINGLETON, 3)
#define NP_ELLIPSIS NP_IMMEDIATE(NP_IMM_SINGLETON, 4)
#define NP_SINGLETONS 5u

#define NP_SYMBOL(number) NP_IMMEDIATE(NP_IMM_SYMBOL, number)
#define NP_TYPE_VALUE(number) NP_IMMEDIATE(NP_IMM_TYPE, number)
#define NP_BUILTIN(number) NP_IMMEDIATE(NP_IMM_BUILTIN, number)

/* What a function of the machine answers besides a value; never stored anywhere. NP_UNBOUND says: an exception is set. */
#define NP_TAIL NP_IMMEDIATE(NP_IMM_SINGLETON, 0x100)    /* call vm->tail first; its result is the answer */
#define NP_ENTERED NP_IMMEDIATE(NP_IMM_SINGLETON, 0x101) /* a frame was pushed; its result is the answer */
#define NP_STOP NP_IMMEDIATE(NP_IMM_SINGLETON, 0x102)    /* an iterator is at its end */
#define NP_HALT NP_IMMEDIATE(NP_IMM_SINGLETON, 0x103)    /* leave np_run with vm->halt, the instruction done, its result in vm->result */
#define NP_AGAIN NP_IMMEDIATE(NP_IMM_SINGLETON, 0x104)   /* leave np_run with vm->halt, the instruction not begun */
#define NP_THROWN NP_IMMEDIATE(NP_IMM_SINGLETON, 0x105)  /* a generator was entered, to raise arena.exception where it stands */
#define NP_IS_MARKER(v) (((v) & 31u) == 2u && (v) >= NP_TAIL)

NP_INLINE bool np_is_int(np_value v) { return v & 1u; }
NP_INLINE bool np_is_ref(np_value v) { return (v & 3u) == 0 && v != 0; }
/* The same for what is looked at next by its header: lets "unbound" through, whose header has type 0. */
NP_INLINE bool np_may_be_ref(np_value v) { return (v & 3u) == 0; }
NP_INLINE bool np_is_imm(np_value v, uint32_t kind) { return (v & 31u) == ((kind << 2) | 2u); }
NP_INLINE uint32_t np_payload(np_value v) { return v >> 5; }

/* Small integers have 31 bits. */
#define NP_INT_MAX 0x3FFFFFFF
#define NP_INT_MIN (-0x40000000)
NP_INLINE np_value np_int(int32_t n) { return ((uint32_t)n << 1) | 1u; }
NP_INLINE int32_t np_to_int(np_value v) { return (int32_t)v >> 1; }
NP_INLINE bool np_fits_int(int64_t n) { return n >= NP_INT_MIN && n <= NP_INT_MAX; }
NP_INLINE np_value np_bool(bool b) { return b ? NP_TRUE : NP_FALSE; }

/* Types of objects; 0 stands for a small integer where a type is asked for, 32 + kind for an immediate. */
enum {
    NP_INT = 0, NP_STR, NP_BYTES, NP_FLOAT, NP_BIGINT, NP_TUPLE, NP_ARRAY, NP_LIST, NP_BYTEARRAY, NP_BUFFER, NP_DICT, NP_SET,
    NP_RANGE, NP_SLICE_OBJ, NP_CELL, NP_FUNC, NP_METHOD, NP_CLASS, NP_INSTANCE, NP_GENERATOR, NP_ITER, NP_DESCRIPTOR, NP_TRACEBACK,
    NP_INDEX, NP_VIEW, NP_IDTABLE, NP_OBJECT_TYPES,
    NP_SINGLETON = 32, NP_FUNCTION = 32 + NP_IMM_FUNCTION, NP_BUILTIN_FN = 32 + NP_IMM_BUILTIN, NP_TYPE = 32 + NP_IMM_TYPE,
    NP_MODULE = 32 + NP_IMM_MODULE, NP_TEMPLATE = 32 + NP_IMM_TEMPLATE
};

/* Header: 1 | mark | type:5 | aux2:2 | aux1:1 | size in words:22 */
#define NP_HEADER(type, aux2, aux1, words) \
    (1u | ((uint32_t)(type) << 2) | ((uint32_t)(aux2) << 7) | ((uint32_t)(aux1) << 9) | ((uint32_t)(words) << 10))
#define NP_MARK 2u
#define NP_MAX_WORDS 0x3FFFFFu
NP_INLINE uint32_t np_h_type(uint32_t header) { return (np_whole(header) >> 2) & 31u; }
NP_INLINE uint32_t np_h_aux2(uint32_t header) { return (np_whole(header) >> 7) & 3u; }
NP_INLINE uint32_t np_h_aux1(uint32_t header) { return (np_whole(header) >> 9) & 1u; }
NP_INLINE uint32_t np_h_words(uint32_t header) { return np_whole(header) >> 10; }

/* Types whose words are raw bytes and no values, as a set of bits. */
#define NP_RAW_TYPES ((1u << NP_STR) | (1u << NP_BYTES) | (1u << NP_FLOAT) | (1u << NP_BIGINT) | (1u << NP_BUFFER) | (1u << NP_INDEX))

/* Words of objects, by name. Word 0 is the header. */
enum { NP_STR_HASH = 1, NP_STR_DATA = 2 };
enum { NP_LIST_LEN = 1, NP_LIST_ITEMS = 2, NP_LIST_WORDS = 3 };             /* BYTEARRAY too, with a BUFFER */
enum { NP_DICT_USED = 1, NP_DICT_LIVE, NP_DICT_ENTRIES, NP_DICT_INDEX, NP_DICT_WORDS };
enum { NP_RANGE_START = 1, NP_RANGE_STOP, NP_RANGE_STEP, NP_RANGE_WORDS };  /* SLICE too */
enum { NP_CELL_VALUE = 1, NP_CELL_WORDS };
enum { NP_FUNC_CODE = 1, NP_FUNC_DEFAULTS, NP_FUNC_KWDEFAULTS, NP_FUNC_CELLS };
enum { NP_METHOD_SELF = 1, NP_METHOD_FUNC, NP_METHOD_WORDS };
enum { NP_CLASS_TEMPLATE = 1, NP_CLASS_NAME, NP_CLASS_BASE, NP_CLASS_BASES, NP_CLASS_MRO, NP_CLASS_NAMESPACE, NP_CLASS_SLOTS,
       NP_CLASS_SERIAL, NP_CLASS_WORDS };
/* Of a CLASS: bit 7, its instances have no attributes but their slots; bit 8, it has __getattribute__; bit 9, __setattr__ or that. */
#define NP_CLASS_CLOSED 1u
#define NP_CLASS_READS 2u
enum { NP_INST_CLASS = 1, NP_INST_OVERFLOW, NP_INST_SLOTS };
enum { NP_EXC_ARGS = NP_INST_SLOTS, NP_EXC_CAUSE, NP_EXC_CONTEXT, NP_EXC_TRACEBACK, NP_EXC_SUPPRESS, NP_EXC_WORDS };
enum { NP_EXC_SLOTS = NP_EXC_WORDS - NP_INST_SLOTS };
enum { NP_ITER_SOURCE = 1, NP_ITER_POSITION, NP_ITER_LIVE, NP_ITER_WORDS };
/* What an ITER gives (its bits 7-9). */
enum { NP_ITER_SEQUENCE, NP_ITER_KEYS, NP_ITER_VALUES, NP_ITER_ITEMS };
enum { NP_DESC_GET = 1, NP_DESC_SET, NP_DESC_DELETE, NP_DESC_DOC, NP_DESC_WORDS };
enum { NP_TB_NEXT = 1, NP_TB_FUNCTION, NP_TB_PC, NP_TB_REPEAT, NP_TB_WORDS };
enum { NP_VIEW_DICT = 1, NP_VIEW_WORDS };

/* Frames: on the stack they begin at word 0; in a GENERATOR behind its header. */
enum { NP_FRAME_PREV = 0, NP_FRAME_FUNCTION, NP_FRAME_STATE, NP_FRAME_REGS };
#define NP_GEN_FRAME 1u       /* word of a GENERATOR at which its frame begins */
#define NP_STATE(pc, registers, flags) (1u | ((uint32_t)(flags) << 1) | ((uint32_t)(registers) << 8) | ((uint32_t)(pc) << 16))
#define NP_FLAG_INIT 1u       /* drop the result: it is an __init__ */
#define NP_FLAG_GENERATOR 2u  /* lies in a GENERATOR */
#define NP_FLAG_REPORT 4u     /* reports an exception that nobody caught */
#define NP_FLAG_EVENT 8u      /* calls the dispatcher between two instructions: drop the result, and go on where the frame beneath stands */
NP_INLINE uint32_t np_state_pc(uint32_t s) { return s >> 16; }
NP_INLINE uint32_t np_state_registers(uint32_t s) { return (s >> 8) & 255u; }
NP_INLINE uint32_t np_state_flags(uint32_t s) { return (s >> 1) & 127u; }
enum { NP_GEN_FRESH, NP_GEN_SUSPENDED, NP_GEN_RUNNING, NP_GEN_ENDED };

/* Function records in an image. What few functions have stands before the record, as far as its bits say: from the word before it downwards. */
enum { NP_REC_SHAPE = 0, NP_REC_COUNTS, NP_REC_NAME, NP_REC_CONSTS };
enum { NP_REC_PARAMS = 1, NP_REC_DEFAULTS = 2, NP_REC_OWNER = 4, NP_REC_TABLES = 8 };
#define NP_FN_VARARGS 1u
#define NP_FN_VARKW 2u
#define NP_FN_GENERATOR 4u
#define NP_FN_CAPTURES 8u
#define NP_FN_KWDEFAULTS 16u
#define NP_FN_COROUTINE 32u     /* a generator, too; one of these two at most */
#define NP_FN_ASYNC_GENERATOR 64u
#define NP_FN_BUILTIN 128u      /* part of the language, though its code is the library's */
#define NP_FN_FLAGS (NP_FN_VARARGS | NP_FN_VARKW | NP_FN_GENERATOR | NP_FN_CAPTURES | NP_FN_KWDEFAULTS | NP_FN_COROUTINE | NP_FN_ASYNC_GENERATOR | NP_FN_BUILTIN)
NP_INLINE uint32_t np_rec_registers(const uint32_t *r) { return np_whole(r[NP_REC_SHAPE]) & 255u; }
NP_INLINE uint32_t np_rec_params(const uint32_t *r) { return (np_whole(r[NP_REC_SHAPE]) >> 8) & 255u; }
NP_INLINE uint32_t np_rec_kwonly(const uint32_t *r) { return (np_whole(r[NP_REC_SHAPE]) >> 16) & 255u; }
NP_INLINE uint32_t np_rec_flags(const uint32_t *r) { return np_whole(r[NP_REC_SHAPE]) >> 24; }
NP_INLINE uint32_t np_rec_consts(const uint32_t *r) { return np_whole(r[NP_REC_COUNTS]) & 0xFFFFu; }
NP_INLINE uint32_t np_rec_length(const uint32_t *r) { return np_whole(r[NP_REC_COUNTS]) >> 16; }
NP_INLINE np_value np_rec_name(const uint32_t *r) { return NP_SYMBOL(np_whole(r[NP_REC_NAME]) & 0xFFFFu); }
NP_INLINE uint32_t np_rec_posonly(const uint32_t *r) { return (np_whole(r[NP_REC_NAME]) >> 16) & 255u; }
NP_INLINE const uint32_t *np_rec_code(const uint32_t *r) { return r + NP_REC_CONSTS + np_rec_consts(r); }
/* The word NP_REC_PARAMS, DEFAULTS, OWNER or TABLES; 0 where the function has none. */
uint32_t np_rec_word(const uint32_t *r, uint32_t which);

/* What a record's tables begin with. */
NP_INLINE uint32_t np_tables_ranges(const uint32_t *t) { return np_whole(t[0]) & 0xFFFFu; }
NP_INLINE uint32_t np_tables_captures(const uint32_t *t) { return np_whole(t[0]) >> 16; }

/* Class templates in an image. */
enum { NP_TPL_COUNTS = 0, NP_TPL_NAME, NP_TPL_QUALNAME, NP_TPL_MODULE, NP_TPL_METHODS };
NP_INLINE uint32_t np_tpl_methods(const uint32_t *t) { return np_whole(t[NP_TPL_COUNTS]) & 0xFFFFu; }
NP_INLINE uint32_t np_tpl_slots(const uint32_t *t) { return np_whole(t[NP_TPL_COUNTS]) >> 16 & 0x7FFFu; }
#define NP_TPL_CLOSED 0x80000000u   /* in the counts: the class has __slots__, without __dict__ */

/* Words of an image's head. The count of modules has flags above it, and the count of methods of builtin types, which stand behind the modules. A prelude has
 * entries in the place of globals, and its own table of methods in the place of modules. */
#define NP_IMG_READS_ARGUMENTS 0x10000u
#define NP_IMG_HAS_HANDLER 0x20000u
#define NP_IMG_METHODS_SHIFT 18u
#define NP_LINKED_ENTRIES 0xFFFFu    /* in the place of a type, among those methods: an entry, by its number behind NP_P_LINKED */
enum { NP_IMG_MAGIC = 0, NP_IMG_VERSION, NP_IMG_LENGTH, NP_IMG_BUILD, NP_IMG_CRC = 5, NP_IMG_PRELUDE, NP_IMG_COUNTS = 8,
       NP_IMG_FIRST_SYMBOL, NP_IMG_MAIN, NP_IMG_SYMBOLS, NP_IMG_GLOBAL_NAMES, NP_IMG_TABLES, NP_IMG_FUNCTIONS, NP_IMG_CLASSES,
       NP_IMG_CONSTS, NP_IMG_CONSTS_END, NP_IMG_MODULES, NP_IMG_MODULE_COUNT, NP_IMG_HEAD_WORDS };
#define NP_METHOD_FUNCTION 0x8000u   /* in a method's word: a function of the prelude, not a builtin */
#define NP_IMAGE_MAGIC 0x3149504Eu
#define NP_SNAPSHOT_MAGIC 0x3153504Eu

#endif
