/* A board on the lx106 core under QEMU: its link on stdin and stdout, its flash in a file, the window mapped where the chip maps it.
 * Arguments (-semihosting-config arg=…): flash=FILE id=HEX pins=FILE record=FILE ram=BYTES sectors=N window=N; and stack=1: tells on stderr, when the line ends, how deep the C
 * stack has been. */
#include <stdlib.h>
#include <string.h>

#include "../../firmware/qemu-lx106/simcall.h"
#include "../../firmware/qemu-lx106/stack.h"
#include "board/board_state.h"
#include "vm/report.h"
#include "pins_sim.h"

enum { STDIN = 0, STDOUT = 1, STDERR = 2, PIECE = 256, LOG_BYTES = 1024, ARGUMENT_BYTES = 1024, CYCLES_PER_US = 40 };

/* From the linker script. */
extern uint32_t _arena_start[], _stack_limit[], _images_start[], _images_end[];

static np_board board;
static np_board_port port;
static np_link the_link;
static np_link_port stream;
static int32_t file;
static bool tells_stack;
/* The board has gone off: for so long, and it sleeps; or it only starts anew. */
static struct {
    bool off, sleeps;
    uint64_t us;
} power;

/* --- what it says of itself -------------------------------------------------------------------- */

static void say(const char *text)
{
    char byte;
    for (const char *at = text; (byte = *at) != 0; at++) simcall(SIM_WRITE, STDERR, (uint32_t)&byte, 1);
}

static void say_number(const char *what, uint32_t n)
{
    uint8_t digits[12];
    *np_put_decimal(digits, n) = 0;
    say(what);
    say((const char *)digits);
    say("\n");
}

static void leave(void)
{
    if (tells_stack) say_number("stack ", stack_used());
    simcall(SIM_EXIT, 0, 0, 0);
}

/* --- time and the link ------------------------------------------------------------------------ */

/* The emulated core's cycle counter follows real time. */
static uint64_t clock_us(void *context)
{
    static uint64_t us;
    static uint32_t last;
    uint32_t now;
    (void)context;
    __asm__ volatile("rsr %0, ccount" : "=r"(now));
    uint32_t more = (now - last) / CYCLES_PER_US;       /* a division of 64 bits takes hundreds of instructions; it is read often enough to see each wrap */
    last += more * CYCLES_PER_US;
    return us += more;
}

/* Whether a byte has come, or comes within so long. */
static bool ready(uint32_t us)
{
    uint32_t time[2] = { us / 1000000u, us % 1000000u };
    return simcall(SIM_SELECT, STDIN, SIM_SELECT_READ, (uint32_t)time) > 0;
}

static int32_t read_link(void *context, uint8_t *bytes, uint32_t capacity)
{
    (void)context;
    if (!ready(0)) return 0;
    int32_t n = simcall(SIM_READ, STDIN, (uint32_t)bytes, capacity);
    if (n <= 0) leave();        /* the other end of the line is gone for good */
    return n;
}

/* --- off and on ------------------------------------------------------------------------------- */

static void restart(void *context)
{
    (void)context;
    power.off = true;
    power.sleeps = false;
}

static int deep_sleep(void *context, uint64_t us)
{
    (void)context;
    power.off = power.sleeps = true;
    power.us = us;
    return 0;
}

/* A chip that sleeps hears nothing, and its RAM is lost. */
static void go_off(void)
{
    uint8_t unheard[PIECE];
    uint64_t began = clock_us(NULL), now = began;
    while (power.sleeps && now - began < power.us) {
        uint64_t left = power.us - (now - began);
        if (ready(left < 1000000u ? (uint32_t)left : 1000000u)) read_link(NULL, unheard, sizeof unheard);
        now = clock_us(NULL);
    }
    port.slept_us = power.sleeps ? now - began : 0;
    port.reset_cause = power.sleeps ? 5 : 4;        /* machine.DEEPSLEEP_RESET, SOFT_RESET */
    memset(port.memory, 0xA5, port.memory_bytes);
    memset(&board, 0xA5, sizeof board);
    memset(&the_link, 0xA5, sizeof the_link);
    power.off = false;
}

static uint32_t write_link(void *context, const uint8_t *bytes, uint32_t length)
{
    (void)context;
    int32_t n = simcall(SIM_WRITE, STDOUT, (uint32_t)bytes, length);
    return n > 0 ? (uint32_t)n : 0;
}

/* --- flash ------------------------------------------------------------------------------------ */

static uint32_t *window_at(uint32_t at) { return _images_start + at / 4; }
static bool in_window(uint32_t at) { return at < port.flash.window * NP_SECTOR; }

static int transfer(int32_t call, uint32_t at, const void *bytes, uint32_t length)
{
    if (simcall(SIM_SEEK, (uint32_t)file, at, 0) != (int32_t)at) return -1;
    return simcall(call, (uint32_t)file, (uint32_t)bytes, length) == (int32_t)length ? 0 : -1;
}

static int read_flash(void *context, uint32_t at, void *to, uint32_t length)
{
    uint32_t *words = to;
    (void)context;
    if (!in_window(at)) return transfer(SIM_READ, at, to, length);
    for (uint32_t i = 0; i < length / 4; i++) words[i] = window_at(at)[i];
    return 0;
}

/* The mapped window shows what the file holds: the emulator writes it, for stores to flash are an error of the program. */
static int show(uint32_t at, uint32_t length) { return in_window(at) ? transfer(SIM_READ, at, window_at(at), length) : 0; }

static int program_flash(void *context, uint32_t at, const void *from, uint32_t length)
{
    const uint32_t *words = from;
    uint32_t now[PIECE / 4];
    for (uint32_t n; length > 0; at += n, words += n / 4, length -= n) {
        n = length < PIECE ? length : PIECE;
        if (read_flash(context, at, now, n) < 0) return -1;
        for (uint32_t i = 0; i < n / 4; i++) now[i] &= words[i];
        if (transfer(SIM_WRITE, at, now, n) < 0 || show(at, n) < 0) return -1;
    }
    return 0;
}

static int erase_flash(void *context, uint32_t sector)
{
    uint32_t blank[PIECE / 4];
    (void)context;
    memset(blank, 0xFF, sizeof blank);
    for (uint32_t at = sector * NP_SECTOR; at < (sector + 1) * NP_SECTOR; at += PIECE)
        if (transfer(SIM_WRITE, at, blank, PIECE) < 0 || show(at, PIECE) < 0) return -1;
    return 0;
}

/* A file of zeros, or an empty one, is a new chip: erased. */
static bool open_flash(char *path)
{
    uint32_t words[PIECE / 4];
    file = simcall(SIM_OPEN, (uint32_t)path, SIM_READ_WRITE, 0);
    if (file < 0) return false;
    uint32_t length = port.flash.sectors * NP_SECTOR;
    if (transfer(SIM_READ, length - 4, words, 4) < 0) {
        for (uint32_t sector = 0; sector < port.flash.sectors; sector++)
            if (erase_flash(NULL, sector) < 0) return false;
    }
    return show(0, port.flash.window * NP_SECTOR) == 0;
}

/* --- pins: a trace in a file, the record to another that exists ------------------------------------- */

static uint32_t trace[8192] __attribute__((section(".far"), aligned(8)));
static pins_sim pins;
static int32_t record_file = -1;

/* Time is the emulator's: what an operation takes is not waited for. */
static void pass(void *context, uint64_t us) { (void)context, (void)us; }

static void record(void *context, const char *text, uint32_t length)
{
    (void)context;
    if (record_file >= 0) simcall(SIM_WRITE, (uint32_t)record_file, (uint32_t)text, length);
}

static bool open_pins(const char *path)
{
    static const pins_port home = { NULL, clock_us, pass, record };
    int32_t from = simcall(SIM_OPEN, (uint32_t)path, SIM_READ_WRITE, 0);
    int32_t length = from < 0 ? -1 : simcall(SIM_READ, (uint32_t)from, (uint32_t)trace, sizeof trace);
    port.devices = &pins.devices;
    return length >= 0 && pins_start(&pins, &home, trace, (uint32_t)length / 4u);
}

/* --- main ------------------------------------------------------------------------------------- */

static bool starts(const char *text, const char *name, const char **value)
{
    while (*name)
        if (*text++ != *name++) return false;
    *value = text;
    return true;
}

static uint64_t number(const char *text, uint32_t base)
{
    uint64_t n = 0;
    for (; *text; text++) n = n * base + (uint32_t)(*text <= '9' ? *text - '0' : (*text | 32) - 'a' + 10);
    return n;
}

int main(void)
{
    static char arguments[ARGUMENT_BYTES];
    const char *path = NULL, *value;
    stack_paint();
    port = (np_board_port){ .board_id = 1, .platform = "lx106", .memory = _arena_start, .memory_bytes = 40960, .log_bytes = LOG_BYTES,
                            .links = &the_link, .streams = &stream, .link_count = 1, .clock_us = clock_us, .restart = restart, .deep_sleep = deep_sleep };
    port.flash = (np_flash){ .sectors = 384, .window = 128, .mapped = _images_start, .read = read_flash, .program = program_flash, .erase = erase_flash };
    stream = (np_link_port){ .read = read_link, .write = write_link };
    uint32_t count = (uint32_t)simcall(SIM_ARGC, 0, 0, 0);
    if ((uint32_t)simcall(SIM_ARGV_SIZE, 0, 0, 0) <= sizeof arguments) simcall(SIM_ARGV, (uint32_t)arguments, 0, 0);
    else count = 0;
    for (uint32_t i = 1; i < count; i++) {
        const char *argument = ((const char **)(void *)arguments)[i];
        if (starts(argument, "flash=", &value)) path = value;
        else if (starts(argument, "id=", &value)) port.board_id = number(value, 16);
        else if (starts(argument, "ram=", &value)) port.memory_bytes = (uint32_t)number(value, 10);
        else if (starts(argument, "sectors=", &value)) port.flash.sectors = (uint32_t)number(value, 10);
        else if (starts(argument, "window=", &value)) port.flash.window = (uint32_t)number(value, 10);
        else if (starts(argument, "record=", &value)) record_file = simcall(SIM_OPEN, (uint32_t)value, SIM_READ_WRITE, 0);
        else if (starts(argument, "pins=", &value) && !open_pins(value)) {
            say("nanopy-board: the file of pins= is no trace\n");
            return 2;
        } else if (starts(argument, "stack=", &value)) tells_stack = number(value, 10) != 0;
    }
    uint32_t most = (uint32_t)_stack_limit - (uint32_t)_arena_start;
    if (port.memory_bytes > most) port.memory_bytes = most;
    if (port.flash.window * NP_SECTOR > (uint32_t)_images_end - (uint32_t)_images_start || port.flash.window > port.flash.sectors || !path || !open_flash((char *)path)) {
        say("nanopy-board: the flash can't be used: give flash=FILE, an existing file, and at most 128 sectors of window\n");
        return 2;
    }
    for (;; go_off()) {
        int error = np_board_start(&board, &port);
        if (error < 0) {
            say_number("nanopy-board: the board does not start: error ", (uint32_t)-error);     /* of errors.def, whose texts are no part of a board */
            return 1;
        }
        while (!power.off) {
            uint64_t due = np_board_step(&board);
            if (due > 0 && !power.off) ready(due < 1000000u ? (uint32_t)due : 1000000u);
        }
    }
}
