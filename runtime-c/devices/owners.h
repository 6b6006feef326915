/* Which function owns which pin or device. */
#ifndef NP_OWNERS_H
#define NP_OWNERS_H

#include "devices.h"

/* Behind the pins come two UARTs and the watchdog. */
enum { NP_OWN_UART = NP_PINS, NP_OWN_WATCHDOG = NP_PINS + 2, NP_OWNED };

/* Zero at the start: nobody owns anything. 16 bits an owner. */
typedef struct {
    uint16_t owner[NP_OWNED];
} np_owners;

/* Whether `owner` may do this: an operation that opens makes it the owner of what it names, all others need it to be that. 0 or an error. */
int32_t np_owners_check(np_owners *o, uint32_t owner, const np_device_call *call);

/* Nobody owns what this function had. `close` is called for each pin of it. */
void np_owners_release(np_owners *o, uint32_t owner, void (*close)(void *context, uint32_t pin), void *context);

static inline uint32_t np_owner_of(const np_owners *o, uint32_t what) { return o->owner[what]; }

#endif
