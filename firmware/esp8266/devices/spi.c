/* SPI as a master on any pins, bit by bit: modes 0 to 3. */
#include "devices.h"

#include "line.h"
#include "vm/state.h"

void spi_transfer(uint32_t sck, uint32_t mosi, uint32_t miso, uint32_t half_ticks, uint32_t mode, const np_device_call *call)
{
    uint32_t idle = mode & 1u, phase = mode >> 1 & 1u, least_first = mode >> 2 & 1u;
    gpio_write(sck, idle);
    for (uint32_t i = 0; i < call->out_bytes; i++) {
        uint32_t out = np_byte(call->out, i), in = 0;
        for (uint32_t k = 0; k < 8; k++) {
            uint32_t at = least_first ? k : 7 - k;
            if (phase) gpio_write(sck, !idle);
            if (mosi != NP_NO_PIN) gpio_write(mosi, out >> at & 1u);
            line_wait(half_ticks);
            gpio_write(sck, phase ? idle : !idle);
            if (miso != NP_NO_PIN) in |= gpio_read(miso) << at;
            line_wait(half_ticks);
            if (!phase) gpio_write(sck, idle);
        }
        if (call->in) call->in[i] = (uint8_t)in;
    }
}
