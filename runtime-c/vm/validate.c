/* What the machine relies on in objects and frames without looking again.
 *
 * Only what C code trusts is checked here. A dict whose index leads nowhere is a wrong dict, and its own program's misfortune.
 */
#include "verify.h"

#include "object.h"
#include "snapshot.h"

#define CHECK(condition, error) do { if (!(condition)) return NP_E_SNAPSHOT_##error; } while (0)

static bool is_or_unbound(const np_vm *vm, np_value v, uint32_t type) { return v == NP_UNBOUND || np_is_object(vm, v, type); }
static bool is_count(np_value v) { return np_is_int(v) && np_to_int(v) >= 0; }
static bool is_tuple_or_unbound(const np_vm *vm, np_value v) { return v == NP_UNBOUND || np_type_of(vm, v) == NP_TUPLE; }
/* How many words of its kind the object in `v` has behind its header; 0 where there is none. */
static uint32_t room_of(const np_vm *vm, np_value v) { return v == NP_UNBOUND ? 0 : np_h_words(*np_at(vm, v)) - 1; }

static int check_table(const np_vm *vm, const uint32_t *w)
{
    bool is_set = np_h_type(w[0]) == NP_SET, wide = np_h_aux1(w[0]);
    uint32_t stride = (is_set ? 1u : 2u) + (wide ? 2u : 0u), live = 0;
    CHECK(is_or_unbound(vm, w[NP_DICT_ENTRIES], NP_ARRAY) && is_or_unbound(vm, w[NP_DICT_INDEX], NP_INDEX), OBJECT);
    CHECK(is_count(w[NP_DICT_USED]) && is_count(w[NP_DICT_LIVE]), OBJECT);
    uint32_t used = (uint32_t)np_to_int(w[NP_DICT_USED]);
    CHECK(used <= room_of(vm, w[NP_DICT_ENTRIES]) / stride, OBJECT);
    if (used) {
        const uint32_t *key = np_at(vm, w[NP_DICT_ENTRIES]) + 1 + (wide ? 2 : 0);
        for (uint32_t e = 0; e < used; e++, key += stride) live += *key != NP_UNBOUND;
    }
    CHECK(live == (uint32_t)np_to_int(w[NP_DICT_LIVE]), OBJECT);
    return 0;
}

/* What a user's class may come from in the end. */
static bool is_root(np_value v)
{
    uint32_t type = np_payload(v);
    return np_is_imm(v, NP_IMM_TYPE) && (type == NP_T_object || np_type_is_exception(type) || np_type_has_payload(type));
}

/* A base is older than its class and a class older than its instances, so they lie before them: they have been checked, and no chain of
 * classes is a circle. */
static int check_class(const np_vm *vm, const uint32_t *w, uint32_t at)
{
    np_value base = w[NP_CLASS_BASE], mro = w[NP_CLASS_MRO], template = w[NP_CLASS_TEMPLATE];
    CHECK(template == NP_UNBOUND || np_is_imm(template, NP_IMM_TEMPLATE), OBJECT);
    CHECK(np_is_imm(w[NP_CLASS_NAME], NP_IMM_SYMBOL), OBJECT);
    CHECK(is_root(base) || (np_is_object(vm, base, NP_CLASS) && base < at), OBJECT);
    CHECK(is_tuple_or_unbound(vm, w[NP_CLASS_BASES]) && is_or_unbound(vm, mro, NP_TUPLE) && is_or_unbound(vm, w[NP_CLASS_NAMESPACE], NP_DICT), OBJECT);
    for (uint32_t i = 0; i < room_of(vm, mro); i++) CHECK(np_is_class(vm, np_at(vm, mro)[1 + i]), OBJECT);
    CHECK(is_count(w[NP_CLASS_SLOTS]) && np_is_int(w[NP_CLASS_SERIAL]), OBJECT);
    uint32_t slots = (uint32_t)np_to_int(w[NP_CLASS_SLOTS]), least = np_class_slots(vm, base);
    if (template != NP_UNBOUND) least += np_tpl_slots(np_place(vm, template));
    CHECK(slots >= least && slots < NP_MAX_WORDS, OBJECT);
    return 0;
}

static int check_instance(const np_vm *vm, const uint32_t *w, uint32_t at)
{
    np_value cls = w[NP_INST_CLASS], overflow = w[NP_INST_OVERFLOW];
    CHECK(is_root(cls) || (np_is_object(vm, cls, NP_CLASS) && cls < at), OBJECT);
    CHECK(np_h_words(w[0]) == NP_INST_SLOTS + np_class_slots(vm, cls), OBJECT);
    CHECK(overflow == NP_UNBOUND || np_is_int(overflow) || np_is_object(vm, overflow, NP_DICT), OBJECT);
    if (np_type_is_exception(np_class_root(vm, cls))) CHECK(is_tuple_or_unbound(vm, w[NP_EXC_ARGS]), OBJECT);
    return 0;
}

static int check_generator(const np_vm *vm, const uint32_t *w)
{
    const uint32_t *frame = w + NP_GEN_FRAME;
    uint32_t state = frame[NP_FRAME_STATE], status = np_h_aux2(w[0]);
    CHECK(np_state_flags(state) == NP_FLAG_GENERATOR && np_is_int(state), GENERATOR);
    CHECK(np_h_words(w[0]) == NP_GEN_FRAME + NP_FRAME_REGS + np_state_registers(state), GENERATOR);
    if (status == NP_GEN_RUNNING) return 0;             /* seen with the frames */
    CHECK(frame[NP_FRAME_PREV] == 0, GENERATOR);
    int error = np_frame_check(vm, frame, true);
    if (error) return error;
    uint32_t pc = np_state_pc(state);
    if (status == NP_GEN_FRESH) CHECK(pc == 0, GENERATOR);
    if (status == NP_GEN_SUSPENDED) CHECK((np_rec_code(np_record(vm, frame[NP_FRAME_FUNCTION]))[pc] & 255u) == NP_OP_YIELD, GENERATOR);
    return 0;
}

int np_object_check(const np_vm *vm, uint32_t at)
{
    const uint32_t *w = np_at(vm, at);
    uint32_t words = np_h_words(w[0]);
    switch (np_h_type(w[0])) {
    case NP_STR:
    case NP_BYTES:
        CHECK(np_text_valid(w) && (w[NP_STR_HASH] == 0 || w[NP_STR_HASH] == np_text_hash(w)), STRING);
        return 0;
    case NP_FLOAT:
    case NP_BIGINT: CHECK(np_number_valid(w), OBJECT); return 0;
    case NP_LIST:
        CHECK(is_or_unbound(vm, w[NP_LIST_ITEMS], NP_ARRAY) && is_count(w[NP_LIST_LEN]), OBJECT);
        CHECK((uint32_t)np_to_int(w[NP_LIST_LEN]) <= room_of(vm, w[NP_LIST_ITEMS]), OBJECT);
        return 0;
    case NP_BYTEARRAY:
        CHECK(is_or_unbound(vm, w[NP_LIST_ITEMS], NP_BUFFER) && is_count(w[NP_LIST_LEN]), OBJECT);
        CHECK((uint32_t)np_to_int(w[NP_LIST_LEN]) <= 4u * room_of(vm, w[NP_LIST_ITEMS]), OBJECT);
        return 0;
    case NP_DICT:
    case NP_SET: return check_table(vm, w);
    case NP_RANGE:
        CHECK(w[1] & w[2] & w[3] & 1u && w[NP_RANGE_STEP] != np_int(0), OBJECT);
        return 0;
    case NP_FUNC:
        CHECK(np_is_imm(w[NP_FUNC_CODE], NP_IMM_FUNCTION), OBJECT);
        CHECK(is_tuple_or_unbound(vm, w[NP_FUNC_DEFAULTS]) && is_or_unbound(vm, w[NP_FUNC_KWDEFAULTS], NP_DICT), OBJECT);
        return 0;
    case NP_METHOD: CHECK(!np_is_object(vm, w[NP_METHOD_FUNC], NP_METHOD), OBJECT); return 0;
    case NP_CLASS: return check_class(vm, w, at);
    case NP_INSTANCE: return check_instance(vm, w, at);
    case NP_GENERATOR: return check_generator(vm, w);
    case NP_ITER: CHECK(is_count(w[NP_ITER_POSITION]) && np_is_int(w[NP_ITER_LIVE]), OBJECT); return 0;
    case NP_TRACEBACK:
        /* the next one is older, if it is one at all: programs can set it */
        CHECK(!np_is_object(vm, w[NP_TB_NEXT], NP_TRACEBACK) || w[NP_TB_NEXT] < at, OBJECT);
        CHECK(np_is_imm(w[NP_TB_FUNCTION], NP_IMM_FUNCTION) && is_count(w[NP_TB_PC]) && is_count(w[NP_TB_REPEAT]), OBJECT);
        return 0;
    case NP_INDEX: {
        uint32_t slots = (words - 1) * (np_h_aux1(w[0]) ? 1u : 2u);
        CHECK(!(slots & (slots - 1)), OBJECT);
        return 0;
    }
    case NP_VIEW: CHECK(np_is_object(vm, w[NP_VIEW_DICT], NP_DICT), OBJECT); return 0;
    case NP_IDTABLE:
        CHECK(words & 1u, OBJECT);
        for (uint32_t i = 1; i < words; i += 2)
            CHECK(w[i] == NP_UNBOUND ? w[i + 1] == NP_UNBOUND : np_is_ref(w[i]) && np_is_int(w[i + 1]), OBJECT);
        return 0;
    default: return 0;
    }
}

int np_frame_check(const np_vm *vm, const uint32_t *frame, bool running)
{
    np_value function = frame[NP_FRAME_FUNCTION];
    uint32_t state = frame[NP_FRAME_STATE], pc = np_state_pc(state);
    CHECK(np_is_imm(function, NP_IMM_FUNCTION) || (np_is_object(vm, function, NP_FUNC) && np_is_imm(np_at(vm, function)[NP_FUNC_CODE], NP_IMM_FUNCTION)), FRAME);
    const uint32_t *record = np_record(vm, function);
    CHECK(np_state_registers(state) == np_rec_registers(record), FRAME);
    CHECK(pc < np_rec_length(record), PC);
    CHECK(running || np_return_kind(np_rec_code(record)[pc]) != NP_RETURN_NONE, PC);
    return 0;
}
