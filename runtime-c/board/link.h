/* The board's end of one link: bytecode/LINK.md draws what is said on it. One np_link serves one byte stream (a UART, a TCP connection) and holds all
 * that it needs; nothing here allocates, waits or keeps an address of the caller's but the port's. */
#ifndef NP_BOARD_LINK_H
#define NP_BOARD_LINK_H

#include <stdbool.h>
#include <stdint.h>

#include "cobs.h"

#define NP_LINK_VERSION 1u
#define NP_LINK_PAYLOAD 512u    /* bytes of the largest message, both ways */
#define NP_LINK_LEAST_PAYLOAD 64u /* a host that takes less is of no use: a request with a name */
#define NP_LINK_WINDOW 4u       /* frames that the host may send without an acknowledgement */
#define NP_LINK_TAG 16u         /* bytes of an authentication tag, where the security tier is not 0 */
#ifndef NP_LINK_RING
#define NP_LINK_RING 1600u      /* bytes of frames on their way to the host: three of the largest. A home that is short of RAM has two: 1100 */
#endif

/* What a link needs. */
typedef struct {
    void *context;
    /* Without waiting: how many bytes came, 0 none, -1 the peer is gone. */
    int32_t (*read)(void *context, uint8_t *bytes, uint32_t capacity);
    /* Without waiting: how many bytes were taken; the rest is offered again. */
    uint32_t (*write)(void *context, const uint8_t *bytes, uint32_t length);
    /* A message arrived: true if it was taken. false: not now; it is offered again at each np_link_poll, and nothing behind it is taken before.
     * `bytes` are 4-byte aligned and valid during the call, which may send, but not poll. */
    bool (*message)(void *context, uint32_t channel, const uint8_t *bytes, uint32_t length);
    /* A session began (also: began anew, which ends the one before) or ended. */
    void (*session)(void *context, bool open);
} np_link_port;

typedef struct np_link np_link;

/* Before the first poll, and when another peer is at the other end. `port` must live as long as the link. `seed` (any number) spreads the times of
 * retransmissions, so that the links of many boards do not beat in time. */
void np_link_init(np_link *link, const np_link_port *port, uint64_t board_id, uint32_t seed);

/* Reads, answers, repeats; true if anything happened. `now_ms` is a monotonic clock that may wrap around. */
bool np_link_poll(np_link *link, uint32_t now_ms);

/* How many payload bytes np_link_send takes now: 0 to NP_LINK_PAYLOAD. */
uint32_t np_link_room(const np_link *link);

/* Queues one message of two parts (either may be empty; both may lie in flash); np_link_poll writes it. false, with nothing queued: no session, or no
 * room now. */
bool np_link_send(np_link *link, uint32_t channel, const void *head, uint32_t head_length, const void *body, uint32_t body_length);

/* Whether there is a session. */
bool np_link_open(const np_link *link);

/* Whether a host is at the other end: there is a session, and it was heard within a few seconds (it says something every two). */
bool np_link_heard(const np_link *link, uint32_t now_ms);

/* Whether all that was sent has gone out and been acknowledged. */
bool np_link_silent(const np_link *link);

/* Milliseconds until np_link_poll has something to do even if no byte comes; UINT32_MAX: nothing. */
uint32_t np_link_due_ms(const np_link *link, uint32_t now_ms);

struct np_link {
    const np_link_port *port;
    uint64_t board_id;
    uint32_t random;
    uint32_t now;               /* of the last poll */

    /* the session */
    bool open;
    uint16_t session;           /* its number */
    uint16_t payload;           /* bytes of the largest message that the host takes */
    uint16_t window;            /* frames that the host takes without acknowledging */
    uint32_t valid_at;          /* when a frame of the host's came last */
    uint32_t heard;             /* when the host was last heard, or the first frame since then was sent */

    /* the frame that is being received */
    np_cobs_decoder decoder;
    bool keep;                  /* its payload goes to `received`, which is free */
    uint32_t count;             /* decoded bytes so far */
    uint32_t crc;
    uint8_t start[28];          /* its first bytes: all of a HELLO, the head of others */
    uint32_t received[(NP_LINK_PAYLOAD + NP_LINK_TAG + 4u) / 4u];  /* what is behind its head */

    /* DATA frames from the host */
    uint16_t expected;          /* sequence number of the next one */
    bool held;                  /* that one has come and lies in `received`; the board could not take it yet */
    uint8_t held_channel;
    uint16_t held_length;
    bool asked;                 /* a NAK for `expected` has been sent, or the frames behind the held one are to be asked for */
    uint8_t taken;              /* frames taken since the last acknowledgement went out */
    uint32_t ack_at;            /* when one goes out at the latest, where `taken` is not 0 */

    /* DATA frames to the host: `used` bytes of encoded frames from `tail` on, of which `sent` have been written */
    uint16_t base;              /* sequence number of the oldest that is not acknowledged */
    uint16_t next;              /* of the next to be queued */
    uint32_t tail, used, sent;
    uint32_t repeat_at;         /* when all are sent again */
    uint32_t patience;          /* ms between two such times */
    uint8_t ring[NP_LINK_RING];

    /* frames without a number: what is to be said, and the one that is being written */
    bool want_welcome, want_ack, want_nak, want_bye;
    uint8_t version;            /* that WELCOME names: 0 where there is none in common */
    uint16_t welcome_session, bye_session;
    uint8_t control[32];
    uint8_t control_length, control_sent;
    bool lead;                  /* a 0 goes first: what was written before it may be a cut frame, or noise */
    bool within;                /* the last byte written lies within a frame of the ring */
};

#endif
