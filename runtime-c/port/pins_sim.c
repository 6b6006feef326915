/* Simulated pins, and what of the chip is no bus: ADC, PWM, time of day, watchdog. */
#include "pins_sim.h"

#include "np_errors.h"

enum { INPUT, OUTPUT, OPEN_DRAIN, RISING = 1, FALLING = 2, RTC_PIN = 16, ADC_US = 100 };

static const pins_part none;

/* --- levels ------------------------------------------------------------------------------------------------------ */

/* What is applied from outside at a time; a pin that nothing is applied to is where its resistor pulls it. */
static uint32_t applied(const pins_sim *sim, uint32_t pin, uint64_t at)
{
    return pins_value(pins_find(sim, PINS_LEVEL, pin, none), 0, at, sim->pins[pin].pull == 1);
}

static uint32_t level(const pins_sim *sim, uint32_t pin, uint64_t at)
{
    const pins_pin *p = &sim->pins[pin];
    if (p->mode == OUTPUT || (p->mode == OPEN_DRAIN && !p->output)) return p->output;
    return applied(sim, pin, at);
}

/* The first edge of a pin that was asked for, behind those seen. UINT64_MAX: there is none. */
static uint64_t next_edge(const pins_sim *sim, uint32_t pin, uint32_t *to)
{
    const pins_pin *p = &sim->pins[pin];
    pins_part series = pins_find(sim, PINS_LEVEL, pin, none);
    if (!p->trigger || p->mode == OUTPUT || !series.words) return UINT64_MAX;
    uint32_t before = applied(sim, pin, p->seen);
    for (uint32_t i = 0; i + 3 <= series.count; i += 3) {
        uint64_t at = pins_time(series.words + i);
        uint32_t value = series.words[i + 2];
        if (at > p->seen && value != before && p->trigger & (value ? RISING : FALLING)) {
            *to = value;
            return at;
        }
        if (at > p->seen) before = value;
    }
    return UINT64_MAX;
}

static bool take_edge(void *context, np_edge *edge)
{
    pins_sim *sim = context;
    uint64_t first = UINT64_MAX, now = pins_now(sim);
    uint32_t value = 0, found = 0;
    for (uint32_t pin = 0; pin < NP_PINS; pin++) {
        uint32_t to = 0;
        uint64_t at = next_edge(sim, pin, &to);
        if (at >= first) continue;
        first = at;
        value = to;
        found = pin;
    }
    if (first > now) return false;
    pins_pin *p = &sim->pins[found];
    p->seen = first;
    *edge = (np_edge){ np_owner_of(&sim->owners, found), found, value, p->handled };
    return true;
}

uint64_t pins_next(const pins_sim *sim)
{
    pins_part end = pins_find(sim, PINS_END, 0, none);
    uint64_t next = end.count >= 2 ? pins_time(end.words) : UINT64_MAX;
    if (sim->watchdog_us && sim->watchdog_end < next) next = sim->watchdog_end;
    for (uint32_t pin = 0; pin < NP_PINS; pin++) {
        uint32_t to;
        uint64_t at = next_edge(sim, pin, &to);
        if (at < next) next = at;
    }
    return next;
}

bool pins_ended(pins_sim *sim)
{
    pins_part end = pins_find(sim, PINS_END, 0, none);
    uint64_t now = pins_now(sim);
    if (sim->watchdog_us && sim->watchdog_end <= now) {
        record_begin(sim);
        record_text(sim, "watchdog", "reset");
        record_end(sim);
        return true;
    }
    return end.count >= 2 && pins_time(end.words) <= now;
}

/* --- operations --------------------------------------------------------------------------------------------------- */

static void set_output(pins_sim *sim, uint32_t pin, uint32_t value)
{
    if (sim->pins[pin].output == value) return;
    sim->pins[pin].output = (uint8_t)value;
    record_begin(sim);
    record_number(sim, "pin", pin);
    record_number(sim, "value", value);
    record_end(sim);
}

static int32_t open_pin(pins_sim *sim, uint32_t pin, uint32_t settings)
{
    static const char *const modes[] = { "in", "out", "open drain" }, *const pulls[] = { "none", "up", "down" };
    uint32_t mode = settings & 3u, pull = settings >> 2 & 3u, value = settings >> 4 & 3u;
    pins_pin *p = &sim->pins[pin];
    if (mode > OPEN_DRAIN || pull > 2) return NP_E_DEVICE_VALUE;
    bool same = p->mode == mode && p->pull == pull && sim->owners.owner[pin] != 0 && p->seen != 0;
    if (value < 2) p->output = (uint8_t)value;
    p->mode = (uint8_t)mode;
    p->pull = (uint8_t)pull;
    if (p->seen == 0) p->seen = pins_now(sim) ? pins_now(sim) : 1;
    if (same && value == 2) return 0;
    record_begin(sim);
    record_number(sim, "pin", pin);
    record_text(sim, "mode", modes[mode]);
    if (pull) record_text(sim, "pull", pulls[pull]);
    if (mode != INPUT) record_number(sim, "value", p->output);
    record_end(sim);
    return 0;
}

static void close_pin(void *context, uint32_t pin)
{
    pins_sim *sim = context;
    sim->pins[pin] = (pins_pin){ 0 };
    record_begin(sim);
    record_number(sim, "pin", pin);
    record_text(sim, "mode", "closed");
    record_end(sim);
}

static int32_t set_trigger(pins_sim *sim, uint32_t pin, uint32_t settings)
{
    sim->pins[pin].trigger = settings & 3u;
    sim->pins[pin].handled = settings & 4u;
    sim->pins[pin].seen = pins_now(sim);
    return 0;
}

/* As time_pulse_us: the level may be there already. Time passes up to where it is known how it ends. */
static int32_t pulse(pins_sim *sim, uint32_t pin, uint32_t wanted, uint64_t timeout)
{
    pins_part series = pins_find(sim, PINS_LEVEL, pin, none);
    uint64_t now = pins_now(sim), began = now, late = now + timeout;
    bool is_there = level(sim, pin, now) == wanted;
    for (uint32_t i = 0; i + 3 <= series.count; i += 3) {
        uint64_t at = pins_time(series.words + i);
        if (at <= now || (series.words[i + 2] == wanted) == is_there) continue;
        if (at > late) break;
        if (is_there) {
            pins_pass(sim, at - now);
            return (int32_t)(at - began);
        }
        is_there = true;
        began = at;
        late = at + timeout;
    }
    pins_pass(sim, late - now);
    return is_there ? NP_E_DEVICE_TIMEOUT_LATE : NP_E_DEVICE_TIMEOUT;
}

static int32_t set_pwm(pins_sim *sim, uint32_t pin, int32_t frequency, int32_t duty)
{
    if (pin == RTC_PIN || frequency < 0 || frequency > 40000 || duty < 0 || duty > 65535) return NP_E_DEVICE_VALUE;
    record_begin(sim);
    record_number(sim, "pwm", pin);
    record_number(sim, "freq", frequency);
    record_number(sim, "duty", frequency ? duty : 0);
    record_end(sim);
    return 0;
}

static int32_t info(pins_sim *sim, int32_t what, int32_t value)
{
    for (uint32_t cause = 1; what == 0 && cause < 8; cause++)
        if (pins_find(sim, PINS_CAUSE, cause, none).words) return (int32_t)cause;
    switch (what) {
    case 0: return 0;
    case 1: return (int32_t)sim->frequency;
    case 3:
        return value == (int32_t)sim->frequency ? 0 : NP_E_DEVICE_VALUE;
    case 4: return 0x5150;
    case 5: return 0x0001;
    default: return NP_E_DEVICE_NONE;
    }
}

static int32_t get_time(const pins_sim *sim, const np_device_call *call)
{
    uint64_t time = (uint64_t)sim->time_offset + pins_now(sim);
    if (!sim->has_time) return 0;
    if (call->in_bytes < 8) return NP_E_DEVICE_VALUE;
    for (uint32_t i = 0; i < 8; i++) call->in[i] = (uint8_t)(time >> 8 * i);
    return 8;
}

static int32_t set_time(pins_sim *sim, const np_device_call *call)
{
    uint64_t time = 0;
    if (call->out_bytes != 8) return NP_E_DEVICE_VALUE;
    for (uint32_t i = 0; i < 8; i++) time |= (uint64_t)pins_sent(call, i) << 8 * i;
    sim->time_offset = (int64_t)(time - pins_now(sim));
    sim->has_time = true;
    return 0;
}

static int32_t watchdog(pins_sim *sim, int32_t ms)
{
    if (ms < 0) return NP_E_DEVICE_VALUE;
    if (ms) {
        sim->watchdog_us = (uint64_t)ms * 1000u;
        record_begin(sim);
        record_number(sim, "watchdog", ms);
        record_end(sim);
    }
    sim->watchdog_end = pins_now(sim) + sim->watchdog_us;
    return 0;
}

static int32_t operate(void *context, uint32_t owner, const np_device_call *call)
{
    pins_sim *sim = context;
    int32_t error = np_owners_check(&sim->owners, owner, call);
    uint32_t a = (uint32_t)call->a;
    if (error) return error;
    switch (call->op) {
    case NP_DEV_INFO: return info(sim, call->a, call->b);
    case NP_DEV_PIN_OPEN: return open_pin(sim, a, (uint32_t)call->b);
    case NP_DEV_PIN_READ: return (int32_t)level(sim, a, pins_now(sim));
    case NP_DEV_PIN_WRITE: set_output(sim, a, call->b != 0); return 0;
    case NP_DEV_PIN_TRIGGER: return a == RTC_PIN ? NP_E_DEVICE_VALUE : set_trigger(sim, a, (uint32_t)call->b);
    case NP_DEV_PIN_CLOSE: close_pin(sim, a); return 0;
    case NP_DEV_PULSE: return call->c < 0 ? NP_E_DEVICE_VALUE : pulse(sim, a, call->b != 0, (uint32_t)call->c);
    case NP_DEV_ADC_READ:
        pins_pass(sim, ADC_US);
        return a > 1 ? NP_E_DEVICE_NONE : (int32_t)pins_value(pins_find(sim, PINS_ADC, a, none), 0, pins_now(sim), 0);
    case NP_DEV_PWM_SET: return set_pwm(sim, a, call->b, call->c);
    case NP_DEV_TIME_GET: return get_time(sim, call);
    case NP_DEV_TIME_SET: return set_time(sim, call);
    case NP_DEV_WATCHDOG: return watchdog(sim, call->a);
    case NP_DEV_WIRE_RESET: case NP_DEV_WIRE_WRITE: case NP_DEV_WIRE_READ: case NP_DEV_WIRE_BITS: return pins_one_wire(sim, call);
    default: return pins_bus(sim, call);
    }
}

static void release(void *context, uint32_t owner)
{
    pins_sim *sim = context;
    if (np_owner_of(&sim->owners, NP_OWN_WATCHDOG) == owner) sim->watchdog_us = 0;
    np_owners_release(&sim->owners, owner, close_pin, sim);
}

static uint64_t due(void *context)
{
    const pins_sim *sim = context;
    uint64_t first = UINT64_MAX, now = pins_now(sim);
    uint32_t to;
    for (uint32_t pin = 0; pin < NP_PINS; pin++) {
        uint64_t at = next_edge(sim, pin, &to);
        if (at < first) first = at;
    }
    return first == UINT64_MAX ? first : first > now ? first - now : 0;
}

const np_devices pins_devices = { NULL, operate, release, take_edge, due };
