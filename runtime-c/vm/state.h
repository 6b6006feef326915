/* The machine's state: the arena's header (part of a snapshot) and struct np_vm (rebuilt at each start).
 *
 * Arena: header | globals | objects … top | free | sp … frames | end.
 * A *slot* names a word outside all objects, so that C code can hold on to a value over an allocation: objects move. In the header and the
 * globals it is the word's byte offset. Frames move too, those in generators with their objects, all others when the arena gets another size: the
 * slot of a register is odd, its distance from fp plus 1, and is resolved when it is used.
 */
#ifndef NP_STATE_H
#define NP_STATE_H

#include "np.h"
#include "np_tables.h"
#include "value.h"

/* Scratch slots for C code and for the arguments of calls that C code asks for. */
#define NP_TEMPS 8u

/* The arena's header. Offsets are part of the snapshot format. */
typedef struct {
    uint32_t nothing;           /* what "unbound" reads as an object's header: NP_NOTHING, of type 0, so that a look at an object's type needs no test for it */
    uint32_t size;              /* of the arena, bytes */
    uint32_t top;               /* end of the objects */
    uint32_t sp;                /* lowest frame on the stack; the arena's size when there is none */
    uint32_t fp;                /* frame that runs; 0 when the program has ended */
    uint32_t globals;           /* their count */
    uint32_t alarm[2];          /* when the dispatcher is called without an event; 0: never */
    np_value dispatcher;        /* what is called when an event for a handler or the alarm is due, or unbound */
    np_value exception;         /* being raised; unbound at any time a snapshot can be taken */
    np_value traceback;         /* of that */
    np_value handled;           /* what a bare raise means; None if nothing */
    np_value open;              /* string under construction, last object of the heap */
    np_value temps[NP_TEMPS];
    np_value ids;               /* IDTABLE or unbound */
    np_value argv;              /* list or unbound */
    np_value attributes;        /* of functions: a dict of their dicts, or unbound */
    np_value mailbox;           /* events that wait to be taken: a list of tuples (kind, source, payload), or unbound */
    np_value answer;            /* to an invocation, for the board to take: a tuple (id, status, text), or unbound */
    uint32_t next_id;
    uint32_t outcome;           /* bits 0-7 np_status at the end of the program, or NP_SLICE; 8: an event ends the wait; 9: an event for a handler waits; 10: RAM may be lost in the wait; 11: the dispatcher runs; 16-23: exit code */
    uint32_t instructions[2];   /* executed so far: low, high word */
    uint32_t written[2];        /* bytes that the program has written and read */
    uint32_t read[2];
    uint32_t clock[2];          /* the instance's microseconds, as of the last look at the board's clock */
    uint32_t wake[2];           /* when the wait ends, all ones: never; 0 while the program does not wait */
} np_arena_header;

#define NP_NOTHING 1u

#define NP_SLOT(field) ((uint32_t)offsetof(np_arena_header, field))
#define NP_TEMP(i) (NP_SLOT(temps) + 4u * (uint32_t)(i))
#define NP_GLOBALS_AT ((uint32_t)sizeof(np_arena_header))

/* Attribute cache: what a symbol means for instances of a class (or objects of a builtin type). Emptied when objects move or classes change. */
typedef struct {
    np_value owner;             /* CLASS reference, or builtin type */
    np_value name;
    np_value found;             /* small int: word of the instance that holds it; else the class attribute */
    uint32_t unused;            /* a power of two is cheaper to find */
} np_cache_entry;
#define NP_CACHE_ENTRIES 32u

struct np_vm {
    uint8_t *arena;             /* may move within any call of the port but clock_us and read */
    const np_port *port;
    const uint32_t *images[2];  /* prelude, program */
    uint32_t first_symbol;      /* of the program */
    int32_t budget;             /* instructions left in this slice, while the loop does not run; may fall below 0 */
    uintptr_t fence;            /* while it runs: an address ahead of pc by 4 * (instructions left - the longest line) */
    /* what the loop would keep in registers, had the lx106 more than four that survive a call */
    const uint32_t *code, *consts;
    const void *const *dispatch;
    int32_t slice;              /* what the slice began with */
    bool running;               /* the loop runs: the count is in fence and pc */
    uint64_t charged;           /* native work in this slice, beyond the instructions themselves */
    uint32_t stack_floor;       /* frames may not go below: three quarters of the arena */
    uint64_t limit;
    np_value tail;              /* see NP_TAIL: a callable; its arguments stand at tail_at, the slot before them is free */
    uint32_t tail_at, tail_count;
    np_value tail_sent;         /* for a generator as tail: what is sent, or unbound for an exception to throw in arena.exception */
    np_value result;            /* see NP_HALT */
    np_status halt;
    uint64_t clock_base;        /* board clock at which the instance's clock was brought up to date */
    np_counters counters;
    np_cache_entry cache[NP_CACHE_ENTRIES];
#ifdef NP_DEBUG_GC
    void *home;                 /* where the caller keeps the arena; while it runs the machine moves it about */
    void *debug_block;          /* … and this is where it lies then */
    uint32_t spare;             /* bytes by which the arena is larger than it should be: 0 or NP_DEBUG_SPARE */
    uint32_t fail_in;           /* the Nth allocation from now fails; 0: none */
    bool shifted;               /* a dead word stands below the objects */
    uint32_t reserved;          /* bytes of the last np_reserve that np_alloc has not taken yet */
#endif
};

NP_INLINE np_arena_header *np_head(const np_vm *vm) { return (np_arena_header *)(void *)vm->arena; }
NP_INLINE uint32_t *np_at(const np_vm *vm, uint32_t offset) { return (uint32_t *)(void *)(vm->arena + offset); }
NP_INLINE uint32_t np_slot_offset(const np_vm *vm, uint32_t slot) { return slot & 1u ? np_head(vm)->fp + slot - 1u : slot; }
NP_SHARED np_value np_get(const np_vm *vm, uint32_t slot) { return *np_at(vm, np_slot_offset(vm, slot)); }
NP_SHARED void np_set(np_vm *vm, uint32_t slot, np_value v) { *np_at(vm, np_slot_offset(vm, slot)) = v; }

/* The parts of `outcome`. A word of its own for each would make every snapshot larger. */
#define NP_OUTCOME_WAITS 0x100u
#define NP_OUTCOME_HANDLED 0x200u
#define NP_OUTCOME_DEEP 0x400u
#define NP_OUTCOME_BUSY 0x800u
#define NP_OUTCOME_HANDLERS 0x1000u         /* only in a snapshot */
#define NP_OUTCOME_EXIT 16u
#define NP_OUTCOME_BITS 0xFF0FFFu
NP_INLINE np_status np_outcome(const np_vm *vm) { return (np_status)(np_head(vm)->outcome & 255u); }
NP_INLINE void np_set_outcome(np_vm *vm, np_status status) { np_head(vm)->outcome = (np_head(vm)->outcome & ~255u) | (uint32_t)status; }
NP_INLINE void np_set_exit_code(np_vm *vm, uint32_t code) { np_head(vm)->outcome = (np_head(vm)->outcome & 0xFFFFu) | (code & 255u) << NP_OUTCOME_EXIT; }

/* The slot of the running frame's register number i. */
NP_INLINE uint32_t np_register_slot(uint32_t i) { return 4u * (NP_FRAME_REGS + i) + 1u; }

/* Bytes between the objects and the frames. */
NP_INLINE uint32_t np_room(const np_vm *vm)
{
    const np_arena_header *h = np_head(vm);
#ifdef NP_DEBUG_GC
    return h->sp - h->top - vm->spare;
#else
    return h->sp - h->top;
#endif
}

/* Where a pair of class and name is cached. */
NP_INLINE np_cache_entry *np_cache_of(np_vm *vm, np_value owner, np_value name)
{
    return &vm->cache[((owner >> 2) ^ (name >> 5)) & (NP_CACHE_ENTRIES - 1u)];
}

/* An image's word at the place that a value of kind 2, 3, 6 or 7 names. The image number has been checked by the verifier or by
 * np_place_ok; a snapshot's values are checked when it is restored. */
NP_INLINE const uint32_t *np_place(const np_vm *vm, np_value v) { return vm->images[(v >> 5) & 1u] + (v >> 7); }

/* STR object of a symbol. */
const uint32_t *np_symbol_object(const np_vm *vm, np_value symbol);

/* The object behind a value that is one: reference, constant or symbol. */
NP_SHARED const uint32_t *np_object(const np_vm *vm, np_value v)
{
    if (np_is_ref(v)) return np_at(vm, v);
    if (np_is_imm(v, NP_IMM_CONST)) return np_place(vm, v);
    return np_symbol_object(vm, v);
}

/* NP_INT, an object's type, or 32 + kind. */
NP_SHARED uint32_t np_type_of(const np_vm *vm, np_value v)
{
    if (np_is_int(v)) return NP_INT;
    if (np_is_ref(v)) return np_h_type(*np_at(vm, v));
    uint32_t kind = (v >> 2) & 7u;
    if (kind == NP_IMM_SYMBOL) return NP_STR;
    if (kind == NP_IMM_CONST) return np_h_type(*np_place(vm, v));
    return 32u + kind;
}
NP_SHARED bool np_is_object(const np_vm *vm, np_value v, uint32_t type) { return np_is_ref(v) && np_h_type(*np_at(vm, v)) == type; }
NP_SHARED bool np_is_str(const np_vm *vm, np_value v) { return np_is_imm(v, NP_IMM_SYMBOL) || np_type_of(vm, v) == NP_STR; }

/* Record of a function value (kind 3) or of a FUNC. */
NP_INLINE const uint32_t *np_record(const np_vm *vm, np_value f)
{
    if (np_is_ref(f)) f = np_at(vm, f)[NP_FUNC_CODE];
    return np_place(vm, f);
}

/* Byte i of raw words, in RAM or flash. */
static inline uint32_t np_byte(const uint32_t *words, uint32_t i) { return (np_whole(words[i >> 2]) >> ((i & 3u) * 8u)) & 255u; }

#endif
