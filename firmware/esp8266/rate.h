/* The UART's rate, as the host asks for it: the answer goes out at the old one, then both sides switch. Where nothing valid comes at the new one, the usual
 * rate is back: within a second after the switch, within four later (a host says something every two), and as soon as the session has ended. */
#ifndef NP_RATE_H
#define NP_RATE_H

#include "board/link.h"

/* 0; negative: there is no such rate. */
int rate_ask(uint32_t rate);

/* After each of the board's steps. `now_ms` is the clock that the link was polled with. */
void rate_step(const np_link *link, uint32_t now_ms);

#endif
