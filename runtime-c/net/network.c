#include "network.h"

bool np_network_start(np_network *n, np_station *station, uint64_t id, const char *platform, np_tcp_link *links, uint32_t count, uint16_t mdns_port)
{
    n->station = station;
    n->address = 0;
    n->mdns.mdns = (np_mdns){ .board = id, .platform = platform, .port = station->port };
    return np_tcp_listen(&n->tcp, station->port, links, count) && np_mdns_start(&n->mdns, mdns_port);
}

uint32_t np_network_step(np_network *n, const uint8_t *name, uint32_t length, uint32_t now_ms)
{
    np_tcp_flush(&n->tcp);
    uint32_t due = np_station_step(n->station, now_ms), address = n->station->address;
    n->mdns.mdns.name = name;
    n->mdns.mdns.name_length = length;
    if (address != n->mdns.mdns.address) {
        if (address == 0) np_mdns_gone(&n->mdns);
        else np_mdns_here(&n->mdns, address, n->station->mask);
        /* Connections outlast a pause in the air, but not another address. */
        if (address != 0 && n->address != 0 && address != n->address) np_tcp_reset(&n->tcp);
        if (address != 0) n->address = address;
    }
    uint32_t told = np_mdns_step(&n->mdns, now_ms);
    return told < due ? told : due;
}
