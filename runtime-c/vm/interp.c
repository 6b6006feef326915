/* The interpreter's loop.
 *
 * A Python call is a frame in the arena, whoever makes it; a value that comes back from a frame is delivered to the instruction that
 * stands at the caller's pc, by that row's return kind (opcodes.def). So nothing here or below ever runs Python by calling the loop.
 *
 * Counting costs nothing in a straight line: the slice's end is kept as an address, `fence`, as many words ahead of pc as instructions are
 * left, less the longest line. A jump moves both, so the distance stays; calls and returns carry it over. Where it falls below the longest line, `dispatch`
 * becomes a table that sends every instruction through `check`, which compares the two.
 *
 * Frames and registers are addressed through `regs`, good until something may allocate; SYNC() finds it again.
 */
#include "interp.h"
#include "attr.h"
#include "call.h"
#include "dict.h"
#include "error.h"
#include "exception.h"
#include "heap.h"
#include "number.h"
#include "object.h"
#include "quick.h"
#include "sequence.h"
#include "text.h"
#include "verify.h"
#include "vm.h"

#include <string.h>

#define A ((w >> 8) & 255u)
#define B ((w >> 16) & 255u)
#define C (w >> 24)
#define BX (w >> 16)
#define SBX ((int32_t)w >> 16)
#define SC ((int32_t)w >> 24)
#define SAX ((int32_t)w >> 8)
#define R(i) regs[i]
#define K consts
#define GLOBAL(i) (*np_at(vm, NP_GLOBALS_AT + 4u * (i)))
#define SLOT(i) np_register_slot(i)

#define SAVE() (((half *)(void *)(regs - 1))[1] = (half)(pc - 1 - CODE))        /* the pc's half of the state word */
#define LEFT() ((intptr_t)(vm->fence + NEAR - (uintptr_t)pc))   /* instructions left, times 4 */
#define LEAVE() (vm->budget = (int32_t)(LEFT() / 4))
#define NEAR (4 * NP_LONGEST_LINE)
/* Is the slice's end nearer than the longest line? A fence that native work has moved may lie below address 0, except on the lx106, whose
 * code begins at 0x40200000; there the plain comparison saves an instruction. */
#ifdef __XTENSA__
#define BEYOND() ((uintptr_t)pc > vm->fence)
#define LOOK_AHEAD() do { if (BEYOND()) goto watch; } while (0)     /* before NEXT */
#else
#define BEYOND() ((intptr_t)(vm->fence - (uintptr_t)pc) < 0)
#define LOOK_AHEAD() do { if (BEYOND()) WATCH(); } while (0)
#endif
/* A taken jump, `by` words from the next instruction. */
#define GO(by) do { intptr_t by_ = (intptr_t)(by) * 4; vm->fence += (uintptr_t)by_; pc = (const uint32_t *)((uintptr_t)pc + (uintptr_t)by_); LOOK_AHEAD(); NEXT; } while (0)
/* Evaluates what may allocate, raise, ask for a call or leave. */
#define SLOW(call) do { SAVE(); v = (call); SYNC(); if (v == NP_UNBOUND || NP_IS_MARKER(v)) goto special; } while (0)
/* The same, and what follows is shared: the value goes to A, is dropped, or says whether to jump. */
#define SET_SLOW(call) do { SAVE(); v = (call); goto set; } while (0)
#define DROP_SLOW(call) do { SAVE(); v = (call); goto drop; } while (0)
#define BRANCH_SLOW(call) do { SAVE(); v = (call); goto branch; } while (0)


/* Rows, and other parts of the loop, that are executed so rarely that on the ESP8266 they stay in flash: the others are copied to iram, which has 6 KB for them. They
 * call nothing; what calls is in flash anyway (scripts/build/hot.ts cuts this function in two behind the compiler). */
#ifdef __XTENSA__
#define RARELY __asm__ volatile("# rare");
#else
#define RARELY
#endif
#define OFTEN

typedef uint16_t __attribute__((may_alias)) half;

/* The four rows of an operator; what stands behind the name are the cases that are done here, ending in NEXT. What is none of them goes to `arithmetic`. */
#define ARITH(name, how_often, ...) \
    CASE(name##K) CASE(I##name##K) how_often y = K[C]; goto name##_with; \
    CASE(name) CASE(I##name) how_often y = R(C); \
name##_with: \
    x = R(B); \
    __VA_ARGS__ \
    goto arithmetic;
/* The same where saving the jump from one pair of rows to the other's code is worth its size. */
#define ARITH_TWICE(name, ints, ...) \
    CASE(name##K) CASE(I##name##K) y = K[C]; x = R(B); IF_INTS(ints) goto name##_other; \
    CASE(name) CASE(I##name) y = R(C); x = R(B); IF_INTS(ints) \
name##_other: RARE; \
    __VA_ARGS__ \
    goto arithmetic;
#define IF_INTS(...) if (np_both_ints(x, y)) { __VA_ARGS__ }
/* On lx106, where size counts, all floats go to `arithmetic`, and comparisons leave them to np_compare. */
#ifdef __XTENSA__
#define FLOAT_OP static __attribute__((noinline))
#define IF_FLOATS(number)
#define COMPARE_FLOATS(...)
#else
#define FLOAT_OP static inline
#define IF_FLOATS(number) if ((v = float_op(vm, number, x, y)) != NP_UNBOUND) { R(A) = v; NEXT; }
#define COMPARE_FLOATS(...) { double a, b; if (np_two_floats(vm, x, y, &a, &b)) { __VA_ARGS__ } }
#endif

/* The jump rows of one comparison: those that jump when it holds, and those that jump when it does not. Small integers are compared here, elsewhere floats too. */
#define JUMP2(name, label, sign, unless) \
    CASE(name) y = R(B); goto label; \
    CASE(name##K) y = K[B]; \
label: \
    x = R(A); \
    if (!np_both_ints(x, y)) goto label##_other; \
    if (unless((int32_t)x sign (int32_t)y)) GO(SC); \
    NEXT; \
label##_other: RARE; \
    COMPARE_FLOATS(if (unless(a sign b)) GO(SC); NEXT;) \
    goto comparing_jump;
#define JUMP4(name, sign) JUMP2(J##name, name##_jump, sign, ) JUMP2(JN##name, name##_skip, sign, !)

#define COMPARE3(name, sign) \
    CASE(name) \
        x = R(B); \
        y = R(C); \
        if (np_both_ints(x, y)) { R(A) = np_bool((int32_t)x sign (int32_t)y); NEXT; } \
        COMPARE_FLOATS(R(A) = np_bool(a sign b); NEXT;) \
        goto comparison;

#if defined(__GNUC__) && !defined(__wasm__)
#define THREADED 1
#define CASE(name) L_##name:
#define NEXT do { w = *pc++; goto *table[w & 255u]; } while (0)
#define WATCH() SET_TABLE(labels + NP_OP_COUNT)
#define LOOP NEXT;
#define END_LOOP
#else
#define CASE(name) case NP_OP_##name:
#define NEXT goto next
#define WATCH() (mode = 256)
#define LOOP next: w = *pc++; op = (w & 255u) + mode; dispatch: switch (op) { default: goto check;
#define END_LOOP }
#endif

/* Registers that survive a call are few on the lx106: there what can be loaded again after one is. */
#ifdef __XTENSA__
#define CODE vm->code
#define SET_CONSTS(c) (vm->consts = consts = (c))
#define SET_TABLE(t) (vm->dispatch = table = (t))
#define SYNC() (regs = np_at(vm, np_head(vm)->fp) + NP_FRAME_REGS, w = np_whole(pc[-1]), table = vm->dispatch, consts = vm->consts)
#else
#define CODE code
#define SET_CONSTS(c) (consts = (c))
#define SET_TABLE(t) (table = (t))
#define SYNC() (regs = np_at(vm, np_head(vm)->fp) + NP_FRAME_REGS)
#endif

/* x op y of two floats, without a look at the heap's room; NP_UNBOUND: it is something else, or not that simple. */
FLOAT_OP np_value float_op(np_vm *vm, uint32_t op, np_value x, np_value y)
{
    double a, b;
    if (op > NP_MUL && op != NP_DIV) return NP_UNBOUND;
    if (!np_two_floats(vm, x, y, &a, &b)) return NP_UNBOUND;
    if (op == NP_ADD) return np_quick_float(vm, a + b);
    if (op == NP_SUB) return np_quick_float(vm, a - b);
    if (op == NP_MUL) return np_quick_float(vm, a * b);
    return b == 0 ? NP_UNBOUND : np_quick_float(vm, a / b);
}

np_status np_interpret(np_vm *vm)
{
#ifdef THREADED
    static const void *const labels[2 * NP_OP_COUNT] = {
#define OP(name, format, kind, flow, reads, writes, meaning) &&L_##name,
#include "opcodes.def"
#undef OP
        [NP_OP_COUNT ... 2 * NP_OP_COUNT - 1] = &&check
    };
#else
    uint32_t op, mode;
#endif
#ifndef __XTENSA__
    const uint32_t *code;
#endif
#ifdef THREADED
    const void *const *table;
#endif
    const uint32_t *pc, *consts, *record;
    np_value *regs, v, x, y, z; /* x, y, z: operands */
    const np_value *from;       /* arguments of a call */
    uint32_t w, count, shape;

enter:
    /* takes up the frame at fp, at its pc, with vm->budget instructions left */
    if (np_head(vm)->fp == 0) return np_outcome(vm);
    regs = np_at(vm, np_head(vm)->fp) + NP_FRAME_REGS;
    record = np_record(vm, regs[-2]);
    SET_CONSTS(record + NP_REC_CONSTS);
    CODE = np_rec_code(record);
    pc = CODE + np_state_pc(regs[-1]);
    vm->fence = (uintptr_t)pc + (uintptr_t)((intptr_t)vm->budget * 4 - NEAR);
#ifdef THREADED
    SET_TABLE(labels);
#else
    mode = 0;
#endif
    LOOK_AHEAD();

    LOOP

    /* --- moves and constants --- */
    CASE(NOP) NEXT;
    CASE(MOVE) R(A) = R(B); NEXT;
    CASE(LOADK) R(A) = K[BX]; NEXT;
    CASE(MOVE2) R(A) = R(B); R(A + 1) = R(C); NEXT;
    CASE(MOVEK) R(A) = R(B); R(A + 1) = K[C]; NEXT;
    CASE(KMOVE) R(A) = K[B]; R(A + 1) = R(C); NEXT;
    CASE(LOADK2) R(A) = K[B]; R(A + 1) = K[C]; NEXT;
    CASE(LOADI) R(A) = np_int(SBX); NEXT;
    CASE(LOADS) R(A) = NP_IMMEDIATE(NP_IMM_SINGLETON, B); NEXT;
    CASE(CLEAR) R(A) = NP_UNBOUND; NEXT;
    CASE(CHECK)
        if (R(A) != NP_UNBOUND) NEXT;
        DROP_SLOW(np_raise(vm, NP_T_UnboundLocalError, "cannot access local variable '%y' where it is not associated with a value", K[B]));
    CASE(GETG)
        v = GLOBAL(BX);
        if (v == NP_UNBOUND) goto no_global;
        R(A) = v;
        NEXT;
    CASE(SETG) GLOBAL(BX) = R(A); NEXT;
    CASE(DELG) RARELY
        if (GLOBAL(BX) == NP_UNBOUND) goto no_global;
        GLOBAL(BX) = NP_UNBOUND;
        NEXT;

    /* --- cells and closures --- */
    CASE(MKCELL) SET_SLOW(np_cell(vm, SLOT(B)));
    CASE(GETCELL)
        v = np_is_object(vm, R(B), NP_CELL) ? np_words(vm, R(B))[NP_CELL_VALUE] : NP_UNBOUND;
        if (v != NP_UNBOUND) {
            R(A) = v;
            NEXT;
        }
        DROP_SLOW(np_raise(vm, NP_T_UnboundLocalError, "cannot access local variable '%y' where it is not associated with a value", K[C]));
    CASE(SETCELL)
        if (np_is_object(vm, R(A), NP_CELL)) np_words(vm, R(A))[NP_CELL_VALUE] = R(B);
        NEXT;
    CASE(CLEARCELL) RARELY
        if (np_is_object(vm, R(A), NP_CELL)) np_words(vm, R(A))[NP_CELL_VALUE] = NP_UNBOUND;
        NEXT;
    CASE(GETFREE) {
        np_value cell = np_captured(vm, regs[-2], B);
        v = cell == NP_UNBOUND ? NP_UNBOUND : np_words(vm, cell)[NP_CELL_VALUE];
        if (v != NP_UNBOUND) {
            R(A) = v;
            NEXT;
        }
        DROP_SLOW(np_raise(vm, NP_T_NameError, "cannot access free variable '%y' where it is not associated with a value in enclosing scope", K[C]));
    }
    CASE(SETFREE) {
        np_value cell = np_captured(vm, regs[-2], A);
        if (cell != NP_UNBOUND) np_words(vm, cell)[NP_CELL_VALUE] = R(B);
        NEXT;
    }
    CASE(CLEARFREE) {
        np_value cell = np_captured(vm, regs[-2], A);
        if (cell != NP_UNBOUND) np_words(vm, cell)[NP_CELL_VALUE] = NP_UNBOUND;
        NEXT;
    }
    CASE(FREECELL)
        v = np_captured(vm, regs[-2], B);
        R(A) = v == NP_UNBOUND ? NP_NONE : v;
        NEXT;
    CASE(CLOSURE) SET_SLOW(np_closure(vm, K[B], SLOT(A), C));

    /* --- arithmetic --- */
    ARITH_TWICE(ADD, np_value z = y - 1; np_value r = x + z; if ((int32_t)((r ^ x) & (r ^ z)) >= 0) { R(A) = r; NEXT; }, IF_FLOATS(NP_ADD))
    ARITH_TWICE(SUB, np_value z = y - 1; np_value r = x - z; if ((int32_t)((x ^ z) & (r ^ x)) >= 0) { R(A) = r; NEXT; }, IF_FLOATS(NP_SUB))
    ARITH(MUL, OFTEN, IF_INTS(np_value r; if (np_small_product(x, y, &r)) { R(A) = r; NEXT; }) IF_FLOATS(NP_MUL))
    ARITH(AND, OFTEN, IF_INTS(R(A) = x & y; NEXT;))
    ARITH(OR, OFTEN, IF_INTS(R(A) = x | y; NEXT;))
    ARITH(XOR, OFTEN, IF_INTS(R(A) = (x ^ y) | 1u; NEXT;))
    ARITH(SHL, OFTEN, IF_INTS(np_value r; if (np_small_shift(x, y, &r)) { R(A) = r; NEXT; }))
    ARITH(SHR, OFTEN, IF_INTS(if ((y >> 1) < 31u) { R(A) = (np_value)((int32_t)x >> (y >> 1)) | 1u; NEXT; }))
    ARITH(FDIV, RARELY, IF_INTS(np_value q, r; if (np_small_divmod(x, y, &q, &r)) { R(A) = q; NEXT; }))
    ARITH(MOD, RARELY, IF_INTS(np_value q, r; if (np_small_divmod(x, y, &q, &r)) { R(A) = r; NEXT; }))
    ARITH(DIV, RARELY, IF_FLOATS(NP_DIV))
    ARITH(POW, RARELY, )
    ARITH(MATMUL, RARELY, )
    CASE(NEG)
        if (np_is_int(R(B)) && R(B) != np_int(NP_INT_MIN)) {
            R(A) = 2u - R(B);
            NEXT;
        }
        SET_SLOW(np_unary(vm, NP_OP_NEG, R(B)));
    CASE(POS) SET_SLOW(np_unary(vm, NP_OP_POS, R(B)));
    CASE(INV) SET_SLOW(np_unary(vm, NP_OP_INV, R(B)));
    CASE(NOT) {
        x = R(B);
        if (np_is_int(x)) v = np_bool(x == np_int(0));
        else if (x == NP_TRUE) v = NP_FALSE;
        else if (x == NP_FALSE || x == NP_NONE) v = NP_TRUE;
        else SET_SLOW(np_unary(vm, NP_OP_NOT, x));
        R(A) = v;
        NEXT;
    }

    CASE(ADDAND) {
        np_value mask = K[C];
        x = R(A);
        y = R(B);
        if (np_both_ints(x, y) && (mask & 1u)) {
            R(A) = (x + y - 1u) & mask;     /* what is carried beyond 31 bits the mask, which is not negative, drops */
            NEXT;
        }
        SET_SLOW(np_add_and(vm, x, y, mask));
    }

    /* --- comparisons --- */
    COMPARE3(LT, <)
    COMPARE3(LE, <=)
    COMPARE3(EQ, ==)
    COMPARE3(NE, !=)
    COMPARE3(GT, >)
    COMPARE3(GE, >=)
    CASE(IS) R(A) = np_bool(R(B) == R(C)); NEXT;
    CASE(ISNOT) R(A) = np_bool(R(B) != R(C)); NEXT;
    CASE(IN) SET_SLOW(np_contains(vm, R(C), R(B), false));
    CASE(NOTIN) SET_SLOW(np_contains(vm, R(C), R(B), true));

    /* --- jumps --- */
    CASE(JMP) GO(SAX);
    CASE(JT) {
        x = R(A);
        if (np_is_int(x)) {
            if (x != np_int(0)) GO(SBX);
            NEXT;
        }
        if (x == NP_TRUE) GO(SBX);
        if (x == NP_FALSE || x == NP_NONE) NEXT;
        BRANCH_SLOW(np_truth_value(vm, x));
    }
    CASE(JF) {
        x = R(A);
        if (np_is_int(x)) {
            if (x == np_int(0)) GO(SBX);
            NEXT;
        }
        if (x == NP_TRUE) NEXT;
        if (x == NP_FALSE || x == NP_NONE) GO(SBX);
        BRANCH_SLOW(np_truth_value(vm, x));
    }
    CASE(JDEF)
        if (R(A) != NP_UNBOUND) GO(SBX);
        NEXT;
    JUMP4(LT, <)
    JUMP4(LE, <=)
    JUMP4(EQ, ==)
    JUMP4(NE, !=)
    JUMP4(GT, >)
    JUMP4(GE, >=)
    CASE(JIS) if (R(A) == R(B)) GO(SC); NEXT;
    CASE(JNIS) if (R(A) != R(B)) GO(SC); NEXT;
    CASE(JINST) if (np_is_subclass(vm, np_class_of(vm, R(A)), K[B])) GO(SC); NEXT;
    CASE(JNINST) if (!np_is_subclass(vm, np_class_of(vm, R(A)), K[B])) GO(SC); NEXT;
    CASE(JISK) if (R(A) == K[B]) GO(SC); NEXT;
    CASE(JNISK) if (R(A) != K[B]) GO(SC); NEXT;

    /* --- loops --- */
    CASE(RANGE) {
        uint32_t a = A;
        np_value left;
        if (R(a) & R(a + 1) & R(a + 2) & 1u && np_range_count(np_to_int(R(a)), np_to_int(R(a + 1)), np_to_int(R(a + 2)), &left)) {
            R(a + 1) = left;
            NEXT;
        }
        DROP_SLOW(np_range_loop(vm, SLOT(a)));
    }
    CASE(FORRANGE) {
        np_value *loop = &R(A), left = loop[1];
        if (!np_is_int(left)) goto for_iter;
        if (left == np_int(0)) NEXT;
        R(B) = v = loop[0];
        loop[1] = left - 2;
        loop[0] = (v + loop[2] - 1u) | 1u;      /* an integer whatever stood there; wraps only behind the last one */
        GO(SC);
    }
    CASE(INCJLT) {
        x = R(A);
        y = R(B);
        if (np_both_ints(x, y) && (int32_t)x < (int32_t)y) {
            R(A) = x += 2u;                 /* no more than y, so it fits */
            if ((int32_t)x < (int32_t)y) GO(SC);
            GO(2);
        }
        NEXT;                               /* the two rows behind do the same in the general way */
    }
    CASE(ITER) SET_SLOW(np_iter(vm, R(B)));
    CASE(FORITER)
    for_iter:
        SLOW(np_iter_next(vm, SLOT(A)));
        R(B) = v;
        GO(SC);

    /* --- attributes, items, displays --- */
    CASE(GETATTR) {
        np_value o = R(B);
        if (np_may_be_ref(o)) {
            const uint32_t *p = np_words(vm, o);
            if (np_h_type(p[0]) == NP_INSTANCE) {
                /* a slot that the cache knows lies in the instance: its size is its class's */
                const np_cache_entry *c = np_cache_of(vm, p[NP_INST_CLASS], K[C]);
                if (c->owner == p[NP_INST_CLASS] && c->name == K[C] && np_is_int(c->found) && (v = p[c->found >> 1]) != NP_UNBOUND) {
                    R(A) = v;
                    NEXT;
                }
            }
        }
        SET_SLOW(np_get_attr(vm, o, K[C]));
    }
    CASE(SETATTR) {
        np_value o = R(A);
        if (np_may_be_ref(o)) {
            uint32_t *p = np_words(vm, o);
            if (np_h_type(p[0]) == NP_INSTANCE) {
                const np_cache_entry *c = np_cache_of(vm, p[NP_INST_CLASS], K[B]);
                if (c->owner == p[NP_INST_CLASS] && c->name == K[B] && np_is_int(c->found)) {
                    p[c->found >> 1] = R(C);
                    NEXT;
                }
            }
        }
        DROP_SLOW(np_set_attr(vm, o, K[B], SLOT(C)));
    }
    CASE(DELATTR) DROP_SLOW(np_del_attr(vm, R(A), K[B]));
    CASE(SUPERATTR) RARELY SET_SLOW(np_super_attr(vm, R(A), np_rec_word(np_record(vm, regs[-2]), NP_REC_OWNER), R(B), K[C]));
    CASE(GETITEMI)
        y = np_int((int32_t)C);
        goto get_item;
    CASE(GETITEM)
        y = R(C);
    get_item:
        x = R(B);
        if (np_is_int(y) && np_item_quick(vm, x, y, &z)) {
            R(A) = z;
            NEXT;
        }
        SET_SLOW(np_get_item(vm, x, y));
    CASE(SETITEMI)
        y = np_int((int32_t)B);
        z = R(C);
        goto set_item;
    CASE(SETITEM)
        z = R(C);
        goto set_any_item;
    CASE(SETITEMK)
        z = K[C];
    set_any_item:
        y = R(B);
    set_item:
        x = R(A);
        if (np_is_int(y) && np_set_item_quick(vm, x, y, z)) NEXT;
        DROP_SLOW(np_set_item(vm, x, y, z));
    CASE(DELITEM) DROP_SLOW(np_del_item(vm, R(A), R(B)));
    CASE(GETNAME) RARELY {
        int32_t e = np_is_object(vm, R(B), NP_DICT) ? np_dict_find(vm, R(B), K[C]) : -1;
        R(A) = e < 0 ? NP_UNBOUND : np_dict_value(vm, R(B), (uint32_t)e);
        NEXT;
    }
    CASE(TUPLE) SET_SLOW(np_tuple(vm, SLOT(B), C));
    CASE(LIST) SET_SLOW(np_list(vm, SLOT(B), C));
    CASE(SET) SET_SLOW(np_build_set(vm, SLOT(B), C));
    CASE(DICT) SET_SLOW(np_build_dict(vm, SLOT(B), C));
    CASE(GETSLICE)
        R(C + 2) = NP_NONE;
        SLOW(np_slice_new(vm, SLOT(C)));
        R(C + 2) = v;
        SET_SLOW(np_get_item(vm, R(B), R(C + 2)));
    CASE(SLICE) SET_SLOW(np_slice_new(vm, SLOT(B)));
    CASE(LISTADD) RARELY
        SAVE();
        if (!np_is_object(vm, R(A), NP_LIST) || np_list_add(vm, SLOT(A), SLOT(B))) {
            SYNC();
            NEXT;
        }
        SYNC();
        goto raise;
    CASE(SETADD) DROP_SLOW(np_set_add(vm, SLOT(A), SLOT(B)));
    CASE(UNPACK) {
        uint32_t count;
        const uint32_t *items;
        if (np_items(vm, R(B), &count, &items) && count == C) {
            for (uint32_t i = 0, a = A; i < count; i++) R(a + i) = items[i];
            NEXT;
        }
        DROP_SLOW(np_tail2(vm, NP_P__unpack, R(B), np_int((int32_t)C)));
    }
    CASE(FORMAT) SET_SLOW(np_format(vm, SLOT(B), SLOT(C)));
    CASE(STRCAT) SET_SLOW(np_concat_strings(vm, SLOT(B), C));

    /* --- calls --- */
    CASE(CALLG)
        v = GLOBAL(C);
        if (v == NP_UNBOUND) goto no_global;
        goto call;
    CASE(CALLBR) RARELY
        from = &R(B);
        count = 1;
        goto native;
    CASE(CALLB) RARELY
        from = &R(A + 1);
        count = B;
    native:
        /* no native writes to its arguments, or to the slot before them */
        SAVE();
        v = np_call_native(vm, C, SLOT((uint32_t)(from - regs)), count);
        SYNC();
        goto called;
    CASE(CALLPR)
        from = &R(B);
        count = 1;
        goto prelude;
    CASE(CALLP)
        from = &R(A + 1);
        count = B;
    prelude: {
        const uint32_t *image = vm->images[0];
        v = NP_IMMEDIATE(NP_IMM_FUNCTION, image[image[NP_IMG_FUNCTIONS] + C] << 2);
        goto call_from;
    }
    CASE(CALL)
        v = R(A);
    call:
        count = B;
        from = &R(A + 1);
    call_from:
        if (np_is_imm(v, NP_IMM_FUNCTION)) {
            record = np_place(vm, v);
            shape = np_whole(record[NP_REC_SHAPE]);
            if (shape >> 8 == count) {
            enter_function:;
                /* positional parameters only, and as many as given: the frame is made here */
                np_arena_header *h = np_head(vm);
                uint32_t registers = shape & 255u, frame = h->sp, bytes = 4u * (NP_FRAME_REGS + registers);
                if (NP_QUICK && frame - h->top >= bytes && (frame -= bytes) >= vm->stack_floor) {
                    SAVE();
                    uint32_t caller = h->fp;
                    h->sp = h->fp = frame;
                    np_value *to = (np_value *)((uintptr_t)h + frame);
                    to[NP_FRAME_PREV] = caller;
                    to[NP_FRAME_FUNCTION] = v;
                    to[NP_FRAME_STATE] = NP_STATE(0, registers, 0);
                    to += NP_FRAME_REGS;
                    regs = to;
                    for (const np_value *last = from + count; from != last;) *to++ = *from++;
                    for (const np_value *end = regs + registers; to != end;) *to++ = NP_UNBOUND;
                    const uint32_t *first = record + NP_REC_CONSTS;
                    SET_CONSTS(first);
                    first += np_rec_consts(record);
                    CODE = first;
                    vm->fence += (uintptr_t)first - (uintptr_t)pc;
                    pc = first;
                    LOOK_AHEAD();
                    NEXT;
                }
            }
            SAVE();
            v = np_call(vm, v, SLOT((uint32_t)(from - regs)), count);
            SYNC();
            goto called;
        }
        SAVE();
        v = np_call(vm, v, SLOT((uint32_t)(from - regs)), count);
        SYNC();
    called:
        if (v == NP_UNBOUND || NP_IS_MARKER(v)) goto special;
        R(A) = v;
        GO(0);
    CASE(CALLM) {
        np_value o = R(A), name = K[C];
        if (np_may_be_ref(o)) {
            const uint32_t *p = np_words(vm, o);
            if (np_h_type(p[0]) == NP_INSTANCE) {
                const np_cache_entry *c = np_cache_of(vm, p[NP_INST_CLASS], name);
                if (c->owner == p[NP_INST_CLASS] && c->name == name && np_is_imm(c->found, NP_IMM_FUNCTION) && !np_is_ref(p[NP_INST_OVERFLOW])) {
                    /* a call of a known function with the object as first argument */
                    v = c->found;
                    record = np_place(vm, v);
                    shape = np_whole(record[NP_REC_SHAPE]);
                    if (shape >> 8 == B + 1) {
                        from = &R(A);
                        count = B + 1;
                        goto enter_function;
                    }
                }
            }
        }
        SAVE();
        v = np_call_method(vm, SLOT(A), B, name);
        SYNC();
        goto called;
    }
    CASE(CALLKW) RARELY {
        uint32_t named = np_h_words(*np_object(vm, K[C])) - 1, count = B >= named ? B - named : 0;
        np_arguments a = { SLOT(A + 1), count, 0, K[C], SLOT(A + 1 + count), 0 };
        SAVE();
        v = np_call_with(vm, R(A), &a);
        SYNC();
        goto called;
    }
    CASE(CALLEX) {
        uint32_t n;
        const uint32_t *items;
        np_arguments a = { SLOT(A + 1), 0, SLOT(A + 1), NP_UNBOUND, 0, SLOT(A + 2) };
        if (!np_items(vm, R(A + 1), &n, &items)) a.list_slot = 0;
        SAVE();
        v = np_call_with(vm, R(A), &a);
        SYNC();
        goto called;
    }
    CASE(MKCLASS) SET_SLOW(np_class_new(vm, K[C], SLOT(B)));
    CASE(RETN)
        v = NP_NONE;
        goto leave;
    CASE(RET)
        v = R(A);
    leave: {
        uint32_t state = regs[-1];
        np_arena_header *h = np_head(vm);
        if (__builtin_expect(np_state_flags(state) == 0, 1)) {
            uint32_t caller = regs[-3];
            h->sp = h->fp + 4u * (NP_FRAME_REGS + np_state_registers(state));
            h->fp = caller;
            if (caller == 0) goto finished;
            regs = np_at(vm, caller) + NP_FRAME_REGS;
            goto deliver_to_caller;
        }
        goto flagged_return;
    }

    /* --- generators --- */
    CASE(YIELD)
        v = R(B);
        SAVE();
        if (!(np_state_flags(regs[-1]) & NP_FLAG_GENERATOR)) {
            R(A) = v;               /* only hostile bytes have a YIELD outside a generator */
            NEXT;
        }
        regs[-4] = (regs[-4] & ~(3u << 7)) | (NP_GEN_SUSPENDED << 7);
        np_head(vm)->fp = regs[-3];
        regs[-3] = 0;
        if (np_head(vm)->fp == 0) goto finished;
        regs = np_at(vm, np_head(vm)->fp) + NP_FRAME_REGS;
        goto deliver_to_caller;
    CASE(AWAIT) SET_SLOW(np_await(vm, R(B), C));
    CASE(SEND) {
        np_set(vm, NP_TEMP(4), R(B));
        SET_SLOW(np_send(vm, NP_TEMP(4), R(A)));
    }

    /* --- exceptions --- */
    CASE(RAISE) RARELY SLOW(np_raise_object(vm, SLOT(A), 0)); goto redo;
    CASE(RAISET)
        SAVE();
        v = np_instance(vm, NP_TYPE_VALUE(C), SLOT(A + 1), B);
        if (v != NP_UNBOUND) {
            np_set(vm, SLOT(A), v);
            np_raise_object(vm, SLOT(A), 0);
        }
        SYNC();
        goto raise;
    CASE(RAISEFROM) RARELY SLOW(np_raise_object(vm, SLOT(A), SLOT(B))); goto redo;
    CASE(RERAISE)
        SAVE();
        LEAVE();
        np_head(vm)->exception = R(A);
        np_head(vm)->traceback = np_is_exception(vm, R(A)) ? np_words(vm, R(A))[NP_EXC_TRACEBACK] : NP_UNBOUND;
        if (!np_is_exception(vm, R(A)) && !np_is_exception_class(vm, R(A))) np_raise(vm, NP_T_TypeError, "exceptions must derive from BaseException");
        if (!np_unwind(vm, true)) return NP_FAILED;
        goto enter;
    CASE(EXCIN) RARELY
        v = np_head(vm)->handled;
        np_head(vm)->handled = R(B);
        R(A) = v;
        NEXT;
    CASE(EXCOUT) RARELY np_head(vm)->handled = R(A); NEXT;
    CASE(JNEXC) {
        SLOW(np_exception_matches(vm, R(A), R(B)));
        if (v == NP_FALSE) GO(SC);
        NEXT;
    }
    END_LOOP

#ifdef __XTENSA__
watch: RARELY
    WATCH();
    NEXT;
#endif

arithmetic: RARE;
    {
        uint32_t row = (np_whole(pc[-1]) & 255u) - NP_OP_ADD;
#ifdef __XTENSA__
        v = float_op(vm, row >> 2, x, y);
        if (v != NP_UNBOUND) { R(A) = v; NEXT; }
#endif
        SET_SLOW(np_binary(vm, row >> 2, row & 2u, x, y));
    }

comparison: RARE;
    SET_SLOW(np_compare(vm, (np_whole(pc[-1]) & 255u) - NP_OP_LT, x, y));

comparing_jump: RARE;
    BRANCH_SLOW(np_compare(vm, ((np_whole(pc[-1]) & 255u) - NP_OP_JLT) >> 2, x, y));

set:
    SYNC();
    if (v == NP_UNBOUND || NP_IS_MARKER(v)) goto special;
    R(A) = v;
    NEXT;

drop:
    SYNC();
    if (v == NP_UNBOUND || NP_IS_MARKER(v)) goto special;
    NEXT;

redo: RARELY
    /* a class was called and gave an instance at once: raise that */
    R(A) = v;
    pc--;
    vm->fence -= 4;             /* executed once more, counted once more */
    NEXT;

no_global: RARELY
    SAVE();
    np_raise_global(vm, regs[-2], (np_whole(pc[-1]) & 255u) == NP_OP_CALLG ? C : BX);
    goto raise;

finished: RARELY
    LEAVE();
    np_set_outcome(vm, NP_DONE);
    return NP_DONE;

flagged_return: RARELY {
        uint32_t flags = np_state_flags(regs[-1]);
        np_value deadline = np_state_registers(regs[-1]) ? R(0) : NP_NONE;
        LEAVE();
        np_pop_frame(vm);
        if (np_head(vm)->fp == 0) goto finished;
        if (flags & NP_FLAG_GENERATOR) goto generator_ended;
        if (flags & NP_FLAG_EVENT) return np_dispatched(vm, deadline);
        regs = np_at(vm, np_head(vm)->fp) + NP_FRAME_REGS;
        if (!(flags & NP_FLAG_INIT)) goto deliver_to_caller;
        if (v == NP_NONE) goto return_dropped;
        np_raise_type(vm, "__init__() should return None, not '%y'", v);
        if (!np_unwind(vm, false)) return NP_FAILED;
        goto enter;
    }

generator_ended:
    /* fp is the consumer's frame, v the generator's result */
    SYNC();
    record = np_record(vm, regs[-2]);
    w = np_whole(np_rec_code(record)[np_state_pc(regs[-1])]);
    switch (np_return_kind(w)) {
    case NP_RETURN_ITER:
        regs[-1] += 1u << 16;
        goto enter;
    case NP_RETURN_SEND:
        R(A) = v;
        regs[-1] += (uint32_t)(1 + SC) << 16;
        goto enter;
    default:
        np_set(vm, NP_TEMP(5), v);
        np_raise_with(vm, NP_T_StopIteration, v == NP_NONE ? 0 : NP_TEMP(5));
        np_set(vm, NP_TEMP(5), NP_UNBOUND);
        if (!np_unwind(vm, false)) return NP_FAILED;
        goto enter;
    }

return_dropped:
    /* the caller's instruction has its result already, the instance; a RAISE takes it up again */
    SYNC();
    record = np_record(vm, regs[-2]);
    w = np_whole(np_rec_code(record)[np_state_pc(regs[-1])]);
    if (np_return_kind(w) != NP_RETURN_REDO) regs[-1] += 1u << 16;
    goto enter;

deliver_to_caller: {
    /* v comes back to the frame at regs */
    record = np_record(vm, regs[-2]);
    const uint32_t *first = record + NP_REC_CONSTS;
    SET_CONSTS(first);
    first += np_rec_consts(record);
    CODE = first;
    first += np_state_pc(regs[-1]) + 1;
    vm->fence += (uintptr_t)first - (uintptr_t)pc;
    pc = first;
    w = np_whole(pc[-1]);
    if (BEYOND()) WATCH();
#ifdef __XTENSA__
    else table = vm->dispatch;
#endif
    if ((w & 255u) - NP_OP_CALL <= NP_OP_CALLP - NP_OP_CALL) {
        R(A) = v;
        NEXT;
    }
}
deliver: RARELY
    /* v is the result of the instruction w, which has been counted; pc stands behind it */
    switch (np_return_kind(np_whole(pc[-1]))) {
    case NP_RETURN_A: R(A) = v; NEXT;
    case NP_RETURN_BRANCH: {
        int truth = np_truth(vm, v);
        uint32_t row = np_whole(pc[-1]) & 255u;
        bool sense = row == NP_OP_JT || (row >= NP_OP_JLT && !((row - NP_OP_JLT) & 1u));
        if ((truth == 1) != sense) NEXT;
        GO(row == NP_OP_JT || row == NP_OP_JF ? SBX : SC);
    }
    case NP_RETURN_ITER:
        R(B) = v;
        GO(SC);
    case NP_RETURN_SEND: R(A) = v; NEXT;
    case NP_RETURN_UNPACK: {
        uint32_t count;
        const uint32_t *items;
        if (np_items(vm, v, &count, &items) && count == C)
            for (uint32_t i = 0, a = A; i < count; i++) R(a + i) = items[i];
        NEXT;
    }
    case NP_RETURN_REDO: goto redo;
    default: NEXT;
    }

branch:
    /* v is True or False: the answer to the comparison or truth test w */
    SYNC();
    if (v == NP_UNBOUND || NP_IS_MARKER(v)) goto special;
    {
        uint32_t row = np_whole(pc[-1]) & 255u;
        bool sense = row == NP_OP_JT || (row >= NP_OP_JLT && !((row - NP_OP_JLT) & 1u));
        if ((v == NP_TRUE) != sense) NEXT;
        GO(row == NP_OP_JT || row == NP_OP_JF ? SBX : SC);
    }

special:
    /* v is no value; the frame's pc has been saved */
    if (v == NP_UNBOUND) goto raise;
    if (v == NP_TAIL) {
        v = np_call(vm, vm->tail, vm->tail_at, vm->tail_count);
        SYNC();
        if (v == NP_UNBOUND || NP_IS_MARKER(v)) goto special;
        goto deliver;
    }
    if (v == NP_STOP) {
        w = np_whole(pc[-1]);
        uint32_t kind = np_return_kind(np_whole(pc[-1]));
        if (kind == NP_RETURN_ITER) NEXT;
        if (kind == NP_RETURN_SEND) {
            R(A) = NP_NONE;
            GO(SC);
        }
        np_raise_with(vm, NP_T_StopIteration, 0);
        goto raise;
    }
    if (v == NP_AGAIN) pc--;
    LEAVE();
    if (v == NP_ENTERED) goto enter;
    if (v == NP_HALT) {
        w = np_whole(pc[-1]);
        regs[-1] += 1u << 16;
        if (np_return_kind(np_whole(pc[-1])) == NP_RETURN_A) R(A) = vm->result;
        return vm->halt;
    }
    if (v == NP_AGAIN) return vm->halt;
raise:
    /* NP_UNBOUND, or NP_THROWN into a generator that has been entered */
    LEAVE();
    if (!np_unwind(vm, false)) return NP_FAILED;
    goto enter;

check: RARELY
    /* dispatch goes here while little of the slice is left */
    if (LEFT() < 0) {
        /* the instruction that has been fetched is one too many */
        pc--;
        LEAVE();
        regs[-1] = (regs[-1] & 0xFFFFu) | ((uint32_t)(pc - CODE) << 16);
        return NP_SLICE;
    }
#ifdef THREADED
    goto *labels[np_whole(pc[-1]) & 255u];
#else
    op = w & 255u;
    goto dispatch;
#endif
}
