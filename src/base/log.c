#include "base/log.h"

#include <string.h>

/* For callers that are compiled for size. */
extern inline void *log_at(const Log *l, size_t i);

Log log_make(Arena *a, size_t size) {
    return (Log){.arena = a, .size = (uint32_t)size};
}

/* Which block element i lies in, and how many elements that block holds. */
static size_t block_of(size_t i, size_t *capacity) {
    size_t block = 0;
    size_t first = 0;
    *capacity = LOG_FIRST;
    while (*capacity < LOG_BLOCK && i >= first + *capacity) {
        first += *capacity;
        *capacity *= 2;
        block++;
    }
    return block + (i - first) / *capacity;
}

/* Makes room for block number `block` in the directory. */
static void grow_directory(Log *l, size_t block) {
    size_t wanted = l->ndir ? (size_t)l->ndir * 2 : 4;
    if (wanted > UINT32_MAX) {
        wanted = SIZE_MAX; /* more blocks than any memory holds: the arena refuses */
    }
    void **blocks = ARENA_ARRAY(l->arena, wanted, void *);
    if (block) {
        memcpy(blocks, l->blocks, block * sizeof *blocks);
    }
    l->blocks = blocks;
    l->ndir = (uint32_t)wanted;
}

void *log_grow(Log *l) {
    size_t capacity;
    size_t block = block_of(l->count, &capacity);
    if (block >= l->ndir) {
        grow_directory(l, block);
    }
    char *at = arena_array(l->arena, capacity, l->size);
    l->blocks[block] = at;
    l->next = at + l->size;
    l->end = at + capacity * l->size;
    l->count++;
    return at;
}
