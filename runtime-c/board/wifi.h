/* A board's Wi-Fi, as the board sees it: what its home has to offer (np_board_port.wifi), and what the host asks of it. */
#ifndef NP_BOARD_WIFI_H
#define NP_BOARD_WIFI_H

#include <stdbool.h>
#include <stdint.h>

#define NP_WIFI_SSID 32u        /* bytes of the longest name of a network (IEEE 802.11, 9.4.2.2) */
#define NP_WIFI_PASSWORD 64u    /* of the longest password: 63 characters, or the key as 64 hexadecimal digits (IEEE 802.11, J.4) */

/* A network and how to join it; as it is, it is also the record in flash. */
typedef struct {
    _Alignas(4) uint8_t ssid_length;    /* 0: none */
    uint8_t password_length;    /* 0: an open network */
    uint8_t ssid[NP_WIFI_SSID];
    uint8_t password[NP_WIFI_PASSWORD];
    uint8_t unused[2];
} np_wifi_network;

_Static_assert(sizeof(np_wifi_network) == 100, "records are whole words");

typedef struct {
    uint8_t state;              /* NP_WIFI_ of link.def */
    uint8_t reason;             /* NP_WIFI_REASON_ of the last failure; 0: none since it was connected */
    uint8_t code;               /* IEEE 802.11's number for it (9.4.1.7), where the radio named one */
    int8_t dbm;                 /* 0: unknown */
    uint16_t attempts;          /* since it was connected last */
    uint16_t port;              /* of the board's TCP links */
    uint32_t again_ms;          /* until it tries again; UINT32_MAX: it does not wait for that */
    uint32_t address, mask, gateway;    /* IPv4, the first byte the lowest; 0 where it is not connected */
    uint8_t mac[6];
} np_wifi_status;

typedef struct {
    void *context;
    /* The network to join from now on; of length 0: none. It is copied. */
    void (*use)(void *context, const np_wifi_network *network);
    /* Switches it off until it is switched on again, or a network is named. */
    void (*enable)(void *context, bool on);
    void (*status)(void *context, np_wifi_status *status);
} np_wifi_port;

#endif
