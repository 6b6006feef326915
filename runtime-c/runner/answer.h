/* Answers, in frames. Output of the program is gathered, so that a print is one frame and not five. */
#ifndef RUNNER_ANSWER_H
#define RUNNER_ANSWER_H

#include <stdint.h>

/* The payload of `X`, byte for byte as it is sent. */
typedef struct {
    int32_t status;
    uint32_t error_offset;
    int32_t exit_code;
    uint32_t peak_live_bytes;
    uint64_t vm_instructions, allocated_bytes;
    uint32_t collections, snapshot_bytes, c_stack_bytes, arena_bytes, checkpoints, zero;
} answer_end;

/* Appends to the frame being gathered, or begins another one where the type differs. */
void answer_gather(uint32_t type, const uint8_t *bytes, uint32_t length);

void answer_flush(void);
void answer_snapshot(uint64_t instructions, const uint8_t *bytes, uint32_t length);
/* The program's answer to the invocation; its words may lie in flash. */
void answer_invocation(uint32_t status, const uint32_t *text, uint32_t length);
void answer_finish(const answer_end *end);

#endif
