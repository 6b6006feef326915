/* The whole of a board's network: its station, the links over TCP, and how it is found. */
#ifndef NP_NET_NETWORK_H
#define NP_NET_NETWORK_H

#include "mdns_udp.h"
#include "station.h"
#include "tcp.h"

#define NP_NETWORK_PORT 7890u   /* of the links; as nanopy sim has it */

typedef struct {
    np_station *station;        /* the caller's */
    np_tcp tcp;
    np_mdns_udp mdns;
    uint32_t address;           /* that connections were made to last */
} np_network;

/* Listens for `count` connections, and will tell of them when the station has an address. `id` and `platform` as in np_board_port; `mdns_port` is
 * NP_MDNS_PORT but in tests. False where lwIP has no memory. */
bool np_network_start(np_network *n, np_station *station, uint64_t id, const char *platform, np_tcp_link *links, uint32_t count, uint16_t mdns_port);

/* After each step of the board. `name` is what it is called now, of `length` bytes, and stays where it is. ms until there is something to do by itself;
 * UINT32_MAX: nothing. */
uint32_t np_network_step(np_network *n, const uint8_t *name, uint32_t length, uint32_t now_ms);

#endif
