#include "mdns_udp.h"

#include "lwip.h"

enum { TTL = 255, ANNOUNCEMENTS = 2, INTERVAL_MS = 1000, DELAY_MS = 20, DELAY_SPREAD_MS = 100 };    /* RFC 6762, 11, 8.3, 6 */

#if LWIP_VERSION_MAJOR >= 2
#define SENDER const ip_addr_t
static ip_addr_t address_of(uint32_t address)
{
    ip_addr_t result = IPADDR4_INIT(address);
    return result;
}
static uint32_t number_of(const ip_addr_t *address) { return ip_addr_get_ip4_u32(address); }
static void membership(bool join, uint32_t address)
{
    ip_addr_t own = address_of(address), group = address_of(NP_MDNS_GROUP);
    (join ? igmp_joingroup : igmp_leavegroup)(ip_2_ip4(&own), ip_2_ip4(&group));
}
#else
#define SENDER ip_addr_t
static ip_addr_t address_of(uint32_t address) { return (ip_addr_t){ address }; }
static uint32_t number_of(const ip_addr_t *address) { return address->addr; }
static void membership(bool join, uint32_t address)
{
    ip_addr_t own = address_of(address), group = address_of(NP_MDNS_GROUP);
    (join ? igmp_joingroup : igmp_leavegroup)(&own, &group);
}
#endif

/* What can't be sent for want of memory is lost, as on air. `question`: to be answered to a resolver that knows nothing of multicast. */
static void send(np_mdns_udp *u, uint16_t records, bool ttl_0, uint32_t to, uint16_t port, const np_mdns_question *question, const uint8_t *packet)
{
    struct pbuf *buffer = pbuf_alloc(PBUF_TRANSPORT, NP_MDNS_BYTES, PBUF_RAM);
    if (!buffer) return;
    uint32_t length = question ? np_mdns_build_plain(&u->mdns, question, packet, buffer->payload) : np_mdns_build(&u->mdns, records, ttl_0, buffer->payload);
    if (length > 0) {
        ip_addr_t address = address_of(to);
        pbuf_realloc(buffer, (u16_t)length);
        udp_sendto(u->pcb, buffer, &address, port);
    }
    pbuf_free(buffer);
}

static void send_to_all(np_mdns_udp *u, uint16_t records, bool ttl_0)
{
    send(u, records, ttl_0, NP_MDNS_GROUP, u->port, NULL, NULL);
    u->last = u->now;
}

static void on_packet(void *argument, struct udp_pcb *pcb, struct pbuf *buffer, SENDER *sender, u16_t port)
{
    np_mdns_udp *u = argument;
    uint32_t from = number_of(sender);
    (void)pcb;
    /* Who is not on this network has nothing to ask (RFC 6762, 11). A packet in pieces is longer than any question to a board. */
    if (u->mdns.address != 0 && ((from ^ u->mdns.address) & u->mask) == 0 && buffer->len == buffer->tot_len) {
        np_mdns_question q = np_mdns_read(&u->mdns, buffer->payload, buffer->len);
        if (q.wanted != 0 && port != u->port) {
            send(u, q.wanted, false, from, port, &q, buffer->payload);
        } else if (q.wanted != 0 && q.unicast) {
            send(u, q.wanted, false, from, port, NULL, NULL);
        } else if (q.wanted != 0) {
            if (u->pending == 0) {
                u->random = u->random * 1664525u + 1013904223u;     /* Numerical Recipes, 7.1 */
                u->due = u->now + DELAY_MS + (u->random >> 16) % DELAY_SPREAD_MS;
                if ((int32_t)(u->last + INTERVAL_MS - u->due) > 0) u->due = u->last + INTERVAL_MS;
            }
            u->pending |= q.wanted;
        }
    }
    pbuf_free(buffer);
}

bool np_mdns_start(np_mdns_udp *u, uint16_t port)
{
    u->port = port;
    u->mdns.address = 0;
    u->pending = u->announcements = 0;
    u->now = u->last = 0;
    u->random = (uint32_t)u->mdns.board;
    u->pcb = udp_new();
    if (!u->pcb) return false;
    if (udp_bind(u->pcb, IP_ADDR_ANY, port) != ERR_OK) {
        udp_remove(u->pcb);
        u->pcb = NULL;
        return false;
    }
    u->pcb->ttl = TTL;
#if LWIP_MULTICAST_TX_OPTIONS
    udp_set_multicast_ttl(u->pcb, TTL);
#endif
    udp_recv(u->pcb, on_packet, u);
    return true;
}

void np_mdns_here(np_mdns_udp *u, uint32_t address, uint32_t mask)
{
    if (!u->pcb) return;
    np_mdns_gone(u);
    membership(true, address);
    u->mdns.address = address;
    u->mask = mask;
    u->pending |= NP_MDNS_ALL;
    u->due = u->now;
    u->announcements = ANNOUNCEMENTS;
}

void np_mdns_gone(np_mdns_udp *u)
{
    if (!u->pcb || u->mdns.address == 0) return;
    send_to_all(u, NP_MDNS_ALL, true);
    membership(false, u->mdns.address);
    u->mdns.address = 0;
    u->pending = u->announcements = 0;
}

uint32_t np_mdns_step(np_mdns_udp *u, uint32_t now_ms)
{
    u->now = now_ms;
    if (u->pending != 0 && (int32_t)(now_ms - u->due) >= 0) {
        send_to_all(u, u->pending, false);
        u->pending = 0;
        if (u->announcements > 0 && --u->announcements > 0) {
            u->pending = NP_MDNS_ALL;
            u->due = now_ms + INTERVAL_MS;
        }
    }
    return u->pending == 0 ? UINT32_MAX : u->due - now_ms;
}
