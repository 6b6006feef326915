/* A board as a Linux process: its links on stdin and stdout, its flash in a file. For simulated boards (host/sim). */
#define _POSIX_C_SOURCE 200809L
#define _DEFAULT_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "board/board_state.h"
#include "chip_sim.h"
#include "flash_sim.h"
#include "pins_sim.h"
#include "radio_sim.h"

/* On stdin and stdout the links' bytes are in records: link u8, 0 u8, length u16, bytes. A record of length 0 says that the link's peer is gone.
 * With --raw there is one link, and nothing but its bytes. */
enum { RECORD_HEAD = 4, QUEUE = 65536, LOG_BYTES = 16384 };

static struct {
    uint8_t bytes[QUEUE];
    uint32_t length;
    bool gone;
} queues[NP_BOARD_LINKS];

static uint32_t link_numbers[NP_BOARD_LINKS];
static np_link links[NP_BOARD_LINKS];
static np_link_port streams[NP_BOARD_LINKS];
static np_board board;
static np_board_port port;
static np_flash_sim flash;
static np_chip_sim chip;
static bool is_chip;            /* the flash is divided as an ESP8266's, and holds a firmware */
static const char *crashes;     /* of which one whose version begins so does not come up */
static bool raw;
/* The board has gone off: for so long, and it sleeps; or it only starts anew. */
static struct {
    bool off, sleeps;
    uint64_t us;
} power;

/* --- streams --------------------------------------------------------------------------------- */

static void write_all(const void *bytes, size_t length)
{
    const uint8_t *from = bytes;
    while (length > 0) {
        ssize_t n = write(1, from, length);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) exit(0);        /* nobody listens any more */
        from += n;
        length -= (size_t)n;
    }
}

static uint32_t write_link(void *context, const uint8_t *bytes, uint32_t length)
{
    uint32_t link = *(uint32_t *)context, n = length < 32768 ? length : 32768;
    uint8_t head[RECORD_HEAD] = { (uint8_t)link, 0, (uint8_t)n, (uint8_t)(n >> 8) };
    if (!raw) write_all(head, sizeof head);
    write_all(bytes, n);
    return n;
}

static int32_t read_link(void *context, uint8_t *bytes, uint32_t capacity)
{
    uint32_t link = *(uint32_t *)context, n = queues[link].length < capacity ? queues[link].length : capacity;
    if (queues[link].gone) {        /* what is in the queue has come from the next peer */
        queues[link].gone = false;
        return -1;
    }
    memcpy(bytes, queues[link].bytes, n);
    queues[link].length -= n;
    memmove(queues[link].bytes, queues[link].bytes + n, queues[link].length);
    return (int32_t)n;
}

/* What a full queue can't take is lost, as in a UART's. */
static void enqueue(uint32_t link, const uint8_t *bytes, uint32_t length)
{
    if (length > QUEUE - queues[link].length) length = QUEUE - queues[link].length;
    memcpy(queues[link].bytes + queues[link].length, bytes, length);
    queues[link].length += length;
}

/* Takes what has come on stdin apart. False at its end. */
static bool receive(void)
{
    static uint8_t buffer[QUEUE];
    static uint32_t held;
    ssize_t n = read(0, buffer + held, sizeof buffer - held);
    if (n < 0) return errno == EINTR || errno == EAGAIN;
    if (n == 0) return false;
    held += (uint32_t)n;
    if (raw) {
        enqueue(0, buffer, held);
        held = 0;
        return true;
    }
    uint32_t at = 0;
    while (held - at >= RECORD_HEAD) {
        uint32_t link = buffer[at], length = buffer[at + 2] | (uint32_t)buffer[at + 3] << 8;
        if (held - at < RECORD_HEAD + length) break;
        if (link < NP_BOARD_LINKS) {
            if (length == 0) {
                queues[link].length = 0;
                queues[link].gone = true;
            } else {
                enqueue(link, buffer + at + RECORD_HEAD, length);
            }
        }
        at += RECORD_HEAD + length;
    }
    held -= at;
    memmove(buffer, buffer + at, held);
    return true;
}

/* --- time, memory ------------------------------------------------------------------------------ */

static uint64_t started;        /* the board's clock begins with it, as a chip's does */

static uint64_t real_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u;
}

static uint64_t clock_us(void *context)
{
    (void)context;
    return real_us() - started;
}

/* Waits for bytes, or so long. False at the end of stdin. */
static bool wait_for_bytes(uint64_t us)
{
    struct pollfd in = { 0, POLLIN, 0 };
    int ms = us == 0 ? 0 : us > 1000000000u ? 1000000 : (int)(us / 1000u);
    if (us > 0 && us < 1000) {          /* finer than poll's milliseconds */
        struct timespec left = { 0, (long)us * 1000 };
        nanosleep(&left, NULL);
        ms = 0;
    }
    return poll(&in, 1, ms) <= 0 || !(in.revents & (POLLIN | POLLHUP)) || receive();
}

/* --- off and on -------------------------------------------------------------------------------- */

static int deep_sleep(void *context, uint64_t us)
{
    (void)context;
    power.off = power.sleeps = true;
    power.us = us;
    return 0;
}

static void restart(void *context)
{
    (void)context;
    power.off = true;
    power.sleeps = false;
}

/* The boot loader's work; a firmware that does not come up restarts at once. */
static bool boot(void)
{
    if (!np_chip_sim_start(&chip, &flash.flash, &port)) {
        fputs("nanopy-board: the flash holds no firmware\n", stderr);
        return false;
    }
    port.flash.mapped = (const uint32_t *)(void *)(flash.bytes + chip.loader.geometry.store_at);
    if (crashes && memcmp(chip.loader.head.version, crashes, strlen(crashes)) == 0) restart(NULL);
    return true;
}

/* A chip that sleeps hears nothing, and its RAM is lost. False at the end of stdin. */
static bool go_off(void)
{
    uint64_t began = real_us();
    while (power.sleeps && (power.us == UINT64_MAX || real_us() - began < power.us))
        if (!wait_for_bytes(power.us == UINT64_MAX ? power.us : began + power.us - real_us())) return false;
    port.slept_us = power.sleeps ? real_us() - began : 0;
    port.reset_cause = power.sleeps ? 5 : 4;        /* machine.DEEPSLEEP_RESET, SOFT_RESET */
    for (uint32_t i = 0; i < NP_BOARD_LINKS; i++) queues[i].length = 0;
    memset(port.memory, 0xA5, port.memory_bytes);
    memset(&board, 0xA5, sizeof board);
    memset(links, 0xA5, sizeof links);
    power.off = false;
    return true;
}

/* --- pins ------------------------------------------------------------------------------------------- */

static struct {
    uint32_t *trace, words;     /* as the file has it */
    FILE *record;
    pins_sim sim;
} pins;

/* Time is real: what an operation takes is not waited for. */
static void pass(void *context, uint64_t us) { (void)context, (void)us; }

static void record(void *context, const char *text, uint32_t length)
{
    (void)context;
    if (!pins.record) return;
    fwrite(text, 1, length, pins.record);
    if (length && text[length - 1] == '\n') fflush(pins.record);
}

static bool read_trace(const char *path)
{
    FILE *file = fopen(path, "rb");
    static uint32_t words[16384];
    if (!file) return false;
    pins.words = (uint32_t)fread(words, 4, sizeof words / 4, file);
    pins.trace = words;
    bool whole = fgetc(file) == EOF;
    fclose(file);
    return whole;
}

/* With each start the trace begins anew. */
static bool start_pins(void)
{
    static uint32_t copy[16384];
    static const pins_port home = { NULL, clock_us, pass, record };
    memcpy(copy, pins.trace, pins.words * 4u);
    port.devices = &pins.sim.devices;
    return pins_start(&pins.sim, &home, copy, pins.words);
}

static void usage(void)
{
    fputs("usage: nanopy-board --flash FILE [--sectors N] [--window N] [--ram BYTES] [--id HEX] [--links N] [--wifi NAME:PASSWORD] [--pins FILE] [--pins-record FILE] [--raw] [--chip] [--crashes VERSION]\n", stderr);
    exit(2);
}

int main(int count, char **arguments)
{
    const char *file = NULL, *near = NULL;
    uint32_t sectors = 384, window = 128, ram = 40960, link_count = 1;
    uint64_t id = 1;
    for (int i = 1; i < count; i++) {
        const char *name = arguments[i];
        if (strcmp(name, "--raw") == 0) {
            raw = true;
            continue;
        }
        if (strcmp(name, "--chip") == 0) {
            is_chip = true;
            continue;
        }
        if (i + 1 == count) usage();
        const char *value = arguments[++i];
        if (strcmp(name, "--flash") == 0) file = value;
        else if (strcmp(name, "--wifi") == 0) near = value;
        else if (strcmp(name, "--pins") == 0 && read_trace(value)) continue;
        else if (strcmp(name, "--pins-record") == 0 && (pins.record = fopen(value, "ab")) != NULL) continue;
        else if (strcmp(name, "--sectors") == 0) sectors = (uint32_t)strtoul(value, NULL, 10);
        else if (strcmp(name, "--window") == 0) window = (uint32_t)strtoul(value, NULL, 10);
        else if (strcmp(name, "--ram") == 0) ram = (uint32_t)strtoul(value, NULL, 10);
        else if (strcmp(name, "--crashes") == 0) crashes = value;
        else if (strcmp(name, "--id") == 0) id = strtoull(value, NULL, 16);
        else if (strcmp(name, "--links") == 0) link_count = (uint32_t)strtoul(value, NULL, 10);
        else usage();
    }
    if (!file || sectors == 0 || window == 0 || window > sectors || sectors > 65536 || ram < 4096 || ram > 1u << 30 || link_count == 0 || link_count > NP_BOARD_LINKS || id == 0) usage();
    port = (np_board_port){ .board_id = id, .platform = "native", .memory = malloc(ram), .memory_bytes = ram, .log_bytes = LOG_BYTES,
                            .links = links, .streams = streams, .link_count = link_count, .clock_us = clock_us, .restart = restart, .deep_sleep = deep_sleep };
    if (port.log_bytes > ram / 8) port.log_bytes = ram / 8;
    for (uint32_t i = 0; i < NP_BOARD_LINKS; i++) {
        link_numbers[i] = i;
        streams[i] = (np_link_port){ .context = &link_numbers[i], .read = read_link, .write = write_link };
    }
    static np_radio_sim radio;
    if (near && !np_radio_sim_open(&radio, near, id, 0)) usage();
    if (near) port.wifi = &radio.wifi;
    struct stat content;
    if (stat(file, &content) == 0 && content.st_size != 0 && content.st_size != (off_t)sectors * NP_SECTOR) {
        fprintf(stderr, "nanopy-board: %s: it is no flash of %u sectors\n", file, (unsigned)sectors);
        return 1;
    }
    if (!np_flash_sim_open(&flash, sectors, window, file)) {
        fprintf(stderr, "nanopy-board: %s: %s\n", file, strerror(errno));
        return 1;
    }
    port.flash = flash.flash;
    do {
        started = real_us();
        if (is_chip && !boot()) return 1;
        if (power.off) continue;
        if (pins.trace && !start_pins()) {
            fputs("nanopy-board: the file of --pins is no trace\n", stderr);
            return 1;
        }
        int error = port.memory ? np_board_start(&board, &port) : NP_E_BOARD_FULL;
        if (error < 0) {
            fprintf(stderr, "nanopy-board: the board does not start: %s\n", np_error_name(error));
            return 1;
        }
        while (!power.off) {
            uint64_t due = np_board_step(&board);
            if (near) {
                uint32_t in_ms = np_radio_sim_step(&radio, (uint32_t)(clock_us(NULL) / 1000u));
                if (in_ms != UINT32_MAX && in_ms * 1000ull < due) due = in_ms * 1000ull;
            }
            if (flash.fault) {          /* a mistake in the store: it must be seen at once */
                fprintf(stderr, "nanopy-board: the flash was used against its rules: %s\n", flash.fault);
                abort();
            }
            if (!power.off && !wait_for_bytes(due)) return 0;
        }
    } while (go_off());
    return 0;
}
