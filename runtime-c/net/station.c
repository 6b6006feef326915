/* The states are those of link.def: OFF, DISABLED, WAITING -> JOINING -> ADDRESSING -> CONNECTED, and from each of the last three back to WAITING. */
#include "station.h"

#include "np_link.h"

#include <string.h>

enum {
    FIRST_PAUSE_MS = 1000,      /* after the first failure; doubled at each further one */
    MOST_PAUSE_MS = 300000,
    JOIN_MS = 20000,            /* a scan of all channels and the handshake take about 5 s */
    ADDRESS_MS = 20000,         /* DHCP repeats its question after 2, 4, 8 s (RFC 2131, 4.1) */
    PROVEN_MS = 30000,          /* a connection that lasted so long was good: the next pause is the first one again */
    FAREWELL_MS = 500,          /* before a network is left because somebody said so: the answer may go out through it */
};

static bool is(const np_station *s, uint8_t state) { return s->state == state; }

/* Some radio work is under way, or done and in use. */
static bool is_active(const np_station *s) { return is(s, NP_WIFI_JOINING) || is(s, NP_WIFI_ADDRESSING) || is(s, NP_WIFI_CONNECTED); }

static void enter(np_station *s, uint8_t state, uint32_t lasts)
{
    s->state = state;
    s->since = s->now;
    s->lasts = lasts;
    if (state != NP_WIFI_CONNECTED) s->address = s->mask = s->gateway = 0;
}

/* xorshift (G. Marsaglia, Journal of Statistical Software 8(14), 2003). */
static uint32_t next_random(np_station *s)
{
    uint32_t r = s->random;
    r ^= r << 13;
    r ^= r >> 17;
    r ^= r << 5;
    return s->random = r;
}

/* A pause is between three and five quarters of its length: boards that lost the same access point do not come back all at once. */
static void fail(np_station *s, uint8_t reason, uint8_t code)
{
    if (is(s, NP_WIFI_CONNECTED) && s->now - s->since >= PROVEN_MS) s->pause = FIRST_PAUSE_MS;
    uint32_t pause = s->pause - s->pause / 4 + next_random(s) % (s->pause / 2);
    s->pause = s->pause * 2 < MOST_PAUSE_MS ? s->pause * 2 : (uint32_t)MOST_PAUSE_MS;
    s->reason = reason;
    s->code = code;
    enter(s, NP_WIFI_WAITING, pause);
}

static void join(np_station *s)
{
    if (s->attempts < UINT16_MAX) s->attempts++;
    enter(s, NP_WIFI_JOINING, JOIN_MS);
    if (!s->radio->join(s->radio->context, &s->network)) fail(s, NP_WIFI_REASON_NO_ANSWER, 0);
}

void np_station_init(np_station *s, uint32_t now_ms)
{
    memset(&s->network, 0, sizeof s->network);
    s->now = now_ms;
    s->random = 1u | s->mac[2] << 24 | s->mac[3] << 16 | s->mac[4] << 8 | s->mac[5];
    s->reason = s->code = 0;
    s->attempts = 0;
    s->pause = FIRST_PAUSE_MS;
    enter(s, NP_WIFI_OFF, UINT32_MAX);
}

uint32_t np_station_step(np_station *s, uint32_t now_ms)
{
    s->now = now_ms;
    if (s->lasts == UINT32_MAX) return UINT32_MAX;
    if (now_ms - s->since >= s->lasts) {
        if (is(s, NP_WIFI_WAITING)) {
            join(s);
        } else {
            s->radio->leave(s->radio->context);
            if (is(s, NP_WIFI_JOINING)) fail(s, NP_WIFI_REASON_NO_ANSWER, 0);
            else if (is(s, NP_WIFI_ADDRESSING)) fail(s, NP_WIFI_REASON_NO_ADDRESS, 0);
            else s->lasts = UINT32_MAX;
        }
    }
    return s->lasts == UINT32_MAX ? UINT32_MAX : s->lasts - (now_ms - s->since);
}

/* From any state to the network that is known now, or to none. */
static void begin(np_station *s, bool on)
{
    uint32_t lasts = is_active(s) ? FAREWELL_MS : 0;
    s->pause = FIRST_PAUSE_MS;
    s->attempts = 0;
    s->reason = s->code = 0;
    enter(s, s->network.ssid_length == 0 ? NP_WIFI_OFF : on ? NP_WIFI_WAITING : NP_WIFI_DISABLED, lasts);
}

void np_station_use(void *station, const np_wifi_network *network)
{
    np_station *s = station;
    bool same = memcmp(&s->network, network, sizeof *network) == 0;
    if (same && (is(s, NP_WIFI_CONNECTED) || is(s, NP_WIFI_ADDRESSING))) return;
    s->network = *network;
    begin(s, true);
}

void np_station_enable(void *station, bool on)
{
    np_station *s = station;
    if (on ? is(s, NP_WIFI_DISABLED) : s->network.ssid_length != 0 && !is(s, NP_WIFI_DISABLED)) begin(s, on);
}

void np_station_status(void *station, np_wifi_status *status)
{
    const np_station *s = station;
    *status = (np_wifi_status){ .state = s->state, .reason = s->reason, .code = s->code, .attempts = s->attempts, .port = s->port,
                                .again_ms = UINT32_MAX, .address = s->address, .mask = s->mask, .gateway = s->gateway };
    if (is(s, NP_WIFI_WAITING)) status->again_ms = s->now - s->since < s->lasts ? s->lasts - (s->now - s->since) : 0;
    if (is(s, NP_WIFI_CONNECTED)) status->dbm = s->radio->dbm(s->radio->context);
    memcpy(status->mac, s->mac, sizeof status->mac);
}

const np_wifi_network *np_station_network(void *station) { return &((const np_station *)station)->network; }

void np_station_joined(np_station *s)
{
    if (is(s, NP_WIFI_JOINING)) enter(s, NP_WIFI_ADDRESSING, ADDRESS_MS);
}

void np_station_address(np_station *s, uint32_t address, uint32_t mask, uint32_t gateway)
{
    if (!is_active(s)) return;
    if (!is(s, NP_WIFI_CONNECTED)) enter(s, NP_WIFI_CONNECTED, UINT32_MAX);
    s->attempts = 0;
    s->reason = s->code = 0;
    s->address = address;
    s->mask = mask;
    s->gateway = gateway;
}

void np_station_lost(np_station *s, uint8_t reason, uint8_t code)
{
    if (is_active(s)) fail(s, reason, code);
}
