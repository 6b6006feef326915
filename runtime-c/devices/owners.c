/* Claims on pins and devices. */
#include "owners.h"

#include "np_errors.h"

/* The pins that an operation names, as bytes, the first in the lowest; NP_NO_PIN where there are fewer. */
static uint32_t names(const np_device_call *call)
{
    uint32_t a = (uint32_t)call->a;
    switch (call->op) {
    case NP_DEV_PIN_OPEN: case NP_DEV_PIN_READ: case NP_DEV_PIN_WRITE: case NP_DEV_PIN_TRIGGER: case NP_DEV_PIN_CLOSE: case NP_DEV_PULSE:
    case NP_DEV_PWM_SET: case NP_DEV_PIXELS: case NP_DEV_WIRE_RESET: case NP_DEV_WIRE_WRITE: case NP_DEV_WIRE_READ: case NP_DEV_WIRE_BITS:
    case NP_DEV_DHT_READ:
        return a < NP_PINS ? a | 0xFFFF00u : NP_OWNED;
    case NP_DEV_I2C_OPEN: case NP_DEV_I2C_TRANSFER:
        return (a & 0xFFFFu) | 0xFF0000u;
    case NP_DEV_SPI_OPEN: case NP_DEV_SPI_TRANSFER:
        return a & 0xFFFFFFu;
    case NP_DEV_UART_OPEN: case NP_DEV_UART_WRITE: case NP_DEV_UART_READ: case NP_DEV_UART_ANY: case NP_DEV_UART_CLOSE:
        return a < 2 ? (NP_OWN_UART + a) | 0xFFFF00u : NP_OWNED;
    case NP_DEV_WATCHDOG:
        return NP_OWN_WATCHDOG | 0xFFFF00u;
    default:
        return 0xFFFFFFu;
    }
}

static bool opens(const np_device_call *call)
{
    switch (call->op) {
    case NP_DEV_PIN_OPEN: case NP_DEV_PWM_SET: case NP_DEV_I2C_OPEN: case NP_DEV_SPI_OPEN: case NP_DEV_UART_OPEN: return true;
    case NP_DEV_WATCHDOG: return call->a != 0;
    default: return false;
    }
}

int32_t np_owners_check(np_owners *o, uint32_t owner, const np_device_call *call)
{
    uint32_t all = names(call), what;
    bool is_bus = call->op == NP_DEV_I2C_OPEN || call->op == NP_DEV_I2C_TRANSFER || call->op == NP_DEV_SPI_OPEN || call->op == NP_DEV_SPI_TRANSFER;
    for (uint32_t left = all, i = 0; i < 3; i++, left >>= 8) {
        what = left & 255u;
        if (what == NP_NO_PIN) continue;
        if (what >= (is_bus ? NP_PINS : (uint32_t)NP_OWNED)) return NP_E_DEVICE_VALUE;
        if (what >= NP_FLASH_PIN_FIRST && what <= NP_FLASH_PIN_LAST) return NP_E_DEVICE_VALUE;
        if (o->owner[what] != 0 && o->owner[what] != owner) return NP_E_DEVICE_BUSY;
        if (o->owner[what] == 0 && !opens(call)) return NP_E_DEVICE_CLOSED;
    }
    bool closes = call->op == NP_DEV_PIN_CLOSE || call->op == NP_DEV_UART_CLOSE;
    for (uint32_t left = all, i = 0; i < 3; i++, left >>= 8)
        if ((what = left & 255u) != NP_NO_PIN) o->owner[what] = closes ? 0 : (uint16_t)owner;
    return 0;
}

void np_owners_release(np_owners *o, uint32_t owner, void (*close)(void *context, uint32_t pin), void *context)
{
    for (uint32_t what = 0; what < NP_OWNED; what++) {
        if (o->owner[what] != owner) continue;
        o->owner[what] = 0;
        if (what < NP_PINS) close(context, what);
    }
}
