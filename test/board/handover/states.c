#include "states.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void *sized(void *old, size_t bytes)
{
    void *p = realloc(old, bytes);
    if (!p) {
        fprintf(stderr, "handover: out of memory\n");
        exit(2);
    }
    return p;
}

void states_init(states *s, size_t bytes)
{
    *s = (states){ .bytes = bytes };
}

void states_free(states *s)
{
    free(s->states);
    free(s->origins);
    free(s->slots);
}

/* FNV-1a of G. Fowler, L. C. Noll and K.-P. Vo; folded, since the table is indexed by the low bits. */
static uint32_t hash(const uint8_t *b, size_t bytes)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = 0; i < bytes; i++) h = (h ^ b[i]) * 0x100000001b3u;
    return (uint32_t)(h ^ h >> 32);
}

static uint32_t *slot_of(const states *s, const void *state)
{
    uint32_t i = hash(state, s->bytes) & s->mask;
    while (s->slots[i] && memcmp(states_at(s, s->slots[i] - 1), state, s->bytes) != 0) i = (i + 1) & s->mask;
    return &s->slots[i];
}

/* Twice as many slots, at most half of them used. */
static void widen(states *s)
{
    s->mask = s->mask ? s->mask * 2 + 1 : (1u << 16) - 1;
    size_t bytes = ((size_t)s->mask + 1) * sizeof *s->slots;
    s->slots = sized(s->slots, bytes);
    memset(s->slots, 0, bytes);
    for (uint32_t i = 0; i < s->count; i++) *slot_of(s, states_at(s, i)) = i + 1;
}

void states_add(states *s, const void *state, uint32_t from, const char *action)
{
    if ((uint64_t)s->count * 2 >= s->mask) widen(s);
    uint32_t *slot = slot_of(s, state);
    if (*slot) return;
    if (s->count == s->room) {
        s->room = s->room ? s->room * 2 : 1u << 12;
        s->states = sized(s->states, s->room * s->bytes);
        s->origins = sized(s->origins, s->room * sizeof *s->origins);
    }
    memcpy(s->states + s->count * s->bytes, state, s->bytes);
    s->origins[s->count] = (origin){ from, action };
    *slot = ++s->count;
}

void states_history(const states *s, uint32_t number, void (*print)(const void *state))
{
    if (number > 0) states_history(s, s->origins[number].from, print);
    printf("%s:\n", s->origins[number].action);
    print(states_at(s, number));
}
