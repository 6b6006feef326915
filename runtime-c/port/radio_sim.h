/* A radio that simulated boards hear one network with. */
#ifndef NP_PORT_RADIO_SIM_H
#define NP_PORT_RADIO_SIM_H

#include "net/station.h"

typedef struct {
    np_station station;         /* the board's */
    np_wifi_port wifi;          /* to be given to it */
    uint32_t address;           /* IPv4, that it gets */

    /* its own */
    np_radio radio;
    np_wifi_network near;       /* the one network in reach */
    uint32_t now, at;           /* ms: when what is under way is done */
    uint8_t stage;              /* 0 nothing, 1 joins, 2 has joined, 3 has an address, 4 hears no such network, 5 has the wrong password */
} np_radio_sim;

/* `near`: NAME:PASSWORD of the network in reach, without a password NAME alone; false where it can be none. `id`: the board's, for its MAC and
 * address. */
bool np_radio_sim_open(np_radio_sim *r, const char *near, uint64_t id, uint16_t port);

/* Lets the radio and the station work; ms until there is something to do. */
uint32_t np_radio_sim_step(np_radio_sim *r, uint32_t now_ms);

#endif
