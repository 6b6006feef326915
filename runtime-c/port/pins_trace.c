/* Looking things up in a trace. */
#include "pins_sim.h"

static bool walk(const uint32_t *trace, uint32_t *at, uint32_t *head, pins_part *part)
{
    if (*at + 2 > trace[1]) return false;
    *head = trace[*at];
    part->count = trace[*at + 1];
    part->words = (uint32_t *)(uintptr_t)(trace + *at + 2);
    if (part->count > trace[1] - *at - 2) return false;
    *at += 2 + part->count;
    return true;
}

pins_part pins_find(const pins_sim *sim, uint32_t type, uint32_t id, pins_part last)
{
    uint32_t at = last.words ? (uint32_t)(last.words - sim->trace) + last.count : 2, head;
    pins_part part;
    if (sim->trace)
        while (walk(sim->trace, &at, &head, &part))
            if (head == (type | id << 8)) return part;
    return (pins_part){ 0 };
}

uint32_t pins_value(pins_part series, uint32_t first, uint64_t at, uint32_t otherwise)
{
    if (!series.words) return otherwise;
    for (uint32_t i = first; i + 3 <= series.count && pins_time(series.words + i) <= at; i += 3) otherwise = series.words[i + 2];
    return otherwise;
}

bool pins_start(pins_sim *sim, const pins_port *port, uint32_t *trace, uint32_t words)
{
    *sim = (pins_sim){ .port = *port, .trace = trace, .frequency = 80000000u };
    sim->devices = pins_devices;
    sim->devices.context = sim;
    if (!trace) return true;
    if (words < 2 || trace[0] != PINS_MAGIC || trace[1] != words) return false;
    uint32_t at = 2, head;
    pins_part part;
    while (walk(trace, &at, &head, &part)) {
    }
    if (at != words) return false;
    pins_part time = pins_find(sim, PINS_TIME, 0, (pins_part){ 0 });
    if (time.count >= 2) {
        sim->has_time = true;
        sim->time_offset = (int64_t)pins_time(time.words);
    }
    return true;
}
