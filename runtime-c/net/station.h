/* A Wi-Fi station that keeps to one network: joins, tries again ever more rarely, and begins at once when the network is another one. */
#ifndef NP_NET_STATION_H
#define NP_NET_STATION_H

#include "radio.h"

/* Its fields are the station's own, but for what must be filled in before np_station_init. */
typedef struct {
    const np_radio *radio;      /* to be filled in; stays the caller's */
    uint8_t mac[6];             /* to be filled in: shown, and spreads the times at which boards try again */
    uint16_t port;              /* to be filled in: shown */

    np_wifi_network network;
    uint8_t state, reason, code;
    uint16_t attempts;
    uint32_t now;               /* ms, of the last step */
    uint32_t since;             /* when the state began */
    uint32_t lasts;             /* ms: then WAITING tries again, JOINING and ADDRESSING give up */
    uint32_t pause;             /* ms, of the next failure */
    uint32_t random;
    uint32_t address, mask, gateway;
} np_station;

/* Begins without a network. */
void np_station_init(np_station *s, uint32_t now_ms);

/* Does what is due; `now_ms` is a monotonic clock that may wrap around. ms until there is something to do by itself; UINT32_MAX: nothing. */
uint32_t np_station_step(np_station *s, uint32_t now_ms);

/* What np_station_port is made of; `station` is an np_station. */
void np_station_use(void *station, const np_wifi_network *network);
void np_station_enable(void *station, bool on);
void np_station_status(void *station, np_wifi_status *status);
const np_wifi_network *np_station_network(void *station);

/* The port of a board with this station. Inline: what else uses a station does without the board. */
static inline np_wifi_port np_station_port(np_station *s)
{
    return (np_wifi_port){ &np_board_wifi, s, np_station_use, np_station_network, np_station_enable, np_station_status };
}

/* --- what the radio tells, at any time but within its own functions ---------------------------------------------- */

/* It has joined; an address comes by and by. */
void np_station_joined(np_station *s);
/* It has an address (again, perhaps another one). IPv4, the first byte the lowest. */
void np_station_address(np_station *s, uint32_t address, uint32_t mask, uint32_t gateway);
/* It could not join, or is not joined any more. `reason`: NP_WIFI_REASON_; `code`: 802.11's number, 0 where there is none. */
void np_station_lost(np_station *s, uint8_t reason, uint8_t code);

#endif
