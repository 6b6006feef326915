/* Operations of devices on the chip. */
#include "devices.h"

#include "../chip.h"
#include "devices/owners.h"
#include "np_errors.h"
#include "registers.h"
#include "vm/state.h"

enum { OPEN_DRAIN = 2, PULL_UP = 1, OUTPUT = 1, INPUT = 0, CPU_HZ = 80000000, BUSES = 4, LEAST_HALF_TICKS = 40 };
enum { LEAST_HZ = 10000 };              /* slower ones stop the board for too long: nothing else is done during a transfer */

static np_owners owners;
static uint32_t handled;                /* pins whose edges are for handlers */
static uint64_t time_offset, watchdog_us, watchdog_end;

/* What I2C and SPI buses were opened with, by their first pin. */
static struct { uint32_t pins, half_ticks, more; } buses[BUSES];

static uint32_t half_ticks(int32_t hz)
{
    uint32_t ticks = hz > 0 ? CPU_HZ / 2u / (uint32_t)hz : 0;
    return ticks > LEAST_HALF_TICKS ? ticks - LEAST_HALF_TICKS : 0;      /* what the code itself takes */
}

static int32_t remember(uint32_t pins, int32_t hz, uint32_t more)
{
    uint32_t i = 0, free = BUSES;
    if (hz < LEAST_HZ) return NP_E_DEVICE_VALUE;
    for (; i < BUSES && buses[i].pins != pins; i++)
        if (np_owner_of(&owners, buses[i].pins & 255u) == 0 || buses[i].pins == 0) free = i;
    if (i == BUSES) i = free;
    if (i == BUSES) return NP_E_DEVICE_BUSY;
    buses[i].pins = pins;
    buses[i].half_ticks = half_ticks(hz);
    buses[i].more = more;
    return 0;
}

static int32_t bus_of(uint32_t pins)
{
    for (int32_t i = 0; i < BUSES; i++)
        if (buses[i].pins == pins) return i;
    return NP_E_DEVICE_CLOSED;
}

static int32_t open_i2c(const np_device_call *call)
{
    uint32_t scl = (uint32_t)call->a & 255u, sda = (uint32_t)call->a >> 8 & 255u;
    if (scl == 16 || sda == 16) return NP_E_DEVICE_VALUE;
    int32_t error = remember((uint32_t)call->a, call->b, (uint32_t)call->c);
    if (!error) error = gpio_open(scl, OPEN_DRAIN, PULL_UP, 1);
    return error ? error : gpio_open(sda, OPEN_DRAIN, PULL_UP, 1);
}

static int32_t use_i2c(const np_device_call *call)
{
    int32_t i = bus_of((uint32_t)call->a);
    if (i < 0) return i;
    i2c_bus bus = { buses[i].pins & 255u, buses[i].pins >> 8 & 255u, buses[i].half_ticks, buses[i].more };
    return i2c_transfer(&bus, (uint32_t)call->b & 127u, (uint32_t)call->b >> 7 & 1u, call);
}

static int32_t open_spi(const np_device_call *call)
{
    uint32_t sck = (uint32_t)call->a & 255u, mosi = (uint32_t)call->a >> 8 & 255u, miso = (uint32_t)call->a >> 16 & 255u;
    int32_t error = remember((uint32_t)call->a, call->b, (uint32_t)call->c);
    if (!error) error = gpio_open(sck, OUTPUT, 0, (uint32_t)call->c & 1u);
    if (!error && mosi != NP_NO_PIN) error = gpio_open(mosi, OUTPUT, 0, 0);
    return error || miso == NP_NO_PIN ? error : gpio_open(miso, INPUT, 0, 2);
}

static int32_t use_spi(const np_device_call *call)
{
    int32_t i = bus_of((uint32_t)call->a);
    if (i < 0) return i;
    spi_transfer(buses[i].pins & 255u, buses[i].pins >> 8 & 255u, buses[i].pins >> 16 & 255u, buses[i].half_ticks, buses[i].more, call);
    return (int32_t)call->in_bytes;
}

/* The UART of the link is not for programs. */
static int32_t use_uart(const np_device_call *call)
{
    if (call->a != 1) return NP_E_DEVICE_BUSY;
    switch (call->op) {
    case NP_DEV_UART_OPEN: return uart1_open((uint32_t)call->b, (uint32_t)call->c);
    case NP_DEV_UART_WRITE: return uart1_write(call);
    default: return 0;                  /* it receives nothing */
    }
}

static int32_t use_wire(const np_device_call *call)
{
    uint32_t pin = (uint32_t)call->a;
    if (pin == 16) return NP_E_DEVICE_VALUE;
    switch (call->op) {
    case NP_DEV_WIRE_RESET: return (int32_t)onewire_reset(pin);
    case NP_DEV_WIRE_WRITE:
        for (uint32_t i = 0; i < call->out_bytes; i++) onewire_bits(pin, 8, np_byte(call->out, i));
        return 0;
    case NP_DEV_WIRE_READ:
        for (uint32_t i = 0; i < call->in_bytes; i++) call->in[i] = (uint8_t)onewire_bits(pin, 8, 255);
        return (int32_t)call->in_bytes;
    default: return (int32_t)onewire_bits(pin, (uint32_t)call->b & 31u, (uint32_t)call->c);
    }
}

static int32_t info(const np_device_call *call)
{
    uint64_t mac = chip_mac();
    switch (call->a) {
    case 1: return CPU_HZ;
    case 3: return call->b == CPU_HZ ? 0 : NP_E_DEVICE_VALUE;
    case 4: return (int32_t)(mac & 0xFFFFu);
    case 5: return (int32_t)(mac >> 16 & 0xFFFFu);
    default: return 0;
    }
}

static int32_t use_time(const np_device_call *call)
{
    uint64_t now = chip_clock_us(NULL), time = 0;
    if (call->op == NP_DEV_TIME_SET) {
        if (call->out_bytes != 8) return NP_E_DEVICE_VALUE;
        for (uint32_t i = 0; i < 8; i++) time |= (uint64_t)np_byte(call->out, i) << 8 * i;
        time_offset = time - now;
        return 0;
    }
    if (time_offset == 0 || call->in_bytes < 8) return 0;
    for (uint32_t i = 0; i < 8; i++) call->in[i] = (uint8_t)((time_offset + now) >> 8 * i);
    return 8;
}

static int32_t set_watchdog(int32_t ms)
{
    if (ms < 0) return NP_E_DEVICE_VALUE;
    if (ms) watchdog_us = (uint64_t)ms * 1000u;
    watchdog_end = chip_clock_us(NULL) + watchdog_us;
    return 0;
}

static int32_t set_trigger(uint32_t pin, uint32_t settings)
{
    handled = (handled & ~(1u << pin)) | (settings >> 2 & 1u) << pin;
    return gpio_trigger(pin, settings & 3u);
}

/* Pins of the flash and of the link belong to nobody. */
static bool pins_exist(const np_device_call *call)
{
    uint32_t a = (uint32_t)call->a;
    if (call->op == NP_DEV_I2C_OPEN) return gpio_exists(a & 255u) && gpio_exists(a >> 8 & 255u);
    if (call->op == NP_DEV_SPI_OPEN) {
        for (uint32_t i = 0; i < 3; i++, a >>= 8)
            if ((i == 0 || (a & 255u) != NP_NO_PIN) && !gpio_exists(a & 255u)) return false;
        return true;
    }
    return (call->op != NP_DEV_PIN_OPEN && call->op != NP_DEV_PWM_SET) || gpio_exists(a);
}

static int32_t set_pwm(const np_device_call *call)
{
    if (call->b < 0 || call->c < 0) return NP_E_DEVICE_VALUE;
    int32_t error = call->b ? gpio_open((uint32_t)call->a, OUTPUT, 0, 2) : 0;
    return error ? error : pwm_set((uint32_t)call->a, (uint32_t)call->b, (uint32_t)call->c);
}

static int32_t operate(void *context, uint32_t owner, const np_device_call *call)
{
    uint32_t a = (uint32_t)call->a, b = (uint32_t)call->b;
    (void)context;
    int32_t error = pins_exist(call) ? np_owners_check(&owners, owner, call) : NP_E_DEVICE_VALUE;
    if (error) return error;
    switch (call->op) {
    case NP_DEV_INFO: return info(call);
    case NP_DEV_PIN_OPEN: return gpio_open(a, b & 3u, b >> 2 & 3u, b >> 4 & 3u);
    case NP_DEV_PIN_READ: return (int32_t)gpio_read(a);
    case NP_DEV_PIN_WRITE: gpio_write(a, b != 0); return 0;
    case NP_DEV_PIN_TRIGGER: return a == 16 ? NP_E_DEVICE_VALUE : set_trigger(a, b);
    case NP_DEV_PIN_CLOSE: gpio_close(a); return 0;
    case NP_DEV_PULSE: return call->c < 0 ? NP_E_DEVICE_VALUE : gpio_pulse(a, b != 0, (uint32_t)call->c);
    case NP_DEV_ADC_READ: return a == 0 ? adc_read() : NP_E_DEVICE_NONE;
    case NP_DEV_PWM_SET: return set_pwm(call);
    case NP_DEV_I2C_OPEN: return open_i2c(call);
    case NP_DEV_I2C_TRANSFER: return use_i2c(call);
    case NP_DEV_SPI_OPEN: return open_spi(call);
    case NP_DEV_SPI_TRANSFER: return use_spi(call);
    case NP_DEV_UART_OPEN: case NP_DEV_UART_WRITE: case NP_DEV_UART_READ: case NP_DEV_UART_ANY: case NP_DEV_UART_CLOSE: return use_uart(call);
    case NP_DEV_PIXELS:
        if (a == 16) return NP_E_DEVICE_VALUE;
        pixels_write(a, call->out, call->out_bytes, b != 0);
        return 0;
    case NP_DEV_WIRE_RESET: case NP_DEV_WIRE_WRITE: case NP_DEV_WIRE_READ: case NP_DEV_WIRE_BITS: return use_wire(call);
    case NP_DEV_DHT_READ: return a == 16 || call->in_bytes < 5 ? NP_E_DEVICE_VALUE : dht_read(a, b, call->in);
    case NP_DEV_TIME_GET: case NP_DEV_TIME_SET: return use_time(call);
    case NP_DEV_WATCHDOG: return set_watchdog(call->a);
    default: return NP_E_DEVICE_NONE;
    }
}

static void close_pin(void *context, uint32_t pin)
{
    (void)context;
    gpio_close(pin);
}

static void release(void *context, uint32_t owner)
{
    if (np_owner_of(&owners, NP_OWN_WATCHDOG) == owner) watchdog_us = 0;
    np_owners_release(&owners, owner, close_pin, context);
}

static bool take_edge(void *context, np_edge *edge)
{
    (void)context;
    if (!gpio_take_edge(&edge->pin, &edge->level)) return false;
    edge->owner = np_owner_of(&owners, edge->pin);
    edge->handled = handled >> edge->pin & 1u;
    return true;
}

void chip_devices_step(uint64_t now)
{
    if (watchdog_us && now > watchdog_end) chip_restart();
}

const np_devices chip_devices = { NULL, operate, release, take_edge, NULL };
