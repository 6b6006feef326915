#include "rate.h"

#include "uart.h"

/* What was received before the switch may still be read for OLD_MS; a host waits longer before it speaks at the new rate. */
enum { PROVE_MS = 1000, KEEP_MS = 4000, OLD_MS = 10 };

static uint32_t asked, rate = UART_USUAL_RATE, switched_at;
static bool is_proven;

int rate_ask(uint32_t wanted)
{
    if (wanted < UART_LEAST_RATE || wanted > UART_MOST_RATE) return -1;
    asked = wanted;
    return 0;
}

static void change(uint32_t to, uint32_t now_ms)
{
    rate = to;
    switched_at = now_ms;
    is_proven = false;
    uart_set_rate(to);
}

void rate_step(const np_link *link, uint32_t now_ms)
{
    if (asked) {
        if (link->sent < link->used || link->control_sent < link->control_length || !uart_has_sent()) return;
        if (asked != rate) change(asked, now_ms);
        asked = 0;
        return;
    }
    if (rate == UART_USUAL_RATE) return;
    if ((int32_t)(link->valid_at - switched_at) > OLD_MS) is_proven = true;
    uint32_t since = is_proven ? link->valid_at : switched_at;
    if (!np_link_open(link) || now_ms - since > (is_proven ? KEEP_MS : PROVE_MS)) change(UART_USUAL_RATE, now_ms);
}
