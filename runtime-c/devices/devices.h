/* What a home brings for programs that use hardware. */
#ifndef NP_DEVICES_H
#define NP_DEVICES_H

#include "vm/np.h"

/* Numbers of bytecode/devices.def. */
enum {
#define DEVICE(number, name, result, meaning) NP_DEV_##name = (number),
#include "devices.def"
#undef DEVICE
};

/* Pins are GPIO numbers: 0 to 16, without those that the flash is at. */
#define NP_PINS 17u
#define NP_FLASH_PIN_FIRST 6u
#define NP_FLASH_PIN_LAST 11u
#define NP_NO_PIN 255u

/* An edge that a function has asked for. */
typedef struct {
    uint32_t owner, pin, level;
    bool handled;               /* for the program's handler, not for its mailbox */
} np_edge;

typedef struct {
    void *context;
    /* Does an operation for a function; `owner` is its number among all here, not 0. See np_port.device. */
    int32_t (*operate)(void *context, uint32_t owner, const np_device_call *call);
    /* What the function has opened is nobody's any more, and stands as after a reset. */
    void (*release)(void *context, uint32_t owner);
    /* The oldest edge that was not asked for yet. False: there is none. */
    bool (*edge)(void *context, np_edge *edge);
    /* Microseconds until the next edge that is known beforehand; UINT64_MAX: none. NULL where none ever is: an interrupt ends the home's pause. */
    uint64_t (*due)(void *context);
} np_devices;

#endif
