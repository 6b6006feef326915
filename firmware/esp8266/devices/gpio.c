/* Pins: Technical Reference, "GPIO"; pads as in pin_mux_register.h; pin 16, which is the RTC's, as in the SDK's gpio16.c. */
#include "devices.h"

#include "line.h"
#include "np_errors.h"

/* The pad's register of each pin: its offset from 0x60000800. */
static const uint32_t pads[16] = { 0x34, 0x18, 0x38, 0x14, 0x3C, 0x40, 0x1C, 0x20, 0x24, 0x28, 0x2C, 0x30, 0x04, 0x08, 0x0C, 0x10 };

#define PADS 0x60000800u
#define RTC 0x60000700u
enum { PAD_PULL_UP = 1 << 7, PAD_FUNCTION = 0x130, RTC_OUT = 0x68, RTC_ENABLE = 0x74, RTC_IN = 0x8C, RTC_CONFIG = 0x90, RTC_PAD = 0xA0, RTC_PULL_DOWN = 1 << 3 };
enum { INPUT, OUTPUT, OPEN_DRAIN, PULL_UP = 1, PULL_DOWN = 2, RISING = 1, FALLING = 2 };
#define LINKS_PINS (1u << 1 | 1u << 3)
#define FLASH_PINS (63u << 6)

bool gpio_exists(uint32_t pin) { return pin <= 16 && !((LINKS_PINS | FLASH_PINS) >> pin & 1u); }

/* Pads of pins 0, 2, 4 and 5 are GPIO as function 0, the others as function 3. */
static uint32_t function_of_gpio(uint32_t pin) { return 0x35u >> pin & 1u ? 0 : 3; }

void gpio_function(uint32_t pin, uint32_t function) { reg_change(PADS + pads[pin], PAD_FUNCTION, (function & 3u) << 4 | (function & 4u) << 6); }

static int32_t open_16(uint32_t mode, uint32_t pull, uint32_t value)
{
    if (mode == OPEN_DRAIN || pull == PULL_UP) return NP_E_DEVICE_VALUE;
    reg_change(RTC + RTC_PAD, 0x43u | RTC_PULL_DOWN, 1u | (pull == PULL_DOWN ? RTC_PULL_DOWN : 0));
    reg_change(RTC + RTC_CONFIG, 1, 0);
    if (value < 2) reg_change(RTC + RTC_OUT, 1, value);
    reg_change(RTC + RTC_ENABLE, 1, mode == OUTPUT);
    return 0;
}

int32_t gpio_open(uint32_t pin, uint32_t mode, uint32_t pull, uint32_t value)
{
    if (!gpio_exists(pin) || mode > OPEN_DRAIN) return NP_E_DEVICE_VALUE;
    if (pin == 16) return open_16(mode, pull, value);
    if (pull == PULL_DOWN) return NP_E_DEVICE_VALUE;
    if (value < 2) gpio_write(pin, value);              /* before it is driven, so that there is no glitch */
    reg_change(GPIO + GPIO_PIN + 4 * pin, PIN_OPEN_DRAIN, mode == OPEN_DRAIN ? PIN_OPEN_DRAIN : 0);
    reg_change(PADS + pads[pin], PAD_PULL_UP, pull == PULL_UP ? PAD_PULL_UP : 0);
    gpio_function(pin, function_of_gpio(pin));
    reg_write(GPIO + (mode == INPUT ? GPIO_ENABLE_CLEAR : GPIO_ENABLE_SET), 1u << pin);
    return 0;
}

void gpio_close(uint32_t pin)
{
    pwm_set(pin, 0, 0);
    if (pin != 16) gpio_trigger(pin, 0);
    gpio_open(pin, INPUT, 0, 2);
}

uint32_t gpio_read(uint32_t pin) { return pin == 16 ? reg_read(RTC + RTC_IN) & 1u : reg_read(GPIO + GPIO_IN) >> pin & 1u; }

void gpio_write(uint32_t pin, uint32_t value)
{
    if (pin == 16) reg_change(RTC + RTC_OUT, 1, value);
    else reg_write(GPIO + (value ? GPIO_OUT_SET : GPIO_OUT_CLEAR), 1u << pin);
}

/* --- edges ------------------------------------------------------------------------------------------------------- */

/* Of the interrupt: pin in bits 0-7, level in bit 8. It alone changes `head`. */
enum { EDGES = 16 };
static volatile uint16_t edges[EDGES];
static volatile uint32_t head, tail;

IN_IRAM(gpio_interrupt) void gpio_interrupt(void)
{
    uint32_t status = reg_read(GPIO + GPIO_STATUS), levels = reg_read(GPIO + GPIO_IN);
    reg_write(GPIO + GPIO_STATUS_CLEAR, status);
    for (uint32_t pin = 0; status && pin < 16; pin++, status >>= 1)
        if (status & 1u && head - tail < EDGES) edges[head++ % EDGES] = (uint16_t)(pin | (levels >> pin & 1u) << 8);      /* more at once are a bounce */
}

int32_t gpio_trigger(uint32_t pin, uint32_t wanted)
{
    if (pin >= 16) return NP_E_DEVICE_VALUE;
    reg_write(GPIO + GPIO_STATUS_CLEAR, 1u << pin);
    reg_change(GPIO + GPIO_PIN + 4 * pin, PIN_INTERRUPT, (wanted & 3u) << PIN_INTERRUPT_SHIFT);     /* 1 rising, 2 falling, 3 both */
    return 0;
}

bool gpio_take_edge(uint32_t *pin, uint32_t *level)
{
    if (head == tail) return false;
    uint32_t edge = edges[tail % EDGES];
    tail++;
    *pin = edge & 255u;
    *level = edge >> 8;
    return true;
}

int32_t gpio_pulse(uint32_t pin, uint32_t level, uint32_t timeout_us)
{
    if (timeout_us > LINE_PATIENCE_US) timeout_us = LINE_PATIENCE_US;
    uint32_t began = line_ticks(), most = timeout_us * LINE_TICKS_PER_US;
    while (gpio_read(pin) != level)
        if (line_ticks() - began > most) return NP_E_DEVICE_TIMEOUT;
    began = line_ticks();
    while (gpio_read(pin) == level)
        if (line_ticks() - began > most) return NP_E_DEVICE_TIMEOUT_LATE;
    return (int32_t)((line_ticks() - began) / LINE_TICKS_PER_US);
}
