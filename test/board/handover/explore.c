/* Explores every world that a hand-over can come to, breadth first, and checks each.
 * Usage: handover_explore faults HAND-OVERS FAULTS [BROKEN RULE]
 *        handover_explore anything EPOCHS [BROKEN RULE]
 * Exit code 0: all is well; 1: a violation, its shortest history is printed; 2: it was not asked for rightly. */
#include "explore.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

int main(int argc, char **argv)
{
    bool anything = argc > 2 && strcmp(argv[1], "anything") == 0;
    int given = anything ? 3 : 4;
    if (argc < given || (!anything && strcmp(argv[1], "faults") != 0) || !break_rule(argc > given ? argv[given] : "")) {
        fprintf(stderr, "usage: handover_explore faults HAND-OVERS FAULTS [BROKEN RULE]\n       handover_explore anything EPOCHS [BROKEN RULE]\n");
        return 2;
    }
    uint8_t first = (uint8_t)atoi(argv[2]);
    exploration e = anything ? explore_anything(first) : explore_faults(first, (uint8_t)atoi(argv[3]));
    if (!e.wrong) e.wrong = wrong_undisturbed();
    if (e.wrong) {
        printf("handover: violation: %s\n", e.wrong);
        return 1;
    }
    printf("handover: %u states, %llu transitions, %llu recoveries, 0 violations, 0 stuck\n", e.states, (unsigned long long)e.transitions,
           (unsigned long long)e.recoveries);
    return 0;
}
