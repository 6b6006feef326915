/* Which network the board joins. It is kept in a record of its own, which nothing on the link or in a function can read. */
#include "wifi.h"

#include "board_state.h"
#include "bytes.h"

#include <string.h>

enum { CONFIG_WIFI = 2, LEAST_PASSWORD = 8, STATUS_BYTES = 32 };

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

static void start(np_board *b)
{
    np_wifi_network network;
    stored(b, &network);
    b->port->wifi->use(b->port->wifi->context, &network);
}

/* 0, or the store's error with nothing changed. */
static int keep(np_board *b, const np_wifi_network *network)
{
    np_wifi_network before;
    stored(b, &before);
    if (memcmp(&before, network, sizeof before) == 0) return 0;     /* the flash is spared */
    int32_t at = np_put_record(b, NP_STORE_CONFIG, CONFIG_WIFI, network, sizeof *network);
    return at < 0 ? at : 0;
}

/* Where there is no room in flash, the network that a function named is forgotten at the next start. */
static void pump(np_board *b)
{
    if (!b->wifi_changed) return;
    b->wifi_changed = false;
    keep(b, b->port->wifi->network(b->port->wifi->context));
}

/* A name and a password, packed. NP_E_BOARD_REQUEST where it is not that, NP_E_WIFI_NETWORK where there can be no such network. */
static int unpack(const uint8_t *body, uint32_t length, np_wifi_network *network)
{
    memset(network, 0, sizeof *network);
    if (length < 2 || length < 2u + body[0] || length != 2u + body[0] + body[1 + body[0]]) return NP_E_BOARD_REQUEST;
    uint32_t ssid = body[0], password = body[1 + ssid];
    if (ssid > NP_WIFI_SSID || password > NP_WIFI_PASSWORD) return NP_E_WIFI_NETWORK;
    network->ssid_length = (uint8_t)ssid;
    network->password_length = (uint8_t)password;
    memcpy(network->ssid, body + 1, ssid);
    memcpy(network->password, body + 2 + ssid, password);
    return is_sound(network) ? 0 : NP_E_WIFI_NETWORK;
}

static int take(np_board *b, const uint8_t *body, uint32_t length)
{
    np_wifi_network network;
    int error = unpack(body, length, &network);
    if (error == 0) error = keep(b, &network);
    if (error == 0) b->port->wifi->use(b->port->wifi->context, &network);
    return error;
}

static int tell(np_board *b, uint8_t *answer, uint32_t *answer_length)
{
    np_wifi_status status;
    const np_wifi_port *wifi = b->port->wifi;
    const np_wifi_network *network = wifi->network(wifi->context);
    wifi->status(wifi->context, &status);
    uint8_t *to = answer;
    *to++ = status.state;
    *to++ = status.reason;
    *to++ = status.code;
    *to++ = (uint8_t)status.dbm;
    to = np_put32(np_put16(np_put16(to, status.attempts), 0), status.again_ms);
    to = np_put32(np_put32(np_put32(to, status.address), status.mask), status.gateway);
    memcpy(to, status.mac, sizeof status.mac);
    to = np_put16(to + sizeof status.mac, status.port);
    *to++ = network->ssid_length;
    memcpy(to, network->ssid, network->ssid_length);
    *answer_length = (uint32_t)(to + network->ssid_length - answer);
    return 0;
}

/* --- for functions ---------------------------------------------------------------------------------------------- */

static int32_t join(np_board *b, const np_device_call *call)
{
    uint8_t body[2 + NP_WIFI_SSID + NP_WIFI_PASSWORD];
    np_wifi_network network;
    if (call->out_bytes > sizeof body) return NP_E_DEVICE_VALUE;
    np_copy_any(body, call->out, call->out_bytes);
    if (unpack(body, call->out_bytes, &network) < 0) return NP_E_DEVICE_VALUE;
    b->port->wifi->use(b->port->wifi->context, &network);
    b->wifi_changed = true;     /* storing it may move images, the running one's too: later */
    return 0;
}

static int32_t status_bytes(np_board *b, const np_device_call *call)
{
    np_wifi_status s;
    if (call->in_bytes < STATUS_BYTES) return NP_E_DEVICE_VALUE;
    b->port->wifi->status(b->port->wifi->context, &s);
    uint8_t *to = call->in;
    *to++ = s.state;
    *to++ = s.reason;
    *to++ = s.code;
    *to++ = (uint8_t)s.dbm;
    to = np_put32(np_put32(np_put32(to, s.address), s.mask), s.gateway);
    memcpy(to, s.mac, sizeof s.mac);
    np_put64(np_put16(to + sizeof s.mac, 0), b->port->board_id);
    return STATUS_BYTES;
}

static int32_t operate(np_board *b, const np_device_call *call)
{
    if (call->op == NP_DEV_NET_STATUS) return status_bytes(b, call);
    if (call->op == NP_DEV_NET_JOIN) return join(b, call);
    b->port->wifi->enable(b->port->wifi->context, call->a != 0);
    return 0;
}

const np_wifi_part np_board_wifi = { start, pump, take, tell, operate };
