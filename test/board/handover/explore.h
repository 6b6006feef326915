/* The two explorations. Both print the shortest history of a violation. */
#ifndef NP_HANDOVER_EXPLORE_H
#define NP_HANDOVER_EXPLORE_H

#include "states.h"

typedef struct {
    uint32_t states;
    uint64_t transitions, recoveries;
    const char *wrong;          /* NULL: nothing */
} exploration;

/* `jobs` hand-overs or settlings, at most two at a time, with up to so many faults. */
exploration explore_faults(uint8_t jobs, uint8_t faults);

/* Any requests at all, while no epoch is above `epochs` (at most 7). */
exploration explore_anything(uint8_t epochs);

#endif
