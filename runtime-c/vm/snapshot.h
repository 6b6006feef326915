/* How a snapshot lies in memory, for those who write, read and check it. */
#ifndef NP_SNAPSHOT_H
#define NP_SNAPSHOT_H

#include "np_errors.h"
#include "state.h"

enum { NP_SNAP_MAGIC = 0, NP_SNAP_VERSION, NP_SNAP_LENGTH, NP_SNAP_CRC, NP_SNAP_PRELUDE, NP_SNAP_IMAGE = 6, NP_SNAP_SIZE = 8, NP_SNAP_TOP,
       NP_SNAP_FP, NP_SNAP_HANDLED, NP_SNAP_REST };

/* The arena's header from `ids` on stands in a snapshot as it is; what is before is named above, follows from it, or is unbound. */
#define NP_SNAP_REST_WORDS ((NP_GLOBALS_AT - NP_SLOT(ids)) / 4u)
#define NP_SNAP_HEAD_WORDS (NP_SNAP_REST + NP_SNAP_REST_WORDS)

/* Behind the head of a program with handlers, which NP_OUTCOME_HANDLERS in its outcome tells: the alarm and the dispatcher. */
#define NP_SNAP_HANDLERS_WORDS ((NP_SLOT(exception) - NP_SLOT(alarm)) / 4u)

/* A field of the arena's header in a snapshot's head, from `ids` on. */
#define NP_IN_SNAPSHOT(words, field) ((words) + NP_SNAP_REST + (offsetof(np_arena_header, field) - offsetof(np_arena_header, ids)) / 4u)
_Static_assert(NP_SNAPSHOT_PEEK_WORDS == NP_SNAP_SIZE + 1, "np.h says how much of it is enough");

/* validate.c: what the machine relies on in the object at `at`, of which every header and value in the arena has been checked: the types
 * of the objects it refers to, numbers in their ranges. 0 or an error. */
int np_object_check(const np_vm *vm, uint32_t at);

/* What the machine relies on in a frame: `frame` are its words. `running`: it is the one that runs, or was when the dispatcher was
 * called, so that it stands at any instruction; all others wait for a result. */
int np_frame_check(const np_vm *vm, const uint32_t *frame, bool running);

#endif
