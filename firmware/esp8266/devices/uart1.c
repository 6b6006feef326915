/* The second UART, which can only send, on pin 2 (Technical Reference, "UART"). */
#include "devices.h"

#include "../rom.h"
#include "np_errors.h"
#include "registers.h"
#include "vm/state.h"

#define UART1 0x60000F00u
enum { FIFO = 0, STATUS = 0x1C, CONF0 = 0x20, FIFO_USABLE = 126, PIN = 2, SENDS = 2, RESET_FIFOS = 3 << 17 };
#define APB_HZ 80000000u

/* frame: bits 0-3 data bits, 4-5 parity (0 none, 2 even, 3 odd), 6-7 stop bits. */
int32_t uart1_open(uint32_t rate, uint32_t frame)
{
    uint32_t bits = frame & 15u, parity = frame >> 4 & 3u, stop = frame >> 6 & 3u;
    if (rate < 300 || rate > 4000000 || bits < 5 || bits > 8 || stop < 1 || stop > 2) return NP_E_DEVICE_VALUE;
    uint32_t conf = (bits - 5) << 2 | (parity ? 2u | (parity & 1u) : 0) | (stop == 2 ? 3u : 1u) << 4;
    gpio_function(PIN, SENDS);
    reg_write(UART1 + CONF0, conf | RESET_FIFOS);
    reg_write(UART1 + CONF0, conf);
    uart_div_modify(1, APB_HZ / rate);
    return 0;
}

int32_t uart1_write(const np_device_call *call)
{
    uint32_t n = 0;
    while (n < call->out_bytes && (reg_read(UART1 + STATUS) >> 16 & 255u) < FIFO_USABLE) reg_write(UART1 + FIFO, np_byte(call->out, n++));
    return (int32_t)n;
}
