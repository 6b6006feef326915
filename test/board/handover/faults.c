/* Hosts that do what they should, among faults: every crash, loss, delay and duplicate, in every order. */
#include <stdio.h>

#include "check.h"
#include "explore.h"

typedef struct {
    states all;
    uint32_t from;
    world now;
    exploration *result;
} search;

static void print(const void *at) { world_print(at); }

static void violated(search *x, const char *what, const char *action, const world *after)
{
    if (!x->result->wrong) {            /* the first is the shortest */
        states_history(&x->all, x->from, print);
        printf("%s:\n", action);
        world_print(after);
    }
    x->result->wrong = what;
}

static void reached(void *context, const world *next, const char *action)
{
    search *x = context;
    x->result->transitions++;
    const char *wrong = wrong_step(&x->now, next);
    if (!wrong) wrong = wrong_world(next);
    if (wrong) {
        violated(x, wrong, action, next);
        return;
    }
    world w = *next;
    world_normalise(&w);
    states_add(&x->all, &w, x->from, action);
}

static void check_recovery(search *x)
{
    world after;
    int steps, same;
    const char *wrong = wrong_recovery(&x->now, NULL, 0, &after, &steps);
    x->result->recoveries++;
    for (int i = 0; !wrong && i < x->now.messages; i++) {
        if (x->now.message[i].kind != REQUEST) continue;
        for (int when = 0; !wrong && when <= steps; when++) {
            wrong = wrong_recovery(&x->now, &x->now.message[i], when, &after, &same);
            x->result->recoveries++;
        }
    }
    if (wrong) violated(x, wrong, "after settling", &after);
}

exploration explore_faults(uint8_t jobs, uint8_t faults)
{
    exploration result = { 0 };
    search x = { .result = &result };
    world first = world_first(jobs, faults);
    states_init(&x.all, sizeof first);
    states_add(&x.all, &first, 0, "it begins");
    for (x.from = 0; x.from < x.all.count && !result.wrong; x.from++) {
        x.now = *(const world *)states_at(&x.all, x.from);
        check_recovery(&x);
        if (!result.wrong) world_actions(&x.now, reached, &x);
    }
    result.states = x.all.count;
    states_free(&x.all);
    return result;
}
