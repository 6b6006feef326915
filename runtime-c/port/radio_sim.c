/* Joining takes a little time, as on air; what is wrong is found out the same way. */
#include "radio_sim.h"

#include "np_link.h"

#include <string.h>

enum { STAGE_MS = 40 };
enum { IDLE, JOINS, JOINED, READY, NOTHING_HEARD, WRONG_PASSWORD };
/* What IEEE 802.11 and Espressif's SDK number these with. */
enum { CODE_HANDSHAKE = 15, CODE_NOTHING_HEARD = 201 };

static void enter(np_radio_sim *r, uint8_t stage)
{
    r->stage = stage;
    r->at = r->now + STAGE_MS;
}

static bool join(void *context, const np_wifi_network *network)
{
    np_radio_sim *r = context;
    bool heard = network->ssid_length == r->near.ssid_length && memcmp(network->ssid, r->near.ssid, network->ssid_length) == 0;
    bool right = network->password_length == r->near.password_length && memcmp(network->password, r->near.password, network->password_length) == 0;
    enter(r, !heard ? NOTHING_HEARD : right ? JOINS : WRONG_PASSWORD);
    return true;
}

static void leave(void *context) { enter(context, IDLE); }

static int8_t dbm(void *context)
{
    (void)context;
    return -61;
}

bool np_radio_sim_open(np_radio_sim *r, const char *near, uint64_t id, uint16_t port)
{
    memset(r, 0, sizeof *r);
    const char *colon = strchr(near, ':');
    size_t name = colon ? (size_t)(colon - near) : strlen(near), password = colon ? strlen(colon + 1) : 0;
    if (name == 0 || name > NP_WIFI_SSID || password > NP_WIFI_PASSWORD) return false;
    r->near.ssid_length = (uint8_t)name;
    r->near.password_length = (uint8_t)password;
    memcpy(r->near.ssid, near, name);
    if (colon) memcpy(r->near.password, colon + 1, password);
    r->radio = (np_radio){ r, join, leave, dbm };
    r->station.radio = &r->radio;
    r->station.port = port;
    r->station.mac[0] = 2;      /* given by the one who uses it */
    for (uint32_t i = 1; i < 6; i++) r->station.mac[i] = (uint8_t)(id >> (8 * (5 - i)));
    r->address = 192u | 168u << 8 | 4u << 16 | (2u + r->station.mac[5] % 250u) << 24;
    r->wifi = np_station_port(&r->station);
    np_station_init(&r->station, 0);
    return true;
}

uint32_t np_radio_sim_step(np_radio_sim *r, uint32_t now_ms)
{
    r->now = now_ms;
    if (r->stage != IDLE && r->stage != READY && (int32_t)(now_ms - r->at) >= 0) {
        uint8_t stage = r->stage;
        enter(r, stage == JOINS ? JOINED : stage == JOINED ? READY : IDLE);
        if (stage == JOINS) np_station_joined(&r->station);
        if (stage == JOINED) np_station_address(&r->station, r->address, 0x00FFFFFFu, 192u | 168u << 8 | 4u << 16 | 1u << 24);
        if (stage == NOTHING_HEARD) np_station_lost(&r->station, NP_WIFI_REASON_NO_NETWORK, CODE_NOTHING_HEARD);
        if (stage == WRONG_PASSWORD) np_station_lost(&r->station, NP_WIFI_REASON_PASSWORD, CODE_HANDSHAKE);
    }
    uint32_t due = np_station_step(&r->station, now_ms);
    bool busy = r->stage != IDLE && r->stage != READY;
    uint32_t left = (int32_t)(r->at - now_ms) > 0 ? r->at - now_ms : 0;
    return busy && left < due ? left : due;
}
