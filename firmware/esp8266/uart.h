/* UART0: received by interrupt into a ring, sent by its FIFO. */
#ifndef NP_UART_H
#define NP_UART_H

#include <stdbool.h>
#include <stdint.h>

#define UART_USUAL_RATE 115200u
#define UART_LEAST_RATE 9600u
#define UART_MOST_RATE 2000000u

/* Sets the usual rate, 8 data bits, no parity, and lets it interrupt. */
void uart_start(void);

/* Takes what has come; of interrupts alone. */
void uart_receive(void);

/* Without waiting: how many bytes were taken out, or put in. */
uint32_t uart_read(uint8_t *to, uint32_t capacity);
uint32_t uart_write(const uint8_t *from, uint32_t length);

bool uart_has_received(void);
/* Whether all that was written has left the FIFO; the last byte may still be on the line. */
bool uart_has_sent(void);
/* Waits until that has left, too: a restart, or another rate, would break it off. In iram. */
void uart_finish(void);
void uart_set_rate(uint32_t rate);

#endif
