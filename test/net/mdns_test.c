/* What a board answers to packets. `answer`: each line of stdin is a packet in hex; of each it tells what is wanted (NP_MDNS_), whether the asker alone is to have the
 * answer, and the answers in hex, to all and to a resolver that knows nothing of multicast. `announce TTL_0`: what it tells. `fuzz SEED COUNT`: packets that mean harm,
 * in memory of their exact size. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "net/mdns.h"

static np_mdns board(const char *name)
{
    return (np_mdns){ .board = 0x00005CCF7F010203u, .name = (const uint8_t *)name, .name_length = (uint32_t)strlen(name), .platform = "esp8266",
                      .address = 192u | 168u << 8 | 1u << 16 | 7u << 24, .port = 7890 };
}

static void show(const uint8_t *bytes, uint32_t length)
{
    if (length == 0) putchar('-');
    for (uint32_t i = 0; i < length; i++) printf("%02x", bytes[i]);
}

/* Both answers, in memory of the size that is promised to do. */
static void answer(const np_mdns *m, const uint8_t *packet, uint32_t length, bool tells)
{
    uint8_t *to = malloc(NP_MDNS_BYTES);
    np_mdns_question q = np_mdns_read(m, packet, length);
    if (tells) printf("%u %d ", q.wanted, q.unicast);
    uint32_t n = q.wanted ? np_mdns_build(m, q.wanted, false, to) : 0;
    if (n > NP_MDNS_BYTES) abort();
    if (tells) show(to, n), putchar(' ');
    n = q.wanted ? np_mdns_build_plain(m, &q, packet, to) : 0;
    if (n > NP_MDNS_BYTES) abort();
    if (tells) show(to, n), putchar('\n');
    free(to);
}

static void answer_lines(const np_mdns *m)
{
    static char line[8192];
    while (fgets(line, sizeof line, stdin)) {
        uint32_t length = (uint32_t)strcspn(line, "\n") / 2;
        uint8_t *packet = malloc(length ? length : 1);
        for (uint32_t i = 0; i < length; i++) {
            unsigned byte;
            sscanf(line + 2 * i, "%2x", &byte);
            packet[i] = (uint8_t)byte;
        }
        answer(m, packet, length, true);
        free(packet);
    }
}

/* A packet that begins as a question does and goes on with names that may point anywhere. */
static uint32_t hostile(uint8_t *to)
{
    static const char *const labels[] = { "_nanopy", "_tcp", "local", "_services", "_dns-sd", "_udp", "nanopy-00005ccf7f010203", "attic-010203", "_NANOPY", "x" };
    static const uint8_t types[] = { 1, 12, 16, 28, 33, 47, 255, 2 };
    uint32_t at = 12, questions = rand() % 2 ? 1 + (uint32_t)rand() % 3 : (uint32_t)rand() % 20, answers = (uint32_t)rand() % 5;
    memset(to, 0, 12);
    to[0] = (uint8_t)rand();
    if (rand() % 8 == 0) to[2] = (uint8_t)rand();
    to[5] = (uint8_t)questions;
    to[7] = (uint8_t)answers;
    for (uint32_t i = 0; i < questions + answers && at < 400; i++) {
        static const uint8_t known[][5] = { { 0, 1, 2, 255 }, { 3, 4, 5, 2, 255 }, { 6, 2, 255 }, { 7, 0, 1, 2, 255 } };
        const uint8_t *name = known[rand() % 4];
        uint32_t parts = rand() % 2 ? 5 : (uint32_t)rand() % 6;
        for (uint32_t k = 0; k < parts && !(parts == 5 && name[k] == 255); k++) {
            const char *label = labels[parts == 5 ? name[k] : rand() % 10];
            uint32_t n = (uint32_t)strlen(label);
            to[at++] = rand() % 200 ? (uint8_t)n : (uint8_t)rand();
            memcpy(to + at, label, n);
            at += n;
        }
        if (rand() % 6 == 0) to[at++] = (uint8_t)(0xC0 | rand() % (rand() % 5 ? 1 : 64)), to[at++] = (uint8_t)rand();
        else to[at++] = 0;
        to[at++] = 0;
        to[at++] = types[rand() % 8];
        to[at++] = rand() % 2 ? 0x80 : 0;
        to[at++] = rand() % 5 ? 1 : (uint8_t)rand();
        if (i >= questions) {
            for (int k = 0; k < 5; k++) to[at++] = (uint8_t)rand();
            to[at++] = (uint8_t)(rand() % 40);
        }
    }
    for (int k = rand() % 4 ? 0 : rand() % 4; k > 0; k--) to[rand() % at] = (uint8_t)rand();
    return rand() % 4 ? at : (uint32_t)rand() % (at + 1);
}

static void fuzz(const np_mdns *m, unsigned seed, unsigned count)
{
    static uint8_t all[1024];
    unsigned answered = 0;
    srand(seed);
    for (unsigned i = 0; i < count; i++) {
        uint32_t length = hostile(all);
        uint8_t *packet = malloc(length ? length : 1);
        memcpy(packet, all, length);
        answered += np_mdns_read(m, packet, length).wanted != 0;
        answer(m, packet, length, false);
        free(packet);
    }
    printf("%u packets, %u answered\n", count, answered);
}

int main(int count, char **arguments)
{
    const char *mode = count > 1 ? arguments[1] : "";
    const char *name = getenv("BOARD_NAME");
    np_mdns m = board(name ? name : "attic");
    if (strcmp(mode, "answer") == 0) {
        answer_lines(&m);
    } else if (strcmp(mode, "announce") == 0) {
        uint8_t to[NP_MDNS_BYTES];
        show(to, np_mdns_build(&m, NP_MDNS_ALL, count > 2, to));
        putchar('\n');
    } else if (strcmp(mode, "fuzz") == 0 && count > 3) {
        fuzz(&m, (unsigned)atoi(arguments[2]), (unsigned)atoi(arguments[3]));
    } else {
        return 2;
    }
    return 0;
}
