/* lwIP's raw interface, as Espressif's SDK (1.4) and as Debian's liblwip-dev (2.1) have it. */
#ifndef NP_NET_LWIP_H
#define NP_NET_LWIP_H

#include <stdbool.h>

#ifdef NP_NONOS_SDK
#include "sdk.h"                /* its headers have a bool of their own */
#else
#include <lwip/igmp.h>
#include <lwip/init.h>
#include <lwip/tcp.h>
#include <lwip/udp.h>
#endif

#endif
