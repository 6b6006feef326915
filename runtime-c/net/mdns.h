/* How a board is found on the network: multicast DNS (RFC 6762) with service discovery (RFC 6763). Packets alone, no network; mdns_udp.h sends them.
 *
 *   _services._dns-sd._udp.local  PTR  _nanopy._tcp.local
 *   _nanopy._tcp.local            PTR  NAME._nanopy._tcp.local
 *   NAME._nanopy._tcp.local       SRV  HOST.local, port;  TXT  id=…, platform=…
 *   HOST.local                    A    the address
 *
 * HOST is nanopy- and the board's id, and NAME is followed by a part of it: both are unique, so nothing is probed for (RFC 6762, 8.1 asks for it where they
 * might not be). There is no IPv6: a question for AAAA is answered by an NSEC record that says so (6.1). */
#ifndef NP_NET_MDNS_H
#define NP_NET_MDNS_H

#include <stdbool.h>
#include <stdint.h>

#define NP_MDNS_PORT 5353u
#define NP_MDNS_GROUP (224u | 251u << 24)   /* 224.0.0.251, the first byte the lowest */
#define NP_MDNS_BYTES 480u                  /* of the largest packet that np_mdns_build makes */

/* Records. */
enum {
    NP_MDNS_SERVICES = 1, NP_MDNS_PTR = 2, NP_MDNS_SRV = 4, NP_MDNS_TXT = 8, NP_MDNS_A = 16, NP_MDNS_NSEC = 32,
    NP_MDNS_ALL = NP_MDNS_PTR | NP_MDNS_SRV | NP_MDNS_TXT | NP_MDNS_A
};

typedef struct {
    uint64_t board;             /* its id */
    const uint8_t *name;        /* what it is called, UTF-8 without 0; in RAM */
    uint32_t name_length;       /* at most 40; 0: it has no name */
    const char *platform;       /* at most 16 bytes; may lie in flash */
    uint32_t address;           /* IPv4, the first byte the lowest */
    uint16_t port;              /* TCP */
} np_mdns;

/* What a packet asks for. */
typedef struct {
    uint16_t wanted;            /* records, NP_MDNS_; 0: it is no question to this board, or one that it knows the answer of */
    bool unicast;               /* all its questions want the answer to be sent to the asker alone (RFC 6762, 5.4) */
    uint16_t id;                /* for an answer to a simple resolver (6.7) */
    uint16_t question_end;      /* its questions are the packet's bytes from 12 to here */
    uint16_t questions;
} np_mdns_question;

/* Reads a packet, whatever it holds. */
np_mdns_question np_mdns_read(const np_mdns *m, const uint8_t *packet, uint32_t length);

/* Builds the response with those records, and with what goes well with them as additional records (RFC 6763, 12), in `to`, which has room for NP_MDNS_BYTES; its
 * length. `ttl_0`: they are not to be relied on any more (RFC 6762, 10.1). */
uint32_t np_mdns_build(const np_mdns *m, uint16_t records, bool ttl_0, uint8_t *to);

/* The same as the answer to a resolver that speaks from another port than 5353 and knows nothing of multicast: its question is repeated, and nothing lives
 * longer than 10 s (6.7). 0: its questions are too long for that. */
uint32_t np_mdns_build_plain(const np_mdns *m, const np_mdns_question *question, const uint8_t *packet, uint8_t *to);

#endif
