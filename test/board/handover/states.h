/* The states that a breadth-first exploration has reached: numbered in that order, each with the one it was reached from, equal bytes only once. */
#ifndef NP_STATES_H
#define NP_STATES_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint32_t from;              /* number of the state before; of the first, 0 */
    const char *action;         /* what led here: text that lives on */
} origin;

typedef struct {
    size_t bytes;               /* of a state */
    uint8_t *states;
    origin *origins;
    uint32_t count, room;
    uint32_t *slots, mask;      /* open addressing: number + 1, or 0 */
} states;

void states_init(states *s, size_t bytes);
void states_free(states *s);

/* Adds a state unless it is known. All its bytes count, padding too. It ends the process where memory is short. */
void states_add(states *s, const void *state, uint32_t from, const char *action);

/* Good until the next states_add. */
static inline const void *states_at(const states *s, uint32_t number) { return s->states + number * s->bytes; }

/* Calls `print` for each state from the first to this one, the shortest way. */
void states_history(const states *s, uint32_t number, void (*print)(const void *state));

#endif
