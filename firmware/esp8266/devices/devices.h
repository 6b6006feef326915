/* The chip's devices, as a board's port has them. */
#ifndef NP_CHIP_DEVICES_H
#define NP_CHIP_DEVICES_H

#include "devices/devices.h"

extern const np_devices chip_devices;

/* From the main loop: restarts the board where a program has not fed its watchdog. `now` in microseconds. */
void chip_devices_step(uint64_t now);

/* The GPIO's interrupt: in iram. */
void gpio_interrupt(void);
/* The timer of PWM (FRC1): in iram. */
void pwm_interrupt(void);

/* --- gpio.c: pins 0 to 5 and 12 to 16; 6 to 11 are the flash's ------------------------------------------------- */

/* Whether a pin exists for programs; 1 and 3 are the link's. */
bool gpio_exists(uint32_t pin);
/* mode: 0 input, 1 output, 2 open drain; pull: 0 none, 1 up, 2 down (pin 16 only); value: 0, 1, or 2 to leave it. 0 or an error. */
int32_t gpio_open(uint32_t pin, uint32_t mode, uint32_t pull, uint32_t value);
void gpio_close(uint32_t pin);
uint32_t gpio_read(uint32_t pin);
void gpio_write(uint32_t pin, uint32_t value);
/* Edges: 1 rising, 2 falling. Not for pin 16. */
int32_t gpio_trigger(uint32_t pin, uint32_t edges);
bool gpio_take_edge(uint32_t *pin, uint32_t *level);
/* How long the pin keeps a level, from when it has it: microseconds, or an error. */
int32_t gpio_pulse(uint32_t pin, uint32_t level, uint32_t timeout_us);
/* Another function of a pin's pad than GPIO. */
void gpio_function(uint32_t pin, uint32_t function);

/* --- the other files ----------------------------------------------------------------------------------------- */

typedef struct {
    uint32_t scl, sda, half_ticks, stretch_us;
} i2c_bus;
/* Writes `out_bytes`, then reads `in_bytes` behind a repeated start. in_bytes, or an error. */
int32_t i2c_transfer(const i2c_bus *bus, uint32_t address, bool stop, const np_device_call *call);

/* mode: bit 0 polarity, 1 phase, 2 least significant bit first. Pins may be NP_NO_PIN. */
void spi_transfer(uint32_t sck, uint32_t mosi, uint32_t miso, uint32_t half_ticks, uint32_t mode, const np_device_call *call);

uint32_t onewire_reset(uint32_t pin);
/* Writes bits of `bits`, the least significant first, and answers what the line was in each: a 1 reads. */
uint32_t onewire_bits(uint32_t pin, uint32_t count, uint32_t bits);

/* Five bytes of a DHT11 or 22 (`kind`). 5 or an error. */
int32_t dht_read(uint32_t pin, uint32_t kind, uint8_t *to);

void pixels_write(uint32_t pin, const uint32_t *words, uint32_t bytes, bool fast);

/* Frequency 0: off. Duty of 65536. 0 or an error. */
int32_t pwm_set(uint32_t pin, uint32_t frequency, uint32_t duty);

/* 0 to 1024 for 0 to 1 V at the chip's pin. */
int32_t adc_read(void);

int32_t uart1_open(uint32_t rate, uint32_t frame);
int32_t uart1_write(const np_device_call *call);

#endif
