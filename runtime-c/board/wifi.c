/* Which network the board joins. It is kept in a record of its own, which nothing on the link or in a function can read. */
#include "wifi.h"

#include "board_state.h"
#include "bytes.h"

#include <string.h>

enum { CONFIG_WIFI = 2, LEAST_PASSWORD = 8 };

static bool is_hex(const uint8_t *text, uint32_t length)
{
    for (uint32_t i = 0; i < length; i++) {
        uint8_t c = text[i] | 32;
        if (!(text[i] >= '0' && text[i] <= '9') && !(c >= 'a' && c <= 'f')) return false;
    }
    return true;
}

static bool is_sound(const np_wifi_network *network)
{
    uint32_t n = network->password_length;
    if (network->ssid_length == 0) return n == 0;
    if (network->ssid_length > NP_WIFI_SSID || n > NP_WIFI_PASSWORD) return false;
    return n == 0 || (n >= LEAST_PASSWORD && (n < NP_WIFI_PASSWORD || is_hex(network->password, n)));
}

/* The last record; of length 0 where there is none that is sound. */
static void stored(const np_board *b, np_wifi_network *network)
{
    np_record_info record;
    memset(network, 0, sizeof *network);
    if (np_store_find(&b->store, NP_STORE_CONFIG, CONFIG_WIFI, &record) < 0 || record.length != sizeof *network) return;
    if (np_store_read(&b->store, record.at, 0, network, sizeof *network) < 0 || !is_sound(network)) memset(network, 0, sizeof *network);
}

void np_wifi_start(np_board *b)
{
    np_wifi_network network;
    if (!b->port->wifi) return;
    stored(b, &network);
    b->port->wifi->use(b->port->wifi->context, &network);
}

int np_wifi_set(np_board *b, const np_wifi_network *network)
{
    np_wifi_network before;
    if (!b->port->wifi) return NP_E_WIFI_NONE;
    if (!is_sound(network)) return NP_E_WIFI_NETWORK;
    stored(b, &before);
    if (memcmp(&before, network, sizeof before) != 0) {     /* else the flash is spared */
        int32_t at = np_put_record(b, NP_STORE_CONFIG, CONFIG_WIFI, network, sizeof *network);
        if (at < 0) return at;
    }
    b->port->wifi->use(b->port->wifi->context, network);
    return 0;
}

int np_wifi_take(np_board *b, const uint8_t *body, uint32_t length)
{
    np_wifi_network network;
    memset(&network, 0, sizeof network);
    if (length < 2 || length < 2u + body[0] || length != 2u + body[0] + body[1 + body[0]]) return NP_E_BOARD_REQUEST;
    uint32_t ssid = body[0], password = body[1 + ssid];
    if (ssid > NP_WIFI_SSID || password > NP_WIFI_PASSWORD) return b->port->wifi ? NP_E_WIFI_NETWORK : NP_E_WIFI_NONE;
    network.ssid_length = (uint8_t)ssid;
    network.password_length = (uint8_t)password;
    memcpy(network.ssid, body + 1, ssid);
    memcpy(network.password, body + 2 + ssid, password);
    return np_wifi_set(b, &network);
}

int np_wifi_tell(np_board *b, uint8_t *answer, uint32_t *answer_length)
{
    np_wifi_network network;
    np_wifi_status status;
    const np_wifi_port *wifi = b->port->wifi;
    if (!wifi) return NP_E_WIFI_NONE;
    memset(&status, 0, sizeof status);
    wifi->status(wifi->context, &status);
    stored(b, &network);
    uint8_t *to = answer;
    *to++ = status.state;
    *to++ = status.reason;
    *to++ = status.code;
    *to++ = (uint8_t)status.dbm;
    to = np_put32(np_put16(np_put16(to, status.attempts), 0), status.again_ms);
    to = np_put32(np_put32(np_put32(to, status.address), status.mask), status.gateway);
    memcpy(to, status.mac, sizeof status.mac);
    to = np_put16(to + sizeof status.mac, status.port);
    *to++ = network.ssid_length;
    memcpy(to, network.ssid, network.ssid_length);
    *answer_length = (uint32_t)(to + network.ssid_length - answer);
    return 0;
}
