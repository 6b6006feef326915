/* A board's Wi-Fi, as the board sees it: what its home has to offer (np_board_port.wifi), and what the host asks of it. */
#ifndef NP_BOARD_WIFI_H
#define NP_BOARD_WIFI_H

#include <stdbool.h>
#include <stdint.h>

#include "vm/np.h"

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

struct np_board;

/* The board's part (wifi.c), by way of the port: a home without Wi-Fi does not link it. */
typedef struct {
    /* Hands the network that was stored to the port. */
    void (*start)(struct np_board *b);
    /* Stores the network that a function has named. */
    void (*pump)(struct np_board *b);
    /* The bodies of WIFI and WIFI_STATUS: 0 or an error, as for all requests. */
    int (*take)(struct np_board *b, const uint8_t *body, uint32_t length);
    int (*tell)(struct np_board *b, uint8_t *answer, uint32_t *answer_length);
    /* Operations of devices.def, NET_. */
    int32_t (*operate)(struct np_board *b, const np_device_call *call);
} np_wifi_part;

extern const np_wifi_part np_board_wifi;

typedef struct {
    const np_wifi_part *part;   /* &np_board_wifi */
    void *context;
    /* The network to join from now on; of length 0: none. It is copied. */
    void (*use)(void *context, const np_wifi_network *network);
    /* The one that it was told last. */
    const np_wifi_network *(*network)(void *context);
    /* Switches it off until it is switched on again, or a network is named. */
    void (*enable)(void *context, bool on);
    void (*status)(void *context, np_wifi_status *status);
} np_wifi_port;

#endif
