/* Access to the chip's registers: themselves, or a model of them in tests. Addresses are those of Espressif's "ESP8266 Technical Reference" (GPIO, timers, UART)
 * and of eagle_soc.h, gpio_register.h and pin_mux_register.h in its SDKs. */
#ifndef NP_REGISTERS_H
#define NP_REGISTERS_H

#include <stdbool.h>
#include <stdint.h>

#ifdef NP_MODEL
uint32_t reg_read(uint32_t address);
void reg_write(uint32_t address, uint32_t value);
#else
static inline __attribute__((always_inline)) uint32_t reg_read(uint32_t address) { return *(volatile uint32_t *)address; }
static inline __attribute__((always_inline)) void reg_write(uint32_t address, uint32_t value) { *(volatile uint32_t *)address = value; }
#endif

static inline void reg_change(uint32_t address, uint32_t clear, uint32_t set) { reg_write(address, (reg_read(address) & ~clear) | set); }

#define GPIO 0x60000300u
enum { GPIO_OUT_SET = 0x04, GPIO_OUT_CLEAR = 0x08, GPIO_ENABLE_SET = 0x10, GPIO_ENABLE_CLEAR = 0x14, GPIO_IN = 0x18, GPIO_STATUS = 0x1C,
       GPIO_STATUS_CLEAR = 0x24, GPIO_PIN = 0x28 };
enum { PIN_OPEN_DRAIN = 1 << 2, PIN_INTERRUPT_SHIFT = 7, PIN_INTERRUPT = 7 << PIN_INTERRUPT_SHIFT };

#endif
