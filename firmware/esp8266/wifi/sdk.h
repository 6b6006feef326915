/* The SDK's headers, whose own bool is kept apart from C's. */
#ifndef NP_SDK_H
#define NP_SDK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#undef bool
#undef true
#undef false
#define bool sdk_bool

#include <lwip/igmp.h>
#include <lwip/init.h>
#include <lwip/tcp.h>
#include <lwip/udp.h>
#include <osapi.h>
#include <user_interface.h>

#undef bool
#undef true
#undef false
#define bool _Bool
#define true 1
#define false 0

#endif
