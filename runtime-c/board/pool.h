/* The board's memory: one region, cut into blocks that lie one behind the other without gaps. A block that grows, shrinks or goes moves all
 * behind it, so memory never fragments; arenas hold no machine addresses, so moving is a memmove. Addresses into the pool are good until the
 * next call of a function below that is not const.
 */
#ifndef NP_POOL_H
#define NP_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum { NP_BLOCK_TABLE = 1, NP_BLOCK_LOG, NP_BLOCK_RESIDENT, NP_BLOCK_EVENT } np_block_kind;

/* In front of each block's content, 8 bytes, so that content is 8-byte aligned. */
typedef struct {
    uint32_t bytes;             /* with this header, a multiple of 8 */
    uint16_t kind, owner;       /* what it is, and whose (number of a function, of an invocation) */
} np_block;

typedef struct {
    uint8_t *memory;
    uint32_t bytes, used, peak;
    /* Blocks have moved: whoever keeps addresses looks for them again. */
    void (*moved)(void *context);
    void *context;
} np_pool;

/* `memory` is 8-byte aligned. */
void np_pool_init(np_pool *p, void *memory, uint32_t bytes, void (*moved)(void *context), void *context);

/* The content of a block; NULL if there is none. */
void *np_pool_find(const np_pool *p, np_block_kind kind, uint32_t owner);

/* The blocks one behind the other: the first (block == NULL) or the next; NULL behind the last. */
np_block *np_pool_next(const np_pool *p, const np_block *block);

/* A new block with `bytes` of content, not cleared; NULL without room. It stands behind all others. */
void *np_pool_add(np_pool *p, np_block_kind kind, uint32_t owner, uint32_t bytes);

/* Gives a block's content another length: NULL without room (nothing has changed). */
void *np_pool_resize(np_pool *p, np_block_kind kind, uint32_t owner, uint32_t bytes);

void np_pool_remove(np_pool *p, np_block_kind kind, uint32_t owner);

/* Bytes of content that one more block could have, or that a block could grow by. */
uint32_t np_pool_room(const np_pool *p);

static inline void *np_block_content(const np_block *block) { return (uint8_t *)block + sizeof(np_block); }
static inline uint32_t np_block_room(const void *content) { return ((const np_block *)content)[-1].bytes - (uint32_t)sizeof(np_block); }

#endif
