/* A board in WebAssembly: JavaScript keeps its flash, carries its links' bytes and tells the time (host/sim/wasm-board.ts). */
#include "board/board_state.h"
#include "pins_sim.h"
#include "radio_sim.h"

#define IMPORT(name) __attribute__((import_module("nanopy"), import_name(name)))
#define EXPORT(name) __attribute__((export_name(name)))

IMPORT("clock_us") double host_clock_us(void);
IMPORT("link_read") int32_t host_link_read(uint32_t link, uint8_t *bytes, uint32_t capacity);
IMPORT("link_write") uint32_t host_link_write(uint32_t link, const uint8_t *bytes, uint32_t length);
IMPORT("flash_read") int32_t host_flash_read(uint32_t at, void *to, uint32_t length);
IMPORT("flash_program") int32_t host_flash_program(uint32_t at, const void *from, uint32_t length);
IMPORT("flash_erase") int32_t host_flash_erase(uint32_t sector);
/* RAM is lost: when step() is back the host drops this instance and makes another one, at once or after so many microseconds. */
IMPORT("record") void host_record(const char *text, uint32_t length);
IMPORT("restart") void host_restart(void);
IMPORT("deep_sleep") void host_deep_sleep(double us);

enum { PAGE = 65536 };

static np_board board;
static np_board_port port;
static np_link links[NP_BOARD_LINKS];
static np_link_port streams[NP_BOARD_LINKS];
static uint32_t numbers[NP_BOARD_LINKS];
static np_radio_sim radio;
static char near[NP_WIFI_SSID + 1 + NP_WIFI_PASSWORD + 1];

/* New pages at the end of memory. */
static void *pages_for(uint32_t bytes)
{
    size_t first = __builtin_wasm_memory_grow(0, (bytes + PAGE - 1) / PAGE);
    return first == (size_t)-1 ? NULL : (void *)(first * PAGE);
}

static int32_t read_link(void *context, uint8_t *bytes, uint32_t capacity) { return host_link_read(*(uint32_t *)context, bytes, capacity); }
static uint32_t write_link(void *context, const uint8_t *bytes, uint32_t length) { return host_link_write(*(uint32_t *)context, bytes, length); }

static int read_flash(void *context, uint32_t at, void *to, uint32_t length)
{
    (void)context;
    return host_flash_read(at, to, length);
}

static int program_flash(void *context, uint32_t at, const void *from, uint32_t length)
{
    (void)context;
    return host_flash_program(at, from, length);
}

static int erase_flash(void *context, uint32_t sector)
{
    (void)context;
    return host_flash_erase(sector);
}

static void restart(void *context)
{
    (void)context;
    host_restart();
}

static int deep_sleep(void *context, uint64_t us)
{
    (void)context;
    host_deep_sleep(us == UINT64_MAX ? __builtin_inf() : (double)us);
    return 0;
}

static uint64_t clock_us(void *context)
{
    (void)context;
    return (uint64_t)host_clock_us();
}

/* Makes room for the flash's mapped window, and says where it is: JavaScript keeps it the same as the flash. Once, before start(). NULL where
 * memory is out. */
EXPORT("prepare") void *wasm_prepare(uint32_t sectors, uint32_t window)
{
    void *mapped = pages_for(window * NP_SECTOR);
    port.flash = (np_flash){ NULL, sectors, window, mapped, read_flash, program_flash, erase_flash };
    return mapped;
}

/* Where NAME:PASSWORD of the one network in reach is put, ending in 0, before start(); else the board has no Wi-Fi. */
EXPORT("wifi") void *wasm_wifi(void) { return near; }

static pins_sim pins;

/* Time is the host's: what an operation takes is not waited for. */
static void pass(void *context, uint64_t us) { (void)context, (void)us; }

static void record(void *context, const char *text, uint32_t length)
{
    (void)context;
    host_record(text, length);
}

static uint32_t *trace, trace_words;

/* Where a trace of pins of so many words is put, before start(); else the board has no pins. NULL where memory is out. */
EXPORT("pins") void *wasm_pins(uint32_t words)
{
    trace_words = words;
    return trace = pages_for(words * 4u);
}

/* `slept_us`: out of a deep sleep of so long. 0, or a numbered error. */
EXPORT("start") int wasm_start(uint32_t ram, uint32_t log, uint32_t id_low, uint32_t id_high, uint32_t link_count, double slept_us)
{
    port.board_id = (uint64_t)id_high << 32 | id_low;
    port.platform = "wasm";
    port.memory = pages_for(ram);
    port.memory_bytes = ram;
    port.log_bytes = log;
    port.links = links;
    port.streams = streams;
    port.link_count = link_count < NP_BOARD_LINKS ? link_count : NP_BOARD_LINKS;
    port.clock_us = clock_us;
    port.restart = restart;
    port.deep_sleep = deep_sleep;
    port.slept_us = (uint64_t)slept_us;
    port.reset_cause = slept_us > 0 ? 5 : 0;        /* machine.DEEPSLEEP_RESET */
    if (near[0] && np_radio_sim_open(&radio, near, port.board_id, 0)) port.wifi = &radio.wifi;
    static const pins_port home = { NULL, clock_us, pass, record };
    if (trace && !pins_start(&pins, &home, trace, trace_words)) return NP_E_BOARD_REQUEST;
    if (trace) port.devices = &pins.devices;
    for (uint32_t i = 0; i < NP_BOARD_LINKS; i++) {
        numbers[i] = i;
        streams[i] = (np_link_port){ .context = &numbers[i], .read = read_link, .write = write_link };
    }
    return port.memory ? np_board_start(&board, &port) : NP_E_BOARD_FULL;
}

/* Microseconds until the board has something to do by itself: 0 at once, infinity never. */
EXPORT("step") double wasm_step(void)
{
    uint64_t due = np_board_step(&board);
    if (port.wifi) {
        uint32_t in_ms = np_radio_sim_step(&radio, (uint32_t)(clock_us(NULL) / 1000u));
        if (in_ms != UINT32_MAX && in_ms * 1000ull < due) due = in_ms * 1000ull;
    }
    return due == UINT64_MAX ? __builtin_inf() : (double)due;
}
