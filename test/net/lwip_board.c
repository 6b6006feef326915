/* A whole board whose network is lwIP, as on the chip: station on a simulated radio, links over TCP, multicast DNS. `lwip_board RAM_BYTES MDNS_PORT NAME:PASSWORD`: prints
 * "port N" when it listens, and ends with its stdin.
 *
 * The world outside reaches it in two ways. A connection to port N of loopback is carried on by one to the board's port from within lwIP (through its loopback, as
 * the address is its own). And packets of its one interface to or from the multicast group are put on loopback's group at MDNS_PORT, and back. */
#define _DEFAULT_SOURCE
#include <arpa/inet.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "board/board_state.h"
#include "port/flash_sim.h"
#include "net/lwip.h"
#include "net/network.h"
#include "port/radio_sim.h"

#include <lwip/inet_chksum.h>
#include <lwip/prot/ip4.h>
#include <lwip/prot/udp.h>
#include <lwip/tcpip.h>

/* Not lwIP's sockets.h, which can't stand beside the system's; Debian's lwIP has the system's types. */
int lwip_socket(int domain, int type, int protocol);
int lwip_connect(int socket, const struct sockaddr *address, unsigned length);
ssize_t lwip_recv(int socket, void *bytes, size_t length, int flags);
ssize_t lwip_send(int socket, const void *bytes, size_t length, int flags);
int lwip_shutdown(int socket, int how);
int lwip_close(int socket);

#define ID 0x5CCF7F010203u
enum { LINK_COUNT = 2, SECTORS = 64, WINDOW = 32, IP_HEAD = 20, UDP_HEAD = 8 };

static np_board board;
static np_link links[LINK_COUNT];
static np_link_port streams[LINK_COUNT];
static np_network network;
static np_tcp_link connections[LINK_COUNT];
static np_radio_sim radio;
static struct netif interface;
static int group = -1;          /* the socket of loopback's group */
static uint16_t group_port;

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static uint64_t clock_us(void *context)
{
    struct timespec now;
    (void)context;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000u + (uint64_t)now.tv_nsec / 1000u;
}

/* --- multicast ------------------------------------------------------------------------------------------------------- */

/* A packet leaves the interface: what goes to the port of multicast DNS goes on to loopback, from there to all or to the one asker. */
static err_t put_out(struct netif *from, struct pbuf *buffer, const ip4_addr_t *to)
{
    uint8_t packet[1500];
    (void)from;
    uint32_t length = pbuf_copy_partial(buffer, packet, sizeof packet, 0);
    const struct udp_hdr *udp = (const void *)(packet + IP_HEAD);
    if (length < IP_HEAD + UDP_HEAD || packet[9] != IP_PROTO_UDP || ntohs(udp->src) != group_port) return ERR_OK;
    bool all = ip4_addr_get_u32(to) == NP_MDNS_GROUP;
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = udp->dest, .sin_addr.s_addr = all ? NP_MDNS_GROUP : htonl(INADDR_LOOPBACK) };
    sendto(group, packet + IP_HEAD + UDP_HEAD, length - IP_HEAD - UDP_HEAD, 0, (struct sockaddr *)&address, sizeof address);
    return ERR_OK;
}

static err_t set_up(struct netif *netif)
{
    netif->name[0] = 'n';
    netif->name[1] = 'p';
    netif->mtu = 1500;
    netif->output = put_out;
    netif->flags = NETIF_FLAG_UP | NETIF_FLAG_LINK_UP | NETIF_FLAG_BROADCAST | NETIF_FLAG_IGMP;
    return ERR_OK;
}

/* What came from loopback's group comes to the interface from its neighbour, from the port that it was sent from. */
static void put_in(const uint8_t *bytes, uint32_t length, uint16_t port)
{
    struct pbuf *buffer = pbuf_alloc(PBUF_RAW, (u16_t)(IP_HEAD + UDP_HEAD + length), PBUF_RAM);
    if (!buffer) return;
    uint8_t *packet = buffer->payload;
    memset(packet, 0, IP_HEAD + UDP_HEAD);
    struct ip_hdr *ip = (void *)packet;
    struct udp_hdr *udp = (void *)(packet + IP_HEAD);
    IPH_VHL_SET(ip, 4, IP_HEAD / 4);
    IPH_LEN_SET(ip, lwip_htons(buffer->tot_len));
    IPH_TTL_SET(ip, 255);
    IPH_PROTO_SET(ip, IP_PROTO_UDP);
    ip->src.addr = (radio.address & 0x00FFFFFF) | 1u << 24;
    ip->dest.addr = NP_MDNS_GROUP;
    IPH_CHKSUM_SET(ip, inet_chksum(ip, IP_HEAD));
    udp->src = htons(port);
    udp->dest = htons(group_port);
    udp->len = htons((uint16_t)(UDP_HEAD + length));
    memcpy(packet + IP_HEAD + UDP_HEAD, bytes, length);
    if (interface.input(buffer, &interface) != ERR_OK) pbuf_free(buffer);
}

static void *carry_multicast(void *unused)
{
    uint8_t bytes[1400];
    (void)unused;
    for (;;) {
        struct sockaddr_in from;
        socklen_t size = sizeof from;
        ssize_t n = recvfrom(group, bytes, sizeof bytes, 0, (struct sockaddr *)&from, &size);
        if (n <= 0) continue;
        bool own = n > 2 && (bytes[2] & 0x80);      /* an answer: perhaps its own, which comes back on loopback */
        if (!own) put_in(bytes, (uint32_t)n, ntohs(from.sin_port));
    }
    return NULL;
}

static void join_group(void)
{
    int on = 1;
    struct ip_mreq membership = { { NP_MDNS_GROUP }, { htonl(INADDR_LOOPBACK) } };
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(group_port), .sin_addr.s_addr = INADDR_ANY };
    group = socket(AF_INET, SOCK_DGRAM, 0);
    if (setsockopt(group, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) < 0 || bind(group, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
    if (setsockopt(group, IPPROTO_IP, IP_ADD_MEMBERSHIP, &membership, sizeof membership) < 0) fail("membership");
    if (setsockopt(group, IPPROTO_IP, IP_MULTICAST_IF, &membership.imr_interface, sizeof membership.imr_interface) < 0) fail("interface");
}

/* --- connections ----------------------------------------------------------------------------------------------------- */

typedef struct {
    int outside, inside;
} carried;

static void *carry_in(void *argument)
{
    const carried *c = argument;
    uint8_t bytes[2048];
    for (ssize_t n; (n = recv(c->outside, bytes, sizeof bytes, 0)) > 0;)
        if (lwip_send(c->inside, bytes, (size_t)n, 0) != n) break;
    lwip_shutdown(c->inside, SHUT_WR);
    return NULL;
}

static void *carry(void *argument)
{
    carried c = { (int)(intptr_t)argument, lwip_socket(AF_INET, SOCK_STREAM, 0) };
    struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(NP_NETWORK_PORT), .sin_addr.s_addr = radio.address };
    uint8_t bytes[2048];
    pthread_t in;
    if (lwip_connect(c.inside, (const struct sockaddr *)&to, sizeof to) == 0 && pthread_create(&in, NULL, carry_in, &c) == 0) {
        for (ssize_t n; (n = lwip_recv(c.inside, bytes, sizeof bytes, 0)) > 0;)
            if (send(c.outside, bytes, (size_t)n, MSG_NOSIGNAL) != n) break;
        shutdown(c.outside, SHUT_RDWR);
        pthread_join(in, NULL);
    }
    close(c.outside);
    lwip_close(c.inside);
    return NULL;
}

static void *accept_all(void *argument)
{
    int listener = (int)(intptr_t)argument;
    for (;;) {
        pthread_t thread;
        int outside = accept(listener, NULL, NULL);
        if (outside >= 0 && pthread_create(&thread, NULL, carry, (void *)(intptr_t)outside) == 0) pthread_detach(thread);
    }
    return NULL;
}

static uint16_t listen_outside(int *listener)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t size = sizeof address;
    *listener = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(*listener, (struct sockaddr *)&address, size) < 0 || listen(*listener, 8) < 0) fail("listen");
    getsockname(*listener, (struct sockaddr *)&address, &size);
    return ntohs(address.sin_port);
}

/* --- the board ------------------------------------------------------------------------------------------------------- */

static void start_board(uint32_t ram)
{
    static np_board_port port;
    static np_flash_sim flash;
    port = (np_board_port){ .board_id = ID, .platform = "lwip", .memory = malloc(ram), .memory_bytes = ram, .log_bytes = 1024, .links = links,
                            .streams = streams, .link_count = LINK_COUNT, .clock_us = clock_us, .wifi = &radio.wifi };
    if (!np_flash_sim_open(&flash, SECTORS, WINDOW, NULL)) fail("flash");
    port.flash = flash.flash;
    for (uint32_t i = 0; i < LINK_COUNT; i++) streams[i] = np_tcp_stream(&connections[i]);
    if (!np_network_start(&network, &radio.station, port.board_id, port.platform, connections, LINK_COUNT, group_port)) fail("network");
    if (np_board_start(&board, &port) < 0) fail("np_board_start");
}

static void step_board(void)
{
    uint32_t ms = (uint32_t)(clock_us(NULL) / 1000u);
    np_board_step(&board);
    np_radio_sim_step(&radio, ms);
    np_network_step(&network, board.name, np_name_length(board.name), ms);
}

int main(int count, char **arguments)
{
    int listener;
    pthread_t thread;
    ip4_addr_t address, mask, gateway;
    if (count != 4) return 2;
    group_port = (uint16_t)atoi(arguments[2]);
    join_group();
    tcpip_init(NULL, NULL);
    if (!np_radio_sim_open(&radio, arguments[3], ID, NP_NETWORK_PORT)) return 2;
    ip4_addr_set_u32(&address, radio.address);
    IP4_ADDR(&mask, 255, 255, 255, 0);
    IP4_ADDR(&gateway, 192, 168, 4, 1);
    LOCK_TCPIP_CORE();
    netif_add(&interface, &address, &mask, &gateway, NULL, set_up, tcpip_input);
    netif_set_default(&interface);
    igmp_start(&interface);
    start_board((uint32_t)atoi(arguments[1]));
    UNLOCK_TCPIP_CORE();
    uint16_t port = listen_outside(&listener);
    if (pthread_create(&thread, NULL, carry_multicast, NULL) != 0 || pthread_create(&thread, NULL, accept_all, (void *)(intptr_t)listener) != 0) fail("thread");
    printf("port %u\n", port);
    fflush(stdout);
    for (;;) {
        struct pollfd in = { 0, POLLIN, 0 };
        char byte;
        LOCK_TCPIP_CORE();
        step_board();
        UNLOCK_TCPIP_CORE();
        if (poll(&in, 1, 1) > 0 && read(0, &byte, 1) <= 0) return 0;
    }
}
