/* What must be true of every world, of every step, and of what settling leads to. */
#ifndef NP_HANDOVER_CHECK_H
#define NP_HANDOVER_CHECK_H

#include "world.h"

/* What is wrong, or NULL. */
const char *wrong_world(const world *w);
const char *wrong_step(const world *from, const world *to);

/* Hosts settle whatever is left, and nothing fails any more, though one stray request may come before step `when` (NULL: none). What is wrong,
 * or NULL; `after` is the world it ends in, `steps` how many requests it took. */
const char *wrong_recovery(const world *from, const message *stray, int when, world *after, int *steps);

/* A hand-over from each board to the next, undisturbed, must do what it is for. */
const char *wrong_undisturbed(void);

#endif
