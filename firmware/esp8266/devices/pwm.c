/* PWM of up to four pins by the timer FRC1 (Technical Reference, "timers"): all have the same frequency, as with MicroPython. A period is a list of steps; the
 * interrupt does one and sets the timer to the next. A change is a new list, which the interrupt takes up at the end of a period. */
#include "devices.h"

#include "line.h"
#include "np_errors.h"

#define FRC1 0x60000600u
enum { LOAD = 0, CONTROL = 8, CLEAR = 0xC, ENABLE = 1 << 7, BY_16 = 1 << 2, TICKS_PER_S = 5000000, LEAST_TICKS = 20 };
#define EDGE_INTERRUPTS 0x3FF00004u     /* bit 1: FRC1's reaches the processor */
enum { CHANNELS = 4, MOST_HZ = 1000 };

typedef struct {
    uint32_t count, set, clear[CHANNELS + 1], ticks[CHANNELS + 1];      /* set: in the first step */
} program;

static struct { uint8_t pin, used; uint16_t duty; } channels[CHANNELS];
static uint32_t period;
static program programs[2];
static volatile uint32_t chosen, running, step;

IN_IRAM(pwm_interrupt) void pwm_interrupt(void)
{
    reg_write(FRC1 + CLEAR, 0);
    if (step == 0) running = chosen;
    const program *p = &programs[running];
    if (p->count == 0) {
        reg_write(FRC1 + CONTROL, 0);
        return;
    }
    if (step == 0) reg_write(GPIO + GPIO_OUT_SET, p->set);
    reg_write(GPIO + GPIO_OUT_CLEAR, p->clear[step]);
    reg_write(FRC1 + LOAD, p->ticks[step]);
    step = step + 1 < p->count ? step + 1 : 0;
}

/* The steps of a period: first all that are not always off go high, then each low when its time has come. */
static void plan(program *p)
{
    uint32_t at = 0, on = 0, off = 0;
    p->count = 0;
    for (uint32_t i = 0; i < CHANNELS; i++) {
        if (!channels[i].used) continue;
        if (channels[i].duty) on |= 1u << channels[i].pin;
        else off |= 1u << channels[i].pin;
    }
    if (!(on | off)) return;
    p->count = 1;
    p->set = on;
    p->clear[0] = off;
    for (;;) {
        uint32_t next = period, mask = 0;
        for (uint32_t i = 0; i < CHANNELS; i++) {
            uint32_t ends = channels[i].duty == 65535 ? period : (uint32_t)((uint64_t)period * channels[i].duty >> 16);
            if (!channels[i].used || !channels[i].duty || ends >= period) continue;
            if (ends < LEAST_TICKS) ends = LEAST_TICKS;
            if (ends <= at || ends > next) continue;
            mask = (ends < next ? 0 : mask) | 1u << channels[i].pin;
            next = ends;
        }
        if (!mask || period - next < LEAST_TICKS) break;
        p->ticks[p->count - 1] = next - at;
        p->clear[p->count++] = mask;
        at = next;
    }
    p->ticks[p->count - 1] = period - at;
}

int32_t pwm_set(uint32_t pin, uint32_t frequency, uint32_t duty)
{
    uint32_t mine = CHANNELS;
    for (uint32_t i = CHANNELS; i-- > 0;)
        if (channels[i].used ? channels[i].pin == pin : mine == CHANNELS || channels[mine].pin != pin || !channels[mine].used) mine = i;
    bool has = mine < CHANNELS && channels[mine].used && channels[mine].pin == pin;
    if (frequency == 0 && !has) return 0;
    if (frequency > MOST_HZ || pin == 16) return NP_E_DEVICE_VALUE;
    if (mine == CHANNELS) return NP_E_DEVICE_BUSY;
    channels[mine].used = frequency != 0;
    channels[mine].pin = (uint8_t)pin;
    channels[mine].duty = (uint16_t)duty;
    if (frequency) period = TICKS_PER_S / frequency;
    /* the interrupt does not take up what is being written, once it has been seen that it runs what it is to go on with */
    do chosen = running; while (chosen != running);
    uint32_t other = !chosen;
    plan(&programs[other]);
    chosen = other;
    if (!frequency) {
        gpio_write(pin, 0);
        return 0;
    }
    if (!(reg_read(FRC1 + CONTROL) & ENABLE)) {
        step = 0;
        reg_change(EDGE_INTERRUPTS, 0, 2);
        reg_write(FRC1 + LOAD, LEAST_TICKS);
        reg_write(FRC1 + CONTROL, ENABLE | BY_16);
    }
    return 0;
}
