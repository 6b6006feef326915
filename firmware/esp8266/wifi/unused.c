/* Parts of the SDK that nothing here uses and that its libraries would bring along: in their place functions that do nothing. About 1.5 KB of RAM and 17 KB of
 * flash: espconn (the SDK's own interface beside lwIP's), the resolver of names, the DHCP server of an access point. Their signatures are those of the SDK's
 * third_party/lwip. */
#include "sdk.h"

struct ip_info;

void espconn_init(void);
void espconn_init(void) {}

void dns_init(void);
void dns_init(void) {}
void dns_tmr(void);
void dns_tmr(void) {}
void dns_setserver(u8_t number, ip_addr_t *server);
void dns_setserver(u8_t number, ip_addr_t *server)
{
    (void)number;
    (void)server;
}

void dhcps_start(struct ip_info *info);
void dhcps_start(struct ip_info *info) { (void)info; }
void dhcps_stop(void);
void dhcps_stop(void) {}
void dhcps_coarse_tmr(void);
void dhcps_coarse_tmr(void) {}
