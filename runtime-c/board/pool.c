#include "pool.h"

#include <string.h>

static uint32_t whole(uint32_t bytes) { return ((bytes + 7u) & ~7u) + (uint32_t)sizeof(np_block); }

void np_pool_init(np_pool *p, void *memory, uint32_t bytes, void (*moved)(void *context), void *context)
{
    p->memory = memory;
    p->bytes = bytes & ~7u;
    p->used = p->peak = 0;
    p->moved = moved;
    p->context = context;
}

np_block *np_pool_next(const np_pool *p, const np_block *block)
{
    uint8_t *next = block ? (uint8_t *)block + block->bytes : p->memory;
    return next < p->memory + p->used ? (np_block *)(void *)next : NULL;
}

static np_block *find(const np_pool *p, np_block_kind kind, uint32_t owner)
{
    np_block *b = np_pool_next(p, NULL);
    while (b && (b->kind != kind || b->owner != owner)) b = np_pool_next(p, b);
    return b;
}

void *np_pool_find(const np_pool *p, np_block_kind kind, uint32_t owner)
{
    np_block *b = find(p, kind, owner);
    return b ? np_block_content(b) : NULL;
}

uint32_t np_pool_room(const np_pool *p)
{
    uint32_t left = p->bytes - p->used;
    return left > sizeof(np_block) ? left - (uint32_t)sizeof(np_block) : 0;
}

void *np_pool_add(np_pool *p, np_block_kind kind, uint32_t owner, uint32_t bytes)
{
    if (bytes > np_pool_room(p)) return NULL;
    np_block *b = (np_block *)(void *)(p->memory + p->used);
    *b = (np_block){whole(bytes), (uint16_t)kind, (uint16_t)owner};
    p->used += b->bytes;
    if (p->used > p->peak) p->peak = p->used;
    return np_block_content(b);
}

/* Makes room behind a block, or closes the gap. */
static void shift(np_pool *p, np_block *b, uint32_t bytes)
{
    uint32_t old = b->bytes;
    uint8_t *behind = (uint8_t *)b + old, *end = p->memory + p->used;
    memmove((uint8_t *)b + bytes, behind, (size_t)(end - behind));
    p->used += bytes - old;
    if (p->used > p->peak) p->peak = p->used;
}

void *np_pool_resize(np_pool *p, np_block_kind kind, uint32_t owner, uint32_t bytes)
{
    np_block *b = find(p, kind, owner);
    uint32_t wanted = whole(bytes);
    if (!b || bytes > p->bytes || (wanted > b->bytes && wanted - b->bytes > p->bytes - p->used)) return NULL;
    if (wanted == b->bytes) return np_block_content(b);
    shift(p, b, wanted);
    b->bytes = wanted;
    p->moved(p->context);
    return np_block_content(b);
}

void np_pool_remove(np_pool *p, np_block_kind kind, uint32_t owner)
{
    np_block *b = find(p, kind, owner);
    if (!b) return;
    shift(p, b, 0);
    p->moved(p->context);
}
