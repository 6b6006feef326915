/* Starts, arguments and the small functions. Arguments (-semihosting-config arg=…): flash=FILE mac=HEX cut=N crashes=N hangs=N most=RATE timed=1 tell=1. */
#include "rom.h"

#include "../esp8266/layout.h"

enum { STDERR = 2, ARGUMENT_BYTES = 2048, PAINT = 0x5A5A5A5A, NOISE = 0x6E6F6973 };

rom_options options;

static char arguments[ARGUMENT_BYTES];
static uint32_t starts, reason, deepest;

#define REGISTER(address) (*(volatile uint32_t *)(address))

/* --- words to people ------------------------------------------------------------------------------ */

static void say(const char *text)
{
    uint32_t length = 0;
    while (text[length]) length++;
    simcall(SIM_WRITE, STDERR, (uint32_t)text, length);
}

static void say_number(uint32_t value, uint32_t base)
{
    char digits[12];
    uint32_t at = sizeof digits;
    digits[--at] = 0;
    do digits[--at] = "0123456789abcdef"[value % base]; while (value /= base);
    say(digits + at);
}

void tell(const char *name, uint32_t value)
{
    if (!options.tells) return;
    say(name);
    say(" ");
    say_number(value, 10);
    say("\n");
}

void refuse(const char *what)
{
    say("boot ROM: ");
    say(what);
    say("\n");
    simcall(SIM_EXIT, EXIT_RULE, 0, 0);
    for (;;) {}
}

void rom_fault(uint32_t cause, uint32_t pc, uint32_t address);
void rom_fault(uint32_t cause, uint32_t pc, uint32_t address)
{
    const uint32_t values[] = { cause, pc, address };
    say("boot ROM: exception");
    for (uint32_t i = 0; i < 3; i++) {
        say(" ");
        say_number(values[i], 16);
    }
    say("\n");
    simcall(SIM_EXIT, EXIT_FAULT, 0, 0);
}

/* --- the C stack ------------------------------------------------------------------------------------ */

static uint32_t *stack_end(void) { return (uint32_t *)(NP_AT_DRAM_END - NP_AT_STACK_BYTES); }

static void look_at_stack(void)
{
    const uint32_t *word = stack_end(), *top = (const uint32_t *)NP_AT_DRAM_END;
    while (word < top && *word == (uint32_t)PAINT) word++;
    uint32_t used = (uint32_t)((top - word) * 4);
    if (used > deepest) deepest = used;
}

void leave(int32_t code)
{
    look_at_stack();
    tell("stack", deepest);
    simcall(SIM_EXIT, (uint32_t)code, 0, 0);
    for (;;) {}
}

/* --- start ------------------------------------------------------------------------------------------ */

static uint64_t number(const char *text, uint32_t base)
{
    uint64_t n = 0;
    for (; *text; text++) n = n * base + (uint32_t)(*text <= '9' ? *text - '0' : (*text | 32) - 'a' + 10);
    return n;
}

static const char *value_of(const char *argument, const char *name)
{
    while (*name)
        if (*argument++ != *name++) return 0;
    return argument;
}

static void read_arguments(void)
{
    uint32_t count = (uint32_t)simcall(SIM_ARGC, 0, 0, 0);
    if ((uint32_t)simcall(SIM_ARGV_SIZE, 0, 0, 0) > sizeof arguments) refuse("the arguments are too long");
    simcall(SIM_ARGV, (uint32_t)arguments, 0, 0);
    options = (rom_options){ .mac = 0x5CCF7F010203u };
    for (uint32_t i = 1; i < count; i++) {
        const char *argument = ((const char **)(void *)arguments)[i], *value;
        if ((value = value_of(argument, "flash="))) options.flash = value;
        else if ((value = value_of(argument, "mac="))) options.mac = number(value, 16);
        else if ((value = value_of(argument, "cut="))) options.cut = (uint32_t)number(value, 10);
        else if ((value = value_of(argument, "crashes="))) options.crashes = (uint32_t)number(value, 10);
        else if ((value = value_of(argument, "hangs="))) options.hangs = (uint32_t)number(value, 10);
        else if ((value = value_of(argument, "most="))) options.most_rate = (uint32_t)number(value, 10);
        else if ((value = value_of(argument, "timed="))) options.timed = (uint32_t)number(value, 10);
        else if ((value = value_of(argument, "tell="))) options.tells = (uint32_t)number(value, 10);
        else refuse("an unknown argument");
    }
    if (!options.flash) refuse("flash=FILE is missing");
}

static uint32_t logarithm(uint32_t n)
{
    uint32_t log = 0;
    while (n >>= 1) log++;
    return log;
}

/* What RAM holds after power was away, or while the ROM used it, is anything. */
static void fill(uint32_t from, uint32_t to, uint32_t word)
{
    for (uint32_t at = from; at < to; at += 4) REGISTER(at) = word;
}

void rom_jump(uint32_t entry) __attribute__((noreturn));
void rom_reset(void) __attribute__((noreturn));

/* Loads the image at the begin of flash, by the rules of the ROM (host/firmware/boot-image.ts). */
static uint32_t load_image(void)
{
    enum { MAGIC = 0xE9, SEED = 0xEF };
    static uint32_t words[2];
    uint32_t at = 8, sum = 0;
    flash_get(0, words, sizeof words);
    uint32_t count = words[0] >> 8 & 255u, entry = words[1];
    if ((words[0] & 255u) != MAGIC) refuse("there is no image at the begin of flash");
    for (; count > 0; count--) {
        flash_get(at, words, sizeof words);
        uint32_t to = words[0], length = words[1], end = to + length;
        if (!((to >= NP_AT_IRAM && end <= NP_AT_IRAM_END) || (to >= NP_AT_DRAM && end <= NP_AT_DRAM_END)) || (to | length) & 3u) refuse("a segment has no RAM");
        flash_get(at + sizeof words, (void *)to, length);
        for (uint32_t i = 0; i < length; i += 4) sum ^= REGISTER(to + i);
        at += sizeof words + length;
    }
    sum ^= sum >> 16;
    flash_get(at | 12u, words, 4);          /* the checksum is the last byte of its block of 16 */
    if (((sum ^ sum >> 8 ^ (uint32_t)SEED) & 255u) != words[0] >> 24) refuse("the image's checksum is wrong");
    return entry;
}

void rom_boot(void);
void rom_boot(void)
{
    if (starts == 0) {
        read_arguments();
        uint32_t bytes = flash_open(options.flash);
        REGISTER(0x60000240u) = logarithm(bytes) << 16 | 0x40EFu;       /* the answer to the command for the flash's JEDEC id */
        reason = REASON_POWER;
        fill(0x60001000u, 0x60001400u, NOISE);                          /* RTC memory */
    } else {
        look_at_stack();
    }
    starts++;
    flash_reset();
    line_reset();
    fill(0x60000900u, 0x60000920u, 0);      /* the watchdog is off */
    fill(NP_AT_DRAM, NP_AT_DRAM_END - NP_AT_STACK_BYTES, NOISE);
    fill(NP_AT_IRAM, NP_AT_IRAM_END, NOISE);
    fill(NP_AT_DRAM_END - NP_AT_STACK_BYTES, NP_AT_DRAM_END, (uint32_t)PAINT);
    tell("start", reason);
    rom_jump(load_image());
}

void start_again(uint32_t why)
{
    reason = why;
    rom_reset();
}

/* --- the ROM's small functions -------------------------------------------------------------------------- */

uint32_t cycles(void)
{
    uint32_t now;
    __asm__ volatile("rsr %0, ccount" : "=r"(now));
    return now;
}

void pass_us(uint32_t us)
{
    for (uint32_t begin = cycles(); cycles() - begin < us * CYCLES_PER_US;) {}
}

uint32_t rom_rtc_get_reset_reason(void);
void rom_software_reset(void);
void rom_ets_update_cpu_frequency(uint32_t mhz);
uint32_t rom_ets_get_cpu_frequency(void);
void rom_ets_wdt_disable(void);
void rom_rom_i2c_writeReg(void);
void rom_rom_i2c_writeReg_Mask(void);
uint64_t rom_stand_in_mac(void);
uint32_t rom_starts_so_far(void);

uint32_t rom_rtc_get_reset_reason(void) { return reason; }
void rom_software_reset(void) { start_again(REASON_SOFTWARE); }
void rom_ets_update_cpu_frequency(uint32_t mhz) { (void)mhz; }
uint32_t rom_ets_get_cpu_frequency(void) { return CYCLES_PER_US; }
void rom_ets_wdt_disable(void) {}
void rom_rom_i2c_writeReg(void) {}
void rom_rom_i2c_writeReg_Mask(void) {}
uint64_t rom_stand_in_mac(void) { return options.mac; }
uint32_t rom_starts_so_far(void) { return starts; }
