/* SDK's functions: Espressif, "ESP8266 Non-OS SDK API Reference", 3.x, chapter 3.5. */
#include "port.h"

#include "np_link.h"
#include "sdk.h"

#include <string.h>

static np_station *told;
static bool busy;               /* within join or leave: what is told there is known */

static bool join(void *context, const np_wifi_network *network)
{
    struct station_config config;
    (void)context;
    memset(&config, 0, sizeof config);
    memcpy(config.ssid, network->ssid, network->ssid_length);
    memcpy(config.password, network->password, network->password_length);
    busy = true;
    wifi_station_disconnect();
    bool done = wifi_station_set_config_current(&config) && wifi_station_connect();
    busy = false;
    return done;
}

static void leave(void *context)
{
    (void)context;
    busy = true;
    wifi_station_disconnect();
    busy = false;
}

/* 31: it knows none. */
static int8_t dbm(void *context)
{
    (void)context;
    int8_t value = wifi_station_get_rssi();
    return value < 0 ? value : 0;
}

/* What the SDK numbers as IEEE 802.11 does (9.4.1.7), from 200 on by itself. */
static uint8_t reason_of(uint8_t code)
{
    switch (code) {
    case REASON_NO_AP_FOUND: return NP_WIFI_REASON_NO_NETWORK;
    case REASON_AUTH_EXPIRE:
    case REASON_MIC_FAILURE:
    case REASON_4WAY_HANDSHAKE_TIMEOUT:
    case REASON_AUTH_FAIL:
    case REASON_HANDSHAKE_TIMEOUT: return NP_WIFI_REASON_PASSWORD;
    case REASON_ASSOC_TOOMANY:
    case REASON_ASSOC_FAIL: return NP_WIFI_REASON_REFUSED;
    default: return NP_WIFI_REASON_LOST;
    }
}

static void on_event(System_Event_t *event)
{
    if (busy) return;
    switch (event->event) {
    case EVENT_STAMODE_CONNECTED: np_station_joined(told); break;
    case EVENT_STAMODE_GOT_IP: {
        const Event_StaMode_Got_IP_t *got = &event->event_info.got_ip;
        np_station_address(told, got->ip.addr, got->mask.addr, got->gw.addr);
        break;
    }
    case EVENT_STAMODE_DISCONNECTED: {
        uint8_t code = event->event_info.disconnected.reason;
        if (code != REASON_ASSOC_LEAVE) np_station_lost(told, reason_of(code), code);      /* that was the station itself */
        break;
    }
    default: break;
    }
}

/* The station decides when to join; the SDK keeps no network of its own, and is no access point meanwhile. */
void radio_prepare(void)
{
    wifi_set_opmode_current(STATION_MODE);
    if (wifi_station_get_auto_connect()) wifi_station_set_auto_connect(false);
    wifi_station_set_reconnect_policy(false);
}

const np_radio *radio_start(np_station *station)
{
    static const np_radio radio = { NULL, join, leave, dbm };
    told = station;
    wifi_set_event_handler_cb(on_event);
    wifi_get_macaddr(STATION_IF, station->mac);
    return &radio;
}
