/* What a station needs of a radio. */
#ifndef NP_NET_RADIO_H
#define NP_NET_RADIO_H

#include "board/wifi.h"

typedef struct {
    void *context;
    /* Begins to join a network; what becomes of it is told by np_station_joined, _address and _lost, later. false: the radio does not take that now. */
    bool (*join)(void *context, const np_wifi_network *network);
    /* Leaves it, or ends joining. Whether that is told by np_station_lost does not matter. */
    void (*leave)(void *context);
    /* Strength of what it hears, dBm; 0: unknown. */
    int8_t (*dbm)(void *context);
} np_radio;

#endif
