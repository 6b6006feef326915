/* Links over TCP: a listener, and a few connections at a time as byte streams of the board. On lwIP's raw interface; everything here is called from
 * where lwIP is (one thread, or under its lock). */
#ifndef NP_NET_TCP_H
#define NP_NET_TCP_H

#include "board/link.h"

struct tcp_pcb;
struct pbuf;

/* One connection. Received bytes stay in lwIP's buffers until the board reads them; only then is the peer told that it may send more, so
 * that never more than lwIP's window waits. Its fields are its own. */
typedef struct {
    struct tcp_pcb *pcb;        /* NULL: nobody is connected */
    struct pbuf *first;         /* received, not read */
    uint16_t read;              /* bytes of `first` that have been read */
    bool gone;                  /* the peer of before is gone, and the board has not been told */
    bool unflushed;
    uint8_t silent;             /* half seconds since the peer was heard */
} np_tcp_link;

typedef struct {
    np_tcp_link *links;
    uint32_t count;
    struct tcp_pcb *listener;
} np_tcp;

/* Listens on a port of all addresses, for at most `count` peers; another one is refused by a reset, unless one of those has been silent for so long that it must be
 * gone (a host with a session says something every 2 s). `links` stay the caller's. False where lwIP has no memory. */
bool np_tcp_listen(np_tcp *t, uint16_t port, np_tcp_link *links, uint32_t count);

/* The stream of a link, as np_board_port.streams wants it. */
np_link_port np_tcp_stream(np_tcp_link *link);

/* Sends what has been written since the last time, and ends connections whose peers are silent for too long: after each step of the board. */
void np_tcp_flush(np_tcp *t);

/* Whether something was received that the board has not read. */
bool np_tcp_pending(const np_tcp *t);

/* Ends all connections: the address they were made to is another one now. */
void np_tcp_reset(np_tcp *t);

#endif
