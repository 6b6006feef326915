/* A board that lets nothing rest: it runs one program through two machines in turns, in an arena that begins small, grows when asked, and is moved,
 * shrunk, enlarged or carried over by a snapshot after each slice and within the port's calls; output has room now and then, input comes by
 * and by, events arrive at any time. Everything is drawn from a seed.
 *
 * Usage: restless IMAGE SEED QUOTA [EVENTS [INPUT]]. Writes the program's output (with its report, answers and messages as lines of their own), at the end
 * "instructions N grown N moved N streamed N" on stderr. Exit code 0, or 1 with a line on stderr when the machine broke a promise.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "np_errors.h"
#include "vm/np.h"
#include "vm/state.h"

static np_vm machines[2], *running;
static uint32_t *arena, size, quota, state, events_left, posted;
static uint32_t *image, image_words;
static np_images images;
static uint64_t now;
static const char *input = "";
static unsigned grown, moved, streamed, refused;

static uint32_t below(uint32_t n)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % n;
}

static void check(bool holds, const char *what, int code)
{
    if (holds) return;
    fprintf(stderr, "restless: %s (%d)\n", what, code);
    exit(1);
}

/* Another block of `new_size` bytes, with what both have room for. The old one is gone, for a sanitizer to see. */
static void move(uint32_t new_size)
{
    uint32_t *block = malloc(new_size);
    memcpy(block, arena, new_size < size ? new_size : size);
    free(arena);
    arena = block;
    size = new_size;
    moved++;
}

static void move_within_call(void)
{
    if (below(2)) return;
    move(size);
    np_relocate(running, arena);
}

/* --- the port ------------------------------------------------------------------------------------------------ */

static void write_output(void *context, int channel, const uint8_t *bytes, uint32_t length)
{
    (void)context;
    check(channel >= NP_CH_STDOUT && channel <= NP_CH_REPORT, "an unknown channel", channel);
    fwrite(bytes, 1, length, stdout);
    move_within_call();
}

static int32_t read_input(void *context, uint8_t *bytes, uint32_t capacity)
{
    (void)context;
    if (below(2)) return -1;
    uint32_t n = (uint32_t)strlen(input);
    if (n > capacity) n = capacity;
    if (n > 1) n = 1 + below(n);
    memcpy(bytes, input, n);
    input += n;
    return (int32_t)n;
}

static uint64_t clock_us(void *context) { return *(uint64_t *)context; }

static bool room(void *context, int channel, uint32_t length)
{
    (void)context, (void)channel;
    check(length > 0 && length <= NP_PIECE, "asked for room for", (int)length);
    move_within_call();
    refused += state & 1u;
    return below(3) != 0;
}

static void *grow(void *context, uint32_t wanted, uint32_t *new_size)
{
    (void)context;
    check(wanted % 4 == 0 && wanted > size, "asked to grow to", (int)wanted);
    static bool less;
    if (wanted > quota) return NULL;
    less = !less && below(4) == 0;
    if (less) wanted = size + 4;                    /* so it asks again */
    move(wanted);
    grown++;
    *new_size = size;
    return arena;
}

static void print_words(const uint32_t *words, uint32_t length)
{
    for (uint32_t i = 0; i < length; i++) putchar((int)(words[i / 4] >> (i % 4 * 8) & 255u));
}

static int send(void *context, const uint32_t *name, uint32_t name_bytes, const uint32_t *words, uint32_t bytes, bool text)
{
    (void)context;
    if (below(3) == 0) return 1;
    printf("sent ");
    print_words(name, name_bytes);
    printf(text ? " text " : " bytes ");
    print_words(words, bytes);
    printf("\n");
    move_within_call();
    return 0;
}

static const np_port port = { &now, write_output, read_input, clock_us, room, grow, send, NULL };

/* --- between slices ---------------------------------------------------------------------------------------------- */

static uint8_t *stored;
static uint32_t stored_bytes, capacity;

static bool put(void *context, const void *bytes, uint32_t length)
{
    (void)context;
    check(length % 4 == 0 && (uintptr_t)bytes % 4 == 0 && length <= capacity - stored_bytes, "a piece of", (int)length);
    memcpy(stored + stored_bytes, bytes, length);
    stored_bytes += length;
    return true;
}

static bool get(void *context, uint32_t at, void *to, uint32_t length)
{
    (void)context;
    check(at % 4 == 0 && length % 4 == 0 && at + length <= stored_bytes, "reads behind the end", (int)at);
    memcpy(to, stored + at, length);
    return true;
}

/* Out to flash and in again, into an arena of another size. */
static void carry_over(void)
{
    uint64_t instructions = np_instructions(running), prelude, build;
    uint32_t least, had;
    capacity = np_snapshot_size(running);
    stored = malloc(capacity);
    stored_bytes = 0;
    int error = np_snapshot_stream(running, put, NULL);
    check(error == 0 && stored_bytes == capacity, "streams", error);
    const uint32_t *head = (const uint32_t *)(const void *)stored;
    error = np_snapshot_needs(head, capacity, &least, &had);
    check(error == 0 && had == size && least <= size, "needs", error);
    np_snapshot_names(head, &prelude, &build);
    check(build == (image[3] | (uint64_t)image[4] << 32), "names the image", 0);
    free(arena);
    size = least + 4 * below(64);
    arena = malloc(size);
    error = np_snapshot_load(running, &port, &images, arena, size, get, NULL, capacity);
    check(error == 0 && np_instructions(running) == instructions, "loads", error);
    free(stored);
    streamed++;
}

static void unrest(void)
{
    uint32_t before = size, after;
    switch (below(6)) {
    case 0:
        after = np_shrink(running, 4 * below(100));
        check(after <= before && after % 4 == 0, "shrinks to", (int)after);
        move(after);
        break;
    case 1:
        if (size >= quota) return;
        move(size + 4 + 4 * below(50));
        np_relocate(running, arena);
        check(np_enlarge(running, size), "enlarges", (int)size);
        break;
    case 2: carry_over(); break;
    case 3: move(size); break;
    default: return;
    }
}

/* One event more, if it is its time and there is room. */
static void post(void)
{
    char payload[32];
    if (posted == events_left) return;
    int length = snprintf(payload, sizeof payload, "event %u \xC3\xA9", posted);
    int error = np_post(running, 1, "peer", 4, payload, (uint32_t)length, posted % 2 == 0);
    if (error == 0) posted++;
    else check(error == NP_E_BOARD_FULL ? np_events(running) == NP_EVENTS : error == NP_E_ARENA_TOO_SMALL, "posts", error);
    check(np_post(running, 1, "peer", 4, "\xC3", 1, true) != 0, "takes text that is none", 0);
}

static void take_answer(void)
{
    uint32_t status, id_bytes, bytes;
    const uint32_t *id, *text = np_answer(running, &status, &id, &id_bytes, &bytes);
    if (!text) return;
    printf("answer ");
    print_words(id, id_bytes);
    printf(" %u ", status);
    print_words(text, bytes);
    printf("\n");
    np_answer_taken(running);
}

int main(int count, char **arguments)
{
    FILE *file = count >= 4 ? fopen(arguments[1], "rb") : NULL;
    check(file != NULL, "usage: restless IMAGE SEED QUOTA [EVENTS [INPUT]]", count);
    image = malloc(1u << 20);
    image_words = (uint32_t)fread(image, 4, 1u << 18, file);
    fclose(file);
    state = (uint32_t)atoi(arguments[2]);
    quota = (uint32_t)atoi(arguments[3]);
    events_left = count > 4 ? (uint32_t)atoi(arguments[4]) : 0;
    if (count > 5) input = arguments[5];
    int error = np_image_verify(np_prelude, image, 4 * image_words, NULL);
    images = (np_images){ np_prelude, image };
    check(error == 0, "the image is refused", error);

    running = &machines[0];
    for (size = 256;; size += 64) {
        arena = malloc(size);
        error = np_start(running, &port, &images, arena, size);
        if (error != NP_E_ARENA_TOO_SMALL) break;
        free(arena);
    }
    check(error == 0, "starts", error);
    uint64_t clock_base = np_clock_base(running), longest = 0;
    for (np_status status = NP_SLICE;;) {
        running = running == machines ? machines + 1 : machines;
        np_adopt(running, &port, &images, arena, clock_base);
        uint64_t before = np_instructions(running);
        uint32_t slice = 1 + below(below(4) ? 3000 : 40);
        status = np_run(running, slice);
        check(np_instructions(running) >= before, "counts backwards", 0);
        if (np_instructions(running) - before > longest) longest = np_instructions(running) - before;
        take_answer();
        if (status == NP_DONE || status == NP_FAILED) break;
        if (below(4) == 0) post();
        if (status == NP_WAIT && np_wake_time(running) == 0) check(np_events(running) > 0, "waits neither for time nor for an event", 0);
        if (status == NP_WAIT && np_wake_time(running) != 0) {
            const uint32_t *clock = np_head(running)->clock;
            uint64_t at = clock[0] | (uint64_t)clock[1] << 32, wake = np_wake_time(running);
            if (wake != UINT64_MAX && wake > at) now += wake - at;
            else if (wake == UINT64_MAX) {
                check(np_waits_for_event(running), "waits for ever", 0);
                if (posted == events_left) break;
                while (np_events(running) == 0) post();
            }
        }
        if (status == NP_SLICE || status == NP_WAIT || below(4) == 0) unrest();
        clock_base = np_clock_base(running);
    }
    fflush(stdout);
    fprintf(stderr, "instructions %llu grown %u moved %u streamed %u\n", (unsigned long long)np_instructions(running), grown, moved, streamed);
    free(arena);
    free(image);
    return 0;
}
