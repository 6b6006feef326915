/* Watches a run on QEMU's lx106 for what the ESP8266 would not do, and counts.
 *
 * The chip's iram and irom give and take aligned words only, and irom can't be stored to; QEMU allows all of it. The first byte or
 * half-word access to either, or store to irom, is logged as `bad pc=… load8 at=…` and ends the emulator with exit code 86.
 *
 * Stores to the words at 0x3FF80000 are marks: run begins, run ends, request ends; the fifth and sixth: the flash cache is turned on, or off. At the end of each
 * request the instructions executed between begins and ends are logged as `run N`. Code in irom that runs while the cache is off ends the emulator, too.
 *
 * Arguments: fd=N, where to log; call=NAME@ADDRESS (hexadecimal, up to 16 of them): every direct call of the function there is logged as `call NAME N` when it
 * is back, with the instructions that were executed from its first to its return. One that the compiler made a jump is not seen.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- QEMU's plugin interface, version 1 ----------------------------------------------------------- */

typedef uint64_t plugin_id;
typedef uint32_t mem_info;
struct qemu_plugin_tb;
struct qemu_plugin_insn;
enum { CB_NO_REGS = 0 };
enum { MEM_READ = 1, MEM_WRITE = 2, MEM_BOTH = 3 };
enum { INLINE_ADD_U64 = 0 };

size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *);
struct qemu_plugin_insn *qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *, size_t);
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *);
const void *qemu_plugin_insn_data(const struct qemu_plugin_insn *);
unsigned qemu_plugin_mem_size_shift(mem_info);
bool qemu_plugin_mem_is_store(mem_info);
void qemu_plugin_register_vcpu_tb_trans_cb(plugin_id, void (*)(plugin_id, struct qemu_plugin_tb *));
void qemu_plugin_register_vcpu_mem_cb(struct qemu_plugin_insn *, void (*)(unsigned, mem_info, uint64_t, void *), int, int, void *);
void qemu_plugin_register_vcpu_insn_exec_cb(struct qemu_plugin_insn *, void (*)(unsigned, void *), int, void *);
void qemu_plugin_register_vcpu_tb_exec_inline(struct qemu_plugin_tb *, int, void *, uint64_t);

#define PUBLIC __attribute__((visibility("default")))

PUBLIC int qemu_plugin_version = 1;
PUBLIC int qemu_plugin_install(plugin_id id, const void *info, int argc, char **argv);

/* --- the chip's rules ------------------------------------------------------------------------ */

enum {
    MARKS = 0x3FF80000,
    MARK_WORDS = 6,
    IRAM = 0x40100000,
    IRAM_END = 0x40110000,
    IROM = 0x40200000,
    IROM_END = 0x40300000,
    BAD_EXIT = 86
};

static FILE *log_file;
static uint64_t executed, begun, in_run, in_irom, in_irom_before;
static bool cache_off;

static void end_bad(void) {
    fflush(log_file);
    _Exit(BAD_EXIT);
}

/* What stands in for the boot ROM tells when the flash cache is turned on and off. */
static void mark_cache(bool off) {
    if (cache_off && in_irom != in_irom_before) {
        fprintf(log_file, "bad code in flash ran while the cache was off\n");
        end_bad();
    }
    cache_off = off;
    in_irom_before = in_irom;
}

static void mark(unsigned number) {
    if (number >= 4) mark_cache(number == 5);
    if (number == 0) begun = executed;
    if (number == 1) in_run += executed - begun;
    if (number != 2) return;
    fprintf(log_file, "run %" PRIu64 "\n", in_run);
    fflush(log_file);
    in_run = 0;
}

static void on_access(unsigned cpu, mem_info info, uint64_t address, void *pc) {
    (void)cpu;
    if (address >= MARKS && address < MARKS + 4 * MARK_WORDS) {
        mark((unsigned)(address - MARKS) / 4);
        return;
    }
    bool irom = address >= IROM && address < IROM_END, iram = address >= IRAM && address < IRAM_END;
    bool store = qemu_plugin_mem_is_store(info);
    unsigned shift = qemu_plugin_mem_size_shift(info);
    if (!(irom && (store || shift < 2)) && !(iram && shift < 2)) return;
    fprintf(log_file, "bad pc=%08" PRIxPTR " %s%d at=%08" PRIx64 "\n", (uintptr_t)pc, store ? "store" : "load", 8 << shift, address);
    end_bad();
}

/* --- calls that are counted -------------------------------------------------------------------- */

enum { CALLS = 16, SITES = 1024 };

typedef struct {
    const char *name;
    uint32_t address;
    uint64_t begun;
    bool runs;
} call;

/* Where such a call returns to. `ahead`: instructions of its block, which are counted when the block begins. */
typedef struct {
    call *of;
    uint64_t address;
    size_t ahead;
} site;

static call calls[CALLS];
static site sites[SITES];
static size_t call_count, site_count;

static void on_call(unsigned cpu, void *of) {
    (void)cpu;
    call *c = of;
    c->begun = executed;
    c->runs = true;
}

static void on_return(unsigned cpu, void *at) {
    (void)cpu;
    const site *s = at;
    if (!s->of->runs) return;
    s->of->runs = false;
    fprintf(log_file, "call %s %" PRIu64 "\n", s->of->name, executed - s->ahead - s->of->begun);
}

/* The target of call0, whose 18 bits count words from the next word; 0 of another instruction. */
static uint64_t target_of(const uint8_t *code, uint64_t pc) {
    if ((code[0] & 0x3F) != 5) return 0;
    int32_t words = (code[0] >> 6) | code[1] << 2 | code[2] << 10;
    if (words & 1 << 17) words -= 1 << 18;
    return (pc & ~UINT64_C(3)) + 4 + (uint64_t)((int64_t)words * 4);
}

static void watch_calls(struct qemu_plugin_insn *insn, const uint8_t *code, size_t ahead) {
    uint64_t pc = qemu_plugin_insn_vaddr(insn), target = target_of(code, pc);
    for (size_t i = 0; i < site_count; i++) {
        if (sites[i].address != pc) continue;
        sites[i].ahead = ahead;
        qemu_plugin_register_vcpu_insn_exec_cb(insn, on_return, CB_NO_REGS, &sites[i]);
    }
    for (size_t i = 0; target != 0 && i < call_count; i++) {
        if (calls[i].address != target) continue;
        size_t known = 0;
        while (known < site_count && sites[known].address != pc + 3) known++;
        if (known == site_count && site_count < SITES) sites[site_count++] = (site){ &calls[i], pc + 3, 0 };
        qemu_plugin_register_vcpu_insn_exec_cb(insn, on_call, CB_NO_REGS, &calls[i]);
    }
}

static void add_call(const char *argument) {
    const char *at = strchr(argument, '@');
    if (at == NULL || call_count == CALLS) return;
    calls[call_count++] = (call){ strndup(argument, (size_t)(at - argument)), (uint32_t)strtoul(at + 1, NULL, 16), 0, false };
}

/* --- what is translated ------------------------------------------------------------------------- */

/* Whether an instruction can break a rule or be a mark: all stores, and loads of less than a word. */
static bool is_watched(const uint8_t *code) {
    unsigned op0 = code[0] & 15, r = code[1] >> 4;
    if (op0 == 9) return true;                          /* s32i.n */
    if (op0 != 2) return false;
    switch (r) {
    case 0: case 1: case 9:                             /* l8ui, l16ui, l16si */
    case 4: case 5: case 6: case 14: case 15:           /* s8i, s16i, s32i, s32c1i, s32ri */
        return true;
    default:
        return false;
    }
}

static void on_translation(plugin_id id, struct qemu_plugin_tb *block) {
    (void)id;
    size_t count = qemu_plugin_tb_n_insns(block);
    qemu_plugin_register_vcpu_tb_exec_inline(block, INLINE_ADD_U64, &executed, count);
    uint64_t begin = qemu_plugin_insn_vaddr(qemu_plugin_tb_get_insn(block, 0));
    if (begin >= IROM && begin < IROM_END) qemu_plugin_register_vcpu_tb_exec_inline(block, INLINE_ADD_U64, &in_irom, 1);
    for (size_t i = 0; i < count; i++) {
        struct qemu_plugin_insn *insn = qemu_plugin_tb_get_insn(block, i);
        if (call_count > 0) watch_calls(insn, qemu_plugin_insn_data(insn), count - i);
        if (!is_watched(qemu_plugin_insn_data(insn))) continue;
        qemu_plugin_register_vcpu_mem_cb(insn, on_access, CB_NO_REGS, MEM_BOTH, (void *)(uintptr_t)qemu_plugin_insn_vaddr(insn));
    }
}

int qemu_plugin_install(plugin_id id, const void *info, int argc, char **argv) {
    (void)info;
    int fd = 2;
    for (int i = 0; i < argc; i++) {
        if (strncmp(argv[i], "fd=", 3) == 0) fd = atoi(argv[i] + 3);
        if (strncmp(argv[i], "call=", 5) == 0) add_call(argv[i] + 5);
    }
    log_file = fdopen(fd, "w");
    if (log_file == NULL) return -1;
    qemu_plugin_register_vcpu_tb_trans_cb(id, on_translation);
    return 0;
}
