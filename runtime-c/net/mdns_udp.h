/* Answers questions for the board by multicast DNS, on lwIP's raw interface; called from where lwIP is. */
#ifndef NP_NET_MDNS_UDP_H
#define NP_NET_MDNS_UDP_H

#include "mdns.h"

struct udp_pcb;

/* Its fields are its own, but for `mdns`, which is to be filled in before np_mdns_start, its address excepted. */
typedef struct {
    np_mdns mdns;
    struct udp_pcb *pcb;
    uint32_t mask;              /* of the network that the address is in */
    uint32_t now, due, last;    /* ms: of the last step; when what is pending is sent; when anything was sent to all */
    uint32_t random;
    uint16_t port;
    uint16_t pending;           /* records to be sent to all */
    uint8_t announcements;      /* that are still to be made */
} np_mdns_udp;

/* `port` is NP_MDNS_PORT; another one is for tests. False where lwIP has no memory. */
bool np_mdns_start(np_mdns_udp *u, uint16_t port);

/* The board has an address: joins the group there, and tells all. */
void np_mdns_here(np_mdns_udp *u, uint32_t address, uint32_t mask);

/* It is about to lose it, or has: takes back what it told, if that can still be sent. Nothing where it has none. */
void np_mdns_gone(np_mdns_udp *u);

/* Sends what is due. ms until there is something to do by itself; UINT32_MAX: nothing. */
uint32_t np_mdns_step(np_mdns_udp *u, uint32_t now_ms);

#endif
