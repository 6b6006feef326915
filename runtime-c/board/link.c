/* Go-back-N over COBS frames: DATA frames are taken in order alone, and sent again from the first unacknowledged one. */
#include "link.h"

#include "bytes.h"
#include "crc32.h"
#include "np_link.h"

#include <string.h>

enum {
    HEAD = 8,                   /* bytes of a frame before its payload */
    CRC = 4,
    LIMITS = 16,                /* payload of HELLO and WELCOME */
    ACK_MS = 20,                /* an acknowledgement waits so long for a frame to ride on */
    ACK_EVERY = 2,              /* frames that are taken before one goes out at once */
    PATIENCE_MS = 250,          /* before the first repetition */
    PATIENCE_MOST_MS = 500,  /* twenty repetitions before the session is given up: a line that loses a third of all is still good for that */
    SILENCE_MS = 10000,         /* then the session is given up */
    PRESENT_MS = 5000,          /* a host that was not heard for so long has left without a word */
    RETRY_MS = 2,               /* a message that was not taken is offered again, and bytes that were not written */
    CHUNK = 64,                 /* bytes that are read or copied at a time */
    CHUNKS = 16,                /* that one poll reads: the functions want to run too */
};

/* The clock wraps around: a time has come when it is less than half a turn ago. */
static bool reached(uint32_t now, uint32_t time) { return (int32_t)(now - time) >= 0; }

static uint16_t unacknowledged(const np_link *link) { return (uint16_t)(link->next - link->base); }

void np_link_init(np_link *link, const np_link_port *port, uint64_t board_id, uint32_t seed)
{
    memset(link, 0, sizeof *link);
    link->port = port;
    link->board_id = board_id;
    link->random = seed != 0 ? seed : 1;
    link->crc = NP_CRC32_BEGIN;
    link->keep = true;
    link->lead = true;
}

bool np_link_open(const np_link *link) { return link->open; }

/* Forgets the session's frames of both directions. The one that is being received is not a part of it. */
static void forget(np_link *link)
{
    link->open = false;
    link->session = 0;
    link->expected = link->base = link->next = 0;
    link->held = link->asked = false;
    link->taken = 0;
    link->tail = link->used = link->sent = 0;
    link->patience = PATIENCE_MS;
    link->want_ack = link->want_nak = link->want_welcome = false;
    if (link->within) link->lead = true;
    link->within = false;
}

static void close_session(np_link *link)
{
    if (!link->open) return;
    forget(link);
    link->port->session(link->port->context, false);
}

bool np_link_heard(const np_link *link, uint32_t now_ms) { return link->open && !reached(now_ms, link->heard + PRESENT_MS); }

/* --- sending ------------------------------------------------------------------------------------------------------- */

/* Repetitions are up to an eighth later than their time (xorshift: G. Marsaglia, Journal of Statistical Software 8(14), 2003). */
static void start_patience(np_link *link)
{
    uint32_t r = link->random;
    r ^= r << 13;
    r ^= r >> 17;
    r ^= r << 5;
    link->random = r;
    link->repeat_at = link->now + link->patience + r % (link->patience / 8);
}

typedef struct {
    np_cobs_encoder cobs;
    uint32_t crc;
} frame_writer;

static void put(frame_writer *w, const uint8_t *bytes, uint32_t length)
{
    w->crc = np_crc32_add(w->crc, bytes, length);
    for (uint32_t i = 0; i < length; i++) np_cobs_put(&w->cobs, bytes[i]);
}

static void begin_frame(frame_writer *w, uint8_t *ring, uint32_t size, uint32_t at, const uint8_t head[HEAD])
{
    np_cobs_begin(&w->cobs, ring, size, at);
    w->crc = NP_CRC32_BEGIN;
    put(w, head, HEAD);
}

/* Returns the index behind the frame. The tag of a security tier would be put here, over all before it and before the CRC; frame_ends looks for it at
 * the same place. */
static uint32_t end_frame(frame_writer *w)
{
    uint8_t crc[CRC];
    np_put32(crc, np_crc32_end(w->crc));
    put(w, crc, CRC);
    return np_cobs_end(&w->cobs);
}

static void fill_head(uint8_t head[HEAD], uint32_t kind, uint32_t channel, uint32_t session, uint32_t sequence, uint32_t expected)
{
    head[0] = (uint8_t)kind;
    head[1] = (uint8_t)channel;
    np_put16(np_put16(np_put16(head + 2, session), sequence), expected);
}

/* Nothing is being written. */
static bool is_silent(const np_link *link) { return link->sent == link->used && link->control_sent == link->control_length; }

/* What rides on any frame of the session need not be sent alone. */
static void acknowledged(np_link *link)
{
    link->taken = 0;
    link->want_ack = false;
}

static bool has_room(const np_link *link, uint32_t length)
{
    return link->open && unacknowledged(link) < link->window && length <= link->payload &&
           NP_COBS_MOST(HEAD + length + CRC) <= NP_LINK_RING - link->used;
}

uint32_t np_link_room(const np_link *link)
{
    uint32_t room = NP_LINK_RING - link->used;
    if (room > link->payload) room = link->payload;
    /* Ends soon: a frame is few bytes longer than its payload. */
    while (room > 0 && !has_room(link, room)) room = link->open && unacknowledged(link) < link->window ? room - 1 : 0;
    return room;
}

static void put_any(frame_writer *w, const uint8_t *bytes, uint32_t length)
{
    uint8_t copy[CHUNK];
    while (length > 0) {
        uint32_t n = length < CHUNK ? length : (uint32_t)CHUNK;
        np_copy_any(copy, bytes, n);
        put(w, copy, n);
        bytes += n;
        length -= n;
    }
}

bool np_link_send(np_link *link, uint32_t channel, const void *head, uint32_t head_length, const void *body, uint32_t body_length)
{
    if (head_length > NP_LINK_PAYLOAD || body_length > NP_LINK_PAYLOAD || !has_room(link, head_length + body_length)) return false;
    uint32_t at = link->tail + link->used;
    if (at >= NP_LINK_RING) at -= NP_LINK_RING;
    uint8_t bytes[HEAD];
    fill_head(bytes, NP_FRAME_DATA, channel, link->session, link->next, link->expected);
    frame_writer w;
    begin_frame(&w, link->ring, NP_LINK_RING, at, bytes);
    put_any(&w, head, head_length);
    put_any(&w, body, body_length);
    uint32_t end = end_frame(&w);
    if (unacknowledged(link) == 0) {
        link->heard = link->now;
        link->patience = PATIENCE_MS;
    }
    if (is_silent(link)) link->lead = true;
    link->used += end > at ? end - at : end + NP_LINK_RING - at;
    link->next++;
    acknowledged(link);
    return true;
}

/* All unacknowledged frames go out again. */
static void repeat(np_link *link)
{
    link->sent = 0;
    if (link->within) link->lead = true;
    link->within = false;
}

/* The host expects `sequence`: what is before it is done with. */
static void take_acknowledgement(np_link *link, uint16_t sequence)
{
    uint16_t done = (uint16_t)(sequence - link->base);
    if (done == 0 || done > unacknowledged(link)) return;
    uint32_t freed = 0, at = link->tail;
    for (uint16_t i = 0; i < done; i++) {
        uint8_t byte;
        do {
            byte = link->ring[at];
            at = at + 1 == NP_LINK_RING ? 0 : at + 1;
            freed++;
        } while (byte != 0);
    }
    /* In the midst of a repetition that turns out to be needless: it ends there. */
    if (freed > link->sent) repeat(link);
    else link->sent -= freed;
    link->tail = at;
    link->used -= freed;
    link->base = sequence;
    link->patience = PATIENCE_MS;
    start_patience(link);
}

/* The next frame without a number that is to be said, into `control`. */
static bool next_control(np_link *link)
{
    uint32_t kind, session = link->session;
    if (link->want_welcome) kind = NP_FRAME_WELCOME, session = link->welcome_session, link->want_welcome = false;
    else if (link->want_nak) kind = NP_FRAME_NAK, link->want_nak = false;
    else if (link->want_ack) kind = NP_FRAME_ACK;
    else if (link->want_bye) kind = NP_FRAME_BYE, session = link->bye_session, link->want_bye = false;
    else return false;

    uint8_t bytes[HEAD + LIMITS];
    uint32_t length = 0;
    fill_head(bytes, kind, 0, session, 0, kind == NP_FRAME_BYE ? 0 : link->expected);
    if (kind == NP_FRAME_WELCOME) {
        uint8_t *limits = bytes + HEAD;
        limits[0] = limits[1] = link->version;
        np_put64(np_put16(np_put16(np_put16(limits + 2, NP_LINK_PAYLOAD), NP_LINK_WINDOW), 0), link->board_id);
        length = LIMITS;
    }
    if (kind != NP_FRAME_BYE) acknowledged(link);
    frame_writer w;
    begin_frame(&w, link->control, sizeof link->control, 0, bytes);
    put(&w, bytes + HEAD, length);
    if (is_silent(link)) link->lead = true;
    link->control_length = (uint8_t)end_frame(&w);
    link->control_sent = 0;
    return true;
}

static uint32_t write_some(np_link *link, const uint8_t *bytes, uint32_t length)
{
    uint32_t n = link->port->write(link->port->context, bytes, length);
    return n < length ? n : length;
}

/* Writes until nothing is left or the port takes no more. Frames without a number go between the others. */
static bool transmit(np_link *link)
{
    bool any = false;
    for (;;) {
        uint32_t n, length;
        bool control = link->control_sent < link->control_length || (!link->within && next_control(link));
        if (!control && link->sent == link->used) return any;
        if (link->lead) {
            uint8_t zero = 0; /* in RAM */
            if (write_some(link, &zero, 1) == 0) return any;
            link->lead = false;
        }
        if (control) {
            length = (uint32_t)link->control_length - link->control_sent;
            n = write_some(link, link->control + link->control_sent, length);
            link->control_sent = (uint8_t)(link->control_sent + n);
        } else {
            /* To the end of one frame at most, or of the ring. */
            uint32_t at = link->tail + link->sent;
            if (at >= NP_LINK_RING) at -= NP_LINK_RING;
            length = link->used - link->sent;
            if (length > NP_LINK_RING - at) length = NP_LINK_RING - at;
            const uint8_t *end = memchr(link->ring + at, 0, length);
            if (end) length = (uint32_t)(end - (link->ring + at)) + 1;
            n = write_some(link, link->ring + at, length);
            link->sent += n;
            if (n > 0) link->within = link->ring[at + n - 1] != 0;
            /* The line may be slow: patience begins when all is written. */
            if (link->sent == link->used) start_patience(link);
        }
        any |= n > 0;
        if (n < length) return any;
    }
}

/* --- receiving ------------------------------------------------------------------------------------------------------ */

/* A session of another number begins. */
static void take_hello(np_link *link, uint16_t session)
{
    const uint8_t *limits = link->start + HEAD;
    bool can = limits[0] <= NP_LINK_VERSION && limits[1] >= NP_LINK_VERSION && np_get16(limits + 2) >= NP_LINK_LEAST_PAYLOAD;
    link->version = can ? NP_LINK_VERSION : 0;
    bool begins = link->version != 0 && !(link->open && link->session == session);
    if (begins) {
        uint32_t payload = np_get16(limits + 2), window = np_get16(limits + 4);
        forget(link);
        link->open = true;
        link->session = session;
        link->payload = (uint16_t)(payload < NP_LINK_PAYLOAD ? payload : NP_LINK_PAYLOAD);
        link->window = (uint16_t)(window > 0 ? window : 1);
    }
    link->heard = link->valid_at = link->now;
    link->want_welcome = true;
    link->welcome_session = session;
    if (begins) link->port->session(link->port->context, true);
}

static void ask_again(np_link *link)
{
    if (link->asked) return;
    link->asked = true;
    link->want_nak = true;
}

static bool offer(np_link *link, uint32_t channel, uint32_t length)
{
    if (!link->port->message(link->port->context, channel, (const uint8_t *)link->received, length)) return false;
    link->expected++;
    if (++link->taken >= ACK_EVERY) link->want_ack = true;
    else link->ack_at = link->now + ACK_MS;
    return true;
}

static void take_data(np_link *link, uint32_t channel, uint16_t sequence, uint32_t length)
{
    int16_t ahead = (int16_t)(sequence - link->expected);
    if (link->held) {
        /* Frames behind it are lost, and asked for when it is taken. The host hears meanwhile that the board lives. */
        if (ahead > 0) link->asked = true;
        link->want_ack = true;
    } else if (ahead < 0) {
        link->want_ack = true;
    } else if (ahead > 0 || !link->keep) {
        ask_again(link);
    } else {
        link->asked = false;
        if (!offer(link, channel, length)) {
            link->held = true;
            link->held_channel = (uint8_t)channel;
            link->held_length = (uint16_t)length;
        }
    }
}

static bool offer_held(np_link *link)
{
    if (!link->held || !offer(link, link->held_channel, link->held_length)) return false;
    link->held = false;
    if (link->asked) link->want_nak = true;
    return true;
}

/* A frame has come whole. What is wrong with it is dropped without an answer. A frame of a security tier would be known by bits 4-5 of its kind, and
 * have its tag in the last NP_LINK_TAG bytes before the CRC. */
static void frame_ends(np_link *link)
{
    const uint8_t *head = link->start;
    if (link->count < HEAD + CRC || link->count > HEAD + NP_LINK_PAYLOAD + CRC || link->crc != NP_CRC32_GOOD) return;
    uint32_t kind = head[0], length = link->count - HEAD - CRC;
    uint16_t session = (uint16_t)np_get16(head + 2);
    if (session == 0) return;
    if (kind == NP_FRAME_HELLO) {
        if (length == LIMITS) take_hello(link, session);
        return;
    }
    if (kind != NP_FRAME_DATA && kind != NP_FRAME_ACK && kind != NP_FRAME_NAK && kind != NP_FRAME_BYE) return;
    if (!link->open || session != link->session) {
        link->bye_session = session;
        link->want_bye = kind != NP_FRAME_BYE;
        return;
    }
    if (kind == NP_FRAME_BYE) {
        close_session(link);
        return;
    }
    link->heard = link->valid_at = link->now;
    take_acknowledgement(link, (uint16_t)np_get16(head + 6));
    if (kind == NP_FRAME_NAK && (uint16_t)np_get16(head + 6) == link->base) repeat(link);
    if (kind == NP_FRAME_DATA) take_data(link, head[1], (uint16_t)np_get16(head + 4), length);
}

static void frame_byte(np_link *link, uint8_t byte)
{
    uint32_t n = link->count;
    if (n < sizeof link->start) link->start[n] = byte;
    if (n >= HEAD && n - HEAD < sizeof link->received && link->keep) ((uint8_t *)link->received)[n - HEAD] = byte;
    if (n < HEAD + sizeof link->received) link->count++;  /* else it is too long already */
    link->crc = np_crc32_add(link->crc, &byte, 1);
}

static void take_byte(np_link *link, uint8_t byte)
{
    uint8_t decoded;
    np_cobs_event event = np_cobs_take(&link->decoder, byte, &decoded);
    if (event == NP_COBS_BYTE) frame_byte(link, decoded);
    if (event == NP_COBS_END) frame_ends(link);
    if (event == NP_COBS_END || event == NP_COBS_CUT) {
        link->count = 0;
        link->crc = NP_CRC32_BEGIN;
        link->keep = !link->held;
    }
}

static bool receive(np_link *link)
{
    uint8_t bytes[CHUNK];
    bool any = false;
    for (int i = 0; i < CHUNKS; i++) {
        int32_t n = link->port->read(link->port->context, bytes, CHUNK);
        if (n < 0) close_session(link);
        if (n <= 0) break;
        any = true;
        for (int32_t k = 0; k < n; k++) take_byte(link, bytes[k]);
    }
    return any;
}

/* --- time ---------------------------------------------------------------------------------------------------------- */

static void look_at_the_clock(np_link *link)
{
    if (!link->open) return;
    if (link->taken > 0 && reached(link->now, link->ack_at)) link->want_ack = true;
    if (unacknowledged(link) == 0) return;
    if (reached(link->now, link->heard + SILENCE_MS)) {
        close_session(link);
    } else if (link->sent == link->used && reached(link->now, link->repeat_at)) {
        repeat(link);
        link->patience = link->patience * 2 < PATIENCE_MOST_MS ? link->patience * 2 : (uint32_t)PATIENCE_MOST_MS;
    }
}

bool np_link_silent(const np_link *link) { return unacknowledged(link) == 0 && is_silent(link) && !link->want_ack && !link->want_nak; }

bool np_link_poll(np_link *link, uint32_t now_ms)
{
    link->now = now_ms;
    bool any = offer_held(link);
    any |= receive(link);
    look_at_the_clock(link);
    return transmit(link) || any;
}

static uint32_t sooner(uint32_t due, uint32_t now, uint32_t time)
{
    uint32_t left = reached(now, time) ? 0 : time - now;
    return left < due ? left : due;
}

uint32_t np_link_due_ms(const np_link *link, uint32_t now_ms)
{
    uint32_t due = UINT32_MAX;
    if (link->sent < link->used || link->control_sent < link->control_length || link->want_welcome || link->want_ack || link->want_nak ||
        link->want_bye || link->held)
        due = sooner(due, now_ms, link->now + RETRY_MS);
    if (!link->open) return due;
    if (link->taken > 0) due = sooner(due, now_ms, link->ack_at);
    if (unacknowledged(link) > 0) {
        due = sooner(due, now_ms, link->heard + SILENCE_MS);
        if (link->sent == link->used) due = sooner(due, now_ms, link->repeat_at);
    }
    return due;
}
