/* Deep sleep: all but the RTC, with its counter and its memory, is off; the counter pulls GPIO16 low, which has to be wired to the reset pin. */
#ifndef NP_SLEEP_H
#define NP_SLEEP_H

#include <stdint.h>

/* For np_board_port.deep_sleep. Does not return. A sleep without an end, or longer than the counter goes (3.3 hours), ends there: the board then sleeps again. */
int sleep_deeply(void *context, uint64_t us);

/* For how long the chip was asleep before this start; 0: it was not. To be asked once, at the start. A reset by the pin cuts a sleep short, and can't be told from its end. */
uint64_t sleep_ended(void);

#endif
