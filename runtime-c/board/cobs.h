/* Consistent Overhead Byte Stuffing (S. Cheshire, M. Baker, IEEE/ACM Transactions on Networking 7(2), 1999): bytes without a 0 among them,
 * so that a 0 can end a frame. Both directions go byte by byte and need no second buffer. */
#ifndef NP_COBS_H
#define NP_COBS_H

#include <stdbool.h>
#include <stdint.h>

/* The most that `length` bytes become, the 0 at the end included. */
#define NP_COBS_MOST(length) ((length) + (length) / 254u + 2u)

/* Writes one frame after another into a ring of bytes. The caller sees to it that there is room. */
typedef struct {
    uint8_t *ring;
    uint32_t size;              /* of the ring */
    uint32_t at;                /* the next byte to write */
    uint32_t code_at;           /* where the length of the block that is being written will stand */
    uint32_t code;              /* that length: 1 and the bytes of the block so far */
} np_cobs_encoder;

/* Begins a frame at index `at`. */
void np_cobs_begin(np_cobs_encoder *e, uint8_t *ring, uint32_t size, uint32_t at);
void np_cobs_put(np_cobs_encoder *e, uint8_t byte);
/* Ends the frame with its 0; returns the index behind it. */
uint32_t np_cobs_end(np_cobs_encoder *e);

/* All zero: before a frame. */
typedef struct {
    uint8_t code;               /* of the block at hand; 0 before the first */
    uint8_t left;               /* bytes of it still to come */
} np_cobs_decoder;

/* What a byte of the line means. */
typedef enum {
    NP_COBS_NOTHING,            /* no byte yet */
    NP_COBS_BYTE,               /* `out` is the next byte of the frame */
    NP_COBS_END,                /* the frame is complete */
    NP_COBS_CUT,                /* the frame ended in the midst of a block, or was empty */
} np_cobs_event;

/* Takes one byte of the line. After END and CUT the next frame begins. */
np_cobs_event np_cobs_take(np_cobs_decoder *d, uint8_t byte, uint8_t *out);

#endif
