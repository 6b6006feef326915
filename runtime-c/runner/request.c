/* Reads requests, each part to where it is used: an image goes to flash without a stop in RAM. */
#include "request.h"

#include "port.h"

_Static_assert(sizeof(request_head) == 64, "the head is sent as it lies in memory");

typedef struct {
    uint8_t type, zero[3];
    uint32_t length;
} frame_head;

static uint32_t padded(uint32_t length) {
    return (length + 3u) & ~3u;
}

static bool skip(uint32_t length) {
    uint8_t waste[64];
    while (length > 0) {
        uint32_t piece = length < sizeof waste ? length : (uint32_t)sizeof waste;
        if (!port_read(waste, piece)) return false;
        length -= piece;
    }
    return true;
}

/* Reads one part into its area, or skips it where there is no room. NULL only at the end of the stream. */
static bool read_part(port_area area, uint32_t length, int no_room, const void **part, int *error) {
    void *block = length > 0 ? port_memory(area, length) : NULL;
    *part = block;
    if (length == 0) return true;
    if (block == NULL) {
        if (*error == RUNNER_OK) *error = no_room;
        return skip(length);
    }
    return port_read(block, length);
}

bool request_read(request *r, int *error) {
    frame_head frame;
    if (!port_read(&frame, sizeof frame)) return false;
    *error = RUNNER_OK;
    request_head *head = &r->head;
    uint32_t rest = frame.length;
    if (frame.type != 'R' || rest < sizeof *head) {
        *error = RUNNER_E_REQUEST;
        *head = (request_head){0};
        return skip(rest);
    }
    if (!port_read(head, sizeof *head)) return false;
    rest -= (uint32_t)sizeof *head;
    uint64_t parts = (uint64_t)head->points * 8 + padded(head->image_bytes) + (uint64_t)padded(head->snapshot_bytes) + padded(head->argv_bytes);
    parts += padded(head->event_bytes) + (uint64_t)padded(head->prelude_bytes) + padded(head->pins_bytes) + (uint64_t)padded(head->input_bytes);
    if (parts != rest) {
        *error = RUNNER_E_REQUEST;
        return skip(rest);
    }
    const void *points, *image, *snapshot, *argv, *event, *prelude, *pins, *input;
    bool read = read_part(AREA_POINTS, head->points * 8, RUNNER_E_REQUEST, &points, error) &&
                read_part(AREA_IMAGE, padded(head->image_bytes), RUNNER_E_IMAGE, &image, error) &&
                read_part(AREA_SNAPSHOT, padded(head->snapshot_bytes), RUNNER_E_SNAPSHOT, &snapshot, error) &&
                read_part(AREA_ARGV, padded(head->argv_bytes), RUNNER_E_REQUEST, &argv, error) &&
                read_part(AREA_EVENT, padded(head->event_bytes), RUNNER_E_REQUEST, &event, error) &&
                 read_part(AREA_PRELUDE, padded(head->prelude_bytes), RUNNER_E_IMAGE, &prelude, error) &&
                 read_part(AREA_PINS, padded(head->pins_bytes), RUNNER_E_REQUEST, &pins, error) &&
                 read_part(AREA_INPUT, padded(head->input_bytes), RUNNER_E_REQUEST, &input, error);
    if (!read) return false;
    r->points = points;
    r->image = image;
    r->snapshot = snapshot;
    r->argv = argv;
    r->event = event;
    r->prelude = prelude;
    r->pins = (uint32_t *)(uintptr_t)pins;
    r->input = input;
    return true;
}
