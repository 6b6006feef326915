/* Writes answers, and gathers small ones. */
#include "answer.h"

#include "port.h"

_Static_assert(sizeof(answer_end) == 56, "the end is sent as it lies in memory");

static struct {
    uint32_t type, length;
    uint8_t bytes[248];
} gathered;

static void write_head(uint32_t type, uint32_t length) {
    const uint32_t head[2] = {type, length};
    port_write(head, sizeof head);
}

void answer_flush(void) {
    if (gathered.length == 0) return;
    port_write(&gathered, 8 + gathered.length);
    gathered.length = 0;
}

void answer_gather(uint32_t type, const uint8_t *bytes, uint32_t length) {
    if (gathered.type != type) answer_flush();
    gathered.type = type;
    while (length > 0) {
        uint32_t room = (uint32_t)sizeof gathered.bytes - gathered.length;
        uint32_t piece = length < room ? length : room;
        port_copy(gathered.bytes + gathered.length, bytes, piece);
        gathered.length += piece;
        bytes += piece;
        length -= piece;
        if (gathered.length == sizeof gathered.bytes) answer_flush();
    }
}

void answer_snapshot(uint64_t instructions, const uint8_t *bytes, uint32_t length) {
    answer_flush();
    write_head('S', 8 + length);
    port_write(&instructions, sizeof instructions);
    port_write(bytes, length);
}

void answer_invocation(uint32_t status, const uint32_t *text, uint32_t length) {
    answer_flush();
    write_head('A', 4 + length);
    port_write(&status, sizeof status);
    for (uint32_t at = 0; at < length; at += 4) port_write(text + at / 4, length - at < 4 ? length - at : 4);
}

void answer_finish(const answer_end *end) {
    answer_flush();
    write_head('X', sizeof *end);
    port_write(end, sizeof *end);
}
