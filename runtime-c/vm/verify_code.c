/* The verifier's part for functions: a record, its tables, and each instruction. */
#include "verify.h"

#include "interp.h"
#include "object.h"

#define CHECK(condition, word, error) do { if (!(condition)) return np_refuse(v, (word), NP_E_##error); } while (0)
#define TRY(call) do { int error = (call); if (error) return error; } while (0)

const uint32_t np_op_info[NP_OP_COUNT] = NP_OP_INFO;

/* The function whose code is being verified. */
typedef struct {
    const uint32_t *record, *consts, *code;
    uint32_t code_at;           /* word offset in the image */
    uint32_t registers, constants, length, tables, captures, ranges;
} function;

/* --- record and tables ------------------------------------------------------------------------------------------ */

static int verify_parameters(np_verifier *v, const function *f, uint32_t at)
{
    const uint32_t *r = f->record;
    uint32_t flags = np_rec_flags(r), named = np_rec_params(r) + np_rec_kwonly(r);
    uint32_t count = named + (flags & NP_FN_VARARGS ? 1 : 0) + (flags & NP_FN_VARKW ? 1 : 0), names = np_rec_word(r, NP_REC_PARAMS);
    CHECK(count <= f->registers && np_rec_posonly(r) <= np_rec_params(r), at, IMAGE_PARAMETERS);
    /* without names no parameter can be given by one */
    if (names == 0) CHECK(np_rec_posonly(r) == named, at, IMAGE_PARAMETERS);
    else TRY(np_take(v, at, names, count));
    if (names == 0) count = 0;
    for (uint32_t i = names; i < names + count; i++) CHECK(np_verify_symbol(v, v->image[i]), i, IMAGE_NAMES);
    np_value defaults = np_rec_word(r, NP_REC_DEFAULTS);
    uint32_t keyword_defaults = flags & NP_FN_KWDEFAULTS ? np_rec_kwonly(r) : 0;
    if (defaults == 0) {
        CHECK(!(flags & NP_FN_KWDEFAULTS), at, IMAGE_PARAMETERS);
        return 0;
    }
    CHECK(np_is_imm(defaults, NP_IMM_CONST) && np_verify_value(v, defaults), at, IMAGE_PARAMETERS);
    uint32_t header = v->image[defaults >> 7], items = np_h_words(header) - 1;
    CHECK(np_h_type(header) == NP_TUPLE, at, IMAGE_PARAMETERS);
    CHECK(items >= keyword_defaults && items - keyword_defaults <= np_rec_params(r), at, IMAGE_PARAMETERS);
    return 0;
}

static int verify_tables(np_verifier *v, const function *f, uint32_t at)
{
    uint32_t tables = f->tables, ranges = f->ranges;
    CHECK(!(np_rec_flags(f->record) & NP_FN_CAPTURES) == (f->captures == 0), at, IMAGE_FUNCTION);
    if (tables == 0) return 0;
    TRY(np_take(v, at, tables, 1 + f->captures + 2 * ranges));
    tables++;
    uint32_t i = tables;
    /* which cell of its creator a capture means is looked at when the closure is made */
    for (; i < tables + f->captures; i++) CHECK(v->image[i] < 512, i, IMAGE_CAPTURE);
    for (; ranges; ranges--, i += 2) {
        uint32_t start = v->image[i] & 0xFFFFu, end = v->image[i] >> 16, handler = v->image[i + 1] & 0xFFFFu, reg = v->image[i + 1] >> 16;
        CHECK(start < end && end <= f->length, i, IMAGE_RANGE);
        CHECK(handler < f->length && reg < f->registers, i + 1, IMAGE_RANGE);
    }
    return 0;
}

/* --- instructions ----------------------------------------------------------------------------------------------- */

/* One operand by its kind; `x` is the operand, `w` the instruction, for wide ones. */
static int verify_operand(np_verifier *v, const function *f, uint32_t pc, uint32_t kind, uint32_t x, uint32_t w)
{
    uint32_t at = f->code_at + pc;
    int32_t by;
    switch (kind) {
    case NP_OPERAND_REGISTER: CHECK(x < f->registers, at, IMAGE_REGISTER); return 0;
    case NP_OPERAND_CONSTANT: CHECK(x < f->constants, at, IMAGE_CONSTANT); return 0;
    case NP_OPERAND_CONSTANT16: CHECK(w >> 16 < f->constants, at, IMAGE_CONSTANT); return 0;
    case NP_OPERAND_CAPTURE: CHECK(x < f->captures, at, IMAGE_CAPTURE); return 0;
    case NP_OPERAND_PRELUDE: CHECK(x < np_image_functions(v->prelude), at, IMAGE_PRELUDE_FUNCTION); return 0;
    case NP_OPERAND_BUILTIN: CHECK(x < NP_BUILTIN_COUNT, at, IMAGE_VALUE); return 0;
    case NP_OPERAND_EXCEPTION: CHECK(np_type_is_exception(x), at, IMAGE_VALUE); return 0;
    case NP_OPERAND_GLOBAL8: CHECK(x < v->globals, at, IMAGE_GLOBAL); return 0;
    case NP_OPERAND_GLOBAL16: CHECK(w >> 16 < v->globals, at, IMAGE_GLOBAL); return 0;
    case NP_OPERAND_JUMP8: by = (int32_t)w >> 24; break;
    case NP_OPERAND_JUMP16: by = (int32_t)w >> 16; break;
    case NP_OPERAND_JUMP24: by = (int32_t)w >> 8; break;
    case NP_OPERAND_NONE: CHECK(x == 0, at, IMAGE_UNUSED); return 0;
    default: return 0;
    }
    CHECK((uint32_t)((int32_t)pc + 1 + by) < f->length, at, IMAGE_JUMP);
    return 0;
}

static bool is_wide(uint32_t kind) { return kind >= NP_OPERAND_CONSTANT16; }

/* The names of CALLKW: a tuple of symbols, not more than there are arguments. */
static bool are_names(const np_verifier *v, np_value k, uint32_t arguments)
{
    if (!np_is_imm(k, NP_IMM_CONST)) return false;
    const uint32_t *o = v->image + (k >> 7);
    if (np_h_type(o[0]) != NP_TUPLE || np_h_words(o[0]) - 1 > arguments) return false;
    for (uint32_t i = 1; i < np_h_words(o[0]); i++)
        if (!np_is_imm(o[i], NP_IMM_SYMBOL)) return false;
    return true;
}

/* What a row wants beyond its operands' kinds: runs of registers and kinds of constants. */
static int verify_row(np_verifier *v, const function *f, uint32_t pc, uint32_t w)
{
    uint32_t at = f->code_at + pc, a = w >> 8 & 255u, b = w >> 16 & 255u, c = w >> 24, end = 0;
    const uint32_t *k = f->consts;
    np_value name = NP_SYMBOL(0);
    switch (w & 255u) {
    case NP_OP_ADDAND: CHECK(np_is_int(k[c]) && np_to_int(k[c]) >= 0, at, IMAGE_CONSTANT); return 0;
    case NP_OP_INCJLT: CHECK(pc + 3 < f->length, at, IMAGE_JUMP); return 0;
    case NP_OP_LOADK: CHECK(!np_is_imm(k[w >> 16], NP_IMM_TEMPLATE), at, IMAGE_CONSTANT); return 0;
    case NP_OP_LOADS: CHECK(b < NP_SINGLETONS, at, IMAGE_UNUSED); return 0;
    case NP_OP_YIELD: CHECK(np_rec_flags(f->record) & NP_FN_GENERATOR, at, IMAGE_FUNCTION); return 0;
    case NP_OP_CHECK: case NP_OP_SETATTR: case NP_OP_DELATTR: name = k[b]; break;
    case NP_OP_GETCELL: case NP_OP_GETFREE: case NP_OP_GETATTR: case NP_OP_SUPERATTR: case NP_OP_GETNAME: name = k[c]; break;
    case NP_OP_CALLM: name = k[c]; end = a + b + 1; break;
    case NP_OP_CALL: case NP_OP_CALLG: case NP_OP_CALLP: case NP_OP_CALLB: case NP_OP_RAISET: end = a + b + 1; break;
    case NP_OP_GETSLICE: end = c + 3; break;
    case NP_OP_JINST: case NP_OP_JNINST: CHECK(np_is_imm(k[b], NP_IMM_TYPE), at, IMAGE_CONSTANT); return 0;
    case NP_OP_MOVE2: case NP_OP_MOVEK: case NP_OP_KMOVE: case NP_OP_LOADK2:
        end = a + 2;
        goto values;
    case NP_OP_CALLKW:
        CHECK(are_names(v, k[c], b), at, IMAGE_CONSTANT);
        end = a + b + 1;
        break;
    case NP_OP_CALLEX: case NP_OP_RANGE: case NP_OP_FORRANGE: end = a + 3; break;
    case NP_OP_UNPACK: end = a + c; break;
    case NP_OP_TUPLE: case NP_OP_LIST: case NP_OP_SET: case NP_OP_STRCAT: end = b + c; break;
    case NP_OP_DICT: end = b + 2 * c; break;
    case NP_OP_SLICE: end = b + 3; break;
    case NP_OP_MKCLASS:
        CHECK(np_is_imm(k[c], NP_IMM_TEMPLATE), at, IMAGE_CONSTANT);
        end = b + 2;
        break;
    case NP_OP_CLOSURE:
        CHECK(np_is_imm(k[b], NP_IMM_FUNCTION), at, IMAGE_CONSTANT);
        CHECK(c < 4, at, IMAGE_UNUSED);
        end = a + (c & 2 ? 2 : 1);
        break;
    values:
        CHECK(end <= f->registers, at, IMAGE_REGISTER);
        /* fallthrough */
    default: {
        /* arithmetic and comparisons: a constant may be any value */
        uint32_t info = np_op_info[w & 255u];
        if (NP_INFO_B(info) == NP_OPERAND_CONSTANT) CHECK(!np_is_imm(k[b], NP_IMM_TEMPLATE), at, IMAGE_CONSTANT);
        if (NP_INFO_C(info) == NP_OPERAND_CONSTANT) CHECK(!np_is_imm(k[c], NP_IMM_TEMPLATE), at, IMAGE_CONSTANT);
        return 0;
    }
    }
    CHECK(end <= f->registers, at, IMAGE_REGISTER);
    CHECK(np_is_imm(name, NP_IMM_SYMBOL), at, IMAGE_CONSTANT);
    return 0;
}

static int verify_code(np_verifier *v, const function *f)
{
    uint32_t line = 0, flow = NP_FLOW_LINE;
    for (uint32_t pc = 0; pc < f->length; pc++) {
        uint32_t w = f->code[pc], at = f->code_at + pc;
        CHECK((w & 255u) < NP_OP_COUNT, at, IMAGE_OPCODE);
        uint32_t info = np_op_info[w & 255u];
        uint32_t a = NP_INFO_A(info), b = NP_INFO_B(info), c = NP_INFO_C(info);
        TRY(verify_operand(v, f, pc, a, w >> 8 & 255u, w));
        if (!is_wide(a)) {
            TRY(verify_operand(v, f, pc, b, w >> 16 & 255u, w));
            if (!is_wide(b)) TRY(verify_operand(v, f, pc, c, w >> 24, w));
        }
        TRY(verify_row(v, f, pc, w));
        flow = NP_INFO_FLOW(info);
        line = flow == NP_FLOW_CALL || flow == NP_FLOW_END ? 0 : line + 1;
        CHECK(line <= NP_LONGEST_LINE, at, IMAGE_LINE);
    }
    CHECK(flow == NP_FLOW_END, f->code_at + f->length - 1, IMAGE_LAST);
    return 0;
}

int np_verify_function(np_verifier *v, uint32_t at)
{
    const uint32_t *r = v->image + at;
    function f = { .record = r, .consts = r + NP_REC_CONSTS, .code = np_rec_code(r), .code_at = at + NP_REC_CONSTS + np_rec_consts(r),
                   .registers = np_rec_registers(r), .constants = np_rec_consts(r), .length = np_rec_length(r) };
    uint32_t have = np_whole(r[NP_REC_NAME]) >> 24, before = 0;
    CHECK(have < 2 * NP_REC_TABLES, at, IMAGE_FUNCTION);
    for (uint32_t bits = have; bits; bits &= bits - 1) before++;
    CHECK(at >= NP_IMG_HEAD_WORDS + before, at, IMAGE_SECTION);
    TRY(np_take(v, at, at - before, before + NP_REC_CONSTS + f.constants + f.length));
    for (uint32_t i = 1; i <= before; i++) CHECK(r[-(int32_t)i] != 0, at - i, IMAGE_FUNCTION);
    f.tables = np_rec_word(r, NP_REC_TABLES);
    if (f.tables) {
        CHECK(f.tables < v->words, at, IMAGE_SECTION);
        f.captures = np_tables_captures(v->image + f.tables);
        f.ranges = np_tables_ranges(v->image + f.tables);
    }
    uint32_t async = np_rec_flags(r) & (NP_FN_COROUTINE | NP_FN_ASYNC_GENERATOR);
    CHECK(f.length > 0 && f.registers < 256 && !(np_rec_flags(r) & ~NP_FN_FLAGS), at, IMAGE_FUNCTION);
    CHECK(!async || (np_rec_flags(r) & NP_FN_GENERATOR && async != (NP_FN_COROUTINE | NP_FN_ASYNC_GENERATOR)), at, IMAGE_FUNCTION);
    CHECK(np_verify_symbol(v, np_rec_name(r)), at + NP_REC_NAME, IMAGE_NAMES);
    np_value owner = np_rec_word(r, NP_REC_OWNER);
    CHECK(owner == 0 || np_verify_template_value(v, owner), at, IMAGE_TEMPLATE);
    TRY(verify_parameters(v, &f, at));
    TRY(verify_tables(v, &f, at));
    for (uint32_t i = 0; i < f.constants; i++) CHECK(np_verify_value(v, f.consts[i]), at + NP_REC_CONSTS + i, IMAGE_VALUE);
    return verify_code(v, &f);
}
