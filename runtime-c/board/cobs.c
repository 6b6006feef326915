/* A block is a code c and c - 1 bytes that are not 0; a 0 follows unless c is 255 or the frame ends. */
#include "cobs.h"

enum { FULL = 255 };

static uint32_t after(const np_cobs_encoder *e, uint32_t at) { return at + 1 == e->size ? 0 : at + 1; }

static void open_block(np_cobs_encoder *e)
{
    e->code_at = e->at;
    e->at = after(e, e->at);
    e->code = 1;
}

static void close_block(np_cobs_encoder *e) { e->ring[e->code_at] = (uint8_t)e->code; }

void np_cobs_begin(np_cobs_encoder *e, uint8_t *ring, uint32_t size, uint32_t at)
{
    e->ring = ring;
    e->size = size;
    e->at = at;
    open_block(e);
}

void np_cobs_put(np_cobs_encoder *e, uint8_t byte)
{
    /* A full block is closed only when more follows: at the end of a frame it needs no empty block behind it. */
    if (e->code == FULL) {
        close_block(e);
        open_block(e);
    }
    if (byte == 0) {
        close_block(e);
        open_block(e);
    } else {
        e->ring[e->at] = byte;
        e->at = after(e, e->at);
        e->code++;
    }
}

uint32_t np_cobs_end(np_cobs_encoder *e)
{
    close_block(e);
    e->ring[e->at] = 0;
    return after(e, e->at);
}

np_cobs_event np_cobs_take(np_cobs_decoder *d, uint8_t byte, uint8_t *out)
{
    if (byte == 0) {
        bool whole = d->left == 0 && d->code != 0;
        d->code = d->left = 0;
        return whole ? NP_COBS_END : NP_COBS_CUT;
    }
    if (d->left > 0) {
        d->left--;
        *out = byte;
        return NP_COBS_BYTE;
    }
    /* The 0 that the block before stood for is known to be one only now. */
    bool zero = d->code != 0 && d->code != FULL;
    d->code = byte;
    d->left = (uint8_t)(byte - 1);
    *out = 0;
    return zero ? NP_COBS_BYTE : NP_COBS_NOTHING;
}
